import Support
import Testing

@testable import Casework

/// The program against a reckoner that goes day by day and slot by slot, on 10,000 random calendars and absences.
@Suite("Sixteen hours against a naive reckoner")
struct OracleTests {
  static let parts = 10
  static let scenariosPerPart = 1000
  static let measure = HoursMeasure(limit: 960, near: 720, weeks: 4, reportDays: 7)

  @Test("Days, crossings and approaches agree", arguments: 0..<parts)
  func agree(part: Int) {
    for index in 0..<Self.scenariosPerPart {
      let seed = UInt64(part * Self.scenariosPerPart + index)
      let scenario = OracleScenario(seed: seed)
      guard let difference = Self.difference(scenario) else { continue }
      let smallest = Self.shrunk(scenario)
      Issue.record("seed \(seed): \(difference)\nsmallest: \(smallest)\n\(Self.difference(smallest) ?? "")")
      return
    }
  }

  @Test("The scenarios reach what they are for: most cross, many have reports that clear, some are near")
  func coverage() {
    let outcomes = (0..<300).map { NaiveHours(OracleScenario(seed: $0)) }
    #expect(outcomes.filter { !$0.crossings.isEmpty }.count > 100)
    #expect(outcomes.filter { $0.crossings.count > 1 }.count > 10)
    #expect(outcomes.filter { $0.crossings.contains { $0.reportedOn != nil } }.count > 20)
    #expect(outcomes.filter { !$0.approaches.isEmpty }.count > 100)
    #expect(outcomes.filter { $0.crossings.isEmpty }.count > 30)
  }

  @Test(
    "A program that is off by a week, a minute or a day is found out",
    arguments: [
      HoursMeasure(limit: 960, near: 720, weeks: 5, reportDays: 7),
      HoursMeasure(limit: 961, near: 720, weeks: 4, reportDays: 7),
      HoursMeasure(limit: 960, near: 721, weeks: 4, reportDays: 7),
      HoursMeasure(limit: 960, near: 720, weeks: 4, reportDays: 8),
    ])
  func control(measure: HoursMeasure) {
    #expect((0..<1000).contains { Self.difference(OracleScenario(seed: $0), measure: measure) != nil })
  }

  /// Where the two differ; nothing where they agree.
  static func difference(_ scenario: OracleScenario, measure: HoursMeasure = measure) -> String? {
    let naive = NaiveHours(scenario)
    let absence = scenario.absence
    let ledger = AbsenceLedger(
      pupil: scenario.pupil, absence: absence, calendar: TeachingCalendar(scenario.school),
      horizon: OracleScenario.date(scenario.horizon))
    if let difference = daysDiffer(ledger, naive) { return difference }
    let reports = TruancyReports(absence, runs: ledger.unbrokenRuns, horizon: ledger.horizon)
    let count = HoursCount(ledger, reports: reports, runs: ledger.unbrokenRuns, measure: measure)
    let crossings = count.crossings.map {
      NaiveHours.Crossing(
        day: number($0.day), minutes: $0.window.minutes, reportedOn: $0.reportedOn.map(number))
    }
    if crossings != naive.crossings { return "crossings \(crossings), naive \(naive.crossings)" }
    let approaches = count.approaches.map { NaiveHours.Approach(from: number($0.from), until: $0.until.map(number)) }
    // A report ends an approach on the day it is made, whereas the reckoner sees only that the hours are gone.
    let hasReports = scenario.reports.contains { $0.kind != .other }
    let same = hasReports ? approaches.map(\.from) == naive.approaches.map(\.from) : approaches == naive.approaches
    return same ? nil : "approaches \(approaches), naive \(naive.approaches)"
  }

  private static func daysDiffer(_ ledger: AbsenceLedger, _ naive: NaiveHours) -> String? {
    for number in 0..<OracleScenario.dayCount {
      let day = ledger.day(OracleScenario.date(number))
      let found = [day?.counted ?? 0, day?.authorised ?? 0, day?.unknown ?? 0]
      let expected = [naive.counted[number], naive.authorised[number], naive.unknown[number]]
      if found != expected { return "day \(number): \(found), naive \(expected)" }
    }
    return nil
  }

  private static func number(_ date: CivilDate) -> Int { date.days(since: OracleScenario.firstMonday) }

  /// The scenario with everything taken out that the difference does not need.
  private static func shrunk(_ scenario: OracleScenario) -> OracleScenario {
    var smallest = scenario
    while let less = smallest.smaller.first(where: { difference($0) != nil }) { smallest = less }
    return smallest
  }
}
