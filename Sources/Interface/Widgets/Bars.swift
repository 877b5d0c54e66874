import Casework

/// Numbers as bars of one line: the height of each block says how much.
enum Bars {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// One block a number, the highest number as the highest block; nothing is a blank.
  static func line(_ numbers: [Int]) -> String {
    guard let highest = numbers.max(), highest > 0 else { return String(repeating: " ", count: numbers.count) }
    return String(
      numbers.map { number in
        number <= 0 ? " " : blocks[min(blocks.count, (number * blocks.count + highest - 1) / highest) - 1]
      })
  }

  /// A bar that is filled as far as the part goes into the whole; full only where the part reaches it.
  static func gauge(_ part: Int, of whole: Int, width: Int) -> String {
    guard whole > 0, width > 0 else { return "" }
    let filled = part >= whole ? width : max(0, part) * width / whole
    return String(repeating: "▓", count: filled) + String(repeating: "░", count: width - filled)
  }
}

/// How many last days fall in each of the coming weeks.
struct ForecastBar {
  private let weeks: [WeekLoad]

  init(_ weeks: [WeekLoad]) { self.weeks = weeks }

  func line(width: Int) -> Line {
    let label = Texts.Agenda.forecast(weeks.count)
    var line = Line(" " + label + "  ", .muted)
    let room = width - line.cells - 1
    guard room > 4 else { return Line() }
    line.add(Bars.line(weeks.prefix(room).map(\.count)))
    if let busiest = weeks.max(by: { $0.count < $1.count }), busiest.count > 0 {
      let text = Texts.Agenda.busiest(week: busiest.monday.isoWeek, count: busiest.count)
      if line.cells + text.cellWidth + 4 <= width { line.add("    " + text, .muted) }
    }
    return line
  }
}
