import Casework

/// Takes in what happened: the one place where the state changes.
///
/// What the outside world must do comes back as effects.
public func update(_ state: inout AppState, _ message: Message) -> [Effect] {
  state.refreshDerived()
  let effects = state.take(message)
  state.refreshDerived()
  state.showKeptMarks()
  return effects + state.noteOpened()
}

extension AppState {
  fileprivate mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .keyPressed(let key): take(key)
    case .textPasted(let text): takePasted(text)
    case .answered(let answer): take(answer)
    case .windowResized(let size): resize(to: size)
    case .clockMoved: []
    case .idleTooLong: lockNow()
    case .endRequested: end()
    case .resumed: [.redraw]
    case .schoolOpened(let opened): begin(opened)
    case .openingFailed(let failure): failToOpen(failure)
    case .recordedRead(let recorded): takeIn(recorded)
    case .recordedFailed(let day, let failure): failToRead(day, failure)
    case .pastRead(let token, let past): takePast(token, .read(past))
    case .pastFailed(let token, _): takePast(token, .failed)
    case .othersSaved(let saves): takeIn(saves)
    case .committed(let token, let committed): finish(token, committed)
    case .conflictFound(let token, let conflicts): settle(token, conflicts)
    case .commitFailed(let token, let failure): fail(token, failure)
    case .weighed(let token, let judgement): takeWeighed(token, judgement)
    case .draftsFound(let drafts): takeIn(drafts)
    case .draftFailed(_, let failure), .troubleFound(let failure): tell(failure)
    case .editorClosed(let token, let text): takeEdited(text, token)
    case .editorFailed(let token, let failure), .documentFailed(let token, let failure): fail(token, failure)
    case .filesChecked(let troubles): takeIn(troubles)
    case .documentWritten(let token, let path): finishDocument(token, path)
    case .cardRead(let token, let card): takeCard(card, token)
    case .cardFailed(let token, let failure): failToReadCard(failure, token)
    }
  }
}

extension AppState {
  mutating func tell(_ failure: Failure) -> [Effect] {
    notice = Notice(.trouble, Texts.line(of: failure))
    return []
  }

  mutating func resize(to size: Size) -> [Effect] {
    self.size = size
    return []
  }

  /// The first screen of whoever logs in: a teacher's is the group.
  private func startScreen(for user: User) -> Screen {
    switch user.role {
    case .teacher: .group(GroupScreen())
    case .careCoordinator, .director: .agenda(AgendaScreen())
    }
  }

  mutating func begin(_ opened: OpenedSchool) -> [Effect] {
    let isReturning = session?.user.id == opened.caseload.user.id
    var next = Session(opened, engine: engine, today: environment.today)
    if isReturning, let session {
      next.done = session.done
      next.undone = session.undone
      next.goOn(from: session)
      next.troubles = session.troubles
      // What was typed after these were read is newer.
      next.drafts.merge(session.drafts) { found, own in own.at >= found.at ? own : found }
    }
    session = next
    lock = nil
    if !isReturning {
      screens.replaceAll(with: startScreen(for: opened.caseload.user))
      overlay = nil
      notice = draftsNotice ?? normsNotice(next)
    }
    guard isReturning else {
      defer { startDay = nil }
      return [.checkFiles] + (startDay.map { show($0.day, asKnownNow: $0.asKnownNow) } ?? [])
    }
    // What was read before the lock was read with the rights of then.
    if case .awaited? = next.asked?.recorded, let day = next.dayAsked { return [.loadRecorded(day)] }
    return askedAgain()
  }

  mutating func failToOpen(_ failure: Failure) -> [Effect] {
    if var lock {
      lock.isWaiting = false
      lock.failure = failure
      self.lock = lock
    } else if case .login(var login) = screens.current {
      login.isWaiting = false
      login.failure = failure
      screens.current = .login(login)
    } else {
      return tell(failure)
    }
    return []
  }

  mutating func takeIn(_ drafts: [Draft]) -> [Effect] {
    for draft in drafts where draft.key.user == session?.user.id { session?.drafts[draft.key] = draft }
    return []
  }

  /// Locks where there is something to open again.
  mutating func lockNow() -> [Effect] {
    guard entrance.isSealed, lock == nil, let user = session?.user else { return [] }
    lock = LoginScreen(lockedFor: user, isSealed: entrance.isSealed)
    overlay = nil
    notice = nil
    return [.lockNow]
  }

  /// The system asks to end: what was typed is in its draft already, and is handed over once more to be sure.
  mutating func end() -> [Effect] {
    (currentDraft.map { [.saveDraft($0)] } ?? []) + [.quit(code: 0)]
  }
}
