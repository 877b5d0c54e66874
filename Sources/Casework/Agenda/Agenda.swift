/// All that is asked of a school, from which any day's list is taken.
public struct Agenda: Sendable {
  public let episodes: [Episode]
  public let book: RuleBook
  public let calendar: TeachingCalendar
  private let unjudged: [Unjudged]
  private let putOffs: [Episode.ID: [Record<PutOffFields>]]
  private let sortKeys: [Subject: String]

  /// Orders subjects by their sort keys (folded names); one without comes first.
  ///
  /// `putOffs` are the answers by episode.
  public init(
    episodes: [Episode], unjudged: [Unjudged] = [], book: RuleBook, calendar: TeachingCalendar,
    putOffs: [Episode.ID: [Record<PutOffFields>]] = [:],
    sortKeys: [Subject: String] = [:]
  ) {
    self.episodes = episodes
    self.unjudged = unjudged
    self.book = book
    self.calendar = calendar
    self.sortKeys = sortKeys
    self.putOffs = putOffs
  }

  /// What stands on the agenda on a day for one reader, most pressing first; then by due date, name and rule.
  public func signals(on day: CivilDate, for reader: AgendaReader = .everyone) -> [Signal] {
    let signals = episodes.compactMap { signal(of: $0, on: day, for: reader) }
    let keyed = signals.map { (signal: $0, key: sortKeys[$0.episode.id.subject] ?? "", id: $0.id.text) }
    return keyed.sorted { comesFirst($0, $1) }.map(\.signal)
  }

  /// What could not be judged of what this reader would otherwise be told, in the order of the subjects.
  public func unjudged(for reader: AgendaReader = .everyone) -> [Unjudged] {
    unjudged.filter { found in
      book[found.rule].map { reader.sees(found.subject, of: $0) } ?? true
    }.map { (key: sortKeys[$0.subject] ?? "", found: $0) }
      .sorted {
        ($0.key, $0.found.section.title, $0.found.rule.name) < ($1.key, $1.found.section.title, $1.found.rule.name)
      }
      .map(\.found)
  }

  /// The signal that an episode gives on a day, where it gives one.
  public func signal(of episode: Episode, on day: CivilDate, for reader: AgendaReader = .everyone) -> Signal? {
    guard episode.isOpen(on: day), let entry = book.entry(episode.id.rule, on: episode.factOn),
      reader.sees(episode, of: entry)
    else { return nil }
    let urgency = episode.urgency(on: day, calendar: calendar)
    let answers = (putOffs[episode.id] ?? []).filter { $0.counts(on: day) }
    let force = episode.force ?? entry.force
    let isBinding = urgency == .overdue && force == .statute
    for answer in answers {
      switch answer.kind?.known {
      case .acknowledged where episode.mustBeAcknowledged: return nil
      case .putOff where !isBinding: return nil
      case .acknowledged, .putOff, .outsideOurPower, nil: continue
      }
    }
    return Signal(
      episode: episode, urgency: urgency, daysLeft: episode.daysLeft(on: day), force: force,
      outsideOurPower: answers.last { $0.kind.is(.outsideOurPower) })
  }

  private typealias Keyed = (signal: Signal, key: String, id: String)

  /// Something with a date goes before what is simply asked; the record ids at the end keep the order the same every time.
  private func comesFirst(_ left: Keyed, _ right: Keyed) -> Bool {
    if left.signal.urgency != right.signal.urgency { return left.signal.urgency < right.signal.urgency }
    let (leftDay, rightDay) = (left.signal.episode.lastDay, right.signal.episode.lastDay)
    if leftDay != rightDay {
      guard let leftDay, let rightDay else { return leftDay != nil }
      return leftDay < rightDay
    }
    if left.key != right.key { return left.key < right.key }
    return left.id < right.id
  }
}

extension RuleEngine {
  /// The agenda of a school as one user sees it: the only way in which it is put together.
  public func agenda(of caseload: Caseload, _ judgement: Judgement, in scope: RuleScope) -> Agenda {
    let inhabited = caseload.groupsWithPupils
    // A group that never had a pupil has nobody to register.
    let episodes = judgement.episodes.filter { episode in
      guard case .group(let group) = episode.id.subject else { return true }
      return inhabited.contains(group)
    }
    return Agenda(
      episodes: episodes, unjudged: judgement.unjudged, book: book, calendar: scope.calendar,
      putOffs: answers(in: caseload), sortKeys: caseload.sortKeys)
  }
}

extension Caseload {
  /// The groups that some pupil was ever placed in.
  fileprivate var groupsWithPupils: Set<RecordID> {
    Set(dossiers.values.flatMap { $0.pupil.record?.placements ?? [] }.compactMap { $0.group?.id })
  }
}

extension RuleScope {
  /// How far ahead everyone looks from a day: the end of the next school year.
  public static func horizon(from day: CivilDate) -> CivilDate { SchoolYear(of: day).next.lastDay }
}

/// Who looks at the agenda, and so what stands on it.
public struct AgendaReader: Equatable, Sendable {
  private let audiences: Set<Audience>
  /// The groups whose own signals are seen; nothing for all.
  private let groups: Set<RecordID>?
  /// Who sees of what somebody promised only the own promises; nothing for all.
  private let owner: RecordID?

  /// Sees everything, as the director does.
  public static let everyone = AgendaReader(audiences: Set(Audience.allCases), groups: nil)
  public static let careCoordinator = AgendaReader(audiences: [.careCoordinator], groups: nil)

  /// A teacher sees what is for teachers, and of groups only the own ones; pupils of others cannot be read at all.
  public static func teacher(of groups: Set<RecordID>, _ user: RecordID? = nil) -> AgendaReader {
    AgendaReader(audiences: [.teacher], groups: groups, owner: user)
  }

  /// The reader that a user is on a day.
  public init(_ user: User, at school: School, on day: CivilDate) {
    switch user.role {
    case .director: self = .everyone
    case .careCoordinator: self = .careCoordinator
    case .teacher: self = .teacher(of: school.groups(of: user.id, on: day), user.id)
    }
  }

  private init(audiences: Set<Audience>, groups: Set<RecordID>?, owner: RecordID? = nil) {
    self.audiences = audiences
    self.groups = groups
    self.owner = owner
  }

  /// Whether an episode of a rule is for this reader.
  public func sees(_ episode: Episode, of entry: RuleEntry) -> Bool {
    if let owner, let other = episode.owner, other != owner { return false }
    return sees(episode.id.subject, of: entry)
  }

  func sees(_ subject: Subject, of entry: RuleEntry) -> Bool {
    guard !audiences.isDisjoint(with: entry.audience) else { return false }
    switch subject {
    case .group(let group): return groups?.contains(group) ?? true
    case .pupil, .school: return true
    }
  }
}

extension School {
  /// The groups that a user teaches on a day; an assignment without dates holds for its school year.
  public func groups(of user: RecordID, on day: CivilDate) -> Set<RecordID> {
    Set(
      record.assignments.compactMap { assignment in
        guard assignment.teacher?.id == user, let group = assignment.group?.id, assignment.span?.contains(day) ?? false
        else { return nil }
        return group
      })
  }

  /// The users who teach a group on a day.
  public func teachers(of group: RecordID, on day: CivilDate) -> Set<RecordID> {
    Set(
      record.assignments.compactMap { assignment in
        guard assignment.group?.id == group, assignment.span?.contains(day) ?? false else { return nil }
        return assignment.teacher?.id
      })
  }
}

extension Record<AssignmentFields> {
  /// The days for which it holds; nothing without a school year or dates.
  public var span: DateSpan? {
    guard let from = self.from ?? self.schoolYear?.firstDay else { return nil }
    return DateSpan(from: from, until: self.until ?? self.schoolYear?.lastDay)
  }
}
