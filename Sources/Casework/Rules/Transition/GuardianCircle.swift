/// Every guardian with custody on one day, each with the day on which something was done towards that one.
///
/// It is met only where somebody has custody, of nobody it is unknown, and it was done towards all.
struct GuardianCircle {
  private let day: CivilDate
  private let place: Act
  private let known: [(guardian: Guardian, doneOn: CivilDate?)]
  private let unknown: [Guardian]

  init(
    _ family: Record<FamilyFields>, custodyOn day: CivilDate, place: Act, doneOn: (RecordID) -> CivilDate?
  ) {
    self.day = day
    self.place = place
    known = family.guardiansWithCustody(on: day).map { ($0, $0.id.flatMap(doneOn)) }
    unknown = family.guardiansWithUnknownCustody(on: day)
  }

  /// The day on which it was done towards the last of them; nothing while it is not met.
  var doneOn: CivilDate? {
    let days = known.compactMap(\.doneOn)
    return days.count == known.count && unknown.isEmpty ? days.max() : nil
  }

  /// Whether it was done towards each of them on or before a day.
  func isDone(by day: CivilDate) -> Bool { doneOn.map { $0 <= day } ?? false }

  /// Each guardian with how it stands: `name` and `Op`, `TeLaat` (after `limit`) or `Niet`.
  func proof(name: String, by limit: CivilDate?) -> [ProofStep] {
    var steps = known.map { guardian, doneOn in
      let who = ProofValue.text(guardian.shortName)
      guard let doneOn else { return ProofStep(name + "Niet", ["wie": who], at: place) }
      let isLate = limit.map { doneOn > $0 } ?? false
      return ProofStep(name + (isLate ? "TeLaat" : "Op"), ["wie": who, "datum": .date(doneOn)], at: place)
    }
    let custody = Act(.family, list: FamilyFields.declared.guardians.key)
    if known.isEmpty { steps.append(ProofStep("niemandMetGezag", ["datum": .date(day)], at: custody)) }
    steps += unknown.map { ProofStep("gezagOnbekend", ["wie": .text($0.shortName)], at: custody) }
    return steps
  }
}
