extension Rule {
  /// What staff need before they do a medical act: consent of the guardians and approval of the board (§3.7).
  static let actRules: [Rule] = [
    .onMedicalActs("medisch.toestemming", readsFamily: true, ActRules.consent),
    .onMedicalActs("medisch.bestuur", ActRules.board),
  ]
}

private enum ActRules {
  @Sendable static func consent(_ it: MedicalActCase) -> [Episode] {
    guard it.isByStaff, let norm = ConsentNorm(it.scope.norms, on: it.from) else { return [] }
    let field = MedicalActFields.declared.consents.key
    let consents = AnsweredConsents(it.act.consents, circle: it.circle, norm: norm, at: it.place(field))
    return it.episodes(
      field: field, turningPoints: consents.turningPoints, shortfall: consents.shortfall(on:knownBy:),
      title: { ProofStep($0.shortfall == .norm ? "titelNorm" : "titel", ["wat": it.act.what.orNotFilled]) },
      proof: consents.proof(on:knownBy:))
  }

  @Sendable static func board(_ it: MedicalActCase) -> [Episode] {
    guard it.isByStaff else { return [] }
    let approved = it.act.board.is(.approved) ? it.act.boardOn : nil
    let isRefused = it.act.board.is(.refused)
    let fields = MedicalActFields.declared
    return it.episodes(
      field: fields.board.key, turningPoints: [it.act.boardOn].compactMap(\.self),
      shortfall: { _, known in approved.map { $0 <= known } ?? false ? .nothing : .rule },
      title: { _ in ProofStep(isRefused ? "titelNee" : "titel", ["wat": it.act.what.orNotFilled]) },
      proof: { _, _ in [answer(it, isRefused: isRefused)] })
  }

  private static func answer(_ it: MedicalActCase, isRefused: Bool) -> ProofStep {
    let place = it.place(MedicalActFields.declared.board.key)
    switch (it.act.board?.known, it.act.boardOn) {
    case (.approved, let on?): return ProofStep("akkoordPas", ["datum": .date(on)], at: place)
    case (.approved, nil): return ProofStep("akkoordZonderDatum", at: place)
    case (.refused, let on?): return ProofStep("nietAkkoord", ["datum": .date(on)], at: place)
    case (.refused, nil): return ProofStep("nietAkkoordZonderDatum", at: place)
    case (.open, _), (nil, _): return ProofStep("geenAntwoord", at: place)
    }
  }
}
