import Casework
import ReferenceData
import Support
import Testing

/// The program against a reckoner that walks through the days, on 3,000 random families, consents and exchanges.
@Suite("Missing consent against a naive reckoner")
struct ConsentOracleTests {
  static let parts = 6
  static let scenariosPerPart = 500

  /// The rule with its norm on and off.
  private struct Benches {
    let every: RuleBench
    let one: RuleBench

    init() throws {
      every = try RuleBench("toestemming.ontbreekt")
      var school = SampleSchool.school()
      school.record.members["normen"] = try Tree(
        json: #"[{"id": "\#(id(7))", "norm": "toestemming.elkeOuder", "waarde": 0}]"#)
      one = try RuleBench("toestemming.ontbreekt", school: school)
    }

    /// What the agenda says of each exchange, a day after the other.
    func said(_ scenario: ConsentScenario) throws -> [[String]] {
      let found = try (scenario.asksEveryGuardian ? every : one).episodes(scenario.tabs)
      return scenario.exchanges.indices.map { number in
        let own = found.filter { $0.id.records == [ConsentScenario.exchangeID(number)] }
        return (0..<ConsentScenario.dayCount).map { day in
          let open = own.filter { $0.isOpen(on: ConsentScenario.date(day)) }
          let words = open.map { ($0.force?.rawValue ?? "wet") + ($0.mustBeAcknowledged ? "!" : "") }
          return words.isEmpty ? "-" : words.joined(separator: "+")
        }
      }
    }
  }

  private func differs(
    _ scenario: ConsentScenario, _ benches: Benches, mistake: NaiveConsent.Mistake? = nil
  ) throws -> String? {
    let found = try benches.said(scenario)
    let expected = NaiveConsent(scenario, mistake: mistake).said.map { $0.map(\.rawValue) }
    for (number, pair) in zip(found, expected).enumerated() {
      guard let day = pair.0.indices.first(where: { pair.0[$0] != pair.1[$0] }) else { continue }
      return "exchange \(number), day \(day): \(pair.0[day]), naive \(pair.1[day])"
    }
    return nil
  }

  @Test("Every day of every exchange agrees", arguments: 0..<parts)
  func agree(part: Int) throws {
    let benches = try Benches()
    for index in 0..<Self.scenariosPerPart {
      let seed = UInt64(part * Self.scenariosPerPart + index)
      let scenario = ConsentScenario(seed: seed)
      guard let difference = try differs(scenario, benches) else { continue }
      Issue.record("seed \(seed): \(difference)\n\(scenario)")
      return
    }
  }

  @Test("A reckoner that gets one thing wrong is found out", arguments: NaiveConsent.Mistake.allCases)
  func control(mistake: NaiveConsent.Mistake) throws {
    let benches = try Benches()
    #expect(try (0..<600).contains { try differs(ConsentScenario(seed: $0), benches, mistake: mistake) != nil })
  }

  @Test("The scenarios reach what they are for: each thing that can be said is said often, and changes on the way")
  func coverage() {
    let all = (UInt64(0)..<3000).flatMap { NaiveConsent(ConsentScenario(seed: $0)).said }
    for say in [NaiveConsent.Say.law, .norm, .brokenLaw, .brokenNorm] {
      #expect(all.count { $0.contains(say) } > 40, "\(say)")
    }
    #expect(all.count { !$0.contains { $0 != .nothing } } > 40)
    // Cleared, and asked again after it was.
    let turns = all.map { days in zip(days, days.dropFirst()).count { $0 != $1 } }
    #expect(turns.count { $0 > 2 } > 40)
  }
}
