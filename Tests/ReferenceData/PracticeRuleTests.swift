import Casework
import ReferenceData
import Support
import Testing

/// Whether somebody who learns the program with the practice school can meet every rule in it.
@Suite("Each rule in the practice school")
struct PracticeRuleTests {
  /// From two years before the school's day to two years after it.
  private static let days = day("2024-08-01")...day("2028-12-31")

  /// The rules for another kind of school, with why this one never shows them; they have their stories.
  private static let elsewhere: [RuleID: String] = [
    "aanmelding.cluster12": "only a school of cluster 1 or 2 looks for an offer after a refusal",
    "tlv.sbo-leeftijd": "only at a school for SBO does a pupil stay until 14",
  ]

  private let caseload: Caseload
  private let book: RuleBook
  /// The first day on which each rule shows to its reader, within the days looked at.
  private let firstDays: [RuleID: CivilDate]

  init() throws {
    let school = try ReferenceData.practiceSchool()
    caseload = school.caseload(of: school.users[0])
    book = try ReferenceData.ruleBook()
    let engine = RuleEngine(book: book)
    let scope = engine.scope(of: caseload.school, until: RuleScope.horizon(from: Self.days.upperBound))
    let judgement = engine.judge(caseload.dossiers.values, in: scope)
    let agenda = engine.agenda(of: caseload, judgement, in: scope)
    var firstDays: [RuleID: CivilDate] = [:]
    for episode in agenda.episodes {
      let first = max(episode.visibleFrom, Self.days.lowerBound)
      guard Self.days.contains(first), agenda.signal(of: episode, on: first) != nil else { continue }
      firstDays[episode.id.rule] = min(first, firstDays[episode.id.rule] ?? first)
    }
    self.firstDays = firstDays
  }

  /// What is not as it should be: a rule that shows on no day, and one said to be for elsewhere that does.
  private func objections(_ ids: [RuleID], elsewhere: Set<RuleID>) -> [RuleID] {
    ids.filter { (firstDays[$0] == nil) != elsewhere.contains($0) }
  }

  @Test("shows on some day, but for those of another kind of school")
  func every() {
    let objections = objections(book.ids, elsewhere: Set(Self.elsewhere.keys))
    #expect(objections.isEmpty)
    #expect(firstDays.count + Self.elsewhere.count == book.ids.count)
  }

  @Test("a rule that never fires, and an exception that does fire, are noticed")
  func control() {
    let never: RuleID = "verzonnen.nooit"
    #expect(objections(book.ids + [never], elsewhere: Set(Self.elsewhere.keys)) == [never])
    let excused = Set(Self.elsewhere.keys).union(["opp.opstellen"])
    #expect(objections(book.ids, elsewhere: excused) == ["opp.opstellen"])
    #expect(objections(book.ids, elsewhere: ["tlv.sbo-leeftijd"]) == ["aanmelding.cluster12"])
  }

  @Test("each exception has the three stories that show it instead")
  func stories() throws {
    for id in Self.elsewhere.keys {
      let stories = try #require(book[id]).stories
      #expect(Set(stories.map(\.outcome)) == Set(Story.Outcome.allCases), "\(id)")
    }
  }

  // Worked out from the dossiers by hand, one of each group of rules.
  @Test(
    "the day is that of the dossier",
    arguments: [
      // Refused on 10 April; whether the school can do it was answered on 24 April.
      ("aanmelding.onderzoek", "2025-04-10"),
      // The father heard of the raised level ten days after it began.
      ("ondersteuning.overleg", "2025-09-15"),
      // Suspended from 3 November for two days, the inspectorate told on the 6th.
      ("schorsing.inspectie", "2025-11-03"),
      // Decided without another school that was willing.
      ("verwijdering.school", "2025-12-15"),
      // Home from 12 January; the day after four teaching weeks.
      ("verzuim.langdurig", "2026-02-09"),
      // 4 weeks before 31 July 2027: two and five years after the departures of 2025 and 2022.
      ("bewaren.dossier", "2027-07-03"), ("bewaren.verzuim", "2027-07-03"),
      // Adopted on 10 November 2020, shown from twelve weeks before it is four years old.
      ("school.sop", "2024-08-18"),
    ])
  func firstDay(rule: RuleID, iso: String) {
    #expect(firstDays[rule]?.iso == iso)
  }
}
