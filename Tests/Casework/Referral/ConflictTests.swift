import Casework
import Support
import Testing

/// Sources: WPO 40 lid 11 (the teacher is heard before the decision; no removal before another school is willing), WPO 63
/// (parents heard, reasons and objection in writing), Handreiking §1.11, 3.4 and 4.2; WPO 43; WEC 41.
@Suite("verwijdering.school, geschil.motivering and cluster12.besluit")
struct ConflictTests {
  /// A removal decided on Mon 16 Nov 2026 with everything in order, but for what `changes` sets (null takes away).
  private static func removal(_ changes: [String: String] = [:], family: String? = nil, left: String? = nil)
    -> [SectionName: String]
  {
    var fields = [
      "voornemenOp": #""2026-10-12""#, "leraarGehoordOp": #""2026-11-16""#, "andereSchool": #""De Wissel""#,
      "andereSchoolOp": #""2026-11-16""#, "besluitOp": #""2026-11-16""#, "redenenGegevenOp": #""2026-11-16""#,
      "bezwaarrouteGegevenOp": #""2026-11-16""#,
      "oudersGehoord": #"[{"id": "\#(id(71))", "ouder": "\#(id(11))", "datum": "2026-11-16"}]"#,
    ]
    fields.merge(changes) { _, new in new }
    let text = fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ")
    var tabs: [SectionName: String] = left.map { ReferralCase.left($0) } ?? [:]
    tabs[.referral] = ReferralCase.list("verwijderingen", [text])
    tabs[.family] = family ?? ReferralCase.family()
    return tabs
  }

  private static let atOnce: [Episode.Dates] = [.init(from: "2026-11-16")]

  static let removals: [ReferralCase] = [
    ReferralCase("Everything done by the day of the decision", removal(), []),
    ReferralCase("No other school", removal(["andereSchool": "null", "andereSchoolOp": "null"]), atOnce),
    ReferralCase("A school without a day", removal(["andereSchoolOp": "null"]), atOnce),
    ReferralCase("A day without a school", removal(["andereSchool": "null"]), atOnce),
    ReferralCase(
      "Willing a day later", removal(["andereSchoolOp": #""2026-11-17""#]),
      [.init(from: "2026-11-16", cleared: "2026-11-17")]),
    ReferralCase(
      "Until the last day at school there is time to find one",
      removal(["andereSchoolOp": #""2026-12-11""#, "verwijderdOp": #""2026-12-18""#]),
      [.init(from: "2026-11-16", due: "2026-12-18", cleared: "2026-12-11")]),
    ReferralCase(
      "A last day before the decision gives no time",
      removal(["andereSchoolOp": "null", "verwijderdOp": #""2026-11-13""#]), atOnce),
    ReferralCase("The teacher was not heard", removal(["leraarGehoordOp": "null"]), atOnce),
    ReferralCase(
      "The teacher was heard a day after", removal(["leraarGehoordOp": #""2026-11-17""#]),
      [.init(from: "2026-11-16", cleared: "2026-11-17")]),
    ReferralCase("Parents were not heard", removal(["oudersGehoord": "[]"]), atOnce),
    ReferralCase(
      "Heard a day after",
      removal(["oudersGehoord": #"[{"id": "\#(id(71))", "ouder": "\#(id(11))", "datum": "2026-11-17"}]"#]),
      [.init(from: "2026-11-16", cleared: "2026-11-17")]),
    ReferralCase(
      "Two with custody, one heard", removal(family: ReferralCase.family(father: #"{"gezag": "ja"}"#)), atOnce),
    ReferralCase(
      "Custody of the other one unknown", removal(family: ReferralCase.family(father: #"{"gezag": "onbekend"}"#)),
      atOnce),
    ReferralCase(
      "Custody that the other one lost the day before",
      removal(family: ReferralCase.family(father: #"{"gezag": "ja", "tot": "2026-11-15"}"#)), []),
    ReferralCase("Nobody with custody on record", removal(family: "{}"), atOnce),
    ReferralCase("Reasons not in writing", removal(["redenenGegevenOp": "null"]), atOnce),
    ReferralCase("The way of objection not in writing", removal(["bezwaarrouteGegevenOp": "null"]), atOnce),
    ReferralCase(
      "Only the last day at school is on record: it counts as the day of the decision",
      removal(["besluitOp": "null", "verwijderdOp": #""2026-11-13""#, "andereSchoolOp": #""2026-11-13""#]),
      // Teacher, parents, reasons and route of 16 Nov all come three days late.
      Array(repeating: .init(from: "2026-11-13", cleared: "2026-11-16"), count: 4)),
    ReferralCase("An intention only", removal(["besluitOp": "null", "leraarGehoordOp": "null"]), []),
    ReferralCase(
      "Given up later", removal(["leraarGehoordOp": "null", "afgezienOp": #""2026-11-20""#]),
      [.init(from: "2026-11-16", until: "2026-11-20")]),
    ReferralCase("Given up before", removal(["leraarGehoordOp": "null", "afgezienOp": #""2026-11-16""#]), []),
    ReferralCase("Withdrawn", removal(["leraarGehoordOp": "null", "ingetrokken": #"{"reden": "fout"}"#]), []),
    ReferralCase(
      "A pupil who was removed does not silence it", removal(["leraarGehoordOp": "null"], left: "2026-11-13"), atOnce),
  ]

  private static func dispute(_ more: String, kind: String = "gpo", advised: String = #", "adviesOp": "2026-11-02""#)
    -> [SectionName: String]
  {
    let fields = #""soort": "\#(kind)", "over": "verwijdering", "ingediendOp": "2026-08-31", "besluitOp": "2026-11-16""#
    return [.referral: ReferralCase.list("geschillen", [fields + advised + more])]
  }

  private static let bothTold = #", "oudersGemeldOp": "2026-11-16", "commissieGemeldOp": "2026-11-16""#

  static let disputes: [ReferralCase] = [
    ReferralCase("Follows, both told that day", dispute(#", "volgtAdvies": "ja""# + bothTold), []),
    ReferralCase("Departs without reasons", dispute(#", "volgtAdvies": "nee""# + bothTold), atOnce),
    ReferralCase(
      "Departs with blank reasons", dispute(#", "volgtAdvies": "nee", "motivering": " ""# + bothTold), atOnce),
    ReferralCase(
      "Departs with reasons", dispute(#", "volgtAdvies": "nee", "motivering": "Geen plaats.""# + bothTold), []),
    ReferralCase("Unknown whether it follows", dispute(#", "volgtAdvies": "onbekend""# + bothTold), atOnce),
    ReferralCase("Not on record whether it follows", dispute(bothTold), atOnce),
    ReferralCase(
      "The committee was not told", dispute(#", "volgtAdvies": "ja", "oudersGemeldOp": "2026-11-16""#), atOnce),
    ReferralCase(
      "The parents were not told", dispute(#", "volgtAdvies": "ja", "commissieGemeldOp": "2026-11-16""#), atOnce),
    ReferralCase(
      "The last one told clears it",
      dispute(#", "volgtAdvies": "ja", "oudersGemeldOp": "2026-11-18", "commissieGemeldOp": "2026-11-17""#),
      [.init(from: "2026-11-16", cleared: "2026-11-18")]),
    ReferralCase(
      "Departs without reasons and tells nobody: two things", dispute(#", "volgtAdvies": "nee""#), atOnce + atOnce),
    ReferralCase("Another body than the committee", dispute(#", "volgtAdvies": "nee""#, kind: "klachtencommissie"), []),
    ReferralCase("No advice to depart from", dispute(#", "volgtAdvies": "nee""#, advised: ""), []),
    ReferralCase(
      "A pupil who left does not silence it",
      dispute(#", "volgtAdvies": "nee""# + bothTold).merging(ReferralCase.left("2026-10-01")) { old, _ in old }, atOnce),
  ]

  private static func request(_ more: String = "") -> [SectionName: String] {
    [
      .referral: ReferralCase.list(
        "cluster12", [#""instelling": "Auris", "cluster": "cluster2", "aangevraagdOp": "2026-10-30""# + more])
    ]
  }

  /// Fri 30 Oct + 56 days = Fri 25 Dec: a norm, which no holiday moves.
  static let requests: [ReferralCase] = [
    ReferralCase("Eight weeks", request(), [.init(from: "2026-10-30", due: "2026-12-25")]),
    ReferralCase(
      "Decided", request(#", "besluit": "afgewezen", "besluitOp": "2026-12-25""#),
      [.init(from: "2026-10-30", due: "2026-12-25", cleared: "2026-12-25")]),
    ReferralCase(
      "A decision without a day", request(#", "besluit": "toegekend""#),
      [.init(from: "2026-10-30", due: "2026-12-25")]),
    ReferralCase(
      "A day without a decision", request(#", "besluitOp": "2026-12-01""#),
      [.init(from: "2026-10-30", due: "2026-12-25")]),
    ReferralCase("Withdrawn", request(#", "ingetrokken": {"reden": "fout"}"#), []),
    ReferralCase(
      "Left before the request", request().merging(ReferralCase.left("2026-10-29")) { old, _ in old }, []),
  ]

  @Test("No removal without another school, hearing, and a letter", arguments: removals)
  func removal(it: ReferralCase) throws { try it.check("verwijdering.school") }

  @Test("After the committee's advice: reasons, and both are told", arguments: disputes)
  func dispute(it: ReferralCase) throws { try it.check("geschil.motivering") }

  @Test("An institution of cluster 1 or 2 decides within the norm", arguments: requests)
  func request(it: ReferralCase) throws { try it.check("cluster12.besluit") }

  @Test("A removal is a breach at once, but for a school while the last day is still to come")
  func urgency() throws {
    func floors(_ changes: [String: String]) throws -> [Urgency?] {
      try ReferralCase("", Self.removal(changes), []).found("verwijdering.school").map(\.floor)
    }
    #expect(try floors(["andereSchool": "null"]) == [.overdue])
    #expect(try floors(["andereSchool": "null", "verwijderdOp": #""2026-12-18""#]) == [nil])
    for lack in ["leraarGehoordOp", "oudersGehoord", "redenenGegevenOp", "bezwaarrouteGegevenOp"] {
      #expect(try floors([lack: "null"]) == [.overdue])
    }
  }

  @Test("The norm for cluster 1 and 2 is the school's own")
  func ownNorm() throws {
    var school = SampleSchool.school()
    school.record.put(
      make(OwnNormFields.self, 5) {
        $0.norm = "cluster12.besluit.weken"
        $0.value = 6
      }, in: \.ownNorms)
    let found = try ReferralCase("", Self.request(), []).found("cluster12.besluit", school: school)
    // Fri 30 Oct + 42 days.
    #expect(found.map(\.dates) == [.init(from: "2026-10-30", due: "2026-12-11")])
  }
}
