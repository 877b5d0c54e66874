import Casework
import Text

/// Where a key goes: to what lies over the screen, to a command, or to the screen itself.
extension AppState {
  mutating func take(_ key: Key) -> [Effect] {
    guard size.fits else { return key.isQuitting ? perform(.quit) : [] }
    if isBlank {
      isBlank = false
      return []
    }
    notice = nil
    if key == .control("c") { return perform(.quit) }
    if keepsForLater(key) { return [] }
    if overlay != nil { return takeInOverlay(key) }
    let screen = visibleScreen
    if !(screen.takesText(self) && key.isText), !screen.wants(key),
      let command = CommandTable.command(for: key, on: screen.kind)
    {
      return run(command.id)
    }
    return takeOnScreen(key)
  }

  /// Runs a command, or says why it cannot run now.
  mutating func run(_ command: CommandID) -> [Effect] {
    if let reason = disabledReason(command) {
      notice = Notice(.hint, reason)
      return []
    }
    return perform(command)
  }

  /// Keys that are no commands: moving, typing.
  private mutating func takeOnScreen(_ key: Key) -> [Effect] {
    if var lock {
      let effects = lock.take(key)
      self.lock = lock
      return effects
    }
    switch screens.current {
    case .login(var screen):
      let effects = screen.take(key)
      screens.current = .login(screen)
      return effects
    case .agenda(let screen): screens.current = .agenda(screen.taking(key, self))
    case .proof(let screen): screens.current = .proof(screen.taking(key, self))
    case .pupils(let screen): screens.current = .pupils(screen.taking(key, self))
    case .group(let screen): return takeInGroup(key, screen)
    case .dossier(let screen): screens.current = .dossier(screen.taking(key, self))
    case .record(let screen): screens.current = .record(screen.taking(key, self))
    case .form(let screen): return takeInForm(key, screen)
    case .conflict(let screen): screens.current = .conflict(screen.taking(key, self))
    case .rules(let screen): screens.current = .rules(screen.taking(key, self))
    case .school(let screen): screens.current = .school(screen.taking(key, self))
    case .norms(let screen): screens.current = .norms(screen.taking(key, self))
    case .reference(let screen): screens.current = .reference(screen.taking(key, self))
    case .paper(let screen): screens.current = .paper(screen.taking(key, self))
    case .files(let screen): screens.current = .files(screen.taking(key, self))
    case .flow(let screen): screens.current = .flow(screen.taking(key, self))
    case .timeline(let screen): screens.current = .timeline(screen.taking(key, self))
    case .changes(let screen): screens.current = .changes(screen.taking(key, self))
    case .meeting(let screen): return takeInMeeting(key, screen)
    }
    return []
  }

  /// Pasted text goes where typing goes, in one piece where there is a text, else letter by letter.
  mutating func takePasted(_ text: String) -> [Effect] {
    guard size.fits, !isBlank, overlay == nil, visibleScreen.takesText(self) else { return [] }
    if case .form(let form) = screens.current, lock == nil { return pasteInForm(text, form) }
    if case .meeting(let meeting) = screens.current, lock == nil { return pasteInMeeting(text, meeting) }
    return text.prefix(500).filter { !$0.isNewline }.flatMap { take(.character($0)) }
  }
}

/// A screen on which keys that are no commands change nothing but itself.
protocol TakesKeys {
  mutating func take(_ key: Key, _ state: AppState)
}

extension TakesKeys {
  fileprivate func taking(_ key: Key, _ state: AppState) -> Self {
    var screen = self
    screen.take(key, state)
    return screen
  }
}

extension AgendaScreen: TakesKeys {}
extension ProofScreen: TakesKeys {}
extension PupilsScreen: TakesKeys {}
extension DossierScreen: TakesKeys {}
extension RecordScreen: TakesKeys {}
extension ConflictScreen: TakesKeys {}
extension RulesScreen: TakesKeys {}
extension SchoolScreen: TakesKeys {}
extension NormsScreen: TakesKeys {}
extension ReferenceScreen: TakesKeys {}
extension PaperScreen: TakesKeys {}
extension FilesScreen: TakesKeys {}
extension FlowScreen: TakesKeys {}
extension TimelineScreen: TakesKeys {}
extension ChangesScreen: TakesKeys {}

extension Key {
  /// The keys that still do something when nothing can be shown.
  fileprivate var isQuitting: Bool {
    self == .control("q") || self == .control("c") || self == .character("q")
  }
}

extension Screen {
  /// Whether the screen takes a key for itself that is a command elsewhere.
  fileprivate func wants(_ key: Key) -> Bool {
    switch self {
    case .agenda(let screen): (key == .escape && screen.filter.isActive) || (key == .enter && screen.filter.isTyping)
    case .pupils(let screen): key == .escape && screen.filter.isActive && !screen.filter.line.isEmpty
    case .rules(let screen):
      screen.opened == nil && key == .escape && screen.filter.isActive && !screen.filter.line.isEmpty
    case .norms(let screen):
      (key == .escape && screen.filter.isActive) || (key == .enter && screen.filter.isTyping)
    case .reference(let screen):
      screen.opened == nil && key == .escape && screen.filter.isActive && !screen.filter.line.isEmpty
    case .login(let screen): key == .escape && screen.isTyping
    case .meeting(let screen): key == .escape && (screen.entry != nil || screen.isReviewing)
    case .group(let screen): (key == .enter || key == .escape) && screen.late != nil
    case .timeline(let screen):
      (key == .escape && screen.filter.isActive) || (key == .enter && screen.filter.isTyping)
    case .proof, .dossier, .record, .form, .conflict, .school, .paper, .files, .flow, .changes: false
    }
  }
}
