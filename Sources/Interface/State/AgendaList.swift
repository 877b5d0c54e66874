import Casework

/// A line of the agenda: something that is asked, or something that could not be judged.
enum AgendaLine: Equatable, Sendable {
  case signal(SignalLine)
  case unjudged(UnjudgedLine)
}

/// The lines that a filter leaves, most pressing first and last what could not be judged, with a head above each kind.
struct AgendaList: Sendable {
  /// What the filter looks for; empty for all.
  let sought: String
  /// The numbers of the lines that it leaves; nothing for all.
  private let found: [Int]?
  let count: Int
  private var groups: [Group] = []

  private struct Group {
    /// Nothing for what could not be judged.
    let urgency: Urgency?
    /// Positions in the list.
    let positions: Range<Int>
  }

  /// What stands on one row.
  enum Content: Equatable {
    /// How pressing what follows is (nothing for what could not be judged), and how many that are.
    case head(Urgency?, Int)
    /// The line at this position in the list.
    case line(Int)
  }

  init(_ derived: Derived, sought: String) {
    self.init(
      derived.signals.map(\.urgency) + derived.unjudged.map { _ in nil },
      found: sought.isEmpty ? nil : derived.numbers(of: SearchQuery(sought)), sought: sought)
  }

  /// A list of lines with these urgencies, of which these were found; nothing for all.
  init(_ urgencies: [Urgency?], found: [Int]?, sought: String) {
    self.sought = sought
    self.found = found
    count = found?.count ?? urgencies.count
    for position in 0..<count {
      let urgency = urgencies[self[position]]
      var start = position
      if let last = groups.last, last.urgency == urgency {
        start = last.positions.lowerBound
        groups.removeLast()
      }
      groups.append(Group(urgency: urgency, positions: start..<(position + 1)))
    }
  }

  /// The number of the line at a position from 0 up to ``count``.
  subscript(position: Int) -> Int { found?[position] ?? position }

  /// How many rows there are, heads included.
  var rowCount: Int { count + groups.count }

  /// The row that the line at a position stands on.
  func row(ofPosition position: Int) -> Int {
    position + groups.count { $0.positions.lowerBound <= position }
  }

  /// The head that the line at a position stands under.
  func head(ofPosition position: Int) -> (urgency: Urgency?, count: Int)? {
    groups.first { $0.positions.contains(position) }.map { ($0.urgency, $0.positions.count) }
  }

  /// What stands on a row; nothing below the last.
  func content(ofRow row: Int) -> Content? {
    for (headsAbove, group) in groups.enumerated() {
      let head = group.positions.lowerBound + headsAbove
      if row == head { return .head(group.urgency, group.positions.count) }
      if row > head, row - head <= group.positions.count { return .line(row - headsAbove - 1) }
    }
    return nil
  }
}

extension Derived {
  /// How many lines the agenda has without a filter.
  var agendaCount: Int { signals.count + unjudged.count }

  /// A line by its number: the signals come first.
  func agendaLine(_ number: Int) -> AgendaLine {
    number < signals.count ? .signal(signals[number]) : .unjudged(unjudged[number - signals.count])
  }

  /// The numbers of the lines that fit what was typed.
  fileprivate func numbers(of query: SearchQuery) -> [Int] {
    searchIndex.search(query)
      + unjudged.indices.filter { matches(query, unjudged[$0].searchTexts) }.map { signals.count + $0 }
  }
}
