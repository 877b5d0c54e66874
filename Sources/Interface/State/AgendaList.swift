import Casework

/// The signals that a filter leaves, most pressing first, with a head above each urgency.
struct AgendaList: Sendable {
  /// What the filter looks for; empty for all.
  let sought: String
  /// The numbers of the signals that it leaves; nothing for all.
  private let found: [Int]?
  let count: Int
  private var groups: [Group] = []

  private struct Group {
    let urgency: Urgency
    /// Positions in the list.
    let positions: Range<Int>
  }

  /// What stands on one row.
  enum Content: Equatable {
    /// How pressing what follows is, and how many that are.
    case head(Urgency, Int)
    /// The signal at this position in the list.
    case signal(Int)
  }

  init(_ derived: Derived, sought: String) {
    self.init(
      derived.signals.map(\.urgency), found: sought.isEmpty ? nil : derived.searchIndex.search(SearchQuery(sought)),
      sought: sought)
  }

  /// A list of signals with these urgencies, of which these were found; nothing for all.
  init(_ urgencies: [Urgency], found: [Int]?, sought: String) {
    self.sought = sought
    self.found = found
    count = found?.count ?? urgencies.count
    for position in 0..<count {
      let urgency = urgencies[self[position]]
      let start = groups.last?.urgency == urgency ? groups.removeLast().positions.lowerBound : position
      groups.append(Group(urgency: urgency, positions: start..<(position + 1)))
    }
  }

  /// The number of the signal at a position from 0 up to ``count``.
  subscript(position: Int) -> Int { found?[position] ?? position }

  /// How many rows there are, heads included.
  var rowCount: Int { count + groups.count }

  /// The row that the signal at a position stands on.
  func row(ofPosition position: Int) -> Int {
    position + groups.count { $0.positions.lowerBound <= position }
  }

  /// What stands on a row; nothing below the last.
  func content(ofRow row: Int) -> Content? {
    for (headsAbove, group) in groups.enumerated() {
      let head = group.positions.lowerBound + headsAbove
      if row == head { return .head(group.urgency, group.positions.count) }
      if row > head, row - head <= group.positions.count { return .signal(row - headsAbove - 1) }
    }
    return nil
  }
}
