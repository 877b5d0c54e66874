/// What the school's calendar and timetables must hold before teaching weeks and hours can be counted.
enum CalendarRules {
  /// Every school year up to the horizon, beginning with the first that anything is known of: its holidays with its first
  /// and last day of teaching, and a timetable for each of its groups.
  @Sendable static func complete(_ scope: RuleScope) -> [Episode] {
    guard let weeks = scope.norms["school.kalender.weken"] else { return [] }
    let last = SchoolYear(of: scope.horizon)
    let known = scope.calendar.schoolYears + scope.school.record.groups.compactMap(\.schoolYear)
    let first = min(known.min() ?? last.previous, last)
    return (first.startYear...last.startYear).map(SchoolYear.init(startYear:)).flatMap { year in
      [holidays(of: year, weeks, scope), timetables(of: year, weeks, scope)].compactMap(\.self)
    }
  }

  private static func holidays(of year: SchoolYear, _ weeks: Int, _ scope: RuleScope) -> Episode? {
    let calendar = scope.school.calendar
    let missing = MainHoliday.inYear.filter { !calendar.holds($0, in: year) }
    let fields = CalendarFields.declared
    let closures = Act(nil, list: fields.closures.key)
    guard calendar.years.contains(where: { $0.schoolYear == year }), missing.count < MainHoliday.inYear.count else {
      let values: ProofValues = ["schooljaar": .text(year.description), "dag": .date(year.firstDay)]
      return episode(year, year.firstDay, weeks, "titel", [ProofStep("ontbreekt", values)], closures)
    }
    let edges = calendar.missingEdges(of: year).map { ProofStep($0) }
    let lines = edges + missing.map { ProofStep("vakantie", ["vakantie": .text($0.name)]) }
    guard !lines.isEmpty else { return nil }
    let act = edges.isEmpty ? closures : Act(nil, list: fields.years.key)
    return episode(year, year.firstDay, weeks, "titelOnvolledig", lines + [ProofStep("nietTeTellen")], act)
  }

  private static func timetables(of year: SchoolYear, _ weeks: Int, _ scope: RuleScope) -> Episode? {
    guard let (day, group) = firstWithoutTimetable(in: year, scope) else { return nil }
    let isWholeYear = scope.calendar.firstTeachingDay(onOrAfter: year.firstDay) == day
    let values: ProofValues = [
      "schooljaar": .text(year.description), "dag": .date(day), "groep": .text(group),
    ]
    return episode(
      year, isWholeYear ? year.firstDay : day, weeks, "titelRooster", mark: " rooster", [ProofStep("rooster", values)],
      Act(nil, list: SchoolFields.declared.timetables.key))
  }

  private static func episode(
    _ year: SchoolYear, _ due: CivilDate, _ weeks: Int, _ title: String, mark: String = "", _ proof: [ProofStep],
    _ act: Act
  ) -> Episode {
    Episode(
      id: Episode.ID(rule: "school.kalender", subject: .school, mark: year.description + mark),
      visibleFrom: due.adding(weeks: -weeks), due: due, until: year.next.firstDay, factOn: due,
      title: ProofStep(title, ["schooljaar": .text(year.description)]), proof: proof, act: act)
  }

  /// The first teaching day of the year on which a group of that year has no timetable, with the group's name.
  ///
  /// Only on the first day and on the day after a timetable's last one can there be none where there was one before.
  private static func firstWithoutTimetable(in year: SchoolYear, _ scope: RuleScope) -> (CivilDate, String)? {
    let calendar = scope.calendar
    let ends = calendar.timetables.compactMap { $0.until?.adding(days: 1) }.filter(year.contains)
    let days = ([year.firstDay] + ends).compactMap { begin in
      calendar.teachingDays(from: begin, through: year.lastDay).first
    }
    let groups = scope.school.record.groups.filter { $0.schoolYear == year }
    for day in Set(days).sorted() {
      let bare = groups.first { group in
        group.years.contains { !calendar.hasTimetable(on: day, group: group.id, yearGroup: $0) }
      }
      if let bare { return (day, bare.groupName ?? "") }
    }
    return nil
  }
}

/// A holiday that every school year has, with the days within which some of it always lies.
private struct MainHoliday {
  let name: String
  /// Months and days after 1 August.
  let first: (months: Int, days: Int)
  let last: (months: Int, days: Int)

  /// Those between the first and the last day of teaching: in October or early November, at the turn of the year, from
  /// February to 20 March, from 20 April to 20 May.
  static let inYear = [
    MainHoliday(name: "herfstvakantie", first: (2, 0), last: (3, 14)),
    MainHoliday(name: "kerstvakantie", first: (4, 23), last: (5, 1)),
    MainHoliday(name: "voorjaarsvakantie", first: (6, 0), last: (7, 19)),
    MainHoliday(name: "meivakantie", first: (8, 19), last: (9, 19)),
  ]

  func days(in year: SchoolYear) -> ClosedRange<CivilDate> {
    let begin = year.firstDay.adding(months: first.months).adding(days: first.days)
    return begin...max(begin, year.firstDay.adding(months: last.months).adding(days: last.days))
  }
}

extension Record where Fields == CalendarFields {
  /// The holidays of the school as a whole.
  private var holidays: [ClosedRange<CivilDate>] {
    self.closures.compactMap { closure in
      guard closure.kind.is(.holiday), let from = closure.from, closure.groups?.isEmpty ?? true,
        closure.yearGroups?.isEmpty ?? true
      else { return nil }
      return from...max(from, closure.until ?? from)
    }
  }

  fileprivate func holds(_ holiday: MainHoliday, in year: SchoolYear) -> Bool {
    let days = holiday.days(in: year)
    return holidays.contains { $0.overlaps(days) }
  }

  /// The names of the sentences on the first and the last day of teaching, where neither that day nor a summer holiday at
  /// that edge of the year is on record.
  fileprivate func missingEdges(of year: SchoolYear) -> [String] {
    let own = self.years.filter { $0.schoolYear == year }
    let hasFirst = own.contains { $0.firstDay != nil } || holidays.contains { $0.contains(year.firstDay) }
    let hasLast = own.contains { $0.lastDay != nil } || holidays.contains { $0.contains(year.lastDay) }
    return (hasFirst ? [] : ["eersteLesdag"]) + (hasLast ? [] : ["laatsteLesdag"])
  }
}

extension Record where Fields == SchoolGroupFields {
  /// Its year groups; one that is not told where none is on record.
  var years: [Int?] { self.yearGroups.flatMap { $0.isEmpty ? nil : $0 } ?? [nil] }
}
