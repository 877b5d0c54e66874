import Casework
import Support
import Testing

private typealias Papers = ConsentPapers

/// A consent that ends before the data go (§3.9); dates by hand.
@Suite("toestemming.verloopt")
struct ExpiringConsentTests {
  private static let mother = Papers.mother

  private func lines(
    _ disclosures: [String], _ consents: [String], family: String = Papers.motherAlone, pupil: String = "{}"
  ) throws -> [String] {
    try RuleBench("toestemming.verloopt").episodes([
      .family: family, .consent: Papers.tab(disclosures, consents), .pupil: pupil,
    ]).map(\.line)
  }

  private func consent(_ on: String? = "2026-09-01", until: String? = "2026-11-30", withdrawn: String? = nil) -> String
  {
    Papers.consent(1, Self.mother, on: on, until: until, withdrawn: withdrawn)
  }

  // Monday 30 November − 28 days = Monday 2 November.
  private static let open = "2026-11-02 due 2026-11-30 last 2026-11-30 until - cleared -"

  @Test("A planned exchange after its last day brings it in sight 28 days before; one on that day does not")
  func edges() throws {
    #expect(try lines([Papers.disclosure(planned: "2026-12-01")], [consent()]) == [Self.open])
    #expect(try lines([Papers.disclosure(planned: "2026-11-30")], [consent()]).isEmpty)
    #expect(try lines([], [consent()]).isEmpty)
    #expect(try lines([Papers.disclosure(planned: "2026-12-01")], [consent(until: nil)]).isEmpty)
    #expect(try lines([Papers.disclosure(done: "2026-12-01")], [consent()]).isEmpty)
    // Given within those 28 days: in sight from the day it was given.
    #expect(
      try lines([Papers.disclosure(planned: "2026-12-01")], [consent("2026-11-20")])
        == ["2026-11-20 due 2026-11-30 last 2026-11-30 until - cleared -"])
  }

  @Test("Only an exchange that would rest on it: this party, purpose and data, and on consent at all")
  func sameExchange() throws {
    for other in [
      Papers.disclosure(planned: "2026-12-01", party: "GGZ"),
      Papers.disclosure(planned: "2026-12-01", purpose: "anders"),
      Papers.disclosure(planned: "2026-12-01", data: "toetsen"), Papers.disclosure(planned: "2026-12-01", basis: "tlv"),
      Papers.takenBack(Papers.disclosure(planned: "2026-12-01")),
    ] {
      #expect(try lines([other], [consent()]).isEmpty)
    }
    let named = Papers.disclosure(planned: "2026-12-01", data: "toetsen", consents: [1])
    #expect(try lines([named], [consent()]) == [Self.open])
  }

  @Test(
    "Renewed by the same guardian, for that day",
    arguments: [
      ("2026-11-09", nil, "2026-11-02 due 2026-11-30 last 2026-11-30 until - cleared 2026-11-09"),
      ("2026-11-09", "2026-12-10", "2026-11-02 due 2026-11-30 last 2026-11-30 until - cleared 2026-11-09"),
      // Ends a day too early itself: then it is the new one that ends, on 9 December.
      ("2026-11-09", "2026-12-09", open),
    ] as [(String, String?, String)])
  func renewed(on: String, until: String?, expected: String) throws {
    let found = try lines(
      [Papers.disclosure(planned: "2026-12-10")], [consent(), Papers.consent(2, Self.mother, on: on, until: until)])
    #expect(found.first == expected)
  }

  @Test("One given before it came in sight leaves nothing to ask; the other guardian's does not renew hers")
  func renewedBefore() throws {
    let planned = [Papers.disclosure(planned: "2026-12-10")]
    #expect(try lines(planned, [consent(), Papers.consent(2, Self.mother, on: "2026-11-02")]).isEmpty)
    #expect(
      try lines(planned, [consent(), Papers.consent(2, Papers.father, on: "2026-11-02")], family: Papers.both)
        == [Self.open])
    #expect(
      try lines(planned, [consent(), Papers.takenBack(Papers.consent(2, Self.mother, on: "2026-11-02"))])
        == [Self.open])
  }

  @Test("It falls away when the data went, when it was withdrawn and when the pupil left")
  func fallsAway() throws {
    #expect(
      try lines([Papers.disclosure(planned: "2026-12-10", done: "2026-11-20")], [consent()])
        == ["2026-11-02 due 2026-11-30 last 2026-11-30 until 2026-11-20 cleared -"])
    #expect(try lines([Papers.disclosure(planned: "2026-12-10", done: "2026-11-02")], [consent()]).isEmpty)
    #expect(
      try lines([Papers.disclosure(planned: "2026-12-10")], [consent(withdrawn: "2026-11-20")])
        == ["2026-11-02 due 2026-11-30 last 2026-11-30 until 2026-11-20 cleared -"])
    #expect(try lines([Papers.disclosure(planned: "2026-12-10")], [consent(withdrawn: "2026-11-01")]).isEmpty)
    let left =
      #"{"inschrijvingen": [{"id": "\#(id(3))", "soort": "definitief", "van": "2020-08-01", "tot": "2026-11-10"}]}"#
    #expect(
      try lines([Papers.disclosure(planned: "2026-12-10")], [consent()], pupil: left)
        == ["2026-11-02 due 2026-11-30 last 2026-11-30 until 2026-11-11 cleared -"])
  }

  @Test("Two exchanges after it: over when both are settled")
  func several() throws {
    let first = Papers.disclosure(0x50, planned: "2026-12-10", done: "2026-11-20")
    let second = Papers.disclosure(0x51, planned: "2026-12-17")
    #expect(try lines([first, second], [consent()]) == [Self.open])
    #expect(
      try lines([first, second], [consent(), Papers.consent(2, Self.mother, on: "2026-11-25")])
        == ["2026-11-02 due 2026-11-30 last 2026-11-30 until - cleared 2026-11-25"])
  }

  @Test("A guardian who gave it without custody, or has none on the later day, is not asked to renew")
  func custody() throws {
    let planned = [Papers.disclosure(planned: "2026-12-10")]
    func found(_ custody: String) throws -> [String] {
      try lines(planned, [consent()], family: Papers.family(Papers.guardian(Self.mother, "moeder", custody)))
    }
    #expect(try found(Papers.custody("ja", until: "2026-12-09")).isEmpty)
    #expect(try found(Papers.custody("ja", until: "2026-12-10")) == [Self.open])
    #expect(try found(Papers.custody("ja", from: "2026-09-02")).isEmpty)
    #expect(try found(Papers.custody("onbekend")).isEmpty)
  }
}
