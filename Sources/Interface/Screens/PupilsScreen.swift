import Casework

/// Every pupil, found by typing.
public struct PupilsScreen: Equatable, Sendable {
  var cursor = ListCursor()
  var filter = Filter(isTyping: true)

  public init() {}
}

extension PupilsScreen {
  func lines(_ state: AppState) -> [PupilLine] {
    if filter.line.isEmpty { return state.pupilLines }
    return state.derived.pupilIndex.search(filter.line.text).compactMap { state.derived.pupilsByID[$0] }
  }

  func chosen(_ state: AppState) -> PupilLine? {
    let lines = lines(state)
    return cursor.row(in: lines.count).map { lines[$0] }
  }

  mutating func take(_ key: Key, _ state: AppState) {
    let count = lines(state).count
    if !cursor.take(key, count: count, page: max(1, state.size.rows - 6)), filter.take(key) { cursor.row = 0 }
  }

  func context(_ state: AppState) -> Line {
    Line(Texts.Pupils.context(count: state.pupilLines.count), .text, bold: true)
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in whole: Area) {
    let lines = lines(state)
    let (area, side) = whole.split(left: state.size.isWide ? 56 : whole.columns, gap: 2)
    if state.size.isWide { drawChosen(state, on: &grid, in: side) }
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

  /// Beside the list: the pupil under the cursor at a glance, with what is asked.
  private func drawChosen(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    guard let pupil = chosen(state), let text = TabText(state, pupil: pupil.id, tab: .pupil, width: area.columns) else {
      return
    }
    let signals = state.signals(of: pupil.id).map { signal -> Line in
      var line = Line(signal.urgency.sign + " ", signal.urgency.role, bold: true)
      line.add(signal.when + "  " + signal.title)
      return line
    }
    grid.draw(PupilOverview(text).lines.map(\.line) + [Line()] + signals, in: area)
  }

  private func drawn(_ pupil: PupilLine, isChosen: Bool, columns: Int) -> Line {
    let isNarrow = columns < 60
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
  /// Family name first, as the list is ordered.
  let name: String
  let group: String
  /// The level of support where it is more than basic; of who left, since when.
  let level: String
  let signs: Line

  init(_ dossier: Dossier, _ session: Session, _ signals: [SignalLine], on day: CivilDate) {
    id = dossier.id
    name = dossier.listName
    if case .left(let last)? = dossier.pupil.record?.enrolment(on: day) {
      group = Texts.Pupils.gone
      level = Texts.Pupils.left(last)
    } else {
      group = session.caseload.groupName(of: dossier.id, on: day)
      let level = dossier.pupil.record?.supportLevel(on: day)
      self.level = level == .basic ? "" : level?.label ?? ""
    }
    signs = SignalSigns(signals).line
  }
}
