/// What many rules ask of one dossier, worked out once for all of them; it never changes.
final class DossierFacts: Sendable {
  fileprivate let history: PupilHistory
  fileprivate let duties: [PlanDuty]
  fileprivate let circle: GuardianCircle
  fileprivate let course: PlanCourse
  fileprivate let watches: [AgreementWatch]
  fileprivate let applications: [(id: RecordID?, application: Application)]
  fileprivate let placementApplications: [(id: RecordID, application: PlacementApplication)]
  fileprivate let talks: [Conversation]
  fileprivate let actions: [(action: Action, conversation: Conversation?)]

  /// Of a tab that cannot be read nothing follows.
  init(_ dossier: Dossier, in scope: RuleScope) {
    let type = scope.school.record.type?.known
    history = PupilHistory(dossier.pupil.record ?? Record(), at: type)
    duties = PlanDuty.all(history, at: type, scope)
    circle = GuardianCircle(dossier.family.record ?? Record())
    course = PlanCourse(dossier.plan.record ?? Record())
    watches = course.watches(circle, duties: duties)
    applications = (dossier.admission.record ?? Record()).applications.map { ($0.id, $0) }
    placementApplications = (dossier.referral.record ?? Record()).placements.compactMap { application in
      application.id.map { ($0, application) }
    }
    let section = dossier.conversations.record ?? Record()
    talks = section.conversations
    actions = section.everyAction(with: talks)
  }
}

/// The facts for a rule that reads the tabs on which they rest; nothing for any other.
extension Dossier {
  var history: PupilHistory { facts(from: .pupil)?.history ?? .empty }

  var enrolmentHistory: [Spanned<EnrolmentFields>] { facts(from: .pupil)?.history.enrolments ?? [] }

  /// The groups and years of schooling, each for its days.
  var placementHistory: [Spanned<PlacementFields>] { facts(from: .pupil)?.history.placements ?? [] }

  /// The stretches in which the pupil is at this school and has extra support.
  var supportedSpans: [DateSpan] { facts(from: .pupil)?.history.supported ?? [] }

  /// The duties to have a plan.
  var planDuties: [PlanDuty] { facts(from: .pupil)?.duties ?? [] }

  var circle: GuardianCircle { facts(from: .family)?.circle ?? .nobody }

  var planCourse: PlanCourse { facts(from: .plan)?.course ?? .empty }

  /// What each version of the plan that was offered or established needs of the guardians.
  var agreementWatches: [AgreementWatch] {
    isShown(.pupil) && isShown(.family) ? facts(from: .plan)?.watches ?? [] : []
  }

  /// The applications that still stand.
  var applications: [(id: RecordID?, application: Application)] { facts(from: .admission)?.applications ?? [] }

  /// The applications for a TLV that can be pointed at.
  var placementApplications: [(id: RecordID, application: PlacementApplication)] {
    facts(from: .referral)?.placementApplications ?? []
  }

  /// The talks that still stand.
  var talks: [Conversation] { facts(from: .conversations)?.talks ?? [] }

  /// All actions, those from talks and those that stand by themselves.
  var everyAction: [(action: Action, conversation: Conversation?)] { facts(from: .conversations)?.actions ?? [] }

  private func facts(from name: SectionName) -> DossierFacts? { isShown(name) ? facts : nil }
}
