import CNcurses
import Interface
import Testing

@testable import Terminal

@Suite("From what curses reads to keys")
struct KeyDecoderTests {
  private func characters(_ text: String) -> [Symbol] { text.unicodeScalars.map { .character($0.value) } }
  private func keys(_ text: String) -> [Input] { text.map { .key(.character($0)) } }
  private let pasteStarts = Symbol.function(UInt32(cn_paste_starts.rawValue))
  private let pasteEnds = Symbol.function(UInt32(cn_paste_ends.rawValue))

  @Test("Letters of every script are keys, one for each that a reader sees")
  func letters() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(characters("aé€漢🙂ß ")) == keys("aé€漢🙂ß "))
  }

  @Test("A mark joins the letter before it, in the form that is stored")
  func marks() {
    var decoder = KeyDecoder()
    let inputs = decoder.decode(characters("e\u{301}x"))
    #expect(inputs == keys("éx"))
    guard case .key(.character(let first)) = inputs.first else {
      Issue.record("no character")
      return
    }
    #expect(first.unicodeScalars.map(\.value) == [0xE9])
  }

  @Test(
    "Control characters are the keys that people know them by",
    arguments: [
      (UInt32(9), Key.tab), (10, .enter), (13, .enter), (8, .backspace), (127, .backspace), (27, .escape),
      (3, .control("c")),
      (26, .control("z")), (19, .control("s")), (17, .control("q")), (1, .control("a")),
    ])
  func controls(code: UInt32, key: Key) {
    var decoder = KeyDecoder()
    #expect(decoder.decode([.character(code)]) == [.key(key)])
  }

  @Test(
    "Control characters without a key, and those above 127, come out as nothing",
    arguments: [UInt32(0), 28, 31, 0x80, 0x9F])
  func noKeys(code: UInt32) {
    var decoder = KeyDecoder()
    #expect(decoder.decode([.character(code), .character(120)]) == keys("x"))
  }

  @Test(
    "Function keys have their names",
    arguments: [
      (UInt32(cn_up.rawValue), Key.up), (UInt32(cn_page_down.rawValue), .pageDown),
      (UInt32(cn_back_tab.rawValue), .backTab), (UInt32(cn_f0.rawValue) + 1, .function(1)),
      (UInt32(cn_f0.rawValue) + 12, .function(12)),
      (UInt32(cn_word_left.rawValue), .wordLeft), (UInt32(cn_word_right.rawValue), .wordRight),
    ])
  func functions(code: UInt32, key: Key) {
    var decoder = KeyDecoder()
    #expect(decoder.decode([.function(code)]) == [.key(key)])
  }

  @Test("An unknown function key is nothing")
  func unknownFunction() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([.function(UInt32(cn_other.rawValue))]).isEmpty)
  }

  @Test("The letters in an unknown key's sequence never run as commands")
  func unknownSequence() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(characters("\u{1B}[27;5;9~q")) == keys("q"))
    #expect(decoder.decode(characters("\u{1B}[1;7Rx\u{1B}[?1x")) == keys("x"))
  }

  @Test(
    "A key that nearly all terminals send alike is known where TERM names another type",
    arguments: [
      ("OR", Key.function(3)), ("OA", .up), ("[B", .down), ("[[C", .function(3)), ("[24~", .function(12)),
      ("[1;5D", .wordLeft), ("[1;3C", .wordRight), ("[Z", .backTab), ("[3~", .delete), ("[4~", .end),
    ])
  func commonSequence(text: String, key: Key) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(characters("\u{1B}\(text)q")) == [.key(key)] + keys("q"))
  }

  @Test("ESC before another key stays ESC and that key")
  func escapeThenKey() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(characters("\u{1B}q")) == [.key(.escape), .key(.character("q"))])
    #expect(decoder.decode(characters("\u{1B}[")) == [.key(.escape), .key(.character("["))])
    #expect(decoder.decode(characters("\u{1B}Ox")) == [.key(.escape)] + keys("Ox"))
  }

  @Test("What is pasted is text: no letter, newline or control character in it is a key")
  func paste() {
    var decoder = KeyDecoder()
    let symbols = [pasteStarts] + characters("x\rq\ty\u{3}e\u{301}\n") + [pasteEnds] + characters("x")
    #expect(decoder.decode(symbols) == [.pasted("x\nq\tyé\n")] + keys("x"))
  }

  @Test("A paste may arrive in pieces")
  func pasteInPieces() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([pasteStarts] + characters("ab")).isEmpty)
    #expect(decoder.decode(characters("cd")).isEmpty)
    #expect(decoder.decode(characters("e") + [pasteEnds]) == [.pasted("abcde")])
    #expect(decoder.decode(characters("f")) == keys("f"))
  }

  @Test("ESC ends a paste whose end never came")
  func pasteWithoutEnd() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([pasteStarts] + characters("ab")).isEmpty)
    #expect(decoder.decode([.character(27)]) == [.pasted("ab")])
    #expect(decoder.decode(characters("q")) == keys("q"))
  }

  @Test("A stray end of a paste is nothing")
  func strayEnd() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([pasteEnds] + characters("q")) == keys("q"))
  }
}
