import Interface

/// What follows ESC when a key sends more than one byte and the terminal's description does not know it: another type
/// in `TERM` than the terminal really is, or a key that few terminals have.
///
/// Its letters must never run as commands, and the keys that nearly all terminals send alike are known all the same.
struct KeySequence: Equatable {
  /// Nothing for a sequence that is no key of ours.
  let key: Key?

  /// Takes a whole sequence from what came right after ESC; nothing, and nothing taken, where there is none.
  init?(_ rest: inout ArraySlice<Symbol>) {
    switch rest.first {
    case .character(91): self.init(control: &rest)
    case .character(79): self.init(shift: &rest)
    case .character, .function, nil: return nil
    }
  }

  /// `[`, digits and signs, and a last letter.
  private init?(control rest: inout ArraySlice<Symbol>) {
    var ahead = rest.dropFirst()
    var text = ""
    // The Linux console writes F1 to F5 with a second bracket.
    if ahead.first == .character(91) {
      ahead.removeFirst()
      text = "["
    }
    while let scalar = Self.scalar(ahead.first), (0x20...0x3F).contains(scalar.value) {
      text.unicodeScalars.append(scalar)
      ahead.removeFirst()
    }
    guard let last = Self.scalar(ahead.first), (0x40...0x7E).contains(last.value) else { return nil }
    text.unicodeScalars.append(last)
    key = Self.controlKeys[text]
    rest = ahead.dropFirst()
  }

  /// `O` and a letter that a key sends; anyone may type O after ESC.
  private init?(shift rest: inout ArraySlice<Symbol>) {
    guard let last = Self.scalar(rest.dropFirst().first), let key = Self.shiftKeys[Character(last)] else { return nil }
    self.key = key
    rest = rest.dropFirst(2)
  }

  private static func scalar(_ symbol: Symbol?) -> Unicode.Scalar? {
    if case .character(let code) = symbol { Unicode.Scalar(code) } else { nil }
  }

  private static let shiftKeys: [Character: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "M": .enter, "P": .function(1),
    "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  private static let controlKeys: [String: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab, "1~": .home, "2~": .insert,
    "3~": .delete, "4~": .end, "5~": .pageUp, "6~": .pageDown, "7~": .home, "8~": .end, "11~": .function(1),
    "12~": .function(2), "13~": .function(3), "14~": .function(4), "15~": .function(5), "17~": .function(6),
    "18~": .function(7), "19~": .function(8), "20~": .function(9), "21~": .function(10), "23~": .function(11),
    "24~": .function(12), "[A": .function(1), "[B": .function(2), "[C": .function(3), "[D": .function(4),
    "[E": .function(5), "1;5D": .wordLeft, "1;5C": .wordRight, "1;3D": .wordLeft, "1;3C": .wordRight,
  ]
}
