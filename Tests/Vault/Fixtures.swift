import Casework
import Support
import Vault

/// A small school for tests: two groups, two teachers, an IB and a director; groups 101 (6a) and 102 (7a).
enum TestSchool {
  static let year = SchoolYear(startYear: 2026)
  static let now = Moment(iso: "2026-11-23T08:00:00Z") ?? Moment(seconds: 0)
  static let coordinator = id(1)
  static let teacher = id(2)
  static let otherTeacher = id(3)
  static let director = id(4)
  static let groupSix = id(101)
  static let groupSeven = id(102)

  static func passphrase(_ login: String) -> Secret {
    var bytes = Array("wachtzin van \(login)".utf8)
    return Secret(wiping: &bytes)
  }

  static var users: [NewUser] {
    [
      NewUser(
        id: coordinator, login: "mirjam", name: "Mirjam Postma", role: .careCoordinator,
        passphrase: passphrase("mirjam")),
      NewUser(
        id: teacher, login: "joost", name: "Joost Mulder", role: .teacher, passphrase: passphrase("joost"),
        groups: [GroupYear(group: groupSix, year: year)]),
      NewUser(
        id: otherTeacher, login: "aicha", name: "Aïcha Bennani", role: .teacher, passphrase: passphrase("aicha"),
        groups: [GroupYear(group: groupSeven, year: year)]),
      NewUser(id: director, login: "rob", name: "Rob Visser", role: .director, passphrase: passphrase("rob")),
    ]
  }

  static var record: Record<SchoolFields> {
    var school = Record<SchoolFields>()
    school.schoolName = "De Waterlelie"
    for (number, name) in [(groupSix, "6a"), (groupSeven, "7a")] {
      var group = SchoolGroup()
      group.id = number
      group.groupName = name
      group.schoolYear = year
      school.put(group, in: \.groups)
    }
    return school
  }

  /// A pupil in a group.
  static func pupil(_ name: String, in group: RecordID) -> Tree {
    var pupil = Record<PupilFields>()
    pupil.callName = name
    var placement = Record<PlacementFields>()
    placement.id = id(501)
    placement.group = Reference(group)
    placement.yearGroup = 6
    placement.from = day("2026-08-01")
    pupil.put(placement, in: \.placements)
    return pupil.tree
  }

  static func note(_ text: String) -> Tree { .object(["tekst": .string(text)]) }
}

/// A school on a disk in memory.
struct TestVault {
  let disk: PowerCutDisk
  let state: PowerCutDisk
  let vault: Vault
  let code: RecoveryCode?

  init(sealed: Bool) throws {
    disk = PowerCutDisk()
    state = PowerCutDisk()
    let new = try Vault.create(
      Store(disk.files), state.files, name: "proef", school: TestSchool.record, users: TestSchool.users, sealed: sealed,
      cost: .least, clock: { TestSchool.now })
    vault = new.vault
    code = new.recoveryCode
  }

  func session(_ login: String) throws -> VaultSession {
    try vault.login(login, passphrase: vault.isSealed ? TestSchool.passphrase(login) : nil)
  }

  /// Saves and gives what was saved; a conflict fails the test.
  @discardableResult
  func save(_ changes: Change..., by session: VaultSession) throws -> SavedFiles {
    switch try vault.commit(Edit(act: "proef", changes: changes), by: session) {
    case .saved(let files): files
    case .conflict: throw TestFailure.conflict
    }
  }
}

enum TestFailure: Error {
  case conflict, missing
}
