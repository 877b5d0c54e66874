import Casework

extension AccessList {
  var tree: Tree {
    var members: Members = [
      "formaat": .number(String(VaultFormat.access)),
      "school": .string(school.description),
      "wijze": .string(isSealed ? "verzegeld" : "open"),
      "versie": .number(String(version)),
      "gebruikers": .array(users.map(\.tree)),
    ]
    guard isSealed else { return .object(members) }
    if let root {
      members["wortel"] = .string(base64(root.publicKey))
      members["opvolging"] = .array(root.successions.map(\.tree))
    }
    members["herstel"] = .array(
      recovery.map { .object(["id": .string($0.id.description), "sleutel": .string(base64($0.boxKey))]) })
    members["kringen"] = .array(circles.map(\.tree))
    members["padsleutel"] = pathKey.map { .string(base64($0)) }
    return .object(members)
  }

  /// Reads what ``tree`` writes; nothing for anything else.
  init?(tree: Tree) {
    guard tree["formaat"]?.integer == VaultFormat.access, let school = tree.id("school"),
      let version = tree["versie"]?.integer, let users = tree.list("gebruikers", Member.init(tree:))
    else { return nil }
    self.init(school: school, isSealed: tree["wijze"]?.text != "open", version: version, users: users)
    guard isSealed else { return }
    guard let publicKey = tree.decoded("wortel"),
      let steps = tree.list("opvolging", RootOfTrust.Succession.init(tree:)),
      let recovery = tree.list("herstel", RecoveryRecipient.init(tree:)),
      let circles = tree.list("kringen", Circle.init(tree:)), let pathKey = tree.decoded("padsleutel")
    else { return nil }
    root = RootOfTrust(publicKey: publicKey, successions: steps)
    self.recovery = recovery
    self.circles = circles
    self.pathKey = pathKey
  }
}

extension RootOfTrust.Succession {
  fileprivate var tree: Tree {
    .object([
      "van": .string(base64(from)), "naar": .string(base64(to)), "teken": .string(hexadecimal(signature)),
    ])
  }

  fileprivate init?(tree: Tree) {
    guard let from = tree.decoded("van"), let to = tree.decoded("naar"),
      let signature = tree["teken"]?.text.flatMap(decodedHexadecimal)
    else { return nil }
    self.init(from: from, to: to, signature: signature)
  }
}

extension RecoveryRecipient {
  fileprivate init?(tree: Tree) {
    guard let id = tree.id("id"), let key = tree.decoded("sleutel") else { return nil }
    self.init(id: id, boxKey: key)
  }
}

extension Member {
  fileprivate var tree: Tree {
    var members: Members = [
      "id": .string(id.description), "login": .string(login), "rollen": .array(roles.map(\.tree)),
    ]
    members["sleutel"] = boxKey.map { .string(base64($0)) }
    members["tekensleutel"] = signKey.map { .string(base64($0)) }
    return .object(members)
  }

  fileprivate init?(tree: Tree) {
    guard let id = tree.id("id"), let login = tree["login"]?.text,
      let roles = tree.list("rollen", RolePeriod.init(tree:))
    else { return nil }
    self.init(
      id: id, login: login, roles: roles, boxKey: tree.decoded("sleutel"), signKey: tree.decoded("tekensleutel"))
  }
}

extension Member.RolePeriod {
  fileprivate var tree: Tree {
    var members: Members = ["rol": .string(role.rawValue), "vanaf": .string(from.iso)]
    members["tot"] = until.map { .string($0.iso) }
    return .object(members)
  }

  fileprivate init?(tree: Tree) {
    guard let role = tree["rol"]?.text.flatMap(UserRole.init(rawValue:)), let from = tree.moment("vanaf") else {
      return nil
    }
    self.init(role: role, from: from, until: tree.moment("tot"))
  }
}

extension Circle {
  fileprivate var tree: Tree {
    var members: Members = [
      "id": .string(id.description), "soort": .string(kind.word), "sleutel": .string(base64(boxKey)),
      "vanaf": .string(since.iso),
    ]
    if case .group(let group, let year) = kind {
      members["groep"] = .string(group.description)
      members["schooljaar"] = .string(year.description)
    }
    members["vervallen"] = ended.map { .string($0.iso) }
    return .object(members)
  }

  fileprivate init?(tree: Tree) {
    guard let id = tree.id("id"), let kind = Kind(tree: tree), let key = tree.decoded("sleutel"),
      let since = tree.moment("vanaf")
    else { return nil }
    self.init(id: id, kind: kind, boxKey: key, since: since, ended: tree.moment("vervallen"))
  }
}

extension Circle.Kind {
  /// The word in the file.
  var word: String {
    switch self {
    case .administration: "beheer"
    case .care: "zorg"
    case .staff: "staf"
    case .group: "groep"
    }
  }

  fileprivate init?(tree: Tree) {
    switch tree["soort"]?.text {
    case "beheer": self = .administration
    case "zorg": self = .care
    case "staf": self = .staff
    case "groep":
      guard let group = tree.id("groep"), let year = tree["schooljaar"]?.text.flatMap({ SchoolYear($0) }) else {
        return nil
      }
      self = .group(group, year)
    default: return nil
    }
  }
}

/// Shorter ways to the values that files of the vault hold.
extension Tree {
  func id(_ key: String) -> RecordID? { self[key]?.text.flatMap { RecordID($0) } }
  func moment(_ key: String) -> Moment? { self[key]?.text.flatMap { Moment(iso: $0) } }
  func decoded(_ key: String) -> [UInt8]? { self[key]?.text.flatMap(decodedBase64) }

  /// Every element read by `read`; nothing where one of them is not what it should be.
  func list<Item>(_ key: String, _ read: (Tree) -> Item?) -> [Item]? {
    guard let elements = self[key]?.elements else { return nil }
    var items: [Item] = []
    for element in elements {
      guard let item = read(element) else { return nil }
      items.append(item)
    }
    return items
  }
}
