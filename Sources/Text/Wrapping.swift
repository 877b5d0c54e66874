extension String {
  /// The text over lines of at most so many cells, as it is drawn.
  ///
  /// Breaks at spaces, after a hyphen or slash between letters and between wide characters; a word that is too long is
  /// split. Line breaks stay, empty lines too; spaces at the end of a line go.
  public func wrapped(toWidth width: Int) -> [String] {
    let width = max(1, width)
    let text = sanitized(.multiline)
    return text.lineRanges(toWidth: width).map { range in
      var line = text[range]
      while let last = line.last, last.isBreakingSpace { line.removeLast() }
      return line.map { DisplayCell($0) }.map { $0.width > width ? .unknown : $0 }.text
    }
  }

  /// Where each line of the wrapped text stands in the text: in order, with the spaces at its end, without its line break.
  ///
  /// For whoever must find the cursor back. The text is taken as it is, so sanitize it when it comes in.
  public func lineRanges(toWidth width: Int) -> [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    var start = startIndex
    while let end = self[start...].firstIndex(where: \.isNewline) {
      ranges += paragraphRanges(start..<end, max(1, width))
      start = index(after: end)
    }
    return ranges + paragraphRanges(start..<endIndex, max(1, width))
  }

  private func paragraphRanges(_ paragraph: Range<String.Index>, _ limit: Int) -> [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    var line = LineInProgress(start: paragraph.lowerBound)
    var position = paragraph.lowerBound
    while position < paragraph.upperBound {
      let character = self[position]
      let next = index(after: position)
      let width = min(limit, character.cellWidth)
      if !character.isBreakingSpace {
        if line.width + width > limit { ranges.append(line.turn(at: position)) }
        // What moved to the new line may fill it already.
        if line.width + width > limit { ranges.append(line.turn(at: position)) }
      }
      line.width += width
      line.sinceBreak += width
      if character.isBreakingSpace || width > 1 || allowsBreak(after: position, before: next, in: paragraph) {
        line.lastBreak = next
        line.sinceBreak = 0
      }
      position = next
    }
    ranges.append(line.start..<paragraph.upperBound)
    return ranges
  }

  /// Whether a hyphen or slash stands here between letters; between digits it belongs to a date or a number.
  private func allowsBreak(after position: Index, before next: Index, in paragraph: Range<Index>) -> Bool {
    guard ["-", "–", "—", "/", "\u{2010}"].contains(self[position]), position > paragraph.lowerBound,
      next < paragraph.upperBound
    else { return false }
    return self[index(before: position)].isLetter && self[next].isLetter
  }
}

/// A line that is being filled.
private struct LineInProgress {
  var start: String.Index
  var width = 0
  /// The last place where the line may end, and how many cells follow it.
  var lastBreak: String.Index
  var sinceBreak = 0

  init(start: String.Index) {
    self.start = start
    lastBreak = start
  }

  /// Ends the line at its last break, or here where it has none, and begins the next one.
  mutating func turn(at position: String.Index) -> Range<String.Index> {
    let end = lastBreak > start ? lastBreak : position
    defer {
      width = lastBreak > start ? sinceBreak : 0
      start = end
      lastBreak = end
      sinceBreak = width
    }
    return start..<end
  }
}

extension Character {
  /// A space that a line may end at; the no-break ones are none.
  fileprivate var isBreakingSpace: Bool {
    guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return false }
    switch scalar {
    case " ", "\t": return true
    case "\u{A0}", "\u{2007}", "\u{202F}": return false
    default: return scalar.properties.generalCategory == .spaceSeparator
    }
  }
}
