import Casework
import Support
import Testing

@Suite("A new pupil by hand")
struct NewPupilTests {
  private let today = day("2026-11-23")
  private var school: Record<SchoolFields> {
    var school = SampleSchool.school().record
    var group = SchoolGroup()
    group.id = id(1)
    group.groupName = "3a"
    group.schoolYear = SchoolYear(startYear: 2026)
    group.yearGroups = [3]
    school.put(group, in: \.groups)
    return school
  }

  private func new(
    _ callName: String = "Noor", _ prefix: String? = "de", _ surname: String = "Vries", born: String = "2019-03-14",
    on: String = "2026-11-23"
  ) -> NewPupil {
    var new = NewPupil()
    new.callName = callName
    new.surnamePrefix = prefix
    new.surname = surname
    new.birthDate = day(born)
    new.enrolledOn = day(on)
    new.kind = Choice(.definitive)
    new.group = Reference(id(1))
    new.yearGroup = 3
    return new
  }

  @Test("It becomes a pupil with an enrolment and a group, and a guardian with what is known of custody")
  func tabs() {
    var filled = new(on: "2026-06-01")
    filled.guardian = "Sara de Vries"
    filled.relation = "moeder"
    filled.custody = Choice(.yes)
    filled.telephone = "0612"
    var count: UInt64 = 100
    let tabs = filled.tabs(by: "anouk", at: Moment(seconds: 5), in: school) {
      count += 1
      return id(count)
    }
    #expect(tabs.pupil.fullName == "Noor de Vries" && tabs.pupil.birthDate == day("2019-03-14"))
    #expect(tabs.pupil.enrolments.map { $0.from } == [day("2026-06-01")])
    #expect(tabs.pupil.enrolments.first?.kind.is(.definitive) == true)
    // Enrolled before the year of the group: in the group from 1 August.
    #expect(tabs.pupil.placements.map { $0.from } == [day("2026-08-01")])
    #expect(tabs.pupil.placements.first?.yearGroup == 3 && tabs.pupil.placements.first?.group?.id == id(1))
    let guardian = tabs.family?.guardians.first
    #expect(
      guardian?.fullName == "Sara de Vries" && guardian?.relation == "moeder" && guardian?.kind.is(.parent) == true)
    #expect(guardian?.custody.first?.hasCustody.is(.yes) == true && guardian?.telephone == "0612")
    let made = [tabs.pupil.enrolments.first?.id, tabs.pupil.placements.first?.id, guardian?.id]
    #expect(Set(made.compactMap { $0 }).count == 3)
    #expect(tabs.pupil.enrolments.first?.madeBy == "anouk" && guardian?.madeAt == Moment(seconds: 5))
    for (tree, fields) in [(tabs.pupil.tree, SectionName.pupil), (tabs.family?.tree ?? .null, SectionName.family)] {
      #expect(SectionFinding.all(in: tree, for: fields.fields).isEmpty)
    }
  }

  @Test("Without a guardian there is no tab of the family")
  func noGuardian() {
    #expect(new().tabs(by: "anouk", at: Moment(seconds: 5), in: school, newID: { id(7) }).family == nil)
  }

  @Test("What cannot be meant is named at its field")
  func problems() {
    #expect(new().problems(on: today, in: school).isEmpty)
    #expect(new(born: "2026-11-24").problems(on: today, in: school) == [.birthAhead(day("2026-11-24"))])
    // Three years old on the day itself, and not the day before.
    #expect(new(born: "2023-11-23").problems(on: today, in: school).isEmpty)
    #expect(new(born: "2023-11-24").problems(on: today, in: school) == [.unlikelyAge(2)])
    #expect(new(born: "2011-11-24").problems(on: today, in: school).isEmpty)
    #expect(new(born: "2011-11-23").problems(on: today, in: school) == [.unlikelyAge(15)])
    let late = new(on: "2027-08-01").problems(on: today, in: school)
    #expect(late == [.afterGroupsYear("3a", SchoolYear(startYear: 2026))])
    var other = new()
    other.yearGroup = 4
    #expect(other.problems(on: today, in: school) == [.otherYearGroup(4, "3a")])
  }

  @Test("What is filled in of a guardian without a name is asked for, since it would be lost")
  func unnamedGuardian() {
    let facts: [(inout NewPupil) -> Void] = [
      { $0.telephone = "06-12345678" }, { $0.relation = "oma" }, { $0.custody = Choice(.yes) },
    ]
    for fill in facts {
      var pupil = new()
      fill(&pupil)
      let found = pupil.problems(on: today, in: school)
      #expect(found == [.guardianUnnamed] && found.first?.fieldKey == "ouder")
      pupil.guardian = "Eva van Loon"
      #expect(pupil.problems(on: today, in: school).isEmpty)
    }
  }

  @Test(
    "Who has the same birth date and nearly the same name is pointed out, a twin is not",
    arguments: [
      (("Noor", "de", "Vries"), true), (("noor", nil, "vries"), true), (("Nina", "de", "Vries"), false),
      (("Noor", "van", "Vries"), true), (("Noor", "de", "Vriez"), true), (("Daan", "de", "Vries"), false),
      (("Noor", "de", "Bakker"), false), (("Nóór", "de", "Vries"), true), (("Noortje", "de", "Vries"), true),
    ] as [((String, String?, String), Bool)])
  func lookalikes(name: (String, String?, String), isPointedOut: Bool) {
    let user = User(id: id(900), login: "anouk", name: "Anouk", role: .careCoordinator)
    var caseload = Caseload(user: user, school: School(record: school))
    var dossier = Dossier(id: id(5))
    var record = new().tabs(by: "a", at: Moment(seconds: 1), in: school, newID: { id(6) }).pupil
    // Somebody who left long ago counts too.
    var enrolment = record.enrolments[0]
    enrolment.until = day("2025-07-01")
    record.put(enrolment, in: \.enrolments)
    dossier.pupil = .value(record)
    caseload.dossiers[dossier.id] = dossier
    let found = caseload.lookalikes(of: new(name.0, name.1, name.2), on: today).map(\.id)
    #expect(found == (isPointedOut ? [id(5)] : []))
    #expect(caseload.lookalikes(of: new(name.0, name.1, name.2, born: "2019-03-15"), on: today).isEmpty)
  }

  @Test("A dossier in which nothing is left is no pupil of the school")
  func blank() {
    let user = User(id: id(900), login: "anouk", name: "Anouk", role: .careCoordinator)
    var caseload = Caseload(user: user, school: School(record: school))
    var dossier = Dossier(id: id(5))
    dossier.pupil = .value(Record(members: SectionFormat.stamped(Members(), as: "leerling")))
    caseload.dossiers[dossier.id] = dossier
    #expect(caseload.pupils(on: today).isEmpty)
    // The control: a tab with something in it keeps it in sight.
    dossier.plan = .damaged("proef")
    caseload.dossiers[dossier.id] = dossier
    #expect(caseload.pupils(on: today).count == 1)
  }
}
