/// One unbroken stretch of teaching on a day.
public struct TeachingPeriod: Hashable, Sendable {
  public let from: ClockTime
  public let until: ClockTime

  public init(from: ClockTime, until: ClockTime) {
    self.from = from
    self.until = until
  }

  /// Its length in minutes.
  public var minutes: Int { until.minutes - from.minutes }

  /// The minutes that it shares with another stretch of the day.
  public func overlap(from: ClockTime, until: ClockTime) -> Int {
    max(0, min(self.until, until).minutes - max(self.from, from).minutes)
  }
}

extension TeachingCalendar {
  /// Whether this group is taught on this day, at whatever hours.
  public func isTeachingDay(_ day: CivilDate, group: RecordID?, yearGroup: Int?) -> Bool {
    guard isTeachingDay(day), !isClosed(on: day, group: group, yearGroup: yearGroup) else { return false }
    guard let timetable = timetable(on: day, group: group, yearGroup: yearGroup) else { return true }
    return !timetable.periods(on: day.weekday).isEmpty
  }

  /// The stretches of teaching on a day, in order: none where there is no teaching or no timetable is on record (see
  /// ``hasTimetable(on:group:yearGroup:)``).
  public func periods(on day: CivilDate, group: RecordID?, yearGroup: Int?) -> [TeachingPeriod] {
    guard isTeachingDay(day), !isClosed(on: day, group: group, yearGroup: yearGroup),
      let timetable = timetable(on: day, group: group, yearGroup: yearGroup)
    else { return [] }
    return remaining(timetable.periods(on: day.weekday), on: day, group: group, yearGroup: yearGroup)
  }

  /// What is left of a pupil's own hours (an individual timetable) on a day on which the school may be closed in part.
  public func remaining(
    _ periods: [TeachingPeriod], on day: CivilDate, group: RecordID?, yearGroup: Int?
  ) -> [TeachingPeriod] {
    guard isTeachingDay(day), !isClosed(on: day, group: group, yearGroup: yearGroup) else { return [] }
    let ends = closures.lazy.filter { $0.isEarlyEnd && $0.concerns(day, group: group, yearGroup: yearGroup) }
    guard let end = ends.compactMap(\.fromTime).min() else { return periods }
    return periods.filter { $0.from < end }.map { TeachingPeriod(from: $0.from, until: min($0.until, end)) }
  }

  /// The minutes of teaching on a day.
  public func teachingMinutes(on day: CivilDate, group: RecordID?, yearGroup: Int?) -> Int {
    periods(on: day, group: group, yearGroup: yearGroup).reduce(0) { $0 + $1.minutes }
  }

  /// The minutes of teaching between two times of a day; time in a break or outside school counts nothing.
  public func overlap(
    on day: CivilDate, from: ClockTime, until: ClockTime, group: RecordID?, yearGroup: Int?
  ) -> Int {
    periods(on: day, group: group, yearGroup: yearGroup).reduce(0) { $0 + $1.overlap(from: from, until: until) }
  }

  /// Whether a timetable is on record that holds on this day, so that hours can be counted at all.
  public func hasTimetable(on day: CivilDate, group: RecordID?, yearGroup: Int?) -> Bool {
    timetable(on: day, group: group, yearGroup: yearGroup) != nil
  }

  private func timetable(on day: CivilDate, group: RecordID?, yearGroup: Int?) -> Timetable? {
    for index in timetables.indices where timetables[index].holds(on: day, group: group, yearGroup: yearGroup) {
      return timetables[index]
    }
    return nil
  }

  private func isClosed(on day: CivilDate, group: RecordID?, yearGroup: Int?) -> Bool {
    closures.contains { !$0.isEarlyEnd && $0.concerns(day, group: group, yearGroup: yearGroup) }
  }
}

/// A timetable made ready for asking.
struct Timetable: Equatable, Sendable {
  let id: RecordID?
  let group: RecordID?
  let yearGroups: [Int]
  let from: CivilDate
  let until: CivilDate?
  /// Monday to Sunday.
  private let week: [[TeachingPeriod]]

  init?(_ record: Record<TimetableFields>) {
    guard let from = record.from else { return nil }
    id = record.id
    group = record.group?.id
    yearGroups = record.yearGroups ?? []
    self.from = from
    until = record.until
    week = TeachingPeriod.week(record.periods ?? [])
  }

  func periods(on weekday: Weekday) -> [TeachingPeriod] { week[weekday.index] }

  func holds(on day: CivilDate, group: RecordID?, yearGroup: Int?) -> Bool {
    guard day >= from, until.map({ day <= $0 }) ?? true else { return false }
    if let own = self.group, own != group { return false }
    return yearGroups.isEmpty || yearGroup.map(yearGroups.contains) ?? false
  }

  /// The most particular one first; among equals the one that began last, and then the higher id, so that the order is
  /// the same on every machine.
  static func comesFirst(_ left: Timetable, _ right: Timetable) -> Bool {
    if left.particularity != right.particularity { return left.particularity > right.particularity }
    if left.from != right.from { return left.from > right.from }
    guard let leftID = left.id, let rightID = right.id else { return left.id != nil && right.id == nil }
    return leftID > rightID
  }

  private var particularity: Int {
    (group == nil ? 0 : 2) + (yearGroups.isEmpty ? 0 : 1)
  }
}

extension TeachingPeriod {
  /// The periods by weekday, Monday first, in order and with overlapping ones taken together, so that no minute counts
  /// twice.
  public static func week(_ records: [Record<PeriodFields>]) -> [[TeachingPeriod]] {
    var week = [[TeachingPeriod]](repeating: [], count: Weekday.allCases.count)
    for record in records {
      guard let weekday = record.weekday?.known, let from = record.from, let until = record.until, from < until
      else { continue }
      week[weekday.index].append(TeachingPeriod(from: from, until: until))
    }
    return week.map { day in
      day.sorted { $0.from < $1.from }.reduce(into: []) { merged, period in
        if let last = merged.last, period.from <= last.until {
          merged[merged.count - 1] = TeachingPeriod(from: last.from, until: max(last.until, period.until))
        } else {
          merged.append(period)
        }
      }
    }
  }
}

/// A closure made ready for asking.
struct Closure: Equatable, Sendable {
  /// As a proof and the screen name it: with a mark where the days can still move.
  let name: String
  let kind: ClosureKind
  /// Not where its days can still move.
  let isConfirmed: Bool
  let from: CivilDate
  let until: CivilDate
  let fromTime: ClockTime?
  let groups: [RecordID]
  let yearGroups: [Int]

  /// Nothing for a record without a first day or with an end before it; a finding names these.
  init?(_ record: Record<ClosureFields>) {
    guard let from = record.from, record.until.map({ $0 >= from }) ?? true else { return nil }
    kind = record.kind?.known ?? .dayOff
    let name = record.closureName ?? kind.label
    isConfirmed = record.confirmed != false
    self.name = isConfirmed ? name : SchoolDayTexts.unconfirmed(name)
    self.from = from
    until = record.until ?? from
    fromTime = record.fromTime
    groups = (record.groups ?? []).map(\.id)
    yearGroups = record.yearGroups ?? []
  }

  var isForAll: Bool { groups.isEmpty && yearGroups.isEmpty }
  /// Whether school only ends earlier on these days.
  var isEarlyEnd: Bool { fromTime != nil }

  func concerns(_ day: CivilDate, group: RecordID?, yearGroup: Int?) -> Bool {
    guard day >= from, day <= until else { return false }
    let isGroup = groups.isEmpty || group.map(groups.contains) ?? false
    let isYearGroup = yearGroups.isEmpty || yearGroup.map(yearGroups.contains) ?? false
    return isGroup && isYearGroup
  }
}
