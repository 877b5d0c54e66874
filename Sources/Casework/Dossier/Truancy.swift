/// A report of absence to DUO, which hands it to the attendance officer.
public struct TruancyReportFields: RecordFields {
  public static let declared = TruancyReportFields()
  public static let name = "melding"
  public static let title = "Melding bij DUO"

  public let kind = Field<Choice<TruancyReportKind>>("soort", "Soort melding", "§3.8; Lpw 21", .required)
  public let reportedOn = Field<CivilDate>("gemeldOp", "Gemeld op", "Lpw 21", .required)
  public let from = Field<CivilDate>("van", "Eerste verzuimdag", "Lpw 21", together: "periode")
  public let until = Field<CivilDate>(
    "tot", "Laatste dag van de melding", "Lpw 21",
    hint: "Bij 16 uur: de dag waarop de 16 uur vol was. Daarna begint het tellen opnieuw.", together: "periode")
  public let minutes = Field<Minutes>("uren", "Gemelde uren", "Lpw 21")
  public let number = Field<String>("nummer", "Nummer van DUO")
  public let reply = Field<String>(
    "antwoord", "Antwoord van leerplicht", "Lpw 22", .long, together: "antwoord")
  public let repliedOn = Field<CivilDate>("antwoordOp", "Antwoord op", "Lpw 22", .happened, together: "antwoord")
}

/// The kinds of report that DUO takes from a primary school; the last is voluntary.
public enum TruancyReportKind: String, ChoiceKind {
  case sixteenHours = "zestienUur"
  case longTerm = "langdurig"
  case holiday = "luxe"
  case other = "overig"

  public var label: String {
    switch self {
    case .sixteenHours: "16 uur in 4 lesweken"
    case .longTerm: "langdurig verzuim (meer dan 4 weken)"
    case .holiday: "luxe verzuim (vakantie zonder verlof)"
    case .other: "overig verzuim"
    }
  }
}

/// A pupil denied access to school for a short time.
public struct SuspensionFields: RecordFields {
  public static let declared = SuspensionFields()
  public static let name = "schorsing"
  public static let title = "Schorsing"

  public let from = Field<CivilDate>("van", "Eerste dag", "WPO 40c", .required, together: "periode")
  public let until = Field<CivilDate>(
    "tot", "Laatste dag", "WPO 40c", hint: "Leeg: één dag. Hoogstens een week.", together: "periode")
  public let reason = Field<String>("reden", "Reden", "WPO 40c", .long)
  public let parentsToldOn = Field<CivilDate>(
    "oudersBriefOp", "Brief aan ouders op", "WPO 40c", hint: "Met de redenen, op papier.", .happened)
  public let inspectorateToldOn = Field<CivilDate>(
    "inspectieOp", "Gemeld bij de inspectie op", "WPO 40c", hint: "Nodig bij meer dan één dag.", .happened)
}
