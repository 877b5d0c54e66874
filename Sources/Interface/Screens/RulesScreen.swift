import Casework

/// The rule book to read: what each rule asks, why, and three stories.
public struct RulesScreen: Equatable, Sendable {
  var cursor = ListCursor()
  var filter: Filter
  /// The rule that is open, with how far it is scrolled.
  private(set) var opened: RuleID?
  private var scroll = Scroll()
  /// Whether one rule was asked for, without the list of all.
  private(set) var isAlone = false

  public init() { filter = Filter(isTyping: true) }

  /// One rule to read.
  init(showing rule: RuleID) {
    filter = Filter()
    opened = rule
    isAlone = true
  }
}

extension RulesScreen {
  func entries(_ state: AppState) -> [RuleEntry] {
    let query = SearchQuery(filter.line.text)
    return state.book.ids.compactMap { state.book[$0] }.filter { entry in
      matches(query, [entry.id.name, entry.plainTitle, entry.explanation])
    }
  }

  mutating func take(_ key: Key, _ state: AppState) {
    if opened != nil {
      _ = scroll.take(key, count: openLines(state).count, page: state.size.bodyRows)
      return
    }
    let count = entries(state).count
    if !cursor.take(key, count: count, page: max(1, state.size.rows - 6)), filter.take(key) { cursor.row = 0 }
    // What was typed is wiped; the list goes on being narrowed by what is typed next.
    if key == .escape { filter.isTyping = true }
  }

  /// The rule that is open, or the one under the cursor.
  func chosen(_ state: AppState) -> RuleID? {
    if let opened { return opened }
    let entries = entries(state)
    return cursor.row(in: entries.count).map { entries[$0].id }
  }

  /// Opens the rule under the cursor.
  mutating func show(_ state: AppState) {
    let entries = entries(state)
    guard opened == nil, let row = cursor.row(in: entries.count) else { return }
    opened = entries[row].id
    scroll = Scroll()
  }

  /// Narrows the list again.
  mutating func startTyping() {
    guard !isAlone else { return }
    opened = nil
    filter.isTyping = true
  }

  /// Goes back to the list; false where there is none to go back to.
  mutating func closeRule() -> Bool {
    guard opened != nil, !isAlone else { return false }
    opened = nil
    filter.isTyping = true
    return true
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    if opened != nil {
      let inner = Area(top: area.top, left: area.left + 1, columns: area.columns - 2, rows: area.rows)
      grid.drawScrolled(openLines(state), top: scroll.top, in: inner)
      return
    }
    let entries = entries(state)
    var list = area
    if filter.isActive {
      let (head, rest) = area.split(top: 1)
      grid.draw(filter.drawn(found: entries.count, of: state.book.ids.count), row: 0, in: head)
      if filter.isTyping { grid.cursor = Position(row: head.top, column: head.left + filter.cursorColumn) }
      list = rest
    }
    if entries.isEmpty { grid.draw(Line(" " + Texts.nothingFound, .muted), row: 0, in: list) }
    let first = cursor.top(count: entries.count, page: list.rows)
    for (row, entry) in entries.dropFirst(first).prefix(list.rows).enumerated() {
      let isChosen = first + row == cursor.row(in: entries.count)
      var line = Line(isChosen ? "> " : "  ")
      line.add(entry.force.rawValue, width: 6, .muted)
      line.add(entry.id.name, width: min(26, list.columns / 2))
      line.add("  " + entry.explanation)
      grid.draw(line.selected(isChosen), row: row, in: list)
    }
  }

  func openLines(_ state: AppState) -> [Line] {
    guard let opened, let entry = state.book[opened] else { return [] }
    return RuleText(entry, state.reference).lines(width: state.size.columns - 2)
  }
}

/// One rule in lines.
struct RuleText {
  private let entry: RuleEntry
  /// What the reference explains about it.
  private let topics: [ReferenceEntry]

  init(_ entry: RuleEntry, _ reference: ReferenceBook) {
    self.entry = entry
    topics = reference.entries(about: entry.id)
  }

  func lines(width: Int) -> [Line] {
    var lines =
      [Line(entry.plainTitle, .heading, bold: true), Line(entry.id.name, .muted)] + wrapped(entry.explanation, width)
    lines += [Line(), Line(Texts.Proof.clearedBy, .heading, bold: true)] + wrapped(entry.clearedBy, width)
    if let unsettled = entry.unsettled {
      lines += [Line(), Line(Texts.Proof.unsettled, .heading, bold: true)] + wrapped(unsettled, width)
    }
    lines += [Line(), Line(Texts.Proof.sources, .heading, bold: true)]
    lines += entry.sources.flatMap { source in
      wrapped("· " + (source.address.map { Texts.Proof.source(source.text, $0) } ?? source.text), width)
    }
    if !entry.norms.isEmpty { lines += [Line(), Line(Texts.Rules.norms, .heading, bold: true)] }
    lines += entry.norms.flatMap { wrapped("· " + Texts.Rules.norm($0), width) }
    lines += [Line(), Line(Texts.Proof.stories, .heading, bold: true)]
    lines += entry.stories.flatMap { wrapped("· " + Texts.Proof.story($0.outcome, $0.sentence), width) }
    if !topics.isEmpty { lines += [Line(), Line(Texts.Reference.about, .heading, bold: true)] }
    return lines + topics.flatMap { wrapped("· " + $0.heading, width) }
  }

  private func wrapped(_ text: String, _ width: Int) -> [Line] {
    Wrapped.lines(of: text, width: max(8, width)).map { Line($0.text) }
  }
}
