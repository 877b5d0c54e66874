import Casework
import Text

/// As boxes with arrows: what is lit has thick lines, so that it is told without colour.
extension FlowPicture {
  /// The width of the arrow between the columns.
  private static let gap = 10
  /// Where a downward arrow leaves and enters a box.
  private static let stem = 4

  init(boxing flow: ReferralFlow, _ texts: ReferralTexts, width: Int) {
    self.init(flow, texts)
    let left = max(36, (width - Self.gap) * 3 / 5)
    put(Line(Texts.Flow.legend, .muted), row: 0, width: width)
    for (lane, nodes) in FlowLane.all.enumerated() {
      put(Line(Texts.Flow.lanes[lane], .heading, bold: true), row: height + (lane == 0 ? 0 : 1), width: width)
      for (index, node) in nodes.enumerated() {
        let next = index + 1 < nodes.count ? nodes[index + 1] : nil
        block(node, after: index > 0 ? nodes[index - 1] : nil, before: next, left: left, width: width)
      }
    }
    putOpen(width: width)
  }

  /// A box of the lane with what stands beside it and the arrow to the next one.
  private mutating func block(_ node: FlowNode, after: FlowNode?, before next: FlowNode?, left: Int, width: Int) {
    let top = height
    let down = node.edges.first { $0.target == next }
    let beside = FlowLane.besides(node)
    // What is drawn elsewhere is named; the one that finds no room to the right stands below.
    let named = node.edges.filter { $0 != down && !beside.contains($0) }
    let below = down ?? (beside.isEmpty ? nil : named.first)
    let bottom = box(node, entered: after, leaving: below, row: top, column: 0, width: left)
    var end = bottom
    if let edge = beside.first {
      arrow(edge, of: node, row: top + 1, column: left)
      end = self.beside(edge.target, row: top, column: left + Self.gap, width: width - left - Self.gap)
    } else if let edge = named.first, edge != below {
      arrow(edge, of: node, row: top + 1, column: left)
      name(edge, row: top + 1, column: left + Self.gap + 1, width: width - left - Self.gap - 1)
    }
    guard let below else { return }
    let isLit = flow.isLit(below, from: node)
    for row in bottom..<max(bottom + 1, end) {
      let word = row == bottom ? texts.word(for: below.answer) : ""
      put(stem(isLit, word), row: row, column: Self.stem, width: 8)
    }
    if down == nil { name(below, row: bottom, column: Self.stem + 8, width: left - Self.stem - 8) }
  }

  private func stem(_ isLit: Bool, _ word: String) -> Line {
    Line((isLit ? "┃ " : "│ ") + word, isLit ? .good : .muted, bold: isLit)
  }

  /// Draws a box and tells the row below it.
  private mutating func box(
    _ node: FlowNode, entered before: FlowNode?, leaving edge: FlowEdge?, row: Int, column: Int, width: Int
  ) -> Int {
    let isLit = isLit(node)
    let pen = Pen(isLit: isLit)
    let role = role(node)
    let stop = FlowStop(node: node)
    let lines = Wrapped.lines(of: texts.title(of: node), width: max(8, width - 6)).map(\.text)
    let entry = before == nil ? nil : "▼"
    put(
      Line(pen.border(.top, width, sign: entry, at: Self.stem), role, bold: isLit), row: row, column: column,
      width: width)
    for (index, text) in lines.enumerated() {
      let line = row + 1 + index
      put(Line(pen.side, role, bold: isLit), row: line, column: column, width: 1)
      put(
        Line(" " + (index == 0 ? mark(node) + " " : "  ") + text, role, bold: isLit), row: line, column: column + 1,
        width: width - 2, stop)
      put(Line(pen.side, role, bold: isLit), row: line, column: column + width - 1, width: 1)
    }
    let exit = edge.map { flow.isLit($0, from: node) ? pen.exitLit : pen.exit }
    let bottom = row + 1 + lines.count
    put(
      Line(pen.border(.bottom, width, sign: exit, at: Self.stem), role, bold: isLit), row: bottom, column: column,
      width: width)
    return bottom + 1
  }

  /// What stands beside a node: an end, or the way back after a refusal.
  private mutating func beside(_ node: FlowNode, row: Int, column: Int, width: Int) -> Int {
    let bottom = box(node, entered: nil, leaving: nil, row: row, column: column, width: width)
    guard let back = node.edges.first, let number = back.target.number else { return bottom }
    put(
      Line("  " + Texts.Flow.goBack(number), role(node), bold: isLit(node)), row: bottom, column: column, width: width)
    return bottom + 1
  }

  /// The arrow to the right: `─ ja ───▶`.
  private mutating func arrow(_ edge: FlowEdge, of node: FlowNode, row: Int, column: Int) {
    let isLit = flow.isLit(edge, from: node)
    let word = texts.word(for: edge.answer)
    let dash = isLit ? "━" : "─"
    let rest = max(1, Self.gap - 4 - word.cellWidth)
    let text = dash + " " + word + " " + String(repeating: dash, count: rest) + "▶"
    put(Line(text, isLit ? .good : .muted, bold: isLit), row: row, column: column, width: Self.gap)
  }

  /// Where an arrow goes on that leads to another lane.
  private mutating func name(_ edge: FlowEdge, row: Int, column: Int, width: Int) {
    guard let number = edge.target.number else { return }
    let isLit = isLit(edge.target)
    put(Line(Texts.Flow.goOn(number), isLit ? .good : .muted, bold: isLit), row: row, column: column, width: width)
  }
}

/// The lines of a box: thick where it is lit.
private struct Pen {
  enum Edge { case top, bottom }

  let isLit: Bool

  var side: String { isLit ? "┃" : "│" }
  /// Where an arrow that is not lit leaves the bottom.
  var exit: String { isLit ? "┯" : "┬" }
  var exitLit: String { isLit ? "┳" : "┬" }

  func border(_ edge: Edge, _ width: Int, sign: String?, at column: Int) -> String {
    let corners =
      switch edge {
      case .top: isLit ? ("┏", "┓") : ("┌", "┐")
      case .bottom: isLit ? ("┗", "┛") : ("└", "┘")
      }
    var middle = Array(repeating: isLit ? "━" : "─", count: max(0, width - 2))
    if let sign, middle.indices.contains(column - 1) { middle[column - 1] = sign }
    return corners.0 + middle.joined() + corners.1
  }
}
