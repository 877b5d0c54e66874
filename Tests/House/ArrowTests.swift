import Support
import Testing

/// Which rooms a room may import, besides the standard library; the picture is in docs/architectuur.md.
private let allowed: [String: Set<String>] = [
  "Text": ["CUtf8proc"],
  "Casework": ["Text", "FoundationEssentials"],
  "ReferenceData": ["Text", "Casework", "CReferenceData"],
  "Vault": ["Text", "Casework", "CSodium", "CSystem", "Glibc", "FoundationEssentials", "Synchronization"],
  "Paperwork": ["Text", "Casework"],
  "Exchange": ["Text", "Casework", "CExpat", "Glibc", "FoundationEssentials"],
  "Interface": ["Text", "Casework", "ReferenceData", "Paperwork"],
  "Terminal": [
    "Text", "Casework", "ReferenceData", "Vault", "Paperwork", "Exchange", "Interface", "CNcurses", "CSystem", "Glibc",
    "Synchronization",
  ],
  "passend": [
    "Text", "Casework", "ReferenceData", "Vault", "Paperwork", "Exchange", "Interface", "Terminal", "CSystem", "Glibc",
    "ArgumentParser",
  ],
]

/// Words that reach outside, and the rooms that may say them; every other room gets what it needs as a value.
private let reaching: [(token: String, rooms: Set<String>)] = [
  ("Date()", []),
  ("FileManager", []),
  ("ProcessInfo", []),
  ("Locale", []),
  ("getenv", ["passend", "Terminal"]),
  ("open(", ["Vault", "Exchange", "Terminal", "passend"]),
  ("print(", ["passend"]),
  ("clock_gettime", ["Terminal", "passend"]),
  ("SystemRandomNumberGenerator", ["Terminal", "passend", "Vault"]),
  (".random(", ["Terminal", "passend"]),
]

/// What is wrong in one file of a room: an arrow that does not exist, or a word that the room may not say.
private func breaches(in text: String, of room: String) -> [String] {
  var found: [String] = []
  for line in codeLines(of: text) {
    if let module = importedModule(line), allowed[room]?.contains(module) != true {
      found.append("\(room) imports \(module)")
    }
    for (token, rooms) in reaching where says(token, in: line) && !rooms.contains(room) {
      found.append("\(room) says \(token)")
    }
  }
  return found
}

private func importedModule(_ line: Substring) -> String? {
  let words = line.split(separator: " ")
  guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
    words[..<at].allSatisfy({ $0.hasPrefix("@") || ["public", "package", "internal", "private"].contains($0) })
  else { return nil }
  return words.last.map { String($0.prefix { $0 != "." }) }
}

/// Whether a token stands in a line as a word of its own, not as the end of a longer name.
private func says(_ token: String, in line: Substring) -> Bool {
  var rest = line
  while let range = rest.firstRange(of: token) {
    let before = range.lowerBound == rest.startIndex ? nil : rest[rest.index(before: range.lowerBound)]
    let isWord = token.hasPrefix(".") || before.map { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." } ?? true
    if isWord { return true }
    rest = rest[range.upperBound...]
  }
  return false
}

/// The lines of a file without comments.
private func codeLines(of text: String) -> [Substring] {
  text.split(separator: "\n").filter { !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("//") }
}

@Suite("The house")
struct ArrowTests {
  @Test("Every room imports only the rooms below it, and only the rooms at the edge reach outside")
  func rooms() throws {
    for room in allowed.keys {
      let files = try SourceTree.swiftFiles(under: "Sources/" + room)
      #expect(!files.isEmpty, "no sources under \(room)")
      for file in files {
        let found = breaches(in: try SourceTree.text(of: file), of: room)
        #expect(found.isEmpty, "\(file): \(found.joined(separator: ", "))")
      }
    }
  }

  @Test("Every folder under Sources is a room or a door to C")
  func noStrangers() throws {
    let doors: Set = ["CNcurses", "CSodium", "CExpat", "CUtf8proc", "CSystem", "CReferenceData"]
    #expect(try Set(SourceTree.folders(under: "Sources")) == Set(allowed.keys).union(doors))
  }

  @Test(
    "A planted breach is found",
    arguments: [
      ("Casework", "import Vault"), ("Casework", "import Foundation"), ("Interface", "import Vault"),
      ("Casework", "  let now = Date()"), ("Interface", "  print(name)"), ("Text", "@preconcurrency import Glibc"),
      ("Paperwork", "let home = getenv(name)"), ("Casework", "let files = FileManager.default"),
      ("Casework", "let id = UInt64.random(in: 0...9)"),
    ])
  func control(room: String, line: String) {
    #expect(!breaches(in: "/// A line.\n" + line + "\n", of: room).isEmpty)
  }

  @Test("A longer name that ends in a forbidden one is no breach, nor is a comment")
  func noFalseAlarm() {
    #expect(
      breaches(
        in: "let day = CivilDate()\nblueprint(x)\nsay(\"na een import van Vault\")\n// print(x)\nreopen(x)\n",
        of: "Casework"
      ).isEmpty)
  }
}
