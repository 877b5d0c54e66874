import Casework

/// The numbers by which the rules count: those the school may choose, and those of the law to read.
public struct NormsScreen: Equatable, Sendable {
  var cursor = ListCursor()
  var filter = Filter()

  public init() {}
}

extension NormsScreen {
  func rows(_ state: AppState) -> [NormInUse] {
    let query = SearchQuery(filter.line.text)
    return state.book.numbers.filter { number in
      matches(query, [number.norm.name, number.norm.label] + number.rules.map(\.name))
    }
  }

  func chosen(_ state: AppState) -> NormInUse? {
    let rows = rows(state)
    return cursor.row(in: rows.count).map { rows[$0] }
  }

  mutating func take(_ key: Key, _ state: AppState) {
    let count = rows(state).count
    if !cursor.take(key, count: count, page: max(1, state.size.rows - 10)), filter.take(key) { cursor.row = 0 }
  }

  func context(_ state: AppState) -> Line {
    let all = state.book.numbers.filter { !$0.norm.isStatutory }
    let own = all.count { state.session?.ownValue(of: $0.norm) != nil }
    var line = Line(Texts.Norms.title, .text, bold: true)
    line.add("  " + Texts.Norms.count(all.count, own: own), .muted)
    return line
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    let rows = rows(state)
    var (list, detail) = parts(of: area, state)
    if filter.isActive {
      let (head, rest) = list.split(top: 1)
      grid.draw(filter.drawn(found: rows.count, of: state.book.numbers.count), row: 0, in: head)
      if filter.isTyping { grid.cursor = Position(row: head.top, column: head.left + filter.cursorColumn) }
      list = rest
    }
    if rows.isEmpty { grid.draw(Line(" " + Texts.nothingFound, .muted), row: 0, in: list) }
    let first = cursor.top(count: rows.count, page: list.rows)
    for (row, number) in rows.dropFirst(first).prefix(list.rows).enumerated() {
      let isChosen = first + row == cursor.row(in: rows.count)
      grid.draw(line(number.norm, state, isChosen: isChosen), row: row, in: list)
    }
    guard let chosen = chosen(state) else { return }
    if !state.size.isWide {
      grid.draw(.rule(detail.columns), row: 0, in: detail)
      detail = detail.split(top: 1).1
    }
    let inner = Area(top: detail.top, left: detail.left + 1, columns: detail.columns - 2, rows: detail.rows)
    grid.draw(NormText(chosen, state).lines(width: inner.columns), in: inner)
  }

  /// The list, and what there is to know of the number under the cursor: beside it or below it.
  private func parts(of area: Area, _ state: AppState) -> (list: Area, detail: Area) {
    state.size.isWide
      ? area.split(left: area.columns * 6 / 10, gap: 1) : area.split(bottom: state.size.isLow ? 5 : 9)
  }

  private func line(_ norm: Norm, _ state: AppState, isChosen: Bool) -> Line {
    let isOwn = state.session?.ownValue(of: norm) != nil
    let value = state.session?.value(of: norm) ?? norm.value
    var line = Line(isChosen ? "> " : "  ")
    line.add(norm.isStatutory ? Texts.Norms.law : isOwn ? Texts.Norms.own : "", width: 6, isOwn ? .now : .muted)
    line.add(String(value), width: 4, .text, bold: isOwn, rightAligned: true)
    line.add("  " + Texts.Norms.name(norm), norm.isStatutory ? .muted : .text)
    return line.selected(isChosen)
  }
}

/// One number with its default, its bounds, the rules that count with it and where it comes from.
struct NormText {
  private let number: NormInUse
  private let session: Session?
  private let book: RuleBook

  init(_ number: NormInUse, _ state: AppState) {
    self.number = number
    session = state.session
    book = state.book
  }

  func lines(width: Int) -> [Line] {
    let norm = number.norm
    var lines = wrapped(Texts.Norms.name(norm), width, .heading, bold: true)
    lines += findings.flatMap { wrapped($0, width, .error) }
    lines += wrapped(standing, width)
    lines += wrapped(norm.isStatutory ? Texts.Norms.fixed : Texts.Norms.bounds(norm), width)
    lines += wrapped(number.rules.isEmpty ? Texts.Norms.ofProgram : Texts.Norms.rules(number.rules.map(\.name)), width)
    guard !number.sources.isEmpty else { return lines }
    return lines + wrapped(Texts.Norms.sources(number.sources.map(\.text)), width, .muted)
  }

  private var standing: String {
    let norm = number.norm
    guard !norm.isStatutory, let own = session?.ownRecord(of: norm), own.value != nil else {
      return Texts.Norms.standing(norm.value, norm)
    }
    return Texts.Norms.standing(session?.value(of: norm) ?? norm.value, norm, since: own.from)
  }

  /// Why what stands in school.json about it does not count.
  private var findings: [String] {
    (session.map { book.findings(in: $0.caseload.school.record) } ?? []).filter { $0.name == number.norm.name }
      .map(\.text)
  }

  private func wrapped(_ text: String, _ width: Int, _ role: Role = .text, bold: Bool = false) -> [Line] {
    Wrapped.lines(of: text, width: max(8, width)).map { Line($0.text, role, bold: bold) }
  }
}

extension Session {
  /// The number as it counts for what happens now.
  func value(of norm: Norm) -> Int { scope.norms[norm.name] ?? norm.value }

  /// What the school chose last for a number, its going back to the default too; not what is still to begin.
  func ownRecord(of norm: Norm) -> OwnNorm? {
    caseload.school.ownNorms.last { own in
      own.name == norm.name && !(scope.norms.asOf.flatMap { day in own.from.map { $0 > day } } ?? false)
    }
  }

  /// The school's own number where it counts.
  func ownValue(of norm: Norm) -> Int? {
    guard !norm.isStatutory, let own = ownRecord(of: norm)?.value, norm.bounds.contains(own) else { return nil }
    return own
  }
}
