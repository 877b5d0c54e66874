import Casework
import Support
import Testing

/// The program against a walk through the days, on 4,000 random applications of 2024 to 2028.
@Suite("Terms of admission against a naive walk")
struct AdmissionOracleTests {
  static let parts = 4
  static let scenariosPerPart = 1000

  private struct Benches {
    private let benches: [LegalStatus?: RuleBench]

    init() throws {
      var benches: [LegalStatus?: RuleBench] = [:]
      for status in [LegalStatus.publicSchool, .privateSchool, nil] {
        benches[status] = try ApplicationBench("aanmelding.besluit", status: status).bench
      }
      self.benches = benches
    }

    func answers(_ scenario: AdmissionScenario) throws -> [NaiveAdmission.Answer] {
      try #require(benches[scenario.status]).episodes(scenario.tabs).map { episode in
        func number(_ date: CivilDate) -> Int { date.days(since: NaiveCalendar.monday) }
        return NaiveAdmission.Answer(
          from: number(episode.visibleFrom), end: episode.due.map(number), lastDay: episode.lastDay.map(number),
          decided: episode.clearedOn.map(number))
      }
    }
  }

  private func differs(
    _ scenario: AdmissionScenario, _ benches: Benches, mistake: NaiveAdmission.Mistake? = nil
  ) throws -> String? {
    let found = try benches.answers(scenario)
    let expected = [NaiveAdmission(scenario, mistake: mistake).answer].compactMap(\.self)
    return found == expected ? nil : "\(found), naive \(expected)"
  }

  @Test("The last day of every application agrees", arguments: 0..<parts)
  func agree(part: Int) throws {
    let benches = try Benches()
    for index in 0..<Self.scenariosPerPart {
      let seed = UInt64(part * Self.scenariosPerPart + index)
      let scenario = AdmissionScenario(seed: seed)
      guard let difference = try differs(scenario, benches) else { continue }
      Issue.record("seed \(seed): \(difference)\n\(scenario)")
      return
    }
  }

  @Test("A walk that gets one thing wrong is found out", arguments: NaiveAdmission.Mistake.allCases)
  func control(mistake: NaiveAdmission.Mistake) throws {
    let benches = try Benches()
    #expect(try (0..<1000).contains { try differs(AdmissionScenario(seed: $0), benches, mistake: mistake) != nil })
  }

  @Test("The scenarios reach what they are for")
  func coverage() {
    let all = (UInt64(0)..<4000).map { AdmissionScenario(seed: $0) }
    let answers = all.compactMap { NaiveAdmission($0).answer }
    #expect(answers.count { $0.end != $0.lastDay } > 400, "ends on a day off")
    #expect(answers.count { $0.lastDay == nil } > 100, "stands still for good")
    #expect(answers.count { $0.length ?? 0 >= 70 } > 400, "ten weeks or more")
    #expect(answers.count { $0.length ?? 99 <= 46 } > 400, "six weeks")
    #expect(answers.count { $0.decided != nil } > 200, "decided")
    let late = all.count { NaiveAdmission($0).answer != NaiveAdmission($0, mistake: .lateNoticeCounts).answer }
    #expect(late > 200, "told too late")
  }
}
