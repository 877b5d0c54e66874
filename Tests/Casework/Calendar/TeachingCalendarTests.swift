import Casework
import Support
import Testing

/// Expectations are read off a paper calendar of region midden.
@Suite struct TeachingCalendarTests {
  let calendar = TeachingCalendar(SampleSchool.school())

  @Test(
    "A school day is a weekday that is no holiday, study day or public holiday",
    arguments: [
      ("2026-11-23", true), ("2026-11-22", false), ("2026-11-21", false),
      // Autumn holiday: the Friday before, its first and last weekday, the Monday after.
      ("2026-10-16", true), ("2026-10-19", false), ("2026-10-23", false), ("2026-10-26", true),
      // Good Friday is taught unless the school says otherwise; Easter Monday, Ascension and Whit Monday are not.
      ("2027-03-26", true), ("2027-03-29", false), ("2026-05-14", false), ("2026-05-25", false),
      // First and last day of teaching, and the days beside them.
      ("2026-08-28", false), ("2026-08-31", true), ("2027-07-16", true), ("2027-07-19", false),
      // King's Day 2026 is a Monday inside the May holiday.
      ("2026-04-27", false),
    ])
  func schoolDays(iso: String, teaches: Bool) {
    #expect(calendar.isTeachingDay(day(iso)) == teaches)
  }

  @Test("A day without teaching says why")
  func reasons() {
    #expect(calendar.kind(of: day("2026-10-21")).reason == "herfstvakantie")
    #expect(calendar.kind(of: day("2026-10-18")).reason == "herfstvakantie")
    #expect(calendar.kind(of: day("2026-11-22")).reason == "weekend")
    #expect(calendar.kind(of: day("2027-03-29")).reason == "tweede paasdag")
    #expect(calendar.kind(of: day("2027-07-20")).reason == "zomervakantie")
    #expect(calendar.kind(of: day("2026-11-23")).reason == nil)
  }

  @Test("A holiday of which the days can still move says so wherever it is named, and is a holiday all the same")
  func unconfirmed() {
    func reason(_ confirmed: Bool?) -> String? {
      var autumn = SampleSchool.closure(5, "herfstvakantie", .holiday, "2026-10-17", "2026-10-25")
      autumn.confirmed = confirmed
      let calendar = TeachingCalendar(SampleSchool.school(closures: [autumn]))
      #expect(!calendar.isTeachingDay(day("2026-10-21")))
      #expect(calendar.kind(of: day("2026-10-21")).isSchoolHoliday)
      return calendar.kind(of: day("2026-10-21")).reason
    }
    #expect(reason(false) == "herfstvakantie, data nog niet bevestigd")
    #expect(reason(true) == "herfstvakantie")
    #expect(reason(nil) == "herfstvakantie")
  }

  @Test("The proof of the sixteen hours names the unconfirmed holiday that its weeks skip")
  func unconfirmedInProof() throws {
    func proof(confirmed: Bool) throws -> [String] {
      let closures = SampleSchool.holidays.map { closure in
        var closure = closure
        closure.confirmed = confirmed
        return closure
      }
      let bench = try RuleBench("verzuim.16uur", school: SampleSchool.school(closures: closures))
      // 11 hours before the autumn holiday of 2026 and 11 after it.
      let found = try bench.episodes([
        .pupil: #"{"roepnaam": "Sem", "achternaam": "Bakker", "geboortedatum": "2016-03-14"}"#,
        .absence: """
        {"afwezig": [
          {"id": "\(id(1))", "soort": "ongeoorloofd", "van": "2026-10-12", "tot": "2026-10-13"},
          {"id": "\(id(2))", "soort": "ongeoorloofd", "van": "2026-10-26", "tot": "2026-10-27"}]}
        """,
      ])
      return try bench.proof(of: try #require(found.first)).filter { $0.contains("herfstvakantie") }
    }
    #expect(try proof(confirmed: false).contains { $0.contains("herfstvakantie, data nog niet bevestigd") })
    let plain = try proof(confirmed: true)
    #expect(!plain.isEmpty)
    #expect(!plain.contains { $0.contains("bevestigd") })
  }

  @Test("A school year that is not on record is not guessed at")
  func coverage() {
    #expect(calendar.covers(day("2025-08-01")))
    #expect(!calendar.covers(day("2025-07-31")))
    #expect(calendar.covers(day("2027-07-31")))
    #expect(!calendar.covers(day("2027-08-01")))
    #expect(!calendar.isTeachingDay(day("2027-09-14")))
    #expect(calendar.covers(day("2026-07-01")...day("2026-09-01")))
    #expect(!calendar.covers(day("2027-07-01")...day("2027-09-01")))
    #expect(calendar.teachingDay(1, after: day("2027-07-16")) == nil)
    #expect(calendar.lastTeachingDay(before: day("2025-09-01")) == nil)
    #expect(calendar.teachingDay(1, after: day("2020-01-01")) == nil)
  }

  @Test("Nothing is counted across a school year that lacks between two that are on record")
  func gap() {
    let gapped = TeachingCalendar(
      SampleSchool.school(
        years: [SampleSchool.year(1, 2024, nil, nil), SampleSchool.year(2, 2026, nil, nil)], closures: []))
    #expect(!gapped.covers(day("2025-11-03")))
    #expect(gapped.teachingDay(1, after: day("2025-07-31")) == nil)
    #expect(gapped.teachingWeek(1, before: day("2026-08-03")) == nil)
    #expect(gapped.teachingDay(1, after: day("2026-08-02")) == day("2026-08-03"))
  }

  @Test("Teaching weeks skip holidays and count a week with one day of teaching")
  func weeks() {
    #expect(calendar.isTeachingWeek(day("2026-10-16")))
    #expect(!calendar.isTeachingWeek(day("2026-10-21")))
    #expect(calendar.teachingWeek(1, after: day("2026-10-14")) == day("2026-10-26"))
    #expect(calendar.teachingWeek(1, before: day("2026-10-26")) == day("2026-10-12"))
    #expect(calendar.teachingWeek(4, after: day("2026-12-07")) == day("2027-01-18"))
    #expect(calendar.teachingWeek(8, before: day("2026-11-23")) == day("2026-09-21"))
    let weeks = calendar.teachingWeeks(from: day("2026-10-12"), through: day("2026-11-08"))
    #expect(Array(weeks) == [day("2026-10-12"), day("2026-10-26"), day("2026-11-02")])
    let oneDay = TeachingCalendar(
      SampleSchool.school(closures: [SampleSchool.closure(1, "vrij", .dayOff, "2026-11-24", "2026-11-27")]))
    #expect(oneDay.isTeachingWeek(day("2026-11-27")))
  }

  @Test("School days are counted over weekends and holidays")
  func days() {
    #expect(calendar.teachingDay(1, after: day("2026-10-16")) == day("2026-10-26"))
    #expect(calendar.teachingDay(10, after: day("2026-11-23")) == day("2026-12-07"))
    #expect(calendar.lastTeachingDay(before: day("2026-10-26")) == day("2026-10-16"))
    #expect(calendar.lastTeachingDay(before: day("2026-11-24")) == day("2026-11-23"))
    #expect(calendar.firstTeachingDay(onOrAfter: day("2026-12-19")) == day("2027-01-04"))
    #expect(calendar.teachingDays(from: day("2026-10-15"), through: day("2026-10-27")).count == 4)
  }

  @Test("A school holiday reaches over the weekends beside it, a plain weekend is none")
  func holidayRuns() {
    let weekdaysOnly = TeachingCalendar(
      SampleSchool.school(closures: [SampleSchool.closure(1, "herfst", .holiday, "2026-10-19", "2026-10-23")]))
    #expect(weekdaysOnly.schoolHoliday(around: day("2026-10-25")) == day("2026-10-17")...day("2026-10-25"))
    #expect(weekdaysOnly.schoolHoliday(around: day("2026-11-22")) == nil)
    #expect(weekdaysOnly.schoolHoliday(around: day("2026-11-23")) == nil)
  }

  @Test("Minutes are those of the weekday's timetable, without the break")
  func minutes() {
    #expect(calendar.teachingMinutes(on: day("2026-11-23"), group: nil, yearGroup: 6) == 330)
    #expect(calendar.teachingMinutes(on: day("2026-11-25"), group: nil, yearGroup: 6) == 225)
    #expect(calendar.teachingMinutes(on: day("2026-11-22"), group: nil, yearGroup: 6) == 0)
    #expect(calendar.teachingMinutes(on: day("2026-10-21"), group: nil, yearGroup: 6) == 0)
  }

  @Test(
    "A part of a day counts as far as it falls in teaching time",
    arguments: [
      ("08:30", "09:15", 45), ("08:00", "09:00", 30), ("11:30", "13:00", 60), ("12:00", "12:30", 0),
      ("14:00", "18:00", 30), ("00:00", "24:00", 330), ("10:00", "10:00", 0), ("11:00", "10:00", 0),
    ])
  func overlap(from: String, until: String, minutes: Int) {
    let shared = calendar.overlap(
      on: day("2026-11-23"), from: clock(from), until: clock(until), group: nil, yearGroup: nil)
    #expect(shared == minutes)
  }

  @Test("The most particular timetable counts, and among equals the one that began last")
  func timetables() {
    let group = id(77)
    let morning = [SampleSchool.period(.monday, "08:30", "12:00")]
    let short = [SampleSchool.period(.monday, "08:30", "11:30")]
    let hour = [SampleSchool.period(.monday, "08:30", "09:30")]
    let all = TeachingCalendar(
      SampleSchool.school(timetables: [
        SampleSchool.hours,
        SampleSchool.timetable(301, from: "2026-08-01", yearGroups: [1, 2], morning),
        SampleSchool.timetable(302, from: "2026-08-01", group: group, short),
        SampleSchool.timetable(303, from: "2026-08-01", group: group, yearGroups: [1], hour),
        SampleSchool.timetable(304, from: "2026-11-23", until: "2026-11-23", yearGroups: [2], hour),
      ]))
    let monday = day("2026-11-23")
    #expect(all.teachingMinutes(on: monday, group: nil, yearGroup: 5) == 330)
    #expect(all.teachingMinutes(on: monday, group: nil, yearGroup: 1) == 210)
    #expect(all.teachingMinutes(on: monday, group: nil, yearGroup: 2) == 60)
    #expect(all.teachingMinutes(on: day("2026-11-30"), group: nil, yearGroup: 2) == 210)
    #expect(all.teachingMinutes(on: monday, group: group, yearGroup: 5) == 180)
    #expect(all.teachingMinutes(on: monday, group: group, yearGroup: 1) == 60)
    // A timetable without this weekday: that group is free, though the school teaches.
    #expect(!all.isTeachingDay(day("2026-11-24"), group: nil, yearGroup: 1))
    #expect(all.isTeachingDay(day("2026-11-24"), group: nil, yearGroup: 5))
    #expect(!all.hasTimetable(on: day("2025-07-31"), group: nil, yearGroup: 5))
  }

  @Test("Overlapping periods count once")
  func overlappingPeriods() {
    let calendar = TeachingCalendar(
      SampleSchool.school(timetables: [
        SampleSchool.timetable(
          1, from: "2026-08-01",
          [
            SampleSchool.period(.monday, "10:00", "12:00"), SampleSchool.period(.monday, "08:30", "11:00"),
            SampleSchool.period(.monday, "12:00", "12:30"), SampleSchool.period(.monday, "14:00", "13:00"),
          ])
      ]))
    #expect(calendar.teachingMinutes(on: day("2026-11-23"), group: nil, yearGroup: nil) == 240)
  }

  @Test("A closure of some groups, or of the end of a day, leaves the rest")
  func partialClosures() {
    let group = id(77)
    let calendar = TeachingCalendar(
      SampleSchool.school(closures: [
        SampleSchool.closure(1, "studiedag onderbouw", .studyDay, "2026-11-23", yearGroups: [1, 2]),
        SampleSchool.closure(2, "kamp", .dayOff, "2026-11-24", groups: [group]),
        SampleSchool.closure(3, "kerstviering", .dayOff, "2026-11-26", fromTime: "12:00"),
        SampleSchool.closure(4, "vroeg uit", .dayOff, "2026-11-27", fromTime: "13:30", yearGroups: [8]),
      ]))
    #expect(calendar.isTeachingDay(day("2026-11-23")))
    #expect(!calendar.isTeachingDay(day("2026-11-23"), group: nil, yearGroup: 2))
    #expect(calendar.teachingMinutes(on: day("2026-11-23"), group: nil, yearGroup: 2) == 0)
    #expect(calendar.teachingMinutes(on: day("2026-11-23"), group: nil, yearGroup: 3) == 330)
    #expect(calendar.teachingMinutes(on: day("2026-11-24"), group: group, yearGroup: 6) == 0)
    #expect(calendar.teachingMinutes(on: day("2026-11-24"), group: id(78), yearGroup: 6) == 330)
    #expect(calendar.teachingMinutes(on: day("2026-11-26"), group: group, yearGroup: 6) == 210)
    #expect(calendar.teachingMinutes(on: day("2026-11-27"), group: group, yearGroup: 8) == 270)
    #expect(calendar.teachingMinutes(on: day("2026-11-27"), group: group, yearGroup: 6) == 330)
    #expect(calendar.isTeachingDay(day("2026-11-26")))
  }

  @Test("A closure that ends before it starts, or has no day, closes nothing")
  func brokenClosures() {
    let calendar = TeachingCalendar(
      SampleSchool.school(closures: [SampleSchool.closure(1, "fout", .holiday, "2026-11-27", "2026-11-23")]))
    #expect(calendar.isTeachingDay(day("2026-11-25")))
  }

  @Test("A withdrawn closure or year no longer counts")
  func withdrawn() {
    var closure = SampleSchool.closure(1, "studiedag", .studyDay, "2026-11-23")
    closure.withdrawal = Record(members: ["reden": .string("vergissing")])
    #expect(TeachingCalendar(SampleSchool.school(closures: [closure])).isTeachingDay(day("2026-11-23")))
    var year = SampleSchool.year(1, 2026, nil, nil)
    year.withdrawal = Record(members: ["reden": .string("vergissing")])
    #expect(!TeachingCalendar(SampleSchool.school(years: [year])).covers(day("2026-11-23")))
  }
}
