import Casework
import Support
import Testing
import Vault

/// A morning's saves, with what the school must hold after each.
private struct Morning {
  let sealed: Bool
  private(set) var acknowledged: [Int] = []

  private static let pupils = [id(1001), id(1002)]
  private static func place(_ pupil: Int, _ section: SectionName) -> Place { .section(pupil: pupils[pupil], section) }

  /// The files of each save and what is put in them.
  static let saves: [[(Place, Tree)]] = [
    [
      (place(0, .pupil), TestSchool.pupil("Noor", in: TestSchool.groupSix)),
      (place(0, .absence), TestSchool.note("een")),
    ],
    [(place(0, .absence), TestSchool.note("twee"))],
    [
      (place(1, .pupil), TestSchool.pupil("Sam", in: TestSchool.groupSeven)),
      (.calendar, TestSchool.note("kalender")), (place(0, .absence), TestSchool.note("drie")),
    ],
    [(place(0, .pupil), TestSchool.pupil("Noortje", in: TestSchool.groupSix))],
  ]

  /// What the school holds after so many saves, worked out without the vault.
  static func expected(after count: Int) -> [Place: Tree] {
    var files: [Place: Tree] = [:]
    for save in saves.prefix(min(count, saves.count)) { for (place, tree) in save { files[place] = tree } }
    return files
  }

  /// Makes the school and saves everything, noting at which step each acknowledgement came.
  mutating func run(on disk: PowerCutDisk) throws {
    let vault = try Self.found(on: disk, sealed: sealed)
    acknowledged = [disk.steps]
    let session = try Self.login(vault)
    var stored: [Place: Stored] = [:]
    for save in Self.saves {
      let edit = Edit(act: "proef", changes: save.map { Change(place: $0.0, before: stored[$0.0], after: $0.1) })
      guard case .saved(let files) = try vault.commit(edit, by: session) else { throw TestFailure.conflict }
      stored.merge(files.stored) { _, new in new }
      acknowledged.append(disk.steps)
    }
    try vault.record(.open, "dossier geopend", [Self.saves[0][0].0], by: session)
    acknowledged.append(disk.steps)
  }

  static func found(on disk: PowerCutDisk, sealed: Bool) throws -> Vault {
    try Vault.create(
      Store(disk.files), PowerCutDisk().files, name: "proef", school: TestSchool.record,
      users: sealed ? Array(TestSchool.users.prefix(2)) : TestSchool.users, sealed: sealed, cost: .least,
      clock: { TestSchool.now }
    ).vault
  }

  static func login(_ vault: Vault) throws -> VaultSession {
    try vault.login("mirjam", passphrase: vault.isSealed ? TestSchool.passphrase("mirjam") : nil)
  }

  /// How many saves the steps before this moment acknowledged; nothing while the school itself was not there yet.
  func acknowledged(before step: Int) -> Int? {
    let count = acknowledged.count { $0 <= step }
    return count == 0 ? nil : count - 1
  }

  /// The school on a disk, or nothing where there is none yet.
  private static func opened(_ disk: PowerCutDisk) throws -> Vault? {
    let outcome = Result { () throws(VaultError) in
      try Vault.open(Store(disk.files), PowerCutDisk().files, name: "proef", clock: { TestSchool.now })
    }
    if case .failure(.noSchool) = outcome { return nil }
    return try outcome.get()
  }

  /// What is wrong with what a program finds on this disk; nothing where all is well.
  func fault(on disk: PowerCutDisk, acknowledged count: Int?) -> String? {
    do {
      guard let vault = try Self.opened(disk) else {
        if let count { return "the school is gone after \(count) saves" }
        _ = try Self.found(on: disk, sealed: sealed)
        return nil
      }
      let session = try Self.login(vault)
      let found = try vault.load(for: session)
      guard found.damaged.isEmpty else { return "damaged: \(found.damaged.map(\.file))" }
      let state = files(of: found.caseload)
      let allowed = [count ?? 0, (count ?? -1) + 1].map(Self.expected(after:))
      guard allowed.contains(state) else { return "neither the old state nor the new one" }
      let findings = try vault.check(for: session, depth: .history).filter { !$0.isLeftover }
      guard findings.isEmpty else { return "found: \(findings)" }
      let lines = try vault.journal(of: 2026, for: session).count
      guard lines >= (count ?? -1) + 1 else { return "only \(lines) lines in the journal" }
      return try workGoesOn(vault, session, found.caseload)
    } catch { return "threw \(error)" }
  }

  private func files(of caseload: Caseload) -> [Place: Tree] {
    var files: [Place: Tree] = [:]
    for (place, stored) in caseload.stored where place != .school {
      guard case .object(var members) = stored.tree else { continue }
      members[SectionFormat.nameKey] = nil
      members[SectionFormat.versionKey] = nil
      files[place] = .object(members)
    }
    return files
  }

  private func workGoesOn(_ vault: Vault, _ session: VaultSession, _ caseload: Caseload) throws -> String? {
    let place = Place.section(pupil: id(1009), .support)
    let change = Change(place: place, before: caseload.stored[place], after: TestSchool.note("verder"))
    guard case .saved = try vault.commit(Edit(act: "proef", changes: [change]), by: session) else {
      return "the next save met a conflict"
    }
    return nil
  }
}

@Suite("Power cuts and kills")
struct PowerCutTests {
  @Test("After a power cut at any step the last acknowledged save is there, or the one in flight, whole")
  func everyStep() throws {
    let disk = PowerCutDisk()
    disk.rememberMoments()
    var morning = Morning(sealed: false)
    try morning.run(on: disk)
    var cases = 0
    for (step, moment) in disk.moments.enumerated() {
      for (number, survivor) in moment.afterPowerCut(limit: 12, seed: UInt64(step)).enumerated() {
        let fault = morning.fault(on: survivor, acknowledged: morning.acknowledged(before: step))
        #expect(fault == nil, "step \(step), case \(number)")
        cases += 1
      }
    }
    print("power cuts: \(disk.moments.count) steps, \(cases) disks")
    #expect(disk.moments.count > 100)
  }

  @Test("The same in a sealed school, with keys made on the way")
  func everyStepSealed() throws {
    let disk = PowerCutDisk()
    disk.rememberMoments()
    var morning = Morning(sealed: true)
    try morning.run(on: disk)
    for (step, moment) in disk.moments.enumerated() {
      for (number, survivor) in moment.afterPowerCut(limit: 3, seed: UInt64(step)).enumerated() {
        let fault = morning.fault(on: survivor, acknowledged: morning.acknowledged(before: step))
        #expect(fault == nil, "step \(step), case \(number)")
      }
    }
  }

  @Test("After a kill at any step, and a power cut during or after the recovery, the same holds")
  func killThenCut() throws {
    let disk = PowerCutDisk()
    disk.rememberMoments()
    var morning = Morning(sealed: false)
    try morning.run(on: disk)
    for (step, moment) in disk.moments.enumerated() {
      let acknowledged = morning.acknowledged(before: step)
      let killed = moment.afterKill()
      killed.rememberMoments()
      #expect(morning.fault(on: killed, acknowledged: acknowledged) == nil, "kill at \(step)")
      let later = killed.moments
      for (number, at) in [later.count / 3, 2 * later.count / 3, later.count - 1].enumerated() {
        guard let survivor = later[at].afterPowerCut(limit: 2, seed: UInt64(step * 3 + number)).last else { continue }
        let fault = morning.faultAfterGoingOn(on: survivor, acknowledged: acknowledged)
        #expect(fault == nil, "kill at \(step), cut at \(at) of \(later.count)")
      }
    }
  }

  @Test(
    "A recovery that syncs no files, or no folders, is noticed after a later power cut",
    arguments: [(true, false), (false, true)])
  func recoverySyncs(leavesOutFiles: Bool, leavesOutFolders: Bool) throws {
    let disk = PowerCutDisk()
    disk.rememberMoments()
    var morning = Morning(sealed: false)
    try morning.run(on: disk)
    let isNoticed = disk.moments.enumerated().contains { step, moment in
      let acknowledged = morning.acknowledged(before: step)
      let killed = moment.afterKill()
      killed.leaveOut(files: leavesOutFiles, folders: leavesOutFolders)
      guard
        (try? Vault.open(Store(killed.files), PowerCutDisk().files, name: "proef", clock: { TestSchool.now })) != nil
      else { return false }
      killed.leaveOut(files: false, folders: false)
      guard morning.fault(on: killed, acknowledged: acknowledged) == nil else { return true }
      return killed.afterPowerCut(limit: 8, seed: UInt64(step)).contains {
        morning.faultAfterGoingOn(on: $0, acknowledged: acknowledged) != nil
      }
    }
    #expect(isNoticed)
  }

  @Test("With any one sync left out, these tests fail")
  func everySyncCounts() throws {
    let whole = PowerCutDisk()
    var morning = Morning(sealed: false)
    try morning.run(on: whole)
    var missed: [Int] = []
    for sync in 0..<whole.syncs where try !isNoticed(leavingOut: sync) { missed.append(sync) }
    print("syncs: \(whole.syncs), each left out in turn")
    #expect(missed.isEmpty, "syncs that no test misses")
  }

  /// Whether a morning in which this sync did nothing shows a fault at some step.
  private func isNoticed(leavingOut sync: Int) throws -> Bool {
    let disk = PowerCutDisk()
    disk.leaveOut(sync: sync)
    disk.rememberMoments()
    var morning = Morning(sealed: false)
    try morning.run(on: disk)
    let moments = disk.moments
    let steps = morning.acknowledged.filter { $0 < moments.count } + Array(moments.indices)
    for step in steps {
      for survivor in moments[step].afterPowerCut(limit: 6, seed: UInt64(step)) {
        if morning.fault(on: survivor, acknowledged: morning.acknowledged(before: step)) != nil { return true }
      }
    }
    return false
  }
}

extension Morning {
  /// As ``fault(on:acknowledged:)``, where the extra save that shows that work goes on may have been made before.
  fileprivate func faultAfterGoingOn(on disk: PowerCutDisk, acknowledged count: Int?) -> String? {
    do {
      guard let vault = try Self.opened(disk) else { return count == nil ? nil : "the school is gone" }
      let session = try Self.login(vault)
      let found = try vault.load(for: session)
      guard found.damaged.isEmpty else { return "damaged" }
      var state = files(of: found.caseload)
      state[.section(pupil: id(1009), .support)] = nil
      let allowed = [count ?? 0, (count ?? -1) + 1].map(Self.expected(after:))
      guard allowed.contains(state) else { return "neither the old state nor the new one" }
      let findings = try vault.check(for: session, depth: .history).filter { !$0.isLeftover }
      return findings.isEmpty ? nil : "found: \(findings)"
    } catch { return "threw \(error)" }
  }
}
