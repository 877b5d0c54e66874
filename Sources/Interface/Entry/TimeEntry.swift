import Casework

/// Times as people type them: `8.30`, `8:30`, `830`, `8`, `8u30`.
enum TimeEntry {
  static func read(_ typed: String) -> Result<ClockTime, EntryMistake> {
    let text = typed.trimmed.lowercased()
    var parts = text.split(omittingEmptySubsequences: false) { ".:u,h".contains($0) }.map { String($0.trimmed) }
    if parts.count == 2, parts[1].isEmpty { parts[1] = "00" }
    if parts.count == 1, (3...4).contains(text.count), text.allSatisfy(\.isNumber) {
      parts = [String(text.dropLast(2)), String(text.suffix(2))]
    }
    guard (1...2).contains(parts.count), let hour = number(parts[0]), hour < 24 else { return .failure(.noTime) }
    guard parts.count == 2 else { return time(hour, 0) }
    guard parts[1].count == 2, let minute = number(parts[1]), minute < 60 else { return .failure(.noTime) }
    return time(hour, minute)
  }

  private static func number(_ text: String) -> Int? {
    !text.isEmpty && text.count <= 2 && text.allSatisfy(\.isWholeNumber) ? Int(text) : nil
  }

  private static func time(_ hour: Int, _ minute: Int) -> Result<ClockTime, EntryMistake> {
    ClockTime(minutes: hour * 60 + minute).map { .success($0) } ?? .failure(.noTime)
  }
}

/// Durations as people type them, always with a unit, since 5 could be minutes as well as hours: `45 min`, `5,5 u`,
/// `2u30`, `1:30`.
enum DurationEntry {
  static func read(_ typed: String) -> Result<Minutes, EntryMistake> {
    let text = String(typed.trimmed.lowercased().filter { $0 != " " })
    if text.contains(":") { return hoursAndMinutes(text.split(separator: ":", omittingEmptySubsequences: false)) }
    let digits = text.prefix { $0.isWholeNumber || $0 == "," || $0 == "." }
    let rest = text.dropFirst(digits.count)
    guard let amount = hundredths(digits) else { return .failure(.noDuration) }
    if rest.isEmpty { return .failure(.durationLacksUnit) }
    if ["m", "min", "minuten", "minuut", "'"].contains(rest) {
      return amount % 100 == 0 ? bounded(amount / 100) : .failure(.noDuration)
    }
    if ["u", "uur", "uren"].contains(rest) {
      return amount * 60 % 100 == 0 ? bounded(amount * 60 / 100) : .failure(.noDuration)
    }
    if rest.first == "u" { return hoursAndMinutes([digits, rest.dropFirst().prefix { $0.isWholeNumber }]) }
    return .failure(.noDuration)
  }

  /// `90 min`, which reads back as the same duration.
  static func write(_ duration: Minutes) -> String { "\(duration.count) min" }

  /// `1,5` as 150; at most two decimals.
  private static func hundredths(_ text: Substring) -> Int? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard (1...2).contains(parts.count), parts[0].count <= 4, let whole = Int(parts[0]) else { return nil }
    guard parts.count == 2 else { return whole * 100 }
    guard (1...2).contains(parts[1].count), let part = Int(parts[1]) else { return nil }
    return whole * 100 + (parts[1].count == 1 ? part * 10 : part)
  }

  private static func hoursAndMinutes(_ parts: [Substring]) -> Result<Minutes, EntryMistake> {
    guard parts.count == 2, parts[0].count <= 4, parts[1].count == 2, let hours = Int(parts[0]),
      let minutes = Int(parts[1]), hours >= 0, (0..<60).contains(minutes)
    else { return .failure(.noDuration) }
    return bounded(hours * 60 + minutes)
  }

  private static func bounded(_ minutes: Int) -> Result<Minutes, EntryMistake> {
    (0...100_000).contains(minutes) ? .success(Minutes(minutes)) : .failure(.noDuration)
  }
}

/// School years as people type them: `2026-2027`, `2026/27`, `26-27`, `2026`.
enum SchoolYearEntry {
  static func read(_ typed: String) -> Result<SchoolYear, EntryMistake> {
    let parts = typed.split { "-/ ".contains($0) }
    guard (1...2).contains(parts.count), let start = year(parts[0]) else { return .failure(.noSchoolYear) }
    if parts.count == 2 {
      guard let end = year(parts[1]), end == start + 1 else { return .failure(.noSchoolYear) }
    }
    return .success(SchoolYear(startYear: start))
  }

  private static func year(_ text: Substring) -> Int? {
    guard text.allSatisfy(\.isWholeNumber), let number = Int(text) else { return nil }
    switch text.count {
    case 2: return 2000 + number
    case 4: return (1...9998).contains(number) ? number : nil
    default: return nil
    }
  }
}
