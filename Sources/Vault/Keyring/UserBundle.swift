import CSodium
import Casework

/// A user's own two secrets, sealed with the passphrase: sleutels/gebruikers/<id>.json.
struct UserBundle {
  let user: RecordID
  let salt: [UInt8]
  let cost: PassphraseCost
  private let sealed: [UInt8]

  static func path(_ user: RecordID) -> String { "sleutels/gebruikers/\(user).json" }
}

/// How much work it is to try one passphrase (Argon2id); kept with the bundle, so that it can grow.
public struct PassphraseCost: Equatable, Sendable {
  /// Passes over the memory.
  public let operations: Int
  /// Bytes.
  public let memory: Int

  public init(operations: Int, memory: Int) {
    self.operations = operations
    self.memory = memory
  }

  /// 3 passes over 256 MiB: about half a second.
  public static let moderate = PassphraseCost(
    operations: Int(crypto_pwhash_opslimit_moderate()), memory: crypto_pwhash_memlimit_moderate())
  /// The least that the library allows: for tests, never for a school.
  public static let least = PassphraseCost(
    operations: Int(crypto_pwhash_opslimit_min()), memory: crypto_pwhash_memlimit_min())
  /// What is tried at most at login, so that a changed file cannot hang the program or take all memory.
  static let most = PassphraseCost(operations: 16, memory: 1 << 31)
}

/// Who a user is to the vault, opened with the passphrase.
struct Identity: Sendable {
  let user: RecordID
  let box: BoxPair
  let signing: SigningPair
  /// The root key that these secrets were given with.
  let pinnedRoot: [UInt8]
  /// For what only this user reads on this machine, such as drafts.
  let local: Secret
}

extension UserBundle {
  private static let secretCount = 2 * Sodium.keyCount

  /// A new identity and its bundle.
  static func new(
    for user: RecordID, school: RecordID, passphrase: Secret, cost: PassphraseCost, root: [UInt8]
  ) -> (identity: Identity, content: Tree)? {
    let count = secretCount + root.count
    let all = LockedMemory(capacity: count).store(count) { place in
      randombytes_buf(place, secretCount)
      for (offset, byte) in root.enumerated() { place[secretCount + offset] = byte }
      return true
    }
    let salt = Sodium.randomBytes(crypto_pwhash_saltbytes())
    guard root.count == crypto_sign_publickeybytes(), let all, let key = stretched(passphrase, salt, cost) else {
      return nil
    }
    let sealed = key.sealKey(all, binding: binding(school, user, salt, cost))
    guard let identity = identity(user, all, root) else { return nil }
    let content: Tree = .object([
      "formaat": .number(String(VaultFormat.bundle)), "school": .string(school.description),
      "gebruiker": .string(user.description), "soort": .string("wachtwoord"),
      "argon2id": .object([
        "zout": .string(base64(salt)), "rondes": .number(String(cost.operations)),
        "geheugen": .number(String(cost.memory)),
      ]),
      "geheim": .string(base64(sealed)),
    ])
    return (identity, content)
  }

  init?(tree: Tree, school: RecordID) {
    guard tree["formaat"]?.integer == VaultFormat.bundle, tree.id("school") == school, let user = tree.id("gebruiker"),
      let argon = tree["argon2id"], let salt = argon.decoded("zout"), salt.count == crypto_pwhash_saltbytes(),
      let operations = argon["rondes"]?.integer, (1...PassphraseCost.most.operations).contains(operations),
      let memory = argon["geheugen"]?.integer,
      (PassphraseCost.least.memory...PassphraseCost.most.memory).contains(memory),
      let sealed = tree.decoded("geheim")
    else { return nil }
    self.user = user
    self.salt = salt
    cost = PassphraseCost(operations: operations, memory: memory)
    self.sealed = sealed
  }

  /// The identity, or nothing for a wrong passphrase.
  func open(_ passphrase: Secret, school: RecordID) -> Identity? {
    guard let key = Self.stretched(passphrase, salt, cost) else { return nil }
    let count = Self.secretCount + crypto_sign_publickeybytes()
    guard sealed.count == Sodium.nonceCount + count + Sodium.tagCount else { return nil }
    let memory = LockedMemory(capacity: count)
    let binding = Self.binding(school, user, salt, cost)
    guard let all = key.openSecret(sealed, count: count, binding: binding, in: memory) else { return nil }
    let root = all.withBytes {
      Array(UnsafeBufferPointer(start: $0 + Self.secretCount, count: count - Self.secretCount))
    }
    return Self.identity(user, all, root)
  }

  private static func identity(_ user: RecordID, _ secrets: Secret, _ root: [UInt8]) -> Identity? {
    let halves = [0, 1].map { half in
      Secret.made { place in
        secrets.withBytes { place.update(from: $0 + half * Sodium.keyCount, count: Sodium.keyCount) }
        return true
      }
    }
    return Identity(
      user: user, box: BoxPair(seed: halves[0]), signing: SigningPair(seed: halves[1]), pinnedRoot: root,
      local: halves[0].derived("passend/gebruiker/plaatselijk/1"))
  }

  private static func stretched(_ passphrase: Secret, _ salt: [UInt8], _ cost: PassphraseCost) -> Secret? {
    let memory = LockedMemory(capacity: Sodium.keyCount)
    return memory.store { place in
      passphrase.withBytes { text in
        text.withMemoryRebound(to: CChar.self, capacity: passphrase.count) {
          crypto_pwhash(
            place, UInt64(Sodium.keyCount), $0, UInt64(passphrase.count), salt, UInt64(cost.operations), cost.memory,
            crypto_pwhash_alg_argon2id13()) == 0
        }
      }
    }
  }

  private static func binding(_ school: RecordID, _ user: RecordID, _ salt: [UInt8], _ cost: PassphraseCost) -> [UInt8]
  {
    Array("passend/bundel/1\n\(school)\n\(user)\n\(base64(salt))\n\(cost.operations)\n\(cost.memory)".utf8)
  }
}
