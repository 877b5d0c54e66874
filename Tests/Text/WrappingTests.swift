import Support
import Testing
import Text

@Suite("Text over lines")
struct WrappingTests {
  @Test(
    "breaks between words and keeps paragraphs",
    arguments: [
      ("een twee drie", 8, ["een twee", "drie"]), ("een twee drie", 7, ["een", "twee", "drie"]),
      ("een twee drie", 13, ["een twee drie"]), ("een\n\ntwee", 10, ["een", "", "twee"]), ("een\n", 10, ["een", ""]),
      ("", 10, [""]), ("   ", 10, [""]), ("een   twee", 5, ["een", "twee"]), ("een   twee", 10, ["een   twee"]),
      ("  - punt een", 9, ["  - punt", "een"]), ("een ", 3, ["een"]), ("een  \ntwee", 4, ["een", "twee"]),
      ("onderwijsondersteuning", 10, ["onderwijso", "ndersteuni", "ng"]),
      ("de onderwijsondersteuning", 10, ["de", "onderwijso", "ndersteuni", "ng"]),
      ("leerling-leraar", 10, ["leerling-", "leraar"]), ("ouder/verzorger", 8, ["ouder/", "verzorge", "r"]),
      ("op 14-03-2016 geb.", 9, ["op", "14-03-201", "6 geb."]),
      ("op 14-03-2016 geb.", 10, ["op", "14-03-2016", "geb."]),
      ("in groep-6a", 9, ["in", "groep-6a"]), ("een 6-jarige", 8, ["een", "6-jarige"]), ("en -of", 4, ["en", "-of"]),
      ("12\u{A0}uur werk", 8, ["12 uur", "werk"]), ("na 12\u{A0}uur", 8, ["na", "12 uur"]),
      ("漢字漢字", 5, ["漢字", "漢字"]), ("a漢字b", 3, ["a漢", "字b"]), ("漢", 1, ["�"]), ("ab", 0, ["a", "b"]),
      ("👩‍👧🇳🇱\u{1B}[0m", 3, ["���", "[0m"]), ("a\tb", 1, ["a", "b"]),
      ("een\r\ntwee\u{2028}drie", 9, ["een", "twee", "drie"]),
      ("-5 - -7", 4, ["-5 -", "-7"]), ("e\u{301}e\u{301} e\u{301}", 2, ["\u{E9}\u{E9}", "\u{E9}"]),
    ])
  func breaks(_ text: String, _ width: Int, _ expected: [String]) {
    #expect(text.wrapped(toWidth: width) == expected)
  }

  @Test("keeps all 500 characters of a note, in order")
  func keepsAll() {
    let note = String(repeating: "gezien en besproken met ouders, ", count: 20).prefix(500)
    let lines = String(note).wrapped(toWidth: 37)
    #expect(lines.joined(separator: " ") == note.trimmingSpaces)
    #expect(lines.allSatisfy { $0.count <= 37 })
  }

  @Test("never runs over, loses nothing, and its ranges tile the text", arguments: UInt64(1)...200)
  func holdsForAll(seed: UInt64) {
    var maker = WildText(seed: seed)
    let text = maker.text(pieces: 40).sanitized(.multiline)
    for width in 1...20 {
      let lines = text.wrapped(toWidth: width)
      #expect(lines.allSatisfy { $0.cellWidth <= width })
      let ink = { (lines: [String]) in
        lines.flatMap(\.displayCells).map(\.text).filter { $0 != " " && $0 != "\u{3000}" }
      }
      let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if width > 1 { #expect(ink(lines) == ink(paragraphs)) }

      let ranges = text.lineRanges(toWidth: width)
      #expect(ranges.count == lines.count)
      #expect(ranges.first?.lowerBound == text.startIndex)
      #expect(ranges.last?.upperBound == text.endIndex)
      for (line, next) in zip(ranges, ranges.dropFirst()) where line.upperBound != next.lowerBound {
        #expect(text[line.upperBound..<next.lowerBound] == "\n")
      }
    }
  }
}

extension StringProtocol {
  fileprivate var trimmingSpaces: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
