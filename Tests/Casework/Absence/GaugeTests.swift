import Casework
import ReferenceData
import Support
import Testing

/// What the gauge of a day shows against what the rules say in their proof.
@Suite("The gauge of the hours")
struct GaugeTests {
  @Test(
    "On random absences it says what the proof of verzuim.16uur and verzuim.nadert says, and is full only after those")
  func equalsProof() throws {
    let book = try ReferenceData.ruleBook()
    var compared = 0
    var nearings = 0
    for seed in 0..<1500 {
      let picture = try Picture(OracleScenario(seed: UInt64(seed)), book)
      for episode in picture.episodes where picture.isCount(episode) {
        compared += 1
        if episode.id.rule == "verzuim.nadert" { nearings += 1 }
        if let difference = picture.difference(from: episode) {
          Issue.record("seed \(seed), \(episode.id.rule) \(episode.id.mark): \(difference)")
          return
        }
      }
      if let day = picture.fullWithoutRule {
        Issue.record("seed \(seed): full on \(day), and no rule says so")
        return
      }
    }
    #expect(compared > 1000 && nearings > 300)
  }

  @Test("A gauge over five weeks is found out")
  func control() throws {
    let book = try ReferenceData.ruleBook()
    let isFound = try (0..<300).contains { seed in
      let picture = try Picture(OracleScenario(seed: UInt64(seed)), book, weeks: 5)
      return picture.episodes.contains { picture.isCount($0) && picture.difference(from: $0) != nil }
    }
    #expect(isFound)
  }

  private func standing(_ parts: [Part], on date: String) throws -> HoursStanding {
    let pupil = make(PupilFields.self, 1) { $0.birthDate = day("2016-03-14") }
    let absence = Part.section(parts)
    let ledger = AbsenceLedger(
      pupil: pupil, absence: absence, calendar: TeachingCalendar(SampleSchool.school()), horizon: day("2027-07-31"))
    let count = try #require(ledger.hoursCount(absence, norms: try RuleBench.book().norms()))
    return count.standing(on: day(date), of: ledger)
  }

  @Test("Below, near and full, and from the Monday of the first week to the Sunday of the last")
  func levels() throws {
    // 330, 660 and 885 on Monday, Tuesday and Wednesday; 12 hours are 720, 16 are 960.
    let parts: [Part] = [.absent(.unauthorised, "2026-11-09", "2026-11-12")]
    #expect(try standing(parts, on: "2026-11-10").level == .below)
    #expect(try standing(parts, on: "2026-11-11").level == .near)
    let full = try standing(parts, on: "2026-11-12")
    #expect(full.level == .full)
    #expect(full.crossing?.day == day("2026-11-12"))
    #expect(full.window.minutes == 1215)
    // Four teaching weeks back from 9 November over the autumn holiday of 19 October.
    #expect(full.window.span == day("2026-10-12")...day("2026-11-15"))
    #expect(try standing([], on: "2026-11-12").window.span == day("2026-10-12")...day("2026-11-15"))
  }

  @Test("From the day on which long absence was reported nothing counts until it is over")
  func longAbsence() throws {
    let parts: [Part] = [
      .absent(.unauthorised, "2026-11-03", "2026-11-13"),
      .report(.longTerm, on: "2026-11-10", "2026-11-03", "2026-11-13"), .absent(.unauthorised, "2026-11-16"),
    ]
    // Tuesday to Friday: 330, 225, 330, 330, and Monday 9 November 330 more.
    #expect(try standing(parts, on: "2026-11-05").window.minutes == 885)
    #expect(try standing(parts, on: "2026-11-10").window.minutes == 0)
    #expect(try standing(parts, on: "2026-11-13").window.countedFrom == day("2026-11-14"))
    #expect(try standing(parts, on: "2026-11-16").window.minutes == 330)
  }
}

/// A scenario with the two rules and the count that the gauge is drawn from.
private struct Picture {
  let episodes: [Episode]
  private let ledger: AbsenceLedger
  private let count: HoursCount
  private let days: [CivilDate]

  init(_ scenario: OracleScenario, _ book: RuleBook, weeks: Int? = nil) throws {
    let engine = RuleEngine(book: book, rules: Rule.all.filter { ["verzuim.16uur", "verzuim.nadert"].contains($0.id) })
    let scope = engine.scope(of: scenario.school, until: OracleScenario.date(scenario.horizon))
    var dossier = Dossier(id: id(1))
    dossier.pupil = .value(scenario.pupil)
    dossier.absence = .value(scenario.absence)
    episodes = engine.judge(dossier, in: scope).episodes
    ledger = AbsenceLedger(dossier, in: scope)
    // With the numbers of the book, or a number of weeks that is wrong.
    let norms =
      weeks.map {
        Norms([
          "verzuim.16uur.uren": 16, "verzuim.16uur.lesweken": $0, "verzuim.nadert.uren": 12,
          "verzuim.16uur.meldingdagen": 7,
        ])
      } ?? book.norms()
    count = try #require(ledger.hoursCount(scenario.absence, norms: norms))
    days = (0...scenario.horizon).map(OracleScenario.date)
  }

  /// Whether it counts hours; the other kind says that hours are not known.
  func isCount(_ episode: Episode) -> Bool { CivilDate(iso: episode.id.mark) != nil }

  func difference(from episode: Episode) -> String? {
    func values(_ sentence: String) -> [ProofValues] {
      episode.proof.filter { $0.sentence == sentence }.map(\.values)
    }
    let isFull = episode.id.rule == "verzuim.16uur"
    guard let total = values(isFull ? "bereikt" : "opgeteld").first, let frame = values("venster").first,
      case .date(let date)? = total["dag"], case .minutes(let minutes)? = total["uren"]
    else { return "no proof" }
    let standing = count.standing(on: date, of: ledger)
    let window = standing.window
    if window.minutes != minutes { return "\(window.minutes) minutes, proof \(minutes)" }
    if window.span.map({ .date($0.lowerBound) }) != frame["van"]
      || window.span.map({ .date($0.upperBound) }) != frame["tot"]
    {
      return "window \(String(describing: window.span)), proof \(frame)"
    }
    let counted = values("telt").compactMap { $0["dag"] }
    if Set(counted) != Set(window.days.map { .date($0.date) }) {
      return "days \(window.days.map(\.date)), proof \(counted)"
    }
    if (standing.level == .full) != isFull || standing.level == .below { return "level \(standing.level)" }
    return isFull && standing.crossing?.day != episode.visibleFrom
      ? "crossing \(String(describing: standing.crossing))" : nil
  }

  /// A day on which the gauge is full although no rule said so by then.
  var fullWithoutRule: CivilDate? {
    let full = episodes.filter { $0.id.rule == "verzuim.16uur" && isCount($0) }.map(\.visibleFrom)
    return days.first { day in
      count.standing(on: day, of: ledger).level == .full && !full.contains { $0 <= day }
    }
  }
}
