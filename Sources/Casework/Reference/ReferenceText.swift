extension TopicKind {
  /// The heading over a list of this kind.
  public var heading: String {
    switch self {
    case .abbreviation: "Afkortingen en wetten"
    case .question: "Vragen en antwoorden"
    case .level: "Niveaus van ondersteuning"
    case .step: "Als ouders en school er niet uitkomen"
    case .care: "Voordat u gegevens deelt"
    case .funding: "Geld"
    case .supervision: "Medezeggenschap en toezicht"
    case .organisation: "Organisaties"
    }
  }
}

/// A part of an entry as it is shown: a heading, or none, over paragraphs.
public struct ReferencePart: Equatable, Sendable {
  public let heading: String?
  public let paragraphs: [String]

  public init(heading: String?, paragraphs: [String]) {
    self.heading = heading
    self.paragraphs = paragraphs
  }
}

extension ReferenceEntry {
  /// The title, with the year where the text gives amounts of that year.
  public var heading: String {
    year.map { "\(title) (bedrag van \($0))" } ?? title
  }

  /// Its rules that are in this book.
  public func rules(in book: RuleBook) -> [RuleID] { rules.filter { book[$0] != nil } }

  /// The whole entry to read; of its rules those that are in this book.
  public func parts(with book: RuleBook) -> [ReferencePart] {
    let named = rules(in: book).map(\.name)
    let rulesPart = ReferencePart(heading: "Regels", paragraphs: named.isEmpty ? [] : [named.joined(separator: ", ")])
    return (textParts + [rulesPart]).filter { !$0.paragraphs.isEmpty }
  }

  /// All of it but the rules: what it says, what changed, where it comes from, where there is more.
  public var textParts: [ReferencePart] {
    let sources = sections.map { $0.contains(".") ? "Handreiking §\($0)" : "Handreiking hoofdstuk \($0)" } + articles
    let parts = [
      ReferencePart(heading: nil, paragraphs: [text]),
      ReferencePart(heading: "Anders sinds de Handreiking (2022)", paragraphs: changed.map { [$0] } ?? []),
      ReferencePart(heading: "Bronnen", paragraphs: sources.isEmpty ? [] : [sources.joined(separator: "; ")]),
      ReferencePart(heading: "Op het web", paragraphs: addresses),
    ]
    return parts.filter { !$0.paragraphs.isEmpty }
  }
}
