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

/// Which timetable holds, and what counts as being there.
@Suite("Hours of one pupil")
struct AttendanceTests {
  private func ledger(
    _ parts: [Part], school: School = SampleSchool.school(), until horizon: String = "2026-12-31",
    pupil change: (inout Record<PupilFields>) -> Void = { _ in }
  ) -> AbsenceLedger {
    let pupil = make(PupilFields.self, 1) {
      $0.birthDate = day("2016-03-14")
      change(&$0)
    }
    return AbsenceLedger(
      pupil: pupil, absence: Part.section(parts), calendar: TeachingCalendar(school), horizon: day(horizon))
  }

  private func place(_ number: UInt64, group: UInt64, year: Int, from: String, in pupil: inout Record<PupilFields>) {
    pupil.put(
      make(PlacementFields.self, number) {
        $0.group = Reference(id(group))
        $0.yearGroup = year
        $0.from = day(from)
      }, in: \.placements)
  }

  @Test("The timetable is that of the group on that day")
  func placements() {
    let short = SampleSchool.timetable(
      202, from: "2026-08-01", group: id(62), [SampleSchool.period(.monday, "08:30", "11:30")])
    let school = SampleSchool.school(timetables: [SampleSchool.hours, short])
    let missed = ledger([.absent(.ill, "2026-11-09"), .absent(.ill, "2026-11-16", "2026-11-17")], school: school) {
      place(1, group: 61, year: 6, from: "2026-08-01", in: &$0)
      place(2, group: 62, year: 6, from: "2026-11-12", in: &$0)
    }
    // Group 62 has no lessons on Tuesday 17 Nov: no school day for this pupil.
    #expect(missed.days.map(\.scheduled) == [330, 180])
  }

  @Test("An individual timetable goes before that of the group while it holds")
  func ownTimetable() {
    let own = Part.timetable("2026-11-10", "2026-11-13") {
      $0.periods = [SampleSchool.period(.tuesday, "09:00", "10:00"), SampleSchool.period(.thursday, "08:30", "12:00")]
    }
    let missed = ledger([.absent(.unauthorised, "2026-11-09", "2026-11-16"), own])
    // Wednesday 11 and Friday 13 Nov are no school days for this pupil.
    #expect(missed.days.map(\.date.iso) == ["2026-11-09", "2026-11-10", "2026-11-12", "2026-11-16"])
    #expect(missed.days.map(\.unauthorised) == [330, 60, 210, 330])
    #expect(missed.unbrokenRuns.map(\.range.count) == [4])
  }

  @Test("Back earlier than agreed ends an individual timetable on the day before")
  func backEarly() {
    let own = Part.timetable("2026-11-09", "2026-11-20") {
      $0.periods = [SampleSchool.period(.monday, "09:00", "10:00")]
      $0.returnedOn = day("2026-11-16")
    }
    #expect(
      ledger([.absent(.unauthorised, "2026-11-09"), .absent(.ill, "2026-11-16"), own]).days.map(\.missed) == [60, 330])
  }

  @Test("School that ends early counts until then")
  func earlyEnd() {
    let closure = SampleSchool.closure(51, "sinterklaas", .dayOff, "2026-12-04", fromTime: "12:00")
    let school = SampleSchool.school(closures: SampleSchool.holidays + [closure])
    #expect(ledger([.absent(.unauthorised, "2026-12-04")], school: school).days.map(\.unauthorised) == [210])
  }

  @Test("Without a timetable days can be missed but no hours counted")
  func noTimetable() {
    let missed = ledger(
      [.absent(.unauthorised, "2026-11-09", "2026-11-10")], school: SampleSchool.school(timetables: []))
    #expect(missed.days.map(\.hoursAreKnown) == [false, false])
    #expect(missed.days.map(\.missed) == [0, 0])
    #expect(missed.days.allSatisfy { $0.isWhole && $0.wholeStanding == .unauthorised })
    #expect(missed.unbrokenRuns.count == 1)
  }

  @Test("Days outside the enrolment are no absence")
  func enrolment() {
    let missed = ledger([.absent(.unauthorised, "2026-11-09", "2026-11-13")]) { pupil in
      pupil.put(
        make(EnrolmentFields.self, 5) {
          $0.from = day("2026-11-10")
          $0.until = day("2026-11-12")
        }, in: \.enrolments)
    }
    #expect(missed.days.map(\.date.iso) == ["2026-11-10", "2026-11-11", "2026-11-12"])
  }

  private func distance(_ change: @escaping @Sendable (inout Record<DistanceLearningFields>) -> Void = { _ in }) -> Part
  {
    .distance("2026-11-09", "2026-11-10") {
      $0.goal = "Terug"
      $0.boardIsResponsible = true
      $0.teacherCanIntervene = true
      $0.participationIsChecked = true
      $0.councilConsentedOn = day("2026-11-03")
      $0.inspectorateConsultedOn = day("2026-11-05")
      change(&$0)
    }
  }

  @Test("Distance learning that meets its criteria is presence")
  func distancePresence() {
    #expect(ledger([distance()]).days.isEmpty)
    let away = ledger([.absent(.waitingForPlace, "2026-11-09", "2026-11-11"), distance()])
    #expect(away.days.map(\.date.iso) == ["2026-11-11"])
  }

  @Test("Distance learning that lacks a criterion is absence of its kind")
  func distanceAbsence() {
    let lacking = distance {
      $0.councilConsentedOn = nil
      $0.kindOtherwise = Choice(.waitingForPlace)
    }
    #expect(ledger([lacking]).days.map(\.unauthorised) == [330, 330])
    #expect(ledger([distance { $0.goal = nil }]).days.map(\.unknown) == [330, 330])
  }

  @Test("It counts as presence from the day on which the last criterion was met")
  func distanceLater() {
    let later = distance {
      $0.inspectorateConsultedOn = day("2026-11-10")
      $0.kindOtherwise = Choice(.ill)
    }
    #expect(ledger([later]).days.map(\.date.iso) == ["2026-11-09"])
  }

  @Test("Distance learning for some hours leaves the others as they were registered")
  func distanceHours() {
    let mornings = distance { $0.periods = [SampleSchool.period(.monday, "09:00", "10:30")] }
    #expect(ledger([.absent(.unauthorised, "2026-11-09"), mornings]).days.map(\.unauthorised) == [240])
    #expect(ledger([mornings]).days.isEmpty)
  }

  @Test("Half days: missed where at least half of a half day was")
  func halfDays() {
    func halves(_ parts: Part...) -> [Int] { ledger(parts).days.map(\.halfDays.missed) }
    #expect(halves(.absent(.ill, "2026-11-09")) == [2])
    #expect(halves(.absent(.ill, "2026-11-11")) == [1])
    // Of the morning's 210 minutes 105 is half.
    #expect(halves(.late(105, "2026-11-09")) == [1])
    #expect(halves(.late(104, "2026-11-09")) == [0])
    let sum = ledger([.absent(.ill, "2026-11-09"), .absent(.unauthorised, "2026-11-11", "2026-11-12")])
      .halfDays(from: day("2026-11-10"), through: day("2026-11-30"))
    #expect(
      sum
        == ledger([.absent(.unauthorised, "2026-11-11", "2026-11-12")]).halfDays(
          from: day("2026-11-01"), through: day("2026-11-30")))
    #expect(sum.unauthorised == 3)
  }

  @Test("Days with an open end count up to the horizon; what nobody confirmed is marked")
  func openEnd() {
    let missed = ledger([.away(.ill, from: "2026-11-09", confirmed: "2026-11-10")], until: "2026-11-12")
    #expect(missed.days.map(\.date.iso) == ["2026-11-09", "2026-11-10", "2026-11-11", "2026-11-12"])
    #expect(missed.days.map(\.isAssumed) == [false, false, true, true])
    #expect(missed.unbrokenRuns.map(\.returnedOn) == [nil])
  }

  @Test("A day of which somebody vouched for a part only is marked too")
  func openBesideAnother() {
    let mornings: [Part] = ["2026-11-10", "2026-11-12"].map { .absent(.ill, $0) { $0.part = Choice(.morning) } }
    let missed = ledger(
      mornings + [.away(.unauthorised, from: "2026-11-09", confirmed: "2026-11-11")], until: "2026-11-12")
    #expect(missed.days.map(\.causes.count) == [1, 2, 1, 2])
    #expect(missed.days.map(\.isAssumed) == [false, false, false, true])
  }

  @Test("The window of a day for the gauge: its four weeks, what counts in it, and where counting began")
  func gauge() throws {
    let norms = try StoryRunner().book.norms()
    let parts: [Part] = [
      .absent(.unauthorised, "2026-10-12"), .absent(.unauthorised, "2026-11-09", "2026-11-12"), .late(30, "2026-11-17"),
      .report(.sixteenHours, on: "2026-11-13", "2026-11-09", "2026-11-12"),
    ]
    let ledger = ledger(parts)
    let count = try #require(ledger.hoursCount(Part.section(parts), norms: norms))
    let before = count.window(on: day("2026-11-11"), of: ledger)
    // The weeks of 12 and 26 Oct, 2 and 9 Nov: 330 on 12 Oct, then 330, 330 and 225.
    #expect(before.weeks == ["2026-10-12", "2026-10-26", "2026-11-02", "2026-11-09"].map(day))
    #expect(before.minutes == 1215)
    let after = count.window(on: day("2026-11-22"), of: ledger)
    #expect(after.minutes == 30)
    #expect(after.countedFrom == day("2026-11-13"))
    // In a holiday the window of the last teaching week stands.
    let inHoliday = count.window(on: day("2026-10-21"), of: ledger)
    #expect(inHoliday.weeks.last == day("2026-10-12"))
    #expect(inHoliday.minutes == 330)
  }
}
