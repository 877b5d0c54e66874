/// Counts the minutes of one day after another; it remembers how much of a five-year-old's exempt hours a week has used.
struct DayCounter {
  private let compulsoryFrom: CivilDate?
  private let sixthBirthday: CivilDate?
  private let presences: [DistancePresence]
  private let extraExemptions: [ClosedRange<CivilDate>]
  private var exemptWeek: CivilDate?
  private var exemptUsed = 0

  /// Lpw 11a: five hours a week on the parents' notice, and five more with the head's leave.
  static let exemptMinutes = 300

  init(pupil: Record<PupilFields>, absence: Record<AbsenceFields>, compulsoryFrom: CivilDate?) {
    self.compulsoryFrom = compulsoryFrom
    sixthBirthday = pupil.birthDate?.adding(years: 6)
    presences = absence.distanceLearning.compactMap(DistancePresence.init)
    extraExemptions = absence.leave.compactMap { leave in
      guard leave.basis.is(.fiveYearOld), LeaveFields.isGranted(leave), let from = leave.from else { return nil }
      let until = leave.until ?? from
      return from <= until ? from...until : nil
    }
  }

  /// The day with everything that was missed; nothing where the pupil was there all the same.
  mutating func count(_ claims: [AbsenceClaim], on date: CivilDate, _ hours: SchoolDayHours) -> AbsentDay? {
    guard hours.areKnown else { return dayWithoutHours(claims, on: date) }
    if claims.count == 1, presences.isEmpty, claims[0].extent == .wholeDay, claims[0].kind != .fiveYearOld {
      return wholeDay(claims[0], on: date, hours)
    }
    var present = MinuteSpans()
    for presence in presences {
      var more = presence.spans(on: date, hours)
      more.subtract(present)
      present.add(apart: more)
    }
    var taken = present
    var spans = DaySpans()
    var causes: [AbsenceCause] = []
    var isAssumed = false
    for claim in claims {
      var fresh = claim.spans(on: date, hours)
      fresh.subtract(taken)
      guard !fresh.isEmpty else { continue }
      taken.add(apart: fresh)
      isAssumed = isAssumed || claim.isAssumed(on: date)
      for (standing, part) in divided(fresh, of: claim, on: date) {
        spans.add(part, as: standing)
        causes.append(AbsenceCause(claim, standing: standing, minutes: part.count))
      }
    }
    guard !causes.isEmpty else { return nil }
    let missed = causes.reduce(0) { $0 + $1.minutes }
    return AbsentDay(
      date: date, scheduled: hours.minutes, authorised: spans.authorised.count,
      unauthorised: spans.unauthorised.count, unknown: spans.unknown.count, halfDays: spans.halfDays(of: hours),
      causes: causes, isWhole: missed == hours.minutes, wholeStanding: spans.prevailing(), isAssumed: isAssumed,
      isCompulsory: isCompulsory(date))
  }

  /// By far the most days: one record that takes all of it.
  private func wholeDay(_ claim: AbsenceClaim, on date: CivilDate, _ hours: SchoolDayHours) -> AbsentDay {
    let minutes = hours.minutes
    let midday = hours.midday
    let halves = hours.periods.contains { $0.from.minutes < midday } ? 1 : 0
    let both = halves + (hours.periods.contains { $0.until.minutes > midday } ? 1 : 0)
    let standing = claim.standing
    return AbsentDay(
      date: date, scheduled: minutes, authorised: standing == .authorised ? minutes : 0,
      unauthorised: standing == .unauthorised ? minutes : 0, unknown: standing == .unknown ? minutes : 0,
      halfDays: HalfDays(
        authorised: standing == .authorised ? both : 0, unauthorised: standing == .unauthorised ? both : 0,
        unknown: standing == .unknown ? both : 0),
      causes: [AbsenceCause(claim, standing: standing, minutes: minutes)], isWhole: true, wholeStanding: standing,
      isAssumed: claim.isAssumed(on: date), isCompulsory: isCompulsory(date))
  }

  /// A school day whose hours are on no timetable: it can be missed whole, and counts no minutes.
  private func dayWithoutHours(_ claims: [AbsenceClaim], on date: CivilDate) -> AbsentDay? {
    let isPresent = presences.contains { $0.takesWholeDay(date) }
    guard let claim = claims.first, !isPresent else { return nil }
    let whole = claims.first { $0.extent == .wholeDay }
    return AbsentDay(
      date: date, scheduled: 0, authorised: 0, unauthorised: 0, unknown: 0, halfDays: HalfDays(),
      causes: claims.map { AbsenceCause($0, standing: $0.standing, minutes: 0) }, isWhole: whole != nil,
      wholeStanding: (whole ?? claim).standing,
      isAssumed: claims.contains { $0.isAssumed(on: date) },
      isCompulsory: isCompulsory(date))
  }

  /// A five-year-old's exempt hours excuse up to the hours of that week; what is over has no valid reason.
  private mutating func divided(
    _ fresh: MinuteSpans, of claim: AbsenceClaim, on date: CivilDate
  ) -> [(AbsenceStanding, MinuteSpans)] {
    guard claim.kind == .fiveYearOld, claim.standing == .authorised else { return [(claim.standing, fresh)] }
    if exemptWeek != date.monday {
      exemptWeek = date.monday
      exemptUsed = 0
    }
    let exempt = fresh.first(max(0, exemptLimit(on: date) - exemptUsed), from: 0)
    exemptUsed += exempt.count
    var over = fresh
    over.subtract(exempt)
    return [(.authorised, exempt), (.unauthorised, over)].filter { !$0.1.isEmpty }
  }

  private func exemptLimit(on date: CivilDate) -> Int {
    if let sixthBirthday, date >= sixthBirthday { return 0 }
    return extraExemptions.contains { $0.contains(date) } ? 2 * Self.exemptMinutes : Self.exemptMinutes
  }

  private func isCompulsory(_ date: CivilDate) -> Bool {
    compulsoryFrom.map { date >= $0 } ?? true
  }
}

extension AbsenceCause {
  init(_ claim: AbsenceClaim, standing: AbsenceStanding, minutes: Int) {
    self.init(record: claim.record, source: claim.source, kind: claim.kind, standing: standing, minutes: minutes)
  }
}
