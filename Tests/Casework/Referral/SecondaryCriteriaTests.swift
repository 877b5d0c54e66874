import Casework
import ReferenceData
import Support
import Testing

/// Sources: Handreiking §4.3 and 4.4; Inrichtingsbesluit WVO 15d lid 3-6 and 15e; DL 60 at the end of group 8.
@Suite("The checks of PrO and LWOO")
struct SecondaryCriteriaTests {
  /// DLE of arithmetic, comprehension, technical reading and spelling, each at DL 60; nothing where not measured.
  private func check(
    iq: Int?, _ reached: [Int?], had: Int = 60, problems: YesNoUnknown? = nil, judged: YesNoUnknown? = nil
  ) -> SecondaryCheck {
    make(SecondaryCheckFields.self, 1) { record in
      record.intelligence = iq
      record.socialEmotional = problems.map { Choice($0) }
      record.judgedPractical = judged.map { Choice($0) }
      for (place, domain) in LearningDomain.allCases.enumerated() {
        guard let months = reached[place] else { continue }
        record.put(
          make(DomainResultFields.self, UInt64(10 + place)) {
            $0.domain = Choice(domain)
            $0.reached = months
            $0.had = had
          }, in: \.domains)
      }
    }
  }

  private let nothing = SecondaryBackground(hasPlan: .no, hasSpecialPlacement: .no)
  private let plan = SecondaryBackground(hasPlan: .yes, hasSpecialPlacement: .no)

  @Test(
    "PrO: IQ 55 to 80, both included; 85 of the diagram does not count",
    arguments: [(54, CriteriaAnswer.doesNot), (55, .meets), (80, .meets), (81, .doesNot), (85, .doesNot)])
  func practicalIntelligence(iq: Int, answer: CriteriaAnswer) {
    #expect(check(iq: iq, [30, 30, 60, 60], judged: .no).practicalEducation(nothing).answer == answer)
  }

  /// At DL 60 a half is 30 months behind: DLE 30 meets it, DLE 31 (0.483) does not.
  @Test(
    "PrO: half behind in two domains, one of them arithmetic or comprehension",
    arguments: [
      ([30, 60, 30, 60], CriteriaAnswer.meets), ([31, 60, 30, 60], .doesNot), ([60, 60, 30, 30], .doesNot),
      ([60, 30, 60, 30], .meets), ([30, 60, 60, 60], .doesNot), ([30, nil, 60, 60], .unknown),
      ([nil, 60, 30, 30], .unknown), ([nil, 60, 60, 60], .doesNot), ([30, 30, nil, nil], .meets),
    ] as [([Int?], CriteriaAnswer)])
  func practicalDelay(reached: [Int?], answer: CriteriaAnswer) {
    #expect(check(iq: 70, reached, judged: .no).practicalEducation(nothing).answer == answer)
  }

  @Test("PrO at an odd DL: 25 of 51 is enough (26 lost), 26 of 51 is not (25 lost)")
  func oddMonths() {
    #expect(check(iq: 70, [25, 25, 51, 51], had: 51, judged: .no).practicalEducation(nothing).answer == .meets)
    #expect(check(iq: 70, [26, 25, 51, 51], had: 51, judged: .no).practicalEducation(nothing).answer == .doesNot)
  }

  @Test("PrO made to measure: a plan or TLV with one criterion, or the judgement of all")
  func tailored() {
    let special = SecondaryBackground(hasPlan: .no, hasSpecialPlacement: .yes)
    let onlyIq = check(iq: 70, [60, 60, 60, 60], judged: .no)
    let onlyDelay = check(iq: 90, [30, 30, 60, 60], judged: .no)
    let neither = check(iq: 90, [60, 60, 60, 60], judged: .no)
    #expect(onlyIq.practicalEducation(plan).answer == .tailored)
    #expect(onlyDelay.practicalEducation(special).answer == .tailored)
    #expect(onlyIq.practicalEducation(nothing).answer == .doesNot)
    #expect(neither.practicalEducation(plan).answer == .doesNot)
    #expect(check(iq: 90, [60, 60, 60, 60], judged: .yes).practicalEducation(nothing).answer == .tailored)
    #expect(check(iq: nil, [30, 30, 60, 60]).practicalEducation(plan).answer == .unknown)
  }

  @Test(
    "LWOO: IQ 75 to 90; 91 to 120 only with social-emotional problems",
    arguments: [
      (74, nil, CriteriaAnswer.doesNot), (75, nil, .meets), (90, nil, .meets), (91, nil, .unknown), (91, .yes, .meets),
      (91, .no, .doesNot), (120, .yes, .meets), (121, .yes, .doesNot), (nil, .yes, .unknown),
    ] as [(Int?, YesNoUnknown?, CriteriaAnswer)])
  func supportIntelligence(iq: Int?, problems: YesNoUnknown?, answer: CriteriaAnswer) {
    #expect(check(iq: iq, [40, 40, 60, 60], problems: problems).learningSupport().answer == answer)
  }

  /// At DL 60: 15 months behind is 0.25 (DLE 45), 30 is 0.5 (DLE 30).
  @Test(
    "LWOO: a quarter to half behind, both included",
    arguments: [
      ([45, 45, 60, 60], CriteriaAnswer.meets), ([46, 45, 60, 60], .doesNot), ([30, 45, 60, 60], .meets),
      ([29, 45, 60, 60], .doesNot), ([60, 60, 45, 45], .doesNot), ([45, nil, 60, 60], .unknown),
    ] as [([Int?], CriteriaAnswer)])
  func supportDelay(reached: [Int?], answer: CriteriaAnswer) {
    #expect(check(iq: 80, reached).learningSupport().answer == answer)
  }

  @Test("Exactly half is said where it counts for LWOO, and every domain is a step")
  func steps() {
    func said(_ reached: [Int?]) -> [String] { check(iq: 85, reached).learningSupport().steps.map(\.sentence) }
    #expect(said([30, 45, 60, nil]).contains("preciesDeHelft"))
    #expect(!said([31, 45, 60, nil]).contains("preciesDeHelft"))
    #expect(
      said([30, 45, 60, nil]) == [
        "iqLwoo", "iqZonderDatum", "lwooTelt", "lwooTelt", "lwooTeltNiet", "vakOnbekend", "vakken", "preciesDeHelft",
      ])
  }

  /// 29/60 lost is 0.4833, 31 months reached; 1 - 30/60 is 0.5; one month too many (61) is no delay at all.
  @Test(
    "The delay is written with three decimals that never reach a limit too early",
    arguments: [(31, 60, "0,483"), (30, 60, "0,500"), (61, 60, "0,000"), (60, 119, "0,495"), (0, 60, "1,000")])
  func decimals(reached: Int, had: Int, words: String) {
    let steps = check(iq: 70, [reached, nil, nil, nil], had: had).practicalEducation(nothing).steps
    #expect(steps.contains { $0.values["achterstand"] == .text(words) })
  }

  /// Inrichtingsbesluit WVO 15d lid 6: from 75 to 80 either may fit, and the board says why.
  @Test("Both may fit with an IQ from 75 to 80", arguments: [(74, false), (75, true), (80, true), (81, false)])
  func overlap(iq: Int, isSaid: Bool) {
    let steps = check(iq: iq, [30, 30, 60, 60]).learningSupport().steps
    #expect(steps.contains { $0.sentence == "iqOverlap" } == isSaid)
  }

  @Test("Numbers that cannot be months of schooling are not known, and trap nothing")
  func nonsense() {
    #expect(check(iq: 70, [0, 0, 0, 0], had: 0).practicalEducation(nothing).answer == .unknown)
    #expect(check(iq: 70, [Int.min, -1, 1, 1], had: Int.max).practicalEducation(nothing).answer == .unknown)
  }

  @Test("An IQ that no test gives is not known", arguments: [-1, 0, 19, 201, Int.max])
  func impossibleIntelligence(iq: Int) {
    let steps = check(iq: iq, [30, 30, 60, 60], judged: .no).practicalEducation(nothing)
    #expect(steps.answer == .unknown)
    #expect(steps.steps.first?.sentence == "iqKanNiet")
    #expect(check(iq: iq, [45, 45, 60, 60]).learningSupport().answer == .unknown)
  }

  /// Measured twice: the later one counts, whatever the order in the file; two of one day that differ are no answer.
  @Test("Of several measurements the last one counts; two of one day that differ leave it open")
  func measuredTwice() {
    func answer(_ second: Int, on date: String) -> CriteriaAnswer {
      var record = check(iq: 70, [30, 30, 60, 60], judged: .no)
      var first = record.domains[0]
      first.on = day("2026-10-01")
      record.put(first, in: \.domains)
      record.put(
        make(DomainResultFields.self, 20) {
          $0.domain = Choice(.arithmetic)
          $0.on = day(date)
          $0.reached = second
          $0.had = 60
        }, in: \.domains)
      var turned = record
      turned.members["domeinen"] = .array((record.members["domeinen"]?.elements ?? []).reversed())
      #expect(turned.practicalEducation(nothing).answer == record.practicalEducation(nothing).answer)
      return record.practicalEducation(nothing).answer
    }
    #expect(answer(40, on: "2026-09-30") == .meets)
    #expect(answer(40, on: "2026-10-02") == .doesNot)
    #expect(answer(40, on: "2026-10-01") == .unknown)
    #expect(answer(30, on: "2026-10-01") == .meets)
  }

  @Test("What parents think goes along wherever PrO is the way, also when only the route by which is not known")
  func viewsGoAlong() {
    func asksViews(_ check: SecondaryCheck, _ background: SecondaryBackground) -> Bool {
      check.practicalEducation(background).steps.contains { $0.sentence == "zienswijzeMee" }
    }
    let unmeasured = check(iq: 70, [nil, nil, nil, nil], judged: .no)
    #expect(unmeasured.practicalEducation(plan).answer == .unknown)
    #expect(unmeasured.practicalEducation(plan).tailored == .yes)
    #expect(asksViews(unmeasured, plan))
    #expect(!asksViews(unmeasured, nothing))
    #expect(asksViews(check(iq: 70, [30, 30, 60, 60]), nothing))
    #expect(!asksViews(check(iq: 90, [60, 60, 60, 60], judged: .no), plan))
  }

  @Test("The made-to-measure route that is not known yet leaves the way open")
  func openRoute() {
    let unknown = check(iq: 90, [60, 60, 60, 60]).practicalEducation(nothing)
    #expect(unknown.answer == .doesNot)
    #expect(unknown.tailored == .unknown)
    #expect(check(iq: 90, [60, 60, 60, 60], judged: .no).practicalEducation(nothing).tailored == .no)
  }
}

/// The background of the checks in a whole dossier.
@Suite("The checks of PrO and LWOO in a dossier")
struct SecondaryOutcomeTests {
  /// Only the IQ is met, so that the plan or the TLV decides; judged: no.
  private func dossier(_ tabs: [SectionName: String] = [:]) throws -> Dossier {
    let check =
      #"{"proLwoo": [{"id": "\#(id(9))", "datum": "2026-10-15", "iq": 70, "aangewezenOpPro": "nee", "domeinen": ["#
      + LearningDomain.allCases.enumerated().map {
        #"{"id": "\#(id(UInt64(20 + $0.offset)))", "domein": "\#($0.element.rawValue)", "dle": 60, "dl": 60}"#
      }.joined(separator: ", ") + "]}]"
    var all = tabs
    all[.referral] = check + (tabs[.referral].map { ", " + $0 } ?? "") + "}"
    return try FlowDossier.make(all)
  }

  private func answer(_ tabs: [SectionName: String] = [:], on date: String = "2026-11-23") throws -> CriteriaAnswer? {
    try dossier(tabs).secondaryOutcome(on: day(date))?.practical.answer
  }

  @Test("A plan counts from the day it was established to the day it was closed")
  func plan() throws {
    #expect(try answer() == .doesNot)
    let tab = [
      SectionName.plan:
        #"{"versies": [{"id": "\#(id(1))", "vastgesteldOp": "2026-11-01", "afgeslotenOp": "2026-11-20"}]}"#
    ]
    #expect(try answer(tab, on: "2026-10-31") == .doesNot)
    #expect(try answer(tab, on: "2026-11-01") == .tailored)
    #expect(try answer(tab, on: "2026-11-20") == .tailored)
    #expect(try answer(tab, on: "2026-11-21") == .doesNot)
  }

  @Test("A TLV counts from its decision to its last day, and only when it was given")
  func placement() throws {
    func tab(_ decision: String) -> [SectionName: String] {
      [
        .referral:
          #""tlv": [{"id": "\#(id(2))", "soort": "so2", "besluit": "\#(decision)", "besluitOp": "2026-11-01", "tot": "2027-07-31"}]"#
      ]
    }
    #expect(try answer(tab("toegekend"), on: "2026-10-31") == .doesNot)
    #expect(try answer(tab("toegekend"), on: "2026-11-01") == .tailored)
    #expect(try answer(tab("toegekend"), on: "2027-07-31") == .tailored)
    #expect(try answer(tab("toegekend"), on: "2027-08-01") == .doesNot)
    #expect(try answer(tab("afgewezen")) == .doesNot)
  }

  /// Handreiking §4.3: a TLV for (V)SO; at an SBO a pupil learns the same as elsewhere.
  @Test(
    "Only a TLV for special education opens the made-to-measure route; one of an unknown kind leaves it open",
    arguments: [
      ("sbo", YesNoUnknown.no), ("so1", .yes), ("so2", .yes), ("so3", .yes), ("wat anders", .unknown), (nil, .unknown),
    ] as [(String?, YesNoUnknown)])
  func placementKind(kind: String?, tailored: YesNoUnknown) throws {
    let words = kind.map { #""soort": "\#($0)", "# } ?? ""
    let tab = [
      SectionName.referral: #""tlv": [{"id": "\#(id(2))", \#(words)"besluit": "toegekend", "besluitOp": "2026-11-01"}]"#
    ]
    let outcome = try dossier(tab).secondaryOutcome(on: day("2026-11-23"))
    #expect(outcome?.practical.tailored == tailored)
    let step = try #require(outcome?.practical.steps.last { $0.sentence == "maatwerk" })
    #expect(try ReferenceData.referralTexts().words(of: step).contains("TLV voor (V)SO: \(tailored.label)."))
  }

  @Test("Before its day there is no check; a tab that cannot be read gives none, and an unreadable plan is not known")
  func unread() throws {
    #expect(try answer(on: "2026-10-14") == nil)
    var closed = try dossier()
    closed.plan = .notReadable
    #expect(closed.secondaryOutcome(on: day("2026-11-23"))?.practical.tailored == .unknown)
    closed.referral = .damaged("stuk")
    #expect(closed.secondaryOutcome(on: day("2026-11-23")) == nil)
  }
}
