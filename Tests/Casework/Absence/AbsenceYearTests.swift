import Casework
import Support
import Testing

/// The weeks of 2026-27 counted on the sample calendar: lessons from Monday 31 August to Friday 16 July.
@Suite("A year of absence laid out")
struct AbsenceYearTests {
  private static let year = SchoolYear(startYear: 2026)

  private func year(
    _ parts: [Part], of year: SchoolYear = year, school: School = SampleSchool.school(), on last: String = "2026-11-23",
    pupil change: (inout Record<PupilFields>) -> Void = { _ in }
  ) -> AbsenceYear {
    let pupil = make(PupilFields.self, 1) {
      $0.birthDate = day("2016-03-14")
      change(&$0)
    }
    let ledger = AbsenceLedger(
      pupil: pupil, absence: Part.section(parts), calendar: TeachingCalendar(school), horizon: day("2028-07-31"))
    return AbsenceYear(ledger, year, countedThrough: day(last))
  }

  private static func times(_ from: String, _ until: String) -> @Sendable (inout Record<AbsenceRecordFields>) -> Void {
    {
      $0.fromTime = clock(from)
      $0.untilTime = clock(until)
    }
  }

  /// The year by letters: a day missed, a day of school, a free day, one that may move, one before or after enrolment.
  private func letters(_ week: AbsenceYear.Week) -> String {
    String(
      week.days.map { day -> Character in
        switch day {
        case .missed: "m"
        case .school: "s"
        case .free(true): "-"
        case .free(false): "~"
        case .notEnrolled: "x"
        }
      })
  }

  private static let autumn: [Part] = [
    .absent(.ill, "2026-11-09", "2026-11-10"), .absent(.medicalVisit, "2026-11-11", more: times("09:00", "10:00")),
    .absent(.unauthorised, "2026-11-12"), .late(30, "2026-11-17"), .absent(.unknown, "2026-11-20"),
    .absent(.leave, "2026-12-14"),
  ]

  @Test("46 weeks from the first to the last with lessons, 6 of them without")
  func weeks() {
    let year = year([])
    #expect(year.weeks.count == 46)
    #expect(year.weeks.first?.monday == day("2026-08-31"))
    #expect(year.weeks.last?.monday == day("2027-07-12"))
    // Autumn, twice Christmas, spring and twice May.
    let idle = ["2026-10-19", "2026-12-21", "2026-12-28", "2027-02-22", "2027-04-26", "2027-05-03"]
    #expect(year.weeks.filter { !$0.isTaught }.map(\.monday.iso) == idle)
    #expect(year.weeks.filter { !$0.isTaught }.allSatisfy { letters($0) == "-----" })
    // Easter Monday and Whit Monday.
    #expect(letters(year.weeks[30]) == "-ssss" && year.weeks[30].monday == day("2027-03-29"))
    #expect(letters(year.weeks[37]) == "-ssss" && year.weeks[37].monday == day("2027-05-17"))
    #expect(year.missed.isNothing)
  }

  @Test("Minutes by what they are: up to the day that is counted, and no minute twice")
  func minutes() {
    let year = year(Self.autumn)
    #expect(letters(year.weeks[10]) == "mmmms")
    var week = MissedTime()
    week.unauthorised = 330
    week.ill = 660
    week.otherwiseAuthorised = 60
    #expect(year.weeks[10].missed == week)
    // The whole: 330 and 30 late; ill as above; a day of which nobody knows why. Leave of December is foreseen only.
    #expect(year.missed.unauthorised == 360)
    #expect(year.missed.unknown == 330)
    #expect(year.missed.minutes == 360 + 660 + 60 + 330)
    #expect(letters(year.weeks[15]) == "mssss" && year.weeks[15].missed.isNothing)
    #expect(self.year(Self.autumn, on: "2026-12-14").weeks[15].missed.otherwiseAuthorised == 330)
  }

  @Test("A pupil who came and left halfway has days that are no days of school")
  func halfway() {
    let year = year([]) { pupil in
      pupil.put(
        make(EnrolmentFields.self, 5) {
          $0.from = day("2026-11-11")
          $0.until = day("2027-01-05")
        }, in: \.enrolments)
    }
    #expect(letters(year.weeks[0]) == "xxxxx")
    #expect(letters(year.weeks[10]) == "xxsss")
    // Tuesday 5 January is the last day; the week of 4 January is the nineteenth.
    #expect(letters(year.weeks[18]) == "ssxxx")
  }

  @Test("A holiday of which the dates may still move is told apart")
  func unsettled() {
    var closure = SampleSchool.closure(51, "studiedag", .studyDay, "2026-11-24")
    closure.confirmed = false
    let school = SampleSchool.school(closures: SampleSchool.holidays + [closure])
    #expect(letters(year([], school: school).weeks[12]) == "s~sss")
    closure.confirmed = true
    let settled = SampleSchool.school(closures: SampleSchool.holidays + [closure])
    #expect(letters(year([], school: settled).weeks[12]) == "s-sss")
  }

  @Test("A year that is not on record, or that has no lessons, has no weeks")
  func empty() {
    #expect(year([], of: SchoolYear(startYear: 2028)).weeks.isEmpty)
    let shut = SampleSchool.closure(51, "verbouwing", .dayOff, "2026-08-01", "2027-07-31")
    #expect(year([], school: SampleSchool.school(closures: [shut])).weeks.isEmpty)
  }

  @Test("A year cut short has its own weeks alone")
  func cut() {
    let years = [SampleSchool.year(1, 2026, "2026-11-12", "2026-12-01")]
    let found = year([], school: SampleSchool.school(years: years)).weeks
    #expect(found.map(letters) == ["---ss", "sssss", "sssss", "ss---"])
  }

  @Test("A year of 53 weeks: from Monday 2 August 2027 to Monday 31 July 2028, and no day of August after it")
  func fiftyThree() {
    let years = [SampleSchool.year(1, 2027, nil, nil), SampleSchool.year(2, 2028, nil, nil)]
    let found = year(
      [.absent(.ill, "2028-07-31", "2028-08-01")], of: SchoolYear(startYear: 2027),
      school: SampleSchool.school(years: years, closures: []), on: "2028-08-31")
    #expect(found.weeks.count == 53)
    #expect(found.weeks.last.map(letters) == "m----")
    #expect(found.missed.ill == 330)
  }

  @Test("Days without a timetable are counted as days, not as minutes")
  func unknownHours() {
    let found = year(
      [.absent(.unauthorised, "2026-11-09", "2026-11-10")], school: SampleSchool.school(timetables: []))
    #expect(found.missed.minutes == 0)
    #expect(found.missed.daysWithoutHours == 2)
    #expect(letters(found.weeks[10]) == "mmsss")
  }

  @Test("What says most about a day: no valid reason before what is unknown, that before the rest, then the longest")
  func leading() {
    let found = year([
      .absent(.medicalVisit, "2026-11-09", more: Self.times("08:30", "12:00")), .late(15, "2026-11-09"),
      .absent(.ill, "2026-11-10", more: Self.times("12:30", "14:30")),
      .absent(.medicalVisit, "2026-11-10", more: Self.times("08:30", "10:00")),
      .absent(.unknown, "2026-11-12", more: Self.times("13:30", "14:30")),
      .absent(.ill, "2026-11-12", more: Self.times("08:30", "12:00")),
      .absent(.unauthorised, "2026-11-13", more: Self.times("13:30", "14:30")), .late(75, "2026-11-13"),
    ])
    let kinds = found.weeks[10].days.map { day -> AbsenceKind? in
      if case .missed(let absent) = day { absent.leadingCause?.kind } else { nil }
    }
    // Monday: the visit takes 210 minutes first, also the fifteen in which the pupil would have been late.
    #expect(kinds == [.medicalVisit, .ill, nil, .unknown, .late])
  }
}
