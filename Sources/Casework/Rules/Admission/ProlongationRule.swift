/// More time for the decision counts only where the parents heard of it in the first term (§1.2; WPO 40 lid 6).
enum ProlongationRule {
  static func judge(_ it: ApplicationCase) -> [Episode] {
    let application = it.application
    guard application.form.is(.written), let received = application.receivedOn,
      let asked = application.extensionWeeks, asked > 0,
      let longest = it.scope.norms["aanmelding.besluit.verlenging", on: received]
    else { return [] }
    var episodes = asked > longest ? [tooLong(it, received, asked, longest)] : []
    guard let first = firstTerm(it, received) else { return episodes + [toBeTold(it, received, asked, nil)] }
    episodes.append(toBeTold(it, received, asked, first))
    // A decision within the first term made the extension needless.
    let inTime = [application.extensionToldOn, it.decidedOn].compactMap(\.self).contains { $0 <= first.lastDay }
    return inTime ? episodes : episodes + [toldLate(it, received, asked, first)]
  }

  /// The term as it is without any extension; nothing while it stands still without an end.
  private static func firstTerm(_ it: ApplicationCase, _ received: CivilDate) -> Term? {
    var plain = it.application
    plain.extensionWeeks = nil
    return AdmissionTerm(plain, receivedOn: received, scope: it.scope)?.due
  }

  private static func toBeTold(
    _ it: ApplicationCase, _ received: CivilDate, _ asked: Int, _ first: Term?
  ) -> Episode {
    let done = [it.application.extensionToldOn, it.decidedOn].compactMap(\.self).min()
    let ending: [ProofStep] =
      if let first {
        [ProofStep("eersteTermijn", ["datum": .date(first.lastDay)])] + first.movedSteps
      } else { [ProofStep("staatStil")] }
    return Episode(
      id: it.episodeID("aanmelding.verlenging"), visibleFrom: received, due: first?.end, lastDay: first?.lastDay,
      until: first?.lastDay.adding(days: 1), clearedOn: done, floor: .now,
      proof: facts(it, received, asked) + ending, act: it.place(toldField))
  }

  private static func toldLate(
    _ it: ApplicationCase, _ received: CivilDate, _ asked: Int, _ first: Term
  ) -> Episode {
    let told =
      it.application.extensionToldOn.map { ProofStep("gemeldOp", ["datum": .date($0)], at: it.place(toldField)) }
      ?? ProofStep("nietGemeld", at: it.place(toldField))
    return Episode(
      id: it.episodeID("aanmelding.verlenging", mark: "te laat"), visibleFrom: first.lastDay.adding(days: 1),
      floor: .now, mustBeAcknowledged: true, factOn: received, title: ProofStep("titelTeLaat"),
      proof: facts(it, received, asked) + [ProofStep("eersteTermijn", ["datum": .date(first.lastDay)])]
        + first.movedSteps + [told, ProofStep("teltNiet")],
      act: it.place(toldField))
  }

  private static func tooLong(
    _ it: ApplicationCase, _ received: CivilDate, _ asked: Int, _ longest: Int
  ) -> Episode {
    Episode(
      id: it.episodeID("aanmelding.verlenging", mark: "te lang"), visibleFrom: received, clearedOn: it.decidedOn,
      floor: .now, title: ProofStep("titelTeLang", ["weken": .count(asked), "grens": .count(longest)]),
      proof: facts(it, received, asked) + [ProofStep("teLang", ["grens": .count(longest)])],
      act: it.place(ApplicationFields.declared.extensionWeeks.key))
  }

  private static func facts(_ it: ApplicationCase, _ received: CivilDate, _ asked: Int) -> [ProofStep] {
    [
      ProofStep("ontvangen", ["datum": .date(received)], at: it.place()),
      ProofStep("verlengd", ["weken": .count(asked)], at: it.place(ApplicationFields.declared.extensionWeeks.key)),
    ]
  }

  private static let toldField = ApplicationFields.declared.extensionToldOn.key
}

/// An oral application starts no term: parents are asked to put it in writing (§1.2).
enum OralApplicationRule {
  static func judge(_ it: ApplicationCase) -> [Episode] {
    let application = it.application
    guard application.form.is(.oral), let received = application.receivedOn else { return [] }
    let written = it.others.filter { $0.form.is(.written) }
    let isOpen = written.contains { other in
      guard let day = other.receivedOn, day < received else { return false }
      return other.decidedOn.map { $0 >= received } ?? true
    }
    if isOpen { return [] }
    let writtenOn = written.compactMap(\.receivedOn).filter { $0 >= received }.min()
    return [
      Episode(
        id: it.episodeID("aanmelding.mondeling"), visibleFrom: received,
        clearedOn: [writtenOn, it.decidedOn].compactMap(\.self).min(), floor: .now,
        proof: [
          ProofStep("mondeling", ["datum": .date(received)], at: it.place()),
          writtenOn.map { ProofStep("schriftelijkOp", ["datum": .date($0)]) } ?? ProofStep("schriftelijkOntbreekt"),
        ],
        act: Act(.admission, list: AdmissionFields.declared.applications.key))
    ]
  }
}
