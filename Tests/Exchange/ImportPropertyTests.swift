import Casework
import Support
import Testing

@testable import Exchange

/// What holds for every school, tried on schools made at random.
@Suite struct ImportPropertyTests {
  @Test("A school that is written as a file is read as it was", arguments: 1...60) func roundTrip(seed: Int) throws {
    var maker = SchoolMaker(seed: UInt64(seed))
    let school = maker.school()
    var back = try read(school.xml)
    for at in back.pupils.indices { back.pupils[at].line = 0 }
    for at in back.groups.indices { back.groups[at].line = 0 }
    for at in back.teachers.indices { back.teachers[at].line = 0 }
    back.findings = []
    #expect(back == school)
  }

  @Test("After an import the same file changes nothing, and every key stands once", arguments: 1...200)
  func idempotent(seed: Int) throws {
    var maker = SchoolMaker(seed: UInt64(seed))
    var caseload = emptyCaseload()
    var file = maker.school()
    for _ in 0..<4 {
      let before = caseload
      let plan = try caseload.plan(file)
      try caseload.save(plan.edit)
      let added = plan.report.pupils.count { $0.outcome.kind == .added }
      #expect(caseload.dossiers.count == before.dossiers.count + added)
      #expect(Set(before.dossiers.keys).isSubset(of: caseload.dossiers.keys), "nobody is removed")
      expectNoDoubles(in: caseload)

      let again = try caseload.plan(file)
      #expect(again.edit == nil)
      #expect(!again.report.changesAnything)
      file = maker.later(file)
    }
  }

  @Test("A pupil's past groups never change, however often a file comes in", arguments: 1...100)
  func pastStays(seed: Int) throws {
    var maker = SchoolMaker(seed: UInt64(seed))
    var caseload = emptyCaseload()
    var file = maker.school()
    try caseload.save(caseload.plan(file).edit)
    for _ in 0..<3 {
      let before = caseload
      file = maker.later(file)
      try caseload.save(caseload.plan(file).edit)
      let lastDay = try #require(file.referenceDate).adding(days: -1)
      for (id, dossier) in before.dossiers {
        let old = try #require(dossier.pupil.record)
        let new = try #require(caseload.dossiers[id]?.pupil.record)
        for back in stride(from: 0, to: 60, by: 7) {
          let day = lastDay.adding(days: -back)
          guard let group = old.group(on: day) else { continue }
          #expect(new.group(on: day) == group)
        }
      }
    }
  }

  private func expectNoDoubles(in caseload: Caseload) {
    let keys = caseload.dossiers.values.compactMap { $0.pupil.record?.administrationKey }
    #expect(Set(keys).count == keys.count)
    let school = caseload.school.record
    let groups = school.groups.map { "\($0.schoolYear?.description ?? "")/\($0.externalKey ?? "")" }
    #expect(Set(groups).count == groups.count)
    let staff = school.staff.compactMap(\.externalKey)
    #expect(Set(staff).count == staff.count)
    let links = school.assignments.map { "\($0.teacher?.id.description ?? "")/\($0.group?.id.description ?? "")" }
    #expect(Set(links).count == links.count)
    for pupil in caseload.dossiers.values.compactMap(\.pupil.record) {
      let starts = pupil.placements.compactMap(\.from)
      #expect(Set(starts).count == starts.count, "no two lines begin on one day")
    }
  }
}
