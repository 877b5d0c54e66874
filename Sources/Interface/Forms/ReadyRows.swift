import Casework

/// Rows that a form has ready: one for each guardian with custody, and in an evaluation one for each goal.
///
/// Those in which nothing is filled in are not saved.
struct ReadyRows {
  let family: Record<FamilyFields>?
  let today: CivilDate
  let stamp: RecordStamp

  /// Adds the rows that lack to the record that a form is about; of an evaluation also which version it is about.
  func add(to file: inout Members, at path: TreePath, of kind: RecordKind, isNew: Bool, _ ids: inout IDSource) {
    switch kind.name {
    case PlanVersionFields.name:
      guard let version = file.record(at: path).map(PlanVersion.init(members:)), !version.isLocked else { return }
      let known = Set(version.agreements.compactMap { $0.guardian?.id })
      addGuardians(to: &file, at: path, PlanVersionFields.declared.agreements.key, without: known, &ids)
    case EvaluationFields.name where isNew: addToEvaluation(&file, at: path, &ids)
    default: break
    }
  }

  private func addToEvaluation(_ file: inout Members, at path: TreePath, _ ids: inout IDSource) {
    guard var evaluation = file.record(at: path).map(Evaluation.init(members:)) else { return }
    let plan = Record<PlanFields>(members: file)
    if evaluation.version == nil { evaluation.version = plan.versionInForce(on: today)?.id.map { Reference($0) } }
    file.change(at: path) { $0 = evaluation.members }
    let known = Set(evaluation.attendance.compactMap { $0.guardian?.id })
    addGuardians(to: &file, at: path, EvaluationFields.declared.attendance.key, without: known, &ids)
    let judged = Set(evaluation.results.compactMap { $0.goal?.id })
    let goals = evaluation.version.flatMap { plan.version($0.id) }?.goals.compactMap(\.id) ?? []
    let results = EvaluationFields.declared.results.key
    let key = GoalResultFields.declared.goal.key
    for goal in goals where !judged.contains(goal) { addRow(to: &file, at: path, results, key, goal, &ids) }
  }

  private func addGuardians(
    to file: inout Members, at path: TreePath, _ list: String, without known: Set<RecordID>, _ ids: inout IDSource
  ) {
    let key = PlanAgreementFields.declared.guardian.key
    for guardian in family?.guardiansWithCustody(on: today) ?? [] {
      if let id = guardian.id, !known.contains(id) { addRow(to: &file, at: path, list, key, id, &ids) }
    }
  }

  private func addRow(
    to file: inout Members, at path: TreePath, _ list: String, _ key: String, _ about: RecordID, _ ids: inout IDSource
  ) {
    var row = Members()
    row.stamp(stamp, id: ids.next())
    row[key] = .string(about.description)
    file.change(at: path) { $0[list] = .array(($0[list]?.elements ?? []) + [.object(row)]) }
  }
}

extension ReadyRows {
  /// The lists of a kind of record that have rows ready, with the field by which each row is known.
  private static func lists(of kind: RecordKind) -> [(list: String, key: String)] {
    switch kind.name {
    case PlanVersionFields.name:
      [(PlanVersionFields.declared.agreements.key, PlanAgreementFields.declared.guardian.key)]
    case EvaluationFields.name:
      [
        (EvaluationFields.declared.attendance.key, EvaluationAttendanceFields.declared.guardian.key),
        (EvaluationFields.declared.results.key, GoalResultFields.declared.goal.key),
      ]
    default: []
    }
  }

  /// Whether nothing was filled in of a row that was never saved.
  static func isUntouched(_ row: Members, in list: String, of kind: RecordKind) -> Bool {
    guard let key = lists(of: kind).first(where: { $0.list == list })?.key else { return false }
    return row.keys.allSatisfy { RecordKey.stamps.contains($0) || $0 == key }
  }

  /// The file without the rows of a record in which nothing was filled in since it was read.
  static func dropped(from file: Members, at path: TreePath, of kind: RecordKind, before: Members?) -> Members {
    var result = file
    for (list, _) in lists(of: kind) {
      result.change(at: path) { record in
        guard let elements = record[list]?.elements else { return }
        let kept = elements.filter { element in
          guard let row = element.members, isUntouched(row, in: list, of: kind) else { return true }
          return row.id.map { before?.record(at: path + [.item(list: list, $0)]) != nil } ?? true
        }
        if kept.count < elements.count { record[list] = kept.isEmpty ? nil : .array(kept) }
      }
    }
    return result
  }
}

extension FormScreen {
  /// The file as it will be saved: without rows that were ready and stayed as they were.
  var fileToSave: Members {
    let first = firstLevel
    return ReadyRows.dropped(from: file, at: first.path, of: first.kind, before: before?.tree.members)
  }
}
