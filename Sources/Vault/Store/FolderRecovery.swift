extension FolderStore {
  /// Brings the files to what the journal says, under the lock: the last commit is finished, and what never became one
  /// is set aside.
  ///
  /// Nothing is removed.
  func recover() throws(FileFault) -> [Recovered] {
    try recovering().found
  }

  /// The same, with the ends of the journals as they are then.
  func recovering() throws(FileFault) -> (found: [Recovered], heads: JournalHeads) {
    var changed: ChangedFolders = []
    var found = try mendTornLines(&changed)
    let intent = try files.read(Name.intent)
    // A killed program may have left lines and names that can be seen but are not safe yet.
    if intent != nil { try makeJournalsSafe(&changed) }
    let heads = try JournalHeads.read(files)
    if let last = heads.last { found += try rollForward(last, &changed) }
    if let intent { found += try clear(intent, committed: heads.sequence, &changed) }
    try files.sync(&changed)
    if intent != nil { try files.remove(Name.intent) }
    return (found, heads)
  }

  private func makeJournalsSafe(_ changed: inout ChangedFolders) throws(FileFault) {
    try note(wayTo: Name.journal, &changed)
    for chain in try files.list(Name.journal) {
      changed.insert(Name.journal + "/" + chain)
      guard let year = try years(chain).last else { continue }
      let journal = try files.openAtEnd(Self.journalPath(chain, year))
      defer { files.close(journal) }
      try files.sync(journal)
    }
    try files.sync(&changed)
  }

  /// Ends the last commit where it had not ended.
  ///
  /// Only files that are still what it replaced are touched: anything else was not left by a half-done write, and is for
  /// the check to name.
  private func rollForward(_ entry: JournalEntry, _ changed: inout ChangedFolders) throws(FileFault) -> [Recovered] {
    var finished: [String] = []
    for piece in entry.pieces {
      guard let tag = piece.tag, try isStill(piece.replaces, notYet: tag, at: piece.path) else { continue }
      let version = VersionName(sequence: entry.position.sequence, tag: tag)
      guard let bytes = try files.read(Self.historyPath(piece.path, version)), ContentTag(of: bytes) == tag else {
        continue
      }
      try putInPlace(piece.path, bytes, entry.position.sequence, &changed)
      finished.append(piece.path)
    }
    return finished.isEmpty ? [] : [.finished(paths: finished)]
  }

  /// Whether a file is what a commit replaced and not what it wrote.
  ///
  /// Whether there is a file at all is asked first: after an import there may be thousands to ask about.
  private func isStill(_ replaced: ContentTag?, notYet written: ContentTag, at path: String) throws(FileFault) -> Bool {
    guard let replaced else { return try files.size(path) == nil }
    let current = try tag(of: path)
    return current != written && current == replaced
  }

  /// Sets aside what a killed write left in the history, and notes every folder that it may have begun.
  private func clear(
    _ intent: [UInt8], committed: Int, _ changed: inout ChangedFolders
  ) throws(FileFault) -> [Recovered] {
    var found: [Recovered] = []
    let lines = String(decoding: intent, as: UTF8.self).split(separator: "\n")
    let sequence = lines.first.flatMap { Int($0) } ?? 0
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let path = String(parts[1])
      try note(wayTo: Self.historyFolder(path), &changed)
      try note(wayTo: Self.folder(of: path), &changed)
      let version = VersionName(sequence: sequence, tag: ContentTag(text: String(parts[0])))
      let kept = Self.historyPath(path, version)
      if sequence > committed, try files.size(kept) != nil { found.append(try setAside(kept, &changed)) }
    }
    return found
  }

  /// Notes a folder and those above it, as far as they are there.
  private func note(wayTo folder: String, _ changed: inout ChangedFolders) throws(FileFault) {
    changed.insert("")
    var way = ""
    for name in folder.split(separator: "/") {
      way += way.isEmpty ? String(name) : "/" + name
      guard try files.size(way) != nil else { return }
      changed.insert(way)
    }
  }

  /// Moves a file out of the way, under a name that is not taken.
  func setAside(_ path: String, _ changed: inout ChangedFolders) throws(FileFault) -> Recovered {
    let name = try asideName(path, &changed)
    try files.rename(path, name)
    changed.formUnion([Self.folder(of: path), Name.aside])
    return .setAside(path: path)
  }

  /// A name among what was set aside that is not taken yet.
  private func asideName(_ path: String, _ changed: inout ChangedFolders) throws(FileFault) -> String {
    try files.makeFolders(Name.aside, noting: &changed)
    let flat = path.split(separator: "/").joined(separator: "_")
    var number = 1
    while try files.size(Name.aside + "/\(number)-" + flat) != nil { number += 1 }
    return Name.aside + "/\(number)-" + flat
  }

  /// A line that a power cut left half written never counted: what there is of it goes aside, and the chain goes on
  /// from the line before.
  private func mendTornLines(_ changed: inout ChangedFolders) throws(FileFault) -> [Recovered] {
    var found: [Recovered] = []
    for chain in try files.list(Name.journal) {
      guard let year = try years(chain).last else { continue }
      let path = Self.journalPath(chain, year)
      guard let end = try wholeLength(path) else { continue }
      try mend(path, at: end, &changed)
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

  private func mend(_ path: String, at end: Int, _ changed: inout ChangedFolders) throws(FileFault) {
    guard let bytes = try files.read(path), end <= bytes.count else { return }
    let fresh = Self.folder(of: path) + "/." + Self.name(of: path) + ".heel"
    if try files.size(fresh) != nil { _ = try setAside(fresh, &changed) }
    try files.writeNew(try asideName(path, &changed), Array(bytes[end...]), synced: true)
    try files.writeNew(fresh, Array(bytes[..<end]), synced: true)
    changed.insert(Name.aside)
    try files.sync(&changed)
    try files.rename(fresh, path)
    changed.insert(Self.folder(of: path))
  }
}
