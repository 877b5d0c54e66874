import Casework

/// What must be done, most pressing first: the start screen of the intern begeleider.
public struct AgendaScreen: Equatable, Sendable {
  var cursor = ListCursor()
  var filter = Filter()

  public init() {}
}

extension AgendaScreen {
  /// The signals that the filter leaves, in the order of the agenda.
  func list(_ state: AppState) -> AgendaList {
    if let list = state.derived.agenda, list.sought == filter.line.text { return list }
    return AgendaList(state.derived, sought: filter.line.text)
  }

  func chosen(_ state: AppState) -> AgendaLine? {
    let list = list(state)
    return cursor.row(in: list.count).map { state.derived.agendaLine(list[$0]) }
  }

  mutating func take(_ key: Key, _ state: AppState) {
    let count = list(state).count
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
    let list = list(state)
    let chosen = cursor.row(in: list.count)
    let line = chosen.map { state.derived.agendaLine(list[$0]) }
    var (main, side) = area.split(left: state.size.isWide ? area.columns * 6 / 10 : area.columns, gap: 2)
    if state.size.isWide {
      drawProof(state, line, on: &grid, in: side)
      main = main.split(bottom: 2).0
      drawForecast(state, on: &grid, in: area.split(bottom: 2).1)
    } else {
      let (upper, lower) = area.split(bottom: state.size.isLow ? 3 : 4)
      main = upper
      side = lower
      drawReason(state, line, on: &grid, in: side)
    }
    if filter.isActive {
      let (row, rest) = main.split(top: 1)
      grid.draw(filter.drawn(found: list.count, of: state.derived.agendaCount), row: 0, in: row)
      if filter.isTyping { grid.cursor = Position(row: row.top, column: row.left + filter.cursorColumn) }
      main = rest
    }
    guard let chosen else {
      grid.draw(Line(" " + (list.sought.isEmpty ? Texts.Agenda.nothing : Texts.nothingFound), .good), row: 1, in: main)
      return
    }
    draw(list, of: state.derived, chosen: chosen, on: &grid, in: main)
  }

  /// Draws the rows in sight alone: there may be thousands.
  private func draw(
    _ list: AgendaList, of derived: Derived, chosen: Int, on grid: inout CellGrid, in area: Area
  ) {
    let top = ListCursor(list.row(ofPosition: chosen)).top(count: list.rowCount, page: area.rows)
    for row in 0..<area.rows {
      switch list.content(ofRow: top + row) {
      case .head(let urgency, let count)?:
        grid.draw(head(urgency, count), row: row, in: area)
      case .line(let position)?:
        let line = derived.agendaLine(list[position])
        grid.draw(self.row(line, isChosen: position == chosen, columns: area.columns), row: row, in: area)
      case nil: return
      }
    }
  }

  private func head(_ urgency: Urgency?, _ count: Int) -> Line {
    guard let urgency else { return Line(" " + Texts.Agenda.unjudgedHead(count), .now, bold: true) }
    return Line(" " + Texts.Agenda.head(urgency, count), urgency.role, bold: true)
  }

  private func row(_ line: AgendaLine, isChosen: Bool, columns: Int) -> Line {
    switch line {
    case .signal(let signal): row(signal, isChosen: isChosen, columns: columns)
    case .unjudged(let unjudged): row(unjudged, isChosen: isChosen, columns: columns)
    }
  }

  private func row(_ unjudged: UnjudgedLine, isChosen: Bool, columns: Int) -> Line {
    let isNarrow = columns < 58
    var line = Line(isChosen ? ">" : " ")
    line.add(Texts.Agenda.unjudgedSign, width: isNarrow ? 11 : 16, .now, bold: true)
    line.add("  ")
    line.add(unjudged.name, width: isNarrow ? 12 : 18)
    line.add(" ")
    if !isNarrow { line.add(unjudged.group, width: 4) }
    line.add(unjudged.title)
    return line.selected(isChosen)
  }

  private func row(_ signal: SignalLine, isChosen: Bool, columns: Int) -> Line {
    let isNarrow = columns < 58
    var line = Line(isChosen ? ">" : " ")
    line.add(signal.urgency.sign, width: 3, signal.urgency.role, bold: true)
    line.add(isNarrow ? signal.whenShort : signal.when, width: isNarrow ? 8 : 13, rightAligned: true)
    line.add("  ")
    // A group such as `1/2a` takes a column of the name, so that it stands clear of the title.
    let groupWidth = signal.group.cellWidth > 3 ? 5 : 4
    line.add(signal.name, width: isNarrow ? 12 : 22 - groupWidth, bold: signal.urgency == .overdue)
    line.add(" ")
    if !isNarrow { line.add(signal.group, width: groupWidth) }
    line.add((signal.signal.outsideOurPower == nil ? "" : Texts.Agenda.outsideMark) + signal.title)
    return line.selected(isChosen)
  }

  /// The line under the cursor explains itself.
  private func drawReason(_ state: AppState, _ chosen: AgendaLine?, on grid: inout CellGrid, in area: Area) {
    grid.draw(.rule(area.columns), row: 0, in: area)
    guard let chosen else { return }
    let label = Texts.Agenda.why + "  "
    let width = area.columns - label.cellWidth - 2
    let wrapped = Wrapped.lines(of: reason(of: chosen, state), width: width)
    for (offset, text) in wrapped.prefix(2).enumerated() {
      var line = Line(" ")
      line.add(offset == 0 ? label : String(repeating: " ", count: label.cellWidth), .muted)
      line.add(offset == 1 && wrapped.count > 2 ? text.text.trimmed + " …" : text.text)
      grid.draw(line, row: 1 + offset, in: area)
    }
    if area.rows > 3 { grid.draw(ForecastBar(state.derived.forecast).line(width: area.columns), row: 3, in: area) }
  }

  private func reason(of line: AgendaLine, _ state: AppState) -> String {
    switch line {
    case .signal(let signal): state.book.reason(of: signal.episode)
    case .unjudged(let unjudged): unjudged.explanation
    }
  }

  private func drawForecast(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    grid.draw(.rule(area.columns), row: 0, in: area)
    grid.draw(ForecastBar(state.derived.forecast).line(width: area.columns), row: 1, in: area)
  }

  private func drawProof(_ state: AppState, _ line: AgendaLine?, on grid: inout CellGrid, in area: Area) {
    let text: [Line] =
      switch line {
      case .signal(let signal)?: ProofText(signal, state).lines(width: area.columns)
      case .unjudged(let unjudged)?:
        [Line(unjudged.title, .heading, bold: true), Line()]
          + Wrapped.lines(of: unjudged.explanation, width: max(8, area.columns)).map { Line($0.text) }
      case nil: []
      }
    grid.draw(text, in: area.split(bottom: 2).0)
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
