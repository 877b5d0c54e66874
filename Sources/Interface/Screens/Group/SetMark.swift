import Casework

/// A mark with what was on record for those days when it was set, so that a colleague's word in between is not lost.
struct SetMark: Equatable, Sendable {
  var mark: GroupMark
  /// The absences from the day to the end of its week, or to the last day of the mark where that is later.
  var seen: [Record<AbsenceRecordFields>]
  /// The absences that it made on the disk already, beside those of a colleague of the same moment.
  var own: Set<RecordID> = []
}

extension SetMark {
  private static let seenKey = "gezien"

  /// Kept in a draft; what was made on the disk already is not, since a new start finds it there as anyone's.
  var tree: Tree {
    var members = mark.tree.members ?? Members()
    members[Self.seenKey] = seen.isEmpty ? nil : .array(seen.map(\.tree))
    return .object(members)
  }

  init?(tree: Tree) {
    guard let mark = GroupMark(tree: tree) else { return nil }
    self.mark = mark
    seen = (tree[Self.seenKey]?.elements ?? []).compactMap { Record<AbsenceRecordFields>(tree: $0) }
  }

  init(_ mark: GroupMark, on day: CivilDate, over absence: Record<AbsenceFields>?) {
    self.mark = mark
    let last = max(Self.lastSeen(day), mark.lastDay ?? day)
    seen = absence?.absences(from: day, through: last) ?? []
  }

  /// Goes on from a mark of before: of the days that it spoke of, what stood there then counts.
  mutating func goOn(from former: SetMark, on day: CivilDate) {
    let last = max(Self.lastSeen(day), former.mark.lastDay ?? day)
    seen = former.seen + seen.filter { record in record.from.map { $0 > last } ?? false }
    own = former.own
  }

  private static func lastSeen(_ day: CivilDate) -> CivilDate { day.monday.adding(days: 6) }

  /// Whether what stands there now says something else than when the mark was set, and than the mark.
  func clashes(with now: Record<AbsenceFields>, on day: CivilDate) -> Bool {
    let last = mark.lastDay ?? day
    func words(_ records: [Record<AbsenceRecordFields>]) -> [PupilStatus] { records.map(PupilStatus.init) }
    let seenNow = now.absences(from: day, through: last)
    let seenThen = Record<AbsenceFields>(seen).absences(from: day, through: last)
    guard words(seenNow) != words(seenThen) else { return false }
    if mark == .present { return !seenNow.isEmpty }
    return !(seenNow.count == 1 && seenNow[0].confirmed(mark, on: day) != nil)
  }

  /// What the days of the mark would hold for each side.
  func sides(
    over now: Record<AbsenceFields>, on day: CivilDate, mine: Record<AbsenceFields>, stamp: RecordStamp,
    ids: inout IDSource
  ) -> MergeConflict.Part {
    let last = mark.lastDay ?? day
    let then = Record<AbsenceFields>(seen).absences(from: day, through: last)
    let before = now.with(then, from: day, through: last, stamp: stamp, ids: &ids)
    let others = now.absences(from: day, through: last).filter { !($0.id.map(own.contains) ?? false) }
    let theirs = now.with(others, from: day, through: last, stamp: stamp, ids: &ids)
    let key = AbsenceFields.declared.absences.key
    return MergeConflict.Part(
      path: [key], base: before.members[key], mine: mine.members[key], theirs: theirs.members[key])
  }
}

extension Record where Fields == AbsenceFields {
  init(_ absences: [Record<AbsenceRecordFields>]) {
    self.init()
    for absence in absences { put(absence, in: \.absences) }
  }
}

/// The marks of a group on a day as a draft keeps them.
struct KeptMarks: Equatable, Sendable {
  let key: DraftKey
  var marks: [RecordID: SetMark]

  init(key: DraftKey, marks: [RecordID: SetMark]) {
    self.key = key
    self.marks = marks
  }

  /// Nothing where the draft is of something else.
  init?(_ draft: Draft) {
    guard case .registration = draft.key.place else { return nil }
    key = draft.key
    marks = [:]
    for pair in draft.after.members?.pairs ?? [] {
      if let pupil = RecordID(pair.key), let mark = SetMark(tree: pair.value) { marks[pupil] = mark }
    }
  }

  /// The draft of them; nothing where there are none.
  func draft(at moment: Moment) -> Draft? {
    guard !marks.isEmpty else { return nil }
    var members = Members()
    for (pupil, mark) in marks { members[pupil.description] = mark.tree }
    return Draft(key: key, at: moment, before: nil, after: .object(members))
  }

  var day: CivilDate? { key.list.flatMap { CivilDate(iso: $0) } }

  var group: RecordID? {
    if case .registration(let group, _) = key.place { group } else { nil }
  }
}
