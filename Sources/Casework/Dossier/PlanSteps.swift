/// The steps that a plan goes through, as records that a form can start from.
extension Record<PlanVersionFields> {
  /// The days and answers that belong to one version and no other.
  private static var ownKeys: Set<String> {
    let fields = PlanVersionFields.declared
    return [
      RecordKey.id, RecordKey.madeBy, RecordKey.madeAt, RecordKey.withdrawal, fields.drawnUpOn.key, fields.basedOn.key,
      fields.pupilHeardOn.key, fields.pupilView.key, fields.pupilViewUsed.key, fields.pupilNotHeardReason.key,
      fields.offeredOn.key, fields.agreements.key, fields.establishedOn.key, fields.inForceFrom.key,
      fields.beginRegisteredOn.key, fields.closedOn.key, fields.closedReason.key, fields.endRegisteredOn.key,
    ]
  }

  /// A new version made from this one: the text comes along, with a goal for each goal that goes on from it.
  ///
  /// Days, agreement and what the pupil thinks are about the old text and stay there. Each record inside is stamped anew;
  /// the version itself has no id yet.
  public func successor(on day: CivilDate, stamp: (inout Members) -> Void) -> PlanVersion {
    var next = self
    for key in Self.ownKeys { next.members[key] = nil }
    next.drawnUpOn = day
    next.basedOn = id.map { Reference($0) }
    let fields = PlanVersionFields.declared
    next.members[fields.goals.key] = renewed(self.goals, stamp) { goal, old in
      goal.continues = old.map { Reference($0) }
      goal.byWhen = nil
    }
    next.members[fields.alreadyTried.key] = renewed(self.alreadyTried, stamp) { _, _ in }
    next.members[fields.adaptedTests.key] = renewed(self.adaptedTests, stamp) { _, _ in }
    return next
  }

  /// The records that still stand under ids of their own; nothing where there are none.
  private func renewed<Item>(
    _ records: [Record<Item>], _ stamp: (inout Members) -> Void, change: (inout Record<Item>, RecordID?) -> Void
  ) -> Tree? {
    let copies = records.map { record -> Tree in
      var copy = record
      stamp(&copy.members)
      change(&copy, record.id)
      return copy.tree
    }
    return copies.isEmpty ? nil : .array(copies)
  }
}

extension Record<PlanFields> {
  /// What is known of a goal and of those that it goes on from, its own id first.
  public func ancestry(of goal: RecordID) -> [RecordID] {
    let known = Dictionary(
      self.versions.flatMap { $0.goals }.compactMap { goal in goal.id.map { ($0, goal) } },
      uniquingKeysWith: { first, _ in first })
    var line = [goal]
    while let next = line.last.flatMap({ known[$0] })?.continues?.id, !line.contains(next) { line.append(next) }
    return line
  }

  /// The last result on a goal or on one that it goes on from, with the day of the evaluation.
  public func lastResult(of goal: RecordID) -> (score: GoalScore, on: CivilDate?)? {
    let line = Set(ancestry(of: goal))
    let found = self.evaluations.flatMap { evaluation in
      evaluation.results.filter { $0.goal.map { line.contains($0.id) } ?? false }
        .compactMap { result in result.score?.known.map { (score: $0, on: evaluation.on) } }
    }
    return found.max { ($0.on ?? .distantPast) < ($1.on ?? .distantPast) }
  }
}
