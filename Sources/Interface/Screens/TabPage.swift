import Casework

/// The lines of a tab as they were made with the last change, for all who ask: what is drawn, what the cursor stands on,
/// and which commands can run there.
struct ShownTab {
  /// Which tab of what it is.
  enum Name: Equatable {
    case dossier(RecordID, DossierTab)
    case school(SchoolTab)
  }

  let name: Name
  let size: Size
  let lines: [TabLine]

  init(_ name: Name, _ state: AppState) {
    self.name = name
    size = state.size
    let width = Self.width(on: size)
    lines =
      switch name {
      case .dossier(let pupil, let tab): TabText(state, pupil: pupil, tab: tab, width: width)?.lines ?? []
      case .school(let tab): SchoolTabText(state, tab: tab, width: width)?.lines ?? []
      }
  }

  /// The cells of the list of tabs on the left, which a narrow window has no room for.
  static let tabsWidth = 24

  private static func width(on size: Size) -> Int {
    size.isNarrow ? size.columns - 2 : size.columns - tabsWidth - 4
  }
}

extension AppState {
  /// The lines of a tab on the window as it is.
  func lines(of name: ShownTab.Name) -> [TabLine] {
    if let tab = derived.tab, tab.name == name, tab.size == size { return tab.lines }
    return ShownTab(name, self).lines
  }
}

/// The lines of a tab, with a cursor that stops at what begins something.
struct TabPage {
  let lines: [TabLine]
  /// How many lines are in sight at once, at least.
  private let page: Int

  init(_ lines: [TabLine], size: Size) {
    self.lines = lines
    page = max(2, size.rows - 6)
  }

  /// The line that the cursor stands on; before it was moved the first record, where that is in sight.
  func chosen(_ row: Int?) -> Int? {
    let rows = stops
    let first = rows.first ?? lines.indices.first
    guard let row else { return lines.prefix(page).firstIndex { $0.target?.isRecord ?? false } ?? first }
    return rows.last { $0 <= row } ?? first
  }

  /// Where the key moves the cursor to, along the lines that it can stand on; nothing for another key.
  func moved(_ key: Key, from row: Int?) -> Int? {
    let rows = stops
    guard let present = chosen(row), let first = rows.first, let last = rows.last else { return nil }
    switch key {
    case .up: return rows.last { $0 < present } ?? first
    case .down: return rows.first { $0 > present } ?? last
    case .pageUp: return rows.first { $0 >= present - page } ?? first
    case .pageDown: return rows.last { $0 <= present + page } ?? last
    case .home: return first
    case .end: return last
    default: return nil
    }
  }

  /// The lines that begin something: a value of several lines is one stop.
  ///
  /// Where the tab is longer than the page there are stops between them too, so that every line comes in sight.
  private var stops: [Int] {
    let beginnings = lines.indices.filter { index in
      guard let target = lines[index].target else { return false }
      return index == 0 || lines[index - 1].target != target
    }
    guard lines.count > page else { return beginnings }
    var stops = (beginnings.first ?? page) > page / 2 ? [0] : []
    let end = lines.count - 1
    for next in beginnings + [end] {
      while let last = stops.last, next - last >= page { stops.append(last + page - 1) }
      if next != stops.last, next < end || beginnings.last == end || end - (stops.last ?? 0) >= page / 2 {
        stops.append(next)
      }
    }
    return stops
  }

  func draw(_ row: Int?, on grid: inout CellGrid, in area: Area) {
    let chosen = chosen(row)
    // A tab is seen from its first line until the cursor is moved.
    let top = row == nil ? 0 : ListCursor(chosen ?? 0).top(count: lines.count, page: area.rows)
    let margin = Area(top: area.top, left: area.left - 1, columns: 1, rows: area.rows)
    for (row, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
      let isChosen = top + row == chosen
      grid.draw(line.line.selected(isChosen), row: row, in: area)
      if isChosen { grid.draw(Line(">"), row: row, in: margin) }
    }
  }
}
