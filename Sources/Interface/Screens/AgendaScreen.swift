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
    var main = drawAround(line, state, on: &grid, in: area)
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
    AgendaRows(list, state.derived, chosen: chosen, hasPane: state.size.isWide).draw(on: &grid, in: main)
  }

  /// Draws what stands around the list: on a wide window the proof beside it, else the reason below; then the coming weeks.
  private func drawAround(
    _ line: AgendaLine?, _ state: AppState, on grid: inout CellGrid, in area: Area
  ) -> Area {
    guard state.size.isWide else {
      let (upper, lower) = area.split(bottom: state.size.isLow ? 3 : 4)
      drawReason(state, line, on: &grid, in: lower)
      return upper
    }
    let (upper, lower) = area.split(bottom: 2)
    let (main, side) = upper.split(left: AgendaRows.columns(beside: area.columns), gap: 2)
    drawProof(state, line, on: &grid, in: side)
    grid.draw(.rule(area.columns), row: 0, in: lower)
    grid.draw(forecast(state, width: area.columns), row: 1, in: lower)
    return main
  }

  /// The line under the cursor explains itself.
  private func drawReason(_ state: AppState, _ chosen: AgendaLine?, on grid: inout CellGrid, in area: Area) {
    grid.draw(.rule(area.columns), row: 0, in: area)
    if area.rows > 3 { grid.draw(forecast(state, width: area.columns), row: 3, in: area) }
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
  }

  private func reason(of line: AgendaLine, _ state: AppState) -> String {
    switch line {
    case .signal(let signal): state.book.reason(of: signal.episode)
    case .unjudged(let unjudged): unjudged.explanation
    }
  }

  private func forecast(_ state: AppState, width: Int) -> Line {
    let weeks = state.derived.forecast
    let label =
      state.session?.asked.map {
        Texts.Agenda.forecast(weeks.count, from: $0.day, $0.knowledge, today: state.environment.today)
      } ?? Texts.Agenda.forecast(weeks.count)
    return ForecastBar(weeks, label: label).line(width: width)
  }

  /// The proof of the line under the cursor, as far as it fits; who it is about stands above it.
  private func drawProof(_ state: AppState, _ line: AgendaLine?, on grid: inout CellGrid, in area: Area) {
    let text: [Line] =
      switch line {
      case .signal(let signal)?:
        [subject(signal.name, signal.group)] + ProofText(signal, state).lines(width: area.columns)
      case .unjudged(let unjudged)?:
        [subject(unjudged.name, unjudged.group), Line(unjudged.title, .heading, bold: true), Line()]
          + Wrapped.lines(of: unjudged.explanation, width: max(8, area.columns)).map { Line($0.text) }
      case nil: []
      }
    grid.draw(text, in: area)
    guard text.count > area.rows, area.rows > 0 else { return }
    let last = Area(top: area.top + area.rows - 1, left: area.left, columns: area.columns, rows: 1)
    grid.clear(last)
    grid.draw(Line(Texts.Agenda.restOfProof, .muted), row: 0, in: last)
  }

  private func subject(_ name: String, _ group: String) -> Line {
    var line = Line(name, .text, bold: true)
    if !group.isEmpty { line.add(" · " + group) }
    return line
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
