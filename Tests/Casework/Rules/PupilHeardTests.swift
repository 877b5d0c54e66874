import Casework
import Support
import Testing

/// Hearing the pupil: by law for facts from 1 August 2025 (law 36443), before that as the guide says (§3.2).
@Suite("opp.hoorrecht")
struct PupilHeardTests {
  private static func heard(
    on: String? = nil, view: String? = "wil samen lezen", used: String? = "leest met een maatje", reason: String? = nil
  ) -> String {
    let fields = [
      ("leerlingGehoordOp", on), ("meningLeerling", view), ("watErmeeGedaan", used), ("waaromNietGehoord", reason),
    ]
    return fields.compactMap { key, value in value.map { "\"\(key)\": \"\($0)\"" } }.joined(separator: ", ")
  }

  private static func tabs(_ version: String, _ evaluations: String...) -> [SectionName: String] {
    [.plan: Tabs.plan(version, more: "\"evaluaties\": [\(evaluations.joined(separator: ", "))]")]
  }

  private static func evaluation(_ more: String..., on: String = "2026-11-02") -> String {
    Tabs.record(70, ["datum": on, "versie": id(50).description], more.joined(separator: ", "))
  }

  private static let good = Tabs.version(established: "2026-10-12", more: heard(on: "2026-10-08"))

  static let rows: [TabCase] = [
    TabCase(
      "nothing on record", tabs(Tabs.version(established: "2026-11-02", more: "\"doelen\": []")),
      .init(from: "2026-11-02")),
    TabCase("heard that day", tabs(Tabs.version(established: "2026-11-02", more: heard(on: "2026-11-02")))),
    TabCase(
      "heard a day later",
      tabs(Tabs.version(established: "2026-11-02", more: heard(on: "2026-11-03"))),
      .init(from: "2026-11-02", cleared: "2026-11-03")),
    TabCase("written down without a day", tabs(Tabs.version(established: "2026-11-02", more: heard()))),
    TabCase(
      "a view, and nothing done with it",
      tabs(Tabs.version(established: "2026-11-02", more: heard(on: "2026-10-26", used: " "))), .init(from: "2026-11-02")
    ),
    TabCase(
      "something done with no view",
      tabs(Tabs.version(established: "2026-11-02", more: heard(on: "2026-10-26", view: nil))),
      .init(from: "2026-11-02")),
    TabCase(
      "why not is an answer",
      tabs(Tabs.version(established: "2026-11-02", more: heard(view: nil, used: nil, reason: "wilde niet")))),
    TabCase("a draft is not finished", tabs(Tabs.version(more: "\"doelen\": []"))),
    TabCase(
      "from the offer on, and anew once established",
      tabs(Tabs.version(offered: "2026-10-19", established: "2026-11-02", more: "\"doelen\": []")),
      .init(from: "2026-10-19", until: "2026-11-02"), .init(from: "2026-11-02")),
    TabCase(
      "an evaluation without the pupil", tabs(good, evaluation("\"conclusie\": \"door\"")), .init(from: "2026-11-02")),
    TabCase("an evaluation with the pupil", tabs(good, evaluation(heard(on: "2026-11-02")))),
    TabCase(
      "the pupil was heard a week after it", tabs(good, evaluation(heard(on: "2026-11-09"))),
      .init(from: "2026-11-02", cleared: "2026-11-09")),
    TabCase(
      "until the plan is closed",
      tabs(Tabs.version(established: "2026-11-02", closed: "2026-11-20", more: "\"doelen\": []")),
      .init(from: "2026-11-02", until: "2026-11-21")),
    TabCase("a withdrawn evaluation", tabs(good, evaluation(Tabs.withdrawn))),
    TabCase(
      "a pupil who left",
      [
        .pupil: Tabs.pupil(until: "2026-11-20"),
        .plan: Tabs.plan(Tabs.version(established: "2026-11-02", more: "\"doelen\": []")),
      ], .init(from: "2026-11-02", until: "2026-11-21")),
    TabCase("an empty dossier asks nothing", [:]),
  ]

  @Test("the pupil's view and what was done with it, or why not", arguments: rows)
  func heard(row: TabCase) throws {
    #expect(try row.dates("opp.hoorrecht") == row.expected)
  }

  @Test("the force is that of the day of the fact, whenever one looks")
  func force() throws {
    let book = try RuleBench.book()
    for (established, force) in [("2025-07-31", Force.guide), ("2025-08-01", .statute)] {
      let found = try RuleBench("opp.hoorrecht").episodes(
        Self.tabs(Tabs.version(drawn: "2025-06-02", established: established, more: "\"doelen\": []")))
      let agenda = Agenda(episodes: found, book: book, calendar: TeachingCalendar(SampleSchool.school()))
      #expect(agenda.signals(on: day("2026-11-23")).map(\.force) == [force])
    }
    // Offered under the guide and established under the law: each stretch has its own force.
    let both = try RuleBench("opp.hoorrecht").episodes(
      Self.tabs(
        Tabs.version(drawn: "2025-06-02", offered: "2025-07-14", established: "2025-09-01", more: "\"doelen\": []")))
    #expect(both.map { book.entry("opp.hoorrecht", on: $0.factOn)?.force } == [.guide, .statute])
  }

  @Test("an evaluation has a title of its own, and an adjustment is told")
  func evaluationTitle() throws {
    let bench = try RuleBench("opp.hoorrecht")
    let found = try bench.episodes(Self.tabs(Self.good, Self.evaluation("\"bijgesteld\": \"ja\"")))
    #expect(try found.map { try bench.title(of: $0) } == ["Leerling niet gehoord bij evaluatie 2 nov"])
    #expect(try found.flatMap { try bench.proof(of: $0) }.contains("Daarbij is het handelingsdeel bijgesteld."))
  }
}
