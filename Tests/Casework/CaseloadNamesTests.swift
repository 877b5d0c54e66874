import Casework
import Support
import Testing

/// What people and things are called, wherever their names stand.
@Suite("Names in a caseload")
struct CaseloadNamesTests {
  private let today = day("2026-11-23")
  private let user = User(id: id(90), login: "ib", name: "Anouk Visser", role: .careCoordinator)

  /// Noor in 6a, whose father was withdrawn; Sem who comes on 1 February; a pupil who cannot be read.
  private var caseload: Caseload {
    var school = School(record: Record())
    school.record.put(make(SchoolGroupFields.self, 61) { $0.groupName = "6a" }, in: \.groups)
    school.record.put(
      make(SchoolGroupFields.self, 62) {
        $0.groupName = "4b"
        $0.withdrawal = Self.withdrawn
      }, in: \.groups)
    school.record.put(
      make(StaffFields.self, 91) {
        $0.staffName = "Linda Prins"
        $0.withdrawal = Self.withdrawn
      }, in: \.staff)
    var caseload = Caseload(user: user, school: school)
    caseload.dossiers = [id(1): noor, id(2): sem, id(3): closed]
    return caseload
  }

  private static var withdrawn: Record<WithdrawalFields> {
    var withdrawal = Record<WithdrawalFields>()
    withdrawal.reason = "dubbel"
    return withdrawal
  }

  private var noor: Dossier {
    var dossier = Dossier(id: id(1))
    var pupil = Record<PupilFields>()
    (pupil.callName, pupil.surnamePrefix, pupil.surname) = ("Noor", "de", "Vries")
    pupil.put(placement(11, group: 61, "2026-08-01"), in: \.placements)
    dossier.pupil = .value(pupil)
    var family = Record<FamilyFields>()
    family.put(
      make(GuardianFields.self, 51) {
        $0.fullName = "Peter de Vries"
        $0.relation = "vader"
        $0.withdrawal = Self.withdrawn
      }, in: \.guardians)
    dossier.family = .value(family)
    return dossier
  }

  private var sem: Dossier {
    var dossier = Dossier(id: id(2))
    var pupil = Record<PupilFields>()
    (pupil.callName, pupil.surname) = ("Sem", "Bakker")
    pupil.put(placement(12, group: 62, "2027-02-01"), in: \.placements)
    pupil.put(
      make(EnrolmentFields.self, 13) {
        $0.kind = Choice(.definitive)
        $0.from = day("2027-02-01")
      }, in: \.enrolments)
    dossier.pupil = .value(pupil)
    return dossier
  }

  private var closed: Dossier {
    var dossier = Dossier(id: id(3))
    dossier.pupil = .notReadable
    return dossier
  }

  private func placement(_ number: UInt64, group: UInt64, _ from: String) -> Record<PlacementFields> {
    make(PlacementFields.self, number) {
      $0.group = Reference(id(group))
      $0.from = day(from)
    }
  }

  @Test("A subject has its name and its group: who is still to come that of the group to come, a group its own")
  func subjects() {
    func name(_ subject: Subject) -> [String] {
      let called = caseload.name(of: subject, on: today)
      return [called.name, called.group]
    }
    #expect(name(.pupil(id(1))) == ["Noor de Vries", "6a"])
    #expect(name(.pupil(id(2))) == ["Sem Bakker", "4b"])
    #expect(name(.pupil(id(3))) == ["(voor u niet te lezen)", ""])
    #expect(name(.pupil(id(9))) == ["(zonder naam)", ""])
    #expect(name(.group(id(61))) == ["Groep 6a", "6a"])
    #expect(name(.school) == ["School", ""])
  }

  @Test("What was withdrawn keeps its name; what nobody knows has none")
  func withdrawn() {
    #expect(caseload.name(of: id(51), .guardian, around: id(1)) == "Peter de Vries (vader)")
    #expect(caseload.name(of: id(51), .guardian) == "Peter de Vries (vader)")
    #expect(caseload.name(of: id(91), .user) == "Linda Prins")
    #expect(caseload.name(of: id(62), .group) == "4b")
    #expect(caseload.name(of: user.id, .user) == "Anouk Visser")
    #expect(caseload.name(of: id(1), .pupil) == "Noor de Vries")
    for kind in [ReferenceKind.guardian, .user, .group, .pupil, .record] {
      #expect(caseload.name(of: id(999), kind) == nil)
    }
  }

  @Test("Who is here stands in the order of a Dutch list; who comes later only then, who cannot be read always")
  func here() {
    #expect(caseload.pupils(on: today).map(\.id) == [id(3), id(1)])
    #expect(caseload.pupils(on: day("2027-02-01")).map(\.id) == [id(3), id(2), id(1)])
  }

  @Test("A pupil is found by name and by group")
  func found() {
    let index = caseload.nameIndex(of: caseload.dossiers.values, on: today)
    #expect(index.search("vries noor") == [id(1)])
    #expect(index.search("4b") == [id(2)])
  }
}
