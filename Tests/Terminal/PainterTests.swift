import Interface
import Testing

@testable import Terminal

@Suite("What is sent to the terminal")
struct PainterTests {
  private func grid(_ rows: [String], columns: Int = 4) -> CellGrid {
    var grid = CellGrid(size: Size(columns: columns, rows: rows.count))
    for (row, text) in rows.enumerated() {
      for (column, character) in text.enumerated() { grid[row, column] = Cell(String(character)) }
    }
    return grid
  }

  @Test("Nothing where nothing changed")
  func nothing() {
    #expect(changedCells(from: grid(["abcd", "efgh"]), to: grid(["abcd", "efgh"])).isEmpty)
  }

  @Test("Everything at first and after another size")
  func everything() {
    #expect(changedCells(from: nil, to: grid(["abcd", "efgh"])).count == 8)
    #expect(changedCells(from: grid(["abcd"]), to: grid(["abcd", "efgh"])).count == 8)
  }

  @Test("Only the cells whose letter or look differs, by row and column")
  func differences() {
    var new = grid(["abcd", "efgh"])
    new[1, 2] = Cell("x")
    new[0, 3] = Cell("d", Style(.overdue))
    let places = changedCells(from: grid(["abcd", "efgh"]), to: new)
    #expect(places == [Position(row: 0, column: 3), Position(row: 1, column: 2)])
  }

  @Test("A wide letter is drawn by its left half, and what it covered comes back when it goes")
  func wide() {
    var with = grid(["abcd"])
    with[0, 1] = Cell("漢")
    with[0, 2] = Cell("")
    #expect(changedCells(from: grid(["abcd"]), to: with) == [Position(row: 0, column: 1)])
    #expect(
      changedCells(from: with, to: grid(["abcd"])) == [Position(row: 0, column: 1), Position(row: 0, column: 2)])
  }
}
