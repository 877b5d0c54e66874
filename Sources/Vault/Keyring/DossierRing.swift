import Casework

/// The keys of one dossier: every class of files has its own, sealed to the circles that may read it.
///
/// A newer key of a class takes over for what is written from then on.
struct DossierRing: Equatable {
  let dossier: RecordID
  var version: Int
  var keys: [RingKey]
  /// The circles that the group's keys are no longer sealed to, in order of time: whoever was in one wrote with right
  /// until then.
  var former: [Former] = []

  static func path(_ dossier: RecordID) -> String { "sleutels/dossiers/\(dossier).json" }

  struct RingKey: Equatable {
    let id: RecordID
    let keyClass: RingClass
    let since: Moment
    /// The key, sealed, by the circle it is sealed to.
    var wraps: [RecordID: [UInt8]]
  }

  struct Former: Equatable {
    let circle: RecordID
    let until: Moment
  }
}

/// Whose key opens a file of a dossier.
enum RingClass: String, CaseIterable, Sendable {
  case group = "groep"
  case care = "zorg"
  /// Everybody who works at the school.
  case staff = "staf"

  init(_ keyClass: KeyClass) {
    switch keyClass {
    case .group: self = .group
    case .care: self = .care
    }
  }
}

extension DossierRing {
  func tree(school: RecordID, writer: RecordID, at moment: Moment) -> Tree {
    var members: Members = [
      "formaat": .number(String(VaultFormat.ring)), "school": .string(school.description),
      "dossier": .string(dossier.description), "versie": .number(String(version)),
      "door": .string(writer.description), "op": .string(moment.iso), "sleutels": .array(keys.map(\.tree)),
    ]
    if !former.isEmpty { members["eerder"] = .array(former.map(\.tree)) }
    return .object(members)
  }

  /// Reads what ``tree(school:writer:at:)`` writes, with who wrote it; nothing for anything else.
  static func read(_ tree: Tree, school: RecordID) -> (ring: DossierRing, writer: RecordID, at: Moment)? {
    guard tree["formaat"]?.integer == VaultFormat.ring, tree.id("school") == school, let dossier = tree.id("dossier"),
      let version = tree["versie"]?.integer, let writer = tree.id("door"), let at = tree.moment("op"),
      let keys = tree.list("sleutels", RingKey.init(tree:)),
      let former = tree["eerder"] == nil ? [] : tree.list("eerder", Former.init(tree:))
    else { return nil }
    return (DossierRing(dossier: dossier, version: version, keys: keys, former: former), writer, at)
  }

  /// What a wrapped key is bound to.
  func binding(_ key: RingKey, circle: RecordID, school: RecordID) -> [UInt8] {
    Array("passend/omhuld/1\n\(school)\n\(dossier)\n\(key.keyClass.rawValue)\n\(key.id)\n\(circle)".utf8)
  }

  /// The key that new files of a class are sealed with.
  func current(_ keyClass: RingClass) -> RingKey? { keys.last { $0.keyClass == keyClass } }

  /// The circles that the newest key of a class is sealed to.
  func recipients(_ keyClass: RingClass) -> Set<RecordID> { Set(current(keyClass)?.wraps.keys.map { $0 } ?? []) }

  /// The circles whose teachers could write at a moment: those of now, and those of then.
  func teachers(at moment: Moment) -> [RecordID] {
    Array(recipients(.group)) + former.filter { !$0.until.isBefore(moment) }.map(\.circle)
  }

  /// Opens a key with any of these circles.
  func open(_ key: RingKey, with circles: [RecordID: CircleKeys], school: RecordID, in memory: LockedMemory) -> Secret?
  {
    for (id, wrapped) in key.wraps {
      guard let keys = circles[id] else { continue }
      let binding = binding(key, circle: id, school: school)
      if let secret = keys.wrapping.openKey(wrapped, binding: binding, in: memory) { return secret }
    }
    return nil
  }

  /// Seals the keys of a class to these circles and no others.
  ///
  /// Where one of the old ones is left out, a new key takes over for what is written from now on. Keys that `circles`
  /// cannot open stay as they are.
  mutating func reseal(
    _ keyClass: RingClass, to wanted: [CircleKeys], with circles: [RecordID: CircleKeys], school: RecordID,
    at moment: Moment
  ) {
    let wantedIDs = Set(wanted.map(\.id))
    let dropped = recipients(keyClass).subtracting(wantedIDs)
    if keyClass == .group { former += dropped.sorted().map { Former(circle: $0, until: moment) } }
    for index in keys.indices where keys[index].keyClass == keyClass {
      let memory = LockedMemory(capacity: Sodium.keyCount)
      guard let secret = open(keys[index], with: circles, school: school, in: memory) else { continue }
      keys[index].wraps = wraps(of: secret, keys[index], to: wanted, school: school)
    }
    if !dropped.isEmpty || current(keyClass) == nil {
      var key = RingKey(id: .fresh(), keyClass: keyClass, since: moment, wraps: [:])
      key.wraps = wraps(of: .fresh(), key, to: wanted, school: school)
      keys.append(key)
    }
  }

  private func wraps(
    of secret: Secret, _ key: RingKey, to wanted: [CircleKeys], school: RecordID
  ) -> [RecordID: [UInt8]] {
    var wraps: [RecordID: [UInt8]] = [:]
    for circle in wanted {
      wraps[circle.id] = circle.wrapping.sealKey(secret, binding: binding(key, circle: circle.id, school: school))
    }
    return wraps
  }
}

extension DossierRing.Former {
  fileprivate var tree: Tree { .object(["kring": .string(circle.description), "tot": .string(until.iso)]) }

  fileprivate init?(tree: Tree) {
    guard let circle = tree.id("kring"), let until = tree.moment("tot") else { return nil }
    self.init(circle: circle, until: until)
  }
}

extension Moment {
  /// Whether another moment is later by more than clocks of two machines may differ: a day.
  func isBefore(_ other: Moment) -> Bool { other.seconds - seconds > 86_400 }
}

extension DossierRing.RingKey {
  fileprivate var tree: Tree {
    let sorted = wraps.sorted { $0.key < $1.key }
    return .object([
      "id": .string(id.description), "klasse": .string(keyClass.rawValue), "vanaf": .string(since.iso),
      "voor": .array(
        sorted.map { .object(["kring": .string($0.key.description), "omhuld": .string(base64($0.value))]) }),
    ])
  }

  fileprivate init?(tree: Tree) {
    guard let id = tree.id("id"), let keyClass = tree["klasse"]?.text.flatMap(RingClass.init(rawValue:)),
      let since = tree.moment("vanaf"), let elements = tree["voor"]?.elements
    else { return nil }
    var wraps: [RecordID: [UInt8]] = [:]
    for element in elements {
      guard let circle = element.id("kring"), let wrapped = element.decoded("omhuld") else { return nil }
      wraps[circle] = wrapped
    }
    self.init(id: id, keyClass: keyClass, since: since, wraps: wraps)
  }
}
