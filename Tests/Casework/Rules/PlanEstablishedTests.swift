import Casework
import Support
import Testing

/// Dates counted by hand on a calendar: WPO 40a lid 2, §2.4; Atw 1 and 3.
@Suite("opp.opstellen")
struct PlanEstablishedTests {
  private func pupil(levels: String, enrolments: String = Self.since2024) -> String {
    "{\"inschrijvingen\": [\(enrolments)], \"ondersteuningsniveaus\": [\(levels)]}"
  }

  private static let since2024 = enrolment(1, "definitief", "2024-08-01")

  private static func enrolment(_ number: UInt64, _ kind: String, _ from: String, until: String? = nil) -> String {
    let end = until.map { ", \"tot\": \"\($0)\"" } ?? ""
    return "{\"id\": \"\(id(number))\", \"soort\": \"\(kind)\", \"van\": \"\(from)\"\(end)}"
  }

  private func level(_ number: UInt64, _ level: String, _ from: String, until: String? = nil) -> String {
    let end = until.map { ", \"tot\": \"\($0)\"" } ?? ""
    return "{\"id\": \"\(id(number))\", \"niveau\": \"\(level)\", \"van\": \"\(from)\"\(end)}"
  }

  private func plan(_ fields: String) -> String {
    "{\"versies\": [{\"id\": \"\(id(50))\", \"opgesteldOp\": \"2026-10-05\", \(fields)}]}"
  }

  private func dates(_ tabs: [SectionName: String], school: School = SampleSchool.school()) throws -> [Episode.Dates] {
    try RuleBench("opp.opstellen", school: school).episodes(tabs).map(\.dates)
  }

  @Test("six weeks from the later of definitive enrolment and the first day of extra support")
  func base() throws {
    // Thursday 1 October + 42 days = Thursday 12 November.
    #expect(
      try dates([.pupil: pupil(levels: level(2, "extraBinnenSop", "2026-10-01"))])
        == [.init(from: "2026-10-01", due: "2026-11-12")])
    // Enrolled on Monday 7 September, after the need began: + 42 = Monday 19 October.
    let later = Self.enrolment(1, "definitief", "2026-09-07")
    #expect(
      try dates([.pupil: pupil(levels: level(2, "extraBuitenSop", "2026-08-01"), enrolments: later)])
        == [.init(from: "2026-09-07", due: "2026-10-19")])
    // Saturday 14 November + 42 = second Christmas Day, a Saturday: Monday 28 December.
    #expect(
      try dates([.pupil: pupil(levels: level(2, "extraBinnenSop", "2026-11-14"))])
        == [.init(from: "2026-11-14", due: "2026-12-26", lastDay: "2026-12-28")])
  }

  @Test("temporary placement starts no term; the definitive one after it does")
  func temporary() throws {
    let level = level(3, "extraBinnenSop", "2026-08-17")
    let temporary = Self.enrolment(1, "tijdelijk", "2026-08-17")
    #expect(try dates([.pupil: pupil(levels: level, enrolments: temporary)]).isEmpty)
    let both = temporary + ", " + Self.enrolment(2, "definitief", "2026-10-05")
    // Monday 5 October + 42 = Monday 16 November.
    #expect(
      try dates([.pupil: pupil(levels: level, enrolments: both)]) == [.init(from: "2026-10-05", due: "2026-11-16")])
  }

  @Test("going from one extra level to the other breaks no run; basic support in between does")
  func runs() throws {
    let unbroken =
      level(2, "extraBinnenSop", "2026-10-01") + ", " + level(3, "extraBuitenSop", "2026-10-20")
    #expect(try dates([.pupil: pupil(levels: unbroken)]) == [.init(from: "2026-10-01", due: "2026-11-12")])
    let broken = [
      level(2, "extraBinnenSop", "2026-01-05"), level(3, "basis", "2026-03-02"),
      level(4, "extraBinnenSop", "2026-10-01"),
    ].joined(separator: ", ")
    // Monday 5 January + 42 = Monday 16 February; it falls away with the level on 2 March.
    #expect(
      try dates([.pupil: pupil(levels: broken)])
        == [
          .init(from: "2026-01-05", due: "2026-02-16", until: "2026-03-02"),
          .init(from: "2026-10-01", due: "2026-11-12"),
        ])
  }

  @Test("an established plan clears it, one that held already too; a draft or an offer does not")
  func cleared() throws {
    let pupil = pupil(levels: level(2, "extraBinnenSop", "2026-10-01"))
    let open = Episode.Dates(from: "2026-10-01", due: "2026-11-12")
    #expect(
      try dates([.pupil: pupil, .plan: plan("\"vastgesteldOp\": \"2026-11-12\"")])
        == [.init(from: "2026-10-01", due: "2026-11-12", cleared: "2026-11-12")])
    #expect(
      try dates([.pupil: pupil, .plan: plan("\"vastgesteldOp\": \"2026-09-01\"")])
        == [.init(from: "2026-10-01", due: "2026-11-12", cleared: "2026-10-01")])
    #expect(try dates([.pupil: pupil, .plan: plan("\"aangebodenOp\": \"2026-11-02\"")]) == [open])
    #expect(
      try dates([
        .pupil: pupil, .plan: plan("\"vastgesteldOp\": \"2026-01-01\", \"afgeslotenOp\": \"2026-09-30\""),
      ]) == [open])
  }

  private static let family = """
    {"ouders": [{"id": "\(id(61))", "naam": "moeder", "soort": "ouder", "gezag": [{"id": "\(id(62))", "gezag": "ja"}]},
      {"id": "\(id(63))", "naam": "vader", "soort": "ouder", "gezag": [
        {"id": "\(id(64))", "gezag": "ja", "tot": "2026-11-30"}]},
      {"id": "\(id(65))", "naam": "oma", "soort": "ouder", "gezag": [{"id": "\(id(66))", "gezag": "nee"}]}]}
    """

  private func offer(
    _ number: UInt64 = 50, offered: String, _ answer: String, on: String, by guardian: UInt64 = 61, attempts: Int = 0
  ) -> String {
    let tried = (0..<attempts).map {
      "{\"id\": \"\(id(70 + UInt64($0)))\", \"datum\": \"2026-11-1\($0)\", \"hoe\": \"gebeld\"}"
    }
    return "{\"id\": \"\(id(number))\", \"opgesteldOp\": \"2026-10-05\", \"aangebodenOp\": \"\(offered)\", "
      + "\"ouders\": [{\"id\": \"\(id(number + 100))\", \"ouder\": \"\(id(guardian))\", \"instemming\": \"\(answer)\", "
      + "\"instemmingOp\": \"\(on)\", \"pogingen\": [\(tried.joined(separator: ", "))]}]}"
  }

  private func tabs(offers: String...) -> [SectionName: String] { tabs(offers) }

  private func tabs(_ offers: [String]) -> [SectionName: String] {
    [
      .pupil: pupil(levels: level(2, "extraBinnenSop", "2026-10-01")), .family: Self.family,
      .plan: "{\"versies\": [\(offers.joined(separator: ", "))]}",
    ]
  }

  private func dates(offers: String...) throws -> [Episode.Dates] { try dates(tabs(offers)) }

  private let open = Episode.Dates(from: "2026-10-01", due: "2026-11-12")
  private let takenOver = Episode.Dates(from: "2026-10-01", due: "2026-11-12", until: "2026-11-20")

  @Test("offered in time and refused, the rule on agreement takes over; offered a day late it does not")
  func takenOverAfterRefusal() throws {
    #expect(try dates(offers: offer(offered: "2026-11-12", "nee", on: "2026-11-20")) == [takenOver])
    #expect(try dates(offers: offer(offered: "2026-11-13", "nee", on: "2026-11-20")) == [open])
    #expect(try dates(offers: offer(offered: "2026-11-02", "ja", on: "2026-11-20")) == [open])
  }

  @Test("unreachable takes over only with an attempt on record")
  func takenOverAfterAttempts() throws {
    #expect(
      try dates(offers: offer(offered: "2026-11-12", "onbereikbaar", on: "2026-11-20", attempts: 1)) == [takenOver])
    #expect(try dates(offers: offer(offered: "2026-11-12", "onbereikbaar", on: "2026-11-20")) == [open])
  }

  @Test("a refusal by someone without custody keeps nothing from being established; that of who has it, until it ends")
  func refusedWithoutCustody() throws {
    #expect(try dates(offers: offer(offered: "2026-11-12", "nee", on: "2026-11-20", by: 65)) == [open])
    // Father's custody ends on 30 November: until then his no stands in the way (§3.1, custody of the day of the fact).
    #expect(
      try dates(offers: offer(offered: "2026-11-12", "nee", on: "2026-11-20", by: 63))
        == [takenOver, .init(from: "2026-12-01", due: "2026-11-12")])
  }

  @Test("what is asked does not hang on how far ahead is looked")
  func horizon() throws {
    let tabs = tabs(offers: offer(offered: "2026-11-12", "nee", on: "2026-11-20", by: 63))
    for horizon in ["2026-11-25", "2027-07-31"] {
      let found = try RuleBench("opp.opstellen", until: day(horizon)).episodes(tabs)
      #expect(found.filter { $0.isOpen(on: day("2026-11-23")) }.isEmpty, "\(horizon)")
    }
  }

  @Test("once the refusal makes way for agreement, establishing is asked again, in whatever order the answers stand")
  func changedMind() throws {
    let answers = [("nee", "2026-11-05"), ("ja", "2026-11-09")].enumerated().map { index, answer in
      "{\"id\": \"\(id(160 + UInt64(index)))\", \"ouder\": \"\(id(61))\", \"instemming\": \"\(answer.0)\", "
        + "\"instemmingOp\": \"\(answer.1)\"}"
    }
    for order in [answers, answers.reversed()] {
      let version = """
        {"id": "\(id(50))", "opgesteldOp": "2026-10-05", "aangebodenOp": "2026-11-02",
         "ouders": [\(order.joined(separator: ", "))]}
        """
      // Mother alone has custody; the term of 12 November goes on after her yes of the 9th.
      let mother = """
        {"ouders": [{"id": "\(id(61))", "naam": "moeder", "soort": "ouder",
          "gezag": [{"id": "\(id(62))", "gezag": "ja"}]}]}
        """
      let found = try dates([
        .pupil: pupil(levels: level(2, "extraBinnenSop", "2026-10-01")), .family: mother,
        .plan: "{\"versies\": [\(version)]}",
      ])
      #expect(
        found == [
          .init(from: "2026-10-01", due: "2026-11-12", until: "2026-11-05"),
          .init(from: "2026-11-09", due: "2026-11-12"),
        ])
    }
  }

  @Test("a newer offer takes the refused one's place, and establishing is asked again until that is refused too")
  func refusalOfAnOlderOffer() throws {
    let older = offer(50, offered: "2026-11-02", "nee", on: "2026-11-05")
    let refused = Episode.Dates(from: "2026-10-01", due: "2026-11-12", until: "2026-11-05")
    #expect(
      try dates(offers: older, offer(51, offered: "2026-11-12", "ja", on: "2026-11-20"))
        == [refused, .init(from: "2026-11-12", due: "2026-11-12")])
    #expect(
      try dates(offers: older, offer(51, offered: "2026-11-16", "nee", on: "2026-11-20"))
        == [refused, .init(from: "2026-11-16", due: "2026-11-12", until: "2026-11-20")])
  }

  @Test("an offer of an earlier need that was left lying keeps a later need from nothing")
  func refusalOfAnEarlierNeed() throws {
    let levels = [
      level(2, "extraBinnenSop", "2025-09-01", until: "2025-12-31"), level(3, "extraBinnenSop", "2026-10-01"),
    ].joined(separator: ", ")
    // Monday 1 September 2025 + 42 = Monday 13 October.
    #expect(
      try dates([
        .pupil: pupil(levels: levels), .family: Self.family,
        .plan: "{\"versies\": [\(offer(offered: "2025-10-06", "nee", on: "2025-10-08"))]}",
      ]) == [.init(from: "2025-09-01", due: "2025-10-13", until: "2025-10-08"), open])
  }

  @Test("a plan that is closed while the support goes on leaves the pupil without one, from the next day")
  func closedTooEarly() throws {
    let pupil = pupil(levels: level(2, "extraBinnenSop", "2026-10-01"))
    let versions = """
      {"versies": [
        {"id": "\(id(50))", "opgesteldOp": "2026-10-05", "vastgesteldOp": "2026-11-02", "afgeslotenOp": "2027-01-29"},
        {"id": "\(id(51))", "opgesteldOp": "2027-03-01", "vastgesteldOp": "2027-03-08"}]}
      """
    #expect(
      try dates([.pupil: pupil, .plan: versions])
        == [
          .init(from: "2026-10-01", due: "2026-11-12", cleared: "2026-11-02"),
          .init(from: "2027-01-30", due: "2026-11-12", cleared: "2027-03-08"),
        ])
  }

  @Test("established before the duty begins and in force from a later day, it is there in time")
  func inForceLater() throws {
    let pupil = pupil(levels: level(2, "extraBinnenSop", "2026-10-01"))
    let plan = plan("\"vastgesteldOp\": \"2026-09-28\", \"geldtVanaf\": \"2026-10-05\"")
    #expect(
      try dates([.pupil: pupil, .plan: plan])
        == [.init(from: "2026-10-01", due: "2026-11-12", cleared: "2026-10-01")])
  }

  @Test("without any enrolment on record, being in a group shows that the pupil is at school")
  func noEnrolmentOnRecord() throws {
    let placed = """
      {"groepen": [{"id": "\(id(4))", "groep": "\(id(5))", "leerjaar": 6, "van": "2026-10-05"}],
       "ondersteuningsniveaus": [\(level(2, "extraBinnenSop", "2026-10-01"))]}
      """
    // Monday 5 October + 42 = Monday 16 November.
    #expect(try dates([.pupil: placed]) == [.init(from: "2026-10-05", due: "2026-11-16")])
  }

  @Test("with neither enrolment nor group on record the need itself counts, and the proof says what lacks")
  func nothingOnRecord() throws {
    let bench = try RuleBench("opp.opstellen")
    let found = try bench.episodes([
      .pupil: "{\"ondersteuningsniveaus\": [\(level(2, "extraBinnenSop", "2026-10-01"))]}"
    ])
    #expect(found.map(\.dates) == [open])
    #expect(
      try found.flatMap { try bench.proof(of: $0) }.contains {
        $0.hasPrefix("Er staat geen inschrijving en geen groep in het dossier.")
      })
  }

  @Test("in a school for special primary education every enrolled pupil needs one")
  func specialPrimary() throws {
    var school = SampleSchool.school()
    school.record.type = Choice(.specialPrimary)
    let pupil = pupil(levels: "", enrolments: Self.enrolment(1, "definitief", "2026-08-31"))
    // Monday 31 August + 42 = Monday 12 October.
    #expect(try dates([.pupil: pupil], school: school) == [.init(from: "2026-08-31", due: "2026-10-12")])
    #expect(try dates([.pupil: pupil]).isEmpty)
  }

  @Test("whoever leaves needs none any more; nothing is asked without extra support or on an empty dossier")
  func justNot() throws {
    let left = Self.enrolment(1, "definitief", "2024-08-01", until: "2026-10-31")
    #expect(
      try dates([.pupil: pupil(levels: level(2, "extraBinnenSop", "2026-10-01"), enrolments: left)])
        == [.init(from: "2026-10-01", due: "2026-11-12", until: "2026-11-01")])
    #expect(try dates([.pupil: pupil(levels: level(2, "basis", "2026-10-01"))]).isEmpty)
    #expect(try dates([.pupil: pupil(levels: "")]).isEmpty)
    #expect(try dates([:]).isEmpty)
  }
}
