/// The tab Verwijzing: on the way to another school, and quarrels about it.
public struct ReferralFields: RecordFields {
  public static let declared = ReferralFields()
  public static let name = "verwijzing"
  public static let title = "Verwijzing"

  public let placements = ListField<PlacementApplicationFields>("tlv", "TLV-aanvragen", "§4.1; WPO 18a, 40; WEC 40")
  public let clusterRequests = ListField<ClusterRequestFields>("cluster12", "Aanvragen cluster 1 of 2", "§4.2; WEC 41")
  public let secondaryChecks = ListField<SecondaryCheckFields>("proLwoo", "Toets aan PrO en LWOO", "§4.3, 4.4")
  public let removals = ListField<RemovalFields>("verwijderingen", "Verwijdering", "§1.11; WPO 40 lid 11, 63")
  public let disputes = ListField<DisputeFields>("geschillen", "Geschillen", "§3.4; WPO 43")
}

/// An application for a place in special (primary) education.
public typealias PlacementApplication = Record<PlacementApplicationFields>

/// One TLV, from the application to its end.
public struct PlacementApplicationFields: RecordFields {
  public static let declared = PlacementApplicationFields()
  public static let name = "tlv"
  public static let title = "TLV-aanvraag"

  public let kind = Field<Choice<PlacementKind>>("soort", "Waarvoor", "§1.7, 4.1", .required)
  public let appliedOn = Field<CivilDate>("aangevraagdOp", "Aangevraagd op", "§4.1", .happened)
  public let version = Field<Reference<ToRecord>>("oppVersie", "OPP-versie", "§4.1")
  public let enrolledNowhere = Field<Choice<YesNoUnknown>>(
    "nergensIngeschreven", "Op geen school ingeschreven", "§4.1", hint: "Dan is een OPP niet nodig.")
  public let checklist = ListField<PlacementChecklistFields>("checklist", "Checklist van het SWV", "§4.1")
  public let experts = ListField<PlacementExpertFields>(
    "deskundigen", "Adviezen van deskundigen", "§4.1; WPO 18a lid 11")
  public let told = ListField<GuardianDateFields>(
    "oudersIngelicht", "Ouders vooraf ingelicht", "§3.5", hint: "Toestemming is niet nodig, vooraf inlichten wel.")
  public let views = ListField<GuardianViewFields>("zienswijzen", "Zienswijze van ouders", "§3.5, 4.1")
  public let viewAttachedOn = Field<CivilDate>("zienswijzeMeeOp", "Zienswijze meegestuurd op", "§3.5, 4.1", .happened)
  public let partnership = Field<String>("swv", "SWV dat beslist", "§4.1")
  public let decision = Field<Choice<RequestDecision>>("besluit", "Besluit", "§4.1", together: "besluit")
  public let decidedOn = Field<CivilDate>("besluitOp", "Besloten op", "§4.1", .happened, together: "besluit")
  public let notifiedOn = Field<CivilDate>(
    "bekendgemaaktOp", "Bekendgemaakt op", "Awb 6:8", hint: "Vanaf de dag erna lopen 6 weken voor bezwaar.", .happened,
    together: "besluit")
  public let number = Field<String>("nummer", "Nummer van de TLV", "§4.1")
  public let from = Field<CivilDate>("van", "Geldig vanaf", "WEC 40 lid 15", together: "periode")
  public let until = Field<CivilDate>(
    "tot", "Geldig tot en met", "WEC 40 lid 15", hint: "Bij SO altijd een 31 juli.", together: "periode")
  public let returnConditions = Field<String>("terugkeer", "Voorwaarden voor terugkeer", "§4.1", .long)
  public let followUp = Field<Choice<PlacementFollowUp>>(
    "vervolg", "Hoe verder na afloop", "WEC 40 lid 15", together: "vervolg")
  public let followUpOn = Field<CivilDate>("vervolgOp", "Besproken op", .happened, together: "vervolg")
  public let school = Field<String>("school", "School waar aangemeld", "§4.1", together: "school")
  public let schoolPartnership = Field<String>(
    "schoolSwv", "SWV van die school", "§4.1", hint: "Een TLV voor SBO geldt alleen binnen het eigen SWV.",
    together: "school")
  public let schoolAppliedOn = Field<CivilDate>("schoolAangemeldOp", "Daar aangemeld op", .happened, together: "school")
  public let admittedOn = Field<CivilDate>("toegelatenOp", "Toegelaten op", "§4.1")
  public let transportAskedOn = Field<CivilDate>(
    "vervoerGevraagdOp", "Ouders vroegen vervoer aan op", "§4.1", .happened)
  public let objections = ListField<PlacementObjectionFields>("bezwaren", "Bezwaar", "Awb 6:7, 7:10")
}

public enum PlacementKind: String, ChoiceKind {
  case specialPrimary = "sbo"
  case specialOne = "so1"
  case specialTwo = "so2"
  case specialThree = "so3"

  public var label: String {
    switch self {
    case .specialPrimary: "SBO"
    case .specialOne: "SO, categorie 1 (laag)"
    case .specialTwo: "SO, categorie 2 (midden)"
    case .specialThree: "SO, categorie 3 (hoog)"
    }
  }
}

public enum PlacementFollowUp: String, ChoiceKind {
  case comesBack = "terug"
  case renew = "verlengen"
  case moveOn = "vervolgonderwijs"

  public var label: String {
    switch self {
    case .comesBack: "terug naar de basisschool"
    case .renew: "nieuwe TLV"
    case .moveOn: "naar het voortgezet onderwijs"
    }
  }
}

/// Whether a part of the checklist is there.
public struct PlacementChecklistFields: RecordFields {
  public static let declared = PlacementChecklistFields()
  public static let name = "tlvOnderdeel"
  public static let title = "Onderdeel"

  public let item = Field<Reference<ToRecord>>("onderdeel", "Regel van de checklist")
  public let text = Field<String>("tekst", "Onderdeel", .required)
  public let state = Field<Choice<ChecklistState>>("stand", "Stand", .required)
  public let on = Field<CivilDate>("datum", "Datum", .happened)
}

public enum ChecklistState: String, ChoiceKind {
  case there = "aanwezig"
  case lacks = "ontbreekt"
  case notNeeded = "nietNodig"

  public var label: String {
    switch self {
    case .there: "is er"
    case .lacks: "ontbreekt"
    case .notNeeded: "hoeft niet mee"
    }
  }
}

/// The advice of one expert on a placement.
public struct PlacementExpertFields: RecordFields {
  public static let declared = PlacementExpertFields()
  public static let name = "tlvDeskundige"
  public static let title = "Advies van een deskundige"

  public let personName = Field<String>("naam", "Naam", .required)
  public let discipline = Field<Choice<ExpertDiscipline>>("vak", "Vak", "§4.1; WPO 18a lid 11", .required)
  public let on = Field<CivilDate>("datum", "Advies van", [.required, .happened])
  public let advice = Field<String>("advies", "Advies", .long)
}

/// The professions of which the law wants two (§4.1).
public enum ExpertDiscipline: String, ChoiceKind {
  case orthopedagogue = "orthopedagoog"
  case psychologist = "psycholoog"
  case childPsychologist = "kinderpsycholoog"
  case pedagogue = "pedagoog"
  case childPsychiatrist = "kinderpsychiater"
  case socialWorker = "maatschappelijkWerker"
  case physician = "arts"
  case other = "anders"

  public var label: String {
    switch self {
    case .orthopedagogue: "orthopedagoog"
    case .psychologist: "psycholoog"
    case .childPsychologist: "kinder- of jeugdpsycholoog"
    case .pedagogue: "pedagoog"
    case .childPsychiatrist: "kinderpsychiater"
    case .socialWorker: "maatschappelijk werker"
    case .physician: "arts"
    case .other: "anders"
    }
  }
}
