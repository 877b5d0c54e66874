import Casework

/// What a colleague and the user both changed: per field, whose stays.
public struct ConflictScreen: Equatable, Sendable {
  enum Choice: Equatable, Sendable { case mine, now, before }

  /// The edit that could not be saved as it was.
  let edit: Edit
  let after: AfterSaving
  let conflicts: [PlaceConflict]
  /// What was chosen for each field, in the order of ``fields``; the user's own where nothing was chosen yet.
  var choices: [Choice]
  var cursor = ListCursor()

  init(edit: Edit, after: AfterSaving, conflicts: [PlaceConflict]) {
    self.edit = edit
    self.after = after
    self.conflicts = conflicts
    choices = conflicts.flatMap(\.fields).map { _ in .mine }
  }

  var fields: [(place: Place, field: FieldConflict)] {
    conflicts.flatMap { conflict in conflict.fields.map { (conflict.place, $0) } }
  }

  mutating func choose(_ choice: Choice) {
    guard let row = cursor.row(in: choices.count) else { return }
    choices[row] = choice
    cursor.row = min(row + 1, choices.count - 1)
  }

  mutating func take(_ key: Key) { _ = cursor.take(key, count: choices.count, page: 4) }

  /// The edit as it was settled: it starts from what is there now.
  var settled: Edit {
    var next = 0
    let changes = conflicts.map { conflict -> Change in
      var tree = conflict.joined
      for field in conflict.fields {
        switch choices[next] {
        case .mine: tree.set(field.mine, at: field.path[...])
        case .now: tree.set(field.now, at: field.path[...])
        case .before: tree.set(field.before, at: field.path[...])
        }
        next += 1
      }
      return Change(place: conflict.place, before: conflict.now, after: tree)
    }
    let untouched = edit.changes.filter { change in !conflicts.contains { $0.place == change.place } }
    return Edit(act: edit.act, changes: untouched + changes)
  }
}

extension Tree {
  /// Sets a value at the end of a path of keys and, in lists, record ids; nothing happens where the path ends early.
  mutating func set(_ value: Tree?, at path: ArraySlice<String>) {
    guard let key = path.first else {
      if let value { self = value }
      return
    }
    switch self {
    case .object(var members):
      if path.count == 1 {
        members[key] = value
      } else if var inner = members[key] {
        inner.set(value, at: path.dropFirst())
        members[key] = inner
      }
      self = .object(members)
    case .array(var elements):
      guard let at = elements.firstIndex(where: { $0.members?.id?.description == key }) else { return }
      if path.count == 1, value == nil {
        elements.remove(at: at)
      } else {
        elements[at].set(value, at: path.dropFirst())
      }
      self = .array(elements)
    case .null, .bool, .number, .string: break
    }
  }
}

extension ConflictScreen {
  func context(_ state: AppState) -> Line { Line(Texts.Conflict.title(edit.act), .text, bold: true) }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    let inner = Area(top: area.top, left: area.left + 1, columns: area.columns - 2, rows: area.rows)
    let intro = Wrapped.lines(of: Texts.Conflict.explanation, width: max(8, inner.columns)).map { Line($0.text) }
    let (head, list) = inner.split(top: min(intro.count + 1, 4))
    grid.draw(intro, in: head)
    let blocks = fields.enumerated().map { index, entry in
      block(entry.field, entry.place, choices[index], isChosen: index == cursor.row(in: choices.count), state)
    }
    let lines = blocks.flatMap(\.self)
    let first = blocks.prefix(cursor.row(in: blocks.count) ?? 0).reduce(0) { $0 + $1.count }
    grid.draw(Array(lines.dropFirst(max(0, min(first, lines.count - list.rows)))), in: list)
  }

  private func block(
    _ field: FieldConflict, _ place: Place, _ choice: Choice, isChosen: Bool, _ state: AppState
  ) -> [Line] {
    let texts = ConflictTexts(field, place, state)
    func option(_ label: String, _ tree: Tree?, _ own: Choice) -> Line {
      var line = Line(choice == own ? "  ● " : "  ○ ", choice == own ? .good : .muted)
      line.add(label, width: 16, .muted)
      line.add(texts.words(tree))
      return line
    }
    return [
      Line((isChosen ? "> " : "  ") + texts.label, .heading, bold: true).selected(isChosen),
      option(Texts.Conflict.mine, field.mine, .mine),
      option(Texts.Conflict.now(by: field.by), field.now, .now),
      option(Texts.Conflict.before, field.before, .before),
    ]
  }
}

/// A conflicting field in words.
private struct ConflictTexts {
  let label: String
  private let field: AnyField?
  private let references: References?
  private let root: RecordKind?

  init(_ conflict: FieldConflict, _ place: Place, _ state: AppState) {
    var kind = place.rootKind
    root = kind
    var labels: [String] = []
    var last: AnyField?
    for key in conflict.path {
      // A record's id says nothing to people; the kind of record does.
      guard let field = kind?.field(key) else { continue }
      labels.append(field.label)
      last = field
      kind = field.shape.itemKind ?? field.shape.recordKind
    }
    field = last
    label = labels.isEmpty ? Texts.Conflict.whole : labels.joined(separator: " › ")
    references = state.session?.references(around: place.pupil)
  }

  func words(_ tree: Tree?) -> String {
    guard let tree else { return Texts.nothing }
    guard let field, let references, let root else { return tree.text ?? Texts.recordInside }
    return Display.text(tree, field, in: Members(), of: root, references)
  }
}

extension Place {
  /// What the file at this place holds, as far as forms know it.
  var rootKind: RecordKind? {
    switch self {
    case .school: RecordKind(SchoolFields.self)
    case .calendar: RecordKind(CalendarFields.self)
    case .registration: RecordKind(GroupRegistrationFields.self)
    case .section(_, let section): section.kind
    case .restricted: RecordKind(RestrictedFields.self)
    case .workingNote: RecordKind(WorkingNoteFields.self)
    case .putOffs, .emergencyCard: nil
    }
  }

  var pupil: RecordID? {
    switch self {
    case .section(let pupil, _), .restricted(let pupil, _), .emergencyCard(let pupil): pupil
    case .school, .calendar, .putOffs, .registration, .workingNote: nil
    }
  }
}
