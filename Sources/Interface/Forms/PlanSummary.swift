import Casework

/// What one line says of the records of a plan: the fields that matter, whatever their order in the form.
struct PlanSummary {
  private let references: References
  private let plan: Record<PlanFields>

  /// `file` is the tab as it is shown; a form may have changed it.
  init(_ references: References, in file: Members) {
    self.references = references
    plan = Record(members: file)
  }

  /// The day that the line begins with, and its words; nothing for a record of another kind.
  func parts(_ members: Members, of kind: RecordKind) -> (day: CivilDate?, words: [String])? {
    switch kind.name {
    case PlanVersionFields.name: version(Record(members: members))
    case GoalFields.name: (nil, goal(Record(members: members)))
    case PlanAgreementFields.name: (nil, agreement(Record(members: members)))
    case EvaluationFields.name: evaluation(Record(members: members))
    case EvaluationAttendanceFields.name: (nil, attendance(Record(members: members)))
    case GoalResultFields.name: (nil, result(Record(members: members)))
    case ReadingFields.name: reading(Record(members: members))
    default: nil
    }
  }

  /// The version with its number and how far it is.
  func name(of version: PlanVersion) -> String {
    Texts.Plan.version(version.id.flatMap { plan.number(of: $0) })
  }

  private func version(_ version: PlanVersion) -> (CivilDate?, [String]) {
    let words = [name(of: version), Texts.Plan.standing(of: version), version.supportNeeds.firstLine]
    return (version.drawnUpOn, words.compactMap(\.self))
  }

  private func goal(_ goal: Record<GoalFields>) -> [String] {
    let last = goal.id.flatMap { plan.lastResult(of: $0) }
    let result = last.map { Texts.Plan.lastResult($0.score.label, on: $0.on) }
    let words = [
      goal.domain.firstLine, result, goal.target.firstLine, goal.byWhen.map(Texts.Plan.byWhen),
    ]
    return words.compactMap(\.self)
  }

  private func agreement(_ agreement: PlanAgreement) -> [String] {
    let version = plan.versions.first { version in version.agreements.contains { $0.id == agreement.id } }
    let isGiven = agreement.answer.map { !$0.isOpen } ?? false
    var words = [guardian(agreement.guardian?.id)]
    if isGiven {
      words.append(Texts.Plan.answered(agreement.answer?.label ?? "", on: agreement.answeredOn))
      if let version, agreement.answer.is(.agreed) { words.append(Texts.Plan.bound(version.holds(agreement))) }
    } else {
      words.append(Texts.Plan.waiting)
      words += [agreement.consultedOn.map(Texts.Plan.consulted), agreement.sentOn.map(Texts.Plan.sent)]
        .compactMap(\.self)
    }
    return words
  }

  private func evaluation(_ evaluation: Evaluation) -> (CivilDate?, [String]) {
    let version = evaluation.version.flatMap { plan.version($0.id) }.map { name(of: $0) }
    let scores = evaluation.results.compactMap { $0.score?.known }
    let count = scores.isEmpty ? nil : Texts.Plan.reached(scores.count { $0.isReached }, of: scores.count)
    return (evaluation.on, [version, count, evaluation.conclusion.firstLine].compactMap(\.self))
  }

  private func attendance(_ line: Record<EvaluationAttendanceFields>) -> [String] {
    let isGiven = line.answer.map { !$0.isOpen } ?? false
    let answer = isGiven ? Texts.Plan.answered(line.answer?.label ?? "", on: line.answeredOn) : nil
    return [guardian(line.guardian?.id), line.attendance?.label ?? Texts.Plan.notFilled, answer].compactMap(\.self)
  }

  private func result(_ result: Record<GoalResultFields>) -> [String] {
    let goal = result.goal.flatMap { reference in
      plan.versions.lazy.flatMap { $0.goals }.first { $0.id == reference.id }
    }
    let score = result.score?.label ?? Texts.Plan.notFilled
    return [score, goal?.domain.firstLine, goal?.target.firstLine, result.note.firstLine].compactMap(\.self)
  }

  private func reading(_ reading: Record<ReadingFields>) -> (CivilDate?, [String]) {
    let reader = reading.reader.flatMap { references.caseload.name(of: $0.id, .user, around: references.pupil) }
    let version = reading.version.flatMap { plan.version($0.id) }.map { name(of: $0) }
    return (reading.on, [reader, version].compactMap(\.self))
  }

  private func guardian(_ id: RecordID?) -> String {
    guard let id else { return Texts.Plan.noGuardian }
    // A line is short: who it is to the child says enough where nobody else is that.
    let family = references.pupil.flatMap { references.caseload.dossiers[$0]?.family.record }
    if let own = family?.guardian(id)?.relation, !own.isBlank,
      family?.all(\.guardians).count(where: { $0.relation == own }) == 1
    {
      return own
    }
    return references.caseload.name(of: id, .guardian, around: references.pupil) ?? Texts.unknownReference
  }
}

extension String? {
  /// The first line that says something.
  fileprivate var firstLine: String? {
    self?.split(whereSeparator: \.isNewline).lazy.map(String.init).first { !$0.isBlank }
  }
}

extension Choice<AgreementAnswer> {
  /// Whether it says that there is no answer yet.
  var isOpen: Bool { self == .open }
}

extension GoalScore {
  /// Whether the goal was reached, or more than that.
  var isReached: Bool {
    switch self {
    case .reached, .exceeded: true
    case .declined, .unchanged, .partly: false
    }
  }
}
