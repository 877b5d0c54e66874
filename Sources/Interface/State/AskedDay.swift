import Casework

/// Another day than today, and with which facts it is shown.
public struct AskedDay: Sendable {
  public let day: CivilDate
  public let knowledge: Knowledge
  /// The school as it was recorded by then; nothing with any other knowledge.
  var recorded: Recorded?
  /// What was typed while that was being read; it is taken in as soon as there is something to take it.
  var keysAhead: [Key] = []

  /// What came of reading the school of a past day.
  enum Recorded: Sendable {
    case awaited
    /// `since` is the day of the oldest record.
    case read(Picture, since: CivilDate?)
  }

  init(_ day: CivilDate, _ knowledge: Knowledge) {
    self.day = day
    self.knowledge = knowledge
    recorded = knowledge == .then ? .awaited : nil
  }
}

/// The day that the screens show first, where that is not today.
public struct StartDay: Equatable, Sendable {
  public let day: CivilDate
  /// Whether a past day shows what is known now.
  public let asKnownNow: Bool

  public init(day: CivilDate, asKnownNow: Bool) {
    self.day = day
    self.asKnownNow = asKnownNow
  }
}

/// A school with what the rules say of it.
struct Picture: Sendable {
  var caseload: Caseload
  /// Everything that the rules ask, on every day, and what they could not judge.
  var judgement: Judgement
  /// What rules may know of the school besides a dossier.
  var scope: RuleScope

  init(_ caseload: Caseload, _ judgement: Judgement, engine: RuleEngine, from day: CivilDate) {
    self.caseload = caseload
    self.judgement = judgement
    scope = engine.scope(of: caseload.school, until: RuleScope.horizon(from: day), asOf: day)
  }
}

/// All that the shell read of the school as it was recorded by the end of a past day.
public struct RecordedDay: Equatable, Sendable {
  public let day: CivilDate
  public let caseload: Caseload
  /// What ``RuleEngine/judge(_:in:)`` found, with ``RuleScope/horizon(from:)`` of that day as its horizon.
  public let judgement: Judgement
  /// The day of the oldest record; nothing where there is none.
  public let since: CivilDate?

  public init(day: CivilDate, caseload: Caseload, judgement: Judgement, since: CivilDate?) {
    self.day = day
    self.caseload = caseload
    self.judgement = judgement
    self.since = since
  }
}

extension Session {
  /// Whether the screens show a past day with what was recorded then.
  var isRecorded: Bool { asked?.knowledge == .then }

  /// Why there is no school to show, in a Dutch sentence: it is still being read, or nothing was recorded yet.
  var pictureMissing: String? {
    switch asked?.recorded {
    case nil: return nil
    case .awaited: return Texts.OtherDay.reading
    case .read(_, let since):
      guard let asked, since.map({ asked.day < $0 }) ?? true else { return nil }
      return Texts.OtherDay.nothingYet(since: since)
    }
  }
}

extension AppState {
  /// Lets every screen show another day, or today again; a past day with what was recorded then, unless asked otherwise.
  mutating func show(_ day: CivilDate?, asKnownNow: Bool = false) -> [Effect] {
    var effects = leaveScreen()
    let other = day.flatMap { $0 == environment.today ? nil : $0 }
    let asked = other.map { AskedDay($0, Knowledge(of: $0, today: environment.today, asKnownNow: asKnownNow)) }
    session?.show(asked)
    if let asked, asked.recorded != nil { effects.append(.loadRecorded(asked.day)) }
    if case .group(var screen) = screens.current {
      screen.day = nil
      screens.current = .group(screen)
    }
    return effects
  }

  /// From what was recorded then to what is known now of the same day, and back.
  mutating func switchKnowledge() -> [Effect] {
    guard let asked = session?.asked else { return [] }
    return show(asked.day, asKnownNow: asked.knowledge == .then)
  }

  /// The school of a past day was read; an answer about a day that was left since is let go.
  mutating func takeIn(_ recorded: RecordedDay) -> [Effect] {
    guard session?.asked?.knowledge == .then, session?.asked?.day == recorded.day else { return [] }
    let keys = session?.asked?.keysAhead ?? []
    session?.take(recorded)
    refreshDerived()
    return keys.flatMap { take($0) }
  }

  /// The school of a past day could not be read: what is known now shows instead, and says that it does.
  mutating func failToRead(_ day: CivilDate, _ failure: Failure) -> [Effect] {
    guard session?.asked?.knowledge == .then, session?.asked?.day == day else { return [] }
    session?.show(AskedDay(day, .now))
    return tell(failure)
  }

  /// Keeps a key for when the school of a past day is there; false where nothing is waited for or the key needs none.
  mutating func keepsForLater(_ key: Key) -> Bool {
    guard case .awaited? = session?.asked?.recorded, lock == nil, overlay == nil, key.needsSchool else { return false }
    session?.keep(key)
    return true
  }
}

extension Key {
  /// Whether what the key does depends on the school that shows.
  fileprivate var needsSchool: Bool {
    switch self {
    case .escape, .control, .function: false
    case .character, .enter, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .wordLeft, .wordRight:
      true
    }
  }
}

extension AppState {
  /// How what a signal of a past day asked ended, by what is known now and what was recorded then.
  func outcome(of episode: Episode.ID) -> String? {
    guard let session, let asked = session.asked, asked.day < environment.today else { return nil }
    guard let known = session.present.judgement.episodes.first(where: { $0.id == episode }) else {
      return Texts.Proof.notAskedNow
    }
    let recorded = session.isRecorded ? RecordedJudgement(day: asked.day, session.judgement) : nil
    return Texts.Proof.outcome(known.timeliness(on: environment.today, recorded: recorded), on: asked.day)
  }
}
