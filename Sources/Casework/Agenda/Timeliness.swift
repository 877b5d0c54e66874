/// Whether what an episode asks was done in time.
public enum Timeliness: Equatable, Sendable {
  /// It is simply asked and has no last day.
  case noTerm
  /// There is still time.
  case running
  /// Done on or before the last day; `wasOnRecord` tells whether that was recorded by the day that was looked back to,
  /// nothing where that cannot be told.
  case inTime(doneOn: CivilDate, wasOnRecord: Bool?)
  case late(doneOn: CivilDate, days: Int)
  /// Not done, so many days after the last day.
  case notDone(days: Int)
  /// It fell away by itself before anything was done.
  case fellAway(on: CivilDate)
}

/// What the rules said of a school as it was recorded by the end of a day.
public struct RecordedJudgement: Sendable {
  public let day: CivilDate
  public let judgement: Judgement

  public init(day: CivilDate, _ judgement: Judgement) {
    self.day = day
    self.judgement = judgement
  }
}

extension Episode {
  /// How timely it was dealt with by what is known on `today`, and by what was recorded on a day in the past.
  ///
  /// What was recorded before the last day says nothing of whether it was on record in time.
  public func timeliness(on today: CivilDate, recorded: RecordedJudgement? = nil) -> Timeliness {
    guard let lastDay else { return .noTerm }
    if let clearedOn, clearedOn <= today {
      return clearedOn > lastDay
        ? .late(doneOn: clearedOn, days: clearedOn.days(since: lastDay))
        : .inTime(doneOn: clearedOn, wasOnRecord: recorded.flatMap { wasDone(by: lastDay, on: $0) })
    }
    if let until, until <= today { return .fellAway(on: until) }
    return today > lastDay ? .notDone(days: today.days(since: lastDay)) : .running
  }

  /// Whether it was done by a day as far as was recorded; nothing where that was not to be judged.
  private func wasDone(by lastDay: CivilDate, on recorded: RecordedJudgement) -> Bool? {
    guard recorded.day >= lastDay else { return nil }
    let isUnjudged = recorded.judgement.unjudged.contains { $0.rule == id.rule && $0.subject == id.subject }
    guard !isUnjudged else { return nil }
    let then = recorded.judgement.episodes.first { $0.id == id }
    return then?.clearedOn.map { $0 <= lastDay } ?? false
  }
}
