import Casework

/// The file toegang.json: who may log in, in which role, and which circles of keys there are.
///
/// In a sealed school signed with the root key.
struct AccessList: Equatable {
  static let path = "toegang.json"

  let school: RecordID
  var isSealed: Bool
  /// Counts the versions of this file.
  var version: Int
  var root: RootOfTrust?
  var recovery: [RecoveryRecipient] = []
  var users: [Member]
  var circles: [Circle] = []
  /// The key that hides which section a file is, sealed for the staff.
  var pathKey: [UInt8]?
}

/// The key that signs the list of users, and those that did before it, each naming the next.
struct RootOfTrust: Equatable {
  /// Ed25519.
  var publicKey: [UInt8]
  var successions: [Succession] = []

  struct Succession: Equatable {
    let from: [UInt8]
    let to: [UInt8]
    /// By the older one over the newer.
    let signature: [UInt8]
  }

  /// Whether this root is the one that was pinned, or follows from it by signatures.
  func follows(from pinned: [UInt8]) -> Bool {
    var reached = pinned
    for step in successions where step.from == reached {
      guard SigningPair.verifies(step.signature, of: step.to, as: .successor, by: step.from) else { return false }
      reached = step.to
    }
    return reached == publicKey
  }
}

/// Someone who has the printed code: a key that every circle is also sealed to.
struct RecoveryRecipient: Equatable {
  let id: RecordID
  /// X25519.
  let boxKey: [UInt8]
}

/// A user as the vault knows one; the name stands in school.json.
struct Member: Equatable {
  let id: RecordID
  let login: String
  /// The roles in order of time; a revision is judged by the role of its day.
  var roles: [RolePeriod]
  /// X25519 and Ed25519; nothing in an open school.
  var boxKey: [UInt8]?
  var signKey: [UInt8]?

  struct RolePeriod: Equatable {
    let role: UserRole
    let from: Moment
    var until: Moment?
  }

  /// The role now, or nothing for someone who left.
  var role: UserRole? { roles.last { $0.until == nil }?.role }

  func role(at moment: Moment) -> UserRole? {
    roles.last { $0.from <= moment && ($0.until.map { moment < $0 } ?? true) }?.role
  }
}

/// A set of people who share a key.
struct Circle: Equatable {
  let id: RecordID
  let kind: Kind
  /// X25519, for those who may give something to the circle without reading it.
  let boxKey: [UInt8]
  let since: Moment
  /// Set when somebody left it: it still opens what is old, nothing new is sealed to it.
  var ended: Moment?

  enum Kind: Hashable {
    /// Who may change roles and keys: holds the secret half of the root.
    case administration
    /// The care team: IB and director.
    case care
    case staff
    /// The teachers of a group in a school year.
    case group(RecordID, SchoolYear)
  }

  /// Where the secret of the circle is kept, sealed to each member.
  var path: String { "sleutels/kringen/\(id).json" }
}

extension AccessList {
  func member(_ id: RecordID) -> Member? { users.first { $0.id == id } }

  /// The circle of a kind that new things are sealed to.
  func circle(_ kind: Circle.Kind) -> Circle? { circles.last { $0.kind == kind && $0.ended == nil } }
}
