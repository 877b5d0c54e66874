import Casework

/// A group on a day: everyone is there until a key says otherwise.
///
/// Marks are kept in a draft with every key and saved together: by "klaar", by going to another day, or by leaving.
public struct GroupScreen: Equatable, Sendable {
  /// Nothing for the user's own group, or the first one.
  var group: RecordID?
  /// Nothing for the day that the screens show.
  var day: CivilDate?
  var cursor = ListCursor()
  var marks: [RecordID: GroupMark] = [:]
  /// The marks before each key, last one last.
  var past: [[RecordID: GroupMark]] = []
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
    past.append(marks)
    marks[pupil.id] = mark
    if mark == .present, pupil.absence?.absence(on: shown.day) == nil { marks[pupil.id] = nil }
    if case .late = mark { late = LateEntry(pupil: pupil.id) } else { late = nil }
    cursor.row = min(row + 1, max(0, shown.pupils.count - 1))
    isPassing = true
  }

  /// Lets what is marked for the pupil under the cursor, or the one just marked, hold to the end of the week.
  mutating func markWeek(_ state: AppState) -> Bool {
    guard let shown = shown(state), let session = state.session, let row = cursor.row(in: shown.pupils.count) else {
      return false
    }
    let isJustMarked = row > 0 && marks[shown.pupils[row].id] == nil && marks[shown.pupils[row - 1].id] != nil
    let pupil = shown.pupils[isJustMarked ? row - 1 : row]
    guard let kind = status(of: pupil, on: shown.day)?.kind, kind != .late else { return false }
    let friday = shown.day.monday.adding(days: 4)
    let days = session.calendar.teachingDays(from: shown.day, through: friday)
    past.append(marks)
    marks[pupil.id] = .absent(kind, until: days.last ?? max(friday, shown.day))
    return true
  }

  /// Whether the key was a digit that set the minutes of whoever is late.
  mutating func takeMinutes(_ key: Key) -> Bool {
    guard var entry = late, case .character(let digit) = key, let value = digit.wholeNumberValue, digit.isASCII,
      entry.digits.count < 3
    else { return false }
    entry.digits += String(value)
    late = entry
    marks[entry.pupil] = .late(minutes: Int(entry.digits) ?? 0)
    return true
  }

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
    if let mark = marks[pupil.id] { return PupilStatus(mark) }
    return pupil.absence?.absence(on: day).map(PupilStatus.init)
  }
}

/// What is known of a pupil on a day when not simply present.
struct PupilStatus: Equatable {
  let kind: AbsenceKind?
  let text: String

  init?(_ mark: GroupMark) {
    switch mark {
    case .present: return nil
    case .absent(let kind, let until):
      self.kind = kind
      text = until.map { Texts.Group.until(kind.label, $0) } ?? kind.label
    case .late(let minutes):
      kind = .late
      text = Texts.Group.late(minutes)
    }
  }

  init(_ record: Record<AbsenceRecordFields>) {
    kind = record.kind?.known
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
