import Casework

/// How far the unauthorised hours of four teaching weeks are on the way to those that must be reported.
struct HoursGauge {
  private let standing: HoursStanding

  init(_ standing: HoursStanding) { self.standing = standing }

  /// A bar with the hours in words, the days of the window, and what is to be known of it.
  func lines(width: Int) -> [Line] {
    let role: Role =
      switch standing.level {
      case .below: .text
      case .near: .now
      case .full: .overdue
      }
    let words = Texts.Absence.window(Minutes(standing.window.minutes), of: Minutes(standing.measure.limit))
    var lines = [Line(bar(width: barWidth(beside: words, width)), role)]
    if lines[0].cells + 1 + words.cellWidth <= width {
      lines[0].add(" " + words, role, bold: standing.level != .below)
    } else {
      lines += Self.wrapped(words, width, role)
    }
    return lines + notes.flatMap { Self.wrapped($0, width, .muted) }
  }

  /// A cell an hour, or two where there is room.
  private func barWidth(beside words: String, _ width: Int) -> Int {
    let hours = max(1, standing.measure.limit / 60)
    let double = 2 * hours
    if double + 1 + words.cellWidth <= width { return double }
    return min(hours, width)
  }

  /// The bar with a stroke where it is near, as long as the hours have not come that far.
  private func bar(width: Int) -> String {
    var bar = Array(Bars.gauge(standing.window.minutes, of: standing.measure.limit, width: width))
    let place = standing.measure.near * width / max(1, standing.measure.limit)
    if bar.indices.contains(place), bar[place] == "░" { bar[place] = "┊" }
    return String(bar)
  }

  private var notes: [String] {
    var notes: [String] = []
    if let span = standing.window.span {
      notes.append(Texts.Absence.weeks(span, count: standing.window.weeks.count))
    }
    if standing.level == .below, standing.crossing == nil, standing.measure.near < standing.measure.limit {
      notes.append(Texts.Absence.nearFrom(Minutes(standing.measure.near)))
    }
    if let crossing = standing.crossing {
      notes.append(Texts.Absence.full(on: crossing.day, reported: crossing.reportedOn))
    }
    if let from = standing.window.countedFrom { notes.append(Texts.Absence.countedFrom(from)) }
    return notes
  }

  private static func wrapped(_ text: String, _ width: Int, _ role: Role) -> [Line] {
    Wrapped.lines(of: text, width: max(8, width)).map { Line($0.text, role) }
  }
}
