extension Rule {
  /// The rules about the plan (§2.4-2.7).
  static let planRules = [planEstablished, planAgreement, planEvaluation]

  /// A plan within six weeks of needing extra support (WPO 40a lid 2).
  static let planEstablished = Rule(
    "opp.opstellen", reads: [.pupil, .plan],
    judge: .pupil { dossier, scope in
      guard let pupil = dossier.pupil.record, let plan = dossier.plan.record else { return [] }
      return PlanDuty.all(pupil: pupil, scope: scope).map { duty in
        let settled = duty.settledOn(by: plan)
        return Episode(
          id: Episode.ID(
            rule: "opp.opstellen", subject: .pupil(dossier.id), mark: duty.base.iso),
          visibleFrom: duty.base, due: duty.term.end, lastDay: duty.term.lastDay,
          until: [duty.lastDayOfNeed?.adding(days: 1), duty.takenOverOn(by: plan)].compactMap(\.self).min(),
          clearedOn: settled, proof: duty.proof(plan: plan),
          act: Act(.plan, list: "versies", record: plan.openVersion(on: scope.horizon)?.id, field: "vastgesteldOp"))
      }
    })
}

/// The duty to establish a plan for one unbroken stretch of extra support of an enrolled pupil.
struct PlanDuty {
  /// The later of definitive enrolment and the first day of extra support: the term counts from it.
  let base: CivilDate
  let term: Term
  /// The last day on which the pupil was enrolled and had extra support; nothing while that goes on.
  let lastDayOfNeed: CivilDate?
  private let needFrom: CivilDate
  private let enrolledFrom: CivilDate

  /// One for each stretch in which both hold.
  ///
  /// Temporary placement starts no term (WPO 40a lid 2).
  static func all(pupil: Record<PupilFields>, scope: RuleScope) -> [PlanDuty] {
    let runs = pupil.extraSupportRuns(at: scope.school.record.type?.known)
    return runs.flatMap { run in
      pupil.definitiveSpans.compactMap { enrolment in
        PlanDuty(need: run, enrolment: enrolment, holidays: scope.holidays)
      }
    }
  }

  private init?(need: DateSpan, enrolment: DateSpan, holidays: RecognisedHolidays) {
    base = max(need.from, enrolment.from)
    lastDayOfNeed = [need.until, enrolment.until].compactMap(\.self).min()
    if let lastDayOfNeed, lastDayOfNeed < base { return nil }
    needFrom = need.from
    enrolledFrom = enrolment.from
    term = .statutory(.weeks(6), from: base, holidays: holidays)
  }

  /// The day from which there was an established plan in this stretch; the first day where one held already.
  func settledOn(by plan: Record<PlanFields>) -> CivilDate? {
    if plan.versionInForce(on: base) != nil { return base }
    let established = plan.versions.compactMap(\.establishedOn).filter { day in
      day >= base && (lastDayOfNeed.map { day <= $0 } ?? true)
    }
    return established.min()
  }

  /// The day from which the parents' answer is what the school waits for: offered in time, and refused or not reached.
  func takenOverOn(by plan: Record<PlanFields>) -> CivilDate? {
    let days = plan.versions.compactMap { version -> CivilDate? in
      guard let offered = version.offeredOn, offered >= base, offered <= term.lastDay else { return nil }
      let answers = version.agreements.filter { $0.answer.is(.refused) || $0.answer.is(.unreachable) }
      return answers.compactMap(\.answeredOn).min().map { max($0, offered) }
    }
    return days.min()
  }

  func proof(plan: Record<PlanFields>) -> [ProofStep] {
    let levels = Act(.pupil, list: "ondersteuningsniveaus")
    var steps = [
      ProofStep("extraSinds", ["datum": .date(needFrom)], at: levels),
      ProofStep("ingeschreven", ["datum": .date(enrolledFrom)], at: Act(.pupil, list: "inschrijvingen")),
      .term(weeks: 6, from: base, to: term.end),
    ]
    steps += term.movedSteps
    let place = Act(.plan, list: "versies")
    if let day = settledOn(by: plan) {
      steps.append(ProofStep(day == base ? "gold" : "vastgesteld", ["datum": .date(day)], at: place))
    } else if let day = plan.versions.compactMap(\.offeredOn).max() {
      steps.append(ProofStep("aangeboden", ["datum": .date(day)], at: place))
    } else {
      steps.append(ProofStep(plan.versions.isEmpty ? "geen" : "concept", at: place))
    }
    return steps
  }
}
