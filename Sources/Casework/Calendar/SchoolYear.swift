/// The year that schools count in: 1 August to 31 July (Handreiking; programme of requirements of the national register).
public struct SchoolYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The calendar year of its first day.
  public let startYear: Int

  public init(startYear: Int) {
    self.startYear = startYear
  }

  public init(of date: CivilDate) {
    let (year, month, _) = date.parts
    self.init(startYear: month >= 8 ? year : year - 1)
  }

  /// Reads `2026-2027`.
  public init?(_ text: some StringProtocol) {
    let halves = text.split(separator: "-", omittingEmptySubsequences: false)
    guard halves.count == 2, let first = wholeNumber(halves[0], digits: 4),
      let second = wholeNumber(halves[1], digits: 4), second == first + 1, first >= 1
    else { return nil }
    self.init(startYear: first)
  }

  /// `2026-2027`.
  public var description: String { padded(startYear, to: 4) + "-" + padded(startYear + 1, to: 4) }

  /// 1 August.
  public var firstDay: CivilDate { Self.day(startYear, 8, 1) }
  /// 31 July.
  public var lastDay: CivilDate { Self.day(startYear + 1, 8, 1).adding(days: -1) }
  public var next: SchoolYear { SchoolYear(startYear: startYear + 1) }
  public var previous: SchoolYear { SchoolYear(startYear: startYear - 1) }

  public func contains(_ date: CivilDate) -> Bool {
    date >= firstDay && date <= lastDay
  }

  public static func < (left: SchoolYear, right: SchoolYear) -> Bool {
    left.startYear < right.startYear
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    // The first of a month exists in every year that a CivilDate can name; beyond those the epoch stands in.
    CivilDate(year: year, month: month, day: day) ?? CivilDate(dayNumber: 0)
  }
}
