import Casework
import Text

/// Keys in a form: moving over its lines, typing into the one under the cursor, and its commands.
extension AppState {
  mutating func takeInForm(_ key: Key, _ screen: FormScreen) -> [Effect] {
    guard let session else { return [] }
    if let reason = typingReason {
      notice = Notice(.hint, reason)
      return []
    }
    var form = screen
    let references = session.references(around: form.pupil)
    if typed(key, into: &form, references) { return afterTyping(form) }
    switch key {
    case .tab, .down: form.move(by: 1, references)
    case .backTab, .up: form.move(by: -1, references)
    case .pageDown: form.move(by: 8, references)
    case .pageUp: form.move(by: -8, references)
    case .home: form.move(by: -form.rows.count, references)
    case .end: form.move(by: form.rows.count, references)
    case .enter: return enter(&form, session, references)
    default: break
    }
    screens.current = .form(form)
    return []
  }

  /// Enter opens a record inside the record, and goes on to the next line elsewhere.
  private mutating func enter(_ form: inout FormScreen, _ session: Session, _ references: References) -> [Effect] {
    let before = form.file
    let id = environment.ids.next()
    if !form.goIn(references, stamp: stamp(session), newID: id) { form.move(by: 1, references) }
    return form.file == before ? keep(form) : afterTyping(form)
  }

  private mutating func keep(_ form: FormScreen) -> [Effect] {
    screens.current = .form(form)
    return []
  }

  /// Whether the key changed the field under the cursor, or moved in it.
  private func typed(_ key: Key, into form: inout FormScreen, _ references: References) -> Bool {
    if form.quickRow != nil { return form.takeQuick(key, references, today: environment.today) }
    guard case .field? = form.currentRow, let field = form.currentField, !form.isLocked(field) else { return false }
    switch form.level.editor {
    case .line(var line):
      if key == .home || key == .end, line.isEmpty { return false }
      if case .character = key { line = form.lineToType(line, field) }
      guard line.take(key) else { return false }
      form.level.isUntouched = false
      let isNew = line.text != lineText(form)
      form.level.editor = .line(line)
      if isNew { form.takeIn(line.text, today: environment.today) }
    case .area(var area):
      let old = area.text
      guard area.take(key, width: textWidth) else { return false }
      if area.text != old { form.takeIn(area, today: environment.today) } else { form.level.editor = .area(area) }
    case .options(let place): return form.takeSeveral(key, field, at: place, references)
    case .none:
      guard form.takeChoice(key, field, references) else { return false }
      FormRules.dateAnswer(
        &form.file, at: form.level.path, changed: field.key, of: form.level.kind, environment.today)
    }
    return true
  }

  private func lineText(_ form: FormScreen) -> String {
    if case .line(let line) = form.level.editor { line.text } else { "" }
  }

  /// The width in which a long text is shown, which decides where up and down lead.
  private var textWidth: Int {
    max(8, size.formColumns - 4)
  }

  func stamp(_ session: Session) -> RecordStamp { RecordStamp(by: session.user.login, at: environment.now) }

  /// What every change brings along: its consequences worked out, its draft kept.
  mutating func afterTyping(_ screen: FormScreen) -> [Effect] {
    var form = screen
    form.consequences = consequences(of: form)
    form.remarks = remarks(on: form)
    if form.weighed != form.file { form.weighed = nil }
    screens.current = .form(form)
    return keepDraft(of: form)
  }

  /// The signals that would come, move and go if the form were saved as it is.
  func consequences(of form: FormScreen) -> [Consequence] {
    if form.isNewPupil { return consequences(ofAdding: form) }
    guard let session, case .section(let pupil, let section) = form.place,
      var dossier = session.caseload.dossiers[pupil]
    else { return [] }
    let before = session.episodes(of: dossier)
    dossier[section] = .value(.object(form.fileToSave))
    let reader = AgendaReader(session.user, at: session.caseload.school, on: environment.today)
    return Consequence.between(
      before, session.episodes(of: dossier), book: book, on: environment.today, for: reader)
  }

  mutating func pasteInForm(_ text: String, _ screen: FormScreen) -> [Effect] {
    if let reason = typingReason {
      notice = Notice(.hint, reason)
      return []
    }
    var form = screen
    let clean = text.sanitized(.multiline).nfc
    switch form.level.editor {
    case .line(var line):
      if let field = form.currentField { line = form.lineToType(line, field) }
      line.insert(clean)
      form.level.isUntouched = false
      form.level.editor = .line(line)
      form.takeIn(line.text, today: environment.today)
    case .area(var area):
      area.insert(clean)
      form.takeIn(area, today: environment.today)
    case .options, .none: return []
    }
    return afterTyping(form)
  }

  mutating func performInForm(_ id: CommandID) -> [Effect] {
    guard case .form(var form) = screens.current, let session, let command = FormCommand(id) else { return [] }
    let references = session.references(around: form.pupil)
    switch command {
    case .save: return save(form)
    case .openEditor:
      guard case .area(let area) = form.level.editor else { return [] }
      return [.openEditor(text: area.text, expect(.editor))]
    case .undoTyping:
      _ = form.undo(references)
      return afterTyping(form)
    case .removeItem:
      if !form.removeItem(references) { form.withdrawItem(references, stamp: stamp(session)) }
      return afterTyping(form)
    case .discardDraft: overlay = .confirm(.discardDraft(whole: form.depth > 1 ? form.act : nil))
    case .copyDay: return askDaysToCopy()
    }
    return []
  }

  /// The text comes back from the editor into the field it left from.
  mutating func takeEdited(_ text: String, _ token: Token) -> [Effect] {
    guard pending.removeValue(forKey: token) == .editor, case .form(var form) = screens.current,
      case .area(var area) = form.level.editor
    else { return [] }
    area.replace(with: text.sanitized(.multiline).nfc.trimmed)
    form.takeIn(area, today: environment.today)
    return afterTyping(form)
  }
}
