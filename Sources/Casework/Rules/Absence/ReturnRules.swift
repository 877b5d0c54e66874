extension Rule {
  /// Arrangements that take a pupil out of the group's timetable for a time (§3.8).
  static let returnRules: [Rule] = [
    .onAbsence("deeltijd.eindigt", ReturnRules.ending),
    .onAbsence("afstand.criteria", ReturnRules.criteria),
  ]
}

private enum ReturnRules {
  static func ending(_ it: AbsenceCase) -> [Episode] {
    guard let weeks = it.scope.norms["deeltijd.eindigt.weken"] else { return [] }
    let all = OwnArrangement.all(in: it.absence)
    return all.map { arrangement in
      guard let end = arrangement.agreedEnd else { return withoutEnd(arrangement, it) }
      let next = all.filter { $0.follows(arrangement) }.map(\.agreedOn).min()
      let cleared = [arrangement.returnedOn, next].compactMap(\.self).min()
      let visible = max(arrangement.from, end.adding(weeks: -weeks))
      return Episode(
        id: Episode.ID(rule: "deeltijd.eindigt", subject: it.subject, records: [arrangement.record].compactMap(\.self)),
        visibleFrom: visible, due: end, clearedOn: cleared.map { max($0, visible) },
        title: ProofStep("titel", ["dag": .date(end)]),
        proof: [
          ProofStep(arrangement.sentence, ["van": .date(arrangement.from), "tot": .date(end)], at: arrangement.place),
          ProofStep("zichtbaar", ["weken": .count(weeks), "dag": .date(visible)]),
        ], act: arrangement.act)
    }
  }

  /// Without an end nothing tells when the pupil is to be back: that is what has to be filled in.
  private static func withoutEnd(_ arrangement: OwnArrangement, _ it: AbsenceCase) -> Episode {
    let cleared = arrangement.returnedOn.map { max($0, arrangement.from) }
    return Episode(
      id: Episode.ID(
        rule: "deeltijd.eindigt", subject: it.subject, records: [arrangement.record].compactMap(\.self), mark: "einde"),
      visibleFrom: arrangement.from, clearedOn: cleared, floor: .now, title: ProofStep("titelZonderEinde"),
      proof: [ProofStep("zonderEinde", ["van": .date(arrangement.from)], at: arrangement.place)], act: arrangement.act)
  }

  static func criteria(_ it: AbsenceCase) -> [Episode] {
    it.absence.distanceLearning.compactMap { distance in
      guard let from = distance.from else { return nil }
      let lacking = DistanceLearningFields.lacking(distance)
      let metOn = DistanceLearningFields.countsFrom(distance)
      // On record in time: nothing was ever lacking.
      if let metOn, metOn <= from { return nil }
      let place = Act(.absence, list: AbsenceFields.declared.distanceLearning.key, record: distance.id)
      let late = [
        distance.councilConsentedOn.map { ("mrLater", $0) },
        distance.inspectorateConsultedOn.map { ("inspectieLater", $0) },
      ].compactMap(\.self).filter { $0.1 > from }
      return Episode(
        id: Episode.ID(rule: "afstand.criteria", subject: it.subject, records: [distance.id].compactMap(\.self)),
        visibleFrom: from, until: DistanceLearningFields.lastDay(of: distance)?.adding(days: 1), clearedOn: metOn,
        floor: .now, title: ProofStep("titel", ["dag": .date(from)]),
        proof: [ProofStep("vanaf", ["dag": .date(from)], at: place)] + lacking.map { ProofStep($0.rawValue) }
          + late.map { ProofStep($0.0, ["dag": .date($0.1)]) } + [ProofStep("teltAlsVerzuim")],
        act: Act(
          .absence, list: AbsenceFields.declared.distanceLearning.key, record: distance.id, field: lacking.first?.field)
      )
    }
  }
}

/// An individual timetable or distance learning, as far as its end goes.
private struct OwnArrangement {
  let record: RecordID?
  let from: CivilDate
  let agreedEnd: CivilDate?
  let returnedOn: CivilDate?
  let agreedOn: CivilDate
  let sentence: String
  let act: Act

  var place: Act { Act(act.section, list: act.list, record: record) }

  /// Whether it is the new agreement that comes after another one.
  func follows(_ other: OwnArrangement) -> Bool {
    guard record != other.record, from > other.from, let end = other.agreedEnd else { return false }
    return agreedEnd.map { $0 > end } ?? true
  }

  static func all(in absence: Record<AbsenceFields>) -> [OwnArrangement] {
    absence.individualTimetables.compactMap(OwnArrangement.init(timetable:))
      + absence.distanceLearning.compactMap(OwnArrangement.init(distance:))
  }

  private init?(timetable: Record<IndividualTimetableFields>) {
    guard let from = timetable.from else { return nil }
    let end = timetable.until ?? timetable.returnOn
    record = timetable.id
    self.from = from
    agreedEnd = end
    returnedOn = timetable.returnedOn
    agreedOn = timetable.parentsAgreedOn ?? from
    sentence = timetable.until == nil ? "roosterTerug" : "rooster"
    act = Act(
      .absence, list: AbsenceFields.declared.individualTimetables.key, record: timetable.id,
      field: end == nil
        ? IndividualTimetableFields.declared.until.key : IndividualTimetableFields.declared.returnedOn.key)
  }

  private init?(distance: Record<DistanceLearningFields>) {
    // Without an end it lacks a criterion, and that rule asks for it.
    guard let from = distance.from, let end = distance.until ?? distance.returnOn else { return nil }
    record = distance.id
    self.from = from
    agreedEnd = end
    returnedOn = distance.returnedOn
    agreedOn = from
    sentence = distance.until == nil ? "afstandTerug" : "afstand"
    act = Act(
      .absence, list: AbsenceFields.declared.distanceLearning.key, record: distance.id,
      field: DistanceLearningFields.declared.returnedOn.key)
  }
}

extension DistanceCriterion {
  /// The key of the field that would hold it.
  var field: String {
    let fields = DistanceLearningFields.declared
    switch self {
    case .goal: return fields.goal.key
    case .returnDate: return fields.returnOn.key
    case .board: return fields.boardIsResponsible.key
    case .teacher: return fields.teacherCanIntervene.key
    case .participation: return fields.participationIsChecked.key
    case .council: return fields.councilConsentedOn.key
    case .inspectorate: return fields.inspectorateConsultedOn.key
    }
  }
}
