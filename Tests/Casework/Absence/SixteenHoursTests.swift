import Casework
import Support
import Testing

/// Expected dates are worked out on paper, on the calendar of region midden.
///
/// Monday, Tuesday, Thursday and Friday are 5.5 hours (330 minutes), Wednesday 3.75 hours (225). Sources: Lpw 21 (16 hours in 4 teaching weeks), DUO "soorten verzuim" (at least 16, holidays
/// do not count, afresh after a report, one report for 7 calendar days), Inspectie (5 working days).
@Suite("verzuim.16uur")
struct SixteenHoursTests {
  static let limit: [RuleCase] = [
    RuleCase(
      "Mon to Thu: 330 + 660 + 885 + 1215; over on Thu 12 Nov, and five working days later is Thu 19 Nov",
      [.absent(.unauthorised, "2026-11-09", "2026-11-12")], [Asked("2026-11-12", due: "2026-11-19")]),
    RuleCase(
      "Exactly 16 hours counts: 885 + 75 minutes late = 960 (DUO: at least 16)",
      [.absent(.unauthorised, "2026-11-09", "2026-11-11"), .late(75, "2026-11-12")],
      [Asked("2026-11-12", due: "2026-11-19")]),
    RuleCase(
      "A minute less does not: 885 + 74 = 959",
      [.absent(.unauthorised, "2026-11-09", "2026-11-11"), .late(74, "2026-11-12")], []),
    RuleCase(
      "Late with a valid reason does not count",
      [.absent(.unauthorised, "2026-11-09", "2026-11-11"), .late(75, "2026-11-12", excused: true)], []),
    RuleCase(
      "Two records about the same days count once: 660",
      [.absent(.unauthorised, "2026-11-09", "2026-11-10"), .absent(.waitingForPlace, "2026-11-09", "2026-11-10")], []),
    RuleCase(
      "A valid reason for a day goes before none: illness on Tuesday leaves 885",
      [.absent(.unauthorised, "2026-11-09", "2026-11-12"), .absent(.ill, "2026-11-10")], []),
    RuleCase(
      "Weekend days count nothing: Fri and Mon are 660",
      [.absent(.unauthorised, "2026-11-13", "2026-11-16")], []),
  ]

  static let windows: [RuleCase] = [
    RuleCase(
      "The first and the fourth of four teaching weeks: 660 in the week of 2 Nov, 330 on Mon 23 Nov",
      [.absent(.unauthorised, "2026-11-02", "2026-11-03"), .absent(.unauthorised, "2026-11-23")],
      [Asked("2026-11-23", due: "2026-11-30")]),
    RuleCase(
      "The fifth week is out",
      [.absent(.unauthorised, "2026-11-02", "2026-11-03"), .absent(.unauthorised, "2026-11-30")], []),
    RuleCase(
      "On the last day of the fourth week it is still in: Fri 27 Nov",
      [.absent(.unauthorised, "2026-11-02", "2026-11-03"), .absent(.unauthorised, "2026-11-27")],
      [Asked("2026-11-27", due: "2026-12-04")]),
    RuleCase(
      "The autumn holiday is skipped: weeks of 5, 12, 26 Oct and 2 Nov (DUO: holidays do not count)",
      [.absent(.unauthorised, "2026-10-05", "2026-10-06"), .absent(.unauthorised, "2026-11-02")],
      [Asked("2026-11-02", due: "2026-11-09")]),
    RuleCase(
      "And the week after is out",
      [.absent(.unauthorised, "2026-10-05", "2026-10-06"), .absent(.unauthorised, "2026-11-09")], []),
    RuleCase(
      "The two weeks of Christmas are skipped: weeks of 14 Dec, 4, 11 and 18 Jan",
      [.absent(.unauthorised, "2026-12-14", "2026-12-15"), .absent(.unauthorised, "2027-01-18")],
      [Asked("2027-01-18", due: "2027-01-25")]),
    RuleCase(
      "And the week of 25 Jan is out",
      [.absent(.unauthorised, "2026-12-14", "2026-12-15"), .absent(.unauthorised, "2027-01-25")], []),
    RuleCase(
      "Absence that runs through a holiday counts only its school days: Thu 15, Fri 16 and Mon 26 Oct",
      [.absent(.unauthorised, "2026-10-15", "2026-10-26")], [Asked("2026-10-26", due: "2026-11-02")]),
    RuleCase(
      "The summer is skipped as well: weeks of 6 and 13 Jul 2026, 31 Aug and 7 Sep",
      [.absent(.unauthorised, "2026-07-09", "2026-07-10"), .absent(.unauthorised, "2026-09-08")],
      [Asked("2026-09-08", due: "2026-09-15")]),
  ]

  static let terms: [RuleCase] = [
    RuleCase(
      "School holidays extend nothing: over on Thu 17 Dec, so 18, 21, 22, 23 and 24 Dec",
      [.absent(.unauthorised, "2026-12-14", "2026-12-17")], [Asked("2026-12-17", due: "2026-12-24")]),
    RuleCase(
      "Christmas is no working day: over on Fri 18 Dec, so 21, 22, 23, 24 and 28 Dec",
      [.absent(.unauthorised, "2026-12-15", "2026-12-18")], [Asked("2026-12-18", due: "2026-12-28")]),
    RuleCase(
      "Good Friday and Easter Monday are none either: over on Thu 25 Mar, so 30, 31 Mar, 1, 2 and 5 Apr",
      [.absent(.unauthorised, "2027-03-22", "2027-03-25")], [Asked("2027-03-25", due: "2027-04-05")]),
    RuleCase(
      "Ascension and the equated day after it: over on Wed 13 May 2026, so 18 to 22 May",
      [.late(75, "2026-05-08"), .absent(.unauthorised, "2026-05-11", "2026-05-13")],
      [Asked("2026-05-13", due: "2026-05-22")]),
  ]

  static let reports: [RuleCase] = [
    RuleCase(
      "Cleared on the day of a report whose period ends on the day it was reached",
      [
        .absent(.unauthorised, "2026-11-09", "2026-11-12"),
        .report(.sixteenHours, on: "2026-11-16", "2026-11-09", "2026-11-12"),
      ],
      [Asked("2026-11-12", due: "2026-11-19", cleared: "2026-11-16")]),
    RuleCase(
      "A report of another kind does not clear it",
      [
        .absent(.unauthorised, "2026-11-09", "2026-11-12"),
        .report(.other, on: "2026-11-16", "2026-11-09", "2026-11-12"),
        .report(.holiday, on: "2026-11-16", "2026-11-09", "2026-11-12"),
      ], [Asked("2026-11-12", due: "2026-11-19")]),
    RuleCase(
      "A report that ends the day before begins the count on Thursday: 330, 660 and on Mon 16 Nov 990",
      [
        .absent(.unauthorised, "2026-11-09", "2026-11-16"),
        .report(.sixteenHours, on: "2026-11-13", "2026-11-09", "2026-11-11"),
      ], [Asked("2026-11-16", due: "2026-11-23")]),
    RuleCase(
      "A report about later days does not clear hours that were never reported",
      [
        .absent(.unauthorised, "2026-11-09", "2026-11-12"), .absent(.unauthorised, "2026-12-07", "2026-12-10"),
        .report(.sixteenHours, on: "2026-12-11", "2026-12-07", "2026-12-10"),
      ], [Asked("2026-11-12", due: "2026-11-19")]),
    RuleCase(
      "After a report the count is fresh: from 13 Nov 330, 660, 885 and on Thu 19 Nov 1215",
      [
        .absent(.unauthorised, "2026-11-09", "2026-11-12"), .absent(.unauthorised, "2026-11-16", "2026-11-19"),
        .report(.sixteenHours, on: "2026-11-13", "2026-11-09", "2026-11-12"),
      ],
      [
        Asked("2026-11-12", due: "2026-11-19", cleared: "2026-11-13"), Asked("2026-11-19", due: "2026-11-26"),
      ]),
    RuleCase(
      "What the report still covers does not count again: from 17 Nov 330, 555, 885",
      [
        .absent(.unauthorised, "2026-11-09", "2026-11-12"), .absent(.unauthorised, "2026-11-16", "2026-11-19"),
        .report(.sixteenHours, on: "2026-11-20", "2026-11-09", "2026-11-16"),
      ], [Asked("2026-11-12", due: "2026-11-19", cleared: "2026-11-20")]),
    RuleCase(
      "While nothing is reported, one signal stands: the second sixteen hours are part of it",
      [.absent(.unauthorised, "2026-11-02", "2026-11-20")], [Asked("2026-11-05", due: "2026-11-12")]),
    RuleCase(
      "Unbroken absence, report over seven days (2 to 8 Nov): the next is full on Thu 12 Nov",
      [
        .absent(.unauthorised, "2026-11-02", "2026-11-13"),
        .report(.sixteenHours, on: "2026-11-09", "2026-11-02", "2026-11-08"),
      ],
      [Asked("2026-11-05", due: "2026-11-12", cleared: "2026-11-09"), Asked("2026-11-12", due: "2026-11-19")]),
    RuleCase(
      "A report over more than seven days of unbroken absence counts for seven (DUO)",
      [
        .absent(.unauthorised, "2026-11-02", "2026-11-13"),
        .report(.sixteenHours, on: "2026-11-13", "2026-11-02", "2026-11-13"),
      ],
      [Asked("2026-11-05", due: "2026-11-12", cleared: "2026-11-13"), Asked("2026-11-12", due: "2026-11-19")]),
    RuleCase(
      "Absence that was broken on Fri 6 Nov may be in one longer report",
      [
        .absent(.unauthorised, "2026-11-02", "2026-11-05"), .absent(.unauthorised, "2026-11-09", "2026-11-12"),
        .report(.sixteenHours, on: "2026-11-13", "2026-11-02", "2026-11-12"),
      ], [Asked("2026-11-05", due: "2026-11-12", cleared: "2026-11-13")]),
    RuleCase(
      "Long absence reported on 1 Dec clears what came before it, and nothing more is asked while it lasts",
      [.away(.waitingForPlace, from: "2026-11-02"), .report(.longTerm, on: "2026-12-01", "2026-11-02")],
      [Asked("2026-11-05", due: "2026-11-12", cleared: "2026-12-01")]),
    RuleCase(
      "When that report has ended the count is fresh: from Mon 7 Dec full on Thu 10 Dec",
      [.away(.waitingForPlace, from: "2026-11-02"), .report(.longTerm, on: "2026-12-01", "2026-11-02", "2026-12-04")],
      [
        Asked("2026-11-05", due: "2026-11-12", cleared: "2026-12-01"), Asked("2026-12-10", due: "2026-12-17"),
      ]),
    RuleCase(
      "A report of long absence without its days is about what went before it, not about a later absence",
      [
        .absent(.waitingForPlace, "2026-09-07", "2026-10-09"), .report(.longTerm, on: "2026-10-13"),
        .absent(.unauthorised, "2026-11-09", "2026-11-12"),
      ],
      [
        Asked("2026-09-10", due: "2026-09-17", cleared: "2026-10-13"), Asked("2026-11-12", due: "2026-11-19"),
      ]),
    RuleCase(
      "Reports of 16 hours each week until the one of long absence",
      [
        .away(.waitingForPlace, from: "2026-11-02"),
        .report(.sixteenHours, on: "2026-11-06", "2026-11-02", "2026-11-08"),
        .report(.sixteenHours, on: "2026-11-13", "2026-11-09", "2026-11-15"),
        .report(.longTerm, on: "2026-12-01", "2026-11-02"),
      ],
      [
        Asked("2026-11-05", due: "2026-11-12", cleared: "2026-11-06"),
        Asked("2026-11-12", due: "2026-11-19", cleared: "2026-11-13"),
        Asked("2026-11-19", due: "2026-11-26", cleared: "2026-12-01"),
      ]),
  ]

  static let pupils: [RuleCase] = [
    RuleCase(
      "Five on 20 Oct 2026, so under the Lpw from Mon 2 Nov: Thu 29 and Fri 30 Oct do not count (Lpw 3)",
      born: "2021-10-20",
      [.absent(.unauthorised, "2026-10-29", "2026-11-02")], []),
    RuleCase(
      "Five on 30 Sep 2026, so under the Lpw from 1 Oct: they do", born: "2021-09-30",
      [.absent(.unauthorised, "2026-10-29", "2026-11-02")], [Asked("2026-11-02", due: "2026-11-09")]),
    RuleCase(
      "Five on the first of a month: from the month after (1 Nov, so 1 Dec)", born: "2021-11-01",
      [.absent(.unauthorised, "2026-11-26", "2026-12-01")], []),
    RuleCase(
      "Without a date of birth the Lpw is taken to hold", born: nil,
      [.absent(.unauthorised, "2026-11-09", "2026-11-12")], [Asked("2026-11-12", due: "2026-11-19")]),
    RuleCase(
      "Who left on Wed 11 Nov missed no more school after that", enrolledUntil: "2026-11-11",
      [.absent(.unauthorised, "2026-11-09", "2026-11-13")], []),
    RuleCase(
      "What was reached on the last day stays after the pupil left (domain §4)", enrolledUntil: "2026-11-12",
      [.absent(.unauthorised, "2026-11-09", "2026-11-13")], [Asked("2026-11-12", due: "2026-11-19")]),
  ]

  @Test("Sixteen hours", arguments: limit) func hours(row: RuleCase) throws { try check(row) }
  @Test("Four teaching weeks", arguments: windows) func weeks(row: RuleCase) throws { try check(row) }
  @Test("Five working days", arguments: terms) func workingDays(row: RuleCase) throws { try check(row) }
  @Test("Reports", arguments: reports) func reporting(row: RuleCase) throws { try check(row) }
  @Test("For whom the Lpw holds", arguments: pupils) func compulsory(row: RuleCase) throws { try check(row) }

  private func check(_ row: RuleCase) throws {
    #expect(try row.asked(by: "verzuim.16uur") == row.expected)
  }

  @Test(
    "Only kinds without a valid reason count (Lpw 11; PO-Raad: waiting for a place is none)",
    arguments: AbsenceKind.allCases)
  func kinds(kind: AbsenceKind) throws {
    let counts: Set<AbsenceKind> = [.unauthorised, .holidayWithoutLeave, .waitingForPlace]
    let row = RuleCase("\(kind)", [.absent(kind, "2026-11-09", "2026-11-12")], [])
    // A five-year-old's exempt hours excuse nothing at the age of ten (Lpw 11a).
    let fires = counts.contains(kind) || kind == .fiveYearOld
    #expect(try row.asked(by: "verzuim.16uur").isEmpty == !fires)
  }

  @Test("The proof names each day that counts, the week that is skipped, the sum and each day passed over")
  func proof() throws {
    let row = RuleCase(
      "holiday",
      [
        .absent(.unauthorised, "2026-10-15", "2026-10-16"), .late(45, "2026-10-26"),
        .absent(.unauthorised, "2026-10-27"),
      ], [])
    let episode = try #require(try row.episodes(of: "verzuim.16uur").first)
    let lines = try StoryRunner().book.proof(of: episode).map(\.text)
    #expect(
      lines == [
        "Samen tellen 4 lesweken: van ma 28 sep 2026 tot en met zo 1 nov 2026.",
        "De week van ma 19 okt 2026 telt niet mee: herfstvakantie.",
        "do 15 okt 2026: 5,5 uur (ongeoorloofd).",
        "vr 16 okt 2026: 5,5 uur (ongeoorloofd).",
        "ma 26 okt 2026: 45 minuten (te laat).",
        "di 27 okt 2026: 5,5 uur (ongeoorloofd).",
        "Samen 17,25 uur; de grens is 16 uur. Bereikt op di 27 okt 2026.",
        "di 27 okt 2026 + 5 werkdagen = di 3 nov 2026.",
        "za 31 okt 2026 telt niet mee: zaterdag.",
        "zo 1 nov 2026 telt niet mee: zondag.",
        "De wet zegt: zonder uitstel. Inspectie en DUO leggen dat uit als dit aantal werkdagen.",
      ])
    #expect(episode.proof.compactMap(\.place?.record) == [id(1), id(1), id(2), id(3)])
  }

  @Test("An open-ended absence is counted ahead, and the proof says what nobody confirmed")
  func ahead() throws {
    let book = try StoryRunner().book
    let open = RuleCase("", [.away(.unauthorised, from: "2026-11-09", confirmed: "2026-11-10")], [])
    let episode = try #require(try open.episodes(of: "verzuim.16uur").first)
    #expect(Asked(episode) == Asked("2026-11-12", due: "2026-11-19"))
    #expect(try book.title(of: episode).contains("Blijft de leerling weg"))
    let confirmed = RuleCase("", [.away(.unauthorised, from: "2026-11-09", confirmed: "2026-11-12")], [])
    let certain = try #require(try confirmed.episodes(of: "verzuim.16uur").first)
    #expect(try !book.title(of: certain).contains("Blijft de leerling weg"))
  }
}
