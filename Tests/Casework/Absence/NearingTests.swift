import Casework
import Support
import Testing

/// Worked out on paper with the same timetable as ``SixteenHoursTests``; from 12 hours (720 minutes) is the school's norm.
@Suite("verzuim.nadert")
struct NearingTests {
  static let rows: [RuleCase] = [
    RuleCase(
      "Mon to Wed: 885 on Wed 11 Nov; the week of 9 Nov drops out four teaching weeks later, on Mon 7 Dec",
      [.absent(.unauthorised, "2026-11-09", "2026-11-11")], [Asked("2026-11-11", until: "2026-12-07")]),
    RuleCase(
      "Exactly 12 hours is enough: 660 + 60",
      [.absent(.unauthorised, "2026-11-09", "2026-11-10"), .late(60, "2026-11-12")],
      [Asked("2026-11-12", until: "2026-12-07")]),
    RuleCase(
      "A minute less is not", [.absent(.unauthorised, "2026-11-09", "2026-11-10"), .late(59, "2026-11-12")], []),
    RuleCase(
      "It ends on the day that 16 hours are reached",
      [.absent(.unauthorised, "2026-11-09", "2026-11-12")], [Asked("2026-11-11", until: "2026-11-12")]),
    RuleCase(
      "From 660 to 990 in one day it is never near",
      [.absent(.unauthorised, "2026-11-09", "2026-11-10"), .absent(.unauthorised, "2026-11-12")], []),
    RuleCase(
      "Over Christmas: weeks of 14 Dec, 4, 11 and 18 Jan, so out on Mon 25 Jan",
      [.absent(.unauthorised, "2026-12-14", "2026-12-16")], [Asked("2026-12-16", until: "2027-01-25")]),
    RuleCase(
      "Once the 660 of the first week are out, 225 are left: until Mon 7 Dec",
      [.absent(.unauthorised, "2026-11-09", "2026-11-10"), .absent(.unauthorised, "2026-11-25")],
      [Asked("2026-11-25", until: "2026-12-07")]),
    RuleCase(
      "More hours make it last: 330 on 9 Nov, 330 on 16 Nov, 60 on 23 Nov and 330 on Tue 8 Dec, when 9 Nov is out",
      [
        .absent(.unauthorised, "2026-11-09"), .absent(.unauthorised, "2026-11-16"), .late(60, "2026-11-23"),
        .absent(.unauthorised, "2026-12-08"),
      ],
      // 720 on 23 Nov; on 7 Dec 390 are left, so it falls away; on 8 Dec it is 720 again, until 16 Nov is out on 14 Dec.
      [Asked("2026-11-23", until: "2026-12-07"), Asked("2026-12-08", until: "2026-12-14")]),
    RuleCase(
      "At the end of the calendar on record nobody can say when it falls away",
      [.absent(.unauthorised, "2027-07-12", "2027-07-14")], [Asked("2027-07-14")]),
    RuleCase(
      "A voluntary report clears it",
      [
        .absent(.unauthorised, "2026-11-09", "2026-11-11"),
        .report(.other, on: "2026-11-12", "2026-11-09", "2026-11-11"),
      ],
      [Asked("2026-11-11", until: "2026-12-07", cleared: "2026-11-12")]),
    RuleCase(
      "A report about days before it does not",
      [
        .absent(.unauthorised, "2026-11-09", "2026-11-11"),
        .report(.other, on: "2026-11-12", "2026-11-09", "2026-11-10"),
      ],
      [Asked("2026-11-11", until: "2026-12-07")]),
    RuleCase(
      "After a report of 16 hours it is near again only with 12 fresh hours: Mon 16 to Wed 18 Nov",
      [
        .absent(.unauthorised, "2026-11-09", "2026-11-12"), .absent(.unauthorised, "2026-11-16", "2026-11-18"),
        .report(.sixteenHours, on: "2026-11-13", "2026-11-09", "2026-11-12"),
      ],
      [Asked("2026-11-11", until: "2026-11-12"), Asked("2026-11-18", until: "2026-12-14")]),
    RuleCase(
      "While 16 hours wait for their report, nothing is near",
      [.absent(.unauthorised, "2026-11-09", "2026-11-12"), .absent(.unauthorised, "2026-11-16", "2026-11-18")],
      [Asked("2026-11-11", until: "2026-11-12")]),
    RuleCase(
      "Under five there is nothing to come near to (Lpw 3)", born: "2021-11-20",
      [.absent(.unauthorised, "2026-11-09", "2026-11-11")], []),
    RuleCase(
      "It falls silent when the pupil has left on Wed 11 Nov", enrolledUntil: "2026-11-11",
      [.absent(.unauthorised, "2026-11-09", "2026-11-11")], [Asked("2026-11-11", until: "2026-11-12")]),
  ]

  @Test("Twelve hours", arguments: rows)
  func nearing(row: RuleCase) throws {
    let episodes = try row.episodes(of: "verzuim.nadert")
    #expect(episodes.map(Asked.init) == row.expected)
    #expect(episodes.allSatisfy { $0.floor == .now && $0.due == nil })
  }

  @Test("The school's own number counts, within its bounds")
  func ownNorm() throws {
    var school = SampleSchool.school()
    school.record.put(
      make(OwnNormFields.self, 5) { norm in
        norm.norm = "verzuim.nadert.uren"
        norm.value = 10
      }, in: \.ownNorms)
    let row = RuleCase("660 minutes", [.absent(.unauthorised, "2026-11-09", "2026-11-10")], [])
    #expect(try row.asked(by: "verzuim.nadert", of: school) == [Asked("2026-11-10", until: "2026-12-07")])
    school.record.ownNorms.first.map { norm in
      var wrong = norm
      wrong.value = 16
      school.record.put(wrong, in: \.ownNorms)
    }
    #expect(try row.asked(by: "verzuim.nadert", of: school) == [])
  }

  @Test("The proof says when 16 hours are reached, and that this is if it goes on")
  func ahead() throws {
    let row = RuleCase("", [.away(.unauthorised, from: "2026-11-09", confirmed: "2026-11-11")], [])
    let episode = try #require(try row.episodes(of: "verzuim.nadert").first)
    let lines = try StoryRunner().book.proof(of: episode).map(\.text)
    #expect(lines.contains("Blijft de leerling weg, dan is de grens bereikt op do 12 nov 2026."))
    #expect(lines.contains("Samen 14,75 uur op wo 11 nov 2026; het signaal begint bij 12 uur, melden moet bij 16 uur."))
  }
}
