extension Rule {
  /// No personal data to others on the basis of consent without valid consent (§3.6, 3.9; AVG 6, 7).
  static let missingConsent = Rule(
    "toestemming.ontbreekt", reads: [.family, .consent], afterDeparture: .everything,
    judge: .pupil { dossier, scope in
      guard dossier.family.isReadable, let consent = dossier.consent.record else { return [] }
      let circle = dossier.circle
      let consents = consent.consents
      return consent.disclosures.filter(\.restsOnConsent).flatMap { disclosure -> [Episode] in
        guard let day = disclosure.doneOn ?? disclosure.plannedOn, let norm = ConsentNorm(scope.norms, on: day) else {
          return []
        }
        let watch = MissingConsentWatch(
          disclosure, pupil: dossier.id,
          consents: ExchangeConsents(disclosure, consents: consents, circle: circle, norm: norm))
        return watch.waiting(daysAhead: scope.norms["toestemming.ontbreekt.dagen"] ?? 0) + watch.breach
      }
    })
}

/// One exchange that rests on consent: what lacks before its day, and what lacked on it.
private struct MissingConsentWatch {
  private let disclosure: Disclosure
  private let pupil: RecordID
  private let consents: ExchangeConsents

  init(_ disclosure: Disclosure, pupil: RecordID, consents: ExchangeConsents) {
    self.disclosure = disclosure
    self.pupil = pupil
    self.consents = consents
  }

  /// The stretches in which consent lacks for a planned exchange, until it is done.
  ///
  /// Up to the planned day the consent must hold on that day; where it passed and nothing was done, on each later day.
  func waiting(daysAhead: Int) -> [Episode] {
    guard let planned = disclosure.plannedOn else { return [] }
    let start = planned.adding(days: -daysAhead)
    let stretches = Stretch.all(
      from: start, before: disclosure.doneOn, turningPoints: [planned] + consents.turningPoints
    ) { consents.shortfall(on: max(planned, $0), knownBy: $0) }
    return stretches.map { stretch in
      let names = ["titel", "titelNorm"]
      return Episode(
        id: id(mark: stretch.first == start ? "" : stretch.first.iso), visibleFrom: stretch.first, due: planned,
        until: stretch.endedOn, clearedOn: stretch.improvedOn, factOn: planned,
        title: title(names, stretch.shortfall),
        proof: [fact("gepland", planned)] + basis
          + consents.proof(on: max(planned, stretch.shown), knownBy: stretch.shown),
        act: Act(.consent, list: ConsentFields.declared.consents.key), force: force(stretch.shortfall))
    }
  }

  /// Done without valid consent on that day: nothing can undo it.
  var breach: [Episode] {
    guard let done = disclosure.doneOn else { return [] }
    let shortfall = consents.shortfall(on: done, knownBy: done)
    guard shortfall > .nothing else { return [] }
    return [
      Episode(
        id: id(mark: "gegeven"), visibleFrom: done, floor: .overdue, mustBeAcknowledged: true,
        title: title(["titelGegeven", "titelGegevenNorm"], shortfall),
        proof: [fact("gegeven", done)] + basis + consents.proof(on: done, knownBy: done), act: place,
        force: force(shortfall))
    ]
  }

  private func force(_ shortfall: Shortfall) -> Force? { shortfall == .norm ? .norm : nil }

  private func title(_ names: [String], _ shortfall: Shortfall) -> ProofStep {
    ProofStep(shortfall == .norm ? names[1] : names[0], ["partij": disclosure.party.orNotFilled])
  }

  private func id(mark: String) -> Episode.ID {
    Episode.ID(
      rule: "toestemming.ontbreekt", subject: .pupil(pupil), records: [disclosure.id].compactMap(\.self), mark: mark)
  }

  private var place: Act { Act(.consent, list: ConsentFields.declared.disclosures.key, record: disclosure.id) }

  private func fact(_ sentence: String, _ day: CivilDate) -> ProofStep {
    ProofStep(
      sentence,
      [
        "datum": .date(day), "gegevens": disclosure.data.orNotFilled, "partij": disclosure.party.orNotFilled,
        "doel": disclosure.purpose.orNotFilled,
      ], at: place)
  }

  private var basis: [ProofStep] { disclosure.basis == nil ? [ProofStep("grondslagLeeg", at: place)] : [] }
}
