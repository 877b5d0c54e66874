import Casework

/// Why a signal is there: the whole proof.
public struct ProofScreen: Equatable, Sendable {
  let episode: Episode.ID
  var scroll = Scroll()

  public init(episode: Episode.ID) { self.episode = episode }
}

extension ProofScreen {
  func context(_ state: AppState) -> Line {
    guard let signal = state.signal(episode) else { return Line(Texts.Proof.gone) }
    var line = Line(signal.name, .text, bold: true)
    line.add("  " + signal.group + "  " + signal.title)
    return line
  }

  mutating func take(_ key: Key, _ state: AppState) {
    let count = state.signal(episode).map { ProofText($0, state).lines(width: state.size.columns - 2).count } ?? 0
    _ = scroll.take(key, count: count, page: state.size.bodyRows)
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    guard let signal = state.signal(episode) else {
      grid.draw(Line(" " + Texts.Proof.gone, .good), row: 1, in: area)
      return
    }
    let inner = Area(top: area.top, left: area.left + 1, columns: area.columns - 2, rows: area.rows)
    let lines = ProofText(signal, state).lines(width: inner.columns)
    grid.drawScrolled(lines, top: scroll.top, in: inner)
  }
}

extension CellGrid {
  /// Draws lines from one on, with a sign at the edge where there is more above or below.
  mutating func drawScrolled(_ lines: [Line], top: Int, in area: Area) {
    let first = min(max(0, top), max(0, lines.count - area.rows))
    draw(Array(lines.dropFirst(first)), in: area)
    let edge = Area(top: area.top, left: area.left + area.columns, columns: 1, rows: area.rows)
    if first > 0 { draw(Line("▲", .muted), row: 0, in: edge) }
    if lines.count - first > area.rows { draw(Line("▼", .muted), row: area.rows - 1, in: edge) }
  }
}
