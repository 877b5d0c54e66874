import Text

/// A pupil as search knows one.
public struct NameEntry: Hashable, Sendable {
  public let id: RecordID
  /// Roepnaam.
  public let firstName: String
  /// Tussenvoegsel, empty where there is none.
  public let infix: String
  /// Achternaam without the tussenvoegsel.
  public let lastName: String
  /// The name of the group, empty where there is none.
  public let group: String

  public init(id: RecordID, firstName: String, infix: String = "", lastName: String, group: String = "") {
    self.id = id
    self.firstName = firstName
    self.infix = infix
    self.lastName = lastName
    self.group = group
  }
}

/// Finds pupils by what is typed of their names and group; made once, asked with every key.
public struct NameIndex: Sendable {
  /// In the order of names.
  private let ids: [RecordID]
  private let lines: LineIndex

  public init(entries: [NameEntry]) {
    let ordered = entries.map { (key: SortKey($0), entry: $0) }.sorted { $0.key < $1.key }
    var lines = LineIndex()
    for (_, entry) in ordered { lines.append(words: Self.words(of: entry)) }
    self.lines = lines
    ids = ordered.map(\.entry.id)
  }

  /// The pupils that fit: letter for letter before those with a slip, then by family name, first name and tussenvoegsel.
  ///
  /// Every word typed must begin a word of the name or the group, in any order; accents, capitals and a tussenvoegsel that
  /// is another one do not matter. Nothing typed finds all.
  public func search(_ query: String) -> [RecordID] {
    let found = lines.fits(SearchQuery(query))
    guard let most = found.map(\.slips).max() else { return [] }
    var ranked: [[RecordID]] = Array(repeating: [], count: most + 1)
    for (line, slips) in found { ranked[slips].append(ids[line]) }
    return Array(ranked.joined())
  }

  private static func words(of entry: NameEntry) -> [[UInt16]] {
    let words = [entry.firstName, entry.infix, entry.lastName, entry.group].flatMap(searchWords)
    // `devries` is found as well as `de vries`.
    let joined = (entry.infix + entry.lastName).folded.filter { $0.isLetter || $0.isNumber }
    return entry.infix.isEmpty ? words : words + [Array(joined.utf16)]
  }
}

/// The order of a list of names in the Netherlands: the tussenvoegsel counts last.
private struct SortKey: Comparable {
  let lastName: String
  let firstName: String
  let infix: String
  let id: RecordID

  init(_ entry: NameEntry) {
    lastName = entry.lastName.folded
    firstName = entry.firstName.folded
    infix = entry.infix.folded
    id = entry.id
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    (left.lastName, left.firstName, left.infix, left.id) < (right.lastName, right.firstName, right.infix, right.id)
  }
}
