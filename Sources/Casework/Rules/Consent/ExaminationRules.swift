extension Rule {
  /// The rules about examining a pupil (§2.3).
  static let examinationRules: [Rule] = [
    .onExaminations("onderzoek.toestemming", ExaminationRules.consent),
    .onExaminations("onderzoek.informeren", ExaminationRules.told),
    .onExaminations("onderzoek.uitkomst", ExaminationRules.outcome),
  ]

  /// Of these rules what was done without consent, or without telling, shows after the pupil left too.
  private static func onExaminations(
    _ id: RuleID, _ judge: @escaping @Sendable (ExaminationCase) -> [Episode]
  ) -> Rule {
    Rule(
      id, reads: [.family, .examination], afterDeparture: id == "onderzoek.uitkomst" ? .nothing : .breaches,
      judge: .pupil { dossier, scope in
        guard dossier.family.isReadable, let section = dossier.examination.record else { return [] }
        let circle = dossier.circle
        return section.examinations.flatMap { examination in
          judge(
            ExaminationCase(
              rule: id, pupil: dossier.id, examination: examination, circle: circle, norms: scope.norms))
        }
      })
  }
}

/// One examination as the rules of this group look at it.
private struct ExaminationCase {
  let rule: RuleID
  let pupil: RecordID
  let examination: Examination
  let circle: GuardianCircle
  let norms: Norms

  /// The day on which it was done; an outcome before that day, or without one, shows that it was done by then.
  var held: CivilDate? {
    [examination.doneOn, examination.resultsToParentsOn, examination.receivedOn].compactMap(\.self).min()
  }

  /// The first day on which something is asked: it was asked for, or four weeks before it was planned.
  var start: CivilDate? {
    let asked = examination.askedOn ?? examination.plannedOn?.adding(weeks: -4)
    return [asked, held].compactMap(\.self).min()
  }

  func place(_ field: String? = nil) -> Act {
    Act(.examination, list: ExaminationFields.declared.examinations.key, record: examination.id, field: field)
  }

  /// What it is and on which day it was or will be.
  var facts: [ProofStep] {
    let kind = ProofValue.text(examination.kind?.label ?? "onderzoek, soort niet ingevuld")
    let planned = held == nil ? examination.plannedOn : nil
    var steps: [ProofStep] = []
    if let asked = examination.askedOn { steps.append(ProofStep("gevraagd", ["datum": .date(asked)], at: place())) }
    if let planned { steps.append(ProofStep("gepland", ["wat": kind, "datum": .date(planned)], at: place())) }
    if let held {
      let sentence = held == examination.doneOn ? "gedaanOp" : "uitkomstWasEr"
      steps.append(ProofStep(sentence, ["wat": kind, "datum": .date(held)], at: place()))
    }
    return steps
  }

  /// What lacks up to the day of the examination, and what lacked on it, which nothing can undo.
  func episodes(
    field: String, turningPoints: [CivilDate], shortfall: (_ day: CivilDate, _ known: CivilDate) -> Shortfall,
    proof: (_ day: CivilDate, _ known: CivilDate) -> [ProofStep]
  ) -> [Episode] {
    guard let start else { return [] }
    let planned = examination.plannedOn
    func day(_ known: CivilDate) -> CivilDate { planned.map { max($0, known) } ?? known }
    let stretches = Stretch.all(
      from: start, before: held, turningPoints: turningPoints + [planned].compactMap(\.self)
    ) { shortfall(day($0), $0) }
    var result = stretches.map { stretch in
      Episode(
        id: id(mark: stretch.first == start ? "" : stretch.first.iso), visibleFrom: stretch.first,
        until: stretch.endedOn, clearedOn: stretch.improvedOn, floor: .now, title: title("titel", stretch.shortfall),
        proof: facts + proof(day(stretch.shown), stretch.shown), act: place(field), force: force(stretch.shortfall))
    }
    if let held, shortfall(held, held) > .nothing {
      let lack = shortfall(held, held)
      result.append(
        Episode(
          id: id(mark: "gedaan"), visibleFrom: held, floor: .now, mustBeAcknowledged: true,
          title: title("titelGedaan", lack), proof: facts + proof(held, held), act: place(field), force: force(lack)))
    }
    return result
  }

  func id(mark: String = "") -> Episode.ID {
    Episode.ID(rule: rule, subject: .pupil(pupil), records: [examination.id].compactMap(\.self), mark: mark)
  }

  private func force(_ shortfall: Shortfall) -> Force? { shortfall == .norm ? .norm : nil }

  private func title(_ name: String, _ shortfall: Shortfall) -> ProofStep {
    ProofStep(shortfall == .norm ? name + "Norm" : name)
  }
}

private enum ExaminationRules {
  /// Psychological examination needs consent, unless the guardians asked for it themselves.
  ///
  /// Where nobody wrote down what kind it is, it may be one.
  @Sendable static func consent(_ it: ExaminationCase) -> [Episode] {
    let kind = it.examination.kind
    guard kind == nil || kind.is(.psychological), !it.examination.askedBy.is(.parents), let start = it.start,
      let norm = ConsentNorm(it.norms, on: it.held ?? it.examination.plannedOn ?? start)
    else { return [] }
    let field = ExaminationRecordFields.declared.consents.key
    let consents = AnsweredConsents(
      it.examination.consents, circle: it.circle, norm: norm, at: it.place(field))
    let unclear =
      kind == nil ? [ProofStep("soortLeeg", at: it.place(ExaminationRecordFields.declared.kind.key))] : []
    return it.episodes(
      field: field, turningPoints: consents.turningPoints, shortfall: consents.shortfall(on:knownBy:)
    ) { unclear + consents.proof(on: $0, knownBy: $1) }
  }

  /// Parents know of every step, whatever the kind.
  @Sendable static func told(_ it: ExaminationCase) -> [Episode] {
    let field = ExaminationRecordFields.declared.told.key
    let told = GuardianDates(
      it.examination.told, at: it.place(field), circle: it.circle, respectsCourtLimits: true)
    return it.episodes(
      field: field, turningPoints: told.turningPoints, shortfall: told.shortfall(custodyOn:by:)
    ) { told.proof(custodyOn: $0, by: $1, at: it.place(field)) }
  }

  /// Parents have the outcome first and decide what the school gets to know.
  @Sendable static func outcome(_ it: ExaminationCase) -> [Episode] {
    guard let received = it.examination.receivedOn else { return [] }
    let lacks = lackingBefore(received, it)
    guard !lacks.isEmpty else { return [] }
    return [
      Episode(
        id: it.id(), visibleFrom: received, floor: .now, mustBeAcknowledged: lacks.contains { $0.isLate },
        proof: [ProofStep("ontvangen", ["datum": .date(received)], at: it.place("ontvangenOp"))] + lacks.map(\.step),
        act: it.place(lacks.first?.step.place?.field))
    ]
  }

  /// What should have come before the school had the outcome: not on record, or later and so not to be undone.
  private static func lackingBefore(
    _ received: CivilDate, _ it: ExaminationCase
  ) -> [(step: ProofStep, isLate: Bool)] {
    let fields = ExaminationRecordFields.declared
    func lack(_ sentence: String, _ field: String, _ on: CivilDate? = nil) -> (step: ProofStep, isLate: Bool) {
      (ProofStep(sentence, on.map { ["datum": .date($0)] } ?? [:], at: it.place(field)), on != nil)
    }
    var lacks: [(step: ProofStep, isLate: Bool)] = []
    if let parents = it.examination.resultsToParentsOn {
      if parents > received { lacks.append(lack("oudersLater", fields.resultsToParentsOn.key, parents)) }
    } else {
      lacks.append(lack("oudersNiet", fields.resultsToParentsOn.key))
    }
    guard let sharing = it.examination.sharing else { return lacks + [lack("delenLeeg", fields.sharing.key)] }
    guard let decided = it.examination.sharingOn else {
      return lacks + [lack("delenZonderDatum", fields.sharingOn.key)]
    }
    if decided > received { lacks.append(lack("delenLater", fields.sharingOn.key, decided)) }
    if sharing == .nothing { lacks.append(lack("nietsDelen", fields.sharing.key, decided)) }
    return lacks
  }
}
