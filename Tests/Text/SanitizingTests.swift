import Testing
import Text

/// Every Unicode scalar of the planes that hold characters, and a sample of those that are empty or private.
let everyScalar: [Unicode.Scalar] = {
  let sample = stride(from: UInt32(0x32400), through: 0x10FFFF, by: 257)
  return (Array(0...0x323FF) + Array(0xE0000...0xE0FFF) + sample).compactMap(Unicode.Scalar.init)
}()

@Suite("Text that may go out")
struct SanitizingTests {
  @Test(
    "replaces commands, keeps text",
    arguments: [
      ("Noor de Vries", "Noor de Vries"), ("Zoë 漢字 🙂 👩‍👧 🇳🇱", "Zoë 漢字 🙂 👩‍👧 🇳🇱"),
      ("\u{1B}[2J", "\u{FFFD}[2J"), ("\u{9B}31m", "\u{FFFD}31m"), ("a\u{7}b\u{8}c\u{7F}d\u{0}", "a�b�c�d�"),
      ("\u{1B}]52;c;AAAA\u{7}", "�]52;c;AAAA�"), ("\u{202E}moo\u{202C}", "�moo�"), ("\u{2066}a\u{2069}", "�a�"),
      ("on\u{AD}der\u{200B}wijs\u{FEFF}\u{200E}", "onderwijs"), ("a\tb", "a b"), ("\u{FFF9}x\u{FFFB}", "�x�"),
      ("علی\u{200C}رضا", "علی\u{200C}رضا"),
    ])
  func replaces(_ text: String, _ expected: String) {
    for layout in [TextLayout.singleLine, .multiline] {
      #expect(Array(text.sanitized(layout).unicodeScalars) == Array(expected.unicodeScalars))
    }
  }

  @Test("makes every kind of line break one space, or one LF")
  func lineBreaks() {
    let text = "a\nb\r\nc\rd\u{85}e\u{2028}f\u{2029}g\u{B}h\u{C}i\n\nj\r\r\nk\n\rl"
    #expect(text.sanitized(.singleLine) == "a b c d e f g h i  j  k  l")
    #expect(text.sanitized(.multiline) == "a\nb\nc\nd\ne\nf\ng\nh\ni\n\nj\n\nk\n\nl")
  }

  @Test("lets no control, override or invisible format character through, whichever of Unicode's it is")
  func holdsForAll() {
    for scalar in everyScalar {
      let shown = "a\(scalar)b".sanitized(.singleLine)
      let unsafe = shown.unicodeScalars.filter { isUnsafe($0) }
      if !unsafe.isEmpty { Issue.record("U+\(String(scalar.value, radix: 16)) got through") }
      if shown.sanitized() != shown { Issue.record("U+\(String(scalar.value, radix: 16)) is not settled") }
    }
    #expect(isUnsafe("\u{1B}") && isUnsafe("\u{202E}") && isUnsafe("\u{2028}") && !isUnsafe("é"))
  }

  /// By Unicode's own categories; the two joiners shape letters and stay.
  private func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: scalar.value != 0x200C && scalar.value != 0x200D
    default: false
    }
  }
}
