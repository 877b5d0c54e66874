import Casework

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
    let origin = try row.member("herkomst").text()
    let source =
      try row.optional("bron").map { bron throws(ReferenceDataError) in origin + ": " + (try bron.text()) } ?? origin
    self.init(
      schoolYear: try row.member("schooljaar").schoolYear(), name: try row.member("vakantie").text(),
      regions: try row.regions(), from: from, until: until, isConfirmed: try row.member("bevestigd").yesNo(),
      source: source)
  }
}

extension UnknownHoliday {
  fileprivate init(_ row: DataReader) throws(ReferenceDataError) {
    try row.only(["schooljaar", "vakantie", "regios", "uitleg"])
    self.init(
      schoolYear: try row.member("schooljaar").schoolYear(), name: try row.member("vakantie").text(),
      regions: try row.regions(), explanation: try row.member("uitleg").text())
  }
}

extension DataReader {
  fileprivate func regions() throws(ReferenceDataError) -> Set<HolidayRegion> {
    var regions: Set<HolidayRegion> = []
    for word in try member("regios").elements() { regions.insert(try word.word(HolidayRegion.self)) }
    return regions
  }
}
