/// An objection to the decision on a TLV.
public struct PlacementObjectionFields: RecordFields {
  public static let declared = PlacementObjectionFields()
  public static let name = "tlvBezwaar"
  public static let title = "Bezwaar"

  public let by = Field<Choice<ObjectionParty>>("van", "Van wie", "Awb 6:4", .required)
  public let on = Field<CivilDate>("datum", "Ingediend op", "Awb 6:7", [.required, .happened])
  public let decidedOn = Field<CivilDate>("beslistOp", "Beslist op", "Awb 7:10", .happened, together: "beslissing")
  public let outcome = Field<String>("uitkomst", "Uitkomst", together: "beslissing")
}

public enum ObjectionParty: String, ChoiceKind {
  case parents = "ouders"
  case board = "bestuur"

  public var label: String { rawValue }
}

/// A request to an institution for visually, hearing or language impaired pupils (§4.2).
public struct ClusterRequestFields: RecordFields {
  public static let declared = ClusterRequestFields()
  public static let name = "cluster12"
  public static let title = "Aanvraag cluster 1 of 2"

  public let institution = Field<String>("instelling", "Instelling", "§4.2", .required)
  public let cluster = Field<Choice<SensoryCluster>>("cluster", "Cluster", "§1.7", .required)
  public let what = Field<String>("wat", "Wat wordt gevraagd", hint: "Begeleiding op school, of plaatsing.")
  public let askedOn = Field<CivilDate>("aangevraagdOp", "Aangevraagd op", "§4.2", [.required, .happened])
  public let told = ListField<GuardianDateFields>("oudersIngelicht", "Ouders ingelicht", "§3.6")
  public let decision = Field<Choice<RequestDecision>>("besluit", "Besluit", "WEC 41", together: "besluit")
  public let decidedOn = Field<CivilDate>("besluitOp", "Besloten op", "WEC 41", .happened, together: "besluit")
  public let from = Field<CivilDate>("van", "Geldig vanaf", together: "periode")
  public let until = Field<CivilDate>("tot", "Geldig tot en met", together: "periode")
}

public enum SensoryCluster: String, ChoiceKind {
  case one = "cluster1"
  case two = "cluster2"

  public var label: String {
    switch self {
    case .one: "cluster 1 (zien)"
    case .two: "cluster 2 (horen, taal)"
    }
  }
}

/// Whether a pupil meets the criteria of practical or learning-support education (§4.3, 4.4).
public typealias SecondaryCheck = Record<SecondaryCheckFields>

/// The facts that the criteria are checked against.
public struct SecondaryCheckFields: RecordFields {
  public static let declared = SecondaryCheckFields()
  public static let name = "proLwoo"
  public static let title = "PrO en LWOO"

  public let on = Field<CivilDate>("datum", "Datum", [.required, .happened])
  public let intelligence = Field<Int>("iq", "IQ", "§4.3, 4.4", together: "iq")
  public let intelligenceTest = Field<String>("iqToets", "Met welke test", together: "iq")
  public let intelligenceOn = Field<CivilDate>("iqOp", "Getest op", .happened, together: "iq")
  public let domains = ListField<DomainResultFields>("domeinen", "Leerachterstand", "§4.3, 4.4")
  public let socialEmotional = Field<Choice<YesNoUnknown>>(
    "sociaalEmotioneel", "Sociaal-emotioneel belemmerd", "§4.4", hint: "Problemen die het leren in de weg staan.",
    together: "sociaalEmotioneel")
  public let socialEmotionalText = Field<String>(
    "sociaalEmotioneelUitleg", "Waaruit dat blijkt", "§4.4", hint: "Faalangst, motivatie of emotionele instabiliteit.",
    .long,
    together: "sociaalEmotioneel")
  public let judgedPractical = Field<Choice<YesNoUnknown>>(
    "aangewezenOpPro", "Aangewezen op PrO", "§4.3", hint: "Naar het oordeel van alle betrokkenen.")
  public let views = ListField<GuardianViewFields>("zienswijzen", "Zienswijze van ouders", "§4.3")
}

/// How far a pupil is behind in one domain.
public struct DomainResultFields: RecordFields {
  public static let declared = DomainResultFields()
  public static let name = "domein"
  public static let title = "Domein"

  public let domain = Field<Choice<LearningDomain>>("domein", "Domein", "§4.3, 4.4", .required)
  public let test = Field<String>("toets", "Toets")
  public let on = Field<CivilDate>("datum", "Datum", .happened, together: "meting")
  public let reached = Field<Int>(
    "dle", "DLE", "§4.3", hint: "Maanden onderwijs waarmee het niveau overeenkomt.", .required, together: "meting")
  public let had = Field<Int>(
    "dl", "DL", "§4.3", hint: "Maanden onderwijs sinds groep 3: 10 per jaar, 60 aan het eind van groep 8.",
    .required, together: "meting")
}

public enum LearningDomain: String, ChoiceKind {
  case arithmetic = "inzichtelijkRekenen"
  case comprehension = "begrijpendLezen"
  case technicalReading = "technischLezen"
  case spelling = "spellen"

  public var label: String {
    switch self {
    case .arithmetic: "inzichtelijk rekenen"
    case .comprehension: "begrijpend lezen"
    case .technicalReading: "technisch lezen"
    case .spelling: "spellen"
    }
  }

  /// Whether it is one of the two of which at least one must lag behind.
  public var isCore: Bool {
    switch self {
    case .arithmetic, .comprehension: true
    case .technicalReading, .spelling: false
    }
  }
}

/// Removing a pupil from the school.
public struct RemovalFields: RecordFields {
  public static let declared = RemovalFields()
  public static let name = "verwijdering"
  public static let title = "Verwijdering"

  public let intendedOn = Field<CivilDate>("voornemenOp", "Voornemen op", "WPO 40 lid 11", [.required, .happened])
  public let reason = Field<String>("reden", "Reden", .long)
  public let teacherHeardOn = Field<CivilDate>("leraarGehoordOp", "Leraar gehoord op", "WPO 40 lid 11", .happened)
  public let parentsHeard = ListField<GuardianDateFields>("oudersGehoord", "Ouders gehoord", "WPO 63")
  public let willingSchool = Field<String>(
    "andereSchool", "School die wil toelaten", "§1.11; WPO 40 lid 11", together: "andereSchool")
  public let willingSchoolOn = Field<CivilDate>(
    "andereSchoolOp", "Bereid op", "§1.11", .happened, together: "andereSchool")
  public let decidedOn = Field<CivilDate>("besluitOp", "Besluit op", "WPO 63", .happened)
  public let reasonsGivenOn = Field<CivilDate>(
    "redenenGegevenOp", "Redenen gegeven op", "WPO 63", hint: "Op papier.", .happened)
  public let objectionRouteGivenOn = Field<CivilDate>(
    "bezwaarrouteGegevenOp", "Weg van bezwaar gegeven op", "WPO 63", hint: "Op papier.", .happened)
  public let removedOn = Field<CivilDate>("verwijderdOp", "Laatste dag op school", "§1.11")
  public let objectionReceivedOn = Field<CivilDate>(
    "bezwaarOntvangenOp", "Bezwaar ontvangen op", "WPO 63, 40", .happened)
  public let objectionHeardOn = Field<CivilDate>(
    "bezwaarGehoordOp", "Ouders gehoord op het bezwaar", "WPO 63", .happened)
  public let objectionDecidedOn = Field<CivilDate>(
    "bezwaarBeslistOp", "Op bezwaar beslist op", "WPO 63", .happened, together: "bezwaarbesluit")
  public let objectionOutcome = Field<String>("bezwaarUitkomst", "Uitkomst van het bezwaar", together: "bezwaarbesluit")
  public let withdrawnOn = Field<CivilDate>("afgezienOp", "Van verwijdering afgezien op", .happened)
}

/// A dispute about admission, removal, the plan or something else.
public typealias Dispute = Record<DisputeFields>

/// One dispute before a committee or another body.
public struct DisputeFields: RecordFields {
  public static let declared = DisputeFields()
  public static let name = "geschil"
  public static let title = "Geschil"

  public let kind = Field<Choice<DisputeBody>>("soort", "Bij wie", "§3.4", .required)
  public let about = Field<Choice<DisputeSubject>>("over", "Waarover", "§3.4; WPO 43", .required)
  public let submittedOn = Field<CivilDate>("ingediendOp", "Ingediend op", "WPO 43", [.required, .happened])
  public let adviceOn = Field<CivilDate>("adviesOp", "Advies of oordeel op", "WPO 43", .happened, together: "advies")
  public let advice = Field<String>("advies", "Advies of oordeel", "WPO 43", .long, together: "advies")
  public let endedOn = Field<CivilDate>("gestoptOp", "Zonder advies gestopt op", .happened)
  public let decidedOn = Field<CivilDate>(
    "besluitOp", "Besluit van het bestuur op", "§3.4", .happened, together: "besluit")
  public let follows = Field<Choice<YesNoUnknown>>(
    "volgtAdvies", "Bestuur volgt het advies", "§3.4", together: "besluit")
  public let decision = Field<String>("besluit", "Wat het bestuur beslist", "§3.4", .long, together: "besluit")
  public let reasons = Field<String>("motivering", "Waarom het bestuur afwijkt", "§3.4", .long, together: "besluit")
  public let toldParentsOn = Field<CivilDate>("oudersGemeldOp", "Aan ouders gemeld op", "§3.4", .happened)
  public let toldCommitteeOn = Field<CivilDate>("commissieGemeldOp", "Aan de commissie gemeld op", "§3.4", .happened)
}

public enum DisputeBody: String, ChoiceKind {
  case committee = "gpo"
  case consultant = "onderwijsconsulent"
  case supportPoint = "steunpunt"
  case complaints = "klachtencommissie"
  case placementAdvice = "lbt"
  case equalTreatment = "mensenrechten"
  case court = "rechter"
  case other = "anders"

  public var label: String {
    switch self {
    case .committee: "Geschillencommissie passend onderwijs (GPO)"
    case .consultant: "onderwijsconsulent"
    case .supportPoint: "steunpunt van het SWV"
    case .complaints: "klachtencommissie"
    case .placementAdvice: "bezwaaradviescommissie TLV (LBT)"
    case .equalTreatment: "College voor de Rechten van de Mens"
    case .court: "rechter"
    case .other: "anders"
    }
  }
}

public enum DisputeSubject: String, ChoiceKind {
  case admission = "toelating"
  case removal = "verwijdering"
  case plan = "opp"
  case placement = "tlv"
  case other = "anders"

  public var label: String {
    switch self {
    case .admission: "toelating"
    case .removal: "verwijdering"
    case .plan: "OPP"
    case .placement: "TLV"
    case .other: "anders"
    }
  }
}
