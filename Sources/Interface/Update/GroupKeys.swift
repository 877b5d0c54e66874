import Casework

/// Keys on the group screen, and its marks on their way to the disk.
extension AppState {
  mutating func takeInGroup(_ key: Key, _ screen: GroupScreen) -> [Effect] {
    var group = screen
    if let session, let shown = group.shown(self) {
      let most = shown.taughtMinutes(session)
      switch group.takeMinutes(key, most: most) {
      case .taken: return keepMarks(of: group)
      case .tooMany:
        notice = Notice(.hint, Texts.Group.tooManyMinutes(most))
        return []
      case .none: break
      }
    }
    let wasTypingMinutes = group.late != nil
    group.late = nil
    if wasTypingMinutes, key == .enter || key == .escape {
      screens.current = .group(group)
      return []
    }
    if !group.jump(key, self), let shown = group.shown(self),
      group.cursor.take(key, count: shown.pupils.count, page: max(1, size.rows - 6))
    {
      group.isPassing = false
    }
    screens.current = .group(group)
    return []
  }

  mutating func performInGroup(_ command: CommandID) -> [Effect] {
    switch command {
    case .markIll: mark(.absent(.ill, until: nil))
    case .markDoctor: mark(.absent(.medicalVisit, until: nil))
    case .markLeave: mark(.absent(.leave, until: nil))
    case .markUnauthorised: mark(.absent(.unauthorised, until: nil))
    case .markLate: mark(.late(minutes: GroupScreen.usualLateness))
    case .markPresent: mark(.present)
    case .markWeek: markWeek()
    case .markUntil: askUntil()
    case .markHalfDay: markHalfDay()
    case .chooseGroup: chooseGroup()
    case .register: register()
    case .previousDay: stepDay(-1)
    case .nextDay: stepDay(1)
    case .nextGroup: nextGroup()
    case .logTalk: logTalk()
    case .emergencyCard: openEmergencyCard()
    default: []
    }
  }

  private mutating func mark(_ mark: GroupMark) -> [Effect] {
    guard case .group(var screen) = screens.current else { return [] }
    guard screen.chosen(self)?.absence != nil else {
      notice = Notice(.hint, Texts.Reason.notReadable)
      return []
    }
    screen.mark(mark, self)
    return keepMarks(of: screen)
  }

  private mutating func markWeek() -> [Effect] {
    guard case .group(var screen) = screens.current else { return [] }
    guard screen.markWeek(self) else {
      notice = Notice(.hint, Texts.Group.nothingToExtend)
      return []
    }
    return keepMarks(of: screen)
  }

  private mutating func markHalfDay() -> [Effect] {
    guard case .group(var screen) = screens.current else { return [] }
    guard screen.markHalfDay(self) else {
      notice = Notice(.hint, Texts.Group.nothingToHalve)
      return []
    }
    return keepMarks(of: screen)
  }

  private mutating func register() -> [Effect] {
    guard case .group(let screen) = screens.current, let shown = screen.shown(self) else { return [] }
    return saveMarks(of: screen, shown.day <= environment.today ? .done : .kept)
  }

  /// Goes to the school day before or after; marks of the day that is left are saved.
  private mutating func stepDay(_ count: Int) -> [Effect] {
    guard case .group(let screen) = screens.current, let session, let shown = screen.shown(self) else { return [] }
    let effects = leaveScreen()
    guard case .group(var next) = screens.current else { return effects }
    // A calendar that ends leads on over plain weekdays, so that one can always come back.
    let days = (1...120).lazy.map { shown.day.adding(days: $0 * count) }
    let teaching = days.first { session.calendar.isTeachingDay($0, group: shown.id, yearGroup: shown.yearGroup) }
    let day = teaching ?? days.first { !$0.weekday.isWeekend }
    if let asked = session.asked { return effects + show(day, asKnownNow: asked.knowledge == .now) }
    next.day = day
    screens.current = .group(next)
    return effects
  }

  private mutating func nextGroup() -> [Effect] {
    guard case .group(let screen) = screens.current, let session, let shown = screen.shown(self) else { return [] }
    let effects = leaveScreen()
    let groups = session.groups(on: shown.day)
    guard case .group(var next) = screens.current, let at = groups.firstIndex(where: { $0.id == shown.id }) else {
      return effects
    }
    next.group = groups[(at + 1) % groups.count].id
    next.cursor = ListCursor()
    screens.current = .group(next)
    return effects
  }

  private mutating func logTalk() -> [Effect] {
    switch screens.current {
    case .group(let screen):
      guard let pupil = screen.chosen(self) else { return [] }
      return leaveScreen() + openForm(pupil.id, .conversations, list: ConversationsFields.declared.conversations.key)
    case .dossier(let screen):
      return openForm(screen.pupil, .conversations, list: ConversationsFields.declared.conversations.key)
    case .login, .agenda, .proof, .pupils, .record, .form, .conflict, .rules, .reference, .school, .norms, .paper,
      .files, .flow, .timeline, .changes, .meeting:
      return []
    }
  }
}
