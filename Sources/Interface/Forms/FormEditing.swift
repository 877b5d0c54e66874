import Casework

/// Changing the field under the cursor. Every change lands in the file at once, or in what cannot be read yet.
extension FormScreen {
  /// Makes the cursor ready for the field it stands on.
  mutating func beginEditing(_ references: References) {
    level.typed = ""
    level.isUntouched = true
    level.others = nil
    guard case .field(let key)? = currentRow, let field = field(key), !isLocked(field) else {
      level.editor = .none
      return
    }
    if key == SharedTalk.key { level.others = others(references) }
    let text = unread[path(of: key)] ?? Entry.text(of: record[key], as: field.shape)
    switch field.shape {
    case .text, .date, .clock, .schoolYear, .number, .minutes:
      level.editor = field.isLong ? .area(TextArea(text)) : .line(InputLine(text))
    case .list(.choice), .list(.reference): level.editor = .options(0)
    case .list: level.editor = field.isLong ? .area(TextArea(text)) : .line(InputLine(text))
    case .moment, .yesNo, .choice, .reference, .record: level.editor = .none
    }
  }

  /// Moves the cursor by lines, over the first and the last one back to the other end never.
  mutating func move(by count: Int, _ references: References) {
    level.row = min(max(0, (rows.firstIndex { $0 == currentRow } ?? 0) + count), max(0, rows.count - 1))
    beginEditing(references)
  }

  /// What typing goes on with: a day or a number that stands there already is typed anew, as people do, a text goes on.
  func lineToType(_ line: InputLine, _ field: AnyField) -> InputLine {
    guard level.isUntouched else { return line }
    switch field.shape {
    case .date, .clock, .number, .minutes, .schoolYear: return InputLine("")
    case .text, .moment, .yesNo, .choice, .reference, .record, .list: return line
    }
  }

  /// Takes in a long text that was changed, each word as a step back.
  mutating func takeIn(_ area: TextArea, today: CivilDate) {
    let old = level.editor
    level.editor = .area(area)
    takeIn(area.text, today: today, from: old, beginsStep: area.beganStep)
  }

  /// Takes in what the editor holds now; `old` is the editor as it was before.
  mutating func takeIn(
    _ text: String, today: CivilDate, from old: FieldEditor = .none, beginsStep: Bool = false
  ) {
    guard let field = currentField else { return }
    let path = path(of: field.key)
    remember(path, from: old, beginsStep: beginsStep)
    switch Entry.read(text, as: field.shape, today: today) {
    case .empty:
      unread[path] = nil
      set(nil, field)
    case .value(let tree, _):
      unread[path] = nil
      set(tree, field)
    case .wrong:
      // The last value that could be read would hide that it was changed.
      unread[path] = text
      set(nil, field)
    }
  }

  /// Puts a value into the field under the cursor.
  mutating func choose(_ tree: Tree?) {
    guard let field = currentField, !isLocked(field) else { return }
    remember(path(of: field.key))
    set(tree, field)
  }

  private mutating func set(_ tree: Tree?, _ field: AnyField) {
    file.change(at: level.path) { $0[field.key] = tree }
    FormRules.complete(&file, at: level.path, changed: field.key, of: level.kind, before: before?.tree.members)
  }

  /// Keeps a step back, unless it goes on with the field of the last one.
  mutating func remember(_ field: FieldPath?, from editor: FieldEditor = .none, beginsStep: Bool = false) {
    future = []
    if !beginsStep, let field, past.last?.field == field { return }
    past.append(FormStep(file: file, unread: unread, field: field, editor: editor))
    if past.count > 200 { past.removeFirst() }
  }

  /// Takes the last change back; false where there is none.
  mutating func undo(_ references: References) -> Bool {
    guard let step = past.popLast() else { return false }
    future.append(FormStep(file: file, unread: unread, field: step.field, editor: level.editor))
    restore(step, references)
    return true
  }

  mutating func redo(_ references: References) -> Bool {
    guard let step = future.popLast() else { return false }
    past.append(FormStep(file: file, unread: unread, field: step.field, editor: level.editor))
    restore(step, references)
    return true
  }

  private mutating func restore(_ step: FormStep, _ references: References) {
    file = step.file
    unread = step.unread
    // A level whose record was only just made goes with it.
    while file.record(at: level.path) == nil, leaveLevel() {}
    let isHere = step.field?.record == level.path
    if isHere, let field = step.field { stand(on: field.key) }
    beginEditing(references)
    // The cursor comes back to where it was in the text.
    if isHere, case .area(var old) = step.editor, case .area(let now) = level.editor, old.text == now.text {
      old.endRun()
      level.editor = .area(old)
    }
  }
}

/// Records inside the record.
extension FormScreen {
  /// Opens what the cursor stands on: a record inside this one, or a new one of the list.
  ///
  /// False where it is a plain field.
  mutating func goIn(_ references: References, stamp: RecordStamp, newID: RecordID) -> Bool {
    guard let row = currentRow, let field = field(row.key) else { return false }
    switch row {
    case .field:
      guard let kind = field.shape.recordKind else { return false }
      enter(FormLevel(path: level.path + [.field(row.key)], kind: kind))
    case .list:
      guard let kind = field.shape.itemKind, !isLocked(field) else { return false }
      let step = add(to: field, stamp: stamp, id: newID)
      enter(FormLevel(path: level.path + [step], kind: kind))
    case .item(_, let step):
      guard let kind = field.shape.itemKind else { return false }
      enter(FormLevel(path: level.path + [step], kind: kind))
    }
    beginEditing(references)
    return true
  }

  /// Adds an empty record to a list: with an id, its maker and its moment where the declaration says a list of records,
  /// else a plain value.
  private mutating func add(to field: AnyField, stamp: RecordStamp, id: RecordID) -> PathStep {
    remember(nil)
    let count = record[field.key]?.elements?.count ?? 0
    var members = Members()
    if field.holdsRecords { members.stamp(stamp, id: id) }
    file.change(at: level.path) { $0[field.key] = .array(($0[field.key]?.elements ?? []) + [.object(members)]) }
    return field.holdsRecords ? .item(list: field.key, id) : .place(list: field.key, count)
  }

  /// Takes the record on the cursor's line out of the list where it was never saved or has no id; false where it must be
  /// withdrawn with a reason instead.
  mutating func removeItem(_ references: References) -> Bool {
    guard case .item(let key, let step)? = currentRow, let field = field(key), !isLocked(field) else {
      return true
    }
    let wasSaved = before?.tree.members?.record(at: level.path + [step]) != nil
    if case .item = step, wasSaved { return false }
    remember(nil)
    file.change(at: level.path) { record in
      var elements = record[key]?.elements ?? []
      switch step {
      case .item(_, let id): elements.removeAll { $0.members?.id == id }
      case .place(_, let place): if elements.indices.contains(place) { elements.remove(at: place) }
      case .field: break
      }
      record[key] = elements.isEmpty ? nil : .array(elements)
    }
    move(by: 0, references)
    return true
  }

  /// Opens the reason for withdrawing the record on the cursor's line.
  mutating func withdrawItem(_ references: References, stamp: RecordStamp) {
    guard case .item(_, let step)? = currentRow else { return }
    enter(FormLevel(path: level.path + [step, .field(RecordKey.withdrawal)], kind: RecordKind(WithdrawalFields.self)))
    beginEditing(references)
  }
}

/// Who makes a record, and when.
struct RecordStamp: Equatable, Sendable {
  let by: String
  let at: Moment
}

extension Members {
  /// Marks a new record with its id, its maker and its moment.
  mutating func stamp(_ stamp: RecordStamp, id: RecordID) {
    self[RecordKey.id] = .string(id.description)
    self[RecordKey.madeBy] = .string(stamp.by)
    self[RecordKey.madeAt] = stamp.at.tree
  }
}
