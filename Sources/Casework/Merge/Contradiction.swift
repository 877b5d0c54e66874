/// Two edits that are each right may be wrong together: two levels of support for one day, an offer before its plan.
extension MergeOutcome {
  /// The outcome with such parts of mine taken out and made a conflict, where joining brought about what cannot be kept.
  func withoutContradictions(
    base: Tree?, mine: Tree, theirs: Tree, fields: any RecordFields.Type
  ) -> MergeOutcome {
    guard joined != mine, joined != theirs else { return self }
    let known = Set((blocking(mine, fields) + blocking(theirs, fields)).map(\.withoutNumbers))
    let found = blocking(joined, fields).filter { !known.contains($0.withoutNumbers) }
    guard !found.isEmpty else { return self }

    let asked = conflicts.flatMap(\.parts).map(\.path)
    let own = changes(from: base, to: mine, fields: fields).filter { change in
      theirs.value(at: change.path) != change.after && !asked.contains { change.path.starts(with: $0) }
    }
    let near = own.filter { change in
      found.contains { $0.scope.starts(with: change.path) || change.path.starts(with: $0.scope) }
    }
    let outcome = asking(about: near, theirs: theirs, found)
    let isSolved = blocking(outcome.joined, fields).allSatisfy { known.contains($0.withoutNumbers) }
    return isSolved ? outcome : asking(about: own, theirs: theirs, found)
  }

  private func blocking(_ tree: Tree, _ fields: any RecordFields.Type) -> [SectionFinding] {
    SectionFinding.all(in: tree, for: fields).filter(\.isBlocking)
  }

  private func asking(about own: [TakenChange], theirs: Tree, _ found: [SectionFinding]) -> MergeOutcome {
    let parts = own.map { change in
      MergeConflict.Part(
        path: change.path, base: change.before, mine: change.after, theirs: theirs.value(at: change.path))
    }
    var tree = joined
    for part in parts { tree.set(part.theirs, at: part.path) }
    return MergeOutcome(
      joined: tree, taken: taken,
      conflicts: conflicts + [MergeConflict(reason: .contradiction(found), parts: parts)])
  }
}

extension SectionFinding {
  /// The same wherever the record stands in its list: joining moves records.
  fileprivate var withoutNumbers: SectionFinding {
    SectionFinding(
      kind: kind, path: path.map { Step(key: $0.key, label: $0.label, number: nil, record: $0.record) })
  }

  /// What the finding is about, as a path: the list where records clash with each other, else the record that it is in.
  fileprivate var scope: [String] {
    var scope: [String] = []
    var inner: [String] = []
    for step in path {
      inner.append(step.key)
      guard let record = step.record else { continue }
      scope += inner + [record.description]
      inner = []
    }
    switch kind {
    case .overlap, .sameID, .noID: return scope.dropLast()
    case .wrongKind, .noSuch, .outOfRange, .missing, .unknownWord, .before, .unknownReference, .personalNumber,
      .agreementWithoutText, .noObject:
      return scope
    }
  }
}
