import Support
import Testing
import Text

@Suite("Text for terminals that know ASCII only")
struct ASCIIFallbackTests {
  @Test(
    "drops accents and spells letters and signs",
    arguments: [
      ("Zoë Łukasz Çağla", "Zoe Lukasz Cagla"), ("Ĳsbrand Straße Æsa", "IJsbrand Strasse AEsa"), ("Søren Ǿ", "Soren O"),
      ("’s ochtends „ja”", "'s ochtends \"ja\""), ("€ 12,50", "EUR 12,50"), ("‼ te laat…", "!! te laat..."),
      ("§ 3.8", "par. 3.8"),
      ("┌─┬─┐│├┼┤└┴┘", "+-+-+|+++" + "+++"), ("═║╔", "=|+"), ("26 okt – 20 nov", "26 okt - 20 nov"),
      ("4½ uur", "4 1/2 uur"),
      ("漢字 🙂 👩‍👧 🇳🇱", "?? ? ? ?"), ("a\u{1B}[2J\u{202E}", "a?[2J?"), ("een\ntwee", "een\ntwee"), ("a\u{A0}b", "a b"),
      ("ab", "ab"), ("", ""), ("Ａ①²ﬁ", "A12fi"), ("\u{301}", "?"), ("▁█░▓", "_#.#"), ("✓ ✗ → ●○", "v x -> *o"),
    ])
  func spells(_ text: String, _ expected: String) {
    #expect(text.ascii == expected)
  }

  @Test("keeps the width of every cell", arguments: UInt64(1)...100)
  func keepsWidth(seed: UInt64) {
    var maker = WildText(seed: seed)
    for cell in (maker.text(pieces: 30) + "Æß…€½‼→①Ａ┌█▁漢🙂").displayCells {
      #expect(cell.ascii.utf8.count == cell.width)
      #expect(cell.ascii.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }
  }

  @Test("is ASCII whatever Unicode holds")
  func holdsForAll() {
    for scalar in everyScalar {
      let text = String(Character(scalar)).ascii
      if !text.utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A }) {
        Issue.record("U+\(String(scalar.value, radix: 16)) gave \(text.debugDescription)")
      }
    }
  }
}
