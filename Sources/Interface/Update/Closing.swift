import Casework

/// One screen for each thing that is typed in: returned to where it is open, closed where it was saved as it stands.
extension AppState {
  /// Under which key a screen keeps what is typed in it; a conflict is about what was typed under that key.
  func draftKey(of screen: Screen) -> DraftKey? {
    switch screen {
    case .form(let form): draftKey(of: form)
    case .meeting(let meeting): session.map { meetingKey(meeting.pupil, $0) }
    case .conflict(let conflict): conflict.after.draft
    case .login, .agenda, .proof, .pupils, .group, .dossier, .record, .rules, .reference, .school, .norms, .paper,
      .files, .flow, .timeline, .changes:
      nil
    }
  }

  private func index(of key: DraftKey) -> Int? { screens.all.lastIndex { draftKey(of: $0) == key } }

  /// Returns to the screen in which this is being typed; false where there is none.
  mutating func goBack(to key: DraftKey) -> Bool {
    guard let index = index(of: key) else { return false }
    screens.goBack(to: index)
    notice = Notice(.hint, Texts.Drafts.alreadyOpen)
    return true
  }

  /// Whether what is typed under this key is on its way to the disk.
  func isUnderway(_ key: DraftKey) -> Bool {
    pending.values.contains { work in
      if case .edit(_, let after) = work { after.draft == key } else { false }
    }
  }

  /// Why nothing can be typed on the screen that shows: it is on its way to the disk.
  var typingReason: String? {
    draftKey(of: screens.current).flatMap { isUnderway($0) ? Texts.stillSaving : nil }
  }

  /// What follows when a form is saved; its draft, where it has one, is what is sent.
  mutating func closing(_ form: FormScreen, _ notice: String) -> AfterSaving {
    let key = draftKey(of: form)
    let sent = draft(of: form)
    if session?.drafts[key] != nil { session?.drafts[key] = sent }
    return AfterSaving(draft: key, closesScreen: true, notice: notice, held: .object(form.file))
  }
}

extension AppState {
  /// Closes what was saved and throws its draft away, unless it was changed since: then it stays.
  mutating func close(_ after: AfterSaving, _ committed: Committed) -> [Effect] {
    if after.closesScreen { removeConflict(of: after) }
    if let effects = keepChanged(since: after, committed) { return effects }
    if after.closesScreen, let key = after.draft { removeScreens(of: key) }
    let opened = after.opens.map { openDossier($0, .pupil) } ?? []
    guard let draft = after.draft else { return opened }
    session?.drafts[draft] = nil
    return opened + [.discardDraft(draft)]
  }

  /// Takes the screens of a key out, wherever they stand.
  mutating func removeScreens(of key: DraftKey) {
    let all = screens.all
    screens.remove(at: Set(all.indices.filter { draftKey(of: all[$0]) == key }))
  }

  /// The conflict that was settled is over, also where nothing was typed under a key.
  private mutating func removeConflict(of after: AfterSaving) {
    let index = screens.all.lastIndex { screen in
      guard case .conflict(let conflict) = screen else { return false }
      var settled = conflict.after
      settled.closesScreen = true
      return settled == after
    }
    if let index { screens.remove(at: [index]) }
  }

  /// What was typed after it was handed over stays open, as a change of what is on the disk now; nothing where nothing was.
  private mutating func keepChanged(since after: AfterSaving, _ committed: Committed) -> [Effect]? {
    guard let key = after.draft, let held = after.held else { return nil }
    guard let index = index(of: key) else {
      guard let draft = session?.drafts[key], draft.after != held || !draft.unread.isEmpty else { return nil }
      notice = Notice(.hint, Texts.Form.changedSince)
      return []
    }
    switch screens.all[index] {
    case .form(var form):
      guard Tree.object(form.file) != held || !form.unread.isEmpty else { return nil }
      // What the undo starts from is what this edit itself left on the disk.
      if let own = committed.undo.changes.first(where: { $0.place == form.place })?.before {
        form.goOn(from: own, having: held.members ?? form.file)
      }
      screens.replace(at: index, with: .form(form))
      notice = Notice(.hint, Texts.Form.changedSince)
      return keepDraft(of: form)
    case .meeting(let meeting):
      guard meeting.notes.tree != held || !meeting.unread.isEmpty else { return nil }
      notice = Notice(.hint, Texts.Form.changedSince)
      return []
    case .login, .agenda, .proof, .pupils, .group, .dossier, .record, .conflict, .rules, .reference, .school, .norms,
      .paper, .files, .flow, .timeline, .changes:
      return nil
    }
  }
}
