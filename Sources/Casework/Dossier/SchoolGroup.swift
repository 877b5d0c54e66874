/// A group of pupils in one school year, such as 6a.
public typealias SchoolGroup = Record<SchoolGroupFields>

/// One group of pupils; a new school year makes new groups.
public struct SchoolGroupFields: RecordFields {
  public static let declared = SchoolGroupFields()
  public static let name = "groep"
  public static let title = "Groep"

  public let groupName = Field<String>("naam", "Naam", .required)
  public let schoolYear = Field<SchoolYear>("schooljaar", "Schooljaar", .required)
  public let yearGroups = Field<[Int]>(
    "leerjaren", "Leerjaren", hint: "1 tot en met 8; meer dan één bij een combinatiegroep.")
  public let externalKey = Field<String>("sleutel", "Sleutel in EDEXML")
}

/// Who teaches a group, from when until when.
public struct AssignmentFields: RecordFields {
  public static let declared = AssignmentFields()
  public static let name = "inzet"
  public static let title = "Inzet"

  public let teacher = Field<Reference<ToUser>>("leraar", "Leraar", .required)
  public let group = Field<Reference<ToGroup>>("groep", "Groep", .required)
  public let schoolYear = Field<SchoolYear>("schooljaar", "Schooljaar", .required)
  public let from = Field<CivilDate>(
    "van", "Vanaf", hint: "Leeg: vanaf het begin van het schooljaar.", together: "periode")
  public let until = Field<CivilDate>(
    "tot", "Tot en met", hint: "Leeg: tot het einde van het schooljaar.", together: "periode")
}

/// When a group, a year group or the whole school is taught.
///
/// The most particular timetable of a day counts: that of group and year group, of the group, of the year group, of the
/// school; among equals the one that began last.
public struct TimetableFields: RecordFields {
  public static let declared = TimetableFields()
  public static let name = "rooster"
  public static let title = "Rooster"

  public let group = Field<Reference<ToGroup>>("groep", "Groep", hint: "Leeg: elke groep.")
  public let yearGroups = Field<[Int]>("leerjaren", "Leerjaren", hint: "Leeg: elk leerjaar.")
  public let from = Field<CivilDate>("van", "Vanaf", .required, together: "periode")
  public let until = Field<CivilDate>("tot", "Tot en met", hint: "Leeg: nog steeds.", together: "periode")
  public let periods = Field<[Record<PeriodFields>]>(
    "lestijden", "Lestijden", "§3.8; Lpw 21",
    hint: "Elk stuk lestijd apart: een pauze die geen lestijd is, zit ertussen.", .required)
}

/// One unbroken stretch of teaching on a weekday; a break is the time between two of them.
public struct PeriodFields: RecordFields {
  public static let declared = PeriodFields()
  public static let name = "lestijd"
  public static let title = "Lestijd"

  public let weekday = Field<Choice<Weekday>>("dag", "Dag", .required)
  public let from = Field<ClockTime>("van", "Van", .required, together: "tijd")
  public let until = Field<ClockTime>("tot", "Tot", .required, together: "tijd")
}

extension Weekday: ChoiceKind {
  public var label: String {
    switch self {
    case .monday: "maandag"
    case .tuesday: "dinsdag"
    case .wednesday: "woensdag"
    case .thursday: "donderdag"
    case .friday: "vrijdag"
    case .saturday: "zaterdag"
    case .sunday: "zondag"
    }
  }
}
