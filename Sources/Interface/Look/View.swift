import Casework

/// The least that anything can be shown on.
public let smallestSize = Size(columns: 40, rows: 12)

/// What stands on the screen for this state: the whole grid, drawn anew each time.
public func view(_ state: AppState, _ size: Size) -> CellGrid {
  var grid = CellGrid(size: size)
  let fits = size.columns >= smallestSize.columns && size.rows >= smallestSize.rows
  let text = fits ? "Passend" : "Venster te klein (minstens 40x12)"
  if size.rows > 0 {
    for (column, character) in text.prefix(size.columns).enumerated() {
      grid[0, column] = Cell(String(character), Style(fits ? .heading : .error))
    }
  }
  return grid
}
