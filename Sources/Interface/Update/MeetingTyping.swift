import Casework
import Text

/// What is typed in a meeting, each key of it in the notes or in the draft.
extension AppState {
  mutating func takeInEntry(_ key: Key, _ meeting: inout MeetingScreen) -> [Effect] {
    switch meeting.entry {
    case .text(let point, var area):
      if key == .enter || key == .escape {
        if key == .enter { goOn(&meeting) }
        close(&meeting)
      } else if area.take(key, width: MeetingScreen.textWidth(size)) {
        meeting.entry = .text(point: point, area)
        note(area.text, at: point, &meeting)
      }
    case .action(let point, let action): takeInAction(key, point, action, &meeting)
    case .point(let line): takeInLine(key, line, &meeting)
    case .person(let line): takeInLine(key, line, &meeting)
    case .day(let line): takeInDay(key, line, &meeting)
    case nil: break
    }
    return keep(meeting)
  }

  /// Ends what is being typed; the cursor stays near where its point fell away meanwhile.
  func close(_ meeting: inout MeetingScreen) {
    meeting.entry = nil
    stayNear(&meeting)
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
    case .escape: close(&meeting)
    case .enter where action.part == .before:
      goOn(&meeting)
      close(&meeting)
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
      close(&meeting)
      let text = line.text.trimmed
      guard !text.isEmpty else { return }
      if isPerson { addPerson(text, &meeting) } else { addPoint(text, &meeting) }
    default:
      guard line.take(key) else { return }
      meeting.entry = isPerson ? .person(line) : .point(line)
    }
  }

  private mutating func addPerson(_ name: String, _ meeting: inout MeetingScreen) {
    guard let session, let dossier = session.present.caseload.dossiers[meeting.pupil] else { return }
    let day = meeting.notes.on ?? environment.today
    let people = MeetingPerson.all(for: meeting.notes, about: dossier, session, on: day)
    var person = MeetingPerson(role: .other, label: name)
    person.typedName = name
    person = people.first { $0.label.folded == name.folded } ?? person
    guard !meeting.notes.participants.contains(where: { person.isSame($0) }) else {
      notice = Notice(.hint, Texts.Meeting.isThere(person.label))
      return
    }
    toggle(person, in: &meeting)
  }

  /// The day of the talk; Esc leaves it as it was.
  private mutating func takeInDay(_ key: Key, _ line: InputLine, _ meeting: inout MeetingScreen) {
    var line = line
    switch key {
    case .escape: close(&meeting)
    case .enter where line.text.trimmed.isEmpty: close(&meeting)
    case .enter:
      switch DateEntry.read(line.text, today: environment.today) {
      case .success(let day): if set(day, in: &meeting) { close(&meeting) }
      case .failure(let mistake): notice = Notice(.trouble, Texts.Entry.mistake(mistake))
      }
    default: if line.take(key) { meeting.entry = .day(line) }
    }
  }

  /// A day earlier or later.
  mutating func step(_ count: Int, in meeting: inout MeetingScreen) {
    _ = set((meeting.notes.on ?? environment.today).adding(days: count), in: &meeting)
  }

  /// Says why not where the day is still to come.
  private mutating func set(_ day: CivilDate, in meeting: inout MeetingScreen) -> Bool {
    guard day <= environment.today else {
      notice = Notice(.trouble, Texts.Meeting.inFuture(day))
      return false
    }
    meeting.change { $0.on = day }
    return true
  }

  private mutating func addPoint(_ title: String, _ meeting: inout MeetingScreen) {
    var answer = MeetingAnswer()
    let id = environment.ids.next()
    answer.id = environment.ids.next()
    answer.point = id.description
    answer.words = title
    meeting.change { $0.put(answer, in: \.answers) }
    stand(on: id.description, in: &meeting)
  }

  /// Puts the cursor on a point, where it is on the agenda.
  func stand(on point: String?, in meeting: inout MeetingScreen) {
    guard let point, let list = MeetingList(meeting, self), let row = list.index(of: .point(point)) else { return }
    meeting.choose(row, in: list)
  }

  /// Pasted text goes into what is being typed, in one piece.
  mutating func pasteInMeeting(_ text: String, _ screen: MeetingScreen) -> [Effect] {
    if let reason = typingReason {
      notice = Notice(.hint, reason)
      return []
    }
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
    case .day(var line):
      line.insert(clean)
      meeting.entry = .day(line)
    case nil: break
    }
    return keep(meeting)
  }
}
