/// What passed between school and one guardian about one version of the plan.
public typealias PlanAgreement = Record<PlanAgreementFields>

/// Consulting, sending and agreeing, per guardian.
///
/// Agreement counts for the text it was given for and no other.
public struct PlanAgreementFields: RecordFields {
  public static let declared = PlanAgreementFields()
  public static let name = "oppOuder"
  public static let title = "Overleg en instemming"

  public let guardian = Field<Reference<ToGuardian>>("ouder", "Ouder", .required)
  public let consultedOn = Field<CivilDate>("overlegOp", "Overlegd op", "§2.4; WPO 40a lid 2", .happened)
  public let sentOn = Field<CivilDate>("verstuurdOp", "Verstuurd op", "§2.6", .happened)
  public let attempts = ListField<ContactAttemptFields>(
    "pogingen", "Pogingen om te bereiken", hint: "Leg elke poging vast als een ouder niet reageert.")
  public let answer = Field<Choice<AgreementAnswer>>(
    "instemming", "Instemming", "§2.6; WPO 40a", together: "instemming")
  public let answeredOn = Field<CivilDate>(
    "instemmingOp", "Antwoord op", "§2.6", [.namingDay, .happened], together: "instemming")
  public let form = Field<Choice<AgreementForm>>("instemmingVorm", "Hoe gegeven", "§2.12", together: "instemming")
  public let textHash = Field<String>(
    "instemmingTekst", "Kenmerk van de tekst", "§2.6",
    hint: "Vult het programma in: op welke tekst van het handelingsdeel dit antwoord slaat.", together: "instemming")
  public let remark = Field<String>("opmerking", "Opmerking van de ouder", .long)
}

public enum AgreementAnswer: String, ChoiceKind {
  case open = "open"
  case agreed = "ja"
  case refused = "nee"
  case unreachable = "onbereikbaar"

  public var label: String {
    switch self {
    case .open: "nog open"
    case .agreed: "stemt in"
    case .refused: "stemt niet in"
    case .unreachable: "niet te bereiken"
    }
  }
}

public enum AgreementForm: String, ChoiceKind {
  case signed = "handtekening"
  case mail = "mail"
  case oral = "mondeling"

  public var label: String {
    switch self {
    case .signed: "met handtekening"
    case .mail: "per mail"
    case .oral: "mondeling"
    }
  }
}

/// One attempt to reach a guardian.
public struct ContactAttemptFields: RecordFields {
  public static let declared = ContactAttemptFields()
  public static let name = "poging"
  public static let title = "Poging"

  public let on = Field<CivilDate>("datum", "Datum", [.required, .happened])
  public let how = Field<String>("hoe", "Hoe", hint: "Bijvoorbeeld: gebeld, brief, mail.", .required)
  public let outcome = Field<String>("uitkomst", "Uitkomst")
}
