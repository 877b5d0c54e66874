extension ImportWork {
  /// Takes over the staff and who works with which group, and never a role: nobody may more because of a file.
  mutating func takeStaff(groups: [String: SchoolGroup]) {
    let wasNew = Set(
      zip(file.groups, report.groups).compactMap { group, line in
        if case .added = line.outcome { group.key } else { nil }
      })
    for teacher in file.teachers {
      guard !teacher.isParentOnly else {
        report.staff.append(ImportLine(teacher.name.full, line: teacher.line, .leftOut(.parentHelper)))
        continue
      }
      let id = take(teacher)
      for assignment in teacher.groups {
        take(assignment, of: teacher, id: id, groups: groups, newGroups: wasNew)
      }
      noteEnded(teacher, id: id, groups: groups)
    }
    reportAbsentStaff()
  }

  /// Returns the id of the member of staff.
  private mutating func take(_ teacher: EdexTeacher) -> RecordID? {
    let known = knownStaff(like: teacher)
    var draft = Draft(known ?? maker.record())
    draft.take(\.staffName, teacher.name.full)
    draft.take(\.externalKey, teacher.key)
    let outcome: ImportOutcome
    if draft.changes.isEmpty {
      outcome = .unchanged
    } else {
      school.put(draft.record, in: \.staff)
      outcome = known == nil ? .added(draft.changes) : .changed(draft.changes)
    }
    report.staff.append(ImportLine(teacher.name.full, line: teacher.line, outcome))
    return draft.record.id
  }

  /// The one with this key, or the one of the same name who has no key in this file, such as a user made by hand.
  private func knownStaff(like teacher: EdexTeacher) -> Record<StaffFields>? {
    if let known = school.staff.first(where: { $0.externalKey == teacher.key }) { return known }
    let name = teacher.name.full.lowercased()
    let keys = Set(file.teachers.map(\.key))
    let alike = school.staff.filter { known in
      known.staffName?.lowercased() == name && !(known.externalKey.map(keys.contains) ?? false)
    }
    let twins = file.teachers.count { $0.name.full.lowercased() == name }
    return alike.count == 1 && twins == 1 ? alike.first : nil
  }

  private mutating func take(
    _ assignment: EdexAssignment, of teacher: EdexTeacher, id: RecordID?, groups: [String: SchoolGroup],
    newGroups: Set<String>
  ) {
    let name = file.groups.first { $0.key == assignment.group }?.name ?? ""
    let title = "\(teacher.name.full), \(name)"
    guard let group = groups[assignment.group]?.id, let id else {
      let isCombined = file.groups.contains { $0.key == assignment.group && $0.kind == .combined }
      let reason: LeftOutReason = isCombined ? .combinedGroup : .groupNotOfSchool
      return report.assignments.append(ImportLine(title, line: teacher.line, .leftOut(reason)))
    }
    guard !assignment.isSupport else {
      return report.assignments.append(ImportLine(title, line: teacher.line, .leftOut(.supportRole)))
    }
    guard !assignments(of: id).contains(where: { $0.group?.id == group }) else {
      return report.assignments.append(ImportLine(title, line: teacher.line, .unchanged))
    }
    var draft = Draft(maker.record(of: AssignmentFields.self))
    draft.record.teacher = Reference(id)
    draft.record.group = Reference(group)
    draft.record.schoolYear = file.schoolYear
    // With the group itself new, it is the teacher from the start of the year; else from the day of the file.
    if !newGroups.contains(assignment.group) { draft.take(\.from, asOf) }
    school.put(draft.record, in: \.assignments)
    report.assignments.append(ImportLine(title, line: teacher.line, .added(draft.changes)))
  }

  /// Names the groups that someone has here and not in the file; ending it is the school's to decide.
  private mutating func noteEnded(_ teacher: EdexTeacher, id: RecordID?, groups: [String: SchoolGroup]) {
    guard let id else { return }
    let inFile = Set(teacher.groups.compactMap { groups[$0.group]?.id })
    for assignment in assignments(of: id) where assignment.until.map({ $0 >= asOf }) ?? true {
      guard let group = assignment.group?.id, !inFile.contains(group),
        let name = school.groups.first(where: { $0.id == group })?.groupName
      else { continue }
      report.findings.append(
        Finding(.groupHereOnly(name), line: teacher.line, about: teacher.name.full))
    }
  }

  private func assignments(of id: RecordID) -> [Record<AssignmentFields>] {
    school.assignments.filter { $0.teacher?.id == id && $0.schoolYear == file.schoolYear }
  }

  private mutating func reportAbsentStaff() {
    let keys = Set(file.teachers.map(\.key))
    guard !keys.isEmpty else { return }
    let absent = school.staff.filter { staff in
      staff.leftOn == nil && staff.externalKey.map { !keys.contains($0) } ?? false
    }
    report.staff += absent.map { ImportLine($0.staffName ?? "", line: nil, .notInFile) }
  }
}

extension EdexTeacher {
  /// Whether the file has the person as a parent of a pupil and nothing else.
  fileprivate var isParentOnly: Bool {
    !roles.isEmpty && roles.allSatisfy { $0 == "OUD" }
  }
}

extension EdexAssignment {
  /// Whether the person helps in the group and does not teach it: then the plan of a pupil need not be read, and so on.
  fileprivate var isSupport: Bool {
    let supporting: Set = ["ADM", "CON", "ICT", "KLA", "LOS", "OUD", "OWA", "SMW", "STA", "TAL"]
    return !roles.isEmpty && supporting.isSuperset(of: roles)
  }
}
