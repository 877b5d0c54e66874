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
    default: break
    }
  }

  /// An established version is never changed: only what comes after it may be filled in.
  static func isLocked(_ field: AnyField, at path: TreePath, in before: Members, of root: RecordKind) -> Bool {
    guard root == RecordKind(PlanFields.self), case .item(PlanFields.declared.versions.key, _)? = path.first,
      let version = before.record(at: path.prefix(1)), Record<PlanVersionFields>(members: version).isLocked
    else { return false }
    return path.count > 1 || !field.staysOpen
  }

  /// Fills in what follows from what was typed: an answer is bound to the text it was given for.
  static func complete(_ file: inout Members, at path: TreePath, changed key: String, of kind: RecordKind) {
    guard kind.name == PlanAgreementFields.name, key == PlanAgreementFields.declared.answer.key,
      let version = path.dropLast().lastRecord
    else {
      return
    }
    let hash = file.record(at: version).map { Record<PlanVersionFields>(members: $0).actionPartHash }
    file.change(at: path) { agreement in
      let isGiven = agreement[key] != nil && Record<PlanAgreementFields>(members: agreement).answer != Choice(.open)
      agreement[textHash] = isGiven ? hash.map(Tree.string) : nil
    }
  }

  private static let textHash = PlanAgreementFields.declared.textHash.key
}

extension Collection<PathStep> {
  /// The path itself, where it leads to a record.
  fileprivate var lastRecord: TreePath? { isEmpty ? nil : Array(self) }
}
