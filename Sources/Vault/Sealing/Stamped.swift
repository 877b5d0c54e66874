import Casework

/// A JSON text with proof in the same file that it is whole: a signature in a sealed school, a hash in an open one.
///
/// `{"inhoud":…,"teken":"…"}`: what is signed are the bytes of `inhoud` as they stand, so that nobody needs to write JSON
/// the same way to check it.
struct Stamped: Equatable {
  let content: Tree
  /// The very bytes that the stamp is over.
  let signed: ArraySlice<UInt8>
  /// 128 hexadecimal digits of a signature, or 64 of a hash.
  let stamp: String

  private static let opening = Array(#"{"inhoud":"#.utf8)
  private static let middle = Array(#","teken":""#.utf8)
  private static let closing = Array(#""}"#.utf8)

  /// The file with this content; `stamp` gets the bytes it is to be over.
  static func bytes(_ content: Tree, stamp: ([UInt8]) -> Stamp) -> [UInt8] {
    let signed = content.encodedCompact()
    return opening + signed + middle + Array(stamp(signed).text.utf8) + closing
  }

  /// Reads the form of the file; whether the stamp is right is for ``isWhole`` or a signature's check.
  init?(_ bytes: [UInt8]) {
    let bytes = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
    guard bytes.starts(with: Self.opening), bytes.suffix(2) == Self.closing[...],
      let quote = bytes.dropLast(2).lastIndex(of: UInt8(ascii: "\""))
    else { return nil }
    let start = quote + 1 - Self.middle.count
    guard start > Self.opening.count, bytes[start...quote] == Self.middle[...] else { return nil }
    signed = bytes[Self.opening.count..<start]
    stamp = String(decoding: bytes[(quote + 1)..<(bytes.endIndex - 2)], as: UTF8.self)
    let inner = signed
    guard let content = try? Tree(bytes: Array(inner)) else { return nil }
    self.content = content
  }

  /// Whether the content is what its hash says; for an open school.
  var isWhole: Bool { stamp == hexadecimal(Sodium.hash(Array(signed))) }

  func isSigned(as purpose: SignedPurpose, by publicKey: [UInt8]) -> Bool {
    guard let signature = decodedHexadecimal(stamp) else { return false }
    return SigningPair.verifies(signature, of: signed, as: purpose, by: publicKey)
  }
}

/// The proof that goes with a text.
enum Stamp {
  case signature([UInt8])
  case hash([UInt8])

  var text: String {
    switch self {
    case .signature(let bytes), .hash(let bytes): hexadecimal(bytes)
    }
  }
}
