import Casework
import Support
import Testing

@Suite("deeltijd.eindigt, afstand.criteria, schorsing.duur and schorsing.inspectie")
struct ReturnTests {
  private static let mornings: [Record<PeriodFields>] = [Weekday.monday, .tuesday, .thursday, .friday].map {
    SampleSchool.period($0, "08:30", "12:00")
  }

  private static func timetable(
    _ from: String, _ until: String?, agreed: String? = nil, returnOn: String? = nil, returned: String? = nil
  ) -> Part {
    .timetable(from, until) { record in
      record.periods = mornings
      record.parentsAgreedOn = agreed.map(day)
      record.returnOn = returnOn.map(day)
      record.returnedOn = returned.map(day)
    }
  }

  /// Everything that §3.8 asks of distance learning, but for what `change` takes away.
  private static func distance(
    _ from: String = "2026-11-09", _ until: String? = "2026-12-18",
    change: @escaping @Sendable (inout Record<DistanceLearningFields>) -> Void = { _ in }
  ) -> Part {
    .distance(from, until) { record in
      record.goal = "Terug in de groep"
      record.returnOn = day("2027-01-04")
      record.boardIsResponsible = true
      record.teacherCanIntervene = true
      record.participationIsChecked = true
      record.councilConsentedOn = day("2026-11-03")
      record.inspectorateConsultedOn = day("2026-11-05")
      change(&record)
    }
  }

  /// Six weeks before Fri 18 Dec is Fri 6 Nov.
  static let ends: [RuleCase] = [
    RuleCase(
      "Visible six weeks before its last day", [timetable("2026-09-07", "2026-12-18")],
      [Asked("2026-11-06", due: "2026-12-18")]),
    RuleCase(
      "Not before it begins", [timetable("2026-11-23", "2026-12-18")], [Asked("2026-11-23", due: "2026-12-18")]),
    RuleCase(
      "The day of return where no last day is given", [timetable("2026-09-07", nil, returnOn: "2026-12-14")],
      [Asked("2026-11-02", due: "2026-12-14")]),
    RuleCase(
      "Without any end that is what is asked", [timetable("2026-09-07", nil)], [Asked("2026-09-07")]),
    RuleCase(
      "Back at school clears it", [timetable("2026-09-07", "2026-12-18", returned: "2026-11-30")],
      [Asked("2026-11-06", due: "2026-12-18", cleared: "2026-11-30")]),
    RuleCase(
      "So does a new agreement that lasts longer, on the day the parents agreed",
      [timetable("2026-09-07", "2026-12-18"), timetable("2027-01-04", "2027-02-19", agreed: "2026-12-10")],
      [Asked("2026-11-06", due: "2026-12-18", cleared: "2026-12-10"), Asked("2027-01-08", due: "2027-02-19")]),
    RuleCase(
      "An earlier agreement does not",
      [timetable("2026-09-07", "2026-12-18"), timetable("2026-08-31", "2026-09-04", agreed: "2026-08-28")],
      // The earlier one was followed by the later, from its first day.
      [Asked("2026-08-31", due: "2026-09-04", cleared: "2026-09-07"), Asked("2026-11-06", due: "2026-12-18")]),
    RuleCase(
      "Distance learning ends too", [distance()], [Asked("2026-11-09", due: "2026-12-18")]),
    RuleCase(
      "Distance learning without an end lacks a criterion, and is asked for there",
      [distance("2026-11-09", nil) { $0.returnOn = nil }], []),
  ]

  static let criteria: [RuleCase] = [
    RuleCase("Everything on record in time", [distance()], []),
    RuleCase("No goal", [distance { $0.goal = " " }], [Asked("2026-11-09", until: "2026-12-19")]),
    RuleCase(
      "No date of return and no last day",
      [distance("2026-11-09", nil) { $0.returnOn = nil }], [Asked("2026-11-09")]),
    RuleCase(
      "Board not responsible", [distance { $0.boardIsResponsible = nil }], [Asked("2026-11-09", until: "2026-12-19")]),
    RuleCase(
      "No teacher who can step in", [distance { $0.teacherCanIntervene = false }],
      [Asked("2026-11-09", until: "2026-12-19")]),
    RuleCase(
      "Nobody sees whether the pupil takes part", [distance { $0.participationIsChecked = nil }],
      [Asked("2026-11-09", until: "2026-12-19")]),
    RuleCase(
      "The council did not consent", [distance { $0.councilConsentedOn = nil }],
      [Asked("2026-11-09", until: "2026-12-19")]),
    RuleCase(
      "The inspectorate was not consulted", [distance { $0.inspectorateConsultedOn = nil }],
      [Asked("2026-11-09", until: "2026-12-19")]),
    RuleCase(
      "Consent on the first day is in time", [distance { $0.councilConsentedOn = day("2026-11-09") }], []),
    RuleCase(
      "Consent a day later is not, and clears it", [distance { $0.councilConsentedOn = day("2026-11-10") }],
      [Asked("2026-11-09", until: "2026-12-19", cleared: "2026-11-10")]),
  ]

  /// WPO 40c: at most one week.
  ///
  /// A week from Mon 9 Nov is up to and with Sun 15 Nov.
  static let lengths: [RuleCase] = [
    RuleCase("A week", [.suspended("2026-11-09", "2026-11-15")], []),
    RuleCase("A day more", [.suspended("2026-11-09", "2026-11-16")], [Asked("2026-11-09")]),
    RuleCase("One day", [.suspended("2026-11-09")], []),
    RuleCase(
      "Two weeks in two pieces, with only a weekend between",
      [.suspended("2026-11-16", "2026-11-20"), .suspended("2026-11-09", "2026-11-13")], [Asked("2026-11-09")]),
    RuleCase(
      "A shorter one inside a long one makes it no shorter",
      [.suspended("2026-11-02", "2026-11-20"), .suspended("2026-11-05", "2026-11-06")], [Asked("2026-11-02")]),
    RuleCase(
      "A day without an end between two others is a day",
      [.suspended("2026-11-09", "2026-11-13"), .suspended("2026-11-16"), .suspended("2026-11-17", "2026-11-20")],
      [Asked("2026-11-09")]),
    RuleCase(
      "A holiday between two is no suspension: Fri 16 and Mon 26 Oct",
      [.suspended("2026-10-16"), .suspended("2026-10-26")], []),
    RuleCase(
      "With a school day between them they are two",
      [.suspended("2026-11-09", "2026-11-13"), .suspended("2026-11-17", "2026-11-20")], []),
    RuleCase(
      "Decided on Thu 19 Nov, when the letter went out: then it can still be shortened",
      [.suspended("2026-11-23", "2026-12-02", parents: "2026-11-19")], [Asked("2026-11-19")]),
  ]

  static let told: [RuleCase] = [
    RuleCase("One day, reasons given that day", [.suspended("2026-11-09", parents: "2026-11-09")], []),
    RuleCase("One day, no reasons in writing", [.suspended("2026-11-09")], [Asked("2026-11-09")]),
    RuleCase(
      "Two days: the inspectorate as well", [.suspended("2026-11-09", "2026-11-10", parents: "2026-11-09")],
      [Asked("2026-11-09")]),
    RuleCase(
      "A day and the next in two pieces are two days, asked from the second",
      [.suspended("2026-11-09", parents: "2026-11-09"), .suspended("2026-11-10", parents: "2026-11-10")],
      [Asked("2026-11-10")]),
    RuleCase(
      "One school day before the weekend is one day", [.suspended("2026-11-13", "2026-11-15", parents: "2026-11-13")],
      []),
    RuleCase(
      "Friday and Monday are two", [.suspended("2026-11-13", "2026-11-16", parents: "2026-11-13")],
      [Asked("2026-11-13")]),
    RuleCase(
      "Both lack, and each is cleared on its own day",
      [.suspended("2026-11-09", "2026-11-10", parents: "2026-11-11", inspectorate: "2026-11-10")],
      [Asked("2026-11-09", cleared: "2026-11-10"), Asked("2026-11-09", cleared: "2026-11-11")]),
    RuleCase(
      "The inspectorate is asked about from the day of the letter",
      [.suspended("2026-11-23", "2026-11-25", parents: "2026-11-19")], [Asked("2026-11-19")]),
    RuleCase(
      "Off the calendar, Mon 6 to Fri 10 Sep 2027 are still five days",
      [.suspended("2027-09-06", "2027-09-10", parents: "2027-09-06")], [Asked("2027-09-06")]),
    RuleCase("And a Monday is one", [.suspended("2027-09-06", parents: "2027-09-06")], []),
    RuleCase(
      "And so is a Friday with its weekend", [.suspended("2027-09-10", "2027-09-12", parents: "2027-09-10")], []),
    RuleCase(
      "An end before the beginning is one day", [.suspended("2026-11-10", "2026-11-09", parents: "2026-11-10")], []),
    RuleCase(
      "Told before it began",
      [.suspended("2026-11-09", "2026-11-10", parents: "2026-11-06", inspectorate: "2026-11-06")],
      []),
  ]

  @Test("The proof says how long: a day of return is no day of the arrangement, days off the calendar are told as such")
  func words() throws {
    func first(_ rule: RuleID, _ part: Part) throws -> String? {
      let episode = try RuleCase("", [part], []).episodes(of: rule).first
      return try episode.flatMap { try StoryRunner().book.proof(of: $0).first?.text }
    }
    #expect(
      try first("deeltijd.eindigt", Self.timetable("2026-09-07", nil, returnOn: "2026-12-14"))
        == "Eigen rooster van ma 7 sep 2026 af; weer volledig naar school op ma 14 dec 2026.")
    #expect(
      try first("deeltijd.eindigt", Self.timetable("2026-09-07", "2026-12-11", returnOn: "2026-12-14"))
        == "Eigen rooster van ma 7 sep 2026 tot en met vr 11 dec 2026.")
    #expect(
      try first("deeltijd.eindigt", Self.distance("2026-11-09", nil))
        == "Afstandsonderwijs van ma 9 nov 2026 af; weer naar school op ma 4 jan 2027.")
    let suspended = Part.suspended("2027-09-06", "2027-09-10", parents: "2027-09-06")
    #expect(
      try first("schorsing.inspectie", suspended)
        == "Geschorst van ma 6 sep 2027 tot en met vr 10 sep 2027: 5 dagen van maandag tot en met vrijdag. De kalender van dat schooljaar ontbreekt."
    )
  }

  @Test("An agreement ends", arguments: ends)
  func ending(row: RuleCase) throws {
    #expect(try row.asked(by: "deeltijd.eindigt") == row.expected)
  }

  @Test("Criteria of distance learning", arguments: criteria)
  func distanceCriteria(row: RuleCase) throws {
    let episodes = try row.episodes(of: "afstand.criteria")
    #expect(episodes.map(Asked.init) == row.expected)
    #expect(episodes.allSatisfy { $0.floor == .now && $0.due == nil })
  }

  @Test("Length of a suspension", arguments: lengths)
  func length(row: RuleCase) throws {
    let episodes = try row.episodes(of: "schorsing.duur")
    #expect(episodes.map(Asked.init) == row.expected)
    // Once it lasted too long it cannot be undone, only explained.
    #expect(episodes.allSatisfy { $0.floor == .now && $0.mustBeAcknowledged })
  }

  @Test("What was acknowledged of a week and a day says nothing once the suspension went on")
  func grown() throws {
    let first = Part.suspended("2026-11-09", "2026-11-16")
    let ids = try [[first], [first, .suspended("2026-11-17", "2026-11-27")]].map { parts in
      try RuleCase("", parts, []).episodes(of: "schorsing.duur").map(\.id)
    }
    #expect(ids[0].count == 1 && ids[1].count == 1 && ids[0] != ids[1])
  }

  @Test("Who was told of a suspension", arguments: told)
  func tellings(row: RuleCase) throws {
    let episodes = try row.episodes(of: "schorsing.inspectie")
    #expect(episodes.map(Asked.init) == row.expected)
    #expect(episodes.allSatisfy { $0.floor == .now && $0.due == nil })
  }
}
