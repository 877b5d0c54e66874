import Casework

/// The opened secret of a circle and the keys that follow from it.
struct CircleKeys: Sendable {
  let id: RecordID
  let kind: Circle.Kind
  private let seed: Secret
  /// For what is given to the circle by those who cannot read it.
  let box: BoxPair
  /// For the keys that are sealed to the circle.
  let wrapping: Secret
  /// For the files that the circle's key opens directly.
  let content: Secret

  init(id: RecordID, kind: Circle.Kind, seed: Secret) {
    self.id = id
    self.kind = kind
    self.seed = seed
    box = BoxPair(seed: seed.derived("passend/kring/ontvangen/1"))
    wrapping = seed.derived("passend/kring/sleutels/1")
    content = seed.derived("passend/kring/inhoud/1")
  }

  /// A new circle with a random secret, and how it stands in the list.
  static func new(_ kind: Circle.Kind, at moment: Moment) -> (keys: CircleKeys, circle: Circle) {
    let keys = CircleKeys(id: .fresh(), kind: kind, seed: .fresh())
    return (keys, Circle(id: keys.id, kind: kind, boxKey: keys.box.publicKey, since: moment))
  }

  /// The secret, sealed to each member.
  func file(for members: [CircleMember], school: RecordID, version: Int) -> Tree? {
    var wraps: [Tree] = []
    for member in members {
      guard let wrapped = member.wrap(seed, of: id, school: school) else { return nil }
      var entry: Members = ["omhuld": .string(base64(wrapped))]
      entry[member.key] = .string(member.id.description)
      wraps.append(.object(entry))
    }
    return .object([
      "formaat": .number(String(VaultFormat.circle)), "school": .string(school.description),
      "kring": .string(id.description), "versie": .number(String(version)), "leden": .array(wraps),
    ])
  }
}

/// Who the secret of a circle is sealed to.
enum CircleMember {
  case user(RecordID, boxKey: [UInt8])
  case recovery(RecordID, boxKey: [UInt8])
  case circle(CircleKeys)

  var id: RecordID {
    switch self {
    case .user(let id, _), .recovery(let id, _): id
    case .circle(let keys): keys.id
    }
  }

  /// The member's kind, as the file names it.
  fileprivate var key: String {
    switch self {
    case .user: "gebruiker"
    case .recovery: "herstel"
    case .circle: "kring"
    }
  }

  fileprivate func wrap(_ seed: Secret, of circle: RecordID, school: RecordID) -> [UInt8]? {
    switch self {
    case .user(_, let boxKey), .recovery(_, let boxKey): BoxPair.seal(seed, to: boxKey)
    case .circle(let keys): keys.wrapping.sealKey(seed, binding: CircleFile.binding(school, circle, keys.id))
    }
  }
}

/// A circle's file as it is read.
struct CircleFile {
  let circle: RecordID
  let version: Int
  /// By the key that names the kind of member, and its id.
  private let wraps: [String: [RecordID: [UInt8]]]

  init?(tree: Tree, school: RecordID) {
    guard tree["formaat"]?.integer == VaultFormat.circle, tree.id("school") == school, let circle = tree.id("kring"),
      let version = tree["versie"]?.integer, let members = tree["leden"]?.elements
    else { return nil }
    var wraps: [String: [RecordID: [UInt8]]] = [:]
    for member in members {
      guard let wrapped = member.decoded("omhuld") else { return nil }
      for key in ["gebruiker", "herstel", "kring"] {
        if let id = member.id(key) { wraps[key, default: [:]][id] = wrapped }
      }
    }
    self.circle = circle
    self.version = version
    self.wraps = wraps
  }

  static func binding(_ school: RecordID, _ circle: RecordID, _ member: RecordID) -> [UInt8] {
    Array("passend/omhuld/1\n\(school)\n\(circle)\n\(member)".utf8)
  }

  func holds(_ user: RecordID) -> Bool { wraps["gebruiker"]?[user] != nil }
  var userIDs: Set<RecordID> { Set(wraps["gebruiker", default: [:]].keys) }

  func open(asUser id: RecordID, _ pair: BoxPair, in memory: LockedMemory) -> Secret? {
    wraps["gebruiker"]?[id].flatMap { pair.openKey($0, in: memory) }
  }

  func open(asRecovery id: RecordID, _ pair: BoxPair, in memory: LockedMemory) -> Secret? {
    wraps["herstel"]?[id].flatMap { pair.openKey($0, in: memory) }
  }

  func open(asCircle keys: CircleKeys, school: RecordID, in memory: LockedMemory) -> Secret? {
    wraps["kring"]?[keys.id].flatMap {
      keys.wrapping.openKey($0, binding: Self.binding(school, circle, keys.id), in: memory)
    }
  }
}
