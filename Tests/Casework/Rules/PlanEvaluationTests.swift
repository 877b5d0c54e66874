import Casework
import Support
import Testing

/// Dates by hand: WPO 40a lid 3 (once per school year), §2.4 and 2.6 (once a year).
@Suite("opp.evaluatie")
struct PlanEvaluationTests {
  private static let mother = id(11)
  private static let family = """
    {"ouders": [
      {"id": "\(mother)", "naam": "moeder", "soort": "ouder", "gezag": [{"id": "\(id(21))", "gezag": "ja"}]},
      {"id": "\(id(12))", "naam": "vader", "soort": "ouder", "gezag": [{"id": "\(id(22))", "gezag": "nee"}]}]}
    """

  private func version(_ number: UInt64, established: String, closed: String? = nil) -> String {
    let end = closed.map { ", \"afgeslotenOp\": \"\($0)\"" } ?? ""
    return
      "{\"id\": \"\(id(number))\", \"opgesteldOp\": \"\(established)\", \"vastgesteldOp\": \"\(established)\"\(end)}"
  }

  private func evaluation(_ number: UInt64, on: String, with guardian: RecordID = mother, _ came: String = "aanwezig")
    -> String
  {
    "{\"id\": \"\(id(number))\", \"datum\": \"\(on)\", \"ouders\": [{\"id\": \"\(id(number + 100))\", "
      + "\"ouder\": \"\(guardian)\", \"aanwezig\": \"\(came)\"}]}"
  }

  private func dates(_ versions: [String], _ evaluations: [String] = []) throws -> [Episode.Dates] {
    let plan =
      "{\"versies\": [\(versions.joined(separator: ", "))], \"evaluaties\": [\(evaluations.joined(separator: ", "))]}"
    return try RuleBench("opp.evaluatie").episodes([.family: Self.family, .plan: plan]).map(\.dates)
  }

  @Test(
    "within a year of establishing; established by 31 January, within that school year",
    arguments: [
      // Shown 56 days before: 31 July - 56 = 5 June.
      ("2025-08-01", "2026-07-31", "2026-06-05"), ("2026-01-31", "2026-07-31", "2026-06-05"),
      ("2026-02-01", "2027-02-01", "2026-12-07"), ("2026-07-31", "2027-07-31", "2027-06-05"),
      // 29 February has no equal in 2025. Established after 31 January, so a year counts.
      ("2024-02-29", "2025-02-28", "2025-01-03"),
    ])
  func first(established: String, due: String, shown: String) throws {
    #expect(try dates([version(50, established: established)]) == [.init(from: shown, due: due)])
  }

  @Test("a year is not moved on: 26 December 2027 stays a Sunday and a holiday")
  func noExtension() throws {
    let found = try dates([version(50, established: "2026-03-02")], [evaluation(70, on: "2026-12-26")])
    #expect(found.last == .init(from: "2027-10-31", due: "2027-12-26"))
  }

  @Test("each evaluation clears one and begins the next")
  func cycle() throws {
    #expect(
      try dates(
        [version(50, established: "2024-03-04")],
        [evaluation(70, on: "2025-02-20"), evaluation(71, on: "2026-03-30")])
        == [
          .init(from: "2025-01-07", due: "2025-03-04", cleared: "2025-02-20"),
          .init(from: "2025-12-26", due: "2026-02-20", cleared: "2026-03-30"),
          .init(from: "2027-02-02", due: "2027-03-30"),
        ])
  }

  @Test("an evaluation counts only when a guardian with custody took part")
  func attendance() throws {
    let open = [Episode.Dates(from: "2027-01-05", due: "2027-03-02")]
    let versions = [version(50, established: "2026-03-02")]
    #expect(try dates(versions, [evaluation(70, on: "2026-11-02", with: id(12))]) == open)
    #expect(try dates(versions, [evaluation(70, on: "2026-11-02", "nietGekomen")]) == open)
  }

  @Test("an evaluation that does not count is named; two on one day are one")
  func named() throws {
    let bench = try RuleBench("opp.evaluatie")
    let plan = """
      {"versies": [\(version(50, established: "2026-03-02"))], "evaluaties": [
        \(evaluation(70, on: "2026-11-02", "nietGekomen")), \(evaluation(71, on: "2026-12-07")),
        \(evaluation(72, on: "2026-12-07"))]}
      """
    let found = try bench.episodes([.family: Self.family, .plan: plan])
    #expect(
      found.map(\.dates)
        == [
          .init(from: "2027-01-05", due: "2027-03-02", cleared: "2026-12-07"),
          .init(from: "2027-10-12", due: "2027-12-07"),
        ])
    let proof = try found.map { try bench.proof(of: $0).filter { $0.contains("zonder een ouder") } }
    #expect(proof == [["Op ma 2 nov 2026 is geëvalueerd zonder een ouder met gezag: dat telt niet mee."], []])
  }

  @Test("an evaluation with somebody whose custody is unknown does not count, and is not told as one without custody")
  func unknownCustody() throws {
    let bench = try RuleBench("opp.evaluatie")
    let family = """
      {"ouders": [{"id": "\(Self.mother)", "naam": "moeder", "soort": "ouder",
        "gezag": [{"id": "\(id(21))", "gezag": "onbekend"}]}]}
      """
    let plan = """
      {"versies": [\(version(50, established: "2026-03-02"))], "evaluaties": [\(evaluation(70, on: "2026-11-02"))]}
      """
    let found = try bench.episodes([.family: family, .plan: plan])
    #expect(found.map(\.dates) == [.init(from: "2027-01-05", due: "2027-03-02")])
    let proof = try found.flatMap { try bench.proof(of: $0) }
    #expect(proof.contains("Op ma 2 nov 2026 is geëvalueerd, maar van wie erbij was is het gezag niet bekend."))
    #expect(!proof.contains { $0.contains("zonder een ouder met gezag") })
  }

  @Test("the title says that the last day is still in time")
  func title() throws {
    let bench = try RuleBench("opp.evaluatie")
    let found = try bench.episodes([.plan: "{\"versies\": [\(version(50, established: "2026-03-02"))]}"])
    #expect(try found.map { try bench.title(of: $0) } == ["OPP evalueren met ouders uiterlijk 2 mrt"])
  }

  @Test("a new version does not reset it; a plan that was closed and later begun anew does")
  func versions() throws {
    #expect(
      try dates([version(50, established: "2026-02-02"), version(51, established: "2026-10-05")])
        == [.init(from: "2026-12-08", due: "2027-02-02")])
    #expect(
      try dates([
        version(50, established: "2025-02-03", closed: "2025-06-30"), version(51, established: "2026-10-05"),
      ])
        == [.init(from: "2027-06-05", due: "2027-07-31")])
  }

  @Test("a draft asks for no evaluation, nor does an empty dossier")
  func justNot() throws {
    #expect(try dates(["{\"id\": \"\(id(50))\", \"opgesteldOp\": \"2026-02-02\"}"]).isEmpty)
    #expect(try RuleBench("opp.evaluatie").episodes([:]).isEmpty)
  }
}
