import Testing
import Text

@Suite("Blanks around a text")
struct TrimmingTests {
  @Test(
    "are taken away, within it they stay",
    arguments: [
      ("", ""), (" \t\n ", ""), ("een", "een"), ("  een  twee ", "een  twee"), ("\r\neen\n\ntwee\u{A0}", "een\n\ntwee"),
      ("\u{2003}é\u{301} ", "é\u{301}"),
    ])
  func trims(_ text: String, _ expected: String) {
    #expect(text.trimmed == expected)
    #expect(text[...].trimmed == expected)
  }
}
