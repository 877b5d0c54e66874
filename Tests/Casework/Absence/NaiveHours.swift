import Casework

/// Counts sixteen hours the slow way: day after day, slot after slot, everything anew for each day, no ledger and no
/// sliding window.
///
/// Written from the rule's row in domein.md §4 and DUO's page, not from the program.
struct NaiveHours {
  struct Crossing: Equatable {
    let day: Int
    let minutes: Int
    let reportedOn: Int?
  }

  /// From when it was near, and the first day on which it no longer was; nothing where that is beyond the calendar.
  struct Approach: Equatable {
    let from: Int
    var until: Int?
  }

  private(set) var crossings: [Crossing] = []
  private(set) var approaches: [Approach] = []
  /// Unauthorised minutes under the Leerplichtwet by day.
  private(set) var counted: [Int]
  private(set) var authorised: [Int]
  private(set) var unknown: [Int]
  private var isWhole: [Bool]
  private var isSchoolDay: [Bool]
  private let scenario: OracleScenario
  private let isTeachingDay: [Bool]
  private let isTeachingWeek: [Bool]
  private var mandatory: [Report] = []

  /// A report that begins the count afresh, with the last day that it turns out to have.
  private struct Report {
    let kind: TruancyReportKind
    let on: Int
    let from: Int?
    let last: Int
    var isSpent = false

    func covers(_ day: Int) -> Bool { day <= last && (from.map { day >= $0 } ?? true) }
  }

  init(_ scenario: OracleScenario) {
    self.scenario = scenario
    let days = Array(0..<OracleScenario.dayCount)
    let teaching = days.map { day in
      day % 7 < 5 && !OracleScenario.publicHolidays.contains(day) && !scenario.closures.contains { $0.contains(day) }
    }
    isTeachingDay = teaching
    isTeachingWeek = days.map { day in teaching[(day - day % 7)..<(day - day % 7 + 7)].contains(true) }
    counted = days.map { _ in 0 }
    authorised = counted
    unknown = counted
    isWhole = days.map { _ in false }
    isSchoolDay = isWhole
    for day in days where isTeachingDay[day] { count(day) }
    for report in scenario.reports where report.kind == .sixteenHours || report.kind == .longTerm {
      mandatory.append(Report(kind: report.kind, on: report.on, from: report.from, last: lastDay(of: report)))
    }
    mandatory.sort { $0.last != $1.last ? $0.last < $1.last : $0.on < $1.on }
    walk()
  }

  // MARK: A day

  /// A set of slots, one bit each, beginning at half past seven.
  private typealias SlotSet = UInt128

  private static func set(_ slots: OracleScenario.Slots) -> SlotSet {
    ((1 << SlotSet(slots.until - slots.from)) - 1) << SlotSet(slots.from - 90)
  }

  private static func minutes(_ set: SlotSet) -> Int { 5 * set.nonzeroBitCount }

  private mutating func count(_ day: Int) {
    var lessons: SlotSet = 0
    let own = scenario.ownHours.last { $0.span.contains(day) && $0.lessons.contains { !$0.isEmpty } }
    for slots in (own?.lessons ?? scenario.lessons)[day % 7] { lessons |= Self.set(slots) }
    guard lessons != 0 else { return }
    isSchoolDay[day] = true
    guard day <= scenario.horizon else { return }
    var away: (authorised: SlotSet, unauthorised: SlotSet, unknown: SlotSet) = (0, 0, 0)
    func add(_ set: SlotSet, _ standing: AbsenceStanding) {
      switch standing {
      case .authorised: away.authorised |= set
      case .unauthorised: away.unauthorised |= set
      case .unknown: away.unknown |= set
      }
    }
    for absent in scenario.absences where day >= absent.span.from && (absent.isOpen || day <= absent.span.until) {
      if let late = absent.late {
        add(Self.first(late, of: lessons), absent.isExcused ? .authorised : .unauthorised)
      } else {
        add(lessons & (absent.slots.map(Self.set) ?? lessons), absent.kind.standing)
      }
    }
    for span in scenario.leave + scenario.suspensions where span.contains(day) { add(lessons, .authorised) }
    var isPresent = false
    for distance in scenario.distances where distance.span.contains(day) {
      add(lessons, distance.kind.standing)
      if let met = distance.metFrom, day >= met { isPresent = true }
    }
    if isPresent { away = (0, 0, 0) }
    away.unauthorised &= ~away.authorised
    away.unknown &= ~(away.authorised | away.unauthorised)
    let isCompulsory = scenario.compulsoryFrom.map { day >= $0 } ?? true
    counted[day] = isCompulsory ? Self.minutes(away.unauthorised) : 0
    authorised[day] = Self.minutes(away.authorised)
    unknown[day] = Self.minutes(away.unknown)
    isWhole[day] = away.authorised | away.unauthorised | away.unknown == lessons
  }

  private static func first(_ count: Int, of set: SlotSet) -> SlotSet {
    var rest = set
    for _ in 0..<count where rest != 0 { rest &= rest - 1 }
    return set & ~rest
  }

  // MARK: Windows

  /// The sum of the four teaching weeks that end with the week of a day, or before it where that has no teaching.
  private func sum(on day: Int, since begin: Int) -> Int {
    var weeks = 0
    var sum = 0
    var other = day
    while other >= 0 {
      if isTeachingWeek[other] {
        if other == day || other % 7 == 6 { weeks += 1 }
        if weeks > 4 { break }
        if other >= begin { sum += counted[other] }
      }
      other -= 1
    }
    return sum
  }

  private mutating func walk() {
    var begin = 0
    var isWaiting = false
    for day in 0..<OracleScenario.dayCount {
      for report in mandatory where !report.isSpent && report.last == day - 1 {
        begin = max(begin, day)
        isWaiting = false
        endApproach(at: day)
      }
      let long = mandatory.filter { $0.kind == .longTerm && $0.covers(day) }
      if let told = long.first(where: { $0.on <= day }), counted[day] > 0, !isWaiting, day >= begin {
        begin = told.last + 1
        endApproach(at: day)
      }
      guard !isWaiting, day >= begin else { continue }
      let total = sum(on: day, since: begin)
      if counted[day] > 0, total >= 960 {
        endApproach(at: day)
        let own = mandatory.firstIndex { $0.kind == .sixteenHours && !$0.isSpent && $0.covers(day) }
        let told = ((own.map { [mandatory[$0]] } ?? []) + long).map(\.on).min()
        crossings.append(Crossing(day: day, minutes: total, reportedOn: told.map { max($0, day) }))
        if let own {
          mandatory[own].isSpent = true
          begin = reach(of: mandatory[own], at: day, since: begin) + 1
        } else if let first = long.first {
          begin = first.last + 1
        } else {
          isWaiting = true
        }
      } else if total >= 720 {
        if approaches.last.map({ $0.until != nil }) ?? true { approaches.append(Approach(from: day)) }
      } else {
        endApproach(at: day)
      }
    }
  }

  private mutating func endApproach(at day: Int) {
    guard let last = approaches.last, last.until == nil else { return }
    approaches[approaches.count - 1].until = day
  }

  // MARK: Reports

  /// Where no last day is on record: the day of the report; for long absence the end of that absence.
  private func lastDay(of report: OracleScenario.Report) -> Int {
    if let until = report.until { return until }
    let days = 0..<OracleScenario.dayCount
    guard report.kind == .longTerm else { return report.on }
    let begun = report.from.map { from in days.first { $0 >= from && isWhole[$0] } }
    guard let start = begun ?? days.last(where: { $0 <= report.on && isWhole[$0] }) else { return report.on }
    let end = runEnd(from: start)
    let comesBack = days.contains { $0 > end && isSchoolDay[$0] && $0 <= scenario.horizon }
    return max(comesBack ? end : scenario.horizon, report.on)
  }

  /// The last day of the unbroken absence that a day is in.
  private func runEnd(from day: Int) -> Int {
    var last = day
    for next in day + 1..<OracleScenario.dayCount where isSchoolDay[next] {
      guard isWhole[next] else { break }
      last = next
    }
    return last
  }

  private func runStart(from day: Int) -> Int {
    var first = day
    for earlier in (0..<day).reversed() where isSchoolDay[earlier] {
      guard isWhole[earlier] else { break }
      first = earlier
    }
    return first
  }

  /// Up to which day a report covers: its last day, but of an unbroken absence seven calendar days.
  private func reach(of report: Report, at day: Int, since begin: Int) -> Int {
    guard isWhole[day] else { return report.last }
    let start = max(runStart(from: day), begin, report.from ?? 0)
    let week = max(day, start + 6)
    return runEnd(from: day) > week ? min(report.last, week) : report.last
  }
}
