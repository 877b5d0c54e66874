/// What people read of the flow of chapter 4 and of the checks of PrO and LWOO.
///
/// Made by the room ReferenceData from Data/verwijzing; Casework only knows its form.
public struct ReferralTexts: Sendable {
  public let nodes: [FlowNode: FlowText]
  /// What stands beside an arrow.
  public let answers: [FlowAnswer: String]
  /// The sentences of facts and steps by name, with places such as `{datum}`.
  public let sentences: [String: String]
  /// What of the law of PrO and LWOO is not settled.
  public let unsettled: [String]

  public init(
    nodes: [FlowNode: FlowText] = [:], answers: [FlowAnswer: String] = [:], sentences: [String: String] = [:],
    unsettled: [String] = []
  ) {
    self.nodes = nodes
    self.answers = answers
    self.sentences = sentences
    self.unsettled = unsettled
  }

  /// A fact or step in words; one that is not there shows by its name, and tests hold that none lacks.
  public func words(of step: ProofStep) -> String {
    guard let sentence = sentences[step.sentence], let template = try? Template(sentence),
      let words = try? template.filled(with: step.values)
    else { return "«\(step.sentence)»" }
    return words
  }

  /// The name of a node with its number: `3 Kan de school dit zelf?`.
  public func title(of node: FlowNode) -> String {
    let name = nodes[node]?.title ?? "«\(node.rawValue)»"
    return node.number.map { "\($0) \(name)" } ?? name
  }

  public func word(for answer: FlowAnswer) -> String { answers[answer] ?? "«\(answer.rawValue)»" }
}

/// What people read of one question, step or end.
public struct FlowText: Equatable, Sendable {
  /// A few words that fit in a box.
  public let title: String
  /// What it is about, in some sentences.
  public let explanation: String
  /// The paragraphs of the Handreiking, such as `4.1`.
  public let sections: [String]
  /// Entries of the reference that say more.
  public let reference: [String]

  public init(title: String, explanation: String, sections: [String], reference: [String]) {
    self.title = title
    self.explanation = explanation
    self.sections = sections
    self.reference = reference
  }
}
