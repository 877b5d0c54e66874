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
  /// with the program. A group that was never registered is asked for from its first teaching day.
  @Sendable static func group(_ group: SchoolGroup, _ scope: RuleScope) -> [Episode] {
    guard let id = group.id, let year = group.schoolYear else { return [] }
    let registered = scope.school.registrations[id] ?? []
    let begin = registered.filter(year.contains).min() ?? year.firstDay
    let days = scope.calendar.teachingDays(from: begin, through: min(year.lastDay, scope.horizon)).filter {
      group.isTaught(on: $0, scope.calendar)
    }
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

  /// Every school year up to the horizon, beginning with the first that anything is known of.
  @Sendable static func calendar(_ scope: RuleScope) -> [Episode] {
    guard let weeks = scope.norms["school.kalender.weken"] else { return [] }
    let last = SchoolYear(of: scope.horizon)
    let known = scope.calendar.schoolYears + scope.school.record.groups.compactMap(\.schoolYear)
    let first = min(known.min() ?? last.previous, last)
    return (first.startYear...last.startYear).map(SchoolYear.init(startYear:)).compactMap { year in
      guard !scope.school.calendar.hasHolidays(in: year) else { return nil }
      let values: [String: ProofValue] = ["schooljaar": .text(year.description), "dag": .date(year.firstDay)]
      return Episode(
        id: Episode.ID(rule: "school.kalender", subject: .school, mark: year.description),
        visibleFrom: year.firstDay.adding(weeks: -weeks), due: year.firstDay, until: year.next.firstDay,
        title: ProofStep("titel", values), proof: [ProofStep("ontbreekt", values)],
        act: Act(nil, list: CalendarFields.declared.closures.key))
    }
  }
}

extension Record where Fields == SchoolGroupFields {
  /// Whether any year group of this group is taught on a day.
  fileprivate func isTaught(on day: CivilDate, _ calendar: TeachingCalendar) -> Bool {
    let years: [Int?] = self.yearGroups.flatMap { $0.isEmpty ? nil : $0 } ?? [nil]
    return years.contains { calendar.isTeachingDay(day, group: self.id, yearGroup: $0) }
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
