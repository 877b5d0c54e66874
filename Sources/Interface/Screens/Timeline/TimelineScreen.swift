import Casework

/// Everything with a day in one dossier, the newest first, with today as a line in it.
public struct TimelineScreen: Equatable, Sendable {
  let pupil: RecordID
  /// Which of the entries that show is chosen; before it was moved the newest that is not still to come.
  var row: Int?
  var filter = Filter()
  var scale = TimeScale.month
  /// The tabs that were switched off.
  var hidden: Set<DossierTab> = []
  var showsTerms = true

  public init(pupil: RecordID) { self.pupil = pupil }
}

/// How long the stretches are that a timeline has heads for.
enum TimeScale: CaseIterable, Sendable {
  case week, month, year

  /// The first day of the stretch that a day is in.
  func start(of day: CivilDate) -> CivilDate {
    switch self {
    case .week: day.monday
    case .month: CivilDate(year: day.year, month: day.month, day: 1) ?? day
    case .year: CivilDate(year: day.year, month: 1, day: 1) ?? day
    }
  }

  var next: TimeScale {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}

extension TimelineScreen {
  /// What shows, as it was made with the last change.
  func list(_ state: AppState) -> TimelineList? {
    if let list = state.derived.timeline, list.wanted == TimelineList.Wanted(self) { return list }
    return TimelineList(self, state)
  }

  func chosen(_ state: AppState) -> TimelineEntry? {
    guard let list = list(state), let row = list.chosen(row) else { return nil }
    return list.lines[row].entry
  }

  mutating func take(_ key: Key, _ state: AppState) {
    guard let list = list(state) else { return }
    var cursor = ListCursor(list.chosen(row) ?? 0)
    if cursor.take(key, count: list.lines.count, page: max(1, state.size.rows - 7)) {
      row = cursor.row
    } else if filter.take(key) {
      row = filter.isActive ? 0 : nil
    } else if case .character(let letter) = key {
      toggle(letter, state)
    }
  }

  /// Switches what belongs to a tab, or the terms, off and on again.
  private mutating func toggle(_ letter: Character, _ state: AppState) {
    guard let role = state.session?.user.role else { return }
    if letter == "t" {
      showsTerms.toggle()
    } else if let tab = DossierTab.tabs(for: role).first(where: { $0.key == letter }) {
      hidden.formSymmetricDifference([tab])
    } else {
      return
    }
    row = nil
  }

  func hints(_ state: AppState) -> [(key: String, text: String)] {
    guard !filter.isTyping, let role = state.session?.user.role else { return [] }
    return [
      (DossierTab.keys(of: DossierTab.tabs(for: role)), Texts.Timeline.hintKinds), ("t", Texts.Timeline.hintTerms),
    ]
  }
}

extension TimelineScreen {
  func context(_ state: AppState) -> Line {
    guard let dossier = state.session?.caseload.dossiers[pupil] else { return Line(Texts.Dossier.gone) }
    var line = Line(dossier.displayName, .text, bold: true)
    line.add(" › " + Texts.Timeline.title)
    return line
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    guard let list = list(state) else {
      return grid.draw(Line(" " + Texts.Dossier.gone, .error), row: 1, in: area)
    }
    var (main, side) = area.split(left: state.size.isWide ? area.columns * 6 / 10 : area.columns, gap: 2)
    if state.size.isWide, let row = list.chosen(row) { drawRecord(list.lines[row].entry, state, on: &grid, in: side) }
    let notes = list.notes(width: main.columns - 2).prefix(max(1, main.rows / 3))
    let (head, rest) = main.split(top: notes.count)
    grid.draw(Array(notes), in: head)
    main = rest
    if filter.isActive {
      let (line, below) = main.split(top: 1)
      grid.draw(filter.drawn(found: list.lines.count, of: list.total), row: 0, in: line)
      if filter.isTyping { grid.cursor = Position(row: line.top, column: line.left + filter.cursorColumn) }
      main = below
    }
    guard let chosen = list.chosen(row) else {
      let text = list.total == 0 ? Texts.Timeline.empty : Texts.nothingFound
      return grid.draw(Line(" " + text, .muted), row: 0, in: main)
    }
    let rows = list.rows
    let at = rows.firstIndex(of: .line(chosen)) ?? 0
    let top = ListCursor(at).top(count: rows.count, page: main.rows)
    for (offset, row) in rows.dropFirst(top).prefix(main.rows).enumerated() {
      grid.draw(list.drawn(row, chosen: chosen, width: main.columns), row: offset, in: main)
    }
  }

  /// Beside the list: the whole record under the cursor.
  private func drawRecord(_ entry: TimelineEntry, _ state: AppState, on grid: inout CellGrid, in area: Area) {
    guard let session = state.session, let fact = entry.fact,
      let file = session.file(at: .section(pupil: pupil, fact.section))
    else {
      return
    }
    let kind = RecordKind(fact.kind)
    var lines = [Line(fact.section.title + " › " + kind.title, .heading, bold: true), Line()]
    lines += RecordText(
      file: file, root: fact.section.kind, references: session.references(around: pupil), width: area.columns - 1
    ).lines(fact.members, kind)
    grid.draw(lines, in: area)
  }
}
