import Casework
import Support
import Testing

/// The program against a reckoner that goes day by day, on 2,400 random absences.
@Suite("Long absence against a naive reckoner")
struct LongAbsenceOracleTests {
  static let parts = 4
  static let scenariosPerPart = 600

  private struct Bench {
    private let engine: RuleEngine

    init() throws {
      engine = RuleEngine(
        book: try RuleBench.book(), rules: Rule.all.filter { $0.id.name.hasPrefix("verzuim.langdurig") })
    }

    func asked(_ scenario: LongAbsenceScenario) -> [NaiveLongAbsence.Asked] {
      func number(_ date: CivilDate) -> Int { date.days(since: LongAbsenceScenario.firstMonday) }
      let last = LongAbsenceScenario.date(LongAbsenceScenario.dayCount - 1)
      return engine.judge(scenario.dossier, in: engine.scope(of: scenario.school, until: last)).episodes
        .map {
          NaiveLongAbsence.Asked(
            rule: $0.id.rule.name, from: number($0.visibleFrom), until: $0.until.map(number),
            cleared: $0.clearedOn.map(number))
        }.sorted()
    }
  }

  @Test("All that is asked agrees, with when it ends", arguments: 0..<parts)
  func agree(part: Int) throws {
    let bench = try Bench()
    for index in 0..<Self.scenariosPerPart {
      let seed = UInt64(part * Self.scenariosPerPart + index)
      let scenario = LongAbsenceScenario(seed: seed)
      let found = bench.asked(scenario)
      let expected = NaiveLongAbsence(scenario).asked
      guard found != expected else { continue }
      Issue.record("seed \(seed): \(found)\nnaive \(expected)\n\(scenario)")
      return
    }
  }

  @Test("A reckoner that gets one thing wrong is found out", arguments: NaiveLongAbsence.Mistake.allCases)
  func control(mistake: NaiveLongAbsence.Mistake) throws {
    let bench = try Bench()
    #expect(
      (UInt64(0)..<800).contains { seed in
        let scenario = LongAbsenceScenario(seed: seed)
        let wrong = NaiveLongAbsence(scenario, mistake: mistake).asked
        return wrong != NaiveLongAbsence(scenario).asked && wrong != bench.asked(scenario)
      })
  }

  @Test("The scenarios reach what they are for")
  func coverage() {
    let all = (UInt64(0)..<600).map { NaiveLongAbsence(LongAbsenceScenario(seed: $0)).asked }
    for rule in ["verzuim.langdurig", "verzuim.langdurig-geoorloofd"] {
      let own = all.map { $0.filter { $0.rule == rule } }
      #expect(own.count { !$0.isEmpty } > 60, "\(rule) asks")
      #expect(own.count { $0.isEmpty } > 60, "\(rule) asks nothing")
      #expect(own.count { $0.contains { $0.cleared != nil } } > 20, "\(rule) is cleared")
      #expect(own.count { $0.contains { $0.until != nil } } > 20, "\(rule) falls away")
    }
    #expect(all.count { $0.count { $0.rule == "verzuim.langdurig" } > 1 } > 30, "goes on for three months")
  }
}
