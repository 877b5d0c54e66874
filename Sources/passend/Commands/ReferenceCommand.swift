import ArgumentParser
import Casework
import ReferenceData
import Text

/// `passend naslag`: what there is to look up, what fits some words, or one entry in full.
struct ReferenceCommand: Task {
  static let configuration = CommandConfiguration(commandName: "naslag", helpNames: [])
  @OptionGroup var shared: SharedOptions
  @Argument var words: [String] = []

  func perform() throws(Failure) -> ExitCode {
    let reference = try ReferenceTexts.reference()
    let book = try RuleTexts.book()
    let typed = words.joined(separator: " ")
    let found = reference.search(SearchQuery(typed))
    let asked = reference[typed.folded] ?? (found.count == 1 ? found.first : nil)
    if shared.json {
      Output.write(.array((asked.map { [$0] } ?? found).map { Self.tree(of: $0, book) }))
    } else if let asked {
      let others = found.filter { $0.id != asked.id }
      let more = others.isEmpty ? [] : ["", ReferenceTexts.alsoFound(typed)] + others.map(Self.row)
      Output.write((Self.lines(of: asked, book) + more).joined(separator: "\n") + "\n")
    } else if found.isEmpty {
      Output.write(ReferenceTexts.nothingFound(typed) + "\n")
    } else {
      let rows = words.isEmpty ? Self.rowsByKind(found) : found.map(Self.row)
      Output.write((rows + ["", ReferenceTexts.howToRead]).joined(separator: "\n") + "\n")
    }
    return found.isEmpty && asked == nil ? .nothingFound : .ok
  }

  private static func rowsByKind(_ entries: [ReferenceEntry]) -> [String] {
    let blocks = TopicKind.allCases.map { kind in
      [kind.heading] + entries.filter { $0.kind == kind }.map(row)
    }
    return Array(blocks.filter { $0.count > 1 }.joined(separator: [""]))
  }

  private static func row(_ entry: ReferenceEntry) -> String {
    "  " + entry.id.padded(toWidth: 32) + "  " + entry.heading
  }

  private static func lines(of entry: ReferenceEntry, _ book: RuleBook) -> [String] {
    let parts = entry.parts(with: book).flatMap { part in
      [""] + (part.heading.map { [$0] } ?? [])
        + part.paragraphs.flatMap { paragraph in
          // An address that is broken over two lines can be neither clicked nor copied.
          entry.addresses.contains(paragraph) ? [paragraph] : paragraph.wrapped(toWidth: 78)
        }
    }
    return [entry.heading] + parts
  }

  private static func tree(of entry: ReferenceEntry, _ book: RuleBook) -> Tree {
    func list(_ texts: [String]) -> Tree { .array(texts.map(Tree.string)) }
    return .object([
      "id": .string(entry.id), "kind": .string(entry.kind.rawValue), "title": .string(entry.title),
      "text": .string(entry.text), "changedSince2022": entry.changed.map(Tree.string) ?? .null,
      "sections": list(entry.sections), "articles": list(entry.articles), "addresses": list(entry.addresses),
      "year": entry.year?.tree ?? .null, "rules": list(entry.rules.filter { book[$0] != nil }.map(\.name)),
    ])
  }
}

/// The words of `passend naslag`, and the reference itself.
enum ReferenceTexts {
  static let howToRead = "Eén onderwerp helemaal lezen: passend naslag NAAM, met een naam uit de eerste kolom."
  static func alsoFound(_ typed: String) -> String { "Ook gevonden met «\(typed)»" }
  static func nothingFound(_ typed: String) -> String {
    "Over «\(typed)» staat niets in de naslag. Probeer een ander woord, of kijk met: passend naslag"
  }

  static func reference() throws(Failure) -> ReferenceBook {
    do throws(ReferenceDataError) { return try ReferenceData.referenceBook() } catch {
      throw Failure("De naslag in dit programma is niet te lezen. Installeer Passend opnieuw.", .badData)
    }
  }
}
