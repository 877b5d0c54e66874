import ArgumentParser
import Casework
import Text

/// `passend regels`: all rules, or one with its sources, numbers and stories.
struct RulesCommand: Task {
  static let configuration = CommandConfiguration(commandName: "regels", helpNames: [])
  @OptionGroup var shared: SharedOptions
  @Argument var rule: String?

  func perform() throws(Failure) -> ExitCode {
    let book = try RuleTexts.book()
    let entries = book.ids.filter { rule == nil || $0.name == rule }.flatMap { book.entries[$0] ?? [] }
    guard !entries.isEmpty else {
      throw Failure(Self.unknown(rule ?? "", in: book), .nothingFound)
    }
    if shared.json {
      Output.write(.array(entries.map(Self.tree)))
    } else if rule == nil {
      Output.write(
        entries.map { $0.id.name.padded(toWidth: 30) + $0.force.rawValue.padded(toWidth: 6) + $0.plainTitle + "\n" }
          .joined()
      )
    } else {
      let related = try ReferenceTexts.reference().entries(about: entries[0].id)
      let more = related.isEmpty ? [] : ["", "Naslag"] + related.map { "  passend naslag " + $0.id }
      Output.write((entries.flatMap(Self.lines) + more).joined(separator: "\n") + "\n")
    }
    return .ok
  }

  /// Tells which rules there are that look like what was typed.
  private static func unknown(_ typed: String, in book: RuleBook) -> String {
    let query = SearchQuery(typed)
    let alike = book.ids.filter { id in
      matches(query, [id.name] + id.name.split(separator: ".").map(String.init))
        || (book[id].map { matches(query, [$0.plainTitle]) } ?? false)
    }
    guard !alike.isEmpty else { return "De regel «\(typed)» ken ik niet. Kijk met: passend regels" }
    return "De regel «\(typed)» ken ik niet. Bedoelt u: " + alike.prefix(6).map(\.name).joined(separator: ", ") + "?"
  }

  private static func lines(of entry: RuleEntry) -> [String] {
    var lines = ["\(entry.id) (\(entry.force.rawValue))", ""] + entry.explanation.wrapped(toWidth: 78)
    lines += ["", "Klaar als: " + entry.clearedBy]
    if let unsettled = entry.unsettled { lines += ["", "Dit staat niet vast"] + unsettled.wrapped(toWidth: 78) }
    lines += ["", "Bronnen"]
    lines += entry.sources.map { "  " + $0.text + ($0.address.map { " – " + $0 } ?? "") }
    if !entry.norms.isEmpty { lines += ["", "Getallen"] + entry.norms.map(normLine) }
    lines += ["", "Verhalen"]
    lines += entry.stories.flatMap { story in
      ("\(story.outcome.rawValue) op \(story.day.dutch(.full)): " + story.sentence).wrapped(toWidth: 76).map {
        "  " + $0
      }
    }
    return lines
  }

  private static func normLine(_ norm: Norm) -> String {
    let bounds =
      norm.isStatutory ? "staat in de wet" : "van \(norm.bounds.lowerBound) tot en met \(norm.bounds.upperBound)"
    return "  \(norm.label): \(norm.value) \(norm.unit) (\(bounds))"
  }

  private static func tree(of entry: RuleEntry) -> Tree {
    .object([
      "rule": .string(entry.id.name), "force": .string(entry.force.rawValue), "title": .string(entry.title),
      "explanation": .string(entry.explanation), "clearedBy": .string(entry.clearedBy),
      "validFrom": entry.validFrom?.tree ?? .null, "validUntil": entry.validUntil?.tree ?? .null,
      "unsettled": entry.unsettled.map(Tree.string) ?? .null,
      "sources": .array(
        entry.sources.map { .object(["text": .string($0.text), "address": $0.address.map(Tree.string) ?? .null]) }),
      "norms": .array(
        entry.norms.map {
          .object([
            "name": .string($0.name), "value": $0.value.tree, "unit": .string($0.unit),
            "statutory": .bool($0.isStatutory),
          ])
        }),
      "stories": .array(
        entry.stories.map {
          .object([
            "outcome": .string($0.outcome.rawValue), "day": $0.day.tree, "sentence": .string($0.sentence),
          ])
        }),
    ])
  }
}

/// `passend paden`: where the program keeps its files.
struct PathsCommand: Task {
  static let configuration = CommandConfiguration(commandName: "paden", helpNames: [])
  @OptionGroup var shared: SharedOptions

  func perform() throws(Failure) -> ExitCode {
    let places = try Locations()
    let rows = [
      ("school", shared.folder ?? places.school), ("oefenschool", places.practiceSchool),
      ("concepten en apparaat", places.state), ("papier", places.papers),
    ]
    if shared.json {
      Output.write(.object(rows.reduce(into: Members()) { $0[$1.0] = .string($1.1) }))
    } else {
      Output.write(rows.map { $0.0.padded(toWidth: 24) + $0.1 + "\n" }.joined())
    }
    return .ok
  }
}
