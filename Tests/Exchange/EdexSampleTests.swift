import Casework
import Testing

@testable import Exchange

/// The official sample of EDEXML 2.1; every expectation was counted in the file by hand.
@Suite struct EdexSampleTests {
  let school: EdexSchool

  init() throws {
    school = try EdexReader.read(file: sample("EDEXML.Voorbeeld.2.1.xml"))
  }

  @Test("The school's own facts are read") func schoolFacts() {
    #expect(school.schoolYear == SchoolYear(startYear: 2014))
    #expect(school.referenceDate == CivilDate(year: 2014, month: 10, day: 1))
    #expect(school.brin == "99ZZ")
    #expect(school.branch == nil, "00 means the main location")
  }

  @Test("Locations and groups of both kinds are read in the order of the file") func groups() {
    #expect(school.locations.map(\.key) == ["VH", "VB"])
    #expect(school.locations.map(\.name) == ["Vestiging Huissen", "Vestiging Bemmel"])
    #expect(school.groups.map(\.key) == ["001", "sg3", "002", "003", "GRP4A", "GRP4B", "sg1", "sg2"])
    #expect(school.groups.filter { $0.kind == .home }.map(\.name) == ["Kabouters", "Muizen", "Vlinders", "4A", "4B"])
    #expect(
      school.groups.filter { $0.kind == .home }.map(\.yearGroup)
        == [.preschool, .primary(1), .primary(1), .primary(4), .primary(4)])
    #expect(school.groups.map(\.line) == [34, 38, 41, 45, 55, 65, 69, 72])
  }

  @Test("The three pupils are read, each with what the file says and no more") func pupils() throws {
    #expect(
      school.pupils == [
        EdexPupil(
          key: "00001", name: EdexName(calledBy: "Wimpie"), born: day(2006, 6, 21), startGroup3: day(2013, 8, 16),
          yearGroup: .primary(4), group: "GRP4B", combinedGroups: ["sg1", "sg2"], location: "VH", line: 77),
        EdexPupil(
          key: "00002", name: EdexName(firstNames: "Ismaël Hassan", initials: "IH", surname: "Assati"),
          yearGroup: .primary(4), location: "VB", enrolled: day(2013, 8, 25), line: 91),
        EdexPupil(
          key: "12345", name: EdexName(calledBy: "Gradje", initials: "G", prefix: "van 't", surname: "Hof"),
          born: day(2006, 6, 21), yearGroup: .historic, enrolled: day(2010, 8, 19), left: day(2014, 7, 18), line: 105),
      ])
  }

  @Test("The three of the staff are read with their roles and groups") func teachers() {
    #expect(school.teachers.map(\.key) == ["LK1", "LK2", "LK3"])
    #expect(school.teachers.map(\.name.full) == ["J. van Bemmel", "Uilke Veldman", "Lia"])
    #expect(school.teachers.map(\.roles) == [["TAL"], [], []])
    #expect(
      school.teachers.map { $0.groups.map(\.group) } == [["GRP4A"], ["002", "sg1", "001", "sg2", "sg3"], ["GRP4A"]])
    #expect(school.teachers[2].groups == [EdexAssignment(group: "GRP4A", roles: ["STA", "OWA"])])
  }

  @Test("What is not taken over is counted by kind") func dropped() {
    #expect(
      school.dropped == [
        .eckID: 3, .gender: 3, .country: 4, .citizenNumber: 1, .lastFourDigits: 1, .weight: 1, .postcode: 1,
        .addition: 3,
      ])
    #expect(DroppedKind.citizenNumber.sentence(count: 1) == "1 burgerservicenummer is niet overgenomen.")
    #expect(DroppedKind.citizenNumber.sentence(count: 14) == "14 burgerservicenummers zijn niet overgenomen.")
  }

  @Test("What lacks is a finding with its line") func findings() {
    #expect(
      school.findings == [
        Finding(.noSurname, line: 77, about: "Wimpie"),
        Finding(.noCallName, line: 91, about: "Ismaël Assati"),
        Finding(.noBirthDate, line: 91, about: "Ismaël Assati"),
        Finding(.noGroup, line: 91, about: "Ismaël Assati"),
      ])
  }
}
