/// On which days and at which hours the school teaches, worked out once from its calendar and timetables.
///
/// It knows only the school years that are on record: a day outside them is no teaching day, and ``covers(_:)`` says that
/// nothing is known of it.
public struct TeachingCalendar: Equatable, Sendable {
  /// The school years whose holidays are on record, in order.
  public let schoolYears: [SchoolYear]
  /// The teaching days of the school, in order.
  public let teachingDays: [CivilDate]
  /// The Mondays of the ISO weeks with at least one teaching day, in order.
  public let teachingWeeks: [CivilDate]
  let closures: [Closure]
  let timetables: [Timetable]
  private let firstDay: CivilDate
  private let kinds: [DayKind]
  /// For each ISO week, from that of the first day on, why it has no teaching; nothing for a teaching week.
  private let idleWeeks: [String?]
  /// The days of holidays of which the dates may still move.
  private let unsettled: [ClosedRange<CivilDate>]

  public init(_ school: School) {
    let years = school.calendar.years.filter { $0.schoolYear != nil }
    let onRecord = Set(years.compactMap(\.schoolYear)).sorted()
    let closures = school.calendar.closures.compactMap(Closure.init)
    let kinds = Self.kinds(of: onRecord, years: years, closures: closures.filter { $0.isForAll && !$0.isEarlyEnd })
    let firstDay = onRecord.first?.firstDay ?? CivilDate(dayNumber: 0)
    let teachingDays = kinds.indices.filter { kinds[$0] == .teaching }.map { firstDay.adding(days: $0) }
    self.schoolYears = onRecord
    self.closures = closures.filter { !$0.isForAll || $0.isEarlyEnd }
    self.timetables = school.record.timetables.compactMap(Timetable.init).sorted(by: Timetable.comesFirst)
    self.firstDay = firstDay
    self.kinds = kinds
    self.teachingDays = teachingDays
    self.teachingWeeks = teachingDays.reduce(into: []) { weeks, day in
      if weeks.last != day.monday { weeks.append(day.monday) }
    }
    unsettled = closures.filter { $0.isForAll && !$0.isConfirmed }.map { $0.from...$0.until }
    idleWeeks = Self.idleWeeks(kinds, startingAt: firstDay.weekday.index)
  }

  /// Whether the calendar of this day's school year is on record.
  public func covers(_ day: CivilDate) -> Bool {
    kind(of: day) != .notOnRecord
  }

  /// Whether every day of the range lies in a school year that is on record.
  public func covers(_ days: ClosedRange<CivilDate>) -> Bool {
    let wanted = SchoolYear(of: days.lowerBound).startYear...SchoolYear(of: days.upperBound).startYear
    return wanted.allSatisfy { year in schoolYears.contains(SchoolYear(startYear: year)) }
  }

  /// What kind of day it is for the school as a whole.
  public func kind(of day: CivilDate) -> DayKind {
    let offset = day.days(since: firstDay)
    return kinds.indices.contains(offset) ? kinds[offset] : .notOnRecord
  }

  /// Whether the school teaches on this day; not on a day that the calendar does not cover.
  public func isTeachingDay(_ day: CivilDate) -> Bool {
    kind(of: day) == .teaching
  }

  /// Whether the school is closed on this day by a holiday of which the dates may still move.
  public func mayMove(_ day: CivilDate) -> Bool {
    unsettled.contains { $0.contains(day) }
  }

  /// Why the ISO week of this day has no teaching, as a proof names it; nothing for a teaching week.
  public func reasonForIdleWeek(_ day: CivilDate) -> String? {
    let (week, rest) = day.days(since: firstDay.monday).quotientAndRemainder(dividingBy: 7)
    return rest >= 0 && idleWeeks.indices.contains(week) ? idleWeeks[week] : DayKind.notOnRecord.reason
  }

  /// `weekday` is that of the first of the days.
  private static func idleWeeks(_ kinds: [DayKind], startingAt weekday: Int) -> [String?] {
    stride(from: -weekday, to: kinds.count, by: 7).map { monday in
      let week = (monday..<(monday + 7)).map { kinds.indices.contains($0) ? kinds[$0] : .notOnRecord }
      if week.contains(.teaching) { return nil }
      return (week.prefix(5).first { $0.isSchoolHoliday } ?? week[0]).reason
    }
  }

  private static func kinds(
    of onRecord: [SchoolYear], years: [Record<CalendarYearFields>], closures: [Closure]
  ) -> [DayKind] {
    guard let first = onRecord.first?.firstDay, let last = onRecord.last?.lastDay else { return [] }
    var kinds = [DayKind](repeating: .notOnRecord, count: last.days(since: first) + 1)
    for year in onRecord {
      let bounds = years.filter { $0.schoolYear == year }
      let start = bounds.compactMap(\.firstDay).max() ?? year.firstDay
      let end = bounds.compactMap(\.lastDay).min() ?? year.lastDay
      for offset in year.firstDay.days(since: first)...year.lastDay.days(since: first) {
        let day = first.adding(days: offset)
        kinds[offset] = day < start || day > end ? .summerHoliday : plainKind(of: day)
      }
    }
    for closure in closures {
      let from = max(closure.from, first)
      let until = min(closure.until, last)
      guard from <= until else { continue }
      for offset in from.days(since: first)...until.days(since: first)
      where kinds[offset] == .teaching || (kinds[offset] == .weekend && closure.kind == .holiday) {
        kinds[offset] = .closed(closure.kind, closure.name)
      }
    }
    return kinds
  }

  private static func plainKind(of day: CivilDate) -> DayKind {
    if day.weekday.isWeekend { return .weekend }
    if let holiday = RecognisedHoliday.computed(on: day), holiday.closesEverySchool { return .publicHoliday(holiday) }
    return .teaching
  }
}

/// What a day is to the school as a whole.
public enum DayKind: Hashable, Sendable {
  case teaching
  case weekend
  /// A holiday on which every school is closed.
  case publicHoliday(RecognisedHoliday)
  /// Before the first or after the last day of teaching in the school year.
  case summerHoliday
  /// A holiday, study day or day off on the school's calendar, with its name there.
  case closed(ClosureKind, String)
  /// The school year's calendar is not on record, so that nothing is known of the day.
  case notOnRecord

  /// Whether the day belongs to a school holiday.
  public var isSchoolHoliday: Bool {
    switch self {
    case .summerHoliday, .closed(.holiday, _): true
    case .teaching, .weekend, .publicHoliday, .closed, .notOnRecord: false
    }
  }

  /// Why there is no teaching, as a proof names it; nothing for a day on which there is.
  public var reason: String? {
    switch self {
    case .teaching: nil
    case .weekend: "weekend"
    case .publicHoliday(let holiday): holiday.label
    case .summerHoliday: "zomervakantie"
    case .closed(_, let name): name
    case .notOnRecord: "kalender van dit schooljaar ontbreekt"
    }
  }
}
