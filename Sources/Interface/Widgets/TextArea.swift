import Text

/// Running text of several lines that is being typed: wraps at the width it is shown in.
public struct TextArea: Equatable, Sendable {
  public private(set) var text: String
  /// The number of characters before the cursor.
  public private(set) var cursor: Int
  /// Whether the last change began a step of its own: words, and not letters, are taken back one by one.
  private(set) var beganStep = false
  /// What the last key did, so that a run of typing is one step back.
  private var lastAct: Act?
  /// Whether the cursor stands behind the last character of a line that goes on without a space, and not at the start of
  /// the next one: both are the same place in the text.
  private var sticksToLine = false
  /// The column in which up and down go on, though a shorter line lies between.
  private var wantedColumn: Int?

  private enum Act { case typing, deleting }

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
    change(new.count == 1 && new != " " && new != "\n" ? .typing : nil)
    let head = String(text.prefix(cursor)) + Self.plain(new)
    text = head + text.dropFirst(cursor)
    cursor = min(head.count, text.count)
  }

  /// Puts another text in its place, as one step that can be taken back.
  public mutating func replace(with new: String) {
    change(nil)
    text = Self.plain(new)
    cursor = text.count
  }

  /// Ends the run of typing: what is typed next is a step of its own.
  mutating func endRun() { lastAct = nil }

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
    case .wordLeft, .control("b"): move(to: wordStart)
    case .wordRight, .control("f"): move(to: wordEnd)
    case .home, .control("a"): moveToStart(width: width)
    case .end: moveToEnd(width: width)
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
    let ending = sticksToLine ? lines.firstIndex { $0.range.upperBound == cursor && !$0.range.isEmpty } : nil
    let line = ending ?? lines.lastIndex { $0.range.lowerBound <= cursor } ?? 0
    return (line, cursor - (lines.isEmpty ? 0 : lines[line].range.lowerBound))
  }

  /// Notes whether this act goes on with the last one.
  private mutating func change(_ act: Act?) {
    beganStep = act == nil || act != lastAct
    lastAct = act
    sticksToLine = false
    wantedColumn = nil
  }

  private mutating func delete(from start: Int, to end: Int) {
    let range = max(0, start)..<max(max(0, start), min(end, text.count))
    guard !range.isEmpty else { return }
    change(.deleting)
    text = String(text.prefix(range.lowerBound)) + text.dropFirst(range.upperBound)
    cursor = min(range.lowerBound, text.count)
  }

  private mutating func move(to place: Int) {
    cursor = min(max(0, place), text.count)
    lastAct = nil
    sticksToLine = false
    wantedColumn = nil
  }

  private mutating func moveToStart(width: Int) {
    let lines = lines(width: width)
    guard !lines.isEmpty else { return }
    move(to: lines[place(width: width).line].range.lowerBound)
  }

  /// Behind the last character that shows on the line.
  private mutating func moveToEnd(width: Int) {
    let lines = lines(width: width)
    guard !lines.isEmpty else { return }
    stand(in: lines[place(width: width).line], after: .max)
  }

  private mutating func moveByLines(_ count: Int, width: Int) -> Bool {
    let lines = lines(width: width)
    let (line, offset) = place(width: width)
    guard lines.indices.contains(line + count) else { return false }
    let column = wantedColumn ?? String(lines[line].text.prefix(offset)).cellWidth
    let target = lines[line + count]
    var passed = 0
    var cells = 0
    for character in target.text {
      cells += character.cellWidth
      if cells > column { break }
      passed += 1
    }
    stand(in: target, after: passed)
    wantedColumn = column
    return true
  }

  /// Puts the cursor behind so many characters of a line, or behind the last one that shows.
  private mutating func stand(in line: Wrapped.Line, after count: Int) {
    let offset = min(count, line.text.count)
    move(to: line.range.lowerBound + offset)
    sticksToLine = !line.endsParagraph && offset == line.range.count && offset > 0
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
