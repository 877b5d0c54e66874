import Casework

/// What particular records ask of a form beyond their declaration.
enum FormRules {
  /// Fields that nobody types: the program sets them.
  static func isFilledByProgram(_ field: AnyField, of kind: RecordKind) -> Bool {
    switch kind.name {
    case PlanAgreementFields.name: field.key == textHash
    case EvaluationAttendanceFields.name: field.key == EvaluationAttendanceFields.declared.textHash.key
    case PutOffFields.name:
      [PutOffFields.declared.rule.key, PutOffFields.declared.records.key, PutOffFields.declared.mark.key]
        .contains(field.key)
    case WithdrawalFields.name: field.key == RecordKey.madeBy || field.key == RecordKey.madeAt
    default: false
    }
  }

  /// What a new record most likely holds: the day of today where it is about what happens now.
  static func prefill(_ members: inout Members, of kind: RecordKind, today: CivilDate) {
    switch kind.name {
    case ConversationFields.name:
      members[ConversationFields.declared.on.key] = today.tree
      members[ConversationFields.declared.reached.key] = Choice(Reached.reached).tree
    case PlanVersionFields.name: members[PlanVersionFields.declared.drawnUpOn.key] = today.tree
    case ProgressNoteFields.name: members[ProgressNoteFields.declared.on.key] = today.tree
    case EvaluationFields.name: members[EvaluationFields.declared.on.key] = today.tree
    case AbsenceRecordFields.name: members[AbsenceRecordFields.declared.from.key] = today.tree
    case TruancyReportFields.name: members[TruancyReportFields.declared.reportedOn.key] = today.tree
    case SchoolGroupFields.name: members[SchoolGroupFields.declared.schoolYear.key] = SchoolYear(of: today).tree
    case AssignmentFields.name: members[AssignmentFields.declared.schoolYear.key] = SchoolYear(of: today).tree
    default: break
    }
  }

  /// An established version is never changed: only what comes after it may be filled in, and what was forgotten of
  /// hearing the pupil and of the offer.
  static func isLocked(_ field: AnyField, at path: TreePath, in before: Members, of root: RecordKind) -> Bool {
    guard root == RecordKind(PlanFields.self), case .item(PlanFields.declared.versions.key, _)? = path.first,
      let version = before.record(at: path.prefix(1)), Record<PlanVersionFields>(members: version).isLocked
    else { return false }
    // Inside a list of the version it is the list that says so.
    let open = path.count > 1 ? RecordKind(PlanVersionFields.self).field(path[1].key) : field
    if open?.traits.contains(.fillsLater) ?? false { return version[field.key] != nil }
    return !(open?.staysOpen ?? false)
  }

  /// Fills in what follows from what was typed: an answer is bound to the text it was given for.
  static func complete(
    _ file: inout Members, at path: TreePath, changed key: String, of kind: RecordKind, before: Members?
  ) {
    switch kind.name {
    case PlanAgreementFields.name where key == PlanAgreementFields.declared.answer.key:
      guard let version = path.dropLast().lastRecord.flatMap({ file.record(at: $0) }) else { return }
      let hash = Record<PlanVersionFields>(members: version).actionPartHash
      file.change(at: path) { $0.bindAnswer(to: hash) }
    case EvaluationAttendanceFields.name where key == EvaluationAttendanceFields.declared.answer.key:
      guard let evaluation = path.dropLast().lastRecord.flatMap({ file.record(at: $0) }) else { return }
      let hash = Evaluation(members: evaluation).agreementHash(in: Record(members: file))
      file.change(at: path) { $0.bindAnswer(to: hash) }
    case EvaluationFields.name where adjustmentKeys.contains(key):
      bindNewAnswers(&file, at: path, before: before)
    default: break
    }
  }

  private static let adjustmentKeys: Set<String> = [
    EvaluationFields.declared.adjustment.key, EvaluationFields.declared.adjustedVersion.key,
  ]

  /// What is recorded of one meeting belongs together: an answer that was not saved before is about the adjustment as it
  /// stands in the form at last, in whatever order the two were typed.
  private static func bindNewAnswers(_ file: inout Members, at path: TreePath, before: Members?) {
    guard let members = file.record(at: path) else { return }
    let evaluation = Evaluation(members: members)
    let hash = evaluation.agreementHash(in: Record(members: file))
    let list = EvaluationFields.declared.attendance.key
    let answer = EvaluationAttendanceFields.declared.answer.key
    for id in evaluation.attendance.compactMap(\.id) {
      let place = path + [.item(list: list, id)]
      guard before?.record(at: place)?[answer] != file.record(at: place)?[answer] else { continue }
      file.change(at: place) { $0.bindAnswer(to: hash) }
    }
  }

  private static let textHash = PlanAgreementFields.declared.textHash.key
}

extension Members {
  /// Binds the answer of a guardian to a text; where none was given, to none.
  ///
  /// The fields have the same keys in a plan and in an evaluation.
  fileprivate mutating func bindAnswer(to hash: String) {
    let fields = EvaluationAttendanceFields.declared
    let isGiven = self[fields.answer.key].map { $0 != Choice(AgreementAnswer.open).tree } ?? false
    self[fields.textHash.key] = isGiven ? .string(hash) : nil
  }
}

extension Collection<PathStep> {
  /// The path itself, where it leads to a record.
  fileprivate var lastRecord: TreePath? { isEmpty ? nil : Array(self) }
}
