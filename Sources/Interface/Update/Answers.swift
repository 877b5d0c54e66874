import Casework
import Text

/// Whole answers: the same changes that a row of keys would make.
extension AppState {
  mutating func take(_ answer: Answer) -> [Effect] {
    isBlank = false
    notice = nil
    switch answer {
    case .command(let command):
      let offered = CommandTable.commands(on: visibleScreen.kind)
      guard overlay == nil, offered.contains(where: { $0.id == command }) else { return [] }
      return run(command)
    case .row(let row): return goToRow(row)
    case .text(let text): return fill(text.sanitized(.multiline).nfc)
    case .options(let places): return choose(places)
    }
  }

  /// Every list begins at Home and goes on with Down.
  private mutating func goToRow(_ row: Int) -> [Effect] {
    var effects = take(.home)
    for _ in 0..<max(0, row) { effects += take(.down) }
    return effects
  }

  private mutating func fill(_ text: String) -> [Effect] {
    guard overlay != nil else { return fillOnScreen(text) }
    // Every question that lies over a screen has a line like any other.
    var effects = take(.control("a")) + take(.control("k"))
    for character in text where !character.isNewline { effects += take(.character(character)) }
    return effects
  }

  private mutating func fillOnScreen(_ text: String) -> [Effect] {
    if var lock {
      lock.fill(text)
      self.lock = lock
    } else if case .login(var login) = screens.current {
      login.fill(text)
      screens.current = .login(login)
    } else if case .form(let form) = screens.current {
      let today = environment.today
      return change(form) { $0.fill(text, today: today) }
    }
    return []
  }

  private mutating func choose(_ places: [Int]) -> [Effect] {
    guard overlay == nil, lock == nil, case .form(let form) = screens.current,
      let references = session?.references(around: form.pupil)
    else { return [] }
    let today = environment.today
    return change(form) { $0.choose(places, references, today: today) }
  }

  private mutating func change(_ screen: FormScreen, _ edit: (inout FormScreen) -> Bool) -> [Effect] {
    if let reason = typingReason {
      notice = Notice(.hint, reason)
      return []
    }
    var form = screen
    return edit(&form) ? afterTyping(form) : []
  }
}

extension LoginScreen {
  fileprivate mutating func fill(_ text: String) {
    guard isTyping, !isWaiting else { return }
    passphrase = InputLine(text)
    failure = nil
  }
}

extension FormScreen {
  /// Puts a text in the place of what was typed; false where the field under the cursor takes none.
  fileprivate mutating func fill(_ text: String, today: CivilDate) -> Bool {
    switch level.editor {
    case .line:
      let line = InputLine("").adding(text)
      level.editor = .line(line)
      level.isUntouched = false
      takeIn(line.text, today: today)
    case .area(var area):
      area.replace(with: text)
      level.editor = .area(area)
      level.isUntouched = false
      takeIn(area.text, today: today)
    case .options, .none: return false
    }
    return true
  }

  fileprivate mutating func choose(_ places: [Int], _ references: References, today: CivilDate) -> Bool {
    guard case .field? = currentRow, let field = currentField, !isLocked(field) else { return false }
    let options = options(of: field, references)
    let trees = places.filter(options.indices.contains).map { options[$0].tree }
    if case .list = field.shape {
      choose(trees.isEmpty ? nil : .array(trees))
    } else {
      choose(trees.first)
      FormRules.dateAnswer(&file, at: level.path, changed: field.key, of: level.kind, today)
    }
    level.typed = ""
    return !options.isEmpty
  }
}

extension InputLine {
  fileprivate func adding(_ text: String) -> InputLine {
    var line = self
    line.insert(text)
    return line
  }
}
