import Glibc
import Synchronization
import Vault

/// A disk in memory that behaves as badly as a real one may: bytes are safe only after a sync of the file, names only
/// after a sync of the folder, and until then a power cut may keep or drop any of them, in any combination, and may
/// tear a write.
public final class PowerCutDisk: Sendable {
  private let state: Mutex<DiskState>

  public init() { state = Mutex(DiskState()) }

  private init(_ disk: DiskState) { state = Mutex(disk) }

  /// Remembers the disk as it is before every call that changes or syncs something.
  public func rememberMoments() {
    state.withLock { $0.moments = [] }
  }

  /// The disk before each such call since ``rememberMoments()``, and as it is now.
  public var moments: [PowerCutDisk] {
    state.withLock { disk in (disk.moments ?? []) + [disk] }.map(PowerCutDisk.init)
  }

  /// How many such calls were made since ``rememberMoments()``.
  public var steps: Int { state.withLock { $0.moments?.count ?? 0 } }

  /// From now on the sync with this number, counted from 0, does nothing: the fault that a test must notice.
  public func leaveOut(sync number: Int) {
    state.withLock { $0.isLeftOut = { sync, _ in sync == number } }
  }

  /// From now on all syncs of files, or all of folders, do nothing; or all do their work again.
  public func leaveOut(files: Bool, folders: Bool) {
    state.withLock { $0.isLeftOut = { _, isFolder in isFolder ? folders : files } }
  }

  /// How many syncs of files and folders were asked for so far.
  public var syncs: Int { state.withLock { $0.syncs } }

  /// The disk as another program finds it after this one was killed: nothing is lost yet.
  public func afterKill() -> PowerCutDisk {
    PowerCutDisk(state.withLock { $0.afterKill() })
  }

  /// Disks as they may be after the power came back: every combination where there are no more than `limit`, else that
  /// many of them drawn at random.
  public func afterPowerCut(limit: Int, seed: UInt64) -> [PowerCutDisk] {
    let disk = state.withLock { $0 }
    let choices = disk.choices
    let count = choices.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    let overflows = choices.reduce(1.0) { $0 * Double($1) } > Double(limit)
    if !overflows {
      return (0..<count).map { number in
        var rest = number
        return PowerCutDisk(
          disk.survivor(
            choices.map { options in
              defer { rest /= options }
              return rest % options
            }))
      }
    }
    var generator = SeededGenerator(seed: seed)
    return (0..<limit).map { number in
      // The two plain cases, all kept and all lost, are always among them.
      PowerCutDisk(
        disk.survivor(
          choices.map { number == 0 ? 0 : number == 1 ? 1 : generator.int(0...$0 - 1) }))
    }
  }

  /// The calls on this disk.
  public var files: FileSystem {
    FileSystem(
      read: { (path) throws(FileFault) in try self.look(.read, path) { $0.content(path) } },
      readFolder: { (path) throws(FileFault) in
        try self.look(.read, path) { disk in
          disk.names(path).compactMap { name in
            disk.content(path.isEmpty ? name : path + "/" + name).map { NamedBytes(name: name, bytes: $0) }
          }
        }
      },
      readTail: { (path, count) throws(FileFault) in
        try self.look(.read, path) { disk in
          disk.content(path).map { Tail(bytes: Array($0.suffix(count)), length: $0.count) }
        }
      },
      list: { (path) throws(FileFault) in try self.look(.list, path) { $0.names(path) } },
      size: { (path) throws(FileFault) in
        try self.look(.read, path) { disk in disk.node(path).map { disk.nodes[$0]?.content.count ?? 0 } }
      },
      makeFolder: { (path) throws(FileFault) in try self.change(.makeFolder, path) { $0.makeFolder(path) } },
      create: { (path) throws(FileFault) in try self.change(.create, path) { $0.create(path) } },
      openAtEnd: { (path) throws(FileFault) in
        try self.look(.write, path) { disk in disk.node(path).map { disk.open($0) } }
          .orThrow(FileFault(.write, path, code: ENOENT))
      },
      write: { (file, bytes) throws(FileFault) in
        try self.change(.write, "") { $0.write(file, bytes) }
      },
      sync: { (file) throws(FileFault) in try self.change(.sync, "") { $0.sync(file) } },
      close: { file in self.state.withLock { $0.close(file) } },
      rename: { (from, to) throws(FileFault) in try self.change(.rename, to) { $0.rename(from, to) } },
      remove: { (path) throws(FileFault) in try self.change(.remove, path) { $0.remove(path) } },
      syncFolder: { (path) throws(FileFault) in try self.change(.sync, path) { $0.syncFolder(path) } },
      lock: { (path, _) throws(FileFault) in try self.look(.lock, path) { $0.open(-1) } }
    )
  }

  private func look<Result>(
    _ operation: FileFault.Operation, _ path: String, _ body: (inout DiskState) -> sending Result
  ) throws(FileFault) -> Result {
    state.withLock { body(&$0) }
  }

  /// A call that counts as a step; `body` gives nothing where the call must fail.
  private func change<Result>(
    _ operation: FileFault.Operation, _ path: String, _ body: (inout DiskState) -> sending Result?
  ) throws(FileFault) -> Result {
    let result = state.withLock { disk -> Result? in
      disk.remember()
      return body(&disk)
    }
    return try result.orThrow(FileFault(operation, path, code: EEXIST))
  }
}

extension Optional {
  fileprivate func orThrow(_ fault: FileFault) throws(FileFault) -> Wrapped {
    guard let self else { throw fault }
    return self
  }
}
