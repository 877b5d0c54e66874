/// A question, a step or an end of the way to another school (Handreiking chapter 4), in the order of their numbers.
///
/// What people read of it stands in Data/verwijzing under the raw value.
public enum FlowNode: String, CaseIterable, Hashable, Sendable {
  // Questions and steps.
  case secondary = "vo"
  case extraSupport = "extra"
  case ownSchool = "eigen"
  case sensory = "zintuig"
  case otherSchool = "andere"
  case application = "tlv"
  case admissible = "toelaatbaar"
  case admission = "toelating"
  case kind = "soort"
  case committee = "commissie"
  case practical = "pro"
  case learningSupport = "lwoo"
  /// After a refusal: the school still has to find a place, so the way leads back.
  case again = "opnieuw"
  // Ends.
  case basicSupport = "basis"
  case stays = "school"
  case sensorySupport = "cluster12"
  case elsewhere = "andereSchool"
  case specialPrimary = "sbo"
  case special = "so"
  case practicalSchool = "proSchool"
  case supportedSecondary = "lwooSchool"
  case otherSecondary = "anderVo"

  public static let start = FlowNode.secondary

  /// The number by which people find it; what asks nothing has none.
  public var number: Int? {
    ask == nil ? nil : Self.allCases.firstIndex(of: self).map { $0 + 1 }
  }

  public var isEnd: Bool { edges.isEmpty }

  /// Where each answer leads; the first one is drawn downwards.
  public var edges: [FlowEdge] {
    switch self {
    case .secondary: [FlowEdge(.no, .extraSupport), FlowEdge(.yes, .practical)]
    case .extraSupport: [FlowEdge(.yes, .ownSchool), FlowEdge(.no, .basicSupport)]
    case .ownSchool: [FlowEdge(.no, .sensory), FlowEdge(.yes, .stays)]
    case .sensory: [FlowEdge(.no, .otherSchool), FlowEdge(.yes, .committee)]
    case .committee: [FlowEdge(.no, .otherSchool), FlowEdge(.yes, .sensorySupport)]
    case .otherSchool: [FlowEdge(.no, .application), FlowEdge(.yes, .elsewhere)]
    case .application: [FlowEdge(.done, .admissible)]
    case .admissible: [FlowEdge(.yes, .admission), FlowEdge(.no, .again)]
    case .again: [FlowEdge(.done, .ownSchool)]
    case .admission: [FlowEdge(.done, .kind)]
    case .kind: [FlowEdge(.special, .special), FlowEdge(.specialPrimary, .specialPrimary)]
    case .practical: [FlowEdge(.no, .learningSupport), FlowEdge(.yes, .practicalSchool)]
    case .learningSupport: [FlowEdge(.no, .otherSecondary), FlowEdge(.yes, .supportedSecondary)]
    case .basicSupport, .stays, .sensorySupport, .elsewhere, .specialPrimary, .special, .practicalSchool,
      .supportedSecondary, .otherSecondary:
      []
    }
  }

  /// The tabs that its answer is read from.
  public var reads: Set<SectionName> {
    switch self {
    case .secondary: [.pupil, .referral]
    case .extraSupport: [.pupil, .admission, .referral]
    case .ownSchool: [.admission, .plan, .support, .referral]
    case .sensory: [.support, .referral]
    case .committee, .application, .admissible, .admission, .kind: [.referral]
    case .otherSchool: [.pupil, .admission, .referral]
    case .practical: [.plan, .referral]
    case .learningSupport: [.referral]
    case .again, .basicSupport, .stays, .sensorySupport, .elsewhere, .specialPrimary, .special, .practicalSchool,
      .supportedSecondary, .otherSecondary:
      []
    }
  }

  /// The tabs that the flow as a whole is read from.
  public static let allReads: Set<SectionName> = allCases.reduce(into: []) { $0.formUnion($1.reads) }

  /// Where its answer is filled in; nothing where other answers decide.
  public var ask: Act? {
    let tab = ReferralFields.declared
    let placement = PlacementApplicationFields.declared
    switch self {
    case .secondary: return Act(.pupil, list: PupilFields.declared.placements.key)
    case .extraSupport: return Act(.pupil, list: PupilFields.declared.supportLevels.key)
    case .ownSchool:
      return Act(
        .admission, list: AdmissionFields.declared.applications.key, field: ApplicationFields.declared.canProvide.key)
    case .sensory: return Act(.referral, list: tab.clusterRequests.key)
    case .committee:
      return Act(.referral, list: tab.clusterRequests.key, field: ClusterRequestFields.declared.decision.key)
    case .otherSchool:
      return Act(
        .admission, list: AdmissionFields.declared.applications.key,
        field: ApplicationFields.declared.willingSchool.key)
    case .application: return Act(.referral, list: tab.placements.key, field: placement.appliedOn.key)
    case .admissible: return Act(.referral, list: tab.placements.key, field: placement.decision.key)
    case .admission: return Act(.referral, list: tab.placements.key, field: placement.admittedOn.key)
    case .kind: return Act(.referral, list: tab.placements.key, field: placement.kind.key)
    case .practical:
      return Act(
        .referral, list: tab.secondaryChecks.key, field: SecondaryCheckFields.declared.intelligence.key)
    case .learningSupport:
      return Act(.referral, list: tab.secondaryChecks.key, field: SecondaryCheckFields.declared.domains.key)
    case .again, .basicSupport, .stays, .sensorySupport, .elsewhere, .specialPrimary, .special, .practicalSchool,
      .supportedSecondary, .otherSecondary:
      return nil
    }
  }
}

/// What a question or step of the flow was answered with.
public enum FlowAnswer: String, CaseIterable, Hashable, Sendable {
  case yes = "ja"
  case no = "nee"
  /// A step that was taken.
  case done = "gedaan"
  case specialPrimary = "sbo"
  case special = "so"
}

/// One arrow of the flow.
public struct FlowEdge: Hashable, Sendable {
  public let answer: FlowAnswer
  public let target: FlowNode

  init(_ answer: FlowAnswer, _ target: FlowNode) {
    self.answer = answer
    self.target = target
  }
}
