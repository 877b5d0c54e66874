import Casework
import Text

/// A conversation line by line about the same state that screens show: what a line means, and what there is to say.
///
/// It holds only what was said and read already; what is typed goes into the state at once.
public struct LineTalk: Sendable {
  /// The numbered things of the places that were read, as they were told last.
  private var told: [String: [String]] = [:]
  private var last: Spoken?
  private var lastNotice: Notice?
  /// How much of what there is to read was read.
  private var read = 0
  var isReviewing = false
  /// The field of a form that the line was an answer to.
  var answered: FieldPath?
  /// What the line itself is answered with.
  var reply: [String] = []
  private var wants = Wants.change

  /// How much is to be said.
  private enum Wants { case change, detail, everything, more }

  /// The size that the state has while nothing is drawn: as wide as a line, and so long that nothing is a page.
  public static let size = Size(columns: Speech.width, rows: 10_000)

  public init() {}

  /// Whether the next line is a passphrase, which must not be shown.
  public func asksPassphrase(_ state: AppState) -> Bool {
    if case .login(let screen) = state.visibleScreen {
      screen.isTyping && !screen.isWaiting && !state.isBlank
    } else {
      false
    }
  }
}

// MARK: - Hearing

extension LineTalk {
  /// What a line asks of the state; what else it comes to is said by ``say(_:)``.
  public mutating func hear(_ typed: String, _ state: AppState) -> [Message] {
    reply = []
    answered = nil
    wants = .change
    lastNotice = nil
    if state.isBlank {
      wants = .everything
      return [.keyPressed(.escape)]
    }
    if asksPassphrase(state) {
      return typed.isEmpty ? [.keyPressed(.escape)] : [.answered(.text(typed)), .keyPressed(.enter)]
    }
    let line = typed.withoutKeySequences.sanitized().nfc
    if let overlay = state.overlay { return hear(line.trimmed, overlay, state) }
    if case .form(let form) = state.visibleScreen, let talk = FormTalk(form, state) {
      return hear(line, in: talk, state)
    }
    return hear(line.trimmed, on: state)
  }

  /// Words that mean the same on every screen.
  mutating func hearOwn(_ text: String, _ state: AppState) -> [Message]? {
    switch text.folded {
    case let word where Texts.Lines.helpWords.contains(word):
      reply = [Texts.Lines.helpHead] + LineCommands.help(state) + Texts.Lines.ownWords(inForm: state.isInFormNow)
    case "herhaal", "lijst": wants = .everything
    case "meer": wants = .more
    case "stop": return [.answered(.command(.quit))]
    default: return nil
    }
    return []
  }

  private mutating func hear(_ text: String, on state: AppState) -> [Message] {
    let spoken = Spoken(state)
    if text.isEmpty {
      if case .group(let screen) = state.visibleScreen, screen.late != nil { return [.keyPressed(.enter)] }
      wants = .more
      return []
    }
    if let own = hearOwn(text, state) { return own }
    if let numbers = Self.numbers(text), numbers.count == 1 { return choose(numbers[0], spoken, state) }
    if let minutes = minutes(text, state) { return minutes }
    let kind = state.visibleScreen.kind
    if let word = Self.sought(text), CommandTable.commands(on: kind).contains(where: { $0.id == .filter }) {
      return search(word)
    }
    if let (command, rest) = LineCommands(on: kind).read(text.hasPrefix(":") ? String(text.dropFirst()) : text) {
      return run(command, rest.trimmed, spoken, state)
    }
    if kind == .login, let row = spoken.entries.firstIndex(where: { $0.text.folded.hasPrefix(text.folded) }) {
      return choose(row + 1, spoken, state)
    }
    if state.visibleScreen.searchesByTyping(state) { return search(text) }
    reply = [Texts.Lines.notUnderstood(text)]
    return []
  }

  private mutating func hear(_ text: String, _ overlay: Overlay, _ state: AppState) -> [Message] {
    if ["<", "terug"].contains(text.folded) { return [.keyPressed(.escape)] }
    switch overlay {
    case .confirm:
      return [.keyPressed(["j", "ja"].contains(text.folded) ? .character("j") : .escape)]
    case .askDay, .askNumber, .askUntil:
      return text.isEmpty ? [.keyPressed(.escape)] : [.answered(.text(text)), .keyPressed(.enter)]
    case .choose, .help, .palette:
      let spoken = Spoken(state)
      if text.isEmpty { return [.keyPressed(.escape)] }
      let named = spoken.entries.first { $0.text.folded.hasPrefix(text.folded) }?.row
      let byNumber = Spoken.place(of: text, in: spoken.rows.count).map { spoken.rows[$0] }
      guard let row = byNumber ?? named else {
        reply = [Texts.Lines.notUnderstood(text)]
        return []
      }
      return [.answered(.row(row)), .keyPressed(.enter)]
    }
  }

  // MARK: Numbers

  private static func numbers(_ text: String) -> [Int]? {
    let parts = text.split { $0 == " " || $0 == "," }
    let numbers = parts.compactMap { Int($0) }
    return !numbers.isEmpty && numbers.count == parts.count ? numbers : nil
  }

  private mutating func choose(_ number: Int, _ spoken: Spoken, _ state: AppState) -> [Message] {
    guard let place = Spoken.place(of: number, in: spoken.rows.count) else {
      reply = [Texts.Lines.noSuchNumber(number, of: spoken.rows.count)]
      return []
    }
    let go = Message.answered(.row(spoken.rows[place]))
    if state.visibleScreen.kind == .login { return [go, .keyPressed(.enter)] }
    if spoken.opensByNumber { return [go, .answered(.command(.open))] }
    wants = .detail
    return [go]
  }

  /// The rows that numbers or the beginnings of names stand for; nothing where one stands for none or for several.
  private mutating func rows(_ rest: String, _ spoken: Spoken) -> [Int]? {
    let rows = spoken.rows
    let names = spoken.entries.filter { $0.row != nil }.map(\.text.folded)
    let parts = Self.numbers(rest)?.map(String.init) ?? rest.split(separator: ",").map { String($0).trimmed }
    var found: [Int] = []
    for part in parts {
      if let number = Int(part) {
        guard let place = Spoken.place(of: number, in: rows.count) else {
          reply = [Texts.Lines.noSuchNumber(number, of: rows.count)]
          return nil
        }
        found.append(rows[place])
      } else {
        let fitting = names.indices.filter { names[$0].hasPrefix(part.folded) }
        guard fitting.count == 1 else {
          reply = [Texts.Lines.name(part, fits: fitting.count)]
          return nil
        }
        found.append(rows[fitting[0]])
      }
    }
    return found
  }

  // MARK: Commands

  mutating func run(_ command: Command, _ rest: String, _ spoken: Spoken, _ state: AppState) -> [Message] {
    let run = Message.answered(.command(command.id))
    switch command.id {
    case .help, .palette: return hearOwn("?", state) ?? []
    case .redraw:
      wants = .everything
      return []
    case .filter:
      if rest.isEmpty { reply = [Texts.Lines.howToSearch] }
      return search(rest)
    default: break
    }
    if rest.isEmpty { return [run] }
    switch command.id {
    case .askDay: return [run, .answered(.text(rest)), .keyPressed(.enter)]
    case .nextTab: return goToTab(rest, state)
    case .markLate: return markLate(run, rest, spoken)
    default: break
    }
    return rows(rest, spoken)?.flatMap { [.answered(.row($0)), run] } ?? []
  }

  private func search(_ word: String) -> [Message] {
    [.answered(.command(.filter))] + word.map { .keyPressed(.character($0)) }
  }

  private static func sought(_ text: String) -> String? {
    if text.hasPrefix("/") { return String(text.dropFirst()).trimmed }
    let start = "zoek "
    return text.folded.hasPrefix(start) ? String(text.dropFirst(start.count)).trimmed : nil
  }

  private mutating func goToTab(_ name: String, _ state: AppState) -> [Message] {
    guard case .dossier = state.screens.current, let role = state.session?.user.role else { return [] }
    let tabs = DossierTab.tabs(for: role)
    let found =
      Spoken.place(of: name, in: tabs.count).map { tabs[$0] }
      ?? tabs.first { $0.title.folded.hasPrefix(name.folded) }
    if let found { return [.keyPressed(.character(found.key))] }
    reply = [Texts.Lines.noSuchTab(name, tabs.map(\.title))]
    return []
  }

  /// `te laat 4` or `te laat 4 20 min`.
  private mutating func markLate(_ run: Message, _ rest: String, _ spoken: Spoken) -> [Message] {
    var words = rest.split(separator: " ").map(String.init)
    var minutes: String?
    if words.count > 1, words.last.map({ Texts.Lines.minuteWords.contains($0.folded) }) == true {
      words.removeLast()
      minutes = words.removeLast()
    }
    let late = rows(words.joined(separator: " "), spoken)?.flatMap { [Message.answered(.row($0)), run] } ?? []
    return late + (late.isEmpty ? [] : typing(minutes))
  }

  /// Minutes for whoever was just called late.
  private func minutes(_ text: String, _ state: AppState) -> [Message]? {
    guard case .group(let screen) = state.visibleScreen, screen.late != nil else { return nil }
    let words = text.folded.split(separator: " ").map(String.init)
    guard words.count == 2, Texts.Lines.minuteWords.contains(words[1]), Int(words[0]) != nil else { return nil }
    return typing(words[0])
  }

  private func typing(_ minutes: String?) -> [Message] {
    (minutes ?? "").filter(\.isNumber).map { .keyPressed(.character($0)) }
  }
}

// MARK: - Saying

extension LineTalk {
  /// What there is to say after a line: what changed, and the next question.
  public mutating func say(_ state: AppState) -> [String] {
    let spoken = Spoken(state)
    var lines = reply.flatMap(Speech.lines) + understood(state) + notice(state)
    if last?.place != spoken.place { isReviewing = false }
    lines += body(spoken).flatMap(Speech.lines)
    lines += question(spoken, state).flatMap(Speech.lines)
    last = spoken
    reply = []
    wants = .change
    return state.isBlank ? Array(repeating: "", count: 60) + lines : lines
  }

  /// What happened meanwhile, between two lines; nothing where nothing did.
  public mutating func announce(_ state: AppState) -> [String] {
    let spoken = Spoken(state)
    let isElsewhere = spoken.place != last?.place
    guard isElsewhere || (state.notice != nil && state.notice != lastNotice) else { return [] }
    return say(state)
  }

  /// How an answer to a field was understood, where that is not what was typed.
  private mutating func understood(_ state: AppState) -> [String] {
    defer { answered = nil }
    guard let answered, case .form(let form) = state.visibleScreen, form.level.path == answered.record,
      let talk = FormTalk(form, state), let field = form.level.kind.field(answered.key),
      isReviewing || form.currentField?.key != answered.key
    else { return [] }
    return talk.understood(field).map { Speech.lines(Speech.words($0)) } ?? []
  }

  private mutating func notice(_ state: AppState) -> [String] {
    defer { lastNotice = state.notice }
    guard let notice = state.notice, notice != lastNotice else { return [] }
    let kind = state.visibleScreen.kind
    return Speech.lines(Texts.Lines.notice(Speech.words(Speech.withoutKeys(notice.text, on: kind)), notice.kind))
  }

  private mutating func body(_ spoken: Spoken) -> [String] {
    let numbered = spoken.numbered
    defer { told[spoken.place] = numbered }
    if wants == .everything { return [spoken.title] + page(spoken, from: 0) }
    if wants == .more { return more(spoken) }
    if last?.place == spoken.place {
      if wants == .detail || (spoken.detail != last?.detail && numbered.isEmpty) { return spoken.detail }
      return changes(spoken, from: told[spoken.place] ?? [])
    }
    // Where one was before, only what changed since is told.
    if let before = told[spoken.place], !before.isEmpty {
      let changes = changes(spoken, from: before)
      return [spoken.title] + (changes.isEmpty ? [Texts.Lines.nothingChanged] : changes)
    }
    return [spoken.title] + page(spoken, from: 0) + (numbered.isEmpty ? spoken.detail : [])
  }

  private mutating func more(_ spoken: Spoken) -> [String] {
    guard read < spoken.entries.count else { return spoken.entries.isEmpty ? [] : [Texts.Lines.noMore] }
    return page(spoken, from: read)
  }

  private mutating func page(_ spoken: Spoken, from start: Int) -> [String] {
    let all = spoken.read
    let end = min(all.count, start + spoken.page)
    read = end
    return all[min(start, end)..<end] + (end < all.count ? [Texts.Lines.more(all.count - end)] : [])
  }

  /// What is new, other or gone among what can be chosen; of a text all of it, where it changed.
  private mutating func changes(_ spoken: Spoken, from before: [String]) -> [String] {
    let now = spoken.numbered
    guard now != before else { return last?.entries == spoken.entries || !now.isEmpty ? [] : page(spoken, from: 0) }
    let other = now.indices.filter { !before.indices.contains($0) || before[$0] != now[$0] }
    if now.count == before.count, other.count <= Self.mostChanges {
      return other.map { Texts.Lines.numbered($0 + 1, now[$0]) }
    }
    let gone = before.without(now)
    let new = now.without(before)
    guard gone.count + new.count <= Self.mostChanges else { return page(spoken, from: 0) }
    return gone.map(Texts.Lines.gone)
      + now.indices.filter { new.contains(now[$0]) }.map { Texts.Lines.new($0 + 1, now[$0]) }
      + [Texts.Lines.otherNumbers]
  }

  private static let mostChanges = 12

  private func question(_ spoken: Spoken, _ state: AppState) -> [String] {
    guard state.overlay == nil, !state.isBlank, case .form(let form) = state.visibleScreen,
      let talk = FormTalk(form, state)
    else { return [spoken.question] }
    return isReviewing ? [Texts.Lines.reviewHead] + talk.review + [Texts.Lines.askSave] : talk.question
  }
}

extension Spoken {
  /// The texts of what can be chosen, in the order of their numbers.
  fileprivate var numbered: [String] { entries.filter { $0.row != nil }.map(\.text) }
}

extension [String] {
  /// The texts that the other list does not have, each as often as it is missing there.
  fileprivate func without(_ other: [String]) -> [String] {
    var left: [String: Int] = [:]
    for text in other { left[text, default: 0] += 1 }
    return filter { text in
      left[text, default: 0] -= 1
      return left[text, default: 0] < 0
    }
  }
}

extension AppState {
  fileprivate var isInFormNow: Bool {
    if case .form = visibleScreen { true } else { false }
  }
}

extension Screen {
  /// Whether a word that is no command looks for something.
  fileprivate func searchesByTyping(_ state: AppState) -> Bool {
    if case .pupils = self { return true }
    if case .reference(let screen) = self { return screen.opened == nil }
    return false
  }
}

extension String {
  /// Without what arrow keys and the like send to a plain terminal.
  fileprivate var withoutKeySequences: String {
    var kept = "".unicodeScalars
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}" {
        if rest.first == "[" || rest.first == "O" { rest.removeFirst() }
        while let next = rest.first, (0x20...0x3F).contains(next.value) { rest.removeFirst() }
        if !rest.isEmpty { rest.removeFirst() }
      } else if scalar == "\t" || scalar.value >= 32 {
        kept.append(scalar)
      }
    }
    return String(kept)
  }
}
