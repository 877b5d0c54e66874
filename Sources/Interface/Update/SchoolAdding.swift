import Casework

/// Adding to the school's own dossier: what is known already is offered, so that nobody types it over.
extension AppState {
  /// Why nothing can be added to a tab of the school.
  func addReason(_ screen: SchoolScreen) -> String? {
    switch screen.tab {
    case .school: isOnPartnership(screen) ? nil : Texts.School.nothingToAdd
    case .norms: Texts.School.normsElsewhere
    case .staff, .groups, .assignments, .timetables, .calendar, .offers, .testYears: nil
    }
  }

  private func isOnPartnership(_ screen: SchoolScreen) -> Bool {
    if case .record(.school, let path)? = screen.target(self) {
      path.first == .field(SchoolFields.declared.partnership.key)
    } else {
      false
    }
  }

  mutating func addToSchool(_ screen: SchoolScreen) -> [Effect] {
    switch screen.tab {
    case .school:
      let fields = SchoolFields.declared
      return openForm(
        at: .school, path: [.field(fields.partnership.key)], field: PartnershipFields.declared.checklist.key)
    case .norms: return []
    case .calendar: return add(to: calendarChoices)
    case .timetables: return add(to: timetableChoices)
    case .staff, .groups, .assignments, .offers, .testYears:
      return add(to: screen.tab.lists.compactMap { choice($0.key, in: $0.file) })
    }
  }

  private func choice(_ key: String, in file: FileKind, _ title: String? = nil) -> ListChoice? {
    guard let place = file.place(of: nil), let kind = place.root.field(key)?.shape.itemKind else { return nil }
    return ListChoice(place: place, key: key, title: title ?? kind.title)
  }

  /// The holidays that are known for the region and not on record, a study day, another day off, a school year.
  private var calendarChoices: [ListChoice] {
    let fields = CalendarFields.declared
    var study = Record<ClosureFields>()
    study.closureName = ClosureKind.studyDay.label
    study.kind = Choice(.studyDay)
    study.confirmed = true
    let studyDay = ListChoice(
      place: .calendar, key: fields.closures.key, title: Texts.School.studyDay, known: study.members,
      field: ClosureFields.declared.from.key)
    let other = choice(fields.closures.key, in: .calendar, Texts.School.dayOff)
    let year = choice(fields.years.key, in: .calendar)
    return [studyDay] + knownYears + knownHolidays + [other, year].compactMap(\.self)
  }

  /// This school year and the next, as far as they are to come or running.
  private var openYears: [SchoolYear] {
    let year = SchoolYear(of: environment.today)
    return [year, year.next]
  }

  private var knownYears: [ListChoice] {
    guard let session, let region = session.caseload.school.record.region?.known else { return [] }
    let recorded = Set(session.caseload.school.calendar.years.compactMap(\.schoolYear))
    return openYears.filter { !recorded.contains($0) && !holidays.holidays(in: region, of: $0).isEmpty }.map { year in
      ListChoice(
        place: .calendar, key: CalendarFields.declared.years.key, title: Texts.School.knownYear(year),
        known: holidays.calendarYear(year, in: region).members)
    }
  }

  private var knownHolidays: [ListChoice] {
    guard let session, let region = session.caseload.school.record.region?.known else { return [] }
    let recorded = session.caseload.school.calendar.closures
    return openYears.flatMap { holidays.holidays(in: region, of: $0) }
      .filter { holiday in !holiday.isSummer && !recorded.contains { $0.covers(holiday) } }
      .map { holiday in
        ListChoice(
          place: .calendar, key: CalendarFields.declared.closures.key,
          title: Texts.School.known(
            holiday.name, holiday.from, holiday.until, isConfirmed: holiday.isConfirmed),
          known: holiday.closure.members)
      }
  }

  /// An empty one, or one with the hours of another.
  private var timetableChoices: [ListChoice] {
    let key = SchoolFields.declared.timetables.key
    guard let session, let empty = choice(key, in: .school, Texts.School.emptyTimetable) else { return [] }
    let words = SchoolWords(session: session, members: derived.members)
    let others = session.caseload.school.record.timetables.filter { !($0.periods ?? []).isEmpty }
    return [empty]
      + others.map { other in
        var known = Record<TimetableFields>()
        known.periods = other.periods
        return ListChoice(
          place: .school, key: key, title: Texts.School.like(words.whom(other), since: other.from),
          known: known.members)
      }
  }
}

extension Record<ClosureFields> {
  /// Whether it is a holiday of the whole school around the same days.
  fileprivate func covers(_ holiday: SchoolHoliday) -> Bool {
    guard self.kind.is(.holiday), let from = self.from, self.groups?.isEmpty ?? true, self.yearGroups?.isEmpty ?? true
    else { return false }
    return from <= holiday.until && holiday.from <= (self.until ?? from)
  }
}

extension AppState {
  /// Why a record of the school cannot be withdrawn now: something rests on it.
  func reasonToKeep(_ record: Members, _ kind: RecordKind?) -> String? {
    guard let id = record.id, let caseload = session?.caseload else { return nil }
    switch kind?.name {
    case SchoolGroupFields.name:
      let pupils = derived.members.placed[id] ?? 0
      let name = SchoolGroup(members: record).groupName ?? ""
      return pupils == 0 ? nil : Texts.School.pupilsInGroup(name, pupils)
    case StaffFields.name:
      let assignment = caseload.school.record.assignments.first {
        $0.teacher?.id == id && ($0.span?.until.map { $0 >= environment.today } ?? true)
      }
      guard let assignment, let group = caseload.group(assignment.group?.id)?.groupName else { return nil }
      return Texts.School.teaches(Record<StaffFields>(members: record).staffName ?? "", group)
    default: return nil
    }
  }
}
