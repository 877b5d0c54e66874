import Casework

extension MeetingScreen {
  func context(_ state: AppState) -> Line {
    guard let dossier = state.session?.present.caseload.dossiers[pupil] else { return Line(Texts.Dossier.gone) }
    let name = dossier.displayName
    if isReviewing { return Line(name + " › " + Texts.Meeting.review, .text, bold: true) }
    let day = notes.on ?? state.environment.today
    let text =
      state.size.isNarrow
      ? Texts.Meeting.context(name, on: day) : Texts.Meeting.context(name, notes.kind?.label ?? "", on: day)
    return Line(text, .text, bold: true)
  }

  func contextEnd(_ state: AppState) -> Line {
    guard !isReviewing, !state.size.isNarrow, let list = MeetingList(self, state) else { return Line() }
    let answered = list.points.count { point in notes.answer(to: point.id).map { !$0.isEmpty } ?? false }
    return Line(Texts.Meeting.answered(answered, of: list.points.count), .muted)
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    guard let list = MeetingList(self, state) else {
      return grid.draw(Line(" " + Texts.Dossier.gone, .error), row: 1, in: area)
    }
    if let review {
      let inner = Area(top: area.top, left: area.left + 1, columns: area.columns - 2, rows: area.rows)
      return grid.drawScrolled(reviewLines(state, width: inner.columns), top: review.top, in: inner)
    }
    var main = area
    if state.size.isWide {
      let side: Area
      (main, side) = area.split(left: area.columns * 6 / 10, gap: 2)
      grid.draw(MeetingCard(self, state, width: side.columns - 1).whole, in: side)
    } else {
      let card = MeetingCard(self, state, width: area.columns - 2).short
      let (head, rest) = area.split(top: state.size.isLow ? 1 : card.count + 1)
      grid.draw(card, in: head)
      if !state.size.isLow { grid.draw(.rule(head.columns), row: head.rows - 1, in: head) }
      main = rest
    }
    MeetingPainter(self, list, state, width: main.columns).draw(on: &grid, in: main)
  }

  /// What will be kept, field by field, and what that does to the agenda.
  func reviewLines(_ state: AppState, width: Int) -> [Line] {
    guard let session = state.session, let dossier = session.present.caseload.dossiers[pupil],
      let result = result(state)?.result
    else { return [Line(Texts.Dossier.gone, .error)] }
    var after = dossier
    for (section, members) in result.tabs { after[section] = .value(.object(members)) }
    let changes = DossierChanges(from: dossier, to: after, in: SectionName.allCases.filter { result.tabs[$0] != nil })
    var lines = [Texts.Meeting.reviewHelp, Texts.Meeting.readers].flatMap { text in
      Wrapped.lines(of: text, width: width).map { Line($0.text, .muted) }
    }
    lines.append(Line())
    if !result.notKept.isEmpty {
      let words = result.notKept.flatMap { Wrapped.lines(of: $0, width: width).map { Line($0.text, .now) } }
      lines += [Line(Texts.Meeting.notKept, .heading, bold: true)] + words + [Line()]
    }
    lines += ChangeText(after, session.references(around: pupil), width: width, isWhole: true).lines(changes)
    let reader = AgendaReader(session.user, at: session.caseload.school, on: state.environment.today)
    let consequences = Consequence.between(
      session.episodes(of: dossier), session.episodes(of: after), book: state.book, on: state.environment.today,
      for: reader)
    lines += [Line(), Line(Texts.Meeting.consequences, .heading, bold: true)]
    return lines + (consequences.isEmpty ? [Line(Texts.Form.noConsequences, .muted)] : consequences.map(\.line))
  }
}

/// Draws the lines of a meeting; the chosen one opens up with what is typed at it.
struct MeetingPainter {
  private struct Block {
    var lines: [Line]
    var cursor: (row: Int, column: Int)?
  }

  private let screen: MeetingScreen
  private let list: MeetingList
  private let state: AppState
  private let width: Int

  init(_ screen: MeetingScreen, _ list: MeetingList, _ state: AppState, width: Int) {
    self.screen = screen
    self.list = list
    self.state = state
    self.width = max(20, width)
  }

  func draw(on grid: inout CellGrid, in area: Area) {
    var lines: [Line] = []
    var chosen = 0..<1
    var cursor: Position?
    let standing = screen.index(in: list)
    for index in list.rows.indices {
      if let heading = list.heading(above: index) { lines.append(Line(" " + heading, .heading, bold: true)) }
      let isChosen = index == standing
      let block = block(list.rows[index], isChosen: isChosen)
      if isChosen {
        chosen = lines.count..<lines.count + block.lines.count
        cursor = block.cursor.map { Position(row: lines.count + $0.row, column: $0.column) }
      }
      lines += block.lines
    }
    if list.points.isEmpty { lines += wrapped(Texts.Meeting.noPoints, .muted) }
    if case .point(let input)? = screen.entry {
      let block = typing(Texts.Meeting.writePoint, input)
      chosen = lines.count..<lines.count + 1
      cursor = block.cursor.map { Position(row: lines.count + $0.row, column: $0.column) }
      lines += block.lines
    }
    let top = Self.top(of: chosen, count: lines.count, page: area.rows)
    grid.draw(Array(lines.dropFirst(top)), in: area)
    if let cursor, (top..<top + area.rows).contains(cursor.row) {
      let column = min(area.left + cursor.column, area.left + area.columns - 1)
      grid.cursor = Position(row: area.top + cursor.row - top, column: column)
    }
  }

  /// The first line to draw so that the whole chosen block is in sight, near the middle.
  private static func top(of block: Range<Int>, count: Int, page: Int) -> Int {
    let middle = (block.lowerBound + block.upperBound - page) / 2
    return min(max(0, min(middle, block.lowerBound)), max(0, count - page))
  }

  private func block(_ row: MeetingList.Row, isChosen: Bool) -> Block {
    switch row {
    case .day: day(isChosen)
    case .kind: Block(lines: [choice(Texts.Meeting.kind, screen.notes.kind?.label, isChosen)])
    case .medium: Block(lines: [choice(Texts.Meeting.medium, screen.notes.medium?.label, isChosen)])
    case .person(let person): Block(lines: [line(of: person, isChosen)])
    case .someoneElse: someoneElse(isChosen)
    case .point(let point): block(of: point, isChosen)
    }
  }

  private func start(_ isChosen: Bool) -> Line { Line(isChosen ? "> " : "  ", .key, bold: true) }

  private func choice(_ label: String, _ value: String?, _ isChosen: Bool) -> Line {
    var line = start(isChosen)
    line.add(label, width: 12, .muted)
    line.add(value ?? Texts.nothing)
    return line.selected(isChosen)
  }

  /// The day of the talk, with what is typed of it and how that is understood.
  private func day(_ isChosen: Bool) -> Block {
    guard isChosen, case .day(let input)? = screen.entry else {
      let today = state.environment.today
      var line = choice(Texts.Meeting.day, (screen.notes.on ?? today).dutch(.full), isChosen)
      if let on = screen.notes.on, on != today { line.add("  " + Texts.Meeting.notToday, .now) }
      return Block(lines: [line])
    }
    var block = typing(Texts.Meeting.writeDay, input)
    if let read = understood(day: input.text) { block.lines[0].add("  " + read.text, read.role) }
    return block
  }

  private func line(of person: MeetingPerson, _ isChosen: Bool) -> Line {
    var line = start(isChosen)
    let isThere = screen.notes.participants.contains { person.isSame($0) }
    line.add(isThere ? "[x] " : "[ ] ", isThere ? .good : .muted, bold: isThere)
    line.add(person.label)
    if !person.remark.isEmpty {
      line.add("  " + (person.isWarning ? "! " : "") + person.remark, person.isWarning ? .now : .muted)
    }
    return line.selected(isChosen)
  }

  private func someoneElse(_ isChosen: Bool) -> Block {
    guard isChosen, case .person(let input)? = screen.entry else {
      var line = start(isChosen)
      line.add(Texts.Meeting.someoneElse, .muted)
      return Block(lines: [line.selected(isChosen)])
    }
    return typing(Texts.Meeting.writePerson, input)
  }
}

// MARK: - Points

extension MeetingPainter {
  private func block(of point: MeetingPoint, _ isChosen: Bool) -> Block {
    let answer = screen.notes.answer(to: point.id)
    var block = Block(lines: title(point, answer, isChosen))
    if isChosen, let entry = screen.entry {
      add(entry, at: point, to: &block)
    } else {
      block.lines += under(answer)
      if isChosen, point.takesScore { block.lines += wrapped(Texts.Meeting.scores, .muted) }
    }
    return block
  }

  /// The title wraps: what stands on the agenda must be readable.
  private func title(_ point: MeetingPoint, _ answer: MeetingAnswer?, _ isChosen: Bool) -> [Line] {
    let standing = answer?.score?.label ?? answer?.outcome?.label ?? ""
    let sign = standing.isEmpty ? "· " : answer?.outcome.is(.notRaised) == true ? "- " : "✓ "
    let room = max(12, width - 6)
    let text = standing.isEmpty ? point.title : Texts.Form.problem(point.title, standing)
    return Wrapped.lines(of: text, width: room).enumerated().map { index, wrapped in
      var line = start(isChosen && index == 0)
      line.add(index == 0 ? sign : "  ", standing.isEmpty ? .muted : .good, bold: true)
      line.add(wrapped.text)
      return line.selected(isChosen)
    }
  }

  /// What was noted at a point.
  private func under(_ answer: MeetingAnswer?) -> [Line] {
    guard let answer else { return [] }
    var lines: [Line] = []
    if let text = answer.text, !text.isEmpty { lines += wrapped(text, .text) }
    if answer.hasAction {
      let before = answer.before?.dutch(.full) ?? answer.typedBefore ?? Texts.nothing
      let who = answer.who.flatMap { $0.isEmpty ? nil : $0 } ?? Texts.nothing
      let isWhole = answer.isActionWhole
      lines += wrapped(
        Texts.Meeting.action(answer.what ?? Texts.nothing, who: owner(answer) ?? who, before: before),
        isWhole ? .text : .error)
    }
    return lines
  }

  private func owner(_ answer: MeetingAnswer) -> String? {
    answer.owner.flatMap { state.session?.caseload.name(of: $0.id, .user) }
  }

  private func add(_ entry: MeetingEntry, at point: MeetingPoint, to block: inout Block) {
    switch entry {
    case .text(point.id, let area):
      let lines = area.lines(width: textWidth)
      let place = area.place(width: textWidth)
      let before = lines.indices.contains(place.line) ? String(lines[place.line].text.prefix(place.offset)) : ""
      block.cursor = (block.lines.count + place.line, 6 + before.cellWidth)
      block.lines += lines.map { text in
        var line = Line("    ▏ ", .muted)
        line.add(text.text.isEmpty ? " " : text.text, .input)
        return line
      }
    case .action(point.id, let action): add(action, screen.notes.answer(to: point.id), to: &block)
    case .text, .action, .point, .person, .day: break
    }
  }

  private var textWidth: Int { MeetingScreen.textWidth(state.size) }

  private func add(_ action: ActionEntry, _ answer: MeetingAnswer?, to block: inout Block) {
    for part in ActionEntry.Part.allCases {
      var line = Line("    ")
      let isTyped = part == action.part
      line.add(part.question, width: 19, isTyped ? .heading : .muted, bold: isTyped)
      if isTyped {
        block.cursor = (block.lines.count, line.cells + String(action.line.text.prefix(action.line.cursor)).cellWidth)
      }
      line.add(action[part].isEmpty ? " " : action[part], isTyped ? .input : .text)
      if let understood = understood(part, action, answer) { line.add("  " + understood.text, understood.role) }
      block.lines.append(line)
    }
  }

  /// How what was typed is understood.
  private func understood(
    _ part: ActionEntry.Part, _ action: ActionEntry, _ answer: MeetingAnswer?
  ) -> (text: String, role: Role)? {
    let text = action[part]
    guard !text.isEmpty else { return nil }
    switch part {
    case .what: return nil
    case .who:
      return answer.flatMap { owner($0) }.map { (Texts.Meeting.owner($0), .good) }
        ?? (Texts.Meeting.outsider(text), .muted)
    case .before: return understood(day: text)
    }
  }

  private func understood(day text: String) -> (text: String, role: Role)? {
    guard !text.isEmpty else { return nil }
    switch DateEntry.read(text, today: state.environment.today) {
    case .success(let day): return (Texts.Meeting.owner(day.dutch(.full)), .good)
    case .failure(let mistake): return ("! " + Texts.Entry.mistake(mistake), .error)
    }
  }

  private func typing(_ label: String, _ input: InputLine) -> Block {
    var line = Line("  ")
    line.add(label + " ", .heading, bold: true)
    let column = line.cells + String(input.text.prefix(input.cursor)).cellWidth
    line.add(input.isEmpty ? " " : input.text, .input)
    return Block(lines: [line], cursor: (0, column))
  }

  private func wrapped(_ text: String, _ role: Role) -> [Line] {
    Wrapped.lines(of: text, width: max(8, width - 6)).map { Line("    " + $0.text, role) }
  }
}

extension ActionEntry.Part {
  fileprivate var question: String {
    switch self {
    case .what: Texts.Meeting.writeWhat
    case .who: Texts.Meeting.writeWho
    case .before: Texts.Meeting.writeBefore
    }
  }
}

extension MeetingScreen {
  /// The width in which a text is shown while it is typed, which decides where up and down lead.
  static func textWidth(_ size: Size) -> Int {
    max(8, (size.isWide ? size.columns * 6 / 10 : size.columns) - 8)
  }
}
