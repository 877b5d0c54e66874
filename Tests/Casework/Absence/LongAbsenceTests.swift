import Casework
import Support
import Testing

/// Worked out on paper: four teaching weeks from Mon 2 Nov are the weeks of 2, 9, 16 and 23 Nov, so that Mon 30 Nov is
/// the first day that makes it more (§3.8; DUO "langdurig relatief verzuim": more than four weeks unbroken).
@Suite("verzuim.langdurig")
struct LongAbsenceTests {
  static let unauthorised: [RuleCase] = [
    RuleCase(
      "From Mon 2 Nov: more than four teaching weeks on Mon 30 Nov; three months on Tue 2 Feb",
      [.away(.waitingForPlace, from: "2026-11-02")], [Asked("2026-11-30"), Asked("2027-02-02")]),
    RuleCase(
      "Exactly four weeks is not more: back on Mon 30 Nov",
      [.absent(.waitingForPlace, "2026-11-02", "2026-11-27")], []),
    RuleCase(
      "One day more is", [.absent(.waitingForPlace, "2026-11-02", "2026-11-30")], [Asked("2026-11-30")]),
    RuleCase(
      "Begun on a Wednesday it is more on the Wednesday four teaching weeks on",
      [.absent(.unauthorised, "2026-11-04", "2026-12-02")], [Asked("2026-12-02")]),
    RuleCase(
      "The autumn holiday does not count: weeks of 12, 26 Oct, 2 and 9 Nov, so Mon 16 Nov",
      [.absent(.unauthorised, "2026-10-12", "2026-11-16")], [Asked("2026-11-16")]),
    RuleCase(
      "And a day less is not enough", [.absent(.unauthorised, "2026-10-12", "2026-11-13")], []),
    RuleCase(
      "Where that day is Easter Monday, it is the next school day: Tue 30 Mar",
      [.absent(.unauthorised, "2027-03-01", "2027-03-30")], [Asked("2027-03-30")]),
    RuleCase(
      "A single day attended breaks it",
      [.absent(.unauthorised, "2026-11-02", "2026-11-17"), .absent(.unauthorised, "2026-11-19", "2026-12-11")], []),
    RuleCase(
      "An hour attended does too: on 18 Nov only the morning was missed",
      [
        .absent(.unauthorised, "2026-11-02", "2026-11-17"),
        .absent(.unauthorised, "2026-11-18") { $0.untilTime = clock("11:15") },
        .absent(.unauthorised, "2026-11-19", "2026-12-11"),
      ], []),
    RuleCase(
      "A day of illness in between does not, and does not count: Tue 1 Dec",
      [.absent(.waitingForPlace, "2026-11-02", "2026-12-01"), .absent(.ill, "2026-11-10")], [Asked("2026-12-01")]),
    RuleCase(
      "Illness from the beginning does not count at all", [.absent(.ill, "2026-11-02", "2026-12-11")], []),
    RuleCase(
      "Days under five do not count: under the Lpw from Tue 1 Dec, so the weeks of 30 Nov, 7, 14 Dec and 4 Jan, and Tue 12 Jan is more",
      born: "2021-11-20",
      [.absent(.unauthorised, "2026-11-02", "2027-01-12")], [Asked("2027-01-12")]),
    RuleCase(
      "Report and plan clear it, on the later of the two",
      [
        .absent(.unauthorised, "2026-11-02", "2026-12-11"), .report(.longTerm, on: "2026-12-01", "2026-11-02"),
        .plan("2026-12-03"),
      ], [Asked("2026-11-30", cleared: "2026-12-03")]),
    RuleCase(
      "A report alone does not, as long as the pupil is away",
      [.away(.unauthorised, from: "2026-11-02"), .report(.longTerm, on: "2026-12-01", "2026-11-02")],
      [Asked("2026-11-30"), Asked("2027-02-02")]),
    RuleCase(
      "Back on Mon 14 Dec the report is enough",
      [.absent(.unauthorised, "2026-11-02", "2026-12-11"), .report(.longTerm, on: "2026-12-01", "2026-11-02")],
      [Asked("2026-11-30", cleared: "2026-12-14")]),
    RuleCase(
      "A plan made after that reopens nothing",
      [
        .absent(.unauthorised, "2026-11-02", "2026-12-11"), .report(.longTerm, on: "2026-12-01", "2026-11-02"),
        .plan("2027-01-11"),
      ],
      [Asked("2026-11-30", cleared: "2026-12-14")]),
    RuleCase(
      "A plan alone does not, nor a plan without the SWV",
      [
        .absent(.unauthorised, "2026-11-02", "2026-12-11"), .plan("2026-12-03"),
        .report(.sixteenHours, on: "2026-11-30", "2026-11-02", "2026-11-05"),
      ], [Asked("2026-11-30")]),
    RuleCase(
      "A plan without the SWV does not count",
      [
        .away(.unauthorised, from: "2026-11-02"), .plan("2026-12-03", withPartnership: false),
        .report(.longTerm, on: "2026-12-01", "2026-11-02"),
      ], [Asked("2026-11-30"), Asked("2027-02-02")]),
    RuleCase(
      "A plan of the year before that nobody closed is none for this absence; looked at again it is",
      [
        .absent(.unauthorised, "2026-11-02", "2026-12-11"), .plan("2025-12-03", reviewed: "2026-12-02"),
        .report(.longTerm, on: "2026-12-01", "2026-11-02"),
      ], [Asked("2026-11-30", cleared: "2026-12-02")]),
    RuleCase(
      "Not looked at again, it waits till the pupil is back on Mon 14 Dec",
      [
        .absent(.unauthorised, "2026-11-02", "2026-12-11"), .plan("2025-12-03"),
        .report(.longTerm, on: "2026-12-01", "2026-11-02"),
      ], [Asked("2026-11-30", cleared: "2026-12-14")]),
    RuleCase(
      "A report about an earlier absence does not count",
      [
        .absent(.unauthorised, "2026-11-02", "2026-12-11"), .plan("2026-12-03"),
        .report(.longTerm, on: "2026-10-30", "2026-09-07", "2026-10-16"),
      ], [Asked("2026-11-30")]),
    RuleCase(
      "After three months the plan must have been looked at again",
      [
        .away(.unauthorised, from: "2026-11-02"), .report(.longTerm, on: "2026-12-01", "2026-11-02"),
        .plan("2026-12-03", reviewed: "2027-02-04"),
      ], [Asked("2026-11-30", cleared: "2026-12-03"), Asked("2027-02-02", cleared: "2027-02-04")]),
    RuleCase(
      "The second step falls away when the pupil is back on Tue 9 Feb",
      [
        .absent(.unauthorised, "2026-11-02", "2027-02-08"), .report(.longTerm, on: "2026-12-01", "2026-11-02"),
        .plan("2026-12-03"),
      ], [Asked("2026-11-30", cleared: "2026-12-03"), Asked("2027-02-02", until: "2027-02-09")]),
  ]

  static let authorised: [RuleCase] = [
    RuleCase(
      "Ill from Mon 2 Nov: on Mon 30 Nov more than four teaching weeks, until back on Mon 14 Dec",
      [.absent(.ill, "2026-11-02", "2026-12-11")], [Asked("2026-11-30", until: "2026-12-14")]),
    RuleCase("Exactly four weeks is not more", [.absent(.ill, "2026-11-02", "2026-11-27")], []),
    RuleCase(
      "Still away, it lasts", [.away(.ill, from: "2026-11-02")], [Asked("2026-11-30")]),
    RuleCase(
      "Wholly unauthorised absence has its own rule", [.away(.waitingForPlace, from: "2026-11-02")], []),
    RuleCase(
      "First two weeks ill, then waiting for a place: nobody is missed out, and from Mon 14 Dec the other rule asks",
      [.absent(.ill, "2026-11-02", "2026-11-13"), .away(.waitingForPlace, from: "2026-11-16")],
      [Asked("2026-11-30", until: "2026-12-14")]),
    RuleCase(
      "For a four-year-old all absence is of this kind (Lpw 3)", born: "2022-05-01",
      [.absent(.unauthorised, "2026-11-02", "2026-12-11")], [Asked("2026-11-30", until: "2026-12-14")]),
    RuleCase(
      "A plan clears it", [.away(.ill, from: "2026-11-02"), .plan("2026-12-02", withPartnership: false)],
      [Asked("2026-11-30", cleared: "2026-12-02")]),
    RuleCase(
      "So does asking for teaching of sick pupils (§2.8)",
      [.away(.ill, from: "2026-11-02"), .step(.supportForSick, "2026-12-01")],
      [Asked("2026-11-30", cleared: "2026-12-01")]),
    RuleCase(
      "A talk does not", [.away(.ill, from: "2026-11-02"), .step(.talk, "2026-12-01")], [Asked("2026-11-30")]),
    RuleCase(
      "What was asked or planned about an earlier illness does not",
      [.away(.ill, from: "2026-11-02"), .step(.supportForSick, "2026-03-02"), .plan("2026-03-09")],
      [Asked("2026-11-30")]),
    RuleCase(
      "A plan closed before it began does not",
      [.away(.ill, from: "2026-11-02"), .plan("2026-09-02", ended: "2026-10-30")], [Asked("2026-11-30")]),
  ]

  @Test("Unauthorised", arguments: unauthorised)
  func withoutReason(row: RuleCase) throws {
    let episodes = try row.episodes(of: "verzuim.langdurig")
    #expect(episodes.map(Asked.init) == row.expected)
    #expect(episodes.allSatisfy { $0.floor == .now })
  }

  @Test("With a valid reason", arguments: authorised)
  func withReason(row: RuleCase) throws {
    let episodes = try row.episodes(of: "verzuim.langdurig-geoorloofd")
    #expect(episodes.map(Asked.init) == row.expected)
    #expect(episodes.allSatisfy { $0.floor == .now })
  }
}
