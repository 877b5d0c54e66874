import Casework

/// What a line says of one record of the school.
struct SchoolWords {
  let session: Session
  /// Who is in which group now.
  let members: GroupMembers

  func of(_ person: Record<StaffFields>) -> [String] {
    [person.staffName, person.role?.label, person.leftOn.map { Texts.School.left($0) }].compactMap(\.self)
  }

  func of(_ group: SchoolGroup) -> [String] {
    let pupils = group.id.flatMap { members.byGroup[$0]?.count }
    let teachers = session.caseload.school.record.assignments.filter { $0.group?.id == group.id }
      .compactMap { assignment in assignment.teacher.flatMap { name(ofStaff: $0.id) } }
    return [
      group.groupName, years(group.yearGroups), pupils.map { Texts.Pupils.context(count: $0) },
      teachers.isEmpty ? nil : Array(Set(teachers)).sorted().joined(separator: ", "),
    ].compactMap(\.self)
  }

  func of(_ assignment: Record<AssignmentFields>) -> [String] {
    let period = [assignment.from.map { Texts.School.since($0) }, assignment.until.map { Texts.School.until($0) }]
    return [
      session.caseload.group(assignment.group?.id)?.groupName, assignment.teacher.flatMap { name(ofStaff: $0.id) },
    ].compactMap(\.self) + period.compactMap(\.self)
  }

  func of(_ timetable: Record<TimetableFields>) -> [String] {
    let week = TeachingPeriod.week(timetable.periods ?? []).joined().reduce(0) { $0 + $1.minutes }
    return [
      timetable.from.map { Texts.School.since($0) }, timetable.until.map { Texts.School.until($0) },
      whom(timetable), Texts.School.perWeek(Minutes(week)),
    ].compactMap(\.self)
  }

  /// For which groups and years it holds.
  func whom(_ timetable: Record<TimetableFields>) -> String {
    let group = session.caseload.group(timetable.group?.id)?.displayName
    let whom = [group, years(timetable.yearGroups)].compactMap(\.self).joined(separator: ", ")
    return whom.isEmpty ? Texts.School.everyGroup : whom
  }

  func of(_ closure: Record<ClosureFields>) -> [String] {
    let days = closure.from.map { from in
      closure.until.flatMap { $0 == from ? nil : $0 }.map { Texts.School.days(from: from, until: $0) }
        ?? from.dutch(.weekday)
    }
    let groups = (closure.groups ?? []).compactMap { session.caseload.group($0.id)?.groupName }
    let unconfirmed = closure.confirmed == false ? Texts.School.unconfirmed : nil
    let kind = closure.kind.flatMap { $0 == .holiday || $0.label == closure.closureName?.lowercased() ? nil : $0.label }
    return [
      days, closure.closureName, kind, closure.fromTime.map { Texts.School.from($0) },
      groups.isEmpty ? nil : groups.joined(separator: ", "), years(closure.yearGroups), unconfirmed,
    ].compactMap(\.self)
  }

  func of(_ year: Record<CalendarYearFields>) -> [String] {
    let taught = year.schoolYear.map { session.calendar.teachingDays(from: $0.firstDay, through: $0.lastDay).count }
    let edges = [year.firstDay.map { Texts.School.firstDay($0) }, year.lastDay.map { Texts.School.lastDay($0) }]
    return [year.schoolYear?.description].compactMap(\.self) + edges.compactMap(\.self)
      + [taught.map { Texts.School.taught($0) }].compactMap(\.self)
  }

  private func name(ofStaff id: RecordID) -> String? { session.caseload.name(of: id, .user) }

  private func years(_ years: [Int]?) -> String? {
    guard let years, !years.isEmpty else { return nil }
    return Texts.School.yearGroups(years)
  }
}
