/// Joins two edits of one file that both began at the same state; the base is nothing where there was no file.
///
/// What only one of the two changed is taken; what both changed alike is kept; the rest is a conflict. Fields merge one by
/// one, those that belong together (``Field/together``) as one; records in lists go by their id; everything else, and
/// whatever this version does not know, is one value. What is right in each and wrong together is a conflict too. Undo is this too: the base is what my edit made, mine is what was
/// before it, theirs is the file now.
///
/// `isLocked` tells of a record of a kind whether its text may not change any more: two edits of such a text never join,
/// and only fields that stay open merge beside it.
public func merge(
  base: Tree?, mine: Tree, theirs: Tree, fields: any RecordFields.Type,
  isLocked: (any RecordFields.Type, Members) -> Bool = isLockedRecord
) -> MergeOutcome {
  // The closure lives no longer than this call, and so does the merger.
  withoutActuallyEscaping(isLocked) { isLocked in
    var merger = Merger(isLocked: isLocked)
    let sides = Sides(base: base, mine: mine, theirs: theirs)
    let joined = merger.value(sides, shape: .record(fields), at: [])
    let outcome = MergeOutcome(
      joined: joined ?? .object(Members()), taken: merger.taken, conflicts: merger.conflicts)
    return outcome.withoutContradictions(base: base, mine: mine, theirs: theirs, fields: fields)
  }
}

/// What an edit changed, as finely as the kind of each value allows: a field, or a whole record that came or went.
public func changes(from before: Tree?, to after: Tree, fields: any RecordFields.Type) -> [TakenChange] {
  var merger = Merger(isLocked: { _, _ in false })
  merger.tell(before: before ?? .object(Members()), after: after, shape: .record(fields), at: [])
  return merger.taken
}

/// Records whose text is locked: the established versions of an OPP.
public func isLockedRecord(_ fields: any RecordFields.Type, _ members: Members) -> Bool {
  fields == PlanVersionFields.self && Record<PlanVersionFields>(members: members).isLocked
}

/// The same thing in the three states that a merge compares.
private struct Sides<Value: Equatable> {
  let base: Value?
  let mine: Value?
  let theirs: Value?

  /// Who changed it, and whether the same way.
  var verdict: Verdict {
    if theirs == base || mine == theirs { return .mine }
    return mine == base ? .theirs : .both
  }

  enum Verdict { case mine, theirs, both }

  func map<Other>(_ transform: (Value) -> Other?) -> Sides<Other> {
    Sides<Other>(
      base: base.flatMap(transform), mine: mine.flatMap(transform), theirs: theirs.flatMap(transform))
  }
}

private struct Merger {
  let isLocked: (any RecordFields.Type, Members) -> Bool
  var taken: [TakenChange] = []
  var conflicts: [MergeConflict] = []

  init(isLocked: @escaping (any RecordFields.Type, Members) -> Bool) {
    self.isLocked = isLocked
  }

  /// One value, gone into where its kind has parts that merge by themselves.
  mutating func value(_ sides: Sides<Tree>, shape: FieldShape?, at path: [String]) -> Tree? {
    switch sides.verdict {
    case .mine: return sides.mine
    case .theirs:
      tell(before: sides.base, after: sides.theirs, shape: shape, at: path)
      return sides.theirs
    case .both: break
    }
    if let kind = shape?.recordKind, let members = sides.asRecords {
      return .object(record(members, of: kind, at: path))
    }
    if let kind = shape?.itemKind, let lists = sides.asLists {
      return .array(list(lists, of: kind, at: path).map(Tree.object))
    }
    conflict(.sameField, [MergeConflict.Part(path, sides)])
    return sides.theirs
  }

  private mutating func conflict(_ reason: MergeConflict.Reason, _ parts: [MergeConflict.Part]) {
    conflicts.append(MergeConflict(reason: reason, parts: parts))
  }
}

// MARK: - Records

extension Merger {
  private mutating func record(_ sides: Sides<Members>, of kind: any RecordFields.Type, at path: [String]) -> Members {
    var result = Members()
    for unit in units(of: kind, in: sides) { merge(unit, of: sides, into: &result, at: path) }
    return result
  }

  /// The fields of one unit: a single field, or several that belong together.
  private mutating func merge(_ unit: [Unit], of sides: Sides<Members>, into result: inout Members, at path: [String]) {
    if let only = unit.first, unit.count == 1 {
      result[only.key] = value(sides.map { $0[only.key] }, shape: only.shape, at: path + [only.key])
      return
    }
    let keys = Set(unit.map(\.key))
    let parts = sides.part { keys.contains($0) }
    let chosen: Members?
    switch parts.verdict {
    case .mine: chosen = parts.mine
    case .theirs:
      chosen = parts.theirs
      for field in unit {
        tell(before: parts.base?[field.key], after: parts.theirs?[field.key], shape: nil, at: path + [field.key])
      }
    case .both:
      chosen = parts.theirs
      conflict(.sameField, unit.map { field in MergeConflict.Part(path + [field.key], sides.map { $0[field.key] }) })
    }
    for pair in chosen?.pairs ?? [] { result[pair.key] = pair.value }
  }

  private func units(of kind: any RecordFields.Type, in sides: Sides<Members>) -> [[Unit]] {
    let keys = Set([sides.base, sides.mine, sides.theirs].flatMap { $0?.keys ?? [] })
    let fields = Dictionary(kind.all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let units = keys.map { Unit(key: $0, field: fields[$0]) }
    return Dictionary(grouping: units, by: \.name).values
      .map { $0.sorted { precedes($0.key, $1.key) } }
      .sorted { precedes($0.first?.key ?? "", $1.first?.key ?? "") }
  }
}

/// A field as a part of what merges as one.
private struct Unit {
  let key: String
  let shape: FieldShape?
  let staysOpen: Bool
  /// Fields with the same name here merge as one.
  let name: Name

  enum Name: Hashable {
    case field(String)
    case together(String)
  }

  init(key: String, field: AnyField?) {
    self.key = key
    shape = field?.shape
    staysOpen = field.map { !$0.traits.isDisjoint(with: [.staysOpen, .fillsLater]) } ?? false
    // Who made a record and when is one fact.
    let isMaking = field == nil && [RecordKey.madeBy, RecordKey.madeAt].contains(key)
    name = isMaking ? .together(RecordKey.madeBy) : field?.together.map(Name.together) ?? .field(key)
  }
}

// MARK: - Lists

extension Merger {
  private mutating func list(
    _ sides: Sides<RecordList>, of kind: any RecordFields.Type, at path: [String]
  ) -> [Members] {
    order(sides.map(\.ids)).compactMap { id in
      item(sides.map { $0.byID[id] }, of: kind, at: path + [id])
    }
  }

  /// As the file has it: what both began with, what theirs added, what mine added; order in a file means nothing else.
  private func order(_ sides: Sides<[String]>) -> [String] {
    let (base, mine, theirs) = (sides.base ?? [], sides.mine ?? [], sides.theirs ?? [])
    let lead =
      switch sides.verdict {
      case .mine: mine
      case .theirs: theirs
      case .both: base
      }
    var seen: Set<String> = []
    return (lead + base + theirs + mine).filter { seen.insert($0).inserted }
  }

  /// One record of a list, which may be new or gone on a side.
  private mutating func item(_ sides: Sides<Members>, of kind: any RecordFields.Type, at path: [String]) -> Members? {
    switch sides.verdict {
    case .mine: return sides.mine
    case .theirs:
      tell(before: sides.base.map(Tree.object), after: sides.theirs.map(Tree.object), shape: .record(kind), at: path)
      return sides.theirs
    case .both: break
    }
    let whole = [MergeConflict.Part(path, sides.map(Tree.object))]
    guard sides.mine != nil, sides.theirs != nil else {
      conflict(.removedAgainstEdited, whole)
      return sides.theirs
    }
    if isWithdrawnAgainstEdited(sides) {
      conflict(.withdrawnAgainstEdited, whole)
      return sides.theirs
    }
    let states = [sides.base, sides.mine, sides.theirs].compactMap(\.self)
    if states.contains(where: { isLocked(kind, $0) }) { return lockedRecord(sides, of: kind, at: path) }
    return record(sides, of: kind, at: path)
  }

  /// Whether one side took the record back, or its taking back, while the other changed something else in it.
  private func isWithdrawnAgainstEdited(_ sides: Sides<Members>) -> Bool {
    let withdrawal = sides.map { $0[RecordKey.withdrawal] }
    guard withdrawal.mine != withdrawal.theirs else { return false }
    let others = Set([sides.base, sides.mine, sides.theirs].flatMap { $0?.keys ?? [] }).subtracting([
      RecordKey.withdrawal
    ])
    if withdrawal.theirs == withdrawal.base {
      return others.contains { key in sides.map { $0[key] }.verdict != .mine }
    }
    if withdrawal.mine == withdrawal.base {
      return others.contains { key in
        let field = sides.map { $0[key] }
        return field.mine != field.base && field.mine != field.theirs
      }
    }
    return false
  }

  /// A record with a locked text: the text is one value, and only fields that stay open merge beside it.
  private mutating func lockedRecord(
    _ sides: Sides<Members>, of kind: any RecordFields.Type, at path: [String]
  ) -> Members? {
    let units = units(of: kind, in: sides)
    let open = units.filter { $0.allSatisfy(\.staysOpen) }
    let openKeys = Set(open.joined().map(\.key))
    let text = sides.part { !openKeys.contains($0) }
    var result: Members
    switch text.verdict {
    case .mine: result = text.mine ?? Members()
    case .theirs:
      tell(before: text.base.map(Tree.object), after: text.theirs.map(Tree.object), shape: .record(kind), at: path)
      result = text.theirs ?? Members()
    case .both:
      conflict(.locked, [MergeConflict.Part(path, sides.map(Tree.object))])
      return sides.theirs
    }
    for unit in open { merge(unit, of: sides, into: &result, at: path) }
    return result
  }
}

// MARK: - Telling what was taken

extension Merger {
  /// Notes what theirs changed, as finely as the kind of value allows.
  mutating func tell(before: Tree?, after: Tree?, shape: FieldShape?, at path: [String]) {
    guard before != after else { return }
    let sides = Sides(base: before, mine: nil, theirs: after)
    let areBoth = before != nil && after != nil
    if areBoth, let kind = shape?.recordKind, let members = sides.asRecords {
      for field in units(of: kind, in: members).joined() {
        let values = members.map { $0[field.key] }
        tell(before: values.base, after: values.theirs, shape: field.shape, at: path + [field.key])
      }
    } else if areBoth, let kind = shape?.itemKind, let lists = sides.asLists {
      for id in order(lists.map(\.ids)) {
        let items = lists.map { $0.byID[id].map(Tree.object) }
        tell(before: items.base, after: items.theirs, shape: .record(kind), at: path + [id])
      }
    } else {
      taken.append(TakenChange(path: path, before: before, after: after))
    }
  }
}

// MARK: - Kinds of values

/// A list of records, each with an id that no other one in it has.
private struct RecordList: Equatable {
  let ids: [String]
  let byID: [String: Members]

  init?(_ tree: Tree) {
    guard let elements = tree.elements else { return nil }
    var ids: [String] = []
    var byID: [String: Members] = [:]
    for element in elements {
      guard let members = element.members, let id = members[RecordKey.id]?.text, RecordID(id) != nil,
        byID.updateValue(members, forKey: id) == nil
      else { return nil }
      ids.append(id)
    }
    self.ids = ids
    self.byID = byID
  }
}

extension Sides<Tree> {
  /// The three as records, where each that is there is one.
  fileprivate var asRecords: Sides<Members>? {
    let records = map(\.members)
    return isWhole(records) ? records : nil
  }

  /// The three as lists of records with ids, where each that is there is one.
  fileprivate var asLists: Sides<RecordList>? {
    let lists = map { RecordList($0) }
    return isWhole(lists) ? lists : nil
  }

  private func isWhole<Other>(_ other: Sides<Other>) -> Bool {
    (base == nil) == (other.base == nil) && (mine == nil) == (other.mine == nil)
      && (theirs == nil) == (other.theirs == nil)
  }
}

extension MergeConflict.Part {
  fileprivate init(_ path: [String], _ sides: Sides<Tree>) {
    self.init(path: path, base: sides.base, mine: sides.mine, theirs: sides.theirs)
  }
}

extension FieldShape {
  /// The kind of record that this is.
  fileprivate var recordKind: (any RecordFields.Type)? {
    if case .record(let kind) = self { kind } else { nil }
  }

  /// The kind of record that this is a list of.
  fileprivate var itemKind: (any RecordFields.Type)? {
    if case .list(.record(let kind)) = self { kind } else { nil }
  }
}

extension Sides<Members> {
  /// Some of the members; a record that is not there has none, which is no other state than having none of these.
  fileprivate func part(_ isIncluded: (String) -> Bool) -> Sides<Members> {
    func part(_ members: Members?) -> Members {
      Members(sorted: (members ?? Members()).pairs.filter { isIncluded($0.key) })
    }
    return Sides(base: part(base), mine: part(mine), theirs: part(theirs))
  }
}
