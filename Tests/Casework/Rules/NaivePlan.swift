import Casework
import Support

/// What domain §4 asks of a scenario, day by day, in plain numbers and without a word of the program's own arithmetic.
struct NaivePlan {
  /// What can be got wrong on purpose, to see that a difference shows.
  enum Slip: CaseIterable {
    case weekLate, atwForgotten, refusalForgotten, custodyOfToday, answerForgotten,
      newVersionResets, firstYearForgotten
    case holidaysCount, evaluationForgotten
  }

  let scenario: PlanScenario
  let slip: Slip?
  private var needs: [Bool] = []
  private var plans: [Int?] = []
  private var supported: [Bool] = []
  private var needStart: [Int] = []
  /// The last days of a need.
  private var needStops: [Int] = []
  private var gapStart: [Int] = []
  private var planStart: [Int] = []
  private var supportStart: [Int] = []
  /// How many teaching weeks came before the week of a day, and whether its own is one.
  private var weeksBefore: [Int] = []
  private var inTeachingWeek: [Bool] = []

  /// The days that the tables hold: from long before the two years to long after.
  private static let tableFrom = -300
  private static let tableDays = 1300

  /// `weeks`: whether teaching weeks are counted too, which takes long.
  init(_ scenario: PlanScenario, slip: Slip? = nil, weeks countsWeeks: Bool = false) {
    self.scenario = scenario
    self.slip = slip
    let days = (0..<Self.tableDays).map { $0 + Self.tableFrom }
    needs = days.map { isExtra($0) && isAt($0, definitively: true) }
    supported = days.map { isExtra($0) && isAt($0, definitively: false) }
    plans = days.map { planOn($0) }
    needStart = starts(needs)
    needStops = days.filter { needsPlan($0) && isIn($0 + 1) && !needsPlan($0 + 1) }
    gapStart = starts(zip(needs, plans).map { $0 && $1 == nil })
    planStart = starts(plans.map { $0 != nil })
    supportStart = starts(supported)
    guard countsWeeks else { return }
    let taught = days.map { isTaught($0) }
    var weeks = 0
    for day in days {
      let monday = day - weekday(day)
      let inWeek = (monday..<monday + 5).contains { isIn($0) && taught[$0 - Self.tableFrom] }
      if weekday(day) == 0, day > days[0] { weeks += inTeachingWeek.last ?? false ? 1 : 0 }
      inTeachingWeek.append(inWeek || slip == .holidaysCount && day >= 0)
      weeksBefore.append(weeks)
    }
  }

  private func isIn(_ day: Int) -> Bool {
    day >= Self.tableFrom && day < Self.tableFrom + Self.tableDays
  }

  /// For each day on which something holds, since when it has without a break.
  private func starts(_ holds: [Bool]) -> [Int] {
    var first = Self.tableFrom
    return holds.enumerated().map { index, holds in
      if index == 0 || !holds { first = index + Self.tableFrom + (holds ? 0 : 1) }
      return first
    }
  }

  private func needsPlan(_ day: Int) -> Bool { isIn(day) && needs[day - Self.tableFrom] }

  func plan(_ day: Int) -> Int? { isIn(day) ? plans[day - Self.tableFrom] : nil }

  /// What is asked on a day: with the last day in time where there is one.
  struct Asked: Equatable {
    var lastDay: Int?
    var who: [Int] = []
  }
}

// MARK: - Facts of a day

extension NaivePlan {
  func isExtra(_ day: Int) -> Bool {
    var last: PlanScenario.Level?
    for level in scenario.levels where level.from <= day { last = level }
    guard let last, last.isExtra else { return false }
    return last.until.map { day <= $0 } ?? true
  }

  private func isAt(_ day: Int, definitively: Bool) -> Bool {
    if scenario.enrolments.isEmpty, scenario.placements.isEmpty { return true }
    if scenario.enrolments.isEmpty { return scenario.placements.contains { $0.contains(day) } }
    return scenario.enrolments.contains {
      $0.span.contains(day) && ($0.isDefinitive || !definitively)
    }
  }

  /// Left for good: nothing is asked any more.
  private func hasLeft(_ day: Int) -> Bool {
    scenario.enrolments.last?.span.until.map { day > $0 } ?? false
  }

  /// The version that was established last, unless that one was closed.
  private func planOn(_ day: Int) -> Int? {
    var best: Int?
    for (index, version) in scenario.versions.enumerated() {
      guard let established = version.established, established <= day else { continue }
      if let other = best, (scenario.versions[other].established ?? 0) > established { continue }
      best = index
    }
    guard let best else { return nil }
    return scenario.versions[best].closed.map { day > $0 } ?? false ? nil : best
  }

  /// Yes, no or unknown; the edge of a stretch with custody tells that there was none beyond it.
  func custody(_ guardian: Int, _ day: Int) -> YesNoUnknown {
    let pieces = scenario.custody[guardian]
    for piece in pieces
    where (piece.from.map { day >= $0 } ?? true) && (piece.until.map { day <= $0 } ?? true) {
      return piece.answer
    }
    let before = pieces.filter { ($0.from ?? Int.min) <= day }
    guard let neighbour = before.isEmpty ? pieces.first : before[before.count - 1] else {
      return .unknown
    }
    return neighbour.answer == .yes ? .no : .unknown
  }

  /// The answer that stood on a day.
  private func answer(_ guardian: Int, _ version: PlanScenario.Version, _ day: Int) -> PlanScenario
    .Answer?
  {
    var latest: PlanScenario.Answer?
    for answer in version.answers where answer.guardian == guardian {
      guard let on = answer.on, on <= day else { continue }
      if let other = latest?.on, other > on { continue }
      latest = answer
    }
    return slip == .answerForgotten && latest != nil
      ? version.answers.last { $0.guardian == guardian } : latest
  }

  /// Those with custody on one day who had not agreed by the other; nothing where it is met, and `[]` where only custody
  /// stands in the way.
  private func lacking(
    _ version: PlanScenario.Version, custodyOn day: Int, answersOn answerDay: Int
  ) -> [Int]? {
    let held = scenario.custody.indices.map {
      custody($0, slip == .custodyOfToday ? PlanScenario.dayCount : day)
    }
    let holders = held.indices.filter { held[$0] == .yes }
    let lacks = holders.filter { answer($0, version, answerDay)?.word != .agreed }
    return lacks.isEmpty && !holders.isEmpty && !held.contains(.unknown) ? nil : lacks
  }
}

// MARK: - opp.opstellen and opp.instemming

extension NaivePlan {
  /// 1 August 2024 was a Thursday.
  private func weekday(_ day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

  private func termEnd(_ start: Int) -> Int {
    var end = start + (slip == .weekLate ? 49 : 42)
    guard slip != .atwForgotten else { return end }
    while !NaiveCalendar.isWorkingDay(PlanScenario.date(end)) { end += 1 }
    return end
  }

  private func waits(_ index: Int, _ day: Int) -> Bool {
    let version = scenario.versions[index]
    guard let offered = version.offered, offered <= day else { return false }
    if let established = version.established, established <= day || established == offered {
      return false
    }
    if let closed = version.closed, day > closed { return false }
    for later in scenario.versions[(index + 1)...] {
      if let on = later.offered, on <= day { return false }
      if let on = later.established, on <= day { return false }
    }
    return !needEnded(since: offered, by: day)
  }

  /// Whether the need that went on at or began after one day was over by another.
  private func needEnded(since day: Int, by other: Int) -> Bool {
    needStops.contains { $0 >= day && $0 < other }
  }

  /// Whether a plan must be established on a day.
  func establishing(_ day: Int) -> Asked? {
    guard needsPlan(day), plan(day) == nil, !hasLeft(day) else { return nil }
    let need = needStart[day - Self.tableFrom]
    let due = termEnd(need)
    let gap = gapStart[day - Self.tableFrom]
    return slip != .refusalForgotten && isHandedOver(day, gap: gap, due: due)
      ? nil : Asked(lastDay: due)
  }

  private func isHandedOver(_ day: Int, gap: Int, due: Int) -> Bool {
    let inTime = scenario.versions.contains { version in
      guard let offered = version.offered ?? version.established, offered <= due else {
        return false
      }
      if let established = version.established, established <= gap { return false }
      if let closed = version.closed, closed < gap { return false }
      return !needEnded(since: offered, by: day)
    }
    guard inTime else { return false }
    return scenario.versions.indices.contains { index in
      let version = scenario.versions[index]
      guard waits(index, day) else { return false }
      if let established = version.established, established <= gap { return false }
      if let closed = version.closed, closed < gap { return false }
      return scenario.custody.indices.contains { guardian in
        guard custody(guardian, day) == .yes, let answer = answer(guardian, version, day) else {
          return false
        }
        switch answer.word {
        case .refused: return true
        case .unreachable:
          return version.answers.filter { $0.guardian == guardian }.flatMap(\.attempts).contains {
            $0 <= day
          }
        case .agreed, .open: return false
        }
      }
    }
  }

  /// Whom an offered version waits for on a day.
  func agreement(_ index: Int, _ day: Int) -> Asked? {
    let version = scenario.versions[index]
    guard let offered = version.offered, waits(index, day), !hasLeft(day),
      let lacks = lacking(version, custodyOn: day, answersOn: day)
    else { return nil }
    // The term of the plan is one to meet where no plan held when it was offered.
    guard plan(offered - 1) == nil, let need = firstNeed(from: offered) else {
      return Asked(who: lacks)
    }
    return Asked(lastDay: termEnd(need), who: lacks)
  }

  /// The first day of the need that goes on on a day, or of the next one.
  private func firstNeed(from day: Int) -> Int? {
    if needsPlan(day) { return needStart[day - Self.tableFrom] }
    return (day...day + 900).first { needsPlan($0) }
  }

  /// Whose agreement lacks to a version that was established without.
  func breach(_ index: Int, _ day: Int) -> Asked? {
    let version = scenario.versions[index]
    guard let established = version.established, established <= day, plan(day) == index,
      !hasLeft(day),
      let lacks = lacking(version, custodyOn: established, answersOn: established),
      !needEnded(since: version.offered ?? established, by: day)
    else { return nil }
    // Once everyone agreed it is mended, whatever they say after that.
    let days = version.answers.compactMap(\.on).filter { $0 > established && $0 <= day }
    let isMended = days.contains { lacking(version, custodyOn: established, answersOn: $0) == nil }
    return isMended ? nil : Asked(who: lacks)
  }
}

// MARK: - opp.evaluatie

extension NaivePlan {
  func evaluation(_ day: Int) -> Asked? {
    guard let current = plan(day), !hasLeft(day) else { return nil }
    let begin =
      slip == .newVersionResets
      ? scenario.versions[current].established ?? day : planStart[day - Self.tableFrom]
    let counted = scenario.evaluations.filter { evaluation in
      evaluation.on >= begin && evaluation.on <= day && plan(evaluation.on) != nil
        && evaluation.present.contains { custody($0, evaluation.on) == .yes }
    }.map(\.on)
    let base = slip == .evaluationForgotten ? begin : counted.max() ?? begin
    var due = aYear(after: base)
    if counted.isEmpty, slip != .firstYearForgotten {
      let parts = PlanScenario.date(begin).parts
      // Established from August to January: the 31st of July that follows.
      if parts.month >= 8 { due = min(due, number(parts.year + 1, 7, 31)) }
      if parts.month == 1 { due = min(due, number(parts.year, 7, 31)) }
    }
    return day >= max(base, due - 56) ? Asked(lastDay: due) : nil
  }

  private func aYear(after day: Int) -> Int {
    let parts = PlanScenario.date(day).parts
    return number(parts.year + 1, parts.month, parts.month == 2 && parts.day == 29 ? 28 : parts.day)
  }

  private func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    CivilDate(year: year, month: month, day: day).map { $0.days(since: PlanScenario.firstDay) } ?? 0
  }
}

// MARK: - opp.voortgang

extension NaivePlan {
  /// Days on which every school is closed, in the two years.
  private static let closed = Set(
    [
      "2024-12-25", "2024-12-26", "2025-01-01", "2025-04-21", "2025-04-26", "2025-05-29", "2025-06-09", "2025-12-25",
      "2025-12-26", "2026-01-01", "2026-04-06", "2026-04-27", "2026-05-14", "2026-05-25",
    ].map { number($0) })
  /// The first and the last day of teaching in both years.
  private static let taught = [
    number("2024-09-02")...number("2025-07-18"), number("2025-09-01")...number("2026-07-17"),
  ]

  private static func number(_ iso: String) -> Int { Support.day(iso).days(since: PlanScenario.firstDay) }

  private func isTaught(_ day: Int) -> Bool {
    let year = day < 365 ? 0 : 1
    guard day >= 0, day < PlanScenario.dayCount, scenario.isOnRecord[year], weekday(day) < 5 else {
      return false
    }
    guard Self.taught[year].contains(day), !Self.closed.contains(day) else { return false }
    return !scenario.closures.contains { $0.contains(day) }
  }

  /// Where a day stands on a line from which all weeks without teaching are cut; within such a week time stands still.
  private func position(_ day: Int, isBase: Bool) -> Int {
    let place = max(day, Self.tableFrom) - Self.tableFrom
    if inTeachingWeek[place] { return 7 * weeksBefore[place] + weekday(day) }
    return isBase ? 7 * weeksBefore[place] : 7 * weeksBefore[place] - 1
  }

  /// Whether it was quiet for eight teaching weeks on a day, or can no longer be counted from there.
  func progress(_ day: Int) -> Asked? {
    guard supported[day - Self.tableFrom], !hasLeft(day) else { return nil }
    let begin = supportStart[day - Self.tableFrom]
    let events =
      scenario.notes + (slip == .evaluationForgotten ? [] : scenario.evaluations.map(\.on))
    let base = events.filter { $0 >= begin && $0 <= day }.max() ?? begin
    let weeks = slip == .weekLate ? 63 : 56
    let from = position(base, isBase: true)
    if position(day, isBase: false) - from >= weeks { return Asked() }
    // Never reached on the calendar that is on record: asked from the first day that is not.
    guard position(PlanScenario.dayCount + 10, isBase: false) + 1 - from <= weeks else {
      return nil
    }
    return firstUnknown(from: base) <= day ? Asked() : nil
  }

  private func firstUnknown(from day: Int) -> Int {
    if day < 0 { return day }
    if day < 365 { return scenario.isOnRecord[0] ? (scenario.isOnRecord[1] ? 730 : 365) : day }
    return day < 730 && scenario.isOnRecord[1] ? 730 : day
  }
}
