import Casework
import Support
import Testing

@Suite("groep.niet-geregistreerd and school.kalender")
struct RegistrationTests {
  private let group = id(61)

  private func school(
    registered: [String], years: [Record<CalendarYearFields>] = SampleSchool.years,
    closures: [Record<ClosureFields>] = SampleSchool.holidays,
    timetables: [Record<TimetableFields>] = [SampleSchool.hours], made: String? = nil
  ) -> School {
    var school = SampleSchool.school(years: years, closures: closures, timetables: timetables)
    school.record.put(
      make(SchoolGroupFields.self, 61) { group in
        group.groupName = "6a"
        group.schoolYear = SchoolYear(startYear: 2026)
        group.yearGroups = [6]
        group.madeAt = made.flatMap { Moment(iso: $0) }
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

  @Test("Of a group whose registered days cannot be read nothing is asked, as nobody can tell which days lack")
  func unread() throws {
    var school = school(registered: [], made: "2026-11-16T08:00:00Z")
    #expect(try !episodes("groep.niet-geregistreerd", school).isEmpty)
    school.unreadRegistrations = [group]
    #expect(try episodes("groep.niet-geregistreerd", school).isEmpty)
    school.unreadRegistrations = [id(62)]
    #expect(try !episodes("groep.niet-geregistreerd", school).isEmpty)
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
    let school = school(registered: [], made: "2026-11-20T15:04:05Z")
    // Friday 20 November is a teaching day.
    #expect(try episodes("groep.niet-geregistreerd", school).map(\.visibleFrom) == [day("2026-11-20")])
  }

  @Test("Registering one day takes away that day and no other: the weeks before the first registration stay")
  func firstRegistration() throws {
    let school = school(registered: ["2026-09-21"], made: "2026-08-20T15:04:05Z")
    let asked = try episodes("groep.niet-geregistreerd", school, until: "2026-09-22")
    #expect(asked.map(\.visibleFrom) == [day("2026-08-31"), day("2026-09-22")])
    // Three whole weeks: 31 Aug to 4 Sep, 7 to 11 and 14 to 18 Sep.
    #expect(
      try asked.first.map { try StoryRunner().book.proof(of: $0).map(\.text) } == [
        "Geen registratie van groep 6a op ma 31 aug 2026.",
        "Samen 15 lesdagen zonder registratie, tot en met vr 18 sep 2026.",
        "Op ma 21 sep 2026 is de groep weer geregistreerd.",
      ])
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
      "school.kalender", school(registered: [], years: [SampleSchool.years[0]]), until: "2027-07-31")
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

  /// What the rule says of the calendar of 2026-27 and its titles, with what of that calendar is on record.
  private func complaints(
    first: String? = "2026-08-31", last: String? = "2027-07-16", without names: String...,
    and more: [Record<ClosureFields>] = []
  ) throws -> [String] {
    let closures = SampleSchool.holidays.filter { closure in
      (closure.from ?? day("2026-01-01")) < day("2026-08-01") || !names.contains(closure.closureName ?? "")
    }
    let school = school(
      registered: [], years: [SampleSchool.years[0], SampleSchool.year(102, 2026, first, last)],
      closures: closures + more)
    let book = try StoryRunner().book
    return try episodes("school.kalender", school, until: "2027-07-31").flatMap { episode in
      #expect(Asked(episode) == Asked("2026-06-06", due: "2026-08-01", until: "2027-08-01"))
      return [try book.title(of: episode)] + (try book.proof(of: episode).map(\.text))
    }
  }

  private static let incomplete = "Kalender van schooljaar 2026-2027 is onvolledig"
  private static let wrong = "Zo telt vakantie mee als les: lesweken en uren kloppen niet."

  @Test("Region zuid in 2026-27: no spring holiday and no last day of teaching is known, so both are asked for")
  func contradictoryHolidays() throws {
    #expect(
      try complaints(last: nil, without: "voorjaarsvakantie") == [
        Self.incomplete, "De laatste lesdag is niet ingevuld.", "De voorjaarsvakantie staat er niet in.", Self.wrong,
      ])
  }

  @Test(
    "Each holiday of the year is asked for by itself",
    arguments: ["herfstvakantie", "kerstvakantie", "voorjaarsvakantie", "meivakantie"])
  func eachHoliday(name: String) throws {
    #expect(try complaints(without: name) == [Self.incomplete, "De \(name) staat er niet in.", Self.wrong])
    // A holiday of one group, or a study day, is none of the school.
    let inIt = ["herfstvakantie": "2026-10-20", "kerstvakantie": "2026-12-28", "voorjaarsvakantie": "2027-02-24"]
    let from = inIt[name] ?? "2027-04-28"
    let ofAGroup = SampleSchool.closure(50, name, .holiday, from, groups: [group])
    let studyDay = SampleSchool.closure(51, name, .studyDay, from)
    #expect(try complaints(without: name, and: [ofAGroup, studyDay]).count == 3)
    #expect(try complaints(without: name, and: [SampleSchool.closure(52, "vrij", .holiday, from)]) == [])
  }

  @Test("The last summer holiday does not make a calendar of the new year; it only tells its first day")
  func lastSummerHoliday() throws {
    let summer = SampleSchool.closure(50, "zomervakantie", .holiday, "2026-07-18", "2026-08-30")
    let next = SampleSchool.closure(51, "zomervakantie", .holiday, "2027-07-17", "2027-08-29")
    #expect(
      try complaints(
        first: nil, last: nil, without: "herfstvakantie", "kerstvakantie", "voorjaarsvakantie", "meivakantie",
        and: [summer]) == [
          "Vakanties van schooljaar 2026-2027 ontbreken",
          "Voor schooljaar 2026-2027 staan geen vakanties in de kalender. Nodig vanaf za 1 aug 2026.",
        ])
    #expect(
      try complaints(first: nil, last: nil).prefix(3).dropFirst().map(\.self) == [
        "De eerste lesdag is niet ingevuld.", "De laatste lesdag is niet ingevuld.",
      ])
    #expect(try complaints(first: nil, last: nil, and: [summer, next]) == [])
  }

  @Test("A timetable that ends in the course of the year is asked for before the first school day after it")
  func timetableEnds() throws {
    func timetable(_ number: UInt64, from: String, until: String?) -> Record<TimetableFields> {
      SampleSchool.timetable(
        number, from: from, until: until, [SampleSchool.period(.monday, "08:30", "12:00")])
    }
    func asked(_ timetables: [Record<TimetableFields>]) throws -> [Asked] {
      try episodes("school.kalender", school(registered: [], timetables: timetables), until: "2027-07-31").map(
        Asked.init)
    }
    let first = timetable(201, from: "2025-08-01", until: "2026-12-18")
    // After the Christmas holiday, on Monday 4 January; eight weeks earlier is Monday 9 November.
    #expect(try asked([first]) == [Asked("2026-11-09", due: "2027-01-04", until: "2027-08-01")])
    #expect(try asked([first, timetable(202, from: "2027-01-04", until: nil)]) == [])
    #expect(
      try asked([first, timetable(202, from: "2027-01-05", until: nil)])
        == [Asked("2026-11-09", due: "2027-01-04", until: "2027-08-01")])
  }
}
