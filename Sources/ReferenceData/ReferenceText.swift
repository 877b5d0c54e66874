import Casework

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
}

extension ReferenceEntry {
  /// The title, with the year where the text gives amounts of that year.
  public var heading: String {
    year.map { "\(title) (bedrag van \($0))" } ?? title
  }

  /// The whole entry to read; of its rules those that are in this book.
  public func parts(with book: RuleBook) -> [ReferencePart] {
    let sources = sections.map { $0.contains(".") ? "Handreiking §\($0)" : "Handreiking hoofdstuk \($0)" } + articles
    let named = rules.filter { book[$0] != nil }.map(\.name)
    let parts = [
      ReferencePart(heading: nil, paragraphs: [text]),
      ReferencePart(heading: "Anders sinds de Handreiking (2022)", paragraphs: changed.map { [$0] } ?? []),
      ReferencePart(heading: "Bronnen", paragraphs: sources.isEmpty ? [] : [sources.joined(separator: "; ")]),
      ReferencePart(heading: "Op het web", paragraphs: addresses),
      ReferencePart(heading: "Regels", paragraphs: named.isEmpty ? [] : [named.joined(separator: ", ")]),
    ]
    return parts.filter { !$0.paragraphs.isEmpty }
  }
}
