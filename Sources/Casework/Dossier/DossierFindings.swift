extension Dossier {
  /// What cannot be right in the tabs that can be read, by tab.
  ///
  /// Guardians are only checked where the tab Gezin can be read, and records of other tabs where all tabs can. A tab of
  /// a newer major version is left alone: its fields may mean something else.
  public func findings(in school: School? = nil) -> [SectionName: [SectionFinding]] {
    let known = knownIDs(school)
    var found: [SectionName: [SectionFinding]] = [:]
    for name in SectionName.allCases {
      guard case .value(let tree) = self[name],
        SectionFormat.check(tree, holds: name.rawValue) != .newerMajor
      else { continue }
      let findings = SectionFinding.all(in: tree, for: name.fields, known: known)
      if !findings.isEmpty { found[name] = findings }
    }
    return found
  }

  private func knownIDs(_ school: School?) -> KnownIDs {
    var sets: [ReferenceKind: Set<RecordID>] = [:]
    if let family = family.record { sets[.guardian] = Set(family.all(\.guardians).compactMap(\.id)) }
    if let school {
      sets[.group] = Set(school.record.all(\.groups).compactMap(\.id))
      sets[.user] = Set(school.record.all(\.staff).compactMap(\.id))
    }
    let trees = SectionName.allCases.map { tree(of: $0) }
    if !trees.contains(nil) {
      var ids: Set<RecordID> = school.map { Set($0.record.partnership?.all(\.checklist).compactMap(\.id) ?? []) } ?? []
      for tree in trees { tree?.collectIDs(into: &ids) }
      if school != nil { sets[.record] = ids }
    }
    return KnownIDs(sets)
  }
}

extension Tree {
  /// The ids of all records in the tree.
  fileprivate func collectIDs(into ids: inout Set<RecordID>) {
    switch self {
    case .object(let members):
      if let id = members[RecordKey.id]?.text.flatMap({ RecordID($0) }) { ids.insert(id) }
      for pair in members.pairs { pair.value.collectIDs(into: &ids) }
    case .array(let elements):
      for element in elements { element.collectIDs(into: &ids) }
    case .null, .bool, .number, .string: break
    }
  }
}
