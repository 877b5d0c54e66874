import Casework
import Support
import Testing

@Suite("actie")
struct ActionRuleTests {
  private func tab(_ action: String) -> [SectionName: String] {
    [
      .conversations: """
      {"gesprekken": [{"id": "\(id(3))", "datum": "2026-11-02", "acties": [{"id": "\(id(4))", \(action)}]}]}
      """
    ]
  }

  @Test("an action stands from the talk until it is done, and is due on its own day, a Sunday too")
  func dates() throws {
    let bench = try RuleBench("actie")
    let open = try bench.episodes(
      tab("\"wat\": \"Logopedist bellen\", \"voor\": \"2026-11-22\", \"wie\": \"\(id(9))\""))
    #expect(open.map(\.dates) == [.init(from: "2026-11-02", due: "2026-11-22")])
    #expect(open.map(\.owner) == [id(9)])
    #expect(try open.map { try bench.title(of: $0) } == ["Actie: Logopedist bellen"])
    let done = try bench.episodes(tab("\"wat\": \"Bellen\", \"voor\": \"2026-11-22\", \"klaarOp\": \"2026-11-25\""))
    #expect(done.map(\.dates) == [.init(from: "2026-11-02", due: "2026-11-22", cleared: "2026-11-25")])
  }

  @Test("an action of its own shows from the day it was recorded")
  func alone() throws {
    let json = """
      {"acties": [{"id": "\(id(4))", "wat": "Bellen", "voor": "2026-12-01", "op": "2026-11-03T09:00:00Z"}]}
      """
    #expect(
      try RuleBench("actie").episodes([.conversations: json]).map(\.dates)
        == [.init(from: "2026-11-03", due: "2026-12-01")])
  }

  @Test("the proof says who does it: a colleague by name, someone else as written, or nobody")
  func who() throws {
    var school = SampleSchool.school()
    var colleague = make(StaffFields.self, 9)
    colleague.staffName = "Anouk Visser"
    school.record.put(colleague, in: \.staff)
    let bench = try RuleBench("actie", school: school)
    for (field, line) in [
      (", \"wie\": \"\(id(9))\"", "Wie het doet: Anouk Visser."),
      (", \"wieNaam\": \"moeder\"", "Wie het doet: moeder."),
      ("", "Er staat niet bij wie het doet."),
    ] {
      let found = try bench.episodes(tab("\"wat\": \"Bellen\", \"voor\": \"2026-11-20\"" + field))
      #expect(try found.flatMap { try bench.proof(of: $0) }.contains(line))
    }
  }

  @Test("without a day or a text there is no action, nor on an empty dossier")
  func justNot() throws {
    let bench = try RuleBench("actie")
    #expect(try bench.episodes(tab("\"wat\": \"Bellen\"")).isEmpty)
    #expect(try bench.episodes(tab("\"voor\": \"2026-12-01\"")).isEmpty)
    #expect(try bench.episodes([:]).isEmpty)
  }
}
