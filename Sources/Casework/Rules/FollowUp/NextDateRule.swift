extension Rule {
  /// A pupil with extra support always has a next date: a talk, an action, a goal, an end (a norm).
  static let nextDate = Rule(
    "dossier.zonder-datum", reads: [.pupil, .plan, .support, .conversations],
    judge: .pupil { dossier, _ in
      guard dossier.pupil.isReadable, let plan = dossier.plan.record, let support = dossier.support.record,
        dossier.conversations.isReadable
      else { return [] }
      let dates = plan.nextDates(in: dossier.planCourse.history) + support.nextDates + dossier.nextTalks
      return dossier.supportedSpans.flatMap { span in
        span.without(dates.map(\.span)).map { episode(of: dossier.id, without: $0, dates, support: span) }
      }
    })

  private static func episode(
    of pupil: RecordID, without days: DateSpan, _ dates: [NextDate], support: DateSpan
  ) -> Episode {
    let last = dates.lazy.filter { $0.day < days.from }.max { $0.day < $1.day }
    return Episode(
      id: Episode.ID(rule: "dossier.zonder-datum", subject: .pupil(pupil), mark: days.from.iso),
      visibleFrom: days.from, until: support.end,
      clearedOn: days.end.flatMap { end in dates.contains { $0.span.from == end } ? end : nil }, floor: .now,
      title: ProofStep("titel"),
      proof: [
        ProofStep("extraSinds", ["datum": .date(support.from)], at: Act(.pupil, list: "ondersteuningsniveaus")),
        last.map { ProofStep($0.sentence, ["datum": .date($0.day)], at: $0.place) } ?? ProofStep("geen"),
      ],
      act: Act(.conversations, list: "acties"))
  }
}

/// A day on which something is planned or took place, with the day from which it was known.
private struct NextDate {
  let span: DateSpan
  let day: CivilDate
  let sentence: String
  let place: Act

  /// Known since the earliest of these days that there is, and on its own day at the latest.
  init(
    _ day: CivilDate, knownSince first: CivilDate?, or second: CivilDate? = nil, _ sentence: String, at place: Act
  ) {
    self.day = day
    span = DateSpan(from: min(day, CivilDate.earlier(first, second) ?? day), until: day)
    self.sentence = sentence
    self.place = place
  }
}

extension Record<PlanFields> {
  /// The days of evaluations, and those by which the goals of the version in force are to be reached.
  fileprivate func nextDates(in history: [Spanned<PlanVersionFields>]) -> [NextDate] {
    let evaluations = self.evaluations.compactMap { evaluation in
      evaluation.on.map {
        NextDate(
          $0, knownSince: evaluation.madeAt?.wall.day, "evaluatie",
          at: Act(.plan, list: "evaluaties", record: evaluation.id))
      }
    }
    let goals = history.flatMap { held in
      held.record.goals.compactMap(\.byWhen).filter { $0 >= held.span.from }.map { day in
        // A goal of a version that made way before that day is planned no more.
        NextDate(
          held.span.until.map { min($0, day) } ?? day, knownSince: held.span.from, "doel",
          at: Act(.plan, list: "versies", record: held.record.id, field: "doelen"))
      }
    }
    return evaluations + goals
  }
}

extension Record<SupportFields> {
  /// The last days of arrangements and of care at school.
  fileprivate var nextDates: [NextDate] {
    let arrangements = self.arrangements.compactMap { arrangement in
      arrangement.until.map {
        NextDate(
          $0, knownSince: arrangement.from, or: arrangement.madeAt?.wall.day, "arrangement",
          at: Act(.support, list: "arrangementen", record: arrangement.id))
      }
    }
    let care = self.care.compactMap { care in
      care.until.map {
        NextDate(
          $0, knownSince: care.agreedOn, or: care.madeAt?.wall.day, "zorg",
          at: Act(.support, list: "zorgOpSchool", record: care.id))
      }
    }
    return arrangements + care
  }
}

extension Dossier {
  /// The days of talks, and those by which actions are to be done; one that is done counts till the day it was.
  fileprivate var nextTalks: [NextDate] {
    let talks = self.talks.compactMap { talk in
      talk.on.map {
        NextDate(
          $0, knownSince: talk.madeAt?.wall.day, "gesprek",
          at: Act(.conversations, list: "gesprekken", record: talk.id))
      }
    }
    let actions = everyAction.compactMap { action, talk -> NextDate? in
      guard let before = action.before else { return nil }
      return NextDate(
        action.doneOn.map { min($0, before) } ?? before, knownSince: talk?.on, or: action.madeAt?.wall.day, "actie",
        at: Act(.conversations, list: talk == nil ? "acties" : "gesprekken", record: talk?.id ?? action.id))
    }
    return talks + actions
  }
}
