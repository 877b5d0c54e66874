/// Every guardian with custody on one day, each with the day on which something was done towards that one.
///
/// It is met only where it is certain who has custody that day and it was done towards all of these.
struct GuardiansReached {
  private let circle: GuardianCircle
  private let day: CivilDate
  private let place: Act
  private let holders: [(guardian: Guardian, doneOn: CivilDate?)]

  init(
    _ family: Record<FamilyFields>, custodyOn day: CivilDate, place: Act, doneOn: (RecordID) -> CivilDate?
  ) {
    circle = GuardianCircle(family)
    self.day = day
    self.place = place
    holders = circle.holders(on: day).map { ($0, $0.id.flatMap(doneOn)) }
  }

  /// The day on which it was done towards the last of them; nothing while it is not met.
  var doneOn: CivilDate? {
    let days = holders.compactMap(\.doneOn)
    return days.count == holders.count && circle.isCertain(on: day) ? days.max() : nil
  }

  /// Whether it was done towards each of them on or before a day.
  func isDone(by day: CivilDate) -> Bool { doneOn.map { $0 <= day } ?? false }

  /// Each guardian with how it stands: `name` and `Op`, `TeLaat` (after `limit`) or `Niet`.
  func proof(name: String, by limit: CivilDate?) -> [ProofStep] {
    holders.map { guardian, doneOn in
      let who = ProofValue.text(guardian.shortName)
      guard let doneOn else { return ProofStep(name + "Niet", ["wie": who], at: place) }
      let isLate = limit.map { doneOn > $0 } ?? false
      return ProofStep(name + (isLate ? "TeLaat" : "Op"), ["wie": who, "datum": .date(doneOn)], at: place)
    } + circle.doubts(on: day)
  }
}
