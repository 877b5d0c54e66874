/// The rules with their book: what makes episodes of dossiers.
public struct RuleEngine: Sendable {
  public let rules: [Rule]
  public let book: RuleBook
  /// The rules that judge dossiers.
  private let pupilRules: [PupilRule]

  public init(book: RuleBook, rules: [Rule] = Rule.all) {
    self.book = book
    self.rules = rules
    pupilRules = rules.filter(\.isAboutPupils).map { PupilRule($0, in: book) }
  }

  /// What rules may know of this school besides a dossier; worked out once for all dossiers.
  ///
  /// It looks up to the horizon. Where a rule asks for a number of no day, that of `day` counts, else the newest.
  public func scope(of school: School, until horizon: CivilDate, asOf day: CivilDate? = nil) -> RuleScope {
    RuleScope(
      school: school, holidays: book.holidays, norms: book.norms(setBySchool: school.ownNorms, asOf: day),
      horizon: horizon)
  }

  /// Everything that the rules ask of the school, its groups and these pupils, at any time up to the horizon.
  public func judge(_ dossiers: some Sequence<Dossier>, in scope: RuleScope) -> Judgement {
    var judgement = judgeSchool(in: scope)
    for dossier in dossiers { judge(dossier, in: scope, into: &judgement) }
    return judgement
  }

  /// Everything that the rules ask about these pupils.
  public func judgePupils(_ dossiers: some Sequence<Dossier>, in scope: RuleScope) -> Judgement {
    var judgement = Judgement()
    for dossier in dossiers { judge(dossier, in: scope, into: &judgement) }
    return judgement
  }

  /// Everything that the rules ask about one pupil.
  public func judge(_ dossier: Dossier, in scope: RuleScope) -> Judgement {
    var judgement = Judgement()
    judge(dossier, in: scope, into: &judgement)
    return judgement
  }

  private func judge(_ dossier: Dossier, in scope: RuleScope, into judgement: inout Judgement) {
    var hearing = Hearing(dossier: dossier.workedOut(in: scope), scope: scope)
    for rule in pupilRules {
      guard hearing.isReadable(to: rule) else {
        judgement.unjudged += hearing.obstacles(for: rule)
        continue
      }
      for episode in hearing.answer(of: rule) where rule.isLaw(on: episode.factOn) {
        switch hearing.standing(of: episode, afterDeparture: rule.afterDeparture) {
        case .asked: judgement.episodes.append(episode)
        case .askedBefore(let day): judgement.episodes.append(episode.ending(by: day))
        case .notAsked: continue
        }
      }
    }
  }

  /// Everything that the rules ask about groups and about the school itself.
  public func judgeSchool(in scope: RuleScope) -> Judgement {
    var judgement = Judgement()
    for rule in rules {
      switch rule.judge {
      case .pupil, .absence: continue
      case .group(let judge):
        for group in scope.school.record.groups { judgement.episodes += holding(judge(group, scope)) }
      case .school(let judge): judgement.episodes += holding(judge(scope))
      }
    }
    return judgement
  }

  /// The episodes whose rule was law on the day of their fact.
  private func holding(_ episodes: [Episode]) -> [Episode] {
    episodes.filter { book.holds($0.id.rule, on: $0.factOn) }
  }
}

/// A rule about pupils with the days on which it is law, looked up once.
///
/// An object, since it is handed to every dossier and never changes.
private final class PupilRule: Sendable {
  let rule: Rule
  let readSet: SectionSet
  let afterDeparture: Rule.AfterDeparture
  private let law: [LawSpan]

  init(_ rule: Rule, in book: RuleBook) {
    self.rule = rule
    readSet = rule.readSet
    afterDeparture = rule.afterDeparture
    law = (book.entries[rule.id] ?? []).map(\.span)
  }

  func isLaw(on day: CivilDate) -> Bool { law.contains { $0.holds(on: day) } }
}

/// What the rules found, and what they could not look at.
public struct Judgement: Equatable, Sendable {
  public var episodes: [Episode]
  public var unjudged: [Unjudged]

  public init(episodes: [Episode] = [], unjudged: [Unjudged] = []) {
    self.episodes = episodes
    self.unjudged = unjudged
  }

  /// These judgements as one, in their order.
  public init(joining parts: [Judgement]) {
    self.init()
    episodes.reserveCapacity(parts.reduce(0) { $0 + $1.episodes.count })
    for part in parts { add(part) }
  }

  public mutating func add(_ other: Judgement) {
    episodes += other.episodes
    unjudged += other.unjudged
  }

  /// Puts a new judgement of one subject in the place of the one before, so that a saved edit costs one dossier's work.
  public mutating func replace(_ subject: Subject, with new: Judgement) {
    episodes.removeAll { $0.id.subject == subject }
    unjudged.removeAll { $0.subject == subject }
    add(new)
  }
}

/// A rule that cannot judge, since a section that it reads cannot be read: neither a signal nor "all is well".
public struct Unjudged: Hashable, Sendable {
  public let rule: RuleID
  public let subject: Subject
  public let section: SectionName
  public let cause: Cause

  public enum Cause: Hashable, Sendable {
    /// There is something and this user has no key to it.
    case notReadable
    /// There is something and it is broken; the text says what, in Dutch.
    case damaged(String)
  }

  public init(rule: RuleID, subject: Subject, section: SectionName, cause: Cause) {
    self.rule = rule
    self.subject = subject
    self.section = section
    self.cause = cause
  }

  /// Why, in one Dutch sentence.
  public var explanation: String {
    switch cause {
    case .notReadable: "Kan ik niet beoordelen: het tabblad \(section.title) is voor u niet te lezen."
    case .damaged(let why): "Kan ik niet beoordelen: het tabblad \(section.title) is beschadigd. \(why)"
    }
  }
}

/// One dossier before the rules: each hears only the sections that it names.
private struct Hearing {
  let dossier: Dossier
  let scope: RuleScope
  private let enrolments: [DateSpan]
  /// The sections that hold something that cannot be read.
  private let unreadable: SectionSet
  private var ledger: AbsenceLedger?

  init(dossier: Dossier, scope: RuleScope) {
    self.dossier = dossier
    self.scope = scope
    enrolments = DateSpan.joined(dossier.pupil.record?.enrolledSpans ?? [])
    unreadable = dossier.unreadableSections
  }

  /// Whether every section that the rule reads can be read.
  func isReadable(to rule: PupilRule) -> Bool { unreadable.isDisjoint(with: rule.readSet) }

  /// What a rule makes of the sections that it names.
  mutating func answer(of rule: PupilRule) -> [Episode] {
    switch rule.rule.judge {
    case .group, .school: return []
    case .pupil(let judge): return judge(dossier.showing(rule.readSet), scope)
    case .absence(let judge):
      // Where nothing was ever recorded, nothing follows from it.
      if dossier[.absence] == .empty { return [] }
      let ledger = self.ledger ?? AbsenceLedger(dossier.showing(SectionSet([.pupil, .absence])), in: scope)
      self.ledger = ledger
      return judge(dossier.showing(rule.readSet), ledger, scope)
    }
  }

  /// Why a rule cannot judge: the sections that it reads and nobody can.
  func obstacles(for rule: PupilRule) -> [Unjudged] {
    let rule = rule.rule
    return rule.reads.sorted { $0.rawValue < $1.rawValue }.compactMap { section in
      let subject = Subject.pupil(dossier.id)
      return switch dossier[section] {
      case .empty, .value: nil
      case .notReadable: Unjudged(rule: rule.id, subject: subject, section: section, cause: .notReadable)
      case .damaged(let why): Unjudged(rule: rule.id, subject: subject, section: section, cause: .damaged(why))
      }
    }
  }

  /// How an episode stands with the time that the pupil is here.
  enum Standing {
    case asked
    /// Only up to this day, the first one after the pupil left.
    case askedBefore(CivilDate)
    /// It would begin after the last day.
    case notAsked
  }

  /// Whether, and how long, a rule asks this of the pupil.
  ///
  /// A pupil without any enrolment on record has not left; what began before the first enrolment ends with that one.
  func standing(of episode: Episode, afterDeparture: Rule.AfterDeparture) -> Standing {
    let span: DateSpan?
    switch afterDeparture {
    case .everything: return .asked
    case .breaches where episode.mustBeAcknowledged: return .asked
    case .nothing, .breaches: span = enrolments.last { $0.from <= episode.visibleFrom } ?? enrolments.first
    case .whatCameAfter: span = enrolments.first { $0.until.map { $0 >= episode.visibleFrom } ?? true }
    }
    guard let last = span?.until else { return .asked }
    return episode.visibleFrom <= last ? .askedBefore(last.adding(days: 1)) : .notAsked
  }
}
