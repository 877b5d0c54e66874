import Casework

/// The way to another school (chapter 4) as a diagram, with the pupil's own path lit.
public struct FlowScreen: Equatable, Sendable {
  let pupil: RecordID
  /// Which stop is chosen.
  var cursor = ListCursor()
  /// How far the text about that stop is scrolled.
  var textTop = 0

  init(pupil: RecordID, _ state: AppState) {
    self.pupil = pupil
    guard let flow = flow(state), let last = flow.path.last else { return }
    cursor.row = FlowStop.all(of: flow).firstIndex { $0.node == last } ?? 0
  }
}

/// Where the cursor can stand: at a node of the diagram, or at an open question in the list below it.
struct FlowStop: Hashable, Sendable {
  let node: FlowNode
  var isInList = false

  /// In the order in which they are drawn.
  static func all(of flow: ReferralFlow) -> [FlowStop] {
    FlowLane.order.map { FlowStop(node: $0) } + flow.open.map { FlowStop(node: $0, isInList: true) }
  }
}

/// The columns of questions that stand below each other.
enum FlowLane {
  static let all: [[FlowNode]] = [
    [
      .secondary, .extraSupport, .ownSchool, .sensory, .otherSchool, .application, .admissible, .admission, .kind,
      .special,
    ],
    [.committee],
    [.practical, .learningSupport, .otherSecondary],
  ]

  /// Each node of a lane, then what stands beside it.
  static let order: [FlowNode] = all.joined().flatMap { node in [node] + besides(node).map(\.target) }

  private static let inLanes = Set(all.joined())

  /// The arrows to what is drawn beside a node and nowhere else.
  static func besides(_ node: FlowNode) -> [FlowEdge] {
    node.edges.filter { !inLanes.contains($0.target) }
  }
}

extension FlowScreen {
  var hints: [(key: String, text: String)] { [("←→", Texts.Flow.hintText)] }

  func flow(_ state: AppState) -> ReferralFlow? {
    state.session?.caseload.dossiers[pupil].map { ReferralFlow($0, on: state.shownDay) }
  }

  func stop(of flow: ReferralFlow) -> FlowStop? {
    let stops = FlowStop.all(of: flow)
    return cursor.row(in: stops.count).map { stops[$0] }
  }

  /// Where the answer to the chosen question is filled in.
  func asked(_ state: AppState) -> Act? {
    guard let flow = flow(state), let stop = stop(of: flow) else { return nil }
    return flow.stations[stop.node]?.ask
  }

  mutating func take(_ key: Key, _ state: AppState) {
    guard let flow = flow(state) else { return }
    switch key {
    case .right: textTop = min(textTop + 3, max(0, textHeight(flow, state) - 1))
    case .left: textTop = max(0, textTop - 3)
    default: if cursor.take(key, count: FlowStop.all(of: flow).count, page: 6) { textTop = 0 }
    }
  }

  private func textHeight(_ flow: ReferralFlow, _ state: AppState) -> Int {
    stop(of: flow).map { StopText($0, flow, state.book.referral).lines(width: state.size.columns - 4).count } ?? 0
  }

  func context(_ state: AppState) -> Line {
    guard let dossier = state.session?.caseload.dossiers[pupil] else { return Line(Texts.Dossier.gone) }
    var line = Line(dossier.displayName, .text, bold: true)
    line.add(" › " + Texts.Flow.title)
    return line
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    guard let flow = flow(state), let stop = stop(of: flow) else {
      return grid.draw(Line(" " + Texts.Dossier.gone, .error), row: 1, in: area)
    }
    let inner = Area(top: area.top, left: area.left + 1, columns: area.columns - 2, rows: area.rows)
    let text = StopText(stop, flow, state.book.referral)
    if state.size.isNarrow || state.size.isLow {
      let picture = FlowPicture(listing: flow, state.book.referral, width: inner.columns, chosen: text)
      let first = (picture.rows[stop]?.lowerBound ?? 0) + textTop
      picture.draw(stop, from: first - 1, on: &grid, in: inner)
    } else {
      let (upper, lower) = inner.split(bottom: max(7, area.rows * 2 / 5))
      let picture = FlowPicture(boxing: flow, state.book.referral, width: upper.columns)
      let rows = picture.rows[stop] ?? 0..<0
      picture.draw(stop, from: (rows.lowerBound + rows.upperBound - upper.rows) / 2, on: &grid, in: upper)
      let (rule, below) = lower.split(top: 1)
      grid.draw(.rule(rule.columns), row: 0, in: rule)
      grid.drawScrolled(text.lines(width: below.columns), top: textTop, in: below)
    }
  }
}
