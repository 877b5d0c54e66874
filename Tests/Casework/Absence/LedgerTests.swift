import Casework
import Support
import Testing

/// Minutes per day, worked out on paper with the sample timetable.
///
/// Monday, Tuesday, Thursday and Friday 8.30-12.00 and 12.30-14.30 (210 + 120 minutes), Wednesday 8.30-12.15 (225).
/// Source: domein.md §4 "Hours"; Lpw 11, 11a.
@Suite("Ledger of absence")
struct LedgerTests {
  /// What is expected of one day.
  struct Minutes: Equatable, CustomStringConvertible {
    let day: String
    var authorised = 0
    var unauthorised = 0
    var unknown = 0

    var description: String { "\(day) a\(authorised) u\(unauthorised) ?\(unknown)" }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let parts: [Part]
    let expected: [(String, authorised: Int, unauthorised: Int, unknown: Int)]
    let born: String

    init(
      _ name: String, born: String = "2016-03-14", _ parts: [Part],
      _ expected: [(String, authorised: Int, unauthorised: Int, unknown: Int)]
    ) {
      self.name = name
      self.parts = parts
      self.expected = expected
      self.born = born
    }

    var testDescription: String { name }
  }

  private static func ledger(
    _ parts: [Part], born: String = "2016-03-14", school: School = SampleSchool.school(),
    until horizon: String = "2026-12-31",
    pupil change: (inout Record<PupilFields>) -> Void = { _ in }
  ) -> AbsenceLedger {
    let pupil = make(PupilFields.self, 1) {
      $0.birthDate = day(born)
      change(&$0)
    }
    return AbsenceLedger(
      pupil: pupil, absence: Part.section(parts), calendar: TeachingCalendar(school), horizon: day(horizon))
  }

  private static func minutes(_ ledger: AbsenceLedger) -> [Minutes] {
    ledger.days.map {
      Minutes(day: $0.date.iso, authorised: $0.authorised, unauthorised: $0.unauthorised, unknown: $0.unknown)
    }
  }

  private static func times(_ from: String?, _ until: String?) -> @Sendable (inout Record<AbsenceRecordFields>) -> Void
  {
    {
      $0.fromTime = from.map(clock)
      $0.untilTime = until.map(clock)
    }
  }

  static let parts: [Row] = [
    Row("A whole day is the timetable's", [.absent(.ill, "2026-11-09")], [("2026-11-09", 330, 0, 0)]),
    Row("Wednesday is shorter", [.absent(.unauthorised, "2026-11-11")], [("2026-11-11", 0, 225, 0)]),
    Row("Not known is neither", [.absent(nil, "2026-11-09")], [("2026-11-09", 0, 0, 330)]),
    Row(
      "Part of a day is its overlap with lessons: 11.30 to 13.00 is 30 + 30",
      [.absent(.medicalVisit, "2026-11-09", more: times("11:30", "13:00"))], [("2026-11-09", 60, 0, 0)]),
    Row(
      "From a time on, to the end", [.absent(.unauthorised, "2026-11-09", more: times("13:15", nil))],
      [("2026-11-09", 0, 75, 0)]),
    Row(
      "Until a time, from the beginning", [.absent(.unauthorised, "2026-11-09", more: times(nil, "09:15"))],
      [("2026-11-09", 0, 45, 0)]),
    Row("In the break nothing is missed", [.absent(.unauthorised, "2026-11-09", more: times("12:00", "12:30"))], []),
    Row(
      "The morning ends where the break begins", [.absent(.ill, "2026-11-09") { $0.part = Choice(.morning) }],
      [("2026-11-09", 210, 0, 0)]),
    Row(
      "The afternoon is what is left", [.absent(.ill, "2026-11-09") { $0.part = Choice(.afternoon) }],
      [("2026-11-09", 120, 0, 0)]),
    Row(
      "Wednesday is all morning", [.absent(.ill, "2026-11-11") { $0.part = Choice(.morning) }],
      [("2026-11-11", 225, 0, 0)]),
    Row("And has no afternoon", [.absent(.ill, "2026-11-11") { $0.part = Choice(.afternoon) }], []),
    Row("Late is its minutes, unauthorised", [.late(25, "2026-11-09")], [("2026-11-09", 0, 25, 0)]),
    Row("Late with a valid reason", [.late(25, "2026-11-09", excused: true)], [("2026-11-09", 25, 0, 0)]),
    Row("Very late skips the break: 240 is 210 and 30 more", [.late(240, "2026-11-09")], [("2026-11-09", 0, 240, 0)]),
    Row("Late without minutes counts none", [.absent(.late, "2026-11-09")], []),
    Row(
      "A range has only school days", [.absent(.ill, "2026-10-16", "2026-10-26")],
      [("2026-10-16", 330, 0, 0), ("2026-10-26", 330, 0, 0)]),
    Row(
      "A part of each day of a range",
      [.absent(.medicalVisit, "2026-11-09", "2026-11-10", more: times("08:30", "09:00"))],
      [("2026-11-09", 30, 0, 0), ("2026-11-10", 30, 0, 0)]),
    Row("An end before the beginning is no absence", [.absent(.ill, "2026-11-10", "2026-11-09")], []),
  ]

  static let overlaps: [Row] = [
    Row(
      "The same twice counts once", [.absent(.unauthorised, "2026-11-09"), .absent(.unauthorised, "2026-11-09")],
      [("2026-11-09", 0, 330, 0)]),
    Row(
      "A valid reason takes its minutes first: dentist from 8.30 to 9.30 on a day away",
      [.absent(.unauthorised, "2026-11-09"), .absent(.medicalVisit, "2026-11-09", more: times("08:30", "09:30"))],
      [("2026-11-09", 60, 270, 0)]),
    Row(
      "Unauthorised goes before not known",
      [.absent(nil, "2026-11-09"), .absent(.unauthorised, "2026-11-09", more: times("13:00", nil))],
      [("2026-11-09", 0, 90, 240)]),
    Row(
      "Late on a day away adds nothing", [.late(20, "2026-11-09"), .absent(.ill, "2026-11-09")],
      [("2026-11-09", 330, 0, 0)]),
    Row(
      "Doubt that ended in unauthorised", [.absent(.ill, "2026-11-09") { $0.doubtOutcome = Choice(.unauthorised) }],
      [("2026-11-09", 0, 330, 0)]),
    Row(
      "Doubt that ended well", [.absent(.ill, "2026-11-09") { $0.doubtOutcome = Choice(.accepted) }],
      [("2026-11-09", 330, 0, 0)]),
    Row(
      "Suspension is authorised", [.suspended("2026-11-09", "2026-11-10")],
      [("2026-11-09", 330, 0, 0), ("2026-11-10", 330, 0, 0)]),
    Row(
      "Leave that was granted excuses a day",
      [
        .absent(.unauthorised, "2026-11-09"), .leave(.weighty, "2026-11-09") { $0.headDecision = Choice(.granted) },
      ], [("2026-11-09", 330, 0, 0)]),
    Row(
      "Leave still undecided does not", [.absent(.unauthorised, "2026-11-09"), .leave(.weighty, "2026-11-09")],
      [("2026-11-09", 0, 330, 0)]),
    Row(
      "What the officer decides goes before what the head decided",
      [
        .leave(.weighty, "2026-11-09") {
          $0.headDecision = Choice(.granted)
          $0.officerDecision = Choice(.refused)
        }
      ], []),
    Row(
      "Refused leave that was registered as leave has no valid reason on the days refused",
      [
        .absent(.leave, "2026-11-09", "2026-11-13"),
        .leave(.weighty, "2026-11-10", "2026-11-11") { $0.headDecision = Choice(.refused) },
      ],
      [
        ("2026-11-09", 330, 0, 0), ("2026-11-10", 0, 330, 0), ("2026-11-11", 0, 225, 0), ("2026-11-12", 330, 0, 0),
        ("2026-11-13", 330, 0, 0),
      ]),
    Row(
      "Two refusals cut the same absence twice",
      [
        .absent(.leave, "2026-11-09", "2026-11-11"),
        .leave(.weighty, "2026-11-09") { $0.headDecision = Choice(.refused) },
        .leave(.weighty, "2026-11-11") { $0.officerDecision = Choice(.refused) },
      ], [("2026-11-09", 0, 330, 0), ("2026-11-10", 330, 0, 0), ("2026-11-11", 0, 225, 0)]),
    Row(
      "A refusal of the head that the officer turned round is none",
      [
        .absent(.leave, "2026-11-09"),
        .leave(.weighty, "2026-11-09") {
          $0.headDecision = Choice(.refused)
          $0.officerDecision = Choice(.granted)
        },
      ], [("2026-11-09", 330, 0, 0)]),
    Row(
      "A refusal beside a grant of the same day takes nothing away",
      [
        .absent(.tradeHoliday, "2026-11-09"),
        .leave(.trade, "2026-11-09") { $0.headDecision = Choice(.refused) },
        .leave(.trade, "2026-11-09") { $0.headDecision = Choice(.granted) },
      ], [("2026-11-09", 330, 0, 0)]),
    Row(
      "A refusal is about its own ground alone",
      [
        .absent(.leave, "2026-11-09"), .absent(.religiousDuty, "2026-11-10"), .absent(.ill, "2026-11-12"),
        .leave(.trade, "2026-11-09", "2026-11-12") { $0.headDecision = Choice(.refused) },
      ], [("2026-11-09", 330, 0, 0), ("2026-11-10", 330, 0, 0), ("2026-11-12", 330, 0, 0)]),
    Row(
      "Leave for part of a day",
      [
        .leave(.weighty, "2026-11-09") {
          $0.headDecision = Choice(.granted)
          $0.fromTime = clock("12:30")
        }
      ], [("2026-11-09", 120, 0, 0)]),
    Row(
      "A religious duty needs a notice, no decision (Lpw 13)", [.leave(.religion, "2026-11-09")],
      [("2026-11-09", 330, 0, 0)]),
  ]

  static let fiveYearOlds: [Row] = [
    Row(
      "Five hours a week on notice: of Mon 330, 300 are exempt (Lpw 11a)", born: "2021-03-10",
      [.absent(.fiveYearOld, "2026-11-09")], [("2026-11-09", 300, 30, 0)]),
    Row(
      "The hours of one week together: 225 on Wednesday, 75 left on Friday", born: "2021-03-10",
      [.absent(.fiveYearOld, "2026-11-11"), .absent(.fiveYearOld, "2026-11-13", more: times("12:30", nil))],
      [("2026-11-11", 225, 0, 0), ("2026-11-13", 75, 45, 0)]),
    Row(
      "A new week has new hours", born: "2021-03-10",
      [.absent(.fiveYearOld, "2026-11-13", "2026-11-16")], [("2026-11-13", 300, 30, 0), ("2026-11-16", 300, 30, 0)]),
    Row(
      "Five more with the head's leave", born: "2021-03-10",
      [
        .absent(.fiveYearOld, "2026-11-09", "2026-11-10"),
        .leave(.fiveYearOld, "2026-08-31", "2026-12-18") { $0.headDecision = Choice(.granted) },
      ],
      [("2026-11-09", 330, 0, 0), ("2026-11-10", 270, 60, 0)]),
    Row(
      "Until the sixth birthday: none on that day", born: "2020-11-10",
      [
        .absent(.fiveYearOld, "2026-11-09", more: times("12:30", nil)),
        .absent(.fiveYearOld, "2026-11-10", more: times("12:30", nil)),
      ],
      [("2026-11-09", 120, 0, 0), ("2026-11-10", 0, 120, 0)]),
    Row(
      "Illness uses none of them", born: "2021-03-10",
      [.absent(.ill, "2026-11-09"), .absent(.fiveYearOld, "2026-11-09", "2026-11-10")],
      [("2026-11-09", 330, 0, 0), ("2026-11-10", 300, 30, 0)]),
  ]

  @Test("Whole days, parts and minutes", arguments: parts) func partsOfDays(row: Row) { check(row) }
  @Test("What overlaps counts once", arguments: overlaps) func overlapping(row: Row) { check(row) }
  @Test("Five-year-olds", arguments: fiveYearOlds) func exemptHours(row: Row) { check(row) }

  private func check(_ row: Row) {
    let expected = row.expected.map {
      Minutes(day: $0.0, authorised: $0.authorised, unauthorised: $0.unauthorised, unknown: $0.unknown)
    }
    #expect(Self.minutes(Self.ledger(row.parts, born: row.born)) == expected)
  }

  @Test(
    "Every day adds up: the minutes of the records behind it are the minutes missed, and never more than the timetable")
  func addsUp() {
    let ledger = Self.ledger([
      .absent(.unauthorised, "2026-11-09", "2026-11-13"),
      .absent(.medicalVisit, "2026-11-10", more: Self.times("09:00", "10:00")),
      .absent(nil, "2026-11-12", "2026-11-16"),
    ])
    #expect(ledger.days.count == 6)
    for day in ledger.days {
      #expect(day.causes.reduce(0) { $0 + $1.minutes } == day.missed)
      #expect(day.missed <= day.scheduled)
    }
  }
}
