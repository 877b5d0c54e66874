import Casework
import Support
import Testing

private typealias Papers = ConsentPapers

/// Examining a pupil with the parents' consent and knowledge (§2.3); dates by hand.
@Suite("onderzoek.toestemming, .informeren, .uitkomst")
struct ExaminationTests {
  private static let mother = Papers.mother
  private static let father = Papers.father
  private static let left =
    #"{"inschrijvingen": [{"id": "\#(id(3))", "soort": "definitief", "van": "2020-08-01", "tot": "2026-10-31"}]}"#

  private static func answer(_ number: UInt64, _ guardian: RecordID?, _ answer: String = "ja", on: String?) -> String {
    Papers.object(
      ["id": "\(id(number))", "ouder": guardian.map { "\($0)" }, "toestemming": answer, "datum": on])
  }

  private static func mothers(_ on: String? = "2026-11-05") -> String { answer(1, mother, on: on) }
  private static func fathers(_ on: String? = "2026-11-05") -> String { answer(2, father, on: on) }

  private func examination(
    kind: String? = "psychologisch", by: String? = "school", asked: String? = nil, planned: String? = nil,
    done: String? = nil, answers: [String] = [], told: [String] = [], parents: String? = nil, sharing: String? = nil,
    sharedOn: String? = nil, received: String? = nil
  ) -> String {
    Papers.object(
      [
        "id": "\(id(0x30))", "soort": kind, "gevraagdDoor": by, "gevraagdOp": asked, "geplandOp": planned,
        "uitgevoerdOp": done, "uitkomstOudersOp": parents, "delen": sharing, "delenOp": sharedOn,
        "ontvangenOp": received,
      ], ["toestemmingen": answers, "oudersIngelicht": told])
  }

  private func episodes(
    _ rule: RuleID, _ examination: String, family: String = Papers.both, pupil: String = "{}"
  ) throws -> [Episode] {
    try RuleBench(rule).episodes([
      .family: family, .examination: Papers.object([:], ["onderzoeken": [examination]]), .pupil: pupil,
    ])
  }

  private func lines(_ rule: RuleID, _ examination: String, family: String = Papers.both) throws -> [String] {
    try episodes(rule, examination, family: family).map(\.line)
  }

  // MARK: - onderzoek.toestemming

  private static let breach = "2026-11-26 due - last - until - cleared - nu erkennen"
  private static let normBreach = "2026-11-26 due - last - until - cleared - norm nu erkennen"

  @Test(
    "Done on 26 November: the law asks one guardian and no refusal, the norm every one, on that day at the latest",
    arguments: [
      ([], [breach]), ([mothers()], [normBreach]), ([mothers(), fathers()], []),
      ([mothers("2026-11-26"), fathers("2026-11-26")], []), ([mothers(), fathers("2026-11-27")], [normBreach]),
      ([mothers("2026-11-27")], [breach]), ([mothers(nil), fathers()], [normBreach]),
      // A refusal stops it, from its day; one without a date was made at some time.
      ([mothers(), answer(2, father, "nee", on: "2026-11-26")], [breach]),
      ([mothers(), answer(2, father, "nee", on: "2026-11-27")], [normBreach]),
      ([mothers(), answer(2, father, "nee", on: nil)], [breach]),
      ([mothers(), answer(2, nil, "nee", on: "2026-11-05")], [breach]),
      // The last answer counts; on one day the no.
      ([mothers(), answer(2, father, "nee", on: "2026-11-05"), answer(3, father, on: "2026-11-09")], []),
      ([mothers(), fathers(), answer(3, father, "nee", on: "2026-11-09")], [breach]),
      ([mothers(), fathers(), answer(3, father, "nee", on: "2026-11-05")], [breach]),
      ([mothers(), fathers(), answer(3, father, "open", on: "2026-11-09")], [normBreach]),
      ([mothers(), Papers.takenBack(fathers())], [normBreach]),
    ])
  func done(answers: [String], expected: [String]) throws {
    #expect(try lines("onderzoek.toestemming", examination(done: "2026-11-26", answers: answers)) == expected)
  }

  @Test(
    "Custody of the day of the examination, and of the day it was given",
    arguments: [
      (Papers.motherAlone, []), (Papers.family(father: Papers.custody("ja", until: "2026-11-25")), []),
      (Papers.family(father: Papers.custody("ja", until: "2026-11-26")), [normBreach]),
      (Papers.family(father: Papers.custody("onbekend")), [normBreach]), (Papers.family(), [breach]),
      (Papers.family(Papers.guardian(mother, "moeder", Papers.custody("onbekend"))), [breach]),
      (Papers.family(Papers.guardian(mother, "moeder", Papers.custody("ja", from: "2026-11-06"))), [breach]),
      (Papers.family(Papers.guardian(mother, "moeder", Papers.custody("ja", from: "2026-11-05"))), []),
    ])
  func custody(family: String, expected: [String]) throws {
    let found = try lines(
      "onderzoek.toestemming", examination(done: "2026-11-26", answers: [Self.mothers()]), family: family)
    #expect(found == expected)
  }

  @Test("A refusal of who has no custody counts for nothing; of whom it is unknown it does")
  func refusalByCustody() throws {
    let answers = [Self.mothers(), Self.answer(2, Self.father, "nee", on: "2026-11-05")]
    func found(_ father: String) throws -> [String] {
      try lines(
        "onderzoek.toestemming", examination(done: "2026-11-26", answers: answers),
        family: Papers.family(father: father))
    }
    #expect(try found(Papers.custody("nee")) == [])
    #expect(try found(Papers.custody("onbekend")) == [Self.breach])
  }

  @Test("Only psychological, and not where the parents asked for it; what nobody wrote down may be")
  func which() throws {
    for kind in ["didactisch", "observatie", "medisch", "anders", "later woord"] {
      #expect(try lines("onderzoek.toestemming", examination(kind: kind, done: "2026-11-26")).isEmpty)
    }
    #expect(try lines("onderzoek.toestemming", examination(by: "ouders", done: "2026-11-26")).isEmpty)
    for asker in ["anders", nil] {
      #expect(try lines("onderzoek.toestemming", examination(by: asker, done: "2026-11-26")) == [Self.breach])
    }
    let unclear = try episodes("onderzoek.toestemming", examination(kind: nil, done: "2026-11-26"))
    let proof = try RuleBench("onderzoek.toestemming").proof(of: try #require(unclear.first))
    #expect(proof.contains { $0.hasPrefix("Wat voor onderzoek het is, staat er niet bij.") })
  }

  @Test("Before it: asked from the day of the request, or four weeks before it is planned, until consent is there")
  func before() throws {
    let open = "2026-11-02 due - last - until - cleared - nu"
    #expect(try lines("onderzoek.toestemming", examination(asked: "2026-11-02", planned: "2026-11-26")) == [open])
    // Thursday 26 November − 28 days = Thursday 29 October.
    #expect(
      try lines("onderzoek.toestemming", examination(planned: "2026-11-26"))
        == ["2026-10-29 due - last - until - cleared - nu"])
    #expect(
      try lines(
        "onderzoek.toestemming",
        examination(asked: "2026-11-02", answers: [Self.mothers("2026-11-05"), Self.fathers("2026-11-09")]))
        == [
          "2026-11-02 due - last - until - cleared 2026-11-05 nu",
          "2026-11-05 due - last - until - cleared 2026-11-09 norm nu",
        ])
    #expect(
      try lines("onderzoek.toestemming", examination(asked: "2026-11-02", done: "2026-11-26"))
        == ["2026-11-02 due - last - until 2026-11-26 cleared - nu", Self.breach])
    #expect(try lines("onderzoek.toestemming", Papers.takenBack(examination(asked: "2026-11-02"))).isEmpty)
    #expect(try lines("onderzoek.toestemming", examination()).isEmpty)
  }

  @Test("Custody on the planned day counts for what is asked before it")
  func plannedCustody() throws {
    let family = Papers.family(father: Papers.custody("ja", from: "2026-11-26"))
    let answers = [Self.mothers("2026-11-02")]
    #expect(
      try lines(
        "onderzoek.toestemming", examination(asked: "2026-11-02", planned: "2026-11-26", answers: answers),
        family: family) == ["2026-11-02 due - last - until - cleared - norm nu"])
    #expect(
      try lines(
        "onderzoek.toestemming", examination(asked: "2026-11-02", planned: "2026-11-25", answers: answers),
        family: family) == ["2026-11-26 due - last - until - cleared - norm nu"])
  }

  @Test("Where its day is not on record, an outcome shows that it was done")
  func byOutcome() throws {
    let found = try episodes(
      "onderzoek.toestemming", examination(parents: "2026-12-03", received: "2026-12-01"))
    #expect(found.map(\.line) == ["2026-12-01 due - last - until - cleared - nu erkennen"])
    // An outcome from before the day that was filled in: by then it was done.
    #expect(
      try lines("onderzoek.toestemming", examination(done: "2026-12-02", received: "2026-12-01"))
        == ["2026-12-01 due - last - until - cleared - nu erkennen"])
    let proof = try RuleBench("onderzoek.toestemming").proof(of: try #require(found.first))
    #expect(
      proof.first
        == "Op di 1 dec 2026 was er een uitkomst (psychologisch onderzoek). Toen was het dus al gedaan."
    )
  }

  @Test("What was done without consent shows after the pupil left; what was only asked does not")
  func departure() throws {
    let both = examination(asked: "2026-11-02", done: "2026-11-26")
    #expect(
      try episodes("onderzoek.toestemming", both, pupil: Self.left).map(\.line) == [Self.breach])
    #expect(
      try episodes("onderzoek.informeren", both, pupil: Self.left).map(\.line) == [Self.breach])
    #expect(
      try episodes("onderzoek.uitkomst", examination(received: "2026-11-26"), pupil: Self.left).isEmpty)
  }

  @Test("The proof: what was done when, each guardian's answer, what law and norm make of it")
  func proof() throws {
    let found = try episodes(
      "onderzoek.toestemming",
      examination(
        asked: "2026-11-02", done: "2026-11-26",
        answers: [Self.mothers(), Self.answer(2, Self.father, "nee", on: "2026-11-09")]))
    let bench = try RuleBench("onderzoek.toestemming")
    let episode = try #require(found.last)
    #expect(
      try bench.proof(of: episode) == [
        "Om het onderzoek is gevraagd op ma 2 nov 2026.", "Gedaan op do 26 nov 2026: psychologisch onderzoek.",
        "Moeder gaf toestemming op do 5 nov 2026.", "Vader gaf op ma 9 nov 2026 geen toestemming.",
        "Nodig is toestemming van ten minste één ouder met gezag, en van geen ander een nee. Die is er niet.",
      ])
    #expect(try bench.title(of: episode) == "Onderzocht zonder toestemming")
    #expect(episode.proof.first?.place == Act(.examination, list: "onderzoeken", record: id(0x30)))
  }

  // MARK: - onderzoek.informeren

  private static func told(_ mother: String?, _ father: String?) -> [String] {
    [mother.map { Papers.told(1, Self.mother, $0) }, father.map { Papers.told(2, Self.father, $0) }].compactMap(\.self)
  }

  @Test("Every kind, also where the parents asked for it: told before it is done, else for good")
  func informing() throws {
    for kind in ["psychologisch", "didactisch", "observatie", "medisch", "anders", nil] {
      #expect(try lines("onderzoek.informeren", examination(kind: kind, done: "2026-11-26")) == [Self.breach])
    }
    #expect(try lines("onderzoek.informeren", examination(by: "ouders", done: "2026-11-26")) == [Self.breach])
    func found(_ told: [String], asked: String? = nil, done: String? = "2026-11-26") throws -> [String] {
      try lines("onderzoek.informeren", examination(asked: asked, done: done, told: told))
    }
    #expect(try found(Self.told("2026-11-26", "2026-11-26")) == [])
    #expect(try found(Self.told("2026-11-02", "2026-11-27")) == [Self.breach])
    #expect(try found(Self.told("2026-11-02", nil)) == [Self.breach])
    #expect(
      try found(Self.told("2026-11-02", "2026-11-05"), asked: "2026-11-02", done: nil)
        == ["2026-11-02 due - last - until - cleared 2026-11-05 nu"])
    #expect(try found(Self.told("2026-11-02", "2026-11-02"), asked: "2026-11-02", done: nil) == [])
    #expect(
      try lines(
        "onderzoek.informeren", examination(done: "2026-11-26", told: Self.told("2026-11-02", nil)),
        family: Papers.family(father: Papers.custody("onbekend"))) == [Self.breach])
    #expect(
      try lines(
        "onderzoek.informeren", examination(done: "2026-11-26", told: Self.told("2026-11-02", nil)),
        family: Papers.motherAlone) == [])
    #expect(try lines("onderzoek.informeren", Papers.takenBack(examination(done: "2026-11-26"))).isEmpty)
  }

  // MARK: - onderzoek.uitkomst

  @Test(
    "The school had the outcome on 5 November: parents had it that day at the latest and had decided what to share",
    arguments: [
      // parents had it, shares, decided on; asked, and whether nothing can undo it
      ("2026-11-05", "alles", "2026-11-05", nil), ("2026-11-06", "alles", "2026-11-05", true),
      ("2026-11-05", "deel", "2026-11-06", true), (nil, "alles", "2026-11-05", false),
      ("2026-11-05", nil, nil, false), ("2026-11-05", "alles", nil, false), ("2026-11-05", "niets", "2026-11-05", true),
      (nil, nil, nil, false), ("2026-11-06", nil, nil, true),
    ] as [(String?, String?, String?, Bool?)])
  func outcome(parents: String?, sharing: String?, sharedOn: String?, expected: Bool?) throws {
    let found = try lines(
      "onderzoek.uitkomst",
      examination(
        done: "2026-10-13", parents: parents, sharing: sharing, sharedOn: sharedOn, received: "2026-11-05"))
    let open = "2026-11-05 due - last - until - cleared - nu"
    #expect(found == (expected.map { [$0 ? open + " erkennen" : open] } ?? []))
  }

  @Test("As long as the school has nothing, nothing is asked; the proof names each thing that lacks")
  func outcomeProof() throws {
    #expect(try lines("onderzoek.uitkomst", examination(done: "2026-10-13")).isEmpty)
    let found = try episodes(
      "onderzoek.uitkomst", examination(parents: "2026-11-09", received: "2026-11-05"))
    let bench = try RuleBench("onderzoek.uitkomst")
    #expect(
      try bench.proof(of: try #require(found.first)) == [
        "De school kreeg de uitkomst op do 5 nov 2026.", "De ouders kregen de uitkomst pas op ma 9 nov 2026.",
        "Wat de ouders willen delen, staat er niet bij.",
      ])
  }
}
