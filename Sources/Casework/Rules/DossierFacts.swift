/// What many rules ask of one dossier, worked out once for all of them; it never changes.
final class DossierFacts: Sendable {
  fileprivate let enrolments: [Spanned<EnrolmentFields>]
  fileprivate let placements: [Spanned<PlacementFields>]
  fileprivate let supported: [DateSpan]
  fileprivate let duties: [PlanDuty]
  fileprivate let circle: GuardianCircle
  fileprivate let course: PlanCourse
  fileprivate let watches: [AgreementWatch]
  fileprivate let talks: [Conversation]
  fileprivate let actions: [(action: Action, conversation: Conversation?)]

  /// Of a tab that cannot be read nothing follows.
  init(_ dossier: Dossier, in scope: RuleScope) {
    let pupil = dossier.pupil.record ?? Record()
    enrolments = pupil.enrolmentHistory
    placements = pupil.placementHistory
    supported = pupil.supportedSpans(at: scope.school.record.type?.known)
    duties = PlanDuty.all(pupil: pupil, scope: scope)
    circle = GuardianCircle(dossier.family.record ?? Record())
    course = PlanCourse(dossier.plan.record ?? Record())
    watches = course.watches(circle, duties: duties)
    let section = dossier.conversations.record ?? Record()
    talks = section.conversations
    actions = section.everyAction
  }
}

/// The facts for a rule that reads the tabs on which they rest; nothing for any other.
extension Dossier {
  var enrolmentHistory: [Spanned<EnrolmentFields>] { facts(from: .pupil)?.enrolments ?? [] }

  /// The groups and years of schooling, each for its days.
  var placementHistory: [Spanned<PlacementFields>] { facts(from: .pupil)?.placements ?? [] }

  /// The stretches in which the pupil is at this school and has extra support.
  var supportedSpans: [DateSpan] { facts(from: .pupil)?.supported ?? [] }

  /// The duties to have a plan.
  var planDuties: [PlanDuty] { facts(from: .pupil)?.duties ?? [] }

  var circle: GuardianCircle { facts(from: .family)?.circle ?? GuardianCircle(Record()) }

  var planCourse: PlanCourse { facts(from: .plan)?.course ?? PlanCourse(Record()) }

  /// What each version of the plan that was offered or established needs of the guardians.
  var agreementWatches: [AgreementWatch] {
    isShown(.pupil) && isShown(.family) ? facts(from: .plan)?.watches ?? [] : []
  }

  /// The talks that still stand.
  var talks: [Conversation] { facts(from: .conversations)?.talks ?? [] }

  /// All actions, those from talks and those that stand by themselves.
  var everyAction: [(action: Action, conversation: Conversation?)] { facts(from: .conversations)?.actions ?? [] }

  private func facts(from name: SectionName) -> DossierFacts? { isShown(name) ? facts : nil }
}
