import Casework
import Support
import Testing

@testable import Vault

/// A pupil who is added by hand: both tabs in one commit, in the rings of the group.
@Suite("A new pupil in the vault")
struct NewPupilTests {
  private static let pupil = id(1001)
  private static let tab = Place.section(pupil: pupil, .pupil)
  private static let family = Place.section(pupil: pupil, .family)

  private func changes() -> [Change] {
    var new = NewPupil()
    new.callName = "Mila"
    new.surname = "Loon"
    new.birthDate = day("2017-04-01")
    new.enrolledOn = day("2026-11-23")
    new.kind = Choice(.definitive)
    new.group = Reference(TestSchool.groupSix)
    new.yearGroup = 6
    new.guardian = "Eva Loon"
    var count: UInt64 = 500
    let tabs = new.tabs(by: "mirjam", at: TestSchool.now, in: TestSchool.record) {
      count += 1
      return id(count)
    }
    return [
      Change(place: Self.tab, before: nil, after: tabs.pupil.tree),
      Change(place: Self.family, before: nil, after: tabs.family?.tree ?? .null),
    ]
  }

  private func reading(_ place: Place, by login: String, _ school: TestVault) throws -> String {
    switch try school.vault.read(place, for: try school.session(login)) {
    case .absent: "absent"
    case .read: "read"
    case .notReadable: "notReadable"
    case .damaged: "damaged"
    }
  }

  @Test(
    "The group's teacher reads the pupil and not the family; another group's teacher reads neither",
    arguments: [true, false])
  func rings(sealed: Bool) throws {
    let school = try TestVault(sealed: sealed)
    guard
      case .saved(let saved) = try school.vault.commit(
        Edit(act: "Leerling toevoegen", changes: changes()), by: try school.session("mirjam"))
    else { throw TestFailure.conflict }
    #expect(Set(saved.stored.keys) == [Self.tab, Self.family])
    for login in ["mirjam", "rob"] {
      #expect(try reading(Self.tab, by: login, school) == "read")
      #expect(try reading(Self.family, by: login, school) == "read")
    }
    #expect(try reading(Self.tab, by: "joost", school) == "read")
    #expect(try reading(Self.family, by: "joost", school) == "notReadable")
    #expect(try reading(Self.tab, by: "aicha", school) == "notReadable")
    #expect(try school.vault.check(for: try school.session("mirjam")).isEmpty)
  }

  @Test(
    "Nobody else adds a pupil, changes the school or its calendar: refused at the door", arguments: ["joost", "rob"])
  func refused(login: String) throws {
    let school = try TestVault(sealed: true)
    let session = try school.session(login)
    let calendar = Record<CalendarFields>().tree
    for changes in [
      changes(), [Change(place: .calendar, before: nil, after: calendar)],
      [Change(place: .school, before: nil, after: TestSchool.record.tree)],
    ] {
      #expect(throws: VaultError.self) { try school.vault.commit(Edit(act: "proef", changes: changes), by: session) }
    }
    #expect(try reading(Self.tab, by: "mirjam", school) == "absent")
  }
}
