extension FolderStore {
  /// Brings the files to what the journal says, under the lock: the last commit is finished, and what never became one
  /// is set aside.
  ///
  /// Nothing is removed.
  func recover() throws(FileFault) -> [Recovered] {
    var found = try mendTornLines()
    let heads = try JournalHeads.read(files)
    if let last = heads.last { found += try rollForward(last) }
    found += try clearIntent(committed: heads.sequence)
    return found
  }

  /// Ends the last commit where it had not ended.
  ///
  /// Only files that are still what it replaced are touched: anything else was not left by a half-done write, and is
  /// for the check to name.
  private func rollForward(_ entry: JournalEntry) throws(FileFault) -> [Recovered] {
    var finished: [String] = []
    for piece in entry.pieces {
      guard let tag = piece.tag else { continue }
      let current = try self.tag(of: piece.path)
      guard current != tag, current == piece.replaces else { continue }
      let version = VersionName(sequence: entry.position.sequence, tag: tag)
      guard let bytes = try files.read(Self.historyPath(piece.path, version)), ContentTag(of: bytes) == tag else {
        continue
      }
      try putInPlace(piece.path, bytes, entry.position.sequence)
      finished.append(piece.path)
    }
    try syncFolders(of: entry.pieces.filter { $0.tag != nil }.map(\.path), where: !finished.isEmpty)
    return finished.isEmpty ? [] : [.finished(paths: finished)]
  }

  private func syncFolders(of paths: [String], where isNeeded: Bool) throws(FileFault) {
    guard isNeeded else { return }
    for folder in Set(paths.map(Self.folder(of:))).sorted() { try files.syncFolder(folder) }
  }

  /// Sets aside what a killed write left in the history, and makes every folder safe that it may have begun.
  private func clearIntent(committed: Int) throws(FileFault) -> [Recovered] {
    guard let bytes = try files.read(Name.intent) else { return [] }
    var found: [Recovered] = []
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let sequence = lines.first.flatMap { Int($0) } ?? 0
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let path = String(parts[1])
      try syncWay(to: Self.historyFolder(path))
      try syncWay(to: Self.folder(of: path))
      let version = VersionName(sequence: sequence, tag: ContentTag(text: String(parts[0])))
      let kept = Self.historyPath(path, version)
      if sequence > committed, try files.size(kept) != nil { found.append(try setAside(kept)) }
    }
    try syncWay(to: Name.journal)
    for chain in try files.list(Name.journal) { try files.syncFolder(Name.journal + "/" + chain) }
    try files.remove(Name.intent)
    return found
  }

  /// Makes the names of a folder and of those above it safe, as far as they are there.
  private func syncWay(to folder: String) throws(FileFault) {
    var way = ""
    for name in folder.split(separator: "/") {
      let parent = way
      way += way.isEmpty ? String(name) : "/" + name
      guard try files.size(way) != nil else { return }
      try files.syncFolder(parent)
    }
    try files.syncFolder(way)
  }

  /// Moves a file out of the way, under a name that is not taken.
  func setAside(_ path: String) throws(FileFault) -> Recovered {
    try files.rename(path, try asideName(path))
    return .setAside(path: path)
  }

  /// A name among what was set aside that is not taken yet.
  private func asideName(_ path: String) throws(FileFault) -> String {
    try files.makeFolders(Name.aside)
    let flat = path.split(separator: "/").joined(separator: "_")
    var number = 1
    while try files.size(Name.aside + "/\(number)-" + flat) != nil { number += 1 }
    return Name.aside + "/\(number)-" + flat
  }

  /// A line that a power cut left half written never counted: what there is of it goes aside, and the chain goes on
  /// from the line before.
  private func mendTornLines() throws(FileFault) -> [Recovered] {
    var found: [Recovered] = []
    for chain in try files.list(Name.journal) {
      guard let year = try years(chain).last else { continue }
      let path = Self.journalPath(chain, year)
      guard let end = try wholeLength(path) else { continue }
      try mend(path, at: end)
      found.append(.tornLine(path: path))
    }
    return found
  }

  /// How much of a journal is whole lines, or nothing where all of it is.
  ///
  /// A torn line has no end, or holes (NUL) where a block never reached the disk.
  private func wholeLength(_ path: String) throws(FileFault) -> Int? {
    var count = 1 << 12
    while let tail = try files.readTail(path, count), tail.length > 0 {
      let isWhole = tail.bytes.last == UInt8(ascii: "\n")
      let body = isWhole ? tail.bytes.dropLast() : tail.bytes[...]
      if let end = body.lastIndex(of: UInt8(ascii: "\n")) ?? (tail.bytes.count == tail.length ? -1 : nil) {
        let isTorn = !isWhole || body[(end + 1)...].contains(0)
        return isTorn ? tail.length - tail.bytes.count + end + 1 : nil
      }
      count *= 8
    }
    return nil
  }

  private func mend(_ path: String, at end: Int) throws(FileFault) {
    guard let bytes = try files.read(path), end <= bytes.count else { return }
    let fresh = Self.folder(of: path) + "/." + Self.name(of: path) + ".heel"
    if try files.size(fresh) != nil { _ = try setAside(fresh) }
    try files.writeNew(try asideName(path), Array(bytes[end...]), synced: true)
    try files.writeNew(fresh, Array(bytes[..<end]), synced: true)
    try files.rename(fresh, path)
    try files.syncFolder(Self.folder(of: path))
  }
}
