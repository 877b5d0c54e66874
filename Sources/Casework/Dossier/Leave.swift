/// Leave from school: asked, and decided by the head or by the attendance officer.
public struct LeaveFields: RecordFields {
  public static let declared = LeaveFields()
  public static let name = "verlof"
  public static let title = "Verlof"

  public let basis = Field<Choice<LeaveBasis>>("grond", "Grond", "Lpw 11a, 13, 13a, 14", .required)
  public let askedOn = Field<CivilDate>("gevraagdOp", "Gevraagd op", "Lpw 13, 13a, 14", .happened)
  public let from = Field<CivilDate>("van", "Eerste dag", [.required, .namingDay], together: "periode")
  public let until = Field<CivilDate>("tot", "Laatste dag", hint: "Leeg: één dag.", together: "periode")
  public let fromTime = Field<ClockTime>("vanTijd", "Van", hint: "Leeg: de hele dag.", together: "tijd")
  public let untilTime = Field<ClockTime>("totTijd", "Tot", together: "tijd")
  public let reason = Field<String>("reden", "Reden", .long)
  public let headDecision = Field<Choice<LeaveDecision>>(
    "besluitSchool", "Besluit van de school", "Lpw 13a, 14", together: "besluitSchool")
  public let headDecidedOn = Field<CivilDate>("besluitSchoolOp", "Op", .happened, together: "besluitSchool")
  public let officerDecision = Field<Choice<LeaveDecision>>(
    "besluitLeerplicht", "Besluit van leerplicht", "Lpw 14",
    hint: "Nodig boven 10 schooldagen per schooljaar.",
    together: "besluitLeerplicht")
  public let officerDecidedOn = Field<CivilDate>("besluitLeerplichtOp", "Op", .happened, together: "besluitLeerplicht")

  /// Whether the pupil may stay away: what the attendance officer decided, else what the head decided.
  public static func isGranted(_ leave: Record<LeaveFields>) -> Bool {
    (leave.officerDecision ?? leave.headDecision).is(.granted)
  }
}

/// On which article leave rests.
public enum LeaveBasis: String, ChoiceKind {
  case weighty = "gewichtig"
  case trade = "beroepOuders"
  case religion = "religieus"
  case fiveYearOld = "vijfjarige"

  public var label: String {
    switch self {
    case .weighty: "gewichtige omstandigheden"
    case .trade: "vakantie door beroep van ouders"
    case .religion: "religieuze plicht"
    case .fiveYearOld: "vijfjarige: tweede vijf uur per week"
    }
  }
}

public enum LeaveDecision: String, ChoiceKind {
  case granted = "verleend"
  case refused = "geweigerd"

  public var label: String { rawValue }
}
