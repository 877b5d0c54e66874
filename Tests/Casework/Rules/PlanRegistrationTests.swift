import Casework
import Support
import Testing

/// Begin and end of a plan in ROD (66a, 66b; §2.4, 3.5), closing it, and one at basic level (§2.4).
@Suite("opp.rod, opp.afsluiten, opp.basis")
struct PlanRegistrationTests {
  private static func rod(begin: String? = nil, end: String? = nil) -> String {
    [("beginInRodOp", begin), ("eindeInRodOp", end), ("waaromAfgesloten", "klaar")]
      .compactMap { key, value in value.map { "\"\(key)\": \"\($0)\"" } }.joined(separator: ", ")
  }

  private static let here = Tabs.pupil()

  static let registrations: [TabCase] = [
    // Monday 2 November + 7 days = Monday 9 November; a norm, so that no weekend moves it.
    TabCase(
      "begun and not in ROD", [.pupil: here, .plan: Tabs.plan(Tabs.version(established: "2026-11-02"))],
      .init(from: "2026-11-02", due: "2026-11-09")),
    TabCase(
      "in on the last day",
      [.pupil: here, .plan: Tabs.plan(Tabs.version(established: "2026-11-02", more: rod(begin: "2026-11-09")))],
      .init(from: "2026-11-02", due: "2026-11-09", cleared: "2026-11-09")),
    TabCase(
      "Saturday 7 November + 7 = Saturday: nothing moves it",
      [.pupil: here, .plan: Tabs.plan(Tabs.version(established: "2026-11-07"))],
      .init(from: "2026-11-07", due: "2026-11-14")),
    TabCase(
      "in force from a later day: from that day",
      [.pupil: here, .plan: Tabs.plan(Tabs.version(established: "2026-11-02", inForce: "2026-11-16"))],
      .init(from: "2026-11-16", due: "2026-11-23")),
    TabCase(
      "closed: the end too; the begin is then said with it",
      [.pupil: here, .plan: Tabs.plan(Tabs.version(established: "2026-11-02", closed: "2026-11-20"))],
      .init(from: "2026-11-02", due: "2026-11-09", until: "2026-11-21"), .init(from: "2026-11-20", due: "2026-11-27")),
    TabCase(
      "both in",
      [
        .pupil: here,
        .plan: Tabs.plan(
          Tabs.version(
            established: "2026-11-02", closed: "2026-11-20", more: rod(begin: "2026-11-04", end: "2026-11-27"))
        ),
      ],
      .init(from: "2026-11-02", due: "2026-11-09", until: "2026-11-21", cleared: "2026-11-04"),
      .init(from: "2026-11-20", due: "2026-11-27", cleared: "2026-11-27")),
    TabCase(
      "a new version that takes over is no new begin and ends nothing",
      [
        .pupil: here,
        .plan: Tabs.plan(
          Tabs.version(established: "2026-10-12", more: rod(begin: "2026-10-12")),
          Tabs.version(51, drawn: "2026-10-26", established: "2026-11-02")),
      ], .init(from: "2026-10-12", due: "2026-10-19", cleared: "2026-10-12")),
    TabCase(
      "a plan begun anew after a gap is a new begin",
      [
        .pupil: here,
        .plan: Tabs.plan(
          Tabs.version(
            drawn: "2025-10-06", established: "2025-10-13", closed: "2026-01-30",
            more: rod(begin: "2025-10-13", end: "2026-01-30")),
          Tabs.version(51, drawn: "2026-10-26", established: "2026-11-02")),
      ], .init(from: "2025-10-13", due: "2025-10-20", until: "2026-01-31", cleared: "2025-10-13"),
      .init(from: "2026-01-30", due: "2026-02-06", cleared: "2026-01-30"),
      .init(from: "2026-11-02", due: "2026-11-09")),
    TabCase("an offer is no plan yet", [.pupil: here, .plan: Tabs.plan(Tabs.version(offered: "2026-11-02"))]),
    TabCase(
      "before 1 August 2015 nothing was asked",
      [.pupil: here, .plan: Tabs.plan(Tabs.version(drawn: "2015-06-01", established: "2015-07-31"))]),
    TabCase(
      "from that day on it is",
      [.pupil: here, .plan: Tabs.plan(Tabs.version(drawn: "2015-06-01", established: "2015-08-01"))],
      .init(from: "2015-08-01", due: "2015-08-08")),
    TabCase(
      "who left is asked for the end alone, for as long as it takes",
      [
        .pupil: Tabs.pupil(until: "2026-11-20"),
        .plan: Tabs.plan(Tabs.version(established: "2026-11-02", closed: "2026-11-20")),
      ], .init(from: "2026-11-02", due: "2026-11-09", until: "2026-11-21"),
      .init(from: "2026-11-20", due: "2026-11-27")),
    TabCase(
      "a begin after the departure is not asked",
      [.pupil: Tabs.pupil(until: "2026-10-30"), .plan: Tabs.plan(Tabs.version(established: "2026-11-02"))]),
    TabCase("an empty dossier asks nothing", [:]),
  ]

  @Test("begin and end of the plan go into the register within the norm", arguments: registrations)
  func registered(row: TabCase) throws {
    #expect(try row.dates("opp.rod") == row.expected)
  }

  @Test("titles tell begin from end, and the end says that the begin lacks too")
  func titles() throws {
    let bench = try RuleBench("opp.rod")
    let found = try bench.episodes([
      .pupil: Self.here, .plan: Tabs.plan(Tabs.version(established: "2026-11-02", closed: "2026-11-20")),
    ])
    #expect(
      try found.map { try bench.title(of: $0) } == [
        "Begin van het OPP in ROD zetten tot en met 9 nov", "Einde van het OPP in ROD zetten tot en met 27 nov",
      ])
    #expect(
      try bench.proof(of: try #require(found.last)).last == "Ook het begin van ma 2 nov 2026 staat er nog niet in.")
  }

  private static let extraThenBasic = Tabs.pupil(
    Tabs.level("extraBinnenSop", "2025-10-01"), Tabs.level("basis", "2026-11-09", number: 3))
  private static let running = Tabs.plan(Tabs.version(drawn: "2025-10-20", established: "2025-11-03"))

  static let closings: [TabCase] = [
    TabCase("back at basic level", [.pupil: extraThenBasic, .plan: running], .init(from: "2026-11-09")),
    TabCase(
      "closed on the day before",
      [
        .pupil: extraThenBasic,
        .plan: Tabs.plan(Tabs.version(drawn: "2025-10-20", established: "2025-11-03", closed: "2026-11-08")),
      ]),
    TabCase(
      "closed on that day",
      [
        .pupil: extraThenBasic,
        .plan: Tabs.plan(Tabs.version(drawn: "2025-10-20", established: "2025-11-03", closed: "2026-11-09")),
      ], .init(from: "2026-11-09", cleared: "2026-11-09")),
    TabCase(
      "closed later",
      [
        .pupil: extraThenBasic,
        .plan: Tabs.plan(Tabs.version(drawn: "2025-10-20", established: "2025-11-03", closed: "2026-11-20")),
      ], .init(from: "2026-11-09", cleared: "2026-11-20")),
    TabCase(
      "extra support again: the plan is needed after all",
      [
        .pupil: Tabs.pupil(
          Tabs.level("extraBinnenSop", "2025-10-01"), Tabs.level("basis", "2026-11-09", number: 3),
          Tabs.level("extraBinnenSop", "2026-11-23", number: 4)),
        .plan: running,
      ], .init(from: "2026-11-09", until: "2026-11-23")),
    TabCase(
      "a level that ended and none after it is not basic",
      [.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2025-10-01", until: "2026-11-08")), .plan: running]),
    TabCase(
      "the pupil left: it goes on asking",
      [.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2025-10-01"), until: "2026-10-30"), .plan: running],
      .init(from: "2026-10-31")),
    TabCase(
      "left, and closed on the last day",
      [
        .pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2025-10-01"), until: "2026-10-30"),
        .plan: Tabs.plan(Tabs.version(drawn: "2025-10-20", established: "2025-11-03", closed: "2026-10-30")),
      ]),
    TabCase(
      "left at basic level: from the departure on it is asked as such",
      [
        .pupil: Tabs.pupil(
          Tabs.level("extraBinnenSop", "2025-10-01"), Tabs.level("basis", "2026-11-09", number: 3), until: "2026-11-20"),
        .plan: running,
      ], .init(from: "2026-11-09", until: "2026-11-21"), .init(from: "2026-11-21")),
    TabCase("no plan in force", [.pupil: extraThenBasic, .plan: Tabs.plan(Tabs.version(offered: "2026-11-02"))]),
    TabCase("an empty dossier asks nothing", [:]),
  ]

  @Test("a plan that is no longer needed is closed", arguments: closings)
  func closing(row: TabCase) throws {
    #expect(try row.dates("opp.afsluiten") == row.expected)
  }

  private static func own(
    _ answer: String = "ja", since: String? = "2026-09-07", until: String? = nil, level: String = "basis"
  )
    -> String
  {
    let from = since.map { ", \"eigenLeerlijnSinds\": \"\($0)\"" } ?? ""
    return Tabs.pupil(
      Tabs.level(level, "2024-08-01"), until: until, more: "\"eigenLeerlijn\": \"\(answer)\"\(from)")
  }

  static let basics: [TabCase] = [
    TabCase("from the later of the two", [.pupil: own()], .init(from: "2026-09-07")),
    TabCase("since when is not on record", [.pupil: own(since: nil)], .init(from: "2024-08-01")),
    TabCase("no own line, or unknown", [.pupil: own("onbekend")]),
    TabCase("extra support has a rule of its own", [.pupil: own(level: "extraBinnenSop")]),
    TabCase(
      "a plan was made", [.pupil: own(), .plan: Tabs.plan(Tabs.version(established: "2026-11-02"))],
      .init(from: "2026-09-07", cleared: "2026-11-02")),
    TabCase(
      "a plan there was all along",
      [.pupil: own(), .plan: Tabs.plan(Tabs.version(drawn: "2026-08-31", established: "2026-09-07"))]),
    TabCase(
      "a plan that was closed",
      [
        .pupil: own(),
        .plan: Tabs.plan(Tabs.version(drawn: "2026-08-31", established: "2026-09-07", closed: "2026-11-20")),
      ], .init(from: "2026-11-21")),
    TabCase("a pupil who left", [.pupil: own(until: "2026-11-20")], .init(from: "2026-09-07", until: "2026-11-21")),
    TabCase("an empty dossier asks nothing", [:]),
  ]

  @Test("an own learning line at basic level without a plan is an advice", arguments: basics)
  func atBasicLevel(row: TabCase) throws {
    #expect(try row.dates("opp.basis") == row.expected)
    #expect(try RuleBench("opp.basis").episodes(row.tabs).allSatisfy { $0.floor == .later && $0.due == nil })
  }
}
