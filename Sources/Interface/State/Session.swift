import Casework

/// Whoever is logged in, what they may see, and what they did since.
public struct Session: Sendable {
  /// The school as it is known now; what is saved goes in here, whatever shows.
  private(set) var present: Picture
  /// The day that every screen shows instead of today, and with which facts.
  private(set) var asked: AskedDay?
  /// What shows while there is nothing to show yet.
  private let nothing: Picture
  let engine: RuleEngine
  /// What was typed and not saved yet, found again at the start or set aside since.
  public var drafts: [DraftKey: Draft]
  /// Who was the last one to save a file since this user logged in, by name where that is known.
  public var writers: [Place: String] = [:]
  /// The files that are not as they should be; nothing until they were looked at.
  public var troubles: [FileTrouble]?
  /// What can be undone, last one last.
  public var done: [SavedEdit] = []
  /// What can be redone, last one last.
  public var undone: [SavedEdit] = []
  /// Goes up with every change of what was read, so that what was worked out from it can be told to be old.
  private(set) var revision = 0

  init(_ opened: OpenedSchool, engine: RuleEngine, today: CivilDate) {
    self.engine = engine
    present = Picture(opened.caseload, opened.judgement, engine: engine, from: today)
    let empty = Caseload(user: opened.caseload.user, school: School(record: Record()))
    nothing = Picture(empty, Judgement(), engine: engine, from: today)
    drafts = Dictionary(opened.drafts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public var user: User { present.caseload.user }
  /// What the screens show: the school as it is known now, or as it was recorded by the day asked.
  public var caseload: Caseload { asked == nil ? present.caseload : shown.caseload }
  public var judgement: Judgement { asked == nil ? present.judgement : shown.judgement }
  var scope: RuleScope { asked == nil ? present.scope : shown.scope }
  /// The day that every screen shows instead of today.
  public var dayAsked: CivilDate? { asked?.day }
  var calendar: TeachingCalendar { scope.calendar }
}

/// Taking in what was saved, by this user or by another.
extension Session {
  mutating func take(_ state: FileState, at place: Place, on today: CivilDate) {
    revision += 1
    present.caseload.take(state, at: place)
    switch place {
    case .section(let pupil, _): judge(pupil)
    case .school, .calendar:
      // Every deadline may move with the school's days.
      present.scope = engine.scope(of: present.caseload.school, until: present.scope.horizon, asOf: today)
      present.judgement = engine.judge(present.caseload.dossiers.values, in: present.scope)
    case .registration:
      present.scope = engine.scope(of: present.caseload.school, until: present.scope.horizon, asOf: today)
      var judged = engine.judgeSchool(in: present.scope)
      judged.add(present.judgement.aboutPupils)
      present.judgement = judged
    case .putOffs, .restricted, .emergencyCard, .workingNote: break
    }
  }

  /// What the rules would ask of a pupil with this dossier.
  func episodes(of dossier: Dossier) -> [Episode] {
    engine.judge(dossier, in: scope).episodes
  }

  private mutating func judge(_ pupil: RecordID) {
    guard let dossier = present.caseload.dossiers[pupil] else { return }
    present.judgement.replace(.pupil(pupil), with: engine.judge(dossier, in: present.scope))
  }
}

/// Showing another day than today.
extension Session {
  fileprivate var shown: Picture {
    switch asked?.recorded {
    case nil: present
    case .awaited: nothing
    case .read(let picture, _): picture
    }
  }

  mutating func show(_ day: AskedDay?) {
    revision += 1
    asked = day
  }

  /// Keeps a key until the school of a past day is there.
  mutating func keep(_ key: Key) { asked?.keysAhead.append(key) }

  /// Goes on with the day that a former session of the same user showed, of which nothing was read with the rights of now.
  mutating func goOn(from former: Session) {
    asked = former.asked.map { AskedDay($0.day, $0.knowledge) }
    revision = former.revision + 1
  }

  mutating func take(_ recorded: RecordedDay) {
    revision += 1
    let picture = Picture(recorded.caseload, recorded.judgement, engine: engine, from: recorded.day)
    asked?.recorded = .read(picture, since: recorded.since)
  }
}

extension Judgement {
  fileprivate var aboutPupils: Judgement {
    Judgement(
      episodes: episodes.filter { $0.id.subject.isPupil }, unjudged: unjudged.filter { $0.subject.isPupil })
  }
}

extension Subject {
  fileprivate var isPupil: Bool {
    switch self {
    case .pupil: true
    case .group, .school: false
    }
  }
}

extension Caseload {
  /// Puts a file as it is now in the place of what was read before.
  public mutating func take(_ state: FileState, at place: Place) {
    let read: Stored? = if case .read(let file) = state { file } else { nil }
    stored[place] = read
    switch place {
    case .section(let pupil, let section): dossiers[pupil, default: Dossier(id: pupil)][section] = state.section
    case .school: if let record = read.flatMap({ Record<SchoolFields>(tree: $0.tree) }) { school.record = record }
    case .calendar: if let record = read.flatMap({ Record<CalendarFields>(tree: $0.tree) }) { school.calendar = record }
    case .registration(let group, let year):
      let days = read.flatMap { Record<GroupRegistrationFields>(tree: $0.tree) }?.registeredDays ?? []
      let others = (school.registrations[group] ?? []).filter { !year.contains($0) }
      school.registrations[group] = others.union(days)
      if case .damaged = state {
        school.unreadRegistrations.insert(group)
      } else {
        school.unreadRegistrations.remove(group)
      }
    case .putOffs, .restricted, .emergencyCard, .workingNote: break
    }
  }
}

extension FileState {
  fileprivate var section: SectionState {
    switch self {
    case .gone: .empty
    case .read(let stored): .value(stored.tree)
    case .notReadable: .notReadable
    case .damaged(let why): .damaged(why)
    }
  }
}

/// All that the shell read of the school for the one who logged in.
public struct OpenedSchool: Equatable, Sendable {
  public var caseload: Caseload
  /// What ``RuleEngine/judge(_:in:)`` found, with ``RuleScope/horizon(from:)`` as its horizon.
  public var judgement: Judgement
  public var drafts: [Draft]

  public init(caseload: Caseload, judgement: Judgement, drafts: [Draft]) {
    self.caseload = caseload
    self.judgement = judgement
    self.drafts = drafts
  }
}

/// An edit that was saved, and the one that takes it back without touching anyone else's work.
public struct SavedEdit: Equatable, Sendable {
  public let act: String
  public let undo: Edit

  public init(act: String, undo: Edit) {
    self.act = act
    self.undo = undo
  }
}

/// What to do when a piece of work comes back.
public enum PendingWork: Equatable, Sendable {
  case edit(Edit, AfterSaving)
  case undo(SavedEdit)
  case redo(SavedEdit)
  /// The consequences of a file that the form would save.
  case weighing(Members)
  /// The text of the field that the form stands on.
  case editor
  case document
  /// An emergency card for the paper that waits for it.
  case emergencyCard
  /// The last good version of a file.
  case putBack(Place)
  /// A dossier as it was, for the screen that waits for it.
  case past
}

/// What follows when an edit is saved.
public struct AfterSaving: Equatable, Sendable {
  /// The draft that is no longer needed.
  public var draft: DraftKey?
  /// What was typed under that key when it was handed over; nothing where that cannot change meanwhile.
  var held: Tree?
  /// Whether the screen closes that it was made on.
  public var closesScreen: Bool
  public var notice: String
  /// The marks of a group that are saved by it.
  public var marks: SavedMarks?
  /// The dossier that opens then.
  var opens: RecordID?
  /// The pupil of whom is told which signals it cleared.
  public var pupil: RecordID?

  public init(
    draft: DraftKey? = nil, closesScreen: Bool = false, notice: String, marks: SavedMarks? = nil,
    pupil: RecordID? = nil, held: Tree? = nil
  ) {
    self.held = held
    self.pupil = pupil
    self.draft = draft
    self.closesScreen = closesScreen
    self.notice = notice
    self.marks = marks
  }
}
