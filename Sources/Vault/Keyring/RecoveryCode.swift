import Casework

/// The code that is printed once when a sealed school is made: with it the school's keys can be had back when every
/// passphrase is lost.
///
/// 26 random characters (130 bits) and two that check them, in groups of four; without I, L, O and U.
public struct RecoveryCode: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
  private let characters: [UInt8]

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  private static let randomCount = 26

  static func fresh() -> RecoveryCode {
    let chosen = Sodium.randomBytes(randomCount).map { alphabet[Int($0 & 31)] }
    return RecoveryCode(characters: chosen + check(chosen))
  }

  private init(characters: [UInt8]) { self.characters = characters }

  /// Reads a code as typed: small letters, spaces and dashes do not matter, nor O for 0 and I or L for 1.
  ///
  /// Nothing where a character is missing or the check does not hold.
  public init?(typed text: String) {
    var found: [UInt8] = []
    for character in text.utf8 {
      switch character {
      case UInt8(ascii: " "), UInt8(ascii: "-"): continue
      case UInt8(ascii: "o"), UInt8(ascii: "O"): found.append(UInt8(ascii: "0"))
      case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "L"): found.append(UInt8(ascii: "1"))
      case UInt8(ascii: "a")...UInt8(ascii: "z"): found.append(character - 32)
      default: found.append(character)
      }
    }
    guard found.count == Self.randomCount + 2, found.allSatisfy(Self.alphabet.contains),
      Array(found.suffix(2)) == Self.check(Array(found.prefix(Self.randomCount)))
    else { return nil }
    characters = found
  }

  /// For the paper: seven groups of four.
  public var printed: String {
    stride(from: 0, to: characters.count, by: 4)
      .map { String(decoding: characters[$0..<min($0 + 4, characters.count)], as: UTF8.self) }
      .joined(separator: "-")
  }

  public var description: String { "•••" }
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// The pair that the school's keys are also sealed to.
  func pair(school: RecordID) -> BoxPair {
    let seed = Secret.made { place in
      let text = Array("passend/herstel/1\n\(school)\n".utf8) + characters.prefix(Self.randomCount)
      for (offset, byte) in Sodium.hash(text).enumerated() { place[offset] = byte }
      return true
    }
    return BoxPair(seed: seed)
  }

  /// The first ten bits of a hash, as two characters.
  private static func check(_ characters: [UInt8]) -> [UInt8] {
    let hash = Sodium.hash(Array("passend/herstelcode/1\n".utf8) + characters)
    let bits = Int(hash[0]) << 8 | Int(hash[1])
    return [alphabet[bits >> 11 & 31], alphabet[bits >> 6 & 31]]
  }
}
