import Casework
import Support
import Testing

/// Ends of terms, counted by hand on a paper calendar.
@Suite struct TermTests {
  @Test(
    "A statutory term that ends on a weekend or holiday runs to the next working day",
    arguments: [
      // An ordinary Wednesday stays.
      Expected("2026-10-14", weeks: 6, end: "2026-11-25", last: "2026-11-25", skips: []),
      // Saturday and Sunday.
      Expected("2026-10-17", weeks: 6, end: "2026-11-28", last: "2026-11-30", skips: ["zaterdag", "zondag"]),
      Expected("2026-10-18", weeks: 6, end: "2026-11-29", last: "2026-11-30", skips: ["zondag"]),
      // Easter Monday, and Good Friday with all of Easter behind it.
      Expected("2026-02-23", weeks: 6, end: "2026-04-06", last: "2026-04-07", skips: ["tweede paasdag"]),
      Expected(
        "2026-02-20", weeks: 6, end: "2026-04-03", last: "2026-04-07",
        skips: ["Goede Vrijdag", "zaterdag", "zondag", "tweede paasdag"]),
      // Christmas 2026: Friday and Saturday, then a Sunday.
      Expected(
        "2026-11-13", weeks: 6, end: "2026-12-25", last: "2026-12-28",
        skips: ["eerste kerstdag", "tweede kerstdag", "zondag"]),
      // New Year's Day 2026 and the day put on a par behind it.
      Expected(
        "2025-11-20", weeks: 6, end: "2026-01-01", last: "2026-01-05",
        skips: ["Nieuwjaarsdag", "gelijkgestelde dag", "zaterdag", "zondag"]),
      // Ascension Day 2026 with its day put on a par, and the day put on a par alone.
      Expected(
        "2026-04-02", weeks: 6, end: "2026-05-14", last: "2026-05-18",
        skips: ["Hemelvaartsdag", "gelijkgestelde dag", "zaterdag", "zondag"]),
      Expected(
        "2026-04-03", weeks: 6, end: "2026-05-15", last: "2026-05-18",
        skips: ["gelijkgestelde dag", "zaterdag", "zondag"]),
      // 5 May 2026 is a Tuesday; King's Day 2026 a Monday.
      Expected("2026-03-24", weeks: 6, end: "2026-05-05", last: "2026-05-06", skips: ["5 mei"]),
      Expected("2026-03-16", weeks: 6, end: "2026-04-27", last: "2026-04-28", skips: ["Koningsdag"]),
      // Twelve weeks still move (28 November 2026 is a Saturday), thirteen do not.
      Expected("2026-09-05", weeks: 12, end: "2026-11-28", last: "2026-11-30", skips: ["zaterdag", "zondag"]),
      Expected("2026-08-29", weeks: 13, end: "2026-11-28", last: "2026-11-28", skips: []),
    ])
  func statutory(expected: Expected) {
    let term = Term.statutory(.weeks(expected.weeks), from: expected.start, holidays: SampleHolidays.known)
    #expect(term.start == expected.start)
    #expect(term.end == expected.end)
    #expect(term.lastDay == expected.last)
    #expect(term.skipped.map(\.reason) == expected.skips)
    #expect(term.skipped.map(\.date) == expected.skips.indices.map { expected.end.adding(days: $0) })
  }

  @Test("School holidays extend no statutory term: a Wednesday in the autumn holiday stays")
  func schoolHolidays() {
    let term = Term.statutory(.weeks(6), from: day("2026-09-09"), holidays: SampleHolidays.known)
    #expect(term.lastDay == day("2026-10-21"))
  }

  @Test("Ninety days and three months can move; ninety-one days, four months and a year cannot")
  func lengths() {
    // All of these end on a Saturday or Sunday.
    let holidays = SampleHolidays.known
    #expect(Term.statutory(.days(90), from: day("2026-08-30"), holidays: holidays).lastDay == day("2026-11-30"))
    #expect(Term.statutory(.days(91), from: day("2026-08-29"), holidays: holidays).lastDay == day("2026-11-28"))
    #expect(Term.statutory(.months(3), from: day("2026-08-28"), holidays: holidays).lastDay == day("2026-11-30"))
    #expect(Term.statutory(.months(4), from: day("2026-07-28"), holidays: holidays).lastDay == day("2026-11-28"))
    #expect(Term.statutory(.years(1), from: day("2025-11-28"), holidays: holidays).lastDay == day("2026-11-28"))
  }

  @Test("One year after 29 February is 28 February")
  func leapYear() {
    let term = Term.statutory(.years(1), from: day("2024-02-29"), holidays: SampleHolidays.known)
    #expect(term.end == day("2025-02-28"))
    #expect(Term.norm(.years(4), from: day("2024-02-29")).end == day("2028-02-29"))
    #expect(Term.norm(.months(1), from: day("2026-01-31")).end == day("2026-02-28"))
  }

  @Test("Days on which a term stood still move its end before the extension is looked at")
  func standStill() {
    // Six weeks from 14 October end on 25 November; three more days end on Saturday the 28th.
    let term = Term.statutory(
      .weeks(6), from: day("2026-10-14"), standingStill: 3, holidays: SampleHolidays.known)
    #expect(term.end == day("2026-11-28"))
    #expect(term.lastDay == day("2026-11-30"))
  }

  @Test("A norm is not extended")
  func norms() {
    let term = Term.norm(.weeks(6), from: day("2026-10-17"))
    #expect(term.lastDay == day("2026-11-28"))
    #expect(term.skipped.isEmpty)
  }

  @Test("Where equated days are not decided yet, the term says that it may still move")
  func uncertain() {
    let holidays = SampleHolidays.known
    #expect(Term.statutory(.weeks(6), from: day("2028-11-16"), holidays: holidays).isCertain)
    #expect(!Term.statutory(.weeks(6), from: day("2028-11-20"), holidays: holidays).isCertain)
    // 31 December 2028 is a Sunday, so that the end moves past what is known.
    #expect(!Term.statutory(.weeks(6), from: day("2028-11-19"), holidays: holidays).isCertain)
    // A year does not move, whatever is decided.
    #expect(Term.statutory(.years(1), from: day("2028-11-20"), holidays: holidays).isCertain)
    #expect(!Term.workingDays(5, after: day("2028-12-28"), holidays: holidays).isCertain)
  }

  @Test("Working days skip weekends and recognised holidays, school holidays not")
  func workingDays() {
    let holidays = SampleHolidays.known
    #expect(Term.workingDays(5, after: day("2026-11-11"), holidays: holidays).lastDay == day("2026-11-18"))
    #expect(Term.workingDays(5, after: day("2026-10-16"), holidays: holidays).lastDay == day("2026-10-23"))
    let kingsDay = Term.workingDays(5, after: day("2026-04-23"), holidays: holidays)
    #expect(kingsDay.lastDay == day("2026-05-01"))
    #expect(kingsDay.skipped.map(\.reason) == ["zaterdag", "zondag", "Koningsdag"])
    let christmas = Term.workingDays(5, after: day("2026-12-23"), holidays: holidays)
    #expect(christmas.lastDay == day("2026-12-31"))
    #expect(christmas.skipped.map(\.date) == [day("2026-12-25"), day("2026-12-26"), day("2026-12-27")])
    #expect(Term.workingDays(1, after: day("2026-11-20"), holidays: holidays).lastDay == day("2026-11-23"))
  }

  @Test("School days skip whatever the school's calendar closes, and name it")
  func schoolDays() throws {
    let calendar = TeachingCalendar(SampleSchool.school())
    let term = try #require(Term.schoolDays(2, after: day("2026-10-16"), calendar: calendar))
    #expect(term.lastDay == day("2026-10-27"))
    #expect(term.skipped.count == 9)
    #expect(term.skipped.allSatisfy { $0.reason == "herfstvakantie" })
    #expect(Term.schoolDays(10, after: day("2027-07-12"), calendar: calendar) == nil)
  }

  @Test("A last day is never earlier than the end, never a weekend or holiday, and nothing fits between")
  func properties() {
    var generator = SeededGenerator(seed: 20_261_123)
    let holidays = SampleHolidays.known
    for _ in 0..<5_000 {
      let start = day("2022-01-01").adding(days: Int.random(in: 0..<3_650, using: &generator))
      let term = Term.statutory(.weeks(Int.random(in: 1...12, using: &generator)), from: start, holidays: holidays)
      #expect(term.lastDay >= term.end)
      #expect(holidays.isWorkingDay(term.lastDay))
      #expect(term.skipped.count == term.lastDay.days(since: term.end))
      #expect(!term.skipped.contains { holidays.isWorkingDay($0.date) })
    }
  }

  struct Expected: Sendable, CustomTestStringConvertible {
    let start: CivilDate
    let weeks: Int
    let end: CivilDate
    let last: CivilDate
    let skips: [String]

    init(_ start: String, weeks: Int, end: String, last: String, skips: [String]) {
      self.start = day(start)
      self.weeks = weeks
      self.end = day(end)
      self.last = day(last)
      self.skips = skips
    }

    var testDescription: String { "\(start) + \(weeks) weeks" }
  }
}
