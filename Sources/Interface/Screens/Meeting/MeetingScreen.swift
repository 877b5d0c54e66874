import Casework

/// A talk while it is held: its agenda, who is there, and what came of each point.
///
/// Nothing is in the dossier before the end: until then it is a draft.
public struct MeetingScreen: Equatable, Sendable {
  let pupil: RecordID
  var notes: MeetingNotes
  /// The notes before anything was noted, so that an untouched meeting leaves no draft.
  let begun: MeetingNotes
  /// The dossier as it was on the day of the last talk; nothing where there was none.
  var past: PastReading?
  let since: CivilDate?
  /// Which of ``MeetingList/rows`` is chosen.
  var row = 0
  /// What is being typed.
  var entry: MeetingEntry?
  /// How far what will be kept is scrolled, while it is looked over.
  var review: Scroll?
  /// The notes before each change, last one last.
  var steps: [MeetingNotes] = []
  /// Whether what is being typed is a step already: a run of typing is one.
  private var hasTypingStep = false

  init(pupil: RecordID, notes: MeetingNotes, begun: MeetingNotes, past: PastReading?, since: CivilDate?) {
    self.pupil = pupil
    self.notes = notes
    self.begun = begun
    self.past = past
    self.since = since
  }

  var isChanged: Bool { notes != begun }
  var isReviewing: Bool { review != nil }

  /// Changes the notes as one step that can be taken back; typing goes on with the step that it began.
  mutating func change(isTyping: Bool = false, _ body: (inout MeetingNotes) -> Void) {
    let before = notes
    body(&notes)
    guard notes != before else { return }
    defer { hasTypingStep = isTyping }
    guard !isTyping || !hasTypingStep else { return }
    steps.append(before)
    if steps.count > 200 { steps.removeFirst() }
  }
}

extension MeetingScreen {
  /// Hints for keys that are no commands.
  func hints(_ state: AppState) -> [(key: String, text: String)] {
    if isReviewing { return [] }
    switch entry {
    case .action: return [("↵", Texts.Meeting.hintNext)]
    case .text, .point, .person: return [("↵", Texts.Meeting.hintReady)]
    case nil: break
    }
    guard let list = MeetingList(self, state) else { return [] }
    switch list.chosen(row) {
    case .kind, .medium: return [("←→", Texts.Form.hintChoose)]
    case .person: return [("spatie", Texts.Meeting.hintToggle)]
    case .someoneElse: return [("↵", Texts.Meeting.hintText)]
    case .point(let point):
      return (point.takesScore ? [("1-5", Texts.Meeting.hintScore)] : []) + [("↵", Texts.Meeting.hintText)]
    }
  }
}

/// What is being typed in a meeting.
enum MeetingEntry: Equatable, Sendable {
  /// A line of text at a point.
  case text(point: String, TextArea)
  case action(point: String, ActionEntry)
  /// The title of a point of one's own.
  case point(InputLine)
  /// Someone who is there and not in the list.
  case person(InputLine)
}

/// An action while it is typed: what, who, by when.
struct ActionEntry: Equatable, Sendable {
  enum Part: Int, CaseIterable, Sendable {
    case what, who, before
  }

  var part = Part.what
  var lines: [InputLine]

  init(_ answer: MeetingAnswer) {
    let before = answer.typedBefore ?? answer.before.map(DateEntry.write)
    lines = [answer.what, answer.who, before].map { InputLine($0 ?? "") }
  }

  var line: InputLine {
    get { lines[part.rawValue] }
    set { lines[part.rawValue] = newValue }
  }

  subscript(part: Part) -> String { lines[part.rawValue].text }
}

extension MeetingNotes {
  /// What a talk is before anything is noted: with parents, at school, and whoever notes it is there.
  static func begun(on day: CivilDate, by user: User, stamp: RecordStamp, id: RecordID) -> MeetingNotes {
    var notes = MeetingNotes()
    notes.on = day
    notes.kind = Choice(.parents)
    notes.medium = Choice(.inPerson)
    notes.put(MeetingPerson(user).participant(stamp, id: id), in: \.participants)
    return notes
  }

  /// Puts an answer in the place of what was noted at its point; one that says nothing is let go.
  mutating func set(_ answer: MeetingAnswer, isOwn: Bool) {
    if answer.isEmpty, !isOwn {
      drop(answer.id, from: MeetingFields.declared.answers.key)
    } else {
      put(answer, in: \.answers)
    }
  }

  mutating func drop(_ id: RecordID?, from list: String) {
    let kept = (members[list]?.elements ?? []).filter { $0.members?.id != id }
    members[list] = kept.isEmpty ? nil : .array(kept)
  }
}
