import Casework
import Support
import Testing

private typealias Papers = ConsentPapers

/// Looking together at care, and again each school year (§2.10, 3.7; Wgbh/cz); dates by hand.
@Suite("medisch.herzien, medisch.onderzoek")
struct MedicalCareTests {
  private static let left =
    #"{"inschrijvingen": [{"id": "\#(id(3))", "soort": "definitief", "van": "2020-08-01", "tot": "2026-10-31"}]}"#

  private func lines(
    _ rule: RuleID, acts: [String] = [], talks: [String] = [], pupil: String = "{}",
    until horizon: String = "2027-07-31"
  ) throws -> [String] {
    try RuleBench(rule, until: day(horizon)).episodes([
      .pupil: pupil, .medical: Papers.object([:], ["handelingen": acts, "onderzoekMetOuders": talks]),
    ]).map(\.line)
  }

  // MARK: - medisch.herzien

  private func act(
    _ from: String?, until: String? = nil, reviewed: String? = nil, earlier: [String] = []
  ) -> String {
    Papers.object(
      ["id": "\(id(0x43))", "wat": "Ritalin", "soort": "medicijn", "van": from, "tot": until, "bekekenOp": reviewed],
      [
        "eerderBekeken": earlier.enumerated().map { number, day in
          Papers.object(["id": "\(id(UInt64(0x90 + number)))", "datum": day])
        }
      ])
  }

  // 1 August 2026 + 8 weeks = 26 September 2026.
  private static let thisYear = "2026-08-01 due 2026-09-26 last 2026-09-26 until 2027-08-01 cleared -"

  @Test("An act of an earlier school year is looked at within 8 weeks of 1 August, a norm; one of this year is new")
  func reviewed() throws {
    #expect(try lines("medisch.herzien", acts: [act("2026-07-31")]) == [Self.thisYear])
    #expect(try lines("medisch.herzien", acts: [act("2026-08-01")]).isEmpty)
    #expect(
      try lines("medisch.herzien", acts: [act("2025-11-03", reviewed: "2026-09-08")])
        == ["2026-08-01 due 2026-09-26 last 2026-09-26 until 2027-08-01 cleared 2026-09-08"])
    // A look in the year before is not one in this year.
    #expect(
      try lines("medisch.herzien", acts: [act("2025-11-03", reviewed: "2026-07-31")]) == [Self.thisYear])
    #expect(try lines("medisch.herzien", acts: [Papers.takenBack(act("2025-11-03"))]).isEmpty)
    #expect(try lines("medisch.herzien", acts: [act(nil)]).isEmpty)
  }

  @Test("Each school year anew, as long as the act goes on and the pupil is there")
  func eachYear() throws {
    // 1 August 2025 + 8 weeks = 26 September 2025.
    #expect(
      try lines("medisch.herzien", acts: [act("2025-03-03")]) == [
        "2025-08-01 due 2025-09-26 last 2025-09-26 until 2026-08-01 cleared -", Self.thisYear,
      ])
    // The days of earlier years are kept beside the last one.
    #expect(
      try lines(
        "medisch.herzien", acts: [act("2025-03-03", reviewed: "2026-09-08", earlier: ["2025-10-01", "2025-09-15"])])
        == [
          "2025-08-01 due 2025-09-26 last 2025-09-26 until 2026-08-01 cleared 2025-09-15",
          "2026-08-01 due 2026-09-26 last 2026-09-26 until 2027-08-01 cleared 2026-09-08",
        ])
    #expect(
      try lines("medisch.herzien", acts: [act("2025-03-03", earlier: ["2025-09-15"])]).last == Self.thisYear)
    #expect(
      try lines("medisch.herzien", acts: [act("2025-11-03", until: "2026-12-18")])
        == ["2026-08-01 due 2026-09-26 last 2026-09-26 until 2026-12-19 cleared -"])
    #expect(try lines("medisch.herzien", acts: [act("2025-11-03", until: "2026-07-31")]).isEmpty)
    #expect(
      try lines("medisch.herzien", acts: [act("2025-11-03")], pupil: Self.left)
        == ["2026-08-01 due 2026-09-26 last 2026-09-26 until 2026-11-01 cleared -"])
    #expect(try lines("medisch.herzien", acts: [act("0001-01-01")]).count <= 13)
  }

  // MARK: - medisch.onderzoek

  private func talk(_ asked: String?, examined: String? = nil) -> String {
    Papers.object(["id": "\(id(0x45))", "gevraagdOp": asked, "zorg": "insuline", "onderzochtOp": examined])
  }

  @Test(
    "Care that was asked for, until school and parents looked together",
    arguments: [
      ("2026-11-02", nil, ["2026-11-02 due - last - until - cleared - nu"]), ("2026-11-02", "2026-11-02", []),
      ("2026-11-02", "2026-11-01", []),
      ("2026-11-02", "2026-11-03", ["2026-11-02 due - last - until - cleared 2026-11-03 nu"]), (nil, nil, []),
    ] as [(String?, String?, [String])])
  func asked(asked: String?, examined: String?, expected: [String]) throws {
    #expect(try lines("medisch.onderzoek", talks: [talk(asked, examined: examined)]) == expected)
  }

  @Test("Not what was taken back, and not after the pupil left")
  func askedTimes() throws {
    #expect(try lines("medisch.onderzoek", talks: [Papers.takenBack(talk("2026-11-02"))]).isEmpty)
    #expect(try lines("medisch.onderzoek", talks: [talk("2026-11-02")], pupil: Self.left).isEmpty)
    #expect(
      try lines("medisch.onderzoek", talks: [talk("2026-10-05")], pupil: Self.left)
        == ["2026-10-05 due - last - until 2026-11-01 cleared - nu"])
  }

  private func board(
    _ answer: String?, on: String?, until: String? = nil, alternative: String? = nil, soughtOn: String? = nil
  ) -> String {
    Papers.object([
      "id": "\(id(0x43))", "wat": "Ritalin", "soort": "medicijn", "van": "2026-11-02", "tot": until, "bestuur": answer,
      "bestuurOp": on, "alternatief": alternative, "alternatiefOp": soughtOn,
    ])
  }

  @Test("A board that says no: another way is sought with the parents")
  func refused() throws {
    let open = "2026-10-20 due - last - until - cleared - nu"
    func found(_ act: String) throws -> [String] { try lines("medisch.onderzoek", acts: [act]) }
    #expect(try found(board("nee", on: "2026-10-20")) == [open])
    #expect(try found(board("nee", on: "2026-10-20", soughtOn: "2026-10-20")).isEmpty)
    #expect(
      try found(board("nee", on: "2026-10-20", soughtOn: "2026-10-27"))
        == ["2026-10-20 due - last - until - cleared 2026-10-27 nu"])
    #expect(try found(board("nee", on: "2026-10-20", alternative: "thuiszorg")) == [open])
    #expect(
      try found(board("nee", on: "2026-10-20", until: "2026-12-18"))
        == ["2026-10-20 due - last - until 2026-12-19 cleared - nu"])
    #expect(try found(board("nee", on: nil)) == ["2026-11-02 due - last - until - cleared - nu"])
    for answer in ["ja", "open", nil] { #expect(try found(board(answer, on: "2026-10-20")).isEmpty) }
    #expect(try found(Papers.takenBack(board("nee", on: "2026-10-20"))).isEmpty)
  }
}
