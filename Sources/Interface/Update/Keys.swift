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
    case .agenda(var screen):
      screen.take(key, self)
      screens.current = .agenda(screen)
    case .proof(var screen):
      screen.take(key, self)
      screens.current = .proof(screen)
    case .pupils(var screen):
      screen.take(key, self)
      screens.current = .pupils(screen)
    case .group(let screen): return takeInGroup(key, screen)
    case .dossier(var screen):
      screen.take(key, self)
      screens.current = .dossier(screen)
    case .record(var screen):
      screen.take(key, self)
      screens.current = .record(screen)
    case .form(let screen): return takeInForm(key, screen)
    case .conflict(var screen):
      screen.take(key)
      screens.current = .conflict(screen)
    case .rules(var screen):
      screen.take(key, self)
      screens.current = .rules(screen)
    case .school(var screen):
      screen.take(key, self)
      screens.current = .school(screen)
    case .norms(var screen):
      screen.take(key, self)
      screens.current = .norms(screen)
    case .reference(var screen):
      screen.take(key, self)
      screens.current = .reference(screen)
    case .paper(var screen):
      screen.take(key, self)
      screens.current = .paper(screen)
    case .files(var screen):
      screen.take(key, self)
      screens.current = .files(screen)
    case .flow(var screen):
      screen.take(key, self)
      screens.current = .flow(screen)
    }
    return []
  }

  /// Pasted text goes where typing goes, in one piece where there is a text, else letter by letter.
  mutating func takePasted(_ text: String) -> [Effect] {
    guard size.fits, !isBlank, overlay == nil, visibleScreen.takesText(self) else { return [] }
    if case .form(let form) = screens.current, lock == nil { return pasteInForm(text, form) }
    return text.prefix(500).filter { !$0.isNewline }.flatMap { take(.character($0)) }
  }
}

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
      (key == .escape && screen.filter.isActive && screen.opened == nil) || (key == .enter && screen.filter.isTyping)
    case .norms(let screen):
      (key == .escape && screen.filter.isActive) || (key == .enter && screen.filter.isTyping)
    case .reference(let screen):
      screen.opened == nil && key == .escape && screen.filter.isActive && !screen.filter.line.isEmpty
    case .login(let screen): key == .escape && screen.isTyping
    case .group(let screen): (key == .enter || key == .escape) && screen.late != nil
    case .proof, .dossier, .record, .form, .conflict, .school, .paper, .files, .flow: false
    }
  }
}
