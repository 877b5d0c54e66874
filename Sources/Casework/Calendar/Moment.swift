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
  public init?(iso text: some StringProtocol) { self.init(iso: String(text)) }

  /// The same for the text that it nearly always is.
  public init?(iso text: String) {
    guard text.utf8.count == 20 else { return nil }
    var text = text
    guard let moment = text.withUTF8({ Self(bytes: $0) }) else { return nil }
    self = moment
  }

  private init?(bytes: UnsafeBufferPointer<UInt8>) {
    let colon = UInt8(ascii: ":")
    guard let date = CivilDate(digits: bytes[..<10]), bytes[10] == UInt8(ascii: "T"), bytes[13] == colon,
      bytes[16] == colon, bytes[19] == UInt8(ascii: "Z"), let hour = wholeNumber(bytes[11..<13]),
      let minute = wholeNumber(bytes[14..<16]), let second = wholeNumber(bytes[17..<19]), hour < 24, minute < 60,
      second < 60
    else { return nil }
    self.init(seconds: Int64(date.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second))
  }

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
