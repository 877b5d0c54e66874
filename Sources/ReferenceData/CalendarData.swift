import Casework

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
}

/// A school holiday of which the dates are not known, and why.
public struct UnknownHoliday: Equatable, Sendable {
  public let schoolYear: SchoolYear
  public let name: String
  public let regions: Set<HolidayRegion>
  public let explanation: String
}

/// The school holidays by region, with what is not known of them.
public struct SchoolHolidays: Equatable, Sendable {
  /// The last school year of which anything is known.
  public let knownThrough: SchoolYear
  public let holidays: [SchoolHoliday]
  public let unknown: [UnknownHoliday]

  /// The holidays of a region in one school year, the summer holiday after it included, in order.
  public func holidays(in region: HolidayRegion, of year: SchoolYear) -> [SchoolHoliday] {
    holidays.filter { $0.schoolYear == year && $0.regions.contains(region) }.sorted { $0.from < $1.from }
  }
}

extension SchoolHoliday {
  /// The holiday as a record for kalender.json, marked as unconfirmed where it is.
  public func closure(id: RecordID) -> Record<ClosureFields> {
    var closure = Record<ClosureFields>()
    closure.id = id
    closure.closureName = name
    closure.kind = Choice(.holiday)
    closure.from = from
    closure.until = until
    closure.confirmed = isConfirmed
    closure.source = source
    return closure
  }
}

extension ReferenceData {
  /// The holidays of the Algemene termijnenwet, with the days put on a par as far as these are decided.
  public static func recognisedHolidays() throws(ReferenceDataError) -> RecognisedHolidays {
    let file = try DataReader(file: "kalender/feestdagen.json")
    try file.only(["uitleg", "bron", "bekendTotEnMet", "gelijkgesteld"])
    var days: Set<CivilDate> = []
    for day in try file.member("gelijkgesteld").elements() { days.insert(try day.date()) }
    return RecognisedHolidays(equatedDays: days, knownThrough: try file.member("bekendTotEnMet").date())
  }

  /// The school holidays by region.
  public static func schoolHolidays() throws(ReferenceDataError) -> SchoolHolidays {
    let file = try DataReader(file: "kalender/vakanties.json")
    try file.only(["uitleg", "bekendTotEnMet", "vakanties", "onbekend"])
    var holidays: [SchoolHoliday] = []
    for row in try file.member("vakanties").elements() { holidays.append(try SchoolHoliday(row)) }
    var unknown: [UnknownHoliday] = []
    for row in try file.member("onbekend").elements() { unknown.append(try UnknownHoliday(row)) }
    return SchoolHolidays(
      knownThrough: try file.member("bekendTotEnMet").schoolYear(), holidays: holidays, unknown: unknown)
  }
}

extension SchoolHoliday {
  fileprivate init(_ row: DataReader) throws(ReferenceDataError) {
    try row.only(["schooljaar", "vakantie", "regios", "van", "tot", "bevestigd", "herkomst", "bron"])
    let from = try row.member("van").date()
    let until = try row.member("tot").date()
    guard from <= until else { throw row.error(.expected("a last day after the first")) }
    schoolYear = try row.member("schooljaar").schoolYear()
    name = try row.member("vakantie").text()
    regions = try row.regions()
    self.from = from
    self.until = until
    isConfirmed = try row.member("bevestigd").yesNo()
    let origin = try row.member("herkomst").text()
    source =
      try row.optional("bron").map { bron throws(ReferenceDataError) in origin + ": " + (try bron.text()) } ?? origin
  }
}

extension UnknownHoliday {
  fileprivate init(_ row: DataReader) throws(ReferenceDataError) {
    try row.only(["schooljaar", "vakantie", "regios", "uitleg"])
    schoolYear = try row.member("schooljaar").schoolYear()
    name = try row.member("vakantie").text()
    regions = try row.regions()
    explanation = try row.member("uitleg").text()
  }
}

extension DataReader {
  fileprivate func regions() throws(ReferenceDataError) -> Set<HolidayRegion> {
    var regions: Set<HolidayRegion> = []
    for word in try member("regios").elements() { regions.insert(try word.word(HolidayRegion.self)) }
    return regions
  }
}
