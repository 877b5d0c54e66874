/// What cannot be meant, or is at least worth a second look, in a record of the school or its calendar that is filled in
/// now, though each value is of its kind.
public enum SchoolProblem: Hashable, Sendable {
  case closureOutsideYears(SchoolYear)
  case closedAlready(String)
  case yearTwice(SchoolYear)
  case dayOutsideYear(CivilDate, SchoolYear, field: String)
  case yearEndsFirst
  case groupTwice(String, SchoolYear)
  case groupOfOtherYear(String, SchoolYear)
  case assignedAlready(String)
  case emptyPeriod(Weekday)
  case overlappingPeriods(Weekday)
  case otherTimetable(from: CivilDate)
  case sameTimetable(from: CivilDate)

  /// Whether it keeps the record from being saved; the others are only said.
  public var isBlocking: Bool {
    switch self {
    case .yearTwice, .dayOutsideYear, .yearEndsFirst, .groupTwice, .groupOfOtherYear, .emptyPeriod, .overlappingPeriods,
      .sameTimetable:
      true
    case .closureOutsideYears, .closedAlready, .assignedAlready, .otherTimetable: false
    }
  }

  /// The key of the field that it is about.
  public var fieldKey: String {
    switch self {
    case .closureOutsideYears, .closedAlready: ClosureFields.declared.from.key
    case .yearTwice: CalendarYearFields.declared.schoolYear.key
    case .dayOutsideYear(_, _, let field): field
    case .yearEndsFirst: CalendarYearFields.declared.lastDay.key
    case .groupTwice: SchoolGroupFields.declared.groupName.key
    case .groupOfOtherYear: AssignmentFields.declared.schoolYear.key
    case .assignedAlready: AssignmentFields.declared.teacher.key
    case .emptyPeriod, .overlappingPeriods: TimetableFields.declared.periods.key
    case .otherTimetable, .sameTimetable: TimetableFields.declared.from.key
    }
  }

  /// What is the matter and what to do, in Dutch.
  public var explanation: String {
    switch self {
    case .closureOutsideYears(let year):
      "Schooljaar \(year) staat nog niet in de kalender: dit telt pas mee als u dat schooljaar toevoegt."
    case .closedAlready(let reason): "Op deze dagen is er al geen les: \(reason)."
    case .yearTwice(let year): "Schooljaar \(year) staat er al. Wijzig dat."
    case .dayOutsideYear(let day, let year, _): "\(day.dutch(.full)) ligt niet in schooljaar \(year)."
    case .yearEndsFirst: "De laatste lesdag ligt vóór de eerste."
    case .groupTwice(let name, let year): "Er is in \(year) al een groep \(name). Kies een andere naam."
    case .groupOfOtherYear(let name, let year):
      "Groep \(name) is een groep van \(year). Kies dat schooljaar, of een andere groep."
    case .assignedAlready(let name): "\(name) staat in deze tijd al voor deze groep."
    case .emptyPeriod(let weekday): "Op \(weekday.label) eindigt een lestijd niet na zijn begin. Kijk de tijden na."
    case .overlappingPeriods(let weekday): "Op \(weekday.label) lopen twee lestijden door elkaar. Kijk de tijden na."
    case .otherTimetable(let from):
      "Het rooster vanaf \(from.dutch(.full)) loopt in deze tijd ook. Het rooster dat het laatst begint, telt; sluit het andere af als dat zo hoort."
    case .sameTimetable(let from):
      "Er is al een rooster vanaf \(from.dutch(.full)) voor dezelfde groep. Wijzig dat, of kies een andere dag."
    }
  }
}

extension Record where Fields == CalendarFields {
  /// The calendar without one of its records.
  fileprivate func without(_ id: RecordID?) -> Record<CalendarFields> {
    var rest = Record<CalendarFields>()
    for year in self.years { rest.put(year, in: \.years) }
    for closure in self.closures where closure.id != id { rest.put(closure, in: \.closures) }
    return rest
  }

  /// What is the matter with one of its holidays or days off.
  public func problems(of closure: Record<ClosureFields>) -> [SchoolProblem] {
    guard let from = closure.from, let until = closure.until ?? closure.from, from <= until else { return [] }
    let known = Set(self.years.compactMap(\.schoolYear))
    let wanted = (SchoolYear(of: from).startYear...SchoolYear(of: until).startYear).map(SchoolYear.init(startYear:))
    if let missing = wanted.first(where: { !known.contains($0) }) { return [.closureOutsideYears(missing)] }
    let calendar = TeachingCalendar(School(record: Record<SchoolFields>(), calendar: without(closure.id)))
    guard calendar.teachingDays(from: from, through: until).isEmpty else { return [] }
    return [.closedAlready(calendar.kind(of: from).reason ?? "")]
  }

  /// What is the matter with one of its school years.
  public func problems(of year: Record<CalendarYearFields>) -> [SchoolProblem] {
    guard let schoolYear = year.schoolYear else { return [] }
    var found: [SchoolProblem] = []
    if self.years.contains(where: { $0.schoolYear == schoolYear && $0.id != year.id }) {
      found.append(.yearTwice(schoolYear))
    }
    let fields = CalendarYearFields.declared
    for (key, day) in [(fields.firstDay.key, year.firstDay), (fields.lastDay.key, year.lastDay)] {
      if let day, !schoolYear.contains(day) { found.append(.dayOutsideYear(day, schoolYear, field: key)) }
    }
    if let first = year.firstDay, let last = year.lastDay, last < first { found.append(.yearEndsFirst) }
    return found
  }
}

extension Record where Fields == SchoolFields {
  /// What is the matter with one of its groups.
  public func problems(of group: SchoolGroup) -> [SchoolProblem] {
    guard let name = group.groupName, let year = group.schoolYear else { return [] }
    let twin = self.groups.contains {
      $0.id != group.id && $0.schoolYear == year && $0.groupName?.lowercased() == name.lowercased()
    }
    return twin ? [.groupTwice(name, year)] : []
  }

  /// What is the matter with who stands before which group.
  public func problems(of assignment: Record<AssignmentFields>) -> [SchoolProblem] {
    guard let year = assignment.schoolYear else { return [] }
    let group = self.groups.first { $0.id != nil && $0.id == assignment.group?.id }
    if let name = group?.groupName, let other = group?.schoolYear, other != year {
      return [.groupOfOtherYear(name, other)]
    }
    let fields = AssignmentFields.declared
    for (key, day) in [(fields.from.key, assignment.from), (fields.until.key, assignment.until)] {
      if let day, !year.contains(day) { return [.dayOutsideYear(day, year, field: key)] }
    }
    let twin = self.assignments.first { other in
      other.id != assignment.id && other.teacher != nil && other.teacher == assignment.teacher
        && other.group == assignment.group && other.schoolYear == year
        && (other.from ?? year.firstDay) <= (assignment.until ?? year.lastDay)
        && (assignment.from ?? year.firstDay) <= (other.until ?? year.lastDay)
    }
    let name = twin.flatMap { twin in self.staff.first { $0.id == twin.teacher?.id }?.staffName }
    return name.map { [.assignedAlready($0)] } ?? []
  }

  /// What is the matter with one of its timetables.
  public func problems(of timetable: Record<TimetableFields>) -> [SchoolProblem] {
    (timetable.periods ?? []).problems + problemsWithOthers(of: timetable)
  }

  private func problemsWithOthers(of timetable: Record<TimetableFields>) -> [SchoolProblem] {
    guard let from = timetable.from else { return [] }
    let others = self.timetables.filter { other in
      other.id != timetable.id && other.group == timetable.group
        && Set(other.yearGroups ?? []) == Set(timetable.yearGroups ?? [])
    }
    let meeting = others.compactMap { other -> CivilDate? in
      guard let begin = other.from, begin <= timetable.until ?? .distantFuture, from <= other.until ?? .distantFuture
      else { return nil }
      return begin
    }
    if meeting.contains(from) { return [.sameTimetable(from: from)] }
    return meeting.max().map { [.otherTimetable(from: $0)] } ?? []
  }
}

extension [Record<PeriodFields>] {
  /// The first weekday on which the times cannot be right.
  fileprivate var problems: [SchoolProblem] {
    for weekday in Weekday.allCases {
      let times = compactMap { period -> (ClockTime, ClockTime)? in
        guard period.weekday.is(weekday), let from = period.from, let until = period.until else { return nil }
        return (from, until)
      }.sorted { $0.0 < $1.0 }
      if times.contains(where: { $0.1 <= $0.0 }) { return [.emptyPeriod(weekday)] }
      if zip(times, times.dropFirst()).contains(where: { $1.0 < $0.1 }) { return [.overlappingPeriods(weekday)] }
    }
    return []
  }
}
