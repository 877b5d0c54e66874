import CSodium
import Casework

/// The few primitives of libsodium that the vault is built from; docs/bestandsformaat.md names each by its standard.
enum Sodium {
  /// Whether the library found its source of randomness; everything below rests on it.
  static let isReady = sodium_init() >= 0

  static let keyCount = 32
  static let hashCount = 32
  static let signatureCount = 64
  static let nonceCount = 24
  static let tagCount = 16

  /// BLAKE2b-256.
  static func hash(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { hash($0) }
  }

  /// BLAKE2b-256 of memory that stays where it is for the length of the call.
  static func hash(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    made(hashCount) { place in
      crypto_generichash(
        place, hashCount, bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count), nil, 0) == 0
    } ?? []
  }

  static func randomBytes(_ count: Int) -> [UInt8] {
    made(count) { place in
      randombytes_buf(place, count)
      return true
    } ?? []
  }

  /// Bytes that the caller fills in place; nothing where that failed.
  static func made(_ count: Int, fill: (UnsafeMutablePointer<UInt8>) -> Bool) -> [UInt8]? {
    var isMade = count == 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      if let start = buffer.baseAddress, count > 0 { isMade = fill(start) }
      filled = isMade ? count : 0
    }
    return isMade ? bytes : nil
  }
}

extension RecordID {
  /// A new name from the system's source of randomness.
  static func fresh() -> RecordID {
    let bytes = Sodium.randomBytes(16)
    func number(_ part: ArraySlice<UInt8>) -> UInt64 { part.reduce(0) { $0 << 8 | UInt64($1) } }
    return RecordID(high: number(bytes[..<8]), low: number(bytes[8...]))
  }
}

/// Lower-case hexadecimal, two digits a byte.
func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
  String(unsafeUninitializedCapacity: bytes.count * 2) { text in
    var place = 0
    for byte in bytes {
      text[place] = hexadecimalDigit(byte >> 4)
      text[place + 1] = hexadecimalDigit(byte & 15)
      place += 2
    }
    return place
  }
}

private func hexadecimalDigit(_ number: UInt8) -> UInt8 {
  number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "a") + number - 10
}

/// The bytes behind lower-case hexadecimal digits, or nothing for any other text.
func decodedHexadecimal(_ text: String) -> [UInt8]? {
  var found: [UInt8] = []
  var high: UInt8?
  for character in text.utf8 {
    let digit: UInt8
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = character - UInt8(ascii: "a") + 10
    default: return nil
    }
    if let half = high {
      found.append(half << 4 | digit)
      high = nil
    } else {
      high = digit
    }
  }
  return high == nil ? found : nil
}

/// Base64 with padding (RFC 4648 §4).
func base64(_ bytes: [UInt8]) -> String {
  let count = sodium_base64_encoded_len(bytes.count, sodium_base64_VARIANT_ORIGINAL)
  let text = Sodium.made(count) { place in
    place.withMemoryRebound(to: CChar.self, capacity: count) {
      sodium_bin2base64($0, count, bytes, bytes.count, sodium_base64_VARIANT_ORIGINAL) != nil
    }
  }
  return String(decoding: (text ?? []).dropLast(), as: UTF8.self)
}

/// The bytes behind Base64 with padding, or nothing for any other text.
func decodedBase64(_ text: String) -> [UInt8]? {
  let characters = Array(text.utf8)
  var count = 0
  let found = Sodium.made(characters.count) { place in
    characters.withUnsafeBytes { source in
      sodium_base642bin(
        place, characters.count, source.bindMemory(to: CChar.self).baseAddress, characters.count, nil, &count, nil,
        sodium_base64_VARIANT_ORIGINAL) == 0
    }
  }
  return found.map { Array($0.prefix(count)) }
}
