import Casework
import Support
import Testing

/// Talking over, evaluating and adjusting with every guardian with custody (WPO 40a lid 2-4; §2.4, 2.6).
@Suite("opp.overleg, opp.bijstelling, opp.evaluatie.ouders")
struct PlanConsultationTests {
  private static func spoken(_ guardian: UInt64, _ on: String?, number: UInt64) -> String {
    Tabs.record(number, ["ouder": id(guardian).description, "overlegOp": on])
  }

  private static func plan(_ lines: String..., closed: String? = nil) -> String {
    Tabs.plan(
      Tabs.version(
        established: "2026-11-02", closed: closed, more: "\"ouders\": [\(lines.joined(separator: ", "))]"))
  }

  static let consultations: [TabCase] = [
    TabCase("nobody", [.family: Tabs.family(), .plan: plan()], .init(from: "2026-11-02")),
    TabCase("that day", [.family: Tabs.family(), .plan: plan(spoken(11, "2026-11-02", number: 31))]),
    TabCase(
      "a day later", [.family: Tabs.family(), .plan: plan(spoken(11, "2026-11-03", number: 31))],
      .init(from: "2026-11-02", cleared: "2026-11-03")),
    TabCase(
      "of two talks the first counts",
      [
        .family: Tabs.family(),
        .plan: plan(spoken(11, "2026-11-09", number: 31), spoken(11, "2026-10-26", number: 32)),
      ]),
    TabCase(
      "one of two with custody",
      [.family: Tabs.family(father: "ja"), .plan: plan(spoken(11, "2026-10-26", number: 31))],
      .init(from: "2026-11-02")),
    TabCase(
      "custody of the day on which it was established",
      [
        .family: Tabs.family(Tabs.record(22, ["gezag": "ja", "van": "2026-11-03"])),
        .plan: plan(spoken(11, "2026-10-26", number: 31)),
      ]),
    TabCase(
      "custody from that day",
      [
        .family: Tabs.family(Tabs.record(22, ["gezag": "ja", "van": "2026-11-02"])),
        .plan: plan(spoken(11, "2026-10-26", number: 31)),
      ], .init(from: "2026-11-02")),
    TabCase(
      "unknown", [.family: Tabs.family(father: "onbekend"), .plan: plan(spoken(11, "2026-10-26", number: 31))],
      .init(from: "2026-11-02")),
    TabCase("nobody with custody on record", [.plan: plan()], .init(from: "2026-11-02")),
    TabCase(
      "as long as the version holds", [.family: Tabs.family(), .plan: plan(closed: "2026-11-20")],
      .init(from: "2026-11-02", until: "2026-11-21")),
    TabCase(
      "each version anew",
      [
        .family: Tabs.family(),
        .plan: Tabs.plan(
          Tabs.version(established: "2026-11-02", more: Tabs.list("ouders", spoken(11, "2026-10-26", number: 31))),
          Tabs.version(51, drawn: "2026-11-16", established: "2026-11-23")),
      ], .init(from: "2026-11-23")),
    TabCase("an offer is not yet established", [.plan: Tabs.plan(Tabs.version(offered: "2026-11-02"))]),
    TabCase(
      "withdrawn", [.plan: Tabs.plan("{\"id\": \"\(id(50))\", \"vastgesteldOp\": \"2026-11-02\", \(Tabs.withdrawn)}")]),
    TabCase(
      "a pupil who left",
      [.pupil: Tabs.pupil(until: "2026-11-20"), .family: Tabs.family(), .plan: plan()],
      .init(from: "2026-11-02", until: "2026-11-21")),
    TabCase("an empty dossier asks nothing", [:]),
  ]

  @Test("a plan is established after talking it over with every guardian with custody", arguments: consultations)
  func consultation(row: TabCase) throws {
    #expect(try row.dates("opp.overleg") == row.expected)
  }

  private static func evaluation(
    _ lines: [String] = [], on: String = "2026-11-02", adjusted: String? = nil, number: UInt64 = 70, more: String...
  ) -> String {
    Tabs.record(
      number, ["datum": on, "versie": id(50).description, "bijgesteld": adjusted],
      (["\"ouders\": [\(lines.joined(separator: ", "))]"] + more).joined(separator: ", "))
  }

  private static func line(
    _ guardian: UInt64, _ came: String? = "aanwezig", _ answer: String? = nil, on: String? = nil, number: UInt64,
    hash: String? = nil
  ) -> String {
    Tabs.record(
      number,
      [
        "ouder": id(guardian).description, "aanwezig": came, "instemming": answer, "instemmingOp": on,
        "instemmingTekst": hash,
      ])
  }

  private static func evaluated(_ evaluations: String..., closed: String? = nil) -> String {
    Tabs.plan(
      Tabs.version(established: "2026-02-02", closed: closed),
      more: "\"evaluaties\": [\(evaluations.joined(separator: ", "))]")
  }

  static let adjustments: [TabCase] = [
    TabCase(
      "adjusted without an answer", [.family: Tabs.family(), .plan: evaluated(evaluation(adjusted: "ja"))],
      .init(from: "2026-11-02")),
    TabCase("not adjusted", [.family: Tabs.family(), .plan: evaluated(evaluation(adjusted: "nee"))]),
    TabCase("not known to be", [.family: Tabs.family(), .plan: evaluated(evaluation(adjusted: "onbekend"))]),
    TabCase(
      "agreed that day",
      [
        .family: Tabs.family(),
        .plan: evaluated(evaluation([line(11, "aanwezig", "ja", on: "2026-11-02", number: 31)], adjusted: "ja")),
      ]),
    TabCase(
      "agreed a day later",
      [
        .family: Tabs.family(),
        .plan: evaluated(evaluation([line(11, "aanwezig", "ja", on: "2026-11-03", number: 31)], adjusted: "ja")),
      ], .init(from: "2026-11-02", cleared: "2026-11-03")),
    TabCase(
      "a yes that became a no",
      [
        .family: Tabs.family(),
        .plan: evaluated(
          evaluation(
            [
              line(11, "aanwezig", "nee", on: "2026-11-09", number: 32),
              line(11, "aanwezig", "ja", on: "2026-11-02", number: 31),
            ], adjusted: "ja")),
      ], .init(from: "2026-11-02")),
    TabCase(
      "a yes without its day is none",
      [
        .family: Tabs.family(),
        .plan: evaluated(evaluation([line(11, "aanwezig", "ja", number: 31)], adjusted: "ja")),
      ], .init(from: "2026-11-02")),
    TabCase(
      "father has custody too and lacks",
      [
        .family: Tabs.family(father: "ja"),
        .plan: evaluated(evaluation([line(11, "aanwezig", "ja", on: "2026-11-02", number: 31)], adjusted: "ja")),
      ], .init(from: "2026-11-02")),
    TabCase(
      "unknown custody",
      [
        .family: Tabs.family(father: "onbekend"),
        .plan: evaluated(evaluation([line(11, "aanwezig", "ja", on: "2026-11-02", number: 31)], adjusted: "ja")),
      ], .init(from: "2026-11-02")),
    TabCase(
      "agreed to the version in which it stands",
      [
        .family: Tabs.family(),
        .plan: Tabs.plan(
          Tabs.version(established: "2026-02-02"),
          Tabs.version(
            51, drawn: "2026-11-03", offered: "2026-11-04",
            more: Tabs.list("ouders", line(11, nil, "ja", on: "2026-11-10", number: 31))),
          more: "\"evaluaties\": [\(evaluation(adjusted: "ja", more: "\"nieuweVersie\": \"\(id(51))\""))]"),
      ], .init(from: "2026-11-02", cleared: "2026-11-10")),
    TabCase(
      "until the plan is closed",
      [.family: Tabs.family(), .plan: evaluated(evaluation(adjusted: "ja"), closed: "2026-11-20")],
      .init(from: "2026-11-02", until: "2026-11-21")),
    TabCase(
      "a pupil who left",
      [
        .pupil: Tabs.pupil(until: "2026-11-20"), .family: Tabs.family(),
        .plan: evaluated(evaluation(adjusted: "ja")),
      ], .init(from: "2026-11-02", until: "2026-11-21")),
    TabCase("an empty dossier asks nothing", [:]),
  ]

  @Test("an adjustment is agreed to by every guardian with custody", arguments: adjustments)
  func adjustment(row: TabCase) throws {
    #expect(try row.dates("opp.bijstelling") == row.expected)
  }

  @Test("agreement to another text than that of the adjustment counts for nothing")
  func staleAdjustment() throws {
    // SHA-256 of the words "elke dag lezen", computed with sha256sum.
    let right = "fd9a98e669e4e9e652025d28aeebde5d16ee9e76adc57f66aac9d122994de4d3"
    for (hash, expected) in [(right, 0), (String(repeating: "0", count: 64), 1)] {
      let evaluation = Self.evaluation(
        [Self.line(11, "aanwezig", "ja", on: "2026-11-02", number: 31, hash: hash)], adjusted: "ja",
        more: "\"bijstelling\": \"elke dag lezen\"")
      let found = try RuleBench("opp.bijstelling").episodes([
        .family: Tabs.family(), .plan: Self.evaluated(evaluation),
      ])
      #expect(found.count == expected)
    }
  }

  @Test("agreement to the version in which the adjustment stands counts, and to none other")
  func adjustmentInVersion() throws {
    // The example of docs/bestandsformaat.md.
    let right = "bb990a75cd4f91d5aca9065312cec3b3e6662701d7d2a165de70790117c68a90"
    for (text, expected) in [("2 uur per week", []), ("3 uur per week", ["Moeder stemde op ma 2 nov 2026 in met"])] {
      let evaluation = Self.evaluation(
        [Self.line(11, "aanwezig", "ja", on: "2026-11-02", number: 31, hash: right)], adjusted: "ja",
        more: "\"bijstelling\": \"meer uren\", \"nieuweVersie\": \"\(id(51))\"")
      let new = Tabs.version(
        51, drawn: "2026-11-03", more: "\"handelingsdeel\": {\"begeleiding\": \"\(text)\"}")
      let bench = try RuleBench("opp.bijstelling")
      let found = try bench.episodes([
        .family: Tabs.family(),
        .plan: Tabs.plan(
          Tabs.version(established: "2026-02-02"), new, more: "\"evaluaties\": [\(evaluation)]"),
      ])
      let lines = try found.flatMap { try bench.proof(of: $0) }
      #expect(found.count == expected.count)
      for start in expected { #expect(lines.contains { $0.hasPrefix(start) }, "\(lines)") }
    }
  }

  private static func with(_ guardian: UInt64) -> String {
    Tabs.list("deelnemers", Tabs.record(90, ["rol": "ouder", "ouder": id(guardian).description]))
  }

  static let evaluations: [TabCase] = [
    TabCase(
      "mother was not there", [.family: Tabs.family(), .plan: evaluated(evaluation())], .init(from: "2026-11-02")),
    TabCase("mother was", [.family: Tabs.family(), .plan: evaluated(evaluation([line(11, number: 31)]))]),
    TabCase(
      "one of two with custody is enough",
      [
        .family: Tabs.family(father: "ja"),
        .plan: evaluated(evaluation([line(11, number: 31), line(12, "nietGekomen", number: 32)])),
      ]),
    TabCase(
      "only father, whose custody is unknown",
      [.family: Tabs.family(father: "onbekend"), .plan: evaluated(evaluation([line(12, number: 32)]))],
      .init(from: "2026-11-02")),
    TabCase("nobody on record", [.plan: evaluated(evaluation([line(11, number: 31)]))], .init(from: "2026-11-02")),
    TabCase(
      "a talk with mother about the plan clears",
      [
        .family: Tabs.family(), .plan: evaluated(evaluation()),
        .conversations: Tabs.talks(Tabs.talk(80, "2026-11-12", with(11))),
      ], .init(from: "2026-11-02", cleared: "2026-11-12")),
    TabCase(
      "a talk of that day too",
      [
        .family: Tabs.family(), .plan: evaluated(evaluation()),
        .conversations: Tabs.talks(Tabs.talk(80, "2026-11-02", with(11))),
      ], .init(from: "2026-11-02", cleared: "2026-11-02")),
    TabCase(
      "a talk of the day before does not",
      [
        .family: Tabs.family(), .plan: evaluated(evaluation()),
        .conversations: Tabs.talks(Tabs.talk(80, "2026-11-01", with(11))),
      ], .init(from: "2026-11-02")),
    TabCase(
      "a talk with whom is not on record does not",
      [
        .family: Tabs.family(), .plan: evaluated(evaluation()),
        .conversations: Tabs.talks(Tabs.talk(80, "2026-11-12")),
      ], .init(from: "2026-11-02")),
    TabCase(
      "nor one with father, who has no custody",
      [
        .family: Tabs.family(father: "nee"), .plan: evaluated(evaluation()),
        .conversations: Tabs.talks(Tabs.talk(80, "2026-11-12", with(12))),
      ], .init(from: "2026-11-02")),
    TabCase(
      "nor an attempt, nor a talk about something else, nor one of which the outcome is not known",
      [
        .family: Tabs.family(), .plan: evaluated(evaluation()),
        .conversations: Tabs.talks(
          Tabs.talk(80, "2026-11-12", reached: "geprobeerd", with(11)),
          Tabs.talk(81, "2026-11-12", subject: "vo", with(11)), Tabs.talk(82, "2026-11-12", reached: nil, with(11))),
      ], .init(from: "2026-11-02")),
    TabCase(
      "a later evaluation with mother clears",
      [
        .family: Tabs.family(),
        .plan: evaluated(evaluation(), evaluation([line(11, number: 31)], on: "2026-11-16", number: 71)),
      ], .init(from: "2026-11-02", cleared: "2026-11-16")),
    TabCase(
      "an evaluation when no plan held is none",
      [.family: Tabs.family(), .plan: evaluated(evaluation(on: "2026-01-30"))]
    ),
    TabCase(
      "until the plan is closed", [.family: Tabs.family(), .plan: evaluated(evaluation(), closed: "2026-11-20")],
      .init(from: "2026-11-02", until: "2026-11-21")),
    TabCase(
      "a pupil who left",
      [.pupil: Tabs.pupil(until: "2026-11-20"), .family: Tabs.family(), .plan: evaluated(evaluation())],
      .init(from: "2026-11-02", until: "2026-11-21")),
    TabCase("an empty dossier asks nothing", [:]),
  ]

  @Test("an evaluation without a guardian with custody asks for a talk", arguments: evaluations)
  func evaluationWithParents(row: TabCase) throws {
    #expect(try row.dates("opp.evaluatie.ouders") == row.expected)
  }

  @Test("whoever was invited and stayed away is acknowledged; where one was not invited it is still to mend")
  func acknowledged() throws {
    let bench = try RuleBench("opp.evaluatie.ouders")
    func found(_ family: String, _ lines: String...) throws -> [Episode] {
      try bench.episodes([.family: family, .plan: Self.evaluated(Self.evaluation(lines))])
    }
    let stayed = try found(Tabs.family(), Self.line(11, "nietGekomen", number: 31))
    #expect(stayed.map(\.mustBeAcknowledged) == [true])
    #expect(try stayed.flatMap { try bench.proof(of: $0) }.last == "Moeder was uitgenodigd en kwam niet.")
    #expect(
      try found(Tabs.family(), Self.line(11, "nietUitgenodigd", number: 31)).map(\.mustBeAcknowledged) == [false])
    #expect(try found(Tabs.family()).map(\.mustBeAcknowledged) == [false])
    #expect(
      try found(Tabs.family(father: "onbekend"), Self.line(11, "nietGekomen", number: 31))
        .map(\.mustBeAcknowledged) == [false])
    #expect(
      try found(Tabs.family(father: "ja"), Self.line(11, "nietGekomen", number: 31)).map(\.mustBeAcknowledged)
        == [false])
  }
}
