import Casework

/// One state that a file was in.
public struct PlaceVersion: Hashable, Sendable {
  public let place: Place
  /// When it was written and by whom, as the journal tells.
  public let writer: Writer?
  /// The act that wrote it.
  public let act: String?
  let version: VersionName
}

extension Vault {
  /// Reads one file; whoever opens a restricted text or an emergency card records that as well.
  public func read(_ place: Place, for session: VaultSession) throws(VaultError) -> FileReading {
    var desk = try desk(session)
    return try desk.read(place).reading
  }

  /// Every state that a file was ever in, oldest first.
  public func history(of place: Place, for session: VaultSession) throws(VaultError) -> [PlaceVersion] {
    var desk = try desk(session)
    return try history(of: place, &desk)
  }

  /// The file as it was.
  public func read(_ version: PlaceVersion, for session: VaultSession) throws(VaultError) -> FileReading {
    var desk = try desk(session)
    return try read(version, &desk)
  }

  private func history(of place: Place, _ desk: inout Desk) throws(VaultError) -> [PlaceVersion] {
    let path = desk.stored(place)
    let kept = try store.versions(path)
    guard !kept.isEmpty else { return [] }
    var entries: [Int: JournalEntry] = [:]
    for entry in try writes(of: path) { entries[entry.position.sequence] = entry }
    var versions: [PlaceVersion] = []
    for version in kept {
      guard let entry = entries[version.sequence],
        entry.pieces.contains(where: { $0.path == path && $0.tag == version.tag })
      else { continue }
      versions.append(
        PlaceVersion(
          place: place, writer: try writer(of: entry, &desk), act: desk.words(ofAct: entry.act), version: version))
    }
    return versions
  }

  private func read(_ version: PlaceVersion, _ desk: inout Desk) throws(VaultError) -> FileReading {
    let path = desk.stored(version.place)
    guard let bytes = try store.readVersion(path, version.version) else { throw .noSuchRevision(version.place) }
    guard ContentTag(of: bytes) == version.version.tag else { return .damaged(DamagedFile(path, .notLatest)) }
    if let pupil = version.place.pupil { try desk.learn(pupil) }
    return desk.reading(bytes, path, place: version.place).reading
  }

  /// The newest version that can still be read.
  func lastGood(of place: Place, _ desk: inout Desk) throws(VaultError) -> PlaceVersion? {
    for version in try history(of: place, &desk).reversed() {
      if case .read = try read(version, &desk) { return version }
    }
    return nil
  }

  /// Puts a former state in the place of what is there now; what was there stays in the history.
  public func restore(_ version: PlaceVersion, by session: VaultSession) throws(VaultError) -> CommitOutcome {
    for attempt in 0..<Self.attempts {
      Self.pause(after: attempt)
      var desk = try desk(session)
      guard case .read(let good) = try read(version, &desk) else { throw .noSuchRevision(version.place) }
      if let refusal = desk.rights.refusalToWrite(version.place) { throw .noRight(refusal) }
      let now = try desk.read(version.place)
      var previous: Revision?
      if case .read(let current) = now.reading { previous = current.revision }
      let (bytes, revision) = try desk.encoded(good.tree, at: version.place, over: previous)
      let write = Batch.Write(path: desk.stored(version.place), replaces: now.tag, bytes: bytes)
      let batch = desk.batch(
        writes: [write], unchanged: [AccessList.path: desk.accessTag], .write, "vorige versie teruggezet")
      guard case .written = try store.commit(batch) else { continue }
      let stored = Stored(tree: good.tree, revision: revision)
      return .saved(SavedFiles(stored: [version.place: stored], joined: [], undo: Edit(act: "", changes: [])))
    }
    throw .keepsMoving
  }

  private func writes(of path: String) throws(VaultError) -> [JournalEntry] {
    var found: [JournalEntry] = []
    for chain in try store.chains() {
      for year in try store.years(chain) {
        for line in try store.journal(chain, year).split(separator: UInt8(ascii: "\n")) {
          if let entry = JournalLine(Array(line))?.entry, entry.kind == .write,
            entry.pieces.contains(where: { $0.path == path })
          {
            found.append(entry)
          }
        }
      }
    }
    return found
  }
}
