/// How much falls due in one week.
public struct WeekLoad: Equatable, Sendable {
  public let monday: CivilDate
  /// What has its last day in this week.
  public let count: Int

  public init(monday: CivilDate, count: Int) {
    self.monday = monday
    self.count = count
  }
}

extension Agenda {
  /// What falls due on each day of a stretch of time, as it is if nothing is done from `today` on.
  ///
  /// Looking back on a past day with what is known since, what was done after that day still had to be done on it.
  /// It counts episodes alone: putting something off takes no work away. What is asked of a group is the work of that same
  /// day, every day, and tells nothing of what is coming.
  public func load(
    from first: CivilDate, through last: CivilDate, seenOn today: CivilDate, lookingBack: Bool = false,
    for reader: AgendaReader = .everyone
  ) -> [CivilDate: Int] {
    var counts: [CivilDate: Int] = [:]
    for episode in episodes {
      guard !episode.id.subject.isGroup, let due = episode.lastDay, due >= first, due <= last,
        episode.isPending(on: due, knowing: lookingBack ? today : max(due, today)),
        let entry = book.entry(episode.id.rule, on: episode.factOn), reader.sees(episode, of: entry)
      else { continue }
      counts[due, default: 0] += 1
    }
    return counts
  }

  /// What falls due in each of the coming weeks, the week of `today` first.
  public func forecast(
    from today: CivilDate, weeks: Int = 26, lookingBack: Bool = false, for reader: AgendaReader = .everyone
  ) -> [WeekLoad] {
    let first = today.monday
    let daily = load(
      from: first, through: first.adding(days: 7 * weeks - 1), seenOn: today, lookingBack: lookingBack, for: reader)
    let weekly = daily.reduce(into: [:]) { sums, day in sums[day.key.monday, default: 0] += day.value }
    return (0..<weeks).map { index in
      let monday = first.adding(weeks: index)
      return WeekLoad(monday: monday, count: weekly[monday] ?? 0)
    }
  }
}

extension Episode {
  /// Whether it will still ask something on its due date, by what was done up to and with a day.
  fileprivate func isPending(on due: CivilDate, knowing day: CivilDate) -> Bool {
    let isCleared = clearedOn.map { $0 <= day } ?? false
    return !isCleared && until.map { due < $0 } ?? true
  }
}

extension Subject {
  fileprivate var isGroup: Bool {
    switch self {
    case .group: true
    case .pupil, .school: false
    }
  }
}
