extension ImportWork {
  /// Takes over the groups of the file's school year and returns them by their key in the file.
  mutating func takeGroups() -> [String: SchoolGroup] {
    var taken: [String: SchoolGroup] = [:]
    let inUse = yearGroupsInUse
    for group in file.groups {
      let outcome: ImportOutcome
      if inUse[group.key] == nil, let reason = group.reasonToLeaveOut {
        outcome = .leftOut(reason)
      } else {
        let (record, result) = take(group, ofPupils: inUse[group.key] ?? [])
        taken[group.key] = record
        outcome = result
      }
      report.groups.append(ImportLine(group.name, line: group.line, outcome))
    }
    return taken
  }

  private mutating func take(_ group: EdexGroup, ofPupils years: Set<Int>) -> (SchoolGroup, ImportOutcome) {
    let known = knownGroup(like: group)
    var draft = Draft(known ?? maker.record())
    draft.take(\.groupName, group.name)
    draft.take(\.schoolYear, file.schoolYear)
    let all = years.union([group.yearGroup?.number].compactMap(\.self)).sorted()
    if !all.isEmpty { draft.take(\.yearGroups, all) }
    draft.take(\.externalKey, group.key)
    guard !draft.changes.isEmpty else { return (draft.record, .unchanged) }
    school.put(draft.record, in: \.groups)
    return (draft.record, known == nil ? .added(draft.changes) : .changed(draft.changes))
  }

  /// The group with this key in this school year, or the one of the same name that has no key in this file.
  private func knownGroup(like group: EdexGroup) -> SchoolGroup? {
    let ofYear = school.groups.filter { $0.schoolYear == file.schoolYear }
    if let known = ofYear.first(where: { $0.externalKey == group.key }) { return known }
    let keys = Set(file.groups.map(\.key))
    let alike = ofYear.filter { known in
      known.groupName?.lowercased() == group.name.lowercased() && !(known.externalKey.map(keys.contains) ?? false)
    }
    let twins = file.groups.count { $0.name.lowercased() == group.name.lowercased() }
    return alike.count == 1 && twins == 1 ? alike.first : nil
  }

  /// The groups that some pupil of this school is in, by their key, with the years of those pupils.
  private var yearGroupsInUse: [String: Set<Int>] {
    var years: [String: Set<Int>] = [:]
    for pupil in file.pupils where pupil.reasonToLeaveOut(by: leftBy) == nil {
      guard let group = pupil.homeGroup else { continue }
      years[group, default: []].formUnion([pupil.yearGroup?.number].compactMap(\.self))
    }
    return years
  }
}

extension EdexGroup {
  /// Why a group that no pupil of this school is in is not taken over.
  fileprivate var reasonToLeaveOut: LeftOutReason? {
    if kind == .combined { return .combinedGroup }
    switch yearGroup {
    case .preschool, .secondary, .other, .historic: return .groupNotOfSchool
    case .primary, .special, .combination, .unknown, nil: return nil
    }
  }
}
