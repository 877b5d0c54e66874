/// The tab Leerling: who the pupil is and where in the school.
///
/// Guardians live apart, in ``FamilyFields``.
///
/// There is no field for a BSN or another personal number, and none may be added (domain §3.1).
public struct PupilFields: RecordFields {
  public static let declared = PupilFields()
  public static let name = "leerling"
  public static let title = "Leerling"

  public let callName = Field<String>("roepnaam", "Roepnaam", .required)
  public let surnamePrefix = Field<String>(
    "tussenvoegsel", "Tussenvoegsel", hint: "Bijvoorbeeld: van der. Leeg als het er niet is.")
  public let surname = Field<String>("achternaam", "Achternaam", hint: "Zonder tussenvoegsel.", .required)
  public let birthDate = Field<CivilDate>("geboortedatum", "Geboortedatum", "WPO 39, Lpw 3", [.required, .happened])
  public let administrationKey = Field<String>(
    "sleutelLas", "Sleutel leerlingadministratie", "EDEXML 2.1",
    hint: "De sleutel uit het leerlingadministratiesysteem. Nooit een BSN of ander persoonsnummer.")
  public let enrolments = ListField<EnrolmentFields>(
    "inschrijvingen", "Inschrijving", "WPO 40", hint: "Een tijdelijke plaatsing en een inschrijving staan apart.")
  public let placements = ListField<PlacementFields>(
    "groepen", "Groep en leerjaar", hint: "Elk schooljaar een regel, en een nieuwe bij een andere groep.")
  public let supportLevels = ListField<SupportPeriodFields>(
    "ondersteuningsniveaus", "Ondersteuningsniveau", "§2.1",
    hint: "Elke verandering is een nieuwe regel. Hulp met Nederlands tegen achterstand is geen extra ondersteuning.")
  public let groupThreeStart = Field<CivilDate>(
    "startGroep3", "Start groep 3", "§4.3, 4.4", hint: "Vanaf deze dag tellen de maanden onderwijs (DL).")
  public let ownLearningLine = Field<Choice<YesNoUnknown>>(
    "eigenLeerlijn", "Eigen leerlijn", "§2.4", together: "leerlijn")
  public let ownLearningLineFrom = Field<CivilDate>("eigenLeerlijnSinds", "Eigen leerlijn sinds", together: "leerlijn")
  public let ownLearningLineSubjects = Field<String>(
    "eigenLeerlijnVakken", "Vakken met eigen leerlijn", hint: "Bijvoorbeeld: rekenen.", together: "leerlijn")
  public let siblings = Field<[Reference<ToPupil>]>("broersZussen", "Broers en zussen op school")
  public let contactPerson = Field<String>(
    "contactpersoon", "Contactpersoon op school", hint: "Bij wie ouders met vragen over deze leerling terechtkunnen.")
  public let homeLanguage = Field<String>("thuistaal", "Taal thuis")
  public let inNetherlandsSince = Field<CivilDate>(
    "inNederlandSinds", "In Nederland sinds", "WPO 9b", hint: "Leeg als de leerling hier is geboren.", .happened)
}

/// One stretch of being a pupil of this school.
///
/// A temporary placement is ended by the definitive one that follows it.
public struct EnrolmentFields: RecordFields {
  public static let declared = EnrolmentFields()
  public static let name = "inschrijving"
  public static let title = "Inschrijving"

  public let kind = Field<Choice<EnrolmentKind>>(
    "soort", "Soort", "WPO 40 lid 7", hint: "Tijdelijk: geplaatst omdat er na 10 weken nog geen besluit was.", .required
  )
  public let from = Field<CivilDate>("van", "Ingeschreven op", .required, together: "periode")
  public let until = Field<CivilDate>(
    "tot", "Laatste dag ingeschreven", "§3.9", hint: "Leeg zolang de leerling op school zit.", together: "periode")
  public let destination = Field<Choice<DepartureDestination>>(
    "bestemming", "Vertrokken naar", "§2.11, 3.9", together: "vertrek")
  public let destinationName = Field<String>("bestemmingNaam", "Naam nieuwe school", together: "vertrek")
  public let referred = Field<Choice<YesNoUnknown>>(
    "verwezen", "Verwezen naar S(B)O", "§3.9", hint: "Bepaalt hoe lang het dossier bewaard mag worden.",
    together: "vertrek")
}

public enum EnrolmentKind: String, ChoiceKind {
  case definitive = "definitief"
  case temporary = "tijdelijk"

  public var label: String {
    switch self {
    case .definitive: "definitief"
    case .temporary: "tijdelijke plaatsing"
    }
  }
}

/// Where a pupil went.
public enum DepartureDestination: String, ChoiceKind {
  case primary = "basisschool"
  case specialPrimary = "sbo"
  case special = "so"
  case secondary = "vo"
  case specialSecondary = "vso"
  case abroad = "buitenland"
  case none = "geen"
  case other = "anders"
  case unknown = "onbekend"

  public var label: String {
    switch self {
    case .primary: "andere basisschool"
    case .specialPrimary: "speciaal basisonderwijs (SBO)"
    case .special: "speciaal onderwijs (SO)"
    case .secondary: "voortgezet onderwijs"
    case .specialSecondary: "voortgezet speciaal onderwijs (VSO)"
    case .abroad: "buitenland"
    case .none: "geen school"
    case .other: "anders"
    case .unknown: "onbekend"
    }
  }

  /// Whether there is a school in the Netherlands that the file goes to; nothing where that is not known.
  public var isDutchSchool: Bool? {
    switch self {
    case .primary, .specialPrimary, .special, .secondary, .specialSecondary: true
    case .abroad, .none: false
    case .other, .unknown: nil
    }
  }
}

/// The group that the pupil is in and the year of schooling, for a time within one school year.
public struct PlacementFields: RecordFields {
  public static let declared = PlacementFields()
  public static let name = "plaatsing"
  public static let title = "Groep en leerjaar"

  public let group = Field<Reference<ToGroup>>("groep", "Groep", .required)
  public let yearGroup = Field<Int>("leerjaar", "Leerjaar", hint: "1 tot en met 8.", .required)
  public let from = Field<CivilDate>("van", "Vanaf", .required, together: "periode")
  public let until = Field<CivilDate>(
    "tot", "Tot en met", hint: "Leeg zolang de leerling in deze groep zit.", together: "periode")
}

/// One stretch of one level of support.
public struct SupportPeriodFields: RecordFields {
  public static let declared = SupportPeriodFields()
  public static let name = "ondersteuningsniveau"
  public static let title = "Ondersteuningsniveau"

  public let level = Field<Choice<SupportLevel>>("niveau", "Niveau", "§2.1", .required)
  public let from = Field<CivilDate>("van", "Vanaf", "§2.4", .required, together: "periode")
  public let until = Field<CivilDate>(
    "tot", "Tot en met", hint: "Leeg zolang dit niveau geldt.", together: "periode")
  public let reason = Field<String>("waarom", "Waarom", "§2.3", .long)
  public let consultations = ListField<GuardianConsultationFields>(
    "overleg", "Overleg met ouders", "hoofdstuk 2", hint: "Per ouder de dag waarop dit is besproken.")
}

/// On which day something was talked over with one guardian.
public struct GuardianConsultationFields: RecordFields {
  public static let declared = GuardianConsultationFields()
  public static let name = "overleg"
  public static let title = "Overleg met een ouder"

  public let guardian = Field<Reference<ToGuardian>>("ouder", "Ouder", .required)
  public let on = Field<CivilDate>("datum", "Besproken op", [.required, .happened])
  public let note = Field<String>("opmerking", "Opmerking")
}

/// The levels of support (§2.1).
public enum SupportLevel: String, ChoiceKind {
  case basic = "basis"
  case extraWithinProfile = "extraBinnenSop"
  case extraBeyondProfile = "extraBuitenSop"
  case specialised = "sbo"

  public var label: String {
    switch self {
    case .basic: "basisondersteuning"
    case .extraWithinProfile: "extra ondersteuning"
    case .extraBeyondProfile: "extra ondersteuning (met SWV)"
    case .specialised: "speciaal (basis)onderwijs"
    }
  }

  /// Both extra levels: what rules mean by "extra support".
  public var isExtra: Bool {
    switch self {
    case .extraWithinProfile, .extraBeyondProfile: true
    case .basic, .specialised: false
    }
  }
}
