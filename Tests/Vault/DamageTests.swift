import Casework
import Support
import Testing
import Vault

/// A sealed school with files of every kind, on a disk whose bytes a test may change.
private struct DamageBench {
  let school: TestVault
  let ib: VaultSession
  static let pupil = id(1001)

  init() throws {
    school = try TestVault(sealed: true)
    ib = try school.session("mirjam")
    try school.save(
      Change(
        place: .section(pupil: Self.pupil, .pupil), before: nil,
        after: TestSchool.pupil("Noor", in: TestSchool.groupSix)
      ), Change(place: .section(pupil: Self.pupil, .family), before: nil, after: TestSchool.note("gezin")), by: ib)
    let first = try school.save(
      Change(place: .section(pupil: Self.pupil, .absence), before: nil, after: TestSchool.note("een")), by: ib)
    let before = first.stored[.section(pupil: Self.pupil, .absence)]
    try school.save(
      Change(place: .section(pupil: Self.pupil, .absence), before: before, after: TestSchool.note("twee")), by: ib)
    try school.vault.record(.open, "dossier geopend", [.section(pupil: Self.pupil, .family)], by: ib)
  }

  /// Every file below a folder.
  func paths(_ folder: String) throws -> [String] {
    try school.disk.files.list(folder).flatMap { name in
      let path = folder.isEmpty ? name : folder + "/" + name
      let inside = try paths(path)
      return inside.isEmpty ? [path] : inside
    }
  }

  func bytes(_ path: String) throws -> [UInt8] { try #require(try school.disk.files.read(path)) }

  /// Puts other bytes in a file, as somebody with a hex editor would.
  func put(_ bytes: [UInt8], in path: String) throws {
    let files = school.disk.files
    try files.remove(path)
    let file = try files.create(path)
    try files.write(file, bytes)
    files.close(file)
  }

  /// The files that somebody is told about: by opening the school, logging in, or a check.
  func named() throws -> Set<String> {
    let outcome = Result { () throws(VaultError) in
      let vault = try Vault.open(
        Store(school.disk.files), school.state.files, name: "proef", clock: { TestSchool.now })
      let session = try vault.login("mirjam", passphrase: TestSchool.passphrase("mirjam"))
      return try vault.check(for: session, depth: .history)
    }
    switch outcome {
    case .failure(.damaged(let file)): return [file.path]
    case .failure(let error): throw error
    case .success(let findings):
      return Set(
        findings.map { finding in
          switch finding {
          case .damaged(let file): file.path
          case .journal(let line): line.path
          case .stray(let path), .lostVersion(let path): path
          }
        })
    }
  }
}

@Suite("Damage and tampering")
struct DamageTests {
  @Test("A flipped byte anywhere in a sealed school is found and its file named")
  func flippedByte() throws {
    let bench = try DamageBench()
    #expect(try bench.named() == [])
    var generator = SeededGenerator(seed: 6)
    let own = UserBundlePaths.own
    for path in try bench.paths("") where path != "slot" {
      // Another user's bundle is checked too; the lock's file holds nothing.
      let whole = try bench.bytes(path)
      guard !whole.isEmpty else { continue }
      for _ in 0..<(path == own ? 6 : 3) {
        var bytes = whole
        bytes[generator.int(0...bytes.count - 1)] ^= UInt8(1 << generator.int(0...6))
        try bench.put(bytes, in: path)
        #expect(try bench.named().contains(path), "\(path)")
      }
      try bench.put(whole, in: path)
    }
    #expect(try bench.named() == [])
  }

  @Test("A file that is put back as it was, swapped with another or taken away is named")
  func swapped() throws {
    let bench = try DamageBench()
    let folder = "leerlingen/\(DamageBench.pupil)"
    let paths = try bench.paths(folder)
    let history = try bench.paths("geschiedenis/" + folder)
    let old = try #require(history.first { path in history.count { $0.hasPrefix(path.prefix(100)) } > 1 })
    let current = String(old.dropFirst("geschiedenis/".count).prefix { $0 != "-" }.dropLast(13))
    let now = try bench.bytes(current)
    try bench.put(try bench.bytes(old), in: current)
    #expect(try bench.named() == [current])
    try bench.put(now, in: current)
    let other = try #require(paths.first { $0 != current })
    let theirs = try bench.bytes(other)
    try bench.put(theirs, in: current)
    #expect(try bench.named() == [current])
    try bench.put(now, in: current)
    try bench.school.disk.files.remove(other)
    #expect(try bench.named() == [other])
  }

  @Test("The short look right after opening finds a flipped byte, a file put back as it was and one that is gone")
  func survey() throws {
    let bench = try DamageBench()
    let vault = bench.school.vault
    let folder = "leerlingen/\(DamageBench.pupil)"
    let (absence, family) = (
      Place.section(pupil: DamageBench.pupil, .absence), Place.section(pupil: DamageBench.pupil, .family)
    )
    #expect(try vault.survey(for: bench.ib) == [])
    let history = try bench.paths("geschiedenis/" + folder)
    let old = try #require(history.first { path in history.count { $0.hasPrefix(path.prefix(100)) } > 1 })
    let current = String(old.dropFirst("geschiedenis/".count).prefix { $0 != "-" }.dropLast(13))
    try bench.put(try bench.bytes(old), in: current)
    let rolledBack = try #require(try vault.survey(for: bench.ib).first)
    #expect(rolledBack.place == absence)
    #expect(rolledBack.finding == .damaged(DamagedFile(current, .notLatest)))
    #expect(rolledBack.canBePutBack)
    // The teacher of the pupil is told as well, another one is not, and the director cannot put it back.
    #expect(try vault.survey(for: try bench.school.session("joost")).map(\.place) == [absence])
    #expect(try vault.survey(for: try bench.school.session("aicha")) == [])
    #expect(try vault.survey(for: try bench.school.session("rob")).map(\.canBePutBack) == [false])

    guard case .saved = try vault.restore(try #require(rolledBack.lastGood), by: bench.ib) else {
      throw TestFailure.conflict
    }
    #expect(try vault.survey(for: bench.ib) == [])
    #expect(
      try vault.load(for: bench.ib).caseload.dossiers[DamageBench.pupil]?.tree(of: .absence)?["tekst"]
        == .string("twee"))

    let path = try #require(try bench.paths(folder).first { try vault.survey(for: bench.ib).isEmpty && $0 != current })
    var bytes = try bench.bytes(path)
    bytes[bytes.count / 2] ^= 1
    try bench.put(bytes, in: path)
    let flipped = try vault.survey(for: bench.ib)
    #expect(flipped.map(\.path) == [path])
    #expect(flipped.first?.lastGood != nil)
    // What only the care team reads is told to no teacher.
    let told = try vault.survey(for: try bench.school.session("joost")).compactMap(\.place)
    #expect(!told.contains(family))
    try bench.school.disk.files.remove(path)
    #expect(try vault.survey(for: bench.ib).map(\.finding) == [.damaged(DamagedFile(path, .missing))])
    #expect(try vault.survey(for: bench.ib).map(\.canBePutBack) == [true])
  }

  @Test("The short look finds a key that was changed and a journal that was cut, and says so to everybody")
  func surveyOfKeys() throws {
    let bench = try DamageBench()
    let key = "sleutels/dossiers/\(DamageBench.pupil).json"
    let whole = try bench.bytes(key)
    var bytes = whole
    bytes[40] ^= 1
    try bench.put(bytes, in: key)
    for login in ["mirjam", "aicha"] {
      #expect(try bench.school.vault.survey(for: try bench.school.session(login)).map(\.path) == [key])
    }
    try bench.put(whole, in: key)
    let journal = try #require(try bench.paths("journaal").first)
    #expect(try bench.school.vault.survey(for: bench.ib) == [])
    let lines = try bench.bytes(journal).split(separator: UInt8(ascii: "\n"))
    try bench.put(Array(lines.dropLast().joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")], in: journal)
    let cut = try bench.school.vault.survey(for: bench.ib)
    #expect(cut.map(\.path) == [journal])
    #expect(cut.first?.sentence.contains("regels verdwenen") == true)
  }

  @Test("A journal line that is cut, edited, swapped or put elsewhere is named with its number")
  func journal() throws {
    let bench = try DamageBench()
    let path = try #require(try bench.paths("journaal").first)
    let whole = try bench.bytes(path)
    let lines = whole.split(separator: UInt8(ascii: "\n"))
    try #require(lines.count == 5)
    func findings(_ lines: [ArraySlice<UInt8>]) throws -> [JournalFinding] {
      try bench.put(Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")], in: path)
      return try bench.school.vault.check(for: bench.ib).compactMap { finding in
        if case .journal(let line) = finding { line } else { nil }
      }
    }
    func expected(_ line: Int, _ flaw: JournalFinding.Flaw) -> [JournalFinding] {
      [JournalFinding(path: path, line: line, flaw: flaw)]
    }
    #expect(try findings(lines) == [])
    #expect(try findings(lines.dropLast()) == expected(4, .cut))
    #expect(try findings(Array(lines[..<2] + lines[3...])) == expected(3, .outOfOrder))
    let swapped = [lines[0], lines[2], lines[1], lines[3], lines[4]]
    #expect(try findings(swapped).first == JournalFinding(path: path, line: 2, flaw: .outOfOrder))
    let edited = String(decoding: lines[2], as: UTF8.self).replacing("schrijven", with: "afdrukken")
    #expect(try findings([lines[0], lines[1], Array(edited.utf8)[...], lines[3], lines[4]]) == expected(3, .edited))
    let last = String(decoding: lines[4], as: UTF8.self).replacing("openen", with: "afdrukken")
    #expect(
      try findings(lines[..<4] + [Array(last.utf8)[...]]).contains(JournalFinding(path: path, line: 5, flaw: .edited)))
    #expect(try findings(lines) == [])
  }

  @Test("A damaged tab does not stop the school: it is named, and its last good state is offered and put back")
  func lastGood() throws {
    let bench = try DamageBench()
    let place = Place.section(pupil: DamageBench.pupil, .absence)
    let before = try bench.school.vault.load(for: bench.ib)
    for path in try bench.paths("leerlingen/\(DamageBench.pupil)") {
      var bytes = try bench.bytes(path)
      bytes[bytes.count / 2] ^= 1
      try bench.put(bytes, in: path)
    }
    let loaded = try bench.school.vault.load(for: bench.ib)
    #expect(Set(loaded.damaged.compactMap(\.place)) == Set(before.caseload.stored.keys).filter { $0 != .school })
    guard case .damaged(let sentence) = loaded.caseload.dossiers[DamageBench.pupil]?.absence else {
      Issue.record("not damaged")
      return
    }
    #expect(sentence.contains("Mirjam Postma"))
    let good = try #require(loaded.damaged.first { $0.place == place }?.lastGood)
    guard case .saved = try bench.school.vault.restore(good, by: bench.ib) else {
      Issue.record("not restored")
      return
    }
    let after = try bench.school.vault.load(for: bench.ib)
    #expect(after.caseload.dossiers[DamageBench.pupil]?.tree(of: .absence)?["tekst"] == .string("twee"))
  }
}

/// Names of files that a test needs to know.
private enum UserBundlePaths {
  static let own = "sleutels/gebruikers/\(TestSchool.coordinator).json"
}
