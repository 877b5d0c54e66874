/// Looking back on the plan with the parents.
public typealias Evaluation = Record<EvaluationFields>

/// One evaluation of the plan (§2.4, 2.6).
public struct EvaluationFields: RecordFields {
  public static let declared = EvaluationFields()
  public static let name = "evaluatie"
  public static let title = "Evaluatie"

  public let on = Field<CivilDate>("datum", "Datum", "WPO 40a lid 3", [.required, .happened])
  public let version = Field<Reference<ToRecord>>("versie", "Welke versie", .required)
  public let attendance = ListField<EvaluationAttendanceFields>("ouders", "Ouders", "§2.6")
  public let pupilHeardOn = Field<CivilDate>(
    "leerlingGehoordOp", "Leerling gehoord op", "WPO 40a (hoorrecht); §3.2", .happened, together: "hoorrecht")
  public let pupilView = Field<String>("meningLeerling", "Wat de leerling vindt", "§3.2", .long, together: "hoorrecht")
  public let pupilViewUsed = Field<String>(
    "watErmeeGedaan", "Wat ermee is gedaan", "WPO 40a (hoorrecht)", .long, together: "hoorrecht")
  public let pupilNotHeardReason = Field<String>(
    "waaromNietGehoord", "Waarom niet gehoord", "WPO 40a (hoorrecht)", .long, together: "hoorrecht")
  public let results = ListField<GoalResultFields>("resultaten", "Resultaat per doel")
  public let carriedOut = Field<Choice<CarriedOut>>(
    "uitgevoerd", "Ondersteuning uitgevoerd", "§2.4", hint: "Is gedaan wat was gepland?", together: "uitvoering")
  public let carriedOutReason = Field<String>(
    "uitgevoerdUitleg", "Waarom niet of deels", .long, together: "uitvoering")
  public let conclusion = Field<String>("conclusie", "Conclusie", .long)
  public let adjusted = Field<Choice<YesNoUnknown>>(
    "bijgesteld", "Handelingsdeel bijgesteld", "§2.6; WPO 40a lid 4", hint: "Dan is opnieuw instemming nodig.",
    together: "bijstelling")
  public let adjustment = Field<String>("bijstelling", "Wat is bijgesteld", "§2.6", .long, together: "bijstelling")
  public let adjustedVersion = Field<Reference<ToRecord>>(
    "nieuweVersie", "Nieuwe versie", hint: "Het OPP waarin de bijstelling staat.")
}

/// Whether one guardian took part in an evaluation, and what was answered to an adjustment.
public struct EvaluationAttendanceFields: RecordFields {
  public static let declared = EvaluationAttendanceFields()
  public static let name = "evaluatieOuder"
  public static let title = "Ouder bij de evaluatie"

  public let guardian = Field<Reference<ToGuardian>>("ouder", "Ouder", .required)
  public let attendance = Field<Choice<Attendance>>("aanwezig", "Erbij", "§2.6", .required)
  public let invitedOn = Field<CivilDate>("uitgenodigdOp", "Uitgenodigd op", .happened)
  public let answer = Field<Choice<AgreementAnswer>>(
    "instemming", "Instemming met bijstelling", "§2.6; WPO 40a lid 4", together: "instemming")
  public let answeredOn = Field<CivilDate>("instemmingOp", "Antwoord op", "§2.6", .happened, together: "instemming")
  public let form = Field<Choice<AgreementForm>>("instemmingVorm", "Hoe gegeven", together: "instemming")
  public let textHash = Field<String>(
    "instemmingTekst", "Kenmerk van de tekst",
    hint: "Vult het programma in: op welke tekst van de bijstelling dit antwoord slaat.", together: "instemming")
}

public enum Attendance: String, ChoiceKind {
  case present = "aanwezig"
  case absentInvited = "nietGekomen"
  case notInvited = "nietUitgenodigd"

  public var label: String {
    switch self {
    case .present: "aanwezig"
    case .absentInvited: "uitgenodigd, niet gekomen"
    case .notInvited: "niet uitgenodigd"
    }
  }
}

public enum CarriedOut: String, ChoiceKind {
  case yes = "ja"
  case partly = "deels"
  case no = "nee"

  public var label: String { rawValue }
}

/// How far a goal was reached.
public struct GoalResultFields: RecordFields {
  public static let declared = GoalResultFields()
  public static let name = "doelresultaat"
  public static let title = "Resultaat"

  public let goal = Field<Reference<ToRecord>>("doel", "Doel", .required)
  public let score = Field<Choice<GoalScore>>("score", "Resultaat", .required)
  public let note = Field<String>("toelichting", "Toelichting", .long)
}

/// Five steps, from further away to more than reached.
public enum GoalScore: String, ChoiceKind {
  case declined = "-2"
  case unchanged = "-1"
  case partly = "0"
  case reached = "1"
  case exceeded = "2"

  public var label: String {
    switch self {
    case .declined: "achteruit"
    case .unchanged: "niet vooruit"
    case .partly: "deels bereikt"
    case .reached: "bereikt"
    case .exceeded: "meer dan bereikt"
    }
  }
}

/// A note on progress between two evaluations (§2.7).
public struct ProgressNoteFields: RecordFields {
  public static let declared = ProgressNoteFields()
  public static let name = "voortgang"
  public static let title = "Voortgang"

  public let on = Field<CivilDate>("datum", "Datum", "§2.7", [.required, .happened])
  public let text = Field<String>("tekst", "Hoe het gaat", "§2.7", [.required, .long])
  public let goal = Field<Reference<ToRecord>>("doel", "Bij welk doel")
}

/// That a teacher read a version of the plan.
public struct ReadingFields: RecordFields {
  public static let declared = ReadingFields()
  public static let name = "gelezen"
  public static let title = "Gelezen"

  public let reader = Field<Reference<ToUser>>("wie", "Wie", .required)
  public let on = Field<CivilDate>("datum", "Gelezen op", [.required, .happened])
  public let version = Field<Reference<ToRecord>>("versie", "Welke versie", .required)
}
