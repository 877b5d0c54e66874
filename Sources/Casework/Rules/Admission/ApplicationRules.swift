extension Rule {
  /// The rules about applications besides the term for the decision (§1.1-1.3, 1.11).
  static let applicationRules: [Rule] = [
    .onApplications("aanmelding.verlenging", ProlongationRule.judge),
    .onApplications("aanmelding.mondeling", OralApplicationRule.judge),
    .onApplications("aanmelding.onderzoek", RefusalRules.inquiry),
    .onApplications("aanmelding.andere-school", RefusalRules.otherSchool),
    .onApplications("aanmelding.motivering", RefusalRules.reasons),
    .onApplications("aanmelding.niet-behandeld", NotProcessedRule.judge),
    .onApplications("aanmelding.bezwaar", alsoReads: [.referral], outlasts: true, AdmissionObjectionRule.judge),
    .onApplications("aanmelding.tijdelijk", TemporaryPlacementRule.judge),
    .onApplications("aanmelding.cluster12", RefusalRules.sensoryOffer),
  ]

  /// A rule about each application.
  ///
  /// It is not silenced by just any departure, since who left may apply anew, but by the end of the stay that came of the
  /// application; what can no longer be undone is not silenced by that, and one that `outlasts` not at all.
  private static func onApplications(
    _ id: RuleID, alsoReads: Set<SectionName> = [], outlasts: Bool = false,
    _ judge: @escaping @Sendable (ApplicationCase) -> [Episode]
  ) -> Rule {
    Rule(
      id, reads: alsoReads.union([.pupil, .admission]), afterDeparture: .everything,
      judge: .pupil { dossier, scope in
        ApplicationCase.all(in: dossier, scope: scope).flatMap { it -> [Episode] in
          let found = judge(it)
          guard !outlasts, let left = it.leftOn else { return found }
          return found.filter { $0.visibleFrom <= left || $0.mustBeAcknowledged }
            .map { $0.mustBeAcknowledged ? $0 : $0.ending(by: left.adding(days: 1)) }
        }
      })
  }
}

/// One application with what the rules about it need besides.
struct ApplicationCase {
  let dossier: Dossier
  let pupil: Record<PupilFields>
  let application: Application
  let id: RecordID
  /// The other applications of this pupil that still stand.
  let others: [Application]
  let scope: RuleScope

  static func all(in dossier: Dossier, scope: RuleScope) -> [ApplicationCase] {
    guard let pupil = dossier.pupil.record else { return [] }
    let applications = dossier.applications
    return applications.compactMap { found in
      found.id.map { id in
        ApplicationCase(
          dossier: dossier, pupil: pupil, application: found.application, id: id,
          others: applications.filter { $0.id != id }.map(\.application), scope: scope)
      }
    }
  }

  /// The last day of the stay at school that came of this application.
  var leftOn: CivilDate? {
    guard let received = application.receivedOn else { return nil }
    return dossier.history.definitive.first { $0.from >= received }?.until
  }

  /// The day of any decision that has one.
  var decidedOn: CivilDate? { application.decision == nil ? nil : application.decidedOn }

  /// The day of a refusal; where only the day is on record on which the parents heard it, that one.
  var refusedOn: CivilDate? {
    application.decision.is(.refused) ? application.decidedOn ?? application.decisionToldOn : nil
  }

  func episodeID(_ rule: RuleID, mark: String = "") -> Episode.ID {
    Episode.ID(rule: rule, subject: .pupil(dossier.id), records: [id], mark: mark)
  }

  /// The application itself, or one field of it.
  func place(_ field: String? = nil) -> Act {
    Act(.admission, list: AdmissionFields.declared.applications.key, record: id, field: field)
  }
}

/// What stands on record of something that was to be done: nothing, that it was done but not when, or its day.
enum DoneOn: Equatable {
  case not
  case undated
  case on(CivilDate)

  init(_ isDone: Bool, _ day: CivilDate?) {
    self = isDone ? day.map(DoneOn.on) ?? .undated : .not
  }

  var day: CivilDate? { if case .on(let day) = self { day } else { nil } }

  /// The sentence for how it stands: `name` and `Op`, `ZonderDatum` or `Ontbreekt`.
  func step(_ name: String, at place: Act) -> ProofStep {
    switch self {
    case .not: ProofStep(name + "Ontbreekt", at: place)
    case .undated: ProofStep(name + "ZonderDatum", at: place)
    case .on(let day): ProofStep(name + "Op", ["datum": .date(day)], at: place)
    }
  }

  /// The day on which all of these were done; nothing while one is not.
  static func all(_ parts: [DoneOn]) -> CivilDate? {
    let days = parts.compactMap(\.day)
    return days.count == parts.count ? days.max() : nil
  }
}

extension String? {
  /// Whether something is written here.
  var isFilled: Bool { map { !$0.isEmpty } ?? false }
}
