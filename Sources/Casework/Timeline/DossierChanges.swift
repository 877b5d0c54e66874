/// What differs between a dossier as it was and as it is, record by record.
public struct DossierChanges: Equatable, Sendable {
  /// In the order of the tabs, and in each as the file has them.
  public let records: [RecordChange]
  /// The tabs that could not be laid side by side.
  public let uncompared: [Uncompared]

  /// A tab of which it cannot be told what changed.
  public struct Uncompared: Equatable, Sendable {
    public let section: SectionName
    public let cause: Cause

    public enum Cause: Equatable, Sendable {
      case notReadable
      /// What is broken now, in Dutch.
      case damagedNow(String)
      /// Why the tab of then is not there any more, in Dutch.
      case lostThen(String)
    }
  }

  /// Compares the tabs that the reader knows of.
  public init(from then: Dossier, to now: Dossier, in sections: [SectionName]) {
    var records: [RecordChange] = []
    var uncompared: [Uncompared] = []
    for section in sections {
      if let cause = Uncompared.cause(then[section], now[section]) {
        uncompared.append(Uncompared(section: section, cause: cause))
      } else if let before = then.tree(of: section), let after = now.tree(of: section) {
        records += RecordChange.all(from: before, to: after, in: section)
      }
    }
    self.records = records
    self.uncompared = uncompared
  }
}

extension DossierChanges.Uncompared {
  fileprivate static func cause(_ then: SectionState, _ now: SectionState) -> Cause? {
    switch (then, now) {
    case (_, .notReadable), (.notReadable, _): .notReadable
    case (_, .damaged(let why)): .damagedNow(why)
    case (.damaged(let why), _): .lostThen(why)
    case (.empty, _), (.value, _): nil
    }
  }
}

/// What became of one record, or of the fields of a tab itself.
public struct RecordChange: Equatable, Sendable {
  public let section: SectionName
  public let kind: any RecordFields.Type
  /// Nothing for the tab itself.
  public let record: RecordID?
  /// The record as it is now; as it was, where it is gone.
  public let members: Members
  public let what: What

  public enum What: Equatable, Sendable {
    case added
    /// It still stands in the file and counts no more.
    case withdrawn(reason: String)
    /// It had been withdrawn, and counts again.
    case restored
    /// It is no longer in the file: an addition that was undone.
    case gone
    case changed([ChangedField])
  }

  public static func == (left: RecordChange, right: RecordChange) -> Bool {
    left.section == right.section && left.kind == right.kind && left.record == right.record
      && left.members == right.members && left.what == right.what
  }
}

/// One field that has another value than before.
public struct ChangedField: Equatable, Sendable {
  /// The names of the fields from the record to the value, such as `Handelingsdeel`, `Begeleiding`.
  public let labels: [String]
  /// The declaration of the last one; nothing for what this version does not know.
  public let field: AnyField?
  /// The kind of the record that the field is declared in.
  public let kind: any RecordFields.Type
  public let before: Tree?
  public let after: Tree?

  public static func == (left: ChangedField, right: ChangedField) -> Bool {
    left.labels == right.labels && left.field?.key == right.field?.key && left.kind == right.kind
      && left.before == right.before && left.after == right.after
  }
}

extension RecordChange {
  /// What became of the records of a tab.
  static func all(from before: Tree, to after: Tree, in section: SectionName) -> [RecordChange] {
    var sorting = ChangeSorting(section: section, before: before, after: after)
    for change in changes(from: before, to: after, fields: section.fields) { sorting.take(change) }
    return sorting.records
  }
}

/// Sorts changed values by the record that they are in.
private struct ChangeSorting {
  let section: SectionName
  let before: Tree
  let after: Tree
  private var order: [Spot] = []
  private var fields: [Spot: [ChangedField]] = [:]
  private var whole: [Spot: What] = [:]

  /// Where a record stands: its keys and ids from the root; none for the tab itself.
  private struct Spot: Hashable {
    let path: [String]
    let kind: RecordType

    var record: RecordID? { path.last.flatMap { RecordID($0) } }
  }

  private struct RecordType: Hashable {
    let type: any RecordFields.Type

    static func == (left: RecordType, right: RecordType) -> Bool { left.type == right.type }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(type)) }
  }

  private enum What {
    case added, gone, restored
    case withdrawn(String)
  }

  init(section: SectionName, before: Tree, after: Tree) {
    self.section = section
    self.before = before
    self.after = after
  }

  /// In the order in which they were met, a record before what is in it.
  var records: [RecordChange] {
    order.compactMap { spot in
      guard let members = (after.value(at: spot.path) ?? before.value(at: spot.path))?.members else { return nil }
      let what: RecordChange.What =
        switch whole[spot] {
        case .added?: .added
        case .gone?: .gone
        case .restored?: .restored
        case .withdrawn(let reason)?: .withdrawn(reason: reason)
        case nil: .changed(fields[spot] ?? [])
        }
      return RecordChange(
        section: section, kind: spot.kind.type, record: spot.record, members: members, what: what)
    }
  }

  mutating func take(_ change: TakenChange) {
    var spot = Spot(path: [], kind: RecordType(type: section.fields))
    var kind: any RecordFields.Type = section.fields
    var labels: [String] = []
    var field: AnyField?
    var place = change.path[...]
    while let key = place.popFirst() {
      if let item = field?.itemKind {
        kind = item
        spot = Spot(path: Array(change.path.prefix(change.path.count - place.count)), kind: RecordType(type: item))
        (labels, field) = ([], nil)
        continue
      }
      if let inner = field?.innerKind { kind = inner }
      if key == RecordKey.withdrawal { return takeWithdrawal(change, of: spot) }
      if Self.silent.contains(key) { return }
      field = kind.all.first { $0.key == key }
      labels.append(field?.label ?? key)
    }
    // The path ends at a record: it came or went.
    if labels.isEmpty { return note(spot, change.after == nil ? .gone : .added, change.after) }
    if let item = field?.itemKind, change.before?.elements == nil || change.after?.elements == nil {
      return takeList(change, of: item)
    }
    add(
      ChangedField(labels: labels, field: field, kind: kind, before: change.before, after: change.after), to: spot)
  }

  /// What says nothing to people: the header of a file, and who made a record when.
  private static let silent: Set<String> = [
    SectionFormat.nameKey, SectionFormat.versionKey, RecordKey.madeBy, RecordKey.madeAt,
  ]

  /// A whole list that came or went is each of its records.
  private mutating func takeList(_ change: TakenChange, of kind: any RecordFields.Type) {
    let (came, went) = (change.after?.elements ?? [], change.before?.elements ?? [])
    for (element, what) in went.map({ ($0, What.gone) }) + came.map({ ($0, What.added) }) {
      guard let id = element[RecordKey.id]?.text else { continue }
      note(Spot(path: change.path + [id], kind: RecordType(type: kind)), what, element)
    }
  }

  private mutating func takeWithdrawal(_ change: TakenChange, of spot: Spot) {
    if let reason = change.after.map({ $0[WithdrawalFields.declared.reason.key]?.text ?? "" }) {
      note(spot, .withdrawn(reason), nil)
    } else {
      note(spot, .restored, nil)
    }
  }

  private mutating func note(_ spot: Spot, _ what: What, _ came: Tree?) {
    if order.firstIndex(of: spot) == nil { order.append(spot) }
    let withdrawal = came?[RecordKey.withdrawal].map { $0[WithdrawalFields.declared.reason.key]?.text ?? "" }
    whole[spot] = withdrawal.map(What.withdrawn) ?? what
  }

  private mutating func add(_ change: ChangedField, to spot: Spot) {
    if order.firstIndex(of: spot) == nil { order.append(spot) }
    fields[spot, default: []].append(change)
  }
}

extension AnyField {
  /// The kind of the records in a list of records with ids.
  fileprivate var itemKind: (any RecordFields.Type)? {
    if holdsRecords, case .list(.record(let kind)) = shape { kind } else { nil }
  }

  fileprivate var innerKind: (any RecordFields.Type)? {
    if case .record(let kind) = shape { kind } else { nil }
  }
}
