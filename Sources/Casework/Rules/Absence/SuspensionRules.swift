extension Rule {
  /// Suspension: at most a week, reasons in writing, and the inspectorate told where it is longer than a day (WPO 40c).
  static let suspensionRules: [Rule] = [
    .onAbsence("schorsing.duur", SuspensionRules.length),
    .onAbsence("schorsing.inspectie", SuspensionRules.told),
  ]
}

private enum SuspensionRules {
  static func length(_ it: AbsenceCase) -> [Episode] {
    guard let limit = it.scope.norms["schorsing.duur.dagen"] else { return [] }
    return it.unbrokenSuspensions.compactMap { row in
      guard let first = row.first, let from = first.from, let last = row.last, let until = last.until else {
        return nil
      }
      let days = until.days(since: from) + 1
      guard days > limit else { return nil }
      let values: ProofValues = [
        "van": .date(from), "tot": .date(until), "dagen": .count(days), "grens": .count(limit),
        "uiterlijk": .date(from.adding(days: limit - 1)),
      ]
      return Episode(
        id: Episode.ID(rule: "schorsing.duur", subject: it.subject, records: [first.id].compactMap(\.self)),
        visibleFrom: min(from, first.parentsToldOn ?? from), floor: .now, mustBeAcknowledged: true, factOn: from,
        title: ProofStep("titel", values), proof: lines(row, values),
        act: place(last, SuspensionFields.declared.until.key))
    }
  }

  /// Each suspension of a row, what they come to together, and what may be.
  private static func lines(_ row: [Record<SuspensionFields>], _ values: ProofValues) -> [ProofStep] {
    let each =
      row.count < 2
      ? []
      : row.compactMap { suspension -> ProofStep? in
        guard let from = suspension.from, let until = suspension.until else { return nil }
        return ProofStep("schorsing", ["van": .date(from), "tot": .date(until)], at: place(suspension))
      }
    let sum = row.count < 2 ? ProofStep("duur", values, at: row.first.map { place($0) }) : ProofStep("samen", values)
    return each + [sum, ProofStep("hoogstens", values)]
  }

  static func told(_ it: AbsenceCase) -> [Episode] {
    it.absence.suspensions.flatMap { suspension -> [Episode] in
      guard let from = suspension.from else { return [] }
      let fact = length(of: suspension, from, it)
      let fields = SuspensionFields.declared
      var episodes = [episode("ouders", suspension, from, fact, suspension.parentsToldOn, fields.parentsToldOn.key, it)]
      if fact.days > 1 {
        let told = suspension.inspectorateToldOn
        episodes.append(episode("inspectie", suspension, from, fact, told, fields.inspectorateToldOn.key, it))
      }
      return episodes.compactMap(\.self)
    }
  }

  /// How many school days it takes, and how the proof says so.
  ///
  /// Where the calendar is not on record every day from Monday to Friday counts: a duty does not end for want of a holiday.
  private static func length(
    of suspension: Record<SuspensionFields>, _ from: CivilDate, _ it: AbsenceCase
  ) -> (days: Int, step: ProofStep) {
    let until = max(from, suspension.until ?? from)
    let isKnown = it.calendar.covers(from...until)
    let days =
      isKnown
      ? it.calendar.teachingDays(from: from, through: until).filter { it.ledger.hours.day($0) != nil }.count
      : (0...until.days(since: from)).filter { !from.adding(days: $0).weekday.isWeekend }.count
    let values: ProofValues = ["van": .date(from), "tot": .date(until), "dagen": .count(days)]
    return (days, ProofStep(isKnown ? "schorsing" : "schorsingOnbekend", values, at: place(suspension)))
  }

  private static func episode(
    _ whom: String, _ suspension: Record<SuspensionFields>, _ from: CivilDate, _ fact: (days: Int, step: ProofStep),
    _ toldOn: CivilDate?, _ field: String, _ it: AbsenceCase
  ) -> Episode? {
    if let toldOn, toldOn <= from { return nil }
    // Once one of the two was told, the suspension was decided: the other can still be told in time.
    let decided = [from, suspension.parentsToldOn, suspension.inspectorateToldOn].compactMap(\.self).min() ?? from
    return Episode(
      id: Episode.ID(
        rule: "schorsing.inspectie", subject: it.subject, records: [suspension.id].compactMap(\.self), mark: whom),
      visibleFrom: decided, clearedOn: toldOn, floor: .now, factOn: from,
      title: ProofStep(whom == "ouders" ? "titelOuders" : "titel"), proof: [fact.step, ProofStep(whom)],
      act: place(suspension, field))
  }

  private static func place(_ suspension: Record<SuspensionFields>, _ field: String? = nil) -> Act {
    Act(.absence, list: AbsenceFields.declared.suspensions.key, record: suspension.id, field: field)
  }
}

extension AbsenceCase {
  /// The suspensions that have both their days, those without a school day between them taken together.
  fileprivate var unbrokenSuspensions: [[Record<SuspensionFields>]] {
    let known = absence.suspensions.compactMap { suspension in
      suspension.from.flatMap { from in suspension.until.map { (from: from, until: $0, record: suspension) } }
    }.sorted { ($0.from, $0.until) < ($1.from, $1.until) }
    var rows: [(until: CivilDate, records: [Record<SuspensionFields>])] = []
    for one in known {
      if let last = rows.last, adjoins(last.until, one.from) {
        rows[rows.count - 1].until = max(last.until, one.until)
        rows[rows.count - 1].records.append(one.record)
      } else {
        rows.append((one.until, [one.record]))
      }
    }
    return rows.map(\.records)
  }

  private func adjoins(_ last: CivilDate, _ next: CivilDate) -> Bool {
    next <= last.adding(days: 1)
      || calendar.covers(last...next)
        && !ledger.hours.hasSchoolDay(from: last.adding(days: 1), through: next.adding(days: -1))
  }
}
