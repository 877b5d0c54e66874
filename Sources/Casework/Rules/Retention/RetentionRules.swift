extension Rule {
  /// How long what is kept of a pupil who left may stay (§3.9).
  static let retentionRules: [Rule] = [
    .retention("bewaren.dossier") { !$0.isReferred && $0.holdsMoreThanKernel },
    .retention("bewaren.verwezen") { $0.isReferred && $0.holdsMoreThanKernel },
    .retention("bewaren.verzuim") { _ in true },
  ]

  private static func retention(
    _ id: RuleID, where applies: @escaping @Sendable (KeptDossier) -> Bool
  ) -> Rule {
    Rule(
      id, reads: Set(SectionName.allCases), afterDeparture: .everything,
      judge: .pupil { dossier, scope in
        guard let kept = KeptDossier(dossier), applies(kept),
          let years = scope.norms["\(id).jaren", on: kept.leftOn]
        else { return [] }
        return [kept.episode(id, years: years)]
      })
  }
}

/// The dossier of a pupil who left.
private struct KeptDossier {
  /// So many days before the term is over it shows.
  private static let noticeDays = 28

  let dossier: Dossier
  let leftOn: CivilDate
  private let enrolment: Record<EnrolmentFields>
  private let pupil: Record<PupilFields>

  /// Nothing for who did not leave, or came back.
  init?(_ dossier: Dossier) {
    guard let pupil = dossier.pupil.record, let last = dossier.enrolmentHistory.last, let leftOn = last.span.until
    else {
      return nil
    }
    self.dossier = dossier
    self.pupil = pupil
    self.leftOn = leftOn
    enrolment = last.record
  }

  /// Referred to special education; not knowing is not the same as yes.
  var isReferred: Bool { enrolment.referred.is(.yes) }

  /// Whether there is anything besides what stays until the fifth year: name, birth, enrolment and absence.
  var holdsMoreThanKernel: Bool {
    Self.keys(of: .pupil).contains { !Self.kernel.contains($0) && pupil.members[$0].isFilled }
      || SectionName.allCases.contains { name in
        name != .pupil && name != .absence && holdsSomething(name)
      }
  }

  private func holdsSomething(_ name: SectionName) -> Bool {
    guard let members = dossier.tree(of: name)?.members else { return false }
    return Self.keys(of: name).contains { members[$0].isFilled }
  }

  private static let kernel: Set<String> = {
    let fields = PupilFields.declared
    return [
      fields.callName.key, fields.surnamePrefix.key, fields.surname.key, fields.birthDate.key, fields.enrolments.key,
    ]
  }()

  /// Looking the fields of a tab up takes longer than all the rest here.
  private static let keys = SectionName.allCases.map { $0.fields.all.map(\.key) }

  private static func keys(of name: SectionName) -> [String] { keys[name.place] }

  func episode(_ rule: RuleID, years: Int) -> Episode {
    let place = Act(.pupil, list: PupilFields.declared.enrolments.key, record: enrolment.id)
    let end = leftOn.adding(years: years)
    let referral =
      switch enrolment.referred?.known {
      case .yes: ProofStep("verwezen", at: place)
      case .no: ProofStep("nietVerwezen", at: place)
      case .unknown, nil: ProofStep("verwezenOnbekend", at: place)
      }
    return Episode(
      id: Episode.ID(
        rule: rule, subject: .pupil(dossier.id), records: [enrolment.id].compactMap(\.self), mark: leftOn.iso),
      visibleFrom: end.adding(days: -Self.noticeDays), due: end, factOn: leftOn,
      title: ProofStep("titel", ["datum": .date(end)]),
      proof: [ProofStep("vertrokken", ["datum": .date(leftOn)], at: place)]
        + (rule == "bewaren.verzuim" ? [] : [referral])
        + [.term(years: years, from: leftOn, to: end)] + obstacles,
      act: place)
  }

  /// What must be finished before anything may be wiped.
  private var obstacles: [ProofStep] {
    openRequests + openDisputes + openObjections
  }

  private var openRequests: [ProofStep] {
    (dossier.consent.record?.accessRequests ?? [])
      .filter { $0.givenOn == nil && $0.refusedOn == nil }
      .map { request in
        obstacle(
          "inzageOpen", request.receivedOn,
          Act(.consent, list: ConsentFields.declared.accessRequests.key, record: request.id))
      }
  }

  private var openDisputes: [ProofStep] {
    (dossier.referral.record?.disputes ?? [])
      .filter { $0.endedOn == nil && $0.decidedOn == nil }
      .map { dispute in
        obstacle(
          "geschilOpen", dispute.submittedOn,
          Act(.referral, list: ReferralFields.declared.disputes.key, record: dispute.id))
      }
  }

  private var openObjections: [ProofStep] {
    let list = AdmissionFields.declared.applications.key
    let applications = (dossier.admission.record?.applications ?? []).compactMap { application -> ProofStep? in
      guard let day = application.objectionReceivedOn, application.objectionDecidedOn == nil else { return nil }
      return obstacle("bezwaarOpen", day, Act(.admission, list: list, record: application.id))
    }
    let removals = (dossier.referral.record?.removals ?? []).compactMap { removal -> ProofStep? in
      guard let day = removal.objectionReceivedOn, removal.objectionDecidedOn == nil else { return nil }
      return obstacle(
        "bezwaarOpen", day, Act(.referral, list: ReferralFields.declared.removals.key, record: removal.id))
    }
    let placements = (dossier.referral.record?.placements ?? []).flatMap { placement in
      placement.objections.filter { $0.decidedOn == nil }.map { objection in
        obstacle(
          "bezwaarOpen", objection.on,
          Act(.referral, list: ReferralFields.declared.placements.key, record: placement.id))
      }
    }
    return applications + removals + placements
  }

  private func obstacle(_ sentence: String, _ day: CivilDate?, _ place: Act) -> ProofStep {
    day.map { ProofStep(sentence, ["datum": .date($0)], at: place) } ?? ProofStep(sentence + "ZonderDatum", at: place)
  }
}

extension Tree? {
  /// Whether anything is written here.
  fileprivate var isFilled: Bool {
    switch self {
    case nil, .null, .string(""), .array([]): false
    case .object(let members): members.pairs.contains { Tree?.some($0.value).isFilled }
    case .bool, .number, .string, .array: true
    }
  }
}
