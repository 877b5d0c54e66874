import Casework

/// One pupil: the tabs on the left, the chosen one on the right.
public struct DossierScreen: Equatable, Sendable {
  let pupil: RecordID
  var tab: DossierTab
  /// The line of the tab that the cursor is on; before it was moved the first record.
  var row: Int?

  public init(pupil: RecordID, section: SectionName = .pupil) {
    self.pupil = pupil
    tab = DossierTab(section)
  }
}

extension DossierScreen {
  var shown: ShownTab.Name { .dossier(pupil, tab) }

  func lines(_ state: AppState) -> [TabLine] { state.lines(of: shown) }

  /// What the line under the cursor is about.
  func target(_ state: AppState) -> LineTarget? {
    let page = TabPage(lines(state), size: state.size)
    return page.chosen(row).flatMap { page.lines[$0].target }
  }

  mutating func take(_ key: Key, _ state: AppState) {
    guard let role = state.session?.user.role else { return }
    let tabs = DossierTab.tabs(for: role)
    if case .character(let letter) = key, let next = tabs.first(where: { $0.key == letter }) {
      go(to: next)
    } else if key == .left || key == .right {
      step(key == .right ? 1 : -1, role)
    } else {
      row = TabPage(lines(state), size: state.size).moved(key, from: row) ?? row
    }
  }

  mutating func step(_ count: Int, _ role: UserRole) {
    let tabs = DossierTab.tabs(for: role)
    guard let at = tabs.firstIndex(of: tab) else { return }
    go(to: tabs[(at + count + tabs.count) % tabs.count])
  }

  mutating func go(to next: DossierTab) {
    tab = next
    row = nil
  }
}

extension DossierScreen {
  func context(_ state: AppState) -> Line {
    guard let session = state.session, let dossier = session.caseload.dossiers[pupil] else {
      return Line(Texts.Dossier.gone)
    }
    let day = state.shownDay
    var line = Line(dossier.displayName, .text, bold: true)
    let group = session.caseload.groupName(of: pupil, on: day)
    if !group.isEmpty { line.add(" · " + group) }
    if let born = dossier.pupil.record?.birthDate, !state.size.isNarrow {
      line.add(" · " + Texts.Dossier.born(born, age: dossier.pupil.record?.age(on: day)))
    }
    if let level = dossier.pupil.record?.supportLevel(on: day), level != .basic { line.add(" · " + level.label) }
    return line
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    guard let session = state.session, session.caseload.dossiers[pupil] != nil else {
      grid.draw(Line(" " + Texts.Dossier.gone, .error), row: 1, in: area)
      return
    }
    let tabs = DossierTab.tabs(for: session.user.role)
    let content: Area
    if state.size.isNarrow {
      let (head, rest) = area.split(top: 1)
      grid.draw(narrowHead(state), row: 0, in: head)
      content = Area(top: rest.top, left: rest.left + 1, columns: rest.columns - 2, rows: rest.rows)
    } else {
      let (left, right) = area.split(left: ShownTab.tabsWidth, gap: 3)
      for (row, tab) in tabs.enumerated() { grid.draw(tabLine(tab, session, state), row: row, in: left) }
      let wall = Area(top: area.top, left: ShownTab.tabsWidth + 1, columns: 1, rows: area.rows)
      grid.draw((0..<area.rows).map { _ in Line("│", .muted) }, in: wall)
      content = Area(top: right.top, left: right.left, columns: right.columns - 1, rows: right.rows)
    }
    TabPage(lines(state), size: state.size).draw(row, on: &grid, in: content)
  }

  private func narrowHead(_ state: AppState) -> Line {
    var line = Line(" ← ", .key)
    line.add("\(tab.key) \(tab.title)", .heading, bold: true)
    line.add(" → ", .key)
    line.add(SignalSigns(state.signals(of: pupil).filter { tab.holds($0) }).line)
    return line
  }

  private func tabLine(_ tab: DossierTab, _ session: Session, _ state: AppState) -> Line {
    let isChosen = tab == self.tab
    var line = Line(isChosen ? ">" : " ")
    line.add("\(tab.key) ", .key)
    line.add(tab.title, width: 14, isChosen ? .heading : .text, bold: isChosen)
    let count = tab.sections(for: session.user.role).reduce(0) { $0 + (session.count(of: $1, pupil) ?? 0) }
    line.add(count == 0 ? "" : String(count), width: 3, .muted, rightAligned: true)
    line.add(" ")
    let waits = tab.sections(for: session.user.role).contains { section in
      state.derived.waitingRules[.section(pupil: pupil, section)] != nil
    }
    if waits { line.add(Texts.Agenda.unjudgedSign, .now, bold: true) }
    line.add(SignalSigns(state.signals(of: pupil).filter { tab.holds($0) }).shortLine)
    return line
  }
}

extension DossierTab {
  /// Whether the act that clears a signal is on this tab.
  func holds(_ signal: SignalLine) -> Bool {
    signal.episode.act.section.map { sections.contains($0) } ?? false
  }
}

extension Session {
  /// How many records that still stand a tab has; nothing where it cannot be read.
  func count(of section: SectionName, _ pupil: RecordID) -> Int? {
    guard let tree = caseload.dossiers[pupil]?.tree(of: section) else { return nil }
    return RecordKind(section.fields).fields.filter(\.holdsRecords).reduce(0) { sum, field in
      sum + (tree[field.key]?.elements ?? []).count { $0.members?.isWithdrawn == false }
    }
  }
}

/// How many signals of each urgency there are, said without colour too.
struct SignalSigns {
  private let overdue: Int
  private let now: Int

  init(_ signals: [SignalLine]) {
    overdue = signals.count { $0.urgency == .overdue }
    now = signals.count { $0.urgency == .now }
  }

  var line: Line {
    var line = Line()
    if overdue > 0 { line.add("!!\(overdue) ", .overdue, bold: true) }
    if now > 0 { line.add("!\(now)", .now, bold: true) }
    return line
  }

  /// The most pressing ones only.
  var shortLine: Line {
    if overdue > 0 { return Line("!!\(overdue)", .overdue, bold: true) }
    return now > 0 ? Line("!\(now)", .now, bold: true) : Line()
  }
}
