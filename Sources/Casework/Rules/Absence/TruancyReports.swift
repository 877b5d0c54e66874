/// The reports to DUO of one pupil, made ready for counting.
struct TruancyReports: Sendable {
  struct Report: Sendable {
    let record: RecordID?
    let kind: TruancyReportKind
    let reportedOn: CivilDate
    /// The first day of its period; from the beginning where none is on record.
    let from: CivilDate?
    /// The last day of its period; the day it was made where none is on record.
    let until: CivilDate

    func covers(_ day: CivilDate) -> Bool {
      day <= until && (from.map { day >= $0 } ?? true)
    }

    /// Whether its period has a day in common with another one.
    func overlaps(_ first: CivilDate, through last: CivilDate) -> Bool {
      until >= first && (from.map { $0 <= last } ?? true)
    }
  }

  /// By the last day of their period, then by the day on which they were made.
  let all: [Report]

  /// A report of long absence without a last day holds as long as that absence is unbroken; without a first day either it
  /// is about the last absence that had begun by then.
  init(_ absence: Record<AbsenceFields>, runs: [AbsenceRun], horizon: CivilDate) {
    all = absence.reports.compactMap { record in
      guard let kind = record.kind?.known, let reportedOn = record.reportedOn else { return nil }
      let from = record.from
      var until = record.until ?? reportedOn
      if kind == .longTerm, record.until == nil {
        let run = if let from { runs.first { $0.last >= from } } else { runs.last { $0.first <= reportedOn } }
        until = run.map { $0.returnedOn == nil ? max(horizon, reportedOn) : max($0.last, reportedOn) } ?? reportedOn
      }
      return Report(record: record.id, kind: kind, reportedOn: reportedOn, from: from, until: until)
    }.sorted { ($0.until, $0.reportedOn) < ($1.until, $1.reportedOn) }
  }

  func of(_ kind: TruancyReportKind) -> [Report] {
    all.filter { $0.kind == kind }
  }
}
