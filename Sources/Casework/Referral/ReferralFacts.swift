/// What one dossier says on a day about each question of the flow of chapter 4.
///
/// Only facts of that day or before count, and only what is on record: a missing fact leaves a question open.
struct ReferralFacts {
  let pupil: Record<PupilFields>
  let applications: [Application]
  let plan: Record<PlanFields>
  let arrangements: [Arrangement]
  let referral: Record<ReferralFields>
  let secondary: SecondaryOutcome?
  let day: CivilDate
  /// The applications for a TLV that were not taken back, the last one last.
  let placements: [PlacementApplication]

  init(_ dossier: Dossier, on day: CivilDate) {
    pupil = dossier.pupil.record ?? Record()
    applications = (dossier.admission.record?.applications ?? [])
      .filter { !($0.decision.is(.withdrawn) && $0.decidedOn.isBy(day)) && $0.receivedOn.isBy(day) }
      .sorted { ($0.receivedOn ?? .distantPast, $0.id.order) < ($1.receivedOn ?? .distantPast, $1.id.order) }
    plan = dossier.plan.record ?? Record()
    arrangements = dossier.support.record?.arrangements ?? []
    let referral = dossier.referral.record ?? Record()
    self.referral = referral
    self.day = day
    secondary = dossier.secondaryOutcome(on: day)
    placements = referral.placements
      .filter { placement in
        let isWithdrawn = placement.decision.is(.withdrawn) && placement.decidedOn.isBy(day)
        return !isWithdrawn && placement.appliedDay.map { $0 <= day } ?? false
      }
      .sorted { ($0.appliedDay ?? .distantPast, $0.id.order) < ($1.appliedDay ?? .distantPast, $1.id.order) }
  }

  /// What bears on a question, as far as it is of this day or before.
  func evidence(on node: FlowNode) -> [FlowEvidence] {
    let found: [FlowEvidence] =
      switch node {
      case .secondary: schooling + departures(secondaryAnswer) + asked(standingPlacement, .no)
      case .extraSupport: supportLevels + expectations + asked(placements.last, .yes) + clusterRequests(.yes)
      case .ownSchool: ownOffer + asked(placements.last, .no) + removals
      case .sensory: clusterRequests(.yes) + sensoryArrangements + asked(placements.last, .no)
      case .otherSchool: willingSchools + departures { $0 == .primary ? .yes : nil } + asked(placements.last, .no)
      case .application: asked(placements.last, .done)
      case .admissible: decision
      case .admission: admission
      case .kind: kind
      case .committee: committee
      case .practical: secondary.map(practical) ?? []
      case .learningSupport: secondary.map(support) ?? []
      case .stays: planInForce
      case .again, .basicSupport, .sensorySupport, .elsewhere, .specialPrimary, .special, .practicalSchool,
        .supportedSecondary, .otherSecondary:
        []
      }
    return found.filter { $0.day <= day }
  }
}

extension ReferralFacts {
  /// Where the answer is filled in: in the record that it is about where there is one already.
  func ask(_ node: FlowNode) -> Act? {
    switch node {
    case .application, .admissible, .admission, .kind:
      // After a refusal a next one is asked for.
      node.ask?.in(placements.last.flatMap { isRefused($0) ? nil : $0.id })
    case .committee: node.ask?.in(requestsInOrder.last?.id)
    case .practical, .learningSupport: node.ask?.in(secondary?.check.id)
    case .ownSchool: undecided.map { node.ask?.in($0.id) } ?? ownPlan
    case .otherSchool: undecided.map { node.ask?.in($0.id) } ?? leaving
    case .secondary, .extraSupport, .sensory, .again, .basicSupport, .stays, .sensorySupport, .elsewhere,
      .specialPrimary, .special, .practicalSchool, .supportedSecondary, .otherSecondary:
      node.ask
    }
  }

  /// A fact with its day; one without a day counts as the oldest.
  func fact(
    _ answer: FlowAnswer?, _ date: CivilDate?, _ sentence: String, _ values: ProofValues = [:], at place: Act
  ) -> FlowEvidence {
    let dated: ProofValues = ["datum": .text(date.map { $0.dutch(.full) } ?? Self.noDate)]
    return FlowEvidence(
      answer: answer, day: date ?? .distantPast, step: ProofStep(sentence, dated.and(values), at: place))
  }

  private static let noDate = "geen datum"

  /// The application for a TLV that counts now: not refused, and not past its last day.
  var standingPlacement: PlacementApplication? {
    placements.last.flatMap { placement in
      let isPast = placement.until.map { $0 < day } ?? false
      return isRefused(placement) || isPast ? nil : placement
    }
  }

  private func isRefused(_ placement: PlacementApplication) -> Bool {
    placement.decision.is(.refused) && placement.decidedOn.isBy(day)
  }

  /// The last application at this school that waits for its decision; of one that was decided the pupil's tabs tell on.
  private var undecided: Application? {
    applications.last { $0.decision == nil || !$0.decidedOn.isBy(day) }
  }

  /// That a TLV was asked for, as an answer to a question before it.
  private func asked(_ placement: PlacementApplication?, _ answer: FlowAnswer) -> [FlowEvidence] {
    placement.map { placement in
      [
        fact(
          answer, placement.appliedDay, "tlvGevraagd", ["soort": .text(placement.kindText)],
          at: place(placement, PlacementApplicationFields.declared.appliedOn.key))
      ]
    } ?? []
  }

  func place(_ placement: PlacementApplication, _ field: String) -> Act {
    Act(.referral, list: ReferralFields.declared.placements.key, record: placement.id, field: field)
  }

  func place(_ application: Application, _ field: String) -> Act {
    Act(.admission, list: AdmissionFields.declared.applications.key, record: application.id, field: field)
  }
}

/// On the TLV, and on clusters 1 and 2.
extension ReferralFacts {
  private var decision: [FlowEvidence] {
    guard let placement = placements.last, let decision = placement.decision?.known else { return [] }
    return [
      fact(
        decision.flowAnswer, placement.decidedOn, "tlvBesluit", ["besluit": .text(decision.label)],
        at: place(placement, PlacementApplicationFields.declared.decision.key))
    ]
  }

  private var admission: [FlowEvidence] {
    guard let placement = placements.last else { return [] }
    let school: ProofValue = .text(placement.school ?? "een school die niet is genoemd")
    let keys = PlacementApplicationFields.declared
    let asked = placement.schoolAppliedOn.map {
      fact(nil, $0, "aangemeldBij", ["school": school], at: place(placement, keys.schoolAppliedOn.key))
    }
    let admitted = placement.admittedOn.map {
      fact(.done, $0, "toegelatenBij", ["school": school], at: place(placement, keys.admittedOn.key))
    }
    return [asked, admitted].compactMap(\.self)
  }

  private var kind: [FlowEvidence] {
    guard let placement = placements.last, let kind = placement.kind?.known else { return [] }
    let answer: FlowAnswer =
      switch kind {
      case .specialPrimary: .specialPrimary
      case .specialOne, .specialTwo, .specialThree: .special
      }
    let place = place(placement, PlacementApplicationFields.declared.kind.key)
    return [fact(answer, placement.appliedDay, "tlvGevraagd", ["soort": .text(kind.label)], at: place)]
  }

  private var requestsInOrder: [Record<ClusterRequestFields>] {
    referral.clusterRequests
      .filter { !($0.decision.is(.withdrawn) && $0.decidedOn.isBy(day)) && $0.askedOn.isBy(day) }
      .sorted { ($0.askedOn ?? .distantPast, $0.id.order) < ($1.askedOn ?? .distantPast, $1.id.order) }
  }

  private func clusterRequests(_ answer: FlowAnswer) -> [FlowEvidence] {
    requestsInOrder.map { request in
      fact(
        answer, request.askedOn, "clusterGevraagd",
        ["instelling": .text(request.institution ?? "de instelling"), "cluster": .text(request.cluster?.label ?? "?")],
        at: place(request, ClusterRequestFields.declared.askedOn.key))
    }
  }

  private var committee: [FlowEvidence] {
    guard let request = requestsInOrder.last, let decision = request.decision?.known else { return [] }
    return [
      fact(
        decision.flowAnswer, request.decidedOn, "commissieBesluit", ["besluit": .text(decision.label)],
        at: place(request, ClusterRequestFields.declared.decision.key))
    ]
  }

  private func place(_ request: Record<ClusterRequestFields>, _ field: String) -> Act {
    Act(.referral, list: ReferralFields.declared.clusterRequests.key, record: request.id, field: field)
  }
}

extension RequestDecision {
  fileprivate var flowAnswer: FlowAnswer? {
    switch self {
    case .granted, .partly: .yes
    case .refused: .no
    case .withdrawn: nil
    }
  }
}

/// On secondary education.
extension ReferralFacts {
  private func practical(_ outcome: SecondaryOutcome) -> [FlowEvidence] {
    outcome.evidence(of: outcome.practical, self, "proUitkomst")
  }

  private func support(_ outcome: SecondaryOutcome) -> [FlowEvidence] {
    outcome.evidence(of: outcome.support, self, "lwooUitkomst")
  }
}

extension SecondaryOutcome {
  fileprivate func evidence(of result: CriteriaCheck, _ facts: ReferralFacts, _ sentence: String) -> [FlowEvidence] {
    let answer: FlowAnswer? =
      switch result.verdict {
      case .yes: .yes
      case .no: .no
      case .unknown: nil
      }
    let place = check.place(SecondaryCheckFields.declared.on.key)
    return [facts.fact(answer, check.on, sentence, ["antwoord": .text(result.answer.rawValue)], at: place)]
      + result.steps.map { FlowEvidence(answer: nil, day: check.on ?? .distantPast, step: $0) }
  }
}

extension CivilDate? {
  /// Whether it is this day or before it; what has no day counts as the oldest.
  func isBy(_ day: CivilDate) -> Bool { map { $0 <= day } ?? true }
}
