import Casework
import Text

/// One signal as the screen shows it.
struct SignalLine: Equatable, Sendable {
  let signal: Signal
  /// The pupil, the group or the school.
  let name: String
  let group: String
  let title: String

  var id: Episode.ID { signal.id }
  var episode: Episode { signal.episode }
  var urgency: Urgency { signal.urgency }
  var when: String { Texts.Agenda.when(daysLeft: signal.daysLeft) }
  var whenShort: String { Texts.Agenda.whenShort(daysLeft: signal.daysLeft) }

  /// What it is found by.
  var searchTexts: [String] { [name, group, title, signal.episode.id.rule.name, signal.urgency.rawValue] }

  init(_ signal: Signal, book: RuleBook, names: inout LineNames) {
    self.signal = signal
    title = book.titleWords(of: signal.episode, on: names.day)
    let called = names[signal.episode.id.subject]
    name = called.name
    group = called.group
  }
}

/// What lines call their subjects on a day, worked out once for each.
struct LineNames {
  private let caseload: Caseload
  let day: CivilDate
  private var known: [Subject: SubjectName] = [:]

  init(_ caseload: Caseload, on day: CivilDate) {
    self.caseload = caseload
    self.day = day
  }

  subscript(subject: Subject) -> SubjectName {
    mutating get {
      if let name = known[subject] { return name }
      let name = caseload.name(of: subject, on: day)
      known[subject] = name
      return name
    }
  }
}

/// What was worked out from the session for one day, kept until either changes.
struct Derived: Sendable {
  struct Key: Equatable, Sendable {
    let user: RecordID
    let revision: Int
    let day: CivilDate
    let today: CivilDate
  }

  var key: Key?
  var signals: [SignalLine] = []
  /// What the signals are found by; made when something is looked for first.
  var signalIndex: LineIndex?
  /// What the agenda's filter leaves.
  var agenda: AgendaList?
  /// What could not be judged of what the user would otherwise be told.
  var unjudged: [UnjudgedLine] = []
  /// How many rules wait for a tab of a pupil.
  var waitingRules: [Place: Int] = [:]
  var byPupil: [RecordID: [SignalLine]] = [:]
  /// Whether the list of pupils, which comes next, was made.
  var hasPupils = false
  /// By family name.
  var pupils: [PupilLine] = []
  var pupilsByID: [RecordID: PupilLine] = [:]
  var pupilIndex = NameIndex(entries: [])
  var forecast: [WeekLoad] = []
  /// How many pupils have extra support.
  var careCount = 0
  /// Who is in which group, on the day that the group screen shows.
  var members = GroupMembers()
  /// What the rules ask about the pupils whose dossier was shown.
  var episodes: [RecordID: [Episode]] = [:]
  /// The timeline that shows.
  var timeline: TimelineList?
  /// The tab that shows.
  var tab: ShownTab?

  var searchIndex: LineIndex { signalIndex ?? LineIndex(signals.map(\.searchTexts)) }
}

/// The pupils of every group on a day, in the order of their names.
struct GroupMembers: Sendable {
  struct Member: Sendable {
    let id: RecordID
    let name: String
    let yearGroup: Int?
  }

  private(set) var byGroup: [RecordID: [Member]] = [:]
  /// How many pupils are in a group on the day or will be, at school or not.
  private(set) var placed: [RecordID: Int] = [:]
  fileprivate private(set) var day: CivilDate?
  fileprivate private(set) var revision: Int?

  init() {}

  init(_ session: Session, on day: CivilDate) {
    self.day = day
    revision = session.revision
    var found: [RecordID: [(key: String, member: Member)]] = [:]
    for dossier in session.caseload.dossiers.values {
      guard let pupil = dossier.pupil.record else { continue }
      let history = pupil.placementHistory
      let ahead = history.filter { $0.span.until.map { $0 >= day } ?? true }
      for group in Set(ahead.compactMap { $0.record.group?.id }) { placed[group, default: 0] += 1 }
      guard let placement = history.last(where: { $0.span.contains(day) })?.record, let group = placement.group?.id,
        pupil.isHere(on: day)
      else { continue }
      let name = dossier.displayName
      found[group, default: []].append(
        (name.folded, Member(id: dossier.id, name: name, yearGroup: placement.yearGroup)))
    }
    byGroup = found.mapValues { list in
      list.sorted { ($0.key, $0.member.id) < ($1.key, $1.member.id) }.map(\.member)
    }
  }
}

extension AppState {
  /// What stands on the agenda of the day that shows.
  var signals: [SignalLine] { derived.signals }

  func signals(of pupil: RecordID) -> [SignalLine] { derived.byPupil[pupil] ?? [] }

  func signal(_ id: Episode.ID) -> SignalLine? { derived.signals.first { $0.id == id } }

  var pupilLines: [PupilLine] { derived.pupils }

  /// Works out what the screens show, where the session or the day is another one than it was worked out for.
  ///
  /// What one screen alone needs waits until that screen is there.
  mutating func refreshDerived() {
    guard let session else {
      derived = Derived()
      return
    }
    refreshSignals(session)
    switch screens.current {
    case .agenda(let screen): refreshAgenda(screen.filter)
    case .pupils: refreshPupils(session)
    case .group(let screen): refreshMembers(session, on: screen.shownDay(self))
    case .dossier(let screen):
      refreshEpisodes(of: screen.pupil)
      refreshTab(screen.shown)
    case .school(let screen):
      refreshMembers(session, on: shownDay)
      refreshTab(screen.shown)
    case .record(let screen): if screen.place.pupil == nil { refreshMembers(session, on: shownDay) }
    case .timeline(let screen): refreshTimeline(screen)
    case .login, .proof, .form, .conflict, .rules, .reference, .norms, .paper, .files, .flow,
      .changes, .meeting:
      break
    }
  }

  private mutating func refreshAgenda(_ filter: Filter) {
    if filter.isActive, derived.signalIndex == nil { derived.signalIndex = derived.searchIndex }
    guard derived.agenda?.sought != filter.line.text else { return }
    derived.agenda = AgendaList(derived, sought: filter.line.text)
  }

  private mutating func refreshPupils(_ session: Session) {
    guard !derived.hasPupils else { return }
    derived.hasPupils = true
    let here = session.caseload.pupils(on: shownDay)
    derived.pupils = here.map { PupilLine($0, session, derived.byPupil[$0.id] ?? [], on: shownDay) }
    // Who left is not in the list, and found by name all the same.
    let gone = session.caseload.leavers(on: shownDay)
    let lines = derived.pupils + gone.map { PupilLine($0, session, derived.byPupil[$0.id] ?? [], on: shownDay) }
    derived.pupilsByID = Dictionary(lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    derived.pupilIndex = session.caseload.nameIndex(of: here + gone, on: shownDay)
  }

  private mutating func refreshMembers(_ session: Session, on day: CivilDate) {
    guard derived.members.day != day || derived.members.revision != session.revision else { return }
    derived.members = GroupMembers(session, on: day)
  }

  private mutating func refreshTab(_ name: ShownTab.Name) {
    if derived.tab?.name != name || derived.tab?.size != size { derived.tab = ShownTab(name, self) }
  }

  private mutating func refreshTimeline(_ screen: TimelineScreen) {
    refreshEpisodes(of: screen.pupil)
    if derived.timeline?.wanted != TimelineList.Wanted(screen) { derived.timeline = TimelineList(screen, self) }
  }

  private mutating func refreshEpisodes(of pupil: RecordID) {
    if derived.episodes[pupil] == nil { derived.episodes[pupil] = episodes(of: pupil) }
  }

  /// What the rules ask about a pupil, past and to come; finding it takes a look at what they ask of the whole school.
  func episodes(of pupil: RecordID) -> [Episode] {
    derived.episodes[pupil] ?? session?.judgement.episodes.filter { $0.id.subject == .pupil(pupil) } ?? []
  }

  private mutating func refreshSignals(_ session: Session) {
    let key = Derived.Key(
      user: session.user.id, revision: session.revision, day: shownDay, today: environment.today)
    guard derived.key != key else { return }
    let agenda = session.agenda
    let reader = AgendaReader(session.user, at: session.caseload.school, on: shownDay)
    var names = LineNames(session.caseload, on: shownDay)
    let signals = agenda.signals(on: shownDay, for: reader).map {
      SignalLine($0, book: session.engine.book, names: &names)
    }
    let byPupil = Dictionary(grouping: signals) { line -> RecordID? in
      if case .pupil(let pupil) = line.id.subject { pupil } else { nil }
    }
    derived = Derived(key: key, signals: signals)
    let unjudged = agenda.unjudged(for: reader)
    derived.unjudged = UnjudgedLine.lines(of: unjudged, session.caseload, on: shownDay)
    for one in unjudged {
      if case .pupil(let pupil) = one.subject {
        derived.waitingRules[.section(pupil: pupil, one.section), default: 0] += 1
      }
    }
    for (pupil, lines) in byPupil { if let pupil { derived.byPupil[pupil] = lines } }
    derived.careCount = session.careCount(on: shownDay)
    derived.forecast = agenda.forecast(
      from: shownDay, lookingBack: session.asked?.knowledge == .now, for: reader)
  }
}

extension Session {
  var agenda: Agenda { engine.agenda(of: caseload, judgement, in: scope) }
}
