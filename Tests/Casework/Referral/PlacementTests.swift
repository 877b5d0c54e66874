import Casework
import Support
import Testing

/// What belongs to an application for a TLV.
///
/// Sources: Handreiking §4.1 (a plan goes with the application; parents are expected to agree, which may be by word of
/// mouth; two experts advise), WPO 18a lid 11; domein.md §4 Verwijzing.
@Suite("tlv.opp, tlv.akkoord and tlv.deskundigen")
struct PlacementTests {
  private static func plan(_ versions: String...) -> [SectionName: String] {
    let records = versions.enumerated().map { "{\"id\": \"\(id(UInt64(51 + $0)))\", \($1)}" }
    return [.plan: "{\"versies\": [\(records.joined(separator: ", "))]}"]
  }

  private static let applied = #""soort": "sbo", "aangevraagdOp": "2026-11-16""#

  static let plans: [ReferralCase] = [
    ReferralCase("No plan at all", tlv: applied, [.init(from: "2026-11-16")]),
    ReferralCase(
      "A draft is not a plan that parents saw", tlv: applied, and: plan(#""opgesteldOp": "2026-11-02""#),
      [.init(from: "2026-11-16")]),
    ReferralCase(
      "Offered on the day itself", tlv: applied,
      and: plan(#""opgesteldOp": "2026-11-02", "aangebodenOp": "2026-11-16""#), []),
    ReferralCase(
      "Offered a day later: that clears it", tlv: applied,
      and: plan(#""opgesteldOp": "2026-11-02", "aangebodenOp": "2026-11-17""#),
      [.init(from: "2026-11-16", cleared: "2026-11-17")]),
    ReferralCase(
      "Established will do without an offer", tlv: applied, and: plan(#""vastgesteldOp": "2025-12-01""#), []),
    ReferralCase(
      "Closed on the day itself: it holds that day still", tlv: applied,
      and: plan(#""vastgesteldOp": "2025-12-01", "afgeslotenOp": "2026-11-16""#), []),
    ReferralCase(
      "Closed the day before", tlv: applied,
      and: plan(#""vastgesteldOp": "2025-12-01", "afgeslotenOp": "2026-11-15""#), [.init(from: "2026-11-16")]),
    ReferralCase(
      "The version that is named counts, not another one", tlv: applied + #", "oppVersie": "\#(id(52))""#,
      and: plan(#""vastgesteldOp": "2025-12-01""#, #""opgesteldOp": "2026-11-02""#), [.init(from: "2026-11-16")]),
    ReferralCase(
      "A name that leads nowhere: any version will do", tlv: applied + #", "oppVersie": "\#(id(59))""#,
      and: plan(#""vastgesteldOp": "2025-12-01""#), []),
    ReferralCase("Enrolled at no school", tlv: applied + #", "nergensIngeschreven": "ja""#, []),
    ReferralCase(
      "Unknown whether enrolled is not nowhere", tlv: applied + #", "nergensIngeschreven": "onbekend""#,
      [.init(from: "2026-11-16")]),
    ReferralCase(
      "Refused: nothing to add to any more", tlv: applied + #", "besluit": "afgewezen", "besluitOp": "2026-12-10""#,
      [.init(from: "2026-11-16", until: "2026-12-10")]),
    ReferralCase(
      "Granted: the plan still lacks", tlv: applied + #", "besluit": "toegekend", "besluitOp": "2026-12-10""#,
      [.init(from: "2026-11-16")]),
    ReferralCase("Not applied yet", tlv: #""soort": "sbo""#, []),
    ReferralCase("Withdrawn", tlv: applied + #", "ingetrokken": {"reden": "verkeerd kind"}"#, []),
    ReferralCase(
      "The version was withdrawn", tlv: applied,
      and: plan(#""vastgesteldOp": "2025-12-01", "ingetrokken": {"reden": "fout"}"#), [.init(from: "2026-11-16")]),
    ReferralCase("Left before", tlv: applied, and: ReferralCase.left("2026-11-15"), []),
    ReferralCase(
      "Leaves later: it ends the day after", tlv: applied, and: ReferralCase.left("2026-11-20"),
      [.init(from: "2026-11-16", until: "2026-11-21")]),
  ]

  private static func says(_ answers: (UInt64, String, String?)...) -> String {
    let views = answers.enumerated().map { place, answer in
      let on = answer.2.map { ", \"akkoordOp\": \"\($0)\"" } ?? ""
      return """
        {"id": "\(id(UInt64(70 + place)))", "ouder": "\(id(answer.0))", "akkoord": "\(answer.1)"\(on)}
        """
    }
    return applied + ", \"zienswijzen\": [\(views.joined(separator: ", "))]"
  }

  private static let one: [SectionName: String] = [.family: ReferralCase.family()]
  private static let both: [SectionName: String] = [.family: ReferralCase.family(father: #"{"gezag": "ja"}"#)]

  static let agreements: [ReferralCase] = [
    ReferralCase("Nothing on record", tlv: applied, and: one, [.init(from: "2026-11-16")]),
    ReferralCase("Agreed before", tlv: says((11, "ja", "2026-11-12")), and: one, []),
    ReferralCase("Agreed on the day itself", tlv: says((11, "ja", "2026-11-16")), and: one, []),
    ReferralCase(
      "Agreed a day later", tlv: says((11, "ja", "2026-11-17")), and: one,
      [.init(from: "2026-11-16", cleared: "2026-11-17")]),
    ReferralCase("An answer without a day", tlv: says((11, "ja", nil)), and: one, [.init(from: "2026-11-16")]),
    ReferralCase("A no", tlv: says((11, "nee", "2026-11-12")), and: one, [.init(from: "2026-11-16")]),
    ReferralCase("Father has no custody", tlv: says((12, "ja", "2026-11-12")), and: one, [.init(from: "2026-11-16")]),
    ReferralCase(
      "Two with custody: the last yes clears it", tlv: says((11, "ja", "2026-11-12"), (12, "ja", "2026-11-24")),
      and: both, [.init(from: "2026-11-16", cleared: "2026-11-24")]),
    ReferralCase(
      "A yes that became a no is asked again",
      tlv: says((11, "ja", "2026-11-12"), (11, "nee", "2026-11-18"), (11, "ja", "2026-11-25")), and: one,
      [.init(from: "2026-11-18", cleared: "2026-11-25")]),
    ReferralCase(
      "Custody that father lost before the application", tlv: says((11, "ja", "2026-11-12")),
      and: [.family: ReferralCase.family(father: #"{"gezag": "ja", "tot": "2026-11-15"}"#)], []),
    ReferralCase(
      "Custody that father had on the day, and lost after it", tlv: says((11, "ja", "2026-11-12")),
      and: [.family: ReferralCase.family(father: #"{"gezag": "ja", "tot": "2026-11-16"}"#)],
      [.init(from: "2026-11-16")]),
    ReferralCase(
      "Custody of father unknown", tlv: says((11, "ja", "2026-11-12")),
      and: [.family: ReferralCase.family(father: #"{"gezag": "onbekend"}"#)], [.init(from: "2026-11-16")]),
    ReferralCase("Nobody on record", tlv: applied, [.init(from: "2026-11-16")]),
    ReferralCase(
      "A decision ends it", tlv: applied + #", "besluit": "toegekend", "besluitOp": "2026-12-10""#, and: one,
      [.init(from: "2026-11-16", until: "2026-12-10")]),
    ReferralCase("Not applied yet", tlv: #""soort": "sbo""#, and: one, []),
  ]

  private static func advised(_ advice: (String, String, String?)...) -> String {
    let experts = advice.enumerated().map { place, item in
      let on = item.2.map { ", \"datum\": \"\($0)\"" } ?? ""
      return "{\"id\": \"\(id(UInt64(80 + place)))\", \"naam\": \"\(item.0)\", \"vak\": \"\(item.1)\"\(on)}"
    }
    return decided + ", \"deskundigen\": [\(experts.joined(separator: ", "))]"
  }

  private static let decided = #""soort": "sbo", "besluit": "toegekend", "besluitOp": "2026-12-10""#
  private static let open: [Episode.Dates] = [.init(from: "2026-12-10")]

  static let experts: [ReferralCase] = [
    ReferralCase("Nobody advised", tlv: decided, open),
    ReferralCase(
      "An orthopedagogue and a physician",
      tlv: advised(("F", "orthopedagoog", "2026-11-05"), ("B", "arts", "2026-12-10")), []),
    ReferralCase(
      "A third one who comes after the decision takes nothing away",
      tlv: advised(
        ("F", "orthopedagoog", "2026-11-05"), ("B", "arts", "2026-11-06"), ("C", "arts", "2026-12-20")), []),
    ReferralCase(
      "Advice of a day after the decision comes late",
      tlv: advised(("F", "orthopedagoog", "2026-11-05"), ("B", "arts", "2026-12-11")),
      [.init(from: "2026-12-10", cleared: "2026-12-11")]),
    ReferralCase(
      "Two orthopedagogues: one counts as pedagogue",
      tlv: advised(("F", "orthopedagoog", "2026-11-05"), ("B", "orthopedagoog", "2026-11-06")), []),
    ReferralCase("One orthopedagogue is not two", tlv: advised(("F", "orthopedagoog", "2026-11-05")), open),
    ReferralCase(
      "The same person twice is one person",
      tlv: advised(("F. Rutgers", "orthopedagoog", "2026-11-05"), (" f.  rutgers", "arts", "2026-11-06")), open),
    ReferralCase(
      "Two psychologists: neither is the second",
      tlv: advised(("F", "psycholoog", "2026-11-05"), ("B", "psycholoog", "2026-11-06")), open),
    ReferralCase(
      "A psychologist and a psychologist of children",
      tlv: advised(("F", "psycholoog", "2026-11-05"), ("B", "kinderpsycholoog", "2026-11-06")), []),
    ReferralCase(
      "A pedagogue and a physician: the first lacks",
      tlv: advised(("F", "pedagoog", "2026-11-05"), ("B", "arts", "2026-11-06")), open),
    ReferralCase(
      "A psychologist and a social worker",
      tlv: advised(("F", "psycholoog", "2026-11-05"), ("B", "maatschappelijkWerker", "2026-11-06")), []),
    ReferralCase(
      "A psychologist and a psychiatrist of children",
      tlv: advised(("F", "psycholoog", "2026-11-05"), ("B", "kinderpsychiater", "2026-11-06")), []),
    ReferralCase(
      "Another profession counts for nothing",
      tlv: advised(("F", "orthopedagoog", "2026-11-05"), ("B", "anders", "2026-11-06")), open),
    ReferralCase(
      "Advice without a day, or without a name, does not count",
      tlv: advised(("F", "orthopedagoog", nil), (" ", "orthopedagoog", "2026-11-05"), ("B", "arts", "2026-11-06")), open
    ),
    ReferralCase(
      "Refused rests on experts too", tlv: #""soort": "so1", "besluit": "afgewezen", "besluitOp": "2026-12-10""#, open),
    ReferralCase(
      "Taken back is no decision", tlv: #""soort": "so1", "besluit": "ingetrokken", "besluitOp": "2026-12-10""#, []),
    ReferralCase("Before the decision nothing is asked", tlv: applied, []),
    ReferralCase(
      "A decision without a day counts from the day it was made known",
      tlv: #""soort": "so1", "besluit": "toegekend", "bekendgemaaktOp": "2026-12-14""#, [.init(from: "2026-12-14")]),
  ]

  @Test("An application comes with a plan that was offered or established", arguments: plans)
  func plan(it: ReferralCase) throws { try it.check("tlv.opp") }

  @Test("The agreement of everyone who had custody that day is expected", arguments: agreements)
  func agreement(it: ReferralCase) throws { try it.check("tlv.akkoord") }

  @Test("A decision rests on two experts", arguments: experts)
  func advice(it: ReferralCase) throws { try it.check("tlv.deskundigen") }

  @Test("Agreement that lacks presses nobody: it is expected, not required")
  func gentle() throws {
    let found = try ReferralCase("", tlv: Self.applied, and: Self.one, []).found("tlv.akkoord")
    #expect(found.map(\.floor) == [.later])
    #expect(try ReferralCase("", tlv: Self.applied, []).found("tlv.opp").map(\.floor) == [.now])
    #expect(try ReferralCase("", tlv: Self.decided, []).found("tlv.deskundigen").map(\.floor) == [.now])
  }

  @Test("The proof says whose custody is unknown, and that nobody is on record")
  func custodyIsSaid() throws {
    func proof(_ tabs: [SectionName: String]) throws -> [String] {
      let bench = try RuleBench("tlv.akkoord")
      let found = ReferralCase("", tlv: Self.applied, and: tabs, []).tabs
      return try bench.proof(of: #require(try bench.episodes(found).first))
    }
    #expect(try proof([:]).contains("Er staat niemand in het dossier die op ma 16 nov 2026 gezag had."))
    let unknown: [SectionName: String] = [.family: ReferralCase.family(father: #"{"gezag": "onbekend"}"#)]
    #expect(try proof(unknown).contains("Of vader op ma 16 nov 2026 gezag had, is niet bekend."))
    #expect(try proof(unknown).contains("Van moeder staat geen akkoord in het dossier."))
  }
}
