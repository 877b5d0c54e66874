import Casework

/// Where a picture of the school is read from: the files as they are, or as they were recorded by the end of a day.
struct Shelf: Sendable {
  let isCurrent: Bool
  /// What stands under a name; nothing where there is no such file.
  let read: @Sendable (_ path: String) throws(VaultError) -> HeldFile?
  /// Everything directly under a folder.
  let readFolder: @Sendable (_ folder: String) throws(VaultError) -> [(name: String, held: HeldFile)]
  /// The names directly under a folder, of files and folders.
  let list: @Sendable (_ folder: String) throws(VaultError) -> [String]

  /// The files as they are.
  init(of store: Store) {
    isCurrent = true
    read = { (path) throws(VaultError) in try store.read(path).map(HeldFile.bytes) }
    readFolder = { (folder) throws(VaultError) in
      try store.readFolder(folder).map { ($0.name, HeldFile.bytes($0.bytes)) }
    }
    list = store.list
  }

  /// The files as they were when these versions were the newest.
  init(of store: Store, as index: RecordIndex) {
    @Sendable func held(_ path: String, _ version: VersionName) throws(VaultError) -> HeldFile {
      let kept = try store.readVersion(path, version)
      if let kept, ContentTag(of: kept) == version.tag { return .bytes(kept) }
      // Where nothing was recorded since, the file itself is still that version.
      if let bytes = try store.read(path), ContentTag(of: bytes) == version.tag { return .bytes(bytes) }
      return .lost(kept == nil ? .versionGone : .badStamp)
    }
    isCurrent = false
    read = { (path) throws(VaultError) in
      guard let version = index[path] else { return nil }
      return try held(path, version)
    }
    readFolder = { (folder) throws(VaultError) in
      try index.files(in: folder).map { (name, version) throws(VaultError) in
        (name, try held(folder + "/" + name, version))
      }
    }
    list = { (folder) throws(VaultError) in index.names(in: folder) }
  }
}

/// What a shelf holds under a name.
enum HeldFile: Sendable {
  case bytes([UInt8])
  /// It was there, and its bytes are gone or changed.
  case lost(DamagedFile.Flaw)

  var bytes: [UInt8]? {
    switch self {
    case .bytes(let bytes): bytes
    case .lost: nil
    }
  }
}

extension Desk {
  /// Reads what a shelf holds; what is lost is damaged for those who might have read it.
  func reading(_ held: HeldFile, _ path: String, place: Place?) throws(VaultError) -> DecodedFile {
    switch held {
    case .bytes(let bytes): return reading(bytes, path, place: place)
    case .lost(let flaw):
      let known = if let place { place } else { try self.place(stored: path) }
      if let known, !rights.mayRead(known) { return DecodedFile(reading: .notReadable, place: known) }
      return DecodedFile(reading: .damaged(DamagedFile(path, flaw)), place: known)
    }
  }
}
