/// The school with all that is known of it, ready for rules and screens.
public struct School: Equatable, Sendable {
  public var record: Record<SchoolFields>
  public var calendar: Record<CalendarFields>
  /// The days on which each group's absence was registered.
  public var registrations: [RecordID: Set<CivilDate>]
  /// The groups of which a file of registered days is damaged or lost, so that nobody can tell which days lack.
  public var unreadRegistrations: Set<RecordID> = []

  public init(
    record: Record<SchoolFields>, calendar: Record<CalendarFields> = Record(),
    registrations: [RecordID: Set<CivilDate>] = [:]
  ) {
    self.record = record
    self.calendar = calendar
    self.registrations = registrations
  }
}

/// The file school.json.
public struct SchoolFields: RecordFields {
  public static let declared = SchoolFields()
  public static let name = "school"
  public static let title = "School"

  public let schoolName = Field<String>("naam", "Naam", .required)
  public let brin = Field<String>("brin", "BRIN", hint: "Twee cijfers en twee hoofdletters, met of zonder vestiging.")
  public let board = Field<String>("bestuur", "Schoolbestuur")
  public let legalStatus = Field<Choice<LegalStatus>>(
    "richting", "Openbaar of bijzonder", "§1.2; WPO 40, 63",
    hint: "Bepaalt vanaf welke dag de beslistermijn stilstaat.", .required)
  public let type = Field<Choice<SchoolType>>("soort", "Soort school", "§1.3, 2.4; WPO 40a", .required)
  public let region = Field<Choice<HolidayRegion>>("regio", "Vakantieregio", hint: "Voor de vakanties.")
  public let partnership = Field<Record<PartnershipFields>>("swv", "Samenwerkingsverband", "§1.4")
  public let staff = ListField<StaffFields>("medewerkers", "Medewerkers")
  public let groups = ListField<SchoolGroupFields>("groepen", "Groepen")
  public let assignments = ListField<AssignmentFields>("inzet", "Wie staat voor welke groep")
  public let timetables = ListField<TimetableFields>(
    "roosters", "Roosters", "§3.8; Lpw 21", hint: "De lestijden waarmee verzuim wordt geteld.")
  public let supportOffers = ListField<SupportOfferFields>(
    "aanbod", "Ondersteuningsaanbod", "§2.2", hint: "Tot en met juli 2025 als SOP, daarna in de schoolgids.")
  public let testDates = ListField<TestYearFields>("toetsjaren", "Doorstroomtoets en advies", "§2.12")
  public let ownNorms = ListField<OwnNormFields>("normen", "Eigen normen")
}

/// Whose authority the school is under, which moves some terms by a day.
public enum LegalStatus: String, ChoiceKind {
  case publicSchool = "openbaar"
  case privateSchool = "bijzonder"

  public var label: String { rawValue }
}

/// What kind of education the school gives.
public enum SchoolType: String, ChoiceKind {
  case primary = "basis"
  case specialPrimary = "sbo"
  case special = "so"
  case cluster12 = "cluster12"

  public var label: String {
    switch self {
    case .primary: "basisschool"
    case .specialPrimary: "SBO"
    case .special: "SO"
    case .cluster12: "cluster 1 of 2"
    }
  }
}

/// The part of the country whose holidays the school follows.
public enum HolidayRegion: String, ChoiceKind {
  case north = "noord"
  case middle = "midden"
  case south = "zuid"

  public var label: String { rawValue }
}

/// The samenwerkingsverband that the school belongs to.
public struct PartnershipFields: RecordFields {
  public static let declared = PartnershipFields()
  public static let name = "samenwerkingsverband"
  public static let title = "Samenwerkingsverband"

  public let partnershipName = Field<String>("naam", "Naam", .required)
  public let number = Field<String>("nummer", "Nummer", hint: "Zes tekens, zoals PO2601.")
  public let supportPoint = Field<String>(
    "steunpunt", "Steunpunt voor ouders en jeugd", "§1.4, 3.4", hint: "Naam of webadres.")
  public let supportPointPhone = Field<String>("steunpuntTelefoon", "Telefoon steunpunt", "§3.4", .contact)
  public let planAdopted = Field<CivilDate>(
    "planVastgesteldOp", "Plan vastgesteld op", "§1.5",
    hint: "Het ondersteuningsplan van het SWV geldt hoogstens vier jaar.")
  public let checklist = ListField<ChecklistItemFields>(
    "checklist", "Checklist voor een TLV", "§4.1", hint: "Wat dit samenwerkingsverband bij een aanvraag wil zien.")
}

/// One part that the samenwerkingsverband asks for with a TLV application.
public struct ChecklistItemFields: RecordFields {
  public static let declared = ChecklistItemFields()
  public static let name = "checklistregel"
  public static let title = "Onderdeel"

  public let text = Field<String>("onderdeel", "Onderdeel", "§4.1", .required)
  public let need = Field<Choice<ChecklistNeed>>("nodig", "Moet mee", "§4.1", .required)
  public let reason = Field<String>("waarom", "Waarom het meegaat", "§3.6")
}

/// Whether a part goes along with a TLV application.
public enum ChecklistNeed: String, ChoiceKind {
  case required = "ja"
  case whereThere = "indienAanwezig"
  case notNeeded = "nee"

  public var label: String {
    switch self {
    case .required: "ja"
    case .whereThere: "als het er is"
    case .notNeeded: "hoeft niet mee"
    }
  }
}

/// Someone who works at the school; the record's id is the user's where that person logs in.
public struct StaffFields: RecordFields {
  public static let declared = StaffFields()
  public static let name = "medewerker"
  public static let title = "Medewerker"

  public let staffName = Field<String>("naam", "Naam", .required)
  public let role = Field<Choice<UserRole>>("rol", "Rol")
  public let externalKey = Field<String>("sleutel", "Sleutel in EDEXML")
  public let leftOn = Field<CivilDate>("uitDienstOp", "Uit dienst op")
}

/// Numbers that the school sets instead of the rule book's default; another number later is another record.
public struct OwnNormFields: RecordFields {
  public static let declared = OwnNormFields()
  public static let name = "norm"
  public static let title = "Norm"

  public let norm = Field<String>("norm", "Norm", .required)
  public let value = Field<Int>("waarde", "Waarde", hint: "Leeg: de standaard van Passend.")
  public let from = Field<CivilDate>("vanaf", "Geldt vanaf", hint: "Leeg: altijd.")
}

/// What support the school offers: until 31 July 2025 a SOP of its own, from then on yearly in the school guide.
public struct SupportOfferFields: RecordFields {
  public static let declared = SupportOfferFields()
  public static let name = "aanbod"
  public static let title = "Ondersteuningsaanbod"

  public let kind = Field<Choice<SupportOfferKind>>("vorm", "Vorm", "§2.2", .required)
  public let schoolYear = Field<SchoolYear>("schooljaar", "Schooljaar", "§2.2", hint: "Bij de schoolgids.")
  public let adopted = Field<CivilDate>("vastgesteldOp", "Vastgesteld op", "§2.2", [.required, .happened])
  public let councilAdvised = Field<CivilDate>("adviesMrOp", "Advies van de MR op", "§2.2", .happened)
}

/// In which document the support offer stands.
public enum SupportOfferKind: String, ChoiceKind {
  case profile = "sop"
  case schoolGuide = "schoolgids"

  public var label: String {
    switch self {
    case .profile: "schoolondersteuningsprofiel (SOP)"
    case .schoolGuide: "schoolgids"
    }
  }
}

/// The days of the final test and of the advice in one school year.
public struct TestYearFields: RecordFields {
  public static let declared = TestYearFields()
  public static let name = "toetsjaar"
  public static let title = "Toets en advies"

  public let schoolYear = Field<SchoolYear>("schooljaar", "Schooljaar", .required)
  public let testDate = Field<CivilDate>("toetsOp", "Eerste toetsdag", "§2.12")
  public let provisionalAdvice = Field<CivilDate>("voorlopigAdviesOp", "Voorlopig advies uiterlijk", "§2.11")
  public let finalAdvice = Field<CivilDate>("definitiefAdviesOp", "Definitief advies uiterlijk", "§2.11")
}
