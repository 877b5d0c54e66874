import Casework

extension Vault {
  /// Logs somebody in.
  ///
  /// A sealed school takes about half a second over the passphrase, on purpose. Throws `.unknownLogin`,
  /// `.wrongPassphrase`, or `.damaged` with the file that keeps the user out.
  public func login(_ login: String, passphrase: Secret? = nil) throws(VaultError) -> VaultSession {
    let (access, _) = try accessList()
    guard let member = access.users.first(where: { $0.login == login && $0.role != nil }), let role = member.role else {
      throw .unknownLogin(login)
    }
    let identity = access.isSealed ? try identity(of: member, passphrase) : nil
    let device = try local.device()
    let nameless = User(id: member.id, login: login, name: login, role: role)
    let session = VaultSession(user: nameless, school: school, device: device, identity: identity)
    var desk = try desk(session)
    let staff = try desk.schoolRecord().staff.first { $0.id == member.id }
    let user = User(id: member.id, login: login, name: staff?.staffName ?? login, role: role)
    return VaultSession(user: user, school: school, device: device, identity: identity)
  }

  private func identity(of member: Member, _ passphrase: Secret?) throws(VaultError) -> Identity {
    let path = UserBundle.path(member.id)
    guard let boxKey = member.boxKey, let signKey = member.signKey else {
      throw .damaged(DamagedFile(AccessList.path, .malformed))
    }
    let content = try signedContent(path, try store.read(path), as: .bundle, by: signKey)
    guard let bundle = UserBundle(tree: content, school: school) else { throw .damaged(DamagedFile(path, .malformed)) }
    guard bundle.user == member.id else { throw .damaged(DamagedFile(path, .swapped)) }
    guard let passphrase, let identity = bundle.open(passphrase, school: school) else { throw .wrongPassphrase }
    guard identity.box.publicKey == boxKey, identity.signing.publicKey == signKey else {
      throw .damaged(DamagedFile(path, .swapped))
    }
    return identity
  }

  /// What an act of this user works with, read anew so that a change of roles holds at once.
  func desk(_ session: VaultSession) throws(VaultError) -> Desk {
    let (access, tag) = try accessList()
    guard let role = access.member(session.user.id)?.role else { throw .unknownLogin(session.user.login) }
    var keyring: Keyring?
    if let identity = session.identity {
      keyring = try Keyring.open(access, as: identity) { (path) throws(VaultError) in try store.read(path) }
    }
    var desk = Desk(
      store: store, access: access, accessTag: tag, session: session, role: role, keyring: keyring, now: clock())
    if keyring == nil && role == .teacher {
      let teachers = try desk.schoolRecord().teachersByGroup(on: desk.today)
      desk.ownGroups = Set(teachers.filter { $0.value.contains(session.user.id) }.keys)
    }
    return desk
  }
}
