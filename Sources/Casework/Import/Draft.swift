/// A record on its way to a new state, with each change in words for people.
struct Draft<Fields: RecordFields> {
  var record: Record<Fields>
  private(set) var changes: [FieldChange] = []

  init(_ record: Record<Fields>) {
    self.record = record
  }

  /// Takes over a value where it differs; nothing in the file leaves what is here.
  mutating func take<Value: Showable>(_ path: KeyPath<Fields, Field<Value>>, _ value: Value?) {
    if let value { replace(path, with: value) }
  }

  /// Takes over a value or its absence.
  mutating func replace<Value: Showable>(_ path: KeyPath<Fields, Field<Value>>, with value: Value?) {
    let old = record[dynamicMember: path]
    guard old != value else { return }
    note(Fields.declared[keyPath: path].label, old: old?.shown ?? "", new: value?.shown ?? "")
    record[dynamicMember: path] = value
  }

  mutating func note(_ label: String, old: String = "", new: String) {
    changes.append(FieldChange(label, old: old, new: new))
  }
}

/// A value that a trial run can show.
protocol Showable: FieldValue {
  var shown: String { get }
}

extension String: Showable {
  var shown: String { self }
}

extension CivilDate: Showable {
  var shown: String { dutch(.long) }
}

extension Int: Showable {
  var shown: String { String(self) }
}

extension SchoolYear: Showable {
  var shown: String { description }
}

extension [Int]: Showable {
  var shown: String { map(String.init).joined(separator: ", ") }
}

/// Who imports and when, for the records that an import makes.
struct Maker {
  let login: String
  let moment: Moment
  let newID: () -> RecordID

  /// A new record with its id, its maker and its time.
  func record<Fields: RecordFields>(of fields: Fields.Type = Fields.self) -> Record<Fields> {
    var record = Record<Fields>()
    record.id = newID()
    record.madeBy = login
    record.madeAt = moment
    return record
  }
}

extension Record {
  /// Adds new records at once; ``put(_:in:)`` looks for each whether it is there already.
  mutating func add<Item>(_ records: [Record<Item>], to path: KeyPath<Fields, ListField<Item>>) {
    guard !records.isEmpty else { return }
    let key = Fields.declared[keyPath: path].key
    members[key] = .array((members[key]?.elements ?? []) + records.map(\.tree))
  }
}

extension Record<SchoolFields> {
  /// What each group is called, by its id.
  var groupNames: [RecordID: String] {
    var names: [RecordID: String] = [:]
    for group in self.groups { if let id = group.id { names[id] = group.groupName } }
    return names
  }
}
