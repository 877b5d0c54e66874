extension Rule {
  /// What goes along when support is asked of the samenwerkingsverband (§2.1, 2.5).
  static let supportRequestRules = [requestHasPlan, requestTellsWhatWasTried]

  /// A plan that the parents know, before support is asked for.
  static let requestHasPlan = Rule(
    "aanvraag.opp", reads: [.plan, .support],
    judge: .pupil { dossier, _ in
      guard let plan = dossier.plan.record, let support = dossier.support.record else { return [] }
      let lives = dossier.planCourse.lives
      return support.requests.compactMap { request -> Episode? in
        let known = lives.flatMap(\.spans).map(\.span)
        if known.contains(where: { $0.contains(request.askedOn) }) { return nil }
        let place = Act(.support, list: "arrangementen", record: request.id)
        return Episode(
          id: Episode.ID(rule: "aanvraag.opp", subject: .pupil(dossier.id), records: [request.id]),
          visibleFrom: request.askedOn, until: request.decidedOn,
          clearedOn: known.map(\.from).filter { $0 > request.askedOn }.min(), floor: .now,
          title: ProofStep("titel", ["wat": .text(request.what)]),
          proof: [
            ProofStep("gevraagd", ["wat": .text(request.what), "datum": .date(request.askedOn)], at: place),
            plan.draftState(on: request.askedOn),
          ],
          act: Act(.plan, list: "versies", record: plan.newestVersion(on: request.askedOn)?.id, field: "aangebodenOp"))
      }
    })

  /// What the school already did stands in the plan that goes along.
  static let requestTellsWhatWasTried = Rule(
    "opp.reeds-geboden", reads: [.plan, .support],
    judge: .pupil { dossier, _ in
      guard let plan = dossier.plan.record, let support = dossier.support.record else { return [] }
      return support.requests.compactMap { request -> Episode? in
        let sent = request.version.flatMap { plan.version($0) } ?? plan.newestVersion(on: request.askedOn)
        guard let version = sent, let id = version.id, version.alreadyTried.isEmpty else { return nil }
        let place = Act(.support, list: "arrangementen", record: request.id)
        let field = Act(.plan, list: "versies", record: id, field: "alGeprobeerd")
        return Episode(
          id: Episode.ID(rule: "opp.reeds-geboden", subject: .pupil(dossier.id), records: [request.id, id]),
          visibleFrom: request.askedOn, until: request.decidedOn, floor: .now,
          title: ProofStep("titel"),
          proof: [
            ProofStep("gevraagd", ["wat": .text(request.what), "datum": .date(request.askedOn)], at: place),
            ProofStep("leeg", ["versie": .count(plan.number(of: id) ?? 1)], at: field),
          ],
          act: field)
      }
    })
}

/// Support that was asked of the samenwerkingsverband and not yet decided on, or with the day of the decision.
private struct SupportRequest {
  let id: RecordID
  let what: String
  let askedOn: CivilDate
  let decidedOn: CivilDate?
  let version: RecordID?
}

extension Record<SupportFields> {
  /// The requests; one that was decided nobody knows when leaves nothing to ask.
  fileprivate var requests: [SupportRequest] {
    self.arrangements.compactMap { arrangement in
      guard arrangement.source.is(.partnership), let id = arrangement.id, let askedOn = arrangement.askedOn,
        arrangement.decision == nil || arrangement.decidedOn != nil
      else { return nil }
      return SupportRequest(
        id: id, what: arrangement.what ?? "ondersteuning", askedOn: askedOn,
        decidedOn: arrangement.decision == nil ? nil : arrangement.decidedOn.map { max($0, askedOn) },
        version: arrangement.version?.id)
    }
  }
}

extension Record<PlanFields> {
  /// That there is no plan on a day but a draft, or nothing at all.
  fileprivate func draftState(on day: CivilDate) -> ProofStep {
    guard let draft = newestVersion(on: day) else {
      return ProofStep("geen", ["datum": .date(day)], at: Act(.plan, list: "versies"))
    }
    return ProofStep("concept", ["datum": .date(day)], at: Act(.plan, list: "versies", record: draft.id))
  }
}
