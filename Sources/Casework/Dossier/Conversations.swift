/// The tab Gesprekken: talks, the actions from them, and the handover from teacher to teacher.
public struct ConversationsFields: RecordFields {
  public static let declared = ConversationsFields()
  public static let name = "gesprekken"
  public static let title = "Gesprekken"

  public let conversations = ListField<ConversationFields>("gesprekken", "Gesprekken", "§3.1-3.4")
  public let restricted = ListField<RestrictedMarkFields>(
    "vertrouwelijk", "Vertrouwelijke gesprekken", "§3.5",
    hint: "Alleen dat het er is en van welke dag. De tekst ligt apart, voor het zorgteam.")
  public let actions = ListField<ActionFields>(
    "acties", "Losse acties", hint: "Acties die niet uit een gesprek komen.")
  public let handovers = ListField<HandoverFields>(
    "overdrachten", "Overdracht", "§3.1", hint: "Naar de volgende leraar.")
}

/// One talk, or the attempt at one.
public typealias Conversation = Record<ConversationFields>

/// One talk about a pupil.
public struct ConversationFields: RecordFields {
  public static let declared = ConversationFields()
  public static let name = "gesprek"
  public static let title = "Gesprek"

  public let on = Field<CivilDate>("datum", "Datum", .required)
  public let kind = Field<Choice<ConversationKind>>("soort", "Met wie", "§3.1-3.4", .required)
  public let subjects = Field<[Choice<ConversationSubject>]>("onderwerpen", "Waarover", .required)
  public let medium = Field<Choice<ConversationMedium>>("hoe", "Hoe", .required)
  public let reached = Field<Choice<Reached>>(
    "bereikt", "Gesproken of geprobeerd", hint: "Een poging telt niet als gesprek met ouders.", .required)
  public let participants = ListField<ParticipantFields>("deelnemers", "Wie erbij waren")
  public let summary = Field<String>("samenvatting", "Wat is besproken", .long)
  public let decisions = Field<String>("besluiten", "Wat is afgesproken", .long)
  public let actions = ListField<ActionFields>("acties", "Acties")
  public let named = Field<Choice<NamedOrNot>>(
    "opNaam", "Op naam of anoniem", "§2.9, 3.6", hint: "Bij overleg met anderen over de leerling.", together: "opNaam")
  public let parentsConsultedOn = Field<CivilDate>(
    "oudersVoorafOp", "Ouders vooraf gesproken op", "§2.9",
    hint: "Over een leerling op naam praten we niet zonder ouders.", .happened,
    together: "opNaam")
}

public enum ConversationKind: String, ChoiceKind {
  case parents = "ouders"
  case pupil = "leerling"
  case teacher = "leraar"
  case careTeam = "mdo"
  case network = "swv"
  case other = "anders"

  public var label: String {
    switch self {
    case .parents: "ouders"
    case .pupil: "leerling"
    case .teacher: "leraar en IB"
    case .careTeam: "zorgteam (mdo)"
    case .network: "samenwerkingsverband"
    case .other: "anders"
    }
  }
}

public enum ConversationSubject: String, ChoiceKind {
  case plan = "opp"
  case support = "ondersteuning"
  case secondary = "vo"
  case absence = "verzuim"
  case admission = "aanmelding"
  case referral = "verwijzing"
  case medical = "medisch"
  case behaviour = "gedrag"
  case learning = "leren"
  case other = "anders"

  public var label: String {
    switch self {
    case .plan: "OPP"
    case .support: "extra ondersteuning"
    case .secondary: "voortgezet onderwijs"
    case .absence: "verzuim"
    case .admission: "aanmelding"
    case .referral: "verwijzing"
    case .medical: "medisch"
    case .behaviour: "gedrag en welbevinden"
    case .learning: "leren"
    case .other: "anders"
    }
  }
}

public enum ConversationMedium: String, ChoiceKind {
  case inPerson = "school"
  case telephone = "telefoon"
  case video = "video"
  case home = "huisbezoek"
  case mail = "mail"
  case portal = "ouderapp"
  case letter = "brief"

  public var label: String {
    switch self {
    case .inPerson: "op school"
    case .telephone: "telefoon"
    case .video: "videogesprek"
    case .home: "huisbezoek"
    case .mail: "mail"
    case .portal: "ouderapp"
    case .letter: "brief"
    }
  }
}

public enum Reached: String, ChoiceKind {
  case reached = "gesproken"
  case tried = "geprobeerd"

  public var label: String {
    switch self {
    case .reached: "gesproken"
    case .tried: "geprobeerd, niet bereikt"
    }
  }
}

public enum NamedOrNot: String, ChoiceKind {
  case named = "opNaam"
  case anonymous = "anoniem"

  public var label: String {
    switch self {
    case .named: "op naam"
    case .anonymous: "anoniem"
    }
  }
}
