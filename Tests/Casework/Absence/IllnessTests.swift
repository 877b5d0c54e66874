import Casework
import Support
import Testing

@Suite("verzuim.ziek-twijfel and verzuim.ziek-vaak")
struct IllnessTests {
  /// §3.8: the school may report suspect illness; a doubt stays open until it is decided or reported.
  static let doubtful: [RuleCase] = [
    RuleCase(
      "Doubt is open from the first day", [.absent(.ill, "2026-11-16") { $0.isDoubtful = true }], [Asked("2026-11-16")]),
    RuleCase("No doubt, no question", [.absent(.ill, "2026-11-16")], []),
    RuleCase("Doubt about another kind is not asked", [.absent(.leave, "2026-11-16") { $0.isDoubtful = true }], []),
    RuleCase(
      "A decision clears it",
      [
        .absent(.ill, "2026-11-16") {
          $0.isDoubtful = true
          $0.doubtOutcome = Choice(.accepted)
          $0.doubtDecidedOn = day("2026-11-18")
        }
      ], [Asked("2026-11-16", cleared: "2026-11-18")]),
    RuleCase(
      "A report about these days clears it",
      [
        .absent(.ill, "2026-11-16", "2026-11-18") { $0.isDoubtful = true },
        .report(.other, on: "2026-11-19", "2026-11-18", "2026-11-18"),
      ], [Asked("2026-11-16", cleared: "2026-11-19")]),
    RuleCase(
      "One day in common is enough",
      [
        .absent(.ill, "2026-11-16", "2026-11-18") { $0.isDoubtful = true },
        .report(.other, on: "2026-11-19", "2026-11-12", "2026-11-16"),
      ], [Asked("2026-11-16", cleared: "2026-11-19")]),
    RuleCase(
      "A report that ends the day before does not",
      [
        .absent(.ill, "2026-11-16", "2026-11-18") { $0.isDoubtful = true },
        .report(.other, on: "2026-11-19", "2026-11-09", "2026-11-15"),
      ], [Asked("2026-11-16")]),
    RuleCase(
      "A report about the day after does not",
      [
        .absent(.ill, "2026-11-16", "2026-11-18") { $0.isDoubtful = true },
        .report(.other, on: "2026-11-19", "2026-11-19", "2026-11-19"),
      ], [Asked("2026-11-16")]),
  ]

  /// M@ZL: the 4th report in 12 school weeks, or the 7th school day in a row.
  ///
  /// The weeks of 7, 14, 21, 28 Sep, 5, 12, 26
  /// Oct, 2, 9, 16, 23 and 30 Nov are twelve. The twelve teaching weeks after that of 23 Nov are those of 30 Nov, 7, 14
  /// Dec, 4, 11, 18, 25 Jan, 1, 8, 15 Feb, 1 and 8 Mar.
  static let often: [RuleCase] = [
    RuleCase(
      "The fourth report on Mon 23 Nov, until twelve teaching weeks later",
      [
        .absent(.ill, "2026-09-08"), .absent(.ill, "2026-09-29"), .absent(.ill, "2026-11-03"),
        .absent(.ill, "2026-11-23"),
      ],
      [Asked("2026-11-23", until: "2027-03-08")]),
    RuleCase(
      "The third is not enough",
      [.absent(.ill, "2026-09-08"), .absent(.ill, "2026-09-29"), .absent(.ill, "2026-11-03")], []),
    RuleCase(
      "Twelve weeks, first and last day: Mon 7 Sep and Fri 4 Dec",
      [
        .absent(.ill, "2026-09-07"), .absent(.ill, "2026-09-29"), .absent(.ill, "2026-11-03"),
        .absent(.ill, "2026-12-04"),
      ],
      // After the week of 30 Nov: 7, 14 Dec, 4, 11, 18, 25 Jan, 1, 8, 15 Feb, 1, 8 and 15 Mar.
      [Asked("2026-12-04", until: "2027-03-19")]),
    RuleCase(
      "A week earlier is the thirteenth",
      [
        .absent(.ill, "2026-09-04"), .absent(.ill, "2026-09-29"), .absent(.ill, "2026-11-03"),
        .absent(.ill, "2026-12-04"),
      ],
      []),
    RuleCase(
      "Days in a row are one report, however they were registered",
      [
        .absent(.ill, "2026-11-16"), .absent(.ill, "2026-11-17"), .absent(.ill, "2026-11-18"),
        .absent(.ill, "2026-11-19"),
        .absent(.ill, "2026-11-20"), .absent(.ill, "2026-11-23"),
      ], []),
    RuleCase(
      "The seventh school day in a row, over a weekend: Tue 24 Nov; twelve teaching weeks on is Tue 9 Mar",
      [.absent(.ill, "2026-11-16", "2026-11-24")], [Asked("2026-11-24", until: "2027-03-09")]),
    RuleCase("The sixth is not", [.absent(.ill, "2026-11-16", "2026-11-23")], []),
    RuleCase(
      "A holiday in between breaks no row: Mon 12 to Fri 16 Oct, Mon 26 and Tue 27 Oct; until Tue 2 Feb",
      [.absent(.ill, "2026-10-12", "2026-10-27")], [Asked("2026-10-27", until: "2027-02-02")]),
    RuleCase(
      "A fifth report while it stands asks nothing new",
      [
        .absent(.ill, "2026-09-08"), .absent(.ill, "2026-09-29"), .absent(.ill, "2026-11-03"),
        .absent(.ill, "2026-11-23"), .absent(.ill, "2026-12-01"),
      ], [Asked("2026-11-23", until: "2027-03-08")]),
    RuleCase(
      "A step clears it, and the count begins afresh",
      [
        .absent(.ill, "2026-09-08"), .absent(.ill, "2026-09-29"), .absent(.ill, "2026-11-03"),
        .absent(.ill, "2026-11-23"), .step(.schoolDoctor, "2026-11-26"), .absent(.ill, "2026-12-01"),
      ], [Asked("2026-11-23", until: "2027-03-08", cleared: "2026-11-26")]),
    RuleCase(
      "After a talk in the middle of an illness its days count afresh: the seventh after Tue 17 Nov is Thu 26 Nov",
      // Twelve teaching weeks after the week of 16 Nov: 23, 30 Nov, 7, 14 Dec, 4, 11, 18, 25 Jan, 1, 8, 15 Feb, 1 Mar.
      [
        .absent(.ill, "2026-09-08"), .absent(.ill, "2026-09-29"), .absent(.ill, "2026-11-03"),
        .absent(.ill, "2026-11-16", "2026-12-11"), .step(.schoolDoctor, "2026-11-17"),
      ],
      [
        Asked("2026-11-16", until: "2027-03-01", cleared: "2026-11-17"), Asked("2026-11-26", until: "2027-03-11"),
      ]),
    RuleCase(
      "The attendance officer is no answer to illness",
      [.absent(.ill, "2026-11-16", "2026-11-24"), .step(.attendanceOfficer, "2026-11-25")],
      [Asked("2026-11-24", until: "2027-03-09")]),
    RuleCase(
      "A step before the fourth report does not",
      [
        .absent(.ill, "2026-09-08"), .absent(.ill, "2026-09-29"), .absent(.ill, "2026-11-03"),
        .absent(.ill, "2026-11-23"), .step(.schoolDoctor, "2026-11-20"),
      ], [Asked("2026-11-23", until: "2027-03-08")]),
    RuleCase(
      "A talk with parents about absence clears it too",
      [.absent(.ill, "2026-11-16", "2026-11-24")], [Asked("2026-11-24", until: "2027-03-09", cleared: "2026-11-25")],
      talks: ["2026-11-25"]),
    RuleCase(
      "A plan does as well", [.absent(.ill, "2026-11-16", "2026-11-24"), .plan("2026-11-24", withPartnership: false)],
      [Asked("2026-11-24", until: "2027-03-09", cleared: "2026-11-24")]),
    RuleCase(
      "Illness that turned out to be none is no report",
      [
        .absent(.ill, "2026-11-16", "2026-11-24") {
          $0.isDoubtful = true
          $0.doubtOutcome = Choice(.unauthorised)
        }
      ], []),
  ]

  @Test("Doubt", arguments: doubtful)
  func doubt(row: RuleCase) throws {
    let episodes = try row.episodes(of: "verzuim.ziek-twijfel")
    #expect(episodes.map(Asked.init) == row.expected)
    #expect(episodes.allSatisfy { $0.floor == .later && $0.due == nil })
  }

  @Test("Often or long ill", arguments: often)
  func oftenIll(row: RuleCase) throws {
    let episodes = try row.episodes(of: "verzuim.ziek-vaak")
    #expect(episodes.map(Asked.init) == row.expected)
    #expect(episodes.allSatisfy { $0.floor == .now && $0.due == nil })
  }
}
