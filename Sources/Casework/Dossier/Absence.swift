/// The tab Verzuim: when the pupil was not at school, why, and what the school did about it.
public struct AbsenceFields: RecordFields {
  public static let declared = AbsenceFields()
  public static let name = "verzuim"
  public static let title = "Verzuim"

  public let absences = ListField<AbsenceRecordFields>("afwezig", "Afwezig", "§3.8; Lpw 11, 21")
  public let leave = ListField<LeaveFields>("verlof", "Verlof", "Lpw 11, 11a, 13, 13a, 14")
  public let individualTimetables = ListField<IndividualTimetableFields>(
    "eigenRoosters", "Eigen roosters", "§3.8", hint: "Een afgesproken rooster dat korter is dan dat van de groep.")
  public let distanceLearning = ListField<DistanceLearningFields>("afstandsonderwijs", "Afstandsonderwijs", "§3.8")
  public let reports = ListField<TruancyReportFields>("meldingen", "Meldingen bij DUO", "§3.8; Lpw 21")
  public let suspensions = ListField<SuspensionFields>("schorsingen", "Schorsingen", "WPO 40c")
  public let steps = ListField<AbsenceStepFields>(
    "stappen", "Stappen", "§3.8", hint: "Wat de school deed bij verzuim dat zorgen geeft.")
  public let plans = ListField<ReturnPlanFields>("plannen", "Plannen voor terugkeer", "§3.8")
}

/// One absence: a day, a range of days, or from a day on until further notice; a whole day unless it names a part.
///
/// A record with nothing but `van` and `soort` is one whole day, so that one key can make it.
public struct AbsenceRecordFields: RecordFields {
  public static let declared = AbsenceRecordFields()
  public static let name = "afwezigheid"
  public static let title = "Afwezigheid"

  public let kind = Field<Choice<AbsenceKind>>("soort", "Soort", "§3.8; Lpw 11", hint: "Leeg: nog niet bekend.")
  public let from = Field<CivilDate>("van", "Eerste dag", .required, together: "periode")
  public let until = Field<CivilDate>("tot", "Laatste dag", hint: "Leeg: één dag.", together: "periode")
  public let isOpen = Field<Bool>(
    "open", "Nog niet terug", hint: "Ja: loopt door tot u een laatste dag invult.", together: "periode")
  public let lastConfirmed = Field<CivilDate>(
    "bevestigdOp", "Voor het laatst bevestigd op",
    hint: "De laatste dag waarop u zeker weet dat de leerling er niet was.", .happened)
  public let part = Field<Choice<DayPart>>("dagdeel", "Dagdeel", hint: "Leeg: de hele dag.", together: "tijd")
  public let fromTime = Field<ClockTime>("vanTijd", "Van", hint: "Leeg: vanaf het begin van de dag.", together: "tijd")
  public let untilTime = Field<ClockTime>("totTijd", "Tot", hint: "Leeg: tot het einde van de dag.", together: "tijd")
  public let duration = Field<Minutes>(
    "duur", "Duur", "§3.8", hint: "Minuten te laat, of de gemiste tijd als van en tot niet bekend zijn.",
    together: "tijd")
  public let reason = Field<String>("reden", "Reden", .long)
  public let isExcused = Field<Bool>(
    "geldigeReden", "Te laat met geldige reden", hint: "Nee of leeg: te laat telt als ongeoorloofd.")
  public let isDoubtful = Field<Bool>(
    "twijfel", "Twijfel aan de reden", "§3.8", hint: "Bijvoorbeeld: ouders werken niet mee met de jeugdarts.")
  public let doubtOutcome = Field<Choice<DoubtOutcome>>(
    "twijfelUitkomst", "Uitkomst van de twijfel", "§3.8", together: "twijfelUitkomst")
  public let doubtDecidedOn = Field<CivilDate>(
    "twijfelBeslotenOp", "Besloten op", "§3.8", .happened, together: "twijfelUitkomst")
  public let reportedBy = Field<Choice<AbsenceReporter>>(
    "gemeldDoor", "Gemeld door", "§3.8; Lpw 12", together: "melding")
  public let reportedOn = Field<CivilDate>("gemeldOp", "Gemeld op", "Lpw 12", .happened, together: "melding")
  public let parentsContactedOn = Field<CivilDate>(
    "contactOp", "Contact met ouders op", "§3.8", hint: "De dag waarop u de ouders sprak.", .happened)
}

/// Which half of the school day.
public enum DayPart: String, ChoiceKind {
  case morning = "ochtend"
  case afternoon = "middag"

  public var label: String { rawValue }
}

/// Who told the school that the pupil would not come.
public enum AbsenceReporter: String, ChoiceKind {
  case parents = "ouders"
  case pupil = "leerling"
  case school = "school"
  case other = "ander"

  public var label: String {
    switch self {
    case .parents: "ouders"
    case .pupil: "leerling zelf"
    case .school: "niemand, de school zag het"
    case .other: "iemand anders"
    }
  }
}

/// What the school decided about an absence whose reason it doubted.
public enum DoubtOutcome: String, ChoiceKind {
  case accepted = "geldig"
  case unauthorised = "ongeoorloofd"

  public var label: String {
    switch self {
    case .accepted: "de reden geldt"
    case .unauthorised: "geldt als ongeoorloofd"
    }
  }
}

/// Something the school did about absence that gives cause for concern.
public struct AbsenceStepFields: RecordFields {
  public static let declared = AbsenceStepFields()
  public static let name = "stap"
  public static let title = "Stap"

  public let kind = Field<Choice<AbsenceStepKind>>("soort", "Wat", "§3.8", .required)
  public let takenOn = Field<CivilDate>("datum", "Op", [.required, .happened])
  public let outcome = Field<String>("uitkomst", "Uitkomst", .long)
}

/// What can be done when a pupil is often or long away.
public enum AbsenceStepKind: String, ChoiceKind {
  case talk = "gesprek"
  case schoolDoctor = "jeugdarts"
  case supportForSick = "ziezon"
  case attendanceOfficer = "leerplicht"
  case other = "anders"

  public var label: String {
    switch self {
    case .talk: "gesprek met ouders over het verzuim"
    case .schoolDoctor: "jeugdarts of GGD gevraagd"
    case .supportForSick: "onderwijs aan zieke leerlingen gevraagd (Ziezon)"
    case .attendanceOfficer: "overleg met de leerplichtambtenaar"
    case .other: "anders"
    }
  }
}

/// A plan to bring a pupil who is long away back to school, and what the pupil can do meanwhile.
public struct ReturnPlanFields: RecordFields {
  public static let declared = ReturnPlanFields()
  public static let name = "terugkeerplan"
  public static let title = "Plan voor terugkeer"

  public let madeOn = Field<CivilDate>("gemaaktOp", "Gemaakt op", "§3.8", [.required, .happened])
  public let withPartnership = Field<Bool>("metSwv", "Samen met het SWV", "§3.8")
  public let content = Field<String>("plan", "Plan", "§3.8", .long)
  public let stillPossible = Field<String>(
    "watKan", "Wat kan er wel", "§3.8", hint: "Bijvoorbeeld: deels op school, deels op afstand.", .long)
  public let parentsAgreedOn = Field<CivilDate>("oudersAkkoordOp", "Ouders akkoord op", "§3.8", .happened)
  public let reviewedOn = Field<CivilDate>("bekekenOp", "Samen bekeken op", "§3.8", .happened)
  public let endedOn = Field<CivilDate>("afgeslotenOp", "Afgesloten op")
}
