import Casework
import Support
import Testing

@testable import Vault

/// A sealed school in which somebody with keys of their own writes files past the program.
private struct ForgeryBench {
  let school: TestVault
  /// In the group of `joost`.
  static let pupil = id(1002)
  /// In the group of `aicha`; its keys are opened first.
  static let otherPupil = id(1001)

  init() throws {
    school = try TestVault(sealed: true)
    let ib = try school.session("mirjam")
    for (pupil, group) in [(Self.pupil, TestSchool.groupSix), (Self.otherPupil, TestSchool.groupSeven)] {
      try school.save(
        Change(place: .section(pupil: pupil, .pupil), before: nil, after: TestSchool.pupil("Noor", in: group)), by: ib)
    }
  }

  /// Puts a text where it says it belongs, sealed and signed by somebody as a changed program could do it.
  func plant(_ place: Place, by login: String, with key: (Desk) -> SealingKey?) throws {
    var desk = try school.vault.desk(try school.session(login))
    try desk.openRing(of: Self.otherPupil)
    let identity = try #require(desk.keyring?.identity)
    let path = desk.stored(place)
    let tree = place.stamped(TestSchool.note("vervalst"))
    let sealed = Envelope.seal(
      SealedText(place: place, text: tree.encoded()),
      Envelope.Origin(school: desk.access.school, path: path, previous: nil, at: TestSchool.now),
      with: try #require(key(desk)), by: identity)
    var changed: ChangedFolders = []
    try school.disk.files.makeFolders(FolderStore.folder(of: path), noting: &changed)
    try school.disk.files.writeNew(path, try #require(sealed).bytes, synced: true)
  }

  /// What somebody finds in a place: nothing wrong, or what is.
  func flaw(of place: Place, for login: String) throws -> DamagedFile.Flaw? {
    switch try school.vault.read(place, for: try school.session(login)) {
    case .read: return nil
    case .damaged(let file): return file.flaw
    case .absent, .notReadable: throw TestFailure.missing
    }
  }
}

@Suite("Files written past the program")
struct ForgeryTests {
  @Test("A text in the dossier of a pupil whose keys the writer does not have is refused; of an own pupil it is read")
  func otherDossier() throws {
    let bench = try ForgeryBench()
    func ownKey(_ desk: Desk) -> SealingKey? {
      desk.rings[ForgeryBench.otherPupil]?.secret(.group).map { .shared(id: $0.id, $0.1) }
    }
    let own = Place.section(pupil: ForgeryBench.otherPupil, .absence)
    try bench.plant(own, by: "aicha", with: ownKey)
    #expect(try bench.flaw(of: own, for: "mirjam") == nil)
    let other = Place.section(pupil: ForgeryBench.pupil, .absence)
    try bench.plant(other, by: "aicha", with: ownKey)
    #expect(try bench.flaw(of: other, for: "mirjam") == .swapped)
    // Here all keys are at hand, hers too.
    let loaded = try bench.school.vault.load(for: try bench.school.session("mirjam"))
    #expect(loaded.damaged.map(\.place) == [other])
    #expect(loaded.caseload.stored[other] == nil)
  }

  @Test("A working note that somebody else put among one's own is refused; an own one is read")
  func otherNote() throws {
    let bench = try ForgeryBench()
    func toOwner(_ desk: Desk) -> SealingKey? {
      desk.access.member(TestSchool.coordinator)?.boxKey.map { .given(to: TestSchool.coordinator, boxKey: $0) }
    }
    let (own, planted) = (id(1), id(2))
    for (record, login) in [(own, "mirjam"), (planted, "joost")] {
      try bench.plant(.workingNote(user: TestSchool.coordinator, record: record), by: login, with: toOwner)
    }
    #expect(try bench.flaw(of: .workingNote(user: TestSchool.coordinator, record: own), for: "mirjam") == nil)
    #expect(
      try bench.flaw(of: .workingNote(user: TestSchool.coordinator, record: planted), for: "mirjam")
        == .writerHasNoRight)
  }
}
