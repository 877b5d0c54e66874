import Casework
import Support
import Testing

@testable import Exchange

/// Whom the file means where no key tells, and what becomes of groups and staff.
@Suite struct ImportMatchingTests {
  private func byHand(_ born: String?, key: String? = nil) -> Record<PupilFields> {
    var pupil = Record<PupilFields>()
    pupil.callName = "Noor"
    pupil.surnamePrefix = "de"
    pupil.surname = "Vries"
    pupil.birthDate = born.map(day)
    pupil.administrationKey = key
    return pupil
  }

  @Test("A pupil entered by hand is recognised by name and date of birth, and gets the key") func enteredByHand() throws
  {
    var caseload = emptyCaseload()
    caseload.put(byHand("2018-03-14"), id: id(50))
    try caseload.save(caseload.plan(school(pupils: [noor()])).edit)
    #expect(caseload.dossiers.count == 1)
    #expect(caseload.pupil(key: "n1") != nil)
  }

  @Test("A temporary key that became definitive is followed", arguments: ["#12", "oud-systeem-7"]) func newKey(
    old: String
  )
    throws
  {
    var caseload = emptyCaseload()
    caseload.put(byHand("2018-03-14", key: old), id: id(50))
    let plan = try caseload.plan(school(pupils: [noor()]))
    guard case .changed(let changes) = plan.report.pupils.first?.outcome else {
      Issue.record("not changed")
      return
    }
    #expect(changes.contains(FieldChange("Sleutel leerlingadministratie", old: old, new: "n1")))
    try caseload.save(plan.edit)
    #expect(caseload.dossiers.count == 1)
  }

  @Test("Another date of birth is another child") func namesake() throws {
    var caseload = emptyCaseload()
    caseload.put(byHand("2017-01-01"), id: id(50))
    #expect(try caseload.plan(school(pupils: [noor()])).report.pupils.first?.outcome.kind == .added)
  }

  @Test("Where a date of birth lacks on either side, nobody is added") func noBirthDate() throws {
    var caseload = emptyCaseload()
    caseload.put(byHand(nil), id: id(50))
    #expect(try caseload.plan(school(pupils: [noor()])).report.pupils.first?.outcome == .leftOut(.maybeKnown))
    caseload.put(byHand("2018-03-14"), id: id(50))
    let file = school(pupils: [noor { $0.born = nil }])
    #expect(try caseload.plan(file).report.pupils.first?.outcome == .leftOut(.maybeKnown))
  }

  @Test("Who is recognised for certain is not held against a namesake without a date of birth") func certainFirst()
    throws
  {
    var caseload = emptyCaseload()
    caseload.put(byHand("2018-03-14"), id: id(50))
    let file = school(pupils: [
      noor {
        $0.key = "n2"
        $0.born = nil
      }, noor(),
    ])
    #expect(try caseload.plan(file).report.pupils.map(\.outcome.kind) == [.added, .changed])
  }

  @Test("Two who could both be meant, here or in the file, are left to the school") func severalAlike() throws {
    var caseload = emptyCaseload()
    caseload.put(byHand("2018-03-14"), id: id(50))
    let twins = school(pupils: [noor(), noor { $0.key = "n2" }])
    #expect(
      try caseload.plan(twins).report.pupils.map(\.outcome) == [.leftOut(.severalAlike), .leftOut(.severalAlike)])
    caseload.put(byHand("2018-03-14"), id: id(51))
    #expect(try caseload.plan(school(pupils: [noor()])).report.pupils.first?.outcome == .leftOut(.severalAlike))
  }

  @Test("One key on two dossiers is left to the school") func keyTwice() throws {
    var caseload = emptyCaseload()
    caseload.put(byHand("2018-03-14", key: "n1"), id: id(50))
    caseload.put(byHand("2018-03-14", key: "n1"), id: id(51))
    #expect(try caseload.plan(school(pupils: [noor()])).report.pupils.first?.outcome == .leftOut(.severalAlike))
  }

  @Test("A pupil with a combined group and no other is in that group") func onlyCombined() throws {
    var caseload = emptyCaseload()
    let file = school(
      pupils: [
        noor {
          $0.group = nil
          $0.combinedGroups = ["c"]
        }, sem { $0.combinedGroups = ["d"] },
      ],
      groups: [
        group("b", "4b"), EdexGroup(key: "c", kind: .combined, name: "Bovenbouw", line: 6),
        EdexGroup(key: "d", kind: .combined, name: "Plusklas", line: 7),
      ])
    let plan = try caseload.plan(file)
    #expect(plan.report.groups.map(\.outcome.kind) == [.added, .added, .leftOut])
    try caseload.save(plan.edit)
    let names = caseload.school.record.groups
    #expect(names.map(\.groupName) == ["4b", "Bovenbouw"])
    #expect(caseload.pupil(key: "n1")?.group(on: day("2026-10-05")) == names[1].id)
    #expect(caseload.pupil(key: "s1")?.group(on: day("2026-10-05")) == names[0].id)
  }

  @Test("A combination group has the year groups of its pupils") func combination() throws {
    var caseload = emptyCaseload()
    let file = school(
      pupils: [noor { $0.yearGroup = .primary(5) }, sem { $0.group = "a" }], groups: [group("a", "4/5", .combination)])
    try caseload.save(caseload.plan(file).edit)
    #expect(caseload.school.record.groups.map(\.yearGroups) == [[4, 5]])
  }

  @Test("Groups of toddlers and of the past stay out") func otherGroups() throws {
    let groups = [group("a", "4a"), group("p", "Peuters", .preschool), group("h", "Oud", .historic)]
    let plan = try emptyCaseload().plan(school(pupils: [noor()], groups: groups))
    #expect(
      plan.report.groups.map(\.outcome.kind) == [.added, .leftOut, .leftOut])
  }

  @Test("A group with a pupil of the school in it comes in, whatever year it is given") func groupInUse() throws {
    let plan = try emptyCaseload().plan(school(pupils: [noor()], groups: [group("a", "Zon", .other)]))
    #expect(plan.report.groups.map(\.outcome.kind) == [.added])
  }

  @Test("A group made by hand under the same name gets the key; its id and its timetable stay") func groupByHand()
    throws
  {
    let own = make(SchoolGroupFields.self, 70) {
      $0.groupName = "4A"
      $0.schoolYear = SchoolYear(startYear: 2026)
    }
    var caseload = emptyCaseload(groups: [own])
    try caseload.save(caseload.plan(school(pupils: [noor()])).edit)
    #expect(caseload.school.record.groups.map(\.id).first == id(70))
    #expect(caseload.school.record.groups.map(\.groupName) == ["4a", "4b"])
    #expect(caseload.pupil(key: "n1")?.group(on: day("2026-10-05")) == id(70))
  }

  private let juf = EdexTeacher(
    key: "t1", name: EdexName(calledBy: "Uilke", surname: "Veldman"), roles: ["DIR"],
    groups: [EdexAssignment(group: "a"), EdexAssignment(group: "b", roles: ["STA", "OWA"])], line: 20)

  @Test("Staff come in without a role, with the groups that they teach") func staff() throws {
    var caseload = emptyCaseload()
    let file = school(pupils: [noor()], teachers: [juf])
    let plan = try caseload.plan(file)
    #expect(
      plan.report.assignments == [
        ImportLine("Uilke Veldman, 4a", line: 20, .added([])),
        ImportLine("Uilke Veldman, 4b", line: 20, .leftOut(.supportRole)),
      ])
    try caseload.save(plan.edit)
    let person = try #require(caseload.school.record.staff.first)
    #expect(person.staffName == "Uilke Veldman")
    #expect(person.role == nil, "a role in a file gives nobody a right")
    let assignments = caseload.school.record.assignments
    #expect(assignments.map(\.teacher?.id) == [person.id])
    #expect(assignments.map(\.group?.id) == [caseload.school.record.groups[0].id])
    #expect(assignments.map(\.schoolYear) == [SchoolYear(startYear: 2026)])
    #expect(assignments.map(\.from) == [nil], "from the start of the school year")
    #expect(try caseload.plan(file).edit == nil)
  }

  @Test("A teacher who is a user already keeps id and role") func user() throws {
    var caseload = emptyCaseload()
    caseload.school.record.put(
      make(StaffFields.self, 900) {
        $0.staffName = "uilke veldman"
        $0.role = Choice(.teacher)
      }, in: \.staff)
    caseload.stored[.school] = Stored(tree: caseload.school.record.tree, revision: Revision(text: "1"))
    let file = school(pupils: [noor()], teachers: [juf])
    try caseload.save(caseload.plan(file).edit)
    let staff = caseload.school.record.staff
    #expect(staff.map(\.id) == [id(900)])
    #expect(staff.first?.role?.known == .teacher)
    #expect(staff.first?.externalKey == "t1")
    #expect(try caseload.plan(file).edit == nil)
  }

  @Test("A group that a teacher takes on later counts from the day of the file") func laterAssignment() throws {
    var caseload = emptyCaseload()
    try caseload.save(caseload.plan(school(pupils: [noor()], teachers: [juf])).edit)
    var later = juf
    later.groups = [EdexAssignment(group: "b")]
    let file = school(pupils: [noor()], teachers: [later], asOf: "2027-02-01")
    let plan = try caseload.plan(file)
    #expect(plan.report.findings.contains(Finding(.groupHereOnly("4a"), line: 20, about: "Uilke Veldman")))
    try caseload.save(plan.edit)
    #expect(caseload.school.record.assignments.map(\.from) == [nil, day("2027-02-01")])
    #expect(caseload.school.record.assignments.map(\.until) == [nil, nil], "ending one is the school's to decide")
  }

  @Test("A parent who helps is no staff; staff that is gone is named and not touched") func others() throws {
    var caseload = emptyCaseload()
    let parent = EdexTeacher(key: "o1", name: EdexName(calledBy: "Lia"), roles: ["OUD"], line: 21)
    try caseload.save(caseload.plan(school(pupils: [noor()], teachers: [juf])).edit)
    let plan = try caseload.plan(school(pupils: [noor()], teachers: [parent]))
    #expect(
      plan.report.staff == [
        ImportLine("Lia", line: 21, .leftOut(.parentHelper)), ImportLine("Uilke Veldman", line: nil, .notInFile),
      ])
    #expect(plan.edit == nil)
  }
}
