import Casework
import Support
import Testing

@Suite("verzuim.luxe, verzuim.contact and verzuim.onbekend")
struct OpenAbsenceTests {
  /// Lpw 21 and DUO: luxe verzuim is always reported; five working days as for 16 hours.
  static let holidays: [RuleCase] = [
    RuleCase(
      "From Thu 17 Dec: 18, 21, 22, 23 and 24 Dec", [.absent(.holidayWithoutLeave, "2026-12-17", "2026-12-18")],
      [Asked("2026-12-17", due: "2026-12-24")]),
    RuleCase(
      "An hour is enough", [.absent(.holidayWithoutLeave, "2026-12-18") { $0.fromTime = clock("13:30") }],
      [Asked("2026-12-18", due: "2026-12-28")]),
    RuleCase(
      "In the school holiday there is nothing to report", [.absent(.holidayWithoutLeave, "2026-12-21", "2026-12-31")],
      []),
    RuleCase(
      "With leave there is not",
      [
        .absent(.holidayWithoutLeave, "2026-12-17"),
        .leave(.weighty, "2026-12-17") { $0.headDecision = Choice(.granted) },
      ], []),
    RuleCase(
      "Refused leave is no leave",
      [
        .absent(.holidayWithoutLeave, "2026-12-17"),
        .leave(.weighty, "2026-12-17") { $0.headDecision = Choice(.refused) },
      ], [Asked("2026-12-17", due: "2026-12-24")]),
    RuleCase(
      "Days registered one by one are one holiday",
      [.absent(.holidayWithoutLeave, "2026-11-13"), .absent(.holidayWithoutLeave, "2026-11-16")],
      [Asked("2026-11-13", due: "2026-11-20")]),
    RuleCase(
      "A report about these days clears it",
      [
        .absent(.holidayWithoutLeave, "2026-12-17", "2026-12-18"),
        .report(.holiday, on: "2026-12-18", "2026-12-17", "2026-12-18"),
      ], [Asked("2026-12-17", due: "2026-12-24", cleared: "2026-12-18")]),
    RuleCase(
      "A report of another kind, or about other days, does not",
      [
        .absent(.holidayWithoutLeave, "2026-12-17", "2026-12-18"),
        .report(.sixteenHours, on: "2026-12-18", "2026-12-17", "2026-12-18"),
        .report(.holiday, on: "2026-12-18", "2026-11-02", "2026-12-16"),
      ], [Asked("2026-12-17", due: "2026-12-24")]),
    RuleCase("Under five there is no duty", born: "2022-12-17", [.absent(.holidayWithoutLeave, "2026-12-17")], []),
  ]

  /// §3.8: the school contacts parents of a pupil who is missed; the same day is the guide's meaning.
  static let contacts: [RuleCase] = [
    RuleCase(
      "Nobody called", [.absent(.unknown, "2026-11-16") { $0.reportedBy = Choice(.school) }],
      [Asked("2026-11-16", due: "2026-11-16")]),
    RuleCase(
      "Unauthorised without a word on who told", [.absent(.unauthorised, "2026-11-16")],
      [Asked("2026-11-16", due: "2026-11-16")]),
    RuleCase("The parents called", [.absent(.unknown, "2026-11-16") { $0.reportedBy = Choice(.parents) }], []),
    RuleCase("One key for illness: parents told, or nobody would know", [.absent(.ill, "2026-11-16")], []),
    RuleCase(
      "Illness that the pupil told itself", [.absent(.ill, "2026-11-16") { $0.reportedBy = Choice(.pupil) }],
      [Asked("2026-11-16", due: "2026-11-16")]),
    RuleCase(
      "Coming late, suspension, waiting at home: nothing to ask",
      [
        .late(20, "2026-11-16"), .absent(.suspension, "2026-11-17"), .absent(.waitingForPlace, "2026-11-18"),
      ], []),
    RuleCase("On a day without school nobody is missed", [.absent(.unauthorised, "2026-11-14", "2026-11-15")], []),
    RuleCase(
      "Counted from the first school day", [.absent(.unauthorised, "2026-11-14", "2026-11-16")],
      [Asked("2026-11-16", due: "2026-11-16")]),
    RuleCase(
      "Contact the day after clears it then",
      [.absent(.unauthorised, "2026-11-16") { $0.parentsContactedOn = day("2026-11-17") }],
      [Asked("2026-11-16", due: "2026-11-16", cleared: "2026-11-17")]),
    RuleCase(
      "A talk about absence clears it", [.absent(.unauthorised, "2026-11-16")],
      [Asked("2026-11-16", due: "2026-11-16", cleared: "2026-11-16")], talks: ["2026-11-13", "2026-11-16"]),
    RuleCase(
      "A talk before it does not", [.absent(.unauthorised, "2026-11-16")],
      [Asked("2026-11-16", due: "2026-11-16")], talks: ["2026-11-13"]),
    RuleCase(
      "Contact about the first day serves the days that follow on it",
      [
        .absent(.unauthorised, "2026-11-16") { $0.parentsContactedOn = day("2026-11-16") },
        .absent(.unauthorised, "2026-11-17"),
      ], [Asked("2026-11-16", due: "2026-11-16", cleared: "2026-11-16")]),
    RuleCase(
      "A day at school in between asks for new contact",
      [
        .absent(.unauthorised, "2026-11-16") { $0.parentsContactedOn = day("2026-11-16") },
        .absent(.unauthorised, "2026-11-18"),
      ],
      [
        Asked("2026-11-16", due: "2026-11-16", cleared: "2026-11-16"), Asked("2026-11-18", due: "2026-11-18"),
      ]),
    RuleCase(
      "A four-year-old is missed as well", born: "2022-05-01", [.absent(.unauthorised, "2026-11-16")],
      [Asked("2026-11-16", due: "2026-11-16")]),
  ]

  /// Norm: two school days to fill in the kind.
  static let unknown: [RuleCase] = [
    RuleCase(
      "From Fri 16 Oct over the holiday: Mon 26 and Tue 27 Oct", [.absent(.unknown, "2026-10-16")],
      [Asked("2026-10-16", due: "2026-10-27")]),
    RuleCase("An empty kind is as open", [.absent(nil, "2026-11-16")], [Asked("2026-11-16", due: "2026-11-18")]),
    RuleCase(
      "Late, nobody knows how long: two school days to fill it in", [.absent(.late, "2026-11-16")],
      [Asked("2026-11-16", due: "2026-11-18")]),
    RuleCase(
      "Late till a time, or by minutes, is known; so is a day without school",
      [
        .absent(.late, "2026-11-16") { $0.untilTime = clock("09:15") }, .late(10, "2026-11-17"),
        .absent(.late, "2026-11-21"),
      ], []),
    RuleCase("A kind is filled in", [.absent(.ill, "2026-11-16")], []),
    RuleCase(
      "Days that follow each other are asked once", [.absent(nil, "2026-11-16"), .absent(nil, "2026-11-17")],
      [Asked("2026-11-16", due: "2026-11-18")]),
    RuleCase(
      "Distance learning that is no presence: nobody said what absence it is then",
      [.distance("2026-11-09", "2026-12-18")], [Asked("2026-11-09", due: "2026-11-11")]),
    RuleCase(
      "Once that is said there is nothing to ask",
      [.distance("2026-11-09", "2026-12-18") { $0.kindOtherwise = Choice(.waitingForPlace) }], []),
    RuleCase("At the end of the calendar no day can be named", [.absent(nil, "2027-07-15")], [Asked("2027-07-15")]),
  ]

  @Test("Holiday without leave", arguments: holidays)
  func luxe(row: RuleCase) throws {
    #expect(try row.asked(by: "verzuim.luxe") == row.expected)
  }

  @Test("Contact", arguments: contacts)
  func contact(row: RuleCase) throws {
    #expect(try row.asked(by: "verzuim.contact") == row.expected)
  }

  @Test("Kind still open", arguments: unknown)
  func open(row: RuleCase) throws {
    #expect(try row.asked(by: "verzuim.onbekend") == row.expected)
  }

  @Test("A kind that a newer version knows is neither open nor counted")
  func newerKind() throws {
    let row = RuleCase("", [.absent(nil, "2026-11-09", "2026-11-12") { $0.kind = Choice(word: "nieuwSoort") }], [])
    #expect(try row.asked(by: "verzuim.onbekend") == [])
    #expect(try row.asked(by: "verzuim.16uur") == [])
  }
}
