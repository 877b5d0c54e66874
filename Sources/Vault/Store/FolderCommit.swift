import Casework

extension FolderStore {
  /// Writes a batch: the new versions into the history, one line into the journal (from then on it counts), and only
  /// then the files themselves.
  func commit(_ batch: Batch) throws(FileFault) -> BatchOutcome {
    let lock = try files.lock(Name.lock, true)
    defer { files.close(lock) }
    _ = try recover()
    let moved = try moved(batch)
    guard moved.isEmpty else { return .moved(paths: moved) }
    let heads = try JournalHeads.read(files)
    let position = heads.position(in: batch.chain)
    try announce(batch, position)
    for write in batch.writes { try keep(write, position) }
    try append(batch.line(position), to: batch.chain, year: heads.year(in: batch.chain, at: batch.at))
    for write in batch.writes { try putInPlace(write.path, write.bytes, position.sequence) }
    try finish(batch.writes.map(\.path))
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
    guard !batch.writes.isEmpty else { return }
    var text = "\(position.sequence)\n"
    for write in batch.writes { text += write.tag.text + " " + write.path + "\n" }
    try files.writeNew(Name.intent, Array(text.utf8), synced: false)
  }

  /// Puts a version into the history.
  private func keep(_ write: Batch.Write, _ position: EntryPosition) throws(FileFault) {
    let folder = Self.historyFolder(write.path)
    let path = Self.historyPath(write.path, VersionName(sequence: position.sequence, tag: write.tag))
    try files.makeFolders(folder)
    if try files.size(path) != nil { _ = try setAside(path) }
    try files.writeNew(path, write.bytes, synced: true)
    try files.syncFolder(folder)
  }

  /// Adds a line to a chain; when this returns the commit counts.
  private func append(_ line: [UInt8], to chain: String, year: Int) throws(FileFault) {
    let path = Self.journalPath(chain, year)
    if try files.size(path) == nil {
      let folder = Name.journal + "/" + chain
      try files.makeFolders(folder)
      try files.writeNew(path, [], synced: false)
      try files.syncFolder(folder)
    }
    let journal = try files.openAtEnd(path)
    defer { files.close(journal) }
    try files.write(journal, line + [UInt8(ascii: "\n")])
    try files.sync(journal)
  }

  /// Makes a committed version the current one.
  func putInPlace(_ path: String, _ bytes: [UInt8], _ sequence: Int) throws(FileFault) {
    let folder = Self.folder(of: path)
    let fresh = folder + (folder.isEmpty ? "" : "/") + "." + Self.name(of: path) + "." + String(sequence)
    try files.makeFolders(folder)
    if try files.size(fresh) != nil { _ = try setAside(fresh) }
    try files.writeNew(fresh, bytes, synced: true)
    try files.rename(fresh, path)
  }

  /// Makes the new names safe and takes the word of them back.
  func finish(_ paths: [String]) throws(FileFault) {
    guard !paths.isEmpty else { return }
    for folder in Set(paths.map(Self.folder(of:))).sorted() { try files.syncFolder(folder) }
    if try files.size(Name.intent) != nil { try files.remove(Name.intent) }
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
