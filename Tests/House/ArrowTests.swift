import Support
import Testing

/// What the system's own modules each room may import besides the standard library; the arrows between rooms are those
/// of Package.swift.
private let ofTheSystem: [String: Set<String>] = [
  "Text": [], "Casework": ["FoundationEssentials"], "ReferenceData": [], "Paperwork": [], "Interface": [],
  "Vault": ["Glibc", "FoundationEssentials", "Synchronization"], "Exchange": ["Glibc", "FoundationEssentials"],
  "Terminal": ["Glibc", "Synchronization"], "passend": ["Glibc"],
]

/// The arrows that stand in the manifest, by room.
private func declaredArrows() throws -> [String: Set<String>] {
  var arrows: [String: Set<String>] = [:]
  let manifest = try SourceTree.text(of: "Package.swift")
  for room in ofTheSystem.keys { arrows[room] = Manifest(manifest).dependencies(of: room) }
  return arrows
}

/// A manifest as text, read as far as these tests need.
private struct Manifest {
  private let text: String

  init(_ text: String) { self.text = text }

  /// What a room depends on; the package's own helper `room` and a whole target are understood.
  func dependencies(of room: String) -> Set<String> {
    guard
      let start = text.firstRange(of: "room(\"\(room)\"")
        ?? text.firstRange(of: "name: \"\(room)\",\n      dependencies:"),
      let list = text[start.lowerBound...].firstIndex(of: "["), let end = text[list...].firstIndex(of: "]")
    else { return [] }
    let words = text[list..<end].split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    // Every other piece stands between quotes; the name of a package is no module.
    return Set(words.filter { $0.offset % 2 == 1 }.map { String($0.element) }).subtracting(["swift-argument-parser"])
  }
}

/// Where the manifest and the sources differ: an arrow that is not declared, or one that nothing uses.
private func differences(declared: Set<String>, used: Set<String>) -> [String] {
  used.subtracting(declared).sorted().map { "uses \($0), which is not declared" }
    + declared.subtracting(used).sorted().map { "declares \($0), which nothing uses" }
}

/// The modules that the files of a room import, those of the system left out.
private func usedArrows(of room: String) throws -> Set<String> {
  let texts = try SourceTree.swiftFiles(under: "Sources/" + room).map { try SourceTree.text(of: $0) }
  return Set(texts.flatMap { codeLines(of: $0).compactMap(importedModule) }).subtracting(ofTheSystem[room] ?? [])
}

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
private func breaches(in text: String, of room: String, declared: Set<String>) -> [String] {
  let allowed = declared.union(ofTheSystem[room] ?? [])
  var found: [String] = []
  for line in codeLines(of: text) {
    if let module = importedModule(line), !allowed.contains(module) {
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
    let arrows = try declaredArrows()
    for room in ofTheSystem.keys {
      let files = try SourceTree.swiftFiles(under: "Sources/" + room)
      #expect(!files.isEmpty, "no sources under \(room)")
      for file in files {
        let found = breaches(in: try SourceTree.text(of: file), of: room, declared: arrows[room] ?? [])
        #expect(found.isEmpty, "\(file): \(found.joined(separator: ", "))")
      }
    }
  }

  @Test("The arrows in Package.swift are exactly those that the sources use")
  func manifest() throws {
    for (room, declared) in try declaredArrows() {
      #expect(!declared.isEmpty, "no target \(room) in Package.swift")
      #expect(differences(declared: declared, used: try usedArrows(of: room)) == [], "\(room)")
    }
  }

  @Test("An arrow too many and one too few are both told")
  func manifestControl() {
    let manifest = Manifest("    room(\"Vault\", imports: [\"Casework\", \"Interface\"]),\n")
    #expect(manifest.dependencies(of: "Vault") == ["Casework", "Interface"])
    #expect(manifest.dependencies(of: "Terminal").isEmpty)
    #expect(
      differences(declared: ["Casework", "Interface"], used: ["Casework", "CSodium"]) == [
        "uses CSodium, which is not declared", "declares Interface, which nothing uses",
      ])
    #expect(differences(declared: ["Text"], used: ["Text"]).isEmpty)
  }

  @Test("Every folder under Sources is a room or a door to C")
  func noStrangers() throws {
    let doors: Set = ["CNcurses", "CSodium", "CExpat", "CUtf8proc", "CSystem", "CReferenceData"]
    #expect(try Set(SourceTree.folders(under: "Sources")) == Set(ofTheSystem.keys).union(doors))
  }

  @Test(
    "A planted breach is found",
    arguments: [
      ("Casework", "import Vault"), ("Casework", "import Foundation"), ("Interface", "import Vault"),
      ("Casework", "  let now = Date()"), ("Interface", "  print(name)"), ("Text", "@preconcurrency import Glibc"),
      ("Paperwork", "let home = getenv(name)"), ("Casework", "let files = FileManager.default"),
      ("Casework", "let id = UInt64.random(in: 0...9)"),
    ])
  func control(room: String, line: String) throws {
    let declared = try declaredArrows()[room] ?? []
    #expect(!breaches(in: "/// A line.\n" + line + "\n", of: room, declared: declared).isEmpty)
  }

  @Test("A longer name that ends in a forbidden one is no breach, nor is a comment")
  func noFalseAlarm() {
    #expect(
      breaches(
        in: "let day = CivilDate()\nblueprint(x)\nsay(\"na een import van Vault\")\n// print(x)\nreopen(x)\n",
        of: "Casework", declared: ["Text"]
      ).isEmpty)
  }
}
