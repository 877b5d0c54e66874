/// What the program can be asked about passend onderwijs: words, questions, organisations, steps, amounts.
///
/// Made by the room ReferenceData from Data/naslag; Casework only knows its form.
public struct ReferenceBook: Sendable {
  /// Every entry, by kind and then in the order of its file.
  public let entries: [ReferenceEntry]
  private let titles: LineIndex
  private let texts: LineIndex

  public init(_ entries: [ReferenceEntry]) {
    self.entries = TopicKind.allCases.flatMap { kind in entries.filter { $0.kind == kind } }
    titles = LineIndex(self.entries.map { [$0.id, $0.title] })
    texts = LineIndex(self.entries.map(\.searchedTexts))
  }

  public subscript(id: String) -> ReferenceEntry? { entries.first { $0.id == id } }

  /// The entries that fit what was typed: those whose title does first; all where nothing was typed.
  public func search(_ query: SearchQuery) -> [ReferenceEntry] {
    let byTitle = titles.search(query)
    let others = Set(texts.search(query)).subtracting(byTitle).sorted()
    return (byTitle + others).map { entries[$0] }
  }

  /// The entries that explain something about a rule.
  public func entries(about rule: RuleID) -> [ReferenceEntry] {
    entries.filter { $0.rules.contains(rule) }
  }
}

/// One thing to look up.
public struct ReferenceEntry: Equatable, Sendable {
  /// A word by which to ask for it, such as `opp` or `stap-3`.
  public let id: String
  public let kind: TopicKind
  public let title: String
  public let text: String
  /// What is different since the Handreiking of 2022; nothing where it still holds as it is told there.
  public let changed: String?
  /// The paragraphs of the Handreiking, such as `2.4`; `5` for its chapter of addresses.
  public let sections: [String]
  /// Articles of law, such as `WPO art. 40a`.
  public let articles: [String]
  public let addresses: [String]
  /// The year of the amounts in the text.
  public let year: Int?
  /// The rules that it explains.
  public let rules: [RuleID]

  public init(
    id: String, kind: TopicKind, title: String, text: String, changed: String? = nil, sections: [String] = [],
    articles: [String] = [], addresses: [String] = [], year: Int? = nil, rules: [RuleID] = []
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.text = text
    self.changed = changed
    self.sections = sections
    self.articles = articles
    self.addresses = addresses
    self.year = year
    self.rules = rules
  }

  fileprivate var searchedTexts: [String] {
    [id, title, text, changed ?? "", kind.rawValue] + sections + articles + rules.map(\.name)
  }
}

/// What kind of thing an entry is, in the order in which they are listed.
public enum TopicKind: String, CaseIterable, Sendable {
  case abbreviation = "afkorting"
  case question = "vraag"
  case level = "niveau"
  /// A step of the escalation ladder.
  case step = "stap"
  /// A point of care when data are shared.
  case care = "aandachtspunt"
  case funding = "geld"
  case supervision = "toezicht"
  case organisation = "organisatie"
}
