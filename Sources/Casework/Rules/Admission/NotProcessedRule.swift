/// Parents hear within four weeks that an application is not processed since data lack (WPO 63 lid 4; Awb 4:5).
enum NotProcessedRule {
  static func judge(_ it: ApplicationCase) -> [Episode] {
    let application = it.application
    guard application.decision.is(.notProcessed), let decidedOn = application.decidedOn ?? application.decisionToldOn
    else { return [] }
    guard let completion = Completion(application.dataRequests) else { return [withoutChance(it, decidedOn)] }
    guard let weeks = it.scope.norms["aanmelding.niet-behandeld.weken", on: completion.on] else { return [] }
    let term = Term.statutory(.weeks(weeks), from: completion.on, holidays: it.scope.holidays)
    let proof =
      facts(it, decidedOn) + [
        ProofStep(completion.isIn ? "binnen" : "verlopen", ["datum": .date(completion.on)], at: it.place(requests)),
        .term(weeks: weeks, from: completion.on, to: term.end),
      ] + term.movedSteps
    let told = application.decisionToldOn
    let duty = Episode(
      id: it.episodeID("aanmelding.niet-behandeld"), visibleFrom: decidedOn, due: term.end, lastDay: term.lastDay,
      clearedOn: told, title: ProofStep("titel", ["datum": .date(term.lastDay)]), proof: proof,
      act: it.place(toldField))
    guard let told, told > term.lastDay else { return [duty] }
    let late = Episode(
      id: it.episodeID("aanmelding.niet-behandeld", mark: "te laat"), visibleFrom: told, floor: .now,
      mustBeAcknowledged: true, title: ProofStep("titelTeLaat"),
      proof: proof + [ProofStep("gemeldOp", ["datum": .date(told)], at: it.place(toldField))],
      act: it.place(toldField))
    return [duty, late]
  }

  /// Not processed, though no time to complete the data is on record that ended.
  private static func withoutChance(_ it: ApplicationCase, _ decidedOn: CivilDate) -> Episode {
    let isAsked = !it.application.dataRequests.isEmpty
    return Episode(
      id: it.episodeID("aanmelding.niet-behandeld", mark: "geen kans"), visibleFrom: decidedOn, floor: .now,
      title: ProofStep("titelGeenKans"),
      proof: facts(it, decidedOn) + [ProofStep(isAsked ? "geenEinde" : "nietGevraagd", at: it.place(requests))],
      act: it.place(requests))
  }

  private static func facts(_ it: ApplicationCase, _ decidedOn: CivilDate) -> [ProofStep] {
    [
      ProofStep(
        "nietBehandeld", ["datum": .date(decidedOn)], at: it.place(ApplicationFields.declared.decision.key))
    ]
  }

  private static let requests = ApplicationFields.declared.dataRequests.key
  private static let toldField = ApplicationFields.declared.decisionToldOn.key

  /// When the last of the data that lacked were in, or the time for them was over.
  private struct Completion {
    let on: CivilDate
    let isIn: Bool

    /// Nothing where no request ended.
    init?(_ requests: [Record<DataRequestFields>]) {
      let ends = requests.compactMap { request -> (on: CivilDate, isIn: Bool)? in
        let lapsed = [request.lapsedOn, request.before].compactMap(\.self).min()
        guard let received = request.receivedOn, lapsed.map({ received <= $0 }) ?? true else {
          return lapsed.map { ($0, false) }
        }
        return (received, true)
      }
      guard let last = ends.max(by: { $0.on < $1.on }) else { return nil }
      on = last.on
      isIn = last.isIn
    }
  }
}
