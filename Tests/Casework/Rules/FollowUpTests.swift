import Casework
import Support
import Testing

/// A next date (a norm), an arrangement that ends (§2.5) and the handover to the next teacher (§3.1).
@Suite("dossier.zonder-datum, arrangement.eindigt, overdracht.leraar")
struct FollowUpTests {
  private static let extra = Tabs.pupil(Tabs.level("extraBinnenSop", "2026-09-07"))

  private static func action(_ before: String, done: String? = nil, number: UInt64 = 81) -> String {
    Tabs.record(number, ["wat": "bellen", "voor": before, "klaarOp": done])
  }

  private static func acting(_ on: String, _ actions: String...) -> String {
    Tabs.talks(Tabs.talk(80, on, "\"acties\": [\(actions.joined(separator: ", "))]"))
  }

  static let dates: [TabCase] = [
    TabCase("nothing planned at all", [.pupil: extra], .init(from: "2026-09-07")),
    TabCase(
      "a talk on the first day counts for that day",
      [.pupil: extra, .conversations: Tabs.talks(Tabs.talk(80, "2026-09-07"))],
      .init(from: "2026-09-08")),
    TabCase(
      "an action from that talk, to and with its day",
      [.pupil: extra, .conversations: acting("2026-09-07", action("2026-11-20"))], .init(from: "2026-11-21")),
    TabCase(
      "an action that was done early is planned no more",
      [.pupil: extra, .conversations: acting("2026-09-07", action("2026-11-20", done: "2026-10-05"))],
      .init(from: "2026-10-06")),
    TabCase(
      "an action without a talk is known since it was put down",
      [
        .pupil: extra,
        .conversations:
          "{\"acties\": [{\"id\": \"\(id(81))\", \"op\": \"2026-10-05T09:00:00Z\", \"wat\": \"a\", \"voor\": \"2026-11-20\"}]}",
      ], .init(from: "2026-09-07", cleared: "2026-10-05"), .init(from: "2026-11-21")),
    TabCase(
      "an arrangement that runs",
      [
        .pupil: extra,
        .support: Tabs.tab(
          [:], Tabs.list("arrangementen", Tabs.record(82, ["wat": "rt", "van": "2026-09-01", "tot": "2026-12-18"]))),
      ], .init(from: "2026-12-19")),
    TabCase(
      "a goal of the plan, for as long as that version holds",
      [
        .pupil: extra,
        .plan: Tabs.plan(
          Tabs.version(
            drawn: "2026-09-01", established: "2026-09-07",
            more: Tabs.list("doelen", Tabs.record(83, ["gebied": "lezen", "voor": "2027-01-29"]))),
          Tabs.version(51, drawn: "2026-10-26", established: "2026-11-02")),
      ], .init(from: "2026-11-02")),
    TabCase(
      "a planned evaluation, known since it was put down",
      [
        .pupil: extra,
        .plan:
          "{\"evaluaties\": [{\"id\": \"\(id(84))\", \"op\": \"2026-09-07T09:00:00Z\", \"datum\": \"2026-12-03\"}]}",
      ], .init(from: "2026-12-04")),
    TabCase(
      "care at school until a day",
      [
        .pupil: extra,
        .support: Tabs.tab(
          [:],
          Tabs.list("zorgOpSchool", Tabs.record(85, ["wat": "x", "afgesprokenOp": "2026-09-01", "tot": "2026-12-18"]))),
      ], .init(from: "2026-12-19")),
    TabCase(
      "what was withdrawn is not planned",
      [
        .pupil: extra,
        .conversations:
          "{\"acties\": [{\"id\": \"\(id(81))\", \"wat\": \"a\", \"voor\": \"2026-11-20\", \(Tabs.withdrawn)}]}",
      ], .init(from: "2026-09-07")),
    TabCase(
      "it ends with the support",
      [.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-09-07", until: "2026-11-20"))],
      .init(from: "2026-09-07", until: "2026-11-21")),
    TabCase(
      "a pupil who left", [.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-09-07"), until: "2026-11-20")],
      .init(from: "2026-09-07", until: "2026-11-21")),
    TabCase("basic support asks nothing", [.pupil: Tabs.pupil(Tabs.level("basis", "2026-09-07"))]),
    TabCase("an empty dossier asks nothing", [:]),
  ]

  @Test("extra support always has a next date", arguments: dates)
  func nextDate(row: TabCase) throws {
    #expect(try row.dates("dossier.zonder-datum") == row.expected)
  }

  private static func arrangement(_ fields: KeyValuePairs<String, String?>, _ more: String...) -> [SectionName: String]
  {
    let pairs = fields.compactMap { pair in pair.value.map { ", \"\(pair.key)\": \"\($0)\"" } }
    let extra = more.map { ", " + $0 }
    return [
      .support: "{\"arrangementen\": [{\"id\": \"\(id(82))\", \"wat\": \"Leeshulp\"\((pairs + extra).joined())}]}"
    ]
  }

  static let endings: [TabCase] = [
    // Friday 18 December - 42 days = Friday 6 November.
    TabCase(
      "six weeks before its end", arrangement(["van": "2026-09-01", "tot": "2026-12-18"]),
      .init(from: "2026-11-06", due: "2026-12-18")),
    TabCase(
      "shorter than that: from its first day", arrangement(["van": "2026-11-30", "tot": "2026-12-18"]),
      .init(from: "2026-11-30", due: "2026-12-18")),
    TabCase(
      "what comes next was decided",
      arrangement(["van": "2026-09-01", "tot": "2026-12-18", "bekekenOp": "2026-11-20", "vervolg": "verlengen"]),
      .init(from: "2026-11-06", due: "2026-12-18", cleared: "2026-11-20")),
    TabCase(
      "decided before it showed",
      arrangement(["van": "2026-09-01", "tot": "2026-12-18", "bekekenOp": "2026-10-05", "vervolg": "stoppen"])),
    TabCase(
      "decided nobody knows when", arrangement(["van": "2026-09-01", "tot": "2026-12-18", "vervolg": "stoppen"])),
    TabCase(
      "looked back on while it showed",
      arrangement(["van": "2026-09-01", "tot": "2026-12-18", "bekekenOp": "2026-11-20"]),
      .init(from: "2026-11-06", due: "2026-12-18", cleared: "2026-11-20")),
    TabCase(
      "looked back on long before, without a decision",
      arrangement(["van": "2026-09-01", "tot": "2026-12-18", "bekekenOp": "2026-10-05"]),
      .init(from: "2026-11-06", due: "2026-12-18")),
    TabCase(
      "refused", arrangement(["gevraagdOp": "2026-09-01", "tot": "2026-12-18", "besluit": "afgewezen"])),
    TabCase("asked and not decided on", arrangement(["gevraagdOp": "2026-09-01", "tot": "2026-12-18"])),
    TabCase("without an end", arrangement(["van": "2026-09-01"])),
    TabCase("withdrawn", arrangement(["van": "2026-09-01", "tot": "2026-12-18"], Tabs.withdrawn)),
    TabCase(
      "a pupil who left",
      arrangement(["van": "2026-09-01", "tot": "2026-12-18"]).merging([.pupil: Tabs.pupil(until: "2026-11-20")]) { $1 },
      .init(from: "2026-11-06", due: "2026-12-18", until: "2026-11-21")),
    TabCase("an empty dossier asks nothing", [:]),
  ]

  @Test("support for a time is looked back on before it ends", arguments: endings)
  func arrangementEnds(row: TabCase) throws {
    #expect(try row.dates("arrangement.eindigt") == row.expected)
  }

  private static func placed(
    _ groups: (group: UInt64, year: Int, from: String, until: String)..., until: String? = nil
  ) -> String {
    let records = groups.enumerated().map { index, place in
      "{\"id\": \"\(id(UInt64(91 + index)))\", \"groep\": \"\(id(place.group))\", \"leerjaar\": \(place.year), "
        + "\"van\": \"\(place.from)\", \"tot\": \"\(place.until)\"}"
    }
    return Tabs.pupil(
      Tabs.level("extraBinnenSop", "2026-09-07"), until: until,
      more: "\"groepen\": [\(records.joined(separator: ", "))]")
  }

  private static func handed(_ on: String?, year: String = "2027-2028", _ more: String...) -> String {
    let day = on.map { ", \"datum\": \"\($0)\"" } ?? ""
    return
      "{\"overdrachten\": [{\"id\": \"\(id(86))\", \"schooljaar\": \"\(year)\"\(day)\(more.map { ", " + $0 }.joined())}]}"
  }

  // The last school day is Friday 16 July 2027; - 42 days = Friday 4 June. It falls away on 1 October.
  private static let asked = Episode.Dates(from: "2027-06-04", due: "2027-07-16", until: "2027-10-01")

  static let handovers: [TabCase] = [
    TabCase("nothing on record", [.pupil: extra], asked),
    TabCase(
      "handed over", [.pupil: extra, .conversations: handed("2027-07-16")],
      .init(from: "2027-06-04", due: "2027-07-16", until: "2027-10-01", cleared: "2027-07-16")),
    TabCase("handed over before it showed", [.pupil: extra, .conversations: handed("2027-06-04")]),
    TabCase("without its day it is not known to have been", [.pupil: extra, .conversations: handed(nil)], asked),
    TabCase("for another year", [.pupil: extra, .conversations: handed("2027-07-05", year: "2026-2027")], asked),
    TabCase("withdrawn", [.pupil: extra, .conversations: handed("2027-07-05", Tabs.withdrawn)], asked),
    TabCase(
      "leaves with the year", [.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-09-07"), until: "2027-07-31")]),
    TabCase(
      "left before its end", [.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-09-07"), until: "2027-06-30")]),
    TabCase(
      "the support ended before", [.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-09-07", until: "2027-07-15"))]),
    TabCase(
      "in year group 8 without a place for the next year",
      [.pupil: placed((31, 8, "2026-08-01", "2027-07-31"))]),
    TabCase(
      "in year group 8 for a second time",
      [.pupil: placed((31, 8, "2026-08-01", "2027-07-31"), (33, 8, "2027-08-01", "2028-07-31"))], asked),
    TabCase(
      "to another teacher",
      [.pupil: placed((31, 6, "2026-08-01", "2027-07-31"), (33, 7, "2027-08-01", "2028-07-31"))], asked),
    TabCase(
      "the teacher goes along",
      [.pupil: placed((31, 6, "2026-08-01", "2027-07-31"), (32, 7, "2027-08-01", "2028-07-31"))]),
    TabCase("basic support", [.pupil: Tabs.pupil(Tabs.level("basis", "2026-09-07"))]),
    TabCase("an empty dossier asks nothing", [:]),
  ]

  /// Teacher 41 has group 31 this year and 32 the next; 42 has 33.
  private static func school() throws -> School {
    var school = SampleSchool.school()
    let rows = [(51, 41, 31, "2026-2027"), (52, 41, 32, "2027-2028"), (53, 42, 33, "2027-2028")]
    let records = rows.map { number, teacher, group, year in
      Tabs.record(
        UInt64(number),
        ["leraar": id(UInt64(teacher)).description, "groep": id(UInt64(group)).description, "schooljaar": year])
    }
    school.record.members["inzet"] = try Tree(json: "[\(records.joined(separator: ", "))]")
    return school
  }

  @Test("the next teacher is told before the school year is over", arguments: handovers)
  func handover(row: TabCase) throws {
    let found = try RuleBench("overdracht.leraar", school: Self.school(), until: day("2027-12-31")).episodes(row.tabs)
    #expect(found.map(\.dates) == row.expected)
  }

  @Test("a year whose calendar is not on record has no last school day, and the proof says so")
  func calendarLacks() throws {
    let bench = try RuleBench("overdracht.leraar", until: day("2028-07-31"))
    let found = try bench.episodes([.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2027-09-06"))])
    // 31 July 2028 - 42 days = Monday 19 June.
    #expect(found.map(\.dates) == [.init(from: "2028-06-19", until: "2028-10-01")])
    #expect(found.map(\.floor) == [.later])
    #expect(
      try found.flatMap { try bench.proof(of: $0) }.contains(
        "De vakanties van schooljaar 2027-2028 staan nog niet in de kalender: verder is niet te tellen."))
  }
}
