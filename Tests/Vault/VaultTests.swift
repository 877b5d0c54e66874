import Casework
import Support
import Testing
import Vault

@Suite("The vault")
struct VaultTests {
  @Test("What was saved is there after opening again", arguments: [false, true])
  func savedIsThere(sealed: Bool) throws {
    let school = try TestVault(sealed: sealed)
    let ib = try school.session("mirjam")
    let pupil = id(1001)
    let place = Place.section(pupil: pupil, .pupil)
    let tree = TestSchool.pupil("Noor", in: TestSchool.groupSix)
    try school.save(
      Change(place: place, before: nil, after: tree),
      Change(place: .section(pupil: pupil, .referral), before: nil, after: TestSchool.note("zorg")), by: ib)
    let again = try Vault.open(
      Store(school.disk.files), school.state.files, name: "proef", clock: { TestSchool.now })
    let session = try again.login("mirjam", passphrase: sealed ? TestSchool.passphrase("mirjam") : nil)
    let loaded = try again.load(for: session)
    #expect(loaded.damaged.isEmpty)
    #expect(loaded.caseload.user.name == "Mirjam Postma")
    #expect(loaded.caseload.school.record.schoolName == "De Waterlelie")
    #expect(loaded.caseload.dossiers[pupil]?.pupil.record?.callName == "Noor")
    #expect(loaded.caseload.dossiers[pupil]?.tree(of: .referral)?["tekst"] == .string("zorg"))
  }

  @Test("A teacher sees the own group's sections, that there is more, and no other pupils", arguments: [false, true])
  func teacherSees(sealed: Bool) throws {
    let school = try TestVault(sealed: sealed)
    let ib = try school.session("mirjam")
    for (pupil, group) in [(id(1001), TestSchool.groupSix), (id(1002), TestSchool.groupSeven)] {
      try school.save(
        Change(
          place: .section(pupil: pupil, .pupil), before: nil, after: TestSchool.pupil("Noor", in: group)),
        Change(place: .section(pupil: pupil, .family), before: nil, after: TestSchool.note("gezin")), by: ib)
    }
    let loaded = try school.vault.load(for: try school.session("joost"))
    #expect(loaded.damaged.isEmpty)
    #expect(Set(loaded.caseload.dossiers.keys) == [id(1001)])
    #expect(loaded.caseload.dossiers[id(1001)]?.family == .notReadable)
    #expect(loaded.caseload.dossiers[id(1001)]?.plan == .empty)
    #expect(loaded.caseload.user.name == "Joost Mulder")
  }

  @Test("A school is made with its calendar in one write, so that none is ever without", arguments: [false, true])
  func madeWithCalendar(sealed: Bool) throws {
    var calendar = Record<CalendarFields>()
    var year = Record<CalendarYearFields>()
    year.id = id(9001)
    year.schoolYear = SchoolYear(startYear: 2026)
    calendar.put(year, in: \.years)
    let (disk, state) = (PowerCutDisk(), PowerCutDisk())
    let vault = try Vault.create(
      Store(disk.files), state.files, name: "proef", school: TestSchool.record, calendar: calendar,
      users: TestSchool.users, sealed: sealed, cost: .least, clock: { TestSchool.now }
    ).vault
    let session = try vault.login("mirjam", passphrase: sealed ? TestSchool.passphrase("mirjam") : nil)
    #expect(try vault.load(for: session).caseload.school.calendar.years.map(\.id) == [id(9001)])
    let written = try vault.journal(of: 2026, for: session).filter { $0.kind == .write }
    #expect(written.map(\.act) == ["school aangemaakt"])
    #expect(try vault.history(of: .calendar, for: session).map(\.act) == ["school aangemaakt"])
  }

  @Test("A passphrase that is too short makes no folder")
  func refusedBeforeFolder() throws {
    let folder = TemporaryFolder()
    var short = Array("kort".utf8)
    let user = NewUser(login: "mirjam", name: "Mirjam", role: .careCoordinator, passphrase: Secret(wiping: &short))
    #expect(throws: VaultError.passphraseTooShort(login: "mirjam")) {
      try Vault.create(
        at: folder.path + "/school", state: folder.path + "/state", school: TestSchool.record, users: [user],
        sealed: true, cost: .least, clock: { TestSchool.now })
    }
    #expect(Command.run(["ls", "-A", folder.path], environment: ["PATH": "/usr/bin:/bin"]).output == "")
  }

  @Test("A wrong passphrase opens nothing and says so")
  func wrongPassphrase() throws {
    let school = try TestVault(sealed: true)
    #expect(throws: VaultError.wrongPassphrase) {
      try school.vault.login("mirjam", passphrase: TestSchool.passphrase("joost"))
    }
    #expect(throws: VaultError.unknownLogin("iemand")) { try school.vault.login("iemand") }
  }
}
