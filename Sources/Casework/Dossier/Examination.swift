/// The tab Onderzoek: examinations of what the pupil needs.
public struct ExaminationFields: RecordFields {
  public static let declared = ExaminationFields()
  public static let name = "onderzoek"
  public static let title = "Onderzoek"

  public let examinations = ListField<ExaminationRecordFields>("onderzoeken", "Onderzoeken", "§2.3")
}

/// One examination, from the question to what the parents shared of the outcome.
public typealias Examination = Record<ExaminationRecordFields>

/// One examination.
public struct ExaminationRecordFields: RecordFields {
  public static let declared = ExaminationRecordFields()
  public static let name = "onderzoek"
  public static let title = "Onderzoek"

  public let kind = Field<Choice<ExaminationKind>>(
    "soort", "Soort", "§2.3", hint: "Voor psychologisch onderzoek is toestemming nodig.", .required)
  public let askedBy = Field<Choice<ExaminationRequester>>("gevraagdDoor", "Gevraagd door", "§2.3, 2.12", .required)
  public let askedOn = Field<CivilDate>("gevraagdOp", "Gevraagd op", "§2.3", .happened)
  public let reason = Field<String>("waarom", "Waarom", "§2.3", .long)
  public let told = ListField<GuardianDateFields>("oudersIngelicht", "Ouders ingelicht", "§2.3")
  public let consents = ListField<GuardianConsentFields>("toestemmingen", "Toestemming per ouder", "§2.3")
  public let by = Field<String>("uitgevoerdDoor", "Uitgevoerd door", "§2.3", hint: "Naam, vak en organisatie.")
  public let plannedOn = Field<CivilDate>("geplandOp", "Gepland op")
  public let doneOn = Field<CivilDate>("uitgevoerdOp", "Uitgevoerd op", "§2.3", .happened)
  public let resultsToParentsOn = Field<CivilDate>(
    "uitkomstOudersOp", "Uitkomst naar ouders op", "§2.3", hint: "Ouders krijgen de uitkomst als eersten.", .happened)
  public let sharing = Field<Choice<ResultSharing>>("delen", "Wat ouders delen", "§2.3", together: "delen")
  public let sharingText = Field<String>("delenUitleg", "Welk deel", "§2.3", together: "delen")
  public let sharingOn = Field<CivilDate>("delenOp", "Ouders beslisten op", "§2.3", .happened, together: "delen")
  public let receivedOn = Field<CivilDate>("ontvangenOp", "Ontvangen door school op", "§2.3", .happened)
  public let summary = Field<String>("samenvatting", "Wat de school ermee doet", .long)
  public let kept = Field<String>("waarLigtHet", "Waar ligt het verslag")
}

public enum ExaminationKind: String, ChoiceKind {
  case psychological = "psychologisch"
  case didactic = "didactisch"
  case observation = "observatie"
  case medical = "medisch"
  case other = "anders"

  public var label: String {
    switch self {
    case .psychological: "psychologisch onderzoek"
    case .didactic: "didactisch onderzoek"
    case .observation: "observatie"
    case .medical: "medisch onderzoek"
    case .other: "ander onderzoek"
    }
  }
}

public enum ExaminationRequester: String, ChoiceKind {
  case school = "school"
  case parents = "ouders"
  case other = "anders"

  public var label: String {
    switch self {
    case .school: "school"
    case .parents: "ouders"
    case .other: "iemand anders"
    }
  }
}

/// What the parents decided to share with the school.
public enum ResultSharing: String, ChoiceKind {
  case everything = "alles"
  case part = "deel"
  case nothing = "niets"

  public var label: String {
    switch self {
    case .everything: "alles"
    case .part: "een deel"
    case .nothing: "niets"
    }
  }
}
