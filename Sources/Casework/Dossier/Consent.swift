/// The tab Toestemming: consent to exchanging data, what was given to whom, and who asked to see the dossier.
public struct ConsentFields: RecordFields {
  public static let declared = ConsentFields()
  public static let name = "toestemmingen"
  public static let title = "Toestemming"

  public let consents = ListField<ConsentRecordFields>("toestemmingen", "Toestemmingen", "§3.6, 3.9; AVG 6, 7")
  public let disclosures = ListField<DisclosureFields>("uitwisselingen", "Gegevens aan anderen", "§3.5, 3.6")
  public let accessRequests = ListField<AccessRequestFields>("inzageverzoeken", "Verzoeken om inzage", "§3.5; AVG 15")
}

/// One guardian's consent to one exchange of data.
public typealias Consent = Record<ConsentRecordFields>

/// Consent of one guardian, for one party and one purpose; a new party or purpose is a new consent.
public struct ConsentRecordFields: RecordFields {
  public static let declared = ConsentRecordFields()
  public static let name = "toestemming"
  public static let title = "Toestemming"

  public let guardian = Field<Reference<ToGuardian>>("ouder", "Van wie", "§3.9", .required)
  public let givenOn = Field<CivilDate>("gegevenOp", "Gegeven op", "§3.9", [.required, .happened])
  public let data = Field<String>("gegevens", "Welke gegevens", "§3.9", .required)
  public let party = Field<String>(
    "partij", "Met wie", "§3.9", hint: "Eén organisatie of persoon. Algemene toestemming telt niet.", .required)
  public let partyKind = Field<Choice<PartyKind>>("partijSoort", "Soort", "§3.9")
  public let purpose = Field<String>(
    "doel", "Waarvoor", "§3.9", hint: "Een ander doel vraagt nieuwe toestemming.", .required)
  public let trajectory = Field<String>("zorgtraject", "Bij welk zorgtraject", "§3.9", together: "geldig")
  public let validFrom = Field<CivilDate>(
    "van", "Geldig vanaf", hint: "Leeg: vanaf de dag waarop het is gegeven.", together: "geldig")
  public let validUntil = Field<CivilDate>(
    "tot", "Geldig tot en met", "§3.9", hint: "Leeg: tot het einde van het zorgtraject.", together: "geldig")
  public let form = Field<Choice<SpokenOrWritten>>("vorm", "Hoe gegeven", "§3.9", .required, together: "vorm")
  public let confirmedOn = Field<CivilDate>(
    "bevestigdOp", "Per mail bevestigd op", "§3.9", hint: "Bij mondelinge toestemming.", .happened, together: "vorm")
  public let withdrawnOn = Field<CivilDate>("ingetrokkenOp", "Ingetrokken op", "AVG 7 lid 3", .happened)
  public let objections = ListField<ObjectionFields>("bezwaren", "Bezwaar van een andere ouder", "§3.9")
}

/// Another guardian who does not want what was consented to.
public struct ObjectionFields: RecordFields {
  public static let declared = ObjectionFields()
  public static let name = "bezwaarOuder"
  public static let title = "Bezwaar"

  public let guardian = Field<Reference<ToGuardian>>("ouder", "Ouder", .required)
  public let on = Field<CivilDate>("datum", "Datum", [.required, .happened])
  public let endedOn = Field<CivilDate>("vervallenOp", "Vervallen op", hint: "Als de ouders het eens zijn geworden.")
  public let text = Field<String>("tekst", "Wat de ouder zei", .long)
}

/// What kind of party data go to.
public enum PartyKind: String, ChoiceKind {
  case school = "school"
  case partnership = "swv"
  case behaviouralExpert = "gedragsdeskundige"
  case physician = "arts"
  case careWorker = "hulpverlener"
  case municipality = "gemeente"
  case duo = "duo"
  case attendanceOfficer = "leerplicht"
  case inspectorate = "inspectie"
  case safeHome = "veiligThuis"
  case other = "anders"

  public var label: String {
    switch self {
    case .school: "school"
    case .partnership: "samenwerkingsverband"
    case .behaviouralExpert: "gedragsdeskundige"
    case .physician: "arts"
    case .careWorker: "hulpverlener"
    case .municipality: "gemeente"
    case .duo: "DUO"
    case .attendanceOfficer: "leerplichtambtenaar"
    case .inspectorate: "inspectie"
    case .safeHome: "Veilig Thuis"
    case .other: "anders"
    }
  }

  /// Whether the party needs consent on paper to break its own confidentiality (§3.9).
  public var wantsWrittenConsent: Bool {
    switch self {
    case .behaviouralExpert, .physician, .careWorker: true
    case .school, .partnership, .municipality, .duo, .attendanceOfficer, .inspectorate, .safeHome, .other: false
    }
  }
}
