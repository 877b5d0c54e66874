import Casework
import Support
import Testing

@Suite("groep.niet-geregistreerd and school.kalender")
struct RegistrationTests {
  private let group = id(61)

  private func school(
    registered: [String], years: [Record<CalendarYearFields>] = SampleSchool.years,
    closures: [Record<ClosureFields>] = SampleSchool.holidays,
    timetables: [Record<TimetableFields>] = [SampleSchool.hours]
  ) -> School {
    var school = SampleSchool.school(years: years, closures: closures, timetables: timetables)
    school.record.put(
      make(SchoolGroupFields.self, 61) { group in
        group.groupName = "6a"
        group.schoolYear = SchoolYear(startYear: 2026)
        group.yearGroups = [6]
      }, in: \.groups)
    school.registrations[group] = Set(registered.map(day))
    return school
  }

  private func episodes(_ rule: RuleID, _ school: School, until horizon: String = "2026-11-30") throws -> [Episode] {
    let engine = RuleEngine(book: try StoryRunner().book, rules: Rule.all.filter { $0.id == rule })
    let episodes = engine.judgeSchool(in: engine.scope(of: school, until: day(horizon))).episodes
    for episode in episodes {
      #expect(try !engine.book.title(of: episode).isEmpty)
      #expect(try !engine.book.proof(of: episode).isEmpty)
    }
    return episodes
  }

  @Test("Each row of teaching days without registration is asked for, on its first day, for that school year")
  func rows() throws {
    let asked = try episodes(
      "groep.niet-geregistreerd", school(registered: ["2026-11-19", "2026-11-20", "2026-11-25"]))
    // Sat 21 and Sun 22 Nov are no teaching days; Mon 23 and Tue 24 are one row; so is what follows on Wed 25.
    #expect(
      asked.map(Asked.init) == [
        Asked("2026-11-23", due: "2026-11-23", until: "2027-08-01"),
        Asked("2026-11-26", due: "2026-11-26", until: "2027-08-01"),
      ])
    #expect(asked.map(\.id.subject) == [.group(group), .group(group)])
  }

  @Test("The days that lie open are those that the agenda asks for, of a combination group too, and no earlier ones")
  func unregistered() throws {
    var school = school(registered: ["2026-11-19", "2026-11-20", "2026-11-25"])
    for var record in school.record.groups {
      record.yearGroups = [5, 6]
      school.record.put(record, in: \.groups)
    }
    let group = try #require(school.record.groups.first)
    let days = group.unregisteredDays(at: school, TeachingCalendar(school), through: day("2026-11-26"))
    // Thursday 19 November is the first day on which it worked with the program.
    #expect(days == [day("2026-11-23"), day("2026-11-24"), day("2026-11-26")])
  }

  @Test("Filling in a day takes it away, and the next day stands alone")
  func filled() throws {
    let asked = try episodes(
      "groep.niet-geregistreerd", school(registered: ["2026-11-20", "2026-11-23"]), until: "2026-11-24")
    #expect(asked.map(\.visibleFrom) == [day("2026-11-24")])
  }

  @Test("Holidays, weekends and days before the group began with the program ask nothing")
  func noTeaching() throws {
    let asked = try episodes(
      "groep.niet-geregistreerd", school(registered: ["2026-10-16"]), until: "2026-10-25")
    #expect(asked.isEmpty)
    let first = try episodes("groep.niet-geregistreerd", school(registered: ["2026-10-16"]), until: "2026-10-26")
    #expect(first.map(\.visibleFrom) == [day("2026-10-26")])
  }

  @Test("A group that was never registered is asked for from its first teaching day")
  func never() throws {
    let asked = try episodes("groep.niet-geregistreerd", school(registered: []))
    #expect(asked.map(\.visibleFrom) == [day("2026-08-31")])
  }

  @Test("A group that came into the program in the course of the year is asked for from that day")
  func cameLater() throws {
    var school = school(registered: [])
    for var record in school.record.groups {
      record.madeAt = Moment(iso: "2026-11-20T15:04:05Z")
      school.record.put(record, in: \.groups)
    }
    // Friday 20 November is a teaching day.
    #expect(try episodes("groep.niet-geregistreerd", school).map(\.visibleFrom) == [day("2026-11-20")])
  }

  @Test("A day on which only this group is free asks nothing of it")
  func ownDayOff() throws {
    let closure = SampleSchool.closure(
      50, "excursie", .dayOff, "2026-11-23", groups: [group])
    let asked = try episodes(
      "groep.niet-geregistreerd",
      school(registered: ["2026-11-20"], closures: SampleSchool.holidays + [closure]), until: "2026-11-24")
    #expect(asked.map(\.visibleFrom) == [day("2026-11-24")])
  }

  @Test("A school year without holidays is asked for before 1 August, eight weeks ahead: from 6 June")
  func noCalendar() throws {
    let asked = try episodes(
      "school.kalender", school(registered: [], years: [SampleSchool.year(101, 2025, nil, nil)]), until: "2027-07-31")
    #expect(asked.map(Asked.init) == [Asked("2026-06-06", due: "2026-08-01", until: "2027-08-01")])
    let next = try episodes("school.kalender", school(registered: []), until: "2027-08-01")
    #expect(next.map(Asked.init) == [Asked("2027-06-06", due: "2027-08-01", until: "2028-08-01")])
  }

  @Test("A school year on record without a single holiday in it counts as missing")
  func noHolidays() throws {
    let only2025 = SampleSchool.holidays.filter { ($0.from ?? day("2026-12-31")) < day("2026-08-01") }
    let asked = try episodes("school.kalender", school(registered: [], closures: only2025), until: "2027-07-31")
    #expect(asked.map(\.due) == [day("2026-08-01")])
    let studyDay = SampleSchool.closure(50, "studiedag", .studyDay, "2026-11-23")
    let withStudyDay = school(registered: [], closures: only2025 + [studyDay])
    #expect(try episodes("school.kalender", withStudyDay, until: "2027-07-31").map(\.due) == [day("2026-08-01")])
  }

  @Test("Calendar and timetable on record: nothing is asked; without a timetable hours cannot be counted")
  func noTimetable() throws {
    #expect(try episodes("school.kalender", school(registered: []), until: "2027-07-31").isEmpty)
    let asked = try episodes("school.kalender", school(registered: [], timetables: []), until: "2027-07-31")
    #expect(asked.map(Asked.init) == [Asked("2026-06-06", due: "2026-08-01", until: "2027-08-01")])
    #expect(asked.map(\.id.mark) == ["2026-2027 rooster"])
  }
}
