import Casework

/// Somebody who is logged in, with the keys that are theirs alone.
///
/// Letting it go wipes the keys.
public struct VaultSession: Sendable {
  public let user: User
  public let school: RecordID
  /// Which device this is, for the journal; a random name.
  let device: String
  /// Nothing in an open school.
  let identity: Identity?

  /// The chain of the journal that this user's acts on this device go into.
  var chain: String { "\(user.id)-\(device)" }
}

/// A name to log in with.
public struct VaultLogin: Hashable, Sendable {
  public let id: RecordID
  public let login: String
  public let role: UserRole
}

/// Someone who will work with a school.
public struct NewUser: Sendable {
  /// The id of the person's record in the school's list of staff, where it has one already.
  public let id: RecordID
  /// Chosen; it stands readable in the vault.
  public let login: String
  public let name: String
  public let role: UserRole
  /// Needed in a sealed school.
  public let passphrase: Secret?
  /// The groups that a teacher has; they are put into the school's list as well.
  public let groups: [GroupYear]

  public init(
    id: RecordID? = nil, login: String, name: String, role: UserRole, passphrase: Secret? = nil,
    groups: [GroupYear] = []
  ) {
    self.id = id ?? .fresh()
    self.login = login
    self.name = name
    self.role = role
    self.passphrase = passphrase
    self.groups = groups
  }
}
