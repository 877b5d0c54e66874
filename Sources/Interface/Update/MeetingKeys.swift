import Casework
import Text

/// Keys in a meeting.
extension AppState {
  mutating func takeInMeeting(_ key: Key, _ screen: MeetingScreen) -> [Effect] {
    if isSaving {
      notice = Notice(.hint, Texts.stillSaving)
      return []
    }
    var meeting = screen
    if meeting.isReviewing { return scroll(key, &meeting) }
    if meeting.entry != nil { return takeInEntry(key, &meeting) }
    guard let list = MeetingList(meeting, self) else { return [] }
    var cursor = ListCursor(min(meeting.row, list.rows.count - 1))
    if cursor.take(key, count: list.rows.count, page: max(2, size.rows - 8)) {
      meeting.row = cursor.row
      return keep(meeting)
    }
    switch (key, list.chosen(meeting.row)) {
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

  private mutating func toggle(_ person: MeetingPerson, in meeting: inout MeetingScreen) {
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
  }
}

// MARK: - Answers

extension AppState {
  /// The answer at a point, new where there is none yet.
  private mutating func answer(at point: MeetingPoint, in notes: MeetingNotes) -> MeetingAnswer {
    if let answer = notes.answer(to: point.id) { return answer }
    var answer = MeetingAnswer()
    answer.id = environment.ids.next()
    answer.point = point.id
    answer.words = point.title
    return answer
  }

  private mutating func change(
    _ point: MeetingPoint, in meeting: inout MeetingScreen, isTyping: Bool = false,
    _ body: (inout MeetingAnswer) -> Void
  ) {
    var answer = answer(at: point, in: meeting.notes)
    body(&answer)
    meeting.change(isTyping: isTyping) { $0.set(answer, isOwn: point.topic == .own) }
  }

  /// A command of the meeting.
  mutating func performInMeeting(_ command: CommandID) -> [Effect] {
    guard case .meeting(var meeting) = screens.current else { return [] }
    switch command {
    case .markDiscussed: return give(.discussed, &meeting)
    case .markNotRaised: return give(.notRaised, &meeting)
    case .markDone: return give(.done, &meeting)
    case .agreeOral: return give(.consents, &meeting)
    case .agreeSigned: return give(.signs, &meeting)
    case .disagree: return give(.refuses, &meeting)
    case .markAgreed:
      guard let point = meeting.point(self) else { return [] }
      change(point, in: &meeting) { answer in
        if answer.outcome == nil || answer.outcome.is(.notRaised) { answer.outcome = Choice(.agreedOn) }
      }
      meeting.entry = .action(point: point.id, ActionEntry(answer(at: point, in: meeting.notes)))
    case .addPoint:
      meeting.row = max(0, (MeetingList(meeting, self)?.rows.count ?? 1) - 1)
      meeting.entry = .point(InputLine())
    case .finishMeeting: return finishMeeting(meeting)
    default: break
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

  private func goOn(_ meeting: inout MeetingScreen) {
    guard let list = MeetingList(meeting, self) else { return }
    meeting.row = min(meeting.row + 1, list.rows.count - 1)
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
  }

  private mutating func openText(at point: MeetingPoint, in meeting: inout MeetingScreen) {
    meeting.entry = .text(point: point.id, TextArea(meeting.notes.answer(to: point.id)?.text ?? ""))
  }
}

// MARK: - Typing

extension AppState {
  private mutating func takeInEntry(_ key: Key, _ meeting: inout MeetingScreen) -> [Effect] {
    switch meeting.entry {
    case .text(let point, var area):
      if key == .enter || key == .escape {
        meeting.entry = nil
        if key == .enter { goOn(&meeting) }
      } else if area.take(key, width: MeetingScreen.textWidth(size)) {
        meeting.entry = .text(point: point, area)
        note(area.text, at: point, &meeting)
      }
    case .action(let point, let action): takeInAction(key, point, action, &meeting)
    case .point(let line): takeInLine(key, line, &meeting)
    case .person(let line): takeInLine(key, line, &meeting)
    case nil: break
    }
    return keep(meeting)
  }

  private mutating func note(_ text: String, at id: String, _ meeting: inout MeetingScreen) {
    guard let point = MeetingList(meeting, self)?.points.first(where: { $0.id == id }) else { return }
    change(point, in: &meeting, isTyping: true) { answer in
      answer.text = text.isEmpty ? nil : text
      // What was written down came up.
      if !text.isEmpty, answer.outcome == nil, answer.score == nil { answer.outcome = Choice(.discussed) }
    }
  }

  private mutating func takeInAction(
    _ key: Key, _ id: String, _ action: ActionEntry, _ meeting: inout MeetingScreen
  ) {
    var action = action
    let place = action.part.rawValue
    switch key {
    case .escape: meeting.entry = nil
    case .enter where action.part == .before:
      meeting.entry = nil
      goOn(&meeting)
    case .enter, .tab, .down:
      action.part = ActionEntry.Part(rawValue: place + 1) ?? action.part
      meeting.entry = .action(point: id, action)
    case .backTab, .up:
      action.part = ActionEntry.Part(rawValue: place - 1) ?? action.part
      meeting.entry = .action(point: id, action)
    default:
      guard action.line.take(key) else { return }
      meeting.entry = .action(point: id, action)
      note(action, at: id, &meeting)
    }
  }

  private mutating func note(_ action: ActionEntry, at id: String, _ meeting: inout MeetingScreen) {
    guard let point = MeetingList(meeting, self)?.points.first(where: { $0.id == id }) else { return }
    let owner = colleague(action[.who])
    let read = DateEntry.read(action[.before], today: environment.today)
    change(point, in: &meeting, isTyping: true) { answer in
      func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
      answer.what = filled(action[.what])
      answer.who = filled(action[.who])
      answer.owner = owner.map { Reference($0) }
      answer.typedBefore = filled(action[.before])
      answer.before = if case .success(let day) = read { day } else { nil }
    }
  }

  /// The one colleague whose name a typed word begins; `ik` is whoever types.
  private func colleague(_ typed: String) -> RecordID? {
    guard let session else { return nil }
    let text = typed.trimmed.folded
    if text == "ik" { return session.user.id }
    guard text.count >= 2 else { return nil }
    let found = session.caseload.school.record.staff.filter { person in
      let name = (person.staffName ?? "").folded
      return name.hasPrefix(text) || name.split(separator: " ").contains { $0.hasPrefix(text) }
    }
    return found.count == 1 ? found[0].id : nil
  }

  /// The title of a point of one's own, or the name of someone who is there; Enter takes it in.
  private mutating func takeInLine(_ key: Key, _ line: InputLine, _ meeting: inout MeetingScreen) {
    var line = line
    let isPerson = if case .person? = meeting.entry { true } else { false }
    switch key {
    // Leaving a line takes it in too: nothing that was typed is lost.
    case .enter, .escape:
      meeting.entry = nil
      let text = line.text.trimmed
      guard !text.isEmpty else { return }
      if isPerson { addPerson(text, &meeting) } else { addPoint(text, &meeting) }
    default:
      guard line.take(key) else { return }
      meeting.entry = isPerson ? .person(line) : .point(line)
    }
  }

  private mutating func addPerson(_ name: String, _ meeting: inout MeetingScreen) {
    var person = MeetingPerson(role: .other, label: name)
    person.typedName = name
    toggle(person, in: &meeting)
  }

  private mutating func addPoint(_ title: String, _ meeting: inout MeetingScreen) {
    var answer = MeetingAnswer()
    let id = environment.ids.next()
    answer.id = environment.ids.next()
    answer.point = id.description
    answer.words = title
    meeting.change { $0.put(answer, in: \.answers) }
    let rows = MeetingList(meeting, self)?.rows ?? []
    meeting.row = rows.firstIndex { if case .point(let point) = $0 { point.id == id.description } else { false } } ?? 0
  }

  /// Pasted text goes into what is being typed, in one piece.
  mutating func pasteInMeeting(_ text: String, _ screen: MeetingScreen) -> [Effect] {
    var meeting = screen
    let clean = text.sanitized(.multiline).nfc
    switch meeting.entry {
    case .text(let point, var area):
      area.insert(clean)
      meeting.entry = .text(point: point, area)
      note(area.text, at: point, &meeting)
    case .action(let point, var action):
      action.line.insert(clean)
      meeting.entry = .action(point: point, action)
      note(action, at: point, &meeting)
    case .point(var line):
      line.insert(clean)
      meeting.entry = .point(line)
    case .person(var line):
      line.insert(clean)
      meeting.entry = .person(line)
    case nil: break
    }
    return keep(meeting)
  }
}
