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
    return it.suspensionRows.compactMap { row in
      let days = row.until.days(since: row.from) + 1
      guard days > limit, let last = row.records.last else { return nil }
      let values: ProofValues = [
        "van": .date(row.from), "tot": .date(row.until), "dagen": .count(days), "grens": .count(limit),
        "uiterlijk": .date(row.from.adding(days: limit - 1)),
      ]
      // Named after all of its records: what was acknowledged of a row says nothing of a row that grew.
      return Episode(
        id: Episode.ID(rule: "schorsing.duur", subject: it.subject, records: row.records.compactMap(\.id)),
        visibleFrom: min(row.from, row.records.first?.parentsToldOn ?? row.from), floor: .now,
        mustBeAcknowledged: true, factOn: row.from, title: ProofStep("titel", values), proof: lines(row, values),
        act: place(last, SuspensionFields.declared.until.key))
    }
  }

  /// Each suspension of a row, what they come to together, and what may be.
  private static func lines(_ row: SuspensionRow, _ values: ProofValues) -> [ProofStep] {
    let most = ProofStep("hoogstens", values)
    guard row.records.count > 1 else {
      return [ProofStep("duur", values, at: row.records.first.map { place($0) }), most]
    }
    let each = row.records.compactMap { suspension in
      suspension.span.map { span in
        ProofStep(
          "schorsing", ["van": .date(span.lowerBound), "tot": .date(span.upperBound)], at: place(suspension))
      }
    }
    return each + [ProofStep("samen", values), most]
  }

  static func told(_ it: AbsenceCase) -> [Episode] {
    let fields = SuspensionFields.declared
    let parents = it.absence.suspensions.compactMap { suspension -> Episode? in
      guard let span = suspension.span else { return nil }
      let fact = length(of: [suspension], span, it)
      return episode(
        "ouders", [suspension], suspension, fact, suspension.parentsToldOn, fields.parentsToldOn.key, it)
    }
    let inspectorate = it.suspensionRows.compactMap { row -> Episode? in
      let fact = length(of: row.records, row.from...row.until, it)
      guard fact.days > 1, let cause = row.records.first(where: { isLong($0, it) }) ?? row.records.dropFirst().first
      else { return nil }
      let told = row.records.compactMap(\.inspectorateToldOn).min()
      return episode("inspectie", row.records, cause, fact, told, fields.inspectorateToldOn.key, it)
    }
    return parents + inspectorate
  }

  private static func isLong(_ suspension: Record<SuspensionFields>, _ it: AbsenceCase) -> Bool {
    suspension.span.map { length(of: [suspension], $0, it).days > 1 } ?? false
  }

  /// How many school days it takes, and how the proof says so.
  ///
  /// Where the calendar is not on record every day from Monday to Friday counts: a duty does not end for want of a holiday.
  private static func length(
    of records: [Record<SuspensionFields>], _ span: ClosedRange<CivilDate>, _ it: AbsenceCase
  ) -> (days: Int, step: ProofStep) {
    let isKnown = it.calendar.covers(span)
    let days =
      isKnown
      ? it.calendar.teachingDays(from: span.lowerBound, through: span.upperBound)
        .filter { it.ledger.hours.day($0) != nil }.count
      : (0...span.upperBound.days(since: span.lowerBound)).filter {
        !span.lowerBound.adding(days: $0).weekday.isWeekend
      }.count
    let values: ProofValues = [
      "van": .date(span.lowerBound), "tot": .date(span.upperBound), "dagen": .count(days),
    ]
    let step = ProofStep(
      isKnown ? "schorsing" : "schorsingOnbekend", values, at: records.first.map { place($0) })
    return (days, step)
  }

  /// Asks whether one of the two was told, from the suspension that brings the duty on.
  private static func episode(
    _ whom: String, _ records: [Record<SuspensionFields>], _ cause: Record<SuspensionFields>,
    _ fact: (days: Int, step: ProofStep), _ toldOn: CivilDate?, _ field: String, _ it: AbsenceCase
  ) -> Episode? {
    guard let from = cause.from else { return nil }
    if let toldOn, toldOn <= from { return nil }
    // Once one of the two was told, the suspension was decided: the other can still be told in time.
    let decided = [from, cause.parentsToldOn, cause.inspectorateToldOn].compactMap(\.self).min() ?? from
    return Episode(
      id: Episode.ID(
        rule: "schorsing.inspectie", subject: it.subject, records: records.compactMap(\.id), mark: whom),
      visibleFrom: decided, clearedOn: toldOn, floor: .now, factOn: from,
      title: ProofStep(whom == "ouders" ? "titelOuders" : "titel"), proof: [fact.step, ProofStep(whom)],
      act: place(cause, field))
  }

  private static func place(_ suspension: Record<SuspensionFields>, _ field: String? = nil) -> Act {
    Act(.absence, list: AbsenceFields.declared.suspensions.key, record: suspension.id, field: field)
  }
}

/// Suspensions that follow on each other with at most a weekend between them.
private struct SuspensionRow {
  let from: CivilDate
  var until: CivilDate
  var records: [Record<SuspensionFields>]
}

extension AbsenceCase {
  /// All suspensions, those taken together that are one in fact: a holiday between two is no day of suspension.
  fileprivate var suspensionRows: [SuspensionRow] {
    let known = absence.suspensions.compactMap { suspension in
      suspension.span.map { (span: $0, record: suspension) }
    }.sorted { ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound) }
    var rows: [SuspensionRow] = []
    for (span, record) in known {
      if let last = rows.last, last.until.isFollowed(by: span.lowerBound) {
        rows[rows.count - 1].until = max(last.until, span.upperBound)
        rows[rows.count - 1].records.append(record)
      } else {
        rows.append(SuspensionRow(from: span.lowerBound, until: span.upperBound, records: [record]))
      }
    }
    return rows
  }
}

extension CivilDate {
  /// Whether another day comes before this one or after it without a day from Monday to Friday in between.
  fileprivate func isFollowed(by next: CivilDate) -> Bool {
    (1..<max(1, next.days(since: self))).allSatisfy { adding(days: $0).weekday.isWeekend }
  }
}

extension Record where Fields == SuspensionFields {
  /// Its days; one without a last day, or with one before the first, is one day.
  fileprivate var span: ClosedRange<CivilDate>? {
    self.from.map { $0...max($0, self.until ?? $0) }
  }
}
