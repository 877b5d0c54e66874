import Glibc

/// The few calls on files that everything here rests on, one system call each, so that a test can cut the power between
/// any two of them.
///
/// Paths are relative to the folder that the file system stands in, with `/` between names.
public struct FileSystem: Sendable {
  /// The bytes of a file, or nothing where there is none.
  ///
  /// A symbolic link is refused.
  public var read: @Sendable (_ path: String) throws(FileFault) -> [UInt8]?
  /// Every file in a folder with its bytes, folders and hidden names left out; empty where there is no such folder.
  public var readFolder: @Sendable (_ path: String) throws(FileFault) -> [NamedBytes]
  /// The last bytes of a file and its length; nothing where there is none.
  public var readTail: @Sendable (_ path: String, _ count: Int) throws(FileFault) -> Tail?
  /// The names in a folder, sorted, hidden ones left out; empty where there is no such folder.
  public var list: @Sendable (_ path: String) throws(FileFault) -> [String]
  /// The length in bytes, or nothing where there is no such file.
  public var size: @Sendable (_ path: String) throws(FileFault) -> Int?
  /// Makes a folder for this user alone (0700); false where it stood already.
  public var makeFolder: @Sendable (_ path: String) throws(FileFault) -> Bool
  /// Makes a new file for this user alone (0600) and opens it; a name that is taken is a fault.
  public var create: @Sendable (_ path: String) throws(FileFault) -> FileHandle
  /// Opens an existing file to write at its end.
  public var openAtEnd: @Sendable (_ path: String) throws(FileFault) -> FileHandle
  public var write: @Sendable (_ file: FileHandle, _ bytes: [UInt8]) throws(FileFault) -> Void
  /// Returns when the file's bytes will survive a power cut.
  public var sync: @Sendable (_ file: FileHandle) throws(FileFault) -> Void
  public var close: @Sendable (_ file: FileHandle) -> Void
  /// Gives a file another name, taking the place of one that had it.
  public var rename: @Sendable (_ from: String, _ to: String) throws(FileFault) -> Void
  public var remove: @Sendable (_ path: String) throws(FileFault) -> Void
  /// Returns when the names in a folder will survive a power cut.
  public var syncFolder: @Sendable (_ path: String) throws(FileFault) -> Void
  /// Waits for the lock on a file, making the file where it is not there; closing the handle gives the lock back.
  public var lock: @Sendable (_ path: String, _ isExclusive: Bool) throws(FileFault) -> FileHandle

  public init(
    read: @escaping @Sendable (String) throws(FileFault) -> [UInt8]?,
    readFolder: @escaping @Sendable (String) throws(FileFault) -> [NamedBytes],
    readTail: @escaping @Sendable (String, Int) throws(FileFault) -> Tail?,
    list: @escaping @Sendable (String) throws(FileFault) -> [String],
    size: @escaping @Sendable (String) throws(FileFault) -> Int?,
    makeFolder: @escaping @Sendable (String) throws(FileFault) -> Bool,
    create: @escaping @Sendable (String) throws(FileFault) -> FileHandle,
    openAtEnd: @escaping @Sendable (String) throws(FileFault) -> FileHandle,
    write: @escaping @Sendable (FileHandle, [UInt8]) throws(FileFault) -> Void,
    sync: @escaping @Sendable (FileHandle) throws(FileFault) -> Void,
    close: @escaping @Sendable (FileHandle) -> Void,
    rename: @escaping @Sendable (String, String) throws(FileFault) -> Void,
    remove: @escaping @Sendable (String) throws(FileFault) -> Void,
    syncFolder: @escaping @Sendable (String) throws(FileFault) -> Void,
    lock: @escaping @Sendable (String, Bool) throws(FileFault) -> FileHandle
  ) {
    self.read = read
    self.readFolder = readFolder
    self.readTail = readTail
    self.list = list
    self.size = size
    self.makeFolder = makeFolder
    self.create = create
    self.openAtEnd = openAtEnd
    self.write = write
    self.sync = sync
    self.close = close
    self.rename = rename
    self.remove = remove
    self.syncFolder = syncFolder
    self.lock = lock
  }
}

/// A file with its name in its folder.
public struct NamedBytes: Equatable, Sendable {
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// The end of a file.
public struct Tail: Equatable, Sendable {
  public let bytes: [UInt8]
  /// Of the whole file.
  public let length: Int

  public init(bytes: [UInt8], length: Int) {
    self.bytes = bytes
    self.length = length
  }
}

/// An open file.
public struct FileHandle: Hashable, Sendable {
  public let number: Int32

  public init(number: Int32) { self.number = number }
}

/// A call on a file that did not do what was asked.
public struct FileFault: Error, Hashable, Sendable {
  public let operation: Operation
  /// Relative to the vault, or the folder itself.
  public let path: String
  /// The system's number (errno).
  public let code: Int32

  public init(_ operation: Operation, _ path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  public enum Operation: String, Sendable {
    case read, list, makeFolder, create, write, sync, rename, remove, lock
  }

  /// Whether the folder can be read but not written by us.
  var meansReadOnly: Bool { [EROFS, EACCES, EPERM].contains(code) }
}

extension FileSystem {
  /// Writes a new file and, where asked, waits until its bytes are safe; its name is safe after `syncFolder`.
  func writeNew(_ path: String, _ bytes: [UInt8], synced: Bool) throws(FileFault) {
    let file = try create(path)
    defer { close(file) }
    try write(file, bytes)
    if synced { try sync(file) }
  }

  /// Makes a folder and those above it, and notes each folder that got a new name in it.
  func makeFolders(_ path: String, noting changed: inout ChangedFolders) throws(FileFault) {
    var made = ""
    for name in path.split(separator: "/") {
      let parent = made
      made += made.isEmpty ? String(name) : "/" + name
      if try makeFolder(made) { changed.insert(parent) }
    }
  }

  /// Makes the names in these folders safe, each folder once.
  func sync(_ changed: inout ChangedFolders) throws(FileFault) {
    for folder in changed.sorted() { try syncFolder(folder) }
    changed = []
  }
}

/// Folders with names in them that are not safe yet.
typealias ChangedFolders = Set<String>

extension FileFault {
  /// What the number means to people.
  public enum Cause: Sendable {
    case full, noRight, busy, gone, other
  }

  public var cause: Cause {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: .full
    case EACCES, EPERM, EROFS: .noRight
    case EWOULDBLOCK: .busy
    case ENOENT, ENOTDIR, ESTALE, EHOSTDOWN, ENOTCONN, ETIMEDOUT: .gone
    default: .other
    }
  }
}
