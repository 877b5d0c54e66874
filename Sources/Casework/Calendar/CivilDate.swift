/// A day on the calendar, without a time and without a zone.
///
/// Law and school both count in days; keeping clock and zone out makes every deadline the same on every machine.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970, negative before it.
  public let dayNumber: Int32

  public init(dayNumber: Int32) {
    self.dayNumber = dayNumber
  }

  /// The day with this year (1 to 9999), month and day of the Gregorian calendar, or nothing where no such day exists.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.daysInMonth(month, of: year)
    else { return nil }
    self.init(dayNumber: Self.dayNumber(year: year, month: month, day: day))
  }

  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  public static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Counts in eras of 400 years, as the calendar itself repeats.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    let marchYear = month > 2 ? year : year - 1
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}

extension CivilDate {
  /// Year, month and day of the Gregorian calendar.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  public var year: Int { parts.year }
  public var month: Int { parts.month }
  public var day: Int { parts.day }

  public var weekday: Weekday {
    // 1 January 1970 was a Thursday.
    let index = (Int(dayNumber) % 7 + 7 + 3) % 7
    return Weekday.allCases[index]
  }

  public func adding(days: Int) -> CivilDate {
    CivilDate(dayNumber: dayNumber + Int32(days))
  }

  public func adding(weeks: Int) -> CivilDate {
    adding(days: 7 * weeks)
  }

  /// The same day of a later month; the last day of that month where it is shorter.
  public func adding(months: Int) -> CivilDate {
    let (year, month, day) = parts
    let count = year * 12 + (month - 1) + months
    let target = (year: count / 12, month: count % 12 + 1)
    let last = Self.daysInMonth(target.month, of: target.year)
    return CivilDate(
      dayNumber: Self.dayNumber(year: target.year, month: target.month, day: min(day, last)))
  }

  /// The same day of a later year; 29 February becomes 28 February in a common year.
  public func adding(years: Int) -> CivilDate {
    adding(months: 12 * years)
  }

  /// Days from `other` to this day; negative where this day is earlier.
  public func days(since other: CivilDate) -> Int {
    Int(dayNumber - other.dayNumber)
  }

  /// The Monday of the ISO week that holds this day.
  public var monday: CivilDate {
    adding(days: -weekday.index)
  }
}

/// A day of the week, Monday first as ISO 8601 counts them.
public enum Weekday: String, CaseIterable, Sendable {
  case monday = "ma"
  case tuesday = "di"
  case wednesday = "wo"
  case thursday = "do"
  case friday = "vr"
  case saturday = "za"
  case sunday = "zo"

  /// 0 for Monday to 6 for Sunday.
  public var index: Int {
    switch self {
    case .monday: 0
    case .tuesday: 1
    case .wednesday: 2
    case .thursday: 3
    case .friday: 4
    case .saturday: 5
    case .sunday: 6
    }
  }

  public var isWeekend: Bool { self == .saturday || self == .sunday }
}

extension CivilDate: CustomStringConvertible {
  /// Reads `2026-11-23` and nothing else.
  public init?(iso text: some StringProtocol) { self.init(iso: String(text)) }

  /// The same for the text that it nearly always is.
  public init?(iso text: String) {
    guard text.utf8.count == 10 else { return nil }
    var text = text
    guard let day = text.withUTF8({ Self(digits: $0[...]) }) else { return nil }
    self = day
  }

  /// Reads the ten bytes of `2026-11-23`.
  init?(digits bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    let start = bytes.startIndex
    let hyphen = UInt8(ascii: "-")
    /// The number that two digits stand for.
    func two(at offset: Int) -> Int? {
      let tens = bytes[start + offset] &- UInt8(ascii: "0")
      let ones = bytes[start + offset + 1] &- UInt8(ascii: "0")
      return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }
    guard bytes.count == 10, bytes[start + 4] == hyphen, bytes[start + 7] == hyphen,
      let century = two(at: 0), let year = two(at: 2), let month = two(at: 5), let day = two(at: 8)
    else { return nil }
    self.init(year: century * 100 + year, month: month, day: day)
  }

  /// `2026-11-23`.
  public var iso: String {
    let (year, month, day) = parts
    guard (0...9999).contains(year) else {
      return padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
    }
    // In one go: it marks nearly every episode.
    return String(unsafeUninitializedCapacity: 10) { text in
      var rest = (year * 100 + month) * 100 + day
      for place in (0..<10).reversed() {
        if place == 4 || place == 7 {
          text[place] = UInt8(ascii: "-")
        } else {
          text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
      }
      return 10
    }
  }

  public var description: String { iso }
}

/// A whole number with zeros before it.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// The number that so many ASCII digits stand for; nothing for any other text, a sign included.
func wholeNumber(_ text: some StringProtocol, digits: Int) -> Int? {
  guard text.utf8.count == digits else { return nil }
  return wholeNumber(text.utf8)
}

/// The number that ASCII digits stand for; nothing where one is no digit.
func wholeNumber(_ digits: some Sequence<UInt8>) -> Int? {
  var number = 0
  for byte in digits {
    let digit = byte &- UInt8(ascii: "0")
    guard digit < 10 else { return nil }
    number = number * 10 + Int(digit)
  }
  return number
}
