extension Rule {
  /// Suspension: at most a week, reasons in writing, and the inspectorate told where it is longer than a day (WPO 40c).
  static let suspensionRules: [Rule] = [
    .onAbsence("schorsing.duur", SuspensionRules.length),
    .onAbsence("schorsing.inspectie", SuspensionRules.told),
  ]
}

private enum SuspensionRules {
  static func length(_ it: AbsenceCase) -> [Episode] {
    guard let limit = it.scope.norms["schorsing.duur.dagen"] else { return [] }
    return it.absence.suspensions.compactMap { suspension in
      guard let from = suspension.from, let until = suspension.until else { return nil }
      let days = until.days(since: from) + 1
      guard days > limit else { return nil }
      let values: [String: ProofValue] = [
        "van": .date(from), "tot": .date(until), "dagen": .count(days), "grens": .count(limit),
        "uiterlijk": .date(from.adding(days: limit - 1)),
      ]
      return Episode(
        id: Episode.ID(rule: "schorsing.duur", subject: it.subject, records: [suspension.id].compactMap(\.self)),
        visibleFrom: from, floor: .now, mustBeAcknowledged: true, title: ProofStep("titel", values),
        proof: [ProofStep("duur", values, at: place(suspension)), ProofStep("hoogstens", values)],
        act: place(suspension, SuspensionFields.declared.until.key))
    }
  }

  static func told(_ it: AbsenceCase) -> [Episode] {
    it.absence.suspensions.flatMap { suspension -> [Episode] in
      guard let from = suspension.from else { return [] }
      let until = suspension.until ?? from
      let days = it.calendar.teachingDays(from: from, through: until).filter { it.ledger.hours.day($0) != nil }.count
      let fields = SuspensionFields.declared
      var episodes = [
        episode("ouders", suspension, from, until, days, suspension.parentsToldOn, fields.parentsToldOn.key, it)
      ]
      if days > 1 {
        episodes.append(
          episode(
            "inspectie", suspension, from, until, days, suspension.inspectorateToldOn, fields.inspectorateToldOn.key, it
          ))
      }
      return episodes.compactMap(\.self)
    }
  }

  private static func episode(
    _ whom: String, _ suspension: Record<SuspensionFields>, _ from: CivilDate, _ until: CivilDate, _ days: Int,
    _ toldOn: CivilDate?, _ field: String, _ it: AbsenceCase
  ) -> Episode? {
    if let toldOn, toldOn <= from { return nil }
    let values: [String: ProofValue] = ["van": .date(from), "tot": .date(until), "dagen": .count(days)]
    return Episode(
      id: Episode.ID(
        rule: "schorsing.inspectie", subject: it.subject, records: [suspension.id].compactMap(\.self), mark: whom),
      visibleFrom: from, clearedOn: toldOn, floor: .now,
      title: ProofStep(whom == "ouders" ? "titelOuders" : "titel", values),
      proof: [ProofStep("schorsing", values, at: place(suspension)), ProofStep(whom, values)],
      act: place(suspension, field))
  }

  private static func place(_ suspension: Record<SuspensionFields>, _ field: String? = nil) -> Act {
    Act(.absence, list: AbsenceFields.declared.suspensions.key, record: suspension.id, field: field)
  }
}
