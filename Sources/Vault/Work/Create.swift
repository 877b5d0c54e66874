import Casework

/// A school that was just made.
public struct NewVault: Sendable {
  public let vault: Vault
  public let users: [User]
  /// To be printed now and kept nowhere; nothing for an open school.
  public let recoveryCode: RecoveryCode?
}

extension Vault {
  /// The fewest bytes that a passphrase may have.
  public static let leastPassphrase = 8

  /// Makes a school in a folder: its first users, its own record, and its keys unless it is left open.
  ///
  /// Users and their groups are put into the school's record where they are not in it yet.
  public static func create(
    at folder: String, state: String, school: Record<SchoolFields>, calendar: Record<CalendarFields>? = nil,
    users: [NewUser], sealed: Bool, cost: PassphraseCost = .moderate, clock: @escaping @Sendable () -> Moment
  ) throws(VaultError) -> NewVault {
    // What can be refused is refused before there is a folder.
    try check(users, sealed: sealed)
    let files: FileSystem
    let stateFiles: FileSystem
    do {
      files = try FileSystem.posix(folder: folder)
      stateFiles = try FileSystem.posix(folder: state)
    } catch { throw .storage(error) }
    return try create(
      FolderStore(files).store, stateFiles, name: folder, school: school, calendar: calendar, users: users,
      sealed: sealed, cost: cost, clock: clock)
  }

  /// Makes a school wherever it is to be kept, with its calendar where that is known, in one write.
  public static func create(
    _ store: Store, _ state: FileSystem, name: String, school: Record<SchoolFields>,
    calendar: Record<CalendarFields>? = nil, users: [NewUser], sealed: Bool, cost: PassphraseCost = .moderate,
    clock: @escaping @Sendable () -> Moment
  ) throws(VaultError) -> NewVault {
    guard Sodium.isReady else { throw .cryptographyUnavailable }
    try check(users, sealed: sealed)
    _ = try store.recover()
    guard try store.read(AccessList.path) == nil else { throw .schoolExists(folder: name) }
    let now = clock()
    let record = school.joined(by: users, at: now)
    let founding = Founding(school: .fresh(), users: users, record: record, now: now, cost: cost)
    let made = try sealed ? founding.sealedSchool() : founding.openSchool()
    guard let founder = users.first(where: { $0.role == .careCoordinator }) else { throw .noRight(.keyring) }
    let device = try LocalState(files: state).device()
    let session = VaultSession(
      user: founder.user, school: founding.school, device: device, identity: made.identities[founder.id])
    let desk = Desk(
      store: store, access: made.access, accessTag: ContentTag(of: []), session: session, role: founder.role,
      keyring: made.keyring, now: now)
    var writes = made.writes
    writes.append(try desk.first(record.tree, at: .school))
    if let calendar { writes.append(try desk.first(calendar.tree, at: .calendar)) }
    let outcome = try store.commit(desk.batch(writes: writes, unchanged: [:], .write, "school aangemaakt"))
    guard case .written = outcome else { throw .schoolExists(folder: name) }
    let vault = try open(store, state, name: name, clock: clock)
    return NewVault(vault: vault, users: users.map(\.user), recoveryCode: made.code)
  }

  private static func check(_ users: [NewUser], sealed: Bool) throws(VaultError) {
    guard users.contains(where: { $0.role == .careCoordinator }) else { throw .noRight(.keyring) }
    var seen: Set<String> = []
    for user in users {
      guard !user.login.isEmpty, seen.insert(user.login).inserted else { throw .unusableLogin(user.login) }
      if sealed && (user.passphrase?.count ?? 0) < leastPassphrase { throw .passphraseTooShort(login: user.login) }
    }
  }
}

extension Desk {
  /// The write of a place where nothing is yet.
  fileprivate func first(_ tree: Tree, at place: Place) throws(VaultError) -> Batch.Write {
    let bytes = try encoded(place.stamped(tree), at: place, over: nil).bytes
    return Batch.Write(path: stored(place), replaces: nil, bytes: bytes)
  }
}

extension NewUser {
  var user: User { User(id: id, login: login, name: name, role: role) }
}

extension Record<SchoolFields> {
  /// The school with these users in its list of staff and in front of their groups.
  fileprivate func joined(by users: [NewUser], at now: Moment) -> Self {
    var school = self
    for user in users {
      if !school.staff.contains(where: { $0.id == user.id }) {
        var person = Record<StaffFields>()
        person.id = user.id
        person.staffName = user.name
        person.role = Choice(user.role)
        school.put(person, in: \.staff)
      }
      for group in user.groups where !school.has(user.id, teaching: group) {
        var assignment = Record<AssignmentFields>()
        assignment.id = .fresh()
        assignment.madeAt = now
        assignment.teacher = Reference(user.id)
        assignment.group = Reference(group.group)
        assignment.schoolYear = group.year
        school.put(assignment, in: \.assignments)
      }
    }
    return school
  }

  private func has(_ teacher: RecordID, teaching group: GroupYear) -> Bool {
    self.assignments.contains {
      $0.teacher?.id == teacher && $0.group?.id == group.group && $0.schoolYear == group.year
    }
  }
}

/// The making of a school: everything that must exist before the first door can be locked.
private struct Founding {
  let school: RecordID
  let users: [NewUser]
  let record: Record<SchoolFields>
  let now: Moment
  let cost: PassphraseCost

  struct Made {
    var access: AccessList
    var writes: [Batch.Write] = []
    var identities: [RecordID: Identity] = [:]
    var keyring: Keyring?
    var code: RecoveryCode?
  }

  func openSchool() -> Made {
    let access = AccessList(school: school, isSealed: false, version: 1, users: users.map { member($0, nil) })
    return Made(
      access: access,
      writes: [write(AccessList.path, Stamped.bytes(access.tree) { .hash(Sodium.hash($0)) })])
  }

  func sealedSchool() throws(VaultError) -> Made {
    let rootSeed = Secret.fresh()
    let root = SigningPair(seed: rootSeed)
    let code = RecoveryCode.fresh()
    let recovery = RecoveryRecipient(id: .fresh(), boxKey: code.pair(school: school).publicKey)
    var made = Made(access: AccessList(school: school, isSealed: true, version: 1, users: []), code: code)
    made.access.root = RootOfTrust(publicKey: root.publicKey)
    made.access.recovery = [recovery]
    for user in users { try add(user, root, &made) }
    let care = try addCircle(.care, root, &made) { $0 != .teacher }
    let staff = try addCircle(.staff, root, &made) { _ in true }
    let administration = try addCircle(.administration, root, &made) { $0 == .careCoordinator }
    try addGroups(care, root, &made)
    let rootFile = RootFile.tree(rootSeed, root, for: administration, school: school)
    made.writes.append(write(RootFile.path, Stamped.bytes(rootFile) { .signature(root.sign($0, as: .root)) }))
    let pathKey = Secret.fresh()
    made.access.pathKey = staff.wrapping.sealKey(pathKey, binding: Keyring.pathKeyBinding(school))
    made.writes.append(
      write(AccessList.path, Stamped.bytes(made.access.tree) { .signature(root.sign($0, as: .access)) }))
    try openKeyring(&made)
    return made
  }

  /// Opens what was just made with the founder's own keys, as a login would.
  private func openKeyring(_ made: inout Made) throws(VaultError) {
    guard let founder = users.first(where: { $0.role == .careCoordinator }), let identity = made.identities[founder.id]
    else { throw .noRight(.keyring) }
    let files = Dictionary(made.writes.map { ($0.path, $0.bytes) }, uniquingKeysWith: { _, last in last })
    made.keyring = try Keyring.open(made.access, as: identity) { path in files[path] }
  }

  private func add(_ user: NewUser, _ root: SigningPair, _ made: inout Made) throws(VaultError) {
    guard let passphrase = user.passphrase,
      let new = UserBundle.new(
        for: user.id, school: school, passphrase: passphrase, cost: cost, root: root.publicKey)
    else { throw .cryptographyUnavailable }
    made.identities[user.id] = new.identity
    made.access.users.append(member(user, new.identity))
    let bytes = Stamped.bytes(new.content) { .signature(new.identity.signing.sign($0, as: .bundle)) }
    made.writes.append(write(UserBundle.path(user.id), bytes))
  }

  private func member(_ user: NewUser, _ identity: Identity?) -> Member {
    Member(
      id: user.id, login: user.login, roles: [Member.RolePeriod(role: user.role, from: now)],
      boxKey: identity?.box.publicKey, signKey: identity?.signing.publicKey)
  }

  /// A circle of the users whose role fits, and of whoever holds the recovery code.
  private func addCircle(
    _ kind: Circle.Kind, _ root: SigningPair, _ made: inout Made, _ fits: (UserRole) -> Bool
  ) throws(VaultError) -> CircleKeys {
    let inside = made.access.users.filter { $0.role.map(fits) ?? false }.compactMap(\.boxMember)
    let recovery = made.access.recovery.map { CircleMember.recovery($0.id, boxKey: $0.boxKey) }
    return try addCircle(kind, of: inside + recovery, root, &made)
  }

  private func addCircle(
    _ kind: Circle.Kind, of members: [CircleMember], _ root: SigningPair, _ made: inout Made
  ) throws(VaultError) -> CircleKeys {
    let new = CircleKeys.new(kind, at: now)
    guard let tree = new.keys.file(for: members, school: school, version: 1) else { throw .cryptographyUnavailable }
    made.writes.append(write(new.circle.path, Stamped.bytes(tree) { .signature(root.sign($0, as: .circle)) }))
    made.access.circles.append(new.circle)
    return new.keys
  }

  private func addGroups(_ care: CircleKeys, _ root: SigningPair, _ made: inout Made) throws(VaultError) {
    let day = now.day
    let groups = record.teachersByGroup(on: day)
    for (group, teachers) in groups.sorted(by: { ($0.key.group, $0.key.year) < ($1.key.group, $1.key.year) }) {
      let inside = made.access.users.filter { teachers.contains($0.id) && $0.role == .teacher }.compactMap(\.boxMember)
      _ = try addCircle(group.circle, of: inside + [.circle(care)], root, &made)
    }
  }

  private func write(_ path: String, _ bytes: [UInt8]) -> Batch.Write {
    Batch.Write(path: path, replaces: nil, bytes: bytes)
  }
}
