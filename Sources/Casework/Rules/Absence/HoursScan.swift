/// Goes through a ledger once, day by day of absence, and finds where windows fill up.
struct HoursScan {
  let ledger: AbsenceLedger
  let reports: TruancyReports
  let runs: [AbsenceRun]
  let measure: HoursMeasure
  var crossings: [HoursCount.Crossing] = []
  var approaches: [HoursCount.Approach] = []
  var restarts: [HoursCount.Restart] = []

  /// The days in the window so far, as positions in the ledger.
  private var window: [Int] = []
  private var sum = 0
  private var countFrom: CivilDate?
  /// Reports that begin the count afresh after their last day and have not done so yet.
  private var pending: [TruancyReports.Report]
  /// The approach that is going on.
  private var open: HoursCount.Approach?

  init(ledger: AbsenceLedger, reports: TruancyReports, runs: [AbsenceRun], measure: HoursMeasure) {
    self.ledger = ledger
    self.reports = reports
    self.runs = runs
    self.measure = measure
    pending = reports.all.filter { $0.kind == .sixteenHours || $0.kind == .longTerm }
  }

  mutating func run() {
    for index in ledger.days.indices where ledger.days[index].counted > 0 {
      let date = ledger.days[index].date
      applyReports(before: date)
      if let countFrom, date < countFrom { continue }
      if let long = pending.first(where: { $0.kind == .longTerm && $0.covers(date) && $0.reportedOn <= date }) {
        // Reported as long absence already: nothing more is asked until that is over.
        restart(after: long.until, since: date)
        continue
      }
      closeApproach(before: date)
      slide(to: index)
      window.append(index)
      sum += ledger.days[index].counted
      if sum >= measure.limit {
        cross(at: index)
      } else if sum >= measure.near {
        approach(at: index)
      }
    }
    endApproach()
    for report in pending { restart(after: report.until) }
  }

  /// Begins afresh after every report whose period is over.
  private mutating func applyReports(before date: CivilDate) {
    while let report = pending.first, report.until < date {
      pending.removeFirst()
      restart(after: report.until)
    }
  }

  private mutating func restart(after day: CivilDate, since: CivilDate? = nil) {
    let next = day.adding(days: 1)
    guard countFrom.map({ next > $0 }) ?? true else { return }
    endApproach()
    countFrom = next
    restarts.append(HoursCount.Restart(since: min(since ?? next, next), from: next))
    while let first = window.first, ledger.days[first].date < next {
      window.removeFirst()
      sum -= ledger.days[first].counted
    }
  }

  /// Drops what lies in weeks that are no longer in the window.
  private mutating func slide(to index: Int) {
    while let first = window.first, isOut(first, of: index) {
      window.removeFirst()
      sum -= ledger.days[first].counted
    }
  }

  private func isOut(_ earlier: Int, of index: Int) -> Bool {
    ledger.weeks[earlier] <= ledger.weeks[index] - measure.weeks
      || !ledger.hours.calendar.covers(ledger.days[earlier].date...ledger.days[index].date)
  }

  private func currentWindow(at index: Int) -> HoursWindow {
    HoursWindow(
      ledger, days: window, lastWeek: ledger.weeks[index], weeks: measure.weeks, countedFrom: countFrom)
  }
}

/// A window that fills up, and the report about it.
extension HoursScan {
  private mutating func cross(at index: Int) {
    let day = ledger.days[index].date
    let long = pending.filter { $0.kind == .longTerm && $0.covers(day) }
    let report = pending.first { $0.kind == .sixteenHours && $0.covers(day) }
    let made = ([report].compactMap(\.self) + long).min { $0.reportedOn < $1.reportedOn }
    let crossing = HoursCount.Crossing(
      day: day, window: currentWindow(at: index), report: made?.record, reportedOn: made.map { max($0.reportedOn, day) }
    )
    crossings.append(crossing)
    endApproach(at: crossing)
    if let report {
      use(report)
      restart(after: lastDay(coveredBy: report, at: index))
    } else if let long = long.first {
      restart(after: long.until, since: long.reportedOn)
    } else {
      // Not reported: nothing new is asked before it is, or before a later report begins the count afresh.
      restart(after: pending.first?.until ?? ledger.horizon)
    }
  }

  private mutating func use(_ report: TruancyReports.Report) {
    pending.removeAll { $0.record == report.record && $0.until == report.until && $0.reportedOn == report.reportedOn }
  }

  /// A report covers all up to its last day, but of an unbroken absence no more days than one report may cover.
  private func lastDay(coveredBy report: TruancyReports.Report, at index: Int) -> CivilDate {
    let day = ledger.days[index].date
    guard let run = runs.first(where: { $0.range.contains(index) }) else { return report.until }
    let start = [run.first, countFrom, report.from].compactMap(\.self).max() ?? run.first
    let limit = max(day, start.adding(days: measure.reportDays - 1))
    return run.last > limit ? min(report.until, limit) : report.until
  }
}

/// A window that is nearly full.
extension HoursScan {
  private mutating func approach(at index: Int) {
    var approach = open ?? HoursCount.Approach(from: ledger.days[index].date, window: currentWindow(at: index))
    // What is only assumed is told apart, as what comes if it goes on.
    if !ledger.days[index].isAssumed { approach.window = currentWindow(at: index) }
    approach.until = dropDay(after: index)
    open = approach
  }

  /// The Monday of the teaching week in which too little is left in the window.
  private func dropDay(after index: Int) -> CivilDate? {
    let weeks = ledger.hours.calendar.teachingWeeks
    var left = sum
    for day in window {
      left -= ledger.days[day].counted
      guard left < measure.near else { continue }
      let week = ledger.weeks[day] + measure.weeks
      return weeks.indices.contains(week) ? weeks[week] : nil
    }
    return nil
  }

  /// Ends the approach where it was over before this day; on the day itself new hours may make it go on.
  private mutating func closeApproach(before date: CivilDate) {
    if let until = open?.until, until < date { endApproach() }
  }

  private mutating func endApproach(at crossing: HoursCount.Crossing? = nil) {
    guard var ended = open else { return }
    open = nil
    ended.crossing = crossing
    ended.until = crossing?.day ?? ended.until
    let about = reports.all.filter { $0.until >= ended.from && $0.from.map { $0 <= ended.from } ?? true }
    let reportedOn = about.map { max($0.reportedOn, ended.from) }.min()
    if let reportedOn, ended.until.map({ reportedOn < $0 }) ?? true { ended.reportedOn = reportedOn }
    approaches.append(ended)
  }
}
