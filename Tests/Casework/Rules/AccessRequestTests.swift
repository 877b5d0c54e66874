import Casework
import Support
import Testing

private typealias Papers = ConsentPapers

/// A month to answer, two more where told with reasons in time (AVG 12 lid 3); dates by hand on a calendar of 2026 and 2027.
@Suite("inzage.verzoek")
struct AccessRequestTests {
  private func request(
    _ received: String? = "2026-10-05", guardian: RecordID? = Papers.mother, person: String? = nil,
    told: String? = nil, reason: String? = nil, given: String? = nil, refused: String? = nil, because: String? = nil,
    text: String? = nil, facts: String? = nil
  ) -> String {
    Papers.object([
      "id": "\(id(0x42))", "ontvangenOp": received, "ouder": guardian.map { "\($0)" }, "naam": person,
      "verlengingGemeldOp": told, "verlengingReden": reason, "gegevenOp": given, "geweigerdOp": refused,
      "weigering": because, "weigeringUitleg": text, "feitenGegevenOp": facts,
    ])
  }

  private func episodes(_ request: String, family: String = Papers.both, pupil: String = "{}") throws -> [Episode] {
    try RuleBench("inzage.verzoek").episodes([
      .family: family, .pupil: pupil, .consent: Papers.object([:], ["inzageverzoeken": [request]]),
    ])
  }

  @Test(
    "A month, to the next working day",
    arguments: [
      // Monday 5 October + 1 month = Thursday 5 November.
      ("2026-10-05", "2026-11-05", "2026-11-05"),
      // Wednesday 7 October + 1 month = Saturday 7 November: Monday 9 November.
      ("2026-10-07", "2026-11-07", "2026-11-09"),
      // Thursday 8 October + 1 month = Sunday 8 November: Monday 9 November.
      ("2026-10-08", "2026-11-08", "2026-11-09"),
      // Wednesday 25 November + 1 month = Christmas Day, a Friday: Boxing Day and Sunday follow; Monday 28 December.
      ("2026-11-25", "2026-12-25", "2026-12-28"),
      // Tuesday 1 December + 1 month = New Year's Day, a Friday: Monday 4 January.
      ("2026-12-01", "2027-01-01", "2027-01-04"),
      // 31 January + 1 month = 28 February 2027, a Sunday: Monday 1 March.
      ("2027-01-31", "2027-02-28", "2027-03-01"),
      // 26 February + 1 month = Good Friday 26 March 2027: Saturday, Easter Sunday, Easter Monday; Tuesday 30 March.
      ("2027-02-26", "2027-03-26", "2027-03-30"),
    ])
  func term(received: String, due: String, lastDay: String) throws {
    #expect(
      try episodes(request(received)).map(\.dates) == [.init(from: received, due: due, lastDay: lastDay)])
  }

  @Test(
    "Two months longer only where told, with a reason, by the last day of the first month",
    arguments: [
      // 7 October: first month to Saturday 7, so Monday 9 November. + 3 months = Thursday 7 January 2027.
      ("2026-11-09", "veel stukken", "2027-01-07", "2027-01-07"),
      ("2026-11-10", "veel stukken", "2026-11-07", "2026-11-09"),
      ("2026-11-02", nil, "2026-11-07", "2026-11-09"), ("2026-11-02", "  ", "2026-11-07", "2026-11-09"),
    ] as [(String, String?, String, String)])
  func extended(told: String, reason: String?, due: String, lastDay: String) throws {
    #expect(
      try episodes(request("2026-10-07", told: told, reason: reason)).map(\.dates)
        == [.init(from: "2026-10-07", due: due, lastDay: lastDay)])
  }

  @Test("Three months are counted from the receipt, not from the end of the first")
  func extendedFromTheReceipt() throws {
    // 31 January + 3 months = 30 April 2027, a Friday; from 28 February it would be the 28th.
    #expect(
      try episodes(request("2027-01-31", told: "2027-02-15", reason: "veel")).map(\.dates)
        == [.init(from: "2027-01-31", due: "2027-04-30")])
  }

  @Test("Given, or refused with a reason")
  func answered() throws {
    func cleared(_ request: String, family: String = Papers.both) throws -> [String?] {
      try episodes(request, family: family).map { $0.clearedOn?.iso }
    }
    #expect(try cleared(request(given: "2026-11-05")) == ["2026-11-05"])
    #expect(try cleared(request(given: "2026-11-20")) == ["2026-11-20"])
    #expect(try cleared(request(refused: "2026-10-20")) == [nil])
    #expect(try cleared(request(refused: "2026-10-20", because: "gegevensVanAnderen")) == ["2026-10-20"])
    #expect(try cleared(request(refused: "2026-10-20", text: "Het gaat om een ander kind.")) == ["2026-10-20"])
    #expect(try cleared(request(because: "gegevensVanAnderen")) == [nil])
    #expect(try cleared(request(given: "2026-10-30", refused: "2026-10-20", because: "anders")) == ["2026-10-20"])
    // A day before it came in was filled in wrongly: it counts from the receipt.
    #expect(try cleared(request(given: "2026-10-01")) == ["2026-10-05"])
  }

  @Test("Refused for want of custody: only to who has none on that day")
  func refusedForCustody() throws {
    func cleared(_ father: String) throws -> String? {
      let request = request(guardian: Papers.father, refused: "2026-10-20", because: "geenGezag")
      return try episodes(request, family: Papers.family(father: father)).first?.clearedOn?.iso
    }
    #expect(try cleared(Papers.custody("nee")) == "2026-10-20")
    #expect(try cleared(Papers.custody("ja")) == nil)
    #expect(try cleared(Papers.custody("ja", until: "2026-10-19")) == "2026-10-20")
    #expect(try cleared(Papers.custody("ja", until: "2026-10-20")) == nil)
    #expect(try cleared(Papers.custody("onbekend")) == "2026-10-20")
  }

  @Test("The facts of BW 1:377c answer a guardian without custody, and nobody else")
  func facts() throws {
    func cleared(_ father: String) throws -> String? {
      let request = request(guardian: Papers.father, facts: "2026-10-20")
      return try episodes(request, family: Papers.family(father: father)).first?.clearedOn?.iso
    }
    #expect(try cleared(Papers.custody("nee")) == "2026-10-20")
    #expect(try cleared(Papers.custody("ja")) == nil)
    #expect(try cleared(Papers.custody("onbekend")) == nil)
  }

  @Test("Without a day of receipt it counts from the day it was written down; without that too there is no day")
  func undated() throws {
    let written = request(nil).dropLast() + #", "op": "2026-10-05T10:00:00Z"}"#
    let found = try episodes(String(written))
    #expect(found.map(\.dates) == [.init(from: "2026-10-05", due: "2026-11-05")])
    let proof = try RuleBench("inzage.verzoek").proof(of: try #require(found.first))
    #expect(
      proof.first
        == "Moeder vroeg om inzage. De dag staat er niet bij; er is geteld vanaf ma 5 okt 2026, toen het is opgeschreven."
    )
    #expect(try episodes(request(nil)).isEmpty)
  }

  @Test("It goes on after the pupil left, not when taken back, and not before the AVG")
  func otherTimes() throws {
    let left =
      #"{"inschrijvingen": [{"id": "\#(id(3))", "soort": "definitief", "van": "2020-08-01", "tot": "2026-07-31"}]}"#
    #expect(try episodes(request(), pupil: left).map(\.dates) == [.init(from: "2026-10-05", due: "2026-11-05")])
    #expect(try episodes(Papers.takenBack(request())).isEmpty)
    #expect(try episodes(request("2018-05-24")).isEmpty)
    #expect(try episodes(request("2018-05-25")).count == 1)
  }

  @Test("The proof counts the month out and says why its last day moved, and who asks")
  func proof() throws {
    let bench = try RuleBench("inzage.verzoek")
    let found = try episodes(
      request("2026-10-07", guardian: Papers.father, told: "2026-11-10", reason: "veel"), family: Papers.motherAlone)
    #expect(
      try bench.proof(of: try #require(found.first)) == [
        "Vader vroeg op wo 7 okt 2026 om inzage.",
        "Vader heeft op wo 7 okt 2026 geen gezag en dus geen recht op inzage. Weiger met die reden, of geef op verzoek de belangrijke feiten (BW 1:377c).",
        "wo 7 okt 2026 + 1 maand = za 7 nov 2026.", "za 7 nov 2026 telt niet als laatste dag: zaterdag.",
        "zo 8 nov 2026 telt niet als laatste dag: zondag.",
        "De termijn loopt door tot de eerste werkdag: ma 9 nov 2026.",
        "Dat het langer duurt, is op di 10 nov 2026 gemeld. Dat kon tot en met ma 9 nov 2026, dus dit telt niet.",
      ])
    #expect(try bench.title(of: try #require(found.first)) == "Inzage: antwoord uiterlijk ma 9 nov")
    let other = try episodes(request(guardian: nil, person: "oma"))
    #expect(
      try bench.proof(of: try #require(other.first))[1]
        == "Oma is geen ouder uit het tabblad Leerling. Ga na namens wie het verzoek is.")
  }
}
