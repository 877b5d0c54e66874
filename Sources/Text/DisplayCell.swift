/// One grapheme as the screen draws it: safe, in NFC, of a width that every terminal agrees on.
public struct DisplayCell: Hashable, Sendable {
  /// One spacing character with at most four marks on it, the most that a cell of curses holds.
  public let text: String
  /// 1 or 2.
  public let width: Int

  init(text: String, width: Int) {
    self.text = text
    self.width = width
  }
}

extension DisplayCell {
  static let unknown = DisplayCell(text: replacement, width: 1)
  static let space = DisplayCell(text: " ", width: 1)

  /// A lone mark gets a dotted circle to sit on; what cannot be drawn in one piece (flags, families, controls) becomes
  /// one plain replacement.
  public init(_ character: Character) {
    if let ascii = character.asciiValue, (0x20...0x7E).contains(ascii) {
      self.init(text: String(character), width: 1)
      return
    }
    let scalars = Array(String(character).nfc.unicodeScalars.filter { !isDroppedFromCell($0) })
    guard let first = scalars.first else {
      self = .unknown
      return
    }
    switch ScalarKind(first) {
    case .spacing(let width):
      // Spaces of every width but the full one look the same in a grid.
      let base: Unicode.Scalar = first.properties.generalCategory == .spaceSeparator && width == 1 ? " " : first
      self.init(base, marks: scalars.dropFirst(), width: width)
    case .mark: self.init("\u{25CC}", marks: scalars[...], width: 1)
    case .lineBreak, .tab: self = .space
    case .invisible, .control, .unsure: self = .unknown
    }
  }

  private init(_ base: Unicode.Scalar, marks: ArraySlice<Unicode.Scalar>, width: Int) {
    guard marks.allSatisfy({ ScalarKind($0) == .mark && $0 != "\u{FE0F}" }) else {
      self = .unknown
      return
    }
    var text = String(Character(base))
    text.unicodeScalars.append(contentsOf: marks.prefix(4))
    self.init(text: text, width: width)
  }
}

/// Whether a scalar only chooses between shapes of what it follows, so that a cell can do without it.
private func isDroppedFromCell(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "\u{200C}", "\u{34F}", "\u{FE00}"..."\u{FE0E}", "\u{E0100}"..."\u{E01EF}": true
  default: false
  }
}

extension Character {
  /// How many cells it takes as it is drawn: 1 or 2, never 0.
  public var cellWidth: Int { DisplayCell(self).width }
}

extension String {
  /// The text on one line as the screen draws it.
  public var displayCells: [DisplayCell] {
    if plainWidth != nil { return unicodeScalars.map { DisplayCell(text: String(Character($0)), width: 1) } }
    return sanitized().map(DisplayCell.init)
  }

  /// How many cells the text takes on one line.
  public var cellWidth: Int {
    plainWidth ?? displayCells.width
  }

  /// The width of a text that is drawn as it stands: printable ASCII and nothing else, as most is.
  var plainWidth: Int? {
    utf8.allSatisfy { (0x20...0x7E).contains($0) } ? utf8.count : nil
  }
}

extension Sequence where Element == DisplayCell {
  /// How many columns these cells take together.
  public var width: Int { reduce(0) { $0 + $1.width } }

  /// What is drawn.
  public var text: String { reduce(into: "") { $0 += $1.text } }
}
