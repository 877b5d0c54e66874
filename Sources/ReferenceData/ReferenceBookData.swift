import Casework

extension ReferenceData {
  /// Everything under naslag/; an id that stands twice is refused.
  public static func referenceBook() throws(ReferenceDataError) -> ReferenceBook {
    var entries: [ReferenceEntry] = []
    for name in names where name.hasPrefix("naslag/") {
      entries += try ReferenceEntry.entries(in: DataReader(file: name), after: entries)
    }
    return ReferenceBook(entries)
  }
}

extension ReferenceEntry {
  /// Reads one file of naslag/; a key that is not named here is refused.
  static func entries(
    in file: DataReader, after others: [ReferenceEntry] = []
  ) throws(ReferenceDataError) -> [ReferenceEntry] {
    try file.only(["soort", "onderwerpen"])
    let kind = try file.member("soort").word(TopicKind.self)
    var taken = Set(others.map(\.id))
    var entries: [ReferenceEntry] = []
    for row in try file.member("onderwerpen").elements() {
      let entry = try ReferenceEntry(row, kind)
      guard taken.insert(entry.id).inserted else { throw row.error(.expected("an id of its own")) }
      entries.append(entry)
    }
    return entries
  }

  private init(_ row: DataReader, _ kind: TopicKind) throws(ReferenceDataError) {
    try row.only(["id", "titel", "tekst", "nu", "paragrafen", "artikelen", "adressen", "jaar", "regels"])
    self.init(
      id: try row.member("id").text(), kind: kind, title: try row.member("titel").text(),
      text: try row.member("tekst").text(), changed: try row.optional("nu")?.text(),
      sections: try row.texts("paragrafen"), articles: try row.texts("artikelen"),
      addresses: try row.texts("adressen"), year: try row.optional("jaar")?.number(),
      rules: try row.texts("regels").map { RuleID($0) })
  }
}

extension DataReader {
  func texts(_ key: String) throws(ReferenceDataError) -> [String] {
    var texts: [String] = []
    for element in try elements(key) { texts.append(try element.text()) }
    return texts
  }
}
