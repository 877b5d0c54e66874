/// A moment on the clock in universal time, to the second: when a record was made or a file was written.
///
/// Deadlines never use it; they count in ``CivilDate``.
public struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1 January 1970, 00:00 UTC.
  public let seconds: Int64

  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// Reads `2026-11-23T14:32:05Z` and nothing else.
  public init?(iso text: some StringProtocol) {
    guard text.utf8.count == 20, text.hasSuffix("Z"), let date = CivilDate(iso: text.prefix(10)) else { return nil }
    let clock = text.dropFirst(10)
    let parts = clock.dropFirst().dropLast().split(separator: ":", omittingEmptySubsequences: false)
    guard clock.hasPrefix("T"), parts.count == 3, let hour = wholeNumber(parts[0], digits: 2),
      let minute = wholeNumber(parts[1], digits: 2), let second = wholeNumber(parts[2], digits: 2), hour < 24,
      minute < 60, second < 60
    else { return nil }
    let ofDay = Int64(hour * 3600 + minute * 60 + second)
    self.init(seconds: Int64(date.dayNumber) * 86_400 + ofDay)
  }

  /// The same for the text that it nearly always is, so that other rooms need not work it out for every kind of text.
  public init?(iso text: String) { self.init(iso: text[...]) }

  /// `2026-11-23T14:32:05Z`.
  public var iso: String {
    let day = universalDay
    let ofDay = Int(seconds - Int64(day.dayNumber) * 86_400)
    let clock = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map { padded($0, to: 2) }.joined(separator: ":")
    return day.iso + "T" + clock + "Z"
  }

  public var description: String { iso }

  public static func < (left: Moment, right: Moment) -> Bool {
    left.seconds < right.seconds
  }
}

/// A time of day in minutes since midnight, as a timetable or an absence names it.
public struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 0 to 1440; 1440 is the end of the day.
  public let minutes: Int

  public init?(minutes: Int) {
    guard (0...1440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// 0 to 1440; what lies outside is taken to the nearest.
  init(minuteOfDay minutes: Int) { self.minutes = min(max(minutes, 0), 1440) }

  /// Reads `08:30`.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = wholeNumber(parts[0], digits: 2),
      let minute = wholeNumber(parts[1], digits: 2), minute < 60
    else { return nil }
    self.init(minutes: hour * 60 + minute)
  }

  public var description: String { padded(minutes / 60, to: 2) + ":" + padded(minutes % 60, to: 2) }

  public static func < (left: ClockTime, right: ClockTime) -> Bool {
    left.minutes < right.minutes
  }
}
