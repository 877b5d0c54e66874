import Casework

/// Days as people type them: `23-11-2026`, `23 nov`, `vandaag`, `ma`, `+6w`.
enum DateEntry {
  /// Reads a day.
  ///
  /// Without a year it is the one nearest to today; a weekday is the first to come, today included, and with a minus
  /// before it the last one that was. Where it is asked about another day than today, weekdays, steps and days without a
  /// year are counted from that one; `vandaag` is today all the same.
  static func read(
    _ typed: String, today: CivilDate, countingFrom other: CivilDate? = nil
  ) -> Result<CivilDate, EntryMistake> {
    let text = typed.trimmed.lowercased()
    let start = other ?? today
    if let date = word(text, today: today) ?? weekday(text, from: start) ?? step(text, from: start) {
      return .success(date)
    }
    if let date = CivilDate(iso: text) { return .success(date) }
    let parts = text.split { " -/.".contains($0) }
    guard (2...3).contains(parts.count), let day = Int(parts[0]), let month = month(parts[1]) else {
      return .failure(.noDate)
    }
    guard parts.count == 3 else { return nearest(day: day, month: month, to: start) }
    guard let year = year(parts[2]) else { return .failure(.noDate) }
    return CivilDate(year: year, month: month, day: day).map { .success($0) } ?? .failure(.noSuchDay)
  }

  /// `23-11-2026`, which reads back as the same day.
  static func write(_ date: CivilDate) -> String {
    let (year, month, day) = date.parts
    return "\(day)-\(month)-\(year)"
  }

  private static func word(_ text: String, today: CivilDate) -> CivilDate? {
    switch text {
    case "vandaag", "nu": return today
    case "morgen": return today.adding(days: 1)
    case "overmorgen": return today.adding(days: 2)
    case "gisteren": return today.adding(days: -1)
    case "eergisteren": return today.adding(days: -2)
    default: return nil
    }
  }

  private static func weekday(_ text: String, from start: CivilDate) -> CivilDate? {
    let isPast = text.hasPrefix("-")
    let name = isPast ? text.dropFirst() : text[...]
    guard name.count >= 2, let weekday = Weekday.allCases.first(where: { $0.label.hasPrefix(name) }) else { return nil }
    let ahead = (weekday.index - start.weekday.index + 7) % 7
    return start.adding(days: isPast ? (ahead == 0 ? -7 : ahead - 7) : ahead)
  }

  /// `+6w`, `-3d`, `+1m`, `+1j`.
  private static func step(_ text: String, from start: CivilDate) -> CivilDate? {
    guard let sign = text.first, sign == "+" || sign == "-", let unit = text.last,
      let count = Int(text.dropFirst().dropLast().trimmed), (0...9999).contains(count)
    else { return nil }
    let signed = sign == "-" ? -count : count
    switch unit {
    case "d": return start.adding(days: signed)
    case "w": return start.adding(weeks: signed)
    case "m" where count <= 1200: return inRange(start, months: signed)
    case "j" where count <= 100: return inRange(start, months: 12 * signed)
    default: return nil
    }
  }

  private static func inRange(_ start: CivilDate, months: Int) -> CivilDate? {
    let month = start.year * 12 + start.month - 1 + months
    return (12..<120_000).contains(month) ? start.adding(months: months) : nil
  }

  private static func month(_ text: Substring) -> Int? {
    if let number = Int(text) { return (1...12).contains(number) ? number : nil }
    guard text.count >= 3 else { return nil }
    let byName = CivilDate.months.firstIndex { $0.hasPrefix(text) } ?? CivilDate.shortMonths.firstIndex { $0 == text }
    return byName.map { $0 + 1 }
  }

  private static func year(_ text: Substring) -> Int? {
    guard let number = Int(text) else { return nil }
    switch text.count {
    case 2: return 2000 + number
    case 4: return number
    default: return nil
    }
  }

  private static func nearest(day: Int, month: Int, to start: CivilDate) -> Result<CivilDate, EntryMistake> {
    // Eight years reach a 29 February from every day.
    let candidates = (-8...8).compactMap { CivilDate(year: start.year + $0, month: month, day: day) }
    let nearest = candidates.min { abs($0.days(since: start)) < abs($1.days(since: start)) }
    return nearest.map { .success($0) } ?? .failure(.noSuchDay)
  }
}
