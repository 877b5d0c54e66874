/// Personal data given to another organisation.
public typealias Disclosure = Record<DisclosureFields>

/// One exchange of data, planned or done.
public struct DisclosureFields: RecordFields {
  public static let declared = DisclosureFields()
  public static let name = "uitwisseling"
  public static let title = "Gegevens aan anderen"

  public let plannedOn = Field<CivilDate>("geplandOp", "Gepland op")
  public let doneOn = Field<CivilDate>("gegevenOp", "Gegeven op", "§3.6", .happened)
  public let data = Field<String>("gegevens", "Welke gegevens", "§3.6", .required)
  public let party = Field<String>("partij", "Aan wie", "§3.6", .required)
  public let partyKind = Field<Choice<PartyKind>>("partijSoort", "Soort", "§3.6")
  public let purpose = Field<String>("doel", "Waarvoor", "§3.6", .required)
  public let basis = Field<Choice<DisclosureBasis>>("grondslag", "Grondslag", "§3.5, 3.6; AVG 6", .required)
  public let consents = Field<[Reference<ToRecord>]>(
    "toestemmingen", "Op welke toestemming", "§3.6", hint: "Voor precies deze partij, dit doel en deze gegevens.")
  public let told = ListField<GuardianDateFields>(
    "oudersIngelicht", "Ouders vooraf ingelicht", "§3.5, 3.6", hint: "Elke ouder met gezag, uiterlijk op de dag zelf.")
  public let notToldReason = Field<String>(
    "nietIngelicht", "Waarom niet ingelicht", "§3.6", hint: "Alleen bij Veilig Thuis of een noodgeval.")
  public let care = Field<Record<SevenPointsFields>>("zorgvuldigheid", "Zeven punten", "§3.6")
}

/// Why data may be given.
public enum DisclosureBasis: String, ChoiceKind {
  case consent = "toestemming"
  case placementApplication = "tlv"
  case transfer = "overgang"
  case legalDuty = "wettelijkePlicht"
  case safeHome = "veiligThuis"
  case emergency = "noodgeval"

  public var label: String {
    switch self {
    case .consent: "toestemming van ouders"
    case .placementApplication: "aanvraag van een TLV"
    case .transfer: "overgang naar de volgende school"
    case .legalDuty: "wettelijke plicht (DUO, leerplicht, inspectie)"
    case .safeHome: "Veilig Thuis"
    case .emergency: "noodgeval"
    }
  }
}

/// The seven points of care before data go out (§3.6).
public struct SevenPointsFields: RecordFields {
  public static let declared = SevenPointsFields()
  public static let name = "zevenPunten"
  public static let title = "Zeven punten van zorgvuldigheid"

  public let involved = Field<Choice<YesNoUnknown>>("betrokken", "Ouders en leerling praten mee", "§3.6 punt 1")
  public let anonymous = Field<Choice<YesNoUnknown>>("anoniem", "Anoniem overleg is niet genoeg", "§3.6 punt 2")
  public let purposeFits = Field<Choice<YesNoUnknown>>(
    "doelPast", "Doel past", "§3.6 punt 3", hint: "Bij waarvoor de school de gegevens verzamelde.")
  public let basisHolds = Field<Choice<YesNoUnknown>>("grondslagGeldt", "De grondslag geldt hiervoor", "§3.6 punt 4")
  public let minimal = Field<Choice<YesNoUnknown>>("nietMeer", "Niet meer dan nodig", "§3.6 punt 5")
  public let open = Field<Choice<YesNoUnknown>>("openheid", "Ouders weten wat en waarom", "§3.6 punt 6")
  public let correct = Field<Choice<YesNoUnknown>>(
    "juistEnVeilig", "Juist en veilig", "§3.6 punt 7", hint: "De gegevens kloppen en gaan langs een veilige weg.")
  public let answeredOn = Field<CivilDate>("beantwoordOp", "Beantwoord op", .happened)
}

/// A request to see the dossier.
public typealias AccessRequest = Record<AccessRequestFields>

/// One request for access and the answer to it.
public struct AccessRequestFields: RecordFields {
  public static let declared = AccessRequestFields()
  public static let name = "inzageverzoek"
  public static let title = "Verzoek om inzage"

  public let receivedOn = Field<CivilDate>("ontvangenOp", "Ontvangen op", "AVG 12", [.required, .happened])
  public let guardian = Field<Reference<ToGuardian>>("ouder", "Van welke ouder")
  public let personName = Field<String>("naam", "Van iemand anders")
  public let what = Field<String>("wat", "Wat wordt gevraagd", "§3.5")
  public let extensionToldOn = Field<CivilDate>(
    "verlengingGemeldOp", "Verlenging gemeld op", "AVG 12 lid 3", hint: "Binnen een maand, met de reden.", .happened,
    together: "verlenging")
  public let extensionReason = Field<String>("verlengingReden", "Reden van verlenging", together: "verlenging")
  public let givenOn = Field<CivilDate>("gegevenOp", "Inzage gegeven op", "§3.5", .happened, together: "inzage")
  public let how = Field<String>(
    "hoe", "Hoe", "§3.5", hint: "Bijvoorbeeld: afdruk, samen op het scherm.", together: "inzage")
  public let refusedOn = Field<CivilDate>("geweigerdOp", "Geweigerd op", "§3.5", .happened, together: "weigering")
  public let refusal = Field<Choice<AccessRefusal>>("weigering", "Waarom geweigerd", "§3.5", together: "weigering")
  public let refusalText = Field<String>("weigeringUitleg", "Uitleg", .long, together: "weigering")
  public let factsGivenOn = Field<CivilDate>(
    "feitenGegevenOp", "Belangrijke feiten gegeven op", "BW 1:377c",
    hint: "Voor een ouder zonder gezag die daarom vraagt.", .happened)
}

public enum AccessRefusal: String, ChoiceKind {
  case noCustody = "geenGezag"
  case thirdParty = "gegevensVanAnderen"
  case childsInterest = "belangKind"
  case other = "anders"

  public var label: String {
    switch self {
    case .noCustody: "geen gezag"
    case .thirdParty: "gegevens van anderen"
    case .childsInterest: "belang van het kind"
    case .other: "anders"
    }
  }
}
