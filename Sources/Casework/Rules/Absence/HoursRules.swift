extension Rule {
  /// Sixteen unauthorised hours in four teaching weeks, and coming near them (Lpw 21, §3.8).
  static let hoursRules: [Rule] = [
    .onAbsence("verzuim.16uur", afterDeparture: .everything, HoursRules.sixteenHours),
    .onAbsence("verzuim.nadert", HoursRules.nearing),
  ]
}

private enum HoursRules {
  static func sixteenHours(_ it: AbsenceCase) -> [Episode] {
    guard let count = it.hoursCount else { return [] }
    return uncounted(it)
      + count.crossings.compactMap { crossing in
        guard let days = it.scope.norms["verzuim.16uur.werkdagen", on: crossing.day] else { return nil }
        let term = Term.workingDays(days, after: crossing.day, holidays: it.scope.holidays)
        let total: ProofValues = [
          "uren": .minutes(crossing.window.minutes), "grens": .minutes(count.measure.limit), "dag": .date(crossing.day),
        ]
        var proof = windowLines(crossing.window, it.calendar) + [ProofStep("bereikt", total)]
        if crossing.window.isAssumed { proof += ProofStep.assumed([crossing.day]) }
        proof += term.countedDayLines(days) + [ProofStep("onverwijld")]
        proof += reportLine(crossing, it)
        return Episode(
          id: Episode.ID(rule: "verzuim.16uur", subject: it.subject, mark: crossing.day.iso), visibleFrom: crossing.day,
          due: term.end, lastDay: term.lastDay, clearedOn: crossing.reportedOn,
          title: ProofStep(crossing.window.isAssumed ? "titelAls" : "titel", total), proof: proof,
          act: Act(.absence, list: AbsenceFields.declared.reports.key))
      }
  }

  /// Days missed without a valid reason whose hours no timetable tells: they would count nothing, and nobody would know.
  private static func uncounted(_ it: AbsenceCase) -> [Episode] {
    guard it.ledger.days.contains(where: \.isUncounted) else { return [] }
    return it.ledger.runs(where: \.isUncounted).map { run in
      let days = it.ledger.days[run.range]
      let report = it.reports.all.filter { report in
        (report.kind == .sixteenHours || report.kind == .longTerm) && report.overlaps(run.first, through: run.last)
      }.min { $0.reportedOn < $1.reportedOn }
      var proof = days.filter { !$0.isAssumed }.flatMap { $0.lines("urenOnbekend") { $0.standing == .unauthorised } }
      if days.contains(where: \.isAssumed) { proof.append(it.openLine(run)) }
      return Episode(
        id: Episode.ID(rule: "verzuim.16uur", subject: it.subject, mark: run.first.iso + " uren"),
        visibleFrom: run.first, clearedOn: report.map { max($0.reportedOn, run.first) }, floor: .now,
        title: ProofStep("titelUren", ["dag": .date(run.first)]), proof: proof + [ProofStep("roosterNodig")],
        act: Act(.pupil, list: PupilFields.declared.placements.key))
    }
  }

  static func nearing(_ it: AbsenceCase) -> [Episode] {
    guard let count = it.hoursCount else { return [] }
    return count.approaches.map { approach in
      let total: ProofValues = [
        "uren": .minutes(approach.window.minutes), "grens": .minutes(count.measure.limit),
        "vanaf": .minutes(count.measure.near), "dag": .date(approach.window.days.last?.date ?? approach.from),
      ]
      var proof = windowLines(approach.window, it.calendar) + [ProofStep("opgeteld", total)]
      if let crossing = approach.crossing {
        let sentence = crossing.window.isAssumed ? "volAlsHetDoorloopt" : "vol"
        proof.append(ProofStep(sentence, ["dag": .date(crossing.day)]))
      } else if let until = approach.until {
        proof.append(ProofStep("weekValtAf", ["dag": .date(until)]))
      } else {
        proof.append(it.calendar.endLine(after: approach.from))
      }
      return Episode(
        id: Episode.ID(rule: "verzuim.nadert", subject: it.subject, mark: approach.from.iso),
        visibleFrom: approach.from, until: approach.until, clearedOn: approach.reportedOn, floor: .now,
        title: ProofStep("titel", total), proof: proof, act: Act(.absence, list: AbsenceFields.declared.absences.key))
    }
  }

  /// The weeks of the window, each week that is skipped, where counting began, and every day that counts.
  private static func windowLines(_ window: HoursWindow, _ calendar: TeachingCalendar) -> [ProofStep] {
    guard let span = window.span else { return [] }
    var lines = [
      ProofStep(
        "venster",
        ["van": .date(span.lowerBound), "tot": .date(span.upperBound), "weken": .count(window.weeks.count)])
    ]
    lines += calendar.weeksWithoutTeaching(from: span.lowerBound, through: span.upperBound).map { week in
      ProofStep("weekOvergeslagen", ["maandag": .date(week.monday), "reden": .text(week.reason)])
    }
    if let countedFrom = window.countedFrom {
      lines.append(ProofStep("opnieuwGeteld", ["dag": .date(countedFrom)]))
    }
    lines += window.days.flatMap { $0.lines("telt") { $0.standing == .unauthorised } }
    return lines
  }

  private static func reportLine(_ crossing: HoursCount.Crossing, _ it: AbsenceCase) -> [ProofStep] {
    guard let reportedOn = crossing.reportedOn else { return [] }
    let place = Act(.absence, list: AbsenceFields.declared.reports.key, record: crossing.report)
    return [ProofStep("gemeld", ["dag": .date(reportedOn)], at: place)]
  }
}

extension AbsenceCase {
  /// The windows of this pupil, measured by the school's norms.
  var hoursCount: HoursCount? {
    HoursMeasure(scope.norms).map {
      HoursCount(ledger, reports: reports, runs: ledger.unbrokenRuns, measure: $0)
    }
  }
}

extension AbsenceLedger {
  /// The windows of teaching weeks with unauthorised hours, for screens; nothing where the rule book lacks the norms.
  public func hoursCount(_ absence: Record<AbsenceFields>, norms: Norms) -> HoursCount? {
    HoursMeasure(norms).map {
      let reports = TruancyReports(absence, runs: unbrokenRuns, horizon: horizon)
      return HoursCount(self, reports: reports, runs: unbrokenRuns, measure: $0)
    }
  }
}

extension TeachingCalendar {
  /// The weeks without teaching between two days, each with the reason.
  func weeksWithoutTeaching(from first: CivilDate, through last: CivilDate) -> [(monday: CivilDate, reason: String)] {
    stride(from: first.monday.dayNumber, through: last.monday.dayNumber, by: 7).compactMap { number in
      let monday = CivilDate(dayNumber: number)
      return reasonForIdleWeek(monday).map { (monday, $0) }
    }
  }
}
