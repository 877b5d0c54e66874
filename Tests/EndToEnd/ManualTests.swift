import Support
import Testing

/// The manual, with the loops that stand hidden below its steps.
struct Manual {
  private let lines: [Substring]

  init() throws {
    lines = try SourceTree.text(of: "docs/handleiding.md").split(separator: "\n", omittingEmptySubsequences: false)
  }

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The steps of all loops, each on the line that it has in the manual.
  var loops: String {
    var isInside = false
    return lines.map { line -> Substring in
      if line == "<!-- loop" {
        isInside = true
        return ""
      }
      if line == "-->" { isInside = false }
      return isInside ? line : ""
    }.joined(separator: "\n")
  }

  /// What each step tells to press or type, with the loop that follows it.
  private var steps: [(told: [String], loop: String)] {
    var steps: [(told: [String], loop: String)] = []
    var isInside = false
    for line in lines {
      if line.first?.isNumber == true, line.contains(". ") {
        steps.append(
          (
            line.split(separator: "`", omittingEmptySubsequences: false).enumerated().compactMap {
              $0.offset % 2 == 1 ? String($0.element) : nil
            }, ""
          ))
      }
      if line == "<!-- loop" { isInside = true }
      if line == "-->" { isInside = false }
      if isInside, !steps.isEmpty { steps[steps.count - 1].loop += line + "\n" }
    }
    return steps.filter { !$0.loop.isEmpty }
  }

  /// What the steps tell and their loops do not do.
  var untried: [String] {
    steps.flatMap { step in step.told.filter { !step.loop.contains(Self.stroke($0)) } }
  }

  var stepCount: Int { steps.count }

  /// How a walk writes a key that the manual names.
  private static func stroke(_ told: String) -> String {
    let named = ["↵": "Enter", "↓": "Down", "↑": "Up", "Esc": "Escape", "←": "Left", "→": "Right"]
    if let name = named[told] { return name }
    if told.hasPrefix("^"), told.count == 2 { return "C-" + told.dropFirst().lowercased() }
    return told
  }

  /// The pictures that the manual shows, and those that its loops take.
  var shown: Set<Substring> { Set(lines.compactMap { $0.firstMatch(of: /images\/([a-z-]+)\.svg/)?.1 }) }
  var taken: Set<Substring> {
    Set(lines.compactMap { $0.hasPrefix("picture ") ? $0.dropFirst("picture ".count) : nil })
  }
}

@Suite("The manual")
struct ManualTests {
  @Test(
    "Every key and word that a step of the first day tells is pressed in its loop, and every picture is taken there")
  func told() throws {
    let manual = try Manual()
    #expect(manual.stepCount >= 9)
    #expect(manual.untried == [])
    #expect(!manual.taken.isEmpty && manual.shown == manual.taken)
  }

  @Test("A step that tells a key that its loop does not press is found, and so is a picture that nobody takes")
  func control() {
    let manual = Manual("1. Druk op `w` en `^S`.\n<!-- loop\n> \"w\"\npicture a\n-->\n![b](images/b.svg)")
    #expect(manual.untried == ["^S"])
    #expect(manual.shown == ["b"] && manual.taken == ["a"])
    #expect(manual.loops == "\n\n> \"w\"\npicture a\n\n")
  }
}
