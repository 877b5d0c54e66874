import Casework

extension FolderStore {
  /// Writes a batch: the new versions into the history, one line into the journal (from then on it counts), and only
  /// then the files themselves.
  func commit(_ batch: Batch) throws(FileFault) -> BatchOutcome {
    let lock = try files.lock(Name.lock, true)
    defer { files.close(lock) }
    // Nobody writes a journal while the lock is held, so that its ends are still what they were.
    let heads = try recovering().heads
    let moved = try moved(batch)
    guard moved.isEmpty else { return .moved(paths: moved) }
    let position = heads.position(in: batch.chain)
    let journal = Self.journalPath(batch.chain, heads.year(in: batch.chain, at: batch.at))
    var changed: ChangedFolders = []
    try announce(batch, position)
    for write in batch.writes { try keep(write, position, &changed) }
    try prepare(journal, &changed)
    try files.sync(&changed)
    try append(batch.line(position), to: journal)
    for write in batch.writes { try putInPlace(write.path, write.bytes, position.sequence, &changed) }
    try files.sync(&changed)
    try files.remove(Name.intent)
    return .written(position)
  }

  /// The paths that are no longer what the batch started from.
  private func moved(_ batch: Batch) throws(FileFault) -> [String] {
    var paths: [String] = []
    for write in batch.writes where try tag(of: write.path) != write.replaces { paths.append(write.path) }
    for (path, tag) in batch.unchanged where try self.tag(of: path) != tag { paths.append(path) }
    return paths.sorted()
  }

  func tag(of path: String) throws(FileFault) -> ContentTag? {
    try files.read(path).map { ContentTag(of: $0) }
  }

  /// Leaves word of what is about to be written, so that a killed program's leftovers are found without a search.
  ///
  /// It need not survive a power cut: then the leftovers are only room taken.
  private func announce(_ batch: Batch, _ position: EntryPosition) throws(FileFault) {
    var text = "\(position.sequence)\n"
    for write in batch.writes { text += write.tag.text + " " + write.path + "\n" }
    try files.writeNew(Name.intent, Array(text.utf8), synced: false)
  }

  /// Puts a version into the history; its bytes are safe at once, its name with the folders that changed.
  private func keep(
    _ write: Batch.Write, _ position: EntryPosition, _ changed: inout ChangedFolders
  ) throws(FileFault) {
    let folder = Self.historyFolder(write.path)
    let path = Self.historyPath(write.path, VersionName(sequence: position.sequence, tag: write.tag))
    try files.makeFolders(folder, noting: &changed)
    if try files.size(path) != nil { _ = try setAside(path, &changed) }
    try files.writeNew(path, write.bytes, synced: true)
    changed.insert(folder)
  }

  /// Begins a journal where there is none yet.
  private func prepare(_ journal: String, _ changed: inout ChangedFolders) throws(FileFault) {
    guard try files.size(journal) == nil else { return }
    let folder = Self.folder(of: journal)
    try files.makeFolders(folder, noting: &changed)
    try files.writeNew(journal, [], synced: false)
    changed.insert(folder)
  }

  /// Adds a line to a journal; when this returns the commit counts.
  private func append(_ line: [UInt8], to path: String) throws(FileFault) {
    let journal = try files.openAtEnd(path)
    defer { files.close(journal) }
    try files.write(journal, line + [UInt8(ascii: "\n")])
    try files.sync(journal)
  }

  /// Makes a committed version the current one; the new name is safe with the folders that changed.
  func putInPlace(
    _ path: String, _ bytes: [UInt8], _ sequence: Int, _ changed: inout ChangedFolders
  ) throws(FileFault) {
    let folder = Self.folder(of: path)
    let fresh = folder + (folder.isEmpty ? "" : "/") + "." + Self.name(of: path) + "." + String(sequence)
    try files.makeFolders(folder, noting: &changed)
    if try files.size(fresh) != nil { _ = try setAside(fresh, &changed) }
    try files.writeNew(fresh, bytes, synced: true)
    try files.rename(fresh, path)
    changed.insert(folder)
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
