/// How a day is written in Dutch.
public enum DutchDateForm: Sendable {
  /// `23 nov`.
  case brief
  /// `ma 23 nov`.
  case weekday
  /// `ma 23 nov 2026`.
  case full
  /// `23 november 2026`.
  case long
}

extension CivilDate {
  /// The day as people write it.
  public func dutch(_ form: DutchDateForm = .full) -> String {
    let (year, month, day) = parts
    let short = "\(day) \(Self.shortMonths[month - 1])"
    switch form {
    case .brief: return short
    case .weekday: return "\(weekday.rawValue) \(short)"
    case .full: return "\(weekday.rawValue) \(short) \(year)"
    case .long: return "\(day) \(Self.months[month - 1]) \(year)"
    }
  }

  /// The day in a form, with its year where the form has none and it lies outside the school year in which it is read.
  public func dutch(_ form: DutchDateForm, readIn year: SchoolYear?) -> String {
    let text = dutch(form)
    guard let year, !year.contains(self) else { return text }
    switch form {
    case .brief, .weekday: return "\(text) \(self.year)"
    case .full, .long: return text
    }
  }

  /// The months by their names, January first.
  public static let months = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
  ]

  /// The months as a calendar shortens them, January first.
  public static let shortMonths = [
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
  ]

  /// The number of its ISO week, 1 to 53: week 1 holds the year's first Thursday.
  public var isoWeek: Int {
    let thursday = monday.adding(days: 3)
    let january = CivilDate(year: thursday.year, month: 1, day: 1) ?? thursday
    return thursday.days(since: january) / 7 + 1
  }
}

extension Minutes {
  /// `16,5 uur`: in hours where these are whole or quarters, else in hours and minutes, under an hour in minutes.
  public var dutch: String {
    let (hours, rest) = count.quotientAndRemainder(dividingBy: 60)
    if count == 0 { return "0 uur" }
    if hours == 0 { return Self.minutesText(rest) }
    switch rest {
    case 0: return "\(hours) uur"
    case 15: return "\(hours),25 uur"
    case 30: return "\(hours),5 uur"
    case 45: return "\(hours),75 uur"
    default: return "\(hours) uur en " + Self.minutesText(rest)
    }
  }

  private static func minutesText(_ count: Int) -> String {
    count == 1 ? "1 minuut" : "\(count) minuten"
  }
}

/// How a proof and the screen name a day without teaching.
enum SchoolDayTexts {
  /// A holiday of which the days can still move.
  static func unconfirmed(_ name: String) -> String { "\(name), data nog niet bevestigd" }
}
