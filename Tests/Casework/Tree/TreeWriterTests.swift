import Casework
import Support
import Testing

@Suite("Writing trees")
struct TreeWriterTests {
  @Test("writes one form: sorted, two spaces a level, a newline at the end")
  func writesOneForm() {
    let tree: Tree = .object([
      "naam": .string("Zoë"), "aantal": .number("2"), "leeg": .array([]), "niets": .object([:]), "af": .bool(true),
      "rij": .array([.null, .object(["a": .number("1.50")])]),
    ])
    let expected = """
      {
        "aantal": 2,
        "af": true,
        "leeg": [],
        "naam": "Zoë",
        "niets": {},
        "rij": [
          null,
          {
            "a": 1.50
          }
        ]
      }

      """
    #expect(String(decoding: tree.encoded(), as: UTF8.self) == expected)
    let compact = #"{"aantal":2,"af":true,"leeg":[],"naam":"Zoë","niets":{},"rij":[null,{"a":1.50}]}"#
    #expect(String(decoding: tree.encodedCompact(), as: UTF8.self) == compact)
  }

  @Test("escapes what must be and every control character, nothing else")
  func escapesLittle() {
    let text = "\"\\/\u{8}\u{C}\n\r\t\u{1}\u{1B}\u{7F}\u{80}\u{9F}\u{A0}é©€👩‍👧"
    let expected = #""\"\\/\b\f\n\r\t\u0001\u001b\u007f\u0080\u009f"# + "\u{A0}é©€👩‍👧\""
    #expect(String(decoding: Tree.string(text).encodedCompact(), as: UTF8.self) == expected)
  }

  @Test("lets no control character stand by itself, whichever it is")
  func escapesEveryControl() throws {
    for value in UInt32(1)...0xA0 {
      let scalar = try #require(Unicode.Scalar(value))
      let written = Tree.string("a\(scalar)").json
      let isControl = scalar.properties.generalCategory == .control
      #expect(written.unicodeScalars.contains(scalar) == !isControl, "U+\(String(value, radix: 16))")
      #expect(try Tree(json: written) == .string("a\(scalar)"))
    }
  }

  @Test("what it wrote is read as the same tree and written as the same bytes", arguments: UInt64(1)...200)
  func roundTrips(seed: UInt64) throws {
    var maker = TreeMaker(seed: seed)
    let tree = maker.tree()
    for bytes in [tree.encoded(), tree.encodedCompact()] {
      let again = try Tree(bytes: bytes)
      #expect(again == tree)
      #expect(again.encoded() == tree.encoded())
    }
  }

  @Test("keeps the bytes of a letter, composed or not")
  func keepsBytes() throws {
    let bytes = Array("[\"e\u{301}é\"]".utf8)
    #expect(try Tree(bytes: bytes).encodedCompact() == bytes)
  }

  @Test("writes nothing that could not be read back")
  func staysReadable() {
    #expect(Tree.string("a\u{0}b").json == "\"a\u{FFFD}b\"")
    for digits in [
      "", "-", "+5", "01", "1.", ".5", "1e", "1e+", "NaN", "0x1", "1 ", "1,\"a\":2", "--1", "1.5.2", "1e5e",
    ] {
      #expect(Tree.number(digits).json == Tree.string(digits).json)
    }
    for digits in ["0", "-0", "10", "1.50", "-2.5E-7", "1e+400"] {
      #expect(Tree.number(digits).json == digits)
    }
  }
}
