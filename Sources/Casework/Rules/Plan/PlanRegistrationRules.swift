extension Rule {
  /// The plan in the national register, and closing it (§2.4, 3.5).
  static let planRegistrationRules = [planRegistered, planClosing, planAtBasicLevel]

  /// Begin and end of the plan go into ROD (ROD 66a and 66b); a new version that takes over is neither.
  static let planRegistered = Rule(
    "opp.rod", reads: [.pupil, .plan], afterDeparture: .everything,
    judge: .pupil { dossier, scope in
      guard let pupil = dossier.pupil.record, dossier.plan.isReadable else { return [] }
      let left = pupil.departureDay
      return dossier.planCourse.runs.flatMap { run -> [Episode] in
        // Who leaves has only the end still to be registered.
        let begin = registration(.begin, of: run, dossier.id, scope).flatMap { episode in
          guard let left else { return episode }
          return episode.visibleFrom <= left ? episode.ending(by: left.adding(days: 1)) : nil
        }
        return [begin, registration(.end, of: run, dossier.id, scope)].compactMap(\.self)
      }
    })

  private static func registration(
    _ side: RegisteredSide, of run: PlanRun, _ pupil: RecordID, _ scope: RuleScope
  ) -> Episode? {
    guard let fact = side.day(of: run), let days = scope.norms["opp.rod.dagen", on: fact],
      let version = side == .begin ? run.versions.first : run.versions.last, let id = version.id
    else { return nil }
    let term = Term.norm(.days(days), from: fact)
    let registered = run.versions.compactMap { side.registeredOn($0) }.min()
    let place = Act(.plan, list: "versies", record: id, field: side.field)
    var proof = [
      ProofStep(side.factSentence, ["datum": .date(fact)], at: place),
      ProofStep("termijnDagen", ["van": .date(fact), "dagen": .count(days), "tot": .date(term.end)]),
    ]
    if side == .end, !run.versions.contains(where: { $0.beginRegisteredOn != nil }) {
      proof.append(ProofStep("beginOok", ["datum": .date(run.span.from)], at: place))
    }
    return Episode(
      id: Episode.ID(rule: "opp.rod", subject: .pupil(pupil), records: [id], mark: side.mark), visibleFrom: fact,
      due: term.end, until: side == .begin ? run.span.end : nil, clearedOn: registered.map { max($0, fact) },
      title: ProofStep(side.titleSentence, ["datum": .date(term.end)]), proof: proof, act: place)
  }

  /// A plan that is no longer needed is closed: the level is basic again, or the pupil left.
  ///
  /// It goes on asking after departure, since the register's end date waits for it.
  static let planClosing = Rule(
    "opp.afsluiten", reads: [.pupil, .plan], afterDeparture: .everything,
    judge: .pupil { dossier, scope in
      guard dossier.pupil.isReadable, dossier.plan.isReadable else { return [] }
      let reasons = dossier.history.timesWithoutNeed(at: scope.school.record.type?.known)
      return dossier.planCourse.runs.flatMap { run in
        reasons.compactMap { reason -> Episode? in
          // Closed on the last day before it, the plan went over in time.
          guard let days = reason.span.common(with: run.span), let last = run.versions.last, let id = last.id else {
            return nil
          }
          let field = Act(.plan, list: "versies", record: id, field: "afgeslotenOp")
          return Episode(
            id: Episode.ID(rule: "opp.afsluiten", subject: .pupil(dossier.id), records: [id], mark: days.from.iso),
            visibleFrom: days.from, until: reason.span.end,
            clearedOn: run.span.until.flatMap { reason.span.contains($0) ? $0 : nil }, floor: .now,
            title: ProofStep(reason.isDeparture ? "titelVertrokken" : "titel"),
            proof: [
              ProofStep(
                reason.isDeparture ? "vertrokken" : "basis", ["datum": .date(reason.factOn)],
                at: Act(.pupil, list: reason.isDeparture ? "inschrijvingen" : "ondersteuningsniveaus")),
              ProofStep(
                "geldtNog", ["datum": .date(run.span.from)], at: Act(.plan, list: "versies", record: id)),
            ],
            act: field)
        }
      }
    })

  /// With an own learning line a plan helps at basic level too, though nothing asks for it (§2.4).
  static let planAtBasicLevel = Rule(
    "opp.basis", reads: [.pupil, .plan],
    judge: .pupil { dossier, scope in
      guard let pupil = dossier.pupil.record, dossier.plan.isReadable, pupil.ownLearningLine.is(.yes),
        scope.school.record.type?.known != .specialPrimary
      else { return [] }
      let runs = dossier.planCourse.runs.map(\.span)
      return dossier.history.levels.filter { $0.record.level.is(.basic) }.flatMap { period in
        let since = DateSpan(from: pupil.ownLearningLineFrom ?? period.span.from)
        return (period.span.common(with: since)?.without(runs) ?? []).map { days in
          Episode(
            id: Episode.ID(rule: "opp.basis", subject: .pupil(dossier.id), mark: days.from.iso),
            visibleFrom: days.from, until: period.span.end,
            clearedOn: days.end.flatMap { end in runs.contains { $0.from == end } ? end : nil }, floor: .later,
            proof: [
              ProofStep("basis", ["datum": .date(period.span.from)], at: Act(.pupil, list: "ondersteuningsniveaus")),
              pupil.learningLineStep,
              ProofStep("geenOpp", ["datum": .date(days.from)], at: Act(.plan, list: "versies")),
            ],
            act: Act(.plan, list: "versies"))
        }
      }
    })
}

/// Which of the two dates of a plan goes into the register.
private enum RegisteredSide {
  case begin, end

  func day(of run: PlanRun) -> CivilDate? {
    switch self {
    case .begin: max(run.span.from, run.establishedOn ?? run.span.from)
    case .end: run.span.until
    }
  }

  func registeredOn(_ version: PlanVersion) -> CivilDate? {
    switch self {
    case .begin: version.beginRegisteredOn
    case .end: version.endRegisteredOn
    }
  }

  var field: String { self == .begin ? "beginInRodOp" : "eindeInRodOp" }
  var mark: String { self == .begin ? "begin" : "einde" }
  var titleSentence: String { self == .begin ? "titelBegin" : "titelEinde" }
  var factSentence: String { self == .begin ? "begonnen" : "afgesloten" }
}

/// A stretch in which a pupil needs no plan (any more), and why.
private struct TimeWithoutNeed {
  let span: DateSpan
  /// The day on which the level became basic, or the last day at school.
  let factOn: CivilDate
  let isDeparture: Bool
}

extension Record<PupilFields> {
  /// The last day at school of who left for good.
  var departureDay: CivilDate? { departure.flatMap { _ in enrolmentHistory.last?.span.until } }
}

extension PupilHistory {
  /// The stretches at basic level while enrolled, and those after the pupil left.
  fileprivate func timesWithoutNeed(at type: SchoolType?) -> [TimeWithoutNeed] {
    let basic = levels.filter { $0.record.level.is(.basic) }.flatMap { period -> [TimeWithoutNeed] in
      (present ?? [period.span]).compactMap { period.span.common(with: $0) }.map {
        TimeWithoutNeed(span: $0, factOn: period.span.from, isDeparture: false)
      }
    }
    let enrolled = DateSpan.joined(enrolments.map(\.span))
    let gone = enrolled.enumerated().compactMap { index, span in
      span.until.map { last in
        TimeWithoutNeed(
          span: DateSpan(
            from: last.adding(days: 1),
            until: index + 1 < enrolled.count ? enrolled[index + 1].from.adding(days: -1) : nil),
          factOn: last, isDeparture: true)
      }
    }
    // In a school for special primary education every pupil has extra support, whatever the level on record.
    return (type == .specialPrimary ? [] : basic) + gone
  }
}

extension Record<PupilFields> {
  fileprivate var learningLineStep: ProofStep {
    let place = Act(.pupil, field: "eigenLeerlijn")
    guard let since = self.ownLearningLineFrom else { return ProofStep("eigenLeerlijn", at: place) }
    return ProofStep("eigenLeerlijnSinds", ["datum": .date(since)], at: place)
  }
}
