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
      .filter { !$0.decision.is(.withdrawn) && $0.receivedOn.map { $0 <= day } ?? true }
      .sorted { ($0.receivedOn ?? .distantPast, $0.orderID) < ($1.receivedOn ?? .distantPast, $1.orderID) }
    plan = dossier.plan.record ?? Record()
    arrangements = dossier.support.record?.arrangements ?? []
    let referral = dossier.referral.record ?? Record()
    self.referral = referral
    self.day = day
    secondary = dossier.secondaryOutcome(on: day)
    placements = referral.placements
      .filter { placement in
        let isWithdrawn = placement.decision.is(.withdrawn) && placement.decidedOn.map { $0 <= day } ?? true
        return !isWithdrawn && placement.appliedDay.map { $0 <= day } ?? false
      }
      .sorted { ($0.appliedDay ?? .distantPast, $0.orderID) < ($1.appliedDay ?? .distantPast, $1.orderID) }
  }

  /// What bears on a question, as far as it is of this day or before.
  func evidence(on node: FlowNode) -> [FlowEvidence] {
    let found: [FlowEvidence] =
      switch node {
      case .secondary: schooling + departures(secondaryAnswer) + lastPlacement(.no)
      case .extraSupport: supportLevels + expectations + lastPlacement(.yes) + clusterRequests(.yes)
      case .ownSchool: ownOffer + lastPlacement(.no) + removals
      case .sensory: clusterRequests(.yes) + sensoryArrangements + lastPlacement(.no)
      case .otherSchool: willingSchools + departures { $0 == .primary ? .yes : nil } + lastPlacement(.no)
      case .application: lastPlacement(.done)
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
    case .application, .admissible, .admission, .kind: node.ask?.in(placements.last?.id)
    case .committee: node.ask?.in(requestsInOrder.last?.id)
    case .practical, .learningSupport: node.ask?.in(secondary?.check.id)
    case .ownSchool: applications.last.map { node.ask?.in($0.id) } ?? ownPlan
    case .otherSchool: applications.last.map { node.ask?.in($0.id) } ?? leaving
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
      let isRefused = placement.decision.is(.refused) && placement.decidedOn.map { $0 <= day } ?? true
      let isPast = placement.until.map { $0 < day } ?? false
      return isRefused || isPast ? nil : placement
    }
  }

  /// That a TLV was asked for, as an answer to a question before it.
  private func lastPlacement(_ answer: FlowAnswer) -> [FlowEvidence] {
    placements.last.map { placement in
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
    let answer: FlowAnswer? =
      switch decision {
      case .granted, .partly: .yes
      case .refused: .no
      case .withdrawn: nil
      }
    return [
      fact(
        answer, placement.decidedOn, "tlvBesluit", ["besluit": .text(decision.label)],
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
    referral.clusterRequests.filter { !$0.decision.is(.withdrawn) && $0.askedOn.map { $0 <= day } ?? true }
      .sorted { ($0.askedOn ?? .distantPast, $0.orderID) < ($1.askedOn ?? .distantPast, $1.orderID) }
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
    let answer: FlowAnswer = decision == .refused ? .no : .yes
    return [
      fact(
        answer, request.decidedOn, "commissieBesluit", ["besluit": .text(decision.label)],
        at: place(request, ClusterRequestFields.declared.decision.key))
    ]
  }

  private func place(_ request: Record<ClusterRequestFields>, _ field: String) -> Act {
    Act(.referral, list: ReferralFields.declared.clusterRequests.key, record: request.id, field: field)
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
