extension Rule {
  /// Whoever teaches the pupil reads the plan that holds: a norm of ten school days.
  static let planReading = Rule(
    "opp.gelezen", reads: [.pupil, .plan],
    judge: .pupil { dossier, scope in
      guard dossier.pupil.isReadable, let plan = dossier.plan.record else { return [] }
      let placements = dossier.placementHistory
      return dossier.planCourse.history.flatMap { held in
        placements.flatMap { placement in
          let group = placement.record.group?.id
          return scope.teaching.compactMap { teaching -> Episode? in
            guard teaching.group == group else { return nil }
            return PlanReading(held, placement.span, teaching)?.episode(of: dossier.id, plan, scope)
          }
        }
      }
    })
}

/// A teacher who has to read a version: for as long as it holds, the pupil is in the group and the teacher has it.
private struct PlanReading {
  let version: PlanVersion
  let id: RecordID
  let assignment: RecordID
  let teacher: RecordID
  let name: String?
  let days: DateSpan
  /// From which day the term counts: the later of establishing, and teacher and pupil coming together.
  let base: CivilDate
  let startedOn: CivilDate

  /// `placement` are the days on which the pupil is in the teacher's group.
  init?(_ held: Spanned<PlanVersionFields>, _ placement: DateSpan, _ teaching: Teaching) {
    guard let id = held.record.id, let established = held.record.establishedOn, let assigned = teaching.id,
      let meeting = teaching.span.common(with: placement), let days = meeting.common(with: held.span)
    else { return nil }
    let leftOn = teaching.leftOn
    let base = max(days.from, established)
    if let leftOn, leftOn < base { return nil }
    version = held.record
    self.id = id
    self.assignment = assigned
    teacher = teaching.teacher
    name = teaching.name
    self.days = DateSpan(from: days.from, until: [days.until, leftOn].compactMap(\.self).min())
    self.base = base
    startedOn = meeting.from
  }

  func episode(of pupil: RecordID, _ plan: Record<PlanFields>, _ scope: RuleScope) -> Episode? {
    let read = plan.readings.filter { $0.version?.id == id && $0.reader?.id == teacher }.compactMap(\.on).min()
    if let read, read <= base { return nil }
    guard days.contains(base), let count = scope.norms["opp.gelezen.schooldagen", on: base] else { return nil }
    let term = Term.schoolDays(count, after: base, calendar: scope.calendar)
    let place = Act(.plan, list: "versies", record: id)
    var proof = [
      ProofStep("vastgesteld", ["datum": .date(version.establishedOn ?? base)], at: place),
      ProofStep("begonnen", ["datum": .date(startedOn)]),
    ]
    if let term {
      proof.append(ProofStep("termijn", ["van": .date(base), "dagen": .count(count), "tot": .date(term.end)]))
      proof += term.skipped.map { ProofStep("nietMeegeteld", ["dag": .date($0.date), "reden": .text($0.reason)]) }
    } else {
      proof.append(scope.calendar.unknownStep(after: base))
    }
    let title = term == nil ? "titelOnbekend" : name == nil ? "titelNaamloos" : "titel"
    let who: ProofValues = name.map { ["wie": .text($0)] } ?? [:]
    let values = who.and(term.map { ["datum": .date($0.end)] } ?? [:])
    return Episode(
      id: Episode.ID(rule: "opp.gelezen", subject: .pupil(pupil), records: [id, assignment], mark: base.iso),
      visibleFrom: base, due: term?.end, until: days.end, clearedOn: read, floor: term == nil ? .later : nil,
      title: ProofStep(title, values), proof: proof, act: Act(.plan, list: "gelezen"), owner: teacher)
  }
}

extension TeachingCalendar {
  /// The first school year on or after a day that is not on record, as a proof tells that counting stops there.
  func unknownStep(after day: CivilDate) -> ProofStep {
    var year = SchoolYear(of: day)
    while schoolYears.contains(year) { year = year.next }
    return ProofStep("kalenderOnbekend", ["schooljaar": .text(year.description)])
  }
}
