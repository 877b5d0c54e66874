import Casework

/// Something that is not as it should be.
public enum VaultFinding: Hashable, Sendable {
  case damaged(DamagedFile)
  case journal(JournalFinding)
  /// A file that no line of the journal knows.
  case stray(path: String)
  /// A version that the journal names and the history no longer has.
  case lostVersion(path: String)
}

/// How much a check reads.
public enum CheckDepth: Sendable {
  /// Opens only the files that are not what the journal says was written last.
  case changed
  /// Opens every file.
  case files
  /// Reads the whole history, too.
  case history
}

extension Vault {
  /// Holds all files against their stamps and against the journal: what was cut, edited, swapped, put back or lost is
  /// named by file.
  ///
  /// With a session everything that its keys open is opened as well.
  public func check(
    for session: VaultSession? = nil, depth: CheckDepth = .files
  ) throws(VaultError) -> [VaultFinding] {
    let steady = try store.steady()
    defer { steady.end() }
    let (access, _) = try accessList()
    var journal = JournalCheck(access: access)
    for chain in try store.chains() {
      var years: [(path: String, bytes: [UInt8])] = []
      for year in try store.years(chain) {
        years.append((FolderStore.journalPath(chain, year), try store.journal(chain, year)))
      }
      journal.walk(chain, years)
    }
    journal.compare(with: local.seenHeads(school))
    var check = FileCheck(
      store: store, access: access,
      desk: try session.map { (session) throws(VaultError) in
        try desk(session)
      }, writes: journal.writes, opensAll: depth != .changed)
    try check.walk()
    check.compare()
    if depth == .history { try check.compareHistory(with: journal.writes) }
    if journal.findings.isEmpty { local.see(journal.heads, school) }
    return journal.findings.map(VaultFinding.journal) + check.findings
  }
}

/// Walks over every file as it is now.
private struct FileCheck {
  let store: Store
  let access: AccessList
  var desk: Desk?
  private(set) var findings: [VaultFinding] = []
  private var tags: [String: ContentTag] = [:]
  /// What the journal says was written last to each path.
  private let latest: [String: ContentTag]
  private let opensAll: Bool

  init(store: Store, access: AccessList, desk: Desk?, writes: [JournalEntry], opensAll: Bool) {
    self.store = store
    self.access = access
    self.desk = desk
    self.opensAll = opensAll
    var latest: [String: ContentTag] = [:]
    for entry in writes {
      for piece in entry.pieces { if let tag = piece.tag { latest[piece.path] = tag } }
    }
    self.latest = latest
  }

  /// Notes a file's hash, and whether its content is to be looked at.
  private mutating func note(_ path: String, _ bytes: [UInt8]) -> Bool {
    let tag = ContentTag(of: bytes)
    tags[path] = tag
    return opensAll || latest[path] != tag
  }

  mutating func walk() throws(VaultError) {
    try walkKeys()
    try walk("")
    for folder in ["leerlingen", "groepen", "notities"] {
      for name in try store.list(folder) { try walk(folder + "/" + name) }
    }
    try walk("noodkaarten")
    for name in try store.list("leerlingen") where !access.isSealed { try walk("leerlingen/\(name)/vertrouwelijk") }
  }

  private mutating func walkKeys() throws(VaultError) {
    for folder in ["sleutels", "sleutels/kringen", "sleutels/gebruikers", "sleutels/dossiers"] {
      for file in try store.readFolder(folder) {
        let path = folder + "/" + file.name
        guard note(path, file.bytes) else { continue }
        if let flaw = flaw(ofKey: file.bytes, path) { findings.append(.damaged(DamagedFile(path, flaw))) }
        guard folder == "sleutels/dossiers", let pupil = RecordID(file.name.dropLast(5)), let desk else { continue }
        if case .success(let ring) = desk.opened(ring: file.bytes, path, pupil) { self.desk?.rings[pupil] = ring }
      }
    }
  }

  /// What is wrong with a file of the keyring, judged by its signature.
  private func flaw(ofKey bytes: [UInt8], _ path: String) -> DamagedFile.Flaw? {
    guard let stamped = Stamped(bytes) else { return .malformed }
    guard stamped.content.id("school") == access.school else { return .swapped }
    let name = String(FolderStore.name(of: path).dropLast(5))
    switch path.split(separator: "/").dropFirst().first {
    case "kringen":
      guard stamped.content["kring"]?.text == name else { return .swapped }
      return isSigned(stamped, .circle, access.root?.publicKey)
    case "gebruikers":
      guard let user = stamped.content.id("gebruiker"), user.description == name else { return .swapped }
      return isSigned(stamped, .bundle, access.member(user)?.signKey)
    case "dossiers":
      guard let writer = stamped.content.id("door"), stamped.content["dossier"]?.text == name else { return .swapped }
      return isSigned(stamped, .ring, access.member(writer)?.signKey)
    default: return isSigned(stamped, .root, access.root?.publicKey)
    }
  }

  private func isSigned(_ stamped: Stamped, _ purpose: SignedPurpose, _ key: [UInt8]?) -> DamagedFile.Flaw? {
    guard let key else { return .unknownWriter }
    return stamped.isSigned(as: purpose, by: key) ? nil : .badStamp
  }

  private mutating func walk(_ folder: String) throws(VaultError) {
    for file in try store.readFolder(folder) {
      let path = folder.isEmpty ? file.name : folder + "/" + file.name
      if folder.isEmpty && [FolderStore.Name.lock, FolderStore.Name.intent].contains(path) { continue }
      guard note(path, file.bytes), path != AccessList.path else { continue }
      if let flaw = flaw(of: file.bytes, path) { findings.append(.damaged(DamagedFile(path, flaw))) }
    }
  }

  /// What is wrong with a file of the school; without keys only what its signature tells.
  private mutating func flaw(of bytes: [UInt8], _ path: String) -> DamagedFile.Flaw? {
    // A damaged ring is named itself; what it would open is judged from the outside.
    for part in path.split(separator: "/").dropFirst().prefix(1) where !opensAll {
      if let pupil = RecordID(part) { try? desk?.learn(pupil) }
    }
    if let desk {
      guard case .damaged(let file) = desk.reading(bytes, path, place: nil).reading else { return nil }
      return file.flaw
    }
    guard access.isSealed else { return (try? Tree(bytes: bytes)) == nil ? .malformed : nil }
    guard let envelope = Envelope(bytes) else { return .malformed }
    guard envelope.header.school == access.school, envelope.header.path == path else { return .swapped }
    guard let key = access.member(envelope.header.writer)?.signKey else { return .unknownWriter }
    return envelope.isSigned(by: key) ? nil : .badStamp
  }

  /// Every file must be the one that was written last, and no other may be there.
  mutating func compare() {
    let named = Set(findings.compactMap { if case .damaged(let file) = $0 { file.path } else { nil } })
    for (path, tag) in latest.sorted(by: { $0.key < $1.key }) where tags[path] != tag && !named.contains(path) {
      findings.append(.damaged(DamagedFile(path, tags[path] == nil ? .missing : .notLatest)))
    }
    for path in tags.keys.sorted() where latest[path] == nil && !named.contains(path) {
      findings.append(.stray(path: path))
    }
  }

  /// Every version that was ever written must still be there.
  mutating func compareHistory(with writes: [JournalEntry]) throws(VaultError) {
    var versions: [String: Set<VersionName>] = [:]
    for entry in writes {
      for piece in entry.pieces {
        guard let tag = piece.tag else { continue }
        versions[piece.path, default: []].insert(VersionName(sequence: entry.position.sequence, tag: tag))
      }
    }
    for (path, named) in versions.sorted(by: { $0.key < $1.key }) {
      let kept = Set(try store.versions(path))
      for version in named.sorted() where !kept.contains(version) {
        findings.append(.lostVersion(path: FolderStore.historyPath(path, version)))
      }
      for version in named.intersection(kept).sorted() {
        guard let bytes = try store.readVersion(path, version), ContentTag(of: bytes) != version.tag else { continue }
        findings.append(.damaged(DamagedFile(FolderStore.historyPath(path, version), .badStamp)))
      }
      for version in kept.subtracting(named).sorted() {
        findings.append(.stray(path: FolderStore.historyPath(path, version)))
      }
    }
  }
}
