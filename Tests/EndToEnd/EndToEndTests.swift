import FoundationEssentials
import Support
import Testing

/// The walks in Walks/, by the names of their files.
private let walks: [String] = {
  let files = (try? FileManager.default.contentsOfDirectory(atPath: SourceTree.root + "/Tests/EndToEnd/Walks")) ?? []
  return files.filter { $0.hasSuffix(".walk") }.sorted()
}()

private func script(_ walk: String) throws -> WalkScript {
  try WalkScript(SourceTree.text(of: "Tests/EndToEnd/Walks/" + walk))
}

@Suite("In a real terminal")
struct EndToEndTests {
  @Test("Each walk goes as written", arguments: walks)
  func walk(name: String) throws {
    try Walker(name).walk(script(name))
  }

  @Test("The smoke walk goes on every kind of terminal", arguments: ["screen", "tmux-256color", "linux", "vt100"])
  func smoke(type: String) throws {
    try Walker("smoke.walk on \(type)").walk(script("smoke.walk"), type: type)
  }

  @Test("The first day of the manual goes as it says, and looks as in its pictures")
  func manual() throws {
    try Walker("docs/handleiding.md").walk(WalkScript(Manual().loops))
  }
}
