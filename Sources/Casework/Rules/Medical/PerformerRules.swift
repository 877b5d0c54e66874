extension Rule {
  /// What must be known of each member of staff who does a medical act: willing, and for a reserved act able (§3.7; BIG 35-38).
  static let performerRules: [Rule] = [
    .onMedicalActs("medisch.vrijwillig", PerformerRules.willing),
    .onMedicalActs("medisch.bekwaam", PerformerRules.able),
  ]
}

private enum PerformerRules {
  /// A teacher may refuse, so that each says it; where nobody is named, nobody did.
  @Sendable static func willing(_ it: MedicalActCase) -> [Episode] {
    let field = MedicalActFields.declared.performers.key
    if it.act.performers.isEmpty {
      return it.episodes(
        field: field, turningPoints: [], shortfall: { _, _ in .rule },
        title: { _ in ProofStep("titelNiemand", ["wat": it.act.what.orNotFilled]) }, proof: { _, _ in [] })
    }
    return it.staff.flatMap { performer in
      let said = performer.voluntary.is(.yes) ? performer.voluntaryOn : nil
      let who: ProofValues = ["wie": performer.personName.orNotFilled, "wat": it.act.what.orNotFilled]
      return it.episodes(
        records: [performer.id], field: field, turningPoints: [said].compactMap(\.self),
        shortfall: { _, known in said.map { $0 <= known } ?? false ? .nothing : .rule },
        title: { _ in ProofStep("titel", who) }, proof: { _, _ in [willingness(of: performer, at: it.place(field))] })
    }
  }

  private static func willingness(of performer: Record<PerformerFields>, at place: Act) -> ProofStep {
    let who: ProofValues = ["wie": performer.personName.orNotFilled]
    switch performer.voluntary?.known {
    case .no: return ProofStep("wilNiet", who, at: place)
    case .unknown, nil: return ProofStep("nietGevraagd", who, at: place)
    case .yes:
      guard let on = performer.voluntaryOn else { return ProofStep("zonderDatum", who, at: place) }
      return ProofStep("pasGezegd", who.and(["datum": .date(on)]), at: place)
    }
  }

  /// A reserved act: instructed and found able, and for as long as that was said.
  ///
  /// Where nobody wrote down what kind of act it is, it may be one.
  @Sendable static func able(_ it: MedicalActCase) -> [Episode] {
    let kind = it.act.kind
    guard kind == nil || kind.is(.reserved) else { return [] }
    return it.staff.flatMap { performer -> [Episode] in
      let ability = Ability(performer)
      let who: ProofValues = ["wie": performer.personName.orNotFilled]
      let unclear =
        kind == nil ? [ProofStep("soortLeeg", at: it.place(MedicalActFields.declared.kind.key))] : []
      let found = it.episodes(
        records: [performer.id], field: MedicalActFields.declared.performers.key,
        turningPoints: ability.turningPoints, shortfall: ability.shortfall(on:knownBy:),
        title: { _ in ProofStep("titel", who) },
        proof: { day, known in
          unclear
            + ability.proof(who, on: day, knownBy: known, at: it.place(MedicalActFields.declared.performers.key))
        })
      return found.map { ability.announced($0, from: it.from) }
    }
  }
}

/// What is on record of somebody's instruction and competence.
private struct Ability {
  private let instructedOn: CivilDate?
  private let competentOn: CivilDate?
  private let competentUntil: CivilDate?

  init(_ performer: Record<PerformerFields>) {
    instructedOn = performer.instructedOn
    competentOn = performer.competentOn
    competentUntil = performer.competentUntil
  }

  var turningPoints: [CivilDate] {
    [instructedOn, competentOn, competentUntil?.adding(days: 1)].compactMap(\.self)
  }

  func shortfall(on day: CivilDate, knownBy known: CivilDate) -> Shortfall {
    let isInstructed = instructedOn.map { $0 <= known } ?? false
    let isCompetent = competentOn.map { $0 <= known } ?? false
    return isInstructed && isCompetent && competentUntil.map { day <= $0 } ?? true ? .nothing : .rule
  }

  func proof(
    _ who: ProofValues, on day: CivilDate, knownBy known: CivilDate, at place: Act
  ) -> [ProofStep] {
    func step(_ name: String, _ on: CivilDate?) -> ProofStep {
      ProofStep(name, who.and(on.map { ["datum": .date($0)] } ?? [:]), at: place)
    }
    var steps: [ProofStep] = []
    if let instructedOn {
      steps.append(step(instructedOn <= known ? "instructie" : "instructieLater", instructedOn))
    } else {
      steps.append(step("geenInstructie", nil))
    }
    if let competentOn {
      steps.append(step(competentOn <= known ? "bekwaam" : "bekwaamLater", competentOn))
    } else {
      steps.append(step("nietBekwaam", nil))
    }
    if let competentUntil, competentUntil < day { steps.append(step("verlopen", competentUntil)) }
    return steps
  }

  /// Competence that ends is known beforehand: its end shows four weeks before, due on its last day.
  func announced(_ episode: Episode, from: CivilDate) -> Episode {
    guard let competentUntil, let instructedOn, let competentOn, episode.due == nil,
      episode.visibleFrom == competentUntil.adding(days: 1)
    else { return episode }
    let visible = [from, instructedOn, competentOn, competentUntil.adding(weeks: -4)].max() ?? from
    return Episode(
      id: episode.id, visibleFrom: visible, due: competentUntil, until: episode.until, clearedOn: episode.clearedOn,
      factOn: episode.factOn, title: ProofStep("titelVerloopt", episode.title.values), proof: episode.proof,
      act: episode.act)
  }
}
