extension ImportWork {
  /// Takes over the groups of the file's school year and returns them by their key in the file.
  mutating func takeGroups() -> [String: SchoolGroup] {
    var taken: [String: SchoolGroup] = [:]
    let onlyGroups = Set(currentPupils.compactMap(\.homeGroup))
    for group in file.groups {
      let outcome: ImportOutcome
      if let reason = group.reasonToLeaveOut(among: onlyGroups) {
        outcome = .leftOut(reason)
      } else {
        let (record, result) = take(group)
        taken[group.key] = record
        outcome = result
      }
      report.groups.append(ImportLine(group.name, line: group.line, outcome))
    }
    return taken
  }

  private mutating func take(_ group: EdexGroup) -> (SchoolGroup, ImportOutcome) {
    let known = knownGroup(like: group)
    var draft = Draft(known ?? maker.record())
    draft.take(\.groupName, group.name)
    draft.take(\.schoolYear, file.schoolYear)
    let years = yearGroups(of: group)
    if !years.isEmpty { draft.take(\.yearGroups, years) }
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

  /// The year groups of a group and of the pupils in it, in order.
  private func yearGroups(of group: EdexGroup) -> [Int] {
    let own = group.yearGroup?.number
    let ofPupils = currentPupils.filter { $0.homeGroup == group.key }.compactMap { $0.yearGroup?.number }
    return Set(ofPupils + [own].compactMap(\.self)).sorted()
  }

  private var currentPupils: [EdexPupil] {
    file.pupils.filter { !$0.hasLeft(by: asOf) }
  }
}

extension EdexGroup {
  /// Why a group is not taken over; `onlyGroups` holds the keys of groups that some pupil is in.
  fileprivate func reasonToLeaveOut(among onlyGroups: Set<String>) -> LeftOutReason? {
    if kind == .combined { return onlyGroups.contains(key) ? nil : .combinedGroup }
    switch yearGroup {
    case .preschool, .secondary, .other, .historic: return .groupNotOfSchool
    case .primary, .special, .combination, .unknown, nil: return nil
    }
  }
}
