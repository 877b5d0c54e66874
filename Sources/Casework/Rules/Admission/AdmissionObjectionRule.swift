/// A decision on an objection to a refusal within four weeks (WPO 63 lid 3, 40 lid 12).
///
/// A private school counts from the day of receipt and hears the parents first; a public one from the end of the six weeks
/// in which objection is possible. Meanwhile nothing runs while the dispute committee (GPO) looks at it (WPO 43).
enum AdmissionObjectionRule {
  static func judge(_ it: ApplicationCase) -> [Episode] {
    guard let received = it.application.objectionReceivedOn,
      let weeks = it.scope.norms["aanmelding.bezwaar.weken", on: received]
    else { return [] }
    let start = Start(it, received)
    let pauses = PendingDispute.all(in: it.dossier)
    let counted = pausedTerm(weeks, from: start.on, pauses, it.scope.holidays)
    let isOpen = counted.pauses.contains { $0.end == nil }
    let term = counted.term
    var proof = start.steps + [.term(weeks: weeks, from: start.on, to: start.on.adding(weeks: weeks))]
    proof += counted.pauses.map { $0.step(from: start.on) }
    if !isOpen {
      let still = counted.pauses.reduce(0) { $0 + $1.length(after: start.on) }
      if term.end > start.on.adding(weeks: weeks).adding(days: still) { proof.append(ProofStep("looptWeer")) }
      if !counted.pauses.isEmpty { proof.append(ProofStep("einde", ["datum": .date(term.end)])) }
      proof += term.movedSteps
    }
    if start.isPrivate, it.application.objectionDecidedOn == nil, it.application.objectionHeardOn == nil {
      proof.append(ProofStep("nogHoren", at: it.place(ApplicationFields.declared.objectionHeardOn.key)))
    }
    let duty = Episode(
      id: it.episodeID("aanmelding.bezwaar"), visibleFrom: received, due: isOpen ? nil : term.end,
      lastDay: isOpen ? nil : term.lastDay, clearedOn: it.application.objectionDecidedOn, floor: isOpen ? .later : nil,
      title: isOpen ? ProofStep("titelStaatStil") : ProofStep("titel", ["datum": .date(term.lastDay)]), proof: proof,
      act: it.place(ApplicationFields.declared.objectionDecidedOn.key))
    return [duty] + (start.isPrivate ? unheard(it, received) : [])
  }

  /// Decided by a private school before the parents were heard.
  private static func unheard(_ it: ApplicationCase, _ received: CivilDate) -> [Episode] {
    guard let decided = it.application.objectionDecidedOn,
      it.application.objectionHeardOn.map({ $0 > decided }) ?? true
    else { return [] }
    let field = ApplicationFields.declared.objectionHeardOn.key
    let heard =
      it.application.objectionHeardOn.map { ProofStep("gehoordOp", ["datum": .date($0)], at: it.place(field)) }
      ?? ProofStep("nietGehoord", at: it.place(field))
    return [
      Episode(
        id: it.episodeID("aanmelding.bezwaar", mark: "horen"), visibleFrom: decided, floor: .now,
        mustBeAcknowledged: true, factOn: received, title: ProofStep("titelHoren"),
        proof: [
          ProofStep("ontvangen", ["datum": .date(received)], at: it.place()),
          ProofStep("beslist", ["datum": .date(decided)], at: it.place()), heard,
        ],
        act: it.place(field))
    ]
  }

  /// The term with the days on which the committee looked at it, and which of these began in time to count.
  ///
  /// Where it ran on only since its end was a day off, it ends no sooner than on the day on which it runs again.
  private static func pausedTerm(
    _ weeks: Int, from start: CivilDate, _ all: [PendingDispute], _ holidays: RecognisedHolidays
  ) -> (term: Term, pauses: [PendingDispute]) {
    var term = Term.statutory(.weeks(weeks), from: start, holidays: holidays)
    var counted: [PendingDispute] = []
    var still = 0
    for pause in all where pause.from <= term.lastDay && pause.end.map({ $0 > start.adding(days: 1) }) ?? true {
      counted.append(pause)
      still += pause.length(after: start) + max(0, pause.from.days(since: term.end))
      term = .statutory(.weeks(weeks), from: start, standingStill: still, holidays: holidays)
    }
    return (term, counted)
  }

  /// From which day the four weeks count, and why.
  private struct Start {
    let on: CivilDate
    let isPrivate: Bool
    let steps: [ProofStep]

    init(_ it: ApplicationCase, _ received: CivilDate) {
      let status = it.scope.school.record.legalStatus?.known
      isPrivate = status == .privateSchool
      let fields = ApplicationFields.declared
      let receipt = ProofStep(
        "ontvangen", ["datum": .date(received)], at: it.place(fields.objectionReceivedOn.key))
      // Where it is not on record, the earlier last day of the two counts.
      guard status == .publicSchool else {
        on = received
        steps = [receipt] + (status == nil ? [ProofStep("richtingOnbekend")] : [])
        return
      }
      let toldPlace = it.place(fields.decisionToldOn.key)
      guard let told = it.application.decisionToldOn,
        let weeks = it.scope.norms["aanmelding.bezwaar.bezwaartermijn", on: told]
      else {
        on = received
        steps = [receipt, ProofStep("bekendmakingOnbekend", at: toldPlace)]
        return
      }
      let objecting = Term.statutory(.weeks(weeks), from: told, holidays: it.scope.holidays)
      let isLate = received > objecting.lastDay
      on = isLate ? received : objecting.lastDay
      steps =
        [
          receipt, ProofStep("bekendgemaakt", ["datum": .date(told)], at: toldPlace),
          .term(weeks: weeks, from: told, to: objecting.end),
        ] + objecting.movedSteps + (isLate ? [ProofStep("naTermijn", ["datum": .date(received)])] : [])
    }
  }
}

/// A dispute about admission before the committee: from its day up to, not with, the day of its advice.
private struct PendingDispute {
  let from: CivilDate
  /// Nothing while the committee still looks at it.
  let end: CivilDate?

  /// In order, joined where they overlap so that no day counts twice.
  static func all(in dossier: Dossier) -> [PendingDispute] {
    let spans = (dossier.referral.record?.disputes ?? []).compactMap { dispute -> DateSpan? in
      guard dispute.kind.is(.committee), dispute.about.is(.admission), let from = dispute.submittedOn else {
        return nil
      }
      let end = [dispute.adviceOn, dispute.endedOn].compactMap(\.self).min()
      if let end, end <= from { return nil }
      return DateSpan(from: from, until: end?.adding(days: -1))
    }
    return DateSpan.joined(spans.sorted { $0.from < $1.from }).map {
      PendingDispute(from: $0.from, end: $0.until?.adding(days: 1))
    }
  }

  /// Its days after the day from which a term counts; none while it lasts.
  func length(after start: CivilDate) -> Int {
    end.map { max(0, $0.days(since: first(after: start))) } ?? 0
  }

  func step(from start: CivilDate) -> ProofStep {
    let place = Act(.referral, list: ReferralFields.declared.disputes.key)
    guard let end else { return ProofStep("gpoLoopt", ["van": .date(from)], at: place) }
    return ProofStep(
      "gpo",
      [
        "van": .date(first(after: start)), "tot": .date(end.adding(days: -1)), "dagen": .count(length(after: start)),
      ], at: place)
  }

  private func first(after start: CivilDate) -> CivilDate { max(from, start.adding(days: 1)) }
}
