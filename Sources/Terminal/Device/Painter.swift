import CNcurses
import Interface

/// Brings a grid of cells to the terminal, sending only what changed.
struct Painter {
  let theme: Theme
  private let colours: Int
  private var shown: CellGrid?

  /// The wish gives way to one colour where the terminal has no others, or where the user wants none (NO_COLOR).
  init(wanted: Theme, noColour: Bool) {
    colours = Int(cn_colours())
    theme = noColour || colours < 8 ? .mono : wanted
    guard theme.isColoured else { return }
    for colour in 0..<(colours >= 16 ? 16 : 8) { cn_set_pair(Int32(colour + 1), Int32(colour), -1) }
  }

  mutating func draw(_ grid: CellGrid) {
    let changes = changedCells(from: shown, to: grid)
    guard !changes.isEmpty || grid.cursor != shown?.cursor else { return }
    for change in changes { put(grid[change.row, change.column], at: change) }
    cn_cursor(Int32(grid.cursor?.row ?? -1), Int32(grid.cursor?.column ?? 0))
    cn_flush()
    shown = grid
  }

  /// Draws every cell at the next draw: the terminal may show something else by now.
  mutating func forget() {
    shown = nil
    cn_redraw()
  }

  private func put(_ cell: Cell, at place: Position) {
    let look = theme.look(of: cell.style)
    let code = cell.text.unicodeScalars.prefix(5).map(\.value)
    cn_put(
      Int32(place.row), Int32(place.column), code, Int32(code.count), attributes(of: look), pair(of: look))
  }

  private func attributes(of look: Look) -> UInt32 {
    // With eight colours the bright shade is what bold looks like.
    let isBold = look.isBold || (look.isBright && theme.isColoured && colours < 16)
    return (isBold ? UInt32(cn_bold) : 0) | (look.isUnderlined ? UInt32(cn_underline) : 0)
      | (look.isReversed ? UInt32(cn_reverse) : 0)
  }

  private func pair(of look: Look) -> Int32 {
    guard theme.isColoured, let colour = look.foreground else { return 0 }
    return Int32(colour.rawValue + 1 + (look.isBright && colours >= 16 ? 8 : 0))
  }
}

/// The places whose cells differ and must be drawn: never the right half of a wide one, which its left half draws.
func changedCells(from old: CellGrid?, to new: CellGrid) -> [Position] {
  let before = old?.size == new.size ? old : nil
  var places: [Position] = []
  for (index, cell) in new.cells.enumerated() where !cell.text.isEmpty && cell != before?.cells[index] {
    places.append(Position(row: index / new.size.columns, column: index % new.size.columns))
  }
  return places
}
