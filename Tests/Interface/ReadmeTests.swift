import Casework
import FoundationEssentials
import Interface
import ReferenceData
import Support
import Testing

/// The README shows the first screen of the practice school; it is the program that draws it.
@Suite("The picture in the README")
struct ReadmeTests {
  private static let path = SourceTree.root + "/README.md"

  @Test("It is the screen that the program shows on the practice school's own morning")
  func picture() throws {
    let readme = try SourceTree.text(of: "README.md")
    let now = try Self.screen()
    let shown = try #require(Self.picture(in: readme))
    if ProcessInfo.processInfo.environment[GoldenScreen.writing] == "1" {
      let fresh = readme.replacing(readme[shown], with: now)
      try fresh.write(toFile: Self.path, atomically: true, encoding: .utf8)
    } else {
      #expect(readme[shown] == now, "write it anew with make goldens")
    }
  }

  @Test("A README without a picture, or with another, is found")
  func control() {
    #expect(Self.picture(in: "# Passend\n\nNo picture.\n") == nil)
    let other = "The real screen:\n\n```\n F2 Agenda\n```\n"
    #expect(Self.picture(in: other).map { other[$0] } == " F2 Agenda")
  }

  /// The first block of code after the words that announce it.
  private static func picture(in readme: String) -> Range<String.Index>? {
    guard let words = readme.firstRange(of: "The real screen"),
      let begin = readme[words.upperBound...].firstRange(of: "```\n"),
      let end = readme[begin.upperBound...].firstRange(of: "\n```")
    else { return nil }
    return begin.upperBound..<end.lowerBound
  }

  /// The agenda of the intern begeleider, the first line chosen.
  private static func screen() throws -> String {
    let school = try ReferenceData.practiceSchool()
    let user = try #require(school.users.first { $0.role == .careCoordinator })
    var caseload = Caseload(user: user, school: School(record: Record()))
    for file in school.files {
      caseload.take(.read(Stored(tree: file.tree, revision: Revision(text: ""))), at: file.place)
    }
    let engine = RuleEngine(book: try ReferenceData.ruleBook())
    let scope = engine.scope(of: caseload.school, until: RuleScope.horizon(from: school.today))
    let size = Size(columns: 80, rows: 24)
    var state = AppState(
      environment: Environment(now: Moment(seconds: 0), today: school.today, ids: IDSource(seed: id(1))), size: size,
      engine: engine, reference: try ReferenceData.referenceBook(), holidays: try ReferenceData.schoolHolidays(),
      entrance: Entrance(users: [], isSealed: false))
    let judgement = engine.judge(caseload.dossiers.values, in: scope)
    _ = update(&state, .schoolOpened(OpenedSchool(caseload: caseload, judgement: judgement, drafts: [])))
    let grid = view(state, size)
    return (0..<size.rows).map { row in
      let text = (0..<size.columns).map { grid[row, $0].text }.joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}
