import Casework

/// What is on record of the school itself, to read.
public struct SchoolScreen: Equatable, Sendable {
  var cursor = ListCursor()

  public init() {}
}

extension SchoolScreen {
  func lines(_ state: AppState) -> [Line] {
    guard let session = state.session else { return [] }
    let width = max(20, state.size.columns - 2)
    let school = session.caseload.school
    func text(_ record: Members, _ kind: RecordKind) -> [Line] {
      RecordText(file: record, root: kind, references: session.references, width: width).lines(record, kind)
    }
    return text(school.record.members, RecordKind(SchoolFields.self)) + [Line()]
      + text(school.calendar.members, RecordKind(CalendarFields.self)) + norms(state, session, width: width)
  }

  /// The numbers that the school chose, those in its file that do not count, and how to see them all.
  private func norms(_ state: AppState, _ session: Session, width: Int) -> [Line] {
    let all = state.book.numbers.map(\.norm).filter { !$0.isStatutory }
    let own = all.compactMap { norm in session.ownValue(of: norm).map { Texts.Norms.chosen(norm, $0) } }
    let findings = state.book.findings(in: session.caseload.school.record).map(\.text)
    func wrapped(_ texts: [String], _ role: Role) -> [Line] {
      texts.flatMap { Wrapped.lines(of: $0, width: width) }.map { Line($0.text, role) }
    }
    return [Line(), Line(Texts.Norms.title, .heading, bold: true)] + wrapped(findings, .error) + wrapped(own, .text)
      + wrapped([Texts.Norms.see(all.count, own: own.count)], .muted)
  }

  mutating func take(_ key: Key, _ state: AppState) {
    _ = cursor.take(key, count: lines(state).count, page: max(1, state.size.rows - 5))
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    let inner = Area(top: area.top, left: area.left + 1, columns: area.columns - 2, rows: area.rows)
    let lines = lines(state)
    let top = cursor.top(count: lines.count, page: inner.rows)
    for (row, line) in lines.dropFirst(top).prefix(inner.rows).enumerated() {
      grid.draw(line.selected(top + row == cursor.row(in: lines.count)), row: row, in: inner)
    }
  }
}
