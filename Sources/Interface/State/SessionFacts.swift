import Casework

/// What screens ask of the school.
extension Session {
  /// The groups of a day's school year that the user works with: all of them, the user's own first.
  func groups(on day: CivilDate) -> [SchoolGroup] {
    let year = SchoolYear(of: day)
    let own = ownGroups(on: day)
    let all = caseload.school.record.groups.filter { $0.schoolYear == year || $0.schoolYear == nil }
    let sorted = all.sorted { ($0.groupName ?? "") < ($1.groupName ?? "") }
    let mine = sorted.filter { group in group.id.map(own.contains) ?? false }
    switch user.role {
    case .teacher: return mine
    case .careCoordinator, .director: return mine + sorted.filter { group in !(group.id.map(own.contains) ?? false) }
    }
  }

  /// The groups that the user stands for on a day.
  func ownGroups(on day: CivilDate) -> Set<RecordID> {
    Set(
      caseload.school.record.assignments.filter { assignment in
        assignment.teacher?.id == user.id && assignment.schoolYear == SchoolYear(of: day)
          && (assignment.from.map { $0 <= day } ?? true) && (assignment.until.map { $0 >= day } ?? true)
      }.compactMap { $0.group?.id })
  }

  func group(_ id: RecordID?) -> SchoolGroup? {
    id.flatMap { id in caseload.school.record.groups.first { $0.id == id } }
  }

  /// How many pupils have extra support on a day.
  func careCount(on day: CivilDate) -> Int {
    let type = caseload.school.record.type?.known
    return caseload.dossiers.values.count { dossier in
      guard let pupil = dossier.pupil.record, pupil.isHere(on: day) else { return false }
      return pupil.hasExtraSupport(on: day, at: type)
    }
  }

  /// The name of the group that a pupil is in on a day, or will come into.
  func groupName(of pupil: RecordID, on day: CivilDate) -> String {
    group(caseload.dossiers[pupil]?.pupil.record?.placementToShow(on: day)?.group?.id)?.groupName ?? ""
  }

  var references: References { References(caseload: caseload, pupil: nil) }

  func references(around pupil: RecordID?) -> References { References(caseload: caseload, pupil: pupil) }
}

extension Record where Fields == PupilFields {
  /// Whether the pupil is at school on a day; one whose enrolment is not on record is taken to be.
  func isHere(on day: CivilDate) -> Bool {
    switch enrolment(on: day) {
    case .notOnRecord, .temporary, .definitive: true
    case .notYet, .left: false
    }
  }
}

extension Dossier {
  /// The pupil's name, or that it cannot be read.
  var screenName: String {
    switch pupil {
    case .value(let record): record.fullName.isEmpty ? Texts.unnamed : record.fullName
    case .empty: Texts.unnamed
    case .notReadable: Texts.notReadableName
    case .damaged: Texts.damagedName
    }
  }
}

extension AppState {
  /// How long nobody may touch a key before the screen locks, in minutes: what the school chose, else the usual time.
  public var minutesUntilLock: Int {
    let norms = session?.scope.norms ?? book.norms()
    return norms["scherm.vergrendelen.minuten"] ?? 10
  }

  /// The day that screens show: the one asked for, else today.
  var shownDay: CivilDate { session?.dayAsked ?? environment.today }

  /// Whether an edit is on its way to the disk.
  var isSaving: Bool {
    pending.values.contains { work in
      switch work {
      case .edit, .undo, .redo: true
      case .editor, .document, .emergencyCard: false
      }
    }
  }
}
