import Casework

/// The school as it was recorded by the end of a day, as far as a user may see it now.
public struct RecordedSchool: Sendable {
  public let caseload: Caseload
  /// A file of which the version of then is gone or cannot be used, where no tab tells so itself.
  public let unnamed: DamagedFile?
  /// The day on which the first file was recorded; nothing where none ever was.
  public let since: CivilDate?
}

/// One dossier as it was recorded by the end of a day, as far as a user may see it now.
public struct RecordedDossier: Sendable {
  /// Nothing where nothing of it that this user may read was recorded by then.
  public let dossier: Dossier?
  /// The day on which the first file of this dossier was recorded; nothing where none ever was.
  public let since: CivilDate?
}

extension Vault {
  /// Reads the school as it was recorded by the end of a Dutch day: of every file the newest version that the journal
  /// had by then.
  ///
  /// Keys and rights are those of now. A version that is no longer in the history makes its tab damaged, never empty.
  /// Without the school or the calendar of then nothing can be judged: `.damaged` with the file that is missing.
  public func load(asOf day: CivilDate, for session: VaultSession) throws(VaultError) -> RecordedSchool {
    let steady = try store.steady()
    defer { steady.end() }
    let index = try recordIndex(at: day)
    var loading = Loading(desk: try desk(session), shelf: Shelf(of: store, as: index))
    try loading.readAll()
    let damaged = loading.damaged
    if let vital = damaged.first(where: { $0.place == .school || $0.place == .calendar }) {
      throw .damaged(vital.file)
    }
    for item in damaged { loading.mark(item.place, item.file.sentence) }
    let unnamed = damaged.first { if case .section = $0.place { false } else { true } }
    return RecordedSchool(caseload: loading.caseload, unnamed: unnamed?.file, since: index.since)
  }

  /// Reads one dossier alone as it was recorded by the end of a Dutch day, with the keys and rights of now.
  ///
  /// A version that is no longer in the history makes its tab damaged, never empty.
  public func load(
    _ pupil: RecordID, asOf day: CivilDate, for session: VaultSession
  ) throws(VaultError) -> RecordedDossier {
    let steady = try store.steady()
    defer { steady.end() }
    let index = try recordIndex(at: day, since: "leerlingen/\(pupil)/")
    var loading = Loading(desk: try desk(session), shelf: Shelf(of: store, as: index))
    try loading.readDossier(of: pupil)
    for item in loading.damaged { loading.mark(item.place, item.file.sentence) }
    return RecordedDossier(dossier: loading.caseload.dossiers[pupil], since: index.since)
  }

  private func recordIndex(at day: CivilDate, since folder: String = "") throws(VaultError) -> RecordIndex {
    var index = RecordIndex(day: day, since: folder)
    for chain in try store.chains() {
      for year in try store.years(chain) {
        for line in try store.journal(chain, year).split(separator: UInt8(ascii: "\n")) {
          if let entry = JournalLine(Array(line))?.entry { index.take(entry) }
        }
      }
    }
    return index
  }
}

/// Which version of each file was the newest by the end of a day, as the journal tells.
struct RecordIndex: Sendable {
  let day: CivilDate
  /// The day on which something was written first, in the folder that is asked about.
  private(set) var since: CivilDate?
  /// With a slash at its end; empty for the whole school.
  private let folder: String
  /// By folder and name.
  private var folders: [String: [String: VersionName]] = [:]
  /// The folders directly in a folder.
  private var subfolders: [String: Set<String>] = [:]

  init(day: CivilDate, since folder: String) {
    self.day = day
    self.folder = folder
  }

  /// Takes in a line of the journal, in any order.
  mutating func take(_ entry: JournalEntry) {
    guard entry.kind == .write else { return }
    let written = entry.at.day
    if folder.isEmpty || entry.pieces.contains(where: { $0.path.hasPrefix(folder) }) {
      since = min(since ?? written, written)
    }
    guard written <= day else { return }
    for piece in entry.pieces {
      if let tag = piece.tag { take(piece.path, VersionName(sequence: entry.position.sequence, tag: tag)) }
    }
  }

  private mutating func take(_ path: String, _ version: VersionName) {
    let folder = FolderStore.folder(of: path)
    let name = FolderStore.name(of: path)
    if let known = folders[folder]?[name], known > version { return }
    folders[folder, default: [:]][name] = version
    var way = folder
    while !way.isEmpty {
      subfolders[FolderStore.folder(of: way), default: []].insert(FolderStore.name(of: way))
      way = FolderStore.folder(of: way)
    }
  }

  subscript(path: String) -> VersionName? { folders[FolderStore.folder(of: path)]?[FolderStore.name(of: path)] }

  /// The files directly in a folder, by name.
  func files(in folder: String) -> [(String, VersionName)] {
    (folders[folder] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The names directly in a folder, of files and folders, in order.
  func names(in folder: String) -> [String] {
    (subfolders[folder] ?? []).union(folders[folder].map { Set($0.keys) } ?? []).sorted()
  }
}
