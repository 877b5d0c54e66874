/// Stretches of one day in minutes since midnight: in order, apart from each other, none empty.
struct MinuteSpans: Equatable, Sendable {
  private(set) var ranges: [Range<Int>]

  init() { ranges = [] }

  init(_ periods: [TeachingPeriod]) {
    ranges = periods.map { $0.from.minutes..<$0.until.minutes }
  }

  var count: Int { ranges.reduce(0) { $0 + $1.count } }
  var isEmpty: Bool { ranges.isEmpty }

  /// What lies within a part of the day.
  func within(_ part: Range<Int>) -> MinuteSpans {
    var kept = MinuteSpans()
    kept.ranges = ranges.map { $0.clamped(to: part) }.filter { !$0.isEmpty }
    return kept
  }

  /// What lies within other stretches.
  func within(_ other: MinuteSpans) -> MinuteSpans {
    var kept = MinuteSpans()
    kept.ranges = ranges.flatMap { range in other.ranges.map { range.clamped(to: $0) }.filter { !$0.isEmpty } }
    return kept
  }

  /// The first minutes from a time on, until so many are taken.
  func first(_ count: Int, from start: Int) -> MinuteSpans {
    var taken = MinuteSpans()
    var left = count
    for range in ranges where left > 0 && range.upperBound > start {
      let from = max(range.lowerBound, start)
      let until = min(range.upperBound, from + left)
      taken.ranges.append(from..<until)
      left -= until - from
    }
    return taken
  }

  mutating func subtract(_ other: MinuteSpans) {
    for cut in other.ranges {
      ranges = ranges.flatMap { range in
        [range.clamped(to: 0..<max(0, cut.lowerBound)), range.clamped(to: cut.upperBound..<max(1440, cut.upperBound))]
          .filter { !$0.isEmpty }
      }
    }
  }

  /// Adds stretches that share no minute with these.
  mutating func add(apart other: MinuteSpans) {
    guard !other.isEmpty else { return }
    ranges = (ranges + other.ranges).sorted { $0.lowerBound < $1.lowerBound }
  }
}
