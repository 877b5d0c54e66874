extension Rule {
  /// What counting absence rests on: groups that are registered each day, and a calendar that says when there is teaching.
  static let registrationRules: [Rule] = [
    Rule("groep.niet-geregistreerd", judge: .group(RegistrationRules.group)),
    Rule("school.kalender", judge: .school(RegistrationRules.calendar)),
  ]
}

private enum RegistrationRules {
  /// One episode for each row of teaching days without registration.
  ///
  /// Counted from the first day on which the group was registered in that school year: before it the school did not work
  /// with the program. A group that was never registered is asked for from its first teaching day, or from the day on which
  /// it came into the program.
  @Sendable static func group(_ group: SchoolGroup, _ scope: RuleScope) -> [Episode] {
    guard let id = group.id, let year = group.schoolYear else { return [] }
    let registered = scope.school.registrations[id] ?? []
    let days = group.daysToRegister(at: scope.school, scope.calendar, through: scope.horizon)
    let firsts = days.indices.filter { index in
      !registered.contains(days[index]) && (index == 0 || registered.contains(days[index - 1]))
    }
    return firsts.map { index in
      let day = days[index]
      let values: [String: ProofValue] = ["groep": .text(group.groupName ?? ""), "dag": .date(day)]
      let next = days[index...].first { registered.contains($0) }
      let through = next.map { ProofStep("weerGeregistreerd", ["dag": .date($0)]) }
      return Episode(
        id: Episode.ID(rule: "groep.niet-geregistreerd", subject: .group(id), mark: day.iso), visibleFrom: day,
        due: day,
        until: year.next.firstDay, title: ProofStep("titel", values),
        proof: [ProofStep("sinds", values)] + [through].compactMap(\.self), act: Act(nil, record: id))
    }
  }

  /// Every school year up to the horizon, beginning with the first that anything is known of: its holidays, and a timetable
  /// for each of its groups.
  @Sendable static func calendar(_ scope: RuleScope) -> [Episode] {
    guard let weeks = scope.norms["school.kalender.weken"] else { return [] }
    let last = SchoolYear(of: scope.horizon)
    let known = scope.calendar.schoolYears + scope.school.record.groups.compactMap(\.schoolYear)
    let first = min(known.min() ?? last.previous, last)
    return (first.startYear...last.startYear).map(SchoolYear.init(startYear:)).compactMap { year in
      let act = Act(nil, list: CalendarFields.declared.closures.key)
      guard scope.school.calendar.hasHolidays(in: year) else {
        let values: [String: ProofValue] = ["schooljaar": .text(year.description), "dag": .date(year.firstDay)]
        return episode(year, weeks, "titel", "", [ProofStep("ontbreekt", values)], act)
      }
      guard let (day, group) = firstWithoutTimetable(in: year, scope) else { return nil }
      let values: [String: ProofValue] = [
        "schooljaar": .text(year.description), "dag": .date(day), "groep": .text(group),
      ]
      let timetables = Act(nil, list: SchoolFields.declared.timetables.key)
      return episode(year, weeks, "titelRooster", " rooster", [ProofStep("rooster", values)], timetables)
    }
  }

  private static func episode(
    _ year: SchoolYear, _ weeks: Int, _ title: String, _ mark: String, _ proof: [ProofStep], _ act: Act
  ) -> Episode {
    Episode(
      id: Episode.ID(rule: "school.kalender", subject: .school, mark: year.description + mark),
      visibleFrom: year.firstDay.adding(weeks: -weeks), due: year.firstDay, until: year.next.firstDay,
      title: ProofStep(title, ["schooljaar": .text(year.description)]), proof: proof, act: act)
  }

  /// The first teaching day of the year on which a group of that year has no timetable, with the group's name.
  private static func firstWithoutTimetable(in year: SchoolYear, _ scope: RuleScope) -> (CivilDate, String)? {
    guard let day = scope.calendar.teachingDays(from: year.firstDay, through: year.lastDay).first else { return nil }
    let groups = scope.school.record.groups.filter { $0.schoolYear == year }
    return groups.first { group in
      group.years.contains { !scope.calendar.hasTimetable(on: day, group: group.id, yearGroup: $0) }
    }.map { (day, $0.groupName ?? "") }
  }
}

extension Record where Fields == SchoolGroupFields {
  /// Its year groups; one that is not told where none is on record.
  fileprivate var years: [Int?] { self.yearGroups.flatMap { $0.isEmpty ? nil : $0 } ?? [nil] }

  /// The teaching days of its school year on which it is to be registered, from when it works with the program.
  fileprivate func daysToRegister(
    at school: School, _ calendar: TeachingCalendar, through last: CivilDate
  ) -> [CivilDate] {
    guard let id = self.id, let year = self.schoolYear else { return [] }
    let registered = (school.registrations[id] ?? []).filter(year.contains)
    let begin = registered.min() ?? max(year.firstDay, self.madeAt?.wall.day ?? year.firstDay)
    return calendar.teachingDays(from: begin, through: min(year.lastDay, last)).filter { isTaught(on: $0, calendar) }
  }

  /// The days that the agenda asks for: taught, up to and including `last`, and not registered.
  public func unregisteredDays(
    at school: School, _ calendar: TeachingCalendar, through last: CivilDate
  ) -> [CivilDate] {
    let registered = self.id.flatMap { school.registrations[$0] } ?? []
    return daysToRegister(at: school, calendar, through: last).filter { !registered.contains($0) }
  }

  /// Whether any year group of this group is taught on a day.
  fileprivate func isTaught(on day: CivilDate, _ calendar: TeachingCalendar) -> Bool {
    years.contains { calendar.isTeachingDay(day, group: self.id, yearGroup: $0) }
  }
}

extension Record where Fields == CalendarFields {
  /// Whether the school year is on record with at least one holiday in it.
  fileprivate func hasHolidays(in year: SchoolYear) -> Bool {
    self.years.contains { $0.schoolYear == year }
      && self.closures.contains { closure in
        guard closure.kind.is(.holiday), let from = closure.from else { return false }
        return from <= year.lastDay && closure.until ?? from >= year.firstDay
      }
  }
}
