import Casework
import Interface
import Support

/// The real `update` with a shell in memory: keys go in, effects are kept and answered.
struct Drive {
  var state: AppState
  /// Every effect so far, in order.
  private(set) var effects: [Effect] = []
  var vault: MemoryVault
  /// Whether effects are answered at once; else they wait for ``answer()``.
  var answersAtOnce = true
  private var waiting: [Effect] = []

  /// Somebody who just logged in.
  init(as user: User = TestSchool.ib, size: Size = Size(columns: 80, rows: 24), isASCII: Bool = false) {
    self.init(atTheDoor: size, isASCII: isASCII, knowing: user)
    vault.passphrases = [user.login: "wachtzin"]
    send(.schoolOpened(vault.opened(user)))
    effects = []
  }

  /// The intern begeleider at a school whose rules ask just this.
  ///
  /// Those that are outliving go on after the pupil left.
  init(asked episodes: [Episode], by entries: [RuleEntry], outliving: Set<RuleID> = []) {
    let rules = Set(entries.map(\.id)).sorted().map { name in
      Rule(
        name, afterDeparture: outliving.contains(name) ? .everything : .nothing,
        judge: .pupil { pupil, _ in episodes.filter { $0.id.rule == name && $0.id.subject == .pupil(pupil.id) } })
    }
    self.init(
      atTheDoor: Size(columns: 80, rows: 24), engine: RuleEngine(book: RuleBook(entries), rules: rules))
    var opened = vault.opened(TestSchool.ib)
    opened.judgement = Judgement(episodes: episodes)
    send(.schoolOpened(opened))
    effects = []
  }

  /// Nobody logged in yet.
  init(
    atTheDoor size: Size, isASCII: Bool = false, knowing user: User = TestSchool.ib,
    engine: RuleEngine = TestRules.engine
  ) {
    let users = [TestSchool.ib, TestSchool.teacher, TestSchool.director]
    let environment = Environment(
      now: Moment(seconds: 1_795_440_720), today: TestSchool.today, isASCII: isASCII,
      ids: IDSource(seed: id(42)))
    state = AppState(
      environment: environment, size: size, engine: engine, reference: TestRules.reference,
      holidays: TestSchool.holidays,
      entrance: Entrance(
        users: users.map { EntranceUser(login: $0.login, role: $0.role, id: $0.id) }, isSealed: true))
    vault = MemoryVault(user: user)
    vault.engine = engine
    vault.passphrases = ["anouk": "wachtzin", "bram": "wachtzin", "carla": "wachtzin"]
  }

  mutating func send(_ message: Message) {
    let new = update(&state, message)
    effects += new
    waiting += new
    if answersAtOnce { answer() }
  }

  /// Answers what the shell was asked, and what it is asked by that.
  mutating func answer() {
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      for reply in vault.reply(to: effect) {
        let new = update(&state, reply)
        effects += new
        waiting += new
      }
    }
  }

  mutating func press(_ keys: Key...) { for key in keys { send(.keyPressed(key)) } }

  /// Types text: each character is a key.
  mutating func type(_ text: String) { for character in text { press(.character(character)) } }

  var screen: CellGrid { view(state, state.size) }

  /// What stands on the screen, row by row.
  var rows: [String] {
    let grid = screen
    return (0..<grid.size.rows).map { row in (0..<grid.size.columns).map { grid[row, $0].text }.joined() }
  }

  func shows(_ text: String) -> Bool { rows.contains { $0.contains(text) } }

  var commits: [Edit] {
    effects.compactMap { effect in
      if case .commit(let edit, _) = effect { edit } else { nil }
    }
  }
}

/// Files in memory, with the one rule that matters here: who started from another revision gets a conflict.
struct MemoryVault {
  var files: [Place: Stored]
  var drafts: [DraftKey: Draft] = [:]
  var passphrases: [String: String] = [:]
  /// The emergency cards, which no caseload has; of anyone else there is none.
  var cards = [
    TestSchool.pupil("Amber Smit"): FileState.read(Stored(tree: TestDossiers.card, revision: Revision(text: "kaart")))
  ]
  /// What was recorded by the end of past days, where that is not what is known now.
  var recorded: [CivilDate: RecordedDay] = [:]
  /// The day of the oldest record.
  var recordedSince = day("2026-08-03")
  /// The rules that weigh a change.
  var engine = TestRules.engine
  /// Dossiers as they were before, where that is not what is known now.
  var pasts: [RecordID: Dossier] = [:]
  /// What the next commits fail with.
  var failure: Failure?
  private var count = 0

  private let user: User

  init(user: User) {
    self.user = user
    files = TestSchool.caseloads[user.login]?.stored ?? [:]
  }

  func opened(_ user: User) -> OpenedSchool {
    OpenedSchool(
      caseload: TestSchool.caseloads[user.login] ?? Caseload(user: user, school: TestSchool.school),
      judgement: TestSchool.judgements[user.login] ?? Judgement(),
      drafts: drafts.values.filter { $0.key.user == user.id })
  }

  /// Lets the absence of a pupil have been recorded after a past day.
  mutating func record(withoutAbsenceOf name: String, on day: CivilDate) {
    var caseload = opened(user).caseload
    let pupil = TestSchool.pupil(name)
    caseload.dossiers[pupil]?[.absence] = .empty
    caseload.stored[.section(pupil: pupil, .absence)] = nil
    let engine = TestRules.engine
    let scope = engine.scope(of: caseload.school, until: RuleScope.horizon(from: day))
    recorded[day] = RecordedDay(
      day: day, caseload: caseload, judgement: engine.judge(caseload.dossiers.values, in: scope), since: recordedSince)
  }

  /// A past day of a school in which nothing was recorded since.
  private func unchanged(_ day: CivilDate) -> RecordedDay {
    let known = opened(user)
    let empty = Caseload(user: user, school: School(record: Record()))
    return day < recordedSince
      ? RecordedDay(day: day, caseload: empty, judgement: Judgement(), since: recordedSince)
      : RecordedDay(day: day, caseload: known.caseload, judgement: known.judgement, since: recordedSince)
  }

  /// A dossier as it was recorded by the end of a past day; as it is where nothing else was given.
  private func past(_ pupil: RecordID, _ day: CivilDate, _ token: Token) -> Message {
    if let failure { return .pastFailed(token, failure) }
    let known = day < recordedSince ? nil : pasts[pupil] ?? opened(user).caseload.dossiers[pupil]
    return .pastRead(token, PastDossier(day: day, dossier: known, since: recordedSince))
  }

  mutating func reply(to effect: Effect) -> [Message] {
    switch effect {
    case .openSchool(let login, let passphrase):
      guard let right = passphrases[login], passphrase?.bytes == Array(right.utf8),
        let user = [TestSchool.ib, TestSchool.teacher, TestSchool.director].first(where: { $0.login == login })
      else { return [.openingFailed(.wrongPassphrase)] }
      return [.schoolOpened(opened(user))]
    case .commit(let edit, let token): return [commit(edit, token)]
    case .weigh(let change, let token):
      var caseload = opened(user).caseload
      for (place, stored) in files { caseload.take(.read(stored), at: place) }
      caseload.take(.read(Stored(tree: change.after, revision: Revision(text: ""))), at: change.place)
      let scope = engine.scope(of: caseload.school, until: RuleScope.horizon(from: TestSchool.today))
      return [.weighed(token, engine.judge(caseload.dossiers.values, in: scope))]
    case .saveDraft(let draft):
      drafts[draft.key] = draft
      return []
    case .discardDraft(let key):
      drafts[key] = nil
      return []
    case .writeDocument(let document, let token):
      return [.documentWritten(token, path: "/tmp/" + document.fileName)]
    case .openEmergencyCard(let pupil, let token): return [.cardRead(token, cards[pupil] ?? .gone)]
    case .openEditor(let text, let token): return [.editorClosed(token, text: text + " Uit de editor.")]
    case .putBack(let place, let token):
      let good = files[place] ?? Stored(tree: .object([:]), revision: Revision(text: "goed"))
      return [.committed(token, Committed(stored: [place: good], undo: Edit(act: "", changes: [])))]
    case .loadRecorded(let day): return [.recordedRead(recorded[day] ?? unchanged(day))]
    case .loadPast(let pupil, let day, let token): return [past(pupil, day, token)]
    case .checkFiles, .reread, .listDrafts, .journal, .lockNow, .suspend, .redraw, .quit: return []
    }
  }

  private mutating func commit(_ edit: Edit, _ token: Token) -> Message {
    if let failure { return .commitFailed(token, failure) }
    let joined = edit.changes.map { change -> (change: Change, tree: Tree, conflict: PlaceConflict?) in
      guard let now = files[change.place], now.revision != change.before?.revision else {
        return (change, change.after, nil)
      }
      let outcome = merge(
        base: change.before?.tree, mine: change.after, theirs: now.tree, fields: change.place.kind.fields)
      let conflict = PlaceConflict(place: change.place, now: now, outcome: outcome, by: "Bram Smit", at: nil)
      return (change, outcome.joined, outcome.conflicts.isEmpty ? nil : conflict)
    }
    let conflicts = joined.compactMap(\.conflict)
    guard conflicts.isEmpty else { return .conflictFound(token, conflicts) }
    var stored: [Place: Stored] = [:]
    var merged: [MergeNote] = []
    for (change, tree, _) in joined {
      count += 1
      stored[change.place] = Stored(tree: tree, revision: Revision(text: "r\(count)"))
      if tree != change.after {
        merged.append(MergeNote(place: change.place, by: "Bram Smit", at: Moment(seconds: 1_795_440_000)))
      }
    }
    files.merge(stored) { _, new in new }
    return .committed(token, Committed(stored: stored, merged: merged, undo: undo(of: edit, stored)))
  }

  /// From what the edit itself made back to what was before it; what was joined with it stays.
  private func undo(of edit: Edit, _ stored: [Place: Stored]) -> Edit {
    Edit(
      act: edit.act,
      changes: edit.changes.map { change in
        let isJoined = stored[change.place]?.tree != change.after
        let revision = isJoined ? Revision(text: "own") : stored[change.place]?.revision ?? Revision(text: "")
        return Change(
          place: change.place, before: Stored(tree: change.after, revision: revision),
          after: change.before?.tree ?? .object([:]))
      })
  }
}

extension Drive: CustomStringConvertible {
  /// The screen, so that a failing test shows what was seen and not the whole school.
  var description: String { "\n" + rows.joined(separator: "\n") + "\n" }
}
