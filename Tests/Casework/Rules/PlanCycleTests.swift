import Casework
import ReferenceData
import Support
import Testing

/// The moments of a plan for a picture of the year; days by hand from the rules of the same names.
@Suite("The rhythm of a plan")
struct PlanCycleTests {
  private func cycle(_ tabs: [SectionName: String], on date: String = "2026-11-23") throws -> [PlanCycle.Moment] {
    let rules: Set<RuleID> = ["opp.opstellen", "opp.evaluatie", "opp.voortgang"]
    let engine = RuleEngine(book: try ReferenceData.ruleBook(), rules: Rule.all.filter { rules.contains($0.id) })
    #expect(engine.rules.count == 3)
    var dossier = Dossier(id: id(1))
    for (name, json) in tabs { dossier[name] = .value(try Tree(json: json)) }
    let scope = engine.scope(of: SampleSchool.school(), until: day("2029-12-31"))
    return PlanCycle(dossier, episodes: engine.judge(dossier, in: scope).episodes, on: day(date)).moments
  }

  private func moment(_ date: String, _ kind: PlanCycle.Kind) -> PlanCycle.Moment {
    PlanCycle.Moment(day: day(date), kind: kind)
  }

  private static func evaluation(_ number: UInt64, _ on: String, with guardian: RecordID) -> String {
    Tabs.record(
      number, ["datum": on],
      Tabs.list("ouders", Tabs.record(number + 100, ["ouder": guardian.description, "aanwezig": "aanwezig"])))
  }

  private static let running: [SectionName: String] = [
    .pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-02-02")), .family: Tabs.family(father: "nee"),
    .plan: Tabs.plan(
      Tabs.version(drawn: "2026-02-09", established: "2026-03-02"),
      more: Tabs.list(
        "evaluaties", evaluation(70, "2026-11-02", with: Tabs.mother), evaluation(71, "2026-09-07", with: Tabs.father)),
      Tabs.list("voortgang", Tabs.record(80, ["datum": "2026-10-12", "tekst": "goed"]))),
  ]

  @Test("What was done in its order, then what is asked next")
  func running() throws {
    #expect(
      try cycle(Self.running) == [
        moment("2026-03-02", .established(version: 1)),
        // Father has no custody.
        moment("2026-09-07", .evaluated(.withoutGuardian)), moment("2026-10-12", .progressNoted),
        moment("2026-11-02", .evaluated(.counts)),
        // Eight teaching weeks on from Monday 2 November: 9, 16, 23, 30 November, 7, 14 December, 4 and 11 January.
        moment("2027-01-11", .noteProgressFrom),
        moment("2027-11-02", .evaluateBy),
      ])
  }

  @Test("Of whom custody is not known, and where guardians cannot be read, it is said so")
  func counting() throws {
    var tabs = Self.running
    tabs[.family] = Tabs.family(father: "onbekend")
    #expect(try cycle(tabs).contains(moment("2026-09-07", .evaluated(.custodyUnknown))))
    var dossier = Dossier(id: id(1))
    dossier[.plan] = .value(try Tree(json: try #require(Self.running[.plan])))
    dossier.family = .notReadable
    let kinds = PlanCycle(dossier, episodes: [], on: day("2026-11-23")).moments.map(\.kind)
    #expect(kinds == [.established(version: 1), .evaluated(.notJudged), .progressNoted, .evaluated(.notJudged)])
  }

  @Test("Looking at a day before the evaluation, the one that was asked then stands there")
  func before() throws {
    // Established after 31 January: a year on.
    #expect(try cycle(Self.running, on: "2026-06-01").contains(moment("2027-03-02", .evaluateBy)))
  }

  @Test("Without a plan: the last day for establishing one, six weeks after the level began")
  func none() throws {
    let tabs = [SectionName.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-10-12"))]
    // Eight teaching weeks from 12 October skip the autumn holiday: Monday 14 December.
    #expect(
      try cycle(tabs) == [moment("2026-11-23", .establishBy), moment("2026-12-14", .noteProgressFrom)])
  }

  @Test("A plan that was closed asks for no evaluation any more")
  func closed() throws {
    let tabs: [SectionName: String] = [
      .family: Tabs.family(),
      .plan: Tabs.plan(Tabs.version(drawn: "2026-02-09", established: "2026-03-02", closed: "2026-07-10")),
    ]
    #expect(
      try cycle(tabs) == [moment("2026-03-02", .established(version: 1)), moment("2026-07-10", .closed)])
  }

  @Test("A goal has the results of the evaluations held by the day, in their order; another goal's are not its own")
  func goals() throws {
    func result(_ number: UInt64, _ goal: UInt64, _ score: String) -> String {
      Tabs.record(number, ["doel": id(goal).description, "score": score])
    }
    let goals = Tabs.list(
      "doelen", Tabs.record(60, ["gebied": "rekenen", "doel": "tafels"]),
      Tabs.record(61, ["gebied": "lezen", "doel": "M5"]))
    let json = Tabs.plan(
      Tabs.version(drawn: "2026-02-09", established: "2026-03-02", more: goals),
      more: Tabs.list(
        "evaluaties",
        Tabs.record(71, ["datum": "2026-11-02"], Tabs.list("resultaten", result(91, 60, "1"))),
        Tabs.record(70, ["datum": "2026-06-01"], Tabs.list("resultaten", result(90, 60, "-1"), result(92, 62, "2"))),
        Tabs.record(72, ["datum": "2026-12-01"], Tabs.list("resultaten", result(93, 61, "0"), result(94, 60, "later"))))
    )
    let plan = try #require(Record<PlanFields>(tree: try Tree(json: json)))
    let version = try #require(plan.versions.first)
    let found = plan.goalStandings(of: version, on: day("2026-11-23"))
    #expect(found.map(\.goal.domain) == ["rekenen", "lezen"])
    #expect(found.map { $0.results.map(\.score) } == [[.unchanged, .reached], []])
    #expect(found[0].results.map(\.on) == [day("2026-06-01"), day("2026-11-02")])
    // A word that this version does not know is no result.
    let later = plan.goalStandings(of: version, on: day("2026-12-01"))
    #expect(later.map(\.results.count) == [2, 1])
    #expect(GoalScore.allCases.map(\.step) == [1, 2, 3, 4, 5])
  }
}
