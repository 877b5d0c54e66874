/// The file kalender.json: on which days the school teaches.
public struct CalendarFields: RecordFields {
  public static let declared = CalendarFields()
  public static let name = "kalender"
  public static let title = "Kalender"

  public let years = ListField<CalendarYearFields>(
    "schooljaren", "Schooljaren", "§3.8; Lpw 21", hint: "Alleen van deze schooljaren zijn de lesdagen bekend.")
  public let closures = ListField<ClosureFields>("vrij", "Vakanties en vrije dagen", "§3.8; Lpw 21")
}

/// A school year whose holidays are on record; outside these years no day counts as a teaching day.
public struct CalendarYearFields: RecordFields {
  public static let declared = CalendarYearFields()
  public static let name = "kalenderjaar"
  public static let title = "Schooljaar"

  public let schoolYear = Field<SchoolYear>("schooljaar", "Schooljaar", .required)
  public let firstDay = Field<CivilDate>("eersteLesdag", "Eerste lesdag", hint: "Daarvoor is het nog zomervakantie.")
  public let lastDay = Field<CivilDate>("laatsteLesdag", "Laatste lesdag", hint: "Daarna is het zomervakantie.")
}

/// A holiday, a study day or another day off, for the school or for some groups.
public struct ClosureFields: RecordFields {
  public static let declared = ClosureFields()
  public static let name = "vrij"
  public static let title = "Vakantie of vrije dag"

  public let closureName = Field<String>("naam", "Naam", .required)
  public let kind = Field<Choice<ClosureKind>>("soort", "Soort", .required)
  public let from = Field<CivilDate>("van", "Eerste dag", .required, together: "periode")
  public let until = Field<CivilDate>("tot", "Laatste dag", hint: "Leeg: één dag.", together: "periode")
  public let fromTime = Field<ClockTime>(
    "vanafTijd", "Vrij vanaf", hint: "Alleen als de school eerder uitgaat; leeg: de hele dag.", together: "periode")
  public let groups = Field<[Reference<ToGroup>]>("groepen", "Groepen", hint: "Leeg: de hele school.")
  public let yearGroups = Field<[Int]>("leerjaren", "Leerjaren", hint: "Leeg: elk leerjaar.")
  public let confirmed = Field<Bool>("bevestigd", "Bevestigd", hint: "Nee zolang de data nog kunnen schuiven.")
  public let source = Field<String>("bron", "Bron", hint: "Waar de data vandaan komen.")
}

/// Why there is no teaching.
public enum ClosureKind: String, ChoiceKind {
  case holiday = "vakantie"
  case studyDay = "studiedag"
  case dayOff = "vrijeDag"

  public var label: String {
    switch self {
    case .holiday: "vakantie"
    case .studyDay: "studiedag"
    case .dayOff: "vrije dag"
    }
  }
}
