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
    _ id: RuleID, reads more: Set<SectionName> = [], outlivesDeparture: Bool = false,
    _ judge: @escaping @Sendable (AbsenceCase) -> [Episode]
  ) -> Rule {
    let reads = more.union([.pupil, .absence])
    return Rule(
      id, reads: reads, outlivesDeparture: outlivesDeparture,
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
      let values: [String: ProofValue] = [
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
  /// The term as the proof shows it: from when, how many working days, and each day that does not count.
  func workingDayLines(_ count: Int) -> [ProofStep] {
    [ProofStep("termijn", ["van": .date(start), "dagen": .count(count), "tot": .date(lastDay)])]
      + skipped.filter { !$0.date.weekday.isWeekend }.map {
        ProofStep("nietMeegeteld", ["dag": .date($0.date), "reden": .text($0.reason)])
      }
  }
}
