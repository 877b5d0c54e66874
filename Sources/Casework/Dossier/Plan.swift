/// The tab OPP: the versions of the plan and what came of them.
///
/// A version is locked once established, all but what was said with each guardian about it and its registration; what
/// was forgotten of the offer and of hearing the pupil may still be filled in. What
/// goes on after that (evaluations, progress, who read it) stands beside the versions and names the version it is about,
/// so that it can grow without touching a locked text.
public struct PlanFields: RecordFields {
  public static let declared = PlanFields()
  public static let name = "opp"
  public static let title = "OPP"

  public let versions = ListField<PlanVersionFields>("versies", "Versies", "§2.4; WPO 40a")
  public let evaluations = ListField<EvaluationFields>(
    "evaluaties", "Evaluaties", "§2.4, 2.6; WPO 40a lid 3", hint: "Minstens een keer per schooljaar met ouders.")
  public let progress = ListField<ProgressNoteFields>("voortgang", "Voortgang", "§2.7; WPO 8 lid 8")
  public let readings = ListField<ReadingFields>("gelezen", "Gelezen door")
}

/// One version of the plan.
public typealias PlanVersion = Record<PlanVersionFields>

/// One version of the plan.
///
/// What state it is in follows from its dates (see ``PlanState``): there is no field for the state, so none can
/// contradict them.
public struct PlanVersionFields: RecordFields {
  public static let declared = PlanVersionFields()
  public static let name = "oppVersie"
  public static let title = "OPP-versie"

  public let drawnUpOn = Field<CivilDate>(
    "opgesteldOp", "Opgesteld op", "§2.4", hint: "De dag waarop aan deze versie is begonnen.", [.required, .happened])
  public let basedOn = Field<Reference<ToRecord>>(
    "vorigeVersie", "Gemaakt uit versie", hint: "Instemming en datums gaan niet mee naar een nieuwe versie.")
  public let supportNeeds = Field<String>("ondersteuningsbehoeften", "Wat de leerling nodig heeft", "§2.4", .long)
  public let destination = Field<Choice<PlanDestination>>(
    "uitstroom", "Uitstroombestemming", "§2.4, 2.6; WPO 40a lid 5", hint: "Hiervoor is geen instemming nodig.")
  public let destinationReasons = Field<String>("uitstroomWaarom", "Onderbouwing", "§2.4", .long)
  public let promotingFactors = Field<[String]>(
    "bevorderend", "Bevorderende factoren", "§2.4", hint: "Wat de leerling helpt. Minstens één.")
  public let impedingFactors = Field<[String]>(
    "belemmerend", "Belemmerende factoren", "§2.4", hint: "Wat het leren moeilijk maakt. Minstens één.")
  public let actionPart = Field<Record<ActionPartFields>>(
    "handelingsdeel", "Handelingsdeel", "§2.6; WPO 40a", hint: "Hiermee moeten de ouders met gezag instemmen.")
  public let goals = ListField<GoalFields>("doelen", "Doelen", "§2.4")
  public let alreadyTried = ListField<AlreadyTriedFields>(
    "alGeprobeerd", "Wat de school al deed", "§2.5", hint: "Nodig bij een aanvraag bij het SWV.")
  public let adaptedTests = ListField<AdaptedTestFields>("aangepasteToetsen", "Aangepaste toetsen", "§2.7")
  public let pupilHeardOn = Field<CivilDate>(
    "leerlingGehoordOp", "Leerling gehoord op", "WPO 40a (hoorrecht, 1 aug 2025); §3.2",
    [.happened, .fillsLater], together: "hoorrecht")
  public let pupilView = Field<String>(
    "meningLeerling", "Wat de leerling vindt", "§3.2", [.long, .fillsLater], together: "hoorrecht")
  public let pupilViewUsed = Field<String>(
    "watErmeeGedaan", "Wat ermee is gedaan", "WPO 40a (hoorrecht)", [.long, .fillsLater], together: "hoorrecht")
  public let pupilNotHeardReason = Field<String>(
    "waaromNietGehoord", "Waarom niet gehoord", "WPO 40a (hoorrecht)", [.long, .fillsLater], together: "hoorrecht")
  public let offeredOn = Field<CivilDate>(
    "aangebodenOp", "Aangeboden aan ouders op", "§2.6", hint: "Vanaf deze dag wacht het OPP op instemming.",
    [.happened, .fillsLater])
  public let agreements = ListField<PlanAgreementFields>(
    "ouders", "Instemming per ouder", "§2.6; WPO 40a", .staysOpen)
  public let establishedOn = Field<CivilDate>(
    "vastgesteldOp", "Vastgesteld op", "§2.4; WPO 40a lid 2", hint: "Daarna ligt de tekst vast.", .happened,
    together: "vaststelling")
  public let inForceFrom = Field<CivilDate>(
    "geldtVanaf", "Geldt vanaf", "ROD 66a", hint: "Leeg: vanaf de dag van vaststellen.", together: "vaststelling")
  public let beginRegisteredOn = Field<CivilDate>(
    "beginInRodOp", "Begin in ROD gezet op", "§2.4, 3.5; ROD 66a", [.staysOpen, .happened])
  public let closedOn = Field<CivilDate>(
    "afgeslotenOp", "Afgesloten op", "ROD 66b", hint: "De laatste dag waarop het OPP gold.", .staysOpen,
    together: "afsluiting")
  public let closedReason = Field<String>(
    "waaromAfgesloten", "Waarom afgesloten", .staysOpen, together: "afsluiting")
  public let endRegisteredOn = Field<CivilDate>(
    "eindeInRodOp", "Einde in ROD gezet op", "§3.5; ROD 66b", [.staysOpen, .happened])
}

/// The part of the plan that needs the parents' agreement (§2.6); agreement is bound to its text by a hash.
public typealias ActionPart = Record<ActionPartFields>

/// What the school will do.
public struct ActionPartFields: RecordFields {
  public static let declared = ActionPartFields()
  public static let name = "handelingsdeel"
  public static let title = "Handelingsdeel"

  public let guidance = Field<String>(
    "begeleiding", "Begeleiding", "§2.6", hint: "Wat doet wie, hoe vaak en hoe lang?", .long)
  public let learningLine = Field<String>("leerlijn", "Leerlijn of leerstof aangepast", "§2.6", .long)
  public let extraSupport = Field<String>(
    "extraOndersteuning", "Extra ondersteuning", "§2.6", hint: "Ook welk onderzoek de school wil doen.", .long)
  public let care = Field<String>("zorg", "Zorg op school", "§2.9", .long)
  public let departures = Field<Choice<Departures>>(
    "afwijkingen", "Wijkt programma af", "§2.4; WPO 40a lid 5", hint: "Van het gewone programma van de groep.",
    together: "afwijkingen")
  public let departuresText = Field<String>(
    "afwijkingenUitleg", "Welke afwijking", "§2.4", .long, together: "afwijkingen")
}

/// Whether the pupil's programme departs from the regular one.
public enum Departures: String, ChoiceKind {
  case described = "ja"
  case none = "nvt"

  public var label: String {
    switch self {
    case .described: "wijkt af"
    case .none: "niet van toepassing"
    }
  }
}

/// The expected kind of education after primary school (§2.4).
public enum PlanDestination: String, ChoiceKind {
  case dayCare = "vsoDagbesteding"
  case labour = "vsoArbeid"
  case specialSecondary = "vsoVervolg"
  case practical = "pro"
  case basic = "vmboBb"
  case middle = "vmboKb"
  case mixed = "vmboGl"
  case theoretical = "vmboTl"
  case theoreticalHavo = "vmboTlHavo"
  case havo = "havo"
  case havoVwo = "havoVwo"
  case vwo = "vwo"

  public var label: String {
    switch self {
    case .dayCare: "vso, dagbesteding"
    case .labour: "vso, arbeidsmarkt"
    case .specialSecondary: "vso, vervolgonderwijs"
    case .practical: "praktijkonderwijs"
    case .basic: "vmbo-bb"
    case .middle: "vmbo-kb"
    case .mixed: "vmbo-gl"
    case .theoretical: "vmbo-tl"
    case .theoreticalHavo: "vmbo-tl/havo"
    case .havo: "havo"
    case .havoVwo: "havo/vwo"
    case .vwo: "vwo"
    }
  }
}

/// A goal of the plan.
public struct GoalFields: RecordFields {
  public static let declared = GoalFields()
  public static let name = "doel"
  public static let title = "Doel"

  public let domain = Field<String>("gebied", "Gebied", hint: "Bijvoorbeeld: rekenen, werkhouding.", .required)
  public let start = Field<String>("begin", "Waar de leerling nu staat", .long)
  public let target = Field<String>("doel", "Wat de leerling gaat kunnen", .required)
  public let measuredBy = Field<String>("meten", "Hoe we dat meten")
  public let byWhen = Field<CivilDate>("voor", "Voor wanneer")
  public let continues = Field<Reference<ToRecord>>(
    "vorigDoel", "Gaat verder op doel", hint: "Van een vorige versie; zo blijft te zien hoe het toen ging.")
}

/// Something that the school already did, and its effect.
public struct AlreadyTriedFields: RecordFields {
  public static let declared = AlreadyTriedFields()
  public static let name = "alGeprobeerd"
  public static let title = "Al geprobeerd"

  public let what = Field<String>("wat", "Wat is gedaan", "§2.5", .required)
  public let from = Field<CivilDate>("van", "Vanaf", together: "periode")
  public let until = Field<CivilDate>("tot", "Tot en met", together: "periode")
  public let effect = Field<String>("effect", "Wat het opleverde", "§2.5", .long)
}

/// A test that is taken in another way or at another level.
public struct AdaptedTestFields: RecordFields {
  public static let declared = AdaptedTestFields()
  public static let name = "aangepasteToets"
  public static let title = "Aangepaste toets"

  public let test = Field<String>("toets", "Toets", "§2.7", .required)
  public let adaptation = Field<String>("aanpassing", "Wat is anders")
  public let reason = Field<String>("reden", "Waarom", "§2.7", .long)
}
