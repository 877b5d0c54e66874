import Casework
import Support
import Testing

/// §3.9: two, three and five years after the last day; years are counted on the calendar, and nothing moves their end.
@Suite("bewaren.dossier, .verwezen, .verzuim")
struct RetentionTests {
  private func left(_ last: String?, _ more: String = "", beside: String = "") -> String {
    let end = last.map { ", \"tot\": \"\($0)\"" } ?? ""
    return """
      {"roepnaam": "Noor", "inschrijvingen": [{"id": "\(id(1))", "soort": "definitief", "van": "2020-08-01"\(end)\(more)}\(beside)]}
      """
  }

  private let consents = "{\"toestemmingen\": [{\"id\": \"\(id(30))\", \"gegevens\": \"OPP\"}]}"

  @Test(
    "each term runs from the last day and shows 28 days before its end",
    arguments: [
      ("bewaren.dossier", "nee", "2024-11-30", "2026-11-02", "2026-11-30"),
      // 29 February 2024 + 2 years = 28 February 2026; - 28 = 31 January.
      ("bewaren.dossier", "nee", "2024-02-29", "2026-01-31", "2026-02-28"),
      ("bewaren.verwezen", "ja", "2023-11-30", "2026-11-02", "2026-11-30"),
      ("bewaren.verzuim", "nee", "2021-11-30", "2026-11-02", "2026-11-30"),
      ("bewaren.verzuim", "ja", "2021-11-30", "2026-11-02", "2026-11-30"),
    ])
  func terms(rule: String, referred: String, last: String, from: String, due: String) throws {
    let found = try RuleBench(RuleID(rule)).episodes([
      .pupil: left(last, ", \"verwezen\": \"\(referred)\""), .consent: consents,
    ])
    #expect(found.map(\.dates) == [Episode.Dates(from: from, due: due)])
  }

  @Test("referred or not decides between two and three years; not knowing asks at two and says so")
  func referral() throws {
    func count(_ rule: RuleID, _ more: String) throws -> Int {
      try RuleBench(rule).episodes([.pupil: left("2024-11-30", more), .consent: consents]).count
    }
    for more in [", \"verwezen\": \"nee\"", ", \"verwezen\": \"onbekend\"", ""] {
      #expect(try count("bewaren.dossier", more) == 1)
      #expect(try count("bewaren.verwezen", more) == 0)
    }
    #expect(try count("bewaren.dossier", ", \"verwezen\": \"ja\"") == 0)
    let bench = try RuleBench("bewaren.dossier")
    let unknown = try bench.episodes([.pupil: left("2024-11-30"), .consent: consents])
    #expect(try unknown.flatMap { try bench.proof(of: $0) }.joined(separator: " ").contains("Vul dat eerst in"))
  }

  @Test("only the kernel is left: nothing to wipe before the fifth year")
  func kernel() throws {
    let bench = try RuleBench("bewaren.dossier")
    let pupil = left("2024-11-30")
    #expect(try bench.episodes([.pupil: pupil]).isEmpty)
    #expect(try bench.episodes([.pupil: pupil, .absence: "{\"afwezig\": [{\"id\": \"\(id(5))\"}]}"]).isEmpty)
    #expect(try bench.episodes([.pupil: pupil, .consent: "{\"toestemmingen\": []}"]).isEmpty)
    #expect(try bench.episodes([.pupil: pupil, .consent: consents]).count == 1)
    #expect(try bench.episodes([.pupil: String(pupil.dropLast()) + ", \"thuistaal\": \"Pools\"}"]).count == 1)
    #expect(try RuleBench("bewaren.verzuim").episodes([.pupil: pupil]).count == 1)
  }

  @Test("who is still at school, came back, or whose leaving was taken back is kept")
  func stays() throws {
    let bench = try RuleBench("bewaren.verzuim")
    #expect(try bench.episodes([.pupil: left(nil)]).isEmpty)
    let back = ", {\"id\": \"\(id(2))\", \"soort\": \"definitief\", \"van\": \"2022-08-01\"}"
    #expect(try bench.episodes([.pupil: left("2021-11-30", beside: back)]).isEmpty)
    #expect(try bench.episodes([.pupil: left("2021-11-30", ", " + takenBack)]).isEmpty)
    #expect(try bench.episodes([:]).isEmpty)
  }

  @Test("what still runs blocks wiping, and the proof names it")
  func obstacles() throws {
    let bench = try RuleBench("bewaren.verzuim")
    func proof(_ tab: SectionName, _ json: String) throws -> String {
      try bench.episodes([.pupil: left("2021-11-30"), tab: json]).flatMap { try bench.proof(of: $0) }
        .joined(separator: " ")
    }
    let request = "{\"inzageverzoeken\": [{\"id\": \"\(id(5))\", \"ontvangenOp\": \"2026-11-02\"MORE}]}"
    #expect(try proof(.consent, request.replacing("MORE", with: "")).contains("inzage van ma 2 nov 2026"))
    #expect(
      try !proof(.consent, request.replacing("MORE", with: ", \"gegevenOp\": \"2026-11-09\"")).contains("inzage"))
    let dispute = "{\"geschillen\": [{\"id\": \"\(id(5))\", \"ingediendOp\": \"2026-11-02\"MORE}]}"
    #expect(try proof(.referral, dispute.replacing("MORE", with: "")).contains("geschil van"))
    #expect(
      try !proof(.referral, dispute.replacing("MORE", with: ", \"gestoptOp\": \"2026-11-09\"")).contains("geschil"))
    let objection = "{\"aanmeldingen\": [{\"id\": \"\(id(5))\", \"bezwaarOntvangenOp\": \"2026-11-02\"MORE}]}"
    #expect(try proof(.admission, objection.replacing("MORE", with: "")).contains("bezwaar van"))
    #expect(
      try !proof(.admission, objection.replacing("MORE", with: ", \"bezwaarBeslistOp\": \"2026-11-09\""))
        .contains("bezwaar"))
  }
}

/// §1.5, 2.2; the SOP ended on 1 August 2025 (wet.md §2).
@Suite("school.sop, .aanbod, .plan-swv")
struct SchoolRuleTests {
  private func school(_ offers: [(kind: String, adopted: String, year: String?, advised: String?)]) -> School {
    var school = SampleSchool.school()
    for (index, offer) in offers.enumerated() {
      school.record.put(
        make(SupportOfferFields.self, UInt64(70 + index)) {
          $0.kind = Choice(word: offer.kind)
          $0.adopted = day(offer.adopted)
          $0.schoolYear = offer.year.flatMap { SchoolYear($0) }
          $0.councilAdvised = offer.advised.map(day)
        }, in: \.supportOffers)
    }
    return school
  }

  private func found(
    _ rule: RuleID, _ school: School, until horizon: String = "2027-12-31"
  ) throws -> [Episode] {
    let engine = RuleEngine(book: try RuleBench.book(), rules: Rule.all.filter { $0.id == rule })
    return engine.judgeSchool(in: engine.scope(of: school, until: day(horizon))).episodes
      .sorted { $0.visibleFrom < $1.visibleFrom }
  }

  @Test("a SOP is four years old on its day; a new one clears it; the law ends on 31 July 2025")
  func sop() throws {
    // 15 June 2025 - 84 days = 23 March.
    let old = school([("sop", "2021-06-15", nil, "2021-06-15")])
    #expect(
      try found("school.sop", old).map(\.dates)
        == [Episode.Dates(from: "2025-03-23", due: "2025-06-15", until: "2025-08-01")])
    let both = school([("sop", "2021-06-15", nil, "2021-06-01"), ("sop", "2025-05-20", nil, "2025-05-06")])
    #expect(try found("school.sop", both).map(\.clearedOn) == [day("2025-05-20")])
    // Replaced before it shows.
    let soon = school([("sop", "2021-06-15", nil, "2021-06-01"), ("sop", "2025-03-23", nil, "2025-03-01")])
    #expect(try found("school.sop", soon).isEmpty)
    // Shows from 31 July 2025, the last day of the law: 23 October 2025 - 84; a day later it is no law any more.
    #expect(try found("school.sop", school([("sop", "2021-10-23", nil, "2021-10-01")])).count == 1)
    #expect(try found("school.sop", school([("sop", "2021-10-24", nil, "2021-10-01")])).isEmpty)
    #expect(try found("school.sop", school([("schoolgids", "2021-06-15", nil, nil)])).isEmpty)
  }

  @Test("the MR advises before it is adopted")
  func council() throws {
    let none = try found("school.sop", school([("sop", "2023-06-15", nil, nil)]))
    #expect(none.map(\.dates) == [Episode.Dates(from: "2023-06-15", until: "2025-08-01")])
    #expect(none.map(\.floor) == [.now])
    #expect(
      try found("school.sop", school([("sop", "2023-06-15", nil, "2023-06-16")])).map(\.clearedOn) == [
        day("2023-06-16")
      ])
    #expect(try found("school.sop", school([("sop", "2023-06-15", nil, "2023-06-15")])).isEmpty)
    #expect(try found("school.sop", school([("sop", "2025-09-01", nil, nil)])).isEmpty)
  }

  @Test("each school year since August 2025 has an offer in its guide by 1 October")
  func offer() throws {
    let none = try found("school.aanbod", school([]), until: "2027-07-31")
    #expect(
      none.map(\.dates) == [
        Episode.Dates(from: "2025-08-01", due: "2025-10-01", until: "2026-08-01"),
        Episode.Dates(from: "2026-08-01", due: "2026-10-01", until: "2027-08-01"),
      ])
    let one = school([("schoolgids", "2026-09-22", "2026-2027", nil)])
    #expect(try found("school.aanbod", one, until: "2027-07-31").map(\.clearedOn) == [nil, day("2026-09-22")])
    // Adopted before the year began; the year of an offer that does not say is that of its day.
    let early = school([("schoolgids", "2026-06-30", "2026-2027", nil), ("schoolgids", "2025-09-01", nil, nil)])
    #expect(try found("school.aanbod", early, until: "2027-07-31").map(\.clearedOn) == [day("2025-09-01")])
    #expect(
      try found("school.aanbod", school([("sop", "2026-09-22", "2026-2027", nil)]), until: "2027-07-31")
        .map(\.clearedOn) == [nil, nil])
    #expect(try found("school.aanbod", school([]), until: "2025-07-31").isEmpty)
  }

  @Test("the plan of the samenwerkingsverband is four years old on its day; none on record asks nothing")
  func plan() throws {
    var known = SampleSchool.school()
    var partnership = Record<PartnershipFields>()
    partnership.planAdopted = day("2022-12-06")
    known.record.partnership = partnership
    // 6 December 2026 - 84 = 13 September.
    #expect(
      try found("school.plan-swv", known).map(\.dates) == [Episode.Dates(from: "2026-09-13", due: "2026-12-06")])
    #expect(try found("school.plan-swv", SampleSchool.school()).isEmpty)
  }
}
