import Glibc

extension FileSystem {
  /// The files below a folder of this machine; the folder is made where it is not there yet.
  public static func posix(folder: String) throws(FileFault) -> FileSystem {
    posix(try PosixFolder(folder, isMade: true))
  }

  /// The files below a folder of this machine, or nothing where there is no such folder.
  public static func posix(existingFolder folder: String) throws(FileFault) -> FileSystem? {
    do { return posix(try PosixFolder(folder, isMade: false)) } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw error
    }
  }

  private static func posix(_ root: PosixFolder) -> FileSystem {
    FileSystem(
      read: { (path) throws(FileFault) in try root.read(path) },
      readFolder: { (path) throws(FileFault) in try root.readFolder(path) },
      readTail: { (path, count) throws(FileFault) in try root.readTail(path, count) },
      list: { (path) throws(FileFault) in try root.list(path) },
      size: { (path) throws(FileFault) in try root.size(path) },
      makeFolder: { (path) throws(FileFault) in try root.makeFolder(path) },
      create: { (path) throws(FileFault) in
        try root.open(path, O_WRONLY | O_CREAT | O_EXCL, .create)
      },
      openAtEnd: { (path) throws(FileFault) in try root.open(path, O_WRONLY | O_APPEND, .write) },
      write: { (file, bytes) throws(FileFault) in try root.write(file, bytes) },
      sync: { (file) throws(FileFault) in
        guard fsync(file.number) == 0 else { throw root.fault(.sync, "") }
      },
      close: { file in _ = Glibc.close(file.number) },
      rename: { (from, to) throws(FileFault) in
        guard renameat(root.descriptor, from, root.descriptor, to) == 0 else { throw root.fault(.rename, to) }
      },
      remove: { (path) throws(FileFault) in
        guard unlinkat(root.descriptor, path, 0) == 0 else { throw root.fault(.remove, path) }
      },
      syncFolder: { (path) throws(FileFault) in try root.syncFolder(path) },
      lock: { (path, isExclusive) throws(FileFault) in try root.lock(path, isExclusive) }
    )
  }
}

/// An open folder; every path is looked up from it.
private final class PosixFolder: Sendable {
  let descriptor: Int32
  private let name: String

  init(_ name: String, isMade: Bool) throws(FileFault) {
    self.name = name
    descriptor = try Self.opened(name, isMade: isMade)
  }

  deinit { _ = close(descriptor) }

  /// Opens the folder, making what is missing of the way to it where asked.
  private static func opened(_ name: String, isMade: Bool) throws(FileFault) -> Int32 {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let found = openat(AT_FDCWD, name, flags)
    if found >= 0 { return found }
    guard errno == ENOENT, isMade else { throw FileFault(.read, name, code: errno) }
    var made = name.hasPrefix("/") ? "" : "."
    for part in name.split(separator: "/") {
      made += "/" + part
      guard mkdir(made, 0o700) == 0 || errno == EEXIST else { throw FileFault(.makeFolder, made, code: errno) }
    }
    let opened = openat(AT_FDCWD, name, flags)
    guard opened >= 0 else { throw FileFault(.read, name, code: errno) }
    return opened
  }

  func fault(_ operation: FileFault.Operation, _ path: String) -> FileFault {
    FileFault(operation, path.isEmpty ? name : path, code: errno)
  }

  func open(_ path: String, _ flags: Int32, _ operation: FileFault.Operation) throws(FileFault) -> FileHandle {
    let file = openat(descriptor, path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw fault(operation, path) }
    return FileHandle(number: file)
  }

  func read(_ path: String) throws(FileFault) -> [UInt8]? {
    try Self.bytes(of: path, in: descriptor, from: self)
  }

  /// The bytes of a file whose length is asked first, so that one call reads it whole.
  private static func bytes(
    of path: String, in folder: Int32, from root: PosixFolder
  ) throws(FileFault) -> [UInt8]? {
    let file = openat(folder, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw root.fault(.read, path)
    }
    defer { _ = Glibc.close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw root.fault(.read, path) }
    guard facts.st_mode & S_IFMT == S_IFREG else { return nil }
    return try root.bytes(of: file, path, at: 0, count: Int(facts.st_size))
  }

  private func bytes(of file: Int32, _ path: String, at start: Int, count: Int) throws(FileFault) -> [UInt8] {
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(file, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(start + filled))
        if got < 0 && errno == EINTR { continue }
        guard got > 0 else {
          isWhole = got == 0
          return
        }
        filled += got
      }
    }
    guard isWhole else { throw fault(.read, path) }
    return bytes
  }

  func readTail(_ path: String, _ count: Int) throws(FileFault) -> Tail? {
    let file = openat(descriptor, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw fault(.read, path)
    }
    defer { _ = Glibc.close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw fault(.read, path) }
    let length = Int(facts.st_size)
    let start = max(0, length - count)
    return Tail(bytes: try bytes(of: file, path, at: start, count: length - start), length: length)
  }

  func readFolder(_ path: String) throws(FileFault) -> [NamedBytes] {
    let folder = openat(descriptor, path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard folder >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw fault(.read, path)
    }
    var found: [NamedBytes] = []
    defer { _ = Glibc.close(folder) }
    for (name, isFolder) in try entries(of: dup(folder), path) where !isFolder {
      if let bytes = try Self.bytes(of: name, in: folder, from: self) {
        found.append(NamedBytes(name: name, bytes: bytes))
      }
    }
    return found
  }

  func list(_ path: String) throws(FileFault) -> [String] {
    let folder = openat(descriptor, path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard folder >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw fault(.list, path)
    }
    return try entries(of: folder, path).map(\.name)
  }

  /// The names in an open folder, which is closed afterwards.
  private func entries(of folder: Int32, _ path: String) throws(FileFault) -> [(name: String, isFolder: Bool)] {
    guard folder >= 0, let stream = fdopendir(folder) else {
      let problem = fault(.list, path)
      _ = Glibc.close(folder)
      throw problem
    }
    defer { closedir(stream) }
    var names: [(name: String, isFolder: Bool)] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append((name, entry.pointee.d_type == UInt8(DT_DIR))) }
      errno = 0
    }
    guard errno == 0 else { throw fault(.list, path) }
    return names.sorted { $0.name < $1.name }
  }

  func size(_ path: String) throws(FileFault) -> Int? {
    var facts = stat()
    guard fstatat(descriptor, path, &facts, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw fault(.read, path)
    }
    return Int(facts.st_size)
  }

  func makeFolder(_ path: String) throws(FileFault) -> Bool {
    if mkdirat(descriptor, path, 0o700) == 0 { return true }
    guard errno == EEXIST else { throw fault(.makeFolder, path) }
    return false
  }

  func write(_ file: FileHandle, _ bytes: [UInt8]) throws(FileFault) {
    let problem = bytes.withUnsafeBytes { buffer -> FileFault? in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(file.number, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if count < 0 {
          if errno == EINTR { continue }
          return fault(.write, "")
        }
        done += count
      }
      return nil
    }
    if let problem { throw problem }
  }

  func syncFolder(_ path: String) throws(FileFault) {
    let folder = openat(descriptor, path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw fault(.sync, path) }
    defer { _ = Glibc.close(folder) }
    guard fsync(folder) == 0 else { throw fault(.sync, path) }
  }

  /// How long one writer waits for another before it says so, in steps of a few milliseconds.
  private static let patience = 15_000

  func lock(_ path: String, _ isExclusive: Bool) throws(FileFault) -> FileHandle {
    var flags = O_RDWR | O_CREAT
    var file = openat(descriptor, path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if file < 0 && !isExclusive && (errno == EROFS || errno == EACCES) {
      flags = O_RDONLY
      file = openat(descriptor, path, flags | O_CLOEXEC | O_NOFOLLOW)
    }
    guard file >= 0 else { throw fault(.lock, path) }
    var waited = 0
    while flock(file, (isExclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, waited < Self.patience else {
        let problem = fault(.lock, path)
        _ = Glibc.close(file)
        throw problem
      }
      let pause = waited < 50 ? 1 : 10
      usleep(UInt32(pause * 1000))
      waited += pause
    }
    return FileHandle(number: file)
  }
}
