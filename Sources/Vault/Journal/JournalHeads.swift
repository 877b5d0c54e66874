import Casework

/// The last line of every chain, as far as a writer must know it.
struct JournalHeads {
  private(set) var chains: [String: Head] = [:]
  /// How many entries there are in all chains together.
  private(set) var sequence = 0
  /// The newest entry of all, where it can be read.
  private(set) var last: JournalEntry?

  struct Head: Equatable {
    let year: Int
    let number: Int
    /// The hash of the line.
    let hash: String
  }

  /// Reads the end of every chain.
  static func read(_ files: FileSystem) throws(FileFault) -> JournalHeads {
    var heads = JournalHeads()
    for chain in try files.list(FolderStore.Name.journal) {
      let years = try files.list(FolderStore.Name.journal + "/" + chain).compactMap(FolderStore.year(ofFile:)).sorted()
      for year in years.reversed() {
        let lines = try lastLines(FolderStore.journalPath(chain, year), files)
        if heads.take(lines, chain, year) { break }
      }
    }
    return heads
  }

  /// Where the next entry of a chain goes.
  func position(in chain: String) -> EntryPosition {
    var others = chains.mapValues(\.hash)
    others[chain] = nil
    return EntryPosition(
      sequence: sequence + 1, number: (chains[chain]?.number ?? 0) + 1, previous: chains[chain]?.hash, heads: others)
  }

  /// The year whose file the next line goes into; a clock that was put back does not reopen an older one.
  func year(in chain: String, at moment: Moment) -> Int {
    let year = Int(moment.iso.prefix(4)) ?? 0
    return max(year, chains[chain]?.year ?? 0)
  }

  /// Whether these lines gave a head.
  ///
  /// A damaged last line is counted and passed over: the check names it.
  private mutating func take(_ lines: [ArraySlice<UInt8>], _ chain: String, _ year: Int) -> Bool {
    guard let newest = lines.last else { return false }
    var unread = 0
    for line in lines.reversed() {
      guard let entry = JournalLine(Array(line))?.entry else {
        unread += 1
        continue
      }
      chains[chain] = Head(
        year: year, number: entry.position.number + unread, hash: JournalLine.hash(Array(newest)))
      let end = entry.position.sequence + unread
      if end > sequence {
        sequence = end
        last = unread == 0 ? entry : nil
      }
      return true
    }
    return false
  }

  /// The last lines of a file: at least one whole one, unless the file has none.
  private static func lastLines(_ path: String, _ files: FileSystem) throws(FileFault) -> [ArraySlice<UInt8>] {
    var count = 1 << 12
    while true {
      guard let tail = try files.readTail(path, count) else { return [] }
      let isWhole = tail.bytes.count == tail.length
      var lines = tail.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      lines.removeLast()
      if !isWhole { lines = Array(lines.dropFirst()) }
      if isWhole || lines.contains(where: { JournalLine(Array($0)) != nil }) { return lines }
      count *= 8
    }
  }
}
