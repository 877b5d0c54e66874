import Casework
import Support

/// The calendar of 2024 to 2028 for reckoners: holidays written out from a wall calendar and from the list in domein.md §4,
/// months walked through a day at a time.
enum NaiveCalendar {
  private static let recognised: Set<String> = [
    "2024-01-01", "2024-03-29", "2024-04-01", "2024-04-27", "2024-05-05", "2024-05-09", "2024-05-20", "2024-12-25",
    "2024-12-26",
    "2025-01-01", "2025-04-18", "2025-04-21", "2025-04-26", "2025-05-05", "2025-05-29", "2025-06-09", "2025-12-25",
    "2025-12-26",
    "2026-01-01", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25", "2026-12-25",
    "2026-12-26",
    "2027-01-01", "2027-03-26", "2027-03-29", "2027-04-27", "2027-05-05", "2027-05-06", "2027-05-17", "2027-12-25",
    "2027-12-26",
    "2028-01-01", "2028-04-14", "2028-04-17", "2028-04-27", "2028-05-05", "2028-05-25", "2028-06-05", "2028-12-25",
    "2028-12-26",
  ]
  /// The days that were put on a par with them.
  private static let equated: Set<String> = [
    "2024-05-10", "2024-12-27", "2025-05-30", "2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26",
  ]
  static let monday = day("2024-01-01")
  /// All of them as days since Monday 1 January 2024.
  static let numbers = (recognised.union(equated)).compactMap { CivilDate(iso: $0)?.days(since: monday) }.sorted()

  /// Monday is 0; 1 January 2024 was one.
  static func weekday(_ date: CivilDate) -> Int { ((date.days(since: monday) % 7) + 7) % 7 }

  static func isWorkingDay(_ date: CivilDate, withEquated: Bool = true) -> Bool {
    let isOff = recognised.contains(date.iso) || withEquated && equated.contains(date.iso)
    return weekday(date) < 5 && !isOff
  }

  /// How many days a term of months takes: to the same day of the month, or where that lacks to the month's last day.
  static func days(of months: Int, from date: CivilDate) -> Int {
    var (year, month, day) = date.parts
    var passed = 0
    for count in 1... {
      if isLast(day, of: month, in: year) {
        (year, month, day) = month == 12 ? (year + 1, 1, 1) : (year, month + 1, 1)
        passed += 1
      } else {
        day += 1
      }
      if passed == months, day == date.parts.day || isLast(day, of: month, in: year) { return count }
    }
    return 0
  }

  private static func isLast(_ day: Int, of month: Int, in year: Int) -> Bool {
    let february = year.isMultiple(of: 4) ? 29 : 28
    return day == [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}
