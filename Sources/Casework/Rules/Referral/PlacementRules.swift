extension Rule {
  /// What belongs to an application for a TLV: a plan, the parents' agreement, two experts (§4.1).
  static let placementRules: [Rule] = [
    .onReferral("tlv.opp", reads: [.plan], PlacementRules.plan),
    .onReferral("tlv.akkoord", reads: [.family], PlacementRules.agreement),
    .onReferral("tlv.deskundigen", PlacementRules.experts),
  ]
}

private enum PlacementRules {
  typealias Fields = PlacementApplicationFields

  /// An application for a child at a school comes with a plan that was offered or established.
  static func plan(_ it: ReferralCase) -> [Episode] {
    guard let plan = it.dossier.plan.record else { return [] }
    return it.applications.compactMap { id, application in
      guard !application.enrolledNowhere.is(.yes), let applied = application.appliedDay else { return nil }
      let versions = application.version.flatMap { plan.version($0.id) }.map { [$0] } ?? plan.versions
      let spans = versions.compactMap(\.sharedSpan)
      if spans.contains(where: { $0.contains(applied) }) { return nil }
      if let ended = application.endedOn, ended <= applied { return nil }
      let cleared = spans.map(\.from).filter { $0 > applied }.min()
      return Episode(
        id: Episode.ID(rule: "tlv.opp", subject: it.subject, records: [id]), visibleFrom: applied,
        until: application.endedOn, clearedOn: cleared, floor: .now,
        proof: planProof(application, id, plan, applied, cleared, it), act: Act(.plan, list: "versies"))
    }
  }

  private static func planProof(
    _ application: PlacementApplication, _ id: RecordID, _ plan: Record<PlanFields>, _ applied: CivilDate,
    _ cleared: CivilDate?, _ it: ReferralCase
  ) -> [ProofStep] {
    var steps = [applicationStep(application, applied, at: it.place(id))]
    if application.enrolledNowhere.is(.unknown) {
      steps.append(ProofStep("inschrijvingOnbekend", at: it.place(id, Fields.declared.enrolledNowhere.key)))
    }
    let named = application.version.flatMap { plan.version($0.id) }
    if let version = named, let number = version.id.flatMap({ plan.number(of: $0) }) {
      steps.append(
        ProofStep("versie", ["nummer": .count(number)], at: Act(.plan, list: "versies", record: version.id)))
    } else if application.version != nil {
      steps.append(ProofStep("versieOntbreekt", at: it.place(id, Fields.declared.version.key)))
    }
    for version in named.map({ [$0] }) ?? plan.versions {
      guard let span = version.sharedSpan, let last = span.until, last < applied else { continue }
      steps.append(
        ProofStep("afgesloten", ["datum": .date(last)], at: Act(.plan, list: "versies", record: version.id)))
    }
    steps.append(ProofStep("geenOpp", ["datum": .date(applied)]))
    if let cleared { steps.append(ProofStep("aangeboden", ["datum": .date(cleared)], at: Act(.plan, list: "versies"))) }
    return steps + application.undatedDecision
  }

  private static func applicationStep(
    _ application: PlacementApplication, _ applied: CivilDate, at place: Act
  ) -> ProofStep {
    ProofStep("aangevraagd", ["datum": .date(applied), "soort": .text(application.kindText)], at: place)
  }

  /// The parents' agreement is expected; it is asked of everyone who had custody on the day of the application.
  static func agreement(_ it: ReferralCase) -> [Episode] {
    guard let family = it.dossier.family.record else { return [] }
    return it.applications.flatMap { id, application -> [Episode] in
      guard let applied = application.appliedOn else { return [] }
      let views = PlacementViews(application, family, appliedOn: applied)
      let place = it.place(id, Fields.declared.views.key)
      return views.openStretches(from: applied, until: application.decision == nil ? nil : application.decidedOn).map {
        Episode(
          id: Episode.ID(
            rule: "tlv.akkoord", subject: it.subject, records: [id], mark: $0.from == applied ? "" : $0.from.iso),
          visibleFrom: $0.from, until: $0.clearedOn == nil ? $0.until : nil, clearedOn: $0.clearedOn, floor: .later,
          factOn: applied,
          proof: [applicationStep(application, applied, at: it.place(id))] + views.proof(at: place), act: place)
      }
    }
  }

  /// A decision rests on the advice of two experts, each of the profession that the law names (WPO 18a lid 11).
  static func experts(_ it: ReferralCase) -> [Episode] {
    it.applications.compactMap { id, application in
      guard let decision = application.decision, decision != Choice(.withdrawn),
        let decided = application.decidedOn ?? application.notifiedOn ?? application.appliedOn
      else { return nil }
      let experts = PlacementExperts(application)
      let complete = experts.completeOn
      if let complete, complete <= decided { return nil }
      let place = it.place(id, Fields.declared.experts.key)
      let fact = ProofStep(
        "besluit", ["datum": .date(decided), "besluit": .text(decision.known?.label ?? decision.word)], at: it.place(id)
      )
      return Episode(
        id: Episode.ID(rule: "tlv.deskundigen", subject: it.subject, records: [id]), visibleFrom: decided,
        clearedOn: complete, floor: .now,
        proof: [fact] + application.undatedDecision + experts.proof(decidedOn: decided, at: place), act: place)
    }
  }
}

extension Record<PlanVersionFields> {
  /// The days on which the version was with the parents or in force; nothing for a draft.
  fileprivate var sharedSpan: DateSpan? {
    [self.offeredOn, self.establishedOn].compactMap(\.self).min().map { DateSpan(from: $0, until: self.closedOn) }
  }
}

/// What those with custody said about an application, answer by answer.
private struct PlacementViews {
  private struct Asked {
    let guardian: Guardian
    /// In the order in which they were given.
    let answers: [(on: CivilDate, agrees: YesNoUnknown)]
    let hasUndated: Bool
  }

  struct Stretch {
    let from: CivilDate
    let clearedOn: CivilDate?
    let until: CivilDate?
  }

  private let asked: [Asked]
  private let unknown: [Guardian]
  private let day: CivilDate

  init(_ application: PlacementApplication, _ family: Record<FamilyFields>, appliedOn day: CivilDate) {
    self.day = day
    unknown = family.guardiansWithUnknownCustody(on: day)
    asked = family.guardiansWithCustody(on: day).map { guardian in
      let views = application.views.filter { $0.guardian?.id == guardian.id && $0.agrees != nil }
      let answers = views.compactMap { view in view.agreedOn.map { ($0, view.agrees?.known ?? .unknown) } }
      return Asked(
        guardian: guardian, answers: answers.sorted { $0.0 < $1.0 }, hasUndated: views.contains { $0.agreedOn == nil })
    }
  }

  private func isMet(on day: CivilDate) -> Bool {
    unknown.isEmpty && !asked.isEmpty && asked.allSatisfy { $0.answers.last { $0.on <= day }?.agrees == .yes }
  }

  /// The stretches of days on which agreement lacks: each ends with the last yes, or with the decision.
  func openStretches(from start: CivilDate, until end: CivilDate?) -> [Stretch] {
    let days = Set(asked.flatMap { $0.answers.map(\.on) }).filter { $0 > start }.sorted()
    var stretches: [Stretch] = []
    var open: CivilDate?
    for day in [start] + days where end.map({ day < $0 }) ?? true {
      if isMet(on: day) {
        if let from = open { stretches.append(Stretch(from: from, clearedOn: day, until: nil)) }
        open = nil
      } else if open == nil {
        open = day
      }
    }
    if let from = open { stretches.append(Stretch(from: from, clearedOn: nil, until: end)) }
    return stretches
  }

  /// Every answer with its day, so that the lines hold on whatever day they are read.
  func proof(at place: Act) -> [ProofStep] {
    let custody = Act(.family, list: FamilyFields.declared.guardians.key)
    var steps = asked.flatMap { asked -> [ProofStep] in
      let name = ProofValue.text(asked.guardian.shortName)
      var lines = asked.answers.map { answer in
        ProofStep(Self.sentence(answer.agrees), ["wie": name, "datum": .date(answer.on)], at: place)
      }
      if asked.hasUndated { lines.append(ProofStep("zonderDatum", ["wie": name], at: place)) }
      return lines.isEmpty ? [ProofStep("open", ["wie": name], at: place)] : lines
    }
    if asked.isEmpty { steps.append(ProofStep("niemandMetGezag", ["datum": .date(day)], at: custody)) }
    steps += unknown.map { ProofStep("gezagOnbekend", ["wie": .text($0.shortName), "datum": .date(day)], at: custody) }
    return steps
  }

  private static func sentence(_ answer: YesNoUnknown) -> String {
    switch answer {
    case .yes: "akkoord"
    case .no: "nietAkkoord"
    case .unknown: "onbekend"
    }
  }
}
