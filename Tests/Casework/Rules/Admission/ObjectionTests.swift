import Casework
import Support
import Testing

/// Rests on WPO 63 lid 3 and 4, 40 lid 12, 43; Awb 4:5, 6:7, 6:8; Atw 1 and 3.
///
/// Days counted by hand.
@Suite("aanmelding.niet-behandeld, .bezwaar")
struct ObjectionTests {
  private func request(before: String? = nil, received: String? = nil, lapsed: String? = nil, _ number: UInt64 = 9)
    -> String
  {
    let ends = [("uiterlijk", before), ("binnenOp", received), ("verlopenOp", lapsed)].compactMap { key, day in
      day.map { ", \"\(key)\": \"\($0)\"" }
    }
    return "{\"id\": \"\(id(number))\", \"gevraagdOp\": \"2026-09-21\"\(ends.joined())}"
  }

  private func notProcessed(_ requests: String, told: String? = nil, decided: String = "2026-10-21") -> String {
    "\"besluit\": \"nietBehandeld\", \"besluitOp\": \"\(decided)\", \"gegevensverzoeken\": [\(requests)]"
      + (told.map { ", \"besluitGemeldOp\": \"\($0)\"" } ?? "")
  }

  @Test("four weeks after the data are in or the time for them lapsed, moved on past weekends and holidays")
  func fourWeeks() throws {
    let it = try ApplicationBench("aanmelding.niet-behandeld")
    func dates(_ requests: String) throws -> [Episode.Dates] {
      try it.episodes("2026-09-07", notProcessed(requests)).map(\.dates)
    }
    // Monday 19 October + 28 = Monday 16 November.
    #expect(try dates(request(before: "2026-10-19")) == [Episode.Dates(from: "2026-10-21", due: "2026-11-16")])
    // In on Saturday 10 October, in time: + 28 = Saturday 7 November, so Monday 9.
    #expect(
      try dates(request(before: "2026-10-19", received: "2026-10-10"))
        == [Episode.Dates(from: "2026-10-21", due: "2026-11-07", lastDay: "2026-11-09")])
    // In after the time for it: the lapse counts.
    #expect(
      try dates(request(before: "2026-10-12", received: "2026-10-20")).map(\.description)
        == ["2026-10-21 due 2026-11-09 last 2026-11-09 until - cleared -"])
    // Of two requests the one that ended last.
    let two = request(before: "2026-10-12") + ", " + request(lapsed: "2026-10-20", 10)
    #expect(try dates(two) == [Episode.Dates(from: "2026-10-21", due: "2026-11-17")])
  }

  @Test("told on the last day is in time; a day later stays until it is explained")
  func told() throws {
    let it = try ApplicationBench("aanmelding.niet-behandeld")
    let inTime = try it.episodes("2026-09-07", notProcessed(request(before: "2026-10-19"), told: "2026-11-16"))
    #expect(inTime.map(\.clearedOn) == [day("2026-11-16")])
    #expect(inTime.map(\.mustBeAcknowledged) == [false])
    let late = try it.episodes("2026-09-07", notProcessed(request(before: "2026-10-19"), told: "2026-11-17"))
    #expect(late.map(\.mustBeAcknowledged) == [false, true])
    #expect(late.map(\.visibleFrom) == [day("2026-10-21"), day("2026-11-17")])
    #expect(late.map(\.clearedOn) == [day("2026-11-17"), nil])
  }

  @Test("without a chance to complete it, or one that has no end on record, that itself is asked")
  func noChance() throws {
    let it = try ApplicationBench("aanmelding.niet-behandeld")
    let never = try it.episodes("2026-09-07", notProcessed(""))
    #expect(never.map(\.dates) == [Episode.Dates(from: "2026-10-21")])
    #expect(try it.words(of: never).contains("niet dat de school de ouders om gegevens vroeg"))
    let endless = try it.episodes("2026-09-07", notProcessed(request()))
    #expect(try it.words(of: endless).contains("tot wanneer dat kon"))
    #expect(try it.episodes("2026-09-07", "\"besluit\": \"geweigerd\", \"besluitOp\": \"2026-10-21\"").isEmpty)
    #expect(try it.episodes("2026-09-07", notProcessed("") + ", " + takenBack).isEmpty)
  }

  private func objection(
    _ received: String = "2026-10-26", told: String? = "2026-09-28", heard: String? = nil, decided: String? = nil
  ) -> String {
    "\"besluit\": \"geweigerd\", \"besluitOp\": \"2026-09-28\", \"bezwaarOntvangenOp\": \"\(received)\""
      + [("besluitGemeldOp", told), ("bezwaarGehoordOp", heard), ("bezwaarBeslistOp", decided)].compactMap { key, day in
        day.map { ", \"\(key)\": \"\($0)\"" }
      }.joined()
  }

  private func due(
    _ status: LegalStatus?, _ fields: String, disputes: String? = nil
  ) throws -> [Episode] {
    try ApplicationBench("aanmelding.bezwaar", status: status).episodes("2026-08-31", fields, disputes: disputes)
  }

  @Test("a private school counts four weeks from receipt, a public one from the end of the time to object")
  func start() throws {
    // Monday 26 October + 28 = Monday 23 November.
    #expect(
      try due(.privateSchool, objection()).map(\.dates) == [Episode.Dates(from: "2026-10-26", due: "2026-11-23")])
    // Told 28 September + 42 = Monday 9 November; + 28 = Monday 7 December.
    #expect(try due(.publicSchool, objection()).map(\.dates) == [Episode.Dates(from: "2026-10-26", due: "2026-12-07")])
    // Told Saturday 26 September + 42 = Saturday 7 November, so Monday 9; + 28 = 7 December.
    #expect(try due(.publicSchool, objection(told: "2026-09-26")).map(\.due) == [day("2026-12-07")])
    // Received after the time to object, on 20 November: + 28 = Friday 18 December.
    #expect(try due(.publicSchool, objection("2026-11-20")).map(\.due) == [day("2026-12-18")])
    // 28 November + 28 = Saturday 26 December, then Sunday: Monday 28.
    #expect(
      try due(.privateSchool, objection("2026-11-28")).map(\.dates)
        == [Episode.Dates(from: "2026-11-28", due: "2026-12-26", lastDay: "2026-12-28")])
  }

  @Test("where it is unknown from which day to count, the earlier one counts, and is said")
  func unknownStart() throws {
    for (status, fields, word) in [
      (nil, objection(), "openbaar of bijzonder"), (.publicSchool, objection(told: nil), "vanaf de dag van ontvangst"),
    ] as [(LegalStatus?, String, String)] {
      let it = try ApplicationBench("aanmelding.bezwaar", status: status)
      let found = try it.episodes("2026-08-31", fields)
      #expect(found.map(\.due) == [day("2026-11-23")])
      #expect(try it.words(of: found).contains(word))
    }
  }

  private func dispute(
    from: String, advice: String? = nil, stopped: String? = nil, kind: String = "gpo", about: String = "toelating",
    _ number: UInt64 = 20
  ) -> String {
    "{\"id\": \"\(id(number))\", \"soort\": \"\(kind)\", \"over\": \"\(about)\", \"ingediendOp\": \"\(from)\""
      + (advice.map { ", \"adviesOp\": \"\($0)\"" } ?? "") + (stopped.map { ", \"gestoptOp\": \"\($0)\"" } ?? "") + "}"
  }

  @Test("it stands still while the committee looks at it, and only for a dispute about admission before that committee")
  func standsStill() throws {
    func last(_ disputes: String) throws -> [String] {
      try due(.privateSchool, objection(), disputes: disputes).map { $0.lastDay?.iso ?? "-" }
    }
    // 2 to 15 November are 14 days: 23 November + 14 = Monday 7 December.
    #expect(try last(dispute(from: "2026-11-02", advice: "2026-11-16")) == ["2026-12-07"])
    #expect(try last(dispute(from: "2026-11-02", stopped: "2026-11-16")) == ["2026-12-07"])
    // Submitted before the objection: 27 October to 1 November are 6 days; 29 November is a Sunday.
    #expect(try last(dispute(from: "2026-10-12", advice: "2026-11-02")) == ["2026-11-30"])
    // Over before it began, or submitted after the last day.
    #expect(try last(dispute(from: "2026-10-12", advice: "2026-10-26")) == ["2026-11-23"])
    #expect(try last(dispute(from: "2026-11-24", advice: "2026-12-14")) == ["2026-11-23"])
    // Two that overlap count a day once: 2 to 18 November are 17 days; 10 December is a Thursday.
    let two =
      dispute(from: "2026-11-02", advice: "2026-11-16") + ", " + dispute(from: "2026-11-10", advice: "2026-11-19", 21)
    #expect(try last(two) == ["2026-12-10"])
    #expect(try last(dispute(from: "2026-11-02", advice: "2026-11-16", kind: "onderwijsconsulent")) == ["2026-11-23"])
    #expect(try last(dispute(from: "2026-11-02", advice: "2026-11-16", about: "opp")) == ["2026-11-23"])
    let pending = try due(.privateSchool, objection(), disputes: dispute(from: "2026-11-02"))
    #expect(pending.map(\.dates) == [Episode.Dates(from: "2026-10-26")])
    #expect(pending.map(\.floor) == [.later])
  }

  @Test("a dispute on the day to which the Atw moved the end lasts until it runs again")
  func submittedOnMovedDay() throws {
    // Saturday 31 October + 28 = Saturday 28 November, so Monday the 30th is the last day. The committee has it from that
    // day until its advice on Thursday 3 December.
    let received = "\"besluit\": \"geweigerd\", \"bezwaarOntvangenOp\": \"2026-10-31\""
    let disputes = dispute(from: "2026-11-30", advice: "2026-12-03")
    let bench = try ApplicationBench("aanmelding.bezwaar", status: .privateSchool)
    let found = try bench.episodes("2026-08-31", received, disputes: disputes)
    #expect(found.map(\.dates) == [Episode.Dates(from: "2026-10-31", due: "2026-12-03")])
    #expect(try bench.words(of: found).contains("pas op een dag waarop zij weer loopt"))
  }

  @Test("a decision clears it; a private school that had not heard the parents before it must explain that")
  func decided() throws {
    let heard = try due(.privateSchool, objection(heard: "2026-11-12", decided: "2026-11-12"))
    #expect(heard.map(\.clearedOn) == [day("2026-11-12")])
    for hearing in [nil, "2026-11-13"] {
      let unheard = try due(.privateSchool, objection(heard: hearing, decided: "2026-11-12"))
      #expect(unheard.map(\.mustBeAcknowledged) == [false, true])
      #expect(unheard.last?.visibleFrom == day("2026-11-12"))
    }
    #expect(try due(.publicSchool, objection(decided: "2026-11-12")).count == 1)
    #expect(try due(nil, objection(decided: "2026-11-12")).count == 1)
    #expect(try due(.privateSchool, objection() + ", " + takenBack).isEmpty)
    #expect(try due(.privateSchool, "\"besluit\": \"geweigerd\"").isEmpty)
  }

  @Test("it goes on asking after the pupil left")
  func left() throws {
    let it = try ApplicationBench("aanmelding.bezwaar", status: .privateSchool)
    let found = try it.episodes("2026-08-31", objection(), pupil: leftInDecember)
    #expect(found.map(\.until) == [nil])
    // The others about the same application do not: see RefusalTests.
  }
}
