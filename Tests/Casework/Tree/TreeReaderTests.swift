import Casework
import Support
import Testing

@Suite("Reading trees")
struct TreeReaderTests {
  @Test(
    "takes what RFC 8259 allows",
    arguments: [
      "null", "true", " false ", "\t\r\n0\n", "-0", "-1", "10", "1.0", "0.5e+9", "1E-2", "1e5", #""""#, "[]", "{}",
      "[ ]", "{ }", "[1,2]", "[ 1 , 2 ]", "[[[]]]", #"{"":""}"#, #"{"a":1,"b":{"a":1}}"#, #"{"b":1,"a":2}"#,
      #""é漢👩‍👧""#, #""\u0041\/\\\"\b\f\n\r\t""#, #""\uD83D\uDE00""#, #""\ud83d\ude00""#, #""\u001b""#, "\"\u{7F}\"",
      "\"\u{2028}\"", #""\uFFFF""#, "\"\u{FFFF}\"",
      "1234567890123456789012345678901234567890",
    ])
  func accepts(_ text: String) {
    #expect(throws: Never.self) { try Tree(json: text) }
  }

  @Test(
    "refuses everything else and says why",
    arguments: [
      ("", .unexpectedEnd), (" \n", .unexpectedEnd), ("[", .unexpectedEnd), ("[1", .unexpectedEnd),
      ("[1,", .unexpectedEnd), ("{", .unexpectedEnd), (#"{"a""#, .unexpectedEnd), (#"{"a":"#, .unexpectedEnd),
      (#"{"a":1"#, .unexpectedEnd), (#"{"a":1,"#, .unexpectedEnd), (#""abc"#, .unexpectedEnd), (#""\"#, .unexpectedEnd),
      (#""\u00"#, .unexpectedEnd), ("-", .unexpectedEnd), ("1.", .unexpectedEnd), ("1e", .unexpectedEnd),
      ("1e+", .unexpectedEnd), ("tru", .unexpectedEnd),
      ("[1,]", .unexpectedCharacter), ("[,1]", .unexpectedCharacter), ("[1 2]", .unexpectedCharacter),
      (#"{"a":1,}"#, .unexpectedCharacter), (#"{,"a":1}"#, .unexpectedCharacter), (#"{"a" 1}"#, .unexpectedCharacter),
      ("{a:1}", .unexpectedCharacter), ("{'a':1}", .unexpectedCharacter), ("{1:1}", .unexpectedCharacter),
      (#"{"a":1;"b":2}"#, .unexpectedCharacter), ("[1}", .unexpectedCharacter), (#"{"a":1]"#, .unexpectedCharacter),
      ("]", .unexpectedCharacter), ("nul1", .unexpectedCharacter), ("True", .unexpectedCharacter),
      ("NaN", .unexpectedCharacter), ("Infinity", .unexpectedCharacter), ("+1", .unexpectedCharacter),
      (".5", .unexpectedCharacter), ("// a\n1", .unexpectedCharacter), ("/* a */ 1", .unexpectedCharacter),
      ("[1,\u{A0}2]", .unexpectedCharacter), ("\u{C}1", .unexpectedCharacter), ("[\u{0}]", .unexpectedCharacter),
      ("1 2", .trailingContent), ("{}{}", .trailingContent), ("[]]", .trailingContent), ("nulls", .trailingContent),
      ("0x10", .trailingContent), ("1_000", .trailingContent), ("{}\u{0}", .trailingContent), ("1 #", .trailingContent),
      ("01", .malformedNumber), ("-01", .malformedNumber), ("00", .malformedNumber), ("-a", .malformedNumber),
      ("-Infinity", .malformedNumber), ("1.e5", .malformedNumber), ("[1.]", .malformedNumber),
      ("[1e]", .malformedNumber), ("[1e+]", .malformedNumber), ("[-]", .malformedNumber), ("[--1]", .malformedNumber),
      (#""\x41""#, .malformedEscape), (#""\'""#, .malformedEscape), (#""\u00g1""#, .malformedEscape),
      (#""\U0041""#, .malformedEscape), (#""\u+041""#, .malformedEscape), ("\"\\\n\"", .malformedEscape),
      (#""\uD83D""#, .loneSurrogate), (#""\uDE00""#, .loneSurrogate), (#""\uD83Dx""#, .loneSurrogate),
      (#""\uD83D\n""#, .loneSurrogate), (#""\uD83D\uD83D""#, .loneSurrogate), (#""\uDE00\uD83D""#, .loneSurrogate),
      (#""\uD83D\u0041""#, .loneSurrogate), (#""a\u0000""#, .nulCharacter), ("\"a\u{0}\"", .controlCharacter),
      ("\"a\nb\"", .controlCharacter), ("\"\u{1B}[2J\"", .controlCharacter), ("\"\t\"", .controlCharacter),
      ("\u{FEFF}{}", .byteOrderMark), (#"{"a":1,"a":2}"#, .duplicateKey("a")),
      (#"{"a":1,"a":1}"#, .duplicateKey("a")), (#"{"b":1,"a":1,"b":1}"#, .duplicateKey("b")),
      (#"{"a":1,"\u0061":2}"#, .duplicateKey("a")), (#"[{"":1,"":2}]"#, .duplicateKey("")),
      (#"{"\u0065\u0301":1,"z":3,"\u00e9":2}"#, .duplicateKey("é")),
    ] as [(String, TreeError.Kind)])
  func refuses(_ text: String, _ kind: TreeError.Kind) {
    let error = #expect(throws: TreeError.self) { try Tree(json: text) }
    #expect(error?.kind == kind)
  }

  @Test(
    "refuses bytes that are not UTF-8, and points at the first of them",
    arguments: [
      ([0x80], 0), ([0xFF], 0), ([0x61, 0xC3], 1), ([0xC3, 0x28], 0), ([0xC0, 0xAF], 0), ([0xC1, 0xBF], 0),
      ([0xE0, 0x80, 0xAF], 0), ([0xE0, 0x9F, 0xBF], 0), ([0xF0, 0x80, 0x80, 0xAF], 0), ([0xED, 0xA0, 0x80], 0),
      ([0x61, 0x62, 0xED, 0xBF, 0xBF], 2), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF8, 0x88, 0x80, 0x80, 0x80], 0),
      ([0xE2, 0x82], 0), ([0xC3, 0xA9, 0xC3, 0xA9, 0xE2, 0x82, 0x41], 2), ([0xF0, 0x9F, 0x98], 0),
    ] as [([UInt8], Int)])
  func refusesBadText(_ bytes: [UInt8], _ goodCharacters: Int) {
    for (before, after) in [("[\"", "\"]"), ("{\"", "\":1}"), ("[\"\\n", "\"]")] {
      let error = #expect(throws: TreeError.self) {
        try Tree(bytes: Array(before.utf8) + bytes + Array(after.utf8))
      }
      #expect(error == TreeError(.invalidUTF8, line: 1, column: before.utf8.count + goodCharacters + 1))
    }
  }

  @Test(
    "tells the line and the character where it stopped",
    arguments: [
      ("{\n  \"a\": 1,\n  \"b\": x\n}", TreeError(.unexpectedCharacter, line: 3, column: 8)),
      ("[\"éé漢\", 01]", TreeError(.malformedNumber, line: 1, column: 9)),
      ("{\n  \"a\": 1,\n  \"b\": 2,\n  \"a\": 3\n}", TreeError(.duplicateKey("a"), line: 4, column: 3)),
      ("{\"c\":{\"z\":1},\"b\":[],\"c\":2,\"b\":3}", TreeError(.duplicateKey("c"), line: 1, column: 21)),
      ("{}\n\n  x", TreeError(.trailingContent, line: 3, column: 3)),
      ("[1,\r\n2", TreeError(.unexpectedEnd, line: 2, column: 2)),
      ("", TreeError(.unexpectedEnd, line: 1, column: 1)),
    ])
  func tellsWhere(_ text: String, _ expected: TreeError) {
    let error = #expect(throws: TreeError.self) { try Tree(json: text) }
    #expect(error == expected)
    #expect(expected.explanation.hasSuffix("(regel \(expected.line), teken \(expected.column))"))
  }

  @Test("sees every control character, quote and backslash at every place of a long string")
  func seesSpecials() throws {
    for position in 0..<24 {
      for byte in UInt8(0)..<0x80 {
        var bytes = Array(("\"" + String(repeating: "x", count: 24) + "\"").utf8)
        bytes[1 + position] = byte
        let read = Result { () throws(TreeError) in try Tree(bytes: bytes) }
        switch byte {
        case 0..<0x20: #expect(read == .failure(TreeError(.controlCharacter, line: 1, column: position + 2)))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): #expect((try? read.get()) == nil)
        default: #expect((try? read.get()) == .string(String(decoding: bytes[1...24], as: UTF8.self)))
        }
      }
    }
  }

  @Test("understands escapes, in short strings and long ones")
  func readsEscapes() throws {
    let long = String(repeating: "x", count: 40)
    #expect(try Tree(json: #""\u00e9\uD83D\uDE00\/\n""#) == .string("é😀/\n"))
    #expect(try Tree(json: "\"\(long)\\t\(long)é\\\"\(long)\"") == .string("\(long)\t\(long)é\"\(long)"))
    #expect(try Tree(json: "\"\\u0022\\u005c\"") == .string("\"\\"))
  }

  @Test("keeps every number as it was written")
  func keepsNumbers() throws {
    for digits in ["0.10", "1e400", "123456789012345678901234567890", "-0", "1.0"] {
      #expect(try Tree(json: digits) == .number(digits))
    }
  }

  @Test("sorts members by the bytes of their keys and finds each of them")
  func sortsMembers() throws {
    let members = try #require(try Tree(json: #"{"é":1,"b":2,"Z":3,"a":4,"ab":5,"":6}"#).members)
    #expect(members.keys == ["", "Z", "a", "ab", "b", "é"])
    #expect(members["ab"] == .number("5"))
    #expect(members["é"] == .number("1"))
    #expect(members["c"] == nil)
  }

  @Test("holds to its limits of depth and size, to the one")
  func holdsLimits() throws {
    let nested = { (count: Int) in String(repeating: "[", count: count) + String(repeating: "]", count: count) }
    #expect(throws: Never.self) { try Tree(json: nested(64)) }
    #expect(throws: TreeError(.tooDeep(limit: 64), line: 1, column: 65)) { try Tree(json: nested(65)) }
    #expect(throws: TreeError(.tooDeep(limit: 64), line: 1, column: 65)) {
      try Tree(json: String(repeating: "[", count: 100_000))
    }
    let mixed = String(repeating: #"{"a":["#, count: 33)
    #expect(throws: TreeError(.tooDeep(limit: 64), line: 1, column: 193)) { try Tree(json: mixed) }
    #expect(throws: Never.self) {
      try Tree(json: "[" + Array(repeating: nested(63), count: 9).joined(separator: ",") + "]")
    }

    let bytes = Array(#"["abc"]"#.utf8)
    #expect(throws: Never.self) { try Tree(bytes: bytes, limits: TreeLimits(size: 7)) }
    #expect(throws: TreeError(.tooLarge(limit: 6), line: 1, column: 1)) {
      try Tree(bytes: bytes, limits: TreeLimits(size: 6))
    }
  }

  @Test("refuses a document that was cut off anywhere", arguments: UInt64(1)...20)
  func refusesTruncation(seed: UInt64) {
    var maker = TreeMaker(seed: seed)
    for whole in [
      Tree.object(["x": maker.tree()]).encoded().dropLast(), Tree.array([maker.tree()]).encodedCompact()[...],
    ] {
      for length in 0..<whole.count {
        #expect(throws: TreeError.self) { try Tree(bytes: Array(whole.prefix(length))) }
      }
      #expect(throws: Never.self) { try Tree(bytes: Array(whole)) }
    }
  }

  @Test("survives any byte being another one: refused, or read as something that reads back", arguments: UInt64(1)...20)
  func survivesDamage(seed: UInt64) throws {
    var maker = TreeMaker(seed: seed)
    let whole = maker.object().encoded()
    for position in whole.indices {
      var damaged = whole
      damaged[position] = UInt8(truncatingIfNeeded: maker.generator.next())
      guard let tree = try? Tree(bytes: damaged) else { continue }
      #expect(try Tree(bytes: tree.encoded()).encoded() == tree.encoded())
    }
  }
}
