import Casework
import FoundationEssentials
import ReferenceData
import Support
import Testing

private let environment = ProcessInfo.processInfo.environment
/// Set to write docs/regels.md and the marks in docs/dekking.md anew instead of comparing: `make regels`.
private let writes = environment["PASSEND_SCHRIJF_REGELS"] == "1"
/// Set by `make test` and `make check`: rules come in by many hands, so that only the whole is held against the documents.
private let isWhole = environment["PASSEND_HEEL"] == "1"

@Suite("The documents about the rules")
struct RuleDocumentTests {
  @Test("docs/regels.md tells exactly what Data/regels holds", .enabled(if: writes || isWhole))
  func current() throws {
    let path = "docs/regels.md"
    let text = RuleDocument(try ReferenceData.ruleBook(), try ReferenceData.referenceBook()).text
    if writes { try text.write(toFile: SourceTree.root + "/" + path, atomically: true, encoding: .utf8) }
    let isSame = try SourceTree.text(of: path) == text
    #expect(isSame, "\(path) is not current: make regels")
  }

  @Test("docs/dekking.md marks exactly the rules that are not there yet", .enabled(if: writes || isWhole))
  func marks() throws {
    let path = "docs/dekking.md"
    let book = try ReferenceData.ruleBook()
    var text = try SourceTree.text(of: path)
    for rule in Handreiking.rules {
      let plain = "`\(rule)`"
      text = text.split(separator: plain + Coverage.notYet, omittingEmptySubsequences: false).joined(separator: plain)
      guard book[rule] == nil else { continue }
      text = text.split(separator: plain, omittingEmptySubsequences: false).joined(separator: plain + Coverage.notYet)
    }
    if writes { try text.write(toFile: SourceTree.root + "/" + path, atomically: true, encoding: .utf8) }
    #expect(try SourceTree.text(of: path) == text, "\(path) is not current: make regels")
  }

  @Test("A rule is written with its sentences, bounds, sources, stories and what explains it")
  func form() {
    let entry = RuleEntry(
      id: "proef.regel", force: .statute, validFrom: day("2025-08-01"), validUntil: nil, audience: [.teacher],
      title: "Actie: {wat}", explanation: "Doe het.", sources: [Source(text: "WPO art. 40", address: "https://x.nl")],
      norms: [
        Norm(name: "n", label: "Weken", unit: "weken", value: 6, bounds: 4...8, isStatutory: false),
        Norm(name: "m", label: "Uren", unit: "uur", value: 16, bounds: 16...16, isStatutory: true),
      ], sentences: [:], clearedBy: "Gedaan.",
      stories: [
        Story(
          outcome: .fires, sentence: "Het is laat.", day: day("2026-11-23"), sections: [:], school: nil, lastDay: nil)
      ], unsettled: "Niet zeker.")
    let about = ReferenceEntry(id: "uitleg", kind: .question, title: "Waarom?", text: "x", rules: ["proef.regel"])
    let text = RuleDocument(RuleBook([entry]), ReferenceBook([about])).text
    #expect(
      text.contains(
        """
        ## `proef.regel`

        **Actie: …** · wet · voor leraar · voor feiten vanaf 1 augustus 2025

        Doe het.

        - Klaar: Gedaan.
        - Staat niet vast: Niet zeker.
        - Bron: [WPO art. 40](https://x.nl)
        - Getal: Weken: 6 weken (de school kiest, van 4 tot en met 8)
        - Getal: Uren: 16 uur (ligt vast)
        - Gaat af: op 23 november 2026. Het is laat.
        - Naslag: Waarom? (`uitleg`)
        """))
  }
}

/// The rule book as a document for people.
private struct RuleDocument {
  let text: String

  init(_ book: RuleBook, _ reference: ReferenceBook) {
    let rules = book.ids.flatMap { book.entries[$0] ?? [] }
    let rows = rules.map { "| [`\($0.id)`](#\(Self.anchor($0.id))) | \($0.force.rawValue) | \(Self.title($0)) |" }
    let head = [
      "# De regels", "",
      "Gemaakt uit `Data/regels` met `make regels`; wijzig daar, niet hier. Zo leest u ze in het programma: `passend regels`,",
      "of F8.", "",
      "Kracht: **wet** staat in de wet, **gids** staat in de Handreiking van 2022, **norm** kiest de school.",
      "", "| regel | kracht | wat |", "|---|---|---|",
    ]
    let sections = rules.flatMap { Self.section($0, reference.entries(about: $0.id)) }
    text = (head + rows + sections).joined(separator: "\n") + "\n"
  }

  private static func section(_ rule: RuleEntry, _ related: [ReferenceEntry]) -> [String] {
    var head = ["**\(title(rule))**", rule.force.rawValue]
    head.append("voor " + rule.audience.map(\.rawValue).sorted().joined(separator: " en "))
    if let from = rule.validFrom { head.append("voor feiten vanaf " + from.dutch(.long)) }
    if let until = rule.validUntil { head.append("voor feiten tot en met " + until.dutch(.long)) }
    var points = ["Klaar: " + rule.clearedBy]
    if let unsettled = rule.unsettled { points.append("Staat niet vast: " + unsettled) }
    points += rule.sources.map { source in
      "Bron: " + (source.address.map { "[\(source.text)](\($0))" } ?? source.text)
    }
    points += rule.norms.map { norm in
      let choice =
        norm.isStatutory
        ? "ligt vast" : "de school kiest, van \(norm.bounds.lowerBound) tot en met \(norm.bounds.upperBound)"
      return "Getal: \(norm.label): \(norm.value) \(norm.unit) (\(choice))"
    }
    points += rule.stories.map { story in
      let outcome = story.outcome.rawValue
      return "\(outcome.prefix(1).uppercased())\(outcome.dropFirst()): op \(story.day.dutch(.long)). \(story.sentence)"
    }
    points += related.map { "Naslag: \($0.title) (`\($0.id)`)" }
    return ["", "## `\(rule.id)`", "", head.joined(separator: " · "), "", rule.explanation, ""]
      + points.map { "- " + $0 }
  }

  /// The title with its places left open.
  private static func title(_ rule: RuleEntry) -> String {
    rule.title.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, part in
      index == 0 ? String(part) : "…" + part.drop { $0 != "}" }.dropFirst()
    }.joined()
  }

  /// The name that a heading gets as the target of a link.
  private static func anchor(_ rule: RuleID) -> String { rule.name.filter { $0 != "." } }
}
