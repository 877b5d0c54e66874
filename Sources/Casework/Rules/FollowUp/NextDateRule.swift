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
        last.map { ProofStep($0.kind.sentence, ["datum": .date($0.day)], at: $0.place) } ?? ProofStep("geen"),
      ],
      act: Act(.conversations, list: "acties"))
  }
}

/// A day on which something is planned or took place, with the day from which it was known.
private struct NextDate {
  let span: DateSpan
  let day: CivilDate
  let kind: Kind
  let record: RecordID?

  enum Kind {
    case evaluation, goal, arrangement, care, talk, ownAction, talkAction

    var sentence: String {
      switch self {
      case .evaluation: "evaluatie"
      case .goal: "doel"
      case .arrangement: "arrangement"
      case .care: "zorg"
      case .talk: "gesprek"
      case .ownAction, .talkAction: "actie"
      }
    }
  }

  /// Known since the earliest of these days that there is, and on its own day at the latest.
  init(
    _ day: CivilDate, knownSince first: CivilDate?, or second: CivilDate? = nil, _ kind: Kind, _ record: RecordID?
  ) {
    self.day = day
    span = DateSpan(from: min(day, CivilDate.earlier(first, second) ?? day), until: day)
    self.kind = kind
    self.record = record
  }

  var place: Act {
    switch kind {
    case .evaluation: Act(.plan, list: "evaluaties", record: record)
    case .goal: Act(.plan, list: "versies", record: record, field: "doelen")
    case .arrangement: Act(.support, list: "arrangementen", record: record)
    case .care: Act(.support, list: "zorgOpSchool", record: record)
    case .talk, .talkAction: Act(.conversations, list: "gesprekken", record: record)
    case .ownAction: Act(.conversations, list: "acties", record: record)
    }
  }
}

extension Record<PlanFields> {
  /// The days of evaluations, and those by which the goals of the version in force are to be reached.
  fileprivate func nextDates(in history: [Spanned<PlanVersionFields>]) -> [NextDate] {
    let evaluations = self.evaluations.compactMap { evaluation in
      evaluation.on.map {
        NextDate(
          $0, knownSince: evaluation.madeAt?.wall.day, .evaluation, evaluation.id)
      }
    }
    let goals = history.flatMap { held in
      held.record.goals.compactMap(\.byWhen).filter { $0 >= held.span.from }.map { day in
        // A goal of a version that made way before that day is planned no more.
        NextDate(
          held.span.until.map { min($0, day) } ?? day, knownSince: held.span.from, .goal, held.record.id)
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
          $0, knownSince: arrangement.from, or: arrangement.madeAt?.wall.day, .arrangement, arrangement.id)
      }
    }
    let care = self.care.compactMap { care in
      care.until.map {
        NextDate(
          $0, knownSince: care.agreedOn, or: care.madeAt?.wall.day, .care, care.id)
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
          $0, knownSince: talk.madeAt?.wall.day, .talk, talk.id)
      }
    }
    let actions = everyAction.compactMap { action, talk -> NextDate? in
      guard let before = action.before else { return nil }
      return NextDate(
        action.doneOn.map { min($0, before) } ?? before, knownSince: talk?.on, or: action.madeAt?.wall.day,
        talk == nil ? .ownAction : .talkAction, talk?.id ?? action.id)
    }
    return talks + actions
  }
}
