import Casework

/// A group on a day: everyone is there until a key says otherwise.
///
/// Marks are kept in the draft of the group and its day with every key and saved together: by "klaar", by going to
/// another day, or by leaving. What stands here is a copy of that draft, so that no save that failed takes a mark away.
public struct GroupScreen: Equatable, Sendable {
  /// Nothing for the user's own group, or the first one.
  var group: RecordID?
  /// Nothing for the day that the screens show.
  var day: CivilDate?
  var cursor = ListCursor()
  var marks: [RecordID: SetMark] = [:]
  /// The draft that the marks are a copy of.
  var marksKey: DraftKey?
  /// The marks before each key, last one last.
  var past: [[RecordID: SetMark]] = []
  /// Who was just marked late, so that digits set the minutes.
  var late: LateEntry?
  /// Whether the cursor came where it is without being sent there, so that a capital may mean this very name.
  var isPassing = true

  public init() {}
}

/// The minutes being typed for whoever was marked late.
struct LateEntry: Equatable, Sendable {
  let pupil: RecordID
  var digits = ""
}

/// The group that a screen shows, worked out.
struct GroupOnDay {
  struct Pupil: Equatable {
    let id: RecordID
    let name: String
    /// The tab Verzuim; nothing where it cannot be read.
    let absence: Record<AbsenceFields>?
  }

  let group: SchoolGroup
  let day: CivilDate
  let pupils: [Pupil]
  let isRegistered: Bool
  let yearGroup: Int?

  var id: RecordID? { group.id }
}

extension GroupScreen {
  func shownDay(_ state: AppState) -> CivilDate { day ?? state.shownDay }

  func shown(_ state: AppState) -> GroupOnDay? {
    guard let session = state.session else { return nil }
    let day = shownDay(state)
    let groups = session.groups(on: day)
    guard let group = groups.first(where: { $0.id == self.group }) ?? groups.first else { return nil }
    let members = group.id.flatMap { state.derived.members.byGroup[$0] } ?? []
    let pupils = members.map { member in
      GroupOnDay.Pupil(
        id: member.id, name: member.name, absence: session.caseload.dossiers[member.id]?.absence.record)
    }
    let yearGroups = Set(members.compactMap(\.yearGroup))
    return GroupOnDay(
      group: group, day: day, pupils: pupils,
      isRegistered: group.id.map { session.caseload.school.registrations[$0]?.contains(day) ?? false } ?? false,
      yearGroup: yearGroups.count == 1 ? yearGroups.first : nil)
  }

  func chosen(_ state: AppState) -> GroupOnDay.Pupil? {
    guard let shown = shown(state) else { return nil }
    return cursor.row(in: shown.pupils.count).map { shown.pupils[$0] }
  }

  /// Marks the pupil under the cursor and moves on.
  mutating func mark(_ mark: GroupMark, _ state: AppState) {
    guard let shown = shown(state), let row = cursor.row(in: shown.pupils.count) else { return }
    let pupil = shown.pupils[row]
    set(mark, for: pupil, on: shown.day)
    if mark == .present, pupil.absence?.absence(on: shown.day) == nil { marks[pupil.id] = nil }
    if case .late = mark { late = LateEntry(pupil: pupil.id) } else { late = nil }
    cursor.row = min(row + 1, max(0, shown.pupils.count - 1))
    isPassing = true
  }

  /// Lets what is marked for the pupil under the cursor, or the one just marked, hold to the end of the week.
  mutating func markWeek(_ state: AppState) -> Bool {
    guard let shown = shown(state), let session = state.session, let pupil = justMarked(shown),
      let kind = status(of: pupil, on: shown.day)?.kind, kind != .late
    else { return false }
    let friday = shown.day.monday.adding(days: 4)
    let days = session.calendar.teachingDays(from: shown.day, through: friday)
    set(.absent(kind, until: days.last ?? max(friday, shown.day)), for: pupil, on: shown.day)
    return true
  }

  /// Lets what is marked for a pupil hold to and with a day.
  mutating func mark(_ pupil: RecordID, through last: CivilDate, _ state: AppState) -> Bool {
    guard let shown = shown(state), let pupil = shown.pupils.first(where: { $0.id == pupil }),
      let kind = status(of: pupil, on: shown.day)?.kind, kind != .late
    else { return false }
    set(.absent(kind, until: last == shown.day ? nil : last), for: pupil, on: shown.day)
    return true
  }

  /// Lets what is marked for the pupil under the cursor, or the one just marked, hold for the morning, then for the
  /// afternoon, then for the whole day again.
  mutating func markHalfDay(_ state: AppState) -> Bool {
    guard let shown = shown(state), let pupil = justMarked(shown), let status = status(of: pupil, on: shown.day),
      let kind = status.kind, kind != .late
    else { return false }
    let next: GroupMark =
      switch status.part {
      case nil: .halfDay(kind, .morning)
      case .morning: .halfDay(kind, .afternoon)
      case .afternoon: .absent(kind, until: nil)
      }
    set(next, for: pupil, on: shown.day)
    return true
  }

  /// The pupil above the cursor where that one was just marked and the one under it was not, else the one under it.
  func justMarked(_ shown: GroupOnDay) -> GroupOnDay.Pupil? {
    guard let row = cursor.row(in: shown.pupils.count) else { return nil }
    let isAbove = isPassing && row > 0 && marks[shown.pupils[row].id] == nil && marks[shown.pupils[row - 1].id] != nil
    return shown.pupils[isAbove ? row - 1 : row]
  }

  /// Sets a mark over what is on record now; one that was set before keeps what stood there then.
  private mutating func set(_ mark: GroupMark, for pupil: GroupOnDay.Pupil, on day: CivilDate) {
    past.append(marks)
    let former = marks[pupil.id]
    marks[pupil.id] = SetMark(mark, on: day, over: pupil.absence)
    if let former { marks[pupil.id]?.goOn(from: former, on: day) }
  }

  /// What a key did to the minutes of whoever was just marked late.
  enum MinutesKey { case taken, tooMany, none }

  /// Takes a digit into the minutes, or Backspace out of them; never more than the day has.
  mutating func takeMinutes(_ key: Key, most: Int) -> MinutesKey {
    guard var entry = late else { return .none }
    switch key {
    case .character(let digit):
      guard digit.isASCII, let value = digit.wholeNumberValue else { return .none }
      guard let minutes = Int(entry.digits + String(value)), minutes <= most else { return .tooMany }
      entry.digits += String(value)
    case .backspace: entry.digits = String(entry.digits.dropLast())
    default: return .none
    }
    late = entry
    marks[entry.pupil]?.mark = .late(minutes: Int(entry.digits) ?? Self.usualLateness)
    return .taken
  }

  /// The minutes of whoever was just marked late come first.
  var hints: [(key: String, text: String)] {
    late == nil ? [] : [("0-9", Texts.Group.hintMinutes), ("↵", Texts.Group.hintMinutesDone)]
  }

  /// Minutes late where no number is typed.
  static let usualLateness = 15

  /// Whether the key was a capital that went to the next name with it.
  mutating func jump(_ key: Key, _ state: AppState) -> Bool {
    guard case .character(let letter) = key, letter.isUppercase, let shown = shown(state) else { return false }
    let count = shown.pupils.count
    let start = (cursor.row(in: count) ?? 0) + (isPassing ? 0 : 1)
    isPassing = false
    let order = (0..<count).map { (start + $0) % count }
    let first = String(letter).folded
    guard let row = order.first(where: { shown.pupils[$0].name.folded.hasPrefix(first) }) else { return true }
    cursor.row = row
    return true
  }

  /// What holds for a pupil on the day that shows: the mark of now, else what is on record.
  func status(of pupil: GroupOnDay.Pupil, on day: CivilDate) -> PupilStatus? {
    if let set = marks[pupil.id] { return PupilStatus(set.mark) }
    return pupil.absence?.absence(on: day).map(PupilStatus.init)
  }
}

/// What is known of a pupil on a day when not simply present.
struct PupilStatus: Equatable {
  let kind: AbsenceKind?
  /// The half of the day, where it is one.
  var part: DayPart?
  let text: String

  init?(_ mark: GroupMark) {
    switch mark {
    case .present: return nil
    case .absent(let kind, let until):
      self.kind = kind
      text = until.map { Texts.Group.until(kind.label, $0) } ?? kind.label
    case .halfDay(let kind, let part):
      self.kind = kind
      self.part = part
      text = Texts.Group.part(kind.label, part.label)
    case .late(let minutes):
      kind = .late
      text = Texts.Group.late(minutes)
    }
  }

  init(_ record: Record<AbsenceRecordFields>) {
    kind = record.kind?.known
    part = record.part?.known
    let label = record.kind?.label ?? AbsenceKind.unknown.label
    if kind == .late, let duration = record.duration {
      text = Texts.Group.late(duration.count)
    } else if let part = record.part {
      text = Texts.Group.part(label, part.label)
    } else {
      text = label
    }
  }
}
