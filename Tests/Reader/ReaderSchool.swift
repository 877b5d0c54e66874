import Casework
import Glibc
import Support
import Synchronization

@testable import Vault

/// A school with a past in a real folder: a pupil who moved, a teacher who came and went, two devices and two years.
final class ReaderSchool: Sendable {
  /// One of each kind for all tests that only read, made once.
  static let sealed = Result { try ReaderSchool(sealed: true) }
  static let open = Result { try ReaderSchool(sealed: false) }

  let folder = TemporaryFolder()
  let vault: Vault
  private let clock = SteppingClock()

  static let stayer = id(1001)
  static let other = id(1002)
  static let mover = id(1003)
  static let groupless = id(1004)
  static let pupils = [stayer, other, mover, groupless]
  static let logins = ["mirjam", "joost", "aicha", "rob"]

  var map: String { folder.path + "/school" }

  /// What somebody types to log in; one has letters that can be written in two ways.
  static func passphrase(_ login: String) -> String {
    login == "aicha" ? "wachtzin van A\u{EF}cha" : "wachtzin van \(login)"
  }

  private static var users: [NewUser] {
    TestSchool.users.map { user in
      var bytes = Array(passphrase(user.login).utf8)
      return NewUser(
        id: user.id, login: user.login, name: user.name, role: user.role, passphrase: Secret(wiping: &bytes),
        groups: user.groups)
    }
  }

  init(sealed: Bool) throws {
    vault = try Vault.create(
      at: folder.path + "/school", state: folder.path + "/staat", school: TestSchool.record, users: Self.users,
      sealed: sealed, cost: .least, clock: clock.now
    ).vault
    try fill()
    try letTeacherComeAndGo()
    try move()
    clock.jump(to: "2027-01-11T09:00:00Z")
    try goOnElsewhere()
  }

  /// A copy whose bytes a test may change.
  init(copyOf other: ReaderSchool) throws {
    let copied = Command.run(["cp", "-a", other.map, folder.path], environment: ["PATH": "/usr/bin:/bin"])
    guard copied.code == 0 else { throw TestFailure.missing }
    vault = try Vault.open(at: folder.path + "/school", state: folder.path + "/staat", clock: clock.now)
  }

  func session(_ login: String, at vault: Vault? = nil) throws -> VaultSession {
    var bytes = Array(Self.passphrase(login).utf8)
    return try (vault ?? self.vault).login(login, passphrase: self.vault.isSealed ? Secret(wiping: &bytes) : nil)
  }

  // MARK: - The story

  private func fill() throws {
    let ib = try session("mirjam")
    try save([(.calendar, "dagen"), (.putOffs(.school), "later")], by: ib)
    for pupil in Self.pupils {
      try save([(.section(pupil: pupil, .pupil), Self.pupil(pupil))], by: ib)
      let sections = SectionName.allCases.filter { $0 != .pupil }
      try save(sections.map { (.section(pupil: pupil, $0), Self.text($0)) }, by: ib)
    }
    try save([(.registration(group: TestSchool.groupSeven, year: TestSchool.year), "dagen")], by: ib)
    try save(
      [
        (.putOffs(.pupil(Self.stayer, .care)), "later"), (.putOffs(.pupil(Self.other, .group)), "later"),
        (.emergencyCard(pupil: Self.stayer), "pen in de kast"),
        (.restricted(pupil: Self.other, record: id(9002)), "IB"),
        (.workingNote(user: TestSchool.coordinator, record: id(9101)), "bellen"),
      ], by: ib)
    try save(
      [
        (.registration(group: TestSchool.groupSix, year: TestSchool.year), "dagen"),
        (.putOffs(.group(TestSchool.groupSix, TestSchool.year)), "gezien"),
        (.putOffs(.pupil(Self.stayer, .group)), "gezien"),
        (.restricted(pupil: Self.stayer, record: id(9001)), "in vertrouwen"),
        (.workingNote(user: TestSchool.teacher, record: id(9102)), "rekenen"),
        (.workingNote(user: TestSchool.teacher, record: id(9103)), "taal"),
      ], by: try session("joost"))
    try save([(.workingNote(user: TestSchool.director, record: id(9104)), "begroting")], by: try session("rob"))
  }

  /// For a while both teachers had group 6a; its circle was sealed anew twice, and ended once.
  private func letTeacherComeAndGo() throws {
    let ib = try session("mirjam")
    guard case .read(let before) = try vault.read(.school, for: ib),
      var school = Record<SchoolFields>(tree: before.tree)
    else { throw TestFailure.missing }
    var assignment = Record<AssignmentFields>()
    assignment.id = id(7001)
    assignment.teacher = Reference(TestSchool.otherTeacher)
    assignment.group = Reference(TestSchool.groupSix)
    assignment.schoolYear = TestSchool.year
    school.put(assignment, in: \.assignments)
    try change(.school, to: school.tree, by: ib)
    try save([(.section(pupil: Self.stayer, .absence), "samen")], by: try session("aicha"))
    assignment.until = day("2026-11-01")
    school.put(assignment, in: \.assignments)
    try change(.school, to: school.tree, by: ib)
    try save([(.section(pupil: Self.stayer, .conversations), "weer alleen")], by: try session("joost"))
  }

  private func move() throws {
    let ib = try session("mirjam")
    try change(
      .section(pupil: Self.mover, .pupil), to: TestSchool.pupil("Ivo", in: TestSchool.groupSeven), by: ib)
    try save(
      [(.section(pupil: Self.mover, .absence), "na de verhuizing"), (.emergencyCard(pupil: Self.mover), "noten")],
      by: try session("aicha"))
    try vault.record(.open, "noodkaart geopend", [.emergencyCard(pupil: Self.stayer)], by: try session("aicha"))
  }

  /// The coordinator's other device, in the new year, next to the first one.
  private func goOnElsewhere() throws {
    let elsewhere = try Vault.open(at: map, state: folder.path + "/staat2", clock: clock.now)
    let there = try session("mirjam", at: elsewhere)
    try elsewhere.record(.print, "samenvatting afgedrukt", [.section(pupil: Self.other, .plan)], by: there)
    try save([(.section(pupil: Self.other, .referral), "aangevraagd")], by: try session("mirjam"))
    try save([(.section(pupil: Self.stayer, .absence), "terug")], by: try session("joost"))
    try elsewhere.record(.export, "dossier uitgevoerd", [.section(pupil: Self.other, .pupil)], by: there)
  }

  // MARK: - Saving

  private func save(_ texts: [(Place, String)], by session: VaultSession) throws {
    try commit(texts.map { ($0, TestSchool.note($1)) }, session)
  }

  private func save(_ trees: [(Place, Tree)], by session: VaultSession) throws { try commit(trees, session) }

  private func change(_ place: Place, to tree: Tree, by session: VaultSession) throws {
    try commit([(place, tree)], session)
  }

  private func commit(_ trees: [(Place, Tree)], _ session: VaultSession) throws {
    let changes = try trees.map { place, tree -> Change in
      var before: Stored?
      if case .read(let now) = try vault.read(place, for: session) { before = now }
      return Change(place: place, before: before, after: tree)
    }
    guard case .saved = try vault.commit(Edit(act: "proef", changes: changes), by: session) else {
      throw TestFailure.conflict
    }
  }

  private static func pupil(_ pupil: RecordID) -> Tree {
    if pupil == groupless {
      var record = Record<PupilFields>()
      record.callName = "Zoë"
      return record.tree
    }
    return TestSchool.pupil("Ivo", in: pupil == other ? TestSchool.groupSeven : TestSchool.groupSix)
  }

  /// Texts of every length around the steps in which they are padded, and some of several steps.
  private static func text(_ section: SectionName) -> String {
    let number = SectionName.allCases.firstIndex(of: section) ?? 0
    let frame = "{\n  \"sectie\": \"\(section.rawValue)\",\n  \"tekst\": \"\",\n  \"versie\": \"1.0\"\n}\n"
    let place = Place.section(pupil: stayer, section).path
    let whole = 4096 - 3 - place.utf8.count - frame.utf8.count
    return number.isMultiple(of: 2) ? "é\n\u{1F600}\"\\" : String(repeating: "x", count: whole + (number - 5) / 2)
  }
}

extension ReaderSchool {
  /// Every file that was made, and nothing else.
  var places: [Place] {
    let pupils = Self.pupils.flatMap { pupil in SectionName.allCases.map { Place.section(pupil: pupil, $0) } }
    let groups = [TestSchool.groupSix, TestSchool.groupSeven].map {
      Place.registration(group: $0, year: TestSchool.year)
    }
    let notes: [Place] = [
      .workingNote(user: TestSchool.coordinator, record: id(9101)),
      .workingNote(user: TestSchool.teacher, record: id(9102)),
      .workingNote(user: TestSchool.teacher, record: id(9103)),
      .workingNote(user: TestSchool.director, record: id(9104)),
    ]
    let others: [Place] = [
      .school, .calendar, .putOffs(.school), .putOffs(.group(TestSchool.groupSix, TestSchool.year)),
      .putOffs(.pupil(Self.stayer, .group)), .putOffs(.pupil(Self.stayer, .care)), .putOffs(.pupil(Self.other, .group)),
      .emergencyCard(pupil: Self.stayer), .emergencyCard(pupil: Self.mover),
      .restricted(pupil: Self.stayer, record: id(9001)), .restricted(pupil: Self.other, record: id(9002)),
    ]
    return pupils + groups + notes + others
  }

  /// The file that a place is kept in.
  func stored(_ place: Place) throws -> String { try vault.desk(try session("mirjam")).stored(place) }
}

/// A clock that goes on by a minute every time it is looked at.
private final class SteppingClock: Sendable {
  private let moment = Mutex(TestSchool.now)

  var now: @Sendable () -> Moment {
    {
      self.moment.withLock { moment in
        moment = Moment(seconds: moment.seconds + 60)
        return moment
      }
    }
  }

  func jump(to iso: String) {
    moment.withLock { $0 = Moment(iso: iso) ?? $0 }
  }
}
