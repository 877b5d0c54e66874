/// A rectangle of the screen that something is drawn in.
struct Area: Equatable, Sendable {
  var top: Int
  var left: Int
  var columns: Int
  var rows: Int

  init(top: Int = 0, left: Int = 0, columns: Int, rows: Int) {
    self.top = top
    self.left = left
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The first rows, and what is left below them.
  func split(top count: Int) -> (Area, Area) {
    let taken = min(max(0, count), rows)
    return (
      Area(top: top, left: left, columns: columns, rows: taken),
      Area(top: top + taken, left: left, columns: columns, rows: rows - taken)
    )
  }

  /// What is left above the last rows, and these.
  func split(bottom count: Int) -> (Area, Area) {
    split(top: rows - min(max(0, count), rows))
  }

  /// The first columns, and what is left beside them after a gap.
  func split(left count: Int, gap: Int = 0) -> (Area, Area) {
    let taken = min(max(0, count), columns)
    let rest = min(taken + gap, columns)
    return (
      Area(top: top, left: left, columns: taken, rows: rows),
      Area(top: top, left: left + rest, columns: columns - rest, rows: rows)
    )
  }
}
