import Support
import Testing
import Text

@Suite("Text in columns")
struct FittingTests {
  @Test(
    "cuts with an ellipsis, never through a wide character",
    arguments: [
      ("Noor de Vries", 13, "Noor de Vries"), ("Noor de Vries", 12, "Noor de Vri…"), ("Noor de Vries", 6, "Noor…"),
      ("Noor de Vries", 5, "Noor…"), ("Noor", 1, "…"), ("Noor", 0, ""), ("", 0, ""), ("", 5, ""), ("Noor", -3, ""),
      ("漢字漢字", 8, "漢字漢字"), ("漢字漢字", 7, "漢字漢…"), ("漢字漢字", 6, "漢字…"), ("漢字漢字", 2, "…"),
      ("e\u{301}e\u{301}e\u{301}", 2, "\u{E9}…"), ("👩‍👧🇳🇱x", 3, "��x"), ("\u{1B}[31mrood", 5, "�[31…"),
      ("a\tb\nc", 5, "a b c"),
    ])
  func truncates(_ text: String, _ width: Int, _ expected: String) {
    #expect(text.truncated(toWidth: width) == expected)
  }

  @Test("cuts without an ellipsis, or with another one")
  func otherEllipsis() {
    #expect("Noor de Vries".truncated(toWidth: 7, ellipsis: "") == "Noor de")
    #expect("Noor de Vries".truncated(toWidth: 9, ellipsis: "...") == "Noor d...")
    #expect("Noor de Vries".truncated(toWidth: 2, ellipsis: "...") == "No")
    #expect("漢字".truncated(toWidth: 3, ellipsis: "") == "漢")
  }

  @Test("fills up left, right and centred")
  func pads() {
    #expect("é漢".padded(toWidth: 5) == "é漢  ")
    #expect("é漢".padded(toWidth: 5, .right) == "  é漢")
    #expect("é漢".padded(toWidth: 6, .center) == " é漢  ")
    #expect("lang".padded(toWidth: 2) == "lang")
    #expect("".padded(toWidth: 2) == "  ")
    #expect("漢字漢".fitted(toWidth: 4) == "漢… ")
    #expect("12".fitted(toWidth: 4, .right) == "  12")
  }

  @Test("stays exact whatever the text", arguments: UInt64(1)...200)
  func staysExact(seed: UInt64) {
    var maker = WildText(seed: seed)
    let text = maker.text(pieces: 30)
    for width in 0...40 {
      #expect(text.truncated(toWidth: width).cellWidth <= width)
      #expect(text.fitted(toWidth: width).cellWidth == width)
      #expect(text.fitted(toWidth: width, .right).cellWidth == width)
      if text.cellWidth <= width { #expect(text.truncated(toWidth: width) == text.displayCells.text) }
    }
  }
}

/// Makes texts of words, spaces, marks, wide and joined characters, flags, commands and line breaks.
struct WildText {
  var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func text(pieces: Int) -> String {
    let choices = [
      "a", "woord", "begeleiding", " ", " ", "  ", "\n", "\t", "-", "/", "é", "e\u{301}", "漢", "字", "🙂", "👩‍👧", "🇳🇱", "❤️",
      "\u{1B}[31m", "\u{202E}", "\u{200B}", "\u{AD}", "\u{A0}", "שלום", "نور", "\u{301}", "का", "\u{3000}", "2026-11-23",
    ]
    return (0..<generator.int(0...pieces)).map { _ in generator.pick(choices) }.joined()
  }
}
