/// The tab Overgang: to the next school, with the test and the advice.
///
/// The handover to the next teacher stands in ``ConversationsFields``, where both teachers can read it.
public struct TransitionFields: RecordFields {
  public static let declared = TransitionFields()
  public static let name = "overgang"
  public static let title = "Overgang"

  public let transfers = ListField<TransferFields>("overdrachten", "Naar de volgende school", "§2.11")
  public let exemptions = ListField<ExemptionFields>(
    "ontheffingen", "Ontheffing toets", "§2.12; WPO 9b")
  public let advices = ListField<AdviceFields>("adviezen", "Schooladvies", "§2.11")
}

/// The report and the plan that go to the next school.
public struct TransferFields: RecordFields {
  public static let declared = TransferFields()
  public static let name = "schooloverdracht"
  public static let title = "Naar de volgende school"

  public let school = Field<String>("school", "School", .required)
  public let reportSentOn = Field<CivilDate>("okrVerstuurdOp", "OKR verstuurd op", "§2.11; WPO 42", .happened)
  public let planSentOn = Field<CivilDate>("oppVerstuurdOp", "OPP verstuurd op", "§2.11", .happened, together: "opp")
  public let version = Field<Reference<ToRecord>>("oppVersie", "Welke versie van het OPP", "§2.11", together: "opp")
  public let views = ListField<GuardianViewFields>(
    "oudersInzage", "Ingezien door ouders", "§2.11; WPO 42", hint: "Ouders zien het OKR voordat het weggaat.")
  public let talkedOn = Field<CivilDate>(
    "besprokenOp", "Besproken op", "§2.11", hint: "Met de volgende school.", .happened)
}

/// An exemption from the final test, or a result that does not count for the school.
public struct ExemptionFields: RecordFields {
  public static let declared = ExemptionFields()
  public static let name = "ontheffing"
  public static let title = "Ontheffing"

  public let year = Field<SchoolYear>("schooljaar", "Schooljaar", .required)
  public let kind = Field<Choice<ExemptionKind>>("soort", "Wat", "§2.12", .required)
  public let ground = Field<Choice<ExemptionGround>>("grond", "Grond", "WPO 9b lid 4")
  public let motivation = Field<String>("motivering", "Motivering", "§2.12; WPO 9b", .long)
  public let decidedOn = Field<CivilDate>("besluitOp", "Besloten op", "WPO 9b", .happened)
  public let told = ListField<GuardianDateFields>("oudersIngelicht", "Ouders ingelicht", "WPO 9b lid 6")
  public let consulted = ListField<GuardianDateFields>(
    "oudersOverlegd", "Met ouders overlegd", "WPO 9b lid 7", hint: "Nodig bij de grond: kort in Nederland.")
}

public enum ExemptionKind: String, ChoiceKind {
  case exempt = "ontheffing"
  case notCounted = "teltNietMee"

  public var label: String {
    switch self {
    case .exempt: "maakt de toets niet"
    case .notCounted: "resultaat telt niet mee voor de school"
    }
  }
}

public enum ExemptionGround: String, ChoiceKind {
  case slowLearner = "zeerMoeilijkLerend"
  case multiplyDisabled = "meervoudigGehandicapt"
  case shortInNetherlands = "kortInNederland"

  public var label: String {
    switch self {
    case .slowLearner: "zeer moeilijk lerend"
    case .multiplyDisabled: "meervoudig gehandicapt, waaronder zeer moeilijk lerend"
    case .shortInNetherlands: "hoogstens 4 jaar in Nederland, te weinig Nederlands"
    }
  }
}

/// The school's advice on secondary education in one year.
public struct AdviceFields: RecordFields {
  public static let declared = AdviceFields()
  public static let name = "schooladvies"
  public static let title = "Schooladvies"

  public let year = Field<SchoolYear>("schooljaar", "Schooljaar", .required)
  public let provisional = Field<Choice<PlanDestination>>("voorlopig", "Voorlopig advies", together: "voorlopig")
  public let provisionalOn = Field<CivilDate>("voorlopigOp", "Gegeven op", .happened, together: "voorlopig")
  public let testAdvice = Field<Choice<PlanDestination>>("toetsadvies", "Advies van de toets", together: "toets")
  public let testAdviceOn = Field<CivilDate>("toetsadviesOp", "Uitslag op", .happened, together: "toets")
  public let reconsidered = Field<Choice<Reconsideration>>(
    "heroverweging", "Heroverweging", hint: "Nodig als de toets hoger uitvalt dan het advies.",
    together: "heroverweging")
  public let reconsideredReason = Field<String>(
    "heroverwegingReden", "Reden", .long, together: "heroverweging")
  public let reconsideredOn = Field<CivilDate>(
    "heroverwegingOp", "Heroverwogen op", .happened, together: "heroverweging")
  public let final = Field<Choice<PlanDestination>>("definitief", "Definitief advies", together: "definitief")
  public let finalOn = Field<CivilDate>("definitiefOp", "Gegeven op", .happened, together: "definitief")
}

public enum Reconsideration: String, ChoiceKind {
  case raised = "bijgesteld"
  case partly = "deels"
  case kept = "nietBijgesteld"

  public var label: String {
    switch self {
    case .raised: "bijgesteld"
    case .partly: "deels bijgesteld"
    case .kept: "niet bijgesteld"
    }
  }
}
