/// One line of the agenda of a talk.
public struct MeetingPoint: Equatable, Sendable, Identifiable {
  public let topic: Topic
  public let title: String
  /// Names the point in the notes, the same for as long as it is the same point.
  public let id: String

  /// What a point is about, and so how it can be answered.
  public enum Topic: Equatable, Sendable {
    /// Something agreed before that is still to be done.
    case action(RecordID)
    /// A goal of the version in force, where the plan is to be evaluated.
    case goal(RecordID, version: RecordID)
    /// The plan is to be talked over with the parents.
    case consultation(version: RecordID)
    /// The agreement of a guardian with custody to the action part is asked.
    case agreement(version: RecordID, guardian: RecordID)
    /// Something else that a rule asks.
    case signal(Episode.ID, SectionName?)
    /// What somebody put on the agenda.
    case own
    /// It was answered, and fell away since: a colleague did it meanwhile.
    case gone
  }

  init(_ topic: Topic, _ title: String, id: String) {
    self.topic = topic
    self.title = title
    self.id = id
  }
}

/// The parts in which the points stand, in their order.
public enum MeetingPart: Int, CaseIterable, Sendable {
  case actions, goals, plan, signals, own, gone

  init(_ topic: MeetingPoint.Topic) {
    self =
      switch topic {
      case .action: .actions
      case .goal: .goals
      case .consultation, .agreement: .plan
      case .signal: .signals
      case .own: .own
      case .gone: .gone
      }
  }
}

extension MeetingPoint {
  public var part: MeetingPart { MeetingPart(topic) }

  /// What can come of it.
  public var outcomes: Set<MeetingOutcome> {
    switch topic {
    case .action: [.discussed, .agreedOn, .notRaised, .done]
    case .agreement: [.discussed, .agreedOn, .notRaised, .consents, .signs, .refuses]
    case .goal, .consultation, .signal, .own, .gone: [.discussed, .agreedOn, .notRaised]
    }
  }

  /// What is left of it when it falls away; what people put on the agenda themselves stays.
  public var fallenAway: MeetingPoint { topic == .own ? self : MeetingPoint(.gone, title, id: id) }

  /// Whether it takes a result on the scale of goals.
  public var takesScore: Bool {
    if case .goal = topic { true } else { false }
  }
}

/// The agenda of a talk about one pupil, from what is open.
public struct MeetingAgenda: Sendable {
  private let dossier: Dossier
  private let notes: MeetingNotes
  private let day: CivilDate
  /// The open signals with their titles, in the order of the agenda.
  private let signals: [(episode: Episode, title: String)]

  public init(
    of dossier: Dossier, notes: MeetingNotes, signals: [(episode: Episode, title: String)], on day: CivilDate
  ) {
    self.dossier = dossier
    self.notes = notes
    self.signals = signals
    self.day = day
  }

  /// First what was agreed before, then the plan, then what else is asked, last what people put on it themselves.
  public var points: [MeetingPoint] {
    let own = actions + plan
    let found = own + others(than: own)
    let known = Set(found.map(\.id))
    return found
      + notes.answers.filter { answer in answer.point.map { !known.contains($0) } ?? false }.map { answer in
        let isOwn = answer.point.map { RecordID($0) != nil } ?? false
        return MeetingPoint(isOwn ? .own : .gone, answer.words ?? "", id: answer.point ?? "")
      }
  }

  private var actions: [MeetingPoint] {
    let open = (dossier.conversations.record?.everyAction ?? []).map(\.action).filter { $0.isOpen(on: day) }
    return open.sorted { ($0.before ?? .distantPast, $0.id.order) < ($1.before ?? .distantPast, $1.id.order) }
      .compactMap { action in
        action.id.map { MeetingPoint(.action($0), MeetingTexts.action(action), id: "actie/\($0)") }
      }
  }

  /// What a talk with the parents can settle of the plan; nothing in any other talk.
  private var plan: [MeetingPoint] {
    guard notes.kind.is(.parents), let plan = dossier.plan.record else { return [] }
    var points: [MeetingPoint] = []
    if isAsked("opp.evaluatie"), let version = plan.versionInForce(on: day),
      let id = version.id
    {
      points += version.goals.compactMap { goal in
        goal.id.map { MeetingPoint(.goal($0, version: id), MeetingTexts.goal(goal), id: "doel/\($0)") }
      }
    }
    guard let version = plan.openVersion(on: day) ?? plan.versionInForce(on: day), let id = version.id else {
      return points
    }
    let number = plan.number(of: id) ?? 1
    if isAsked("opp.overleg") || version.state(on: day) == .draft {
      points.append(
        MeetingPoint(.consultation(version: id), MeetingTexts.consultation(number), id: "overleg/\(id)"))
    }
    return points + agreements(to: version, id, number)
  }

  /// Of whom agreement is still to be had to a version that was offered.
  private func agreements(to version: PlanVersion, _ id: RecordID, _ number: Int) -> [MeetingPoint] {
    guard version.state(on: day) != .draft, let family = dossier.family.record else { return [] }
    return family.guardiansWithCustody(on: day).compactMap { guardian in
      guard let who = guardian.id, !version.isAgreed(by: who, on: day) else { return nil }
      return MeetingPoint(
        .agreement(version: id, guardian: who), MeetingTexts.agreement(number, guardian.shortName),
        id: "instemming/\(id)/\(who)")
    }
  }

  private func isAsked(_ rule: RuleID) -> Bool {
    signals.contains { $0.episode.id.rule == rule }
  }

  /// The signals that no other point is about.
  private func others(than points: [MeetingPoint]) -> [MeetingPoint] {
    let actions = Set(points.compactMap { if case .action(let id) = $0.topic { id } else { nil } })
    var covered: Set<RuleID> = []
    for point in points {
      switch point.topic {
      case .goal: covered.insert("opp.evaluatie")
      case .consultation: covered.insert("opp.overleg")
      case .agreement: covered.insert("opp.instemming")
      case .action, .signal, .own, .gone: break
      }
    }
    return signals.filter { signal in
      !covered.contains(signal.episode.id.rule) && actions.isDisjoint(with: signal.episode.id.records)
    }.map { signal in
      MeetingPoint(
        .signal(signal.episode.id, signal.episode.act.section), signal.title, id: "signaal/" + signal.episode.id.text)
    }
  }
}
