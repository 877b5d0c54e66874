extension Rule {
  /// What is talked over with the parents about a plan (§2.4, 2.6).
  static let planConsultationRules = [planConsultation, evaluationWithParents, adjustmentAgreed]

  /// The plan is drawn up together with every guardian with custody (WPO 40a lid 2).
  static let planConsultation = Rule(
    "opp.overleg", reads: [.family, .plan],
    judge: .pupil { dossier, _ in
      guard dossier.family.isReadable, dossier.plan.isReadable else { return [] }
      return dossier.planCourse.lives.compactMap { life -> Episode? in
        guard let span = life.plan else { return nil }
        let check = CustodyCheck(dossier.circle, on: span.from) { guardian in
          guardian.id.flatMap { life.version.answers(of: $0).compactMap(\.consultedOn).min() }
        }
        guard !check.isMet(by: span.from) else { return nil }
        let place = life.act("ouders")
        return Episode(
          id: Episode.ID(rule: "opp.overleg", subject: .pupil(dossier.id), records: [life.id]),
          visibleFrom: span.from, until: span.end, clearedOn: check.clearedOn, floor: .now,
          title: ProofStep(
            check.isAboutCustody ? "titelGezag" : "titel", ["wie": .text(check.names(by: span.from))]),
          proof: [ProofStep("vastgesteld", ["datum": .date(span.from)], at: life.act())]
            + check.proof("overlegd", "nietOverlegd", at: place),
          act: check.isAboutCustody ? Act(.family, list: "ouders") : place)
      }
    })

  /// Adjusting the action part needs the agreement of every guardian with custody (WPO 40a lid 4; §2.6).
  static let adjustmentAgreed = Rule(
    "opp.bijstelling", reads: [.family, .plan],
    judge: .pupil { dossier, _ in
      guard dossier.family.isReadable, let plan = dossier.plan.record else { return [] }
      return plan.evaluations.compactMap { evaluation -> Episode? in
        guard evaluation.adjusted.is(.yes), let on = evaluation.on, let id = evaluation.id,
          let run = dossier.planCourse.run(on: on)
        else { return nil }
        let adjusted = evaluation.adjustedVersion.flatMap { plan.version($0.id) }
        let check = CustodyCheck(dossier.circle, on: on) { guardian in
          guardian.id.flatMap { guardian in
            [evaluation.agreedOn(by: guardian, in: plan), adjusted?.agreedOn(by: guardian)].compactMap(\.self).min()
          }
        }
        guard !check.isMet(by: on) else { return nil }
        let place = Act(.plan, list: "evaluaties", record: id, field: "ouders")
        return Episode(
          id: Episode.ID(rule: "opp.bijstelling", subject: .pupil(dossier.id), records: [id]),
          visibleFrom: on, until: run.span.end, clearedOn: check.clearedOn, floor: .now,
          title: ProofStep(check.isAboutCustody ? "titelGezag" : "titel", ["wie": .text(check.names(by: on))]),
          proof: [ProofStep("bijgesteld", ["datum": .date(on)], at: place)]
            + check.proof("ja", "geenAntwoord", at: place)
            + evaluation.otherAnswers(among: check.lacking, in: plan, at: place),
          act: check.isAboutCustody ? Act(.family, list: "ouders") : place)
      }
    })

  /// An evaluation is one with the parents; without them there is still a talk to have (§2.6; WPO 40a lid 3).
  static let evaluationWithParents = Rule(
    "opp.evaluatie.ouders", reads: [.family, .plan, .conversations],
    judge: .pupil { dossier, _ in
      guard let family = dossier.family.record, let plan = dossier.plan.record,
        let talks = dossier.conversations.record
      else { return [] }
      let held = plan.evaluations.compactMap { evaluation in
        evaluation.on.map {
          (record: evaluation, on: $0, presence: CustodyPresence(at: evaluation, on: $0, dossier.circle))
        }
      }
      return held.compactMap { evaluation -> Episode? in
        guard evaluation.presence != .certain, let id = evaluation.record.id,
          let run = dossier.planCourse.run(on: evaluation.on)
        else { return nil }
        let later = held.filter { $0.presence == .certain && $0.on >= evaluation.on }.map(\.on)
        let talked = talks.planTalks(since: evaluation.on, family)
        return episode(
          of: dossier.id, evaluation.record, id, on: evaluation.on, run, family,
          clearedOn: (later + talked.filter(\.isCertain).map(\.on)).min(),
          uncertain: talked.filter { !$0.isCertain }.map(\.on))
      }
    })

  private static func episode(
    of pupil: RecordID, _ evaluation: Evaluation, _ id: RecordID, on day: CivilDate, _ run: PlanRun,
    _ family: Record<FamilyFields>, clearedOn: CivilDate?, uncertain: [CivilDate]
  ) -> Episode {
    let place = Act(.plan, list: "evaluaties", record: id, field: "ouders")
    let holders = family.guardiansWithCustody(on: day)
    let attendance = holders.map { holder in
      let line = evaluation.attendance.last { $0.guardian?.id == holder.id }
      let values: ProofValues = ["wie": .text(holder.shortName)]
      return switch line?.attendance?.known {
      case .absentInvited: ProofStep("nietGekomen", values, at: place)
      case .notInvited: ProofStep("nietUitgenodigd", values, at: place)
      case .present, nil: ProofStep("nietBekend", values, at: place)
      }
    }
    let unknown = family.guardiansWithUnknownCustody(on: day).map { guardian in
      ProofStep(
        "gezagOnbekend", ["wie": .text(guardian.shortName), "datum": .date(day)],
        at: Act(.family, list: "ouders", record: guardian.id, field: "gezag"))
    }
    let nobody =
      holders.isEmpty && unknown.isEmpty
      ? [ProofStep("niemandMetGezag", ["datum": .date(day)], at: Act(.family, list: "ouders"))] : []
    // Whoever was asked and stayed away cannot be made to have come; the rest is still to mend.
    let wereAllInvited =
      !holders.isEmpty && unknown.isEmpty && attendance.allSatisfy { $0.sentence == "nietGekomen" }
    return Episode(
      id: Episode.ID(rule: "opp.evaluatie.ouders", subject: .pupil(pupil), records: [id]),
      visibleFrom: day, until: run.span.end, clearedOn: clearedOn, floor: .now, mustBeAcknowledged: wereAllInvited,
      title: ProofStep("titel", ["datum": .date(day)]),
      proof: [ProofStep("geevalueerd", ["datum": .date(day)], at: place)] + attendance + unknown + nobody
        + uncertain.map { ProofStep("gesprekOnbekend", ["datum": .date($0)], at: Act(.conversations)) },
      act: Act(.conversations, list: "gesprekken"))
  }
}

extension Record<EvaluationFields> {
  /// The answer to the adjustment that a guardian gave last.
  private func answer(of guardian: RecordID) -> Record<EvaluationAttendanceFields>? {
    self.attendance.filter { $0.guardian?.id == guardian && $0.answeredOn != nil }
      .max { ($0.answeredOn ?? .distantPast) < ($1.answeredOn ?? .distantPast) }
  }

  /// The day on which a guardian agreed to the adjustment as it is written now.
  fileprivate func agreedOn(by guardian: RecordID, in plan: Record<PlanFields>) -> CivilDate? {
    guard let answer = answer(of: guardian), answer.answer.is(.agreed) else { return nil }
    return holds(answer, in: plan) ? answer.answeredOn : nil
  }

  /// A line for each who said no, or yes to another text.
  fileprivate func otherAnswers(
    among guardians: [Guardian], in plan: Record<PlanFields>, at place: Act
  ) -> [ProofStep] {
    guardians.compactMap { guardian in
      guard let answer = guardian.id.flatMap({ answer(of: $0) }), let on = answer.answeredOn else { return nil }
      let values: ProofValues = ["wie": .text(guardian.shortName), "datum": .date(on)]
      if answer.answer.is(.refused) { return ProofStep("nee", values, at: place) }
      guard answer.answer.is(.agreed), !holds(answer, in: plan) else { return nil }
      return ProofStep("andereTekst", values, at: place)
    }
  }
}

extension Record<PlanVersionFields> {
  /// The day of a guardian's yes to this version, where that still stands.
  fileprivate func agreedOn(by guardian: RecordID) -> CivilDate? {
    agreement(of: guardian)?.answeredOn.flatMap { isAgreed(by: guardian, on: $0) ? $0 : nil }
  }
}

extension Record<ConversationsFields> {
  /// Talks with parents about the plan, each with whether it is certain that one with custody took part.
  fileprivate func planTalks(
    since day: CivilDate, _ family: Record<FamilyFields>
  ) -> [(on: CivilDate, isCertain: Bool)] {
    self.conversations.compactMap { talk in
      guard talk.kind.is(.parents), talk.reached.is(.reached), let on = talk.on, on >= day,
        talk.subjects?.contains(where: { $0.known == .plan }) ?? false
      else { return nil }
      let named = talk.participants.compactMap { $0.guardian?.id }
      let holders = family.guardiansWithCustody(on: on).compactMap(\.id)
      // A talk with somebody who certainly has no custody is no talk with them at all.
      if named.contains(where: holders.contains) { return (on, true) }
      let unknown = family.guardiansWithUnknownCustody(on: on).compactMap(\.id)
      return named.isEmpty || named.contains(where: unknown.contains) ? (on, false) : nil
    }
  }
}
