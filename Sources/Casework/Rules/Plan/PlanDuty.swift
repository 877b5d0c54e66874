/// The duty to have an established plan for one stretch of extra support of an enrolled pupil (§2.4; WPO 40a lid 1 and 2).
struct PlanDuty: Equatable, Sendable {
  /// The days on which the pupil is definitively enrolled and has extra support; the term counts from the first.
  let span: DateSpan
  let term: Term
  let weeks: Int
  private let needFrom: CivilDate
  private let enrolledFrom: CivilDate
  /// Whether the enrolment itself is on record; else the first day in a group stands in for it.
  private let isEnrolmentOnRecord: Bool

  /// The first day of the duty.
  var base: CivilDate { span.from }
  /// The last day on which the pupil was enrolled and had extra support; nothing while that goes on.
  var lastDayOfNeed: CivilDate? { span.until }

  /// One for each stretch in which both hold, in order.
  ///
  /// Temporary placement starts no term. Where no enrolment at all is on record, being in a group shows that the pupil is at
  /// school: a date that an import lacks must not silence the rule.
  static func all(pupil: Record<PupilFields>, scope: RuleScope) -> [PlanDuty] {
    let type = scope.school.record.type?.known
    let isOnRecord = !pupil.enrolmentHistory.isEmpty
    let enrolments = isOnRecord ? pupil.definitiveSpans : DateSpan.joined(pupil.placementHistory.map(\.span))
    let needs = type == .specialPrimary && !isOnRecord ? enrolments : pupil.extraSupportRuns(at: type)
    return needs.flatMap { need in
      enrolments.compactMap { enrolment in
        guard let span = need.common(with: enrolment), let weeks = scope.norms["opp.opstellen.weken", on: span.from]
        else { return nil }
        return PlanDuty(
          span: span, term: .statutory(.weeks(weeks), from: span.from, holidays: scope.holidays), weeks: weeks,
          needFrom: need.from, enrolledFrom: enrolment.from, isEnrolmentOnRecord: isOnRecord)
      }
    }
  }

  /// From which days the term counts, and how.
  var proof: [ProofStep] {
    let enrolled = isEnrolmentOnRecord ? "ingeschreven" : "nietIngeschreven"
    return [
      ProofStep("extraSinds", ["datum": .date(needFrom)], at: Act(.pupil, list: "ondersteuningsniveaus")),
      ProofStep(enrolled, ["datum": .date(enrolledFrom)], at: Act(.pupil, list: "inschrijvingen")),
    ] + counting
  }

  /// How the term is counted.
  var counting: [ProofStep] {
    [.term(weeks: weeks, from: base, to: term.end)] + term.movedSteps
  }
}

extension DateSpan {
  /// The days of both; nothing where there is none.
  func common(with other: DateSpan) -> DateSpan? {
    let start = max(from, other.from)
    let end = [until, other.until].compactMap(\.self).min()
    if let end, end < start { return nil }
    return DateSpan(from: start, until: end)
  }
}
