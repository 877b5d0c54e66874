import Casework

/// Absence at a glance: the hours that count towards a report, the school year as a calendar, and bars a week.
struct AbsenceOverview {
  private let text: TabText
  private let schoolYear: SchoolYear

  init(_ text: TabText) {
    self.text = text
    schoolYear = SchoolYear(of: text.day)
  }

  var lines: [TabLine] {
    guard let absence = text.dossier.absence.record else { return [] }
    let ledger = AbsenceLedger(text.dossier, in: text.session.scope)
    let year = AbsenceYear(ledger, schoolYear, countedThrough: text.day)
    return [TabLine(Line(Texts.Absence.year(schoolYear), .heading, bold: true))] + totals(year)
      + window(ledger, absence) + calendar(year)
  }

  private func totals(_ year: AbsenceYear) -> [TabLine] {
    let missed = year.missed
    if missed.isNothing { return [TabLine(Texts.Absence.none, .good)] }
    var lines = text.note(Texts.Absence.missed(missed, through: text.day), .text)
    if missed.daysWithoutHours > 0 { lines += text.note(Texts.Absence.withoutHours(missed.daysWithoutHours), .now) }
    return lines
  }

  private func calendar(_ year: AbsenceYear) -> [TabLine] {
    if year.weeks.isEmpty { return text.note(Texts.Absence.noCalendar, .now) }
    // On a low window the weeks alone leave room for the rest.
    let strip = AbsenceStrip(year, width: text.width, byDay: !text.state.size.isLow)
    let bars = WeekBars(strip.weeksInSight)
    return (strip.lines + bars.lines + strip.legend(also: bars.meanings)).map { TabLine($0) }
  }

  /// The gauge of the window that the day closes, with every day that counts in it.
  private func window(_ ledger: AbsenceLedger, _ absence: Record<AbsenceFields>) -> [TabLine] {
    guard let count = ledger.hoursCount(absence, norms: text.session.scope.norms) else { return [] }
    let standing = count.standing(on: text.day, of: ledger)
    let days = standing.window.days
    let head = days.isEmpty ? Texts.Absence.nothingCounts : Texts.Absence.counts
    return HoursGauge(standing).lines(width: text.width).map { TabLine($0) } + [TabLine(head, .muted)]
      + days.map(counted)
  }

  private func counted(_ day: AbsentDay) -> TabLine {
    var line = Line("  ")
    line.add(day.date.dutch(.full), width: 16)
    line.add(Minutes(day.counted).dutch)
    if day.isAssumed { line.add("  " + Texts.Absence.assumed, .muted) }
    let target = day.leadingCause.flatMap { cause in
      cause.record.map { LineTarget.record(.absence, [.item(list: cause.source.list, $0)]) }
    }
    return TabLine(line, target)
  }
}
