/// A record seen through its fields: reading is typed, writing changes the tree, and whatever this version does not know
/// stays as it was.
@dynamicMemberLookup
public struct Record<Fields: RecordFields>: Hashable, FieldValue {
  public var members: Members

  public init(members: Members = Members()) {
    self.members = members
  }

  public init?(tree: Tree) {
    guard let members = tree.members else { return nil }
    self.members = members
  }

  public var tree: Tree { .object(members) }
  public static var shape: FieldShape { .record(Fields.self) }

  /// The value of a field, or nothing where it is empty or holds something else than its kind.
  ///
  /// Inlined, like what stands below it, so that the compiler knows the key and no key path is made while running.
  @inline(__always)
  public subscript<Value>(dynamicMember path: KeyPath<Fields, Field<Value>>) -> Value? {
    get { value(under: Fields.declared[keyPath: path].key) }
    set { members[Fields.declared[keyPath: path].key] = newValue?.tree }
  }

  /// The records under a repeated field that still stand; ``all(_:)`` has the withdrawn ones too.
  @inline(__always)
  public subscript<Item>(dynamicMember path: KeyPath<Fields, ListField<Item>>) -> [Record<Item>] {
    records(under: Fields.declared[keyPath: path].key, standingOnly: true)
  }

  /// Every record under a repeated field, withdrawn ones included.
  @inline(__always)
  public func all<Item>(_ path: KeyPath<Fields, ListField<Item>>) -> [Record<Item>] {
    records(under: Fields.declared[keyPath: path].key, standingOnly: false)
  }

  private func value<Value: FieldValue>(under key: String) -> Value? {
    guard let tree = members[key] else { return nil }
    return Value(tree: tree)
  }

  private func records<Item>(under key: String, standingOnly: Bool) -> [Record<Item>] {
    guard let elements = members[key]?.elements else { return [] }
    var records: [Record<Item>] = []
    records.reserveCapacity(elements.count)
    for case .object(let members) in elements
    where !standingOnly || members[RecordKey.withdrawal]?.members == nil {
      records.append(Record<Item>(members: members))
    }
    return records
  }

  /// Adds a record, or replaces the one with the same id.
  public mutating func put<Item>(_ record: Record<Item>, in path: KeyPath<Fields, ListField<Item>>) {
    let key = Fields.declared[keyPath: path].key
    var elements = members[key]?.elements ?? []
    if let id = record.id, let at = elements.firstIndex(where: { Record<Item>(tree: $0)?.id == id }) {
      elements[at] = record.tree
    } else {
      elements.append(record.tree)
    }
    members[key] = .array(elements)
  }
}

/// Fields of many records, asked for by path: otherwise each such path would become a function made while running.
extension Sequence {
  @inline(__always)
  func compactMap<Fields, Value>(_ path: KeyPath<Fields, Field<Value>>) -> [Value] where Element == Record<Fields> {
    compactMap { $0[dynamicMember: path] }
  }

  @inline(__always)
  func map<Fields, Value>(_ path: KeyPath<Fields, Field<Value>>) -> [Value?] where Element == Record<Fields> {
    map { $0[dynamicMember: path] }
  }

  @inline(__always)
  func flatMap<Fields, Item>(_ path: KeyPath<Fields, ListField<Item>>) -> [Record<Item>]
  where Element == Record<Fields> {
    flatMap { $0[dynamicMember: path] }
  }
}

/// What every repeated record carries besides its own fields.
extension Record {
  /// The record's id; nothing for a record that is part of another one.
  public var id: RecordID? {
    get { members[RecordKey.id]?.text.flatMap { RecordID($0) } }
    set { members[RecordKey.id] = (newValue?.description).map(Tree.string) }
  }

  /// The login name of the user who made it.
  public var madeBy: String? {
    get { members[RecordKey.madeBy]?.text }
    set { members[RecordKey.madeBy] = newValue.map(Tree.string) }
  }

  public var madeAt: Moment? {
    get { members[RecordKey.madeAt].flatMap(Moment.init(tree:)) }
    set { members[RecordKey.madeAt] = newValue?.tree }
  }

  /// Why it no longer counts, where it was taken back.
  public var withdrawal: Record<WithdrawalFields>? {
    get { members[RecordKey.withdrawal].flatMap(Record<WithdrawalFields>.init(tree:)) }
    set { members[RecordKey.withdrawal] = newValue?.tree }
  }
}

/// Keys that every repeated record may have.
public enum RecordKey {
  public static let id = "id"
  public static let madeBy = "door"
  public static let madeAt = "op"
  public static let withdrawal = "ingetrokken"
}

/// Taking back a record: never silently, always with a reason.
public struct WithdrawalFields: RecordFields {
  public static let declared = WithdrawalFields()
  public static let name = "intrekking"
  public static let title = "Intrekking"

  public let reason = Field<String>("reden", "Reden", .required)
  public let by = Field<String>("door", "Door", .required)
  public let at = Field<Moment>("op", "Op", .required)
}

extension Field {
  /// A practical field without a paragraph behind it.
  init(_ key: String, _ label: String, _ traits: FieldTraits, together: String? = nil) {
    self.init(key, label, "", hint: "", traits, together: together)
  }
}
