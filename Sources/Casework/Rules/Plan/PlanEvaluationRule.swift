extension Rule {
  /// Evaluating with the parents, every year and in the first school year too (WPO 40a lid 3).
  static let planEvaluation = Rule(
    "opp.evaluatie", reads: [.family, .plan],
    judge: .pupil { dossier, scope in
      guard dossier.family.isReadable, let plan = dossier.plan.record else { return [] }
      return dossier.planCourse.runs.flatMap { run in
        EvaluationCycle(run, plan: plan, circle: dossier.circle, norms: scope.norms).episodes(of: dossier.id)
      }
    })
}

/// The evaluations that one unbroken stretch of having a plan asks for.
private struct EvaluationCycle {
  private let run: PlanRun
  /// The days on which a guardian with custody took part in an evaluation, in order.
  private let evaluatedOn: [CivilDate]
  /// The days of evaluations that do not count, in order, each with why.
  private let others: [(on: CivilDate, sentence: String)]
  private let established: CivilDate
  /// The first day on which nothing is asked any more.
  private let ended: CivilDate?
  /// A plan established up to and with this day of the school year is evaluated before that year ends.
  private let firstYearDeadline: CivilDate?
  /// How many weeks before its last day an evaluation shows: time to ask the parents and to prepare.
  private let weeksShown: Int

  init(_ run: PlanRun, plan: Record<PlanFields>, circle: GuardianCircle, norms: Norms) {
    self.run = run
    let begin = run.establishedOn ?? run.span.from
    established = begin
    ended = run.span.until?.adding(days: 1)
    let held = plan.evaluations.compactMap { evaluation -> (on: CivilDate, presence: CustodyPresence)? in
      guard let on = evaluation.on, run.span.contains(on) else { return nil }
      return (on, CustodyPresence(at: evaluation, on: on, circle))
    }
    let counting = Set(held.filter { $0.presence == .certain }.map(\.on))
    evaluatedOn = counting.sorted()
    others = held.filter { !counting.contains($0.on) }
      .map { ($0.on, $0.presence == .unknown ? "gezagOnbekend" : "zonderOuder") }
      .sorted { ($0.on, $0.sentence) < ($1.on, $1.sentence) }
    let year = SchoolYear(of: begin)
    let edge = norms["opp.evaluatie.maanden", on: begin].map { year.firstDay.adding(months: $0).adding(days: -1) }
    weeksShown = norms["opp.evaluatie.vooraf"] ?? 0
    firstYearDeadline = edge.flatMap { begin <= $0 ? year.lastDay : nil }
  }

  func episodes(of pupil: RecordID) -> [Episode] {
    var result: [Episode] = []
    for (index, base) in ([established] + evaluatedOn).enumerated() {
      let next = index < evaluatedOn.count ? evaluatedOn[index] : nil
      result.append(episode(of: pupil, base: base, isFirst: index == 0, evaluatedOn: next))
    }
    // A plan that ended before its evaluation came in sight asked for none.
    return result.filter { episode in ended.map { episode.visibleFrom < $0 } ?? true }
  }

  private func episode(of pupil: RecordID, base: CivilDate, isFirst: Bool, evaluatedOn: CivilDate?) -> Episode {
    let year = base.adding(years: 1)
    let due = isFirst ? min(year, firstYearDeadline ?? year) : year
    var proof = [
      ProofStep(
        isFirst ? "vastgesteld" : "geevalueerd", ["datum": .date(base)],
        at: Act(.plan, list: isFirst ? "versies" : "evaluaties")),
      .term(years: 1, from: base, to: year),
    ]
    proof += others.filter { $0.on >= base && $0.on < evaluatedOn ?? .distantFuture }.map { other in
      ProofStep(
        other.sentence, ["datum": .date(other.on)],
        at: other.sentence == "gezagOnbekend" ? Act(.family, list: "ouders") : Act(.plan, list: "evaluaties"))
    }
    if isFirst, run.versions.count > 1 { proof.append(ProofStep("nieuweVersie")) }
    if due < year { proof.append(ProofStep("eersteJaar", ["datum": .date(due)])) }
    if let evaluatedOn { proof.append(ProofStep("gedaan", ["datum": .date(evaluatedOn)])) }
    return Episode(
      id: Episode.ID(rule: "opp.evaluatie", subject: .pupil(pupil), mark: base.iso),
      visibleFrom: max(base, due.adding(weeks: -weeksShown)), due: due,
      until: ended, clearedOn: evaluatedOn, factOn: base, title: ProofStep("titel", ["datum": .date(due)]),
      proof: proof,
      act: Act(.plan, list: "evaluaties", field: "datum"))
  }
}

/// Whether a guardian with custody took part in an evaluation.
enum CustodyPresence {
  /// One who certainly had it on that day did.
  case certain
  /// Of nobody who took part is it certain, of somebody it is unknown.
  case unknown
  case none

  init(at evaluation: Evaluation, on day: CivilDate, _ circle: GuardianCircle) {
    let custody = circle.members.filter { $0.id.map { evaluation.attended($0) } ?? false }
      .map { $0.custody.hasCustody(on: day) }
    self = custody.contains(.yes) ? .certain : custody.contains(.unknown) ? .unknown : .none
  }
}
