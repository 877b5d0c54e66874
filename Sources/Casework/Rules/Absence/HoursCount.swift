/// The unauthorised hours of one pupil counted in windows of consecutive teaching weeks (Lpw 21).
///
/// Weeks without teaching are skipped; after the last day of a report counting begins afresh.
public struct HoursCount: Sendable {
  /// The days on which the hours that must be reported were full.
  public private(set) var crossings: [Crossing] = []
  /// The stretches in which the hours came near them.
  public private(set) var approaches: [Approach] = []
  /// Where counting began afresh.
  public private(set) var restarts: [Restart] = []
  public let measure: HoursMeasure

  /// Counting that begins afresh after a report.
  public struct Restart: Equatable, Sendable {
    /// The first day on which that is so; before `from` where a report of long absence keeps days from being counted.
    public let since: CivilDate
    /// The first day that counts again.
    public let from: CivilDate
  }

  /// A window that is full.
  public struct Crossing: Equatable, Sendable {
    public let day: CivilDate
    public let window: HoursWindow
    /// The report about it; nothing while there is none.
    public let report: RecordID?
    /// The day on which it was reported; nothing while it was not.
    public let reportedOn: CivilDate?
  }

  /// A window that is nearly full.
  public struct Approach: Equatable, Sendable {
    public let from: CivilDate
    /// The window as the last day left it that counts and that is no mere assumption.
    public internal(set) var window: HoursWindow
    /// The first day on which it is over by itself: too few hours are left in the window, or the window is full.
    public internal(set) var until: CivilDate?
    /// The day on which the window is full, where that comes out of this one.
    public internal(set) var crossing: Crossing?
    /// The day of a report about it.
    public internal(set) var reportedOn: CivilDate?
  }

  init(_ ledger: AbsenceLedger, reports: TruancyReports, runs: [AbsenceRun], measure: HoursMeasure) {
    self.measure = measure
    var scan = HoursScan(ledger: ledger, reports: reports, runs: runs, measure: measure)
    scan.run()
    crossings = scan.crossings
    approaches = scan.approaches
    restarts = scan.restarts
  }

  /// The window that a day closes: what was counted in it since counting last began.
  ///
  /// On the day on which a window was full it is the very window of the rule.
  public func window(on day: CivilDate, of ledger: AbsenceLedger) -> HoursWindow {
    let calendar = ledger.hours.calendar
    let after = calendar.teachingWeeks.firstIndex(notBelow: day.monday.adding(days: 1)) ?? calendar.teachingWeeks.count
    let begin = begin(on: day)
    let inWindow = ledger.days.indices.filter { index in
      let date = ledger.days[index].date
      return date <= day && ledger.weeks[index] >= after - measure.weeks && begin.map { date >= $0 } ?? true
        && ledger.days[index].counted > 0 && calendar.covers(date...day)
    }
    return HoursWindow(ledger, days: inWindow, lastWeek: after - 1, weeks: measure.weeks, countedFrom: begin)
  }

  /// The window that a day closes, with how it stands against what must be reported.
  public func standing(on day: CivilDate, of ledger: AbsenceLedger) -> HoursStanding {
    let begin = begin(on: day)
    let crossing = crossings.last { $0.day <= day && $0.day >= begin ?? .distantPast }
    return HoursStanding(window: window(on: day, of: ledger), measure: measure, crossing: crossing)
  }

  /// The first day that counts for a window that this day closes; nothing where no report came before it.
  private func begin(on day: CivilDate) -> CivilDate? {
    restarts.filter { $0.since <= day }.map(\.from).max()
  }
}

/// How a window of a day stands against what must be reported.
public struct HoursStanding: Equatable, Sendable {
  public let window: HoursWindow
  public let measure: HoursMeasure
  /// When the hours were full since counting last began, and whether that was reported.
  public let crossing: HoursCount.Crossing?

  public enum Level: Equatable, Sendable {
    case below, near, full
  }

  public var level: Level {
    if window.minutes >= measure.limit { return .full }
    return window.minutes >= measure.near ? .near : .below
  }
}

/// What the windows are measured by.
public struct HoursMeasure: Equatable, Sendable {
  /// The minutes that must be reported.
  public let limit: Int
  /// The minutes from which it is near.
  public let near: Int
  /// The length of the window in teaching weeks.
  public let weeks: Int
  /// The calendar days of an unbroken absence that one report may cover.
  public let reportDays: Int

  public init(limit: Int, near: Int, weeks: Int, reportDays: Int) {
    self.limit = limit
    self.near = near
    self.weeks = weeks
    self.reportDays = reportDays
  }

  /// By the school's norms; nothing where the rule book lacks one.
  public init?(_ norms: Norms) {
    guard let hours = norms["verzuim.16uur.uren"], let weeks = norms["verzuim.16uur.lesweken"],
      let near = norms["verzuim.nadert.uren"], let days = norms["verzuim.16uur.meldingdagen"]
    else { return nil }
    self.init(limit: hours * 60, near: near * 60, weeks: weeks, reportDays: days)
  }
}

/// Consecutive teaching weeks with the unauthorised absence in them.
public struct HoursWindow: Equatable, Sendable {
  /// The Mondays of its teaching weeks, in order.
  public let weeks: [CivilDate]
  /// The day after the last report, where counting began afresh within reach of the window.
  public let countedFrom: CivilDate?
  /// The days that count, in order.
  public let days: [AbsentDay]

  public var minutes: Int { days.reduce(0) { $0 + $1.counted } }
  /// From the Monday of its first week to the Sunday of its last; nothing where there is no teaching week to count in.
  public var span: ClosedRange<CivilDate>? {
    guard let first = weeks.first, let last = weeks.last else { return nil }
    return first...last.adding(days: 6)
  }
  /// Whether a day in it counts only if an open-ended absence goes on.
  public var isAssumed: Bool { days.contains { $0.isAssumed } }

  init(_ ledger: AbsenceLedger, days: [Int], lastWeek: Int, weeks count: Int, countedFrom: CivilDate?) {
    let all = ledger.hours.calendar.teachingWeeks
    let range = max(0, lastWeek - count + 1)..<min(all.count, lastWeek + 1)
    weeks = range.isEmpty ? [] : Array(all[range])
    self.days = days.map { ledger.days[$0] }
    self.countedFrom = countedFrom
  }
}
