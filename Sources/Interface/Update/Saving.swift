import Casework

/// Edits on their way to the disk and back, undo and redo among them.
extension AppState {
  /// Hands an edit over; what follows waits for the answer.
  mutating func commit(_ edit: Edit, then after: AfterSaving) -> [Effect] {
    [.commit(edit, expect(.edit(edit, after)))]
  }

  mutating func undo() -> [Effect] {
    if let effects = undoMark() ?? stepInMeeting({ $0.undo() }) { return effects }
    guard let last = session?.done.last else { return [] }
    return [.commit(last.undo, expect(.undo(last)))]
  }

  mutating func redo() -> [Effect] {
    if case .form(var form) = screens.current, let session {
      _ = form.redo(session.references(around: form.pupil))
      return afterTyping(form)
    }
    if let effects = stepInMeeting({ $0.redo() }) { return effects }
    guard let last = session?.undone.last else { return [] }
    return [.commit(last.undo, expect(.redo(last)))]
  }

  /// An edit is on the disk: shown, and ready to be undone.
  mutating func finish(_ token: Token, _ committed: Committed) -> [Effect] {
    guard let work = pending.removeValue(forKey: token) else { return [] }
    // In the order of their names, so that one answer always leads to one state.
    for place in committed.stored.keys.sorted(by: { $0.fileName < $1.fileName }) {
      if let stored = committed.stored[place] { session?.take(.read(stored), at: place, on: environment.today) }
    }
    var effects: [Effect] = []
    switch work {
    case .edit(let edit, let after):
      session?.done.append(SavedEdit(act: edit.act, undo: committed.undo))
      session?.undone = []
      let told = after.pupil.map { Texts.Meeting.saved(cleared(of: $0)) }
      notice = Notice(.done, told ?? after.notice)
      effects = close(after, committed)
      if let marks = after.marks { effects += dropMarks(marks, edit) }
    case .undo(let saved):
      session?.done.removeAll { $0 == saved }
      session?.undone.append(SavedEdit(act: saved.act, undo: committed.undo))
      notice = Notice(.done, Texts.undone(saved.act))
    case .redo(let saved):
      session?.undone.removeAll { $0 == saved }
      session?.done.append(SavedEdit(act: saved.act, undo: committed.undo))
      notice = Notice(.done, Texts.redone(saved.act))
    case .putBack(let place): takePutBack(place)
    case .weighing, .editor, .document, .emergencyCard, .past: break
    }
    if let note = committed.merged.first {
      notice = Notice(.hint, Texts.merged(by: note.by, at: note.at.map { environment.wallTime(of: $0) }))
    }
    return effects + quitIfSaved()
  }

  private mutating func quitIfSaved() -> [Effect] {
    guard quitsWhenSaved, !isSaving else { return [] }
    return [.quit(code: 0)]
  }

  /// Two people changed the same: asks which stays.
  mutating func settle(_ token: Token, _ conflicts: [PlaceConflict]) -> [Effect] {
    guard let work = pending.removeValue(forKey: token) else { return [] }
    quitsWhenSaved = false
    for conflict in conflicts { session?.take(.read(conflict.now), at: conflict.place, on: environment.today) }
    let screen: ConflictScreen
    switch work {
    case .edit(let edit, let after): screen = ConflictScreen(edit: edit, after: after, conflicts: conflicts)
    case .undo(let saved), .redo(let saved):
      let after = AfterSaving(closesScreen: true, notice: Texts.saved)
      screen = ConflictScreen(edit: saved.undo, after: after, conflicts: conflicts)
    case .weighing, .editor, .document, .emergencyCard, .putBack, .past: return []
    }
    // What was typed is in its draft, and in the edit that is asked about.
    if let key = screen.after.draft { removeScreens(of: key) }
    screens.push(.conflict(screen))
    overlay = nil
    return []
  }

  mutating func settleConflict() -> [Effect] {
    guard case .conflict(let screen) = screens.current else { return [] }
    var after = screen.after
    after.closesScreen = true
    return commit(screen.settled, then: after)
  }

  /// Something did not work: said, with what is safe and what to do.
  ///
  /// What was typed stays where it was.
  mutating func fail(_ token: Token, _ failure: Failure) -> [Effect] {
    let work = pending.removeValue(forKey: token)
    quitsWhenSaved = false
    if case .edit(_, let after)? = work, let marks = after.marks, let day = marks.kept.day,
      let cause = Texts.cause(of: failure)
    {
      notice = Notice(.trouble, Texts.Group.notSaved(cause, marks.group, day))
      return []
    }
    return tell(failure)
  }

  /// A colleague saved something: shown by itself; what is being typed stays.
  mutating func takeIn(_ saves: [ForeignSave]) -> [Effect] {
    for save in saves {
      session?.take(save.state, at: save.place, on: environment.today)
      session?.writers[save.place] = save.by
    }
    if let text = lostPointNotice { notice = Notice(.hint, text) }
    if notice == nil, let name = saves.compactMap(\.by).first { notice = Notice(.hint, Texts.changedBy(name)) }
    return []
  }

  mutating func finishDocument(_ token: Token, _ path: String) -> [Effect] {
    pending[token] = nil
    let title = if case .paper(let screen) = screens.current { screen.title } else { Texts.Paper.paper }
    notice = Notice(.done, Texts.Paper.written(title, path))
    return []
  }

  mutating func writePaper() -> [Effect] {
    guard case .paper(let screen) = screens.current, case .document(let document) = screen.content else { return [] }
    return [.writeDocument(document, expect(.document)), .journal(.madeDocument(screen.sources))]
  }
}
