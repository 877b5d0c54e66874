/// How long it may stay quiet, in teaching weeks, and when that is over.
struct QuietWeeks {
  private let rule: RuleID
  private let weeks: NormOverTime
  private let sentences: (started: String, last: String)
  private let scope: RuleScope

  /// `started` and `last` name the sentences for what counting starts from: the support, or the last time.
  init(_ rule: RuleID, norm: String, started: String, last: String, _ scope: RuleScope) {
    self.rule = rule
    weeks = scope.norms.number(norm)
    sentences = (started, last)
    self.scope = scope
  }

  /// An episode for each time that it was quiet for too long: from the start of a stretch of support, or from the last
  /// event, until the next.
  func episodes(of pupil: RecordID, in spans: [DateSpan], events: [QuietEvent], act: Act) -> [Episode] {
    var episodes: [Episode] = []
    for span in spans {
      let started = QuietEvent(on: span.from, kind: .support)
      let inside = events.filter { span.contains($0.on) }.sorted { $0.on < $1.on }
      let first = episode(
        of: pupil, since: started, sentences.started, next: inside.first?.on, support: span, act: act)
      if let first { episodes.append(first) }
      for (index, event) in inside.enumerated() {
        let next = index + 1 < inside.count ? inside[index + 1].on : nil
        let later = episode(of: pupil, since: event, sentences.last, next: next, support: span, act: act)
        if let later { episodes.append(later) }
      }
    }
    return episodes
  }

  private func episode(
    of pupil: RecordID, since base: QuietEvent, _ sentence: String, next: CivilDate?, support: DateSpan, act: Act
  ) -> Episode? {
    guard let weeks = weeks[on: base.on] else { return nil }
    let count = scope.calendar.quietCount(weeks, after: base.on)
    guard support.contains(count.day), next.map({ $0 > count.day }) ?? true else { return nil }
    return Episode(
      id: Episode.ID(rule: rule, subject: .pupil(pupil), mark: base.on.iso), visibleFrom: count.day,
      until: support.end, clearedOn: next, floor: count.isReached ? .now : .later, factOn: base.on,
      title: count.isReached ? ProofStep("titel", ["weken": .count(weeks)]) : ProofStep("titelOnbekend"),
      proof: [ProofStep(sentence, ["datum": .date(base.on)], at: base.place)]
        + count.proof(weeks, from: base.on, in: scope.calendar),
      act: act)
  }
}

/// Something that ends a quiet time, and where it stands.
///
/// What it is rather than its place in words: every talk makes one, and few are shown.
struct QuietEvent {
  enum Kind {
    case support, talk, note, evaluation
  }

  let on: CivilDate
  let kind: Kind
  var record: RecordID?

  var place: Act {
    switch kind {
    case .support: Act(.pupil, list: "ondersteuningsniveaus")
    case .talk: Act(.conversations, list: "gesprekken", record: record)
    case .note: Act(.plan, list: "voortgang", record: record)
    case .evaluation: Act(.plan, list: "evaluaties", record: record)
    }
  }
}

/// Where a count of teaching weeks came out.
struct QuietCount {
  /// The day on which the weeks were over; where the calendar ends before that, the first day that it does not know.
  let day: CivilDate
  let isReached: Bool

  fileprivate func proof(_ weeks: Int, from base: CivilDate, in calendar: TeachingCalendar) -> [ProofStep] {
    var steps: [ProofStep] = []
    if isReached {
      steps = calendar.weeksWithoutTeaching(from: base.monday, through: day.monday).map { week in
        ProofStep("weekOvergeslagen", ["maandag": .date(week.monday), "reden": .text(week.reason)])
      }
      steps.append(ProofStep("weken", ["van": .date(base), "weken": .count(weeks), "tot": .date(day)]))
    }
    // None of the weeks of a year that is not on record was counted.
    let unknownYears = isReached ? calendar.yearsNotOnRecord(from: base, through: day) : [SchoolYear(of: day)]
    return steps
      + unknownYears.map {
        ProofStep(isReached ? "jaarNietGeteld" : "kalenderOnbekend", ["schooljaar": .text($0.description)])
      }
  }
}

extension TeachingCalendar {
  /// The day on which `weeks` teaching weeks had passed since `base`: the same weekday, so many teaching weeks on.
  ///
  /// From a day in a week without teaching the count starts with the next teaching week. Only weeks on record count, so
  /// that where a school year lacks the day is the latest that it can be.
  func quietCount(_ weeks: Int, after base: CivilDate) -> QuietCount {
    if let first = teachingWeeks.firstIndex(notBelow: base.monday), teachingWeeks.indices.contains(first + weeks) {
      let offset = teachingWeeks[first] == base.monday ? base.weekday.index : 0
      let day = teachingWeeks[first + weeks].adding(days: offset)
      return QuietCount(day: day, isReached: true)
    }
    var year = SchoolYear(of: base)
    while schoolYears.contains(year) { year = year.next }
    return QuietCount(day: max(base, year.firstDay), isReached: false)
  }

  /// The school years on the way whose holidays are not on record.
  fileprivate func yearsNotOnRecord(from first: CivilDate, through last: CivilDate) -> [SchoolYear] {
    (SchoolYear(of: first).startYear...SchoolYear(of: last).startYear)
      .map { SchoolYear(startYear: $0) }.filter { !schoolYears.contains($0) }
  }
}
