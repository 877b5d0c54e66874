import Casework
import Support
import Testing

private typealias Papers = ConsentPapers

/// Requests and the care team with the parents (§2.5, 2.9); dates by hand.
@Suite("aanvraag.handtekening, mdo.ouders")
struct WithParentsTests {
  private static let mother = Papers.mother
  private static let father = Papers.father
  private static let left =
    #"{"inschrijvingen": [{"id": "\#(id(3))", "soort": "definitief", "van": "2020-08-01", "tot": "2026-11-04"}]}"#

  // MARK: - aanvraag.handtekening

  private func signature(
    source: String? = "swv", asked: String? = "2026-11-02", until: String? = nil, decision: String? = nil,
    decided: String? = nil, signed: [String] = [], family: String = Papers.both, pupil: String = "{}",
    takenBack: Bool = false
  ) throws -> [Episode] {
    let arrangement = Papers.object(
      [
        "id": "\(id(0x40))", "wat": "begeleiding", "bron": source, "gevraagdOp": asked, "tot": until,
        "besluit": decision, "besluitOp": decided,
      ], ["handtekeningen": signed])
    return try RuleBench("aanvraag.handtekening").episodes([
      .family: family, .pupil: pupil,
      .support: Papers.object([:], ["arrangementen": [takenBack ? Papers.takenBack(arrangement) : arrangement]]),
    ])
  }

  private static func signed(_ mother: String?, _ father: String?) -> [String] {
    [mother.map { Papers.told(1, Self.mother, $0) }, father.map { Papers.told(2, Self.father, $0) }].compactMap(\.self)
  }

  private static let open = "2026-11-02 due - last - until - cleared - nu"

  @Test(
    "Asked on 2 November: every guardian with custody signed by then; later clears it",
    arguments: [
      (signed(nil, nil), [open]), (signed("2026-10-29", nil), [open]), (signed("2026-10-29", "2026-11-02"), []),
      (signed("2026-10-29", "2026-11-03"), ["2026-11-02 due - last - until - cleared 2026-11-03 nu"]),
      (signed("2026-10-29", nil) + [Papers.told(2, father, nil)], [open]),
      (signed("2026-10-29", nil) + [Papers.takenBack(Papers.told(2, father, "2026-10-29"))], [open]),
    ])
  func signatures(signed: [String], expected: [String]) throws {
    #expect(try signature(signed: signed).map(\.line) == expected)
  }

  @Test("Only what was asked of the samenwerkingsverband, and as long as it is of use")
  func which() throws {
    for source in ["school", "cluster12", "jeugdhulp", nil] { #expect(try signature(source: source).isEmpty) }
    #expect(try signature(asked: nil).isEmpty)
    #expect(try signature(takenBack: true).isEmpty)
    #expect(try signature(decision: "toegekend", decided: "2026-11-20").map(\.line) == [Self.open])
    for decision in ["afgewezen", "ingetrokken"] {
      #expect(
        try signature(decision: decision, decided: "2026-11-20").map(\.line)
          == ["2026-11-02 due - last - until 2026-11-20 cleared - nu"])
    }
    #expect(
      try signature(until: "2026-12-18").map(\.line) == ["2026-11-02 due - last - until 2026-12-19 cleared - nu"])
    #expect(
      try signature(pupil: Self.left).map(\.line) == ["2026-11-02 due - last - until 2026-11-05 cleared - nu"])
  }

  @Test("Custody of the day on which it was asked")
  func custody() throws {
    let mothers = Self.signed("2026-10-29", nil)
    #expect(try signature(signed: mothers, family: Papers.motherAlone).isEmpty)
    let untilThen = Papers.family(father: Papers.custody("ja", until: "2026-11-02"))
    #expect(try signature(signed: mothers, family: untilThen).map(\.line) == [Self.open])
    let untilBefore = Papers.family(father: Papers.custody("ja", until: "2026-11-01"))
    #expect(try signature(signed: mothers, family: untilBefore).isEmpty)
    let unknown = try signature(signed: mothers, family: Papers.family(father: Papers.custody("onbekend")))
    #expect(unknown.map(\.line) == [Self.open])
    let bench = try RuleBench("aanvraag.handtekening")
    #expect(try bench.title(of: try #require(unknown.first)) == "Aanvraag bij SWV: wie moet tekenen?")
    let both = try signature()
    #expect(try bench.title(of: try #require(both.first)) == "Aanvraag bij SWV: nog niet getekend door moeder, vader")
    #expect(
      try bench.proof(of: try #require(both.first)) == [
        "Op ma 2 nov 2026 is bij het samenwerkingsverband gevraagd: begeleiding.", "Moeder heeft niet getekend.",
        "Vader heeft niet getekend.",
      ])
  }

  // MARK: - mdo.ouders

  private func careTeam(
    kind: String = "mdo", reached: String? = "gesproken", named: String? = "opNaam", consulted: String? = nil,
    present: [String] = [], on: String? = "2026-11-05", pupil: String = "{}", takenBack: Bool = false
  ) throws -> [Episode] {
    let people = present.enumerated().map { number, role in
      Papers.object(["id": "\(id(UInt64(0x70 + number)))", "rol": role])
    }
    let talk = Papers.object(
      [
        "id": "\(id(0x41))", "datum": on, "soort": kind, "bereikt": reached, "opNaam": named,
        "oudersVoorafOp": consulted,
      ], ["deelnemers": people])
    return try RuleBench("mdo.ouders").episodes([
      .pupil: pupil,
      .conversations: Papers.object([:], ["gesprekken": [takenBack ? Papers.takenBack(talk) : talk]]),
    ])
  }

  @Test("By name on 5 November: parents were asked that day at the latest, or sat at the table")
  func consulted() throws {
    let open = "2026-11-05 due - last - until - cleared - nu"
    #expect(try careTeam().map(\.line) == [open])
    #expect(try careTeam(consulted: "2026-11-05").isEmpty)
    #expect(try careTeam(consulted: "2026-11-06").map(\.line) == [open + " erkennen"])
    #expect(try careTeam(present: ["swv", "ouder"]).isEmpty)
    #expect(try careTeam(present: ["swv", "leraar"]).map(\.line) == [open])
    #expect(try careTeam(named: "anoniem").isEmpty)
    #expect(try careTeam(named: nil).map(\.line) == [open])
  }

  @Test("Only a talk of the care team that took place")
  func whichTalks() throws {
    for kind in ["ouders", "leraar", "swv", "anders"] { #expect(try careTeam(kind: kind).isEmpty) }
    #expect(try careTeam(reached: "geprobeerd").isEmpty)
    #expect(try careTeam(reached: nil).count == 1)
    #expect(try careTeam(on: nil).isEmpty)
    #expect(try careTeam(takenBack: true).isEmpty)
    #expect(try careTeam(pupil: Self.left).isEmpty)
  }
}
