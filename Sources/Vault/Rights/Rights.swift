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

  /// Whether a role ever writes a place of this kind; what is left to ask is whose pupil it is.
  static func mayEverWrite(_ role: UserRole, _ place: Place) -> Bool {
    Rights(
      role: role, user: place.owner ?? RecordID(high: 0, low: 0), ownPupil: { _ in true }, ownGroup: { _, _ in true }
    )
    .refusalToWrite(place) == nil
  }

  private static func mayTeacherWrite(_ place: Place) -> Bool {
    switch place {
    case .section(_, let section): section.keyClass == .group
    case .registration, .restricted, .emergencyCard, .workingNote: true
    case .school, .calendar, .putOffs: false
    }
  }

  private static func mayTeacherRead(_ place: Place) -> Bool {
    switch place {
    case .section(_, let section): section.keyClass == .group
    case .school, .calendar, .registration, .emergencyCard, .workingNote: true
    case .putOffs, .restricted: false
    }
  }

  /// A teacher's own pupils and groups; an emergency card is for everybody to read.
  private func refusalForGroup(_ place: Place) -> Refusal? {
    switch place {
    case .section(let pupil, _), .restricted(let pupil, _): ownPupil(pupil) ? nil : .otherGroup(place)
    case .registration(let group, let year): ownGroup(group, year) ? nil : .otherGroup(place)
    case .school, .calendar, .putOffs, .emergencyCard, .workingNote: nil
    }
  }
}

extension Place {
  fileprivate var owner: RecordID? {
    switch self {
    case .workingNote(let user, _): user
    case .school, .calendar, .putOffs, .registration, .section, .restricted, .emergencyCard: nil
    }
  }
}
