import Casework
import Vault

/// A small school for tests: two groups, two teachers, an IB and a director; groups 101 (6a) and 102 (7a).
public enum TestSchool {
  public static let year = SchoolYear(startYear: 2026)
  public static let now = Moment(iso: "2026-11-23T08:00:00Z") ?? Moment(seconds: 0)
  public static let coordinator = id(1)
  public static let teacher = id(2)
  public static let otherTeacher = id(3)
  public static let director = id(4)
  public static let groupSix = id(101)
  public static let groupSeven = id(102)

  public static func passphrase(_ login: String) -> Secret {
    var bytes = Array("wachtzin van \(login)".utf8)
    return Secret(wiping: &bytes)
  }

  public static var users: [NewUser] {
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

  public static var record: Record<SchoolFields> {
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
  public static func pupil(_ name: String, in group: RecordID) -> Tree {
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

  public static func note(_ text: String) -> Tree { .object(["tekst": .string(text)]) }
}

/// A school on a disk in memory.
public struct TestVault: Sendable {
  public let disk: PowerCutDisk
  public let state: PowerCutDisk
  public let vault: Vault
  public let code: RecoveryCode?

  public init(sealed: Bool, clock: @escaping @Sendable () -> Moment = { TestSchool.now }) throws {
    disk = PowerCutDisk()
    state = PowerCutDisk()
    let new = try Vault.create(
      Store(disk.files), state.files, name: "proef", school: TestSchool.record, users: TestSchool.users, sealed: sealed,
      cost: .least, clock: clock)
    vault = new.vault
    code = new.recoveryCode
  }

  public func session(_ login: String) throws -> VaultSession {
    try vault.login(login, passphrase: vault.isSealed ? TestSchool.passphrase(login) : nil)
  }

  /// Saves and gives what was saved; a conflict fails the test.
  @discardableResult
  public func save(_ changes: Change..., by session: VaultSession) throws -> SavedFiles {
    switch try vault.commit(Edit(act: "proef", changes: changes), by: session) {
    case .saved(let files): files
    case .conflict: throw TestFailure.conflict
    }
  }
}

public enum TestFailure: Error {
  case conflict, missing
}
