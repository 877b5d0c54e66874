extension ImportWork {
  /// Takes over the staff and who works with which group, and never a role: nobody may do more because of a file.
  mutating func takeStaff(groups: [String: SchoolGroup]) {
    let matcher = StaffMatcher(present: school.staff, file: file.teachers)
    var assigning = Assigning(work: self, groups: groups)
    for teacher in file.teachers {
      if teacher.isParentOnly {
        report.staff.append(ImportLine(teacher.name.full, line: teacher.line, .leftOut(.parentHelper)))
      } else if let id = take(teacher, known: matcher.match(teacher)) {
        for assignment in teacher.groups { assigning.take(assignment, of: teacher, id: id) }
        assigning.noteEnded(teacher, id: id)
      }
    }
    school.add(assigning.added, to: \.assignments)
    report.assignments = assigning.lines
    report.findings += assigning.findings
    reportAbsentStaff()
  }

  /// Returns the id of the member of staff.
  private mutating func take(_ teacher: EdexTeacher, known: Record<StaffFields>?) -> RecordID? {
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

  private mutating func reportAbsentStaff() {
    let keys = Set(file.teachers.map(\.key))
    // A file without any staff is one of pupils alone.
    guard !keys.isEmpty else { return }
    let absent = school.staff.filter { staff in
      staff.leftOn == nil && staff.externalKey.map { !keys.contains($0) } ?? false
    }
    report.staff += absent.map { ImportLine($0.staffName ?? "", line: nil, .notInFile) }
  }
}

/// Tells which member of staff someone in the file is: by key, or by name where that person has no key in this file, such
/// as a user who was made by hand.
private struct StaffMatcher {
  private var byKey: [String: Record<StaffFields>] = [:]
  private var byName: [String: [Record<StaffFields>]] = [:]
  private var namesInFile: [String: Int] = [:]

  init(present: [Record<StaffFields>], file: [EdexTeacher]) {
    let keys = Set(file.map(\.key))
    for staff in present {
      if let key = staff.externalKey, keys.contains(key) {
        byKey[key] = byKey[key] ?? staff
      } else {
        byName[(staff.staffName ?? "").lowercased(), default: []].append(staff)
      }
    }
    for teacher in file { namesInFile[teacher.name.full.lowercased(), default: 0] += 1 }
  }

  func match(_ teacher: EdexTeacher) -> Record<StaffFields>? {
    if let known = byKey[teacher.key] { return known }
    let name = teacher.name.full.lowercased()
    let alike = byName[name] ?? []
    return alike.count == 1 && namesInFile[name] == 1 ? alike.first : nil
  }
}

/// Gathers who works with which group in the school year of the file.
private struct Assigning {
  private let file: EdexSchool
  private let asOf: CivilDate
  private let maker: Maker
  private let groups: [String: SchoolGroup]
  private let groupNames: [RecordID: String]
  private let fileGroups: [String: EdexGroup]
  /// The groups that this import makes.
  private let newGroups: Set<String>
  private var present: [RecordID: [Record<AssignmentFields>]] = [:]
  private(set) var added: [Record<AssignmentFields>] = []
  private(set) var lines: [ImportLine] = []
  private(set) var findings: [Finding] = []

  init(work: ImportWork, groups: [String: SchoolGroup]) {
    file = work.file
    asOf = work.asOf
    maker = work.maker
    self.groups = groups
    groupNames = work.school.groupNames
    fileGroups = Dictionary(work.file.groups.map { ($0.key, $0) }) { first, _ in first }
    newGroups = Set(
      zip(work.file.groups, work.report.groups).filter { $1.outcome.kind == .added }.map { group, _ in group.key })
    for assignment in work.school.assignments where assignment.schoolYear == file.schoolYear {
      if let teacher = assignment.teacher?.id { present[teacher, default: []].append(assignment) }
    }
  }

  mutating func take(_ assignment: EdexAssignment, of teacher: EdexTeacher, id: RecordID) {
    let name = fileGroups[assignment.group]?.name ?? ""
    let outcome = outcome(of: assignment, id: id)
    lines.append(ImportLine("\(teacher.name.full), \(name)", line: teacher.line, outcome))
  }

  private mutating func outcome(of assignment: EdexAssignment, id: RecordID) -> ImportOutcome {
    guard let group = groups[assignment.group]?.id else {
      return .leftOut(fileGroups[assignment.group]?.kind == .combined ? .combinedGroup : .groupNotOfSchool)
    }
    guard !assignment.isSupport else { return .leftOut(.supportRole) }
    guard !(present[id] ?? []).contains(where: { $0.group?.id == group }) else { return .unchanged }
    var draft = Draft(maker.record(of: AssignmentFields.self))
    draft.record.teacher = Reference(id)
    draft.record.group = Reference(group)
    draft.record.schoolYear = file.schoolYear
    // With the group itself new, it is the teacher from the start of the year; else from the day of the file.
    if !newGroups.contains(assignment.group) { draft.take(\.from, asOf) }
    present[id, default: []].append(draft.record)
    added.append(draft.record)
    return .added(draft.changes)
  }

  /// Names the groups that someone has here and not in the file; ending it is the school's to decide.
  mutating func noteEnded(_ teacher: EdexTeacher, id: RecordID) {
    let inFile = Set(teacher.groups.compactMap { groups[$0.group]?.id })
    for assignment in present[id] ?? [] where assignment.until.map({ $0 >= asOf }) ?? true {
      guard let group = assignment.group?.id, !inFile.contains(group), let name = groupNames[group] else { continue }
      findings.append(Finding(.groupHereOnly(name), line: teacher.line, about: teacher.name.full))
    }
  }
}

extension EdexTeacher {
  /// Whether the file has the person as a parent of a pupil and nothing else.
  fileprivate var isParentOnly: Bool {
    !roles.isEmpty && roles.allSatisfy { $0 == "OUD" }
  }
}

extension EdexAssignment {
  /// Whether the person helps in the group and does not teach it, so that nobody waits for them to read a plan.
  fileprivate var isSupport: Bool {
    let supporting: Set = ["ADM", "CON", "ICT", "KLA", "LOS", "OUD", "OWA", "SMW", "STA", "TAL"]
    return !roles.isEmpty && supporting.isSuperset(of: roles)
  }
}
