import Casework
import Support
import Testing

/// What follows a decision on a TLV; dates counted by hand on a calendar.
///
/// Sources: Handreiking §4.1 and 1.7; WEC 40 lid 15 (an SO TLV ends with a school year); WPO 40 lid 8 and 39 lid 4;
/// Awb 6:7 and 6:8 (six weeks from the day after), Atw 1 and 3.
@Suite("tlv.verloopt, tlv.regio, tlv.bezwaar, tlv.vervoer and tlv.sbo-leeftijd")
struct PlacementTermTests {
  private static let granted =
    #""soort": "so2", "besluit": "toegekend", "besluitOp": "2025-07-01", "van": "2025-08-01""#
  private static let expiring = granted + #", "tot": "2027-07-31""#

  /// Six months before 31 July is 31 January.
  static let expiries: [ReferralCase] = [
    ReferralCase("Shown six months before", tlv: expiring, [.init(from: "2027-01-31", due: "2027-07-31")]),
    ReferralCase(
      "Six months before 31 August is the last day of February",
      tlv: #""soort": "sbo", "van": "2025-08-01", "tot": "2027-08-31""#,
      [.init(from: "2027-02-28", due: "2027-08-31")]),
    ReferralCase(
      "A Saturday stays a Saturday: this is no term of the Atw",
      tlv: #""soort": "sbo", "van": "2025-08-01", "tot": "2027-05-15""#,
      [.init(from: "2026-11-15", due: "2027-05-15")]),
    ReferralCase(
      "A short one shows from its first day", tlv: #""soort": "sbo", "van": "2027-03-01", "tot": "2027-07-31""#,
      [.init(from: "2027-03-01", due: "2027-07-31")]),
    ReferralCase(
      "Deciding how to go on clears it", tlv: expiring + #", "vervolg": "terug", "vervolgOp": "2027-03-10""#,
      [.init(from: "2027-01-31", due: "2027-07-31", cleared: "2027-03-10")]),
    ReferralCase(
      "A decision without a day does not", tlv: expiring + #", "vervolg": "terug""#,
      [.init(from: "2027-01-31", due: "2027-07-31")]),
    ReferralCase(
      "A day without a decision does not", tlv: expiring + #", "vervolgOp": "2027-03-10""#,
      [.init(from: "2027-01-31", due: "2027-07-31")]),
    ReferralCase(
      "A new TLV that lasts longer clears it",
      [
        .referral: ReferralCase.applications(
          expiring, #""soort": "so2", "besluit": "toegekend", "besluitOp": "2027-04-08", "tot": "2029-07-31""#)
      ],
      // The new one: 31 January 2029 is six months before its own end.
      [
        .init(from: "2027-01-31", due: "2027-07-31", cleared: "2027-04-08"),
        .init(from: "2029-01-31", due: "2029-07-31"),
      ]),
    ReferralCase(
      "One that lasts no longer, or was refused, does not",
      [
        .referral: ReferralCase.applications(
          expiring, #""soort": "so2", "besluit": "toegekend", "besluitOp": "2027-04-08", "tot": "2027-07-31""#,
          #""soort": "so2", "besluit": "afgewezen", "besluitOp": "2027-04-08", "tot": "2029-07-31""#)
      ],
      [.init(from: "2027-01-31", due: "2027-07-31"), .init(from: "2027-04-08", due: "2027-07-31")]),
    ReferralCase("For SO the end itself is asked", tlv: granted, [.init(from: "2025-08-01")]),
    ReferralCase(
      "For SBO there need not be an end", tlv: #""soort": "sbo", "besluit": "toegekend", "besluitOp": "2025-07-01""#, []
    ),
    ReferralCase(
      "Refused", tlv: #""soort": "so2", "besluit": "afgewezen", "besluitOp": "2025-07-01", "tot": "2027-07-31""#, []),
    ReferralCase("Left before", tlv: expiring, and: ReferralCase.left("2026-07-16"), []),
    ReferralCase("Withdrawn", tlv: expiring + #", "ingetrokken": {"reden": "dubbel"}"#, []),
  ]

  private static func place(_ issuer: String, _ theirs: String, _ more: String = "") -> String {
    #""soort": "sbo", "besluit": "toegekend", "besluitOp": "2026-11-02", "schoolAangemeldOp": "2026-11-16", "#
      + #""school": "De Wissel", "swv": "\#(issuer)", "schoolSwv": "\#(theirs)""# + more
  }

  private static let elsewhere = place("SWV Waterveen", "SWV Heuvelrand")

  static let regions: [ReferralCase] = [
    ReferralCase("Another samenwerkingsverband", tlv: elsewhere, [.init(from: "2026-11-16")]),
    ReferralCase("The same one, written otherwise", tlv: place("SWV Waterveen", " swv  waterveen "), []),
    ReferralCase(
      "The school's own goes by its number too", tlv: place("Waterland", "PO2601"), []),
    ReferralCase(
      "Without one on record it is the school's own that gives it", tlv: place("", "Waterland"), []),
    ReferralCase(
      "Which is then not another one's", tlv: place("", "SWV Heuvelrand"), [.init(from: "2026-11-16")]),
    ReferralCase(
      "Where the school lies is not on record", tlv: place("SWV Waterveen", ""), [.init(from: "2026-11-16")]),
    ReferralCase(
      "SO holds everywhere",
      tlv: #""soort": "so2", "schoolAangemeldOp": "2026-11-16", "swv": "A", "schoolSwv": "B""#, []),
    ReferralCase("No place asked for yet", tlv: #""soort": "sbo", "besluit": "toegekend", "swv": "A""#, []),
    ReferralCase(
      "A TLV of that samenwerkingsverband clears it",
      [
        .referral: ReferralCase.applications(
          elsewhere, #""soort": "sbo", "besluit": "toegekend", "besluitOp": "2026-11-20", "swv": "SWV Heuvelrand""#)
      ], [.init(from: "2026-11-16", cleared: "2026-11-20")]),
    ReferralCase(
      "One that was there already leaves nothing to ask",
      [
        .referral: ReferralCase.applications(
          elsewhere, #""soort": "sbo", "besluit": "toegekend", "besluitOp": "2026-11-13", "swv": "SWV Heuvelrand""#)
      ], []),
    ReferralCase(
      "One of yet another samenwerkingsverband does not",
      [
        .referral: ReferralCase.applications(
          elsewhere, #""soort": "sbo", "besluit": "toegekend", "besluitOp": "2026-11-20", "swv": "SWV Zeedijk""#)
      ], [.init(from: "2026-11-16")]),
    ReferralCase(
      "One that was refused, or for SO, does not",
      [
        .referral: ReferralCase.applications(
          elsewhere, #""soort": "sbo", "besluit": "afgewezen", "besluitOp": "2026-11-20", "swv": "SWV Heuvelrand""#,
          #""soort": "so1", "besluit": "toegekend", "besluitOp": "2026-11-20", "swv": "SWV Heuvelrand""#)
      ], [.init(from: "2026-11-16")]),
  ]

  private static var schoolWithPartnership: School {
    var school = SampleSchool.school()
    var own = Record<PartnershipFields>()
    own.partnershipName = "Waterland"
    own.number = "PO2601"
    school.record.partnership = own
    return school
  }

  /// Six weeks are 42 days; the day of notification itself does not count.
  static let objections: [ReferralCase] = [
    // Mon 12 Oct + 42 = Mon 23 Nov.
    ReferralCase(
      "Six weeks after it was made known", tlv: granted + #", "bekendgemaaktOp": "2026-10-12""#,
      [.init(from: "2026-10-12", due: "2026-11-23", until: "2026-11-24")]),
    // Fri 13 Nov + 42 = Fri 25 Dec: Christmas Day, 26 Dec, Sunday; Monday 28 Dec.
    ReferralCase(
      "Christmas moves the end to Monday", tlv: granted + #", "bekendgemaaktOp": "2026-11-13""#,
      [.init(from: "2026-11-13", due: "2026-12-25", lastDay: "2026-12-28", until: "2026-12-29")]),
    // Sat 10 Oct + 42 = Sat 21 Nov; Monday 23 Nov.
    ReferralCase(
      "So does a weekend", tlv: granted + #", "bekendgemaaktOp": "2026-10-10""#,
      [.init(from: "2026-10-10", due: "2026-11-21", lastDay: "2026-11-23", until: "2026-11-24")]),
    ReferralCase(
      "Both objected: the last clears it",
      tlv: granted + #", "bekendgemaaktOp": "2026-10-12", "bezwaren": ["#
        + #"{"id": "\#(id(61))", "van": "ouders", "datum": "2026-10-20"}, "#
        + #"{"id": "\#(id(62))", "van": "bestuur", "datum": "2026-11-23"}]"#,
      [.init(from: "2026-10-12", due: "2026-11-23", until: "2026-11-24", cleared: "2026-11-23")]),
    ReferralCase(
      "One objected: the other still can",
      tlv: granted + #", "bekendgemaaktOp": "2026-10-12", "bezwaren": ["#
        + #"{"id": "\#(id(61))", "van": "ouders", "datum": "2026-10-20"}]"#,
      [.init(from: "2026-10-12", due: "2026-11-23", until: "2026-11-24")]),
    ReferralCase(
      "An objection that came late counts for nothing",
      tlv: granted + #", "bekendgemaaktOp": "2026-10-12", "bezwaren": ["#
        + #"{"id": "\#(id(61))", "van": "ouders", "datum": "2026-10-20"}, "#
        + #"{"id": "\#(id(62))", "van": "bestuur", "datum": "2026-11-24"}]"#,
      [.init(from: "2026-10-12", due: "2026-11-23", until: "2026-11-24")]),
    ReferralCase("The day it was made known lacks", tlv: granted, [.init(from: "2025-07-01")]),
    ReferralCase(
      "Taken back is no decision",
      tlv: #""soort": "so2", "besluit": "ingetrokken", "besluitOp": "2026-10-08", "bekendgemaaktOp": "2026-10-12""#, []),
    ReferralCase("No decision yet", tlv: #""soort": "so2", "aangevraagdOp": "2026-10-08""#, []),
    ReferralCase(
      "A pupil who left can still object", tlv: granted + #", "bekendgemaaktOp": "2026-10-12""#,
      and: ReferralCase.left("2026-10-01"),
      [.init(from: "2026-10-12", due: "2026-11-23", until: "2026-11-24")]),
  ]

  private static let admitted = #""soort": "sbo", "aangevraagdOp": "2026-09-07", "toegelatenOp": "2026-11-16""#

  private static func transport(_ on: String) -> [SectionName: String] {
    [.support: #"{"vervoer": [{"id": "\#(id(66))", "wat": "taxi", "gevraagdOp": "\#(on)"}]}"#]
  }

  static let transports: [ReferralCase] = [
    ReferralCase("Admitted, nothing asked", tlv: admitted, [.init(from: "2026-11-16")]),
    ReferralCase("Asked on the day itself", tlv: admitted + #", "vervoerGevraagdOp": "2026-11-16""#, []),
    ReferralCase(
      "Asked a day later", tlv: admitted + #", "vervoerGevraagdOp": "2026-11-17""#,
      [.init(from: "2026-11-16", cleared: "2026-11-17")]),
    ReferralCase(
      "Asked under Ondersteuning", tlv: admitted, and: transport("2026-11-19"),
      [.init(from: "2026-11-16", cleared: "2026-11-19")]),
    ReferralCase("There on the day of the application", tlv: admitted, and: transport("2026-09-07"), []),
    ReferralCase(
      "Transport of long ago was for another school", tlv: admitted, and: transport("2026-09-06"),
      [.init(from: "2026-11-16")]),
    ReferralCase("Not admitted yet", tlv: #""soort": "sbo", "aangevraagdOp": "2026-09-07""#, []),
    ReferralCase("Left before", tlv: admitted, and: ReferralCase.left("2026-11-15"), []),
  ]

  private static func stay(_ born: String, _ more: String = "") -> [SectionName: String] {
    [
      .pupil:
        #"{"geboortedatum": "\#(born)", "inschrijvingen": [{"id": "\#(id(90))", "soort": "definitief", "van": "2020-08-24"\#(more)}]}"#
    ]
  }

  /// A school year runs from 1 August to 31 July.
  static let leaving: [ReferralCase] = [
    ReferralCase(
      "14 on the last day of a school year: that year's end", stay("2013-07-31"),
      [.init(from: "2026-08-01", due: "2027-07-31")]),
    ReferralCase(
      "14 on the first day of the next: a year later", stay("2013-08-01"),
      [.init(from: "2027-08-01", due: "2028-07-31")]),
    ReferralCase(
      "Born on 29 February", stay("2012-02-29"), [.init(from: "2025-08-01", due: "2026-07-31")]),
    ReferralCase(
      "Leaving clears it", stay("2013-07-31", #", "tot": "2027-07-16""#),
      [.init(from: "2026-08-01", due: "2027-07-31", until: "2027-07-17", cleared: "2027-07-16")]),
    ReferralCase(
      "Who came back is asked about once",
      stay(
        "2013-07-31",
        #", "tot": "2025-07-18"}, {"id": "\#(id(92))", "soort": "definitief", "van": "2026-01-05""#),
      [.init(from: "2026-08-01", due: "2027-07-31")]),
    ReferralCase("Left before that year", stay("2013-07-31", #", "tot": "2026-07-17""#), []),
    ReferralCase(
      "Enrolled when already too old",
      [
        .pupil:
          #"{"geboortedatum": "2010-03-14", "inschrijvingen": [{"id": "\#(id(90))", "soort": "definitief", "van": "2026-08-24"}]}"#
      ], [.init(from: "2026-08-24", due: "2024-07-31")]),
    ReferralCase(
      "A group shows it too where no enrolment is on record",
      [
        .pupil:
          #"{"geboortedatum": "2013-07-31", "groepen": [{"id": "\#(id(91))", "groep": "\#(id(31))", "leerjaar": 8, "van": "2026-08-01"}]}"#
      ], [.init(from: "2026-08-01", due: "2027-07-31")]),
    ReferralCase("Date of birth not on record", [.pupil: "{}"], []),
  ]

  @Test("Before a TLV ends it is decided how to go on", arguments: expiries)
  func expiry(it: ReferralCase) throws { try it.check("tlv.verloopt") }

  @Test("A TLV for SBO holds where it was given", arguments: regions)
  func region(it: ReferralCase) throws { try it.check("tlv.regio", school: Self.schoolWithPartnership) }

  @Test("Where nobody knows who gave the TLV, no samenwerkingsverband is another one")
  func unknownIssuer() throws {
    #expect(try ReferralCase("", tlv: Self.place("", "SWV Heuvelrand"), []).found("tlv.regio") == [])
  }

  @Test("Parents and board have six weeks to object", arguments: objections)
  func objection(it: ReferralCase) throws { try it.check("tlv.bezwaar") }

  @Test("Admitted: parents ask for transport", arguments: transports)
  func transport(it: ReferralCase) throws { try it.check("tlv.vervoer") }

  @Test("SBO until the end of the school year in which the pupil turns 14", arguments: leaving)
  func leavingAge(it: ReferralCase) throws {
    var school = SampleSchool.school()
    school.record.type = Choice(.specialPrimary)
    try it.check("tlv.sbo-leeftijd", school: school)
    // A rule for SBO says nothing at another kind of school.
    #expect(try it.found("tlv.sbo-leeftijd") == [])
  }

  @Test("What is a reminder and what a breach")
  func floors() throws {
    #expect(try ReferralCase("", tlv: Self.elsewhere, []).found("tlv.regio").map(\.floor) == [.now])
    #expect(try ReferralCase("", tlv: Self.place("A", ""), []).found("tlv.regio").map(\.floor) == [.later])
    #expect(try ReferralCase("", tlv: Self.admitted, []).found("tlv.vervoer").map(\.floor) == [.later])
    #expect(try ReferralCase("", tlv: Self.granted, []).found("tlv.verloopt").map(\.floor) == [.now])
  }

  @Test("The proof counts the term out and names the days that it passes over")
  func counted() throws {
    let bench = try RuleBench("tlv.bezwaar")
    let tabs = ReferralCase("", tlv: Self.granted + #", "bekendgemaaktOp": "2026-11-13""#, []).tabs
    let proof = try bench.proof(of: #require(try bench.episodes(tabs).first))
    #expect(proof.contains("vr 13 nov 2026 + 6 weken = vr 25 dec 2026."))
    #expect(proof.count { $0.contains("telt niet als laatste dag") } == 3)
  }

  @Test("A TLV for SO that ends on another day than 31 July is doubted, one for SBO is not")
  func notEndOfJuly() throws {
    func doubts(_ kind: String, _ until: String) throws -> Bool {
      let bench = try RuleBench("tlv.verloopt")
      let tabs = ReferralCase("", tlv: #""soort": "\#(kind)", "tot": "\#(until)""#, []).tabs
      return try bench.proof(of: #require(try bench.episodes(tabs).first)).contains { $0.contains("31 juli. Kijk na") }
    }
    #expect(try doubts("so1", "2027-07-30"))
    #expect(try doubts("so3", "2027-08-01"))
    #expect(try !doubts("so1", "2027-07-31"))
    #expect(try !doubts("sbo", "2027-07-30"))
  }
}
