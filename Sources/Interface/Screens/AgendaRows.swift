import Casework

/// The list of the agenda as it is drawn: the rows in sight alone, since there may be thousands, below the head of theirs.
struct AgendaRows {
  private let list: AgendaList
  private let derived: Derived
  private let chosen: Int
  /// Whether the proof stands beside it, with the name and the group of the chosen line.
  private let hasPane: Bool

  /// `chosen` is the position in the list of the line under the cursor.
  init(_ list: AgendaList, _ derived: Derived, chosen: Int, hasPane: Bool) {
    self.list = list
    self.derived = derived
    self.chosen = chosen
    self.hasPane = hasPane
  }

  /// How wide the list is beside the proof: wide enough that a title is not shorter than on a window of 80 columns.
  static func columns(beside columns: Int) -> Int { max(66, columns * 6 / 10) }

  func draw(on grid: inout CellGrid, in area: Area) {
    let top = ListCursor(list.row(ofPosition: chosen)).top(count: list.rowCount, page: area.rows)
    let edge = Area(top: area.top, left: area.left + area.columns - 1, columns: 1, rows: area.rows)
    for row in 0..<area.rows {
      // Only a row with an arrow at its end gives up room for it.
      let arrow = arrow(row, top: top, page: area.rows)
      let columns = arrow == nil ? area.columns : area.columns - 2
      grid.draw(
        line(row, top: top, page: area.rows, widths: Widths(area.columns, hasPane: hasPane)), row: row,
        in: Area(top: area.top, left: area.left, columns: columns, rows: area.rows))
      if let arrow { grid.draw(Line(arrow, .muted), row: row, in: edge) }
    }
  }

  private func arrow(_ row: Int, top: Int, page: Int) -> String? {
    if row == 0, top > 0 { return "▲" }
    return row == page - 1 && list.rowCount - top > page ? "▼" : nil
  }

  private func line(_ row: Int, top: Int, page: Int, widths: Widths) -> Line {
    switch list.content(ofRow: top + row) {
    case .head(let urgency, let count)?: return head(urgency, count)
    case .line(let position)?:
      // The head of what is in sight stays, unless the chosen line stands on the only row.
      if row == 0, page > 1, let (urgency, count) = list.head(ofPosition: position) { return head(urgency, count) }
      return line(at: position, widths)
    case nil: return Line()
    }
  }

  private func head(_ urgency: Urgency?, _ count: Int) -> Line {
    guard let urgency else { return Line(" " + Texts.Agenda.unjudgedHead(count), .now, bold: true) }
    return Line(" " + Texts.Agenda.head(urgency, count), urgency.role, bold: true)
  }

  private func line(at position: Int, _ widths: Widths) -> Line {
    let isChosen = position == chosen
    var line = Line(isChosen ? ">" : " ")
    switch derived.agendaLine(list[position]) {
    case .signal(let signal): add(signal, widths, to: &line)
    case .unjudged(let unjudged): add(unjudged, widths, to: &line)
    }
    return line.selected(isChosen)
  }

  private func add(_ unjudged: UnjudgedLine, _ widths: Widths, to line: inout Line) {
    line.add(Texts.Agenda.unjudgedSign, width: 3 + widths.when, .now, bold: true)
    line.add("  ")
    line.add(unjudged.name, width: widths.name)
    line.add(" ")
    line.add(unjudged.group, width: widths.group)
    line.add(unjudged.title)
  }

  private func add(_ signal: SignalLine, _ widths: Widths, to line: inout Line) {
    line.add(signal.urgency.sign, width: 3, signal.urgency.role, bold: true)
    line.add(widths.isFull ? signal.when : signal.whenShort, width: widths.when, rightAligned: true)
    line.add("  ")
    // A group such as `1/2a` takes a column of the name, so that it stands clear of the title.
    let extra = widths.isFull && signal.group.cellWidth > 3 ? 1 : 0
    line.add(signal.name, width: widths.name - extra, bold: signal.urgency == .overdue)
    line.add(" ")
    line.add(signal.group, width: widths.group + extra)
    line.add((signal.signal.outsideOurPower == nil ? "" : Texts.Agenda.outsideMark) + signal.title)
  }

  /// How wide the columns before the title are.
  private struct Widths {
    let isFull: Bool
    let when: Int
    let name: Int
    /// None where there is no room for it, or the proof beside the list has it.
    let group: Int

    init(_ columns: Int, hasPane: Bool) {
      isFull = columns >= (hasPane ? 94 : 58)
      when = isFull ? 13 : hasPane ? 7 : 8
      name = isFull ? 18 : hasPane ? 13 : 12
      group = isFull ? 4 : 0
    }
  }
}
