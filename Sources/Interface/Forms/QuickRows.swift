import Casework

/// Rows of a list whose one choice is filled in from the list itself, with one key.
extension FormRules {
  /// The choice that a row of this kind is about.
  static func quickField(of kind: RecordKind) -> AnyField? {
    switch kind.name {
    case GoalResultFields.name: kind.field(GoalResultFields.declared.score.key)
    case EvaluationAttendanceFields.name: kind.field(EvaluationAttendanceFields.declared.attendance.key)
    case PlanAgreementFields.name: kind.field(PlanAgreementFields.declared.answer.key)
    default: nil
    }
  }

  /// Gives an answer of a guardian the day of today where it has none, and an answer that is open again no day.
  static func dateAnswer(
    _ file: inout Members, at path: TreePath, changed key: String, of kind: RecordKind, _ today: CivilDate
  ) {
    let fields = PlanAgreementFields.declared
    // The fields have the same keys in a plan and in an evaluation.
    guard [PlanAgreementFields.name, EvaluationAttendanceFields.name].contains(kind.name), key == fields.answer.key
    else { return }
    file.change(at: path) { answer in
      let isGiven = answer[key].map { $0 != Choice(AgreementAnswer.open).tree } ?? false
      if !isGiven { answer[fields.answeredOn.key] = nil }
      if isGiven, answer[fields.answeredOn.key] == nil { answer[fields.answeredOn.key] = today.tree }
    }
  }
}

extension FormScreen {
  /// The choice of the row under the cursor that one key sets, with the row.
  var quickRow: (field: AnyField, path: TreePath, kind: RecordKind)? {
    guard case .item(let key, let step)? = currentRow, let list = level.kind.field(key), !isLocked(list),
      let kind = list.shape.itemKind, let field = FormRules.quickField(of: kind)
    else { return nil }
    return (field, level.path + [step], kind)
  }

  /// Whether the key set the choice of the row under the cursor: a number or a letter that fits one option, after which
  /// the cursor goes on to the next row of the list; a letter that fits several goes round along those.
  mutating func takeQuick(_ key: Key, _ references: References, today: CivilDate) -> Bool {
    guard let (field, path, kind) = quickRow else { return false }
    let options = options(of: field, references)
    switch key {
    case .backspace:
      setQuick(nil, field, path, kind, today)
    case .character(let sign):
      let fitting = Self.fitting(sign, options)
      guard !fitting.isEmpty else { return false }
      let present = fitting.firstIndex { $0.tree == file.record(at: path)?[field.key] }
      let next = present.map { fitting[($0 + 1) % fitting.count] } ?? fitting[0]
      setQuick(next.tree, field, path, kind, today)
      if fitting.count == 1 { goOn(references) }
    default: return false
    }
    return true
  }

  private static func fitting(_ sign: Character, _ options: [FormOption]) -> [FormOption] {
    if let number = sign.wholeNumberValue { return options.indices.contains(number - 1) ? [options[number - 1]] : [] }
    return options.filter { $0.label.folded.hasPrefix(String(sign).folded) }
  }

  private mutating func setQuick(
    _ tree: Tree?, _ field: AnyField, _ path: TreePath, _ kind: RecordKind, _ today: CivilDate
  ) {
    remember(FieldPath(record: path, key: field.key))
    file.change(at: path) { $0[field.key] = tree }
    FormRules.complete(&file, at: path, changed: field.key, of: kind, before: before?.tree.members)
    FormRules.dateAnswer(&file, at: path, changed: field.key, of: kind, today)
  }

  /// To the next row of the same list, where there is one.
  private mutating func goOn(_ references: References) {
    let rows = rows
    let place = rows.firstIndex { $0 == currentRow } ?? 0
    guard place + 1 < rows.count, case .item(let next, _) = rows[place + 1], next == currentRow?.key else { return }
    move(by: 1, references)
  }
}
