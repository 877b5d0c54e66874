import Casework
import Support

/// A pupil's long absence at random, in plain numbers: days since Monday 31 August 2026, up to Sunday 14 March 2027.
struct LongAbsenceScenario: Sendable {
  static let firstMonday = day("2026-08-31")
  static let dayCount = 28 * 7
  /// Christmas Day, its second day and New Year's Day, on which every school is closed.
  static let publicHolidays: Set<Int> = [116, 117, 123]

  struct Span: Sendable {
    var from: Int
    var until: Int

    func contains(_ day: Int) -> Bool { day >= from && day <= until }
  }

  /// What of a day was missed: lessons are 8.30-12.00 and 12.30-14.30, on Wednesday 8.30-12.15.
  enum Extent: Sendable {
    case day, morning, afternoon
  }

  struct Away: Sendable {
    let kind: AbsenceKind
    let span: Span
    let extent: Extent
    let isOpen: Bool
  }

  struct Report: Sendable {
    let kind: TruancyReportKind
    let on: Int
    let from: Int
    let until: Int?
  }

  struct Plan: Sendable {
    let made: Int
    let withPartnership: Bool
    let reviewed: Int?
    let ended: Int?
  }

  var closures: [Span] = []
  var aways: [Away] = []
  var reports: [Report] = []
  var plans: [Plan] = []
  /// The first day under the Leerplichtwet.
  var compulsoryFrom: Int?
  /// Whether this school has no lessons on Friday.
  var hasFridayOff = false

  static func date(_ day: Int) -> CivilDate { firstMonday.adding(days: day) }
}

/// Making absences of about four teaching weeks and much longer, with something in between.
extension LongAbsenceScenario {
  private static let kinds: [AbsenceKind] = [
    .unauthorised, .waitingForPlace, .waitingForPlace, .holidayWithoutLeave, .ill, .ill, .medicalVisit, .unknown,
  ]

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    closures = (0..<random.int(0...3)).map { _ in
      let from = random.int(0...Self.dayCount - 1)
      return Span(from: from, until: from + random.pick([0, 0, 4, 8, 8, 15]))
    }
    var next = random.int(0...70)
    for _ in 0..<random.int(1...4) {
      let span = Span(from: next, until: next + random.pick([0, 3, 11, 24, 25, 27, 28, 34, 60, 100]))
      aways.append(Away(kind: random.pick(Self.kinds), span: span, extent: .day, isOpen: random.oneIn(12)))
      next = span.until + 1
      if random.oneIn(5) { aways.append(Self.part(&random, on: next)) }
      next += random.pick([0, 0, 0, 1, 2, 3])
    }
    for _ in 0..<random.pick([0, 0, 1, 2]) {
      let from = random.pick(aways).span.from + random.int(0...25)
      let extents: [Extent] = [.day, .day, .morning, .afternoon]
      aways.append(
        Away(
          kind: random.pick([.ill, .ill, .unauthorised]), span: Span(from: from, until: from + random.int(0...6)),
          extent: random.pick(extents), isOpen: false))
    }
    reports = (0..<random.pick([0, 1, 1, 2])).map { _ in Self.report(&random, near: aways) }
    plans = (0..<random.pick([0, 1, 1, 2])).map { _ in Self.plan(&random, near: aways) }
    compulsoryFrom = random.oneIn(6) ? random.pick([31, 62, 92]) : nil
    hasFridayOff = random.oneIn(6)
  }

  private static func part(_ random: inout SeededGenerator, on day: Int) -> Away {
    Away(
      kind: random.pick(kinds), span: Span(from: day, until: day), extent: random.pick([.morning, .afternoon]),
      isOpen: false)
  }

  private static func report(_ random: inout SeededGenerator, near aways: [Away]) -> Report {
    let from = random.pick(aways).span.from + random.int(-3...10)
    let until = random.oneIn(2) ? from + random.int(0...60) : nil
    return Report(
      kind: random.pick([.longTerm, .longTerm, .longTerm, .sixteenHours, .other]),
      on: (until ?? from) + random.int(0...50), from: from, until: until)
  }

  private static func plan(_ random: inout SeededGenerator, near aways: [Away]) -> Plan {
    let made = random.pick(aways).span.from + random.int(-30...90)
    return Plan(
      made: made, withPartnership: !random.oneIn(4), reviewed: random.oneIn(2) ? made + random.int(5...90) : nil,
      ended: random.oneIn(3) ? made + random.int(0...60) : nil)
  }
}

/// The same as records.
extension LongAbsenceScenario {
  private static func iso(_ day: Int) -> String { date(day).iso }

  var dossier: Dossier {
    let born = compulsoryFrom.map { Self.date($0).adding(days: -1).adding(years: -5).iso } ?? "2016-03-14"
    let away: [Part] = aways.map { away in
      .absent(away.kind, Self.iso(away.span.from), away.isOpen ? nil : Self.iso(away.span.until)) {
        $0.isOpen = away.isOpen ? true : nil
        switch away.extent {
        case .day: break
        case .morning: $0.untilTime = clock("12:15")
        case .afternoon: $0.fromTime = clock("12:15")
        }
      }
    }
    let told: [Part] = reports.map {
      .report($0.kind, on: Self.iso($0.on), Self.iso($0.from), $0.until.map(Self.iso))
    }
    let planned: [Part] = plans.map {
      .plan(
        Self.iso($0.made), withPartnership: $0.withPartnership, reviewed: $0.reviewed.map(Self.iso),
        ended: $0.ended.map(Self.iso))
    }
    return RuleCase("", born: born, away + told + planned, []).dossier
  }

  var school: School {
    let off = closures.enumerated().map { index, span in
      SampleSchool.closure(
        UInt64(100 + index), "vrij", index.isMultiple(of: 2) ? .holiday : .studyDay, Self.iso(span.from),
        Self.iso(span.until))
    }
    let long: [Weekday] = hasFridayOff ? [.monday, .tuesday, .thursday] : [.monday, .tuesday, .thursday, .friday]
    let lessons =
      long.flatMap { [SampleSchool.period($0, "08:30", "12:00"), SampleSchool.period($0, "12:30", "14:30")] }
      + [SampleSchool.period(.wednesday, "08:30", "12:15")]
    return SampleSchool.school(
      years: [SampleSchool.year(102, 2026, "2026-08-31", "2027-07-16")], closures: off,
      timetables: [SampleSchool.timetable(201, from: "2026-08-01", lessons)])
  }
}
