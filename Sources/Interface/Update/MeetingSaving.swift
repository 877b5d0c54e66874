import Casework

/// A meeting begun, kept as a draft, looked over and saved in one edit.
extension AppState {
  /// Begins a talk about the pupil on the screen, or goes on with the one that was not finished.
  mutating func startMeeting() -> [Effect] {
    pupilOnScreen.map { openMeeting(about: $0) } ?? []
  }

  /// Goes on with the talk about a pupil that was begun, where it is open or from its draft, or begins one.
  mutating func openMeeting(about pupil: RecordID) -> [Effect] {
    guard let session, !goBack(to: meetingKey(pupil, session)) else { return [] }
    let begun = MeetingNotes.begun(
      on: environment.today, by: session.user, stamp: stamp(session), id: environment.ids.next())
    let since = lastTalk(about: pupil)
    let token = since.map { _ in expect(.past) }
    var meeting = MeetingScreen(
      pupil: pupil, notes: begun, begun: begun, past: token.map { .awaited($0) }, since: since)
    if let draft = session.drafts[meetingKey(pupil, session)] {
      meeting.restore(draft)
      notice = Notice(.hint, Texts.Meeting.found(environment.wallTime(of: draft.at)))
      if let day = meeting.notes.on, day != environment.today {
        // Whether it was held on that day is for who held it to say.
        if let list = MeetingList(meeting, self) { meeting.choose(list.index(of: .day) ?? 0, in: list) }
        notice = Notice(.hint, Texts.Meeting.found(of: day))
      }
    }
    screens.push(.meeting(meeting))
    if let since, let token { return [.loadPast(pupil: pupil, since, token)] }
    return []
  }

  func meetingKey(_ pupil: RecordID, _ session: Session) -> DraftKey {
    DraftKey(user: session.user.id, place: .section(pupil: pupil, .conversations), list: MeetingFields.name)
  }

  func draft(of meeting: MeetingScreen) -> Draft? {
    guard let session, meeting.isChanged || !meeting.unread.isEmpty else { return nil }
    return Draft(
      key: meetingKey(meeting.pupil, session), at: environment.now, before: nil, after: meeting.notes.tree,
      unread: meeting.unread)
  }

  /// Keeps what was noted, or throws the draft away where nothing is left of it.
  mutating func keepDraft(of meeting: MeetingScreen) -> [Effect] {
    guard let session else { return [] }
    if let draft = draft(of: meeting) {
      self.session?.drafts[draft.key] = draft
      return [.saveDraft(draft)]
    }
    let key = meetingKey(meeting.pupil, session)
    guard self.session?.drafts.removeValue(forKey: key) != nil else { return [] }
    return [.discardDraft(key)]
  }

  /// Leaving asks nothing: the notes wait in their draft.
  mutating func leaveMeeting(_ meeting: MeetingScreen) -> [Effect] {
    let effects = keepDraft(of: meeting)
    screens.pop()
    if draft(of: meeting) != nil {
      notice = Notice(.hint, offersMeeting(about: meeting.pupil) ? Texts.Meeting.draftKept : Texts.Meeting.draftListed)
    }
    return effects
  }

  /// Whether the key that begins a talk goes on with this pupil's from the screen that shows.
  private func offersMeeting(about pupil: RecordID) -> Bool {
    pupilOnScreen == pupil
      && CommandTable.commands(on: screens.current.kind).contains { $0.id == .startMeeting }
  }

  /// Throws the notes away; asked for and confirmed.
  mutating func discardMeeting() -> [Effect] {
    guard case .meeting(let meeting) = screens.current, let session else { return [] }
    let key = meetingKey(meeting.pupil, session)
    self.session?.drafts[key] = nil
    screens.pop()
    notice = Notice(.done, Texts.Form.discarded)
    return [.discardDraft(key)]
  }

  /// Takes the last change of the notes back or does it again; nothing where another screen shows.
  mutating func stepInMeeting(_ step: (inout MeetingScreen) -> Void) -> [Effect]? {
    guard case .meeting(var meeting) = screens.current else { return nil }
    let wasLost = MeetingList(meeting, self).map { meeting.isLost(in: $0) } ?? false
    step(&meeting)
    if !wasLost { stayNear(&meeting) }
    return keep(meeting)
  }
}

/// The end of a meeting: looked over once, then saved whole.
extension AppState {
  mutating func finishMeeting(_ screen: MeetingScreen) -> [Effect] {
    var meeting = screen
    let effects = takeInTyped(&meeting)
    guard meeting.entry == nil, let (result, ids) = meeting.result(self) else { return effects }
    if let problem = result.problems.first { return effects + refuse(problem, &meeting) }
    if let text = finding(in: result, of: meeting.pupil) {
      meeting.review = nil
      notice = Notice(.trouble, text)
      return effects + keep(meeting)
    }
    guard meeting.isReviewing else {
      meeting.review = Scroll()
      return effects + keep(meeting)
    }
    return effects + keep(meeting) + save(result, of: meeting, ids)
  }

  /// What stood under the cursor half typed is taken in as if Enter had been pressed; a day that cannot be stays open.
  private mutating func takeInTyped(_ meeting: inout MeetingScreen) -> [Effect] {
    switch meeting.entry {
    case .point, .person, .day:
      let effects = takeInMeeting(.enter, meeting)
      if case .meeting(let current) = screens.current { meeting = current }
      return effects
    case .text, .action:
      close(&meeting)
      return []
    case nil: return []
    }
  }

  private mutating func refuse(_ problem: MeetingProblem, _ meeting: inout MeetingScreen) -> [Effect] {
    meeting.review = nil
    stand(on: problem.point, in: &meeting)
    notice = Notice(.trouble, problem.explanation)
    return keep(meeting)
  }

  /// What would come about in a file that cannot be kept like that.
  private func finding(in result: MeetingResult, of pupil: RecordID) -> String? {
    for (section, members) in result.tabs {
      let before = session?.present.caseload.stored[.section(pupil: pupil, section)]?.tree
      func blocking(_ tree: Tree) -> [SectionFinding] {
        SectionFinding.all(in: tree, for: section.fields).filter(\.isBlocking)
      }
      let known = Set(before.map(blocking) ?? [])
      if let found = blocking(.object(members)).first(where: { !known.contains($0) }) {
        return Texts.Meeting.finding(found.place, found.text)
      }
    }
    return nil
  }

  private mutating func save(_ result: MeetingResult, of meeting: MeetingScreen, _ ids: IDSource) -> [Effect] {
    guard let session else { return [] }
    environment.ids = ids
    let changes = SectionName.allCases.compactMap { section -> Change? in
      guard let members = result.tabs[section] else { return nil }
      let place = Place.section(pupil: meeting.pupil, section)
      return Change(place: place, before: session.present.caseload.stored[place], after: .object(members))
    }
    return commit(
      Edit(act: Texts.Meeting.act, changes: changes),
      then: AfterSaving(
        draft: meetingKey(meeting.pupil, session), closesScreen: true, notice: Texts.saved, pupil: meeting.pupil,
        held: meeting.notes.tree))
  }

  /// The titles of the signals about a pupil that what was just saved took off the agenda.
  func cleared(of pupil: RecordID) -> [String] {
    guard let session else { return [] }
    let reader = AgendaReader(session.user, at: session.present.caseload.school, on: environment.today)
    let left = Set(session.agenda.signals(on: environment.today, for: reader).map(\.id))
    // What was worked out before the save is still there.
    return signals(of: pupil).filter { !left.contains($0.id) }.map(\.title)
  }
}

extension MeetingScreen {
  /// What is being typed and not in the notes yet.
  var unread: [String: String] {
    switch entry {
    case .point(let line) where !line.isEmpty: [Self.typedPoint: line.text]
    case .person(let line) where !line.isEmpty: [Self.typedPerson: line.text]
    case .day(let line) where !line.isEmpty: [Self.typedDay: line.text]
    case .text, .action, .point, .person, .day, nil: [:]
    }
  }

  private static let typedPoint = "punt"
  private static let typedPerson = "deelnemer"
  private static let typedDay = MeetingFields.declared.on.key

  /// Goes on with what was noted before.
  mutating func restore(_ draft: Draft) {
    notes = MeetingNotes(tree: draft.after) ?? notes
    if let text = draft.unread[Self.typedPoint] { entry = .point(InputLine(text)) }
    if let text = draft.unread[Self.typedPerson] { entry = .person(InputLine(text)) }
    if let text = draft.unread[Self.typedDay] { entry = .day(InputLine(text)) }
  }
}

/// Why a command of the meeting cannot run.
extension AppState {
  func meetingReason(_ id: CommandID) -> String? {
    guard case .meeting(let meeting) = screens.current, let command = MeetingCommand(id) else {
      return Texts.Reason.nothingChosen
    }
    if command == .finish { return isSaving ? Texts.stillSaving : nil }
    if meeting.isReviewing { return Texts.Meeting.reviewing }
    if meeting.entry != nil { return Texts.Meeting.typing }
    switch command {
    case .finish, .addPoint: return nil
    case .discussed, .agreed, .notRaised: return reason(at: meeting) { _ in nil }
    case .done: return reason(at: meeting) { $0.outcomes.contains(.done) ? nil : Texts.Meeting.noAction }
    case .agreeOral, .agreeSigned, .disagree:
      return reason(at: meeting) { point in
        guard case .agreement(_, let guardian) = point.topic else { return Texts.Meeting.noAgreement }
        return meeting.notes.isPresent(guardian) ? nil : Texts.Meeting.absent
      }
    }
  }

  /// Why the point under the cursor cannot be answered so.
  private func reason(at meeting: MeetingScreen, _ reason: (MeetingPoint) -> String?) -> String? {
    if let point = meeting.point(self) { return reason(point) }
    let isLost = MeetingList(meeting, self).map { meeting.isLost(in: $0) } ?? false
    return isLost ? Texts.Meeting.pointGone : Texts.Meeting.noPoint
  }

  var startMeetingReason: String? {
    guard let pupil = pupilOnScreen, let dossier = session?.present.caseload.dossiers[pupil] else {
      return Texts.Reason.nothingChosen
    }
    return dossier.conversations.isReadable ? nil : Texts.Changes.talksClosed
  }
}
