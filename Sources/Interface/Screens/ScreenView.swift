import Casework

/// What every kind of screen shows; the switches here name every kind, so that a new one cannot be forgotten.
extension Screen {
  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    switch self {
    case .login(let screen): screen.draw(state, on: &grid, in: area)
    case .agenda(let screen): screen.draw(state, on: &grid, in: area)
    case .proof(let screen): screen.draw(state, on: &grid, in: area)
    case .pupils(let screen): screen.draw(state, on: &grid, in: area)
    case .group(let screen): screen.draw(state, on: &grid, in: area)
    case .dossier(let screen): screen.draw(state, on: &grid, in: area)
    case .record(let screen): screen.draw(state, on: &grid, in: area)
    case .form(let screen): screen.draw(state, on: &grid, in: area)
    case .conflict(let screen): screen.draw(state, on: &grid, in: area)
    case .rules(let screen): screen.draw(state, on: &grid, in: area)
    case .reference(let screen): screen.draw(state, on: &grid, in: area)
    case .school(let screen): screen.draw(state, on: &grid, in: area)
    case .norms(let screen): screen.draw(state, on: &grid, in: area)
    case .paper(let screen): screen.draw(state, on: &grid, in: area)
    case .files(let screen): screen.draw(state, on: &grid, in: area)
    case .flow(let screen): screen.draw(state, on: &grid, in: area)
    case .timeline(let screen): screen.draw(state, on: &grid, in: area)
    case .changes(let screen): screen.draw(state, on: &grid, in: area)
    case .meeting(let screen): screen.draw(state, on: &grid, in: area)
    }
  }

  /// The line under the head: where one is.
  func context(_ state: AppState) -> Line {
    switch self {
    case .login: Line()
    case .agenda(let screen): screen.context(state)
    case .proof(let screen): screen.context(state)
    case .pupils(let screen): screen.context(state)
    case .group(let screen): screen.context(state)
    case .dossier(let screen): screen.context(state)
    case .record(let screen): screen.context(state)
    case .form(let screen): screen.context(state)
    case .conflict(let screen): screen.context(state)
    case .rules: Line(Texts.Rules.title, .text, bold: true)
    case .reference(let screen): screen.context
    case .school(let screen): screen.context(state)
    case .norms(let screen): screen.context(state)
    case .paper(let screen): Line(screen.title, .text, bold: true)
    case .files: Line(Texts.Files.title, .text, bold: true)
    case .flow(let screen): screen.context(state)
    case .timeline(let screen): screen.context(state)
    case .changes(let screen): screen.context(state)
    case .meeting(let screen): screen.context(state)
    }
  }

  /// What stands at the right of that line, whatever else is cut.
  func contextEnd(_ state: AppState) -> Line {
    switch self {
    case .agenda where state.hasTroubles, .group where state.hasTroubles:
      Line(Texts.Files.short(state.session?.troubles?.count ?? 0), .error)
    case .agenda:
      state.size.isNarrow
        ? Line() : agendaEnd(state)
    case .meeting(let screen): screen.contextEnd(state)
    case .dossier(let screen): SignalSigns(state.signals(of: screen.pupil)).line
    case .login, .proof, .pupils, .group, .record, .form, .conflict, .rules, .reference, .school, .norms, .paper,
      .files, .flow, .timeline, .changes:
      Line()
    }
  }

  private func agendaEnd(_ state: AppState) -> Line {
    let count = state.derived.unjudged.count
    var line = Line()
    if count > 0 { line.add(Texts.Agenda.unjudgedCount(count) + " · ", .now) }
    line.add(Texts.Agenda.care(state.derived.careCount, isSaving: state.isSaving), .muted)
    return line
  }

  /// The place in the head that it belongs to.
  var place: MainPlace? {
    switch self {
    case .login, .form, .conflict, .files: nil
    case .agenda, .proof: .agenda
    case .record(let screen): screen.place.pupil == nil ? .school : .pupils
    case .pupils, .dossier, .paper, .flow, .timeline, .changes, .meeting: .pupils
    case .group: .group
    case .rules, .reference: .reference
    case .school, .norms: .school
    }
  }

  /// Whether letters are text here, and not commands.
  func takesText(_ state: AppState) -> Bool {
    switch self {
    case .login, .form: true
    case .agenda(let screen): screen.filter.isTyping
    case .pupils(let screen): screen.filter.isTyping
    case .rules(let screen): screen.opened == nil && screen.filter.isTyping
    case .norms(let screen): screen.filter.isTyping
    case .reference(let screen): screen.opened == nil && screen.filter.isTyping
    case .timeline(let screen): screen.filter.isTyping
    case .meeting(let screen): screen.entry != nil
    case .proof, .group, .dossier, .record, .conflict, .school, .paper, .files, .flow, .changes: false
    }
  }

  /// Hints for keys that are no commands.
  func ownHints(_ state: AppState) -> [(key: String, text: String)] {
    switch self {
    case .login(let screen): screen.hints(state)
    case .form(let screen): screen.hints
    case .group(let screen): screen.hints
    case .flow(let screen): screen.hints
    case .timeline(let screen): screen.hints(state)
    case .meeting(let screen): screen.hints(state)
    case .agenda, .proof, .pupils, .dossier, .record, .conflict, .rules, .reference, .school, .norms, .paper, .files,
      .changes:
      []
    }
  }
}
