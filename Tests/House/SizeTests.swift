import Support
import Testing

/// How long one file and one function may be, in lines.
private enum Limit {
  static let file = 400
  /// A screen of a large terminal.
  static let function = 48
}

/// A function in a file, from its first line to its closing brace.
private struct FunctionText: Equatable {
  let head: String
  let lines: Int

  /// The functions and initialisers of a file that is laid out as the lint wants it: the closing brace stands right
  /// under the beginning.
  static func all(in text: String) -> [FunctionText] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.compactMap { start in
      let margin = lines[start].prefix { $0 == " " }
      let words = lines[start].split(separator: " ")
      guard words.contains(where: { $0 == "func" || $0.hasPrefix("init(") || $0.hasPrefix("init?(") }),
        lines[start].hasSuffix("{") || lines[start].hasSuffix("("), !lines[start].hasPrefix(margin + "//"),
        let end = lines[start...].firstIndex(of: margin + "}")
      else { return nil }
      return FunctionText(head: String(lines[start].dropFirst(margin.count)), lines: end - start + 1)
    }
  }
}

@Suite("Size")
struct SizeTests {
  @Test("No file is longer than people read in one go", arguments: ["Sources", "Tests"])
  func files(folder: String) throws {
    let files = try SourceTree.swiftFiles(under: folder)
    #expect(files.count > 100)
    for file in files {
      let count = try SourceTree.text(of: file).split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(count <= Limit.file, "\(file)")
    }
  }

  @Test("Every function of the program fits a screen")
  func functions() throws {
    var found = 0
    for file in try SourceTree.swiftFiles(under: "Sources") {
      let functions = FunctionText.all(in: try SourceTree.text(of: file))
      found += functions.count
      for function in functions where function.lines > Limit.function {
        Issue.record("\(file): \(function.head) has \(function.lines) lines")
      }
    }
    #expect(found > 1000)
  }

  @Test("A long function is found wherever it stands, a call of one is not")
  func control() {
    let body = String(repeating: "    call(func: 1)\n", count: 60)
    let text = "struct A {\n  mutating func long(\n    _ a: Int\n  ) {\n\(body)  }\n\n  init(b: Int) { }\n}\n"
    #expect(FunctionText.all(in: text) == [FunctionText(head: "mutating func long(", lines: 64)])
  }
}
