/// The duty to have an established plan for one stretch of extra support of an enrolled pupil (§2.4; WPO 40a lid 1 and 2).
struct PlanDuty: Equatable, Sendable {
  /// The days on which the pupil is definitively enrolled and has extra support; the term counts from the first.
  let span: DateSpan
  let term: Term
  let weeks: Int
  private let needFrom: CivilDate
  private let enrolledFrom: CivilDate
  private let presence: Presence

  /// What shows that the pupil is at school.
  private enum Presence {
    case enrolment
    /// No enrolment is on record, but the pupil is in a group.
    case group
    /// Neither is on record: the need itself counts, since a date that lacks must not silence the rule.
    case nothing
  }

  /// The first day of the duty.
  var base: CivilDate { span.from }
  /// The last day on which the pupil was enrolled and had extra support; nothing while that goes on.
  var lastDayOfNeed: CivilDate? { span.until }

  /// One for each stretch in which both hold, in order.
  ///
  /// Temporary placement starts no term. A date of enrolment that lacks must not silence the rule: then being in a group
  /// shows that the pupil is at school, and where that lacks too the need stands by itself.
  static func all(_ history: PupilHistory, at type: SchoolType?, _ scope: RuleScope) -> [PlanDuty] {
    let presence: Presence
    var enrolments: [DateSpan]
    if !history.enrolments.isEmpty {
      presence = .enrolment
      enrolments = history.definitive
    } else {
      enrolments = DateSpan.joined(history.placements.map(\.span))
      presence = enrolments.isEmpty ? .nothing : .group
    }
    let needs = type == .specialPrimary && presence == .group ? enrolments : history.extra
    if presence == .nothing { enrolments = needs }
    return needs.flatMap { need in
      enrolments.compactMap { enrolment in
        guard let span = need.common(with: enrolment), let weeks = scope.norms["opp.opstellen.weken", on: span.from]
        else { return nil }
        return PlanDuty(
          span: span, term: .statutory(.weeks(weeks), from: span.from, holidays: scope.holidays), weeks: weeks,
          needFrom: need.from, enrolledFrom: enrolment.from, presence: presence)
      }
    }
  }

  /// From which days the term counts, and how.
  var proof: [ProofStep] {
    let place = Act(.pupil, list: "inschrijvingen")
    let enrolled =
      switch presence {
      case .enrolment: ProofStep("ingeschreven", ["datum": .date(enrolledFrom)], at: place)
      case .group: ProofStep("nietIngeschreven", ["datum": .date(enrolledFrom)], at: place)
      case .nothing: ProofStep("nergensIngeschreven", at: place)
      }
    let need = ProofStep("extraSinds", ["datum": .date(needFrom)], at: Act(.pupil, list: "ondersteuningsniveaus"))
    return [need, enrolled] + counting
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
    let end = CivilDate.earlier(until, other.until)
    if let end, end < start { return nil }
    return DateSpan(from: start, until: end)
  }
}
