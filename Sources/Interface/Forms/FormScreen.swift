import Casework

/// One record being filled in: every field of its declaration a line, whatever kind of record it is.
///
/// The form edits the whole file as a tree, so that what it does not show stays as it was. Records inside the record are
/// levels over each other in the one form: they are saved, and kept as a draft, together.
public struct FormScreen: Equatable, Sendable {
  /// What is being done, as the title, the journal and the undo line name it.
  let act: String
  let place: Place
  let root: RecordKind
  let pupil: RecordID?
  /// The file that the edit starts from: as it was when the form was opened, or when its draft was begun.
  private(set) var before: Stored?
  /// The file as the form leaves it.
  var file: Members
  /// What was typed and cannot be read as its kind of value yet.
  var unread: [FieldPath: String] = [:]
  /// The file before anything was typed, with the empty new record where there is one.
  var pristine: Members
  /// From the record that was asked for to the one inside it that is on the screen; never empty.
  private(set) var outer: [FormLevel] = []
  var level: FormLevel
  /// What was there before each change, last one last.
  var past: [FormStep] = []
  var future: [FormStep] = []
  /// Whether a signal filled it in, so that it can be saved as it stands.
  var isPrefilled = false
  /// Whether saving was tried, so that every field that lacks says so.
  var wasTried = false
  /// Which deadlines would come, move and go by what was changed so far.
  var consequences: [Consequence] = []
  /// What is noticed and does not keep it from being saved.
  var remarks: [String] = []
  /// The file of which the consequences for every pupil were worked out last.
  var weighed: Members?

  init(act: String, place: Place, root: RecordKind, pupil: RecordID?, before: Stored?, file: Members, level: FormLevel)
  {
    self.act = act
    self.place = place
    self.root = root
    self.pupil = pupil
    self.before = before
    self.file = file
    pristine = file
    self.level = level
  }

  /// Goes on with what was typed before.
  mutating func restore(_ draft: Draft) {
    before = draft.before
    file = draft.after.members ?? file
    for (text, typed) in draft.unread { if let path = FieldPath(text) { unread[path] = typed } }
  }

  /// Goes on from what is on the disk now: this form's own edit, of when the form had this file.
  ///
  /// For whom else a talk was filed is done with it.
  mutating func goOn(from own: Stored, having sent: Members) {
    before = own
    pristine = sent
    pristine.change(at: firstLevel.path) { $0[SharedTalk.key] = nil }
    file.change(at: firstLevel.path) { $0[SharedTalk.key] = nil }
    wasTried = false
  }

  /// Shows the record that a field is in, with the cursor on the field.
  mutating func stand(at place: FieldPath) {
    let first = firstLevel
    guard place.record.starts(with: first.path) else { return }
    outer = []
    level = first
    for count in first.path.count..<place.record.count {
      let path = Array(place.record.prefix(count + 1))
      guard let kind = root.kind(at: path) else { break }
      enter(FormLevel(path: path, kind: kind))
    }
    stand(on: place.key)
  }

  /// Takes new records in which nothing was filled in out of their lists.
  mutating func dropEmptyItems() {
    let old = before?.tree.members
    file.change(at: level.path) { record in
      for field in level.kind.fields where field.shape.itemKind != nil {
        guard let elements = record[field.key]?.elements else { continue }
        let kept = elements.filter { element in
          guard let members = element.members else { return true }
          let isEmpty = members.keys.allSatisfy { RecordKey.stamps.contains($0) }
          let wasSaved = members.id.map { old?.record(at: level.path + [.item(list: field.key, $0)]) != nil } ?? false
          return wasSaved || !isEmpty
        }
        if kept.count < elements.count { record[field.key] = kept.isEmpty ? nil : .array(kept) }
      }
    }
  }

  var depth: Int { outer.count + 1 }

  /// The level that the form was opened on.
  var firstLevel: FormLevel { outer.first ?? level }

  mutating func enter(_ next: FormLevel) {
    outer.append(level)
    level = next
  }

  /// One level out; false on the first one.
  mutating func leaveLevel() -> Bool {
    guard let last = outer.popLast() else { return false }
    level = last
    return true
  }

  /// Whether something differs from what was there when the form was opened.
  var isChanged: Bool { file != pristine || !unread.isEmpty }
}

/// A record in the form, and where in it the cursor is.
struct FormLevel: Equatable, Sendable {
  let path: TreePath
  let kind: RecordKind
  /// The row among ``FormScreen/rows``.
  var row = 0
  var editor: FieldEditor = .none
  /// The other pupils that a talk can be filed for, from when the cursor came to that field.
  var others: [FormOption]?
  /// The letters typed in a field with options, as far as they belong together.
  var typed = ""
  /// Whether no key has changed or moved in the field since the cursor came to it.
  var isUntouched = true
  /// The only fields that show, for an act that is about those; every field where nothing is said.
  var shown: [String]?

  init(path: TreePath, kind: RecordKind) {
    self.path = path
    self.kind = kind
  }
}

/// A field of a record in the file.
struct FieldPath: Hashable, Sendable {
  let record: TreePath
  let key: String
}

extension FieldPath {
  /// The path as a draft keeps it, such as `i.gesprekken.<id>/f.wat`.
  var text: String { (record + [.field(key)]).map(\.text).joined(separator: "/") }

  init?(_ text: String) {
    var steps: TreePath = []
    for part in text.split(separator: "/") {
      guard let step = PathStep(part) else { return nil }
      steps.append(step)
    }
    guard case .field(let key)? = steps.popLast() else { return nil }
    self.init(record: steps, key: key)
  }
}

extension PathStep {
  fileprivate var text: String {
    switch self {
    case .field(let key): "f." + key
    case .item(let list, let id): "i." + list + "." + id.description
    case .place(let list, let place): "p." + list + ".\(place)"
    }
  }

  fileprivate init?(_ text: Substring) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("f", 2): self = .field(String(parts[1]))
    case ("i", 3):
      guard let id = RecordID(parts[2]) else { return nil }
      self = .item(list: String(parts[1]), id)
    case ("p", 3):
      guard let place = Int(parts[2]) else { return nil }
      self = .place(list: String(parts[1]), place)
    default: return nil
    }
  }
}

extension RecordKey {
  /// What a record has before anything is filled in.
  static let stamps: Set<String> = [id, madeBy, madeAt]
}

/// How the field under the cursor is being changed.
enum FieldEditor: Equatable, Sendable {
  case none
  case line(InputLine)
  case area(TextArea)
  /// The option under the cursor of a field that takes several.
  case options(Int)
}

/// What the form held before a change.
struct FormStep: Equatable, Sendable {
  let file: Members
  let unread: [FieldPath: String]
  /// The field that was changed; a run of changes to one field is one step, and in a long text each word.
  let field: FieldPath?
  /// How the field was being changed, with the cursor where it was.
  var editor: FieldEditor = .none
}

/// One line of a form that the cursor can stand on.
enum FormRow: Equatable, Sendable {
  case field(key: String)
  /// The head of a repeated field: Enter adds one.
  case list(key: String)
  case item(key: String, PathStep)

  /// The field that the row belongs to.
  var key: String {
    switch self {
    case .field(let key), .list(let key), .item(let key, _): key
    }
  }
}

extension FormScreen {
  var record: Members { file.record(at: level.path) ?? Members() }

  /// The fields of the record that people fill in.
  var fields: [AnyField] {
    var all = level.kind.fields.filter { !FormRules.isFilledByProgram($0, of: level.kind) }
    if isNewTalk, let others = SharedTalk.field { all.append(others) }
    return level.shown.map { shown in all.filter { shown.contains($0.key) } } ?? all
  }

  /// The lines that the cursor can stand on, top to bottom.
  var rows: [FormRow] {
    let record = record
    return fields.flatMap { field -> [FormRow] in
      guard field.shape.itemKind != nil else { return [.field(key: field.key)] }
      let items = (record[field.key]?.elements ?? []).enumerated().compactMap { place, element -> FormRow? in
        guard let members = element.members, !members.isWithdrawn else { return nil }
        let step = members.id.map { PathStep.item(list: field.key, $0) } ?? .place(list: field.key, place)
        return .item(key: field.key, step)
      }
      return [.list(key: field.key)] + items
    }
  }

  var currentRow: FormRow? {
    let rows = rows
    return rows.isEmpty ? nil : rows[min(max(0, level.row), rows.count - 1)]
  }

  var currentField: AnyField? { currentRow.flatMap { field($0.key) } }

  /// A field of the record, or one that only the form has.
  func field(_ key: String) -> AnyField? { fields.first { $0.key == key } ?? level.kind.field(key) }

  /// Puts the cursor on a field of the record; it stays where the record has no such field.
  mutating func stand(on key: String) {
    guard let row = rows.firstIndex(where: { $0.key == key }) else { return }
    level.row = row
  }

  func path(of key: String) -> FieldPath { FieldPath(record: level.path, key: key) }

  /// Whether the field can be changed: not in a version of the plan that is established, save what stays open.
  func isLocked(_ field: AnyField) -> Bool {
    FormRules.isLocked(field, at: level.path, in: before?.tree.members ?? Members(), of: root)
  }

  /// The same for any field of the file.
  func isLocked(_ place: FieldPath) -> Bool {
    guard let field = root.kind(at: place.record)?.field(place.key) else { return false }
    return FormRules.isLocked(field, at: place.record, in: before?.tree.members ?? Members(), of: root)
  }
}
