/// What came of joining two edits of one file.
public struct MergeOutcome: Equatable, Sendable {
  /// Both edits joined, with theirs wherever they conflict.
  public let joined: Tree
  /// What theirs changed and mine did not: to tell the user.
  public let taken: [TakenChange]
  /// What both changed, each in another way; nothing may be saved before these are settled.
  public let conflicts: [MergeConflict]

  public init(joined: Tree, taken: [TakenChange], conflicts: [MergeConflict]) {
    self.joined = joined
    self.taken = taken
    self.conflicts = conflicts
  }

  /// The joined tree, where there is nothing left to ask.
  public var merged: Tree? { conflicts.isEmpty ? joined : nil }

  /// The joined tree with every conflict settled: one choice for each, in their order; theirs where none is given.
  public func settled(_ choices: [MergeSide]) -> Tree {
    var tree = joined
    for (conflict, side) in zip(conflicts, choices) {
      for part in conflict.parts { tree.set(part[side], at: part.path) }
    }
    return tree
  }
}

/// A value that came from the other edit.
public struct TakenChange: Hashable, Sendable {
  /// Keys and, in lists, record ids from the root of the file.
  public let path: [String]
  public let before: Tree?
  public let after: Tree?
}

/// Whose value a conflict is settled with.
public enum MergeSide: Sendable, CaseIterable {
  case mine, theirs, base
}

/// Values on which two edits differ and that only make sense together: all from one side.
public struct MergeConflict: Hashable, Sendable {
  public let reason: Reason
  /// One for each field, such as the two days of a period; a single one for a whole record.
  public let parts: [Part]

  public init(reason: Reason, parts: [Part]) {
    self.reason = reason
    self.parts = parts
  }

  public enum Reason: Hashable, Sendable {
    /// Both changed the same.
    case sameField
    /// One took the record back while the other changed it.
    case withdrawnAgainstEdited
    /// One has the record no more (an addition was undone) while the other changed it.
    case removedAgainstEdited
    /// Both changed a record whose text is locked, or locked by one of the two.
    case locked
    /// Each is right by itself, and together they cannot be: what mine changed there, against what theirs has.
    case contradiction([SectionFinding])
  }

  public struct Part: Hashable, Sendable {
    /// Keys and, in lists, record ids from the root of the file.
    public let path: [String]
    public let base: Tree?
    public let mine: Tree?
    public let theirs: Tree?

    public init(path: [String], base: Tree?, mine: Tree?, theirs: Tree?) {
      self.path = path
      self.base = base
      self.mine = mine
      self.theirs = theirs
    }

    subscript(side: MergeSide) -> Tree? {
      switch side {
      case .mine: mine
      case .theirs: theirs
      case .base: base
      }
    }
  }
}

extension Tree {
  /// The value under keys and, in lists, record ids.
  public func value(at path: some Collection<String>) -> Tree? {
    guard let key = path.first else { return self }
    let inner = elements.map { $0.first { $0[RecordKey.id]?.text == key } } ?? self[key]
    return inner?.value(at: path.dropFirst())
  }

  /// Sets or removes a value under keys and, in lists, record ids; a record that its list lacks is added at the end.
  public mutating func set(_ value: Tree?, at path: some Collection<String>) {
    guard let key = path.first else {
      self = value ?? .object(Members())
      return
    }
    let rest = path.dropFirst()
    if case .array(var elements) = self {
      let position = elements.firstIndex { $0[RecordKey.id]?.text == key }
      if !rest.isEmpty {
        if let position { elements[position].set(value, at: rest) }
      } else if let value {
        if let position { elements[position] = value } else { elements.append(value) }
      } else if let position {
        elements.remove(at: position)
      }
      self = .array(elements)
    } else {
      var members = members ?? Members()
      if rest.isEmpty {
        members[key] = value
      } else if value != nil || members[key] != nil {
        var inner = members[key] ?? .object(Members())
        inner.set(value, at: rest)
        members[key] = inner
      }
      self = .object(members)
    }
  }
}
