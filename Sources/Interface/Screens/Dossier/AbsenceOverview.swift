import Casework

/// Absence at a glance: the school year week by week, and the hours that count towards a report.
struct AbsenceOverview {
  private let text: TabText
  private let year: SchoolYear

  init(_ text: TabText) {
    self.text = text
    year = SchoolYear(of: text.day)
  }

  var lines: [TabLine] {
    guard let absence = text.dossier.absence.record else { return [] }
    let ledger = AbsenceLedger(text.dossier, in: text.session.scope)
    let weeks = AbsenceWeeks(ledger, text.session.calendar, year: year)
    var lines = [TabLine(Line(Texts.Absence.year(year), .heading, bold: true))]
    lines += totals(ledger)
    lines +=
      weeks.isEmpty
      ? [TabLine(Texts.Absence.noCalendar, .now)]
      : weeks.around(text.day, width: text.width).lines(on: text.day).map { TabLine($0) }
    return lines + window(ledger, absence)
  }

  private func totals(_ ledger: AbsenceLedger) -> [TabLine] {
    let days = ledger.days.filter { year.contains($0.date) && $0.date <= text.day }
    guard !days.isEmpty else { return [TabLine(Texts.Absence.none, .good)] }
    return [
      TabLine(
        Texts.Absence.totals(
          authorised: Minutes(days.reduce(0) { $0 + $1.authorised }),
          unauthorised: Minutes(days.reduce(0) { $0 + $1.unauthorised }),
          unknown: Minutes(days.reduce(0) { $0 + $1.unknown })))
    ]
  }

  /// The gauge of the window that the day closes, with every day that counts in it.
  private func window(_ ledger: AbsenceLedger, _ absence: Record<AbsenceFields>) -> [TabLine] {
    guard let limit = text.session.scope.norms["verzuim.16uur.uren"],
      let count = ledger.hoursCount(absence, norms: text.session.scope.norms)
    else { return [] }
    let window = count.window(on: text.day, of: ledger)
    let isFull = window.minutes >= limit * 60
    var gauge = Line(Bars.gauge(window.minutes, of: limit * 60, width: 16), isFull ? .overdue : .now)
    gauge.add(" " + Texts.Absence.window(Minutes(window.minutes), of: limit), isFull ? .overdue : .text, bold: isFull)
    var lines = [TabLine(gauge)]
    if let first = window.weeks.first, let last = window.weeks.last {
      let counts = !window.days.isEmpty
      lines.append(
        TabLine(Texts.Absence.weeks(from: first, through: last.adding(days: 4), somethingCounts: counts), .muted))
    }
    return lines + window.days.map { day in counted(day) }
  }

  private func counted(_ day: AbsentDay) -> TabLine {
    var line = Line("  ")
    line.add(day.date.dutch(.full), width: 16)
    line.add(Minutes(day.counted).dutch)
    if day.isAssumed { line.add("  " + Texts.Absence.assumed, .muted) }
    let record = day.causes.first { $0.standing == .unauthorised }
    let target = record.flatMap { cause in
      cause.record.map { LineTarget.record(.absence, [.item(list: cause.source.list, $0)]) }
    }
    return TabLine(line, target)
  }
}

/// The teaching weeks of a school year with what was missed in each.
struct AbsenceWeeks {
  private struct Week {
    let monday: CivilDate
    let isTaught: Bool
    var authorised = 0
    var unauthorised = 0
    var unknown = 0

    /// The month that most of its days are in.
    var month: Int { monday.adding(days: 3).month }
    var missed: Int { authorised + unauthorised + unknown }
  }

  private var weeks: [Week] = []
  var isEmpty: Bool { weeks.isEmpty }

  init(_ ledger: AbsenceLedger, _ calendar: TeachingCalendar, year: SchoolYear) {
    let taught = calendar.teachingWeeks(from: year.firstDay, through: year.lastDay)
    guard let first = taught.first, let last = taught.last else { return }
    let isTaught = Set(taught)
    weeks = (0...last.days(since: first) / 7).map { index in
      let monday = first.adding(weeks: index)
      return Week(monday: monday, isTaught: isTaught.contains(monday))
    }
    for day in ledger.days {
      let index = day.date.monday.days(since: first) / 7
      guard day.date >= first, weeks.indices.contains(index) else { continue }
      weeks[index].authorised += day.authorised
      weeks[index].unauthorised += day.unauthorised
      weeks[index].unknown += day.unknown
    }
  }

  /// As many weeks as fit in the width, with the day's own among them.
  func around(_ day: CivilDate, width: Int) -> AbsenceWeeks {
    guard weeks.count > width, width > 0 else { return self }
    let present = weeks.lastIndex { $0.monday <= day } ?? 0
    let first = min(max(0, present - width * 3 / 4), weeks.count - width)
    var part = self
    part.weeks = Array(weeks[first..<first + width])
    return part
  }

  /// The months, a sign a week, and a bar a week.
  func lines(on day: CivilDate) -> [Line] {
    [
      Line(months, .muted), strip(on: day), Line(Bars.line(weeks.map(\.missed)), .now),
      Line(Texts.Absence.legend, .muted),
    ]
  }

  /// The short name of each month above its first week, where there is room for it.
  private var months: String {
    var text = ""
    for (index, week) in weeks.enumerated() {
      let isFirst = index == 0 || weeks[index - 1].month != week.month
      guard isFirst, text.count <= index, index + 3 <= weeks.count else { continue }
      text += String(repeating: " ", count: index - text.count) + CivilDate.shortMonths[week.month - 1]
    }
    return text
  }

  private func strip(on day: CivilDate) -> Line {
    var line = Line()
    for week in weeks {
      let (sign, role) = sign(of: week)
      line.add(sign, role, bold: day.monday == week.monday)
    }
    return line
  }

  private func sign(of week: Week) -> (String, Role) {
    if !week.isTaught { return (" ", .muted) }
    if week.unauthorised > 0 { return ("o", .overdue) }
    if week.unknown > 0 { return ("?", .now) }
    return week.authorised > 0 ? ("g", .text) : ("·", .muted)
  }
}
