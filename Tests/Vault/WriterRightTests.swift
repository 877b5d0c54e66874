import Casework
import Support
import Testing

@testable import Vault

/// Who may write what, judged by the groups at the time of writing: past the program's own door too, as a changed
/// program with somebody's keys could.
@Suite("The right of who wrote a file")
struct WriterRightTests {
  private static let pupil = id(1001)
  private static let absence = Place.section(pupil: pupil, .absence)
  private static let restricted = Place.restricted(pupil: pupil, record: id(9))
  private let school: TestVault
  private let ib: VaultSession

  init() throws {
    school = try TestVault(sealed: true)
    ib = try school.session("mirjam")
    try school.save(
      Change(
        place: .section(pupil: Self.pupil, .pupil), before: nil,
        after: TestSchool.pupil("Noor", in: TestSchool.groupSix)), by: ib)
  }

  /// Puts a file where this user's keys can, whatever their rights are.
  private func smuggle(_ text: String, at place: Place, _ desk: Desk) throws {
    let (bytes, _) = try desk.encoded(place.stamped(TestSchool.note(text)), at: place, over: nil)
    let path = desk.stored(place)
    let old = try school.vault.store.read(path).map { ContentTag(of: $0) }
    let batch = desk.batch(
      writes: [Batch.Write(path: path, replaces: old, bytes: bytes)], unchanged: [:], .write, "proef")
    guard case .written = try school.vault.store.commit(batch) else { throw TestFailure.conflict }
  }

  /// What the IB reads: the text, or what is wrong with the file.
  private func found(_ place: Place, by login: String = "mirjam") throws -> String {
    switch try school.vault.read(place, for: try school.session(login)) {
    case .absent: "absent"
    case .read(let stored): stored.tree["tekst"]?.text ?? ""
    case .notReadable: "notReadable"
    case .damaged(let file): "\(file.flaw)"
    }
  }

  /// The same keys on a later day.
  private func later(_ desk: Desk, _ moment: String) throws -> Desk {
    var copy = Desk(
      store: desk.store, access: desk.access, accessTag: desk.accessTag, session: desk.session, role: desk.role,
      keyring: desk.keyring, now: try #require(Moment(iso: moment)))
    copy.rings = desk.rings
    return copy
  }

  @Test("A confidential text counts from a teacher of the pupil, and not from one of another group")
  func confidential() throws {
    try smuggle("van Joost", at: Self.restricted, try school.vault.desk(try school.session("joost")))
    #expect(try found(Self.restricted) == "van Joost")
    try smuggle("van Aïcha", at: Self.restricted, try school.vault.desk(try school.session("aicha")))
    #expect(try found(Self.restricted) == "writerHasNoRight")
    let named = try school.vault.check(for: ib)
    #expect(named.count == 1)
  }

  @Test("What a teacher wrote stays good when the pupil moves; what the old keys write after that does not")
  func moved() throws {
    let joost = try school.session("joost")
    try school.save(Change(place: Self.absence, before: nil, after: TestSchool.note("in de groep")), by: joost)
    var old = try school.vault.desk(joost)
    try old.openRing(of: Self.pupil)
    let place = Place.section(pupil: Self.pupil, .pupil)
    guard case .read(let stored) = try school.vault.read(place, for: ib) else { throw TestFailure.missing }
    try school.save(
      Change(place: place, before: stored, after: TestSchool.pupil("Noor", in: TestSchool.groupSeven)), by: ib)
    #expect(try found(Self.absence) == "in de groep")
    #expect(try found(Self.absence, by: "aicha") == "in de groep")
    #expect(try found(Self.absence, by: "joost") == "notReadable")
    // A clock may be behind by some hours.
    try smuggle("op de dag zelf", at: Self.absence, try later(old, "2026-11-23T12:00:00Z"))
    #expect(try found(Self.absence) == "op de dag zelf")
    try smuggle("daarna", at: Self.absence, try later(old, "2026-11-26T08:00:00Z"))
    #expect(try found(Self.absence) == "writerHasNoRight")
    #expect(try found(Self.absence, by: "aicha") == "writerHasNoRight")
  }

  @Test("A working note counts from its owner alone")
  func workingNote() throws {
    let place = Place.workingNote(user: TestSchool.coordinator, record: id(8))
    try smuggle("eigen", at: place, try school.vault.desk(ib))
    #expect(try found(place) == "eigen")
    try smuggle("van een ander", at: place, try school.vault.desk(try school.session("joost")))
    #expect(try found(place) == "writerHasNoRight")
  }

  @Test(
    "A teacher puts a signal of an own pupil off and sees it, and never learns of the care team's",
    arguments: [false, true])
  func putOffs(sealed: Bool) throws {
    let school = try TestVault(sealed: sealed)
    let (ib, joost) = (try school.session("mirjam"), try school.session("joost"))
    let group = Place.putOffs(.group(TestSchool.groupSix, TestSchool.year))
    let (shared, care) = (Place.putOffs(.pupil(Self.pupil, .group)), Place.putOffs(.pupil(Self.pupil, .care)))
    try school.save(
      Change(
        place: .section(pupil: Self.pupil, .pupil), before: nil,
        after: TestSchool.pupil("Noor", in: TestSchool.groupSix)),
      Change(place: care, before: nil, after: TestSchool.note("zorg")),
      Change(place: .putOffs(.school), before: nil, after: TestSchool.note("school")), by: ib)
    try school.save(
      Change(place: shared, before: nil, after: TestSchool.note("samen")),
      Change(place: group, before: nil, after: TestSchool.note("groep")), by: joost)
    func seen(_ session: VaultSession) throws -> Set<Place> {
      let loaded = try school.vault.load(for: session)
      #expect(loaded.damaged.isEmpty)
      return Set(loaded.caseload.stored.keys.filter { $0.kind == .putOffs })
    }
    #expect(try seen(ib) == [group, shared, care, .putOffs(.school)])
    #expect(try seen(joost) == [group, shared])
    #expect(try seen(try school.session("rob")) == [group, shared, care, .putOffs(.school)])
    #expect(try seen(try school.session("aicha")) == [])
    for place in [care, .putOffs(.school)] {
      #expect(throws: VaultError.noRight(.role(.teacher, place))) {
        try school.save(Change(place: place, before: nil, after: TestSchool.note("toch")), by: joost)
      }
    }
    #expect(throws: VaultError.self) {
      try school.save(
        Change(place: shared, before: nil, after: TestSchool.note("toch")), by: try school.session("aicha"))
    }
    #expect(try school.vault.check(for: ib) == [])
  }

  @Test("The paths of answers are read back, and no others")
  func paths() {
    for place in [
      Place.putOffs(.school), .putOffs(.group(id(3), TestSchool.year)), .putOffs(.pupil(id(4), .group)),
      .putOffs(.pupil(id(4), .care)),
    ] {
      #expect(Place(path: place.path) == place)
    }
    #expect(Place.putOffs(.pupil(id(4), .care)).path == "leerlingen/\(id(4))/uitstel-zorg")
    #expect(Place(path: "leerlingen/\(id(4))/uitstel-staf") == nil)
    #expect(Place(path: "groepen/\(id(4))/uitstel-zorg") == nil)
    #expect(Place(path: "notities/\(id(4))/uitstel-zorg") == nil)
  }

  @Test("Only the name under which the program writes a year or a version is one")
  func strictNames() {
    #expect(FolderStore.year(ofFile: "2026.jsonl") == 2026)
    for name in ["+2026.jsonl", "02026.jsonl", "2026.json", "2026.jsonl.oud", "-2026.jsonl", ".jsonl"] {
      #expect(FolderStore.year(ofFile: name) == nil, "\(name)")
    }
    let tag = String(repeating: "a", count: 64)
    #expect(VersionName(fileName: "000000000007-\(tag)")?.sequence == 7)
    for name in ["+00000000007-\(tag)", "7-\(tag)", "0000000000007-\(tag)", "00000000000x-\(tag)"] {
      #expect(VersionName(fileName: name) == nil, "\(name)")
    }
  }
}
