/// When one version of a plan waited as an offer and when it was the plan.
struct VersionLife {
  let version: PlanVersion
  let id: RecordID
  /// The days from the offer on which it was not yet established, replaced or closed.
  let offer: DateSpan?
  /// The days from its being established on which it was the plan.
  let plan: DateSpan?
  /// Whether it takes the place of a plan that held till then.
  let isFollowUp: Bool

  /// The versions with an id, in the order in which they were drawn up.
  static func all(
    _ versions: [PlanVersion], _ history: [Spanned<PlanVersionFields>], _ runs: [PlanRun]
  ) -> [VersionLife] {
    versions.enumerated().compactMap { index, version in
      guard let id = version.id else { return nil }
      let later = versions[(index + 1)...].flatMap { [$0.offeredOn, $0.establishedOn] }
      let ended = [version.establishedOn, version.closedOn?.adding(days: 1)] + later
      let held = history.first { $0.record.id == id }?.span
      let run = runs.first { $0.versions.contains { $0.id == id } }
      return VersionLife(
        version: version, id: id,
        offer: version.offeredOn.flatMap { DateSpan($0, before: ended.compactMap(\.self).min()) },
        plan: held.flatMap { span in
          version.establishedOn.flatMap { DateSpan($0, before: span.until?.adding(days: 1)) }
        },
        isFollowUp: run.map { $0.versions.first?.id != id } ?? false)
    }
  }

  /// The days on which the parents have it before them: as an offer, then as the plan.
  var spans: [(span: DateSpan, isPlan: Bool)] {
    [offer.map { ($0, false) }, plan.map { ($0, true) }].compactMap(\.self)
  }

  func act(_ field: String? = nil) -> Act { Act(.plan, list: "versies", record: id, field: field) }
}

extension DateSpan {
  /// From a day up to the day before another; nothing where no day is left.
  init?(_ from: CivilDate, before end: CivilDate?) {
    if let end, end <= from { return nil }
    self.init(from: from, until: end?.adding(days: -1))
  }

  /// The first day after it; nothing where it goes on.
  var end: CivilDate? { until?.adding(days: 1) }

  /// These days without those of the others, in order.
  func without(_ others: [DateSpan]) -> [DateSpan] {
    var left: [DateSpan] = []
    var start: CivilDate? = from
    for other in others.sorted(by: { $0.from < $1.from }) {
      guard let first = start, other.end.map({ $0 > first }) ?? true, contains(max(first, other.from)) else { continue }
      if let piece = DateSpan(first, before: other.from) { left.append(piece) }
      start = other.end
    }
    if let start, contains(start) { left.append(DateSpan(from: start, until: until)) }
    return left
  }
}
