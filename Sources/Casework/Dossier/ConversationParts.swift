/// Someone who took part in a talk.
///
/// A teacher cannot read the guardians' file, so a name may stand here by itself.
public struct ParticipantFields: RecordFields {
  public static let declared = ParticipantFields()
  public static let name = "deelnemer"
  public static let title = "Deelnemer"

  public let role = Field<Choice<ParticipantRole>>("rol", "Rol", .required)
  public let guardian = Field<Reference<ToGuardian>>("ouder", "Welke ouder")
  public let user = Field<Reference<ToUser>>("gebruiker", "Welke collega")
  public let personName = Field<String>("naam", "Naam", hint: "Bijvoorbeeld: moeder, of naam en functie.")
}

public enum ParticipantRole: String, ChoiceKind {
  case guardian = "ouder"
  case pupil = "leerling"
  case teacher = "leraar"
  case careCoordinator = "ib"
  case director = "directeur"
  case network = "swv"
  case healthCare = "jeugdgezondheid"
  case youthCare = "jeugdhulp"
  case attendanceOfficer = "leerplicht"
  case interpreter = "tolk"
  case other = "anders"

  public var label: String {
    switch self {
    case .guardian: "ouder of verzorger"
    case .pupil: "leerling"
    case .teacher: "leraar"
    case .careCoordinator: "intern begeleider"
    case .director: "directeur"
    case .network: "samenwerkingsverband"
    case .healthCare: "schoolarts of jeugdverpleegkundige"
    case .youthCare: "jeugdhulp"
    case .attendanceOfficer: "leerplichtambtenaar"
    case .interpreter: "tolk"
    case .other: "anders"
    }
  }
}

/// Something that someone will do.
public typealias Action = Record<ActionFields>

/// An agreed action with its owner and date; it stands on the agenda until done.
public struct ActionFields: RecordFields {
  public static let declared = ActionFields()
  public static let name = "actie"
  public static let title = "Actie"

  public let what = Field<String>("wat", "Wat", .required)
  public let owner = Field<Reference<ToUser>>("wie", "Wie (collega)", together: "wie")
  public let ownerName = Field<String>(
    "wieNaam", "Wie (iemand anders)", hint: "Bijvoorbeeld: moeder, het SWV.", together: "wie")
  public let before = Field<CivilDate>("voor", "Voor", .required)
  public let doneOn = Field<CivilDate>("klaarOp", "Klaar op", .happened, together: "klaar")
  public let outcome = Field<String>("uitkomst", "Uitkomst", together: "klaar")
}

/// That there is a restricted talk, and of which day.
///
/// Its text is a file of its own, sealed to the care team, with the id of this record for a name.
public struct RestrictedMarkFields: RecordFields {
  public static let declared = RestrictedMarkFields()
  public static let name = "vertrouwelijkMerk"
  public static let title = "Vertrouwelijk gesprek"

  public let on = Field<CivilDate>("datum", "Datum", [.required, .happened])
}

/// Handing a pupil over to the next teacher (§3.1).
public struct HandoverFields: RecordFields {
  public static let declared = HandoverFields()
  public static let name = "overdracht"
  public static let title = "Overdracht"

  public let year = Field<SchoolYear>(
    "schooljaar", "Voor schooljaar", hint: "Het jaar waarin de nieuwe leraar begint.", .required)
  public let from = Field<Reference<ToUser>>("van", "Van")
  public let to = Field<Reference<ToUser>>("aan", "Aan")
  public let names = Field<String>("namen", "Namen", hint: "Als iemand nog geen gebruiker is.")
  public let on = Field<CivilDate>("datum", "Besproken op", .happened)
  public let works = Field<String>("watWerkt", "Wat werkt", .long)
  public let attention = Field<String>("aandacht", "Waar let je op", .long)
}

/// A restricted talk: the file vertrouwelijk/<id>.json, sealed to the care team.
public struct RestrictedFields: RecordFields {
  public static let declared = RestrictedFields()
  public static let name = "vertrouwelijk"
  public static let title = "Vertrouwelijk gesprek"

  public let on = Field<CivilDate>("datum", "Datum", [.required, .happened])
  public let kind = Field<Choice<ConversationKind>>("soort", "Met wie", .required)
  public let reason = Field<String>("waaromVertrouwelijk", "Waarom vertrouwelijk", .required)
  public let text = Field<String>("tekst", "Tekst", [.required, .long])
  public let participants = ListField<ParticipantFields>("deelnemers", "Wie erbij waren")
}

/// A writer's own memory aid: the file notities/<user>/<id>.json; no part of the dossier (§3.5).
public struct WorkingNoteFields: RecordFields {
  public static let declared = WorkingNoteFields()
  public static let name = "notitie"
  public static let title = "Werkaantekening"

  public let pupil = Field<Reference<ToPupil>>("leerling", "Leerling")
  public let on = Field<CivilDate>("datum", "Datum", [.required, .happened])
  public let text = Field<String>("tekst", "Tekst", "§3.5", [.required, .long])
}
