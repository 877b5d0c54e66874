import Casework

/// What one key says about a pupil on a day.
enum GroupMark: Equatable, Sendable {
  case present
  case absent(AbsenceKind, until: CivilDate?)
  case halfDay(AbsenceKind, DayPart)
  case late(minutes: Int)

  /// The letter in the pattern of the week.
  static func letter(_ kind: AbsenceKind) -> String {
    switch kind {
    case .ill: "z"
    case .medicalVisit: "a"
    case .leave, .tradeHoliday, .religiousDuty: "v"
    case .unauthorised, .holidayWithoutLeave, .waitingForPlace: "o"
    case .late: "t"
    case .suspension: "s"
    case .closure, .fiveYearOld: "-"
    case .unknown: "?"
    }
  }
}

extension GroupMark {
  /// Kept in a draft.
  var tree: Tree {
    var members = Members()
    switch self {
    case .present: members["soort"] = .string("aanwezig")
    case .absent(let kind, let until):
      members["soort"] = .string(kind.rawValue)
      members["tot"] = until?.tree
    case .halfDay(let kind, let part):
      members["soort"] = .string(kind.rawValue)
      members["dagdeel"] = .string(part.rawValue)
    case .late(let minutes):
      members["soort"] = .string(AbsenceKind.late.rawValue)
      members["duur"] = minutes.tree
    }
    return .object(members)
  }

  init?(tree: Tree) {
    guard let word = tree["soort"]?.text else { return nil }
    if word == "aanwezig" {
      self = .present
    } else if let kind = AbsenceKind(rawValue: word) {
      if kind == .late {
        self = .late(minutes: tree["duur"]?.integer ?? 0)
      } else if let part = tree["dagdeel"]?.text.flatMap(DayPart.init(rawValue:)) {
        self = .halfDay(kind, part)
      } else {
        self = .absent(kind, until: tree["tot"].flatMap(CivilDate.init(tree:)))
      }
    } else {
      return nil
    }
  }
}

extension Record where Fields == AbsenceFields {
  /// The absence on a day, the last one recorded where there are several.
  func absence(on day: CivilDate) -> Record<AbsenceRecordFields>? {
    self.absences.last { $0.covers(day) }
  }

  /// The absences that have a day in this span.
  func absences(from day: CivilDate, through last: CivilDate) -> [Record<AbsenceRecordFields>] {
    self.absences.filter { absence in
      guard let from = absence.from, from <= last else { return false }
      return absence.lastDay.map { $0 >= day } ?? true
    }
  }

  /// This section with these absences in the days of a span, whatever else stood there.
  func with(
    _ records: [Record<AbsenceRecordFields>], from day: CivilDate, through last: CivilDate, stamp: RecordStamp,
    ids: inout IDSource
  ) -> Self {
    var section = self
    for absence in absences(from: day, through: last) where !records.contains(where: { $0.id == absence.id }) {
      section.clear(absence, from: day, through: last, stamp: stamp, ids: &ids)
    }
    for record in records { section.put(record, in: \.absences) }
    return section
  }

  /// This section with a mark set for a day: what stood there for that day makes way, before and after it stays.
  func marked(
    _ mark: GroupMark, on day: CivilDate, previousSchoolDay: CivilDate?, stamp: RecordStamp, ids: inout IDSource
  ) -> Self {
    var section = self
    let until = mark.lastDay ?? day
    if let present = absence(on: day), let same = present.confirmed(mark, on: day),
      absences(from: day, through: day).count == 1
    {
      for absence in self.absences where absence.id != same.id {
        section.clear(absence, from: day, through: until, stamp: stamp, ids: &ids)
      }
      section.put(same, in: \.absences)
      return section
    }
    for absence in self.absences { section.clear(absence, from: day, through: until, stamp: stamp, ids: &ids) }
    guard let kind = mark.kind else { return section }
    if mark.isWholeDays,
      let previous = section.absences.last(where: { $0.isWholeDays(of: kind, endingOn: previousSchoolDay) })
    {
      // Ill again the next school day is the same illness, and one report of it.
      var longer = previous
      longer.until = until
      section.put(longer, in: \.absences)
      return section
    }
    var record = Record<AbsenceRecordFields>()
    record.members.stamp(stamp, id: ids.next())
    record.kind = Choice(kind)
    record.from = day
    record.until = until == day ? nil : until
    if case .late(let minutes) = mark { record.duration = Minutes(minutes) }
    if case .halfDay(_, let part) = mark { record.part = Choice(part) }
    section.put(record, in: \.absences)
    return section
  }

  /// Takes days out of one absence: shortened, cut in two, or withdrawn where nothing is left of it.
  private mutating func clear(
    _ absence: Record<AbsenceRecordFields>, from: CivilDate, through until: CivilDate, stamp: RecordStamp,
    ids: inout IDSource
  ) {
    guard let first = absence.from, first <= until, absence.lastDay.map({ $0 >= from }) ?? true else { return }
    var before = absence
    let goesOn = absence.lastDay.map { $0 > until } ?? true
    if first < from {
      before.until = from.adding(days: -1) == first ? nil : from.adding(days: -1)
      before.isOpen = nil
      put(before, in: \.absences)
    } else if !goesOn || absence.lastDay == nil {
      before.withdrawal = .init(reason: Texts.Group.withdrawnReason, stamp: stamp)
      put(before, in: \.absences)
      return
    }
    // An open end means until the pupil is back, and this day tells that.
    guard goesOn, let last = absence.lastDay else { return }
    var after = absence
    if first < from { after.members.stamp(stamp, id: ids.next()) }
    after.from = until.adding(days: 1)
    after.until = last == until.adding(days: 1) ? nil : last
    put(after, in: \.absences)
  }
}

extension GroupMark {
  fileprivate var kind: AbsenceKind? {
    switch self {
    case .present: nil
    case .absent(let kind, _), .halfDay(let kind, _): kind
    case .late: .late
    }
  }

  /// The last day that it says something of; nothing for the one day.
  var lastDay: CivilDate? {
    if case .absent(_, let until) = self { until } else { nil }
  }

  fileprivate var isWholeDays: Bool {
    if case .absent = self { true } else { false }
  }
}

extension Record where Fields == AbsenceRecordFields {
  /// The last day; nothing where it goes on until further notice.
  var lastDay: CivilDate? { self.isOpen == true && self.until == nil ? nil : self.until ?? self.from }

  func covers(_ day: CivilDate) -> Bool {
    guard let from = self.from, from <= day else { return false }
    return lastDay.map { $0 >= day } ?? true
  }

  /// The same absence where a mark says no more than that it goes on: confirmed, or longer.
  ///
  /// Nothing where it says something else.
  func confirmed(_ mark: GroupMark, on day: CivilDate) -> Self? {
    if case .halfDay(let kind, let part) = mark {
      let isSame = self.kind.is(kind) && self.part.is(part) && self.fromTime == nil && self.untilTime == nil
      return isSame && self.duration == nil ? self : nil
    }
    guard case .absent(let kind, let until) = mark, self.kind.is(kind), isWholeDay else { return nil }
    var same = self
    guard let last = lastDay else {
      same.lastConfirmed = max(day, self.lastConfirmed ?? day)
      return same
    }
    if let until, until > last { same.until = until }
    return same
  }

  private var isWholeDay: Bool {
    self.part == nil && self.fromTime == nil && self.untilTime == nil && self.duration == nil
  }

  fileprivate func isWholeDays(of kind: AbsenceKind, endingOn day: CivilDate?) -> Bool {
    guard let day, let last = lastDay, last == day, self.kind.is(kind) else { return false }
    return isWholeDay
  }
}

extension Record where Fields == WithdrawalFields {
  init(reason: String, stamp: RecordStamp) {
    self.init()
    self.reason = reason
    self.by = stamp.by
    self.at = stamp.at
  }
}
