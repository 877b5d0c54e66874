/// That something was done towards one guardian, and on which day.
public struct GuardianDateFields: RecordFields {
  public static let declared = GuardianDateFields()
  public static let name = "ouderDatum"
  public static let title = "Ouder en datum"

  public let guardian = Field<Reference<ToGuardian>>("ouder", "Ouder", .required)
  public let on = Field<CivilDate>("datum", "Datum", [.required, .happened])
  public let how = Field<String>("hoe", "Hoe", hint: "Bijvoorbeeld: mail, gesprek.")
}

/// A yes or no of one guardian to an examination or a medical act.
public struct GuardianConsentFields: RecordFields {
  public static let declared = GuardianConsentFields()
  public static let name = "ouderToestemming"
  public static let title = "Toestemming van een ouder"

  public let guardian = Field<Reference<ToGuardian>>("ouder", "Ouder", .required)
  public let answer = Field<Choice<ConsentAnswer>>("toestemming", "Toestemming", .required, together: "toestemming")
  public let on = Field<CivilDate>("datum", "Datum", .happened, together: "toestemming")
  public let form = Field<Choice<SpokenOrWritten>>("vorm", "Hoe gegeven", together: "toestemming")
}

public enum ConsentAnswer: String, ChoiceKind {
  case open = "open"
  case given = "ja"
  case refused = "nee"

  public var label: String {
    switch self {
    case .open: "nog open"
    case .given: "geeft toestemming"
    case .refused: "geeft geen toestemming"
    }
  }
}

/// What a guardian thinks of something that went or will go to others.
public struct GuardianViewFields: RecordFields {
  public static let declared = GuardianViewFields()
  public static let name = "ouderZienswijze"
  public static let title = "Zienswijze van een ouder"

  public let guardian = Field<Reference<ToGuardian>>("ouder", "Ouder", .required)
  public let sawOn = Field<CivilDate>("ingezienOp", "Ingezien op", .happened)
  public let agrees = Field<Choice<YesNoUnknown>>("akkoord", "Akkoord", together: "akkoord")
  public let agreedOn = Field<CivilDate>("akkoordOp", "Op", .happened, together: "akkoord")
  public let form = Field<Choice<SpokenOrWritten>>("vorm", "Hoe gezegd", together: "akkoord")
  public let remark = Field<String>("opmerking", "Opmerking van de ouder", .long)
}
