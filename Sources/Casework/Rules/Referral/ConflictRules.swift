extension Rule {
  /// Removal from school and disputes (§1.11, 3.4).
  static let conflictRules: [Rule] = [
    // A rule that fell silent on departure would fall silent by the very thing that it forbids.
    .onReferral("verwijdering.school", reads: [.family], afterDeparture: .everything, RemovalRules.removal),
    .onReferral("geschil.motivering", afterDeparture: .everything, DisputeRules.reasons),
  ]

  /// The institution of cluster 1 or 2 decides on a request (§4.2; WEC 41).
  static let clusterDecision = Rule.onReferral("cluster12.besluit") { it in
    it.referral.clusterRequests.compactMap { request in
      guard let id = request.id, let asked = request.askedOn,
        let weeks = it.scope.norms["cluster12.besluit.weken", on: asked]
      else { return nil }
      let term = Term.norm(.weeks(weeks), from: asked)
      let place = Act(.referral, list: ReferralFields.declared.clusterRequests.key, record: id)
      var proof = [
        ProofStep(
          "aangevraagd", ["datum": .date(asked), "instelling": .text(request.institution ?? "de instelling")],
          at: place),
        .term(weeks: weeks, from: asked, to: term.end),
      ]
      if request.decision != nil, request.decidedOn == nil { proof.append(ProofStep("besluitZonderDatum", at: place)) }
      return Episode(
        id: Episode.ID(rule: "cluster12.besluit", subject: it.subject, records: [id]), visibleFrom: asked,
        due: term.end, clearedOn: request.decision == nil ? nil : request.decidedOn,
        title: ProofStep("titel", ["datum": .date(term.end)]), proof: proof,
        act: Act(
          .referral, list: ReferralFields.declared.clusterRequests.key, record: id,
          field: ClusterRequestFields.declared.decision.key))
    }
  }
}

private enum RemovalRules {
  static let fields = RemovalFields.declared

  /// One removal that was decided or carried out.
  struct Removal {
    let record: Record<RemovalFields>
    let id: RecordID
    /// The day of the decision; that of the removal where the decision has no day.
    let decided: CivilDate
    let it: ReferralCase

    init?(_ record: Record<RemovalFields>, _ it: ReferralCase) {
      guard let id = record.id, let decided = record.decidedOn ?? record.removedOn else { return nil }
      self.record = record
      self.id = id
      self.decided = decided
      self.it = it
    }

    func place(_ field: String) -> Act {
      Act(.referral, list: ReferralFields.declared.removals.key, record: id, field: field)
    }
  }

  static func removal(_ it: ReferralCase) -> [Episode] {
    it.referral.removals.compactMap { Removal($0, it) }.flatMap { removal in
      [
        school(removal),
        missing("leraar", removal.record.teacherHeardOn, fields.teacherHeardOn.key, of: removal),
        parents(removal),
        missing("redenen", removal.record.reasonsGivenOn, fields.reasonsGivenOn.key, of: removal),
        missing("route", removal.record.objectionRouteGivenOn, fields.objectionRouteGivenOn.key, of: removal),
      ].compactMap(\.self)
    }
  }

  /// No definitive removal before another school is willing (WPO 40 lid 11).
  private static func school(_ removal: Removal) -> Episode? {
    let record = removal.record
    let isNamed = !(record.willingSchool?.comparable ?? "").isEmpty
    let willing = isNamed ? record.willingSchoolOn : nil
    let place = removal.place(fields.willingSchool.key)
    var proof: [ProofStep] = []
    if let last = record.removedOn { proof.append(ProofStep("laatsteDagOpSchool", ["datum": .date(last)])) }
    if isNamed != (record.willingSchoolOn != nil) { proof.append(ProofStep("schoolHalf", at: place)) }
    proof.append(ProofStep("geenSchool", at: place))
    if let willing, let school = record.willingSchool {
      proof.append(ProofStep("schoolBereid", ["school": .text(school), "datum": .date(willing)], at: place))
    }
    // Until the pupil has to go there is time; without that day the decision itself breaks the prohibition.
    let last = record.removedOn.flatMap { $0 >= removal.decided ? $0 : nil }
    return episode(
      "school", removal, due: last, floor: last == nil ? .overdue : nil, clearedOn: willing, act: place, proof)
  }

  private static func missing(_ what: String, _ done: CivilDate?, _ field: String, of removal: Removal) -> Episode? {
    episode(
      what, removal, floor: .overdue, clearedOn: done, act: removal.place(field),
      [ProofStep(what, ["datum": .date(removal.decided)], at: removal.place(field))]
        + (done.map { [ProofStep("later", ["datum": .date($0)], at: removal.place(field))] } ?? []))
  }

  /// Everyone with custody on the day of the decision is heard before it.
  private static func parents(_ removal: Removal) -> Episode? {
    guard let family = removal.it.dossier.family.record else { return nil }
    let day = removal.decided
    let place = removal.place(fields.parentsHeard.key)
    let custody = Act(.family, list: FamilyFields.declared.guardians.key)
    let withCustody = family.guardiansWithCustody(on: day)
    let unknown = family.guardiansWithUnknownCustody(on: day)
    let heard = withCustody.map { guardian in
      removal.record.parentsHeard.filter { $0.guardian?.id == guardian.id }.compactMap(\.on).min()
    }
    var proof: [ProofStep] = zip(withCustody, heard).map { guardian, on in
      let name = ProofValue.text(guardian.shortName)
      guard let on else { return ProofStep("ouderNietGehoord", ["wie": name], at: place) }
      return ProofStep("ouderGehoord", ["wie": name, "datum": .date(on)], at: place)
    }
    if withCustody.isEmpty { proof.append(ProofStep("niemandMetGezag", ["datum": .date(day)], at: custody)) }
    proof += unknown.map { ProofStep("gezagOnbekend", ["wie": .text($0.shortName), "datum": .date(day)], at: custody) }
    let isComplete = !heard.isEmpty && unknown.isEmpty && !heard.contains { $0 == nil }
    return episode(
      "ouders", removal, floor: .overdue, clearedOn: isComplete ? heard.compactMap(\.self).max() : nil, act: place,
      proof)
  }

  /// Nothing where it was in order by the day of the decision.
  private static func episode(
    _ what: String, _ removal: Removal, due: CivilDate? = nil, floor: Urgency?, clearedOn: CivilDate?, act: Act,
    _ lines: [ProofStep]
  ) -> Episode? {
    let decided = removal.decided
    if let clearedOn, clearedOn <= decided { return nil }
    if let withdrawn = removal.record.withdrawnOn, withdrawn <= decided { return nil }
    let fact = ProofStep(
      removal.record.decidedOn == nil ? "verwijderd" : "besloten", ["datum": .date(decided)],
      at: removal.place(fields.decidedOn.key))
    return Episode(
      id: Episode.ID(rule: "verwijdering.school", subject: removal.it.subject, records: [removal.id], mark: what),
      visibleFrom: decided, due: due, until: removal.record.withdrawnOn, clearedOn: clearedOn, floor: floor,
      title: ProofStep(title(what)), proof: [fact] + lines, act: act)
  }

  private static func title(_ what: String) -> String {
    what == "school" ? "titel" : "titel" + what.prefix(1).uppercased() + what.dropFirst()
  }
}

private enum DisputeRules {
  static let fields = DisputeFields.declared

  /// After the committee's advice the board decides, gives reasons where it departs, and tells parents and committee.
  static func reasons(_ it: ReferralCase) -> [Episode] {
    it.referral.disputes.flatMap { dispute -> [Episode] in
      guard dispute.kind.is(.committee), let id = dispute.id, let decided = dispute.decidedOn,
        let advised = dispute.adviceOn
      else { return [] }
      let facts = [
        ProofStep("advies", ["datum": .date(advised)], at: place(id)),
        ProofStep("besloten", ["datum": .date(decided)], at: place(id, fields.decidedOn.key)),
      ]
      return [
        motive(dispute, id, decided, facts, it), told(dispute, id, decided, facts, it),
      ].compactMap(\.self)
    }
  }

  private static func place(_ id: RecordID, _ field: String? = nil) -> Act {
    Act(.referral, list: ReferralFields.declared.disputes.key, record: id, field: field)
  }

  private static func motive(
    _ dispute: Dispute, _ id: RecordID, _ decided: CivilDate, _ facts: [ProofStep], _ it: ReferralCase
  ) -> Episode? {
    let hasReasons = !(dispute.reasons?.comparable ?? "").isEmpty
    guard !dispute.follows.is(.yes), !hasReasons else { return nil }
    let departs = dispute.follows.is(.no)
    return Episode(
      id: Episode.ID(rule: "geschil.motivering", subject: it.subject, records: [id], mark: "redenen"),
      visibleFrom: decided, floor: .now, title: ProofStep(departs ? "titel" : "titelOnbekend"),
      proof: facts + [ProofStep(departs ? "wijktAf" : "volgtOnbekend", at: place(id, fields.follows.key))],
      act: place(id, departs ? fields.reasons.key : fields.follows.key))
  }

  private static func told(
    _ dispute: Dispute, _ id: RecordID, _ decided: CivilDate, _ facts: [ProofStep], _ it: ReferralCase
  ) -> Episode? {
    let both = [dispute.toldParentsOn, dispute.toldCommitteeOn]
    let cleared = both.contains { $0 == nil } ? nil : both.compactMap(\.self).max()
    if let cleared, cleared <= decided { return nil }
    let lines = [
      ("ouders", dispute.toldParentsOn, fields.toldParentsOn.key),
      ("commissie", dispute.toldCommitteeOn, fields.toldCommitteeOn.key),
    ].map { whom, on, key in
      on.map { ProofStep(whom + "Gemeld", ["datum": .date($0)], at: place(id, key)) }
        ?? ProofStep(whom + "NietGemeld", at: place(id, key))
    }
    return Episode(
      id: Episode.ID(rule: "geschil.motivering", subject: it.subject, records: [id], mark: "gemeld"),
      visibleFrom: decided, clearedOn: cleared, floor: .now, title: ProofStep("titelMelden"), proof: facts + lines,
      act: place(id, dispute.toldParentsOn == nil ? fields.toldParentsOn.key : fields.toldCommitteeOn.key))
  }
}
