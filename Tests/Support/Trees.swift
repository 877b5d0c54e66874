import Casework

extension Tree {
  /// The tree that this JSON holds, for tests that say what stands in a file.
  public init(json: String) throws(TreeError) {
    try self.init(bytes: Array(json.utf8))
  }

  /// The tree as text on one line.
  public var json: String { String(decoding: encodedCompact(), as: UTF8.self) }
}

/// Makes trees as wild as a file may hold: nested, escaped, of every script, with numbers that fit no type.
public struct TreeMaker {
  public var generator: SeededGenerator

  public init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  public mutating func tree(depth: Int = 4) -> Tree {
    switch generator.int(0...(depth > 0 ? 6 : 4)) {
    case 0: .null
    case 1: .bool(generator.oneIn(2))
    case 2: .number(number())
    case 3, 4: .string(text())
    case 5: .array((0..<generator.int(0...5)).map { _ in tree(depth: depth - 1) })
    default: object(depth: depth)
    }
  }

  public mutating func object(depth: Int = 4) -> Tree {
    var members = Members()
    for _ in 0..<generator.int(0...6) { members[text()] = tree(depth: depth - 1) }
    return .object(members)
  }

  private mutating func number() -> String {
    generator.pick(["0", "-0", "7", "-12", "3.50", "1e400", "-2.5E-7", "0.10", "123456789012345678901234567890"])
  }

  private mutating func text() -> String {
    let pieces = [
      "a", "B", " ", "\"", "\\", "/", "\n", "\r", "\t", "\u{8}", "\u{C}", "\u{1}", "\u{1B}", "\u{7F}", "\u{85}",
      "\u{9F}",
      "é", "e\u{301}", "ĳ", "ł", "漢", "\u{2028}", "\u{202E}", "\u{FFFF}", "👩‍👧", "🇳🇱", "\u{10FFFF}", "ع", "naam",
    ]
    return (0..<generator.int(0...9)).map { _ in generator.pick(pieces) }.joined()
  }
}
