import Casework
import Support

/// A school and a pupil's absence in plain numbers: days since the first Monday, five-minute slots since midnight.
///
/// Both sides of the comparison read it in their own way: the program as records, the naive reckoner as it stands.
struct OracleScenario: Sendable {
  static let firstMonday = day("2026-08-31")
  /// Up to and with Sunday 17 January 2027.
  static let dayCount = 20 * 7
  /// Christmas Day, its second day and New Year's Day, on which every school is closed.
  static let publicHolidays: Set<Int> = [116, 117, 123]

  struct Span: Sendable {
    var from: Int
    var until: Int

    func contains(_ day: Int) -> Bool { day >= from && day <= until }
  }

  struct Slots: Sendable {
    var from: Int
    var until: Int
  }

  struct Absent: Sendable {
    var kind: AbsenceKind
    var span: Span
    var isOpen = false
    var slots: Slots?
    /// For coming late: slots from the beginning of the day.
    var late: Int?
    var isExcused = false
  }

  struct OwnHours: Sendable {
    var span: Span
    var lessons: [[Slots]]
  }

  struct Distance: Sendable {
    var span: Span
    /// The day from which every criterion was met; nothing where one lacks.
    var metFrom: Int?
    var kind: AbsenceKind
  }

  struct Report: Sendable {
    var kind: TruancyReportKind
    var on: Int
    var from: Int?
    var until: Int?
  }

  var closures: [Span] = []
  /// Slots by weekday, Monday first; within a day apart from each other.
  var lessons: [[Slots]] = []
  var absences: [Absent] = []
  var leave: [Span] = []
  var suspensions: [Span] = []
  var ownHours: [OwnHours] = []
  var distances: [Distance] = []
  var reports: [Report] = []
  /// The first day under the Leerplichtwet.
  var compulsoryFrom: Int?
  var horizon = OracleScenario.dayCount - 1

  static func date(_ day: Int) -> CivilDate { firstMonday.adding(days: day) }
}

/// Making scenarios that go wrong easily: much absence, holidays in it, limits nearby.
extension OracleScenario {
  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    closures = (0..<random.int(0...4)).map { _ in
      Self.span(&random, longest: random.pick([1, 1, 2, 7, 9, 16]))
    }
    lessons = Self.lessons(&random)
    absences = (0..<random.int(1...8)).map { _ in Self.absent(&random) }
    leave = (0..<(random.oneIn(3) ? 1 : 0)).map { _ in Self.span(&random, longest: 5) }
    suspensions = (0..<(random.oneIn(5) ? 1 : 0)).map { _ in Self.span(&random, longest: 5) }
    ownHours = (0..<(random.oneIn(4) ? 1 : 0)).map { _ in
      OwnHours(span: Self.span(&random, longest: 60), lessons: Self.lessons(&random))
    }
    distances = (0..<(random.oneIn(5) ? 1 : 0)).map { _ in
      let span = Self.span(&random, longest: 30)
      let met = random.oneIn(2) ? nil : random.int(span.from - 5...span.until + 2)
      return Distance(span: span, metFrom: met, kind: random.pick([.ill, .waitingForPlace]))
    }
    reports = (0..<random.pick([0, 0, 1, 2, 3])).map { _ in Self.report(&random, near: absences) }
    compulsoryFrom = random.oneIn(4) ? random.pick([1, 31, 62, 92, 123]) : nil
    horizon = random.oneIn(4) ? random.int(40...Self.dayCount - 1) : Self.dayCount - 1
  }

  private static func span(_ random: inout SeededGenerator, longest: Int) -> Span {
    let from = random.int(0...dayCount - 1)
    return Span(from: from, until: from + random.int(0...longest - 1))
  }

  /// A day begins at eight or half past; on some weekdays there is a break, on few no lessons at all.
  private static func lessons(_ random: inout SeededGenerator) -> [[Slots]] {
    (0..<5).map { _ in
      if random.oneIn(12) { return [] }
      let from = random.pick([96, 102])
      let noon = random.int(132...150)
      if random.oneIn(3) { return [Slots(from: from, until: noon)] }
      let after = noon + random.int(1...12)
      return [Slots(from: from, until: noon), Slots(from: after, until: after + random.int(6...30))]
    }
  }

  private static func absent(_ random: inout SeededGenerator) -> Absent {
    let kinds: [AbsenceKind] = [
      .unauthorised, .unauthorised, .unauthorised, .waitingForPlace, .holidayWithoutLeave, .ill, .medicalVisit,
      .unknown, .late,
    ]
    var absent = Absent(kind: random.pick(kinds), span: span(&random, longest: random.pick([1, 2, 4, 7, 12, 40])))
    if absent.kind == .late {
      absent.span.until = absent.span.from
      absent.late = random.int(1...60)
      absent.isExcused = random.oneIn(4)
    } else if random.oneIn(3) {
      let from = random.int(90...160)
      absent.slots = Slots(from: from, until: from + random.int(1...60))
    } else {
      absent.isOpen = random.oneIn(8)
    }
    return absent
  }

  /// Mostly about one of the absences, so that there is something to clear.
  private static func report(_ random: inout SeededGenerator, near absences: [Absent]) -> Report {
    var span = span(&random, longest: 28)
    if !random.oneIn(5) {
      span.from = random.pick(absences).span.from - random.pick([0, 0, 1, 20])
      span.until = span.from + random.pick([2, 3, 4, 5, 6, 8, 12, 28])
    }
    let kind = random.pick([TruancyReportKind.sixteenHours, .sixteenHours, .sixteenHours, .longTerm, .other])
    return Report(
      kind: kind, on: span.until + random.int(0...10), from: random.oneIn(6) ? nil : span.from,
      until: random.oneIn(6) ? nil : span.until)
  }
}

/// The same as records.
extension OracleScenario {
  private func clock(_ slot: Int) -> ClockTime? { ClockTime(minutes: 5 * slot) }

  private func periods(_ lessons: [[Slots]]) -> [Record<PeriodFields>] {
    zip(Weekday.allCases, lessons).flatMap { weekday, slots in
      slots.map { slot in
        var period = Record<PeriodFields>()
        period.weekday = Choice(weekday)
        period.from = clock(slot.from)
        period.until = clock(slot.until)
        return period
      }
    }
  }

  var school: School {
    let holidays = closures.enumerated().map { index, span in
      SampleSchool.closure(
        UInt64(100 + index), "vrij", index.isMultiple(of: 2) ? .holiday : .studyDay, Self.date(span.from).iso,
        Self.date(span.until).iso)
    }
    return SampleSchool.school(
      years: [SampleSchool.year(1, 2026, Self.firstMonday.iso, Self.date(Self.dayCount - 1).iso)], closures: holidays,
      timetables: [SampleSchool.timetable(2, from: "2026-08-01", periods(lessons))])
  }

  var pupil: Record<PupilFields> {
    make(PupilFields.self, 1) { pupil in
      // Five in the month before the one from whose first day the law holds.
      pupil.birthDate = compulsoryFrom.map { Self.date($0).adding(days: -1).adding(years: -5) } ?? day("2014-01-01")
    }
  }

  var absence: Record<AbsenceFields> {
    var section = Record<AbsenceFields>()
    for (index, absent) in absences.enumerated() { section.put(record(absent, 200 + UInt64(index)), in: \.absences) }
    for (index, span) in leave.enumerated() {
      section.put(
        make(LeaveFields.self, 300 + UInt64(index)) {
          $0.basis = Choice(.weighty)
          $0.headDecision = Choice(.granted)
          $0.from = Self.date(span.from)
          $0.until = Self.date(span.until)
        }, in: \.leave)
    }
    for (index, span) in suspensions.enumerated() {
      section.put(
        make(SuspensionFields.self, 400 + UInt64(index)) {
          $0.from = Self.date(span.from)
          $0.until = Self.date(span.until)
        }, in: \.suspensions)
    }
    for (index, own) in ownHours.enumerated() where own.lessons.contains(where: { !$0.isEmpty }) {
      section.put(
        make(IndividualTimetableFields.self, 500 + UInt64(index)) {
          $0.from = Self.date(own.span.from)
          $0.until = Self.date(own.span.until)
          $0.periods = periods(own.lessons)
        }, in: \.individualTimetables)
    }
    for (index, distance) in distances.enumerated() {
      section.put(record(distance, 600 + UInt64(index)), in: \.distanceLearning)
    }
    for (index, report) in reports.enumerated() {
      section.put(
        make(TruancyReportFields.self, 700 + UInt64(index)) {
          $0.kind = Choice(report.kind)
          $0.reportedOn = Self.date(report.on)
          $0.from = report.from.map(Self.date)
          $0.until = report.until.map(Self.date)
        }, in: \.reports)
    }
    return section
  }

  private func record(_ absent: Absent, _ number: UInt64) -> Record<AbsenceRecordFields> {
    make(AbsenceRecordFields.self, number) {
      $0.kind = Choice(absent.kind)
      $0.from = Self.date(absent.span.from)
      $0.until = absent.isOpen ? nil : Self.date(absent.span.until)
      $0.isOpen = absent.isOpen ? true : nil
      $0.fromTime = absent.slots.flatMap { clock($0.from) }
      $0.untilTime = absent.slots.flatMap { clock($0.until) }
      $0.duration = absent.late.map { Minutes(5 * $0) }
      $0.isExcused = absent.isExcused ? true : nil
    }
  }

  private func record(_ distance: Distance, _ number: UInt64) -> Record<DistanceLearningFields> {
    make(DistanceLearningFields.self, number) {
      $0.from = Self.date(distance.span.from)
      $0.until = Self.date(distance.span.until)
      $0.goal = "terug"
      $0.boardIsResponsible = true
      $0.teacherCanIntervene = true
      $0.participationIsChecked = true
      $0.councilConsentedOn = Self.date(-30)
      $0.inspectorateConsultedOn = distance.metFrom.map(Self.date)
      $0.kindOtherwise = Choice(distance.kind)
    }
  }

  /// The scenario without one of its parts, for every part.
  var smaller: [OracleScenario] {
    var all: [OracleScenario] = []
    func without<Item>(_ list: WritableKeyPath<OracleScenario, [Item]>) {
      for index in self[keyPath: list].indices {
        var less = self
        less[keyPath: list].remove(at: index)
        all.append(less)
      }
    }
    without(\.closures)
    without(\.absences)
    without(\.leave)
    without(\.suspensions)
    without(\.ownHours)
    without(\.distances)
    without(\.reports)
    return all
  }
}
