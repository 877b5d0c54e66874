import Casework

/// What was missed in each week as bars: a row for each kind, the highest bar of all as the measure.
struct WeekBars {
  private let weeks: [AbsenceYear.Week]

  /// The weeks as they stand above it.
  init(_ weeks: [AbsenceYear.Week]) { self.weeks = weeks }

  /// A row for each kind of which there is something, and how high the highest bar is; nothing where nothing was missed.
  var lines: [Line] {
    guard let highest, let longest = weeks.first(where: { $0.missed.largest == highest }) else { return [] }
    let lines = rows.map { row in
      var line = Line("\(row.meaning.letter)  ", row.role, bold: true)
      line.add(Bars.line(weeks.map { row.minutes($0.missed) }, highest: highest), row.role)
      return line
    }
    return lines + [Line(Texts.Absence.highest(Minutes(highest), in: longest.monday), .muted)]
  }

  /// What the letters before the rows mean.
  var meanings: Set<DaySign.Meaning> { Set(rows.map(\.meaning)) }

  private var rows: [Row] {
    Row.allCases.filter { row in weeks.contains { row.minutes($0.missed) > 0 } }
  }

  private var highest: Int? {
    weeks.map(\.missed.largest).max().flatMap { $0 > 0 ? $0 : nil }
  }

  private enum Row: CaseIterable {
    case unauthorised, unknown, ill, otherwise

    func minutes(_ missed: MissedTime) -> Int {
      switch self {
      case .unauthorised: missed.unauthorised
      case .unknown: missed.unknown
      case .ill: missed.ill
      case .otherwise: missed.otherwiseAuthorised
      }
    }

    var meaning: DaySign.Meaning {
      switch self {
      case .unauthorised: .unauthorised
      case .unknown: .unknown
      case .ill: .ill
      case .otherwise: .otherwise
      }
    }

    var role: Role {
      switch self {
      case .unauthorised: .overdue
      case .unknown: .now
      case .ill, .otherwise: .text
      }
    }
  }
}

extension MissedTime {
  /// The most of one kind.
  fileprivate var largest: Int { max(unauthorised, unknown, ill, otherwiseAuthorised) }
}
