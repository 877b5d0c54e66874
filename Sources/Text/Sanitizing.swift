/// How a text is laid out where it goes.
public enum TextLayout: Sendable {
  /// On one line: a line break becomes a space.
  case singleLine
  /// Over lines: a line break stays, always as LF.
  case multiline
}

/// What is shown in the place of something that must not be shown.
public let replacement = "\u{FFFD}"

extension String {
  /// The text with nothing in it that could command a terminal or make a line read otherwise than it is stored.
  ///
  /// Controls (ESC and C1 among them) and bidirectional overrides and isolates become ``replacement``, a tab becomes a
  /// space, and what shows nothing (soft hyphens, zero-width spaces) goes. Every way out of the program passes through
  /// here.
  public func sanitized(_ layout: TextLayout = .singleLine) -> String {
    if plainWidth != nil { return self }
    var result = ""
    result.reserveCapacity(utf8.count)
    var isAfterReturn = false
    for scalar in unicodeScalars {
      // CR and LF are one break.
      if scalar != "\n" || !isAfterReturn { result.append(sanitized: scalar, layout) }
      isAfterReturn = scalar == "\r"
    }
    return result
  }

  private mutating func append(sanitized scalar: Unicode.Scalar, _ layout: TextLayout) {
    switch ScalarKind(scalar) {
    case .spacing, .mark, .unsure: unicodeScalars.append(scalar)
    case .control: append(replacement)
    case .invisible: break
    case .tab: append(" ")
    case .lineBreak:
      switch layout {
      case .singleLine: append(" ")
      case .multiline: append("\n")
      }
    }
  }
}
