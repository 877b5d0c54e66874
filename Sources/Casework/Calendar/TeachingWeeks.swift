/// Counting in teaching weeks and teaching days: what has no teaching is skipped, and where the calendar on record does
/// not reach, there is no answer.
extension TeachingCalendar {
  /// Whether the ISO week of this day has at least one teaching day.
  public func isTeachingWeek(_ day: CivilDate) -> Bool {
    teachingWeeks.firstIndex(notBelow: day.monday).map { teachingWeeks[$0] == day.monday } ?? false
  }

  /// The Monday of the teaching week that comes `count` (1 or more) after the week of `day`.
  public func teachingWeek(_ count: Int, after day: CivilDate) -> CivilDate? {
    guard count >= 1, let start = teachingWeeks.firstIndex(notBelow: day.monday.adding(days: 1)) else { return nil }
    return reached(teachingWeeks, at: start + count - 1, from: day)
  }

  /// The Monday of the teaching week that comes `count` (1 or more) before the week of `day`.
  public func teachingWeek(_ count: Int, before day: CivilDate) -> CivilDate? {
    guard count >= 1 else { return nil }
    let end = teachingWeeks.firstIndex(notBelow: day.monday) ?? teachingWeeks.endIndex
    return reached(teachingWeeks, at: end - count, from: day)
  }

  /// The `count`-th (1 or more) teaching day after `day`.
  public func teachingDay(_ count: Int, after day: CivilDate) -> CivilDate? {
    guard count >= 1, let start = teachingDays.firstIndex(notBelow: day.adding(days: 1)) else { return nil }
    return reached(teachingDays, at: start + count - 1, from: day)
  }

  /// The last teaching day before `day`.
  public func lastTeachingDay(before day: CivilDate) -> CivilDate? {
    let end = teachingDays.firstIndex(notBelow: day) ?? teachingDays.endIndex
    return reached(teachingDays, at: end - 1, from: day)
  }

  /// The first teaching day on or after `day`.
  public func firstTeachingDay(onOrAfter day: CivilDate) -> CivilDate? {
    teachingDays.firstIndex(notBelow: day).flatMap { reached(teachingDays, at: $0, from: day) }
  }

  /// The teaching days from `first` to and with `last`.
  public func teachingDays(from first: CivilDate, through last: CivilDate) -> ArraySlice<CivilDate> {
    let start = teachingDays.firstIndex(notBelow: first) ?? teachingDays.endIndex
    let end = teachingDays.firstIndex(notBelow: last.adding(days: 1)) ?? teachingDays.endIndex
    return start < end ? teachingDays[start..<end] : []
  }

  /// The Mondays of the teaching weeks from the week of `first` to and with the week of `last`.
  public func teachingWeeks(from first: CivilDate, through last: CivilDate) -> ArraySlice<CivilDate> {
    let start = teachingWeeks.firstIndex(notBelow: first.monday) ?? teachingWeeks.endIndex
    let end = teachingWeeks.firstIndex(notBelow: last.monday.adding(days: 1)) ?? teachingWeeks.endIndex
    return start < end ? teachingWeeks[start..<end] : []
  }

  /// The unbroken run of days without teaching that holds `day`, where a school holiday is part of it.
  public func schoolHoliday(around day: CivilDate) -> ClosedRange<CivilDate>? {
    guard isFree(day) else { return nil }
    var first = day
    var last = day
    while isFree(first.adding(days: -1)) { first = first.adding(days: -1) }
    while isFree(last.adding(days: 1)) { last = last.adding(days: 1) }
    let holdsHoliday = (0...last.days(since: first)).contains { kind(of: first.adding(days: $0)).isSchoolHoliday }
    return holdsHoliday ? first...last : nil
  }

  /// A day of August in a school year that is not on record goes with the summer holiday in which the year before ended.
  private func isFree(_ day: CivilDate) -> Bool {
    if covers(day) { return !isTeachingDay(day) }
    let year = SchoolYear(of: day)
    return day.days(since: year.firstDay) < 31 && kind(of: year.previous.lastDay).isSchoolHoliday
  }

  /// The element at a position, where the calendar covers everything between it and the day that was counted from.
  private func reached(_ days: [CivilDate], at position: Int, from day: CivilDate) -> CivilDate? {
    guard days.indices.contains(position) else { return nil }
    let found = days[position]
    return covers(min(found, day)...max(found, day)) ? found : nil
  }
}

extension [CivilDate] {
  /// In an ordered array the first position whose day is not before `day`; nothing where all are.
  func firstIndex(notBelow day: CivilDate) -> Int? {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low < endIndex ? low : nil
  }
}
