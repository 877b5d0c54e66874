/// What stands on the screen: a grid of cells, drawn by the terminal or written out as a golden text.
public struct CellGrid: Equatable, Sendable {
  public let size: Size
  /// Row by row, `size.columns` each.
  public private(set) var cells: [Cell]
  /// Where the cursor shows, or nowhere.
  public var cursor: Position?
  /// Whether it will be shown in ASCII, where some signs need a word.
  let isASCII: Bool

  public init(size: Size, isASCII: Bool = false) {
    self.size = size
    self.isASCII = isASCII
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  public subscript(row: Int, column: Int) -> Cell {
    get { cells[row * size.columns + column] }
    set { cells[row * size.columns + column] = newValue }
  }
}

/// Columns and rows of a screen or a part of it.
public struct Size: Hashable, Sendable {
  public let columns: Int
  public let rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A place on the screen, from 0 at the top left.
public struct Position: Hashable, Sendable {
  public let row: Int
  public let column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// One place on the screen.
public struct Cell: Hashable, Sendable {
  /// One grapheme of width 1 or 2 in NFC, safe to draw; empty for the right half of a wide one.
  public var text: String
  public var style: Style

  public init(_ text: String, _ style: Style = Style()) {
    self.text = text
    self.style = style
  }

  public static let blank = Cell(" ")
}

/// What a cell means, not how it looks: the theme decides that.
public struct Style: Hashable, Sendable {
  public var role: Role
  public var isBold: Bool
  public var isSelected: Bool

  public init(_ role: Role = .text, bold: Bool = false, selected: Bool = false) {
    self.role = role
    isBold = bold
    isSelected = selected
  }
}

/// The meanings that colour and attributes carry; none is carried by colour alone.
public enum Role: String, CaseIterable, Sendable {
  case text, muted, heading, key, overdue, now, good, error, input
  /// The band that says that a screen shows another day than today.
  case otherDay
}
