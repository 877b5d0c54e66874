import Casework

/// The school as a dossier of itself: the tabs on the left, the chosen one on the right.
public struct SchoolScreen: Equatable, Sendable {
  var tab = SchoolTab.school
  /// The line of the tab that the cursor is on; before it was moved the first record.
  var row: Int?

  public init() {}

  /// On the tab where something is done about a signal.
  init(about act: Act) { tab = SchoolTab(act) }
}

extension SchoolScreen {
  var shown: ShownTab.Name { .school(tab) }

  func lines(_ state: AppState) -> [TabLine] { state.lines(of: shown) }

  /// The school itself is read from its first line.
  private var standing: Int? { row ?? (tab == .school ? 0 : nil) }

  /// What the line under the cursor is about.
  func target(_ state: AppState) -> LineTarget? {
    let page = TabPage(lines(state), size: state.size)
    return page.chosen(standing).flatMap { page.lines[$0].target }
  }

  mutating func take(_ key: Key, _ state: AppState) {
    if case .character(let letter) = key, let next = SchoolTab.allCases.first(where: { $0.key == letter }) {
      go(to: next)
    } else if key == .left || key == .right {
      step(key == .right ? 1 : -1)
    } else {
      row = TabPage(lines(state), size: state.size).moved(key, from: standing) ?? row
    }
  }

  mutating func step(_ count: Int) {
    let tabs = SchoolTab.allCases
    guard let at = tabs.firstIndex(of: tab) else { return }
    go(to: tabs[(at + count + tabs.count) % tabs.count])
  }

  mutating func go(to next: SchoolTab) {
    tab = next
    row = nil
  }

  func context(_ state: AppState) -> Line {
    guard let school = state.session?.caseload.school.record else { return Line() }
    var line = Line(school.schoolName ?? SchoolFields.title, .text, bold: true)
    if let type = school.type, !state.size.isNarrow { line.add(" · " + type.label) }
    return line
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    let content: Area
    if state.size.isNarrow {
      let (head, rest) = area.split(top: 1)
      var line = Line(" ← ", .key)
      line.add("\(tab.key) \(tab.title)", .heading, bold: true)
      line.add(" → ", .key)
      grid.draw(line, row: 0, in: head)
      content = Area(top: rest.top, left: rest.left + 1, columns: rest.columns - 2, rows: rest.rows)
    } else {
      let (left, right) = area.split(left: ShownTab.tabsWidth, gap: 3)
      for (row, tab) in SchoolTab.allCases.enumerated() { grid.draw(tabLine(tab, state), row: row, in: left) }
      let wall = Area(top: area.top, left: ShownTab.tabsWidth + 1, columns: 1, rows: area.rows)
      grid.draw((0..<area.rows).map { _ in Line("│", .muted) }, in: wall)
      content = Area(top: right.top, left: right.left, columns: right.columns - 1, rows: right.rows)
    }
    TabPage(lines(state), size: state.size).draw(standing, on: &grid, in: content)
  }

  private func tabLine(_ tab: SchoolTab, _ state: AppState) -> Line {
    let isChosen = tab == self.tab
    var line = Line(isChosen ? ">" : " ")
    line.add("\(tab.key) ", .key)
    line.add(tab.title, width: 14, isChosen ? .heading : .text, bold: isChosen)
    let count = state.session.map { session in
      tab.lists.reduce(0) { $0 + session.schoolRecords(under: $1.key, in: $1.file).count { !$0.isWithdrawn } }
    }
    line.add(count.flatMap { $0 == 0 ? nil : String($0) } ?? "", width: 3, .muted, rightAligned: true)
    line.add(" ")
    let signals = state.signals.filter { $0.id.subject == .school && tab == SchoolTab($0.episode.act) }
    line.add(SignalSigns(signals).shortLine)
    return line
  }
}

extension Session {
  /// The records of the school or its calendar under a key, withdrawn ones too; to a teacher only what holds for the own
  /// groups or for all.
  func schoolRecords(under key: String, in file: FileKind) -> [Members] {
    let all = (file.place(of: nil).flatMap { self.file(at: $0) }?[key]?.elements ?? []).compactMap(\.members)
    guard user.role == .teacher, file == .school else { return all }
    let own = ownGroups
    let fields = SchoolFields.declared
    return switch key {
    case fields.groups.key: all.filter { $0.id.map(own.contains) ?? false }
    case fields.assignments.key:
      all.filter { Record<AssignmentFields>(members: $0).group.map { own.contains($0.id) } ?? false }
    case fields.timetables.key:
      all.filter { Record<TimetableFields>(members: $0).group.map { own.contains($0.id) } ?? true }
    default: all
    }
  }

  /// The groups that the user stands before in some school year.
  private var ownGroups: Set<RecordID> {
    Set(caseload.school.record.assignments.filter { $0.teacher?.id == user.id }.compactMap { $0.group?.id })
  }
}
