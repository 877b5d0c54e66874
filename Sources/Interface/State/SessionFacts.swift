import Casework

/// What screens ask of the school.
extension Session {
  /// The groups of a day's school year that the user works with: all of them, the user's own first.
  func groups(on day: CivilDate) -> [SchoolGroup] {
    let year = SchoolYear(of: day)
    let own = caseload.school.groups(of: user.id, on: day)
    let all = caseload.school.record.groups.filter { $0.schoolYear == year || $0.schoolYear == nil }
    let sorted = all.sorted { ($0.groupName ?? "") < ($1.groupName ?? "") }
    let mine = sorted.filter { group in group.id.map(own.contains) ?? false }
    switch user.role {
    case .teacher: return mine
    case .careCoordinator, .director: return mine + sorted.filter { group in !(group.id.map(own.contains) ?? false) }
    }
  }

  /// What is in a file, empty where nothing was recorded; nothing where it cannot be read.
  func file(at place: Place) -> Members? {
    switch place {
    case .section(let pupil, let section): caseload.dossiers[pupil]?.tree(of: section)?.members
    case .school: caseload.school.record.members
    case .calendar: caseload.school.calendar.members
    case .putOffs, .registration, .restricted, .emergencyCard, .workingNote: caseload.stored[place]?.tree.members
    }
  }

  /// How many pupils have extra support on a day.
  func careCount(on day: CivilDate) -> Int {
    let type = caseload.school.record.type?.known
    return caseload.dossiers.values.count { dossier in
      guard let pupil = dossier.pupil.record, pupil.isHere(on: day) else { return false }
      return pupil.hasExtraSupport(on: day, at: type)
    }
  }

  var references: References { References(caseload: caseload, pupil: nil) }

  func references(around pupil: RecordID?) -> References { References(caseload: caseload, pupil: pupil) }
}

extension AppState {
  /// How long nobody may touch a key before the screen locks, in minutes: what the school chose, else the usual time.
  public var minutesUntilLock: Int {
    let norms = session?.present.scope.norms ?? book.norms()
    return norms["scherm.vergrendelen.minuten"] ?? 10
  }

  /// The day that screens show: the one asked for, else today.
  var shownDay: CivilDate { session?.dayAsked ?? environment.today }

  /// Whether an edit is on its way to the disk.
  var isSaving: Bool {
    pending.values.contains { work in
      switch work {
      case .edit, .undo, .redo, .putBack: true
      case .weighing, .editor, .document, .emergencyCard, .past: false
      }
    }
  }
}
