/// Days from one to another, both counted; without an end it goes on.
public struct DateSpan: Hashable, Sendable {
  public let from: CivilDate
  public let until: CivilDate?

  public init(from: CivilDate, until: CivilDate? = nil) {
    self.from = from
    self.until = until
  }

  public func contains(_ day: CivilDate) -> Bool {
    day >= from && (until.map { day <= $0 } ?? true)
  }

  /// Whether the other one begins on the day after this one ends, or before that.
  func reaches(_ next: DateSpan) -> Bool {
    until.map { next.from <= $0.adding(days: 1) } ?? true
  }

  /// Spans in order of their first day, with those that touch made into one.
  static func joined(_ spans: [DateSpan]) -> [DateSpan] {
    var result: [DateSpan] = []
    result.reserveCapacity(spans.count)
    for span in spans {
      guard let last = result.last, last.reaches(span) else {
        result.append(span)
        continue
      }
      let until: CivilDate? =
        if let first = last.until, let second = span.until { max(first, second) } else { nil }
      result[result.count - 1] = DateSpan(from: last.from, until: until)
    }
    return result
  }
}

/// A record and the days for which it counts.
public struct Spanned<Fields: RecordFields>: Hashable, Sendable {
  public let span: DateSpan
  public let record: Record<Fields>
}

/// Records that follow each other, in order of their first day.
///
/// Each counts until its own last day or the day before the next one begins, whichever comes first. One without a first
/// day counts for no day (and is a finding).
func succession<Fields>(
  _ records: [Record<Fields>], from: (Record<Fields>) -> CivilDate?, until: (Record<Fields>) -> CivilDate?
) -> [Spanned<Fields>] {
  var dated: [(from: CivilDate, record: Record<Fields>)] = []
  dated.reserveCapacity(records.count)
  var isInOrder = true
  for record in records {
    guard let first = from(record) else { continue }
    if let last = dated.last, first <= last.from { isInOrder = false }
    dated.append((first, record))
  }
  if !isInOrder { dated.sort { ($0.from, $0.record.id.order) < ($1.from, $1.record.id.order) } }
  var result: [Spanned<Fields>] = []
  result.reserveCapacity(dated.count)
  for (index, item) in dated.enumerated() {
    let next = index + 1 < dated.count ? dated[index + 1].from.adding(days: -1) : nil
    let last = CivilDate.earlier(until(item.record), next)
    if let last, last < item.from { continue }
    result.append(Spanned(span: DateSpan(from: item.from, until: last), record: item.record))
  }
  return result
}

extension CivilDate {
  /// The earlier of two days; the one that there is, where the other lacks.
  static func earlier(_ left: CivilDate?, _ right: CivilDate?) -> CivilDate? {
    guard let left, let right else { return left ?? right }
    return min(left, right)
  }
}

extension RecordID? {
  /// For putting records of one day in an order that does not hang on the file; one without an id comes first.
  var order: RecordID { self ?? RecordID(high: 0, low: 0) }
}
