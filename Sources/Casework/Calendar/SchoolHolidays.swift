/// A school holiday as it is known for one or more regions.
public struct SchoolHoliday: Equatable, Sendable {
  public let schoolYear: SchoolYear
  public let name: String
  public let regions: Set<HolidayRegion>
  public let from: CivilDate
  public let until: CivilDate
  /// Whether a public page gives these very dates; else the school has to look them up.
  public let isConfirmed: Bool
  public let source: String

  public init(
    schoolYear: SchoolYear, name: String, regions: Set<HolidayRegion>, from: CivilDate, until: CivilDate,
    isConfirmed: Bool, source: String
  ) {
    self.schoolYear = schoolYear
    self.name = name
    self.regions = regions
    self.from = from
    self.until = until
    self.isConfirmed = isConfirmed
    self.source = source
  }

  /// Whether it is the one after the last day of teaching.
  public var isSummer: Bool { name == "zomervakantie" }
}

/// A school holiday of which the dates are not known, and why.
public struct UnknownHoliday: Equatable, Sendable {
  public let schoolYear: SchoolYear
  public let name: String
  public let regions: Set<HolidayRegion>
  public let explanation: String

  public init(schoolYear: SchoolYear, name: String, regions: Set<HolidayRegion>, explanation: String) {
    self.schoolYear = schoolYear
    self.name = name
    self.regions = regions
    self.explanation = explanation
  }
}

/// The school holidays by region, with what is not known of them.
public struct SchoolHolidays: Equatable, Sendable {
  /// The last school year of which anything is known.
  public let knownThrough: SchoolYear
  public let holidays: [SchoolHoliday]
  public let unknown: [UnknownHoliday]

  public init(knownThrough: SchoolYear, holidays: [SchoolHoliday], unknown: [UnknownHoliday]) {
    self.knownThrough = knownThrough
    self.holidays = holidays
    self.unknown = unknown
  }

  /// The holidays of a region in one school year, the summer holiday after it included, in order.
  public func holidays(in region: HolidayRegion, of year: SchoolYear) -> [SchoolHoliday] {
    holidays.filter { $0.schoolYear == year && $0.regions.contains(region) }.sorted { $0.from < $1.from }
  }

  /// A school year as a record for kalender.json, from the summer holiday before it to the one after it as far as these
  /// are known; the id is still to be given.
  public func calendarYear(_ year: SchoolYear, in region: HolidayRegion) -> Record<CalendarYearFields> {
    let summers = [year.previous, year].map { other in holidays(in: region, of: other).first(where: \.isSummer) }
    var record = Record<CalendarYearFields>()
    record.schoolYear = year
    record.firstDay = summers[0].map { $0.until.adding(days: 1) }
    record.lastDay = summers[1].map { $0.from.adding(days: -1) }
    return record
  }
}

extension SchoolHoliday {
  /// The holiday as a record for kalender.json, marked as unconfirmed where it is; the id is still to be given.
  public var closure: Record<ClosureFields> {
    var closure = Record<ClosureFields>()
    closure.closureName = name
    closure.kind = Choice(.holiday)
    closure.from = from
    closure.until = until
    closure.confirmed = isConfirmed
    closure.source = source
    return closure
  }
}
