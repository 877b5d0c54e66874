import CSodium
import Casework

/// A sealed file: a readable header, the sealed text and the writer's signature over both.
///
/// Byte for byte: docs/bestandsformaat.md, "Envelop".
struct Envelope {
  let header: Header
  /// Everything before the nonce; the sealed text is bound to it.
  private let binding: Range<Int>
  private let sealed: Range<Int>
  private let bytes: [UInt8]

  static let magic = Array("PASSEND\u{1}".utf8)
  /// Sealed texts come in steps of this size, so that their length says little.
  static let block = 4096
  private static let lengthCount = 4

  struct Header: Equatable {
    let school: RecordID
    /// As stored.
    let path: String
    let revision: Revision
    /// The revision that it replaced.
    let previous: Revision?
    let writer: RecordID
    let at: Moment
    /// A ring's key, a circle, or the user or circle that `sealedKey` is for.
    let key: RecordID
    /// Where the text was given to somebody: its own key, sealed to their public half.
    let sealedKey: [UInt8]?
  }
}

/// What a text is sealed with.
enum SealingKey {
  /// A key that both the writer and the readers hold.
  case shared(id: RecordID, Secret)
  /// A public half: the writer cannot open it again.
  case given(to: RecordID, boxKey: [UInt8])
}

/// A text and where it belongs, before sealing and after opening.
struct SealedText {
  let place: Place
  let text: [UInt8]
}

extension Envelope {
  /// Who writes what to where, and on top of which revision.
  struct Origin {
    let school: RecordID
    let path: String
    let previous: Revision?
    let at: Moment
  }

  /// Seals and signs; nothing where the recipient's key is no key.
  static func seal(
    _ text: SealedText, _ origin: Origin, with key: SealingKey, by writer: Identity
  ) -> (bytes: [UInt8], revision: Revision)? {
    let secret: Secret
    let id: RecordID
    var sealedKey: [UInt8]?
    switch key {
    case .shared(let keyID, let shared): (id, secret) = (keyID, shared)
    case .given(let recipient, let boxKey):
      (id, secret) = (recipient, .fresh())
      guard let sealed = BoxPair.seal(secret, to: boxKey) else { return nil }
      sealedKey = sealed
    }
    let revision = revision(of: text.text, key: secret)
    let header = Header(
      school: origin.school, path: origin.path, revision: revision, previous: origin.previous, writer: writer.user,
      at: origin.at, key: id, sealedKey: sealedKey)
    let headerText = header.tree.encodedCompact()
    var bytes = magic + bigEndian(headerText.count) + headerText
    bytes += secret.seal(padded(text), binding: bytes)
    bytes += writer.signing.sign(bytes, as: .envelope)
    return (bytes, revision)
  }

  /// The name of a text's state: its hash, keyed so that nobody without the key can try texts.
  static func revision(of text: [UInt8], key: Secret) -> Revision {
    Revision(text: hexadecimal(key.derived("passend/revisie/1").keyedHash(text)))
  }

  /// Reads the form of the file; nothing where it has another.
  init?(_ bytes: [UInt8]) {
    let fixed = Self.magic.count + Self.lengthCount
    guard bytes.count > fixed, bytes.starts(with: Self.magic) else { return nil }
    let count = bytes[Self.magic.count..<fixed].reduce(0) { $0 << 8 | Int($1) }
    let start = fixed + count
    let end = bytes.count - Sodium.signatureCount
    guard count <= bytes.count, end - start >= Sodium.nonceCount + Self.block + Sodium.tagCount,
      let tree = try? Tree(bytes: Array(bytes[fixed..<start])), let header = Header(tree: tree)
    else { return nil }
    self.header = header
    binding = 0..<start
    sealed = start..<end
    self.bytes = bytes
  }

  func isSigned(by publicKey: [UInt8]) -> Bool {
    SigningPair.verifies(
      Array(bytes[sealed.upperBound...]), of: bytes[..<sealed.upperBound], as: .envelope, by: publicKey)
  }

  /// The text, or nothing where the key is another one or a bit was changed.
  func open(with key: Secret) -> SealedText? {
    let plain = bytes.withUnsafeBytes { all in
      key.open(UnsafeRawBufferPointer(rebasing: all[sealed]), binding: UnsafeRawBufferPointer(rebasing: all[binding]))
    }
    guard let plain, let text = Self.unpadded(plain), Self.revision(of: text.text, key: key) == header.revision else {
      return nil
    }
    return text
  }

  private static func bigEndian(_ count: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
  }

  /// The place's path after two bytes with its length, the text, a byte 0x80 and zeros up to a whole block.
  private static func padded(_ text: SealedText) -> [UInt8] {
    let path = Array(text.place.path.utf8)
    var plain = Array(bigEndian(path.count).suffix(2)) + path + text.text
    plain.append(0x80)
    let over = plain.count % block
    return plain + [UInt8](repeating: 0, count: over == 0 ? 0 : block - over)
  }

  private static func unpadded(_ plain: [UInt8]) -> SealedText? {
    guard plain.count >= block, let end = plain.lastIndex(where: { $0 != 0 }), plain[end] == 0x80 else { return nil }
    let start = 2 + (Int(plain[0]) << 8 | Int(plain[1]))
    guard start <= end, let place = Place(path: String(decoding: plain[2..<start], as: UTF8.self)) else { return nil }
    return SealedText(place: place, text: Array(plain[start..<end]))
  }
}

extension Envelope.Header {
  fileprivate var tree: Tree {
    var members: Members = [
      "formaat": .number(String(VaultFormat.envelope)), "school": .string(school.description), "pad": .string(path),
      "revisie": .string(revision.text), "schrijver": .string(writer.description), "op": .string(at.iso),
      "sleutel": .string(key.description),
    ]
    members["vorige"] = previous.map { .string($0.text) }
    members["geheim"] = sealedKey.map { .string(base64($0)) }
    return .object(members)
  }

  fileprivate init?(tree: Tree) {
    guard tree["formaat"]?.integer == VaultFormat.envelope, let school = tree.id("school"),
      let path = tree["pad"]?.text, let revision = tree["revisie"]?.text, let writer = tree.id("schrijver"),
      let at = tree.moment("op"), let key = tree.id("sleutel")
    else { return nil }
    self.init(
      school: school, path: path, revision: Revision(text: revision),
      previous: tree["vorige"]?.text.map { Revision(text: $0) }, writer: writer, at: at, key: key,
      sealedKey: tree.decoded("geheim"))
  }
}
