import Casework
import Support
import Testing

@testable import Exchange

/// What a plan does to a school, case by case.
@Suite struct ImportPlanTests {
  /// A school into which Noor and Sem were imported on 5 October 2026.
  private func imported(_ pupils: [EdexPupil] = [noor(), sem()]) throws -> Caseload {
    var caseload = emptyCaseload()
    try caseload.save(caseload.plan(school(pupils: pupils)).edit)
    return caseload
  }

  @Test("A first import adds groups and pupils with what the file says of them") func first() throws {
    let caseload = try imported()
    let groups = caseload.school.record.groups
    #expect(groups.map(\.groupName) == ["4a", "4b"])
    #expect(groups.map(\.externalKey) == ["a", "b"])
    #expect(groups.map(\.yearGroups) == [[4], [4]])
    let pupil = try #require(caseload.pupil(key: "n1"))
    #expect(pupil.fullName == "Noor de Vries")
    #expect(pupil.birthDate == day("2018-03-14"))
    #expect(pupil.enrolments.map(\.from) == [day("2022-03-14")])
    #expect(pupil.enrolment(on: day("2026-10-05")) == .definitive(since: day("2022-03-14")))
    #expect(pupil.placements.count == 1)
    #expect(pupil.group(on: day("2026-08-01")) == groups[0].id, "from the start of the school year")
    #expect(pupil.yearGroup(on: day("2026-10-05")) == 4)
    #expect(pupil.placements.first?.madeBy == "anouk")
    #expect(pupil.placements.first?.madeAt == Moment(seconds: 1_790_000_000))
  }

  @Test("A second import of the same file changes nothing") func second() throws {
    let caseload = try imported()
    let plan = try caseload.plan(school(pupils: [noor(), sem()]))
    #expect(plan.edit == nil)
    #expect(plan.report.pupils.map(\.outcome) == [.unchanged, .unchanged])
    #expect(!plan.report.changesAnything)
  }

  @Test("A changed name is taken over by key, old and new are told, and nobody is added") func changedName() throws {
    var caseload = try imported()
    let file = school(pupils: [
      noor {
        $0.name.surname = "Jansen"
        $0.name.prefix = nil
      }, sem(),
    ])
    let plan = try caseload.plan(file)
    #expect(
      plan.report.pupils.map(\.outcome) == [
        .changed([
          FieldChange("Tussenvoegsel", old: "de", new: ""), FieldChange("Achternaam", old: "Vries", new: "Jansen"),
        ]), .unchanged,
      ])
    try caseload.save(plan.edit)
    #expect(caseload.dossiers.count == 2)
    #expect(caseload.pupil(key: "n1")?.fullName == "Noor Jansen")
  }

  @Test("A move to another group is a new line from the day of the file; the old line stays") func moved() throws {
    var caseload = try imported()
    let file = school(pupils: [noor { $0.group = "b" }, sem()], asOf: "2027-02-01")
    let plan = try caseload.plan(file)
    #expect(
      plan.report.pupils.first?.outcome
        == .changed([
          FieldChange(
            "Groep", old: "4a, leerjaar 4, vanaf 1 augustus 2026", new: "4b, leerjaar 4, vanaf 1 februari 2027")
        ]))
    try caseload.save(plan.edit)
    let pupil = try #require(caseload.pupil(key: "n1"))
    let ids = caseload.school.record.groups.map(\.id)
    #expect(pupil.placements.count == 2)
    #expect(pupil.group(on: day("2027-01-31")) == ids[0])
    #expect(pupil.group(on: day("2027-02-01")) == ids[1])
    #expect(try caseload.plan(file).edit == nil)
  }

  @Test("A line that the school ended itself is cut off at a move, never stretched") func movedAfterOwnEnd() throws {
    var caseload = try imported()
    let found = try #require(caseload.dossiers.first { $0.value.pupil.record?.administrationKey == "n1" })
    var pupil = try #require(found.value.pupil.record)
    var own = try #require(pupil.placements.first)
    own.until = day("2027-07-31")
    pupil.put(own, in: \.placements)
    caseload.put(pupil, id: found.key)
    try caseload.save(caseload.plan(school(pupils: [noor { $0.group = "b" }], asOf: "2027-02-01")).edit)
    #expect(caseload.pupil(key: "n1")?.placements.map(\.until) == [day("2027-01-31"), nil])
  }

  @Test("A file that is older than the school's own line leaves the group alone and says so") func olderThanLine()
    throws
  {
    var caseload = try imported([noor()])
    try caseload.save(caseload.plan(school(pupils: [noor { $0.group = "b" }], asOf: "2027-02-01")).edit)
    let plan = try caseload.plan(school(pupils: [noor()], asOf: "2026-12-01"))
    #expect(plan.edit == nil)
    #expect(plan.report.findings.contains(Finding(.laterGroupHere, line: 10, about: "Noor de Vries")))
  }

  @Test("On the day on which a line begins it is put right instead of followed by another") func sameDay() throws {
    var caseload = try imported([noor()])
    let again = school(pupils: [noor { $0.group = "b" }], asOf: "2026-08-01")
    try caseload.save(caseload.plan(again).edit)
    #expect(caseload.pupil(key: "n1")?.placements.count == 1)
    #expect(caseload.pupil(key: "n1")?.group(on: day("2026-08-01")) == caseload.school.record.groups[1].id)
  }

  @Test("A new school year makes new groups and a new line, and keeps last year's") func nextYear() throws {
    var caseload = try imported()
    let file = school(
      pupils: [noor { $0.yearGroup = .primary(5) }, sem { $0.yearGroup = .primary(5) }], year: 2027,
      asOf: "2027-10-01", groups: [group("a", "5a", .primary(5)), group("b", "5b", .primary(5))])
    try caseload.save(caseload.plan(file).edit)
    #expect(caseload.school.record.groups.map(\.groupName) == ["4a", "4b", "5a", "5b"])
    let pupil = try #require(caseload.pupil(key: "n1"))
    #expect(pupil.yearGroup(on: day("2027-07-31")) == 4)
    #expect(pupil.yearGroup(on: day("2027-08-01")) == 5)
    #expect(try caseload.plan(file).edit == nil)
  }

  @Test("A pupil who has left gets the last day and stays on record") func leaver() throws {
    var caseload = try imported()
    let file = school(pupils: [noor { $0.left = day("2026-12-18") }, sem()], asOf: "2026-12-18")
    let plan = try caseload.plan(file)
    #expect(
      plan.report.pupils.first?.outcome
        == .left([FieldChange("Laatste dag ingeschreven", old: "", new: "18 december 2026")]))
    try caseload.save(plan.edit)
    #expect(caseload.dossiers.count == 2)
    #expect(caseload.pupil(key: "n1")?.enrolment(on: day("2026-12-19")) == .left(lastDay: day("2026-12-18")))
    #expect(try caseload.plan(file).edit == nil)
  }

  @Test("A departure after the day of the file is recorded and does not count as left yet") func leavesLater() throws {
    let caseload = try imported()
    let plan = try caseload.plan(school(pupils: [noor { $0.left = day("2026-12-18") }, sem()], asOf: "2026-12-17"))
    #expect(plan.report.pupils.first?.outcome.kind == .changed)
  }

  @Test("A former pupil without a date is named and not touched") func historic() throws {
    let caseload = try imported()
    let plan = try caseload.plan(school(pupils: [noor { $0.yearGroup = .historic }, sem()]))
    #expect(plan.edit == nil)
    #expect(plan.report.findings.contains(Finding(.leftWithoutDate, line: 10, about: "Noor de Vries")))
  }

  @Test("A pupil who is not in the file any more is named and not touched") func absent() throws {
    let caseload = try imported()
    let plan = try caseload.plan(school(pupils: [sem()]))
    #expect(plan.edit == nil)
    #expect(plan.report.pupils.last == ImportLine("Noor de Vries", line: nil, .notInFile))
  }

  @Test("Who came back gets a second enrolment; the first stays") func cameBack() throws {
    var caseload = try imported()
    try caseload.save(
      caseload.plan(school(pupils: [noor { $0.left = day("2026-12-18") }, sem()], asOf: "2027-01-04")).edit)
    let back = school(pupils: [noor { $0.enrolled = day("2027-03-01") }, sem()], asOf: "2027-03-01")
    try caseload.save(caseload.plan(back).edit)
    let pupil = try #require(caseload.pupil(key: "n1"))
    #expect(pupil.enrolments.map(\.from) == [day("2022-03-14"), day("2027-03-01")])
    #expect(pupil.enrolment(on: day("2027-02-01")) == .left(lastDay: day("2026-12-18")))
    #expect(pupil.enrolment(on: day("2027-03-01")).isEnrolled)
    #expect(try caseload.plan(back).edit == nil)
  }

  @Test("A temporary placement of the school's own keeps its day") func temporaryPlacement() throws {
    var caseload = emptyCaseload()
    var own = Record<PupilFields>()
    own.callName = "Noor"
    own.administrationKey = "n1"
    own.put(
      make(EnrolmentFields.self, 5) {
        $0.kind = Choice(.temporary)
        $0.from = day("2026-09-01")
      }, in: \.enrolments)
    caseload.put(own, id: id(50))
    try caseload.save(caseload.plan(school(pupils: [noor { $0.enrolled = day("2026-10-01") }])).edit)
    #expect(caseload.pupil(key: "n1")?.enrolments.map(\.from) == [day("2026-09-01")])
  }

  @Test("What the school recorded beyond the file stays, and so do fields of a newer version") func ownFields() throws {
    var caseload = try imported([noor()])
    let found = try #require(caseload.dossiers.first)
    var pupil = try #require(found.value.pupil.record)
    pupil.homeLanguage = "Tigrinya"
    pupil.groupThreeStart = day("2024-08-01")
    pupil.members["nieuwVeld"] = .string("van later")
    caseload.put(pupil, id: found.key)
    try caseload.save(caseload.plan(school(pupils: [noor { $0.name.calledBy = "Nora" }])).edit)
    let after = try #require(caseload.pupil(key: "n1"))
    #expect(after.callName == "Nora")
    #expect(after.homeLanguage == "Tigrinya")
    #expect(after.groupThreeStart == day("2024-08-01"), "the file has no such date and empties nothing")
    #expect(after.members["nieuwVeld"] == .string("van later"))
  }

  @Test("A refusal leaves nothing half done: there is no plan at all") func otherSchool() throws {
    #expect(throws: ImportRefusal.otherSchool(file: "99ZZ", own: "12AB")) {
      _ = try emptyCaseload(brin: "12AB").plan(school(pupils: [noor()]))
    }
    var file = school(pupils: [noor()])
    file.branch = "04"
    #expect(throws: ImportRefusal.otherSchool(file: "99ZZ04", own: "99ZZ01")) {
      _ = try emptyCaseload(brin: "99ZZ01").plan(file)
    }
    #expect(throws: Never.self) { _ = try emptyCaseload(brin: "99ZZ04").plan(file) }
    #expect(throws: Never.self) { _ = try emptyCaseload(brin: "99ZZ").plan(file) }
  }

  @Test("A school without a BRIN takes that of the file") func takesBrin() throws {
    var caseload = emptyCaseload(brin: nil)
    let plan = try caseload.plan(school(pupils: [noor()]))
    #expect(plan.report.school == [FieldChange("BRIN", new: "99ZZ")])
    try caseload.save(plan.edit)
    #expect(caseload.school.record.brin == "99ZZ")
  }

  @Test("A dossier that cannot be read stops the import, for its pupil might come in twice") func unreadable() throws {
    for section in [Section<PupilFields>.notReadable, .damaged("stuk")] {
      var caseload = emptyCaseload()
      var dossier = Dossier(id: id(50))
      dossier.pupil = section
      caseload.dossiers[id(50)] = dossier
      #expect(throws: ImportRefusal.unreadablePupils(1)) { _ = try caseload.plan(school(pupils: [noor()])) }
    }
  }

  @Test("Only who sees all pupils may import", arguments: [UserRole.teacher, .director]) func role(of role: UserRole) {
    let own = emptyCaseload()
    let user = User(id: id(901), login: "x", name: "X", role: role)
    #expect(throws: ImportRefusal.notCareCoordinator) {
      _ = try Caseload(user: user, school: own.school, stored: own.stored).plan(school(pupils: [noor()]))
    }
  }

  @Test("A file of an earlier school year than the school's groups is named as such") func earlierYear() throws {
    let caseload = try imported()
    let plan = try caseload.plan(school(pupils: [noor()], year: 2025, asOf: "2025-10-01"))
    #expect(plan.report.findings.first == Finding(.olderSchoolYear(SchoolYear(startYear: 2026))))
  }

  @Test(
    "Who is no pupil of a primary school is left out, unless known here",
    arguments: [
      (EdexYearGroup.preschool, LeftOutReason.tooYoung), (.secondary, .secondaryEducation), (.other, .otherEducation),
      (.historic, .alreadyLeft(nil)),
    ])
  func leftOut(yearGroup: EdexYearGroup, reason: LeftOutReason) throws {
    let file = school(pupils: [noor { $0.yearGroup = yearGroup }])
    let plan = try emptyCaseload().plan(file)
    #expect(plan.report.pupils == [ImportLine("Noor de Vries", line: 10, .leftOut(reason))])
    let changed = plan.edit?.changes.map(\.place) ?? []
    #expect(changed == [.school], "the groups come in, the pupil does not")
    #expect(try imported([noor()]).plan(file).report.pupils.first?.outcome.kind != .leftOut)
  }

  @Test("A former pupil whom the school does not know is left out, up to and with the day of the import")
  func formerPupil()
    throws
  {
    for (left, isLeftOut) in [("2026-10-01", true), ("2026-10-05", true), ("2026-10-06", false)] {
      let plan = try emptyCaseload().plan(school(pupils: [noor { $0.left = day(left) }]))
      #expect((plan.report.pupils.first?.outcome.kind == .leftOut) == isLeftOut)
    }
  }
}
