extension Rule {
  /// Parents know before data go to others, whatever the basis (§3.5, 3.6; AVG 13).
  static let telling = Rule(
    "uitwisseling.informeren", reads: [.family, .consent, .referral, .transition], afterDeparture: .everything,
    judge: .pupil { dossier, scope in
      guard dossier.family.isReadable, let consent = dossier.consent.record,
        let referral = dossier.referral.record, let transition = dossier.transition.record,
        let daysAhead = scope.norms["uitwisseling.informeren.dagen"]
      else { return [] }
      let circle = dossier.circle
      return ToldExchange.all(consent, referral, transition, circle: circle).flatMap { exchange in
        exchange.mayBeKept ? exchange.unexplained(of: dossier.id) : exchange.episodes(of: dossier.id, daysAhead)
      }
    })
}

/// Data that go or went to others, and who was told before.
private struct ToldExchange {
  let record: RecordID?
  /// Tells apart what one record sent on several days.
  let mark: String
  let party: ProofValue
  let data: ProofValue
  let plannedOn: CivilDate?
  let doneOn: CivilDate?
  let told: GuardianDates
  let place: Act
  /// For Veilig Thuis and in an emergency parents need not be told before.
  let mayBeKept: Bool
  let reason: String?
}

extension ToldExchange {
  static func all(
    _ consent: Record<ConsentFields>, _ referral: Record<ReferralFields>, _ transition: Record<TransitionFields>,
    circle: GuardianCircle
  ) -> [ToldExchange] {
    let disclosures = consent.disclosures
    func isRecorded(_ basis: DisclosureBasis, on day: CivilDate) -> Bool {
      disclosures.contains { $0.basis.is(basis) && ($0.doneOn == day || $0.plannedOn == day) }
    }
    return disclosures.map { ToldExchange($0, circle) }
      + referral.placements.compactMap { ToldExchange($0, circle) { isRecorded(.placementApplication, on: $0) } }
      + transition.transfers.flatMap { transfer in
        Set([transfer.reportSentOn, transfer.planSentOn].compactMap(\.self)).sorted()
          .filter { !isRecorded(.transfer, on: $0) }.map { ToldExchange(transfer, sentOn: $0, circle) }
      }
  }

  private init(_ disclosure: Disclosure, _ circle: GuardianCircle) {
    record = disclosure.id
    mark = ""
    party = disclosure.party.orNotFilled
    data = disclosure.data.orNotFilled
    plannedOn = disclosure.plannedOn
    doneOn = disclosure.doneOn
    place = Act(
      .consent, list: ConsentFields.declared.disclosures.key, record: disclosure.id,
      field: DisclosureFields.declared.told.key)
    told = GuardianDates(disclosure.told, at: place, circle: circle, respectsCourtLimits: true)
    mayBeKept = disclosure.basis.is(.safeHome) || disclosure.basis.is(.emergency)
    reason = disclosure.notToldReason
  }

  /// The plan that goes to the samenwerkingsverband with an application; nothing where it stands among the disclosures.
  private init?(
    _ placement: PlacementApplication, _ circle: GuardianCircle, isRecorded: (CivilDate) -> Bool
  ) {
    guard let applied = placement.appliedOn, !isRecorded(applied) else { return nil }
    record = placement.id
    mark = "tlv"
    party = .text(placement.partnership.isBlank ? "het samenwerkingsverband" : placement.partnership ?? "")
    data = .text("OPP bij de aanvraag van een TLV")
    plannedOn = nil
    doneOn = applied
    place = Act(
      .referral, list: ReferralFields.declared.placements.key, record: placement.id,
      field: PlacementApplicationFields.declared.told.key)
    told = GuardianDates(placement.told, at: place, circle: circle, respectsCourtLimits: true)
    mayBeKept = false
    reason = nil
  }

  /// The report and the plan that go to the next school: parents see them first.
  private init(_ transfer: Record<TransferFields>, sentOn: CivilDate, _ circle: GuardianCircle) {
    let place = Act(
      .transition, list: TransitionFields.declared.transfers.key, record: transfer.id,
      field: TransferFields.declared.views.key)
    record = transfer.id
    mark = sentOn.iso
    party = transfer.school.orNotFilled
    data = .text("OKR of OPP voor de volgende school")
    plannedOn = nil
    doneOn = sentOn
    self.place = place
    told = GuardianDates(
      transfer.views.map { GuardianDates.Entry(guardian: $0.guardian?.id, on: $0.sawOn, place: place) },
      circle: circle, respectsCourtLimits: true)
    mayBeKept = false
    reason = nil
  }
}

extension ToldExchange {
  /// What lacks before its day, and what lacked on it.
  func episodes(of pupil: RecordID, _ daysAhead: Int) -> [Episode] {
    waiting(of: pupil, daysAhead) + breach(of: pupil)
  }

  private func waiting(of pupil: RecordID, _ daysAhead: Int) -> [Episode] {
    guard let planned = plannedOn else { return [] }
    let start = planned.adding(days: -daysAhead)
    let stretches = Stretch.all(from: start, before: doneOn, turningPoints: [planned] + told.turningPoints) {
      told.shortfall(custodyOn: max(planned, $0), by: $0)
    }
    return stretches.map { stretch in
      Episode(
        id: id(pupil, stretch.first == start ? "" : stretch.first.iso), visibleFrom: stretch.first, due: planned,
        until: stretch.endedOn, clearedOn: stretch.improvedOn, factOn: planned,
        title: title("titel", custodyOn: max(planned, stretch.shown), by: stretch.shown),
        proof: [fact("gepland", planned)]
          + told.proof(custodyOn: max(planned, stretch.shown), by: stretch.shown, at: place), act: place)
    }
  }

  /// Given while a guardian with custody did not know: telling afterwards does not undo it.
  private func breach(of pupil: RecordID) -> [Episode] {
    guard let done = doneOn, !told.isMet(custodyOn: done, by: done) else { return [] }
    return [
      Episode(
        id: id(pupil, "gegeven"), visibleFrom: done, floor: .overdue, mustBeAcknowledged: true,
        title: title("titelGegeven", custodyOn: done, by: done),
        proof: [fact("gegeven", done)] + told.proof(custodyOn: done, by: done, at: place), act: place)
    ]
  }

  /// For Veilig Thuis or in an emergency: why parents were not told stands in the dossier instead.
  func unexplained(of pupil: RecordID) -> [Episode] {
    guard reason.isBlank, let day = doneOn ?? plannedOn, !told.isMet(custodyOn: day, by: day) else { return [] }
    let field = Act(
      .consent, list: ConsentFields.declared.disclosures.key, record: record,
      field: DisclosureFields.declared.notToldReason.key)
    return [
      Episode(
        id: id(pupil, "reden"), visibleFrom: day, floor: .now,
        title: ProofStep("titelReden", ["partij": party]),
        proof: [fact(doneOn == nil ? "gepland" : "gegeven", day), ProofStep("redenOntbreekt", at: field)]
          + told.proof(custodyOn: day, by: day, at: place), act: field)
    ]
  }

  private func id(_ pupil: RecordID, _ more: String) -> Episode.ID {
    let marks = [mark, more].filter { !$0.isEmpty }
    return Episode.ID(
      rule: "uitwisseling.informeren", subject: .pupil(pupil), records: [record].compactMap(\.self),
      mark: marks.joined(separator: "/"))
  }

  /// By the guardians it is about, or by what is not known of custody.
  private func title(_ name: String, custodyOn day: CivilDate, by known: CivilDate) -> ProofStep {
    let names = told.lacking(custodyOn: day, by: known).map(\.shortName)
    guard !names.isEmpty else { return ProofStep(name + "Gezag", ["partij": party]) }
    return ProofStep(name, ["partij": party, "wie": .text(names.joined(separator: ", "))])
  }

  private func fact(_ sentence: String, _ day: CivilDate) -> ProofStep {
    ProofStep(sentence, ["datum": .date(day), "partij": party, "gegevens": data], at: place)
  }
}
