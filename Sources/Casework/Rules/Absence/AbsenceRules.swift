extension Rule {
  /// The rule group Verzuim.
  public static let absenceRules: [Rule] =
    hoursRules + longAbsenceRules + illnessRules + openAbsenceRules + leaveRules + returnRules + suspensionRules
    + registrationRules
}

/// One pupil's absence as the rules of this group look at it.
struct AbsenceCase {
  let subject: Subject
  let pupil: Record<PupilFields>
  let absence: Record<AbsenceFields>
  /// Empty for a rule that does not read that tab.
  let conversations: Record<ConversationsFields>
  let ledger: AbsenceLedger
  let scope: RuleScope

  var calendar: TeachingCalendar { scope.calendar }
  var reports: TruancyReports {
    TruancyReports(absence, runs: ledger.unbrokenRuns, horizon: ledger.horizon)
  }

  /// That an absence was not ended yet: the last day of it that somebody vouched for.
  func openLine(_ run: AbsenceRun) -> ProofStep {
    let confirmed = ledger.days[run.range].last { !$0.isAssumed }?.date
    return ProofStep("nogOpen", ["dag": .date(confirmed ?? run.first)])
  }

  /// Whether nobody vouched for the last day of an absence.
  func isOpen(_ run: AbsenceRun) -> Bool { ledger.days[run.range].last?.isAssumed ?? false }

  /// The days of talks with parents about absence, attempts not counted.
  var talksAboutAbsence: [CivilDate] {
    conversations.conversations.compactMap { talk in
      let isAboutAbsence = talk.subjects?.contains { $0.known == .absence } ?? false
      guard talk.kind.is(.parents), isAboutAbsence, !talk.reached.is(.tried) else { return nil }
      return talk.on
    }
  }
}

extension Rule {
  /// A rule on one pupil's absence.
  static func onAbsence(
    _ id: RuleID, reads more: Set<SectionName> = [], afterDeparture: AfterDeparture = .nothing,
    _ judge: @escaping @Sendable (AbsenceCase) -> [Episode]
  ) -> Rule {
    let reads = more.union([.pupil, .absence])
    return Rule(
      id, reads: reads, afterDeparture: afterDeparture,
      judge: .absence { dossier, ledger, scope in
        guard let pupil = dossier.pupil.record, let absence = dossier.absence.record else { return [] }
        let conversations = reads.contains(.conversations) ? dossier.conversations.record : Record()
        guard let conversations else { return [] }
        return judge(
          AbsenceCase(
            subject: .pupil(dossier.id), pupil: pupil, absence: absence, conversations: conversations, ledger: ledger,
            scope: scope))
      })
  }
}

extension AbsentDay {
  /// One line of proof for each record behind the day that counts.
  func lines(_ sentence: String, where counts: (AbsenceCause) -> Bool = { _ in true }) -> [ProofStep] {
    causes.filter(counts).map { cause in
      let values: ProofValues = [
        "dag": .date(date), "uren": .minutes(cause.minutes),
        "soort": .text(cause.kind?.label ?? AbsenceKind.unknown.label),
      ]
      return ProofStep(sentence, values, at: cause.place)
    }
  }

  func has(_ kind: AbsenceKind, _ standing: AbsenceStanding? = nil) -> Bool {
    causes.contains { $0.kind == kind && (standing == nil || $0.standing == standing) }
  }
}

extension Term {
  /// The term as the proof shows it: from when, how many days, each day that does not count, and whether that is sure.
  func countedDayLines(_ count: Int) -> [ProofStep] {
    var steps = [ProofStep("termijn", ["van": .date(start), "dagen": .count(count), "tot": .date(lastDay)])]
    steps += skipped.map { ProofStep("nietMeegeteld", ["dag": .date($0.date), "reden": .text($0.reason)]) }
    if let unknownAfter { steps.append(ProofStep("feestdagenOnbekend", ["dag": .date(unknownAfter)])) }
    return steps
  }
}

extension TeachingCalendar {
  /// That nothing can be counted beyond the school years on record: names the first that lacks from `day` on.
  func endLine(after day: CivilDate) -> ProofStep {
    var year = SchoolYear(of: day)
    while schoolYears.contains(year) { year = year.next }
    return ProofStep("kalenderOnbekend", ["schooljaar": .text(year.description)])
  }
}

extension ProofStep {
  /// That days were counted which nobody confirmed, up to the last of them; nothing where there are none.
  static func assumed(_ dates: some Sequence<CivilDate>) -> [ProofStep] {
    dates.max().map { [ProofStep("alsHetDoorloopt", ["dag": .date($0)])] } ?? []
  }
}
