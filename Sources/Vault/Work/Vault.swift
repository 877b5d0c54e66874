import Casework

/// A school's files: who may open them, what is in them, and the one door through which they are written.
///
/// A value without state of its own; what it does it does to the store. Every call may be made on any thread, and none
/// of them waits for longer than the disk (and, at login, the passphrase) takes.
public struct Vault: Sendable {
  let store: Store
  let local: LocalState
  let clock: @Sendable () -> Moment
  /// The school's random name.
  public let school: RecordID
  public let isSealed: Bool
  /// What had to be put right because a write had not ended the last time.
  public let recovered: [Recovered]

  /// Opens the school in `folder`; `state` is where this machine keeps what belongs to it alone.
  public static func open(
    at folder: String, state: String, clock: @escaping @Sendable () -> Moment
  ) throws(VaultError) -> Vault {
    let files: FileSystem?
    let stateFiles: FileSystem
    do {
      files = try FileSystem.posix(existingFolder: folder)
      stateFiles = try FileSystem.posix(folder: state)
    } catch { throw .storage(error) }
    guard let files else { throw .noSchool(folder: folder) }
    return try open(FolderStore(files).store, stateFiles, name: folder, clock: clock)
  }

  /// Opens a school wherever it is kept.
  public static func open(
    _ store: Store, _ state: FileSystem, name: String, clock: @escaping @Sendable () -> Moment
  ) throws(VaultError) -> Vault {
    guard Sodium.isReady else { throw .cryptographyUnavailable }
    let recovered = try recover(store)
    guard let bytes = try store.read(AccessList.path) else { throw .noSchool(folder: name) }
    let access = try AccessList.checked(bytes)
    return Vault(
      store: store, local: LocalState(files: state), clock: clock, school: access.school, isSealed: access.isSealed,
      recovered: recovered)
  }

  /// Puts right what was left half done, where the folder can be written.
  private static func recover(_ store: Store) throws(VaultError) -> [Recovered] {
    do { return try store.recover() } catch {
      if case .storage(let fault) = error, fault.meansReadOnly { return [] }
      throw error
    }
  }

  /// Who can log in, in the order in which they were added.
  public func logins() throws(VaultError) -> [VaultLogin] {
    let (access, _) = try accessList()
    return access.users.compactMap { member in
      member.role.map { VaultLogin(id: member.id, login: member.login, role: $0) }
    }
  }

  /// The list of users as it is now, whole by its own stamp.
  func accessList() throws(VaultError) -> (AccessList, ContentTag) {
    guard let bytes = try store.read(AccessList.path) else { throw .damaged(DamagedFile(AccessList.path, .missing)) }
    let access = try AccessList.checked(bytes)
    guard access.school == school, access.isSealed == isSealed else {
      throw .damaged(DamagedFile(AccessList.path, .swapped))
    }
    return (access, ContentTag(of: bytes))
  }

  /// Something cheap that differs as soon as anybody wrote anything.
  public func mark() throws(VaultError) -> StoreMark { try store.mark() }
}

extension AccessList {
  /// Reads the list and checks that its own stamp fits; whether its root is the right one is known at login.
  static func checked(_ bytes: [UInt8]) throws(VaultError) -> AccessList {
    guard let stamped = Stamped(bytes) else { throw .damaged(DamagedFile(path, .malformed)) }
    if let format = stamped.content["formaat"]?.integer, format > VaultFormat.access { throw .newerFormat(path: path) }
    guard let access = AccessList(tree: stamped.content) else { throw .damaged(DamagedFile(path, .malformed)) }
    let isWhole = access.root.map { stamped.isSigned(as: .access, by: $0.publicKey) } ?? stamped.isWhole
    guard isWhole, access.isSealed == (access.root != nil) else { throw .damaged(DamagedFile(path, .badStamp)) }
    return access
  }
}
