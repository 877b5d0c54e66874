import Casework

/// The entries of a timeline that show, with the heads and the line of today between them.
struct TimelineList {
  let wanted: Wanted
  let lines: [TimelineLine]
  private let told: TimelineTold
  private let today: CivilDate

  /// What of a screen decides which entries show, and under which heads.
  struct Wanted: Equatable {
    fileprivate let pupil: RecordID
    fileprivate let sought: String
    fileprivate let scale: TimeScale
    fileprivate let hidden: Set<DossierTab>
    fileprivate let showsTerms: Bool

    init(_ screen: TimelineScreen) {
      pupil = screen.pupil
      sought = screen.filter.line.text
      scale = screen.scale
      hidden = screen.hidden
      showsTerms = screen.showsTerms
    }

    fileprivate func shows(_ line: TimelineLine) -> Bool {
      guard showsTerms || line.entry.fact != nil else { return false }
      return hidden.isEmpty || line.entry.section.map { !hidden.contains(DossierTab($0)) } ?? true
    }
  }

  /// What stands on one row.
  enum Row: Equatable {
    case head(String)
    case today
    case line(Int)
  }

  init?(_ screen: TimelineScreen, _ state: AppState) {
    let known = state.derived.timeline.flatMap { $0.wanted.pupil == screen.pupil ? $0.told : nil }
    guard let told = known ?? TimelineTold(of: screen.pupil, state) else { return nil }
    self.told = told
    let wanted = Wanted(screen)
    self.wanted = wanted
    today = state.shownDay
    let shown = told.lines.filter(wanted.shows)
    let found =
      wanted.sought.isEmpty ? nil : LineIndex(shown.map(\.searchTexts)).search(SearchQuery(wanted.sought))
    lines = found.map { $0.map { shown[$0] } } ?? shown
  }

  /// How many entries there are without a filter and with every kind.
  var total: Int { told.lines.count }

  /// The number of the chosen entry; nothing where none shows.
  func chosen(_ row: Int?) -> Int? {
    let start = lines.firstIndex { $0.entry.day <= today } ?? lines.count - 1
    return ListCursor(row ?? start).row(in: lines.count)
  }

  /// The entries under the heads of their stretches, and today where it is.
  var rows: [Row] {
    var rows: [Row] = []
    var stretch: CivilDate?
    var isPast = false
    for (number, line) in lines.enumerated() {
      if !isPast, line.entry.day <= today {
        rows.append(.today)
        isPast = true
        stretch = nil
      }
      let start = wanted.scale.start(of: line.entry.day)
      if start != stretch { rows.append(.head(Texts.Timeline.head(line.entry.day, wanted.scale))) }
      stretch = start
      rows.append(.line(number))
    }
    return isPast ? rows : rows + [.today]
  }

  /// What is not in the list, and why.
  func notes(width: Int) -> [Line] {
    let hidden =
      DossierTab.allCases.filter(wanted.hidden.contains).map(\.title)
      + (wanted.showsTerms ? [] : [Texts.Timeline.terms])
    let texts = told.unread.map { tab -> (String, Role) in
      tab.damage == nil
        ? (Texts.Timeline.notReadable(tab.section.title), .now) : (Texts.Timeline.damaged(tab.section.title), .error)
    }
    let all = texts + (hidden.isEmpty ? [] : [(Texts.Timeline.hidden(hidden), .muted)])
    return all.flatMap { text, role in
      Wrapped.lines(of: text, width: max(8, width)).map { Line(" " + $0.text, role) }
    }
  }

  func drawn(_ row: Row, chosen: Int, width: Int) -> Line {
    switch row {
    case .head(let text): return Line(" " + text, .heading, bold: true)
    case .today:
      var line = Line("── ", .key)
      line.add(Texts.Timeline.today(today), .key, bold: true)
      line.add(" " + String(repeating: "─", count: max(0, width - line.cells - 2)), .key)
      return line
    case .line(let number):
      return lines[number].drawn(isChosen: number == chosen, width: width, isFuture: lines[number].entry.day > today)
    }
  }
}

/// Everything on the timeline of a pupil in words, made once for as long as nothing changes.
private struct TimelineTold {
  let lines: [TimelineLine]
  let unread: [Timeline.Unread]

  init?(of pupil: RecordID, _ state: AppState) {
    guard let session = state.session, let dossier = session.caseload.dossiers[pupil] else { return nil }
    let timeline = Timeline(
      of: dossier, in: session.sections, episodes: state.toldEpisodes(of: pupil, session), on: state.shownDay)
    lines = TimelineWords(session, around: pupil).lines(of: timeline.entries)
    unread = timeline.unread
  }
}

/// One entry as the screen shows it.
struct TimelineLine: Equatable {
  let entry: TimelineEntry
  let tab: String
  let text: String
  /// How a term stands, where it is one that does not simply run.
  let standing: String

  var searchTexts: [String] {
    [entry.day.dutch(.long), tab, text, standing, entry.fact?.withdrawal == nil ? "" : Texts.Timeline.withdrawn("")]
  }

  func drawn(isChosen: Bool, width: Int, isFuture: Bool) -> Line {
    var line = Line(isChosen ? ">" : " ")
    line.add(entry.day.dutch(.weekday), width: 10, rightAligned: true)
    line.add("  ")
    if width >= 58 { line.add(tab, width: 14, .muted) }
    if let term = entry.term, !standing.isEmpty { line.add(standing + "  ", term.role, bold: term.isOverdue) }
    if let reason = entry.fact?.withdrawal {
      line.add(text + " (" + Texts.Timeline.withdrawn(reason) + ")", .muted)
    } else {
      line.add(text)
    }
    return line.selected(isChosen)
  }
}

extension TimelineTerm {
  fileprivate var isOverdue: Bool {
    if case .notDone = timeliness { true } else { false }
  }

  fileprivate var role: Role {
    switch timeliness {
    case .noTerm, .running: .now
    case .inTime: .good
    case .late, .fellAway: .muted
    case .notDone: .overdue
    }
  }
}

/// Entries in words.
struct TimelineWords {
  private let session: Session
  private let references: References
  private let dossier: Dossier?

  init(_ session: Session, around pupil: RecordID) {
    self.session = session
    dossier = session.caseload.dossiers[pupil]
    references = session.references(around: pupil)
  }

  func lines(of entries: [TimelineEntry]) -> [TimelineLine] {
    entries.map { entry in
      TimelineLine(
        entry: entry, tab: entry.section.map { DossierTab($0).title } ?? "",
        text: entry.fact.map(words) ?? term(entry.term),
        standing: entry.term.map { Texts.Timeline.timeliness($0.timeliness) } ?? "")
    }
  }

  private func term(_ term: TimelineTerm?) -> String {
    guard let term else { return "" }
    return Texts.Form.problem(Texts.Timeline.terms, session.engine.book.titleWords(of: term.episode))
  }

  private func words(_ fact: TimelineFact) -> String {
    let file = dossier?.tree(of: fact.section)?.members ?? Members()
    let words = Summary(fact.members, of: RecordKind(fact.kind), references, in: file).words.joined(separator: " · ")
    let name: String
    if fact.record == nil {
      name = fact.field.label
    } else if fact.namesRecord {
      name = words.isEmpty ? fact.kind.title : Texts.Form.problem(fact.kind.title, words)
    } else {
      let label = Texts.Timeline.fact(fact.field.label, in: fact.kind.title)
      name = words.isEmpty ? label : Texts.Form.problem(label, words)
    }
    if case .from(let last) = fact.edge { return name + " · " + Texts.Timeline.ongoing(through: last) }
    return name
  }
}

extension Session {
  /// The tabs that the user knows of.
  var sections: [SectionName] { DossierTab.tabs(for: user.role).flatMap { $0.sections(for: user.role) } }
}

extension AppState {
  /// What the rules ask about a pupil, as far as the user is told of it.
  fileprivate func toldEpisodes(of pupil: RecordID, _ session: Session) -> [Episode] {
    let reader = AgendaReader(session.user, at: session.caseload.school, on: shownDay)
    return episodes(of: pupil).filter { episode in
      engine.book.entry(behind: episode).map { reader.sees(episode, of: $0) } == true
    }
  }
}
