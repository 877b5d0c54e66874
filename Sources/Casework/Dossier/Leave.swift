/// Leave from school: asked, and decided by the head or by the attendance officer.
public struct LeaveFields: RecordFields {
  public static let declared = LeaveFields()
  public static let name = "verlof"
  public static let title = "Verlof"

  public let basis = Field<Choice<LeaveBasis>>("grond", "Grond", "Lpw 11a, 13, 13a, 14", .required)
  public let askedOn = Field<CivilDate>("gevraagd-op", "Gevraagd op", "Lpw 13, 13a, 14")
  public let from = Field<CivilDate>("van", "Eerste dag", .required, together: "periode")
  public let until = Field<CivilDate>("tot-en-met", "Laatste dag", hint: "Leeg: één dag.", together: "periode")
  public let fromTime = Field<ClockTime>("van-tijd", "Van", hint: "Leeg: de hele dag.", together: "tijd")
  public let untilTime = Field<ClockTime>("tot-tijd", "Tot", together: "tijd")
  public let reason = Field<String>("reden", "Reden", .long)
  public let headDecision = Field<Choice<LeaveDecision>>(
    "besluit-school", "Besluit van de school", "Lpw 13a, 14", together: "besluit-school")
  public let headDecidedOn = Field<CivilDate>("besluit-school-op", "Op", together: "besluit-school")
  public let officerDecision = Field<Choice<LeaveDecision>>(
    "besluit-leerplicht", "Besluit van de leerplichtambtenaar", "Lpw 14",
    hint: "Nodig boven 10 schooldagen per schooljaar.",
    together: "besluit-leerplicht")
  public let officerDecidedOn = Field<CivilDate>("besluit-leerplicht-op", "Op", together: "besluit-leerplicht")

  /// Whether the pupil may stay away: what the attendance officer decided, else what the head decided.
  public static func isGranted(_ leave: Record<LeaveFields>) -> Bool {
    (leave.officerDecision ?? leave.headDecision).is(.granted)
  }
}

/// On which article leave rests.
public enum LeaveBasis: String, ChoiceKind {
  case weighty = "gewichtig"
  case trade = "beroep-ouders"
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
