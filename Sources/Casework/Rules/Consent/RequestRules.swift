extension Rule {
  /// What is not asked, and not talked about, without the parents (§2.5, 2.9).
  static let withParentsRules: [Rule] = [signature, careTeam]

  /// Parents sign the request for support from the samenwerkingsverband (§2.5).
  private static let signature = Rule(
    "aanvraag.handtekening", reads: [.family, .support],
    judge: .pupil { dossier, _ in
      guard dossier.family.isReadable, let support = dossier.support.record else { return [] }
      let circle = dossier.circle
      return support.arrangements.flatMap { arrangement -> [Episode] in
        guard arrangement.source.is(.partnership), let asked = arrangement.askedOn else { return [] }
        return unsigned(arrangement, askedOn: asked, circle, of: dossier.id)
      }
    })

  private static func unsigned(
    _ arrangement: Arrangement, askedOn asked: CivilDate, _ circle: GuardianCircle, of pupil: RecordID
  ) -> [Episode] {
    let place = Act(
      .support, list: SupportFields.declared.arrangements.key, record: arrangement.id,
      field: ArrangementFields.declared.signatures.key)
    let signed = GuardianDates(arrangement.signatures, at: place, circle: circle, respectsCourtLimits: false)
    let stretches = Stretch.all(from: asked, before: arrangement.overOn, turningPoints: signed.turningPoints) {
      signed.shortfall(custodyOn: asked, by: $0)
    }
    let fact = ProofStep(
      "gevraagd", ["datum": .date(asked), "wat": arrangement.what.orNotFilled],
      at: Act(.support, list: SupportFields.declared.arrangements.key, record: arrangement.id))
    return stretches.map { stretch in
      let names = signed.lacking(custodyOn: asked, by: stretch.shown).map(\.shortName)
      return Episode(
        id: Episode.ID(
          rule: "aanvraag.handtekening", subject: .pupil(pupil), records: [arrangement.id].compactMap(\.self)),
        visibleFrom: stretch.first, until: stretch.endedOn, clearedOn: stretch.improvedOn, floor: .now,
        title: ProofStep(
          names.isEmpty ? "titelGezag" : "titel", ["wie": .text(names.joined(separator: ", "))]),
        proof: [fact] + signed.proof(custodyOn: asked, by: stretch.shown, at: place), act: place)
    }
  }

  /// The care team talks about a pupil by name after the parents were asked, or with them there (§2.9).
  private static let careTeam = Rule(
    "mdo.ouders", reads: [.conversations],
    judge: .pupil { dossier, _ in
      dossier.talks.compactMap { talk -> Episode? in
        guard talk.kind.is(.careTeam), let on = talk.on, !talk.reached.is(.tried), !talk.named.is(.anonymous),
          !talk.participants.contains(where: { $0.role.is(.guardian) }),
          talk.parentsConsultedOn.map({ $0 > on }) ?? true
        else { return nil }
        return withoutParents(talk, on: on, of: dossier.id)
      }
    })

  private static func withoutParents(_ talk: Conversation, on: CivilDate, of pupil: RecordID) -> Episode {
    let fields = ConversationFields.declared
    func place(_ field: String? = nil) -> Act {
      Act(.conversations, list: ConversationsFields.declared.conversations.key, record: talk.id, field: field)
    }
    let consulted = talk.parentsConsultedOn
    let unclear = talk.named == nil ? [ProofStep("opNaamLeeg", at: place(fields.named.key))] : []
    return Episode(
      id: Episode.ID(rule: "mdo.ouders", subject: .pupil(pupil), records: [talk.id].compactMap(\.self)),
      visibleFrom: on, floor: .now, mustBeAcknowledged: consulted != nil,
      title: ProofStep("titel", ["datum": .date(on)]),
      proof: [ProofStep("overleg", ["datum": .date(on)], at: place())] + unclear + [
        consulted.map { ProofStep("pasGesproken", ["datum": .date($0)], at: place(fields.parentsConsultedOn.key)) }
          ?? ProofStep("nietGesproken", at: place(fields.parentsConsultedOn.key))
      ], act: place(fields.parentsConsultedOn.key))
  }
}

extension Record where Fields == ArrangementFields {
  /// The first day on which the request or what came of it is over.
  fileprivate var overOn: CivilDate? {
    let isOff = self.decision.is(.refused) || self.decision.is(.withdrawn)
    return [self.until?.adding(days: 1), isOff ? self.decidedOn : nil].compactMap(\.self).min()
  }
}
