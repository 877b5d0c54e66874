/// One line of text that is being typed, with its cursor.
public struct InputLine: Equatable, Sendable {
  public private(set) var text: String
  /// The number of characters before the cursor.
  public private(set) var cursor: Int

  public init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  public var isEmpty: Bool { text.isEmpty }

  /// Takes in text at the cursor; a line break becomes a space, and a mark that joins the letter before it does so.
  public mutating func insert(_ new: String) {
    let oneLine = String(new.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    let head = String(text.prefix(cursor)) + oneLine
    text = head + text.dropFirst(cursor)
    cursor = min(head.count, text.count)
  }

  /// Whether the key was one that edits or moves in a line; every other key is left to whoever asks.
  public mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: deleteBefore(from: cursor - 1)
    case .delete: if cursor < text.count { deleteAfter() }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end: cursor = text.count
    case .wordLeft, .control("b"): cursor = startOfWord
    case .wordRight, .control("f"): cursor = endOfWord
    case .control("w"): deleteBefore(from: startOfWord)
    case .control("k"): text = String(text.prefix(cursor))
    default: return false
    }
    return true
  }

  /// Where the word before the cursor begins.
  private var startOfWord: Int {
    let head = Array(text.prefix(cursor))
    var at = head.count
    while at > 0, head[at - 1] == " " { at -= 1 }
    while at > 0, head[at - 1] != " " { at -= 1 }
    return at
  }

  /// Where the word at or after the cursor ends.
  private var endOfWord: Int {
    let characters = Array(text)
    var at = cursor
    while at < characters.count, characters[at] == " " { at += 1 }
    while at < characters.count, characters[at] != " " { at += 1 }
    return at
  }

  private mutating func deleteBefore(from start: Int) {
    guard start >= 0, start < cursor else { return }
    text = String(text.prefix(start)) + text.dropFirst(cursor)
    cursor = min(start, text.count)
  }

  private mutating func deleteAfter() {
    text = String(text.prefix(cursor)) + text.dropFirst(cursor + 1)
    cursor = min(cursor, text.count)
  }
}
