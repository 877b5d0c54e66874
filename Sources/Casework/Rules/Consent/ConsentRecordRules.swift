extension Rule {
  /// What a consent itself must be: for one party and purpose, confirmed, and on paper where the other side needs that (§3.9).
  static let consentRecordRules: [Rule] = [
    .onConsents("toestemming.algemeen", ConsentRecordRules.unspecific),
    .onConsents("toestemming.bevestigen", ConsentRecordRules.unconfirmed),
    .onConsents("toestemming.schriftelijk", ConsentRecordRules.unwritten),
  ]

  private static func onConsents(
    _ id: RuleID, _ judge: @escaping @Sendable (ConsentRecordCase) -> Episode?
  ) -> Rule {
    Rule(
      id, reads: [.family, .consent],
      judge: .pupil { dossier, scope in
        guard dossier.family.isReadable, let section = dossier.consent.record else { return [] }
        let circle = dossier.circle
        return section.consents.compactMap { consent in
          judge(
            ConsentRecordCase(
              rule: id, pupil: dossier.id, consent: consent, others: section.consents.filter { $0 != consent },
              circle: circle, norms: scope.norms))
        }
      })
  }
}

/// One consent on record, with the others beside it.
private struct ConsentRecordCase {
  let rule: RuleID
  let pupil: RecordID
  let consent: Consent
  let others: [Consent]
  let circle: GuardianCircle
  let norms: Norms

  var who: ProofValue { .text(circle.name(of: consent.guardian?.id) ?? "een ouder") }

  /// The first day on which the consent is over: withdrawn, or past its last day.
  var over: CivilDate? {
    [consent.withdrawnOn, consent.validUntil?.adding(days: 1)].compactMap(\.self).min()
  }

  /// The day on which the same guardian gave another consent of this kind, on the same day or later.
  func followed(since day: CivilDate, by isMeant: (Consent) -> Bool) -> CivilDate? {
    others.filter { $0.guardian != nil && $0.guardian == consent.guardian && isMeant($0) }
      .compactMap(\.givenOn).filter { $0 >= day }.min()
  }

  func place(_ field: String? = nil) -> Act {
    Act(.consent, list: ConsentFields.declared.consents.key, record: consent.id, field: field)
  }

  func episode(
    from: CivilDate, due: CivilDate? = nil, clearedOn: CivilDate?, floor: Urgency? = nil, title: String = "titel",
    proof: [ProofStep], field: String
  ) -> Episode {
    Episode(
      id: Episode.ID(rule: rule, subject: .pupil(pupil), records: [consent.id].compactMap(\.self)), visibleFrom: from,
      due: due, until: over, clearedOn: clearedOn.map { max($0, from) }, floor: floor,
      title: ProofStep(title, ["wie": who, "partij": consent.party.orNotFilled]), proof: proof, act: place(field))
  }
}

private enum ConsentRecordRules {
  /// Without a party, a purpose or the data it is about it counts for no exchange at all.
  @Sendable static func unspecific(_ it: ConsentRecordCase) -> Episode? {
    let fields = ConsentRecordFields.declared
    let lacking = [
      ("zonderPartij", it.consent.party, fields.party.key), ("zonderDoel", it.consent.purpose, fields.purpose.key),
      ("zonderGegevens", it.consent.data, fields.data.key),
    ].filter { $0.1.isBlank }
    guard let first = lacking.first, let from = it.consent.givenOn ?? it.consent.madeAt?.wall.day else { return nil }
    let since = it.consent.givenOn.map {
      ProofStep("gegevenDoor", ["wie": it.who, "datum": .date($0)], at: it.place())
    }
    return it.episode(
      from: from, clearedOn: it.followed(since: from, by: \.isSpecific), floor: .now,
      proof: [since ?? ProofStep("zonderDatum", ["wie": it.who], at: it.place(fields.givenOn.key))]
        + lacking.map { ProofStep($0.0, at: it.place($0.2)) } + [ProofStep("teltNiet")],
      field: first.2)
  }

  /// Given by word of mouth, or nobody wrote down how: a mail makes it something that can be shown.
  @Sendable static func unconfirmed(_ it: ConsentRecordCase) -> Episode? {
    let fields = ConsentRecordFields.declared
    guard let given = it.consent.givenOn, it.consent.isUnwritten,
      let days = it.norms["toestemming.bevestigen.dagen", on: given]
    else { return nil }
    let term = Term.norm(.days(days), from: given)
    let form = it.consent.form == nil ? "vormOnbekend" : "mondeling"
    return it.episode(
      from: given, due: term.end, clearedOn: it.consent.confirmedOn,
      proof: [
        ProofStep(form, ["wie": it.who, "datum": .date(given)], at: it.place(fields.form.key)),
        ProofStep("termijn", ["van": .date(given), "dagen": .count(days), "tot": .date(term.end)]),
      ], field: fields.confirmedOn.key)
  }

  /// Whoever has a professional secret asks to see it on paper.
  @Sendable static func unwritten(_ it: ConsentRecordCase) -> Episode? {
    let fields = ConsentRecordFields.declared
    guard let given = it.consent.givenOn, let kind = it.consent.partyKind?.known, kind.wantsWrittenConsent,
      it.consent.isUnwritten
    else { return nil }
    let written = it.followed(since: given) { other in
      other.form.is(.written) && other.party.essence == it.consent.party.essence
        && other.purpose.essence == it.consent.purpose.essence
    }
    let form = it.consent.form == nil ? "vormOnbekend" : "mondeling"
    return it.episode(
      from: given, clearedOn: written, floor: .later,
      proof: [
        ProofStep(form, ["wie": it.who, "datum": .date(given)], at: it.place(fields.form.key)),
        ProofStep(
          "geheimhouder", ["partij": it.consent.party.orNotFilled, "soort": .text(kind.label)],
          at: it.place(fields.partyKind.key)),
      ], field: fields.form.key)
  }
}

extension Record where Fields == ConsentRecordFields {
  /// Whether it names the party, the purpose and the data (§3.9); without these it counts as none.
  fileprivate var isSpecific: Bool {
    !self.party.isBlank && !self.purpose.isBlank && !self.data.isBlank
  }

  /// Given by word of mouth, or nobody wrote down how.
  fileprivate var isUnwritten: Bool { self.form == nil || self.form.is(.oral) }
}
