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

  /// The numbers that hold for the program as a whole, as they count at this school.
  private func norms(_ state: AppState, _ session: Session, width: Int) -> [Line] {
    let lines = state.book.sharedNorms.flatMap { norm in
      Wrapped.lines(of: Texts.School.norm(norm, value: session.scope.norms[norm.name] ?? norm.value), width: width)
    }
    return lines.isEmpty ? [] : [Line(), Line(Texts.School.norms, .heading, bold: true)] + lines.map { Line($0.text) }
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
