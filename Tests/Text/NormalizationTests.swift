import Testing
import Text

@Suite("Normal forms of text")
struct NormalizationTests {
  @Test(
    "composes letters and accents",
    arguments: [
      ("Zoe\u{308}", "Zo\u{EB}"), ("a\u{323}\u{302}", "\u{1EAD}"), ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"),
      ("\u{212B}", "\u{C5}"), ("plain", "plain"), ("", ""), ("\u{EB}", "\u{EB}"), ("x\u{301}", "x\u{301}"),
    ])
  func composes(_ text: String, _ expected: String) {
    // Swift calls composed and decomposed letters equal, so their scalars are compared.
    #expect(Array(text.nfc.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("composes a text of any length", arguments: [0, 1, 2, 500, 20_000])
  func composesLongText(_ count: Int) {
    let text = String(repeating: "e\u{301}漢", count: count)
    #expect(text.nfc.unicodeScalars.count == 2 * count)
  }

  @Test(
    "folds what a searcher would not type",
    arguments: [
      ("Łódź", "lodz"), ("Çağla Demír", "cagla demir"), ("Iğdır İnci", "igdir inci"), ("Søren Ǿ", "soren o"),
      ("Đorđe", "dorde"), ("Straße STRASSE", "strasse strasse"), ("Æsa Œdipe", "aesa oedipe"), ("Ĳsbrand", "ijsbrand"),
      ("\u{133}", "ij"), ("IJsbrand", "ijsbrand"), ("Þór", "thor"), ("O’Brien", "o'brien"), ("d´Angelo", "d'angelo"),
      ("d`Angelo", "d'angelo"), ("’t Hart", "'t hart"), ("„Ja”", "\"ja\""), ("Anne–Marie", "anne-marie"),
      ("van\u{A0}Dijk", "van dijk"), ("ＡＢＣ", "abc"), ("on\u{AD}der", "onder"), ("ﬁets", "fiets"), ("Zoe\u{308}", "zoe"),
      ("Ёлка", "елка"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("", ""), ("Noor de Vries", "noor de vries"), ("漢字", "漢字"),
    ])
  func folds(_ text: String, _ expected: String) {
    #expect(text.folded == expected)
    #expect(text.folded.folded == expected)
    #expect(text.nfc.folded == expected)
  }
}
