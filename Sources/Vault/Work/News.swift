import Casework

/// What was saved since a mark, by anybody.
public struct VaultNews: Equatable, Sendable {
  /// To ask from the next time.
  public let mark: StoreMark
  /// The files as they are now.
  ///
  /// One's own saves are among them; their revisions are known already.
  public let saves: [NewSave]
  /// Users, groups or keys changed: what this user may see can be more or less than before, so load again.
  public let keysChanged: Bool
}

/// A file that somebody saved.
public struct NewSave: Equatable, Sendable {
  public let place: Place
  public let reading: FileReading
  public let writer: Writer?
}

extension Vault {
  /// What was saved since `mark`; nothing where nobody wrote, which costs next to nothing to find out.
  public func news(since mark: StoreMark, for session: VaultSession) throws(VaultError) -> VaultNews? {
    let now = try store.mark()
    guard now != mark else { return nil }
    var latest: [String: JournalEntry] = [:]
    var keysChanged = false
    for entry in try entries(since: mark) where entry.kind == .write {
      for piece in entry.pieces where piece.tag != nil {
        if entry.position.sequence > latest[piece.path]?.position.sequence ?? 0 { latest[piece.path] = entry }
        keysChanged = keysChanged || piece.path == AccessList.path || piece.path.hasPrefix("sleutels/")
      }
    }
    var desk = try desk(session)
    var saves: [NewSave] = []
    for (path, entry) in latest.sorted(by: { $0.key < $1.key }) {
      guard let save = try save(path, entry, &desk) else { continue }
      saves.append(save)
    }
    return VaultNews(mark: now, saves: saves, keysChanged: keysChanged)
  }

  private func entries(since mark: StoreMark) throws(VaultError) -> [JournalEntry] {
    var entries: [JournalEntry] = []
    for chain in try store.chains() {
      for year in try store.years(chain) {
        let seen = mark.sizes[FolderStore.journalPath(chain, year)] ?? (mark.knows(chain, after: year) ? Int.max : 0)
        guard seen != Int.max else { continue }
        for line in try store.journal(chain, year).dropFirst(seen).split(separator: UInt8(ascii: "\n")) {
          if let entry = JournalLine(Array(line))?.entry { entries.append(entry) }
        }
      }
    }
    return entries
  }

  /// The file behind a path; nothing where this user cannot even know which it is.
  private func save(_ path: String, _ entry: JournalEntry, _ desk: inout Desk) throws(VaultError) -> NewSave? {
    let parts = path.split(separator: "/")
    guard parts.first != "sleutels", path != AccessList.path, let bytes = try store.read(path) else { return nil }
    if parts.count > 1, parts[0] == "leerlingen", let pupil = RecordID(parts[1]) { try desk.learn(pupil) }
    let decoded = desk.reading(bytes, path, place: nil)
    guard let place = decoded.place else { return nil }
    return NewSave(place: place, reading: decoded.reading, writer: try writer(of: entry, &desk))
  }
}

extension StoreMark {
  /// Whether a mark already stands on a later year of a chain, so that this year was read before.
  fileprivate func knows(_ chain: String, after year: Int) -> Bool {
    sizes.keys.contains { path in
      path.hasPrefix(FolderStore.Name.journal + "/" + chain + "/")
        && FolderStore.year(ofFile: FolderStore.name(of: path)).map { $0 > year } ?? false
    }
  }
}
