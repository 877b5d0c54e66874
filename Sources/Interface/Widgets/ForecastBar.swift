import Casework

/// How many last days fall in each of the coming weeks.
struct ForecastBar {
  private let weeks: [WeekLoad]
  private let label: String

  /// `label` says from which day on, and what is shown of it.
  init(_ weeks: [WeekLoad], label: String) {
    self.weeks = weeks
    self.label = label
  }

  /// One line: the label, a bar a week and the number in words; the words alone where there is no room for both.
  func line(width: Int) -> Line {
    let short = Texts.Agenda.weeksShort(weeks.count)
    for (name, words) in [(label, total), (label, busiest), (short, total), (short, busiest)] {
      guard 1 + name.cellWidth + 2 + weeks.count + 2 + words.cellWidth <= width else { continue }
      var line = Line(" " + name + "  ", .muted)
      line.add(Bars.line(weeks.map(\.count)))
      line.add("  " + words, .muted)
      return line
    }
    return Line(" " + Texts.Agenda.inWords(short, total), .muted)
  }

  private var total: String {
    let sum = weeks.reduce(0) { $0 + $1.count }
    return sum == 0 ? busiest : Texts.Agenda.ahead(sum, busiest)
  }

  private var busiest: String {
    guard let busiest = weeks.max(by: { $0.count < $1.count }), busiest.count > 0 else {
      return Texts.Agenda.nothingAhead
    }
    return Texts.Agenda.busiest(week: busiest.monday.isoWeek, count: busiest.count)
  }
}
