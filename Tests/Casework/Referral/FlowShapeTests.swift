import Casework
import ReferenceData
import Support
import Testing

/// Source of the shape: Handreiking chapter 4, its diagram and §4.1-4.4.
@Suite("The shape of the flow of chapter 4")
struct FlowShapeTests {
  @Test("Every node can be reached from the start, and from every node an end can be reached")
  func reach() {
    func reachable(_ start: FlowNode) -> Set<FlowNode> {
      var seen: Set<FlowNode> = [start]
      var waiting = [start]
      while let node = waiting.popLast() {
        for edge in node.edges where seen.insert(edge.target).inserted { waiting.append(edge.target) }
      }
      return seen
    }
    #expect(reachable(.start) == Set(FlowNode.allCases))
    for node in FlowNode.allCases { #expect(reachable(node).contains { $0.isEnd }, "\(node)") }
  }

  @Test("A question has two answers that lead to two places, a step one; what asks something says where to fill it in")
  func edges() {
    for node in FlowNode.allCases {
      #expect(Set(node.edges.map(\.answer)).count == node.edges.count, "\(node)")
      #expect(Set(node.edges.map(\.target)).count == node.edges.count, "\(node)")
      #expect(!node.edges.map(\.target).contains(node), "\(node)")
      let isStep = node.edges.first?.answer == .done
      #expect(node.edges.count == (node.isEnd ? 0 : isStep ? 1 : 2), "\(node)")
      #expect((node.ask == nil) == (node.isEnd || node == .again), "\(node)")
    }
  }

  @Test("What is asked is numbered from 1 without gaps")
  func numbers() {
    #expect(FlowNode.allCases.compactMap(\.number) == Array(1...12))
  }

  @Test("The place to fill in is a list with that field, on a tab that the answer is read from")
  func places() {
    for node in FlowNode.allCases {
      guard let ask = node.ask, let section = ask.section else { continue }
      #expect(node.reads.contains(section), "\(node)")
      let list = section.fields.all.first { $0.key == ask.list }
      guard case .list(.record(let fields))? = list?.shape else {
        Issue.record("\(node): no list \(ask.list ?? "")")
        continue
      }
      if let field = ask.field { #expect(fields.all.contains { $0.key == field }, "\(node): \(field)") }
    }
  }
}
