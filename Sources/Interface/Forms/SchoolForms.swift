import Casework

/// What forms over the school and its calendar do besides what every form does.
extension FormScreen {
  /// Whether what it changes can move deadlines of every pupil, so that the consequences are worked out before saving.
  var concernsEveryone: Bool {
    switch place {
    case .school, .calendar: true
    case .section, .putOffs, .registration, .restricted, .emergencyCard, .workingNote: false
    }
  }

  /// What is the matter with the record of the school that is being filled in.
  var schoolProblems: [SchoolProblem] {
    let path = firstLevel.path
    guard concernsEveryone, let members = file.record(at: path) else { return [] }
    let school = Record<SchoolFields>(members: file)
    let calendar = Record<CalendarFields>(members: file)
    return switch firstLevel.kind.name {
    case ClosureFields.name: calendar.problems(of: Record<ClosureFields>(members: members))
    case CalendarYearFields.name: calendar.problems(of: Record<CalendarYearFields>(members: members))
    case SchoolGroupFields.name: school.problems(of: SchoolGroup(members: members))
    case AssignmentFields.name: school.problems(of: Record<AssignmentFields>(members: members))
    case TimetableFields.name: school.problems(of: Record<TimetableFields>(members: members))
    default: []
    }
  }

  /// The weekday of which the hours can be given to other days: that of the row under the cursor, else the first one
  /// with hours.
  var weekdayToCopy: Weekday? {
    guard level.kind.name == TimetableFields.name, let row = currentRow,
      row.key == TimetableFields.declared.periods.key
    else { return nil }
    let periods = Record<TimetableFields>(members: record).periods ?? []
    if case .item(_, .place(_, let place)) = row, periods.indices.contains(place) {
      return periods[place].weekday?.known
    }
    return Weekday.allCases.first { weekday in periods.contains { $0.weekday.is(weekday) } }
  }

  /// Gives days of the timetable the hours of another day, instead of their own.
  mutating func copyHours(of weekday: Weekday, to days: [Weekday]) {
    var timetable = Record<TimetableFields>(members: record)
    let periods = timetable.periods ?? []
    let source = periods.filter { $0.weekday.is(weekday) }
    let kept = periods.filter { period in !days.contains { period.weekday.is($0) } }
    let copies = days.flatMap { day in
      source.map { period in
        var copy = period
        copy.weekday = Choice(day)
        return copy
      }
    }
    timetable.periods = (kept + copies).enumerated().sorted { left, right in
      let order = { (period: Record<PeriodFields>) in
        ((period.weekday?.known?.index ?? 7) * 1440) + (period.from?.minutes ?? 0)
      }
      let (first, second) = (order(left.element), order(right.element))
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
    remember(nil)
    file.change(at: level.path) { $0 = timetable.members }
  }
}

extension AppState {
  /// What is said in a form and does not keep it from being saved.
  func remarks(on form: FormScreen) -> [String] {
    form.schoolProblems.filter { !$0.isBlocking }.map(\.explanation) + lookalikeRemarks(on: form)
      + sharingRemarks(on: form)
  }

  var copyDayReason: String? {
    guard case .form(let form) = screens.current, form.level.kind.name == TimetableFields.name,
      form.currentRow?.key == TimetableFields.declared.periods.key
    else { return Texts.School.noTimetable }
    return form.weekdayToCopy == nil ? Texts.School.noPeriods : nil
  }

  /// Asks which days get the same hours.
  mutating func askDaysToCopy() -> [Effect] {
    guard case .form(let form) = screens.current, let weekday = form.weekdayToCopy else { return [] }
    overlay = .choose(.copyDay(weekday), ListCursor())
    return []
  }

  mutating func copyDay(_ weekday: Weekday, to days: [Weekday]) -> [Effect] {
    guard case .form(var form) = screens.current else { return [] }
    form.copyHours(of: weekday, to: days)
    let effects = afterTyping(form)
    notice = Notice(.hint, Texts.School.copied(weekday))
    return effects
  }
}

extension Weekday {
  /// What the hours of this day can be given to: the other school days at once, or one of them.
  var copyTargets: [(title: String, days: [Weekday])] {
    let others = Weekday.allCases.prefix(5).filter { $0 != self }
    return [(Texts.School.allOtherDays, others)] + others.map { ($0.label, [$0]) }
  }
}
