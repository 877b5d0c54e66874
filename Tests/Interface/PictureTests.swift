import Casework
import Support
import Testing

@testable import Interface

/// The pictures of the tabs: right for every year there is, at every width, and readable without colour.
@Suite("Pictures")
struct PictureTests {
  private static let widths = Array(38...80) + [99, 120, 160, 200]

  // MARK: The year of absence

  /// A year as made by the program from a school and records that anything may be the matter with.
  private static func year(_ seed: UInt64) -> AbsenceYear {
    var random = SeededGenerator(seed: seed)
    let first = random.pick([nil, "2026-08-31", "2026-11-02", "2027-07-12"])
    let last = random.pick([nil, "2027-07-16", "2026-12-18", "2027-02-01"])
    var closures = random.oneIn(5) ? [] : SampleSchool.holidays
    if random.oneIn(3) {
      var closure = SampleSchool.closure(61, "carnaval", .dayOff, "2027-02-08", "2027-02-10")
      closure.confirmed = false
      closures.append(closure)
    }
    let school = SampleSchool.school(
      years: [SampleSchool.year(1, random.oneIn(8) ? 2027 : 2026, first, last)], closures: closures,
      timetables: random.oneIn(6) ? [] : [SampleSchool.hours])
    let pupil = make(PupilFields.self, 1) { pupil in
      pupil.birthDate = day("2016-03-14")
      guard random.oneIn(3) else { return }
      pupil.put(
        make(EnrolmentFields.self, 2) {
          $0.from = day("2026-08-01").adding(days: random.int(0...200))
          $0.until = random.oneIn(2) ? day("2027-02-20").adding(days: random.int(0...100)) : nil
        }, in: \.enrolments)
    }
    var absence = Record<AbsenceFields>()
    for number in 0..<random.int(0...12) {
      absence.put(
        make(AbsenceRecordFields.self, UInt64(100 + number)) {
          $0.kind = Choice(random.pick(AbsenceKind.allCases))
          $0.from = day("2026-08-20").adding(days: random.int(0...340))
          if random.oneIn(6) {
            $0.isOpen = true
          } else if random.oneIn(3) {
            $0.until = $0.from?.adding(days: random.int(0...20))
          } else if random.oneIn(2) {
            $0.part = Choice(random.pick(DayPart.allCases))
          }
          if $0.kind.is(.late) { $0.duration = Minutes(random.int(0...120)) }
        }, in: \.absences)
    }
    let ledger = AbsenceLedger(
      pupil: pupil, absence: absence, calendar: TeachingCalendar(school), horizon: day("2028-07-31"))
    let shown = day("2026-07-20").adding(days: random.int(0...390))
    return AbsenceYear(ledger, SchoolYear(startYear: 2026), countedThrough: shown)
  }

  @Test("Whatever the year, at every width: no line too long, a sign for every day in sight, every sign in the legend")
  func strip() {
    for seed in 0..<400 {
      let year = Self.year(UInt64(seed))
      for width in Self.widths {
        for byDay in [true, false] {
          let strip = AbsenceStrip(year, width: width, byDay: byDay)
          let weeks = strip.weeksInSight
          let bars = WeekBars(weeks)
          #expect(
            (strip.lines + bars.lines + strip.legend(also: bars.meanings)).allSatisfy { $0.cells <= width },
            "\(seed) at \(width)")
          #expect(year.weeks.isEmpty ? strip.lines.isEmpty : strip.lines.count == (byDay ? 7 : 3))
          #expect(weeks.count == min(year.weeks.count, width - 4))
          let isThere = year.weeks.contains { $0.monday == year.countedThrough.monday }
          #expect(!isThere || weeks.contains { $0.monday == year.countedThrough.monday })
          guard byDay else { continue }
          let rows = strip.lines.dropFirst().prefix(5).map { String($0.text.dropFirst(3)) }
          let legend = strip.legend().map(\.text).joined(separator: "  ") + " "
          for (column, week) in weeks.enumerated() {
            for (index, day) in week.days.enumerated() {
              let sign = Array(rows[index])[column]
              #expect(Self.signs(of: day).contains(sign), "\(sign) for \(day)")
              #expect(sign == " " || legend.contains("\(sign.uppercased()) "), "\(sign) in \(legend)")
            }
          }
        }
      }
    }
  }

  /// The signs that a day can have, as the manual tells them; which of those it has, is told by hand below.
  private static func signs(of day: AbsenceYear.Day) -> String {
    switch day {
    case .free(isSettled: true): " "
    case .free(isSettled: false): "~"
    case .notEnrolled: "-"
    case .school: "·"
    case .missed(let absent) where absent.isWhole: "OTZAVSG?→"
    case .missed: "otzavsg?→"
    }
  }

  /// Six weeks and the one before, with each kind of day; shown on Monday 23 November, the first day of an illness without
  /// an end.
  private static func yearByHand() -> AbsenceYear {
    var unsettled = SampleSchool.closure(51, "studiedag", .studyDay, "2026-11-24")
    unsettled.confirmed = false
    let school = SampleSchool.school(
      years: [SampleSchool.year(1, 2026, "2026-11-02", "2026-12-18")],
      closures: [unsettled, SampleSchool.closure(52, "vrij", .dayOff, "2026-12-08")])
    let pupil = make(PupilFields.self, 1) { pupil in
      pupil.birthDate = day("2016-03-14")
      pupil.put(make(EnrolmentFields.self, 2) { $0.from = day("2026-11-03") }, in: \.enrolments)
    }
    var absence = Record<AbsenceFields>()
    var number: UInt64 = 100
    func add(
      _ kind: AbsenceKind, _ from: String, _ until: String? = nil,
      _ more: (inout Record<AbsenceRecordFields>) -> Void = { _ in }
    ) {
      number += 1
      absence.put(
        make(AbsenceRecordFields.self, number) {
          $0.kind = Choice(kind)
          $0.from = day(from)
          $0.until = until.map { day($0) }
          more(&$0)
        }, in: \.absences)
    }
    add(.medicalVisit, "2026-11-03") {
      $0.fromTime = clock("09:00")
      $0.untilTime = clock("10:00")
    }
    add(.unauthorised, "2026-11-04")
    add(.late, "2026-11-05") { $0.duration = Minutes(30) }
    add(.unknown, "2026-11-06")
    add(.ill, "2026-11-09", "2026-11-10")
    add(.ill, "2026-11-12") { $0.part = Choice(.morning) }
    add(.leave, "2026-11-13")
    add(.religiousDuty, "2026-11-16")
    add(.suspension, "2026-11-17")
    add(.closure, "2026-11-18")
    add(.holidayWithoutLeave, "2026-11-19", "2026-11-20")
    add(.ill, "2026-11-23") { $0.isOpen = true }
    let ledger = AbsenceLedger(
      pupil: pupil, absence: absence, calendar: TeachingCalendar(school), horizon: day("2027-07-31"))
    return AbsenceYear(ledger, SchoolYear(startYear: 2026), countedThrough: day("2026-11-23"))
  }

  @Test("Each kind of day has its letter, by days and by weeks")
  func stripByHand() {
    let year = Self.yearByHand()
    #expect(
      AbsenceStrip(year, width: 60, byDay: true).lines.dropFirst().prefix(5).map(\.text) == [
        "ma▸-ZVZ→→→",
        "di aZS~→ →",
        "wo O·G→→→→",
        "do tzO→→→→",
        "vr ?VO→→→→",
      ])
    // Of a week what is gravest: without leave before ill, ill before what is foreseen.
    #expect(AbsenceStrip(year, width: 60, byDay: false).lines[1].text == "wk OZOZ→→→")
  }

  @Test("No two signs are alike, also in ASCII and in small letters")
  func signs() {
    let all = DaySign.Meaning.allCases.flatMap { meaning in
      meaning.isMissed && meaning != .unknown && meaning != .expected
        ? [DaySign(meaning).letter, DaySign(meaning, isPart: true).letter] : [DaySign(meaning).letter]
    }
    #expect(Set(all).count == all.count)
    var grid = CellGrid(size: Size(columns: all.count, rows: 1), isASCII: true)
    grid.draw(Line(String(all)), row: 0, in: Area(columns: all.count, rows: 1))
    let plain = grid.ascii.cells.map(\.text)
    #expect(Set(plain).count == all.count, "\(plain)")
  }

  @Test("A bar of a week is there where something of its kind was missed, and the highest is the highest of all kinds")
  func weekBars() throws {
    let week = day("2026-11-09")
    let school = TeachingCalendar(SampleSchool.school())
    var absence = Record<AbsenceFields>()
    for (number, kind, from, until) in [
      (1, AbsenceKind.ill, "2026-11-09", "2026-11-12"), (2, .unauthorised, "2026-11-17", "2026-11-17"),
    ] {
      absence.put(
        make(AbsenceRecordFields.self, UInt64(number)) {
          $0.kind = Choice(kind)
          $0.from = day(from)
          $0.until = day(until)
        }, in: \.absences)
    }
    let ledger = AbsenceLedger(pupil: Record(), absence: absence, calendar: school, horizon: day("2027-07-31"))
    let year = AbsenceYear(ledger, SchoolYear(startYear: 2026), countedThrough: day("2026-11-23"))
    let lines = WeekBars(year.weeks.filter { $0.monday >= week }).lines.map(\.text)
    // Ill for 1215 minutes, the measure; one day of 330 is 27 hundredths: the third of eight.
    #expect(lines[0].hasPrefix("O   ▃"))
    #expect(lines[1].hasPrefix("Z  █ "))
    #expect(lines[2] == "hoogste: 20,25 uur, week 46")
    #expect(WeekBars([]).lines.isEmpty)
  }

  // MARK: The gauge

  private func gauge(_ minutes: Int, width: Int = 52) throws -> [String] {
    let ledger = AbsenceLedger(
      pupil: Record(), absence: absence(late: minutes), calendar: TeachingCalendar(SampleSchool.school()),
      horizon: day("2027-07-31"))
    let norms = Norms([
      "verzuim.16uur.uren": 16, "verzuim.16uur.lesweken": 4, "verzuim.nadert.uren": 12, "verzuim.16uur.meldingdagen": 7,
    ])
    let count = try #require(ledger.hoursCount(absence(late: minutes), norms: norms))
    return HoursGauge(count.standing(on: day("2026-11-27"), of: ledger)).lines(width: width).map(\.text)
  }

  /// So many minutes late, spread over days of 330.
  private func absence(late minutes: Int) -> Record<AbsenceFields> {
    var section = Record<AbsenceFields>()
    for (index, date) in ["2026-11-05", "2026-11-09", "2026-11-16", "2026-11-23"].enumerated() {
      let part = min(330, max(0, minutes - 330 * index))
      guard part > 0 else { continue }
      section.put(
        make(AbsenceRecordFields.self, UInt64(1 + index)) {
          $0.kind = Choice(.late)
          $0.from = day(date)
          $0.duration = Minutes(part)
        }, in: \.absences)
    }
    return section
  }

  @Test(
    "The hours stand beside the bar, the window's days below it, and what is full says when and whether it was told")
  func gaugeWords() throws {
    let below = try gauge(555)
    // 9,25 of 16 hours in 16 cells: nine; the stroke is at twelve.
    #expect(below[0] == "▓▓▓▓▓▓▓▓▓░░░┊░░░ 9,25 / 16 uur in dit venster")
    #expect(below[1] == "Venster: ma 2 nov t/m zo 29 nov 2026, 4 lesweken")
    #expect(below[2] == "Vanaf 12 uur komt het op de agenda.")
    #expect(try gauge(559, width: 80)[0].hasSuffix(" 9 uur en 19 minuten / 16 uur in dit venster"))
    #expect(try gauge(45)[0].hasSuffix(" 45 minuten / 16 uur in dit venster"))
    #expect(try gauge(0)[0].hasSuffix(" 0 / 16 uur in dit venster"))
    #expect(try gauge(960)[0] == "▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓ 16 / 16 uur in dit venster")
    #expect(try gauge(960)[2] == "Vol op ma 16 nov 2026; nog niet gemeld.")
    #expect(try gauge(959)[0] == "▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓░")
  }

  @Test("Weeks after the hours were full and not reported, that is told, and no warning that is still to come")
  func gaugeLater() throws {
    let section = absence(late: 960)
    let ledger = AbsenceLedger(
      pupil: Record(), absence: section, calendar: TeachingCalendar(SampleSchool.school()), horizon: day("2027-07-31"))
    let norms = Norms([
      "verzuim.16uur.uren": 16, "verzuim.16uur.lesweken": 4, "verzuim.nadert.uren": 12, "verzuim.16uur.meldingdagen": 7,
    ])
    let count = try #require(ledger.hoursCount(section, norms: norms))
    // The window of 7 December begins on 16 November, the day of the last 300 minutes.
    let words = HoursGauge(count.standing(on: day("2026-12-07"), of: ledger)).lines(width: 60).map(\.text)
    #expect(words[0].hasSuffix(" 5 / 16 uur in dit venster"))
    #expect(words[2] == "Vol op ma 16 nov 2026; nog niet gemeld.")
    #expect(!words.contains { $0.contains("komt het op de agenda") })
  }

  @Test(
    "On a narrow window the words stand below the bar, on a wide one an hour takes two cells", arguments: [38, 200])
  func gaugeWidths(width: Int) throws {
    let lines = try gauge(555, width: width)
    #expect(lines.allSatisfy { $0.count <= width })
    #expect(lines.joined(separator: " ").contains("9,25 / 16 uur in dit venster"))
    #expect(lines[0].count { $0 == "▓" } == (width == 38 ? 9 : 18))
  }

  // MARK: The line of the year

  private func line(_ marks: [YearLine.Mark], width: Int, last: Int = 2026) -> [String] {
    YearLine(
      from: SchoolYear(startYear: 2026), through: SchoolYear(startYear: last), marks, today: day("2026-11-23")
    ).lines(width: width).map(\.text)
  }

  @Test("A letter stands where its day is, from the first of August to the last of July, with its words below")
  func yearLine() {
    let marks = [
      YearLine.Mark(day: day("2026-08-01"), letter: "V", words: "begin", role: .text),
      YearLine.Mark(day: day("2027-07-31"), letter: "e", words: "eind", role: .now),
    ]
    let lines = line(marks, width: 53)
    #expect(lines[0].hasPrefix("aug sep okt"))
    #expect(lines[1] == "V" + String(repeating: "─", count: 51) + "e")
    // 114 days on, of 364: 16 of 52.
    #expect(lines[2] == String(repeating: " ", count: 16) + "▲ ma 23 nov")
    #expect(lines[3] == "V za 1 aug 2026    begin")
    #expect(lines[4] == "e za 31 jul 2027   eind")
  }

  @Test("Two on one place are a star, two of a kind one letter; what is not listed is a letter alone")
  func yearLineMeeting() {
    let marks = [
      YearLine.Mark(day: day("2026-10-05"), letter: "V", words: "een", role: .text),
      YearLine.Mark(day: day("2026-10-06"), letter: "B", words: "twee", role: .text, isListed: false),
      YearLine.Mark(day: day("2027-03-01"), letter: "B", words: "drie", role: .text),
      YearLine.Mark(day: day("2027-03-02"), letter: "B", words: "vier", role: .text),
      YearLine.Mark(day: day("2029-03-02"), letter: "e", words: "later", role: .now),
    ]
    // Days 65 and 66 of 364 are both 5 of 29, and 212 and 213 both 16.
    let lines = line(marks, width: 30)
    #expect(lines[1].count { $0 == "*" } == 1 && lines[1].count { $0 == "B" } == 1)
    #expect(!lines[1].contains("e"))
    #expect(lines.dropFirst(3).map { $0.split(separator: " ").last } == ["een", "drie", "vier", "later"])
  }

  @Test("At every width the line fits, with one year and with three", arguments: [2026, 2027, 2028])
  func yearLineWidths(last: Int) {
    let mark = YearLine.Mark(day: day("2026-10-05"), letter: "V", words: "v", role: .text)
    for width in Self.widths {
      let lines = line([mark], width: width, last: last)
      #expect(lines.allSatisfy { $0.count <= width })
      #expect(lines[1].count == width && lines[1].contains("V"))
      let years = last - 2025
      #expect(lines[0].contains(years > 1 && width < 56 * years ? "2026-2027" : "aug"))
    }
  }

  // MARK: Goals

  @Test("A goal has a bar of five steps, its result in words and the one before; without one it says so")
  func goals() {
    func goal(_ domain: String, _ scores: [GoalScore]) -> GoalStanding {
      GoalStanding(
        goal: make(GoalFields.self, 1) {
          $0.domain = domain
          $0.target = "tafels"
        }, results: scores.map { GoalStanding.Result(on: day("2026-11-02"), score: $0) })
    }
    let bars = GoalBars(
      [goal("rekenen", [.unchanged, .reached]), goal("lezen", []), goal("spelling", [.declined])],
      readIn: SchoolYear(startYear: 2026))
    func padded(_ text: String, _ spaces: Int) -> String { text + String(repeating: " ", count: spaces) }
    #expect(
      bars.lines(width: 62).map(\.text) == [
        padded("▓▓▓▓░ rekenen: tafels", 8) + "bereikt (2 nov); was niet vooruit",
        padded("····· lezen: tafels", 25) + "nog geen resultaat",
        padded("▓░░░░ spelling: tafels", 23) + "achteruit (2 nov)",
      ])
    for width in Self.widths { #expect(bars.lines(width: width).allSatisfy { $0.cells <= width }) }
    let narrow = bars.lines(width: 38).map(\.text)
    #expect(narrow[0].hasPrefix("▓▓▓▓░ rekenen: tafels"))
    #expect(narrow[1...2] == ["      bereikt (2 nov); was niet", "      vooruit"])
  }

  // MARK: The coming weeks

  @Test("The number stands beside the bars; where there is no room for both, the number stands alone")
  func forecast() {
    var weeks = (0..<26).map { WeekLoad(monday: day("2026-11-23").adding(weeks: $0), count: 0) }
    weeks[2] = WeekLoad(monday: weeks[2].monday, count: 4)
    weeks[25] = WeekLoad(monday: weeks[25].monday, count: 1)
    let bar = ForecastBar(weeks, label: "Komende 26 weken")
    let wide = bar.line(width: 80).text
    #expect(wide.hasPrefix(" Komende 26 weken    █"))
    #expect(wide.hasSuffix("▂  samen 5, drukste wk 50 (4)"))
    #expect(bar.line(width: 40).text == " 26 wk: samen 5, drukste wk 50 (4)")
    for width in 38...200 { #expect(bar.line(width: width).cells <= width) }
    #expect(ForecastBar([], label: "Komende 0 weken").line(width: 80).text.hasSuffix("niets met een datum"))
  }

  @Test("In ASCII the height of a bar is a digit")
  func asciiBars() {
    var grid = CellGrid(size: Size(columns: 8, rows: 1), isASCII: true)
    grid.draw(Line(Bars.line([1, 2, 3, 4, 5, 6, 7, 8])), row: 0, in: Area(columns: 8, rows: 1))
    #expect(grid.ascii.cells.map(\.text).joined() == "12345678")
  }
}
