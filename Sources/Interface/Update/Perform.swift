import Casework

/// What each command does.
extension AppState {
  mutating func perform(_ command: CommandID) -> [Effect] {
    switch command {
    case .help: overlay = .help(InputLine(), ListCursor())
    case .palette: overlay = .palette(InputLine(), ListCursor())
    case .undo: return undo()
    case .redo: return redo()
    case .back: return goBack()
    case .goToAgenda, .goToPupils, .goToGroup, .goToReference, .goToRules, .goToSchool, .goToFiles:
      return go(to: place(of: command))
    case .lookUp: lookUp()
    case .askDay: overlay = .askDay(InputLine())
    case .backToToday: return show(nil)
    case .switchKnowledge: return switchKnowledge()
    case .blank: isBlank = true
    case .lock: return lockNow()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return quit()
    case .open: return openChosen()
    case .act: return actOnSignal()
    case .why: if let signal = chosenSignal { screens.push(.proof(ProofScreen(episode: signal.id))) }
    case .putOff: return putOffSignal()
    case .filter: startFilter()
    case .add, .addPupil: return command == .add ? addRecord() : addPupil()
    case .edit: return editTarget()
    case .withdraw: return withdrawTarget()
    case .printSummary: return chooseReader()
    case .nextTab, .previousTab: stepTab(command == .nextTab ? 1 : -1)
    case .markIll, .markDoctor, .markLeave, .markUnauthorised, .markLate, .markPresent, .markWeek, .markUntil,
      .chooseGroup, .previousDay, .markHalfDay, .nextDay, .nextGroup, .logTalk, .emergencyCard, .register:
      return performInGroup(command)
    case .discardDraft where screens.current.kind == .meeting: overlay = .confirm(.discardMeeting)
    case .save, .openEditor, .undoTyping, .removeItem, .discardDraft, .copyDay: return performInForm(command)
    case .takeMine, .takeTheirs, .takeBefore: chooseInConflict(command)
    case .settle: return settleConflict()
    case .writePaper: return writePaper()
    case .putBack: return putBack()
    case .goToNorms, .setNorm, .resetNorm: return performOnNorms(command)
    case .showFlow: return openFlow()
    case .offerPlan, .establishPlan, .renewPlan, .evaluatePlan, .readPlan: return performOnPlan(command)
    case .goToDrafts: listDrafts()
    case .showTimeline, .showChanges, .changeHeads, .startMeeting: return performOnTime(command)
    case .markDiscussed, .markAgreed, .markNotRaised, .markDone, .agreeOral, .agreeSigned, .disagree, .addPoint,
      .finishMeeting:
      return performInMeeting(command)
    }
    return []
  }

  private mutating func performOnNorms(_ command: CommandID) -> [Effect] {
    switch command {
    case .setNorm: askNorm()
    case .resetNorm: return resetNorm()
    default: screens.push(.norms(NormsScreen()))
    }
    return []
  }

  private mutating func performOnTime(_ command: CommandID) -> [Effect] {
    switch command {
    case .showTimeline: return openTimeline()
    case .showChanges: return openChanges()
    case .startMeeting: return startMeeting()
    default:
      cycleHeads()
      return []
    }
  }

  private func place(of command: CommandID) -> Screen {
    switch command {
    case .goToPupils: .pupils(PupilsScreen())
    case .goToGroup: .group(GroupScreen())
    case .goToReference: .reference(ReferenceScreen())
    case .goToRules: .rules(RulesScreen())
    case .goToSchool: .school(SchoolScreen())
    case .goToFiles: .files(FilesScreen())
    default: .agenda(AgendaScreen())
    }
  }

  /// Goes to one of the main places; the start screen stays below, so that Esc leads back to it.
  private mutating func go(to screen: Screen) -> [Effect] {
    let effects = leaveScreen()
    let start = screens.below.first ?? screens.current
    screens.replaceAll(with: start)
    if start.kind == screen.kind { screens.current = start } else { screens.push(screen) }
    return effects
  }

  private mutating func goBack() -> [Effect] {
    if case .reference(var screen) = screens.current, screen.closeEntry(self) {
      screens.current = .reference(screen)
      return []
    }
    if case .rules(var screen) = screens.current, screen.closeRule() {
      screens.current = .rules(screen)
      return []
    }
    if case .form(let form) = screens.current { return leaveFormLevel(form) }
    if case .meeting(let meeting) = screens.current { return leaveMeeting(meeting) }
    if screens.below.isEmpty, session?.dayAsked != nil { return show(nil) }
    let effects = leaveScreen()
    screens.pop()
    return effects
  }

  /// What must be kept before another screen takes the place of this one.
  mutating func leaveScreen() -> [Effect] {
    switch screens.current {
    // On another day nothing is changed; the marks stay in their draft.
    case .group(let screen): session?.dayAsked == nil ? saveMarks(of: screen, .leaving) : []
    case .form(let form): keepDraft(of: form)
    case .meeting(let meeting): keepDraft(of: meeting)
    case .login, .agenda, .proof, .pupils, .dossier, .record, .conflict, .rules, .reference, .school, .norms, .paper,
      .files, .flow, .timeline, .changes:
      []
    }
  }

  private mutating func quit() -> [Effect] {
    guard session != nil, lock == nil else { return [.quit(code: 0)] }
    if let question = questionBeforeQuitting {
      overlay = .confirm(question)
      return []
    }
    return saveAndQuit()
  }

  mutating func saveAndQuit() -> [Effect] {
    var effects: [Effect] = []
    if case .group(let screen) = screens.current, session?.dayAsked == nil {
      effects = saveMarks(of: screen, .kept)
      // Where a colleague set something else, that is settled first.
      if case .conflict = screens.current { return effects }
    } else {
      effects = leaveScreen()
    }
    if isSaving {
      quitsWhenSaved = true
      notice = Notice(.hint, Texts.stillSaving)
      return effects
    }
    return effects + [.quit(code: 0)]
  }

  private mutating func startFilter() {
    switch screens.current {
    case .agenda(var screen):
      screen.filter = Filter(isTyping: true)
      screens.current = .agenda(screen)
    case .pupils(var screen):
      screen.filter = Filter(isTyping: true)
      screens.current = .pupils(screen)
    case .rules(var screen):
      screen.startTyping()
      screens.current = .rules(screen)
    case .norms(var screen):
      screen.filter = Filter(isTyping: true)
      screens.current = .norms(screen)
    case .reference(var screen):
      screen.startTyping()
      screens.current = .reference(screen)
    case .timeline(var screen):
      screen.filter = Filter(isTyping: true)
      screens.current = .timeline(screen)
    case .login, .proof, .group, .dossier, .record, .form, .conflict, .school, .paper, .files, .flow, .changes,
      .meeting:
      break
    }
  }

  private mutating func stepTab(_ count: Int) {
    switch screens.current {
    case .dossier(var screen):
      screen.step(count, self)
      screens.current = .dossier(screen)
    case .school(var screen):
      screen.step(count, self)
      screens.current = .school(screen)
    case .login, .agenda, .proof, .pupils, .group, .record, .form, .conflict, .rules, .reference, .norms, .paper,
      .files, .flow, .timeline, .changes, .meeting:
      break
    }
  }

  private mutating func chooseInConflict(_ command: CommandID) {
    guard case .conflict(var screen) = screens.current else { return }
    screen.choose(command == .takeMine ? .mine : command == .takeTheirs ? .theirs : .base)
    screens.current = .conflict(screen)
  }
}
