import Casework

/// The tabs of the school's own dossier.
enum SchoolTab: CaseIterable, Sendable {
  case school, staff, groups, assignments, timetables, calendar, offers, testYears, norms

  var title: String {
    switch self {
    case .school: SchoolFields.title
    case .staff: SchoolFields.declared.staff.label
    case .groups: SchoolFields.declared.groups.label
    case .assignments: AssignmentFields.title
    case .timetables: SchoolFields.declared.timetables.label
    case .calendar: CalendarFields.title
    case .offers: Texts.School.offers
    case .testYears: Texts.School.testYears
    case .norms: Texts.Norms.title
    }
  }

  /// The lists of records that it shows, each with its file; none where it shows fields or norms.
  var lists: [(file: FileKind, key: String)] {
    let school = SchoolFields.declared
    let calendar = CalendarFields.declared
    return switch self {
    case .school, .norms: []
    case .staff: [(.school, school.staff.key)]
    case .groups: [(.school, school.groups.key)]
    case .assignments: [(.school, school.assignments.key)]
    case .timetables: [(.school, school.timetables.key)]
    case .calendar: [(.calendar, calendar.years.key), (.calendar, calendar.closures.key)]
    case .offers: [(.school, school.supportOffers.key)]
    case .testYears: [(.school, school.testDates.key)]
    }
  }

  /// The key that jumps to it: 1 to 9.
  var key: Character { Array("123456789")[Self.allCases.firstIndex(of: self) ?? 0] }

  /// The tab on which a signal about the school is cleared.
  init(_ act: Act) {
    self = Self.allCases.first { tab in tab.lists.contains { $0.key == act.list } } ?? .school
  }
}

extension Act {
  /// The file in which something of the school is recorded.
  var schoolPlace: Place {
    let isCalendar = list.map { RecordKind(CalendarFields.self).field($0) != nil } ?? false
    return isCalendar ? .calendar : .school
  }
}
