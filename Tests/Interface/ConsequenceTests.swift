import Casework
import ReferenceData
import Support
import Testing

@testable import Interface

/// What a form would change, told before it is saved; days counted by hand, with the rules of the program.
@Suite("What if")
struct ConsequenceTests {
  private static let today = day("2026-11-23")

  private func told(
    _ rule: RuleID, _ before: [SectionName: String], _ after: [SectionName: String],
    to reader: AgendaReader = .careCoordinator
  ) throws -> [Consequence] {
    let bench = try RuleBench(rule)
    return Consequence.between(
      try bench.episodes(before), try bench.episodes(after), book: try RuleBench.book(), on: Self.today, for: reader)
  }

  private func pupil(extraFrom day: String?) -> [SectionName: String] {
    let level = day.map { "{\"id\": \"\(id(2))\", \"niveau\": \"extraBinnenSop\", \"van\": \"\($0)\"}" } ?? ""
    return [
      .pupil: """
      {"inschrijvingen": [{"id": "\(id(1))", "soort": "definitief", "van": "2024-08-01"}],
       "ondersteuningsniveaus": [\(level)]}
      """
    ]
  }

  private func plan(fatherHasCustody: String, fatherAgreedOn: String? = nil) -> [SectionName: String] {
    func guardian(_ guardian: UInt64, _ name: String, custody: String) -> String {
      """
      {"id": "\(id(guardian))", "naam": "\(name)", "relatie": "\(name)", "soort": "ouder",
       "gezag": [{"id": "\(id(guardian + 10))", "gezag": "\(custody)"}]}
      """
    }
    func agreed(_ guardian: UInt64, on day: String) -> String {
      """
      {"id": "\(id(guardian + 20))", "ouder": "\(id(guardian))", "instemming": "ja", "instemmingOp": "\(day)"}
      """
    }
    let answers = [agreed(11, on: "2026-11-05")] + (fatherAgreedOn.map { [agreed(12, on: $0)] } ?? [])
    return [
      .family: """
      {"ouders": [\(guardian(11, "moeder", custody: "ja")), \(guardian(12, "vader", custody: fatherHasCustody))]}
      """,
      .plan: """
      {"versies": [{"id": "\(id(50))", "opgesteldOp": "2026-10-20", "aangebodenOp": "2026-11-02",
       "ouders": [\(answers.joined(separator: ", "))]}]}
      """,
    ]
  }

  @Test("A level of support brings the six weeks, another start moves them, without it they go")
  func level() throws {
    // Monday 2 and Monday 9 November 2026 and 42 days: 14 and 21 December.
    let first = try told("opp.opstellen", pupil(extraFrom: nil), pupil(extraFrom: "2026-11-02"))
    #expect(first.map(\.kind) == [.comes(day("2026-12-14"))])
    let later = try told("opp.opstellen", pupil(extraFrom: "2026-11-02"), pupil(extraFrom: "2026-11-09"))
    #expect(later.map(\.kind) == [.moves(from: day("2026-12-14"), to: day("2026-12-21"))])
    let gone = try told("opp.opstellen", pupil(extraFrom: "2026-11-02"), pupil(extraFrom: nil))
    #expect(gone.map(\.kind) == [.goes])
    #expect(try told("opp.opstellen", pupil(extraFrom: "2026-11-02"), pupil(extraFrom: "2026-11-02")).isEmpty)
  }

  @Test("Custody brings a guardian whose agreement lacks, the agreement takes that away")
  func custodyAndAgreement() throws {
    let came = try told("opp.instemming", plan(fatherHasCustody: "nee"), plan(fatherHasCustody: "ja"))
    #expect(came.map(\.title) == ["OPP wacht op instemming van vader"])
    #expect(came.map(\.kind) == [.comes(nil)])
    let went = try told(
      "opp.instemming", plan(fatherHasCustody: "ja"), plan(fatherHasCustody: "ja", fatherAgreedOn: "2026-11-20"))
    #expect(went.map(\.kind) == [.goes])
  }

  @Test("What stays as it is is not told, also where two terms begin on one day and have one name")
  func sameName() throws {
    let plan: [SectionName: String] = [
      .family: """
      {"ouders": [{"id": "\(id(11))", "naam": "moeder", "relatie": "moeder", "soort": "ouder",
       "gezag": [{"id": "\(id(21))", "gezag": "ja"}]}]}
      """,
      .plan: """
      {"versies": [{"id": "\(id(50))", "opgesteldOp": "2026-10-20", "vastgesteldOp": "2026-11-23"}],
       "evaluaties": [{"id": "\(id(60))", "datum": "2026-11-23", "versie": "\(id(50))",
        "ouders": [{"id": "\(id(61))", "ouder": "\(id(11))", "aanwezig": "aanwezig"}]}]}
      """,
    ]
    #expect(try told("opp.evaluatie", plan, plan).isEmpty)
  }

  @Test("Nobody is told what is not for them")
  func otherReaders() throws {
    let teacher = AgendaReader.teacher(of: [])
    #expect(try told("opp.opstellen", pupil(extraFrom: nil), pupil(extraFrom: "2026-11-02"), to: teacher).isEmpty)
  }
}
