import Casework

/// Keys on the group screen, and its marks on their way to the disk.
extension AppState {
  mutating func takeInGroup(_ key: Key, _ screen: GroupScreen) -> [Effect] {
    var group = screen
    if group.takeMinutes(key) {
      screens.current = .group(group)
      return keepMarks(of: group)
    }
    group.late = nil
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
    case .markLate: mark(.late(minutes: Self.usualLateness))
    case .markPresent: mark(.present)
    case .markWeek: markWeek()
    case .register: register()
    case .previousDay: stepDay(-1)
    case .nextDay: stepDay(1)
    case .nextGroup: nextGroup()
    case .logTalk: logTalk()
    case .emergencyCard: openEmergencyCard()
    default: []
    }
  }

  /// Minutes late where no number is typed.
  private static let usualLateness = 15

  private mutating func mark(_ mark: GroupMark) -> [Effect] {
    guard case .group(var screen) = screens.current else { return [] }
    guard screen.chosen(self)?.absence != nil else {
      notice = Notice(.hint, Texts.Reason.notReadable)
      return []
    }
    screen.mark(mark, self)
    screens.current = .group(screen)
    return keepMarks(of: screen)
  }

  private mutating func markWeek() -> [Effect] {
    guard case .group(var screen) = screens.current else { return [] }
    guard screen.markWeek(self) else {
      notice = Notice(.hint, Texts.Group.nothingToExtend)
      return []
    }
    screens.current = .group(screen)
    return keepMarks(of: screen)
  }

  private mutating func register() -> [Effect] {
    guard case .group(let screen) = screens.current, let shown = screen.shown(self) else { return [] }
    return saveMarks(of: screen, andRegister: shown.day <= environment.today)
  }

  /// Goes to the school day before or after; marks of the day that is left are saved.
  private mutating func stepDay(_ count: Int) -> [Effect] {
    guard case .group(let screen) = screens.current, let session, let shown = screen.shown(self) else { return [] }
    let effects = saveMarks(of: screen, andRegister: false)
    guard case .group(var next) = screens.current else { return effects }
    // A calendar that ends leads on over plain weekdays, so that one can always come back.
    let days = (1...120).lazy.map { shown.day.adding(days: $0 * count) }
    let teaching = days.first { session.calendar.isTeachingDay($0, group: shown.id, yearGroup: shown.yearGroup) }
    next.day = teaching ?? days.first { !$0.weekday.isWeekend }
    restoreMarks(of: &next)
    screens.current = .group(next)
    return effects
  }

  private mutating func nextGroup() -> [Effect] {
    guard case .group(let screen) = screens.current, let session, let shown = screen.shown(self) else { return [] }
    let effects = saveMarks(of: screen, andRegister: false)
    let groups = session.groups(on: shown.day)
    guard case .group(var next) = screens.current, let at = groups.firstIndex(where: { $0.id == shown.id }) else {
      return effects
    }
    next.group = groups[(at + 1) % groups.count].id
    next.cursor = ListCursor()
    restoreMarks(of: &next)
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
    case .login, .agenda, .proof, .pupils, .record, .form, .conflict, .rules, .school, .paper: return []
    }
  }
}

/// Marks: kept with every key, saved together.
extension AppState {
  private func marksKey(_ shown: GroupOnDay) -> DraftKey? {
    guard let user = session?.user.id, let group = shown.id else { return nil }
    let place = Place.registration(group: group, year: SchoolYear(of: shown.day))
    return DraftKey(user: user, place: place, list: shown.day.iso)
  }

  func marksDraft(of screen: GroupScreen) -> Draft? {
    guard !screen.marks.isEmpty, let shown = screen.shown(self), let key = marksKey(shown) else { return nil }
    var members = Members()
    for (pupil, mark) in screen.marks { members[pupil.description] = mark.tree }
    return Draft(key: key, at: environment.now, before: nil, after: .object(members))
  }

  private mutating func keepMarks(of screen: GroupScreen) -> [Effect] {
    guard let shown = screen.shown(self), let key = marksKey(shown) else { return [] }
    let draft = marksDraft(of: screen)
    session?.drafts[key] = draft
    return [draft.map(Effect.saveDraft) ?? .discardDraft(key)]
  }

  /// Shows the marks that were set for this group and day and not saved.
  mutating func restoreMarks(of screen: inout GroupScreen) {
    screen.marks = [:]
    screen.past = []
    screen.late = nil
    guard let shown = screen.shown(self), let key = marksKey(shown), let draft = session?.drafts[key] else { return }
    for pair in draft.after.members?.pairs ?? [] {
      if let pupil = RecordID(pair.key), let mark = GroupMark(tree: pair.value) { screen.marks[pupil] = mark }
    }
    notice = Notice(.hint, Texts.Form.draftFound(environment.wallTime(of: draft.at)))
  }

  /// Takes the last mark back; false where there is none.
  mutating func undoMark() -> [Effect]? {
    guard case .group(var screen) = screens.current, let last = screen.past.popLast() else { return nil }
    screen.marks = last
    screen.late = nil
    screens.current = .group(screen)
    return keepMarks(of: screen)
  }

  /// Saves the marks of a group in one edit, with the day as registered where asked.
  mutating func saveMarks(of screen: GroupScreen, andRegister isDone: Bool) -> [Effect] {
    guard let session, let shown = screen.shown(self) else { return [] }
    var changes = absenceChanges(screen, shown, session)
    if isDone, !shown.isRegistered, let change = registration(shown, session) { changes.append(change) }
    var saved = screen
    saved.marks = [:]
    saved.past = []
    saved.late = nil
    screens.current = .group(saved)
    guard !changes.isEmpty else {
      if isDone { notice = Notice(.hint, Texts.Group.alreadyDone) }
      return []
    }
    let notice = isDone ? Texts.Group.done(shown.group.groupName ?? "", shown.day) : Texts.Group.marksSaved
    return commit(
      Edit(act: isDone ? Texts.Group.actRegister : Texts.Group.actMark, changes: changes),
      then: AfterSaving(draft: marksKey(shown), notice: notice))
  }

  private mutating func absenceChanges(
    _ screen: GroupScreen, _ shown: GroupOnDay, _ session: Session
  ) -> [Change] {
    let previous = session.calendar.lastTeachingDay(before: shown.day)
    let stamp = stamp(session)
    return shown.pupils.compactMap { pupil -> Change? in
      guard let mark = screen.marks[pupil.id], let absence = pupil.absence else { return nil }
      let marked = absence.marked(
        mark, on: shown.day, previousSchoolDay: previous, stamp: stamp, ids: &environment.ids)
      guard marked != absence else { return nil }
      let place = Place.section(pupil: pupil.id, .absence)
      return Change(place: place, before: session.caseload.stored[place], after: marked.tree)
    }
  }

  private mutating func registration(_ shown: GroupOnDay, _ session: Session) -> Change? {
    guard let group = shown.id else { return nil }
    let place = Place.registration(group: group, year: SchoolYear(of: shown.day))
    let before = session.caseload.stored[place]
    var record = before.flatMap { Record<GroupRegistrationFields>(tree: $0.tree) } ?? Record()
    var day = Record<RegisteredDayFields>()
    day.members.stamp(stamp(session), id: environment.ids.next())
    day.day = shown.day
    record.put(day, in: \.days)
    return Change(place: place, before: before, after: record.tree)
  }
}
