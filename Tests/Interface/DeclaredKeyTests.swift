import Casework
import Support
import Testing

/// A renamed field must be a mistake that the compiler finds.
@Suite("Keys of fields")
struct DeclaredKeyTests {
  /// Where a text may happen to be the same as a key: words that people see or type, and what a draft alone holds.
  private static let texts = ["/Texts/", "/Entry/", "CommandTable.swift", "/Draft.swift", "/GroupMark.swift"]

  @Test("The screen names no field by a text where a declaration has its key")
  func literals() throws {
    let keys = Set(FileKind.allCases.flatMap { Self.keys(of: $0.fields, depth: 0) })
    #expect(keys.contains("versies") && keys.contains("instemmingTekst"))
    for file in try SourceTree.swiftFiles(under: "Sources/Interface")
    where !Self.texts.contains(where: { file.contains($0) }) {
      let found = Self.literals(in: try SourceTree.text(of: file)).filter { keys.contains($0) }
      #expect(found.isEmpty, "\(file): \(found.joined(separator: ", "))")
    }
  }

  @Test("A key in a text is found, one in a comment or in a longer text is not")
  func control() {
    #expect(Self.literals(in: "let path = \"versies\"") == ["versies"])
    #expect(Self.literals(in: "// \"versies\"\nlet text = \"Twee versies\"") == ["Twee versies"])
  }

  private static func keys(of fields: any RecordFields.Type, depth: Int) -> [String] {
    guard depth < 6 else { return [] }
    return fields.all.flatMap { field -> [String] in
      switch field.shape {
      case .record(let inner), .list(.record(let inner)): [field.key] + keys(of: inner, depth: depth + 1)
      case .text, .date, .moment, .clock, .number, .minutes, .yesNo, .schoolYear, .choice, .reference, .list:
        [field.key]
      }
    }
  }

  /// Every text between quotes, comments left out.
  private static func literals(in source: String) -> [String] {
    source.split(separator: "\n").filter { !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("//") }
      .flatMap { line in
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      }
  }
}
