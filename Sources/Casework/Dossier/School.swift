/// The school with all that is known of it, ready for rules and screens.
public struct School: Equatable, Sendable {
  public var record: Record<SchoolFields>
  public var calendar: Record<CalendarFields>
  /// The days on which each group's absence was registered.
  public var registrations: [RecordID: Set<CivilDate>]

  public init(
    record: Record<SchoolFields>, calendar: Record<CalendarFields> = Record(),
    registrations: [RecordID: Set<CivilDate>] = [:]
  ) {
    self.record = record
    self.calendar = calendar
    self.registrations = registrations
  }
}

/// A group of pupils, such as 6a.
public typealias SchoolGroup = Record<SchoolGroupFields>

/// The file school.json.
public struct SchoolFields: RecordFields {
  public static let declared = SchoolFields()
  public static let name = "school"
  public static let title = "School"

  public let schoolName = Field<String>("naam", "Naam", .required)
  public let groups = ListField<SchoolGroupFields>("groepen", "Groepen")
}

/// One group of pupils.
public struct SchoolGroupFields: RecordFields {
  public static let declared = SchoolGroupFields()
  public static let name = "groep"
  public static let title = "Groep"

  public let groupName = Field<String>("naam", "Naam", .required)
}

/// The file kalender.json.
public struct CalendarFields: RecordFields {
  public static let declared = CalendarFields()
  public static let name = "kalender"
  public static let title = "Kalender"
}
