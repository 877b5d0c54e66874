import Casework
import FoundationEssentials
import ReferenceData
import Support
import Testing

@Suite("What the Handreiking asks of a school, and what serves it")
struct CoverageTests {
  @Test("docs/dekking.md has one row for every paragraph, in order")
  func everyParagraph() throws {
    let sections = try Coverage().rows.map(\.section)
    #expect(Set(sections) == Handreiking.sections)
    #expect(sections == sections.sorted { $0.numbers.lexicographicallyPrecedes($1.numbers) })
    #expect(Set(sections).count == sections.count)
  }

  @Test("Every rule named there is in the program, or marked as still to come")
  func rules() throws {
    let built = Set(try ReferenceData.ruleBook().ids)
    for row in try Coverage().rows {
      for rule in row.rules {
        let isKnown = built.contains(rule.id) || rule.isMissing && Handreiking.rules.contains(rule.id)
        #expect(isKnown, "§\(row.section): \(rule.id)")
      }
    }
  }

  @Test("Every rule of the program serves some paragraph")
  func noRuleLeftOut() throws {
    let named = Set(try Coverage().rows.flatMap { $0.rules.map(\.id) })
    #expect(Handreiking.rules.subtracting(named).isEmpty)
  }

  @Test("Every field named there is one of that file's fields")
  func fields() throws {
    for row in try Coverage().rows {
      for field in row.fields {
        let parts = field.split(separator: "/").map(String.init)
        let kind = FileKind.allCases.first { $0.word == parts.first }
        let keys = kind.map { keysAnywhere($0.fields) } ?? []
        #expect(parts.count == 2 && keys.contains(parts.last ?? ""), "§\(row.section): \(field)")
      }
    }
  }

  @Test("Every file named there exists, and every entry of the reference cites that paragraph")
  func filesAndEntries() throws {
    let book = try ReferenceData.referenceBook()
    for row in try Coverage().rows {
      for file in row.files {
        #expect(FileManager.default.fileExists(atPath: SourceTree.root + "/" + file), "§\(row.section): \(file)")
      }
      for entry in row.entries {
        #expect(book[entry]?.sections.contains(row.section) == true, "§\(row.section): \(entry)")
      }
    }
  }

  @Test("Every paragraph is served by something")
  func served() throws {
    let rows = try Coverage().rows
    for row in rows {
      let count = row.rules.count + row.fields.count + row.files.count + row.entries.count
      #expect(count > 0, "§\(row.section)")
    }
  }

  @Test("A row is read as it is written")
  func reading() throws {
    let row = try #require(
      Coverage.Row("| 2.4 | Een OPP | `a.b` · `c` (nog niet) | `opp/versies` | `docs/x.md` (nog niet: brief) | `opp` |")
    )
    #expect(row.section == "2.4")
    #expect(row.rules.map(\.id) == ["a.b", "c"])
    #expect(row.rules.map(\.isMissing) == [false, true])
    #expect(row.fields == ["opp/versies"])
    #expect(row.files == ["docs/x.md"])
    #expect(row.entries == ["opp"])
    #expect(Coverage.Row("|---|---|---|---|---|---|") == nil)
    #expect(Coverage.Row("Gewone tekst.") == nil)
  }

  private func keysAnywhere(_ fields: any RecordFields.Type) -> Set<String> {
    fields.all.reduce(into: []) { keys, field in
      keys.insert(field.key)
      if let inner = inner(field.shape) { keys.formUnion(keysAnywhere(inner)) }
    }
  }

  private func inner(_ shape: FieldShape) -> (any RecordFields.Type)? {
    switch shape {
    case .record(let fields): fields
    case .list(let element): inner(element)
    case .text, .date, .moment, .clock, .number, .minutes, .yesNo, .schoolYear, .choice, .reference: nil
    }
  }
}

/// The table of docs/dekking.md.
struct Coverage {
  /// What stands behind a rule that the program does not have yet.
  static let notYet = " (nog niet)"

  let rows: [Row]

  init() throws {
    rows = try SourceTree.text(of: "docs/dekking.md").split(separator: "\n").compactMap { Row(String($0)) }
  }

  struct Row {
    let section: String
    let rules: [(id: RuleID, isMissing: Bool)]
    let fields: [String]
    let files: [String]
    let entries: [String]

    /// Nothing for a line that is no row about a paragraph.
    init?(_ line: String) {
      let cells = line.split(separator: "|").map { $0.trimmed }
      guard cells.count == 6, let first = cells[0].first, first.isNumber else { return nil }
      section = cells[0]
      rules = cells[2].quoted.map { (RuleID($0.word), $0.after.hasPrefix(Coverage.notYet)) }
      fields = cells[3].quoted.map(\.word)
      files = cells[4].quoted.map(\.word)
      entries = cells[5].quoted.map(\.word)
    }
  }
}

extension String {
  /// Each word between backticks, with what stands between it and the next one.
  fileprivate var quoted: [(word: String, after: String)] {
    let parts = split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    return stride(from: 1, to: parts.count, by: 2).map { (parts[$0], $0 + 1 < parts.count ? parts[$0 + 1] : "") }
  }

  /// A paragraph as numbers, so that 1.10 comes after 1.9.
  fileprivate var numbers: [Int] { split(separator: ".").compactMap { Int($0) } }
}

extension Substring {
  fileprivate var trimmed: String {
    let words = drop { $0 == " " }
    return String(words.reversed().drop { $0 == " " }.reversed())
  }
}
