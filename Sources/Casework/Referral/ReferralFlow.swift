/// The way to another school (Handreiking chapter 4) as one pupil's dossier answers it on a day.
public struct ReferralFlow: Equatable, Sendable {
  public let stations: [FlowNode: FlowStation]
  /// From the start as far as the answers lead, in order.
  public let path: [FlowNode]
  /// Questions without an answer that the pupil's way can still come by, the first one where the path stops.
  ///
  /// After a refused TLV those without an answer since: the school looks again at what it can do.
  public let open: [FlowNode]

  public init(_ dossier: Dossier, on day: CivilDate) {
    let facts = ReferralFacts(dossier, on: day)
    let unreadable = SectionName.allCases.filter { !(dossier.isReadable($0)) }
    let stations = FlowNode.allCases.map { node in
      FlowStation(
        node, facts.evidence(on: node), ask: facts.ask(node), unread: unreadable.filter { node.reads.contains($0) })
    }
    self.init(Dictionary(stations.map { ($0.node, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  init(_ stations: [FlowNode: FlowStation]) {
    self.stations = stations
    func next(_ node: FlowNode) -> FlowNode? {
      stations[node]?.answer.flatMap { answer in node.edges.first { $0.answer == answer }?.target }
    }
    var path = [FlowNode.start]
    while let last = path.last, let node = next(last), !path.contains(node) { path.append(node) }
    self.path = path
    let refused: [FlowNode] = path.last == .again ? [.application, .admissible] : []
    let since = refused.compactMap { stations[$0]?.answeredOn }.max()
    open = Self.unanswered(from: path.last) { node in
      if let since, let answered = stations[node]?.answeredOn, answered <= since { return nil }
      return next(node)
    }
  }

  /// The unanswered ones that can be reached from where the path stops, going by the answers there are.
  private static func unanswered(from start: FlowNode?, _ next: (FlowNode) -> FlowNode?) -> [FlowNode] {
    guard let start, !start.isEnd else { return [] }
    var seen: Set<FlowNode> = [start]
    var waiting = [start]
    var open: [FlowNode] = []
    while let node = waiting.popLast() {
      let answered = next(node)
      if answered == nil, node.ask != nil { open.append(node) }
      for target in answered.map({ [$0] }) ?? node.edges.map(\.target) where seen.insert(target).inserted {
        waiting.append(target)
      }
    }
    let others = FlowNode.allCases.filter { $0 != start && open.contains($0) }
    return (open.contains(start) ? [start] : []) + others
  }

  /// Whether the pupil's own way goes along this arrow.
  public func isLit(_ edge: FlowEdge, from node: FlowNode) -> Bool {
    path.contains(node) && stations[node]?.answer == edge.answer
  }
}

/// One question, step or end with what the dossier says about it.
public struct FlowStation: Equatable, Sendable {
  public let node: FlowNode
  /// Nothing where it is not known.
  public let answer: FlowAnswer?
  /// The day of the fact that decides; the beginning of time where it has none, nothing without an answer.
  let answeredOn: CivilDate?
  /// What is on record about it, the oldest first.
  public let facts: [ProofStep]
  /// Where the answer is filled in: in the record that it is about where there is one already.
  public let ask: Act?
  /// Tabs that are needed for the answer and cannot be read.
  public let unread: [SectionName]

  /// The last dated fact decides; two of one day that say otherwise leave it open.
  init(_ node: FlowNode, _ evidence: [FlowEvidence], ask: Act?, unread: [SectionName]) {
    self.node = node
    self.ask = ask
    self.unread = unread
    let inOrder = evidence.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
    let deciding = inOrder.filter { $0.answer != nil }
    let latest = deciding.filter { $0.day == deciding.last?.day }
    let answers = Set(latest.compactMap(\.answer))
    answer = answers.count == 1 && unread.isEmpty ? answers.first : nil
    answeredOn = answer.flatMap { _ in deciding.last?.day }
    facts = inOrder.map(\.step) + (answers.count > 1 ? [ProofStep("tegenspraak")] : [])
  }
}

/// A fact of the dossier that bears on a question.
struct FlowEvidence: Equatable {
  /// Nothing for a fact that only informs.
  let answer: FlowAnswer?
  /// The day of the fact; the beginning of time where it has none.
  let day: CivilDate
  let step: ProofStep
}

extension Dossier {
  fileprivate func isReadable(_ section: SectionName) -> Bool { tree(of: section) != nil }
}
