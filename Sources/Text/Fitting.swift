/// On which side a text stands in a column that is wider.
public enum TextAlignment: Sendable {
  case left, right, center
}

extension String {
  /// The text as it is drawn, cut to so many cells with an ellipsis where something was left out.
  ///
  /// Never wider than asked; one cell narrower where a wide character would have been halved.
  public func truncated(toWidth width: Int, ellipsis: String = "…") -> String {
    if let own = plainWidth, own <= width { return self }
    return truncatedCells(toWidth: width, ellipsis: ellipsis).text
  }

  /// The text as it is drawn, with spaces up to so many cells; a longer text stays as it is.
  public func padded(toWidth width: Int, _ alignment: TextAlignment = .left) -> String {
    if let own = plainWidth { return filled(by: width - own, alignment) }
    let cells = displayCells
    return cells.text.filled(by: width - cells.width, alignment)
  }

  /// The text as it is drawn in exactly so many cells: cut where it is longer, filled up where it is shorter.
  public func fitted(toWidth width: Int, _ alignment: TextAlignment = .left, ellipsis: String = "…") -> String {
    if let own = plainWidth, own <= width { return filled(by: width - own, alignment) }
    let cells = truncatedCells(toWidth: width, ellipsis: ellipsis)
    return cells.text.filled(by: width - cells.width, alignment)
  }

  private func filled(by room: Int, _ alignment: TextAlignment) -> String {
    guard room > 0 else { return self }
    let before =
      switch alignment {
      case .left: 0
      case .right: room
      case .center: room / 2
      }
    return String(repeating: " ", count: before) + self + String(repeating: " ", count: room - before)
  }

  private func truncatedCells(toWidth width: Int, ellipsis: String) -> [DisplayCell] {
    let cells = displayCells
    guard cells.width > width else { return cells }
    let mark = ellipsis.displayCells
    guard mark.width <= width else { return cells.prefix(fitting: width) }
    var kept = cells.prefix(fitting: width - mark.width)
    // An ellipsis after a space would seem to stand for a word of its own.
    while kept.last == .space { kept.removeLast() }
    return kept + mark
  }
}

extension [DisplayCell] {
  /// The first cells that fit in so many columns.
  fileprivate func prefix(fitting width: Int) -> [DisplayCell] {
    var left = width
    return Array(
      prefix { cell in
        left -= cell.width
        return left >= 0
      })
  }
}
