import Casework

/// The flow as pieces of line, each with its place, higher than the screen where it must be.
struct FlowPicture {
  private struct Piece {
    let row: Int
    let column: Int
    let width: Int
    let line: Line
    let stop: FlowStop?
  }

  private var pieces: [Piece] = []
  private(set) var height = 0
  /// The rows that each stop takes.
  private(set) var rows: [FlowStop: Range<Int>] = [:]
  let flow: ReferralFlow
  let texts: ReferralTexts

  init(_ flow: ReferralFlow, _ texts: ReferralTexts) {
    self.flow = flow
    self.texts = texts
  }

  /// Puts a line at a place; one that belongs to a stop stands out when that is chosen.
  mutating func put(_ line: Line, row: Int, column: Int = 0, width: Int, _ stop: FlowStop? = nil) {
    pieces.append(Piece(row: row, column: column, width: width, line: line, stop: stop))
    height = max(height, row + 1)
    guard let stop else { return }
    let taken = rows[stop] ?? row..<row + 1
    rows[stop] = min(taken.lowerBound, row)..<max(taken.upperBound, row + 1)
  }

  /// Draws what fits, from this row on where there is enough below it, with a sign where there is more.
  func draw(_ chosen: FlowStop, from row: Int, on grid: inout CellGrid, in area: Area) {
    let top = min(max(0, row), max(0, height - area.rows))
    for piece in pieces where (top..<top + area.rows).contains(piece.row) {
      let place = Area(
        top: area.top, left: area.left + piece.column, columns: min(piece.width, area.columns - piece.column),
        rows: area.rows)
      grid.draw(piece.line.selected(piece.stop == chosen), row: piece.row - top, in: place)
    }
    let edge = Area(top: area.top, left: area.left + area.columns, columns: 1, rows: area.rows)
    if top > 0 { grid.draw(Line("▲", .muted), row: 0, in: edge) }
    if height - top > area.rows { grid.draw(Line("▼", .muted), row: area.rows - 1, in: edge) }
  }

  /// `●` on the pupil's way, `?` where it stops at a question, `○` elsewhere: told without colour.
  func mark(_ node: FlowNode) -> String {
    guard flow.path.contains(node) else { return "○" }
    return flow.open.first == node ? "?" : "●"
  }

  func role(_ node: FlowNode) -> Role {
    guard flow.path.contains(node) else { return .muted }
    return flow.open.first == node ? .now : .good
  }

  func isLit(_ node: FlowNode) -> Bool { flow.path.contains(node) }

  /// The open questions with where to fill them in, below the rest.
  mutating func putOpen(width: Int) {
    var row = height + 1
    put(
      Line(flow.open.isEmpty ? Texts.Flow.nothingOpen : Texts.Flow.open, .heading, bold: true), row: row, width: width)
    for node in flow.open {
      let stop = FlowStop(node: node, isInList: true)
      let place = flow.stations[node]?.ask?.words.map { [Texts.Flow.fillIn($0)] } ?? []
      for (index, text) in ([texts.title(of: node)] + place).enumerated() {
        for line in Wrapped.lines(of: text, width: max(8, width - 4)) {
          row += 1
          let margin = index > 0 ? "    " : rows[stop] == nil ? "? " : "  "
          put(Line(margin + line.text, index == 0 ? role(node) : .muted), row: row, width: width, stop)
        }
      }
    }
  }
}

/// As a list, for a screen on which no boxes fit.
extension FlowPicture {
  /// The nodes one below the other, with all there is to say below the chosen one.
  init(listing flow: ReferralFlow, _ texts: ReferralTexts, width: Int, chosen: StopText) {
    self.init(flow, texts)
    for (lane, nodes) in FlowLane.all.enumerated() {
      put(Line(Texts.Flow.lanes[lane], .heading, bold: true), row: height, width: width)
      for node in nodes.flatMap({ [$0] + FlowLane.besides($0).map(\.target) }) { list(node, width, chosen) }
    }
    putOpen(width: width)
  }

  private mutating func list(_ node: FlowNode, _ width: Int, _ chosen: StopText) {
    let stop = FlowStop(node: node)
    let indent = node.number == nil ? "  " : ""
    let answer = flow.path.contains(node) ? flow.stations[node]?.answer : nil
    let words = answer.flatMap { answer in node.isEnd ? nil : " " + texts.word(for: answer) } ?? ""
    let text = texts.title(of: node) + words
    for (index, line) in Wrapped.lines(of: text, width: max(8, width - indent.count - 2)).enumerated() {
      put(
        Line(indent + (index == 0 ? mark(node) + " " : "  ") + line.text, role(node), bold: isLit(node)), row: height,
        width: width, stop)
    }
    guard chosen.stop == stop else { return }
    for line in chosen.body(width: width - 4) {
      var indented = Line("    ")
      indented.add(line)
      put(indented, row: height, width: width)
    }
  }
}
