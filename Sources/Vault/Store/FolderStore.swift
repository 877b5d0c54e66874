import Casework
import Glibc

/// Files in a folder, on this machine or on a share; safe against a power cut and a kill at any moment.
///
/// How: docs/bestandsformaat.md, "Schrijven".
final class FolderStore: Sendable {
  let files: FileSystem

  init(_ files: FileSystem) { self.files = files }

  enum Name {
    static let lock = "slot"
    static let intent = "bezig"
    static let history = "geschiedenis"
    static let journal = "journaal"
    static let aside = "terzijde"
  }

  /// The store as the rest of the vault sees it.
  var store: Store {
    Store(
      read: { (path) throws(VaultError) in try self.storage { () throws(FileFault) in try self.files.read(path) } },
      readFolder: { (path) throws(VaultError) in
        try self.storage { () throws(FileFault) in try self.files.readFolder(path) }
      },
      list: { (path) throws(VaultError) in try self.storage { () throws(FileFault) in try self.files.list(path) } },
      versions: { (path) throws(VaultError) in try self.storage { () throws(FileFault) in try self.versions(path) } },
      readVersion: { (path, version) throws(VaultError) in
        try self.storage { () throws(FileFault) in try self.readVersion(path, version) }
      },
      commit: { (batch) throws(VaultError) in try self.storage { () throws(FileFault) in try self.commit(batch) } },
      chains: { () throws(VaultError) in
        try self.storage { () throws(FileFault) in try self.files.list(Name.journal) }
      },
      years: { (chain) throws(VaultError) in try self.storage { () throws(FileFault) in try self.years(chain) } },
      journal: { (chain, year) throws(VaultError) in
        try self.storage { () throws(FileFault) in try self.journal(chain, year) }
      },
      mark: { () throws(VaultError) in try self.storage { () throws(FileFault) in try self.mark() } },
      recover: { () throws(VaultError) in
        try self.storage { () throws(FileFault) in
          let lock = try self.files.lock(Name.lock, true)
          defer { self.files.close(lock) }
          return try self.recover()
        }
      },
      steady: { () throws(VaultError) in
        guard let lock = try self.storage({ () throws(FileFault) in try self.sharedLock() }) else {
          return SteadyView(end: {})
        }
        return SteadyView(end: { self.files.close(lock) })
      }
    )
  }

  /// A folder that cannot be written has no lock to take, and nobody who writes through it.
  private func sharedLock() throws(FileFault) -> FileHandle? {
    do { return try files.lock(Name.lock, false) } catch {
      if error.code == EROFS || error.code == EACCES || error.code == ENOENT { return nil }
      throw error
    }
  }

  private func storage<Result>(_ body: () throws(FileFault) -> Result) throws(VaultError) -> Result {
    do { return try body() } catch { throw .storage(error) }
  }
}

// MARK: - Reading

extension FolderStore {
  /// The folder that keeps what was ever under a name.
  static func historyFolder(_ path: String) -> String { Name.history + "/" + path }

  static func historyPath(_ path: String, _ version: VersionName) -> String {
    historyFolder(path) + "/" + version.fileName
  }

  private func versions(_ path: String) throws(FileFault) -> [VersionName] {
    try files.list(Self.historyFolder(path)).compactMap { VersionName(fileName: $0) }.sorted()
  }

  private func readVersion(_ path: String, _ version: VersionName) throws(FileFault) -> [UInt8]? {
    try files.read(Self.historyPath(path, version))
  }

  func years(_ chain: String) throws(FileFault) -> [Int] {
    try files.list(Name.journal + "/" + chain).compactMap(Self.year(ofFile:)).sorted()
  }

  static func year(ofFile name: String) -> Int? {
    // Only the name that this year is written under: `+7` is a number too.
    guard let year = Int(name.prefix { $0 != "." }), year >= 0, name == journalName(year) else { return nil }
    return year
  }

  static func journalPath(_ chain: String, _ year: Int) -> String {
    Name.journal + "/" + chain + "/" + journalName(year)
  }

  private static func journalName(_ year: Int) -> String { String(year) + ".jsonl" }

  private func journal(_ chain: String, _ year: Int) throws(FileFault) -> [UInt8] {
    let bytes = try files.read(Self.journalPath(chain, year)) ?? []
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return Array(bytes[..<end])
  }

  private func mark() throws(FileFault) -> StoreMark {
    var sizes: [String: Int] = [:]
    for chain in try files.list(Name.journal) {
      guard let year = try years(chain).last else { continue }
      let path = Self.journalPath(chain, year)
      sizes[path] = try files.size(path)
    }
    return StoreMark(sizes: sizes)
  }
}

extension VersionName {
  /// Twelve digits of the commit's place in the order, so that names sort as time went, and the hash.
  var fileName: String {
    let digits = String(sequence)
    return String(repeating: "0", count: max(0, 12 - digits.count)) + digits + "-" + tag.text
  }

  init?(fileName: String) {
    let parts = fileName.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let sequence = Int(parts[0]), parts[1].count == 64 else { return nil }
    self.init(sequence: sequence, tag: ContentTag(text: String(parts[1])))
    // Only the name that this version is written under: `+7` and `7` are numbers too.
    guard self.fileName == fileName else { return nil }
  }
}

extension Store {
  /// A store in a folder.
  public init(_ files: FileSystem) { self = FolderStore(files).store }
}
