import Casework
import Support
import Testing

@Suite("What cannot be meant in a record of the school")
struct SchoolSenseTests {
  private let calendar = SampleSchool.school().calendar
  private let school = SampleSchool.school().record

  private func closure(_ from: String, _ until: String? = nil, number: UInt64 = 99) -> [SchoolProblem] {
    calendar.problems(of: SampleSchool.closure(number, "studiedag", .studyDay, from, until))
  }

  @Test("A day off is looked at in the calendar of its school year, and only there")
  func closures() {
    // Thursday 12 February 2026 is a day of teaching; the holiday begins on Saturday the 14th.
    #expect(closure("2026-02-12").isEmpty)
    #expect(closure("2026-02-16", "2026-02-20") == [.closedAlready("voorjaarsvakantie")])
    #expect(closure("2026-02-13", "2026-02-16").isEmpty)
    #expect(closure("2026-02-14") == [.closedAlready("voorjaarsvakantie")])
    #expect(closure("2026-09-12") == [.closedAlready("weekend")])
    #expect(closure("2027-08-02") == [.closureOutsideYears(SchoolYear(startYear: 2027))])
    #expect(closure("2027-07-12", "2027-08-05") == [.closureOutsideYears(SchoolYear(startYear: 2027))])
    #expect(closure("2026-02-12", "2026-02-10").isEmpty, "an end before a start is told elsewhere")
  }

  @Test("A holiday is not in its own way when it is changed")
  func ownClosure() {
    let own = SampleSchool.closure(3, "voorjaarsvakantie", .holiday, "2026-02-14", "2026-02-22")
    #expect(calendar.problems(of: own).isEmpty)
    // The control: as another record it is.
    #expect(closure("2026-02-14", "2026-02-22", number: 98) == [.closedAlready("voorjaarsvakantie")])
  }

  @Test("A school year stands once, and its days of teaching lie in it and in order")
  func years() {
    func problems(_ start: Int, _ first: String?, _ last: String?, number: UInt64 = 98) -> [SchoolProblem] {
      calendar.problems(of: SampleSchool.year(number, start, first, last))
    }
    let year = SchoolYear(startYear: 2027)
    #expect(problems(2027, "2027-08-30", "2028-07-14").isEmpty)
    #expect(problems(2026, nil, nil) == [.yearTwice(SchoolYear(startYear: 2026))])
    #expect(problems(2026, nil, nil, number: 102).isEmpty)
    #expect(
      problems(2027, "2027-07-31", "2028-08-01") == [
        .dayOutsideYear(day("2027-07-31"), year, field: "eersteLesdag"),
        .dayOutsideYear(day("2028-08-01"), year, field: "laatsteLesdag"),
      ])
    #expect(problems(2027, "2028-07-14", "2027-08-30") == [.yearEndsFirst])
  }

  @Test("Two groups of one year have two names")
  func groups() {
    var school = school
    school.put(group(1, "6a", 2026), in: \.groups)
    #expect(school.problems(of: group(2, "6A", 2026)) == [.groupTwice("6A", SchoolYear(startYear: 2026))])
    #expect(school.problems(of: group(2, "6a", 2027)).isEmpty)
    #expect(school.problems(of: group(1, "6a", 2026)).isEmpty)
    #expect(school.problems(of: group(2, "6b", 2026)).isEmpty)
  }

  @Test("Who stands before a group does so in the year of that group, and once")
  func assignments() {
    var school = school
    school.put(group(1, "6a", 2026), in: \.groups)
    var person = Record<StaffFields>()
    person.id = id(5)
    person.staffName = "Sam Bos"
    school.put(person, in: \.staff)
    school.put(assignment(7, 2026, until: "2026-12-31"), in: \.assignments)
    #expect(
      school.problems(of: assignment(8, 2027)) == [.groupOfOtherYear("6a", SchoolYear(startYear: 2026))])
    #expect(school.problems(of: assignment(8, 2026)) == [.assignedAlready("Sam Bos")])
    #expect(school.problems(of: assignment(8, 2026, from: "2026-12-31")) == [.assignedAlready("Sam Bos")])
    #expect(school.problems(of: assignment(8, 2026, from: "2027-01-01")).isEmpty)
    #expect(
      school.problems(of: assignment(8, 2026, from: "2027-08-01")) == [
        .dayOutsideYear(day("2027-08-01"), SchoolYear(startYear: 2026), field: "van")
      ])
  }

  @Test("Hours of one day neither stand still nor run through each other")
  func periods() {
    func problems(_ periods: Record<PeriodFields>...) -> [SchoolProblem] {
      school.problems(of: SampleSchool.timetable(300, from: "2030-08-01", until: "2030-08-01", periods))
        .filter { $0.fieldKey == "lestijden" }
    }
    let morning = SampleSchool.period(.monday, "08:30", "12:00")
    #expect(problems(morning, SampleSchool.period(.monday, "12:00", "14:00")).isEmpty)
    #expect(problems(morning, SampleSchool.period(.monday, "11:59", "14:00")) == [.overlappingPeriods(.monday)])
    #expect(problems(morning, SampleSchool.period(.tuesday, "11:59", "14:00")).isEmpty)
    #expect(problems(SampleSchool.period(.friday, "12:00", "12:00")) == [.emptyPeriod(.friday)])
    #expect(problems(SampleSchool.period(.friday, "12:00", "08:30")) == [.emptyPeriod(.friday)])
  }

  @Test("A timetable that runs through another of the same group is said; one from the same day is refused")
  func timetables() {
    func problems(from: String, until: String? = nil, years: [Int]? = nil, number: UInt64 = 300) -> [SchoolProblem] {
      var table = SampleSchool.timetable(number, from: from, until: until, [])
      table.yearGroups = years
      return school.problems(of: table)
    }
    // The sample school has one for everybody from 1 August 2025 on.
    #expect(problems(from: "2026-08-01") == [.otherTimetable(from: day("2025-08-01"))])
    #expect(problems(from: "2025-08-01") == [.sameTimetable(from: day("2025-08-01"))])
    #expect(problems(from: "2025-08-01", number: 201).isEmpty)
    #expect(problems(from: "2024-08-01", until: "2025-07-31").isEmpty)
    #expect(problems(from: "2024-08-01", until: "2025-08-01") == [.otherTimetable(from: day("2025-08-01"))])
    #expect(problems(from: "2026-08-01", years: [1, 2]).isEmpty)
    #expect(!SchoolProblem.otherTimetable(from: day("2025-08-01")).isBlocking)
    #expect(SchoolProblem.sameTimetable(from: day("2025-08-01")).isBlocking)
  }

  private func group(_ number: UInt64, _ name: String, _ year: Int) -> SchoolGroup {
    var group = SchoolGroup()
    group.id = id(number)
    group.groupName = name
    group.schoolYear = SchoolYear(startYear: year)
    return group
  }

  private func assignment(
    _ number: UInt64, _ year: Int, from: String? = nil, until: String? = nil
  ) -> Record<AssignmentFields> {
    var assignment = Record<AssignmentFields>()
    assignment.id = id(number)
    assignment.teacher = Reference(id(5))
    assignment.group = Reference(id(1))
    assignment.schoolYear = SchoolYear(startYear: year)
    assignment.from = from.map(day)
    assignment.until = until.map(day)
    return assignment
  }
}
