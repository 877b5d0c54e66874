import Casework

/// A list being narrowed while one types.
public struct Filter: Equatable, Sendable {
  public var line = InputLine()
  /// Whether letters go into the filter now.
  public var isTyping = false

  public var isActive: Bool { isTyping || !line.isEmpty }

  public init(isTyping: Bool = false) { self.isTyping = isTyping }

  /// Whether the key changed what is looked for, or stopped looking; Enter keeps what was found.
  mutating func take(_ key: Key) -> Bool {
    if key == .escape {
      self = Filter()
      return true
    }
    guard isTyping else { return false }
    if key == .enter {
      isTyping = false
      return false
    }
    // The key that begins a filter is no text where one has begun already.
    if key == .character("/"), line.isEmpty { return false }
    return line.take(key)
  }

  /// The line that shows what is looked for and how many were found.
  func drawn(found: Int, of total: Int) -> Line {
    var line = Line(" / ", .key, bold: true)
    line.add(self.line.text, .input)
    line.add("  " + Texts.found(found, of: total), .muted)
    return line
  }

  /// The column of the cursor in that line.
  var cursorColumn: Int { 3 + String(line.text.prefix(line.cursor)).cellWidth }
}
