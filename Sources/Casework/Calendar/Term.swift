/// How long a term is.
public enum TermLength: Hashable, Sendable {
  case days(Int)
  case weeks(Int)
  case months(Int)
  case years(Int)

  /// Whether the end of a statutory term of this length can move: at most 90 days, 12 weeks or 3 months (Atw 4).
  public var canBeExtended: Bool {
    switch self {
    case .days(let count): count <= 90
    case .weeks(let count): count <= 12
    case .months(let count): count <= 3
    case .years: false
    }
  }

  /// The last day of a term of this length after `day`; one year after 29 February is 28 February.
  func end(after day: CivilDate) -> CivilDate {
    switch self {
    case .days(let count): day.adding(days: count)
    case .weeks(let count): day.adding(weeks: count)
    case .months(let count): day.adding(months: count)
    case .years(let count): day.adding(years: count)
    }
  }
}

/// A term worked out: where it ends as counted, which day is the last in time, and what was passed over on the way.
///
/// A term counted backwards from a day is none of these: nothing extends it (Atw 1 lid 2).
public struct Term: Equatable, Sendable {
  /// The day from which it was counted.
  public let start: CivilDate
  /// Its last day as counted.
  public let end: CivilDate
  /// The last day in time: `end`, or the first day after it on which a statutory term can end.
  public let lastDay: CivilDate
  /// The days that were passed over, in order, each with its reason.
  public let skipped: [SkippedDay]
  /// The day after which equated days are not yet decided, where that may still move its end.
  public let unknownAfter: CivilDate?

  /// Whether every holiday that can move its end is known.
  public var isCertain: Bool { unknownAfter == nil }

  /// A term set by statute, which runs on past a Saturday, a Sunday or a recognised holiday at its end (Atw 1, 3, 4).
  ///
  /// Days on which it stood still are added before its end is looked at.
  public static func statutory(
    _ length: TermLength, from start: CivilDate, standingStill days: Int = 0, holidays: RecognisedHolidays
  ) -> Term {
    let end = length.end(after: start).adding(days: days)
    guard length.canBeExtended else { return Term(start: start, end: end) }
    var lastDay = end
    var skipped: [SkippedDay] = []
    while let reason = holidays.reasonNotToWork(on: lastDay) {
      skipped.append(SkippedDay(date: lastDay, reason: reason))
      lastDay = lastDay.adding(days: 1)
    }
    return Term(
      start: start, end: end, lastDay: lastDay, skipped: skipped, unknownAfter: holidays.unknown(on: lastDay))
  }

  /// A term that a norm sets, which nothing extends.
  public static func norm(_ length: TermLength, from start: CivilDate) -> Term {
    Term(start: start, end: length.end(after: start))
  }

  /// The `count`-th (1 or more) working day after `start`: Monday to Friday and no recognised holiday.
  public static func workingDays(_ count: Int, after start: CivilDate, holidays: RecognisedHolidays) -> Term {
    var day = start
    var skipped: [SkippedDay] = []
    var left = max(1, count)
    while left > 0 {
      day = day.adding(days: 1)
      if let reason = holidays.reasonNotToWork(on: day) {
        skipped.append(SkippedDay(date: day, reason: reason))
      } else {
        left -= 1
      }
    }
    return Term(start: start, end: day, lastDay: day, skipped: skipped, unknownAfter: holidays.unknown(on: day))
  }

  /// The `count`-th (1 or more) school day after `start`; nothing where the calendar on record does not reach it.
  public static func schoolDays(_ count: Int, after start: CivilDate, calendar: TeachingCalendar) -> Term? {
    guard let end = calendar.teachingDay(max(1, count), after: start) else { return nil }
    let passed = (1...end.days(since: start)).map { start.adding(days: $0) }
    let skipped = passed.compactMap { day in
      calendar.kind(of: day).reason.map { SkippedDay(date: day, reason: $0) }
    }
    return Term(start: start, end: end, lastDay: end, skipped: skipped, unknownAfter: nil)
  }

  private init(start: CivilDate, end: CivilDate, lastDay: CivilDate, skipped: [SkippedDay], unknownAfter: CivilDate?) {
    self.start = start
    self.end = end
    self.lastDay = lastDay
    self.skipped = skipped
    self.unknownAfter = unknownAfter
  }

  private init(start: CivilDate, end: CivilDate) {
    self.init(start: start, end: end, lastDay: end, skipped: [], unknownAfter: nil)
  }
}

/// A day that a term passed over.
public struct SkippedDay: Hashable, Sendable {
  public let date: CivilDate
  /// Why, in Dutch, as a proof names it.
  public let reason: String

  public init(date: CivilDate, reason: String) {
    self.date = date
    self.reason = reason
  }
}

extension RecognisedHolidays {
  /// The last day up to which equated days are decided, where this day comes after it.
  fileprivate func unknown(on day: CivilDate) -> CivilDate? {
    day > knownThrough ? knownThrough : nil
  }

  /// Why this is no working day, a holiday's own name before "zaterdag" and "zondag"; nothing for one that is.
  func reasonNotToWork(on day: CivilDate) -> String? {
    if let holiday = holiday(on: day) { return holiday.label }
    return day.weekday.isWeekend ? day.weekday.label : nil
  }
}
