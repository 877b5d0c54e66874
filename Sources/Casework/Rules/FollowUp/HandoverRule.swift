extension Rule {
  /// What the next teacher must know of a pupil with extra support is told before the school year is over (§3.1).
  static let teacherHandover = Rule(
    "overdracht.leraar", reads: [.pupil, .conversations],
    judge: .pupil { dossier, scope in
      guard dossier.pupil.isReadable, let section = dossier.conversations.record else { return [] }
      return dossier.supportedSpans.flatMap { span in
        HandoverYear.all(in: span, scope).compactMap { year in
          guard !year.isLeaving(dossier), !year.keepsTeacher(dossier, scope) else { return nil }
          return year.episode(of: dossier.id, section, support: span, scope)
        }
      }
    })
}

/// The end of a school year for a pupil who has extra support then.
private struct HandoverYear {
  let year: SchoolYear
  /// The last teaching day; nothing where the calendar of that year is not on record.
  let lastSchoolDay: CivilDate?

  /// The day by which it counts who is in which group.
  var end: CivilDate { lastSchoolDay ?? year.lastDay }

  /// By then the new teacher knows the pupil, and nothing is left to hand over: 1 October.
  private var fallsAway: CivilDate { year.next.firstDay.adding(months: 2) }

  /// The years that end within the support and are in sight.
  static func all(in span: DateSpan, _ scope: RuleScope) -> [HandoverYear] {
    let last = min(span.until ?? scope.horizon, scope.horizon)
    guard span.from <= last else { return [] }
    let first = max(SchoolYear(of: span.from), scope.calendar.schoolYears.first ?? SchoolYear(of: span.from))
    guard first.firstDay <= last else { return [] }
    return (first.startYear...SchoolYear(of: last).startYear).compactMap { startYear in
      let year = SchoolYear(startYear: startYear)
      let taught = scope.calendar.teachingDays(from: year.firstDay, through: year.lastDay).last
      let found = HandoverYear(year: year, lastSchoolDay: taught)
      return found.end <= scope.horizon && span.contains(found.end) ? found : nil
    }
  }

  /// Whether the pupil leaves with this year: on record, or in year group 8 without a place here for the next year.
  func isLeaving(_ dossier: Dossier) -> Bool {
    let next = year.next.firstDay
    let enrolments = dossier.enrolmentHistory
    if enrolments.contains(where: { $0.span.until.map { $0 >= end && $0 < next } ?? false }),
      !enrolments.contains(where: { $0.span.contains(next) })
    {
      return true
    }
    let placements = dossier.placementHistory
    let hasPlace = placements.contains { $0.span.from >= next && $0.span.from <= year.next.lastDay }
    return !hasPlace && placements.last { $0.span.contains(end) }?.record.yearGroup == 8
  }

  /// Whether one of this year's teachers has the pupil next year too, as far as is known.
  func keepsTeacher(_ dossier: Dossier, _ scope: RuleScope) -> Bool {
    let placements = dossier.placementHistory
    guard let group = placements.last(where: { $0.span.contains(end) })?.record.group?.id else { return false }
    let start = placements.first { $0.span.from > end && $0.span.from <= year.next.lastDay }
    guard let start, let next = start.record.group?.id else { return false }
    return !scope.teachers(of: group, on: end).isDisjoint(with: scope.teachers(of: next, on: start.span.from))
  }

  func episode(
    of pupil: RecordID, _ section: Record<ConversationsFields>, support: DateSpan, _ scope: RuleScope
  ) -> Episode? {
    guard let weeks = scope.norms["overdracht.leraar.weken", on: end] else { return nil }
    let shown = max(end.adding(weeks: -weeks), support.from)
    let handed = section.handovers.filter { $0.year == year.next }
    let done = handed.compactMap(\.on).min()
    if let done, done <= shown { return nil }
    var proof = [
      ProofStep("extraSinds", ["datum": .date(support.from)], at: Act(.pupil, list: "ondersteuningsniveaus"))
    ]
    if let lastSchoolDay {
      proof.append(ProofStep("laatsteSchooldag", ["datum": .date(lastSchoolDay)]))
    } else {
      proof.append(ProofStep("kalenderOnbekend", ["schooljaar": .text(year.description)]))
    }
    let undated = handed.first { $0.on == nil }
    proof.append(
      undated.map { ProofStep("zonderDatum", at: Act(.conversations, list: "overdrachten", record: $0.id)) }
        ?? ProofStep("geen", ["schooljaar": .text(year.next.description)]))
    return Episode(
      id: Episode.ID(rule: "overdracht.leraar", subject: .pupil(pupil), mark: year.next.description),
      visibleFrom: shown, due: lastSchoolDay,
      until: min(support.end ?? .distantFuture, fallsAway),
      clearedOn: done, floor: lastSchoolDay == nil ? .later : nil, factOn: end,
      title: lastSchoolDay.map { ProofStep("titel", ["datum": .date($0)]) } ?? ProofStep("titelOnbekend"), proof: proof,
      act: Act(.conversations, list: "overdrachten", record: undated?.id, field: "datum"))
  }
}
