import Casework

/// What a colleague and the user both changed: for each, whose stays.
public struct ConflictScreen: Equatable, Sendable {
  /// The edit that could not be saved as it was.
  let edit: Edit
  let after: AfterSaving
  let conflicts: [PlaceConflict]
  /// Whose stays for each conflict, in the order of ``items``; the user's own where nothing was chosen yet.
  var choices: [MergeSide]
  var cursor = ListCursor()
  /// The day that a group was marked for, where it is about that.
  let day: CivilDate?

  init(edit: Edit, after: AfterSaving, conflicts: [PlaceConflict], day: CivilDate? = nil) {
    self.edit = edit
    self.after = after
    self.conflicts = conflicts
    self.day = day
    choices = conflicts.flatMap(\.outcome.conflicts).map { _ in .mine }
  }

  var items: [(place: PlaceConflict, conflict: MergeConflict)] {
    conflicts.flatMap { place in place.outcome.conflicts.map { (place, $0) } }
  }

  mutating func choose(_ side: MergeSide) {
    guard let row = cursor.row(in: choices.count) else { return }
    choices[row] = side
    cursor.row = min(row + 1, choices.count - 1)
  }

  mutating func take(_ key: Key, _ state: AppState) { _ = cursor.take(key, count: choices.count, page: 4) }

  /// The edit as it was settled: it starts from what is there now.
  var settled: Edit {
    var rest = choices[...]
    let changes = conflicts.map { place -> Change in
      let count = place.outcome.conflicts.count
      let own = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
      return Change(place: place.place, before: place.now, after: place.outcome.settled(own))
    }
    let untouched = edit.changes.filter { change in !conflicts.contains { $0.place == change.place } }
    return Edit(act: edit.act, changes: untouched + changes)
  }
}

extension ConflictScreen {
  func context(_ state: AppState) -> Line { Line(Texts.Conflict.title(edit.act), .text, bold: true) }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    let inner = Area(top: area.top, left: area.left + 1, columns: area.columns - 2, rows: area.rows)
    let intro = Wrapped.lines(of: Texts.Conflict.explanation, width: max(8, inner.columns)).map { Line($0.text) }
    let (head, list) = inner.split(top: min(intro.count + 1, 4))
    grid.draw(intro, in: head)
    let blocks = items.enumerated().map { index, item in
      block(item.place, item.conflict, choices[index], isChosen: index == cursor.row(in: choices.count), state)
    }
    let lines = blocks.flatMap(\.self)
    let first = blocks.prefix(cursor.row(in: blocks.count) ?? 0).reduce(0) { $0 + $1.count }
    grid.draw(Array(lines.dropFirst(max(0, min(first, lines.count - list.rows)))), in: list)
  }

  private func block(
    _ place: PlaceConflict, _ conflict: MergeConflict, _ choice: MergeSide, isChosen: Bool, _ state: AppState
  ) -> [Line] {
    let words = ConflictWords(conflict, place.place, state, day: day)
    func option(_ label: String, _ side: MergeSide) -> Line {
      var line = Line(choice == side ? "  ● " : "  ○ ", choice == side ? .good : .muted)
      line.add(label, width: 18, .muted)
      line.add(" ")
      line.add(words.value(side))
      return line
    }
    var lines = [Line((isChosen ? "> " : "  ") + words.label, .heading, bold: true).selected(isChosen)]
    if let reason = words.reason { lines.append(Line("    " + reason, .now)) }
    return lines + [
      option(Texts.Conflict.mine, .mine), option(Texts.Conflict.now(by: place.by), .theirs),
      option(Texts.Conflict.before, .base),
    ]
  }
}

/// A conflict in words: which fields, and what each side has in them.
struct ConflictWords {
  private let conflict: MergeConflict
  private let fields: [(part: MergeConflict.Part, labels: [String], field: AnyField?)]
  private let references: References?
  private let root: RecordKind
  /// The pupil and the day, where a mark of a group is asked about.
  private let marked: (name: String, day: CivilDate)?

  init(_ conflict: MergeConflict, _ place: Place, _ state: AppState, day: CivilDate?) {
    self.conflict = conflict
    marked = day.map { day in
      (place.pupil.flatMap { state.session?.caseload.dossiers[$0]?.displayName } ?? "", day)
    }
    let root = place.root
    self.root = root
    references = state.session?.references(around: place.pupil)
    fields = conflict.parts.map { part in
      var kind: RecordKind? = root
      var labels: [String] = []
      var last: AnyField?
      for key in part.path {
        // A record's id says nothing to people.
        guard let field = kind?.field(key) else { continue }
        labels.append(field.label)
        last = field
        kind = field.shape.itemKind ?? field.shape.recordKind
      }
      return (part, labels, last)
    }
  }

  var label: String {
    if let marked { return Texts.Conflict.marked(marked.name, marked.day) }
    let labels = fields.map { $0.labels.isEmpty ? Texts.Conflict.whole : $0.labels.joined(separator: " › ") }
    return labels.joined(separator: ", ")
  }

  var reason: String? {
    switch conflict.reason {
    case .sameField: nil
    case .withdrawnAgainstEdited: Texts.Conflict.withdrawn
    case .removedAgainstEdited: Texts.Conflict.removed
    case .locked: Texts.Conflict.locked
    case .contradiction(let findings): findings.first.map(\.text)
    }
  }

  func value(_ side: MergeSide) -> String {
    if let marked { return status(side, on: marked.day) }
    return fieldValues(side)
  }

  /// What the group screen would show of the pupil.
  private func status(_ side: MergeSide, on day: CivilDate) -> String {
    let trees = conflict.parts.map { part in
      switch side {
      case .mine: part.mine
      case .theirs: part.theirs
      case .base: part.base
      }
    }
    let records = trees.flatMap { $0?.elements ?? [] }.compactMap { Record<AbsenceRecordFields>(tree: $0) }
    let away = records.filter { !$0.members.isWithdrawn && $0.covers(day) }.map { PupilStatus($0).text }
    return away.isEmpty ? Texts.Conflict.present : away.joined(separator: ", ")
  }

  private func fieldValues(_ side: MergeSide) -> String {
    fields.map { entry in
      switch side {
      case .mine: words(entry.part.mine, entry.field)
      case .theirs: words(entry.part.theirs, entry.field)
      case .base: words(entry.part.base, entry.field)
      }
    }.joined(separator: ", ")
  }

  private func words(_ tree: Tree?, _ field: AnyField?) -> String {
    guard let tree else { return Texts.nothing }
    guard let field, let references else { return tree.text ?? Texts.recordInside }
    if let kind = field.shape.itemKind ?? field.shape.recordKind, let members = tree.members {
      return Summary(members, of: kind, references, in: Members()).short
    }
    return Display.text(tree, field, in: Members(), of: root, references)
  }
}

extension Place {
  /// The declaration of the file.
  var root: RecordKind { RecordKind(kind.fields) }
}
