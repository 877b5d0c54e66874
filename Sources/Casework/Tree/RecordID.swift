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
    var text = text
    let halves = text.withUTF8 { digits -> (high: UInt64, low: UInt64)? in
      guard digits.count == 32, let high = Self.number(digits[..<16]), let low = Self.number(digits[16...]) else {
        return nil
      }
      return (high, low)
    }
    guard let halves else { return nil }
    self.init(high: halves.high, low: halves.low)
  }

  /// The number that hexadecimal digits stand for; which digit is a letter is as good as random, so no branch asks for it.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
    var number: UInt64 = 0
    var areDigits = true
    for byte in digits {
      let isNumeral = byte &- UInt8(ascii: "0") < 10
      let isLetter = byte &- UInt8(ascii: "a") < 6
      areDigits = areDigits && (isNumeral != isLetter)
      number = number << 4 | UInt64((byte & 15) &+ (byte >> 6) &* 9)
    }
    return areDigits ? number : nil
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
