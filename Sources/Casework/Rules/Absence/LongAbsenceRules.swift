extension Rule {
  /// Absence that goes on for more than four teaching weeks (§3.8; Lpw 21; the definition of thuiszitter of 2016).
  static let longAbsenceRules: [Rule] = [
    .onAbsence("verzuim.langdurig", LongAbsenceRules.unauthorised),
    .onAbsence("verzuim.langdurig-geoorloofd", LongAbsenceRules.authorised),
  ]
}

private enum LongAbsenceRules {
  static func unauthorised(_ it: AbsenceCase) -> [Episode] {
    guard let weeks = it.scope.norms["verzuim.langdurig.lesweken"] else { return [] }
    return it.ledger.unbrokenRuns.flatMap { run -> [Episode] in
      guard let long = it.ledger.longAbsence(run, weeks: weeks, where: \.isUnauthorisedWhole),
        let months = it.scope.norms["verzuim.langdurig.maanden", on: long.start]
      else { return [] }
      let second = long.counted.first { $0.date >= long.start.adding(months: months) }?.date
      return [first(long, weeks: weeks, it)] + (second.map { [secondStep(long, on: $0, months: months, it)] } ?? [])
    }
  }

  private static func first(_ long: LongAbsence, weeks: Int, _ it: AbsenceCase) -> Episode {
    let report = it.reportOfLongAbsence(long)
    let plan = it.planReviewed(since: long.start)
    var cleared: CivilDate?
    if let reported = report?.reportedOn {
      // Once the pupil is back the plan has done its work, or is needed no more.
      cleared = [plan, long.run.returnedOn].compactMap(\.self).min().map { max(reported, $0, long.exceededOn) }
    }
    var proof = lines(long, weeks: weeks, sentence: "telt", it)
    proof.append(report.map { ProofStep("gemeld", ["dag": .date($0.reportedOn)]) } ?? ProofStep("nietGemeld"))
    proof.append(plan.map { ProofStep("plan", ["dag": .date($0)]) } ?? ProofStep("geenPlan"))
    return Episode(
      id: Episode.ID(rule: "verzuim.langdurig", subject: it.subject, mark: long.start.iso),
      visibleFrom: long.exceededOn,
      clearedOn: cleared, floor: .now, title: ProofStep("titel", ["dag": .date(long.start)]), proof: proof,
      act: report == nil ? reports : plans)
  }

  /// After three months the absence counts among the most urgent; the plan must then have been looked at again.
  private static func secondStep(_ long: LongAbsence, on day: CivilDate, months: Int, _ it: AbsenceCase) -> Episode {
    let report = it.reportOfLongAbsence(long)
    let plan = it.planReviewed(since: day)
    var proof = [
      ProofStep("vanaf", ["dag": .date(long.start)]),
      ProofStep("langerDanMaanden", ["maanden": .count(months), "dag": .date(day)]),
    ]
    proof += ProofStep.assumed(long.counted.lazy.filter { $0.isAssumed && $0.date <= day }.map(\.date))
    proof.append(plan.map { ProofStep("plan", ["dag": .date($0)]) } ?? ProofStep("planBekijken"))
    return Episode(
      id: Episode.ID(rule: "verzuim.langdurig", subject: it.subject, mark: long.start.iso + " maanden"),
      visibleFrom: day, until: long.run.returnedOn,
      clearedOn: report.flatMap { report in plan.map { max($0, report.reportedOn, day) } }, floor: .now,
      title: ProofStep("titelMaanden", ["dag": .date(long.start), "maanden": .count(months)]), proof: proof, act: plans)
  }

  /// A forerunner: away for as long, and not (only) without a valid reason.
  static func authorised(_ it: AbsenceCase) -> [Episode] {
    guard let weeks = it.scope.norms["verzuim.langdurig.lesweken"] else { return [] }
    return it.ledger.unbrokenRuns.compactMap { run in
      guard let long = it.ledger.longAbsence(run, weeks: weeks, where: { _ in true }) else { return nil }
      let worse = it.ledger.longAbsence(run, weeks: weeks, where: \.isUnauthorisedWhole)?.exceededOn
      if let worse, worse <= long.exceededOn { return nil }
      let asked = it.absence.steps.filter { $0.kind.is(.supportForSick) }.compactMap(\.takenOn)
      let plans = it.absence.plans.flatMap(\.lookedAtOn)
      // What was done about an absence before this one says nothing about this one.
      let answers = (asked + plans).filter { $0 >= long.start }.map { max($0, long.exceededOn) }
      return Episode(
        id: Episode.ID(rule: "verzuim.langdurig-geoorloofd", subject: it.subject, mark: long.start.iso),
        visibleFrom: long.exceededOn, until: [worse, run.returnedOn].compactMap(\.self).min(), clearedOn: answers.min(),
        floor: .now, title: ProofStep("titel", ["dag": .date(long.start)]),
        proof: lines(long, weeks: weeks, sentence: "dag", it), act: Self.plans)
    }
  }

  private static func lines(_ long: LongAbsence, weeks: Int, sentence: String, _ it: AbsenceCase) -> [ProofStep] {
    let through = long.counted.prefix { $0.date <= long.exceededOn }
    var lines = [ProofStep("vanaf", ["dag": .date(long.start)], at: long.counted.first?.causes.first?.place)]
    lines += through.flatMap { $0.lines(sentence) }
    lines += long.skippedWeeks.map {
      ProofStep("weekOvergeslagen", ["maandag": .date($0.monday), "reden": .text($0.reason)])
    }
    lines += it.skippedDays(in: long).map {
      ProofStep("nietMeegeteld", ["dag": .date($0.date), "reden": .text($0.reason)])
    }
    lines.append(
      ProofStep(
        "langerDan", ["weken": .count(weeks), "dagen": .count(through.count), "dag": .date(long.exceededOn)]))
    return lines + ProofStep.assumed(through.lazy.filter(\.isAssumed).map(\.date))
  }

  private static let reports = Act(.absence, list: AbsenceFields.declared.reports.key)
  private static let plans = Act(.absence, list: AbsenceFields.declared.plans.key)
}

extension AbsentDay {
  /// Missed whole, for the most part without a valid reason, while the Leerplichtwet holds.
  var isUnauthorisedWhole: Bool { isWhole && isCompulsory && wholeStanding == .unauthorised }
}

/// An unbroken absence that went on for longer than so many teaching weeks.
struct LongAbsence {
  let run: AbsenceRun
  /// The first day that counts.
  let start: CivilDate
  /// The days that count, in order.
  let counted: [AbsentDay]
  /// The day on which it became longer.
  let exceededOn: CivilDate
  let skippedWeeks: [(monday: CivilDate, reason: String)]
}

extension AbsenceLedger {
  /// The run as long absence: longer than the weeks that begin with its first day that counts.
  ///
  /// Weeks without teaching are skipped. A day in between that does not count (illness while a pupil waits for a place)
  /// does not break it, and the end moves on by that day.
  func longAbsence(_ run: AbsenceRun, weeks: Int, where counts: (AbsentDay) -> Bool) -> LongAbsence? {
    let all = days[run.range]
    let counted = all.filter(counts)
    guard let start = counted.first?.date, let week = hours.calendar.teachingWeek(weeks, after: start) else {
      return nil
    }
    let end = week.adding(days: start.weekday.index)
    let needed = all.filter { $0.date >= start && $0.date < end }.count
    guard run.last >= end, counted.count > needed else { return nil }
    let exceededOn = counted[needed].date
    return LongAbsence(
      run: run, start: start, counted: counted, exceededOn: exceededOn,
      skippedWeeks: hours.calendar.weeksWithoutTeaching(from: start, through: exceededOn))
  }
}

extension AbsenceCase {
  /// The weekdays in teaching weeks that a long absence passed over: the school was closed, or the day counted otherwise.
  fileprivate func skippedDays(in long: LongAbsence) -> [SkippedDay] {
    let counted = Set(long.counted.map(\.date))
    return (0...long.exceededOn.days(since: long.start)).compactMap { offset in
      let date = long.start.adding(days: offset)
      guard !date.weekday.isWeekend, !counted.contains(date), calendar.isTeachingWeek(date) else { return nil }
      let cause = ledger.day(date)?.causes.max { $0.minutes < $1.minutes }
      return (calendar.kind(of: date).reason ?? cause?.kind?.label).map { SkippedDay(date: date, reason: $0) }
    }
  }

  fileprivate func reportOfLongAbsence(_ long: LongAbsence) -> TruancyReports.Report? {
    reports.of(.longTerm).filter { $0.overlaps(long.start, through: long.run.last) }
      .min { $0.reportedOn < $1.reportedOn }
  }

  /// The first day from `day` on which a plan with the samenwerkingsverband was made or looked at again.
  fileprivate func planReviewed(since day: CivilDate) -> CivilDate? {
    absence.plans.filter { $0.withPartnership == true }.flatMap(\.lookedAtOn).filter { $0 >= day }.min()
  }
}

extension Record where Fields == ReturnPlanFields {
  /// The days on which it was made and last looked at again.
  fileprivate var lookedAtOn: [CivilDate] { [self.madeOn, self.reviewedOn].compactMap(\.self) }
}
