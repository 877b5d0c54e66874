extension Rule {
  /// The limits of leave (Lpw 13a, 14).
  static let leaveRules: [Rule] = [
    .onAbsence("verlof.tien-dagen", LeaveRules.tenDays),
    .onAbsence("verlof.vakantie", LeaveRules.tradeHoliday),
  ]
}

private enum LeaveRules {
  /// Above ten school days in a school year the attendance officer decides, not the head.
  static func tenDays(_ it: AbsenceCase) -> [Episode] {
    guard let limit = it.scope.norms["verlof.tien-dagen.dagen"] else { return [] }
    return it.leaveYears(.weighty).compactMap { year, days in
      var halves = 0
      let excess = days.drop { day in
        halves += day.halves
        return halves <= 2 * limit
      }
      guard let over = excess.first else { return nil }
      // The breach is there once the leave that brings it is granted, before the days themselves.
      let grants = days.filter { $0.date <= over.date }.compactMap(\.grantedOn)
      let visible = min(over.date, grants.max() ?? over.date)
      let decisions = excess.map(\.officerDecidedOn)
      let cleared = decisions.contains { $0 == nil } ? nil : decisions.compactMap(\.self).max()
      if let cleared, cleared <= visible { return nil }
      let shown = days.confirmed(orThrough: over.date)
      let total = shown.reduce(0) { $0 + $1.halves }
      let proof =
        shown.map { ProofStep($0.halves == 2 ? "dag" : "halveDag", ["dag": .date($0.date)], at: $0.place) } + [
          ProofStep(
            "opgeteld", ["schooljaar": .text(year.description), "halveDagen": .count(total), "dag": .date(over.date)])
        ] + ProofStep.assumed(shown.lazy.filter(\.isAssumed).map(\.date))
      return Episode(
        id: Episode.ID(rule: "verlof.tien-dagen", subject: it.subject, mark: year.description), visibleFrom: visible,
        clearedOn: cleared, floor: .now, title: ProofStep("titel", ["dagen": .count(limit)]), proof: proof,
        act: Act(
          .absence, list: AbsenceFields.declared.leave.key, record: over.leave,
          field: LeaveFields.declared.officerDecision.key))
    }
  }

  /// A holiday because of a parent's trade: at most ten days, once a school year, not in the first two teaching weeks.
  static func tradeHoliday(_ it: AbsenceCase) -> [Episode] {
    guard let limit = it.scope.norms["verlof.vakantie.dagen"], let weeks = it.scope.norms["verlof.vakantie.lesweken"]
    else { return [] }
    return it.leaveYears(.trade).flatMap { year, days -> [Episode] in
      let holidays = it.holidays(days)
      var found = holidays.flatMap { holiday -> [Episode] in
        guard holiday.count > limit else { return [] }
        let shown = holiday.confirmed(orThrough: holiday[limit].date)
        return episodes(
          "dagen", on: holiday[limit].date, holiday, ["dagen": .count(shown.count), "grens": .count(limit)], it)
      }
      found += holidays.dropFirst().flatMap {
        episodes(
          "tweede", on: $0[0].date, $0, ["schooljaar": .text(year.description), "eerste": .date(days[0].date)], it)
      }
      let begin = it.calendar.teachingWeeks(from: year.firstDay, through: year.lastDay).prefix(weeks)
      for holiday in holidays {
        guard let early = holiday.first(where: { begin.contains($0.date.monday) }), let last = begin.last else {
          continue
        }
        let values: ProofValues = ["weken": .count(weeks), "tot": .date(last.adding(days: 6))]
        found += episodes("begin", on: early.date, holiday, values, it)
      }
      return found
    }
  }

  /// What is wrong can be put right until the day on which it happens; from then on it can only be acknowledged.
  private static func episodes(
    _ problem: String, on day: CivilDate, _ holiday: [LeaveDay], _ values: ProofValues, _ it: AbsenceCase
  ) -> [Episode] {
    let first = holiday[0]
    let shown = holiday.confirmed(orThrough: day)
    let span: ProofValues = ["van": .date(first.date), "tot": .date(shown.last?.date ?? first.date)]
    let proof =
      [ProofStep("vakantie", span, at: first.place), ProofStep(problem, values)]
      + ProofStep.assumed(shown.lazy.filter(\.isAssumed).map(\.date))
    func episode(isTaken: Bool) -> Episode {
      Episode(
        id: Episode.ID(
          rule: "verlof.vakantie", subject: it.subject, records: [first.leave].compactMap(\.self),
          mark: first.date.iso + " " + problem + (isTaken ? "" : " vooraf")),
        visibleFrom: isTaken ? day : first.grantedOn ?? day, until: isTaken ? nil : day, floor: .now,
        mustBeAcknowledged: isTaken, factOn: day, title: ProofStep("titel", ["van": .date(first.date)]), proof: proof,
        act: Act(.absence, list: AbsenceFields.declared.leave.key, record: first.leave))
    }
    let isKnownBefore = first.grantedOn.map { $0 < day } ?? false
    return (isKnownBefore ? [episode(isTaken: false)] : []) + [episode(isTaken: true)]
  }
}

/// A school day on which the pupil had leave by decision of the head.
struct LeaveDay {
  let date: CivilDate
  /// 2 for a whole day, 1 for a part of it.
  let halves: Int
  /// The decision; nothing where only the absence was registered.
  let leave: RecordID?
  let grantedOn: CivilDate?
  let officerDecidedOn: CivilDate?
  let place: Act
  /// Whether it counts only if an open-ended absence goes on.
  let isAssumed: Bool
}

extension [LeaveDay] {
  /// The days that somebody vouched for, and those up to and with `day` whoever did.
  fileprivate func confirmed(orThrough day: CivilDate) -> [LeaveDay] {
    filter { !$0.isAssumed || $0.date <= day }
  }
}

extension AbsenceCase {
  /// The days of leave under the Leerplichtwet by school year, in order: what the head granted, and what was registered as
  /// such leave without any decision on record.
  fileprivate func leaveYears(_ basis: LeaveBasis) -> [(SchoolYear, [LeaveDay])] {
    let kind: AbsenceKind = basis == .trade ? .tradeHoliday : .leave
    let decided = absence.leave.filter { $0.basis.is(basis) }
    var days: [CivilDate: LeaveDay] = [:]
    for leave in decided where leave.headDecision.is(.granted) {
      for day in leaveDays(leave) where days[day.date].map({ $0.halves < day.halves }) ?? true { days[day.date] = day }
    }
    for day in ledger.days where day.has(kind, .authorised) && days[day.date] == nil {
      guard let cause = day.causes.first(where: { $0.kind == kind && $0.source == .absence }),
        !decided.contains(where: { $0.covers(day.date) })
      else { continue }
      let halves = 2 * cause.minutes > day.scheduled || !day.hoursAreKnown ? 2 : 1
      days[day.date] = LeaveDay(
        date: day.date, halves: halves, leave: nil, grantedOn: nil, officerDecidedOn: nil, place: cause.place,
        isAssumed: day.isAssumed)
    }
    let compulsory = days.values.filter { day in ledger.compulsoryFrom.map { day.date >= $0 } ?? true }
    let years = Dictionary(grouping: compulsory.sorted { $0.date < $1.date }) { SchoolYear(of: $0.date) }
    return years.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func leaveDays(_ leave: Record<LeaveFields>) -> [LeaveDay] {
    guard let from = leave.from else { return [] }
    return calendar.teachingDays(from: from, through: leave.until ?? from).compactMap { date in
      guard let hours = ledger.hours.day(date) else { return nil }
      let start = leave.fromTime?.minutes ?? 0
      let part = MinuteSpans(hours.periods).within(start..<max(start, leave.untilTime?.minutes ?? 1440))
      // Leave outside the hours of school takes none of them.
      guard !part.isEmpty || !hours.areKnown else { return nil }
      let isWhole = 2 * part.count > hours.minutes || !hours.areKnown
      return LeaveDay(
        date: date, halves: isWhole ? 2 : 1, leave: leave.id, grantedOn: leave.headDecidedOn,
        officerDecidedOn: leave.officerDecision == nil ? nil : leave.officerDecidedOn,
        place: Act(.absence, list: AbsenceFields.declared.leave.key, record: leave.id), isAssumed: false)
    }
  }

  /// Days with no school day between them are one holiday.
  fileprivate func holidays(_ days: [LeaveDay]) -> [[LeaveDay]] {
    days.reduce(into: []) { holidays, day in
      if let last = holidays.last?.last,
        !ledger.hours.hasSchoolDay(from: last.date.adding(days: 1), through: day.date.adding(days: -1))
      {
        holidays[holidays.count - 1].append(day)
      } else {
        holidays.append([day])
      }
    }
  }
}

extension Record where Fields == LeaveFields {
  fileprivate func covers(_ day: CivilDate) -> Bool {
    guard let from = self.from else { return false }
    return day >= from && day <= self.until ?? from
  }
}
