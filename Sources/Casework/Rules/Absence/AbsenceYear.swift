/// One school year of a pupil for looking at: each week with what its days were and what was missed in it.
public struct AbsenceYear: Equatable, Sendable {
  public let schoolYear: SchoolYear
  /// The last day that is counted; what lies after it is foreseen and no more.
  public let countedThrough: CivilDate
  /// The weeks from the first to the last with teaching, those without teaching between them too; none where the calendar
  /// of the year is not on record.
  public let weeks: [Week]

  /// A week with its days, Monday to Friday.
  public struct Week: Equatable, Sendable {
    public let monday: CivilDate
    public let isTaught: Bool
    public let days: [Day]
    /// What was missed in it up to the last day that is counted.
    public let missed: MissedTime
  }

  /// What a day was to this pupil.
  public enum Day: Equatable, Sendable {
    /// No school: a holiday, a day off, or a day without hours in the pupil's own timetable.
    ///
    /// It is not settled where the dates of the holiday may still move.
    case free(isSettled: Bool)
    /// There was school, and the pupil was not enrolled.
    case notEnrolled
    /// School, of which nothing was missed.
    case school
    case missed(AbsentDay)
  }

  public init(_ ledger: AbsenceLedger, _ year: SchoolYear, countedThrough last: CivilDate) {
    schoolYear = year
    countedThrough = last
    let calendar = ledger.hours.calendar
    let taught = calendar.teachingWeeks(from: year.firstDay, through: year.lastDay).filter { monday in
      !calendar.teachingDays(
        from: max(monday, year.firstDay), through: min(monday.adding(days: 6), year.lastDay)
      ).isEmpty
    }
    guard let first = taught.first, let end = taught.last else {
      weeks = []
      return
    }
    let mondays = Set(taught)
    weeks = (0...end.days(since: first) / 7).map { index in
      let monday = first.adding(weeks: index)
      return Week(monday, isTaught: mondays.contains(monday), ledger, year, countedThrough: last)
    }
  }

  /// Everything that was missed up to the last day that is counted.
  public var missed: MissedTime { weeks.reduce(MissedTime()) { $0 + $1.missed } }
}

extension AbsenceYear.Week {
  fileprivate init(
    _ monday: CivilDate, isTaught: Bool, _ ledger: AbsenceLedger, _ year: SchoolYear, countedThrough last: CivilDate
  ) {
    self.monday = monday
    self.isTaught = isTaught
    days = (0..<5).map { index in
      let day = monday.adding(days: index)
      return year.contains(day) ? AbsenceYear.Day(day, ledger) : .free(isSettled: true)
    }
    missed = days.reduce(MissedTime()) { sum, day in
      guard case .missed(let absent) = day, absent.date <= last else { return sum }
      return sum + MissedTime(absent)
    }
  }
}

extension AbsenceYear.Day {
  fileprivate init(_ day: CivilDate, _ ledger: AbsenceLedger) {
    let calendar = ledger.hours.calendar
    if let absent = ledger.day(day) {
      self = .missed(absent)
    } else if !calendar.isTeachingDay(day) {
      self = .free(isSettled: !calendar.mayMove(day))
    } else if !ledger.hours.isEnrolled(on: day) {
      self = .notEnrolled
    } else {
      self = ledger.hours.day(day) == nil ? .free(isSettled: true) : .school
    }
  }
}

/// Minutes of school that were missed, by what a reader wants told apart.
public struct MissedTime: Equatable, Sendable {
  public var unauthorised = 0
  public var ill = 0
  /// With a valid reason other than illness.
  public var otherwiseAuthorised = 0
  /// Of a kind that is still open.
  public var unknown = 0
  /// Days that count no minutes because no timetable tells their hours.
  public var daysWithoutHours = 0

  public init() {}

  init(_ day: AbsentDay) {
    guard day.hoursAreKnown else {
      daysWithoutHours = 1
      return
    }
    unauthorised = day.unauthorised
    unknown = day.unknown
    ill = day.causes.filter { $0.standing == .authorised && $0.kind == .ill }.reduce(0) { $0 + $1.minutes }
    otherwiseAuthorised = day.authorised - ill
  }

  public var minutes: Int { unauthorised + ill + otherwiseAuthorised + unknown }
  public var isNothing: Bool { minutes == 0 && daysWithoutHours == 0 }

  public static func + (left: MissedTime, right: MissedTime) -> MissedTime {
    var sum = left
    sum.unauthorised += right.unauthorised
    sum.ill += right.ill
    sum.otherwiseAuthorised += right.otherwiseAuthorised
    sum.unknown += right.unknown
    sum.daysWithoutHours += right.daysWithoutHours
    return sum
  }
}

extension AbsentDay {
  /// What says most about the day: what has no valid reason before what is not known yet, and that before the rest; of two
  /// alike what took most of it.
  public var leadingCause: AbsenceCause? {
    causes.enumerated().min { left, right in
      (left.element.standing.rank, -left.element.minutes, left.offset)
        < (right.element.standing.rank, -right.element.minutes, right.offset)
    }?.element
  }
}

extension AbsenceStanding {
  fileprivate var rank: Int {
    switch self {
    case .unauthorised: 0
    case .unknown: 1
    case .authorised: 2
    }
  }
}
