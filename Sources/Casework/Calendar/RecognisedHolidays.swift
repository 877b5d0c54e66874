/// A day that the Algemene termijnenwet takes for a holiday (Atw 3).
public enum RecognisedHoliday: Hashable, CaseIterable, Sendable {
  case newYearsDay
  case goodFriday
  case easterMonday
  case kingsDay
  case liberationDay
  case ascensionDay
  case whitMonday
  case christmasDay
  case secondChristmasDay
  /// Put on a par by royal decision (Atw 3 lid 3).
  case equatedDay

  /// The name on the screen.
  public var label: String {
    switch self {
    case .newYearsDay: "Nieuwjaarsdag"
    case .goodFriday: "Goede Vrijdag"
    case .easterMonday: "tweede paasdag"
    case .kingsDay: "Koningsdag"
    case .liberationDay: "5 mei"
    case .ascensionDay: "Hemelvaartsdag"
    case .whitMonday: "tweede pinksterdag"
    case .christmasDay: "eerste kerstdag"
    case .secondChristmasDay: "tweede kerstdag"
    case .equatedDay: "gelijkgestelde dag"
    }
  }

  /// Whether every school is closed on it; on Good Friday, 5 May and equated days a school decides for itself.
  public var closesEverySchool: Bool {
    switch self {
    case .newYearsDay, .easterMonday, .kingsDay, .ascensionDay, .whitMonday, .christmasDay, .secondChristmasDay: true
    case .goodFriday, .liberationDay, .equatedDay: false
    }
  }

  /// The holiday that the calendar itself makes of this day; equated days are data (see ``RecognisedHolidays``).
  public static func computed(on day: CivilDate) -> RecognisedHoliday? {
    let (year, month, number) = day.parts
    switch (month, number) {
    case (1, 1): return .newYearsDay
    case (5, 5): return .liberationDay
    case (12, 25): return .christmasDay
    case (12, 26): return .secondChristmasDay
    // The 27th, or the 26th where the 27th is a Sunday.
    case (4, 27) where day.weekday != .sunday, (4, 26) where day.weekday == .saturday: return .kingsDay
    default: break
    }
    guard let easter = CivilDate.easterSunday(of: year) else { return nil }
    switch day.days(since: easter) {
    case -2: return .goodFriday
    case 1: return .easterMonday
    case 39: return .ascensionDay
    case 50: return .whitMonday
    default: return nil
    }
  }
}

extension CivilDate {
  /// Easter Sunday by the Gregorian reckoning (the anonymous algorithm of 1876).
  static func easterSunday(of year: Int) -> CivilDate? {
    let golden = year % 19
    let (century, ofCentury) = year.quotientAndRemainder(dividingBy: 100)
    let correction = (century + 8) / 25
    let epact = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30
    let weekdayShift = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * weekdayShift) / 451
    let count = epact + weekdayShift - 7 * late + 114
    return CivilDate(year: year, month: count / 31, day: count % 31 + 1)
  }
}

/// The holidays that move the end of a statutory term: those that the calendar makes and those decided by decree.
public struct RecognisedHolidays: Equatable, Sendable {
  /// The days put on a par, decided a few years ahead.
  public let equatedDays: Set<CivilDate>
  /// The last day up to which decisions on equated days are known; after it a term may yet turn out longer.
  public let knownThrough: CivilDate

  public init(equatedDays: Set<CivilDate>, knownThrough: CivilDate) {
    self.equatedDays = equatedDays
    self.knownThrough = knownThrough
  }

  public func holiday(on day: CivilDate) -> RecognisedHoliday? {
    RecognisedHoliday.computed(on: day) ?? (equatedDays.contains(day) ? .equatedDay : nil)
  }

  /// Monday to Friday and no recognised holiday.
  public func isWorkingDay(_ day: CivilDate) -> Bool {
    !day.weekday.isWeekend && holiday(on: day) == nil
  }
}
