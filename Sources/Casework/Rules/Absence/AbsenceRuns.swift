/// Unbroken absence: school days in a row of which the pupil attended nothing.
///
/// Days without school neither break it nor count.
public struct AbsenceRun: Equatable, Sendable {
  /// Positions in the ledger's days.
  public let range: Range<Int>
  public let first: CivilDate
  public let last: CivilDate
  /// The first school day attended after it; nothing where the run reaches the horizon.
  public let returnedOn: CivilDate?
}

extension AbsenceLedger {
  /// Stretches of days that satisfy a condition and have no school day between them on which it did not hold.
  func runs(where holds: (AbsentDay) -> Bool) -> [AbsenceRun] {
    var runs: [AbsenceRun] = []
    var start: Int?
    for index in days.indices {
      guard holds(days[index]) else {
        start.map { runs.append(run($0..<index)) }
        start = nil
        continue
      }
      if let begun = start, !adjoins(index) {
        runs.append(run(begun..<index))
        start = index
      }
      start = start ?? index
    }
    start.map { runs.append(run($0..<days.count)) }
    return runs
  }

  /// Whether no school day lies between a day and the one before it in the ledger.
  private func adjoins(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    return !hours.hasSchoolDay(from: days[index - 1].date.adding(days: 1), through: days[index].date.adding(days: -1))
  }

  private func run(_ range: Range<Int>) -> AbsenceRun {
    let last = days[range.upperBound - 1].date
    let next = hours.nextSchoolDay(after: last)
    return AbsenceRun(
      range: range, first: days[range.lowerBound].date, last: last,
      returnedOn: next.flatMap { $0 <= horizon ? $0 : nil })
  }
}
