import Casework

/// A line as it stands in a journal: an entry and its stamp.
struct JournalLine {
  let entry: JournalEntry
  let stamped: Stamped

  init?(_ bytes: [UInt8]) {
    guard let stamped = Stamped(bytes), let entry = JournalEntry(tree: stamped.content) else { return nil }
    self.entry = entry
    self.stamped = stamped
  }

  /// The name by which the next line refers to this one: the hash of all its bytes without the line end.
  static func hash(_ line: [UInt8]) -> String { hexadecimal(Sodium.hash(line)) }
}
