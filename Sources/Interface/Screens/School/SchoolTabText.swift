import Casework

/// A tab of the school in lines.
struct SchoolTabText {
  let state: AppState
  let session: Session
  let tab: SchoolTab
  let width: Int

  init?(_ state: AppState, tab: SchoolTab, width: Int) {
    guard let session = state.session else { return nil }
    self.state = state
    self.session = session
    self.tab = tab
    self.width = max(10, width)
  }

  var lines: [TabLine] {
    switch tab {
    case .school: return schoolLines
    case .norms: return normLines
    case .staff, .groups, .assignments, .timetables, .calendar, .offers, .testYears:
      let lists = tab.lists.flatMap { [TabLine()] + list($0.key, in: $0.file) }
      return Array(lists.dropFirst()) + note(tab.note)
    }
  }

  private func note(_ text: String?) -> [TabLine] {
    guard let text else { return [] }
    return [TabLine()] + wrapped(text, .muted)
  }

  private func wrapped(_ text: String, _ role: Role) -> [TabLine] {
    Wrapped.lines(of: text, width: width).map { TabLine($0.text, role) }
  }

  // MARK: The school itself

  private var schoolLines: [TabLine] {
    let school = session.caseload.school.record.members
    let kind = RecordKind(SchoolFields.self)
    let partnership = SchoolFields.declared.partnership
    let plain = kind.fields.filter { $0.shape.itemKind == nil && $0.shape.recordKind == nil }
    let inside: TreePath = [.field(partnership.key)]
    let network = school.record(at: inside) ?? Members()
    let networkKind = RecordKind(PartnershipFields.self)
    let target = LineTarget.record(.school, inside)
    return plain.flatMap { field in
      value(school[field.key], field, .field(.school, key: field.key))
    } + [TabLine(), TabLine(heading(partnership.label, partnership.basis), target)]
      + networkKind.fields.filter { $0.shape.itemKind == nil }.flatMap { value(network[$0.key], $0, target) }
      + checklist(network, inside)
  }

  private func checklist(_ network: Members, _ path: TreePath) -> [TabLine] {
    let field = PartnershipFields.declared.checklist
    let items = (network[field.key]?.elements ?? []).compactMap(\.members)
    var head = heading(field.label, field.basis)
    head.add("  " + Texts.count(items.count { !$0.isWithdrawn }), .muted)
    let kind = RecordKind(ChecklistItemFields.self)
    return [TabLine(head, .record(.school, path))]
      + items.flatMap { item -> [TabLine] in
        guard let id = item.id else { return [] }
        let words = Summary(item, of: kind, session.references, in: Members()).words
        return [TabLine(line(words, item), .record(.school, path + [.item(list: field.key, id)]))]
      }
  }

  private func heading(_ title: String, _ basis: String) -> Line {
    var line = Line(title, .heading, bold: true)
    if !basis.isEmpty { line.add("  " + basis, .muted) }
    return line
  }

  private func value(_ tree: Tree?, _ field: AnyField, _ target: LineTarget) -> [TabLine] {
    let column = min(26, width / 2)
    var first = Line()
    first.add(field.label, width: column - 2, .muted)
    first.add("  ")
    let text = Display.text(tree, field, in: Members(), of: RecordKind(SchoolFields.self), session.references)
    return Wrapped.lines(of: text, width: max(8, width - column)).enumerated().map { index, wrapped in
      var line = index == 0 ? first : Line(String(repeating: " ", count: column))
      line.add(wrapped.text, tree == nil ? .muted : .text)
      return TabLine(line, target)
    }
  }

  // MARK: Lists

  /// The records of a list, those of one school year under its name, the newest year first.
  private func list(_ key: String, in file: FileKind) -> [TabLine] {
    guard let field = RecordKind(file.fields).field(key), let kind = field.shape.itemKind else { return [] }
    let records = session.schoolRecords(under: key, in: file)
    var head = heading(field.label, field.basis)
    head.add("  " + Texts.count(records.count { !$0.isWithdrawn }), .muted)
    let entries = records.map { SchoolEntry($0, kind, session, state) }.sorted { $0.comesBefore($1) }
    var lines = [TabLine(head, .list(file, key: key))]
    var year: SchoolYear?
    for entry in entries {
      if entry.year != year, let next = entry.year { lines.append(TabLine(next.description, .muted)) }
      year = entry.year
      guard let id = entry.members.id else { continue }
      lines.append(TabLine(line(entry.words, entry.members), .record(file, [.item(list: key, id)])))
    }
    return lines
  }

  private func line(_ words: [String], _ record: Members) -> Line {
    let text = words.isEmpty ? Texts.emptyRecord : words.joined(separator: " · ")
    guard record.isWithdrawn else { return Line("  " + text) }
    let reason = record[RecordKey.withdrawal]?[WithdrawalFields.declared.reason.key]?.text ?? ""
    return Line("  " + Texts.Dossier.withdrawn(text, reason: reason), .muted)
  }

  // MARK: Norms

  /// The numbers that the school chose, those in its file that do not count, and how to see them all.
  private var normLines: [TabLine] {
    let all = state.book.numbers.map(\.norm).filter { !$0.isStatutory }
    let own = all.compactMap { norm in session.ownValue(of: norm).map { Texts.Norms.chosen(norm, $0) } }
    let findings = state.book.findings(in: session.caseload.school.record).map(\.text)
    return findings.flatMap { wrapped($0, .error) } + own.flatMap { wrapped($0, .text) }
      + wrapped(Texts.Norms.see(all.count, own: own.count), .muted)
  }
}

extension SchoolTab {
  /// What stands below its lists.
  fileprivate var note: String? {
    switch self {
    case .staff: Texts.School.loggingIn
    case .calendar: Texts.School.calendarNote
    case .school, .groups, .assignments, .timetables, .offers, .testYears, .norms: nil
    }
  }
}

/// One record of the school in a line, and where it comes in its list.
private struct SchoolEntry {
  let members: Members
  /// The school year that it stands under; nothing for what is of no year.
  let year: SchoolYear?
  let words: [String]
  private let order: String

  init(_ members: Members, _ kind: RecordKind, _ session: Session, _ state: AppState) {
    self.members = members
    let school = session.caseload.school.record
    let words = SchoolWords(session: session, members: state.derived.members)
    switch kind.name {
    case StaffFields.name:
      let person = Record<StaffFields>(members: members)
      year = nil
      self.words = words.of(person)
      order = (person.leftOn == nil ? "0" : "1") + (person.staffName ?? "").lowercased()
    case SchoolGroupFields.name:
      let group = SchoolGroup(members: members)
      year = group.schoolYear
      self.words = words.of(group)
      order = (group.groupName ?? "").lowercased()
    case AssignmentFields.name:
      let assignment = Record<AssignmentFields>(members: members)
      year = assignment.schoolYear
      self.words = words.of(assignment)
      order = school.groups.first { $0.id == assignment.group?.id }?.groupName?.lowercased() ?? ""
    case TimetableFields.name:
      let timetable = Record<TimetableFields>(members: members)
      year = timetable.from.map(SchoolYear.init(of:))
      self.words = words.of(timetable)
      order = timetable.from?.iso ?? ""
    case ClosureFields.name:
      let closure = Record<ClosureFields>(members: members)
      year = closure.from.map(SchoolYear.init(of:))
      self.words = words.of(closure)
      order = closure.from?.iso ?? ""
    case CalendarYearFields.name:
      let calendarYear = Record<CalendarYearFields>(members: members)
      year = nil
      self.words = words.of(calendarYear)
      order = calendarYear.schoolYear.map { String(9999 - $0.startYear) } ?? ""
    default:
      let summary = Summary(members, of: kind, session.references, in: Members())
      year = nil
      self.words = [summary.date?.dutch(.full)].compactMap(\.self) + summary.words
      order = summary.date.map { String(99_999_999 - $0.dayNumber) } ?? ""
    }
  }

  /// What was withdrawn stands last in its year.
  func comesBefore(_ other: SchoolEntry) -> Bool {
    if year != other.year { return (year?.startYear ?? .min) > (other.year?.startYear ?? .min) }
    if members.isWithdrawn != other.members.isWithdrawn { return !members.isWithdrawn }
    if order != other.order { return order < other.order }
    return (members.id?.description ?? "") < (other.members.id?.description ?? "")
  }
}
