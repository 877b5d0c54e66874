import Casework

/// A day written as `2026-11-23`; a test that writes no day stops at once.
public func day(_ iso: String) -> CivilDate {
  guard let date = CivilDate(iso: iso) else { preconditionFailure("no such day: \(iso)") }
  return date
}

/// A time written as `08:30`.
public func clock(_ text: String) -> ClockTime {
  guard let time = ClockTime(text) else { preconditionFailure("no such time: \(text)") }
  return time
}

/// The id that ends on this number.
public func id(_ number: UInt64) -> RecordID {
  RecordID(high: 0, low: number)
}

/// Parts of a school for tests; holidays are those of region midden (shared facts on 2025-26 and 2026-27).
public enum SampleSchool {
  /// The holidays of region midden with a second week in May 2027.
  public static let holidays: [Record<ClosureFields>] = [
    closure(1, "herfstvakantie", .holiday, "2025-10-18", "2025-10-26"),
    closure(2, "kerstvakantie", .holiday, "2025-12-20", "2026-01-04"),
    closure(3, "voorjaarsvakantie", .holiday, "2026-02-14", "2026-02-22"),
    closure(4, "meivakantie", .holiday, "2026-04-25", "2026-05-03"),
    closure(5, "herfstvakantie", .holiday, "2026-10-17", "2026-10-25"),
    closure(6, "kerstvakantie", .holiday, "2026-12-19", "2027-01-03"),
    closure(7, "voorjaarsvakantie", .holiday, "2027-02-20", "2027-02-28"),
    closure(8, "meivakantie", .holiday, "2027-04-24", "2027-05-09"),
  ]

  /// 2025-26 and 2026-27 with their first and last days of teaching.
  public static let years: [Record<CalendarYearFields>] = [
    year(101, 2025, "2025-09-01", "2026-07-17"),
    year(102, 2026, "2026-08-31", "2027-07-16"),
  ]

  /// Monday, Tuesday, Thursday and Friday 8.30-12.00 and 12.30-14.30 (330 minutes), Wednesday 8.30-12.15 (225 minutes).
  public static let hours: Record<TimetableFields> = timetable(
    201, from: "2025-08-01",
    [.monday, .tuesday, .thursday, .friday].flatMap {
      [period($0, "08:30", "12:00"), period($0, "12:30", "14:30")]
    } + [period(.wednesday, "08:30", "12:15")])

  public static func school(
    years: [Record<CalendarYearFields>] = years, closures: [Record<ClosureFields>] = holidays,
    timetables: [Record<TimetableFields>] = [hours], legalStatus: LegalStatus = .publicSchool
  ) -> School {
    var school = Record<SchoolFields>()
    school.schoolName = "De Waterlelie"
    school.legalStatus = Choice(legalStatus)
    school.type = Choice(.primary)
    for timetable in timetables { school.put(timetable, in: \.timetables) }
    var calendar = Record<CalendarFields>()
    for year in years { calendar.put(year, in: \.years) }
    for closure in closures { calendar.put(closure, in: \.closures) }
    return School(record: school, calendar: calendar)
  }

  public static func year(
    _ number: UInt64, _ startYear: Int, _ first: String?, _ last: String?
  ) -> Record<CalendarYearFields> {
    var year = Record<CalendarYearFields>()
    year.id = id(number)
    year.schoolYear = SchoolYear(startYear: startYear)
    year.firstDay = first.map(day)
    year.lastDay = last.map(day)
    return year
  }

  public static func closure(
    _ number: UInt64, _ name: String, _ kind: ClosureKind, _ from: String, _ until: String? = nil,
    fromTime: String? = nil, groups: [RecordID] = [], yearGroups: [Int] = []
  ) -> Record<ClosureFields> {
    var closure = Record<ClosureFields>()
    closure.id = id(number)
    closure.closureName = name
    closure.kind = Choice(kind)
    closure.from = day(from)
    closure.until = until.map(day)
    closure.fromTime = fromTime.map(clock)
    closure.groups = groups.isEmpty ? nil : groups.map { Reference($0) }
    closure.yearGroups = yearGroups.isEmpty ? nil : yearGroups
    return closure
  }

  public static func timetable(
    _ number: UInt64, from: String, until: String? = nil, group: RecordID? = nil, yearGroups: [Int] = [],
    _ periods: [Record<PeriodFields>]
  ) -> Record<TimetableFields> {
    var timetable = Record<TimetableFields>()
    timetable.id = id(number)
    timetable.from = day(from)
    timetable.until = until.map(day)
    timetable.group = group.map { Reference($0) }
    timetable.yearGroups = yearGroups.isEmpty ? nil : yearGroups
    timetable.periods = periods
    return timetable
  }

  public static func period(_ weekday: Weekday, _ from: String, _ until: String) -> Record<PeriodFields> {
    var period = Record<PeriodFields>()
    period.weekday = Choice(weekday)
    period.from = clock(from)
    period.until = clock(until)
    return period
  }
}
