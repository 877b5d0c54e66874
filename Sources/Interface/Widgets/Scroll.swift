/// How far a text is scrolled.
///
/// The text is not kept: how many lines it has is told each time, so that it never scrolls past its end.
public struct Scroll: Equatable, Sendable {
  /// How many lines are scrolled past.
  public private(set) var top: Int

  public init(_ top: Int = 0) { self.top = top }

  /// Moves through a text of so many lines, of which so many are in sight; false where the key moves nothing.
  public mutating func take(_ key: Key, count: Int, page: Int) -> Bool {
    let last = max(0, count - page)
    switch key {
    case .up: top = max(0, top - 1)
    case .down: top = min(last, top + 1)
    case .pageUp: top = max(0, top - page)
    case .pageDown, .character(" "): top = min(last, top + page)
    case .home: top = 0
    case .end: top = last
    default: return false
    }
    return true
  }
}
