import Casework
import Support
import Testing

/// Who must agree, by custody and text (WPO 40a; §2.6, 2.12); dates by hand.
@Suite("opp.instemming")
struct PlanAgreementTests {
  private static let mother = id(11)
  private static let father = id(12)

  private func guardian(_ guardian: RecordID, _ relation: String, custody: String) -> String {
    "{\"id\": \"\(guardian)\", \"naam\": \"\(relation)\", \"relatie\": \"\(relation)\", \"soort\": \"ouder\", "
      + "\"gezag\": [\(custody)]}"
  }

  private func custody(_ number: UInt64, _ answer: String, from: String? = nil, until: String? = nil) -> String {
    let span = [("van", from), ("tot", until)].compactMap { key, day in day.map { ", \"\(key)\": \"\($0)\"" } }
    return "{\"id\": \"\(id(number))\", \"gezag\": \"\(answer)\"\(span.joined())}"
  }

  private func family(father: String) -> String {
    let both = [
      guardian(Self.mother, "moeder", custody: custody(21, "ja")), guardian(Self.father, "vader", custody: father),
    ]
    return "{\"ouders\": [\(both.joined(separator: ", "))]}"
  }

  private func answer(
    _ number: UInt64, _ guardian: RecordID, _ answer: String, on: String, hash: String? = nil
  ) -> String {
    let bound = hash.map { ", \"instemmingTekst\": \"\($0)\"" } ?? ""
    return "{\"id\": \"\(id(number))\", \"ouder\": \"\(guardian)\", \"instemming\": \"\(answer)\", "
      + "\"instemmingOp\": \"\(on)\"\(bound)}"
  }

  private func version(
    _ number: UInt64 = 50, drawn: String = "2026-10-20", offered: String? = "2026-11-02", established: String? = nil,
    answers: [String] = [], more: String = ""
  ) -> String {
    let days = [("aangebodenOp", offered), ("vastgesteldOp", established)]
      .compactMap { key, day in day.map { ", \"\(key)\": \"\($0)\"" } }.joined()
    return "{\"id\": \"\(id(number))\", \"opgesteldOp\": \"\(drawn)\"\(days), "
      + "\"ouders\": [\(answers.joined(separator: ", "))]\(more)}"
  }

  private func plan(_ versions: String...) -> String {
    "{\"versies\": [\(versions.joined(separator: ", "))]}"
  }

  private func episodes(_ family: String, _ plan: String, pupil: String = "{}") throws -> [Episode] {
    try RuleBench("opp.instemming").episodes([.family: family, .plan: plan, .pupil: pupil])
  }

  private func titles(_ episodes: [Episode]) throws -> [String] {
    let bench = try RuleBench("opp.instemming")
    return try episodes.map { try bench.title(of: $0) }
  }

  @Test("from the offer on it waits for each guardian with custody, and no one else")
  func waits() throws {
    let both = family(father: custody(22, "ja"))
    let motherSaidYes = [answer(31, Self.mother, "ja", on: "2026-11-05")]
    let waiting = try episodes(both, plan(version(answers: motherSaidYes)))
    #expect(waiting.map(\.dates) == [.init(from: "2026-11-02", until: "2026-11-05"), .init(from: "2026-11-05")])
    #expect(waiting.map(\.floor) == [.now, .now])
    #expect(
      try titles(waiting) == ["OPP wacht op instemming van moeder, vader", "OPP wacht op instemming van vader"])
    let motherAlone = family(father: custody(22, "nee"))
    #expect(
      try episodes(motherAlone, plan(version(answers: motherSaidYes))).map(\.dates)
        == [.init(from: "2026-11-02", cleared: "2026-11-05")])
    #expect(try episodes(both, plan(version(offered: nil))).isEmpty)
  }

  @Test("both agreed: cleared on the day of the last answer")
  func cleared() throws {
    let answers = [answer(31, Self.mother, "ja", on: "2026-11-05"), answer(32, Self.father, "ja", on: "2026-11-09")]
    #expect(
      try episodes(family(father: custody(22, "ja")), plan(version(answers: answers))).map(\.dates)
        == [.init(from: "2026-11-02", until: "2026-11-05"), .init(from: "2026-11-05", cleared: "2026-11-09")])
  }

  @Test("it names those who lack on the day, not those who will lack or lack no longer later on")
  func standingOfTheDay() throws {
    // Father's custody ends on 31 March 2027: until then the plan waits for him too.
    let ends = try episodes(family(father: custody(22, "ja", until: "2027-03-31")), plan(version()))
    #expect(ends.map(\.dates) == [.init(from: "2026-11-02", until: "2027-04-01"), .init(from: "2027-04-01")])
    #expect(try titles(ends) == ["OPP wacht op instemming van moeder, vader", "OPP wacht op instemming van moeder"])
    // The other way round: he gets it on 1 January.
    let begins = try episodes(
      family(father: custody(22, "nee", until: "2026-12-31") + ", " + custody(23, "ja", from: "2027-01-01")),
      plan(version()))
    #expect(begins.map(\.dates) == [.init(from: "2026-11-02", until: "2027-01-01"), .init(from: "2027-01-01")])
    #expect(try titles(begins) == ["OPP wacht op instemming van moeder", "OPP wacht op instemming van moeder, vader"])
  }

  @Test("of several answers the last one given stands, whatever their order in the file")
  func latestAnswer() throws {
    let mother = family(father: custody(22, "nee"))
    let answers = [answer(31, Self.mother, "nee", on: "2026-11-05"), answer(32, Self.mother, "ja", on: "2026-11-09")]
    for order in [answers, answers.reversed()] {
      #expect(
        try episodes(mother, plan(version(answers: order))).map(\.dates)
          == [.init(from: "2026-11-02", until: "2026-11-05"), .init(from: "2026-11-05", cleared: "2026-11-09")])
    }
    let taken = [answer(31, Self.mother, "ja", on: "2026-11-05"), answer(32, Self.mother, "nee", on: "2026-11-09")]
    #expect(
      try episodes(mother, plan(version(answers: taken))).map(\.dates)
        == [.init(from: "2026-11-02", cleared: "2026-11-05"), .init(from: "2026-11-09")])
  }

  @Test("its last day is that of the plan itself, where that term runs")
  func due() throws {
    let pupil = """
      {"inschrijvingen": [{"id": "\(id(1))", "soort": "definitief", "van": "2024-08-01"}],
       "ondersteuningsniveaus": [{"id": "\(id(2))", "niveau": "extraBinnenSop", "van": "2026-10-01"}]}
      """
    // Thursday 1 October + 42 days = Thursday 12 November.
    #expect(
      try episodes(family(father: custody(22, "ja")), plan(version()), pupil: pupil).map(\.dates)
        == [.init(from: "2026-11-02", due: "2026-11-12")])
  }

  private let needsPlan = """
    {"inschrijvingen": [{"id": "\(id(1))", "soort": "definitief", "van": "2024-08-01"}],
     "ondersteuningsniveaus": [{"id": "\(id(2))", "niveau": "extraBinnenSop", "van": "2026-10-01"}]}
    """

  @Test("a first plan presses by its term; a new version beside a plan that holds has none and is asked now")
  func urgency() throws {
    let mother = family(father: custody(22, "nee"))
    let first = try episodes(mother, plan(version()), pupil: needsPlan)
    #expect(first.map(\.floor) == [nil])
    let yes = answer(31, Self.mother, "ja", on: "2026-11-05")
    let second = try episodes(
      mother,
      plan(
        version(established: "2026-11-06", answers: [yes]),
        version(51, drawn: "2027-09-01", offered: "2027-09-13")), pupil: needsPlan)
    // Its own term was long over by then: it must not count as overdue.
    #expect(second.last?.dates == .init(from: "2027-09-13"))
    #expect(second.last?.floor == .now)
  }

  @Test("a plan offered before the definitive enrolment has the term that then begins")
  func offeredEarly() throws {
    let pupil = """
      {"inschrijvingen": [{"id": "\(id(1))", "soort": "tijdelijk", "van": "2026-10-01"},
         {"id": "\(id(3))", "soort": "definitief", "van": "2026-11-09"}],
       "ondersteuningsniveaus": [{"id": "\(id(2))", "niveau": "extraBinnenSop", "van": "2026-10-01"}]}
      """
    // Monday 9 November + 42 = Monday 21 December.
    #expect(
      try episodes(family(father: custody(22, "nee")), plan(version()), pupil: pupil).map(\.dates)
        == [.init(from: "2026-11-02", due: "2026-12-21")])
  }

  @Test("a breach lasts as long as that version holds, also while a newer one waits")
  func breachUntilReplaced() throws {
    let found = try episodes(
      family(father: custody(22, "nee")),
      plan(
        version(offered: nil, established: "2026-11-06"),
        version(
          51, drawn: "2027-01-11", offered: "2027-01-18", established: "2027-02-01",
          answers: [answer(31, Self.mother, "ja", on: "2027-01-25")])))
    #expect(
      found.map(\.dates)
        == [
          .init(from: "2026-11-06", until: "2027-02-01"),
          .init(from: "2027-01-18", until: "2027-02-01", cleared: "2027-01-25"),
        ])
  }

  @Test("before 1 August 2017 no agreement was asked by law")
  func beforeTheLaw() throws {
    let mother = family(father: custody(22, "nee"))
    #expect(try episodes(mother, plan(version(drawn: "2017-06-01", offered: nil, established: "2017-07-31"))).isEmpty)
    #expect(
      try episodes(mother, plan(version(drawn: "2017-06-01", offered: nil, established: "2017-08-01"))).count == 1)
  }

  @Test("an answer without its day does not count, and the proof asks for the day; attempts are listed with theirs")
  func undatedAndAttempts() throws {
    let bench = try RuleBench("opp.instemming")
    let mother = family(father: custody(22, "nee"))
    let undated = "{\"id\": \"\(id(31))\", \"ouder\": \"\(Self.mother)\", \"instemming\": \"ja\"}"
    let open = try episodes(mother, plan(version(answers: [undated])))
    #expect(open.map(\.clearedOn) == [nil])
    #expect(
      try open.flatMap { try bench.proof(of: $0) }.contains(
        "Het antwoord van moeder staat er zonder datum. Vul de datum in."))
    let tried = """
      {"id": "\(id(31))", "ouder": "\(Self.mother)", "instemming": "onbereikbaar", "instemmingOp": "2026-11-09",
       "pogingen": [{"id": "\(id(81))", "datum": "2026-11-04", "hoe": "gebeld"}]}
      """
    let listed = try episodes(mother, plan(version(answers: [tried]))).flatMap { try bench.proof(of: $0) }
    #expect(listed.contains("Poging op wo 4 nov 2026: gebeld."))
  }

  @Test("custody unknown or nobody with custody is not met, and the title says so")
  func unknownCustody() throws {
    let answers = [answer(31, Self.mother, "ja", on: "2026-11-05")]
    let unknown = try episodes(family(father: custody(22, "onbekend")), plan(version(answers: answers)))
    #expect(unknown.map(\.dates) == [.init(from: "2026-11-02", until: "2026-11-05"), .init(from: "2026-11-05")])
    #expect(
      try titles(unknown) == ["OPP wacht op instemming van moeder", "OPP: wie gezag heeft, is niet bekend"])
    #expect(try episodes("{}", plan(version(answers: answers))).map(\.dates) == [.init(from: "2026-11-02")])
  }

  @Test("whoever gets custody later must agree too, and whoever loses it no longer")
  func custodyMoves() throws {
    let answers = [answer(31, Self.mother, "ja", on: "2026-11-05")]
    let gained = family(father: custody(22, "nee", until: "2026-11-15") + ", " + custody(23, "ja", from: "2026-11-16"))
    #expect(
      try episodes(gained, plan(version(answers: answers))).map(\.dates)
        == [.init(from: "2026-11-02", cleared: "2026-11-05"), .init(from: "2026-11-16")])
    let lost = family(father: custody(22, "ja", until: "2026-11-15"))
    #expect(
      try episodes(lost, plan(version(answers: answers))).map(\.dates)
        == [.init(from: "2026-11-02", until: "2026-11-05"), .init(from: "2026-11-05", cleared: "2026-11-16")])
  }

  @Test("agreement to another text than the present one counts for nothing")
  func staleText() throws {
    let one = family(father: custody(22, "nee"))
    let text = ", \"handelingsdeel\": {\"begeleiding\": \"2 uur RT per week\"}"
    let answers = [answer(31, Self.mother, "ja", on: "2026-11-05", hash: String(repeating: "0", count: 64))]
    let stale = try episodes(one, plan(version(answers: answers, more: text)))
    #expect(stale.map(\.dates) == [.init(from: "2026-11-02", until: "2026-11-05"), .init(from: "2026-11-05")])
    // SHA-256 of {"begeleiding":"2 uur RT per week"}, computed with sha256sum.
    let right = "9d6220cf036232ba57ab743253a3c3dcac8bedc7e129e7c4853b67cab73f80a9"
    let bound = [answer(31, Self.mother, "ja", on: "2026-11-05", hash: right)]
    #expect(
      try episodes(one, plan(version(answers: bound, more: text))).map(\.dates)
        == [.init(from: "2026-11-02", cleared: "2026-11-05")])
  }

  @Test("established without agreement is a breach at once, cleared when the last one agrees")
  func breach() throws {
    let both = family(father: custody(22, "ja"))
    let mother = answer(31, Self.mother, "ja", on: "2026-11-05")
    let found = try episodes(both, plan(version(established: "2026-11-06", answers: [mother])))
    #expect(
      found.map(\.dates)
        == [
          .init(from: "2026-11-02", until: "2026-11-05"), .init(from: "2026-11-05", until: "2026-11-06"),
          .init(from: "2026-11-06"),
        ])
    #expect(found.last?.floor == .overdue)
    #expect(try titles(found).last == "OPP vastgesteld zonder instemming van vader")
    let later = [mother, answer(32, Self.father, "ja", on: "2026-11-20")]
    #expect(
      try episodes(both, plan(version(established: "2026-11-06", answers: later))).last?.dates
        == .init(from: "2026-11-06", cleared: "2026-11-20"))
    let inTime = [mother, answer(32, Self.father, "ja", on: "2026-11-06")]
    #expect(
      try episodes(both, plan(version(established: "2026-11-06", answers: inTime))).map(\.dates)
        == [
          .init(from: "2026-11-02", until: "2026-11-05"),
          .init(from: "2026-11-05", until: "2026-11-06", cleared: "2026-11-06"),
        ])
  }

  @Test("a newer version that is offered takes the place of the one that waits")
  func newer() throws {
    let found = try episodes(
      family(father: custody(22, "nee")),
      plan(version(50), version(51, drawn: "2026-11-10", offered: "2026-11-12")))
    #expect(found.map(\.dates) == [.init(from: "2026-11-02", until: "2026-11-12"), .init(from: "2026-11-12")])
  }

  @Test("a refusal and an unreachable guardian are told as such")
  func answers() throws {
    let bench = try RuleBench("opp.instemming")
    for (word, sentence) in [("nee", "stemt niet in"), ("onbereikbaar", "niet te bereiken")] {
      let found = try episodes(
        family(father: custody(22, "nee")), plan(version(answers: [answer(31, Self.mother, word, on: "2026-11-05")])))
      let proofs = try found.map { try bench.proof(of: $0).joined(separator: " ") }
      #expect(proofs.map { $0.contains(sentence) } == [false, true])
      #expect(found.map(\.clearedOn) == [nil, nil])
    }
  }

  @Test("without the family's tab it cannot judge")
  func unreadable() throws {
    var dossier = Dossier(id: id(1))
    dossier.family = .notReadable
    let engine = RuleEngine(book: try RuleBench.book(), rules: Rule.all.filter { $0.id == "opp.instemming" })
    let judgement = engine.judge(dossier, in: engine.scope(of: SampleSchool.school(), until: day("2027-07-31")))
    #expect(judgement.episodes.isEmpty)
    #expect(judgement.unjudged.map(\.section) == [.family])
  }
}
