import Casework

extension Overlay {
  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    switch self {
    case .help(let line, let cursor): drawCommands(Texts.Choose.help, line, cursor, state, on: &grid, in: area)
    case .palette(let line, let cursor): drawCommands(Texts.Choose.palette, line, cursor, state, on: &grid, in: area)
    case .askDay(let line): drawDay(line, state, on: &grid, in: area)
    case .askNumber(let question): drawNumber(question, on: &grid, in: area)
    case .askUntil(let question): drawUntil(question, on: &grid, in: area)
    case .choose(let choice, let cursor): drawChoice(choice, cursor, on: &grid, in: area)
    case .confirm(let question):
      let columns = min(area.columns, max(46, min(76, question.text.cellWidth + 6)))
      let lines = Wrapped.lines(of: question.text, width: max(8, columns - 4)).map { Line($0.text, .text, bold: true) }
      let box = Box(area, rows: lines.count + 3, columns: columns)
      box.draw(on: &grid, title: "")
      grid.draw(lines + [Line(Texts.Choose.confirmKeys)], in: box.inside)
    }
  }

  private func drawCommands(
    _ title: String, _ typed: InputLine, _ cursor: ListCursor, _ state: AppState, on grid: inout CellGrid, in area: Area
  ) {
    let commands = commands(state)
    let box = Box(area, rows: area.rows, columns: min(area.columns, 100))
    box.draw(on: &grid, title: title)
    var input = Line("/ ", .key, bold: true)
    input.add(typed.text, .input)
    grid.draw(input, row: 0, in: box.inside)
    grid.cursor = Position(
      row: box.inside.top, column: box.inside.left + 2 + String(typed.text.prefix(typed.cursor)).cellWidth)
    let (list, detail) = box.inside.split(top: 1).1.split(bottom: 3)
    if commands.isEmpty { grid.draw(Line(Texts.nothingFound, .muted), row: 0, in: list) }
    let top = cursor.top(count: commands.count, page: list.rows)
    for (row, command) in commands.dropFirst(top).prefix(list.rows).enumerated() {
      let isChosen = top + row == cursor.row(in: commands.count)
      grid.draw(line(command, state, isChosen: isChosen, columns: list.columns), row: row, in: list)
    }
    guard let row = cursor.row(in: commands.count) else { return }
    let reason = state.disabledReason(commands[row].id)
    let text = Wrapped.lines(of: reason.map(Texts.Choose.cannot) ?? commands[row].help, width: max(8, detail.columns))
    grid.draw(text.map { Line($0.text, reason == nil ? .text : .now) }, in: detail.split(top: 1).1)
  }

  private func line(_ command: Command, _ state: AppState, isChosen: Bool, columns: Int) -> Line {
    var line = Line(isChosen ? ">" : " ")
    line.add(command.keys.map(\.label).joined(separator: " "), width: 10, .key, bold: true)
    let reason = state.disabledReason(command.id)
    line.add(command.title, width: min(30, columns - 11), reason == nil ? .text : .muted)
    if let reason { line.add("  " + reason, .muted) }
    return line.selected(isChosen)
  }

  private func drawDay(_ typed: InputLine, _ state: AppState, on grid: inout CellGrid, in area: Area) {
    let box = Box(area, rows: 6, columns: 58)
    box.draw(on: &grid, title: Texts.Choose.day)
    var line = Line("> ", .key, bold: true)
    line.add(typed.text, .input)
    grid.draw(line, row: 0, in: box.inside)
    grid.cursor = Position(
      row: box.inside.top, column: box.inside.left + 2 + String(typed.text.prefix(typed.cursor)).cellWidth)
    let understood: Line
    switch Entry.read(typed.text, as: .date, today: state.environment.today) {
    case .empty: understood = Line()
    case .value(_, let words): understood = Line("= " + words, .good)
    case .wrong(let reason): understood = Line("! " + reason, .error)
    }
    grid.draw(understood, row: 1, in: box.inside)
    grid.draw(Line(Texts.Choose.dayForms, .muted), row: 3, in: box.inside)
  }

  private func drawNumber(_ question: NormQuestion, on grid: inout CellGrid, in area: Area) {
    let said = question.problem.map { ($0, Role.error) } ?? (Texts.Norms.ask(question.norm), .muted)
    drawQuestion(Texts.Norms.question, Texts.Norms.name(question.norm), question.line, said, on: &grid, in: area)
  }

  private func drawUntil(_ question: UntilQuestion, on grid: inout CellGrid, in area: Area) {
    let said: (String, Role)
    switch question.answer() {
    case .success(let day): said = ("= " + day.dutch(.full), .good)
    case .failure(let problem):
      said = question.line.isEmpty ? (Texts.Choose.dayForms, .muted) : ("! " + problem.text, .error)
    }
    let about = Texts.Group.askUntil(question.name, question.status, from: question.from)
    drawQuestion(Texts.Group.until, about, question.line, said, on: &grid, in: area)
  }

  /// A box with what is asked, what was typed, and what is said of that.
  private func drawQuestion(
    _ title: String, _ about: String, _ typed: InputLine, _ said: (text: String, role: Role),
    on grid: inout CellGrid, in area: Area
  ) {
    let box = Box(area, rows: min(area.rows, 8), columns: 66)
    box.draw(on: &grid, title: title)
    let width = max(8, box.inside.columns)
    let asked = Wrapped.lines(of: about, width: width).prefix(3)
    grid.draw(asked.map { Line($0.text, .text, bold: true) }, in: box.inside)
    let (_, rest) = box.inside.split(top: asked.count)
    var line = Line("> ", .key, bold: true)
    line.add(typed.text, .input)
    grid.draw(line, row: 0, in: rest)
    grid.cursor = Position(
      row: rest.top, column: rest.left + 2 + String(typed.text.prefix(typed.cursor)).cellWidth)
    grid.draw(Wrapped.lines(of: said.text, width: width).map { Line($0.text, said.role) }, in: rest.split(top: 1).1)
  }

  private func drawChoice(_ choice: OverlayChoice, _ cursor: ListCursor, on grid: inout CellGrid, in area: Area) {
    let labels = choice.labels
    let longest = labels.map(\.cellWidth).max() ?? 0
    let box = Box(area, rows: min(area.rows, labels.count + 2), columns: max(50, min(76, longest + 6)))
    box.draw(on: &grid, title: choice.title)
    let top = cursor.top(count: labels.count, page: box.inside.rows)
    for (row, label) in labels.dropFirst(top).prefix(box.inside.rows).enumerated() {
      let isChosen = top + row == cursor.row(in: labels.count)
      grid.draw(Line((isChosen ? "> " : "  ") + label).selected(isChosen), row: row, in: box.inside)
    }
  }
}

/// A frame in the middle of an area.
struct Box {
  let outside: Area
  let inside: Area

  init(_ area: Area, rows: Int, columns: Int) {
    let rows = min(rows, area.rows)
    let columns = min(columns, area.columns)
    outside = Area(
      top: area.top + (area.rows - rows) / 2, left: area.left + (area.columns - columns) / 2, columns: columns,
      rows: rows)
    inside = Area(top: outside.top + 1, left: outside.left + 2, columns: columns - 4, rows: rows - 2)
  }

  func draw(on grid: inout CellGrid, title: String) {
    let width = outside.columns
    guard width >= 2, outside.rows >= 2 else { return }
    grid.freeEdges(of: outside)
    var top = Line("┌" + (title.isEmpty ? "" : "─ "), .muted)
    top.add(title.isEmpty ? "" : title + " ", .heading, bold: true)
    top.add(String(repeating: "─", count: max(0, width - 1 - top.cells)) + "┐", .muted)
    grid.draw(top, row: 0, in: outside)
    var middle = Line("│", .muted)
    middle.add(String(repeating: " ", count: width - 2))
    middle.add("│", .muted)
    for row in 1..<outside.rows - 1 { grid.draw(middle, row: row, in: outside) }
    grid.draw(Line("└" + String(repeating: "─", count: width - 2) + "┘", .muted), row: outside.rows - 1, in: outside)
  }
}
