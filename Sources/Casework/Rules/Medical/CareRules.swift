extension Rule {
  /// Looking together at how care can be arranged, and looking again each school year (§2.10, 3.7; Wgbh/cz).
  static let careRules: [Rule] = [
    .onMedicalActs("medisch.herzien", CareRules.reviewed), careExamination,
  ]

  /// Care that was asked for is examined with the parents; where the board says no, another way is sought.
  private static let careExamination = Rule(
    "medisch.onderzoek", reads: [.medical],
    judge: .pupil { dossier, _ in
      guard let section = dossier.medical.record else { return [] }
      return section.jointExaminations.compactMap { CareRules.asked($0, of: dossier.id) }
        + section.acts.compactMap { CareRules.refused($0, of: dossier.id) }
    })
}

private enum CareRules {
  /// No pupil stays longer at a primary school than this many years.
  private static let longestStay = 12

  /// Once in each school year that began after the act did, while it goes on.
  @Sendable static func reviewed(_ it: MedicalActCase) -> [Episode] {
    let last = min(SchoolYear(of: it.act.until ?? it.scope.horizon), SchoolYear(of: it.scope.horizon)).startYear
    let first = max(SchoolYear(of: it.from).startYear + 1, last - longestStay)
    guard first <= last else { return [] }
    let looks = ([it.act.reviewedOn] + it.act.earlierReviews.map(\.on)).compactMap(\.self).sorted()
    return (first...last).compactMap { start in
      let year = SchoolYear(startYear: start)
      return it.scope.norms["medisch.herzien.weken", on: year.firstDay].map { episode(it, year, $0, looks) }
    }
  }

  private static func episode(
    _ it: MedicalActCase, _ year: SchoolYear, _ weeks: Int, _ looks: [CivilDate]
  ) -> Episode {
    let due = year.firstDay.adding(weeks: weeks)
    let place = it.place(MedicalActFields.declared.reviewedOn.key)
    let begun = ProofStep("loopt", ["wat": it.act.what.orNotFilled, "van": .date(it.from)], at: it.place())
    let seen =
      looks.last { $0 < year.firstDay }.map { ProofStep("bekekenOp", ["datum": .date($0)], at: place) }
      ?? ProofStep("nooitBekeken", at: place)
    return Episode(
      id: Episode.ID(
        rule: it.rule, subject: .pupil(it.pupil), records: [it.act.id].compactMap(\.self), mark: year.description),
      visibleFrom: year.firstDay, due: due, until: [year.next.firstDay, it.over].compactMap(\.self).min(),
      clearedOn: looks.first(where: year.contains), title: ProofStep("titel", ["wat": it.act.what.orNotFilled]),
      proof: [begun, seen, .term(weeks: weeks, from: year.firstDay, to: due)], act: place)
  }

  static func asked(_ talk: Record<CareTalkFields>, of pupil: RecordID) -> Episode? {
    guard let asked = talk.askedOn ?? talk.madeAt?.wall.day, talk.examinedOn.map({ $0 > asked }) ?? true else {
      return nil
    }
    let place = Act(
      .medical, list: MedicalFields.declared.jointExaminations.key, record: talk.id,
      field: CareTalkFields.declared.examinedOn.key)
    let values: ProofValues = ["zorg": talk.care.orNotFilled, "datum": .date(asked)]
    return Episode(
      id: Episode.ID(rule: "medisch.onderzoek", subject: .pupil(pupil), records: [talk.id].compactMap(\.self)),
      visibleFrom: asked, clearedOn: talk.examinedOn, floor: .now, title: ProofStep("titel", values),
      proof: [ProofStep("gevraagd", values, at: place), ProofStep("nietOnderzocht", at: place)], act: place)
  }

  static func refused(_ act: MedicalAct, of pupil: RecordID) -> Episode? {
    guard act.board.is(.refused), let on = act.boardOn ?? act.from ?? act.madeAt?.wall.day,
      act.alternativeOn.map({ $0 > on }) ?? true
    else { return nil }
    let fields = MedicalActFields.declared
    func place(_ field: String) -> Act {
      Act(.medical, list: MedicalFields.declared.acts.key, record: act.id, field: field)
    }
    let values: ProofValues = ["wat": act.what.orNotFilled, "datum": .date(on)]
    let isUndated = act.alternativeOn == nil && !act.alternative.isBlank
    return Episode(
      id: Episode.ID(
        rule: "medisch.onderzoek", subject: .pupil(pupil), records: [act.id].compactMap(\.self), mark: "bestuur"),
      visibleFrom: on, until: act.until?.adding(days: 1), clearedOn: act.alternativeOn, floor: .now,
      title: ProofStep("titelNee", values),
      proof: [
        ProofStep(act.boardOn == nil ? "bestuurNeeZonderDatum" : "bestuurNee", values, at: place(fields.board.key)),
        ProofStep(isUndated ? "alternatiefZonderDatum" : "geenAlternatief", at: place(fields.alternativeOn.key)),
      ], act: place(fields.alternativeOn.key))
  }
}
