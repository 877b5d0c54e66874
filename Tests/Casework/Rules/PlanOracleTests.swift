import ReferenceData
import Support
import Testing

@testable import Casework

/// The program against a reckoner that goes day by day, on random pupils, families and plans of two school years.
///
/// It looks at the days around each fact and at others at random; a rule that is wrong for long is wrong on one of these.
@Suite("Plans against a naive reckoner")
struct PlanOracleTests {
  static let rules: [RuleID] = [
    "opp.opstellen", "opp.instemming", "opp.evaluatie", "opp.voortgang",
  ]
  static let parts = 4
  static let scenariosPerPart = 150

  @Test("What is asked on telling days agrees for each of the four rules", arguments: 0..<parts)
  func agree(part: Int) throws {
    for index in 0..<Self.scenariosPerPart {
      let seed = UInt64(part * Self.scenariosPerPart + index)
      if let difference = try Self.difference(Self.rules, seed: seed, slip: nil) {
        Issue.record("seed \(seed): \(difference)")
        return
      }
    }
  }

  @Test("The scenarios reach what they are for", arguments: rules)
  func coverage(rule: RuleID) throws {
    var asking = 0
    var quiet = 0
    for seed in 0..<120 {
      let found = try Self.episodes([rule], PlanScenario(seed: UInt64(seed)))
      asking += found.isEmpty ? 0 : 1
      quiet += found.isEmpty ? 1 : 0
    }
    #expect(asking > 30)
    #expect(quiet > 3)
  }

  @Test(
    "A reckoner that is wrong is found out",
    arguments: [
      ("opp.opstellen", NaivePlan.Slip.weekLate), ("opp.opstellen", .atwForgotten),
      ("opp.opstellen", .refusalForgotten), ("opp.instemming", .custodyOfToday),
      ("opp.instemming", .answerForgotten),
      ("opp.instemming", .atwForgotten), ("opp.evaluatie", .newVersionResets),
      ("opp.evaluatie", .firstYearForgotten),
      ("opp.evaluatie", .evaluationForgotten), ("opp.voortgang", .holidaysCount),
      ("opp.voortgang", .weekLate),
      ("opp.voortgang", .evaluationForgotten),
    ] as [(RuleID, NaivePlan.Slip)])
  func control(rule: RuleID, slip: NaivePlan.Slip) throws {
    let isFoundOut = try (0..<400).contains {
      try Self.difference([rule], seed: $0, slip: slip) != nil
    }
    #expect(isFoundOut)
  }

  private static let book = try? ReferenceData.ruleBook()

  private static func episodes(_ rules: [RuleID], _ scenario: PlanScenario) throws -> [Episode] {
    let engine = RuleEngine(
      book: try #require(book), rules: Rule.all.filter { rules.contains($0.id) })
    var dossier = Dossier(id: id(1))
    for (name, json) in scenario.tabs { dossier[name] = .value(try Tree(json: json)) }
    let scope = engine.scope(
      of: scenario.school, until: PlanScenario.date(PlanScenario.dayCount - 1))
    return engine.judge(dossier, in: scope).episodes
  }

  /// The first rule and day on which the two differ.
  private static func difference(_ rules: [RuleID], seed: UInt64, slip: NaivePlan.Slip?) throws
    -> String?
  {
    let scenario = PlanScenario(seed: seed)
    let naive = NaivePlan(scenario, slip: slip, weeks: rules.contains("opp.voortgang"))
    let all = try episodes(rules, scenario)
    let days = scenario.telling(seed: seed)
    for rule in rules {
      let found = all.filter { $0.id.rule == rule }.map { (episode: $0, said: said(by: $0)) }
      for number in days {
        let day = PlanScenario.date(number)
        let asked = found.filter { $0.episode.isOpen(on: day) }.map(\.said).sorted()
        let expected = expected(rule, naive, number).sorted()
        if asked != expected { return "\(rule) on \(day) \(asked), naive \(expected)\n\(scenario)" }
      }
    }
    return nil
  }

  /// What an episode says, in the words of the reckoner.
  private static func said(by episode: Episode) -> String {
    let lastDay = episode.lastDay.map { String($0.days(since: PlanScenario.firstDay)) } ?? "-"
    guard episode.id.rule == "opp.instemming" else { return lastDay }
    guard case .text(let names)? = episode.title.values["wie"] else { return "?" }
    let version = episode.id.records.first.map(\.description) ?? ""
    let isBreach = episode.id.mark == "vastgesteld"
    return "\(isBreach ? "breach" : "waits") \(version) \(lastDay) \(names)"
  }

  private static func expected(_ rule: RuleID, _ naive: NaivePlan, _ day: Int) -> [String] {
    switch rule {
    case "opp.opstellen": return said(naive.establishing(day))
    case "opp.evaluatie": return said(naive.evaluation(day))
    case "opp.voortgang": return said(naive.progress(day))
    default:
      return naive.scenario.versions.indices.flatMap { index in
        let id = id(UInt64(300 + index)).description
        return [("waits", naive.agreement(index, day)), ("breach", naive.breach(index, day))]
          .compactMap { kind, asked in
            asked.map { asked in
              let names = asked.who.map { "ouder \($0)" }.joined(separator: ", ")
              return "\(kind) \(id) \(asked.lastDay.map { String($0) } ?? "-") \(names)"
            }
          }
      }
    }
  }

  private static func said(_ asked: NaivePlan.Asked?) -> [String] {
    asked.map { [$0.lastDay.map { String($0) } ?? "-"] } ?? []
  }
}
