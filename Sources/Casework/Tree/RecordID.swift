/// The random 128-bit name of a record, a pupil or a group; it says nothing about anybody.
///
/// On disk 32 lower-case hexadecimal digits.
public struct RecordID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads 32 lower-case hexadecimal digits and nothing else.
  public init?(_ text: some StringProtocol) { self.init(String(text)) }

  /// The same for the text that it nearly always is.
  public init?(_ text: String) {
    guard text.utf8.count == 32 else { return nil }
    var text = text
    let parts = text.withUTF8 { digits -> (UInt32, UInt32, UInt32, UInt32)? in
      let bytes = UnsafeRawBufferPointer(digits)
      guard let first = Self.number(bytes, at: 0), let second = Self.number(bytes, at: 8),
        let third = Self.number(bytes, at: 16), let fourth = Self.number(bytes, at: 24)
      else { return nil }
      return (first, second, third, fourth)
    }
    guard let parts else { return nil }
    self.init(high: UInt64(parts.0) << 32 | UInt64(parts.1), low: UInt64(parts.2) << 32 | UInt64(parts.3))
  }

  /// The number that eight hexadecimal digits stand for, all eight at once: ids are read more often than anything else.
  private static func number(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt32? {
    let text = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Of a letter the low bits count from 1 and bit 6 is set.
    var digits = (text & (ones &* 15)) &+ ((text >> 6) & ones) &* 9
    // Each is below 16, and written back they are the text again: else it held something that is no digit.
    let letters = (digits &+ ones &* 6) >> 4 & ones
    guard digits & (ones &* 0xF0) == 0, digits &+ ones &* 0x30 &+ letters &* 39 == text else { return nil }
    digits = (digits | digits >> 4) & 0x00FF_00FF_00FF_00FF
    digits = (digits | digits >> 8) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: digits | digits >> 16)
  }

  public var description: String {
    String(unsafeUninitializedCapacity: 32) { digits in
      for place in 0..<32 {
        let number = place < 16 ? high : low
        let digit = UInt8(truncatingIfNeeded: number >> UInt64(60 - place % 16 * 4)) & 15
        digits[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      }
      return 32
    }
  }

  public static func < (left: RecordID, right: RecordID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
