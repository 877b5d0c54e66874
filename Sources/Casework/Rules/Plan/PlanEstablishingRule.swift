extension Rule {
  /// The rules about the plan (§2.4-2.7).
  static let planRules: [Rule] =
    supportRules + supportRequestRules + [planEstablishing, planAgreement, planEvaluation, pupilHeard, planProgress]
    + planContentRules + planConsultationRules + planRegistrationRules + [planReading]

  /// A plan within six weeks of needing extra support, and for as long as it is needed (WPO 40a lid 2).
  static let planEstablishing = Rule(
    "opp.opstellen", reads: [.pupil, .family, .plan],
    judge: .pupil { dossier, _ in
      guard dossier.pupil.isReadable, dossier.family.isReadable, dossier.plan.isReadable else { return [] }
      let course = dossier.planCourse
      let watches = dossier.agreementWatches
      return dossier.planDuties.flatMap { duty in
        course.gaps(in: duty.span).flatMap { gap in
          gap.asked(of: duty, watches).map { episode(of: dossier.id, $0, in: gap, duty: duty, course) }
        }
      }
    })

  private static func episode(
    of pupil: RecordID, _ asked: Asked, in gap: PlanGap, duty: PlanDuty, _ course: PlanCourse
  ) -> Episode {
    let isFirst = asked.from == duty.base
    var proof = duty.proof
    if asked.from > gap.from { proof.append(ProofStep("weerGevraagd", ["datum": .date(asked.from)])) }
    proof += course.proof(of: gap)
    let open = course.versions.last { $0.establishedOn == nil && $0.closedOn == nil }
    return Episode(
      id: Episode.ID(
        rule: "opp.opstellen", subject: .pupil(pupil),
        mark: isFirst ? duty.base.iso : duty.base.iso + "/" + asked.from.iso),
      visibleFrom: asked.from, due: duty.term.end, lastDay: duty.term.lastDay, until: asked.until,
      clearedOn: asked.clearedOn, factOn: duty.base, title: ProofStep("titel", ["datum": .date(duty.term.lastDay)]),
      proof: proof, act: Act(.plan, list: "versies", record: open?.id, field: "vastgesteldOp"))
  }
}

/// A stretch of days on which establishing a plan is asked.
private struct Asked {
  let from: CivilDate
  let until: CivilDate?
  let clearedOn: CivilDate?
}

/// A stretch of needing a plan and having none.
struct PlanGap: Equatable, Sendable {
  let from: CivilDate
  /// The last day of the plan that held before it.
  let closedOn: CivilDate?
  /// The day on which a plan was established that ended it; its first day where a plan held all along.
  let endedOn: CivilDate?

  /// The stretches of it in which the plan is asked: all of it, but for the days on which opp.instemming has it.
  ///
  /// That is so where a plan was offered in time and a guardian with custody refuses what now waits for agreement, or
  /// cannot be reached in spite of attempts on record.
  fileprivate func asked(of duty: PlanDuty, _ watches: [AgreementWatch]) -> [Asked] {
    let ended = duty.lastDayOfNeed?.adding(days: 1)
    var result: [Asked] = []
    var start: CivilDate? = from
    for wait in handedOver(of: duty, watches) {
      let over = wait.clearedOn ?? wait.until
      guard let first = start, over.map({ $0 > first }) ?? true, endedOn.map({ wait.from < $0 }) ?? true else {
        continue
      }
      if wait.from > first { result.append(Asked(from: first, until: wait.from, clearedOn: nil)) }
      start = over
    }
    if let start, start == from || endedOn.map({ start < $0 }) ?? true, ended.map({ start < $0 }) ?? true {
      result.append(Asked(from: start, until: ended, clearedOn: endedOn))
    }
    return result
  }

  private func handedOver(of duty: PlanDuty, _ watches: [AgreementWatch]) -> [AgreementWait] {
    let offers = watches.filter { watch in
      watch.need == duty && watch.version.establishedOn.map { $0 > from } ?? true
        && watch.version.closedOn.map { $0 >= from } ?? true
    }
    guard offers.contains(where: { $0.offeredOn <= duty.term.lastDay }) else { return [] }
    return offers.flatMap { $0.waits }.filter(\.standing.isRefused).sorted { $0.from < $1.from }
  }
}

extension PlanCourse {
  /// The stretches within a span without a plan; the first begins with the span, even where a plan held already.
  ///
  /// A plan ends one on the day it was established, though it may be in force from a later day.
  fileprivate func gaps(in span: DateSpan) -> [PlanGap] {
    var gaps: [PlanGap] = []
    var open: (from: CivilDate, closedOn: CivilDate?)? = (span.from, nil)
    for run in runs {
      guard let start = open, span.contains(start.from) else { break }
      if let until = run.span.until, until < start.from { continue }
      let established = max(run.establishedOn ?? run.span.from, start.from)
      guard span.contains(established) else { break }
      gaps.append(PlanGap(from: start.from, closedOn: start.closedOn, endedOn: established))
      open = run.span.until.map { ($0.adding(days: 1), $0) }
    }
    if let open, span.contains(open.from) {
      gaps.append(PlanGap(from: open.from, closedOn: open.closedOn, endedOn: nil))
    }
    return gaps
  }

  fileprivate func proof(of gap: PlanGap) -> [ProofStep] {
    let place = Act(.plan, list: "versies")
    var steps = gap.closedOn.map { [ProofStep("afgesloten", ["datum": .date($0)], at: place)] } ?? []
    if let endedOn = gap.endedOn {
      steps.append(ProofStep(endedOn == gap.from ? "gold" : "vastgesteld", ["datum": .date(endedOn)], at: place))
    } else if let offered = versions.filter({ $0.establishedOn == nil }).compactMap(\.offeredOn).max() {
      steps.append(ProofStep("aangeboden", ["datum": .date(offered)], at: place))
    } else if versions.contains(where: { $0.establishedOn == nil }) {
      steps.append(ProofStep("concept", at: place))
    } else if gap.closedOn == nil {
      steps.append(ProofStep("geen", at: place))
    }
    return steps
  }
}
