extension Rule {
  /// Illness that gives cause for concern (§3.8).
  static let illnessRules: [Rule] = [
    .onAbsence("verzuim.ziek-twijfel", IllnessRules.doubtful),
    .onAbsence("verzuim.ziek-vaak", reads: [.conversations], IllnessRules.often),
  ]
}

private enum IllnessRules {
  static func doubtful(_ it: AbsenceCase) -> [Episode] {
    it.absence.absences.compactMap { absence in
      guard absence.isDoubtful == true, absence.kind.is(.ill), let from = absence.from else { return nil }
      // A decision without a day was taken, nobody knows when: nothing is left to ask.
      if absence.doubtOutcome != nil, absence.doubtDecidedOn == nil { return nil }
      let last = absence.isOpen == true ? it.ledger.horizon : absence.until ?? from
      let reported = it.reports.all.filter { $0.overlaps(from, through: last) }.map(\.reportedOn)
      let decided = absence.doubtOutcome == nil ? nil : absence.doubtDecidedOn
      let answer = (reported + [decided].compactMap(\.self)).min()
      let place = Act(.absence, list: AbsenceFields.declared.absences.key, record: absence.id)
      return Episode(
        id: Episode.ID(rule: "verzuim.ziek-twijfel", subject: it.subject, records: [absence.id].compactMap(\.self)),
        visibleFrom: from, clearedOn: answer.map { max($0, from) }, floor: .later,
        title: ProofStep("titel", ["dag": .date(from)]), proof: [ProofStep("twijfel", ["dag": .date(from)], at: place)],
        act: Act(
          .absence, list: AbsenceFields.declared.absences.key, record: absence.id,
          field: AbsenceRecordFields.declared.doubtOutcome.key))
    }
  }

  /// Illness reported often, or for many days in a row; after a talk, a doctor or a plan counting begins afresh.
  static func often(_ it: AbsenceCase) -> [Episode] {
    guard let measure = IllnessMeasure(it.scope.norms) else { return [] }
    var episodes: [Episode] = []
    var spells: [AbsenceRun] = []
    for spell in it.ledger.runs(where: { $0.has(.ill, .authorised) }) {
      if let cleared = episodes.last?.clearedOn { spells.removeAll { $0.first <= cleared } }
      spells.append(spell)
      let inWindow = spells.filter { it.week(of: $0) > it.week(of: spell) - measure.weeks }
      if inWindow.count >= measure.reports, !episodes.contains(where: { $0.isOpen(on: spell.first) }) {
        episodes.append(often(spell.first, inWindow, counted: nil, measure, it))
      }
      var days = spell.range
      while let row = it.rowOfDays(measure.days, in: days, after: episodes.last?.clearedOn) {
        let day = it.ledger.days[row.upperBound - 1].date
        if episodes.contains(where: { $0.isOpen(on: day) }) { break }
        let long = often(day, [spell], counted: row, measure, it)
        episodes.append(long)
        guard long.clearedOn != nil else { break }
        days = row.upperBound..<spell.range.upperBound
      }
    }
    return episodes
  }

  private static func often(
    _ day: CivilDate, _ spells: [AbsenceRun], counted row: Range<Int>?, _ measure: IllnessMeasure, _ it: AbsenceCase
  ) -> Episode {
    let week = it.calendar.teachingWeek(measure.weeks, after: day)
    let steps =
      it.absence.steps.filter(\.answersIllness).compactMap(\.takenOn) + it.absence.plans.compactMap(\.madeOn)
      + it.talksAboutAbsence
    let values: ProofValues = [
      "dag": .date(day), "weken": .count(measure.weeks), "meldingen": .count(spells.count),
      "dagen": .count(measure.days),
    ]
    let isLong = row != nil
    let days = row.map { it.ledger.days[$0] } ?? []
    var proof = spells.map { spell in
      it.isOpen(spell)
        ? ProofStep("ziekSinds", ["van": .date(spell.first)])
        : ProofStep("ziekmelding", ["van": .date(spell.first), "tot": .date(spell.last)])
    }
    proof += days.flatMap { day in day.lines("ziekeDag") { $0.kind == .ill } }
    proof.append(ProofStep(isLong ? "dagenOpRij" : "vaak", values))
    proof += ProofStep.assumed(days.lazy.filter(\.isAssumed).map(\.date))
    if week == nil { proof.append(it.calendar.endLine(after: day)) }
    return Episode(
      id: Episode.ID(rule: "verzuim.ziek-vaak", subject: it.subject, mark: day.iso), visibleFrom: day,
      until: week.map { $0.adding(days: day.weekday.index) }, clearedOn: steps.filter { $0 >= day }.min(), floor: .now,
      title: ProofStep(isLong ? "titelLang" : "titel", values), proof: proof,
      act: Act(.absence, list: AbsenceFields.declared.steps.key))
  }
}

/// From when illness is often or long.
private struct IllnessMeasure {
  let reports: Int
  let weeks: Int
  let days: Int

  init?(_ norms: Norms) {
    guard let reports = norms["verzuim.ziek-vaak.meldingen"], let weeks = norms["verzuim.ziek-vaak.lesweken"],
      let days = norms["verzuim.ziek-vaak.dagen"]
    else { return nil }
    self.reports = reports
    self.weeks = weeks
    self.days = days
  }
}

extension AbsenceCase {
  /// The first row of so many days of a run, all of them after what was done about the days before.
  fileprivate func rowOfDays(_ count: Int, in days: Range<Int>, after cleared: CivilDate?) -> Range<Int>? {
    let first = days.first { index in cleared.map { ledger.days[index].date > $0 } ?? true }
    guard let first, first + count <= days.upperBound else { return nil }
    return first..<first + count
  }

  /// The position of the teaching week in which a run began.
  fileprivate func week(of run: AbsenceRun) -> Int { ledger.weeks[run.range.lowerBound] }
}

extension Record where Fields == AbsenceStepFields {
  /// Whether it looks into why a pupil is ill so often; an attendance officer is not asked about that.
  fileprivate var answersIllness: Bool {
    switch self.kind?.known {
    case .talk, .schoolDoctor, .supportForSick: true
    case .attendanceOfficer, .other, nil: false
    }
  }
}
