import Casework

/// Keys in a meeting.
extension AppState {
  mutating func takeInMeeting(_ key: Key, _ screen: MeetingScreen) -> [Effect] {
    if let reason = typingReason {
      notice = Notice(.hint, reason)
      return []
    }
    var meeting = screen
    if meeting.isReviewing { return scroll(key, &meeting) }
    if meeting.entry != nil { return takeInEntry(key, &meeting) }
    guard let list = MeetingList(meeting, self), let index = meeting.index(in: list) else { return [] }
    let isLost = meeting.isLost(in: list)
    // The row that came in the place of what is gone is the first one down.
    var cursor = ListCursor(isLost && key == .down ? index - 1 : index)
    if cursor.take(key, count: list.rows.count, page: max(2, size.rows - 8)) {
      meeting.choose(cursor.row, in: list)
      return keep(meeting)
    }
    guard !isLost else {
      notice = Notice(.hint, Texts.Meeting.pointGone)
      return []
    }
    switch (key, list.rows[index]) {
    case (.enter, .day), (.character(" "), .day): meeting.entry = .day(InputLine())
    case (.character(let first), .day) where first.isNumber || first == "-": meeting.entry = .day(InputLine("\(first)"))
    case (.left, .day): step(-1, in: &meeting)
    case (.right, .day): step(1, in: &meeting)
    case (.character(" "), .kind), (.right, .kind), (.enter, .kind): meeting.change { $0.kind = next($0.kind, by: 1) }
    case (.left, .kind): meeting.change { $0.kind = next($0.kind, by: -1) }
    case (.character(" "), .medium), (.right, .medium), (.enter, .medium):
      meeting.change { $0.medium = next($0.medium, by: 1) }
    case (.left, .medium): meeting.change { $0.medium = next($0.medium, by: -1) }
    case (.character(" "), .person(let person)), (.enter, .person(let person)): toggle(person, in: &meeting)
    case (.character(" "), .someoneElse), (.enter, .someoneElse): meeting.entry = .person(InputLine())
    case (.enter, .point(let point)): openText(at: point, in: &meeting)
    case (.backspace, .point(let point)), (.delete, .point(let point)): clear(point, in: &meeting)
    case (.character(let digit), .point(let point)): score(digit, at: point, in: &meeting)
    default: break
    }
    return keep(meeting)
  }

  /// The notes as they are now, on the screen and in their draft.
  mutating func keep(_ meeting: MeetingScreen) -> [Effect] {
    let before = draftInScreen
    screens.current = .meeting(meeting)
    let after = draft(of: meeting)
    return before?.after == after?.after && before?.unread == after?.unread ? [] : keepDraft(of: meeting)
  }

  private var draftInScreen: Draft? {
    if case .meeting(let meeting) = screens.current { draft(of: meeting) } else { nil }
  }

  private mutating func scroll(_ key: Key, _ meeting: inout MeetingScreen) -> [Effect] {
    if key == .escape {
      meeting.review = nil
    } else {
      let count = meeting.reviewLines(self, width: size.columns - 2).count
      _ = meeting.review?.take(key, count: count, page: size.bodyRows)
    }
    return keep(meeting)
  }

  private func next<Kind: ChoiceKind>(_ choice: Choice<Kind>?, by count: Int) -> Choice<Kind>? {
    let all = Array(Kind.allCases)
    let at = choice?.known.flatMap { all.firstIndex(of: $0) } ?? 0
    return Choice(all[(at + count + all.count) % all.count])
  }

  mutating func toggle(_ person: MeetingPerson, in meeting: inout MeetingScreen) {
    guard let session else { return }
    let there = meeting.notes.participants.first { person.isSame($0) }
    let id = environment.ids.next()
    let stamp = stamp(session)
    meeting.change { notes in
      if let there {
        notes.drop(there.id, from: MeetingFields.declared.participants.key)
      } else {
        notes.put(person.participant(stamp, id: id), in: \.participants)
      }
    }
    stayNear(&meeting)
  }

  /// Sets the cursor on the nearest row where one's own change took away what it stood on.
  func stayNear(_ meeting: inout MeetingScreen) {
    guard let list = MeetingList(meeting, self), meeting.isLost(in: list), let index = meeting.index(in: list) else {
      return
    }
    meeting.choose(index, in: list)
  }

  /// That what the cursor stood on is gone, where that is so on the screen that shows.
  var lostPointNotice: String? {
    mutating get {
      guard case .meeting(let meeting) = screens.current else { return nil }
      refreshDerived()
      guard let list = MeetingList(meeting, self), meeting.isLost(in: list) else { return nil }
      return Texts.Meeting.pointGone
    }
  }
}

// MARK: - Answers

extension AppState {
  /// The answer at a point, new where there is none yet.
  mutating func answer(at point: MeetingPoint, in notes: MeetingNotes) -> MeetingAnswer {
    if let answer = notes.answer(to: point.id) { return answer }
    var answer = MeetingAnswer()
    answer.id = environment.ids.next()
    answer.point = point.id
    answer.words = point.title
    return answer
  }

  mutating func change(
    _ point: MeetingPoint, in meeting: inout MeetingScreen, isTyping: Bool = false,
    _ body: (inout MeetingAnswer) -> Void
  ) {
    var answer = answer(at: point, in: meeting.notes)
    body(&answer)
    meeting.change(isTyping: isTyping) { $0.set(answer, isOwn: point.topic == .own) }
  }

  /// A command of the meeting.
  mutating func performInMeeting(_ id: CommandID) -> [Effect] {
    guard case .meeting(var meeting) = screens.current, let command = MeetingCommand(id) else { return [] }
    switch command {
    case .discussed: return give(.discussed, &meeting)
    case .notRaised: return give(.notRaised, &meeting)
    case .done: return give(.done, &meeting)
    case .agreeOral: return give(.consents, &meeting)
    case .agreeSigned: return give(.signs, &meeting)
    case .disagree: return give(.refuses, &meeting)
    case .agreed:
      guard let point = meeting.point(self) else { return [] }
      change(point, in: &meeting) { answer in
        if answer.outcome == nil || answer.outcome.is(.notRaised) { answer.outcome = Choice(.agreedOn) }
      }
      meeting.begin(.action(point: point.id, ActionEntry(answer(at: point, in: meeting.notes))), at: point)
    case .addPoint: meeting.entry = .point(InputLine())
    case .finish: return finishMeeting(meeting)
    }
    return keep(meeting)
  }

  /// One key answers a point, and the cursor goes on to the next.
  private mutating func give(_ outcome: MeetingOutcome, _ meeting: inout MeetingScreen) -> [Effect] {
    guard let point = meeting.point(self) else { return [] }
    let hash = session?.present.caseload.dossiers[meeting.pupil].flatMap { point.textHash(in: $0) }
    change(point, in: &meeting) { answer in
      answer.outcome = Choice(outcome)
      answer.score = nil
      // An answer is about the text that there is when it is given.
      answer.textHash = hash
    }
    goOn(&meeting)
    return keep(meeting)
  }

  /// The cursor goes to the next row.
  func goOn(_ meeting: inout MeetingScreen) {
    guard let list = MeetingList(meeting, self), let index = meeting.index(in: list) else { return }
    meeting.choose(index + 1, in: list)
  }

  private mutating func score(_ digit: Character, at point: MeetingPoint, in meeting: inout MeetingScreen) {
    guard point.takesScore, let number = digit.wholeNumberValue, (1...GoalScore.allCases.count).contains(number) else {
      return
    }
    change(point, in: &meeting) { answer in
      answer.score = Choice(GoalScore.allCases[number - 1])
      answer.outcome = nil
    }
    goOn(&meeting)
  }

  private mutating func clear(_ point: MeetingPoint, in meeting: inout MeetingScreen) {
    guard let answer = meeting.notes.answer(to: point.id) else { return }
    meeting.change { $0.drop(answer.id, from: MeetingFields.declared.answers.key) }
    stayNear(&meeting)
  }

  private mutating func openText(at point: MeetingPoint, in meeting: inout MeetingScreen) {
    let text = meeting.notes.answer(to: point.id)?.text ?? ""
    meeting.begin(.text(point: point.id, TextArea(text)), at: point)
  }
}
