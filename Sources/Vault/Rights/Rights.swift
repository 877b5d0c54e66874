import Casework

/// What a role may read and write: the one table, for the door, for reading in an open school and for judging who
/// wrote a file.
///
/// In a sealed school the keys say the same once more.
struct Rights {
  let role: UserRole
  let user: RecordID
  /// Whether a pupil is in a group of this teacher.
  let ownPupil: (RecordID) -> Bool
  let ownGroup: (RecordID, SchoolYear) -> Bool

  /// Nothing where it is allowed.
  func refusalToWrite(_ place: Place) -> Refusal? {
    if case .workingNote(let owner, _) = place { return owner == user ? nil : .notOwn(place) }
    switch role {
    case .careCoordinator: return nil
    case .director: return .role(role, place)
    case .teacher: return Self.mayTeacherWrite(place) ? refusalForGroup(place) : .role(role, place)
    }
  }

  func mayRead(_ place: Place) -> Bool {
    if case .workingNote(let owner, _) = place { return owner == user }
    switch role {
    case .careCoordinator, .director: return true
    case .teacher: return Self.mayTeacherRead(place) && refusalForGroup(place) == nil
    }
  }

  private static func mayTeacherWrite(_ place: Place) -> Bool {
    switch place {
    case .section(_, let section): section.keyClass == .group
    case .registration, .restricted, .emergencyCard, .workingNote: true
    case .putOffs(let home): home.isForTeachers
    case .school, .calendar: false
    }
  }

  private static func mayTeacherRead(_ place: Place) -> Bool {
    switch place {
    case .section(_, let section): section.keyClass == .group
    case .school, .calendar, .registration, .emergencyCard, .workingNote: true
    case .putOffs(let home): home.isForTeachers
    case .restricted: false
    }
  }

  /// A teacher's own pupils and groups; an emergency card is for everybody to read.
  private func refusalForGroup(_ place: Place) -> Refusal? {
    switch place {
    case .section(let pupil, _), .restricted(let pupil, _), .putOffs(.pupil(let pupil, _)):
      ownPupil(pupil) ? nil : .otherGroup(place)
    case .registration(let group, let year), .putOffs(.group(let group, let year)):
      ownGroup(group, year) ? nil : .otherGroup(place)
    case .school, .calendar, .putOffs(.school), .emergencyCard, .workingNote: nil
    }
  }
}
