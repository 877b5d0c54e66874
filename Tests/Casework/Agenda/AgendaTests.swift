import Casework
import Support
import Testing

/// What stands on the agenda on a day; the calendar is that of region midden (autumn holiday 17 to 25 October 2026).
@Suite("The agenda of a day")
struct AgendaTests {
  private let calendar = TeachingCalendar(SampleSchool.school())

  private func entry(_ id: RuleID, _ force: Force = .statute, _ audience: Set<Audience> = [.careCoordinator])
    -> RuleEntry
  {
    RuleEntry(
      id: id, force: force, validFrom: nil, validUntil: nil, audience: audience, title: "", explanation: "",
      sources: [], norms: [], sentences: [:], clearedBy: "", stories: [])
  }

  private func episode(
    _ rule: RuleID = "wet", pupil: UInt64 = 1, from: String = "2026-08-01", last: String? = nil, until: String? = nil,
    cleared: String? = nil, floor: Urgency? = nil, stays: Bool = false
  ) -> Episode {
    Episode(
      id: Episode.ID(rule: rule, subject: .pupil(id(pupil))), visibleFrom: day(from), due: last.map(day),
      until: until.map(day), clearedOn: cleared.map(day), floor: floor, mustBeAcknowledged: stays, proof: [],
      act: Act(.plan))
  }

  private func agenda(
    _ episodes: [Episode], putOffs: [Record<PutOffFields>] = [], sortKeys: [Subject: String] = [:]
  ) -> Agenda {
    var file = Record<PutOffsFields>()
    for putOff in putOffs { file.put(putOff, in: \.putOffs) }
    let book = RuleBook([
      entry("wet"), entry("gids", .guide), entry("leraar", .norm, [.teacher]),
      entry("beiden", .norm, [.teacher, .careCoordinator]),
    ])
    // Every answer in these tests is about pupil 1.
    let caseload = Caseload(
      user: User(id: id(5), login: "ib", name: "IB", role: .careCoordinator), school: School(record: Record()),
      stored: [.putOffs(.pupil(id(1), .care)): Stored(tree: file.tree, revision: Revision(text: "een"))])
    let answers = RuleEngine(book: book, rules: []).answers(in: caseload)
    return Agenda(episodes: episodes, book: book, calendar: calendar, putOffs: answers, sortKeys: sortKeys)
  }

  @Test(
    "Urgency follows the days to the last day: 7 is now, 28 is soon, the day after is overdue",
    arguments: [
      (-1, Urgency.overdue), (0, .now), (7, .now), (8, .soon), (28, .soon), (29, .later), (200, .later),
    ])
  func urgency(left: Int, urgency: Urgency) {
    // Thursday 19 November: neither it nor the days asked lie in a holiday.
    let last = day("2026-11-19")
    let signal = agenda([episode(from: "2025-08-01", last: last.iso)]).signals(on: last.adding(days: -left)).first
    #expect(signal?.urgency == urgency)
    #expect(signal?.daysLeft == left)
  }

  @Test("A last day in a school holiday presses from the last school day before it")
  func holiday() {
    // Wednesday 21 October lies in the autumn holiday; Friday the 16th is the last school day.
    func urgency(on iso: String) -> Urgency? {
      agenda([episode(last: "2026-10-21")]).signals(on: day(iso)).first?.urgency
    }
    #expect(urgency(on: "2026-10-08") == .soon)
    #expect(urgency(on: "2026-10-09") == .now)
    #expect(urgency(on: "2026-09-17") == .later)
    #expect(urgency(on: "2026-09-18") == .soon)
    // It is not overdue before its own day has passed, and its days left stay those of that day.
    #expect(urgency(on: "2026-10-21") == .now)
    #expect(urgency(on: "2026-10-22") == .overdue)
    #expect(agenda([episode(last: "2026-10-21")]).signals(on: day("2026-10-09")).first?.daysLeft == 12)
    // The Sunday that ends the holiday belongs to it; a plain Saturday does not.
    let sunday = agenda([episode(last: "2026-10-25")])
    #expect(sunday.signals(on: day("2026-10-09")).first?.urgency == .now)
    let saturday = agenda([episode(last: "2026-11-21")])
    #expect(saturday.signals(on: day("2026-11-13")).first?.urgency == .soon)
    #expect(saturday.signals(on: day("2026-11-14")).first?.urgency == .now)
  }

  @Test("A last day in August of a year not yet on record presses from the last school day of the year before")
  func summerBeforeUnknownYear() {
    // Friday 16 July 2027 is the last school day on record.
    func urgency(_ last: String, on iso: String) -> Urgency? {
      agenda([episode(last: last)]).signals(on: day(iso)).first?.urgency
    }
    #expect(urgency("2027-08-01", on: "2027-06-17") == .later)
    #expect(urgency("2027-08-01", on: "2027-06-18") == .soon)
    #expect(urgency("2027-08-01", on: "2027-07-08") == .soon)
    #expect(urgency("2027-08-01", on: "2027-07-09") == .now)
    #expect(urgency("2027-08-01", on: "2027-07-20") == .now)
    #expect(urgency("2027-08-31", on: "2027-07-09") == .now)
    // Of September nothing is known.
    #expect(urgency("2027-09-01", on: "2027-07-09") == .later)
  }

  @Test("A floor presses at least so much; without a date and floor it is for later")
  func floor() {
    func urgency(last: String?, _ floor: Urgency?) -> Urgency? {
      agenda([episode(last: last, floor: floor)]).signals(on: day("2026-11-23")).first?.urgency
    }
    #expect(urgency(last: nil, nil) == .later)
    #expect(urgency(last: nil, .now) == .now)
    #expect(urgency(last: nil, .overdue) == .overdue)
    #expect(urgency(last: "2027-06-01", .now) == .now)
    #expect(urgency(last: "2026-11-01", .now) == .overdue)
  }

  @Test("It shows from its first day until the day on which it is done or falls away")
  func visibility() {
    func shows(_ episode: Episode, on iso: String) -> Bool { !agenda([episode]).signals(on: day(iso)).isEmpty }
    let one = episode(from: "2026-11-10", until: "2026-11-20")
    #expect(!shows(one, on: "2026-11-09"))
    #expect(shows(one, on: "2026-11-10"))
    #expect(shows(one, on: "2026-11-19"))
    #expect(!shows(one, on: "2026-11-20"))
    let done = episode(from: "2026-11-10", cleared: "2026-11-15")
    #expect(shows(done, on: "2026-11-14"))
    #expect(!shows(done, on: "2026-11-15"))
  }

  @Test("The order is urgency, due date with those without one last, and name")
  func order() {
    let keys: [Subject: String] = [.pupil(id(1)): "vries", .pupil(id(2)): "bakker", .pupil(id(3)): "demir"]
    let all = agenda(
      [
        episode(pupil: 1, last: "2026-11-25"), episode("gids", pupil: 2, floor: .now),
        episode(pupil: 3, last: "2026-11-25"), episode(pupil: 2, last: "2026-11-24"),
        episode(pupil: 1, floor: .overdue), episode("gids", pupil: 1, floor: .now),
        episode("gids", pupil: 3, last: "2026-11-20"),
      ], sortKeys: keys)
    let order = all.signals(on: day("2026-11-23")).map { signal in
      "\(signal.urgency.rawValue) \(keys[signal.id.subject] ?? "") \(signal.episode.lastDay?.iso ?? "-")"
    }
    #expect(
      order == [
        "verlopen demir 2026-11-20", "verlopen vries -", "nu bakker 2026-11-24", "nu demir 2026-11-25",
        "nu vries 2026-11-25", "nu bakker -", "nu vries -",
      ])
  }

  @Test("Each reader sees the own rules: the intern begeleider, a teacher and the director")
  func readers() {
    let own = Episode(
      id: Episode.ID(rule: "leraar", subject: .group(id(31))), visibleFrom: day("2026-08-01"), proof: [], act: Act(nil))
    let other = Episode(
      id: Episode.ID(rule: "leraar", subject: .group(id(32))), visibleFrom: day("2026-08-01"), proof: [], act: Act(nil))
    let all = agenda([episode(), episode("leraar"), episode("beiden"), own, other])
    func rules(_ reader: AgendaReader) -> [String] {
      all.signals(on: day("2026-11-23"), for: reader).map(\.id.rule.name).sorted()
    }
    #expect(rules(.everyone) == ["beiden", "leraar", "leraar", "leraar", "wet"])
    #expect(rules(.careCoordinator) == ["beiden", "wet"])
    #expect(rules(.teacher(of: [id(31)])) == ["beiden", "leraar", "leraar"])
    #expect(rules(.teacher(of: [])) == ["beiden", "leraar"])
  }

  @Test("A teacher sees of promises the own ones and those that nobody took on")
  func ownPromises() {
    func promise(_ number: UInt64, of owner: RecordID?) -> Episode {
      Episode(
        id: Episode.ID(rule: "leraar", subject: .pupil(id(number))), visibleFrom: day("2026-08-01"), proof: [],
        act: Act(nil), owner: owner)
    }
    let all = agenda([promise(51, of: id(7)), promise(52, of: id(8)), promise(53, of: nil)])
    func pupils(_ reader: AgendaReader) -> [Subject] {
      all.signals(on: day("2026-11-23"), for: reader).map(\.id.subject)
    }
    #expect(Set(pupils(.teacher(of: [], id(7)))) == [.pupil(id(51)), .pupil(id(53))])
    #expect(pupils(.everyone).count == 3)
  }

  @Test("A group in which nobody was ever placed asks for nothing")
  func emptyGroups() throws {
    let school = SampleSchool.school()
    let episodes = [31, 32].map { number in
      Episode(
        id: Episode.ID(rule: "leraar", subject: .group(id(number))), visibleFrom: day("2026-08-01"), proof: [],
        act: Act(nil))
    }
    var pupil = Dossier(id: id(1))
    pupil[.pupil] = .value(
      try Tree(
        json: "{\"groepen\": [{\"id\": \"\(id(9))\", \"groep\": \"\(id(31))\", \"van\": \"2026-08-01\"}]}"))
    let caseload = Caseload(
      user: User(id: id(5), login: "ib", name: "IB", role: .careCoordinator), school: school, dossiers: [id(1): pupil])
    let engine = RuleEngine(book: RuleBook([entry("leraar", .norm, [.teacher])]), rules: [])
    let agenda = engine.agenda(
      of: caseload, Judgement(episodes: episodes), in: engine.scope(of: school, until: day("2027-07-31")))
    #expect(agenda.signals(on: day("2026-11-23")).map(\.id.subject) == [.group(id(31))])
  }

  @Test("A teacher's groups are those of the assignments that hold on the day")
  func assignments() {
    var school = SampleSchool.school()
    school.record.put(
      make(AssignmentFields.self, 41) {
        $0.teacher = Reference(id(5))
        $0.group = Reference(id(31))
        $0.schoolYear = SchoolYear(startYear: 2026)
      }, in: \.assignments)
    school.record.put(
      make(AssignmentFields.self, 42) {
        $0.teacher = Reference(id(5))
        $0.group = Reference(id(32))
        $0.schoolYear = SchoolYear(startYear: 2026)
        $0.from = day("2026-11-01")
        $0.until = day("2026-11-30")
      }, in: \.assignments)
    #expect(school.groups(of: id(5), on: day("2026-10-31")) == [id(31)])
    #expect(school.groups(of: id(5), on: day("2026-11-30")) == [id(31), id(32)])
    #expect(school.groups(of: id(5), on: day("2027-08-01")) == [])
    #expect(school.groups(of: id(6), on: day("2026-11-30")) == [])
    #expect(school.teachers(of: id(32), on: day("2026-11-15")) == [id(5)])
  }

  // MARK: Answers

  private func answer(
    _ kind: PutOffKind, to episode: Episode, on: String, until: String? = nil, attempts: Int = 0,
    reason: String = "school is dicht"
  ) -> Record<PutOffFields> {
    var putOff = Record<PutOffFields>(to: episode.id)
    putOff.id = id(90)
    putOff.kind = Choice(kind)
    putOff.reason = reason
    putOff.on = day(on)
    putOff.until = until.map(day)
    for number in 0..<attempts { putOff.put(make(ContactAttemptFields.self, UInt64(95 + number)), in: \.attempts) }
    return putOff
  }

  @Test("Put off, it is gone from that day until the day on which it returns, for this episode alone")
  func putOff() {
    let asked = episode(last: "2026-12-15")
    let other = episode(pupil: 2, last: "2026-12-15")
    let all = agenda([asked, other], putOffs: [answer(.putOff, to: asked, on: "2026-11-20", until: "2026-11-30")])
    func count(on iso: String) -> Int { all.signals(on: day(iso)).count }
    #expect(count(on: "2026-11-19") == 2)
    #expect(count(on: "2026-11-20") == 1)
    #expect(count(on: "2026-11-29") == 1)
    #expect(count(on: "2026-11-30") == 2)
  }

  @Test("What is overdue under statute shows in spite of being put off; under the guide it does not")
  func statutoryOverdue() {
    let statute = episode("wet", last: "2026-11-25")
    let guide = episode("gids", last: "2026-11-25")
    let all = agenda(
      [statute, guide],
      putOffs: [
        answer(.putOff, to: statute, on: "2026-11-20", until: "2026-12-20"),
        {
          var second = answer(.putOff, to: guide, on: "2026-11-20", until: "2026-12-20")
          second.id = id(91)
          return second
        }(),
      ])
    #expect(all.signals(on: day("2026-11-25")).isEmpty)
    #expect(all.signals(on: day("2026-11-26")).map(\.id.rule) == ["wet"])
  }

  @Test("Outside the school's power it stays visible, with what was tried, for 28 days at most")
  func outsideOurPower() {
    let asked = episode(last: "2026-11-01")
    let inTime = agenda(
      [asked], putOffs: [answer(.outsideOurPower, to: asked, on: "2026-11-10", until: "2026-12-08", attempts: 1)])
    #expect(inTime.signals(on: day("2026-11-09")).first?.outsideOurPower == nil)
    #expect(inTime.signals(on: day("2026-11-10")).first?.outsideOurPower != nil)
    #expect(inTime.signals(on: day("2026-12-07")).first?.outsideOurPower != nil)
    #expect(inTime.signals(on: day("2026-12-08")).first?.outsideOurPower == nil)
    let tooLong = agenda(
      [asked], putOffs: [answer(.outsideOurPower, to: asked, on: "2026-11-10", until: "2026-12-09", attempts: 1)])
    #expect(tooLong.signals(on: day("2026-11-10")).map { $0.outsideOurPower == nil } == [true])
  }

  @Test("A breach that cannot be undone goes when it was acknowledged; anything else stays")
  func acknowledged() {
    let breach = episode(floor: .overdue, stays: true)
    let undoable = episode("gids", floor: .overdue)
    var second = answer(.acknowledged, to: undoable, on: "2026-11-10")
    second.id = id(91)
    let all = agenda([breach, undoable], putOffs: [answer(.acknowledged, to: breach, on: "2026-11-10"), second])
    #expect(all.signals(on: day("2026-11-09")).count == 2)
    #expect(all.signals(on: day("2026-11-10")).map(\.id.rule) == ["gids"])
    #expect(all.signals(on: day("2029-11-10")).map(\.id.rule) == ["gids"])
  }

  @Test("An answer that was taken back counts no longer")
  func withdrawn() {
    let asked = episode(last: "2026-12-15")
    var putOff = answer(.putOff, to: asked, on: "2026-11-20", until: "2026-11-30")
    putOff.withdrawal = Record(members: ["reden": .string("toch nu")])
    #expect(agenda([asked], putOffs: [putOff]).signals(on: day("2026-11-25")).count == 1)
  }

  @Test("An answer finds its episode again from the file: rule, subject, records and mark")
  func roundTrip() {
    let ids: [Episode.ID] = [
      Episode.ID(rule: "r", subject: .school),
      Episode.ID(rule: "r", subject: .group(id(3)), mark: "2026-11-23"),
      Episode.ID(rule: "r", subject: .pupil(id(4)), records: [id(5), id(6)], mark: "x"),
    ]
    for one in ids {
      #expect(Record<PutOffFields>(to: one).episode(of: one.subject) == one)
    }
    #expect(Set(ids.map(\.text)).count == 3)
  }

  @Test("What keeps an answer from being taken is named")
  func problems() throws {
    let overdue = try #require(agenda([episode(last: "2026-11-01")]).signals(on: day("2026-11-23")).first)
    let open = try #require(agenda([episode(last: "2026-12-15")]).signals(on: day("2026-11-23")).first)
    let breach = try #require(agenda([episode(floor: .overdue, stays: true)]).signals(on: day("2026-11-23")).first)
    func problems(
      _ kind: PutOffKind, _ signal: Signal, until: String? = "2026-11-30", attempts: Int = 0, reason: String = "reden"
    ) -> [PutOffProblem] {
      answer(kind, to: signal.episode, on: "2026-11-23", until: until, attempts: attempts, reason: reason)
        .problems(answering: signal)
    }
    #expect(problems(.putOff, open) == [])
    #expect(problems(.putOff, open, reason: " \n") == [.reasonMissing])
    #expect(problems(.putOff, open, until: "2026-11-23") == [.returnMissing])
    #expect(problems(.putOff, open, until: nil) == [.returnMissing])
    #expect(problems(.putOff, overdue) == [.statutoryAndOverdue])
    #expect(problems(.outsideOurPower, overdue, attempts: 1) == [])
    #expect(problems(.outsideOurPower, overdue) == [.attemptsMissing])
    #expect(problems(.outsideOurPower, overdue, until: "2026-12-21", attempts: 1) == [])
    #expect(problems(.outsideOurPower, overdue, until: "2026-12-22", attempts: 1) == [.nextAttemptTooFar])
    #expect(problems(.outsideOurPower, open, attempts: 1) == [.canBePutOff])
    #expect(problems(.acknowledged, breach) == [])
    #expect(problems(.acknowledged, open) == [.canStillBeDone])
    #expect(Record<PutOffFields>().problems(answering: open) == [.reasonMissing, .dayMissing])
  }

  // MARK: Forecast

  @Test("The forecast counts last days per week from this one, whatever was put off, without what is done by then")
  func forecast() {
    let episodes = [
      // Week of 23 November: Monday and Sunday; one that fell due last Sunday is past.
      episode(pupil: 1, last: "2026-11-23"), episode(pupil: 2, last: "2026-11-29"),
      episode(pupil: 3, last: "2026-11-22"),
      // The week after: one not yet visible, one done already, one that falls away before.
      episode(pupil: 4, from: "2026-11-30", last: "2026-12-01"),
      episode(pupil: 5, last: "2026-12-01", cleared: "2026-11-20"),
      episode(pupil: 6, last: "2026-12-02", until: "2026-12-02"),
      // The last of 26 weeks ends on Sunday 23 May 2027.
      episode(pupil: 7, last: "2027-05-23"), episode(pupil: 8, last: "2027-05-24"),
      // For teachers only.
      episode("leraar", pupil: 9, last: "2026-11-24"),
      // A group is registered every day again.
      Episode(
        id: Episode.ID(rule: "wet", subject: .group(id(10))), visibleFrom: day("2026-11-24"), due: day("2026-11-24"),
        proof: [], act: Act(nil)),
    ]
    let putOff = answer(.putOff, to: episodes[0], on: "2026-11-01", until: "2026-12-31")
    let weeks = agenda(episodes, putOffs: [putOff]).forecast(from: day("2026-11-25"), for: .careCoordinator)
    #expect(weeks.count == 26)
    #expect(weeks.first == WeekLoad(monday: day("2026-11-23"), count: 2))
    #expect(weeks[1] == WeekLoad(monday: day("2026-11-30"), count: 1))
    #expect(weeks.last == WeekLoad(monday: day("2027-05-17"), count: 1))
    #expect(weeks.reduce(0) { $0 + $1.count } == 4)
  }

  @Test("Looking back, what was done after the day still had to be done on it")
  func forecastBack() {
    let episodes = [
      episode(pupil: 1, last: "2026-10-13", cleared: "2026-10-13"), episode(pupil: 2, last: "2026-10-14"),
      // Done on the day itself: no longer to do.
      episode(pupil: 3, last: "2026-10-15", cleared: "2026-10-12"),
      episode(pupil: 4, last: "2026-10-16", cleared: "2026-11-20"),
    ]
    let back = agenda(episodes).forecast(from: day("2026-10-12"), lookingBack: true)
    #expect(back.first == WeekLoad(monday: day("2026-10-12"), count: 3))
    // As the same day would show it ahead: what is done in time by its last day is no work.
    #expect(agenda(episodes).forecast(from: day("2026-10-12")).first?.count == 2)
  }
}
