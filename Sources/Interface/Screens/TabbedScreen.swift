import Casework

/// A tab as a screen names it.
protocol ScreenTab: Equatable {
  var title: String { get }
  /// The key that jumps to it.
  var key: Character { get }
}

extension DossierTab: ScreenTab {}
extension SchoolTab: ScreenTab {}

/// A screen of tabs: their names on the left, the lines of the chosen one on the right; a narrow window names only that
/// one, above its lines.
protocol TabbedScreen {
  associatedtype Tab: ScreenTab

  var tab: Tab { get set }
  /// The line of the tab that the cursor is on; before it was moved nothing.
  var row: Int? { get set }
  /// The line that the tab is read from while the cursor was not moved; nothing for the first record.
  var beginning: Int? { get }
  /// The tab that shows, by its name among all.
  var shown: ShownTab.Name { get }

  func tabs(_ state: AppState) -> [Tab]
  /// How many records that still stand a tab has.
  func count(on tab: Tab, _ state: AppState) -> Int
  /// The signals that are cleared on a tab.
  func signals(on tab: Tab, _ state: AppState) -> [SignalLine]
  /// Whether rules wait for what a tab keeps closed.
  func isAwaited(_ tab: Tab, _ state: AppState) -> Bool
}

extension TabbedScreen {
  func lines(_ state: AppState) -> [TabLine] { state.lines(of: shown) }

  /// What the line under the cursor is about.
  func target(_ state: AppState) -> LineTarget? {
    let page = page(state)
    return page.chosen(standing).flatMap { page.lines[$0].target }
  }

  private var standing: Int? { row ?? beginning }

  private func page(_ state: AppState) -> TabPage { TabPage(lines(state), size: state.size) }

  mutating func take(_ key: Key, _ state: AppState) {
    if case .character(let letter) = key, let next = tabs(state).first(where: { $0.key == letter }) {
      go(to: next)
    } else if key == .left || key == .right {
      step(key == .right ? 1 : -1, state)
    } else {
      row = page(state).moved(key, from: standing) ?? row
    }
  }

  mutating func step(_ count: Int, _ state: AppState) {
    let tabs = tabs(state)
    guard let at = tabs.firstIndex(of: tab) else { return }
    go(to: tabs[(at + count + tabs.count) % tabs.count])
  }

  mutating func go(to next: Tab) {
    tab = next
    row = nil
  }

  func drawTabs(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    let content: Area
    if state.size.isNarrow {
      let (head, rest) = area.split(top: 1)
      grid.draw(narrowHead(state), row: 0, in: head)
      content = Area(top: rest.top, left: rest.left + 1, columns: rest.columns - 2, rows: rest.rows)
    } else {
      let (left, right) = area.split(left: ShownTab.tabsWidth, gap: 3)
      for (row, tab) in tabs(state).enumerated() { grid.draw(tabLine(tab, state), row: row, in: left) }
      let wall = Area(top: area.top, left: ShownTab.tabsWidth + 1, columns: 1, rows: area.rows)
      grid.draw((0..<area.rows).map { _ in Line("│", .muted) }, in: wall)
      content = Area(top: right.top, left: right.left, columns: right.columns - 1, rows: right.rows)
    }
    page(state).draw(standing, on: &grid, in: content)
  }

  private func narrowHead(_ state: AppState) -> Line {
    var line = Line(" ← ", .key)
    line.add("\(tab.key) \(tab.title)", .heading, bold: true)
    line.add(" → ", .key)
    line.add(SignalSigns(signals(on: tab, state)).line)
    return line
  }

  private func tabLine(_ tab: Tab, _ state: AppState) -> Line {
    let isChosen = tab == self.tab
    var line = Line(isChosen ? ">" : " ")
    line.add("\(tab.key) ", .key)
    line.add(tab.title, width: 14, isChosen ? .heading : .text, bold: isChosen)
    let count = count(on: tab, state)
    line.add(count == 0 ? "" : String(count), width: 3, .muted, rightAligned: true)
    line.add(" ")
    if isAwaited(tab, state) { line.add(Texts.Agenda.unjudgedSign, .now, bold: true) }
    line.add(SignalSigns(signals(on: tab, state)).shortLine)
    return line
  }
}
