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

  @Test("offered in time and refused or unreachable, the rule on agreement takes over; offered late it does not")
  func takenOver() throws {
    let pupil = pupil(levels: level(2, "extraBinnenSop", "2026-10-01"))
    func answered(_ answer: String, offered: String, on: String) -> String {
      plan(
        "\"aangebodenOp\": \"\(offered)\", \"ouders\": [{\"id\": \"\(id(60))\", \"ouder\": \"\(id(61))\", "
          + "\"instemming\": \"\(answer)\", \"instemmingOp\": \"\(on)\"}]")
    }
    for answer in ["nee", "onbereikbaar"] {
      #expect(
        try dates([.pupil: pupil, .plan: answered(answer, offered: "2026-11-12", on: "2026-11-20")])
          == [.init(from: "2026-10-01", due: "2026-11-12", until: "2026-11-20")])
      #expect(
        try dates([.pupil: pupil, .plan: answered(answer, offered: "2026-11-13", on: "2026-11-20")])
          == [.init(from: "2026-10-01", due: "2026-11-12")])
    }
    #expect(
      try dates([.pupil: pupil, .plan: answered("ja", offered: "2026-11-02", on: "2026-11-03")])
        == [.init(from: "2026-10-01", due: "2026-11-12")])
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
