import Casework

extension AppState {
  /// Why a command cannot run now, in a Dutch sentence; nothing where it can.
  public func disabledReason(_ command: CommandID) -> String? {
    switch command {
    case .help, .palette, .blank, .redraw, .suspend, .quit, .nextTab, .previousTab, .filter, .goToAgenda, .goToPupils,
      .goToGroup, .goToReference, .goToRules, .goToSchool, .takeMine, .takeTheirs, .takeBefore, .goToFiles, .goToNorms,
      .showTimeline, .changeHeads:
      nil
    case .askDay: askDayReason
    case .back: screens.below.isEmpty && session?.dayAsked == nil && !isInForm ? Texts.Reason.firstScreen : nil
    case .putBack: putBackReason
    case .undo: undoReason
    case .redo:
      isInForm ? typingReason ?? formReason { $0.future.isEmpty ? Texts.Form.nothingToRedo : nil } : redoReason
    case .backToToday: session?.dayAsked == nil ? Texts.Reason.isToday : nil
    case .switchKnowledge: session?.dayAsked.map { $0 < environment.today } == true ? nil : Texts.Reason.notPast
    case .lock: entrance.isSealed ? nil : Texts.Reason.notSealed
    case .open: openReason
    case .act, .why, .putOff: signalReason(command)
    case .add, .edit, .withdraw: recordReason(command)
    case .addPupil: addPupilReason
    case .printSummary: summaryReason
    case .showFlow: flowReason
    case .showChanges: changesReason
    case .startMeeting: writeReason ?? startMeetingReason
    case .markDiscussed, .markAgreed, .markNotRaised, .markDone, .agreeOral, .agreeSigned, .disagree, .addPoint,
      .finishMeeting:
      writeReason ?? meetingReason(command)
    case .offerPlan, .establishPlan, .renewPlan, .evaluatePlan, .readPlan: planReason(command)
    case .goToDrafts: session?.drafts.isEmpty == false ? nil : Texts.Drafts.none
    case .markIll, .markDoctor, .markLeave, .markUnauthorised, .markLate, .markPresent, .markWeek, .markUntil,
      .markHalfDay, .register:
      markReason
    case .previousDay, .nextDay, .nextGroup, .chooseGroup: groupReason
    case .emergencyCard: session?.isRecorded == true ? Texts.Reason.cardOfNow : groupReason
    case .logTalk: talkReason
    case .save, .settle: isSaving ? Texts.stillSaving : writeReason
    case .openEditor: typingReason ?? editorReason
    case .undoTyping: typingReason ?? formReason { $0.past.isEmpty ? Texts.Form.nothingToUndo : nil }
    case .discardDraft: typingReason ?? discardReason
    case .removeItem: typingReason ?? itemReason
    case .copyDay: typingReason ?? copyDayReason
    case .writePaper: paperReason
    case .lookUp: lookUpReason
    case .setNorm, .resetNorm: normReason(command)
    }
  }

  private var putBackReason: String? {
    if let reason = dayReason { return reason }
    if isSaving { return Texts.stillSaving }
    guard case .files(let screen) = screens.current, let trouble = screen.chosen(self) else {
      return Texts.Reason.nothingChosen
    }
    return trouble.canBePutBack ? nil : Texts.Files.cannotPutBack
  }

  private var isInForm: Bool {
    if case .form = screens.current { true } else { false }
  }

  private func formReason(_ reason: (FormScreen) -> String?) -> String? {
    guard case .form(let form) = screens.current else { return Texts.Reason.noForm }
    return reason(form)
  }

  private var discardReason: String? {
    guard case .meeting(let meeting) = screens.current else {
      return formReason { $0.isChanged ? nil : Texts.Form.noDraft }
    }
    return draft(of: meeting) == nil ? Texts.Meeting.noDraft : nil
  }

  /// A talk is of today, and goes on under whatever lies over it.
  private var askDayReason: String? {
    screens.all.contains { $0.kind == .meeting } ? Texts.Meeting.noOtherDay : nil
  }

  /// On another day nothing is changed.
  private var dayReason: String? {
    guard let asked = session?.asked else { return nil }
    return asked.knowledge == .then ? Texts.Reason.recordedDay(asked.day) : Texts.Reason.otherDay
  }

  /// A director reads everything and changes nothing.
  var writeReason: String? {
    if let reason = dayReason { return reason }
    return session?.user.role == .director ? Texts.Reason.readsOnly : nil
  }

  private var redoReason: String? {
    if let reason = dayReason { return reason }
    if case .meeting(let meeting) = screens.current {
      return stepReason(meeting) ?? (meeting.undone.isEmpty ? Texts.Meeting.nothingToRedo : nil)
    }
    if isSaving { return Texts.stillSaving }
    return session?.undone.isEmpty == false ? nil : Texts.Reason.nothingUndone
  }

  private var undoReason: String? {
    if let reason = dayReason { return reason }
    if case .group(let screen) = screens.current, !screen.past.isEmpty { return nil }
    if case .meeting(let meeting) = screens.current {
      return stepReason(meeting) ?? (meeting.steps.isEmpty ? Texts.Meeting.nothingToUndo : nil)
    }
    if isSaving { return Texts.stillSaving }
    return session?.done.isEmpty == false ? nil : Texts.Reason.nothingDone
  }

  /// Why no step of a talk can be taken back or done again.
  private func stepReason(_ meeting: MeetingScreen) -> String? {
    typingReason ?? (meeting.entry == nil ? nil : Texts.Meeting.typing)
  }

  private var openReason: String? {
    switch screens.current {
    case .agenda(let screen): screen.chosen(self) == nil ? Texts.Reason.nothingChosen : nil
    case .proof: chosenSignal == nil ? Texts.Reason.nothingChosen : nil
    case .pupils(let screen): screen.chosen(self) == nil ? Texts.Reason.nothingChosen : nil
    case .group(let screen): screen.chosen(self) == nil ? Texts.Reason.nothingChosen : nil
    case .dossier, .school: isListChosen ? Texts.Reason.listChosen : openTargetReason
    case .rules(let screen): screen.opened == nil ? nil : lookUpReason
    case .reference(let screen): screen.openReason(self)
    case .flow(let screen): screen.asked(self) == nil ? Texts.Flow.nothingAsked : writeReason
    case .timeline(let screen): screen.list(self)?.lines.isEmpty == false ? nil : Texts.Reason.nothingChosen
    case .login, .record, .form, .conflict, .norms, .paper, .files, .changes, .meeting: Texts.Reason.nothingChosen
    }
  }

  private func signalReason(_ command: CommandID) -> String? {
    guard let signal = chosenSignal else {
      if case .agenda(let screen) = screens.current, screen.chosen(self) != nil { return Texts.Reason.noSignal }
      return Texts.Reason.nothingChosen
    }
    switch command {
    case .act:
      if case .pupil = signal.id.subject { return writeReason }
      return nil
    case .putOff: return writeReason ?? putOffReason(signal)
    default: return nil
    }
  }

  /// A teacher answers what the teachers of the group can read.
  private func putOffReason(_ signal: SignalLine) -> String? {
    guard let session, session.user.role == .teacher else { return nil }
    let home = session.engine.home(of: signal.episode, at: session.caseload.school.record)
    return home.isForTeachers ? nil : Texts.Reason.answeredByCare
  }

  private func recordReason(_ command: CommandID) -> String? {
    if let reason = writeReason { return reason }
    switch command {
    case .add:
      if case .school(let screen) = screens.current { return schoolWriteReason ?? addReason(screen) }
      guard case .dossier(let screen) = screens.current else { return Texts.Reason.nothingChosen }
      return addable(screen).isEmpty ? Texts.Reason.notReadable : nil
    case .withdraw: return withdrawReason
    default: return isListChosen ? Texts.Reason.listChosen : targetReason
    }
  }

  private var summaryReason: String? {
    if session?.isRecorded == true { return Texts.Reason.paperOfNow }
    guard case .dossier(let screen) = screens.current, let dossier = session?.caseload.dossiers[screen.pupil] else {
      return Texts.Reason.nothingChosen
    }
    guard let family = dossier.family.record else { return Texts.Reason.noFamily }
    return family.guardians.isEmpty ? Texts.Reason.noGuardians : nil
  }

  private var flowReason: String? {
    guard case .dossier(let screen) = screens.current, screen.tab == .referral || screen.tab == .transition else {
      return Texts.Flow.elsewhere
    }
    let isReadable = session?.caseload.dossiers[screen.pupil]?.referral.isReadable ?? false
    return isReadable ? nil : Texts.Flow.notReadable([SectionName.referral.title])
  }

  private var groupReason: String? {
    guard case .group(let screen) = screens.current, screen.shown(self) != nil else { return Texts.Group.none }
    return nil
  }

  private var markReason: String? {
    guard case .group(let screen) = screens.current, let session, let shown = screen.shown(self) else {
      return Texts.Group.none
    }
    if let reason = writeReason { return reason }
    if shown.pupils.isEmpty { return Texts.Group.empty }
    return session.calendar.isTaught(shown) ? nil : Texts.Group.noSchool
  }

  private var talkReason: String? {
    if let reason = writeReason { return reason }
    if case .group = screens.current { return groupReason }
    return nil
  }

  private var editorReason: String? {
    guard case .form(let form) = screens.current else { return Texts.Reason.noForm }
    if case .area = form.level.editor { return nil }
    return Texts.Reason.noLongText
  }

  private var paperReason: String? {
    if case .paper(let screen) = screens.current, case .document = screen.content { return nil }
    return Texts.Reason.noPaper
  }

  private var itemReason: String? {
    guard case .form(let form) = screens.current else { return Texts.Reason.noForm }
    guard case .item? = form.currentRow else { return Texts.Reason.noItem }
    return form.currentField.map { form.isLocked($0) } == true ? Texts.Form.locked : nil
  }
}
