/// The tab Aanmelding: applications for this school and what was decided on them.
public struct AdmissionFields: RecordFields {
  public static let declared = AdmissionFields()
  public static let name = "aanmelding"
  public static let title = "Aanmelding"

  public let applications = ListField<ApplicationFields>("aanmeldingen", "Aanmeldingen", "§1.1-1.3; WPO 40")
}

/// One application, from its receipt to the decision and the objection to it.
public typealias Application = Record<ApplicationFields>

/// One application for the school.
public struct ApplicationFields: RecordFields {
  public static let declared = ApplicationFields()
  public static let name = "aanmelding"
  public static let title = "Aanmelding"

  public let receivedOn = Field<CivilDate>(
    "ontvangenOp", "Ontvangen op", "WPO 40 lid 6", hint: "Vanaf deze dag lopen de 6 weken.", [.required, .happened])
  public let form = Field<Choice<SpokenOrWritten>>(
    "vorm", "Hoe aangemeld", "§1.2", hint: "Alleen een schriftelijke aanmelding doet de termijn lopen.", .required)
  public let wantedFrom = Field<CivilDate>("gewensteDatum", "Gewenste eerste schooldag", "WPO 40 lid 2")
  public let elsewhere = Field<Choice<YesNoUnknown>>(
    "eldersIngeschreven", "Elders ingeschreven", "WPO 40 lid 7", together: "elders")
  public let elsewhereSchool = Field<String>("eldersSchool", "Op welke school", together: "elders")
  public let elsewhereFrom = Field<CivilDate>("eldersVan", "Ingeschreven vanaf", together: "elders")
  public let elsewhereUntil = Field<CivilDate>("eldersTot", "Ingeschreven tot en met", together: "elders")
  public let toldSupport = Field<Choice<YesNoUnknown>>(
    "oudersMeldenOndersteuning", "Extra ondersteuning verwacht", "§1.1; WPO 40 lid 3",
    hint: "Of ouders dat bij de aanmelding verwachten.")
  public let toldSupportText = Field<String>("watOudersMelden", "Wat ouders vertellen", "§1.1", .long)
  public let otherSchools = ListField<OtherSchoolFields>(
    "andereScholen", "Andere scholen gevraagd", "WPO 40 lid 2")
  public let transferReportAskedOn = Field<CivilDate>("okrGevraagdOp", "OKR gevraagd op", "§1.2", .happened)
  public let transferReportReceivedOn = Field<CivilDate>("okrOntvangenOp", "OKR ontvangen op", "§1.2", .happened)
  public let supportNeeded = Field<String>(
    "nodig", "Welke ondersteuning is nodig", "§1.2, eerste vraag", .long, together: "nodig")
  public let supportNeededOn = Field<CivilDate>(
    "nodigBeantwoordOp", "Beantwoord op", "§1.2", .happened, together: "nodig")
  public let canProvide = Field<Choice<YesNoUnknown>>(
    "kanSchoolDit", "Kan de school dit bieden", "§1.2, tweede vraag", together: "kan")
  public let canProvideText = Field<String>("kanSchoolDitUitleg", "Uitleg", "§1.2", .long, together: "kan")
  public let canProvideOn = Field<CivilDate>(
    "kanSchoolDitBeantwoordOp", "Beantwoord op", "§1.2", .happened, together: "kan")
  public let dataRequests = ListField<DataRequestFields>(
    "gegevensverzoeken", "Gegevens opgevraagd bij ouders", "WPO 63 lid 4; Awb 4:5, 4:15",
    hint: "Zolang ouders gegevens moeten aanleveren, staat de termijn stil.")
  public let extensionWeeks = Field<Int>(
    "verlengingWeken", "Verlengd met (weken)", "WPO 40 lid 6", hint: "Hoogstens 4.", together: "verlenging")
  public let extensionReason = Field<String>("verlengingReden", "Reden van verlenging", .long, together: "verlenging")
  public let extensionToldOn = Field<CivilDate>(
    "verlengingGemeldOp", "Ouders gemeld op", "§1.2",
    hint: "Op tijd is: uiterlijk op de laatste dag van de eerste 6 weken.", .happened, together: "verlenging")
  public let decision = Field<Choice<AdmissionDecision>>("besluit", "Besluit", "WPO 40", together: "besluit")
  public let decidedOn = Field<CivilDate>(
    "besluitOp", "Besluit genomen op", "WPO 40 lid 6", .happened, together: "besluit")
  public let decisionToldOn = Field<CivilDate>(
    "besluitGemeldOp", "Ouders gemeld op", "WPO 63", .happened, together: "besluit")
  public let refusalGround = Field<Choice<RefusalGround>>("weigeringsgrond", "Grond van weigering", "§1.2, 1.3, 3.9")
  public let medicalCause = Field<Choice<YesNoUnknown>>(
    "medischeOorzaak", "Ziekte onder behandeling", "§3.9",
    hint: "Niet zindelijk door een ziekte onder behandeling is geen grond om te weigeren.")
  public let reasonsGivenOn = Field<CivilDate>(
    "redenenGegevenOp", "Redenen gegeven op", "WPO 63 lid 2", hint: "Op papier.", .happened)
  public let objectionRouteGivenOn = Field<CivilDate>(
    "bezwaarrouteGegevenOp", "Weg van bezwaar gegeven op", "WPO 63 lid 2",
    hint: "Op papier: hoe en tot wanneer ouders bezwaar kunnen maken.", .happened)
  public let parentsConsultedOn = Field<CivilDate>(
    "oudersGesprokenOp", "Ouders gesproken op", "§1.1, 1.2", hint: "Over een andere school voor hun kind.", .happened)
  public let pupilConsultedOn = Field<CivilDate>(
    "leerlingGesprokenOp", "Leerling gesproken op", "§1.11", hint: "Over een andere school.", .happened)
  public let pupilNotConsultedReason = Field<String>(
    "leerlingNietGesproken", "Waarom niet met de leerling", "§1.11")
  public let networkInvolvedOn = Field<CivilDate>("swvBetrokkenOp", "SWV betrokken op", "§1.2")
  public let willingSchool = Field<String>(
    "andereSchool", "Andere school die wil toelaten", "§1.1; WPO 40", together: "andereSchool")
  public let willingSchoolOn = Field<CivilDate>("andereSchoolOp", "Bereid op", together: "andereSchool")
  public let temporaryFrom = Field<CivilDate>("tijdelijkVan", "Tijdelijk geplaatst vanaf", "WPO 40 lid 7")
  public let objectionReceivedOn = Field<CivilDate>("bezwaarOntvangenOp", "Bezwaar ontvangen op", "WPO 63, 40 lid 12")
  public let objectionHeardOn = Field<CivilDate>("bezwaarGehoordOp", "Ouders gehoord op", "WPO 63 lid 3")
  public let objectionDecidedOn = Field<CivilDate>(
    "bezwaarBeslistOp", "Op bezwaar beslist op", "WPO 63 lid 3", together: "bezwaarbesluit")
  public let objectionOutcome = Field<String>("bezwaarUitkomst", "Uitkomst van het bezwaar", together: "bezwaarbesluit")
  public let note = Field<String>("opmerking", "Opmerking", .long)
}

public enum AdmissionDecision: String, ChoiceKind {
  case admitted = "toegelaten"
  case refused = "geweigerd"
  case notProcessed = "nietBehandeld"
  case withdrawn = "ingetrokken"

  public var label: String {
    switch self {
    case .admitted: "toegelaten"
    case .refused: "geweigerd"
    case .notProcessed: "niet in behandeling genomen"
    case .withdrawn: "ingetrokken door ouders"
    }
  }
}

public enum RefusalGround: String, ChoiceKind {
  case cannotProvide = "kanNietBieden"
  case disproportionate = "onevenredig"
  case full = "vol"
  case foundation = "grondslag"
  case notToiletTrained = "nietZindelijk"

  public var label: String {
    switch self {
    case .cannotProvide: "school kan de ondersteuning niet bieden"
    case .disproportionate: "onevenredige belasting"
    case .full: "school is vol"
    case .foundation: "ouders respecteren de grondslag niet"
    case .notToiletTrained: "kind is niet zindelijk"
    }
  }
}

/// Another school that the parents asked.
public struct OtherSchoolFields: RecordFields {
  public static let declared = OtherSchoolFields()
  public static let name = "andereSchool"
  public static let title = "Andere school"

  public let school = Field<String>("school", "School", .required)
  public let askedOn = Field<CivilDate>("gevraagdOp", "Gevraagd op", .happened)
  public let firstChoice = Field<Choice<YesNoUnknown>>(
    "eersteVoorkeur", "Eerste voorkeur", hint: "De school van eerste voorkeur heeft de zorgplicht.")
  public let answer = Field<String>("antwoord", "Antwoord")
}

/// Asking parents for data that lack; the term for the decision stands still meanwhile.
public struct DataRequestFields: RecordFields {
  public static let declared = DataRequestFields()
  public static let name = "gegevensverzoek"
  public static let title = "Verzoek om gegevens"

  public let what = Field<String>("wat", "Welke gegevens", .required)
  public let askedOn = Field<CivilDate>("gevraagdOp", "Gevraagd op", "WPO 63 lid 4", [.required, .happened])
  public let before = Field<CivilDate>("uiterlijk", "Gestelde termijn", hint: "De dag waarop de termijn afloopt.")
  public let receivedOn = Field<CivilDate>("binnenOp", "Binnen op", .happened, together: "einde")
  public let lapsedOn = Field<CivilDate>(
    "verlopenOp", "Termijn verlopen op", hint: "Als de gegevens niet kwamen.", .happened, together: "einde")
}
