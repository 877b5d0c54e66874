/// Which row of a list is chosen.
///
/// The list itself is not kept: it is made anew from the data each time, so the row is clamped where it is used. What
/// scrolls is derived from the row as well, so that the chosen row is always in sight.
public struct ListCursor: Equatable, Sendable {
  public var row: Int

  public init(_ row: Int = 0) { self.row = row }

  /// The chosen row of a list of this length, or nothing where the list is empty.
  public func row(in count: Int) -> Int? {
    count == 0 ? nil : min(max(row, 0), count - 1)
  }

  /// Whether the key moved through a list of this length that shows this many rows at a time.
  public mutating func take(_ key: Key, count: Int, page: Int) -> Bool {
    let present = row(in: count) ?? 0
    let last = max(0, count - 1)
    switch key {
    case .up: row = max(0, present - 1)
    case .down: row = min(last, present + 1)
    case .pageUp: row = max(0, present - max(1, page - 1))
    case .pageDown: row = min(last, present + max(1, page - 1))
    case .home: row = 0
    case .end: row = last
    default: return false
    }
    return true
  }

  /// The first row to draw so that the chosen one stands in the middle where it can.
  public func top(count: Int, page: Int) -> Int {
    guard count > page, let row = row(in: count) else { return 0 }
    return min(max(0, row - page / 2), count - page)
  }
}
