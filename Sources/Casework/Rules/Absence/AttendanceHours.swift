/// When one pupil has to be at school: the timetable of the group and year group of that day, or the pupil's own.
struct AttendanceHours: Sendable {
  let calendar: TeachingCalendar
  private let enrolments: [DateSpan]
  private let placements: [Placement]
  private let ownTimetables: [OwnTimetable]

  private struct Placement: Sendable {
    let span: DateSpan
    let group: RecordID?
    let yearGroup: Int?
  }

  private struct OwnTimetable: Sendable {
    let span: DateSpan
    let week: [[TeachingPeriod]]
  }

  init(pupil: Record<PupilFields>, absence: Record<AbsenceFields>, calendar: TeachingCalendar) {
    self.calendar = calendar
    enrolments = pupil.enrolledSpans
    placements = pupil.placementHistory.map {
      Placement(span: $0.span, group: $0.record.group?.id, yearGroup: $0.record.yearGroup)
    }
    ownTimetables = absence.individualTimetables.compactMap { timetable in
      guard let from = timetable.from, let periods = timetable.periods, !periods.isEmpty else { return nil }
      let span = DateSpan(from: from, until: IndividualTimetableFields.lastDay(of: timetable))
      return OwnTimetable(span: span, week: TeachingPeriod.week(periods))
    }.sorted { $0.span.from > $1.span.from }
  }

  /// The hours of a day; nothing on a day on which this pupil has no school.
  func day(_ day: CivilDate) -> SchoolDayHours? {
    guard calendar.isTeachingDay(day), isEnrolled(on: day) else { return nil }
    let placement = placements.last { $0.span.contains(day) }
    let (group, yearGroup) = (placement?.group, placement?.yearGroup)
    let periods: [TeachingPeriod]
    if let own = ownTimetables.first(where: { $0.span.contains(day) }) {
      periods = calendar.remaining(own.week[day.weekday.index], on: day, group: group, yearGroup: yearGroup)
    } else {
      periods = calendar.periods(on: day, group: group, yearGroup: yearGroup)
      if periods.isEmpty, !calendar.hasTimetable(on: day, group: group, yearGroup: yearGroup),
        calendar.isTeachingDay(day, group: group, yearGroup: yearGroup)
      {
        return .unknown
      }
    }
    return periods.isEmpty ? nil : SchoolDayHours(periods: periods)
  }

  /// Whether any day from `first` to and with `last` was one on which this pupil had school.
  func hasSchoolDay(from first: CivilDate, through last: CivilDate) -> Bool {
    guard first <= last else { return false }
    return calendar.teachingDays(from: first, through: last).contains { day($0) != nil }
  }

  /// The first day after `day` on which this pupil has school.
  func nextSchoolDay(after day: CivilDate) -> CivilDate? {
    guard let last = calendar.teachingDays.last, day < last else { return nil }
    return calendar.teachingDays(from: day.adding(days: 1), through: last).first { self.day($0) != nil }
  }

  /// A pupil without an enrolment on record is taken to be enrolled: the dossier is there.
  func isEnrolled(on day: CivilDate) -> Bool {
    enrolments.isEmpty || enrolments.contains { $0.contains(day) }
  }
}

/// The hours of one pupil on one school day.
struct SchoolDayHours: Equatable, Sendable {
  let periods: [TeachingPeriod]

  /// A school day whose hours are on no timetable.
  static let unknown = SchoolDayHours(periods: [])

  var areKnown: Bool { !periods.isEmpty }
  var minutes: Int { periods.reduce(0) { $0 + $1.minutes } }

  /// Where the afternoon begins, in minutes since midnight: after the widest break around noon, else at noon; a day that
  /// ends by one o'clock has no afternoon, one that begins at noon or later no morning.
  var midday: Int {
    guard let first = periods.first, let last = periods.last else { return 720 }
    if last.until.minutes <= 780 { return 1440 }
    if first.from.minutes >= 720 { return 0 }
    let breaks = zip(periods, periods.dropFirst()).map { $0.until.minutes..<$1.from.minutes }
    let aroundNoon = breaks.filter { (660...810).contains($0.lowerBound) }
    return aroundNoon.max { $0.count < $1.count }?.lowerBound ?? 720
  }
}

extension IndividualTimetableFields {
  /// The last day on which an individual timetable holds: its last day, or the day before the return.
  static func lastDay(of timetable: Record<IndividualTimetableFields>) -> CivilDate? {
    let agreed = timetable.until ?? timetable.returnOn?.adding(days: -1)
    guard let returned = timetable.returnedOn?.adding(days: -1) else { return agreed }
    return min(agreed ?? returned, returned)
  }
}
