import Casework

/// The keys that one user holds: their own, and those of the circles they are in.
struct Keyring: Sendable {
  let school: RecordID
  private(set) var access: AccessList
  let identity: Identity
  /// By circle; ended ones too, for what is old.
  private(set) var circles: [RecordID: CircleKeys] = [:]
  /// The users whom the secret of a circle is sealed to, and the version of its file.
  private(set) var files: [RecordID: CircleFile] = [:]
  private(set) var naming: PathNaming

  typealias Reader = (_ path: String) throws(VaultError) -> [UInt8]?

  /// Opens every circle that the user is in, directly or through the care team.
  static func open(
    _ access: AccessList, as identity: Identity, read: Reader
  ) throws(VaultError) -> Keyring {
    guard let root = access.root, root.follows(from: identity.pinnedRoot) else {
      throw .damaged(DamagedFile(AccessList.path, .foreignRoot))
    }
    var ring = Keyring(
      school: access.school, access: access, identity: identity, naming: .hidden(pathKey: identity.local))
    for circle in access.circles {
      ring.files[circle.id] = try ring.file(of: circle, root.publicKey, read)
    }
    let memory = LockedMemory(capacity: Sodium.keyCount * max(1, 2 * access.circles.count))
    for circle in access.circles {
      try ring.add(circle, ring.files[circle.id]?.open(asUser: identity.user, identity.box, in: memory))
    }
    for circle in access.circles where ring.circles[circle.id] == nil {
      for team in access.circles where team.kind == .care {
        guard let keys = ring.circles[team.id] else { continue }
        try ring.add(circle, ring.files[circle.id]?.open(asCircle: keys, school: ring.school, in: memory))
      }
    }
    try ring.openPathKey()
    return ring
  }

  private func file(
    of circle: Circle, _ root: [UInt8], _ read: Reader
  ) throws(VaultError) -> CircleFile {
    let path = circle.path
    let content = try signedContent(path, try read(path), as: .circle, by: root)
    guard let file = CircleFile(tree: content, school: school) else {
      throw .damaged(DamagedFile(path, .malformed))
    }
    guard file.circle == circle.id else { throw .damaged(DamagedFile(path, .swapped)) }
    return file
  }

  /// Takes a circle's secret in, if it is the one that the list of users names.
  private mutating func add(_ circle: Circle, _ seed: Secret?) throws(VaultError) {
    guard let seed else { return }
    let keys = CircleKeys(id: circle.id, kind: circle.kind, seed: seed)
    guard keys.box.publicKey == circle.boxKey else { throw .damaged(DamagedFile(circle.path, .swapped)) }
    circles[circle.id] = keys
  }

  private mutating func openPathKey() throws(VaultError) {
    let memory = LockedMemory(capacity: Sodium.keyCount)
    guard let sealed = access.pathKey, let staff = circle(.staff),
      let key = staff.wrapping.openKey(sealed, binding: Self.pathKeyBinding(school), in: memory)
    else { throw .damaged(DamagedFile(AccessList.path, .unsealable)) }
    naming = .hidden(pathKey: key)
  }

  static func pathKeyBinding(_ school: RecordID) -> [UInt8] { Array("passend/padsleutel/1\n\(school)".utf8) }

  /// Takes in a circle that was just made, with the list that names it.
  mutating func adopt(_ keys: CircleKeys, _ access: AccessList) {
    circles[keys.id] = keys
    self.access = access
  }

  /// The keys of the circle that new things of a kind are sealed to, where the user is in it.
  func circle(_ kind: Circle.Kind) -> CircleKeys? {
    access.circle(kind).flatMap { circles[$0.id] }
  }
}

/// The content of a signed file; what is wrong with it is named with its path.
func signedContent(
  _ path: String, _ bytes: [UInt8]?, as purpose: SignedPurpose, by publicKey: [UInt8]
) throws(VaultError) -> Tree {
  guard let bytes else { throw .damaged(DamagedFile(path, .missing)) }
  guard let stamped = Stamped(bytes) else { throw .damaged(DamagedFile(path, .malformed)) }
  guard stamped.isSigned(as: purpose, by: publicKey) else { throw .damaged(DamagedFile(path, .badStamp)) }
  return stamped.content
}

/// The secret half of the root, for the administration: sleutels/wortel.json.
enum RootFile {
  static let path = "sleutels/wortel.json"

  static func tree(_ seed: Secret, _ pair: SigningPair, for circle: CircleKeys, school: RecordID) -> Tree {
    let sealed = circle.wrapping.sealKey(seed, binding: binding(school, circle.id, pair.publicKey))
    return .object([
      "formaat": .number(String(VaultFormat.root)), "school": .string(school.description),
      "kring": .string(circle.id.description), "geheim": .string(base64(sealed)),
    ])
  }

  /// The signing pair, for who is in the administration.
  static func open(_ keyring: Keyring, _ read: Keyring.Reader) throws(VaultError) -> SigningPair {
    guard let root = keyring.access.root, let circle = keyring.circle(.administration) else {
      throw .noRight(.keyring)
    }
    let content = try signedContent(path, try read(path), as: .root, by: root.publicKey)
    guard content["formaat"]?.integer == VaultFormat.root, let sealed = content.decoded("geheim") else {
      throw .damaged(DamagedFile(path, .malformed))
    }
    let binding = binding(keyring.school, circle.id, root.publicKey)
    let memory = LockedMemory(capacity: Sodium.keyCount)
    guard let seed = circle.wrapping.openKey(sealed, binding: binding, in: memory) else {
      throw .damaged(DamagedFile(path, .unsealable))
    }
    return SigningPair(seed: seed)
  }

  private static func binding(_ school: RecordID, _ circle: RecordID, _ root: [UInt8]) -> [UInt8] {
    Array("passend/wortel/1\n\(school)\n\(circle)\n\(base64(root))".utf8)
  }
}
