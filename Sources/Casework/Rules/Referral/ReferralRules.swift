extension Rule {
  /// The rule group Verwijzing (chapter 4, §1.7, 1.11 and 3.4).
  static let referralRules: [Rule] =
    placementRules + placementTermRules + [leavingAge, clusterDecision] + conflictRules
}

/// One pupil's tab Verwijzing as the rules of this group look at it.
struct ReferralCase {
  let dossier: Dossier
  let referral: Record<ReferralFields>
  let scope: RuleScope

  var subject: Subject { .pupil(dossier.id) }

  /// The applications for a TLV that can be pointed at.
  var applications: [(id: RecordID, application: PlacementApplication)] { dossier.placementApplications }

  /// Where an application stands.
  func place(_ application: RecordID, _ field: String? = nil) -> Act {
    Act(.referral, list: ReferralFields.declared.placements.key, record: application, field: field)
  }
}

extension Rule {
  /// A rule on one pupil's referral.
  static func onReferral(
    _ id: RuleID, reads more: Set<SectionName> = [], afterDeparture: Rule.AfterDeparture = .nothing,
    _ judge: @escaping @Sendable (ReferralCase) -> [Episode]
  ) -> Rule {
    Rule(
      id, reads: more.union([.referral]), afterDeparture: afterDeparture,
      judge: .pupil { dossier, scope in
        guard let referral = dossier.referral.record else { return [] }
        return judge(ReferralCase(dossier: dossier, referral: referral, scope: scope))
      })
  }
}

extension Record<PlacementApplicationFields> {
  /// The day that the application hangs on; that of the decision where its own is not on record.
  var appliedDay: CivilDate? { self.appliedOn ?? self.decidedOn }

  /// Whether there is a TLV.
  var isGranted: Bool { self.decision.is(.granted) || self.decision.is(.partly) }

  /// Whether it is for special education, whose TLV ends on a 31 July.
  var isForSpecial: Bool {
    switch self.kind?.known {
    case .specialOne, .specialTwo, .specialThree: true
    case .specialPrimary, nil: false
    }
  }

  /// Whether it was refused or taken back.
  var isTurnedDown: Bool { self.decision.is(.refused) || self.decision.is(.withdrawn) }

  /// The day on which it ended without a TLV; nothing where that day is not on record.
  var endedOn: CivilDate? { isTurnedDown ? self.decidedOn : nil }

  /// `SBO`, or `SO, categorie 2 (midden)`.
  var kindText: String { self.kind?.known?.label ?? self.kind?.word ?? "S(B)O" }

  var undatedDecision: [ProofStep] {
    self.decision != nil && self.decidedOn == nil ? [ProofStep("besluitZonderDatum")] : []
  }
}

extension String {
  /// The text for comparing names: small letters, one space between words, nothing around it.
  var comparable: String {
    let lowered = lowercased()
    return lowered.isSpacedOnce ? lowered : lowered.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
