import Casework
import Support
import Testing

/// Dates counted by hand on a calendar: six weeks are 42 days; WPO 40 lid 6, 63 lid 4; Awb 4:15; Atw 1 and 3.
@Suite("aanmelding.besluit")
struct AdmissionDecisionTests {
  private func tab(_ fields: String, requests: String = "") -> [SectionName: String] {
    [
      .admission: """
      {"aanmeldingen": [{"id": "\(id(7))", \(fields), "gegevensverzoeken": [\(requests)]}]}
      """
    ]
  }

  private func written(_ received: String, _ more: String = "", requests: String = "") -> [SectionName: String] {
    tab("\"vorm\": \"schriftelijk\", \"ontvangenOp\": \"\(received)\"" + more, requests: requests)
  }

  private func request(_ number: UInt64, asked: String, before: String? = nil, received: String? = nil) -> String {
    let ends = [("uiterlijk", before), ("binnenOp", received)].compactMap { key, day in
      day.map { ", \"\(key)\": \"\($0)\"" }
    }
    return "{\"id\": \"\(id(number))\", \"gevraagdOp\": \"\(asked)\"\(ends.joined())}"
  }

  @Test(
    "six weeks after receipt, moved on past weekends and recognised holidays",
    arguments: [
      // Monday 12 October + 42 days = Monday 23 November.
      ("2026-10-12", "2026-11-23", "2026-11-23"),
      // + 42 = Easter Monday 6 April 2026 (wet.md §11), so Tuesday.
      ("2026-02-23", "2026-04-06", "2026-04-07"),
      // + 42 = Friday 15 May 2026, put on a par; then a weekend: Monday 18 May.
      ("2026-04-03", "2026-05-15", "2026-05-18"),
      // + 42 = Ascension Day 14 May 2026, the day on a par, a weekend: Monday 18 May.
      ("2026-04-02", "2026-05-14", "2026-05-18"),
      // + 42 = Saturday 26 December 2026, then Sunday: Monday 28 December.
      ("2026-11-14", "2026-12-26", "2026-12-28"),
      // + 42 = Wednesday 29 July 2026, in the summer holiday: school holidays extend nothing.
      ("2026-06-17", "2026-07-29", "2026-07-29"),
    ])
  func sixWeeks(received: String, due: String, lastDay: String) throws {
    let found = try RuleBench("aanmelding.besluit").episodes(written(received))
    #expect(found.map(\.dates) == [Episode.Dates(from: received, due: due, lastDay: lastDay)])
  }

  @Test(
    "an extension counts when the parents heard it in time, and for four weeks at most",
    arguments: [
      // Told on the last day of the first term: 12 October + 70 days = Monday 21 December.
      (4, "2026-11-23", "2026-12-21"),
      // A day later it counts nothing.
      (4, "2026-11-24", "2026-11-23"),
      (2, "2026-11-01", "2026-12-07"),
      // Six weeks were asked, four count.
      (6, "2026-11-01", "2026-12-21"),
      (4, nil, "2026-11-23"),
    ] as [(Int, String?, String)])
  func prolongation(weeks: Int, told: String?, due: String) throws {
    let more = ", \"verlengingWeken\": \(weeks)" + (told.map { ", \"verlengingGemeldOp\": \"\($0)\"" } ?? "")
    let found = try RuleBench("aanmelding.besluit").episodes(written("2026-10-12", more))
    #expect(found.map(\.dates) == [Episode.Dates(from: "2026-10-12", due: due)])
  }

  @Test("the first term's last day is the one that the Atw moved it to")
  func toldOnMovedDay() throws {
    // The first term ends on Easter Monday 6 April, so Tuesday 7 April is in time and Wednesday is not.
    let inTime = ", \"verlengingWeken\": 2, \"verlengingGemeldOp\": \"2026-04-07\""
    let late = ", \"verlengingWeken\": 2, \"verlengingGemeldOp\": \"2026-04-08\""
    let bench = try RuleBench("aanmelding.besluit")
    #expect(try bench.episodes(written("2026-02-23", inTime)).map(\.due) == [day("2026-04-20")])
    #expect(try bench.episodes(written("2026-02-23", late)).map(\.due) == [day("2026-04-06")])
  }

  @Test(
    "the term stands still while parents must send data: from the day itself or the day after",
    arguments: [
      // 20 to 29 October are 10 days, 21 to 29 October are 9.
      (LegalStatus.privateSchool, "2026-12-03"), (.publicSchool, "2026-12-02"),
    ])
  func standStill(status: LegalStatus, due: String) throws {
    let bench = try RuleBench("aanmelding.besluit", school: SampleSchool.school(legalStatus: status))
    let dossier = written("2026-10-12", requests: request(1, asked: "2026-10-20", received: "2026-10-30"))
    #expect(try bench.episodes(dossier).map(\.due) == [day(due)])
  }

  @Test("a request stops nothing after its own term lapsed, and two requests together count a day once")
  func lapsedAndOverlapping() throws {
    let bench = try RuleBench("aanmelding.besluit", school: SampleSchool.school(legalStatus: .privateSchool))
    // 20 to 26 October: 7 days, though the data came in on 5 November.
    let lapsed = request(1, asked: "2026-10-20", before: "2026-10-27", received: "2026-11-05")
    #expect(try bench.episodes(written("2026-10-12", requests: lapsed)).map(\.due) == [day("2026-11-30")])
    // 20 October to 1 November: 13 days; 6 December is a Sunday.
    let two =
      request(1, asked: "2026-10-20", received: "2026-10-30") + ", "
      + request(2, asked: "2026-10-26", received: "2026-11-02")
    let found = try bench.episodes(written("2026-10-12", requests: two))
    #expect(found.map(\.dates) == [Episode.Dates(from: "2026-10-12", due: "2026-12-06", lastDay: "2026-12-07")])
    // Asked when the term had ended already.
    let late = request(1, asked: "2026-11-24", received: "2026-12-10")
    #expect(try bench.episodes(written("2026-10-12", requests: late)).map(\.due) == [day("2026-11-23")])
    // A public school asked on the term's last day: it would stand still from the day after, when it is over.
    let onLastDay = request(1, asked: "2026-11-23", received: "2026-12-10")
    let publicBench = try RuleBench("aanmelding.besluit")
    #expect(try publicBench.episodes(written("2026-10-12", requests: onLastDay)).map(\.due) == [day("2026-11-23")])
  }

  @Test("a request on the day to which the Atw moved the end still stops the term")
  func askedOnMovedDay() throws {
    let bench = try RuleBench("aanmelding.besluit", school: SampleSchool.school(legalStatus: .privateSchool))
    // 17 October + 42 = Saturday 28 November, so Monday the 30th is the last day; it stands still that day and runs again
    // on Thursday 3 December. Before that day it cannot end: the data are not in.
    let asked = request(1, asked: "2026-11-30", received: "2026-12-03")
    let found = try bench.episodes(written("2026-10-17", requests: asked))
    #expect(found.map(\.dates) == [Episode.Dates(from: "2026-10-17", due: "2026-12-03")])
    let proof = try bench.proof(of: try #require(found.first))
    #expect(proof.contains { $0.contains("pas op een dag waarop zij weer loopt") })
    // In on Saturday 5 December: the next working day is Monday.
    let saturday = request(1, asked: "2026-11-30", received: "2026-12-05")
    let later = try bench.episodes(written("2026-10-17", requests: saturday))
    #expect(later.map(\.dates) == [Episode.Dates(from: "2026-10-17", due: "2026-12-05", lastDay: "2026-12-07")])
  }

  @Test("where it is not on record whether the school is public or private, the earlier day counts, and is said")
  func statusUnknown() throws {
    var school = SampleSchool.school()
    school.record.legalStatus = nil
    let bench = try RuleBench("aanmelding.besluit", school: school)
    let found = try bench.episodes(
      written("2026-10-12", requests: request(1, asked: "2026-10-20", received: "2026-10-30")))
    #expect(found.map(\.due) == [day("2026-12-02")])
    let proof = try found.flatMap { try bench.proof(of: $0) }.joined(separator: " ")
    #expect(proof.contains("openbaar of bijzonder"))
  }

  @Test("who left and applies anew is decided on as anyone else")
  func appliedAnew() throws {
    var tabs = written("2026-10-12")
    tabs[.pupil] = """
      {"inschrijvingen": [{"id": "\(id(1))", "soort": "definitief", "van": "2022-08-01", "tot": "2025-07-31"}]}
      """
    #expect(try RuleBench("aanmelding.besluit").episodes(tabs).map(\.lastDay) == [day("2026-11-23")])
  }

  @Test("an application from before the departure is asked about no longer; one during enrolment ends with it")
  func leftSince() throws {
    func dates(received: String, until: String) throws -> [Episode.Dates] {
      var tabs = written(received)
      tabs[.pupil] = """
        {"inschrijvingen": [{"id": "\(id(1))", "soort": "definitief", "van": "2024-08-01", "tot": "\(until)"}]}
        """
      return try RuleBench("aanmelding.besluit").episodes(tabs).map(\.dates)
    }
    // 3 June 2024 + 42 days = Monday 15 July.
    #expect(
      try dates(received: "2024-06-03", until: "2026-07-31")
        == [Episode.Dates(from: "2024-06-03", due: "2024-07-15", until: "2026-08-01")])
    #expect(
      try dates(received: "2026-10-12", until: "2026-12-31")
        == [Episode.Dates(from: "2026-10-12", due: "2026-11-23", until: "2027-01-01")])
  }

  @Test(
    "data asked before the application came in lengthen the term only by days on which it ran",
    arguments: [
      // Over before it began.
      (LegalStatus.publicSchool, "2026-10-01", "2026-10-05", "2026-11-23"),
      // 13 to 19 October: 7 days, Monday 30 November.
      (.publicSchool, "2026-10-01", "2026-10-20", "2026-11-30"),
      (.privateSchool, "2026-10-01", "2026-10-20", "2026-11-30"),
      // The day of receipt itself is no day of the term: 13 and 14 October.
      (.privateSchool, "2026-10-12", "2026-10-15", "2026-11-25"),
      (.privateSchool, "2026-10-12", "2026-10-13", "2026-11-23"),
    ])
  func askedBeforeReceipt(status: LegalStatus, asked: String, received: String, due: String) throws {
    let bench = try RuleBench("aanmelding.besluit", school: SampleSchool.school(legalStatus: status))
    let found = try bench.episodes(written("2026-10-12", requests: request(1, asked: asked, received: received)))
    #expect(found.map(\.due) == [day(due)])
  }

  @Test(
    "while the term stands still nobody can say that an extension was told too late; on its earliest end it was not")
  func extensionWhileStandingStill() throws {
    let bench = try RuleBench("aanmelding.besluit")
    func proof(_ told: String, weeks: Int? = 4, asked: String?) throws -> String {
      let more = (weeks.map { ", \"verlengingWeken\": \($0)" } ?? "") + ", \"verlengingGemeldOp\": \"\(told)\""
      let found = try bench.episodes(written("2026-10-12", more, requests: asked.map { request(1, asked: $0) } ?? ""))
      return try found.flatMap { try bench.proof(of: $0) }.joined(separator: "\n")
    }
    let open = try proof("2026-12-01", asked: "2026-10-20")
    #expect(open.contains("pas te zeggen"))
    #expect(!open.contains("gemoeten"))
    #expect(try proof("2026-11-23", asked: "2026-10-20").contains("op tijd, dus dat telt"))
    // The request came when the first term was over: it stands still no more.
    #expect(try proof("2026-12-01", asked: "2026-11-25").contains("gemoeten"))
    #expect(try proof("2026-11-01", weeks: nil, asked: nil).contains("niet hoeveel weken"))
  }

  @Test("while data are awaited without a day on which that ends, there is no last day yet")
  func standsStillOpen() throws {
    let dossier = written("2026-10-12", requests: request(1, asked: "2026-10-20"))
    let found = try RuleBench("aanmelding.besluit").episodes(dossier)
    #expect(found.map(\.dates) == [Episode.Dates(from: "2026-10-12")])
    #expect(found.first?.floor == .later)
  }

  @Test("any decision with its day clears it; a decision without a day does not")
  func cleared() throws {
    let bench = try RuleBench("aanmelding.besluit")
    for decision in AdmissionDecision.allCases {
      let more = ", \"besluit\": \"\(decision.rawValue)\", \"besluitOp\": \"2026-11-23\""
      #expect(try bench.episodes(written("2026-10-12", more)).map(\.clearedOn) == [day("2026-11-23")])
    }
    let undated = try bench.episodes(written("2026-10-12", ", \"besluit\": \"geweigerd\""))
    #expect(undated.map(\.clearedOn) == [nil])
    let proof = try undated.flatMap { try bench.proof(of: $0) }
    #expect(proof.contains("Er staat een besluit zonder datum. Vul de datum in."))
  }

  @Test("an oral application, one without a day of receipt and one taken back start no term")
  func justNot() throws {
    let bench = try RuleBench("aanmelding.besluit")
    #expect(try bench.episodes(tab("\"vorm\": \"mondeling\", \"ontvangenOp\": \"2026-10-12\"")).isEmpty)
    #expect(try bench.episodes(tab("\"vorm\": \"schriftelijk\"")).isEmpty)
    let withdrawn = ", \"ingetrokken\": {\"reden\": \"dubbel\", \"door\": \"anouk\", \"op\": \"2026-10-13T08:00:00Z\"}"
    #expect(try bench.episodes(written("2026-10-12", withdrawn)).isEmpty)
    #expect(try bench.episodes([:]).isEmpty)
  }

  @Test("the proof names each day that was passed over, and says where holidays are not yet decided")
  func proof() throws {
    let bench = try RuleBench("aanmelding.besluit")
    let moved = try bench.episodes(written("2026-04-02")).flatMap { try bench.proof(of: $0) }.joined(separator: " ")
    for part in [
      "do 2 apr 2026", "do 14 mei 2026", "Hemelvaartsdag", "vr 15 mei 2026", "zaterdag", "zondag", "ma 18 mei 2026",
    ] {
      #expect(moved.contains(part), "\(part) is not in: \(moved)")
    }
    let far = try bench.episodes(written("2029-04-02")).flatMap { try bench.proof(of: $0) }.joined(separator: " ")
    #expect(far.contains("Na zo 31 dec 2028 is nog niet bekend"))
    #expect(!moved.contains("nog niet bekend"))
  }
}
