import Support
import Testing

@testable import Casework

/// A pupil with a plan that was offered, two parents with custody and one without, and two open actions.
private enum Bench {
  static let today = day("2026-11-23")
  static let (mother, father, other) = (id(11), id(12), id(13))
  static let version = id(21)
  static let goals = [id(22), id(23)]

  static func guardian(_ number: RecordID, _ relation: String, _ custody: YesNoUnknown) -> Guardian {
    var guardian = Guardian()
    guardian.id = number
    guardian.fullName = relation
    guardian.relation = relation
    guardian.kind = Choice(.parent)
    guardian.put(make(CustodyFields.self, number.low + 100) { $0.hasCustody = Choice(custody) }, in: \.custody)
    return guardian
  }

  static func dossier(_ plan: (inout PlanVersion) -> Void = { _ in }) -> Dossier {
    var dossier = Dossier(id: id(1))
    var family = Record<FamilyFields>()
    for parent in [
      guardian(mother, "moeder", .yes), guardian(father, "vader", .yes), guardian(other, "stiefvader", .no),
    ] { family.put(parent, in: \.guardians) }
    dossier.family = .value(family)
    var section = Record<ConversationsFields>()
    section.put(action(31, "Later", "2026-12-01"), in: \.actions)
    var talk = make(ConversationFields.self, 32) { $0.on = day("2026-11-02") }
    talk.put(action(33, "Eerst", "2026-11-20"), in: \.actions)
    section.put(talk, in: \.conversations)
    dossier.conversations = .value(section)
    var version = make(PlanVersionFields.self, version.low) {
      $0.drawnUpOn = day("2026-10-05")
      $0.offeredOn = day("2026-11-09")
      $0.actionPart = ActionPart()
      $0.actionPart?.guidance = "Twee keer per week."
    }
    for (number, domain) in zip(goals, ["rekenen", "werkhouding"]) {
      version.put(make(GoalFields.self, number.low) { $0.domain = domain }, in: \.goals)
    }
    plan(&version)
    var file = Record<PlanFields>()
    file.put(version, in: \.versions)
    dossier.plan = .value(file)
    return dossier
  }

  static func action(_ number: UInt64, _ what: String, _ before: String) -> Action {
    make(ActionFields.self, number) {
      $0.what = what
      $0.before = day(before)
    }
  }

  static func notes(_ kind: ConversationKind = .parents, with guardians: RecordID...) -> MeetingNotes {
    var notes = MeetingNotes()
    notes.on = today
    notes.kind = Choice(kind)
    notes.medium = Choice(.inPerson)
    for guardian in guardians {
      notes.put(
        make(ParticipantFields.self, guardian.low + 500) {
          $0.role = Choice(.guardian)
          $0.guardian = Reference(guardian)
        }, in: \.participants)
    }
    return notes
  }

  static func signal(_ rule: RuleID, _ section: SectionName, records: [RecordID] = []) -> (Episode, String) {
    let episode = Episode(
      id: Episode.ID(rule: rule, subject: .pupil(id(1)), records: records), visibleFrom: today, proof: [],
      act: Act(section))
    return (episode, rule.name)
  }

  static func points(
    _ dossier: Dossier, _ notes: MeetingNotes, _ signals: (Episode, String)...
  ) -> [MeetingPoint] {
    MeetingAgenda(of: dossier, notes: notes, signals: signals.map { ($0.0, $0.1) }, on: today).points
  }

  static func answered(
    _ notes: MeetingNotes, _ point: MeetingPoint, _ fill: (inout MeetingAnswer) -> Void
  ) -> MeetingNotes {
    var notes = notes
    var answer = make(MeetingAnswerFields.self, 900 + UInt64(notes.answers.count), fill)
    answer.point = point.id
    answer.words = point.title
    notes.put(answer, in: \.answers)
    return notes
  }

  static func result(_ notes: MeetingNotes, _ points: [MeetingPoint], in dossier: Dossier) -> MeetingResult {
    var last: UInt64 = 7000
    let maker = RecordMaker(by: "anouk", at: Moment(seconds: 1_795_440_720)) {
      last += 1
      return id(last)
    }
    return MeetingResult(notes, points, in: dossier, by: maker)
  }
}

extension MeetingResult {
  fileprivate var talk: Conversation? {
    tabs[.conversations].map { Record<ConversationsFields>(members: $0) }?.conversations.last
  }

  fileprivate var plan: Record<PlanFields>? { tabs[.plan].map { Record(members: $0) } }
}

@Suite("The agenda of a talk")
struct MeetingAgendaTests {
  @Test(
    "What was agreed before comes first, the first due on top; then whose agreement is asked; then what else is open")
  func order() {
    let points = Bench.points(
      Bench.dossier(), Bench.notes(), Bench.signal("contact.stil", .conversations),
      Bench.signal("opp.instemming", .plan))
    #expect(
      points.map(\.title) == [
        "Eerst (voor 20 nov)", "Later (voor 1 dec)", "Instemming met het OPP, versie 1: moeder",
        "Instemming met het OPP, versie 1: vader", "contact.stil",
      ])
  }

  @Test("Only a guardian with custody is asked to agree, and not one who agreed to this very text")
  func agreement() {
    func asked(_ dossier: Dossier) -> [RecordID] {
      Bench.points(dossier, Bench.notes()).compactMap {
        if case .agreement(_, let guardian) = $0.topic { guardian } else { nil }
      }
    }
    func agreed(_ hash: String?) -> Dossier {
      Bench.dossier { version in
        version.put(
          make(PlanAgreementFields.self, 41) {
            $0.guardian = Reference(Bench.mother)
            $0.answer = Choice(.agreed)
            $0.answeredOn = day("2026-11-12")
            $0.textHash = hash
          }, in: \.agreements)
      }
    }
    #expect(asked(Bench.dossier()) == [Bench.mother, Bench.father])
    #expect(asked(agreed(nil)) == [Bench.father])
    #expect(asked(agreed("een andere tekst")) == [Bench.mother, Bench.father])
    #expect(asked(Bench.dossier { $0.offeredOn = nil }) == [])
  }

  @Test("A plan that is being drawn up is to be talked over; in a talk without parents the plan asks nothing")
  func draft() {
    let draft = Bench.dossier { $0.offeredOn = nil }
    #expect(Bench.points(draft, Bench.notes()).last?.topic == .consultation(version: Bench.version))
    #expect(Bench.points(draft, Bench.notes(.careTeam)).allSatisfy { $0.part == .actions })
  }

  @Test("Where the plan is to be evaluated, each goal of the version in force is a point in the signal's place")
  func goals() {
    let dossier = Bench.dossier { $0.establishedOn = day("2025-11-24") }
    let points = Bench.points(dossier, Bench.notes(), Bench.signal("opp.evaluatie", .plan))
    #expect(points.filter(\.takesScore).map(\.title) == ["rekenen", "werkhouding"])
    #expect(!points.contains { $0.part == .signals })
    #expect(Bench.points(dossier, Bench.notes()).filter(\.takesScore).isEmpty)
  }

  @Test("The signal of an action that is a point already is not told twice; another one is")
  func covered() {
    let points = Bench.points(
      Bench.dossier(), Bench.notes(), Bench.signal("actie", .conversations, records: [id(33)]),
      Bench.signal("actie", .conversations, records: [id(99)]))
    #expect(points.filter { $0.part == .signals }.count == 1)
  }

  @Test("An answered point that fell away since keeps its title and its answer")
  func gone() {
    var done = Bench.dossier()
    let notes = Bench.answered(Bench.notes(), Bench.points(done, Bench.notes())[0]) { $0.outcome = Choice(.discussed) }
    if case .value(var section) = done.conversations {
      section.members["gesprekken"] = nil
      done.conversations = .value(section)
    }
    let left = Bench.points(done, notes).last
    #expect(left?.topic == .gone && left?.title == "Eerst (voor 20 nov)")
  }
}

@Suite("What a talk writes")
struct MeetingResultTests {
  private let dossier = Bench.dossier()
  private let notes = Bench.notes(with: Bench.mother)

  private var points: [MeetingPoint] { Bench.points(dossier, notes, Bench.signal("contact.stil", .conversations)) }

  private func result(_ at: Int, _ fill: (inout MeetingAnswer) -> Void) -> MeetingResult {
    Bench.result(Bench.answered(notes, points[at], fill), points, in: dossier)
  }

  @Test("Without an answer nothing may be kept, and nothing but the talk itself would be written", arguments: 0..<30)
  func nothing(seed: Int) {
    var random = RandomDossier(seed: UInt64(seed))
    let dossier = random.makeTidy(UInt64(seed))
    let notes = Bench.notes(with: Bench.mother)
    let result = Bench.result(notes, Bench.points(dossier, notes), in: dossier)
    #expect(result.problems.contains(.nothingAnswered))
    #expect(Set(result.tabs.keys) == [.conversations])
    var after = dossier
    if let members = result.tabs[.conversations] { after.conversations = .value(Record(members: members)) }
    let changes = DossierChanges(from: dossier, to: after, in: SectionName.allCases).records
    #expect(changes.map(\.what) == [.added] && changes.first?.kind == ConversationFields.self)
  }

  @Test("What was discussed stands in the summary, with the text that was typed")
  func discussed() {
    let talk = result(4) {
      $0.outcome = Choice(.discussed)
      $0.text = "We bellen vaker."
    }.talk
    #expect(talk?.summary == "- contact.stil: We bellen vaker.")
    #expect(talk?.decisions == nil && talk?.on == Bench.today && talk?.reached.is(.reached) == true)
    #expect(talk?.participants.compactMap(\.guardian?.id) == [Bench.mother])
    #expect(talk?.madeBy == "anouk")
  }

  @Test("What did not come up leaves no word")
  func notRaised() {
    let result = result(4) {
      $0.outcome = Choice(.notRaised)
      $0.text = "Geen tijd."
    }
    #expect(result.talk?.summary == nil && result.problems == [.nothingAnswered])
  }

  @Test("An action goes with the talk, with its owner and its day; a half one is refused at its point")
  func actions() {
    func agreed(_ who: String, _ before: CivilDate?) -> MeetingResult {
      result(4) {
        $0.outcome = Choice(.agreedOn)
        $0.what = "Elke vrijdag bellen"
        $0.who = who
        $0.typedBefore = "+2w"
        $0.before = before
      }
    }
    let whole = agreed("vader", day("2026-12-07"))
    #expect(whole.problems == [])
    #expect(whole.talk?.actions.map(\.what) == ["Elke vrijdag bellen"])
    #expect(whole.talk?.actions.first?.ownerName == "vader" && whole.talk?.actions.first?.before == day("2026-12-07"))
    for half in [agreed("", day("2026-12-07")), agreed("vader", nil)] {
      #expect(half.problems.first == .halfAction(point: points[4].id, title: "contact.stil"))
    }
  }

  @Test("An action from a former talk that is done is closed where it stands, on the day of the talk")
  func done() {
    let result = result(0) {
      $0.outcome = Choice(.done)
      $0.text = "Plek bij het raam"
    }
    let section = result.tabs[.conversations].map { Record<ConversationsFields>(members: $0) }
    let action = section?.conversations.first { $0.id == id(32) }?.actions.first
    #expect(action?.doneOn == Bench.today && action?.outcome == "Plek bij het raam")
    #expect(section?.actions.first?.doneOn == nil)
    #expect(result.tabs[.plan] == nil)
  }

  @Test("A yes is of the guardian who is there, on this day, bound to the text that it was given for")
  func agreement() {
    let hash = points[2].textHash(in: dossier)
    let result = result(2) {
      $0.outcome = Choice(.signs)
      $0.textHash = hash
    }
    let version = result.plan?.versions.first
    let record = version?.agreement(of: Bench.mother)
    #expect(record?.answer.is(.agreed) == true && record?.form.is(.signed) == true)
    #expect(record?.answeredOn == Bench.today && record?.textHash == hash && hash == version?.actionPartHash)
    #expect(version?.isAgreed(by: Bench.mother, on: Bench.today) == true)
    #expect(version?.agreement(of: Bench.father) == nil)
    #expect(result.talk?.subjects == [Choice(.plan)])
  }

  @Test("A yes that was given before the text changed does not count for the new text")
  func staleAgreement() {
    let hash = points[2].textHash(in: dossier)
    let notes = Bench.answered(notes, points[2]) {
      $0.outcome = Choice(.consents)
      $0.textHash = hash
    }
    let changed = Bench.dossier { $0.actionPart?.guidance = "Eén keer per week." }
    let version = Bench.result(notes, points, in: changed).plan?.versions.first
    #expect(version?.agreement(of: Bench.mother)?.textHash == hash)
    #expect(version?.isAgreed(by: Bench.mother, on: Bench.today) == false)
  }

  @Test("An answer of a guardian who was not there is refused; a former answer stays beside a new one")
  func whoAnswers() {
    let absent = result(3) { $0.outcome = Choice(.consents) }
    #expect(absent.problems == [.absentGuardian(point: points[3].id, title: points[3].title)])
    let refused = Bench.dossier { version in
      version.put(
        make(PlanAgreementFields.self, 41) {
          $0.guardian = Reference(Bench.mother)
          $0.answer = Choice(.refused)
          $0.answeredOn = day("2026-11-12")
        }, in: \.agreements)
    }
    let notes = Bench.answered(notes, points[2]) { $0.outcome = Choice(.consents) }
    let version = Bench.result(notes, points, in: refused).plan?.versions.first
    #expect(version?.agreements.map { $0.answer?.known } == [.refused, .agreed])
  }

  @Test("Results of goals make one evaluation, with those who are there and nobody else")
  func evaluation() {
    let dossier = Bench.dossier { $0.establishedOn = day("2025-11-24") }
    let signal = Bench.signal("opp.evaluatie", .plan)
    let points = Bench.points(dossier, notes, signal)
    let goals = points.filter(\.takesScore)
    var notes = Bench.answered(notes, goals[0]) {
      $0.score = Choice(.reached)
      $0.text = "Alle tafels"
    }
    notes = Bench.answered(notes, goals[1]) { $0.score = Choice(.partly) }
    let result = Bench.result(notes, points, in: dossier)
    #expect(result.problems == [])
    let evaluations = result.plan?.evaluations ?? []
    #expect(evaluations.count == 1)
    #expect(evaluations.first?.on == Bench.today && evaluations.first?.version?.id == Bench.version)
    #expect(evaluations.first?.attendance.compactMap(\.guardian?.id) == [Bench.mother])
    #expect(evaluations.first?.results.compactMap(\.goal?.id) == Bench.goals)
    #expect(evaluations.first?.results.map(\.note) == ["Alle tafels", nil])
    #expect(result.talk?.summary == "- Het OPP is geëvalueerd")
  }

  @Test("Talking the plan over is noted for guardians with custody who are there; an earlier day stays")
  func consultation() {
    let draft = Bench.dossier { version in
      version.offeredOn = nil
      version.put(
        make(PlanAgreementFields.self, 41) {
          $0.guardian = Reference(Bench.father)
          $0.consultedOn = day("2026-11-02")
        }, in: \.agreements)
    }
    let all = Bench.notes(with: Bench.mother, Bench.father, Bench.other)
    let points = Bench.points(draft, all)
    guard let point = points.last else { return }
    let notes = Bench.answered(all, point) { $0.outcome = Choice(.discussed) }
    let version = Bench.result(notes, points, in: draft).plan?.versions.first
    #expect(version?.agreement(of: Bench.mother)?.consultedOn == Bench.today)
    #expect(version?.agreement(of: Bench.father)?.consultedOn == day("2026-11-02"))
    #expect(version?.agreement(of: Bench.other) == nil)
  }

  @Test("A talk with parents at which no parent was is refused; one with the care team is not")
  func noParent() {
    func problems(_ notes: MeetingNotes) -> [MeetingProblem] {
      let points = Bench.points(dossier, notes)
      let answered = Bench.answered(notes, points[0]) { $0.outcome = Choice(.discussed) }
      return Bench.result(answered, points, in: dossier).problems
    }
    #expect(problems(Bench.notes()) == [.noParent])
    #expect(problems(Bench.notes(.careTeam)) == [])
  }
}
