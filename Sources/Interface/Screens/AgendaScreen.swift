import Casework

/// What must be done, most pressing first: the start screen of the intern begeleider.
public struct AgendaScreen: Equatable, Sendable {
  var cursor = ListCursor()
  var filter = Filter()

  public init() {}
}

extension AgendaScreen {
  /// The signals that the filter leaves, in the order of the agenda.
  func lines(_ state: AppState) -> [SignalLine] {
    if filter.line.isEmpty { return state.signals }
    return state.derived.signalIndex.search(SearchQuery(filter.line.text)).map { state.signals[$0] }
  }

  func chosen(_ state: AppState) -> SignalLine? {
    let lines = lines(state)
    return cursor.row(in: lines.count).map { lines[$0] }
  }

  mutating func take(_ key: Key, _ state: AppState) {
    let count = lines(state).count
    if !cursor.take(key, count: count, page: 10), filter.take(key) { cursor.row = 0 }
  }
}

extension AgendaScreen {
  func context(_ state: AppState) -> Line {
    guard let session = state.session else { return Line() }
    return Line(
      Texts.Agenda.who(
        school: session.caseload.school.record.schoolName ?? "", user: session.user.name, role: session.user.role))
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    let all = state.signals
    let lines = lines(state)
    var (main, side) = area.split(left: state.size.isWide ? area.columns * 6 / 10 : area.columns, gap: 2)
    if state.size.isWide {
      drawProof(state, lines, on: &grid, in: side)
      main = main.split(bottom: 2).0
      drawForecast(state, on: &grid, in: area.split(bottom: 2).1)
    } else {
      let (upper, lower) = area.split(bottom: state.size.isLow ? 3 : 4)
      main = upper
      side = lower
      drawReason(state, lines, on: &grid, in: side)
    }
    if filter.isActive {
      let (row, rest) = main.split(top: 1)
      grid.draw(filter.drawn(found: lines.count, of: all.count), row: 0, in: row)
      if filter.isTyping { grid.cursor = Position(row: row.top, column: row.left + filter.cursorColumn) }
      main = rest
    }
    drawList(state, lines, isFiltered: !filter.line.isEmpty, on: &grid, in: main)
  }

  private func drawList(
    _ state: AppState, _ lines: [SignalLine], isFiltered: Bool, on grid: inout CellGrid, in area: Area
  ) {
    guard !lines.isEmpty else {
      grid.draw(Line(" " + (isFiltered ? Texts.nothingFound : Texts.Agenda.nothing), .good), row: 1, in: area)
      return
    }
    var rows: [Line] = []
    var chosenRow = 0
    for (index, signal) in lines.enumerated() {
      if index == 0 || lines[index - 1].urgency != signal.urgency {
        let count = lines.count { $0.urgency == signal.urgency }
        rows.append(Line(" " + Texts.Agenda.head(signal.urgency, count), signal.urgency.role, bold: true))
      }
      let isChosen = index == cursor.row(in: lines.count)
      if isChosen { chosenRow = rows.count }
      rows.append(row(signal, isChosen: isChosen, columns: area.columns))
    }
    let top = ListCursor(chosenRow).top(count: rows.count, page: area.rows)
    grid.draw(Array(rows.dropFirst(top)), in: area)
  }

  private func row(_ signal: SignalLine, isChosen: Bool, columns: Int) -> Line {
    let isNarrow = columns < 58
    var line = Line(isChosen ? ">" : " ")
    line.add(signal.urgency.sign, width: 3, signal.urgency.role, bold: true)
    line.add(isNarrow ? signal.whenShort : signal.when, width: isNarrow ? 8 : 13, rightAligned: true)
    line.add("  ")
    line.add(signal.name, width: isNarrow ? 12 : 18, bold: signal.urgency == .overdue)
    line.add(" ")
    if !isNarrow { line.add(signal.group, width: 4) }
    line.add((signal.signal.outsideOurPower == nil ? "" : Texts.Agenda.outsideMark) + signal.title)
    return line.selected(isChosen)
  }

  /// The line under the cursor explains itself.
  private func drawReason(_ state: AppState, _ lines: [SignalLine], on grid: inout CellGrid, in area: Area) {
    grid.draw(.rule(area.columns), row: 0, in: area)
    guard let row = cursor.row(in: lines.count) else { return }
    let label = Texts.Agenda.why + "  "
    let width = area.columns - label.cellWidth - 2
    let wrapped = Wrapped.lines(of: state.book.reason(of: lines[row].episode), width: width)
    for (offset, text) in wrapped.prefix(2).enumerated() {
      var line = Line(" ")
      line.add(offset == 0 ? label : String(repeating: " ", count: label.cellWidth), .muted)
      line.add(offset == 1 && wrapped.count > 2 ? text.text.trimmed + " …" : text.text)
      grid.draw(line, row: 1 + offset, in: area)
    }
    if area.rows > 3 { grid.draw(ForecastBar(state.derived.forecast).line(width: area.columns), row: 3, in: area) }
  }

  private func drawForecast(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    grid.draw(.rule(area.columns), row: 0, in: area)
    grid.draw(ForecastBar(state.derived.forecast).line(width: area.columns), row: 1, in: area)
  }

  private func drawProof(_ state: AppState, _ lines: [SignalLine], on grid: inout CellGrid, in area: Area) {
    guard let row = cursor.row(in: lines.count) else { return }
    grid.draw(ProofText(lines[row], state).lines(width: area.columns), in: area.split(bottom: 2).0)
  }
}

extension Urgency {
  var role: Role {
    switch self {
    case .overdue: .overdue
    case .now: .now
    case .soon: .text
    case .later: .muted
    }
  }

  /// Said without colour too.
  var sign: String {
    switch self {
    case .overdue: "!!"
    case .now: "!"
    case .soon, .later: ""
    }
  }
}
