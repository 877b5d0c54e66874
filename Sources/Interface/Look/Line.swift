import Text

/// One line to be drawn: pieces of text, each with its meaning.
struct Line: Equatable, Sendable {
  struct Piece: Equatable, Sendable {
    var text: String
    var style: Style
  }

  private(set) var pieces: [Piece]
  /// Whether it is the chosen one of a list: the whole width stands out.
  var isSelected = false

  init(_ text: String = "", _ role: Role = .text, bold: Bool = false) {
    pieces = text.isEmpty ? [] : [Piece(text: text, style: Style(role, bold: bold))]
  }

  /// The width in cells.
  var cells: Int { pieces.reduce(0) { $0 + $1.text.cellWidth } }

  var text: String { pieces.map(\.text).joined() }

  mutating func add(_ text: String, _ role: Role = .text, bold: Bool = false) {
    guard !text.isEmpty else { return }
    pieces.append(Piece(text: text, style: Style(role, bold: bold)))
  }

  /// Adds text in a column of this width: cut with an ellipsis or filled up with spaces.
  mutating func add(_ text: String, width: Int, _ role: Role = .text, bold: Bool = false, rightAligned: Bool = false) {
    guard width > 0 else { return }
    let cut = text.truncated(toWidth: width)
    let space = String(repeating: " ", count: max(0, width - cut.cellWidth))
    add(rightAligned ? space + cut : cut + space, role, bold: bold)
  }

  mutating func add(_ other: Line) { pieces += other.pieces }

  /// Spaces up to this column, at least one where the line is past it already.
  mutating func tab(to column: Int) {
    add(String(repeating: " ", count: max(cells == 0 ? 0 : 1, column - cells)))
  }

  /// Leaves out the blank pieces at the end, which need no place.
  mutating func dropTrailingSpace() {
    while let last = pieces.last, last.text.allSatisfy({ $0 == " " }) { pieces.removeLast() }
  }

  /// The line with words for the signs that no single ASCII character stands for.
  var spelledOut: Line {
    var line = self
    for index in line.pieces.indices {
      line.pieces[index].text = String(
        line.pieces[index].text.flatMap { sign -> String in
          switch sign {
          case "↵": "Enter"
          case "§": "par. "
          default: String(sign)
          }
        })
    }
    return line
  }

  func selected(_ isSelected: Bool = true) -> Line {
    var line = self
    line.isSelected = isSelected
    return line
  }
}

extension CellGrid {
  /// Draws a line on a row of the area, cut with an ellipsis where it is too long.
  ///
  /// Outside the grid nothing happens.
  mutating func draw(_ line: Line, row: Int, in area: Area) {
    guard row >= 0, row < area.rows, area.top + row < size.rows else { return }
    let end = min(area.left + area.columns, size.columns)
    var column = area.left
    let line = isASCII ? line.spelledOut : line
    for piece in cut(line, to: end - area.left) {
      var style = piece.style
      style.isSelected = line.isSelected
      column = put(piece.text, row: area.top + row, column: column, end: end, style)
    }
    guard line.isSelected else { return }
    while column < end {
      self[area.top + row, column] = Cell(" ", Style(selected: true))
      column += 1
    }
  }

  /// Draws lines from the top of the area down, as far as they fit.
  mutating func draw(_ lines: [Line], in area: Area) {
    for (row, line) in lines.prefix(area.rows).enumerated() { draw(line, row: row, in: area) }
  }

  /// The pieces that fit; the last one ends in an ellipsis where something was left out.
  private func cut(_ line: Line, to width: Int) -> [Line.Piece] {
    var line = line
    line.dropTrailingSpace()
    guard line.cells > width else { return line.pieces }
    var left = width
    var kept: [Line.Piece] = []
    for piece in line.pieces where left > 0 {
      let cells = piece.text.cellWidth
      let isLast = cells >= left
      kept.append(
        Line.Piece(text: isLast ? (piece.text + "  ").truncated(toWidth: left) : piece.text, style: piece.style))
      left -= isLast ? left : cells
    }
    return kept
  }

  /// Writes text cell by cell and tells the column after it.
  private mutating func put(_ text: String, row: Int, column start: Int, end: Int, _ style: Style) -> Int {
    var column = start
    for cell in text.displayCells {
      guard column + cell.width <= end, column >= 0 else { break }
      self[row, column] = Cell(cell.text, style)
      if cell.width == 2 { self[row, column + 1] = Cell("", style) }
      column += cell.width
    }
    return column
  }
}
