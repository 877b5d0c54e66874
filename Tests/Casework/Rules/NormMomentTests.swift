import Casework
import ReferenceData
import Support
import Testing

@Suite("From when another number counts")
struct NormMomentTests {
  /// What the rules ask of the norms, by whether they ask it for a day.
  private func asked(_ pattern: Character) throws -> Set<String> {
    var found: Set<String> = []
    let paths = try SourceTree.swiftFiles(under: "Sources/Casework") + SourceTree.swiftFiles(under: "Sources/Interface")
    for path in paths {
      for part in try SourceTree.text(of: path).split(separator: "norms[\"").dropFirst() {
        guard let end = part.firstIndex(of: "\""), let next = part[end...].dropFirst().first, next == pattern else {
          continue
        }
        found.insert(String(part[..<end]))
      }
    }
    return found
  }

  @Test("A number is called one that counts at once exactly where no rule asks it for the day of a fact")
  func atOnce() throws {
    let book = try ReferenceData.ruleBook()
    let withoutDay = try asked("]")
    let withDay = try asked(",")
    #expect(withoutDay.contains("verzuim.nadert.uren") && withDay.contains("overdracht.leraar.weken"))
    for norm in book.numbers.map(\.norm) where !norm.isStatutory {
      #expect(norm.countsAtOnce == (withoutDay.contains(norm.name) && !withDay.contains(norm.name)), "\(norm.name)")
    }
  }
}
