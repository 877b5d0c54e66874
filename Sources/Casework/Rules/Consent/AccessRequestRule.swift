extension Rule {
  /// A request to see the dossier is answered within a month, once longer by two (AVG 12 lid 3; §3.5).
  static let accessRequest = Rule(
    "inzage.verzoek", reads: [.family, .consent], afterDeparture: .everything,
    judge: .pupil { dossier, scope in
      guard dossier.family.isReadable, let section = dossier.consent.record else { return [] }
      let circle = dossier.circle
      return section.accessRequests.compactMap { request in
        guard let watch = AccessRequestWatch(request, circle: circle, scope: scope) else { return nil }
        return watch.episode(of: dossier.id)
      }
    })
}

/// One request: its term, who asked, and the answer.
private struct AccessRequestWatch {
  private let request: AccessRequest
  private let circle: GuardianCircle
  private let receivedOn: CivilDate
  private let months: Int
  private let more: Int
  private let first: Term
  private let term: Term

  /// Nothing where no day is known on which it came, or the rule book lacks the numbers of that day.
  init?(_ request: AccessRequest, circle: GuardianCircle, scope: RuleScope) {
    // Without the day of receipt it counts from the day on which somebody wrote it down.
    guard let received = request.receivedOn ?? request.madeAt?.wall.day,
      let months = scope.norms["inzage.verzoek.maanden", on: received],
      let more = scope.norms["inzage.verzoek.verlenging", on: received]
    else { return nil }
    self.request = request
    self.circle = circle
    receivedOn = received
    self.months = months
    self.more = more
    let first = Term.statutory(.months(months), from: received, holidays: scope.holidays)
    self.first = first
    let isExtended = request.extensionToldOn.map { $0 <= first.lastDay } ?? false && !request.extensionReason.isBlank
    term = isExtended ? .statutory(.months(months + more), from: received, holidays: scope.holidays) : first
  }

  func episode(of pupil: RecordID) -> Episode {
    let place = Act(.consent, list: ConsentFields.declared.accessRequests.key, record: request.id)
    return Episode(
      id: Episode.ID(rule: "inzage.verzoek", subject: .pupil(pupil), records: [request.id].compactMap(\.self)),
      visibleFrom: receivedOn, due: term.end, lastDay: term.lastDay, clearedOn: answeredOn.map { max($0, receivedOn) },
      title: ProofStep("titel", ["datum": .date(term.lastDay)]), proof: proof(at: place),
      act: Act(
        .consent, list: ConsentFields.declared.accessRequests.key, record: request.id,
        field: AccessRequestFields.declared.givenOn.key))
  }

  /// Given, or refused with a reason that holds; or the facts, to a guardian without custody (BW 1:377c).
  private var answeredOn: CivilDate? {
    let refused = request.refusedOn.flatMap { hasReason && !isRefusedWrongly(on: $0) ? $0 : nil }
    let facts = request.factsGivenOn.flatMap { custody(on: $0) == .no ? $0 : nil }
    return [request.givenOn, refused, facts].compactMap(\.self).min()
  }

  private var hasReason: Bool { request.refusal != nil || !request.refusalText.isBlank }

  /// Refused for want of custody to someone who had it.
  private func isRefusedWrongly(on day: CivilDate) -> Bool {
    request.refusal.is(.noCustody) && custody(on: day) == .yes
  }

  /// Nothing where someone else asks than a guardian.
  private func custody(on day: CivilDate) -> YesNoUnknown? {
    request.guardian.map { circle.custody(of: $0.id, on: day) }
  }
}

/// The words of the proof.
extension AccessRequestWatch {
  private func proof(at place: Act) -> [ProofStep] {
    let who = circle.name(of: request.guardian?.id).map(ProofValue.text) ?? request.personName.orNotFilled
    let came = request.receivedOn == nil ? "ontvangenOnbekend" : "ontvangen"
    var steps = [ProofStep(came, ["datum": .date(receivedOn), "wie": who], at: place)]
    steps += custodySteps(who)
    steps.append(counted(months, to: first.end))
    if term == first { steps += first.movedSteps }
    return steps + extensionSteps(at: place) + refusalSteps(who, at: place)
  }

  private func custodySteps(_ who: ProofValue) -> [ProofStep] {
    let values: ProofValues = ["wie": who, "datum": .date(receivedOn)]
    let place = Act(.family, list: FamilyFields.declared.guardians.key, record: request.guardian?.id)
    switch custody(on: receivedOn) {
    case .no: return [ProofStep("geenGezag", values, at: place)]
    case .unknown: return [ProofStep("gezagUitzoeken", values, at: place)]
    case .yes: return []
    case nil: return [ProofStep("iemandAnders", values)]
    }
  }

  private func extensionSteps(at place: Act) -> [ProofStep] {
    guard let told = request.extensionToldOn else { return [] }
    if request.extensionReason.isBlank { return [ProofStep("verlengdZonderReden", ["datum": .date(told)], at: place)] }
    guard told <= first.lastDay else {
      return [ProofStep("verlengdTeLaat", ["datum": .date(told), "uiterlijk": .date(first.lastDay)], at: place)]
    }
    return [ProofStep("verlengd", ["datum": .date(told), "maanden": .count(more)], at: place)]
      + [counted(months + more, to: term.end)] + term.movedSteps
  }

  private func refusalSteps(_ who: ProofValue, at place: Act) -> [ProofStep] {
    guard let refused = request.refusedOn else { return [] }
    let values: ProofValues = ["wie": who, "datum": .date(refused)]
    if !hasReason { return [ProofStep("geweigerdZonderReden", values, at: place)] }
    return isRefusedWrongly(on: refused) ? [ProofStep("geweigerdMaarGezag", values, at: place)] : []
  }

  private func counted(_ months: Int, to end: CivilDate) -> ProofStep {
    ProofStep("termijnMaanden", ["van": .date(receivedOn), "maanden": .count(months), "tot": .date(end)])
  }
}
