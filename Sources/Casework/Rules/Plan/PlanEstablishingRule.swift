extension Rule {
  /// The rules about the plan (§2.4-2.7).
  static let planRules = [planEstablishing, planAgreement, planEvaluation]

  /// A plan within six weeks of needing extra support, and for as long as it is needed (WPO 40a lid 2).
  static let planEstablishing = Rule(
    "opp.opstellen", reads: [.pupil, .family, .plan],
    judge: .pupil { dossier, scope in
      guard let pupil = dossier.pupil.record, let family = dossier.family.record, let plan = dossier.plan.record
      else { return [] }
      return PlanDuty.all(pupil: pupil, scope: scope).flatMap { duty in
        let takenOver = plan.takenOver(by: duty.term.lastDay, family: family, horizon: scope.horizon)
        return plan.gaps(in: duty.span).map { gap in
          episode(of: dossier.id, gap: gap, duty: duty, takenOver: takenOver, plan: plan, horizon: scope.horizon)
        }
      }
    })

  private static func episode(
    of pupil: RecordID, gap: PlanGap, duty: PlanDuty, takenOver: CivilDate?, plan: Record<PlanFields>,
    horizon: CivilDate
  ) -> Episode {
    let isFirst = gap.from == duty.base
    // An answer from before this stretch without a plan says nothing about it.
    let fallsTo = takenOver.flatMap { $0 >= gap.from ? $0 : nil }
    return Episode(
      id: Episode.ID(
        rule: "opp.opstellen", subject: .pupil(pupil),
        mark: isFirst ? duty.base.iso : duty.base.iso + "/" + gap.from.iso),
      visibleFrom: gap.from, due: duty.term.end, lastDay: duty.term.lastDay,
      until: [duty.lastDayOfNeed?.adding(days: 1), fallsTo].compactMap(\.self).min(), clearedOn: gap.endedOn,
      factOn: duty.base, title: ProofStep("titel", ["datum": .date(duty.term.lastDay)]),
      proof: duty.proof + plan.proof(of: gap),
      act: Act(.plan, list: "versies", record: plan.openVersion(on: horizon)?.id, field: "vastgesteldOp"))
  }
}

/// A stretch of needing a plan and having none.
struct PlanGap: Equatable, Sendable {
  let from: CivilDate
  /// The last day of the plan that held before it.
  let closedOn: CivilDate?
  /// The day on which a plan was established that ended it; its first day where a plan held all along.
  let endedOn: CivilDate?
}

extension Record<PlanFields> {
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

  /// The day from which opp.instemming has it: a plan was offered in time, and a guardian with custody refused the newest
  /// offer, or could not be reached in spite of attempts on record.
  fileprivate func takenOver(
    by lastDay: CivilDate, family: Record<FamilyFields>, horizon: CivilDate
  ) -> CivilDate? {
    let offers = inOrder.filter { $0.establishedOn == nil && $0.closedOn == nil && $0.offeredOn != nil }
    guard offers.contains(where: { $0.offeredOn.map { $0 <= lastDay } ?? false }), let newest = offers.last else {
      return nil
    }
    return newest.agreements.compactMap { agreement -> CivilDate? in
      // Whoever has lost custody since no longer keeps the plan from being established.
      guard let answeredOn = agreement.answeredOn, agreement.keepsPlanOpen,
        let guardian = agreement.guardian.flatMap({ family.guardian($0.id) }), guardian.withdrawal == nil,
        guardian.hasCustody(on: answeredOn) == .yes, guardian.hasCustody(on: horizon) == .yes
      else { return nil }
      return max(answeredOn, newest.offeredOn ?? answeredOn)
    }.min()
  }

  fileprivate func proof(of gap: PlanGap) -> [ProofStep] {
    let place = Act(.plan, list: "versies")
    var steps = gap.closedOn.map { [ProofStep("afgesloten", ["datum": .date($0)], at: place)] } ?? []
    if let endedOn = gap.endedOn {
      steps.append(ProofStep(endedOn == gap.from ? "gold" : "vastgesteld", ["datum": .date(endedOn)], at: place))
    } else if let offered = self.versions.filter({ $0.establishedOn == nil }).compactMap(\.offeredOn).max() {
      steps.append(ProofStep("aangeboden", ["datum": .date(offered)], at: place))
    } else if self.versions.contains(where: { $0.establishedOn == nil }) {
      steps.append(ProofStep("concept", at: place))
    } else if gap.closedOn == nil {
      steps.append(ProofStep("geen", at: place))
    }
    return steps
  }
}

extension Record<PlanAgreementFields> {
  /// Whether this answer keeps the plan from being established: a refusal, or nobody reached in spite of attempts.
  fileprivate var keepsPlanOpen: Bool {
    switch self.answer?.known {
    case .refused: true
    case .unreachable: !self.attempts.isEmpty
    case .agreed, .open, nil: false
    }
  }
}
