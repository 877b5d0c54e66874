/// What one record says about days on which the pupil was not at school, made ready for counting.
struct AbsenceClaim: Sendable {
  let record: RecordID?
  let source: AbsenceSource
  let kind: AbsenceKind?
  private(set) var standing: AbsenceStanding
  private(set) var first: CivilDate
  private(set) var last: CivilDate
  /// The last day that somebody vouched for; nothing where the record itself ends.
  let confirmedThrough: CivilDate?
  let extent: Extent

  /// Which part of each of its days it takes.
  enum Extent: Equatable, Sendable {
    case wholeDay
    case part(DayPart)
    /// Minutes since midnight.
    case times(Range<Int>)
    /// So many minutes of school from a time on.
    case duration(Int, from: Int)
    /// Stretches by weekday, Monday first.
    case week([[TeachingPeriod]])
  }

  /// What may take minutes before something else does: a valid reason before none, so that no minute counts twice.
  var rank: Int {
    if kind == .fiveYearOld { return 1 }
    switch standing {
    case .authorised: return 0
    case .unauthorised: return 2
    case .unknown: return 3
    }
  }

  /// Whether nobody vouched for a day: the record has no end, and what comes after the last confirmed day is a guess.
  func isAssumed(on day: CivilDate) -> Bool { confirmedThrough.map { day > $0 } ?? false }

  func spans(on day: CivilDate, _ hours: SchoolDayHours) -> MinuteSpans {
    let all = MinuteSpans(hours.periods)
    switch extent {
    case .wholeDay: return all
    case .part(.morning): return all.within(0..<hours.midday)
    case .part(.afternoon): return all.within(hours.midday..<1440)
    case .times(let range): return all.within(range)
    case .duration(let minutes, let start): return all.first(minutes, from: start)
    case .week(let week): return all.within(MinuteSpans(week[day.weekday.index]))
    }
  }
}

/// In which list of the section a record stands.
public enum AbsenceSource: Hashable, Sendable {
  case absence, leave, suspension, distanceLearning

  /// The key of the list in the file.
  public var list: String {
    switch self {
    case .absence: AbsenceFields.declared.absences.key
    case .leave: AbsenceFields.declared.leave.key
    case .suspension: AbsenceFields.declared.suspensions.key
    case .distanceLearning: AbsenceFields.declared.distanceLearning.key
    }
  }
}

extension AbsenceClaim {
  /// Everything in the section that takes minutes of school, in the order in which it takes them.
  static func all(in absence: Record<AbsenceFields>, through horizon: CivilDate) -> [AbsenceClaim] {
    var claims = absence.absences.compactMap { AbsenceClaim(absence: $0, through: horizon) }
    let refusals = absence.leave.compactMap(Refusal.init)
    if !refusals.isEmpty { claims = claims.flatMap { $0.divided(by: refusals) } }
    claims += absence.leave.compactMap(AbsenceClaim.init(leave:))
    claims += absence.suspensions.compactMap(AbsenceClaim.init(suspension:))
    claims += absence.distanceLearning.compactMap { AbsenceClaim(distanceLearning: $0, through: horizon) }
    return claims.enumerated().sorted { left, right in
      (left.element.rank, left.element.first, left.offset) < (right.element.rank, right.element.first, right.offset)
    }.map(\.element)
  }

  private init?(absence: Record<AbsenceRecordFields>, through horizon: CivilDate) {
    let facts = AbsenceFacts(absence.members)
    guard let from = facts.from else { return nil }
    let isOpen = facts.isOpen && facts.until == nil
    record = facts.id
    source = .absence
    kind = facts.kind
    standing = facts.standing
    first = from
    last = isOpen ? horizon : facts.until ?? from
    confirmedThrough = isOpen ? max(facts.lastConfirmed ?? from, from) : nil
    extent = Self.extent(of: facts)
  }

  /// A decision that there is no leave of one kind on some days.
  private struct Refusal {
    let kind: AbsenceKind
    let first: CivilDate
    let last: CivilDate

    init?(_ leave: Record<LeaveFields>) {
      guard (leave.officerDecision ?? leave.headDecision).is(.refused), let from = leave.from,
        let kind = leave.basis?.known?.kind
      else { return nil }
      self.kind = kind
      first = from
      last = leave.until ?? from
    }
  }

  /// The claim cut at the days on which such leave was refused: whoever registers it as leave, it has no valid reason then.
  ///
  /// Leave that was granted for the same days takes its minutes first all the same.
  private func divided(by refusals: [Refusal]) -> [AbsenceClaim] {
    guard standing == .authorised,
      let refusal = refusals.first(where: { $0.kind == kind && $0.first <= last && $0.last >= first })
    else { return [self] }
    var before = self
    var refused = self
    var after = self
    before.last = refusal.first.adding(days: -1)
    refused.standing = .unauthorised
    refused.first = max(first, refusal.first)
    refused.last = min(last, refusal.last)
    after.first = refusal.last.adding(days: 1)
    let others = [before, after].filter { $0.first <= $0.last }
    return [refused] + others.flatMap { $0.divided(by: refusals) }
  }

  /// Only leave that was granted excuses; a religious duty needs no more than a notice (Lpw 13), and a five-year-old's
  /// second five hours are an allowance, no absence.
  private init?(leave: Record<LeaveFields>) {
    guard let from = leave.from, let basis = leave.basis?.known else { return nil }
    switch basis {
    case .weighty:
      guard LeaveFields.isGranted(leave) else { return nil }
      kind = .leave
    case .trade:
      guard LeaveFields.isGranted(leave) else { return nil }
      kind = .tradeHoliday
    case .religion:
      guard !(leave.officerDecision ?? leave.headDecision).is(.refused) else { return nil }
      kind = .religiousDuty
    case .fiveYearOld: return nil
    }
    record = leave.id
    source = .leave
    standing = .authorised
    first = from
    last = leave.until ?? from
    confirmedThrough = nil
    extent = Self.extent(from: leave.fromTime, until: leave.untilTime)
  }

  private init?(suspension: Record<SuspensionFields>) {
    guard let from = suspension.from else { return nil }
    record = suspension.id
    source = .suspension
    kind = .suspension
    standing = .authorised
    first = from
    last = suspension.until ?? from
    confirmedThrough = nil
    extent = .wholeDay
  }

  /// Distance learning is absence of the kind that it stands in for, as long as it does not count as presence; it says
  /// nothing about hours at which there is none.
  private init?(distanceLearning: Record<DistanceLearningFields>, through horizon: CivilDate) {
    guard let from = distanceLearning.from else { return nil }
    let known = distanceLearning.kindOtherwise?.known
    record = distanceLearning.id
    source = .distanceLearning
    kind = known
    standing = known?.standing ?? .unknown
    first = from
    last = DistanceLearningFields.lastDay(of: distanceLearning) ?? horizon
    confirmedThrough = nil
    extent = DistanceLearningFields.week(of: distanceLearning).map(Extent.week) ?? .wholeDay
  }

  private static func extent(of facts: AbsenceFacts) -> Extent {
    if let duration = facts.duration, facts.untilTime == nil {
      return .duration(duration.count, from: facts.fromTime?.minutes ?? 0)
    }
    if facts.fromTime != nil || facts.untilTime != nil {
      return extent(from: facts.fromTime, until: facts.untilTime)
    }
    if let part = facts.part { return .part(part) }
    return facts.kind == .late ? .duration(0, from: 0) : .wholeDay
  }

  private static func extent(from: ClockTime?, until: ClockTime?) -> Extent {
    guard from != nil || until != nil else { return .wholeDay }
    let start = from?.minutes ?? 0
    return .times(start..<max(start, until?.minutes ?? 1440))
  }
}

extension LeaveBasis {
  /// The kind of absence that leave on this ground is registered as; an exemption is no absence by leave.
  fileprivate var kind: AbsenceKind? {
    switch self {
    case .weighty: .leave
    case .trade: .tradeHoliday
    case .religion: .religiousDuty
    case .fiveYearOld: nil
    }
  }
}

extension AbsenceRecordFields {
  /// How an absence counts: by its kind, unless lateness was excused or doubt ended in "unauthorised".
  public static func standing(of absence: Record<AbsenceRecordFields>) -> AbsenceStanding {
    AbsenceFacts(absence.members).standing
  }
}
