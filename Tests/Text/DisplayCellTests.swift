import Glibc
import Testing
import Text

/// What the C library, and so curses, believes a character's width to be in this thread's locale.
@_silgen_name("wcwidth") private func wcwidth(_ scalar: Int32) -> Int32

@Suite("Cells of the screen")
struct DisplayCellTests {
  @Test(
    "draws what has a sure width as it is, the rest as one replacement",
    arguments: [
      ("a", "a", 1), ("é", "é", 1), ("e\u{301}", "\u{E9}", 1), ("€", "€", 1), ("┌", "┌", 1), ("█", "█", 1),
      ("漢", "漢", 2), ("한", "한", 2), ("\u{1112}\u{1161}\u{11AB}", "한", 2), ("Ａ", "Ａ", 2), ("🙂", "🙂", 2),
      ("א", "א", 1), ("ع", "ع", 1), ("q\u{307}", "q\u{307}", 1), ("1\u{20E3}", "1\u{20E3}", 1),
      ("\u{A0}", " ", 1), ("\u{2003}", " ", 1), ("\t", " ", 1), ("\n", " ", 1), ("\r\n", " ", 1),
      ("👩‍👧‍👦", "�", 1), ("🇳🇱", "�", 1), ("🇳", "�", 1), ("❤️", "�", 1), ("1️⃣", "�", 1), ("👍🏽", "�", 1), ("\u{1F3FD}", "�", 1),
      ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "�", 1), ("\u{1B}", "�", 1), ("\u{9B}", "�", 1),
      ("\u{202E}", "�", 1), ("\u{200B}", "�", 1), ("\u{AD}", "�", 1), ("का", "�", 1), ("\u{E000}", "�", 1),
      ("\u{1FAE8}", "�", 1), ("\u{4DC0}", "�", 1), ("☺\u{FE0E}", "☺", 1),
      ("\u{301}", "\u{25CC}\u{301}", 1), ("\u{20DD}", "\u{25CC}\u{20DD}", 1),
      ("a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "\u{E1}\u{302}\u{303}\u{304}\u{305}", 1),
      ("\u{300}\u{301}\u{302}\u{303}\u{304}", "\u{25CC}\u{300}\u{301}\u{302}\u{303}", 1),
    ])
  func draws(_ character: Character, _ text: String, _ width: Int) {
    let cell = DisplayCell(character)
    #expect(Array(cell.text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(cell.width == width)
    #expect(character.cellWidth == width)
  }

  @Test("agrees with the C library on the width of every character that it draws")
  func agreesWithTheCLibrary() throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    var drawn = 0
    for scalar in everyScalar {
      let cell = DisplayCell(Character(scalar))
      #expect((1...2).contains(cell.width))
      let scalars = Array(cell.text.unicodeScalars)
      let widths = scalars.map { wcwidth(Int32($0.value)) }
      if widths.contains(-1) || widths.reduce(0, +) != Int32(cell.width)
        || widths.dropFirst().contains(where: { $0 != 0 })
      {
        Issue.record("U+\(String(scalar.value, radix: 16)) is \(cell.width) here and \(widths) in C")
      }
      if scalars.first == scalar { drawn += 1 }
    }
    // Of some 140,000 characters nearly all; private use, marks that stand beside and controls are none of them.
    #expect(drawn > 130_000)
    #expect(wcwidth(0x6F22) == 2)
  }

  @Test("counts cells, not bytes or scalars")
  func countsCells() {
    #expect("Zoë e\u{301}".cellWidth == 5)
    #expect("漢字ab".cellWidth == 6)
    #expect("👩‍👧 🇳🇱".cellWidth == 3)
    #expect("a\u{200B}b\u{AD}".cellWidth == 2)
    #expect("a\u{1B}b\tc\nd".cellWidth == 7)
    #expect("".cellWidth == 0)
    #expect("a\u{200B}b".displayCells.map(\.text) == ["a", "b"])
  }
}
