import Casework
import Support
import Testing

/// Lpw 14: the head grants at most ten school days a school year, above it the attendance officer decides.
///
/// Lpw 13a: a holiday because of a parent's trade once a school year, at most ten days, not in the first two teaching weeks.
@Suite("verlof.tien-dagen and verlof.vakantie")
struct LeaveTests {
  private static func granted(
    _ basis: LeaveBasis, _ from: String, _ until: String? = nil, on: String? = nil, officer: String? = nil
  ) -> Part {
    .leave(basis, from, until) { leave in
      leave.headDecision = Choice(.granted)
      leave.headDecidedOn = on.map(day)
      leave.officerDecision = officer == nil ? nil : Choice(.granted)
      leave.officerDecidedOn = officer.map(day)
    }
  }

  static let tenDays: [RuleCase] = [
    RuleCase("Two whole weeks are ten days", [granted(.weighty, "2026-09-07", "2026-09-18", on: "2026-09-01")], []),
    RuleCase(
      "The eleventh day, seen from the decision that brings it",
      [
        granted(.weighty, "2026-09-07", "2026-09-18", on: "2026-09-01"),
        granted(.weighty, "2026-12-01", on: "2026-11-20"),
      ], [Asked("2026-11-20")]),
    RuleCase(
      "Without a day of decision, from the eleventh day itself",
      [granted(.weighty, "2026-09-07", "2026-09-18"), granted(.weighty, "2026-12-01")], [Asked("2026-12-01")]),
    RuleCase(
      "Half a day over is over",
      [
        granted(.weighty, "2026-09-07", "2026-09-18"),
        .leave(.weighty, "2026-12-01") {
          $0.headDecision = Choice(.granted)
          $0.fromTime = clock("12:30")
        },
      ], [Asked("2026-12-01")]),
    RuleCase(
      "Leave after school takes no part of a day: Wednesdays end at 12:15",
      [
        granted(.weighty, "2026-09-07", "2026-09-18"),
        .leave(.weighty, "2026-11-25") {
          $0.headDecision = Choice(.granted)
          $0.fromTime = clock("13:00")
          $0.untilTime = clock("15:00")
        },
      ], []),
    RuleCase(
      "Days without school are no school days: Thu 15 Oct to Fri 30 Oct is seven",
      [granted(.weighty, "2026-10-15", "2026-10-30"), granted(.weighty, "2026-11-02", "2026-11-04")], []),
    RuleCase(
      "Each school year on its own",
      [granted(.weighty, "2026-07-08", "2026-07-17"), granted(.weighty, "2026-09-14", "2026-09-18")], []),
    RuleCase(
      "Leave that was only registered counts too",
      [granted(.weighty, "2026-09-07", "2026-09-18"), .absent(.leave, "2026-12-01")], [Asked("2026-12-01")]),
    RuleCase(
      "A day with a decision and a registration counts once",
      [granted(.weighty, "2026-09-07", "2026-09-18"), .absent(.leave, "2026-09-07", "2026-09-18")], []),
    RuleCase(
      "What the officer granted alone is not the head's",
      [
        granted(.weighty, "2026-09-07", "2026-09-18"),
        .leave(.weighty, "2026-12-01", "2026-12-04") {
          $0.officerDecision = Choice(.granted)
          $0.officerDecidedOn = day("2026-11-20")
        }, .absent(.leave, "2026-12-01", "2026-12-04"),
      ], []),
    RuleCase(
      "Refused leave counts nothing",
      [
        granted(.weighty, "2026-09-07", "2026-09-18"),
        .leave(.weighty, "2026-12-01") { $0.headDecision = Choice(.refused) },
      ], []),
    RuleCase(
      "Cleared by the officer's decision about what is over",
      [
        granted(.weighty, "2026-09-07", "2026-09-18", on: "2026-09-01"),
        granted(.weighty, "2026-12-01", on: "2026-11-20", officer: "2026-11-25"),
      ], [Asked("2026-11-20", cleared: "2026-11-25")]),
    RuleCase(
      "Decided by the officer before the head did: nothing to ask",
      [
        granted(.weighty, "2026-09-07", "2026-09-18", on: "2026-09-01"),
        granted(.weighty, "2026-12-01", on: "2026-11-20", officer: "2026-11-20"),
      ], []),
    RuleCase(
      "Under five the Lpw does not hold", born: "2022-05-01", [granted(.weighty, "2026-09-07", "2026-10-02")], []),
  ]

  static let trade: [RuleCase] = [
    RuleCase(
      "Ten days in the third and fourth week", [granted(.trade, "2026-09-14", "2026-09-25", on: "2026-09-01")], []),
    RuleCase(
      "Eleven days", [granted(.trade, "2026-09-14", "2026-09-28", on: "2026-09-01")],
      [Asked("2026-09-01", until: "2026-09-28"), Asked("2026-09-28")]),
    RuleCase(
      "Fri 11 Sep is in the second teaching week", [granted(.trade, "2026-09-11", "2026-09-18", on: "2026-09-02")],
      [Asked("2026-09-02", until: "2026-09-11"), Asked("2026-09-11")]),
    RuleCase("Mon 14 Sep is in the third", [granted(.trade, "2026-09-14", on: "2026-09-02")], []),
    RuleCase(
      "A second time in the school year",
      [granted(.trade, "2026-09-14", "2026-09-18"), granted(.trade, "2027-06-07", "2027-06-11", on: "2027-05-20")],
      [Asked("2027-05-20", until: "2027-06-07"), Asked("2027-06-07")]),
    RuleCase(
      "Two decisions for days in a row are one holiday",
      [granted(.trade, "2026-10-12", "2026-10-16"), granted(.trade, "2026-10-26", "2026-10-30")], []),
    RuleCase(
      "Once in each school year",
      [granted(.trade, "2026-06-08", "2026-06-12"), granted(.trade, "2026-09-14", "2026-09-18")], []),
    RuleCase(
      "Registered without a decision, seen from the day that is too much",
      [.absent(.tradeHoliday, "2026-09-14", "2026-09-28")], [Asked("2026-09-28")]),
    RuleCase(
      "Each thing that is wrong is said: too early and too long",
      [granted(.trade, "2026-09-07", "2026-09-21")], [Asked("2026-09-07"), Asked("2026-09-21")]),
    RuleCase("Under five the Lpw does not hold", born: "2022-05-01", [granted(.trade, "2026-09-07", "2026-10-02")], []),
  ]

  @Test("Ten school days", arguments: tenDays)
  func days(row: RuleCase) throws {
    let episodes = try row.episodes(of: "verlof.tien-dagen")
    #expect(episodes.map(Asked.init) == row.expected)
    #expect(episodes.allSatisfy { $0.floor == .now && $0.due == nil })
  }

  @Test("Holiday because of a parent's trade", arguments: trade)
  func holiday(row: RuleCase) throws {
    let episodes = try row.episodes(of: "verlof.vakantie")
    #expect(episodes.map(Asked.init) == row.expected)
    #expect(episodes.allSatisfy { $0.floor == .now && $0.due == nil && $0.mustBeAcknowledged == ($0.until == nil) })
  }
}
