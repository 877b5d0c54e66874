import Casework
import Interface
import Support

/// The real `update` with a shell in memory: keys go in, effects are kept and answered.
struct Drive {
  private(set) var state: AppState
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

  /// Nobody logged in yet.
  init(atTheDoor size: Size, isASCII: Bool = false, knowing user: User = TestSchool.ib) {
    let users = [TestSchool.ib, TestSchool.teacher, TestSchool.director]
    let environment = Environment(
      now: Moment(seconds: 1_795_439_520), today: TestSchool.today, clock: clock("14:32"), isASCII: isASCII,
      ids: IDSource(seed: id(42)))
    state = AppState(
      environment: environment, size: size, engine: TestRules.engine,
      entrance: Entrance(
        schoolName: "De Waterlelie", users: users.map { EntranceUser(login: $0.login, name: $0.name) }, isSealed: true))
    vault = MemoryVault(user: user)
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
  /// What the next commits fail with.
  var failure: Failure?
  private let caseloads: [String: Caseload]
  private var count = 0

  init(user: User) {
    let users = [TestSchool.ib, TestSchool.teacher, TestSchool.director]
    caseloads = Dictionary(
      users.map { ($0.login, TestSchool.caseload(of: $0)) }, uniquingKeysWith: { first, _ in first })
    files = caseloads[user.login]?.stored ?? [:]
  }

  func opened(_ user: User) -> OpenedSchool {
    let caseload = caseloads[user.login] ?? Caseload(user: user, school: TestSchool.school)
    let scope = TestRules.engine.scope(of: caseload.school, until: Session.horizon(from: TestSchool.today))
    return OpenedSchool(
      caseload: caseload, judgement: TestRules.engine.judge(caseload.dossiers.values, in: scope),
      drafts: drafts.values.filter { $0.key.user == user.id })
  }

  mutating func reply(to effect: Effect) -> [Message] {
    switch effect {
    case .openSchool(let login, let passphrase):
      guard let right = passphrases[login], passphrase?.bytes == Array(right.utf8),
        let user = [TestSchool.ib, TestSchool.teacher, TestSchool.director].first(where: { $0.login == login })
      else { return [.openingFailed(.wrongPassphrase)] }
      return [.schoolOpened(opened(user))]
    case .commit(let edit, let token): return [commit(edit, token)]
    case .saveDraft(let draft):
      drafts[draft.key] = draft
      return []
    case .discardDraft(let key):
      drafts[key] = nil
      return []
    case .writeDocument(let document, let token):
      return [.documentWritten(token, path: "/tmp/" + document.fileName)]
    case .openEditor(let text, let token): return [.editorClosed(token, text: text + " Uit de editor.")]
    case .reread, .listDrafts, .journal, .lockNow, .suspend, .redraw, .quit: return []
    }
  }

  private mutating func commit(_ edit: Edit, _ token: Token) -> Message {
    if let failure { return .commitFailed(token, failure) }
    let moved = edit.changes.filter { files[$0.place]?.revision != $0.before?.revision }
    guard moved.isEmpty else {
      return .conflictFound(
        token,
        moved.compactMap { change in
          files[change.place].map { now in
            PlaceConflict(place: change.place, now: now, joined: now.tree, fields: [])
          }
        })
    }
    var stored: [Place: Stored] = [:]
    for change in edit.changes {
      count += 1
      stored[change.place] = Stored(tree: change.after, revision: Revision(text: "r\(count)"))
    }
    files.merge(stored) { _, new in new }
    return .committed(token, Committed(stored: stored))
  }
}
