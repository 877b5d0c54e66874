import Casework
import Support
import Testing

/// What is not known yet is said and never counted in silence: hours without a timetable, absence that was not ended.
@Suite("Absence that is not sure")
struct UnsureAbsenceTests {
  private func proof(
    _ rule: RuleID, _ parts: [Part], at school: School = SampleSchool.school(), until horizon: String = "2027-07-31",
    nth index: Int = 0
  ) throws -> [String] {
    let episodes = try RuleCase("", parts, []).episodes(of: rule, at: school, until: horizon)
    try #require(index < episodes.count)
    return try StoryRunner().book.proof(of: episodes[index]).map(\.text)
  }

  private func title(_ rule: RuleID, _ parts: [Part], at school: School = SampleSchool.school()) throws -> String {
    try StoryRunner().book.title(of: try #require(RuleCase("", parts, []).episodes(of: rule, at: school).first))
  }

  private static func assumed(_ day: String) -> String {
    "Dit telt dagen mee waarop nog niemand heeft bevestigd dat de leerling weg was, tot en met \(day)."
  }

  private static let calendarEnds =
    "De vakanties van schooljaar 2027-2028 staan nog niet in de kalender: verder is niet te tellen."

  // MARK: Hours that no timetable tells

  /// A school with a timetable of group 62 alone; the pupil of these tests is in no group.
  private static let school = SampleSchool.school(timetables: [
    SampleSchool.timetable(
      201, from: "2025-08-01", group: id(62),
      Weekday.allCases.prefix(5).map { SampleSchool.period($0, "08:30", "14:00") })
  ])

  static let uncounted: [RuleCase] = [
    RuleCase(
      "A week away without a valid reason", [.absent(.unauthorised, "2026-09-07", "2026-09-11")],
      [Asked("2026-09-07")]),
    RuleCase(
      "A report about one of these days clears it",
      [
        .absent(.unauthorised, "2026-09-07", "2026-09-11"),
        .report(.sixteenHours, on: "2026-09-14", "2026-09-11", "2026-09-11"),
      ], [Asked("2026-09-07", cleared: "2026-09-14")]),
    RuleCase(
      "A report about other days, or of another kind, does not",
      [
        .absent(.unauthorised, "2026-09-07", "2026-09-11"),
        .report(.sixteenHours, on: "2026-09-15", "2026-09-14", "2026-09-14"),
        .report(.other, on: "2026-09-14", "2026-09-07", "2026-09-11"),
      ], [Asked("2026-09-07")]),
    RuleCase("With a valid reason nothing is to be counted", [.absent(.ill, "2026-09-07", "2026-09-11")], []),
    RuleCase(
      "Under five there is no duty", born: "2022-05-01", [.absent(.unauthorised, "2026-09-07", "2026-09-11")], []),
  ]

  @Test("Hours that nobody can count are said to be unknown, not none", arguments: uncounted)
  func hoursUnknown(row: RuleCase) throws {
    let episodes = try row.episodes(of: "verzuim.16uur", at: Self.school)
    #expect(episodes.map(Asked.init) == row.expected)
    #expect(episodes.allSatisfy { $0.floor == .now && $0.due == nil })
  }

  @Test("The proof names each day, and what would make it countable; with a timetable there is nothing to say")
  func hoursUnknownWords() throws {
    let parts: [Part] = [.absent(.unauthorised, "2026-09-07", "2026-09-08")]
    #expect(try title("verzuim.16uur", parts, at: Self.school) == "Verzuim van 7 sep: uren niet te tellen")
    let why = "Voor deze dag is er geen rooster van de leerling."
    #expect(
      try proof("verzuim.16uur", parts, at: Self.school) == [
        "ma 7 sep 2026: weg zonder geldige reden (ongeoorloofd), uren onbekend. \(why)",
        "di 8 sep 2026: weg zonder geldige reden (ongeoorloofd), uren onbekend. \(why)",
        "Of de grens is bereikt, is niet te zeggen. Vul bij de leerling de groep in, en bij de school het rooster van die groep.",
      ])
    let open = try proof("verzuim.16uur", [.away(.unauthorised, from: "2026-09-07")], at: Self.school)
    #expect(open.count == 3)
    #expect(open[1].hasPrefix("Nog niet afgemeld. Na ma 7 sep 2026 "))
    #expect(try RuleCase("", parts, []).asked(by: "verzuim.16uur") == [])
  }

  @Test("Leave that was refused counts: 20,25 hours on Thu 26 Nov, to be reported by Thu 3 Dec")
  func refusedLeave() throws {
    let refused = Part.leave(.weighty, "2026-11-23", "2026-11-26") { $0.headDecision = Choice(.refused) }
    let row = RuleCase("", [refused, .absent(.leave, "2026-11-23", "2026-11-26")], [])
    #expect(try row.asked(by: "verzuim.16uur") == [Asked("2026-11-26", due: "2026-12-03")])
    #expect(try row.asked(by: "verzuim.nadert") == [Asked("2026-11-25", until: "2026-11-26")])
  }

  // MARK: Open-ended absence

  @Test("Illness that was not ended is told by its first day, never by a last one to come")
  func illSince() throws {
    let often = try proof(
      "verzuim.ziek-vaak",
      [
        .absent(.ill, "2026-09-08"), .absent(.ill, "2026-09-29"), .absent(.ill, "2026-11-03"),
        .away(.ill, from: "2026-11-23"),
      ])
    #expect(
      often == [
        "Ziek van di 8 sep 2026 tot en met di 8 sep 2026.", "Ziek van di 29 sep 2026 tot en met di 29 sep 2026.",
        "Ziek van di 3 nov 2026 tot en met di 3 nov 2026.", "Ziek sinds ma 23 nov 2026, nog niet afgemeld.",
        "Op ma 23 nov 2026 begint ziekmelding 4 binnen 12 lesweken.",
      ])
    // The seventh school day in a row, Tuesday 24 November, is one that nobody confirmed.
    let long = try proof("verzuim.ziek-vaak", [.away(.ill, from: "2026-11-16")])
    #expect(long.first == "Ziek sinds ma 16 nov 2026, nog niet afgemeld.")
    #expect(long.last == Self.assumed("di 24 nov 2026"))
    let confirmed = try proof("verzuim.ziek-vaak", [.away(.ill, from: "2026-11-16", confirmed: "2026-11-24")])
    #expect(confirmed.last == "di 24 nov 2026 is schooldag 7 achter elkaar.")
  }

  @Test("A holiday without leave lists the days somebody vouched for, and says that it was not ended")
  func holidaySince() throws {
    let open = "blijft dat zo, dan telt elke lesdag mee."
    #expect(
      try proof("verzuim.luxe", [.away(.holidayWithoutLeave, from: "2026-12-16", confirmed: "2026-12-17")]) == [
        "wo 16 dec 2026: 3,75 uur (vakantie zonder verlof).", "do 17 dec 2026: 5,5 uur (vakantie zonder verlof).",
        "Nog niet afgemeld. Na do 17 dec 2026 heeft niemand bevestigd dat de leerling weg was; \(open)",
        "wo 16 dec 2026 + 5 werkdagen = wo 23 dec 2026.", "za 19 dec 2026 telt niet mee: zaterdag.",
        "zo 20 dec 2026 telt niet mee: zondag.",
      ])
  }

  @Test("Leave that goes on is counted to the day that is too much, and said to be assumed")
  func leaveSince() throws {
    // Monday 30 November to Friday 11 December are ten school days.
    let lines = try proof("verlof.tien-dagen", [.away(.leave, from: "2026-11-30")])
    #expect(lines.count == 13)
    #expect(lines[10] == "ma 14 dec 2026: een schooldag.")
    #expect(lines[11] == "In schooljaar 2026-2027 zijn dat 22 halve dagen. Op ma 14 dec 2026 zijn het er te veel.")
    #expect(lines[12] == Self.assumed("ma 14 dec 2026"))
    // Monday 14 to Friday 25 September are ten; the first two teaching weeks are over then.
    let trade = try proof("verlof.vakantie", [.away(.tradeHoliday, from: "2026-09-14")])
    #expect(trade.first?.contains("tot en met ma 28 sep 2026") == true)
    #expect(trade.dropFirst().first?.contains("11 schooldagen") == true)
    #expect(trade.last == Self.assumed("ma 28 sep 2026"))
  }

  @Test("Three months at home that nobody confirmed are said to be assumed")
  func monthsAtHome() throws {
    let parts: [Part] = [.away(.waitingForPlace, from: "2026-11-02")]
    #expect(try proof("verzuim.langdurig", parts, nth: 1).contains(Self.assumed("di 2 feb 2027")))
    let confirmed: [Part] = [.away(.waitingForPlace, from: "2026-11-02", confirmed: "2027-02-02")]
    #expect(try !proof("verzuim.langdurig", confirmed, nth: 1).contains { $0.hasPrefix("Dit telt dagen mee") })
  }

  // MARK: The sum of the day

  @Test("Near 16 hours it tells the sum of the last day that counted: 885 + 60 minutes are 15,75 hours")
  func nearingSum() throws {
    let parts: [Part] = [.absent(.unauthorised, "2026-11-09", "2026-11-11"), .late(60, "2026-11-16")]
    #expect(try title("verzuim.nadert", parts) == "15,75 uur ongeoorloofd verzuim, grens 16 uur")
    let lines = try proof("verzuim.nadert", parts)
    #expect(lines.contains { $0.hasPrefix("ma 16 nov 2026: ") })
    #expect(lines.contains { $0.hasPrefix("Samen 15,75 uur op ma 16 nov 2026;") })
  }

  @Test("Days that are out of the window are in its proof no longer")
  func nearingWindow() throws {
    // 330 + 330 + 60 = 720 on 23 Nov; 920 on Fri 4 Dec; on Mon 7 Dec the 330 of 9 Nov are out and 330 come in.
    let parts: [Part] = [
      .absent(.unauthorised, "2026-11-09"), .absent(.unauthorised, "2026-11-16"), .late(60, "2026-11-23"),
      .late(200, "2026-12-04"), .absent(.unauthorised, "2026-12-07"),
    ]
    // Once the 330 of 16 Nov are out, 590 are left: Mon 14 Dec.
    #expect(
      try RuleCase("", parts, []).asked(by: "verzuim.nadert") == [Asked("2026-11-23", until: "2026-12-14")])
    let lines = try proof("verzuim.nadert", parts)
    #expect(!lines.contains { $0.hasPrefix("ma 9 nov 2026: ") })
    #expect(lines.contains { $0.hasPrefix("ma 7 dec 2026: ") })
    #expect(lines.contains { $0.hasPrefix("Samen 15,33 uur op ma 7 dec 2026;") || $0.contains("op ma 7 dec 2026;") })
  }

  // MARK: Days that do not count

  @Test("Each day that a term of working days passes over is named: at Christmas 2026 both days and both weekends")
  func christmas() throws {
    let lines = try proof(
      "verzuim.16uur", [.absent(.unauthorised, "2026-12-15", "2026-12-18")])
    #expect(
      lines.filter { $0.contains("telt niet mee") } == [
        "za 19 dec 2026 telt niet mee: zaterdag.", "zo 20 dec 2026 telt niet mee: zondag.",
        "vr 25 dec 2026 telt niet mee: eerste kerstdag.", "za 26 dec 2026 telt niet mee: tweede kerstdag.",
        "zo 27 dec 2026 telt niet mee: zondag.",
      ])
  }

  @Test("Beyond the holidays that are decided the proof says that the last day may move: Ascension 2029 is 10 May")
  func holidaysUnknown() throws {
    let school = SampleSchool.school(
      years: SampleSchool.years + [SampleSchool.year(103, 2028, "2028-08-28", "2029-07-13")])
    let lines = try proof(
      "verzuim.luxe", [.absent(.holidayWithoutLeave, "2029-05-08")], at: school, until: "2029-07-31")
    #expect(lines.contains("di 8 mei 2029 + 5 werkdagen = wo 16 mei 2029."))
    #expect(lines.contains { $0.hasPrefix("do 10 mei 2029 telt niet mee: ") })
    #expect(lines.last?.hasPrefix("Na zo 31 dec 2028 is nog niet bekend") == true)
  }

  @Test("Long absence names the days that do not count and why: a day of illness, Easter Monday")
  func longAbsence() throws {
    let ill: [Part] = [
      .absent(.unauthorised, "2026-11-02", "2026-11-09"), .absent(.ill, "2026-11-10"),
      .absent(.unauthorised, "2026-11-11", "2026-12-04"),
    ]
    #expect(
      try proof("verzuim.langdurig", ill).filter { $0.contains("telt niet mee") } == [
        "di 10 nov 2026 telt niet mee: ziek."
      ])
    let easter = try proof("verzuim.langdurig", [.absent(.unauthorised, "2027-03-01", "2027-03-30")])
    #expect(easter.contains("ma 29 mrt 2027 telt niet mee: tweede paasdag."))
  }

  @Test("Where the calendar ends the proof says which school year lacks")
  func calendarEnds() throws {
    #expect(try proof("verzuim.onbekend", [.absent(nil, "2027-07-15")]).last == Self.calendarEnds)
    #expect(try proof("verzuim.nadert", [.absent(.unauthorised, "2027-07-12", "2027-07-14")]).last == Self.calendarEnds)
    #expect(try proof("verzuim.ziek-vaak", [.absent(.ill, "2027-06-14", "2027-06-22")]).last == Self.calendarEnds)
  }
}
