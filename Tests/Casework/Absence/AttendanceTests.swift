import Casework
import Support
import Testing

/// Which timetable holds, and what counts as being there.
@Suite("Hours of one pupil")
struct AttendanceTests {
  private func ledger(
    _ parts: [Part], school: School = SampleSchool.school(), until horizon: String = "2026-12-31",
    pupil change: (inout Record<PupilFields>) -> Void = { _ in }
  ) -> AbsenceLedger {
    let pupil = make(PupilFields.self, 1) {
      $0.birthDate = day("2016-03-14")
      change(&$0)
    }
    return AbsenceLedger(
      pupil: pupil, absence: Part.section(parts), calendar: TeachingCalendar(school), horizon: day(horizon))
  }

  private func place(_ number: UInt64, group: UInt64, year: Int, from: String, in pupil: inout Record<PupilFields>) {
    pupil.put(
      make(PlacementFields.self, number) {
        $0.group = Reference(id(group))
        $0.yearGroup = year
        $0.from = day(from)
      }, in: \.placements)
  }

  @Test("The timetable is that of the group on that day")
  func placements() {
    let short = SampleSchool.timetable(
      202, from: "2026-08-01", group: id(62), [SampleSchool.period(.monday, "08:30", "11:30")])
    let school = SampleSchool.school(timetables: [SampleSchool.hours, short])
    let missed = ledger([.absent(.ill, "2026-11-09"), .absent(.ill, "2026-11-16", "2026-11-17")], school: school) {
      place(1, group: 61, year: 6, from: "2026-08-01", in: &$0)
      place(2, group: 62, year: 6, from: "2026-11-12", in: &$0)
    }
    // Group 62 has no lessons on Tuesday 17 Nov: no school day for this pupil.
    #expect(missed.days.map(\.scheduled) == [330, 180])
  }

  @Test("An individual timetable goes before that of the group while it holds")
  func ownTimetable() {
    let own = Part.timetable("2026-11-10", "2026-11-13") {
      $0.periods = [SampleSchool.period(.tuesday, "09:00", "10:00"), SampleSchool.period(.thursday, "08:30", "12:00")]
    }
    let missed = ledger([.absent(.unauthorised, "2026-11-09", "2026-11-16"), own])
    // Wednesday 11 and Friday 13 Nov are no school days for this pupil.
    #expect(missed.days.map(\.date.iso) == ["2026-11-09", "2026-11-10", "2026-11-12", "2026-11-16"])
    #expect(missed.days.map(\.unauthorised) == [330, 60, 210, 330])
    #expect(missed.unbrokenRuns.map(\.range.count) == [4])
  }

  @Test("Back earlier than agreed ends an individual timetable on the day before")
  func backEarly() {
    let own = Part.timetable("2026-11-09", "2026-11-20") {
      $0.periods = [SampleSchool.period(.monday, "09:00", "10:00")]
      $0.returnedOn = day("2026-11-16")
    }
    #expect(
      ledger([.absent(.unauthorised, "2026-11-09"), .absent(.ill, "2026-11-16"), own]).days.map(\.missed) == [60, 330])
  }

  @Test("School that ends early counts until then")
  func earlyEnd() {
    let closure = SampleSchool.closure(51, "sinterklaas", .dayOff, "2026-12-04", fromTime: "12:00")
    let school = SampleSchool.school(closures: SampleSchool.holidays + [closure])
    #expect(ledger([.absent(.unauthorised, "2026-12-04")], school: school).days.map(\.unauthorised) == [210])
  }

  @Test("Without a timetable days can be missed but no hours counted")
  func noTimetable() {
    let missed = ledger(
      [.absent(.unauthorised, "2026-11-09", "2026-11-10")], school: SampleSchool.school(timetables: []))
    #expect(missed.days.map(\.hoursAreKnown) == [false, false])
    #expect(missed.days.map(\.missed) == [0, 0])
    #expect(missed.days.allSatisfy { $0.isWhole && $0.wholeStanding == .unauthorised })
    #expect(missed.unbrokenRuns.count == 1)
  }

  @Test("Days outside the enrolment are no absence")
  func enrolment() {
    let missed = ledger([.absent(.unauthorised, "2026-11-09", "2026-11-13")]) { pupil in
      pupil.put(
        make(EnrolmentFields.self, 5) {
          $0.from = day("2026-11-10")
          $0.until = day("2026-11-12")
        }, in: \.enrolments)
    }
    #expect(missed.days.map(\.date.iso) == ["2026-11-10", "2026-11-11", "2026-11-12"])
  }

  private func distance(_ change: @escaping @Sendable (inout Record<DistanceLearningFields>) -> Void = { _ in }) -> Part
  {
    .distance("2026-11-09", "2026-11-10") {
      $0.goal = "Terug"
      $0.boardIsResponsible = true
      $0.teacherCanIntervene = true
      $0.participationIsChecked = true
      $0.councilConsentedOn = day("2026-11-03")
      $0.inspectorateConsultedOn = day("2026-11-05")
      change(&$0)
    }
  }

  @Test("Distance learning that meets its criteria is presence")
  func distancePresence() {
    #expect(ledger([distance()]).days.isEmpty)
    let away = ledger([.absent(.waitingForPlace, "2026-11-09", "2026-11-11"), distance()])
    #expect(away.days.map(\.date.iso) == ["2026-11-11"])
  }

  @Test("Distance learning that lacks a criterion is absence of its kind")
  func distanceAbsence() {
    let lacking = distance {
      $0.councilConsentedOn = nil
      $0.kindOtherwise = Choice(.waitingForPlace)
    }
    #expect(ledger([lacking]).days.map(\.unauthorised) == [330, 330])
    #expect(ledger([distance { $0.goal = nil }]).days.map(\.unknown) == [330, 330])
  }

  @Test("It counts as presence from the day on which the last criterion was met")
  func distanceLater() {
    let later = distance {
      $0.inspectorateConsultedOn = day("2026-11-10")
      $0.kindOtherwise = Choice(.ill)
    }
    #expect(ledger([later]).days.map(\.date.iso) == ["2026-11-09"])
  }

  @Test("Distance learning for some hours leaves the others as they were registered")
  func distanceHours() {
    let mornings = distance { $0.periods = [SampleSchool.period(.monday, "09:00", "10:30")] }
    #expect(ledger([.absent(.unauthorised, "2026-11-09"), mornings]).days.map(\.unauthorised) == [240])
    #expect(ledger([mornings]).days.isEmpty)
  }

  @Test("Half days: missed where at least half of a half day was")
  func halfDays() {
    func halves(_ parts: Part...) -> [Int] { ledger(parts).days.map(\.halfDays.missed) }
    #expect(halves(.absent(.ill, "2026-11-09")) == [2])
    #expect(halves(.absent(.ill, "2026-11-11")) == [1])
    // Of the morning's 210 minutes 105 is half.
    #expect(halves(.late(105, "2026-11-09")) == [1])
    #expect(halves(.late(104, "2026-11-09")) == [0])
    let sum = ledger([.absent(.ill, "2026-11-09"), .absent(.unauthorised, "2026-11-11", "2026-11-12")])
      .halfDays(from: day("2026-11-10"), through: day("2026-11-30"))
    #expect(
      sum
        == ledger([.absent(.unauthorised, "2026-11-11", "2026-11-12")]).halfDays(
          from: day("2026-11-01"), through: day("2026-11-30")))
    #expect(sum.unauthorised == 3)
  }

  @Test("Days with an open end count up to the horizon; what nobody confirmed is marked")
  func openEnd() {
    let missed = ledger([.away(.ill, from: "2026-11-09", confirmed: "2026-11-10")], until: "2026-11-12")
    #expect(missed.days.map(\.date.iso) == ["2026-11-09", "2026-11-10", "2026-11-11", "2026-11-12"])
    #expect(missed.days.map(\.isAssumed) == [false, false, true, true])
    #expect(missed.unbrokenRuns.map(\.returnedOn) == [nil])
  }

  @Test("A day of which somebody vouched for a part only is marked too")
  func openBesideAnother() {
    let mornings: [Part] = ["2026-11-10", "2026-11-12"].map { .absent(.ill, $0) { $0.part = Choice(.morning) } }
    let missed = ledger(
      mornings + [.away(.unauthorised, from: "2026-11-09", confirmed: "2026-11-11")], until: "2026-11-12")
    #expect(missed.days.map(\.causes.count) == [1, 2, 1, 2])
    #expect(missed.days.map(\.isAssumed) == [false, false, false, true])
  }

  @Test("The window of a day for the gauge: its four weeks, what counts in it, and where counting began")
  func gauge() throws {
    let norms = try StoryRunner().book.norms()
    let parts: [Part] = [
      .absent(.unauthorised, "2026-10-12"), .absent(.unauthorised, "2026-11-09", "2026-11-12"), .late(30, "2026-11-17"),
      .report(.sixteenHours, on: "2026-11-13", "2026-11-09", "2026-11-12"),
    ]
    let ledger = ledger(parts)
    let count = try #require(ledger.hoursCount(Part.section(parts), norms: norms))
    let before = count.window(on: day("2026-11-11"), of: ledger)
    // The weeks of 12 and 26 Oct, 2 and 9 Nov: 330 on 12 Oct, then 330, 330 and 225.
    #expect(before.weeks == ["2026-10-12", "2026-10-26", "2026-11-02", "2026-11-09"].map(day))
    #expect(before.minutes == 1215)
    let after = count.window(on: day("2026-11-22"), of: ledger)
    #expect(after.minutes == 30)
    #expect(after.countedFrom == day("2026-11-13"))
    // In a holiday the window of the last teaching week stands.
    let inHoliday = count.window(on: day("2026-10-21"), of: ledger)
    #expect(inHoliday.weeks.last == day("2026-10-12"))
    #expect(inHoliday.minutes == 330)
  }
}
