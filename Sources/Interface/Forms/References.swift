import Casework

/// What ids can be chosen or shown by name around one pupil.
struct References: Sendable {
  /// One thing that an id can point to.
  struct Option: Equatable, Sendable {
    let id: RecordID
    let label: String
  }

  let caseload: Caseload
  let pupil: RecordID?

  /// What a field of this kind can be set to; records of the file that is edited are passed in.
  func options(for kind: ReferenceKind, field: String, in file: Members, of root: RecordKind) -> [Option] {
    switch kind {
    case .guardian:
      return guardians.compactMap { record in record.id.map { Option(id: $0, label: record.displayName) } }
    case .group:
      return groups
    case .user:
      return caseload.school.record.staff.compactMap { person in
        person.id.map { Option(id: $0, label: person.staffName ?? $0.description) }
      }
    case .pupil:
      return caseload.dossiers.values.filter { $0.id != pupil }.map { Option(id: $0.id, label: $0.displayName) }
        .sorted { $0.label < $1.label }
    case .record:
      if Self.planVersionKeys.contains(field) {
        let plan = RecordKind(PlanFields.self)
        return records(in: plan == root ? file : self.plan, of: plan)
          .filter { $0.kind.name == PlanVersionFields.name }.map(\.option)
      }
      let wanted = Self.targets[field]
      return records(in: file, of: root).filter { wanted == nil || $0.kind.name == wanted }.map(\.option)
    }
  }

  /// The name behind an id, where it is known; of something that was withdrawn as well.
  func name(of id: RecordID, _ kind: ReferenceKind, in file: Members, of root: RecordKind) -> String {
    let known: String? =
      switch kind {
      case .guardian, .group, .user, .pupil: caseload.name(of: id, kind, around: pupil)
      case .record:
        (records(in: file, of: root, withdrawnToo: true)
          + records(in: plan, of: RecordKind(PlanFields.self), withdrawnToo: true))
          .first { $0.option.id == id }?.option.label
      }
    return known ?? Texts.unknownReference
  }

  /// Which records a field points to, by the field's key; elsewhere any record of the file will do.
  private static let targets = [
    GoalFields.declared.continues.key: GoalFields.name,
    GoalResultFields.declared.goal.key: GoalFields.name,
    EvaluationFields.declared.version.key: PlanVersionFields.name,
    EvaluationFields.declared.adjustedVersion.key: PlanVersionFields.name,
    PlanVersionFields.declared.basedOn.key: PlanVersionFields.name,
  ]

  /// Fields of other tabs that point to a version of the plan.
  private static let planVersionKeys: Set = [
    ArrangementFields.declared.version.key, PlacementApplicationFields.declared.version.key,
    TransferFields.declared.version.key,
  ]

  private var plan: Members { pupil.flatMap { caseload.dossiers[$0]?.plan.record?.members } ?? Members() }

  /// The groups, the newest year first; one whose name another year has too is named with its year.
  private var groups: [Option] {
    let groups = caseload.school.record.groups
    let years = Dictionary(grouping: groups, by: { $0.groupName ?? "" }).mapValues { Set($0.map(\.schoolYear)).count }
    return groups.sorted {
      ($1.schoolYear?.startYear ?? 0, $0.groupName ?? "") < ($0.schoolYear?.startYear ?? 0, $1.groupName ?? "")
    }.compactMap { group in
      let name = group.groupName ?? Texts.unknownReference
      let isShared = years[group.groupName ?? "", default: 1] > 1
      let label = group.schoolYear.flatMap { isShared ? Texts.School.group(name, $0) : nil } ?? name
      return group.id.map { Option(id: $0, label: label) }
    }
  }

  private var guardians: [Guardian] {
    pupil.flatMap { caseload.dossiers[$0]?.family.record?.guardians } ?? []
  }

  private func records(
    in members: Members, of kind: RecordKind, withdrawnToo: Bool = false
  ) -> [(option: Option, kind: RecordKind)] {
    kind.fields.flatMap { field -> [(option: Option, kind: RecordKind)] in
      guard let itemKind = field.shape.itemKind else { return [] }
      return (members[field.key]?.elements ?? []).compactMap(\.members).filter { withdrawnToo || !$0.isWithdrawn }
        .flatMap { item -> [(option: Option, kind: RecordKind)] in
          guard let id = item.id else { return [] }
          let option = Option(id: id, label: Summary(item, of: itemKind, self, in: members).short)
          return [(option, itemKind)] + records(in: item, of: itemKind, withdrawnToo: withdrawnToo)
        }
    }
  }
}
