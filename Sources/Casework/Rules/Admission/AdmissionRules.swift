extension Rule {
  /// The rules about applications and admission (§1.1-1.3).
  static let admissionRules = [admissionDecision]

  /// A decision within six weeks of a written application, once extended by at most four (WPO 40 lid 6).
  static let admissionDecision = Rule(
    "aanmelding.besluit", reads: [.admission], afterDeparture: .whatCameAfter,
    judge: .pupil { dossier, scope -> [Episode] in
      guard let section = dossier.admission.record else { return [] }
      return section.applications.compactMap { application -> Episode? in
        guard application.form.is(.written), let received = application.receivedOn, let id = application.id,
          let term = AdmissionTerm(application, receivedOn: received, scope: scope)
        else { return nil }
        return Episode(
          id: Episode.ID(rule: "aanmelding.besluit", subject: .pupil(dossier.id), records: [id]),
          visibleFrom: received, due: term.due?.end, lastDay: term.due?.lastDay,
          clearedOn: application.decision == nil ? nil : application.decidedOn,
          floor: term.due == nil ? .later : nil,
          title: term.title, proof: term.proof(at: Act(.admission, list: "aanmeldingen", record: id)),
          act: Act(.admission, list: "aanmeldingen", record: id, field: "besluit"))
      }
    })
}

/// The term for the decision on one application, with the steps by which it was counted.
struct AdmissionTerm {
  /// The whole term; nothing while it stands still without a day on which that ends.
  let due: Term?
  private let application: Application
  private let receivedOn: CivilDate
  /// The weeks that the law gives, without an extension.
  private let weeks: Int
  private let first: Term
  private let prolongation: Prolongation
  private let pauses: [StandStill]
  private let isStatusKnown: Bool

  /// What became of an extension.
  enum Prolongation: Equatable {
    case none
    /// Told in time; the weeks that count, at most as many as the law allows, and those that were asked.
    case told(weeks: Int, asked: Int, on: CivilDate)
    /// Not told, or after the first term's last day: it counts nothing.
    case notTold
    case toldLate(on: CivilDate)
    /// Told on a day of which nobody can say yet whether it is in time: the first term stands still without an end.
    case undecided(on: CivilDate)
    /// Told, but for how many weeks is not on record: it counts nothing.
    case withoutWeeks(on: CivilDate)
  }

  /// Nothing where the rule book lacks the numbers of that day.
  init?(_ application: Application, receivedOn: CivilDate, scope: RuleScope) {
    guard let weeks = scope.norms["aanmelding.besluit.weken", on: receivedOn],
      let longest = scope.norms["aanmelding.besluit.verlenging", on: receivedOn]
    else { return nil }
    self.application = application
    self.receivedOn = receivedOn
    self.weeks = weeks
    let status = scope.school.record.legalStatus
    isStatusKnown = status?.known != nil
    // Where it is not on record, the earlier last day of the two counts.
    let all = StandStill.all(in: application, isPublic: !status.is(.privateSchool), after: receivedOn)
    first = Self.term(weeks: weeks, from: receivedOn, pauses: all, holidays: scope.holidays)
    let lastDay = first.lastDay
    let isOpen = all.contains { $0.end == nil && $0.from <= lastDay }
    prolongation = Self.prolongation(of: application, firstLastDay: isOpen ? nil : lastDay, atLeast: lastDay, longest)
    let extra = if case .told(let counted, _, _) = prolongation { counted } else { 0 }
    let whole = Self.term(weeks: weeks + extra, from: receivedOn, pauses: all, holidays: scope.holidays)
    pauses = all.filter { $0.from <= whole.lastDay }
    due = pauses.contains { $0.end == nil } ? nil : whole
  }

  /// A term with the days that it stood still; a pause counts only where it began while the term ran.
  ///
  /// Where it ran on only since its end was a day off, it ends no sooner than on the day on which it runs again.
  private static func term(
    weeks: Int, from start: CivilDate, pauses: [StandStill], holidays: RecognisedHolidays
  ) -> Term {
    var term = Term.statutory(.weeks(weeks), from: start, holidays: holidays)
    var still = 0
    for pause in pauses where pause.from <= term.lastDay {
      still += (pause.length ?? 0) + max(0, pause.from.days(since: term.end))
      term = Term.statutory(.weeks(weeks), from: start, standingStill: still, holidays: holidays)
    }
    return term
  }

  /// `firstLastDay` is nothing while the first term stands still; it is then no earlier than `earliest`.
  private static func prolongation(
    of application: Application, firstLastDay: CivilDate?, atLeast earliest: CivilDate, _ longest: Int
  ) -> Prolongation {
    let told = application.extensionToldOn
    guard let asked = application.extensionWeeks, asked > 0 else {
      return application.extensionWeeks == nil ? told.map { .withoutWeeks(on: $0) } ?? .none : .none
    }
    guard let told else { return .notTold }
    if told <= firstLastDay ?? earliest { return .told(weeks: min(asked, longest), asked: asked, on: told) }
    return firstLastDay == nil ? .undecided(on: told) : .toldLate(on: told)
  }
}

/// The words of the proof.
extension AdmissionTerm {
  var title: ProofStep {
    guard let due else { return ProofStep("titelStaatStil") }
    return ProofStep("titel", ["datum": .date(due.lastDay)])
  }

  func proof(at place: Act) -> [ProofStep] {
    let firstEnd = receivedOn.adding(weeks: weeks)
    var steps = [
      ProofStep("ontvangen", ["datum": .date(receivedOn)], at: place),
      .term(weeks: weeks, from: receivedOn, to: firstEnd),
    ]
    steps += extensionSteps(at: place)
    if !pauses.isEmpty, !isStatusKnown { steps.append(ProofStep("richtingOnbekend")) }
    steps += pauses.map { pause in
      guard let end = pause.end else { return ProofStep("staatStil", ["van": .date(pause.from)], at: place) }
      return ProofStep(
        "stilstand",
        ["van": .date(pause.from), "tot": .date(end.adding(days: -1)), "dagen": .count(pause.length ?? 0)], at: place)
    }
    if let due {
      if ranOnAfterItsEnd(due) { steps.append(ProofStep("looptWeer")) }
      if due.end != firstEnd { steps.append(ProofStep("einde", ["datum": .date(due.end)])) }
      steps += due.movedSteps
    }
    if application.decision != nil, application.decidedOn == nil {
      steps.append(ProofStep("besluitZonderDatum", at: place))
    }
    return steps
  }

  /// Whether it stood still when it ran on only since its end was a day off.
  private func ranOnAfterItsEnd(_ due: Term) -> Bool {
    let extra = if case .told(let counted, _, _) = prolongation { counted } else { 0 }
    let still = pauses.reduce(0) { $0 + ($1.length ?? 0) }
    return due.end > receivedOn.adding(weeks: weeks + extra).adding(days: still)
  }

  private func extensionSteps(at place: Act) -> [ProofStep] {
    switch prolongation {
    case .none: return []
    case .told(let weeks, let asked, let on):
      let counted = ProofStep("verlenging", ["weken": .count(weeks), "datum": .date(on)], at: place)
      return asked > weeks ? [counted, ProofStep("verlengingTeLang", ["weken": .count(asked)], at: place)] : [counted]
    case .notTold: return [ProofStep("verlengingNietGemeld", at: place)]
    case .undecided(let on): return [ProofStep("verlengingNogOpen", ["datum": .date(on)], at: place)]
    case .withoutWeeks(let on): return [ProofStep("verlengingZonderWeken", ["datum": .date(on)], at: place)]
    case .toldLate(let on):
      return [
        ProofStep("verlengingTeLaat", ["datum": .date(on), "uiterlijk": .date(first.lastDay)], at: place)
      ]
    }
  }
}

/// A time in which the term for the decision stood still, since parents were asked for data that lacked.
///
/// A private school counts from the day of the request (WPO 63 lid 4), a public one from the day after it (Awb 4:15);
/// both up to, not with, the day on which the data came in or the time set for it lapsed.
struct StandStill: Equatable {
  let from: CivilDate
  /// The first day on which the term runs again; nothing while it stands still.
  let end: CivilDate?

  /// The pauses of an application, in order, joined where they overlap so that no day counts twice.
  ///
  /// Only a term that runs can stand still: days up to and with that of receipt are none of it.
  static func all(in application: Application, isPublic: Bool, after receivedOn: CivilDate) -> [StandStill] {
    let pauses = application.dataRequests.compactMap { request -> StandStill? in
      guard let asked = request.askedOn else { return nil }
      let end = [request.receivedOn, request.lapsedOn, request.before].compactMap(\.self).min()
      let from = max(isPublic ? asked.adding(days: 1) : asked, receivedOn.adding(days: 1))
      return end.map { $0 <= from } ?? false ? nil : StandStill(from: from, end: end)
    }
    return pauses.sorted { $0.from < $1.from }.reduce(into: []) { joined, next in
      guard let last = joined.last, last.end.map({ next.from <= $0 }) ?? true else { return joined.append(next) }
      let end: CivilDate? = if let one = last.end, let other = next.end { max(one, other) } else { nil }
      joined[joined.count - 1] = StandStill(from: last.from, end: end)
    }
  }

  /// Its days; nothing while it lasts.
  var length: Int? { end.map { $0.days(since: from) } }
}
