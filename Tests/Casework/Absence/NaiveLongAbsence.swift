import Casework

/// What is asked about long absence, the slow way: day after day, from the rows of domein.md §4 and DUO's definition
/// (more than four teaching weeks, unbroken), not from the program.
struct NaiveLongAbsence {
  /// A reckoner that gets one thing wrong, to show that the comparison finds it.
  enum Mistake: CaseIterable {
    case holidaysCount, fourWeeksAreEnough, illnessBreaks, illnessCounts, attendedMorningBreaksNothing, underFiveCounts
    case thirteenWeeks, planIsNotNeeded, returnDoesNotMatter, anyReport, reportOfAnyAbsence, planOfTheSchoolItself
    case earlierPlanCounts
  }

  struct Asked: Equatable, Comparable {
    let rule: String
    let from: Int
    var until: Int?
    var cleared: Int?

    static func < (left: Asked, right: Asked) -> Bool { (left.rule, left.from) < (right.rule, right.from) }
  }

  private enum Day {
    /// No lessons, or some of them attended.
    case none, there
    case away(AbsenceStanding)
  }

  /// A row of school days of which nothing was attended.
  private struct Row {
    var days: [Int] = []
    /// The next day at school; nothing while the pupil stays away.
    var back: Int?
  }

  private let scenario: LongAbsenceScenario
  private let mistake: Mistake?
  private let isTeachingDay: [Bool]
  private var days: [Day] = []
  private var rows: [Row] = []
  private(set) var asked: [Asked] = []

  private static let all = 0..<LongAbsenceScenario.dayCount
  /// Reports and plans can come later than the last day that is looked at.
  private static let farthest = 3 * LongAbsenceScenario.dayCount

  init(_ scenario: LongAbsenceScenario, mistake: Mistake? = nil) {
    self.scenario = scenario
    self.mistake = mistake
    isTeachingDay = Self.all.map { day in
      day % 7 < 5 && !LongAbsenceScenario.publicHolidays.contains(day)
        && !scenario.closures.contains { $0.contains(day) }
    }
    days = Self.all.map { look(at: $0) }
    var row: Row?
    for day in Self.all {
      switch days[day] {
      case .none: continue
      case .away: row = Row(days: (row?.days ?? []) + [day])
      case .there:
        if var ended = row {
          ended.back = day
          rows.append(ended)
        }
        row = nil
      }
    }
    row.map { rows.append($0) }
    for row in rows { look(at: row) }
    asked.sort()
  }
}

// MARK: - A day

extension NaiveLongAbsence {
  private func look(at day: Int) -> Day {
    guard isTeachingDay[day], !(scenario.hasFridayOff && day % 7 == 4) else { return .none }
    let lessons: [(part: LongAbsenceScenario.Extent, minutes: Int)] =
      day % 7 == 2 ? [(.morning, 225)] : [(.morning, 210), (.afternoon, 120)]
    var minutes: [AbsenceStanding: Int] = [:]
    var attended = 0
    for lesson in lessons {
      let causes = scenario.aways.filter { away in
        day >= away.span.from && (away.isOpen || day <= away.span.until)
          && (away.extent == .day || away.extent == lesson.part)
      }.map(\.kind.standing)
      // A valid reason goes before none, and none before one that nobody knows.
      let standing = [AbsenceStanding.authorised, .unauthorised, .unknown].first { causes.contains($0) }
      if let standing { minutes[standing, default: 0] += lesson.minutes } else { attended += lesson.minutes }
    }
    if attended > 0, mistake != .attendedMorningBreaksNothing || minutes.isEmpty { return .there }
    let most = minutes.max { $0.value < $1.value }
    return most.map { .away($0.key) } ?? .there
  }

  private func isTeachingWeek(_ day: Int) -> Bool {
    mistake == .holidaysCount || isTeachingDay[(day - day % 7)..<(day - day % 7 + 7)].contains(true)
  }

  private func isUnauthorised(_ day: Int) -> Bool {
    let isCompulsory = scenario.compulsoryFrom.map { day >= $0 } ?? true
    guard case .away(let standing) = days[day], isCompulsory || mistake == .underFiveCounts else { return false }
    return standing == .unauthorised || mistake == .illnessCounts
  }
}

// MARK: - A row of days

extension NaiveLongAbsence {
  private mutating func look(at row: Row) {
    let all = exceeded(row) { _ in true }
    let worse = exceeded(row) { isUnauthorised($0) }
    if let all, worse.map({ $0.on > all.on }) ?? true {
      var wait = Asked(rule: "verzuim.langdurig-geoorloofd", from: all.on)
      wait.until = [worse?.on, row.back].compactMap(\.self).min()
      wait.cleared = (all.on..<Self.farthest).first { day in
        scenario.plans.contains { isLookedAt($0, from: all.start, by: day) }
      }
      asked.append(wait)
    }
    guard let worse else { return }
    asked.append(
      Asked(
        rule: "verzuim.langdurig", from: worse.on,
        cleared: (worse.on..<Self.farthest).first { isDone(on: $0, row, since: worse.start) }))
    let months = mistake == .thirteenWeeks ? 91 : NaiveCalendar.days(of: 3, from: LongAbsenceScenario.date(worse.start))
    guard let step = row.days.first(where: { $0 >= worse.start + months && isUnauthorised($0) }) else { return }
    asked.append(
      Asked(
        rule: "verzuim.langdurig", from: step, until: row.back,
        cleared: (step..<Self.farthest).first { day in
          isReported(by: day, row, since: worse.start) && hasPlan(lookedAtFrom: step, by: day)
        }))
  }

  /// From which day the absence counts, and the first day on which it took more school days than four teaching weeks have.
  private func exceeded(_ row: Row, where counts: (Int) -> Bool) -> (start: Int, on: Int)? {
    guard let start = row.days.first(where: counts) else { return nil }
    var passed = 0
    var quota = 0
    for day in start..<Self.all.upperBound where passed < 28 {
      if case .none = days[day] {} else { quota += 1 }
      if isTeachingWeek(day) { passed += 1 }
    }
    if mistake == .fourWeeksAreEnough { quota -= 1 }
    var used = 0
    for day in row.days where day >= start {
      if counts(day) { used += 1 } else if mistake == .illnessBreaks { return nil }
      if used > quota { return (start, day) }
    }
    return nil
  }

  /// Reported, and with a plan with the samenwerkingsverband as long as the pupil is not back.
  private func isDone(on day: Int, _ row: Row, since start: Int) -> Bool {
    let isBack = mistake == .returnDoesNotMatter ? false : row.back.map { $0 <= day } ?? false
    let hasPlan = hasPlan(lookedAtFrom: start, by: day)
    return isReported(by: day, row, since: start) && (isBack || hasPlan || mistake == .planIsNotNeeded)
  }

  private func isReported(by day: Int, _ row: Row, since start: Int) -> Bool {
    scenario.reports.contains { report in
      guard report.kind == .longTerm || mistake == .anyReport, report.on <= day, let last = row.days.last else {
        return false
      }
      return mistake == .reportOfAnyAbsence || report.from <= last && lastDay(of: report) >= start
    }
  }

  /// Where no last day is on record: that of the absence that it is about, or of the report.
  private func lastDay(of report: LongAbsenceScenario.Report) -> Int {
    if let until = report.until { return until }
    guard let row = rows.first(where: { $0.days.contains { $0 >= report.from } }), let last = row.days.last,
      report.kind == .longTerm
    else { return report.on }
    return max(report.on, row.back == nil ? Self.all.upperBound - 1 : last)
  }

  /// A plan that nobody made or looked at since this absence began is about another one.
  private func isLookedAt(_ plan: LongAbsenceScenario.Plan, from start: Int, by day: Int) -> Bool {
    let first = mistake == .earlierPlanCounts ? Int.min : start
    return [plan.made, plan.reviewed].contains { $0.map { $0 >= first && $0 <= day } ?? false }
  }

  private func hasPlan(lookedAtFrom start: Int, by day: Int) -> Bool {
    scenario.plans.contains { isWithPartnership($0) && isLookedAt($0, from: start, by: day) }
  }

  private func isWithPartnership(_ plan: LongAbsenceScenario.Plan) -> Bool {
    plan.withPartnership || mistake == .planOfTheSchoolItself
  }
}
