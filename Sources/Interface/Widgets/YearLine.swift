import Casework

/// Days of one or more school years on a line: what happened and what comes, each with a letter and its words below.
struct YearLine {
  struct Mark: Equatable {
    let day: CivilDate
    let letter: Character
    let words: String
    let role: Role
    /// Whether it stands in the list under the line; of many alike the last one is enough.
    var isListed = true
  }

  private let span: ClosedRange<CivilDate>
  private let marks: [Mark]
  private let today: CivilDate

  /// The school years from the one of `first` to the one of `last`.
  init(from first: SchoolYear, through last: SchoolYear, _ marks: [Mark], today: CivilDate) {
    span = first.firstDay...max(first, last).lastDay
    self.marks = marks
    self.today = today
  }

  func lines(width: Int) -> [Line] {
    guard width >= 12 else { return list(width) }
    return [names(width), axis(width), pointer(width)] + list(width)
  }

  private func column(_ day: CivilDate, _ width: Int) -> Int {
    let days = max(1, span.upperBound.days(since: span.lowerBound))
    let at = min(max(0, day.days(since: span.lowerBound)), days)
    return at * (width - 1) / days
  }

  /// The months where there is room; with more years than one the years.
  private func names(_ width: Int) -> Line {
    let years = Self.years(span)
    var text = ""
    func put(_ name: String, at column: Int) {
      guard column >= text.count + (text.isEmpty ? 0 : 1), column + name.count <= width else { return }
      text += String(repeating: " ", count: column - text.count) + name
    }
    if years.count > 1, width < 14 * 4 * years.count {
      for year in years { put(year.description, at: column(year.firstDay, width)) }
    } else {
      for year in years {
        for month in 0..<12 {
          let day = year.firstDay.adding(months: month)
          put(CivilDate.shortMonths[day.month - 1], at: column(day, width))
        }
      }
    }
    return Line(text, .muted)
  }

  private static func years(_ span: ClosedRange<CivilDate>) -> [SchoolYear] {
    let first = SchoolYear(of: span.lowerBound).startYear
    return (first...SchoolYear(of: span.upperBound).startYear).map(SchoolYear.init(startYear:))
  }

  /// The line itself, with the bounds of the years and the letters; a star where several meet.
  private func axis(_ width: Int) -> Line {
    var signs = [Character](repeating: "─", count: width)
    for year in Self.years(span) { signs[column(year.firstDay, width)] = "┼" }
    signs[0] = "├"
    signs[width - 1] = "┤"
    var roles = [Role?](repeating: nil, count: width)
    for mark in marks where span.contains(mark.day) {
      let at = column(mark.day, width)
      signs[at] = roles[at] != nil && signs[at] != mark.letter ? "*" : mark.letter
      roles[at] = [Role.overdue, .now].first { $0 == roles[at] || $0 == mark.role } ?? mark.role
    }
    var line = Line()
    for (sign, role) in zip(signs, roles) { line.add(String(sign), role ?? .muted, bold: role != nil) }
    return line
  }

  private func pointer(_ width: Int) -> Line {
    guard span.contains(today) else { return Line() }
    let text = today.dutch(.weekday)
    let at = column(today, width)
    var line = Line()
    if at + 2 + text.cellWidth <= width {
      line.tab(to: at)
      line.add("▲ " + text, .heading)
    } else {
      line.tab(to: at - text.cellWidth - 1)
      line.add(text + " ▲", .heading)
    }
    return line
  }

  /// The words of each, below each other in their column.
  private func list(_ width: Int) -> [Line] {
    let margin = 19
    return marks.filter(\.isListed).flatMap { mark in
      Wrapped.lines(of: mark.words, width: max(8, width - margin)).enumerated().map { index, words in
        var line = Line(index == 0 ? "\(mark.letter) " : "", mark.role, bold: true)
        line.add(index == 0 ? mark.day.dutch(.full) : "", width: margin - line.cells)
        line.add(words.text, mark.role)
        return line
      }
    }
  }
}
