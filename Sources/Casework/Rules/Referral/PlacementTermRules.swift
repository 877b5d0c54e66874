extension Rule {
  /// What follows the decision on a TLV: its end, where it holds, objection, transport (§4.1).
  static let placementTermRules: [Rule] = [
    .onReferral("tlv.verloopt", PlacementTermRules.expiry),
    .onReferral("tlv.regio", PlacementTermRules.region),
    .onReferral("tlv.bezwaar", afterDeparture: .everything, PlacementTermRules.objection),
    .onReferral("tlv.vervoer", reads: [.support], PlacementTermRules.transport),
  ]
}

private enum PlacementTermRules {
  typealias Fields = PlacementApplicationFields

  /// Before a TLV ends it is decided whether the pupil returns, goes on with a new one or moves on (WEC 40 lid 15).
  static func expiry(_ it: ReferralCase) -> [Episode] {
    guard let months = it.scope.norms["tlv.verloopt.maanden"] else { return [] }
    return it.applications.compactMap { id, application in
      guard !application.isTurnedDown else { return nil }
      guard let last = application.until else { return withoutEnd(application, id, it) }
      let renewals = it.applications.filter { other in
        other.id != id && other.application.isGranted && other.application.until.map { $0 > last } ?? false
      }
      let renewedOn = renewals.compactMap { $0.application.decidedOn }.min()
      let decidedOn = application.followUp == nil ? nil : application.followUpOn
      let shown = last.adding(months: -months)
      let start = application.from ?? application.decidedOn ?? shown
      var proof = [
        ProofStep("geldig", ["soort": .text(application.kindText), "tot": .date(last)], at: it.place(id)),
        ProofStep("vooraf", ["maanden": .count(months), "van": .date(shown), "tot": .date(last)]),
      ]
      if application.isForSpecial, last != SchoolYear(of: last).lastDay {
        proof.append(ProofStep("nietEindJuli", at: it.place(id, Fields.declared.until.key)))
      }
      proof += followUpProof(application, id, renewedOn, it)
      return Episode(
        id: Episode.ID(rule: "tlv.verloopt", subject: it.subject, records: [id]), visibleFrom: max(shown, start),
        due: last, clearedOn: [decidedOn, renewedOn].compactMap(\.self).min(),
        title: ProofStep("titel", ["datum": .date(last)]), proof: proof,
        act: it.place(id, Fields.declared.followUp.key))
    }
  }

  private static func followUpProof(
    _ application: PlacementApplication, _ id: RecordID, _ renewedOn: CivilDate?, _ it: ReferralCase
  ) -> [ProofStep] {
    var steps: [ProofStep] = []
    let conditions = application.returnConditions?.comparable ?? ""
    steps.append(ProofStep(conditions.isEmpty ? "geenVoorwaarden" : "voorwaarden", at: it.place(id)))
    if let followUp = application.followUp {
      let what: ProofValues = ["wat": .text(followUp.known?.label ?? followUp.word)]
      let place = it.place(id, Fields.declared.followUp.key)
      if let on = application.followUpOn {
        steps.append(ProofStep("vervolg", what.and(["datum": .date(on)]), at: place))
      } else {
        steps.append(ProofStep("vervolgZonderDatum", what, at: place))
      }
    }
    if let renewedOn { steps.append(ProofStep("nieuweTlv", ["datum": .date(renewedOn)], at: it.place(id))) }
    return steps
  }

  /// A TLV for special education always has an end; for SBO the samenwerkingsverband need not set one.
  private static func withoutEnd(_ application: PlacementApplication, _ id: RecordID, _ it: ReferralCase) -> Episode? {
    guard application.isGranted, application.isForSpecial, let start = application.from ?? application.decidedOn
    else { return nil }
    return Episode(
      id: Episode.ID(rule: "tlv.verloopt", subject: it.subject, records: [id], mark: "einde"), visibleFrom: start,
      floor: .now, title: ProofStep("titelZonderEinde"),
      proof: [
        ProofStep("zonderEinde", ["soort": .text(application.kindText), "van": .date(start)], at: it.place(id))
      ],
      act: it.place(id, Fields.declared.until.key))
  }

  /// A TLV for SBO holds only within the samenwerkingsverband that gave it (WPO 40 lid 8).
  static func region(_ it: ReferralCase) -> [Episode] {
    it.applications.compactMap { id, application in
      guard application.kind.is(.specialPrimary),
        let seen = application.schoolAppliedOn ?? application.admittedOn ?? schoolDay(application)
      else { return nil }
      let place = it.place(id, Fields.declared.schoolPartnership.key)
      let issuer = Issuer(application, it.scope.school)
      let theirs = application.schoolPartnership?.comparable ?? ""
      if !theirs.isEmpty, !issuer.isKnown || issuer.covers(theirs) { return nil }
      if let ended = application.endedOn, ended <= seen { return nil }
      let isUnknown = theirs.isEmpty
      let renewed = it.applications.filter { other in
        other.id != id && other.application.kind.is(.specialPrimary) && other.application.isGranted
          && (other.application.partnership?.comparable).map { $0 == theirs } ?? false
      }
      let cleared = isUnknown ? nil : renewed.compactMap { $0.application.decidedOn }.filter { $0 >= seen }.min()
      if !isUnknown, renewed.contains(where: { $0.application.decidedOn.map { $0 < seen } ?? false }) { return nil }
      let school: ProofValues = [
        "school": .text(application.school ?? "de SBO-school"), "datum": .date(seen),
        "swv": .text(application.schoolPartnership ?? ""),
      ]
      return Episode(
        id: Episode.ID(
          rule: "tlv.regio", subject: it.subject, records: [id], mark: isUnknown ? "onbekend" : ""),
        visibleFrom: seen, until: application.endedOn, clearedOn: cleared, floor: isUnknown ? .later : .now,
        title: ProofStep(isUnknown ? "titelOnbekend" : "titel"),
        proof: [ProofStep(isUnknown ? "swvOnbekend" : "plaats", school, at: place)] + issuer.proof(at: it.place(id))
          + (cleared.map { [ProofStep("nieuweTlv", ["datum": .date($0)], at: it.place(id))] } ?? []),
        act: place)
    }
  }

  /// The day of the decision where only the school's name is on record.
  private static func schoolDay(_ application: PlacementApplication) -> CivilDate? {
    let isNamed =
      !(application.school?.comparable ?? "").isEmpty
      || !(application.schoolPartnership?.comparable ?? "").isEmpty
    return isNamed ? application.appliedDay : nil
  }

  /// Parents and board can object within six weeks from the day after the decision was made known (Awb 6:7, 6:8).
  static func objection(_ it: ReferralCase) -> [Episode] {
    guard let weeks = it.scope.norms["tlv.bezwaar.weken"] else { return [] }
    return it.applications.compactMap { id, application in
      if application.decision.is(.withdrawn) { return nil }
      let place = it.place(id, Fields.declared.notifiedOn.key)
      guard let notified = application.notifiedOn else { return notNotified(application, at: place, id, it) }
      let term = Term.statutory(.weeks(weeks), from: notified, holidays: it.scope.holidays)
      let objections = application.objections.filter { $0.on.map { $0 >= notified && $0 <= term.lastDay } ?? false }
      let first = ObjectionParty.allCases.map { party in
        objections.filter { $0.by.is(party) }.compactMap(\.on).min()
      }
      let both = first.contains { $0 == nil } ? nil : first.compactMap(\.self).max()
      let made = objections.compactMap { objection in
        objection.on.map { on in
          ProofStep(
            "bezwaar", ["wie": .text(objection.by?.known?.label ?? objection.by?.word ?? ""), "datum": .date(on)],
            at: it.place(id, Fields.declared.objections.key))
        }
      }
      return Episode(
        id: Episode.ID(rule: "tlv.bezwaar", subject: it.subject, records: [id]), visibleFrom: notified, due: term.end,
        lastDay: term.lastDay, until: term.lastDay.adding(days: 1), clearedOn: both,
        title: ProofStep("titel", ["datum": .date(term.lastDay)]),
        proof: [
          ProofStep("bekend", ["datum": .date(notified), "soort": .text(application.kindText)], at: place),
          .term(weeks: weeks, from: notified, to: term.end),
        ] + term.movedSteps + made,
        act: it.place(id, Fields.declared.objections.key))
    }
  }

  /// Without the day on which it was made known the term cannot be counted.
  private static func notNotified(
    _ application: PlacementApplication, at place: Act, _ id: RecordID, _ it: ReferralCase
  ) -> Episode? {
    guard application.decision != nil, let decided = application.decidedOn else { return nil }
    return Episode(
      id: Episode.ID(rule: "tlv.bezwaar", subject: it.subject, records: [id], mark: "bekendmaking"),
      visibleFrom: decided, floor: .later, title: ProofStep("titelOnbekend"),
      proof: [ProofStep("nietBekend", ["datum": .date(decided)], at: place)], act: place)
  }

  /// Once the pupil is admitted, parents ask the municipality for transport.
  static func transport(_ it: ReferralCase) -> [Episode] {
    guard let support = it.dossier.support.record else { return [] }
    return it.applications.compactMap { id, application in
      guard let admitted = application.admittedOn else { return nil }
      let since = min(application.appliedDay ?? admitted, admitted)
      let others = support.transport.compactMap(\.askedOn).filter { $0 >= since }
      let asked = ([application.transportAskedOn].compactMap(\.self) + others).min()
      if let asked, asked <= admitted { return nil }
      let place = it.place(id, Fields.declared.transportAskedOn.key)
      var proof = [
        ProofStep(
          "toegelaten", ["datum": .date(admitted), "school": .text(application.school ?? application.kindText)],
          at: it.place(id, Fields.declared.admittedOn.key)),
        ProofStep("geenVervoer", ["datum": .date(admitted)], at: place),
      ]
      if let asked { proof.append(ProofStep("gevraagd", ["datum": .date(asked)], at: place)) }
      return Episode(
        id: Episode.ID(rule: "tlv.vervoer", subject: it.subject, records: [id]), visibleFrom: admitted,
        clearedOn: asked, floor: .later, proof: proof, act: place)
    }
  }
}

/// The samenwerkingsverband that gave or will give a TLV: the one on record, else the school's own.
private struct Issuer {
  private let name: String
  private let isOwn: Bool
  private let names: Set<String>

  init(_ application: PlacementApplication, _ school: School) {
    let own = school.record.partnership
    let ownNames = Set([own?.partnershipName, own?.number].compactMap { $0?.comparable }.filter { !$0.isEmpty })
    let written = application.partnership ?? ""
    isOwn = written.comparable.isEmpty
    name = isOwn ? own?.partnershipName ?? own?.number ?? "" : written
    // The school's own goes by its name and by its number.
    let chosen: Set = [name.comparable]
    names = ownNames.isDisjoint(with: chosen) ? chosen : ownNames
  }

  var isKnown: Bool { !name.comparable.isEmpty }

  func covers(_ other: String) -> Bool { names.contains(other) }

  func proof(at place: Act) -> [ProofStep] {
    guard isKnown else { return [] }
    return [ProofStep(isOwn ? "eigenSwv" : "swv", ["swv": .text(name)], at: isOwn ? Act(nil) : place)]
  }
}
