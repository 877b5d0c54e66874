import CNcurses
import Interface
import Text

/// What curses reads: a code point, or one of the codes of `cn_key`.
enum Symbol: Equatable {
  case character(UInt32)
  case function(UInt32)
}

/// What the user did at the keyboard.
enum Input: Equatable {
  case key(Key)
  /// Text from the clipboard: never a command, lines parted by `\n`.
  case pasted(String)
}

/// Makes keys of what curses read.
struct KeyDecoder {
  /// A clipboard larger than this comes in pieces, so that a mark that never ends does not swallow all memory.
  private static let largestPaste = 1 << 20

  /// What was pasted so far; nothing outside a paste.
  private var paste: String.UnicodeScalarView?

  /// The keys in one piece of input: everything that had arrived when it was read.
  mutating func decode(_ symbols: [Symbol]) -> [Input] {
    var inputs: [Input] = []
    var rest = symbols[...]
    while let symbol = rest.first {
      if paste != nil {
        takePasted(from: &rest, into: &inputs)
        continue
      }
      switch symbol {
      case .function(UInt32(cn_paste_starts.rawValue)):
        paste = "".unicodeScalars
        rest.removeFirst()
      case .function(let code):
        if let key = Self.key(ofFunction: code) { inputs.append(.key(key)) }
        rest.removeFirst()
      case .character(27):
        rest.removeFirst()
        if let sequence = KeySequence(&rest) {
          if let key = sequence.key { inputs.append(.key(key)) }
        } else {
          inputs.append(.key(.escape))
        }
      case .character(let code) where code < 32 || code == 127:
        if let key = Self.key(ofControl: code) { inputs.append(.key(key)) }
        rest.removeFirst()
      case .character:
        inputs += Self.takeText(from: &rest).map { .key(.character($0)) }
      }
    }
    return inputs
  }

  /// Takes a run of printable characters; marks join the letter before them.
  private static func takeText(from rest: inout ArraySlice<Symbol>) -> [Character] {
    var text = "".unicodeScalars
    while case .character(let code) = rest.first, code >= 32, code != 127 {
      rest.removeFirst()
      // 128 to 159 are control characters too.
      if code >= 160 || code < 127, let scalar = Unicode.Scalar(code) { text.append(scalar) }
    }
    return Array(String(text).nfc)
  }

  private mutating func takePasted(from rest: inout ArraySlice<Symbol>, into inputs: inout [Input]) {
    var text = paste ?? "".unicodeScalars
    var isOver = false
    while !isOver, let symbol = rest.popFirst() {
      switch symbol {
      case .function(UInt32(cn_paste_ends.rawValue)), .character(27):
        // Terminals take ESC out of what is pasted, so a bare one is the key of someone who waits in vain.
        isOver = true
      case .function(UInt32(cn_enter.rawValue)), .character(10), .character(13): text.append("\n")
      case .character(9): text.append("\t")
      case .function: break
      case .character(let code):
        if code >= 160 || (32..<127).contains(code), let scalar = Unicode.Scalar(code) { text.append(scalar) }
      }
    }
    guard isOver || text.count >= Self.largestPaste else {
      paste = text
      return
    }
    paste = isOver ? nil : "".unicodeScalars
    if !text.isEmpty { inputs.append(.pasted(String(text).nfc)) }
  }

  private static func key(ofControl code: UInt32) -> Key? {
    switch code {
    case 9: .tab
    case 10, 13: .enter
    case 8, 127: .backspace
    case 1...26: Unicode.Scalar(code + 96).map { .control(Character($0)) }
    default: nil
    }
  }

  private static func key(ofFunction code: UInt32) -> Key? {
    if code > cn_f0.rawValue { return .function(Int(code - UInt32(cn_f0.rawValue))) }
    return functionKeys[cn_key(code)]
  }

  private static let functionKeys: [cn_key: Key] = [
    cn_up: .up, cn_down: .down, cn_left: .left, cn_right: .right, cn_home: .home, cn_end: .end,
    cn_page_up: .pageUp, cn_page_down: .pageDown, cn_insert: .insert, cn_delete: .delete,
    cn_backspace: .backspace, cn_enter: .enter, cn_back_tab: .backTab,
    cn_word_left: .wordLeft, cn_word_right: .wordRight,
  ]
}
