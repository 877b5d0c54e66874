import Casework
import Support
import Testing

private typealias Papers = ConsentPapers

/// What staff need before they do a medical act (§3.7, 3.9; BIG 35-38); dates by hand.
@Suite("medisch.toestemming, .bestuur, .vrijwillig, .bekwaam")
struct MedicalActTests {
  private static let mother = Papers.mother
  private static let father = Papers.father
  private static let left =
    #"{"inschrijvingen": [{"id": "\#(id(3))", "soort": "definitief", "van": "2020-08-01", "tot": "2026-11-30"}]}"#

  /// A performer; working at school and willing unless told.
  private static func performer(
    _ number: UInt64 = 0x44, staff: String? = "ja", willing: String? = "ja", saidOn: String? = "2026-10-01",
    instructed: String? = nil, able: String? = nil, ableUntil: String? = nil
  ) -> String {
    Papers.object([
      "id": "\(id(number))", "naam": "Mark", "personeel": staff, "vrijwillig": willing, "vrijwilligOp": saidOn,
      "instructieOp": instructed, "bekwaamOp": able, "bekwaamTot": ableUntil,
    ])
  }

  private static func answer(_ number: UInt64, _ guardian: RecordID, _ answer: String = "ja", on: String?) -> String {
    Papers.object(["id": "\(id(number))", "ouder": "\(guardian)", "toestemming": answer, "datum": on])
  }

  /// From Monday 2 November 2026 unless told.
  private func act(
    kind: String? = "medicijn", from: String? = "2026-11-02", until: String? = nil,
    performers: [String] = [performer()], answers: [String] = [], board: String? = nil, boardOn: String? = nil
  ) -> String {
    Papers.object(
      [
        "id": "\(id(0x43))", "wat": "Ritalin", "soort": kind, "van": from, "tot": until, "bestuur": board,
        "bestuurOp": boardOn,
      ], ["uitvoerders": performers, "toestemmingen": answers])
  }

  private func episodes(
    _ rule: RuleID, _ act: String, family: String = Papers.both, pupil: String = "{}"
  ) throws -> [Episode] {
    try RuleBench(rule).episodes([
      .family: family, .pupil: pupil, .medical: Papers.object([:], ["handelingen": [act]]),
    ])
  }

  private func lines(_ rule: RuleID, _ act: String, family: String = Papers.both) throws -> [String] {
    try episodes(rule, act, family: family).map(\.line)
  }

  // Monday 2 November − 28 days = Monday 5 October.
  private static let open = "2026-10-05 due 2026-11-02 last 2026-11-02 until - cleared -"
  private static let openNorm = open + " norm"

  // MARK: - medisch.toestemming

  @Test(
    "Consent of one guardian by law, of every one by the norm, on the first day at the latest",
    arguments: [
      ([], [open]), ([answer(1, mother, on: "2026-10-01")], [openNorm]),
      ([answer(1, mother, on: "2026-10-01"), answer(2, father, on: "2026-10-05")], []),
      (
        [answer(1, mother, on: "2026-10-01"), answer(2, father, on: "2026-11-02")],
        ["2026-10-05 due 2026-11-02 last 2026-11-02 until - cleared 2026-11-02 norm"]
      ),
      (
        [answer(1, mother, on: "2026-11-05")],
        [
          "2026-10-05 due 2026-11-02 last 2026-11-02 until - cleared 2026-11-05",
          "2026-11-05 due - last - until - cleared - norm nu",
        ]
      ),
      // A refusal stops it; so does one said later, from its day.
      ([answer(1, mother, on: "2026-10-01"), answer(2, father, "nee", on: "2026-10-01")], [open]),
      (
        [
          answer(1, mother, on: "2026-10-01"), answer(2, father, on: "2026-10-01"),
          answer(3, father, "nee", on: "2026-11-20"),
        ], ["2026-11-20 due - last - until - cleared - nu"]
      ),
      ([answer(1, mother, on: nil), answer(2, father, on: nil)], [open]),
    ])
  func consent(answers: [String], expected: [String]) throws {
    #expect(try lines("medisch.toestemming", act(answers: answers)).map { $0 } == expected)
  }

  @Test("A guardian who gets custody while the act goes on is asked from that day")
  func laterCustody() throws {
    let family = Papers.family(father: Papers.custody("ja", from: "2026-12-01"))
    let answers = [Self.answer(1, Self.mother, on: "2026-10-01")]
    #expect(
      try lines("medisch.toestemming", act(answers: answers), family: family)
        == ["2026-12-01 due - last - until - cleared - norm nu"])
    #expect(
      try lines("medisch.toestemming", act(until: "2026-11-30", answers: answers), family: family).isEmpty)
    let unknown = Papers.family(father: Papers.custody("onbekend"))
    #expect(try lines("medisch.toestemming", act(answers: answers), family: unknown) == [Self.openNorm])
    #expect(try lines("medisch.toestemming", act(answers: answers), family: Papers.motherAlone).isEmpty)
    #expect(try lines("medisch.toestemming", act(answers: answers), family: Papers.family()) == [Self.open])
  }

  @Test(
    "Only where staff do it: unless everyone is known to be from outside",
    arguments: [
      "medisch.toestemming", "medisch.bestuur",
    ] as [RuleID])
  func byStaff(rule: RuleID) throws {
    func asks(_ performers: String...) throws -> Bool { try !lines(rule, act(performers: performers)).isEmpty }
    #expect(try asks(Self.performer(staff: "ja")))
    #expect(try asks(Self.performer(staff: "onbekend")))
    #expect(try asks(Self.performer(staff: nil)))
    #expect(try asks())
    #expect(try !asks(Self.performer(staff: "nee")))
    #expect(try asks(Self.performer(staff: "nee"), Self.performer(0x45, staff: "ja")))
    #expect(try !asks(Self.performer(staff: "nee"), Papers.takenBack(Self.performer(0x45, staff: "ja"))))
    #expect(try lines(rule, Papers.takenBack(act())).isEmpty)
    #expect(try lines(rule, act(from: nil)).isEmpty)
  }

  @Test(
    "It ends the day after the act does, and when the pupil left",
    arguments: [
      "medisch.toestemming", "medisch.bestuur", "medisch.vrijwillig", "medisch.bekwaam",
    ] as [RuleID])
  func over(rule: RuleID) throws {
    let performers = [Self.performer(willing: nil)]
    #expect(
      try lines(rule, act(kind: "voorbehouden", until: "2026-12-18", performers: performers))
        == ["2026-10-05 due 2026-11-02 last 2026-11-02 until 2026-12-19 cleared -"])
    #expect(
      try episodes(rule, act(kind: "voorbehouden", performers: performers), pupil: Self.left).map(\.line)
        == ["2026-10-05 due 2026-11-02 last 2026-11-02 until 2026-12-01 cleared -"])
  }

  // MARK: - medisch.bestuur

  @Test(
    "Approved by the board, with its day",
    arguments: [
      ("ja", "2026-10-05", []),
      ("ja", "2026-11-02", ["2026-10-05 due 2026-11-02 last 2026-11-02 until - cleared 2026-11-02"]),
      ("ja", "2026-11-03", ["2026-10-05 due 2026-11-02 last 2026-11-02 until - cleared 2026-11-03"]),
      ("ja", nil, [open]), ("nee", "2026-10-05", [open]), ("open", nil, [open]), (nil, nil, [open]),
    ] as [(String?, String?, [String])])
  func board(answer: String?, on: String?, expected: [String]) throws {
    #expect(try lines("medisch.bestuur", act(board: answer, boardOn: on)) == expected)
  }

  @Test("A board that said no is told as such")
  func boardRefused() throws {
    let found = try episodes("medisch.bestuur", act(board: "nee", boardOn: "2026-10-20"))
    let bench = try RuleBench("medisch.bestuur")
    let episode = try #require(found.first)
    #expect(try bench.title(of: episode) == "Bestuur is niet akkoord: Ritalin")
    #expect(
      try bench.proof(of: episode) == [
        "Vanaf ma 2 nov 2026: Ritalin.",
        "Het bestuur ging op di 20 okt 2026 niet akkoord: dan doet personeel dit niet.",
      ])
  }

  // MARK: - medisch.vrijwillig

  @Test(
    "Each member of staff said to be willing, with the day",
    arguments: [
      ("ja", "2026-10-05", []),
      ("ja", "2026-11-03", ["2026-10-05 due 2026-11-02 last 2026-11-02 until - cleared 2026-11-03"]),
      ("ja", nil, [open]), ("nee", "2026-10-01", [open]), ("onbekend", "2026-10-01", [open]), (nil, nil, [open]),
    ] as [(String?, String?, [String])])
  func willing(answer: String?, on: String?, expected: [String]) throws {
    let performers = [Self.performer(willing: answer, saidOn: on)]
    #expect(try lines("medisch.vrijwillig", act(performers: performers)) == expected)
    let outsider = [Self.performer(staff: "nee", willing: answer, saidOn: on)]
    #expect(try lines("medisch.vrijwillig", act(performers: outsider)).isEmpty)
  }

  @Test("Each is asked apart; where nobody is named, somebody is to be found")
  func several() throws {
    let performers = [Self.performer(willing: nil), Self.performer(0x45, willing: "nee"), Self.performer(0x46)]
    let found = try episodes("medisch.vrijwillig", act(performers: performers))
    #expect(found.map(\.id.records) == [[id(0x43), id(0x44)], [id(0x43), id(0x45)]])
    let nobody = try episodes("medisch.vrijwillig", act(performers: []))
    let bench = try RuleBench("medisch.vrijwillig")
    #expect(try bench.title(of: try #require(nobody.first)) == "Wie doet dit vrijwillig: Ritalin?")
    #expect(nobody.count == 1)
  }

  // MARK: - medisch.bekwaam

  @Test(
    "A reserved act: instructed and found able on the first day at the latest, and for as long as it goes on",
    arguments: [
      (performer(), [open]), (performer(instructed: "2026-10-01"), [open]), (performer(able: "2026-10-01"), [open]),
      (performer(instructed: "2026-10-01", able: "2026-10-05"), []),
      (
        performer(instructed: "2026-11-03", able: "2026-10-05"),
        ["2026-10-05 due 2026-11-02 last 2026-11-02 until - cleared 2026-11-03"]
      ),
      // Ends the day before the act begins; on its first day it still counts, and ends after it.
      (performer(instructed: "2026-10-01", able: "2026-10-01", ableUntil: "2026-11-01"), [open]),
      (
        performer(instructed: "2026-10-01", able: "2026-10-01", ableUntil: "2026-11-02"),
        ["2026-11-02 due 2026-11-02 last 2026-11-02 until - cleared -"]
      ),
      // Known beforehand: in sight 28 days before Friday 29 January 2027, on Friday 1 January.
      (
        performer(instructed: "2026-10-01", able: "2026-10-01", ableUntil: "2027-01-29"),
        ["2027-01-01 due 2027-01-29 last 2027-01-29 until - cleared -"]
      ),
    ])
  func able(performer: String, expected: [String]) throws {
    #expect(try lines("medisch.bekwaam", act(kind: "voorbehouden", performers: [performer])) == expected)
  }

  @Test("Only a reserved act, done by staff; of what nobody wrote down it is not known that it is none")
  func reserved() throws {
    for kind in ["medicijn", "verzorging", "later woord"] {
      #expect(try lines("medisch.bekwaam", act(kind: kind)).isEmpty)
    }
    #expect(try lines("medisch.bekwaam", act(kind: nil)) == [Self.open])
    #expect(
      try lines("medisch.bekwaam", act(kind: "voorbehouden", performers: [Self.performer(staff: "nee")])).isEmpty)
    #expect(
      try lines("medisch.bekwaam", act(kind: "voorbehouden", performers: [Self.performer(staff: nil)])) == [Self.open])
    // An end after the act's own last day asks nothing.
    let performer = Self.performer(instructed: "2026-10-01", able: "2026-10-01", ableUntil: "2026-12-18")
    #expect(
      try lines("medisch.bekwaam", act(kind: "voorbehouden", until: "2026-12-18", performers: [performer])).isEmpty)
  }

  @Test("The proof tells what is there and what lacks")
  func proof() throws {
    let performer = Self.performer(staff: nil, instructed: "2026-10-01", able: "2026-11-09", ableUntil: "2027-07-31")
    let found = try episodes(
      "medisch.bekwaam", act(kind: "voorbehouden", until: "2027-07-16", performers: [performer]))
    #expect(
      try RuleBench("medisch.bekwaam").proof(of: try #require(found.first)) == [
        "Van ma 2 nov 2026 tot en met vr 16 jul 2027: Ritalin.", "Of Mark op school werkt, staat er niet bij.",
        "Mark kreeg instructie op do 1 okt 2026.", "Mark is pas op ma 9 nov 2026 bekwaam verklaard.",
      ])
  }
}
