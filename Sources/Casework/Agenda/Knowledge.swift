/// With which facts a day is shown; no rule knows which of them it reads.
public enum Knowledge: String, CaseIterable, Sendable {
  /// A past day with what was recorded by the end of it.
  case then = "toen"
  /// What is known now.
  case now = "nu"
  /// A day to come as it will be if nothing is done.
  case ahead = "vooruit"

  /// How a day is shown, unless someone asks for a past day with what is known now.
  public init(of day: CivilDate, today: CivilDate, asKnownNow: Bool = false) {
    if day > today {
      self = .ahead
    } else {
      self = day < today && !asKnownNow ? .then : .now
    }
  }
}
