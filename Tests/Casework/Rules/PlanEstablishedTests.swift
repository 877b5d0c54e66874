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

  private func dates(offers: String...) throws -> [Episode.Dates] {
    try dates([
      .pupil: pupil(levels: level(2, "extraBinnenSop", "2026-10-01")), .family: Self.family,
      .plan: "{\"versies\": [\(offers.joined(separator: ", "))]}",
    ])
  }

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

  @Test("a refusal by someone without custody, or who lost it since, keeps nothing from being established")
  func refusedWithoutCustody() throws {
    #expect(try dates(offers: offer(offered: "2026-11-12", "nee", on: "2026-11-20", by: 65)) == [open])
    #expect(try dates(offers: offer(offered: "2026-11-12", "nee", on: "2026-11-20", by: 63)) == [open])
  }

  @Test("once a newer offer is agreed to, establishing it is asked again")
  func refusalOfAnOlderOffer() throws {
    let older = offer(50, offered: "2026-11-02", "nee", on: "2026-11-05")
    let newer = offer(51, offered: "2026-11-12", "ja", on: "2026-11-20")
    #expect(try dates(offers: older, newer) == [open])
    #expect(try dates(offers: older, offer(51, offered: "2026-11-16", "nee", on: "2026-11-20")) == [takenOver])
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
    #expect(try dates([.pupil: "{\"ondersteuningsniveaus\": [\(level(2, "extraBinnenSop", "2026-10-01"))]}"]).isEmpty)
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
