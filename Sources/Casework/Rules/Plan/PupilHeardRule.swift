extension Rule {
  /// The pupil is heard on the plan and on its evaluation (§3.2; by law from 1 August 2025, WPO 40a).
  ///
  /// The force is that of the day of the fact: a plan or an evaluation from before that day falls under the guide.
  static let pupilHeard = Rule(
    "opp.hoorrecht", reads: [.plan],
    judge: .pupil { dossier, _ in
      guard let plan = dossier.plan.record else { return [] }
      let course = dossier.planCourse
      return versionsUnheard(course, of: dossier.id) + evaluationsUnheard(plan, course, of: dossier.id)
    })

  private static func versionsUnheard(_ course: PlanCourse, of pupil: RecordID) -> [Episode] {
    course.lives.flatMap { life -> [Episode] in
      let hearing = Hearing(life.version)
      return life.spans.compactMap { part in
        guard !hearing.isDone(by: part.span.from) else { return nil }
        let sentence = part.isPlan ? (life.isFollowUp ? "nieuweVersie" : "vastgesteld") : "aangeboden"
        return Episode(
          id: Episode.ID(
            rule: "opp.hoorrecht", subject: .pupil(pupil), records: [life.id], mark: part.isPlan ? "vastgesteld" : ""),
          visibleFrom: part.span.from, until: part.span.end, clearedOn: hearing.doneOn, floor: .now,
          title: ProofStep("titel"),
          proof: [ProofStep(sentence, ["datum": .date(part.span.from)], at: life.act())]
            + hearing.lacks(at: life.act("leerlingGehoordOp")),
          act: part.isPlan ? Act(.plan, list: "versies") : life.act("leerlingGehoordOp"))
      }
    }
  }

  private static func evaluationsUnheard(
    _ plan: Record<PlanFields>, _ course: PlanCourse, of pupil: RecordID
  ) -> [Episode] {
    plan.evaluations.compactMap { evaluation in
      let hearing = Hearing(evaluation)
      guard let on = evaluation.on, let id = evaluation.id, let run = course.run(on: on), !hearing.isDone(by: on) else {
        return nil
      }
      let place = Act(.plan, list: "evaluaties", record: id, field: "leerlingGehoordOp")
      let adjusted = evaluation.adjusted.is(.yes) ? [ProofStep("bijgesteld", at: place)] : []
      return Episode(
        id: Episode.ID(rule: "opp.hoorrecht", subject: .pupil(pupil), records: [id]), visibleFrom: on,
        until: run.span.end, clearedOn: hearing.doneOn, floor: .now,
        title: ProofStep("titelEvaluatie", ["datum": .date(on)]),
        proof: [ProofStep("geevalueerd", ["datum": .date(on)], at: place)] + adjusted + hearing.lacks(at: place),
        act: place)
    }
  }
}

/// Whether the pupil was heard: what the pupil thinks and what was done with it, or why that was not asked.
private struct Hearing {
  private let on: CivilDate?
  private let view: String?
  private let used: String?
  private let reason: String?

  init(_ version: PlanVersion) {
    on = version.pupilHeardOn
    view = version.pupilView
    used = version.pupilViewUsed
    reason = version.pupilNotHeardReason
  }

  init(_ evaluation: Evaluation) {
    on = evaluation.pupilHeardOn
    view = evaluation.pupilView
    used = evaluation.pupilViewUsed
    reason = evaluation.pupilNotHeardReason
  }

  private var isComplete: Bool { !reason.isBlank || !view.isBlank && !used.isBlank }

  /// The day on which it was made good, where that has one.
  var doneOn: CivilDate? { isComplete ? on : nil }

  /// Whether nothing lacked on a day; what is written down without a day was there all along.
  func isDone(by day: CivilDate) -> Bool {
    isComplete && (on.map { $0 <= day } ?? true)
  }

  func lacks(at place: Act) -> [ProofStep] {
    if let on, isComplete { return [ProofStep("laterGehoord", ["datum": .date(on)], at: place)] }
    return [
      view.isBlank ? ProofStep("geenMening", at: place) : nil,
      used.isBlank ? ProofStep("nietsMeeGedaan", at: place) : nil,
    ]
    .compactMap(\.self) + [ProofStep("geenReden", at: place)]
  }
}
