/// The rhythm of a pupil's plan: what was done, and what the rules ask next.
public struct PlanCycle: Equatable, Sendable {
  /// In order of their days; what was done before what is asked on the same day.
  public let moments: [Moment]

  public struct Moment: Equatable, Sendable {
    public let day: CivilDate
    public let kind: Kind

    public init(day: CivilDate, kind: Kind) {
      self.day = day
      self.kind = kind
    }
  }

  public enum Kind: Equatable, Sendable {
    /// With the number of the version.
    case established(version: Int)
    case evaluated(Counting)
    case progressNoted
    case closed
    /// The last day in time for establishing, and for evaluating.
    case establishBy, evaluateBy
    /// The day from which a new note on progress is asked.
    case noteProgressFrom

    /// Whether it is still to be done.
    public var isAsked: Bool {
      switch self {
      case .established, .evaluated, .progressNoted, .closed: false
      case .establishBy, .evaluateBy, .noteProgressFrom: true
      }
    }
  }

  /// Whether an evaluation counts as one with the parents.
  public enum Counting: Equatable, Sendable {
    /// A guardian with custody certainly took part.
    case counts
    /// Somebody took part of whom it is not known.
    case custodyUnknown
    case withoutGuardian
    /// The guardians cannot be read.
    case notJudged
  }

  /// The moments of a dossier as they stand on a day.
  ///
  /// What is asked is taken from the episodes of the rules, so that the picture says what the agenda says.
  public init(_ dossier: Dossier, episodes: [Episode], on day: CivilDate) {
    let done = dossier.plan.record.map { Self.done($0, dossier.family.record) } ?? []
    let asked = episodes.compactMap { episode in
      episode.id.subject == .pupil(dossier.id) && episode.isAhead(on: day) ? Self.asked(by: episode) : nil
    }
    // The last day of what has one; of several askings for the same the first.
    var firsts: [Moment] = []
    for moment in asked.sorted(by: { $0.day < $1.day }) where !firsts.contains(where: { $0.kind == moment.kind }) {
      firsts.append(moment)
    }
    moments = (done + firsts).enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
  }

  private static func done(_ plan: Record<PlanFields>, _ family: Record<FamilyFields>?) -> [Moment] {
    let circle = family.map { GuardianCircle($0) }
    var moments: [Moment] = []
    for (index, version) in plan.inOrder.enumerated() {
      if let on = version.establishedOn { moments.append(Moment(day: on, kind: .established(version: index + 1))) }
      if let on = version.closedOn { moments.append(Moment(day: on, kind: .closed)) }
    }
    for evaluation in plan.evaluations {
      guard let on = evaluation.on else { continue }
      let counting = circle.map { Counting(CustodyPresence(at: evaluation, on: on, $0)) }
      moments.append(Moment(day: on, kind: .evaluated(counting ?? .notJudged)))
    }
    return moments + plan.progress.compactMap { note in note.on.map { Moment(day: $0, kind: .progressNoted) } }
  }

  private static func asked(by episode: Episode) -> Moment? {
    switch episode.id.rule {
    case "opp.opstellen": episode.lastDay.map { Moment(day: $0, kind: .establishBy) }
    case "opp.evaluatie": episode.lastDay.map { Moment(day: $0, kind: .evaluateBy) }
    case "opp.voortgang": Moment(day: episode.visibleFrom, kind: .noteProgressFrom)
    default: nil
    }
  }
}

extension Episode {
  /// Whether it asks something on a day or after it.
  fileprivate func isAhead(on day: CivilDate) -> Bool {
    until.map { day < $0 } ?? true && clearedOn.map { day < $0 } ?? true
  }
}

extension PlanCycle.Counting {
  fileprivate init(_ presence: CustodyPresence) {
    switch presence {
    case .certain: self = .counts
    case .unknown: self = .custodyUnknown
    case .none: self = .withoutGuardian
    }
  }
}
