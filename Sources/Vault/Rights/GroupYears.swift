import Casework

/// A group in a school year: what a teacher is given keys for.
public struct GroupYear: Hashable, Sendable {
  public let group: RecordID
  public let year: SchoolYear

  public init(group: RecordID, year: SchoolYear) {
    self.group = group
    self.year = year
  }

  var circle: Circle.Kind { .group(group, year) }
}

extension Record<SchoolFields> {
  /// The groups of this school year and of those to come, with their teachers now and to come.
  func teachersByGroup(on day: CivilDate) -> [GroupYear: Set<RecordID>] {
    var teachers: [GroupYear: Set<RecordID>] = [:]
    for group in self.groups {
      guard let id = group.id, let year = group.schoolYear, year.lastDay >= day else { continue }
      teachers[GroupYear(group: id, year: year)] = []
    }
    for assignment in self.assignments {
      guard let teacher = assignment.teacher?.id, let group = assignment.group?.id, let year = assignment.schoolYear,
        (assignment.until ?? year.lastDay) >= day, year.lastDay >= day
      else { continue }
      teachers[GroupYear(group: group, year: year), default: []].insert(teacher)
    }
    return teachers
  }

  /// The school year that a group is of.
  private func year(of group: RecordID, placedFrom day: CivilDate) -> SchoolYear {
    self.groups.first { $0.id == group }?.schoolYear ?? SchoolYear(of: day)
  }

  /// The groups that a pupil is in or will be in; their teachers may read the dossier.
  func groupYears(of pupil: Record<PupilFields>, on day: CivilDate) -> Set<GroupYear> {
    var found: Set<GroupYear> = []
    for placement in pupil.placementHistory {
      guard let group = placement.record.group?.id else { continue }
      let year = year(of: group, placedFrom: placement.span.from)
      if min(placement.span.until ?? year.lastDay, year.lastDay) >= day {
        found.insert(GroupYear(group: group, year: year))
      }
    }
    return found
  }
}
