import Casework

/// Every pupil, found by typing.
public struct PupilsScreen: Equatable, Sendable {
  var cursor = ListCursor()
  var filter = Filter(isTyping: true)

  public init() {}
}

extension PupilsScreen {
  func lines(_ state: AppState) -> [PupilLine] {
    state.pupilLines.filter { filter.line.isEmpty || $0.matches(filter.line.text) }
  }

  func chosen(_ state: AppState) -> PupilLine? {
    let lines = lines(state)
    return cursor.row(in: lines.count).map { lines[$0] }
  }

  mutating func take(_ key: Key, _ state: AppState) {
    let count = lines(state).count
    guard !cursor.take(key, count: count, page: max(1, state.size.rows - 6)), filter.isTyping else { return }
    switch key {
    case .escape:
      // The first Esc leaves the filter, the next one the screen.
      filter = Filter()
    default: if filter.line.take(key) { cursor.row = 0 }
    }
  }

  func context(_ state: AppState) -> Line {
    Line(Texts.Pupils.context(count: state.pupilLines.count), .text, bold: true)
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    let lines = lines(state)
    let (head, list) = area.split(top: 2)
    grid.draw(filter.drawn(found: lines.count, of: state.pupilLines.count), row: 0, in: head)
    if filter.isTyping { grid.cursor = Position(row: head.top, column: head.left + filter.cursorColumn) }
    guard !lines.isEmpty else {
      grid.draw(Line(" " + Texts.nothingFound, .muted), row: 0, in: list)
      return
    }
    let top = cursor.top(count: lines.count, page: list.rows)
    for (row, pupil) in lines.dropFirst(top).prefix(list.rows).enumerated() {
      let isChosen = top + row == cursor.row(in: lines.count)
      grid.draw(drawn(pupil, isChosen: isChosen, columns: list.columns), row: row, in: list)
    }
  }

  private func drawn(_ pupil: PupilLine, isChosen: Bool, columns: Int) -> Line {
    let isNarrow = columns < 64
    var line = Line(isChosen ? "> " : "  ")
    line.add(pupil.name, width: isNarrow ? 20 : 26)
    line.add(" ")
    line.add(pupil.group, width: 5)
    if !isNarrow {
      line.add(pupil.level, width: 32, .muted)
      line.add(" ")
    }
    line.add(pupil.signs)
    return line.selected(isChosen)
  }
}

/// One pupil as a list shows it.
struct PupilLine: Equatable, Sendable {
  let id: RecordID
  let name: String
  let group: String
  /// The level of support, where it is more than basic.
  let level: String
  let signs: Line
  private let search: SearchText

  func matches(_ typed: String) -> Bool { search.matches(typed) }

  init(_ dossier: Dossier, _ session: Session, _ signals: [SignalLine], on day: CivilDate) {
    id = dossier.id
    name = dossier.screenName
    group = session.groupName(of: dossier.id, on: day)
    let level = dossier.pupil.record?.supportLevel(on: day)
    self.level = level == .basic ? "" : level?.label ?? ""
    signs = SignalSigns(signals).line
    search = SearchText(name, group, self.level)
  }
}
