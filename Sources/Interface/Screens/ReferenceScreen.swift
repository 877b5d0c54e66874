import Casework

/// The reference: words, questions, steps, amounts and organisations, found by typing.
public struct ReferenceScreen: Equatable, Sendable {
  /// The rule that everything here is about; nothing where it is all of the reference.
  let rule: RuleID?
  var cursor = ListCursor()
  var filter: Filter
  /// The entry that is open, by id.
  private(set) var opened: String?
  private var scroll = Scroll()
  /// Which of the rules of that entry the cursor is on.
  private var cursorOnRule: Int?

  public init() {
    rule = nil
    filter = Filter(isTyping: true)
  }

  /// What there is about one rule; open at once where that is one entry.
  init(about rule: RuleID, _ entries: [ReferenceEntry]) {
    self.rule = rule
    filter = Filter()
    opened = entries.count == 1 ? entries.first?.id : nil
  }
}

extension ReferenceScreen {
  private static let listWidth = 44

  func entries(_ state: AppState) -> [ReferenceEntry] {
    let found = state.reference.search(SearchQuery(filter.line.text))
    return rule.map { rule in found.filter { $0.rules.contains(rule) } } ?? found
  }

  private func total(_ state: AppState) -> Int {
    rule.map { state.reference.entries(about: $0).count } ?? state.reference.entries.count
  }

  /// The entry that is open, or the one under the cursor.
  func chosen(_ state: AppState) -> ReferenceEntry? {
    if let opened { return state.reference[opened] }
    let entries = entries(state)
    return cursor.row(in: entries.count).map { entries[$0] }
  }

  /// The rule under the cursor of the open entry.
  func rule(_ state: AppState) -> RuleID? {
    let rules = openLines(state).compactMap(\.rule)
    return cursorOnRule.flatMap { rules.indices.contains($0) ? rules[$0] : nil }
  }

  /// Why Enter opens nothing.
  func openReason(_ state: AppState) -> String? {
    if opened != nil { return rule(state) == nil ? Texts.Reference.noRule : nil }
    return chosen(state) == nil ? Texts.Reason.nothingChosen : nil
  }

  mutating func show(_ state: AppState) {
    guard opened == nil else { return }
    opened = chosen(state)?.id
    scroll = Scroll()
    cursorOnRule = nil
    standOnRule(state)
  }

  /// Goes to the next rule of the open entry where that is in sight, else shows what is below; and the same upwards.
  private mutating func walk(_ key: Key, _ state: AppState) {
    let step = key == .down ? 1 : -1
    let lines = openLines(state)
    let rows = lines.indices.filter { lines[$0].rule != nil }
    let inSight = scroll.top..<(scroll.top + state.size.bodyRows)
    let next = (cursorOnRule ?? -1) + step
    if rows.indices.contains(next), inSight.contains(rows[next]) {
      cursorOnRule = next
    } else {
      _ = scroll.take(key, count: lines.count, page: state.size.bodyRows)
      standOnRule(state)
    }
  }

  /// Keeps the cursor on a rule that is in sight, where there is one.
  private mutating func standOnRule(_ state: AppState) {
    let lines = openLines(state)
    let rows = lines.indices.filter { lines[$0].rule != nil }
    let inSight = scroll.top..<(scroll.top + state.size.bodyRows)
    if let cursorOnRule, rows.indices.contains(cursorOnRule), inSight.contains(rows[cursorOnRule]) { return }
    let seen = rows.indices.filter { inSight.contains(rows[$0]) }
    cursorOnRule = (cursorOnRule ?? -1) < (seen.first ?? 0) ? seen.first : seen.last
  }

  /// Narrows the list again.
  mutating func startTyping() {
    opened = nil
    filter.isTyping = true
  }

  /// Goes back to the list; false where there is none to go back to.
  mutating func closeEntry(_ state: AppState) -> Bool {
    guard opened != nil, rule == nil || total(state) > 1 else { return false }
    opened = nil
    return true
  }

  mutating func take(_ key: Key, _ state: AppState) {
    if opened != nil {
      if key == .up || key == .down {
        walk(key, state)
      } else if scroll.take(key, count: openLines(state).count, page: state.size.bodyRows) {
        if key == .home { cursorOnRule = nil }
        if key == .end { cursorOnRule = .max }
        standOnRule(state)
      }
      return
    }
    let count = entries(state).count
    if !cursor.take(key, count: count, page: max(1, state.size.rows - 6)), filter.take(key) { cursor.row = 0 }
    // What was typed is wiped; all of the reference goes on being narrowed by what is typed next.
    if key == .escape, rule == nil { filter.isTyping = true }
  }
}

extension ReferenceScreen {
  var context: Line {
    Line(rule.map(Texts.Reference.title(about:)) ?? Texts.Reference.title, .text, bold: true)
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    guard state.size.isWide else {
      return opened == nil ? drawList(state, on: &grid, in: area) : drawEntry(state, on: &grid, in: area)
    }
    let (left, right) = area.split(left: Self.listWidth, gap: 2)
    drawList(state, on: &grid, in: left)
    drawEntry(state, on: &grid, in: right)
  }

  private func drawList(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    let entries = entries(state)
    var list = area
    if filter.isActive {
      let (head, rest) = area.split(top: 2)
      grid.draw(filter.drawn(found: entries.count, of: total(state)), row: 0, in: head)
      if filter.isTyping, opened == nil {
        grid.cursor = Position(row: head.top, column: head.left + filter.cursorColumn)
      }
      list = rest
    }
    if entries.isEmpty { grid.draw(Line(" " + Texts.nothingFound, .muted), row: 0, in: list) }
    let first = cursor.top(count: entries.count, page: list.rows)
    for (row, entry) in entries.dropFirst(first).prefix(list.rows).enumerated() {
      let isChosen = first + row == cursor.row(in: entries.count)
      var line = Line(isChosen ? "> " : "  ")
      if list.columns >= 60 { line.add(entry.kind.rawValue, width: 14, .muted) }
      line.add(entry.heading)
      grid.draw(line.selected(isChosen && opened == nil), row: row, in: list)
    }
  }

  private func drawEntry(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    let inner = Area(top: area.top, left: area.left + 1, columns: area.columns - 2, rows: area.rows)
    let lines = text(state, width: inner.columns)
    var drawn = lines.map(\.line)
    let rules = lines.indices.filter { lines[$0].rule != nil }
    if opened != nil, let cursorOnRule, rules.indices.contains(cursorOnRule) {
      drawn[rules[cursorOnRule]] = drawn[rules[cursorOnRule]].selected(true)
    }
    grid.drawScrolled(drawn, top: opened == nil ? 0 : scroll.top, in: inner)
  }

  func openLines(_ state: AppState) -> [EntryLine] {
    let columns = state.size.isWide ? state.size.columns - Self.listWidth - 2 : state.size.columns
    return text(state, width: columns - 2)
  }

  private func text(_ state: AppState, width: Int) -> [EntryLine] {
    chosen(state).map { EntryText($0, state.book).lines(width: width) } ?? []
  }
}

/// One line of an entry, and the rule that it leads to where it does so.
struct EntryLine: Equatable {
  let line: Line
  var rule: RuleID?
}

/// A whole entry in lines: what it says, what changed, its sources and web addresses, and a line for each of its rules.
struct EntryText {
  private let entry: ReferenceEntry
  private let book: RuleBook

  init(_ entry: ReferenceEntry, _ book: RuleBook) {
    self.entry = entry
    self.book = book
  }

  func lines(width: Int) -> [EntryLine] {
    var lines = wrapped(entry.heading, width, .heading, bold: true)
    for part in entry.textParts {
      lines.append(EntryLine(line: Line()))
      if let heading = part.heading { lines.append(EntryLine(line: Line(heading, .heading, bold: true))) }
      lines += part.paragraphs.flatMap { wrapped($0, width) }
    }
    let rules = entry.rules(in: book)
    guard !rules.isEmpty else { return lines }
    lines += [EntryLine(line: Line()), EntryLine(line: Line(Texts.Reference.rules, .heading, bold: true))]
    return lines + rules.map { EntryLine(line: line(of: $0, width), rule: $0) }
  }

  private func line(of rule: RuleID, _ width: Int) -> Line {
    var line = Line("› ", .key)
    line.add(rule.name, width: min(28, width / 2))
    line.add("  " + (book[rule]?.explanation ?? ""), .muted)
    return line
  }

  private func wrapped(_ text: String, _ width: Int, _ role: Role = .text, bold: Bool = false) -> [EntryLine] {
    Wrapped.lines(of: text, width: max(8, width)).map { EntryLine(line: Line($0.text, role, bold: bold)) }
  }
}

extension AppState {
  /// The rule that the page on the screen is about.
  private var ruleOnScreen: RuleID? {
    if case .rules(let screen) = screens.current { return screen.chosen(self) }
    return chosenSignal?.id.rule
  }

  var lookUpReason: String? {
    guard let rule = ruleOnScreen else { return Texts.Reason.nothingChosen }
    return reference.entries(about: rule).isEmpty ? Texts.Reference.nothingAbout : nil
  }

  /// Shows what the reference says about the rule on the screen.
  mutating func lookUp() {
    guard let rule = ruleOnScreen else { return }
    screens.push(.reference(ReferenceScreen(about: rule, reference.entries(about: rule))))
  }
}
