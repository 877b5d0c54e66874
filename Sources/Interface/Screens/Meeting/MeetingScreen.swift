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
  /// What the cursor stands on: which row that is can change with every save of a colleague.
  private(set) var chosen = MeetingList.RowID.kind
  /// The row it had when the cursor came there, to stay near it where it is gone.
  private(set) var row = 1
  /// What is being typed; opening and closing it ends a run of typing.
  var entry: MeetingEntry? {
    didSet { if oldValue?.place != entry?.place { hasTypingStep = false } }
  }
  /// The point that was opened last to type at, which may fall away meanwhile.
  private var opened: MeetingPoint?
  /// How far what will be kept is scrolled, while it is looked over.
  var review: Scroll?
  /// The notes before each change, last one last.
  private(set) var steps: [MeetingNotes] = []
  /// The notes as they were before each step that was taken back, last one last.
  private(set) var undone: [MeetingNotes] = []
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
    undone = []
    defer { hasTypingStep = isTyping }
    guard !isTyping || !hasTypingStep else { return }
    steps.append(before)
    if steps.count > 200 { steps.removeFirst() }
  }

  /// Takes the last step back.
  mutating func undo() {
    guard let last = steps.popLast() else { return }
    undone.append(notes)
    notes = last
    hasTypingStep = false
  }

  /// Does again what was taken back last.
  mutating func redo() {
    guard let next = undone.popLast() else { return }
    steps.append(notes)
    notes = next
    hasTypingStep = false
  }
}

/// Where the cursor is.
extension MeetingScreen {
  /// What the cursor stands on: where something is typed, that; nothing while that has no row yet.
  var standing: MeetingList.RowID? {
    switch entry {
    case .text(let point, _), .action(let point, _): .point(point)
    case .day: .day
    case .person: .someoneElse
    case .point: nil
    case nil: chosen
    }
  }

  /// The point that is typed at, as it was when that began.
  var typedAt: MeetingPoint? {
    switch entry {
    case .text(let point, _), .action(let point, _): opened?.id == point ? opened : nil
    case .day, .person, .point, nil: nil
    }
  }

  /// The row of the cursor, the nearest one where what it stood on is gone; nothing where it has none.
  func index(in list: MeetingList) -> Int? {
    standing.map { list.index(of: $0) ?? min(row, list.rows.count - 1) }
  }

  /// Whether what the cursor stood on is gone.
  func isLost(in list: MeetingList) -> Bool { standing.map { list.index(of: $0) == nil } ?? false }

  mutating func choose(_ index: Int, in list: MeetingList) {
    row = min(max(0, index), list.rows.count - 1)
    chosen = list.rows[row].id
  }

  mutating func begin(_ entry: MeetingEntry, at point: MeetingPoint) {
    opened = point
    self.entry = entry
  }
}

extension MeetingScreen {
  /// Hints for keys that are no commands.
  func hints(_ state: AppState) -> [(key: String, text: String)] {
    if isReviewing { return [] }
    switch entry {
    case .action: return [("↵", Texts.Meeting.hintNext)]
    case .text, .point, .person, .day: return [("↵", Texts.Meeting.hintReady)]
    case nil: break
    }
    guard let list = MeetingList(self, state), !isLost(in: list), let index = index(in: list) else { return [] }
    switch list.rows[index] {
    case .day: return [("↵", Texts.Meeting.hintDay), ("←→", Texts.Meeting.hintStep)]
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
  /// The day of the talk.
  case day(InputLine)

  /// Where it is typed.
  enum Place: Equatable {
    case text(String), action(String), point, person, day
  }

  var place: Place {
    switch self {
    case .text(let point, _): .text(point)
    case .action(let point, _): .action(point)
    case .point: .point
    case .person: .person
    case .day: .day
    }
  }
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
