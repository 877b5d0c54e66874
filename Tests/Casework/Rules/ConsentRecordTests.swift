import Casework
import Support
import Testing

private typealias Papers = ConsentPapers

/// What a consent itself must be (§3.9); dates by hand.
@Suite("toestemming.algemeen, .bevestigen, .schriftelijk")
struct ConsentRecordTests {
  private static let mother = Papers.mother
  private static let father = Papers.father

  private func lines(_ rule: RuleID, _ consents: String..., pupil: String = "{}") throws -> [String] {
    try RuleBench(rule).episodes([
      .family: Papers.both, .consent: Papers.tab([], consents), .pupil: pupil,
    ]).map(\.line)
  }

  private static let left =
    #"{"inschrijvingen": [{"id": "\#(id(3))", "soort": "definitief", "van": "2020-08-01", "tot": "2026-10-31"}]}"#

  // MARK: - toestemming.algemeen

  private func general(_ on: String? = "2026-09-01", withdrawn: String? = nil, until: String? = nil) -> String {
    Papers.consent(1, Self.father, on: on, party: nil, until: until, withdrawn: withdrawn)
  }

  @Test("A consent without party, purpose or data asks for one from the day it was given")
  func general() throws {
    let open = "2026-09-01 due - last - until - cleared - nu"
    #expect(try lines("toestemming.algemeen", general()) == [open])
    for lacking in [
      Papers.consent(1, Self.father, on: "2026-09-01", party: "  "),
      Papers.consent(1, Self.father, on: "2026-09-01", purpose: nil),
      Papers.consent(1, Self.father, on: "2026-09-01", data: ""),
    ] {
      #expect(try lines("toestemming.algemeen", lacking) == [open])
    }
    #expect(try lines("toestemming.algemeen", Papers.consent(1, Self.father)).isEmpty)
    #expect(try lines("toestemming.algemeen", Papers.takenBack(general())).isEmpty)
    #expect(try lines("toestemming.algemeen", general(nil)).isEmpty)
  }

  @Test("Cleared by a specific one of the same guardian, not by the other's and not by an earlier one")
  func generalCleared() throws {
    #expect(
      try lines("toestemming.algemeen", general(), Papers.consent(2, Self.father, on: "2026-09-10"))
        == ["2026-09-01 due - last - until - cleared 2026-09-10 nu"])
    let open = ["2026-09-01 due - last - until - cleared - nu"]
    #expect(try lines("toestemming.algemeen", general(), Papers.consent(2, Self.mother, on: "2026-09-10")) == open)
    #expect(try lines("toestemming.algemeen", general(), Papers.consent(2, Self.father, on: "2026-08-31")) == open)
    #expect(
      try lines("toestemming.algemeen", general(), Papers.takenBack(Papers.consent(2, Self.father, on: "2026-09-10")))
        == open)
    // Two that are both too general do not clear each other.
    let second = Papers.consent(2, Self.father, on: "2026-09-10", purpose: nil)
    #expect(try lines("toestemming.algemeen", general(), second).count == 2)
  }

  @Test("It falls away when the consent is over, the day after its last day, and when the pupil left")
  func generalOver() throws {
    #expect(
      try lines("toestemming.algemeen", general(withdrawn: "2026-10-05"))
        == ["2026-09-01 due - last - until 2026-10-05 cleared - nu"])
    #expect(
      try lines("toestemming.algemeen", general(until: "2026-10-05"))
        == ["2026-09-01 due - last - until 2026-10-06 cleared - nu"])
    #expect(
      try lines("toestemming.algemeen", general(), pupil: Self.left)
        == ["2026-09-01 due - last - until 2026-11-01 cleared - nu"])
  }

  @Test("Without a date it is asked from the day on which it was written down")
  func generalUndated() throws {
    let undated = general(nil).dropLast() + #", "op": "2026-09-03T10:00:00Z"}"#
    #expect(try lines("toestemming.algemeen", String(undated)) == ["2026-09-03 due - last - until - cleared - nu"])
  }

  // MARK: - toestemming.bevestigen

  @Test(
    "By word of mouth: confirmed by mail within 7 days, the school's norm; no weekend or holiday moves it",
    arguments: [
      // Thursday 5 November + 7 = Thursday 12 November.
      ("2026-11-05", nil, nil, "2026-11-05 due 2026-11-12 last 2026-11-12 until - cleared -"),
      ("2026-11-05", "2026-11-12", nil, "2026-11-05 due 2026-11-12 last 2026-11-12 until - cleared 2026-11-12"),
      // Friday 18 December + 7 = Christmas Day: a norm does not move.
      ("2026-12-18", nil, nil, "2026-12-18 due 2026-12-25 last 2026-12-25 until - cleared -"),
      // A mail from before the talk, such as the question itself, counts from the talk.
      ("2026-11-05", "2026-11-04", nil, "2026-11-05 due 2026-11-12 last 2026-11-12 until - cleared 2026-11-05"),
      ("2026-11-05", nil, "2026-11-09", "2026-11-05 due 2026-11-12 last 2026-11-12 until 2026-11-09 cleared -"),
    ] as [(String, String?, String?, String)])
  func unconfirmed(on: String, confirmed: String?, withdrawn: String?, expected: String) throws {
    let consent = Papers.consent(
      1, Self.mother, on: on, form: "mondeling", confirmed: confirmed, withdrawn: withdrawn)
    #expect(try lines("toestemming.bevestigen", consent) == [expected])
  }

  @Test("What is on paper needs no mail; what nobody wrote down does; a word of a later version is left alone")
  func forms() throws {
    #expect(try lines("toestemming.bevestigen", Papers.consent(1, Self.mother)).isEmpty)
    #expect(try lines("toestemming.bevestigen", Papers.consent(1, Self.mother, form: nil)).count == 1)
    #expect(try lines("toestemming.bevestigen", Papers.consent(1, Self.mother, form: "portaal")).isEmpty)
    #expect(try lines("toestemming.bevestigen", Papers.consent(1, Self.mother, on: nil, form: "mondeling")).isEmpty)
    let oral = Papers.consent(1, Self.mother, on: "2026-11-05", form: "mondeling")
    #expect(try lines("toestemming.bevestigen", Papers.takenBack(oral)).isEmpty)
    #expect(try lines("toestemming.bevestigen", oral, pupil: Self.left).isEmpty)
  }

  @Test("A school can set how soon: between 1 and 28 days")
  func ownNorm() throws {
    for (days, due) in [(1, "2026-11-06"), (28, "2026-12-03"), (29, "2026-11-12"), (0, "2026-11-12")] {
      var school = SampleSchool.school()
      school.record.members["normen"] = try Tree(
        json: #"[{"id": "\#(id(7))", "norm": "toestemming.bevestigen.dagen", "waarde": \#(days)}]"#)
      let found = try RuleBench("toestemming.bevestigen", school: school).episodes([
        .family: Papers.both,
        .consent: Papers.tab([], [Papers.consent(1, Self.mother, on: "2026-11-05", form: "mondeling")]),
      ])
      #expect(found.map { $0.due?.iso } == [due])
    }
  }

  // MARK: - toestemming.schriftelijk

  @Test(
    "Whoever has a professional secret asks it on paper; the others do not",
    arguments: [
      ("gedragsdeskundige", true), ("arts", true), ("hulpverlener", true), ("school", false), ("swv", false),
      ("gemeente", false), ("veiligThuis", false), ("anders", false), (nil, false),
    ] as [(String?, Bool)])
  func unwritten(kind: String?, expected: Bool) throws {
    let found = try lines(
      "toestemming.schriftelijk", Papers.consent(1, Self.mother, kind: kind, form: "mondeling"))
    #expect(found == (expected ? ["2026-11-02 due - last - until - cleared - later"] : []))
    #expect(try lines("toestemming.schriftelijk", Papers.consent(1, Self.mother, kind: kind)).isEmpty)
  }

  @Test("Cleared by one on paper of the same guardian, for the same party and purpose")
  func unwrittenCleared() throws {
    let oral = Papers.consent(1, Self.mother, kind: "arts", form: "mondeling", confirmed: "2026-11-03")
    func cleared(_ other: String) throws -> [String] { try lines("toestemming.schriftelijk", oral, other) }
    let open = ["2026-11-02 due - last - until - cleared - later"]
    #expect(
      try cleared(Papers.consent(2, Self.mother, on: "2026-11-09", kind: "arts"))
        == ["2026-11-02 due - last - until - cleared 2026-11-09 later"])
    #expect(try cleared(Papers.consent(2, Self.father, on: "2026-11-09", kind: "arts")) == open)
    #expect(try cleared(Papers.consent(2, Self.mother, on: "2026-11-09", party: "GGZ", kind: "arts")) == open)
    #expect(try cleared(Papers.consent(2, Self.mother, on: "2026-11-09", purpose: "medicijnen", kind: "arts")) == open)
    #expect(try cleared(Papers.consent(2, Self.mother, on: "2026-11-01", kind: "arts")) == open)
    let past = Papers.consent(1, Self.mother, kind: "arts", form: "mondeling", until: "2026-11-20")
    #expect(try lines("toestemming.schriftelijk", past) == ["2026-11-02 due - last - until 2026-11-21 cleared - later"])
  }
}
