/// Running text of several lines that is being typed: wraps at the width it is shown in, keeps its own steps back.
public struct TextArea: Equatable, Sendable {
  public private(set) var text: String
  /// The number of characters before the cursor.
  public private(set) var cursor: Int
  private var past: [Step] = []
  private var future: [Step] = []
  /// What the last key did, so that a run of typing is one step back.
  private var lastAct: Act?

  private struct Step: Equatable, Sendable {
    let text: String
    let cursor: Int
  }

  private enum Act { case typing, deleting, moving }

  public init(_ text: String = "") {
    self.text = Self.plain(text)
    cursor = self.text.count
  }

  /// Every kind of line break as one, and no tabs.
  private static func plain(_ text: String) -> String {
    String(text.map { $0 == "\t" ? " " : ($0.isNewline ? "\n" : $0) })
  }

  /// Takes in text at the cursor, line breaks included.
  public mutating func insert(_ new: String) {
    remember(new.count == 1 && new != " " && new != "\n" ? .typing : nil)
    let head = String(text.prefix(cursor)) + Self.plain(new)
    text = head + text.dropFirst(cursor)
    cursor = min(head.count, text.count)
  }

  /// Puts another text in its place, as one step that can be taken back.
  public mutating func replace(with new: String) {
    remember(nil)
    text = Self.plain(new)
    cursor = text.count
  }

  /// Takes the last step back; nothing happens where there is none.
  public mutating func undo() {
    guard let step = past.popLast() else { return }
    future.append(Step(text: text, cursor: cursor))
    restore(step)
  }

  public mutating func redo() {
    guard let step = future.popLast() else { return }
    past.append(Step(text: text, cursor: cursor))
    restore(step)
  }

  /// Whether the key edited or moved in the text, shown in lines of this width; up in the first line and down in the last
  /// one are left to whoever asks.
  public mutating func take(_ key: Key, width: Int) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .enter: insert("\n")
    case .backspace: delete(from: cursor - 1, to: cursor)
    case .delete: delete(from: cursor, to: cursor + 1)
    case .control("w"): delete(from: wordStart, to: cursor)
    case .control("k"): delete(from: cursor, to: max(cursor + 1, lineEnd))
    case .left: move(to: cursor - 1)
    case .right: move(to: cursor + 1)
    case .control("b"): move(to: wordStart)
    case .control("f"): move(to: wordEnd)
    case .home, .control("a"): moveInLine(width: width) { $0.lowerBound }
    case .end: moveInLine(width: width) { $0.upperBound }
    case .up: return moveByLines(-1, width: width)
    case .down: return moveByLines(1, width: width)
    default: return false
    }
    return true
  }

  /// The lines as they are shown in this width.
  public func lines(width: Int) -> [Wrapped.Line] { Wrapped.lines(of: text, width: width) }

  /// The line and the number of characters before the cursor in it.
  public func place(width: Int) -> (line: Int, offset: Int) {
    let lines = lines(width: width)
    let line = lines.lastIndex { $0.range.lowerBound <= cursor } ?? 0
    return (line, cursor - (lines.isEmpty ? 0 : lines[line].range.lowerBound))
  }

  private mutating func restore(_ step: Step) {
    text = step.text
    cursor = step.cursor
    lastAct = nil
  }

  /// Keeps a step back, unless this act goes on with the last one.
  private mutating func remember(_ act: Act?) {
    if act == nil || act != lastAct {
      past.append(Step(text: text, cursor: cursor))
      if past.count > 200 { past.removeFirst() }
    }
    future = []
    lastAct = act
  }

  private mutating func delete(from start: Int, to end: Int) {
    let range = max(0, start)..<max(max(0, start), min(end, text.count))
    guard !range.isEmpty else { return }
    remember(.deleting)
    text = String(text.prefix(range.lowerBound)) + text.dropFirst(range.upperBound)
    cursor = min(range.lowerBound, text.count)
  }

  private mutating func move(to place: Int) {
    cursor = min(max(0, place), text.count)
    lastAct = .moving
  }

  private mutating func moveInLine(width: Int, to edge: (Range<Int>) -> Int) {
    let lines = lines(width: width)
    guard !lines.isEmpty else { return }
    move(to: edge(lines[place(width: width).line].range))
  }

  private mutating func moveByLines(_ count: Int, width: Int) -> Bool {
    let lines = lines(width: width)
    let (line, offset) = place(width: width)
    guard lines.indices.contains(line + count) else { return false }
    let range = lines[line + count].range
    let isLast = line + count == lines.count - 1
    // Behind the last character of a wrapped line the cursor would already stand on the next one.
    let length = isLast || lines[line + count].endsParagraph ? range.count : max(0, range.count - 1)
    move(to: range.lowerBound + min(offset, length))
    return true
  }

  private var wordStart: Int {
    let characters = Array(text.prefix(cursor))
    var at = characters.count
    while at > 0, characters[at - 1].isWhitespace { at -= 1 }
    while at > 0, !characters[at - 1].isWhitespace { at -= 1 }
    return at
  }

  private var wordEnd: Int {
    let characters = Array(text)
    var at = cursor
    while at < characters.count, characters[at].isWhitespace { at += 1 }
    while at < characters.count, !characters[at].isWhitespace { at += 1 }
    return at
  }

  private var lineEnd: Int {
    cursor + text.dropFirst(cursor).prefix { !$0.isNewline }.count
  }
}

/// Text in lines of a width, with the place of every line in the text, so that a cursor can be put in it.
public enum Wrapped {
  public struct Line: Equatable, Sendable {
    public let text: String
    /// The characters of the text that stand on it, the space it was broken at included.
    public let range: Range<Int>
    /// Whether it ends where the writer broke the line, or at the end of the text.
    public let endsParagraph: Bool
  }

  /// The lines of a text; an empty text is one empty line.
  public static func lines(of text: String, width: Int) -> [Line] {
    var lines: [Line] = []
    var place = (index: text.startIndex, count: 0)
    for range in text.lineRanges(toWidth: width) {
      let start = place.count + text.distance(from: place.index, to: range.lowerBound)
      let count = text.distance(from: range.lowerBound, to: range.upperBound)
      place = (range.upperBound, start + count)
      let endsParagraph = range.upperBound == text.endIndex || text[range.upperBound].isNewline
      var shown = text[range]
      // The space that a line was broken at takes no place.
      while !endsParagraph, shown.last == " " { shown.removeLast() }
      lines.append(Line(text: String(shown), range: start..<start + count, endsParagraph: endsParagraph))
    }
    return lines
  }
}
