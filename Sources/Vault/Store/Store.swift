import Casework

/// Where the school's files are kept: named bytes with their history, and journals that only grow.
///
/// Nothing above it may assume files: a folder is one way to keep them, rows of a database would be another.
public struct Store: Sendable {
  /// The bytes that a name stands for now, or nothing.
  public var read: @Sendable (_ path: String) throws(VaultError) -> [UInt8]?
  /// Everything directly under a folder with its bytes.
  public var readFolder: @Sendable (_ folder: String) throws(VaultError) -> [NamedBytes]
  /// The names directly under a folder, of files and folders.
  public var list: @Sendable (_ folder: String) throws(VaultError) -> [String]
  /// Everything that was ever kept under a name, oldest first; only what the journal names counts as having been.
  public var versions: @Sendable (_ path: String) throws(VaultError) -> [VersionName]
  /// The bytes of one version, or nothing.
  public var readVersion: @Sendable (_ path: String, _ version: VersionName) throws(VaultError) -> [UInt8]?
  /// The one door for writing: all of the batch or nothing of it, and safe when it returns.
  public var commit: @Sendable (_ batch: Batch) throws(VaultError) -> BatchOutcome
  /// The chains of the journal.
  public var chains: @Sendable () throws(VaultError) -> [String]
  /// The years of a chain, oldest first.
  public var years: @Sendable (_ chain: String) throws(VaultError) -> [Int]
  /// The lines of one year of a chain, as bytes; a line that is being written at this moment is left out.
  public var journal: @Sendable (_ chain: String, _ year: Int) throws(VaultError) -> [UInt8]
  /// Something cheap that differs as soon as anybody wrote anything.
  public var mark: @Sendable () throws(VaultError) -> StoreMark
  /// Finishes or sets aside what a write left half done, and tells what was found.
  public var recover: @Sendable () throws(VaultError) -> [Recovered]
  /// Keeps writers away while several files are read as one picture; closing the handle lets them in again.
  public var steady: @Sendable () throws(VaultError) -> SteadyView
}

/// One version of a file: its place in the order of all commits and the hash of its bytes.
public struct VersionName: Hashable, Comparable, Sendable {
  /// The commit that wrote it.
  public let sequence: Int
  /// BLAKE2b-256 of the bytes as they are kept, sealed where the school is.
  public let tag: ContentTag

  public init(sequence: Int, tag: ContentTag) {
    self.sequence = sequence
    self.tag = tag
  }

  public static func < (left: VersionName, right: VersionName) -> Bool {
    (left.sequence, left.tag.text) < (right.sequence, right.tag.text)
  }
}

/// The hash of bytes as they are kept.
public struct ContentTag: Hashable, Sendable {
  /// 64 lower-case hexadecimal digits.
  public let text: String

  init(text: String) { self.text = text }
  init(of bytes: [UInt8]) { text = hexadecimal(Sodium.hash(bytes)) }
}

/// Everything that one commit writes, with what each file must still be.
public struct Batch: Sendable {
  public let writes: [Write]
  /// Files that are only read but must still be what they were for the commit to hold.
  public let unchanged: [String: ContentTag?]
  /// The chain of the journal that gets the entry.
  public let chain: String
  public let at: Moment
  /// Puts the entry in words once its place in the order is known.
  public let line: @Sendable (EntryPosition) -> [UInt8]

  public struct Write: Sendable {
    public let path: String
    /// The bytes that it replaces, by their hash; nothing where there was no file.
    public let replaces: ContentTag?
    public let bytes: [UInt8]
    public let tag: ContentTag

    public init(path: String, replaces: ContentTag?, bytes: [UInt8]) {
      self.init(path: path, replaces: replaces, bytes: bytes, tag: ContentTag(of: bytes))
    }

    /// For bytes whose hash is known already.
    init(path: String, replaces: ContentTag?, bytes: [UInt8], tag: ContentTag) {
      self.path = path
      self.replaces = replaces
      self.bytes = bytes
      self.tag = tag
    }
  }
}

/// Where a new entry stands among all others.
public struct EntryPosition: Equatable, Sendable {
  /// Counts every entry of every chain.
  public let sequence: Int
  /// Counts the entries of this chain from 1.
  public let number: Int
  /// The hash of the line before it in this chain; nothing for the first.
  public let previous: String?
  /// The hash of the last line of every other chain.
  public let heads: [String: String]
}

/// What became of a batch.
public enum BatchOutcome: Equatable, Sendable {
  case written(EntryPosition)
  /// These are not what the batch started from; nothing was written.
  case moved(paths: [String])
}

/// Something that differs as soon as anybody wrote anything.
public struct StoreMark: Hashable, Sendable {
  let sizes: [String: Int]
}

/// What start-up found of a write that had not ended.
public enum Recovered: Equatable, Sendable {
  /// The entry was in the journal, so the write counts; these files were brought up to it.
  case finished(paths: [String])
  /// The entry was not in the journal, so the write never was; what it left lies aside.
  case setAside(path: String)
  /// The journal's last line was cut short; what there was of it lies aside.
  case tornLine(path: String)
}

/// A time in which nobody writes.
public struct SteadyView: Sendable {
  public let end: @Sendable () -> Void
}
