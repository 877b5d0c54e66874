import Casework
import Support
import Testing

/// The program against a walk through the days, on 4,000 random requests of 2024 to 2028.
@Suite("Requests for access against a naive walk")
struct AccessOracleTests {
  static let parts = 4
  static let scenariosPerPart = 1000

  private func answers(_ scenario: AccessScenario, _ bench: RuleBench) throws -> [NaiveAccess.Answer] {
    func number(_ date: CivilDate) -> Int { date.days(since: NaiveCalendar.monday) }
    return try bench.episodes(scenario.tabs).map { episode in
      NaiveAccess.Answer(
        from: number(episode.visibleFrom), end: number(try #require(episode.due)),
        lastDay: number(try #require(episode.lastDay)), answered: episode.clearedOn.map(number))
    }
  }

  private func differs(
    _ scenario: AccessScenario, _ bench: RuleBench, mistake: NaiveAccess.Mistake? = nil
  ) throws -> String? {
    let found = try answers(scenario, bench)
    let expected = [NaiveAccess(scenario, mistake: mistake).answer].compactMap(\.self)
    return found == expected ? nil : "\(found), naive \(expected)"
  }

  @Test("The last day of every request and its answer agree", arguments: 0..<parts)
  func agree(part: Int) throws {
    let bench = try RuleBench("inzage.verzoek")
    for index in 0..<Self.scenariosPerPart {
      let seed = UInt64(part * Self.scenariosPerPart + index)
      let scenario = AccessScenario(seed: seed)
      guard let difference = try differs(scenario, bench) else { continue }
      Issue.record("seed \(seed): \(difference)\n\(scenario)")
      return
    }
  }

  @Test("A walk that gets one thing wrong is found out", arguments: NaiveAccess.Mistake.allCases)
  func control(mistake: NaiveAccess.Mistake) throws {
    let bench = try RuleBench("inzage.verzoek")
    #expect(try (0..<1000).contains { try differs(AccessScenario(seed: $0), bench, mistake: mistake) != nil })
  }

  @Test("The scenarios reach what they are for")
  func coverage() {
    let answers = (UInt64(0)..<4000).compactMap { NaiveAccess(AccessScenario(seed: $0)).answer }
    #expect(answers.count { $0.end != $0.lastDay } > 400, "ends on a day off")
    #expect(answers.count { $0.end - $0.from > 80 } > 400, "three months")
    #expect(answers.count { $0.answered == nil } > 400, "not answered")
    #expect(answers.count { $0.answered != nil } > 400, "answered")
    let ends = answers.map { AccessScenario.date($0.from).parts.day != AccessScenario.date($0.end).parts.day }
    #expect(ends.count { $0 } > 40, "from the 31st to a shorter month")
  }
}
