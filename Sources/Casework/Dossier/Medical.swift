/// The tab Medisch: care under school time and who may do what.
public struct MedicalFields: RecordFields {
  public static let declared = MedicalFields()
  public static let name = "medisch"
  public static let title = "Medisch"

  public let jointExaminations = ListField<CareTalkFields>(
    "onderzoekMetOuders", "Samen onderzocht hoe zorg kan", "§2.10, 3.7; Wgbh/cz")
  public let acts = ListField<MedicalActFields>("handelingen", "Medische handelingen", "§3.7")
}

/// Looking with the parents at whether and how care can be arranged.
public struct CareTalkFields: RecordFields {
  public static let declared = CareTalkFields()
  public static let name = "zorgonderzoek"
  public static let title = "Samen onderzoeken"

  public let askedOn = Field<CivilDate>("gevraagdOp", "Ouders vroegen om zorg op", "§3.7", [.required, .happened])
  public let care = Field<String>("zorg", "Welke zorg", "§2.10", .required)
  public let examinedOn = Field<CivilDate>("onderzochtOp", "Samen onderzocht op", "§3.7; Wgbh/cz", .happened)
  public let participants = Field<String>("metWie", "Met wie", "§2.10", hint: "Bijvoorbeeld: moeder, huisarts, leraar.")
  public let outcome = Field<String>("uitkomst", "Uitkomst", .long)
}

/// A medical act at school.
public typealias MedicalAct = Record<MedicalActFields>

/// One act that is done for the pupil at school, and everything that must be on record for it.
public struct MedicalActFields: RecordFields {
  public static let declared = MedicalActFields()
  public static let name = "handeling"
  public static let title = "Medische handeling"

  public let what = Field<String>("wat", "Wat", "§3.7", .required)
  public let kind = Field<Choice<MedicalActKind>>("soort", "Soort", "§3.7; BIG 35-36", .required)
  public let when = Field<String>("wanneer", "Wanneer", hint: "Bijvoorbeeld: elke dag om 12 uur, bij een aanval.")
  public let from = Field<CivilDate>("van", "Vanaf", .required, together: "periode")
  public let until = Field<CivilDate>(
    "tot", "Geldig tot en met", hint: "Hoogstens tot het einde van het schooljaar.", together: "periode")
  public let performers = ListField<PerformerFields>("uitvoerders", "Door wie", "§3.7; BIG 35")
  public let consents = ListField<GuardianConsentFields>("toestemmingen", "Toestemming per ouder", "§3.7, 3.9")
  public let board = Field<Choice<BoardAnswer>>("bestuur", "Akkoord van het bestuur", "§3.7, 3.9", together: "bestuur")
  public let boardOn = Field<CivilDate>("bestuurOp", "Op", "§3.7", .happened, together: "bestuur")
  public let alternative = Field<String>(
    "alternatief", "Andere manier gezocht", "§3.7", hint: "Als het bestuur niet akkoord gaat.", .long,
    together: "alternatief")
  public let alternativeOn = Field<CivilDate>("alternatiefOp", "Gezocht op", "§3.7", .happened, together: "alternatief")
  public let `protocol` = Field<String>("protocol", "Volgens welk protocol", "§2.10, 3.7")
  public let reviewedOn = Field<CivilDate>(
    "bekekenOp", "Met ouders bekeken op", hint: "De laatste keer; elk schooljaar opnieuw.", .happened)
  public let earlierReviews = ListField<MedicalReviewFields>(
    "eerderBekeken", "Eerder bekeken", "§2.10", hint: "De dagen van eerdere schooljaren.")
}

/// That an act was looked at with the parents in an earlier school year.
public struct MedicalReviewFields: RecordFields {
  public static let declared = MedicalReviewFields()
  public static let name = "eerderBekeken"
  public static let title = "Eerder bekeken"

  public let on = Field<CivilDate>("datum", "Datum", [.required, .happened])
  public let outcome = Field<String>("uitkomst", "Uitkomst")
}

public enum MedicalActKind: String, ChoiceKind {
  case medicine = "medicijn"
  case care = "verzorging"
  case reserved = "voorbehouden"

  public var label: String {
    switch self {
    case .medicine: "medicijn geven"
    case .care: "verzorging"
    case .reserved: "voorbehouden handeling (BIG)"
    }
  }
}

/// Somebody who does the act.
public struct PerformerFields: RecordFields {
  public static let declared = PerformerFields()
  public static let name = "uitvoerder"
  public static let title = "Uitvoerder"

  public let personName = Field<String>("naam", "Naam", .required)
  public let isStaff = Field<Choice<YesNoUnknown>>("personeel", "Werkt op school", "§3.7", .required)
  public let voluntary = Field<Choice<YesNoUnknown>>(
    "vrijwillig", "Doet dit vrijwillig", "§3.7", hint: "Een leraar mag weigeren.", together: "vrijwillig")
  public let voluntaryOn = Field<CivilDate>("vrijwilligOp", "Gezegd op", "§3.7", .happened, together: "vrijwillig")
  public let instructedBy = Field<String>("instructieDoor", "Instructie van", "BIG 35, 38", together: "instructie")
  public let instructedOn = Field<CivilDate>(
    "instructieOp", "Instructie op", "BIG 35, 38", .happened, together: "instructie")
  public let competentOn = Field<CivilDate>(
    "bekwaamOp", "Bekwaam verklaard op", "BIG 35", hint: "Nodig bij een voorbehouden handeling.", .happened,
    together: "bekwaam")
  public let competentUntil = Field<CivilDate>("bekwaamTot", "Bekwaam tot en met", "BIG 35", together: "bekwaam")
}

public enum BoardAnswer: String, ChoiceKind {
  case open = "open"
  case approved = "ja"
  case refused = "nee"

  public var label: String {
    switch self {
    case .open: "nog open"
    case .approved: "akkoord"
    case .refused: "niet akkoord"
    }
  }
}

/// What whoever teaches the pupil must do in an emergency: the file noodkaarten/<id>.json, one key away.
public struct EmergencyCardFields: RecordFields {
  public static let declared = EmergencyCardFields()
  public static let name = "noodkaart"
  public static let title = "Noodkaart"

  public let what = Field<String>("wat", "Wat kan er gebeuren", "§2.10, 3.7", [.required, .long])
  public let signs = Field<String>("herkennen", "Hoe herken je het", .long)
  public let steps = Field<String>("doen", "Wat doe je", [.required, .long])
  public let never = Field<String>("nietDoen", "Wat doe je niet", .long)
  public let medicine = Field<String>("medicijn", "Medicijn en hoeveel")
  public let place = Field<String>("waar", "Waar ligt het")
  public let callAmbulance = Field<String>("bel112", "Bel 112 als", .long)
  public let contacts = ListField<EmergencyContactFields>("bellen", "Daarna bellen", hint: "In deze volgorde.")
  public let checkedOn = Field<CivilDate>("gecontroleerdOp", "Gecontroleerd met ouders op", [.required, .happened])
}

/// Whom to call.
public struct EmergencyContactFields: RecordFields {
  public static let declared = EmergencyContactFields()
  public static let name = "noodcontact"
  public static let title = "Bellen"

  public let personName = Field<String>("naam", "Naam", .required)
  public let relation = Field<String>("relatie", "Wie is dat", hint: "Bijvoorbeeld: moeder, huisarts.")
  public let telephone = Field<String>("telefoon", "Telefoon", [.required, .contact])
}
