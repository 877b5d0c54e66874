extension Rule {
  /// What counting absence rests on: groups that are registered each day, and a calendar that says when there is teaching.
  static let registrationRules: [Rule] = [
    Rule("groep.niet-geregistreerd", judge: .group(RegistrationRules.group)),
    Rule("school.kalender", judge: .school(CalendarRules.complete)),
  ]
}

private enum RegistrationRules {
  /// One episode for each row of teaching days without registration.
  ///
  /// Counted from the group's first teaching day, or from the day on which it came into the program where that is later:
  /// before it the school did not work with the program. Where that day is not on record the first registration tells it.
  @Sendable static func group(_ group: SchoolGroup, _ scope: RuleScope) -> [Episode] {
    guard let id = group.id, let year = group.schoolYear else { return [] }
    let registered = scope.school.registrations[id] ?? []
    let days = group.daysToRegister(at: scope.school, scope.calendar, through: scope.horizon)
    let firsts = days.indices.filter { index in
      !registered.contains(days[index]) && (index == 0 || registered.contains(days[index - 1]))
    }
    return firsts.map { index in
      let day = days[index]
      let values: ProofValues = ["groep": .text(group.groupName ?? ""), "dag": .date(day)]
      let row = days[index...].prefix { !registered.contains($0) }
      var proof = [ProofStep("sinds", values)]
      if row.endIndex < days.endIndex, let last = row.last {
        if row.count > 1 { proof.append(ProofStep("dagen", ["dagen": .count(row.count), "tot": .date(last)])) }
        proof.append(ProofStep("weerGeregistreerd", ["dag": .date(days[row.endIndex])]))
      }
      return Episode(
        id: Episode.ID(rule: "groep.niet-geregistreerd", subject: .group(id), mark: day.iso), visibleFrom: day,
        due: day,
        until: year.next.firstDay, title: ProofStep("titel", values),
        proof: proof, act: Act(nil, record: id))
    }
  }
}

extension Record where Fields == SchoolGroupFields {
  /// The teaching days of its school year on which it is to be registered, from when it works with the program.
  fileprivate func daysToRegister(
    at school: School, _ calendar: TeachingCalendar, through last: CivilDate
  ) -> [CivilDate] {
    guard let id = self.id, let year = self.schoolYear, !school.unreadRegistrations.contains(id) else { return [] }
    let came = self.madeAt?.day ?? school.registrations[id]?.filter(year.contains).min()
    let begin = max(year.firstDay, came ?? year.firstDay)
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
