import Casework
import Support
import Testing

/// Eight teaching weeks without a note (WPO 8 lid 8, §2.7) or a talk (a norm), counted on the sample calendar: autumn holiday
/// 17-25 October, Christmas 19 December to 3 January.
@Suite("opp.voortgang and contact.stil")
struct QuietTests {
  private static let extra = Tabs.pupil(Tabs.level("extraBinnenSop", "2026-09-07"))

  private static func notes(_ days: String..., more: String = "") -> String {
    let records = days.enumerated().map { index, on in
      "{\"id\": \"\(id(UInt64(60 + index)))\", \"datum\": \"\(on)\", \"tekst\": \"goed\"\(more)}"
    }
    return "{\"voortgang\": [\(records.joined(separator: ", "))]}"
  }

  private static func evaluation(_ on: String, _ came: String? = nil) -> String {
    let attendance = came.map {
      Tabs.list("ouders", Tabs.record(71, ["ouder": id(11).description, "aanwezig": $0]))
    }
    return Tabs.tab([:], Tabs.list("evaluaties", Tabs.record(70, ["datum": on], attendance ?? "\"ouders\": []")))
  }

  static let progress: [TabCase] = [
    // Weeks of 14, 21, 28 September, 5, 12, 26 October, 2 and 9 November: Monday 9 November.
    TabCase("from the start of the support", [.pupil: extra], .init(from: "2026-11-09")),
    TabCase(
      "a note on the very day keeps it quiet; from then 16, 23, 30 November, 7, 14 December, 4, 11, 18 January",
      [.pupil: extra, .plan: notes("2026-11-09")], .init(from: "2027-01-18")),
    TabCase(
      "a note a day later clears it; then Tuesday 19 January",
      [.pupil: extra, .plan: notes("2026-11-10")], .init(from: "2026-11-09", cleared: "2026-11-10"),
      .init(from: "2027-01-19")),
    TabCase(
      "an evaluation counts too", [.pupil: extra, .plan: evaluation("2026-11-09")], .init(from: "2027-01-18")),
    TabCase(
      "a withdrawn note does not",
      [.pupil: extra, .plan: notes("2026-11-02", more: ", " + Tabs.withdrawn)], .init(from: "2026-11-09")),
    TabCase(
      "a note from before the support does not", [.pupil: extra, .plan: notes("2026-09-06")],
      .init(from: "2026-11-09")),
    // In the autumn holiday: counted from the week of 26 October: 2, 9, 16, 23, 30 November, 7, 14 December, 4 January.
    TabCase(
      "begun in a holiday, the count begins after it",
      [.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-10-21"))], .init(from: "2027-01-04")),
    TabCase(
      "the later of enrolment and support",
      [.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-02-02"), from: "2026-09-07")],
      .init(from: "2026-11-09")),
    TabCase(
      "it ends with the support",
      [.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-09-07", until: "2026-11-20"))],
      .init(from: "2026-11-09", until: "2026-11-21")),
    TabCase(
      "support that ended the day before is not asked about",
      [.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-09-07", until: "2026-11-08"))]),
    TabCase(
      "a pupil who left",
      [.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-09-07"), until: "2026-11-20")],
      .init(from: "2026-11-09", until: "2026-11-21")),
    TabCase("basic support asks nothing", [.pupil: Tabs.pupil(Tabs.level("basis", "2026-09-07"))]),
    TabCase("an empty dossier asks nothing", [:]),
    // Without an enrolment the support stands by itself.
    TabCase(
      "no enrolment on record",
      [.pupil: "{\"ondersteuningsniveaus\": [\(Tabs.level("extraBinnenSop", "2026-09-07"))]}"],
      .init(from: "2026-11-09")),
  ]

  @Test("eight teaching weeks without a note or an evaluation", arguments: progress)
  func quietProgress(row: TabCase) throws {
    #expect(try row.dates("opp.voortgang") == row.expected)
  }

  static let contact: [TabCase] = [
    TabCase("no talk at all", [.pupil: extra], .init(from: "2026-11-09")),
    TabCase(
      "a talk with parents", [.pupil: extra, .conversations: Tabs.talks(Tabs.talk(80, "2026-11-09"))],
      .init(from: "2027-01-18")),
    TabCase(
      "a talk of the care team with a parent",
      [
        .pupil: extra,
        .conversations: Tabs.talks(
          Tabs.talk(80, "2026-11-09", kind: "mdo", Tabs.list("deelnemers", Tabs.record(81, ["rol": "ouder"])))),
      ], .init(from: "2027-01-18")),
    TabCase(
      "a talk of the care team without one",
      [.pupil: extra, .conversations: Tabs.talks(Tabs.talk(80, "2026-11-02", kind: "mdo"))],
      .init(from: "2026-11-09")),
    TabCase(
      "an attempt is none",
      [.pupil: extra, .conversations: Tabs.talks(Tabs.talk(80, "2026-11-02", reached: "geprobeerd"))],
      .init(from: "2026-11-09")),
    TabCase(
      "of which it is not known whether anybody was reached",
      [.pupil: extra, .conversations: Tabs.talks(Tabs.talk(80, "2026-11-02", reached: nil))],
      .init(from: "2026-11-09")),
    TabCase(
      "an evaluation with a parent", [.pupil: extra, .plan: evaluation("2026-11-09", "aanwezig")],
      .init(from: "2027-01-18")),
    TabCase(
      "an evaluation without", [.pupil: extra, .plan: evaluation("2026-11-02", "nietGekomen")],
      .init(from: "2026-11-09")),
    TabCase(
      "a withdrawn talk",
      [.pupil: extra, .conversations: Tabs.talks(Tabs.talk(80, "2026-11-02", Tabs.withdrawn))],
      .init(from: "2026-11-09")),
    TabCase(
      "a pupil who left",
      [.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-09-07"), until: "2026-11-20")],
      .init(from: "2026-11-09", until: "2026-11-21")),
    TabCase("an empty dossier asks nothing", [:]),
  ]

  @Test("eight teaching weeks without a talk with parents", arguments: contact)
  func quietParents(row: TabCase) throws {
    #expect(try row.dates("contact.stil") == row.expected)
  }

  @Test("the proof counts from a day, names each week without teaching, and comes out on the day")
  func proof() throws {
    let bench = try RuleBench("opp.voortgang")
    let found = try bench.episodes([.pupil: Self.extra])
    #expect(
      try found.flatMap { try bench.proof(of: $0) } == [
        "Er is extra ondersteuning op deze school sinds ma 7 sep 2026.",
        "De week van ma 19 okt 2026 telt niet mee: herfstvakantie.",
        "ma 7 sep 2026 + 8 lesweken = ma 9 nov 2026.",
      ])
    #expect(found.map(\.floor) == [.now])
  }

  @Test("where the calendar ends first, nothing is guessed: it says so from the first day that is not on record")
  func calendarEnds() throws {
    let bench = try RuleBench("opp.voortgang")
    // From Monday 24 May 2027 there are seven more teaching weeks: 31 May to 12 July.
    let found = try bench.episodes([.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2027-05-24"))])
    #expect(found.map(\.dates) == [.init(from: "2027-08-01")])
    #expect(found.map(\.floor) == [.later])
    #expect(
      try found.flatMap { try bench.proof(of: $0) }.last
        == "De vakanties van schooljaar 2027-2028 staan nog niet in de kalender: verder is niet te tellen.")
    // A week earlier there are eight.
    let before = try bench.episodes([.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2027-05-17"))])
    #expect(before.map(\.dates) == [.init(from: "2027-07-12")])
  }

  @Test("where the beginning is not on record, the weeks that are must do, and the proof names the year that lacks")
  func calendarBegins() throws {
    let bench = try RuleBench("opp.voortgang")
    // 2024-25 is not on record. From Monday 1 September 2025: 8, 15, 22, 29 September, 6, 13, 27 October, 3 November.
    let found = try bench.episodes([.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2025-03-03"))])
    #expect(found.map(\.dates) == [.init(from: "2025-11-03")])
    #expect(
      try found.flatMap { try bench.proof(of: $0) }.contains {
        $0.hasPrefix("Van schooljaar 2024-2025 staan de vakanties niet in de kalender.")
      })
  }

  @Test("the school's own number counts")
  func ownNorm() throws {
    var school = SampleSchool.school()
    school.record.put(
      make(OwnNormFields.self, 90) {
        $0.norm = "opp.voortgang.lesweken"
        $0.value = 6
      }, in: \.ownNorms)
    // Two weeks less: Monday 26 October.
    #expect(
      try TabCase("", [.pupil: Self.extra]).dates("opp.voortgang", school: school) == [.init(from: "2026-10-26")])
  }
}
