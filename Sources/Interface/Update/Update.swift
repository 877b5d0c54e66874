import Casework

/// Takes in what happened: the one place where the state changes. What the outside world must do comes back as effects.
public func update(_ state: inout AppState, _ message: Message) -> [Effect] {
  switch message {
  case .windowResized(let size):
    state.size = size
    return []
  case .keyPressed(.control("c")), .keyPressed(.control("q")), .endRequested: return [.quit(code: 0)]
  case .schoolOpened(let opened):
    state.session = Session(opened)
    state.screens.replaceAll(
      with: opened.caseload.user.role == .teacher ? .group(GroupScreen()) : .agenda(AgendaScreen()))
    return []
  case .keyPressed, .textPasted, .clockMoved, .idleTooLong, .resumed, .openingFailed, .othersSaved, .committed,
    .conflictFound, .commitFailed, .draftsFound, .draftFailed, .editorClosed, .editorFailed, .documentWritten,
    .documentFailed:
    return []
  }
}
