import Support
import Testing

@testable import Casework

@Suite("What a talk writes")
struct MeetingResultTests {
  private let dossier = MeetingBench.dossier()
  private let notes = MeetingBench.notes(with: MeetingBench.mother)

  private var points: [MeetingPoint] {
    MeetingBench.points(dossier, notes, MeetingBench.signal("contact.stil", .conversations))
  }

  private func result(_ at: Int, _ fill: (inout MeetingAnswer) -> Void) -> MeetingResult {
    MeetingBench.result(MeetingBench.answered(notes, points[at], fill), points, in: dossier)
  }

  @Test("Without an answer nothing may be kept, and nothing but the talk itself would be written", arguments: 0..<30)
  func nothing(seed: Int) {
    var random = RandomDossier(seed: UInt64(seed))
    let dossier = random.makeTidy(UInt64(seed))
    let notes = MeetingBench.notes(with: MeetingBench.mother)
    let result = MeetingBench.result(notes, MeetingBench.points(dossier, notes), in: dossier)
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
    #expect(talk?.decisions == nil && talk?.on == MeetingBench.today && talk?.reached.is(.reached) == true)
    #expect(talk?.participants.compactMap(\.guardian?.id) == [MeetingBench.mother])
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

  @Test("What was noted at a point that did not come up after all is told, and kept nowhere")
  func notKept() {
    let result = result(4) {
      $0.outcome = Choice(.notRaised)
      $0.text = "Geen tijd."
      $0.what = "Bellen"
      $0.who = "vader"
      $0.typedBefore = "+2w"
      $0.before = day("2026-12-07")
    }
    #expect(result.notKept == ["- contact.stil: Geen tijd. · Bellen, vader, voor 7 dec"])
    #expect(result.talk?.actions.isEmpty == true && result.talk?.summary == nil)
    #expect(self.result(4) { $0.outcome = Choice(.notRaised) }.notKept == [])
  }

  @Test("A point of one's own of which is not said what came of it is refused at that point")
  func ownPoint() {
    let own = make(MeetingAnswerFields.self, 950) {
      $0.point = id(951).description
      $0.words = "Zwemles"
    }
    var notes = MeetingBench.answered(notes, points[0]) { $0.outcome = Choice(.discussed) }
    notes.put(own, in: \.answers)
    let refused = MeetingBench.result(notes, MeetingBench.points(dossier, notes), in: dossier)
    #expect(refused.problems == [.unanswered(point: id(951).description, title: "Zwemles")])
    for outcome in [MeetingOutcome.discussed, .notRaised] {
      var answered = own
      answered.outcome = Choice(outcome)
      notes.put(answered, in: \.answers)
      #expect(MeetingBench.result(notes, MeetingBench.points(dossier, notes), in: dossier).problems == [])
    }
  }

  @Test("A yes to the plan or a result at a point that fell away is refused: there is nothing to write it to")
  func fellAway() {
    let withdrawn = MeetingBench.dossier { $0.offeredOn = nil }
    func result(_ fill: (inout MeetingAnswer) -> Void) -> MeetingResult {
      let notes = MeetingBench.answered(notes, points[2], fill)
      return MeetingBench.result(notes, MeetingBench.points(withdrawn, notes), in: withdrawn)
    }
    for outcome in [MeetingOutcome.consents, .signs, .refuses] {
      let refused = result { $0.outcome = Choice(outcome) }
      #expect(refused.problems.first == .fellAway(point: points[2].id, title: points[2].title))
      #expect(refused.talk?.summary == nil && refused.plan == nil)
    }
    #expect(
      result { $0.score = Choice(.reached) }.problems.first
        == .fellAway(point: points[2].id, title: points[2].title))
    let kept = result { $0.outcome = Choice(.discussed) }
    #expect(kept.problems == [] && kept.talk?.summary == "- Instemming met het OPP, versie 1: moeder")
  }

  @Test("A talk of an earlier day dates by that day what was answered, done and evaluated")
  func earlierDay() {
    let friday = day("2026-11-20")
    var notes = notes
    notes.on = friday
    var answered = MeetingBench.answered(notes, points[0]) { $0.outcome = Choice(.done) }
    answered = MeetingBench.answered(answered, points[2]) { $0.outcome = Choice(.consents) }
    let result = MeetingBench.result(answered, points, in: dossier)
    #expect(result.problems == [] && result.talk?.on == friday)
    #expect(result.plan?.versions.first?.agreement(of: MeetingBench.mother)?.answeredOn == friday)
    let section = result.tabs[.conversations].map { Record<ConversationsFields>(members: $0) }
    #expect(section?.conversations.first { $0.id == id(32) }?.actions.first?.doneOn == friday)
    let established = MeetingBench.dossier { $0.establishedOn = day("2025-11-24") }
    let goals = MeetingBench.points(established, notes, MeetingBench.signal("opp.evaluatie", .plan)).filter(
      \.takesScore)
    let scored = MeetingBench.answered(notes, goals[0]) { $0.score = Choice(.reached) }
    #expect(MeetingBench.result(scored, goals, in: established).plan?.evaluations.first?.on == friday)
  }

  @Test("A talk of a day that is still to come is refused")
  func future() {
    var notes = notes
    notes.on = day("2026-11-24")
    let answered = MeetingBench.answered(notes, points[0]) { $0.outcome = Choice(.discussed) }
    #expect(
      MeetingBench.result(answered, points, in: dossier).problems == [.talk(.talkInFuture(day("2026-11-24")))])
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
    #expect(action?.doneOn == MeetingBench.today && action?.outcome == "Plek bij het raam")
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
    let record = version?.agreement(of: MeetingBench.mother)
    #expect(record?.answer.is(.agreed) == true && record?.form.is(.signed) == true)
    #expect(record?.answeredOn == MeetingBench.today && record?.textHash == hash && hash == version?.actionPartHash)
    #expect(version?.isAgreed(by: MeetingBench.mother, on: MeetingBench.today) == true)
    #expect(version?.agreement(of: MeetingBench.father) == nil)
    #expect(result.talk?.subjects == [Choice(.plan)])
  }

  @Test("A yes that was given before the text changed does not count for the new text")
  func staleAgreement() {
    let hash = points[2].textHash(in: dossier)
    let notes = MeetingBench.answered(notes, points[2]) {
      $0.outcome = Choice(.consents)
      $0.textHash = hash
    }
    let changed = MeetingBench.dossier { $0.actionPart?.guidance = "Eén keer per week." }
    let version = MeetingBench.result(notes, points, in: changed).plan?.versions.first
    #expect(version?.agreement(of: MeetingBench.mother)?.textHash == hash)
    #expect(version?.isAgreed(by: MeetingBench.mother, on: MeetingBench.today) == false)
  }

  @Test("An answer of a guardian who was not there is refused; a former answer stays beside a new one")
  func whoAnswers() {
    let absent = result(3) { $0.outcome = Choice(.consents) }
    #expect(absent.problems == [.absentGuardian(point: points[3].id, title: points[3].title)])
    let refused = MeetingBench.dossier { version in
      version.put(
        make(PlanAgreementFields.self, 41) {
          $0.guardian = Reference(MeetingBench.mother)
          $0.answer = Choice(.refused)
          $0.answeredOn = day("2026-11-12")
        }, in: \.agreements)
    }
    let notes = MeetingBench.answered(notes, points[2]) { $0.outcome = Choice(.consents) }
    let version = MeetingBench.result(notes, points, in: refused).plan?.versions.first
    #expect(version?.agreements.map { $0.answer?.known } == [.refused, .agreed])
  }

  @Test("Results of goals make one evaluation, with those who are there and nobody else")
  func evaluation() {
    let dossier = MeetingBench.dossier { $0.establishedOn = day("2025-11-24") }
    let signal = MeetingBench.signal("opp.evaluatie", .plan)
    let points = MeetingBench.points(dossier, notes, signal)
    let goals = points.filter(\.takesScore)
    var notes = MeetingBench.answered(notes, goals[0]) {
      $0.score = Choice(.reached)
      $0.text = "Alle tafels"
    }
    notes = MeetingBench.answered(notes, goals[1]) { $0.score = Choice(.partly) }
    let result = MeetingBench.result(notes, points, in: dossier)
    #expect(result.problems == [])
    let evaluations = result.plan?.evaluations ?? []
    #expect(evaluations.count == 1)
    #expect(evaluations.first?.on == MeetingBench.today && evaluations.first?.version?.id == MeetingBench.version)
    #expect(evaluations.first?.attendance.compactMap(\.guardian?.id) == [MeetingBench.mother])
    #expect(evaluations.first?.results.compactMap(\.goal?.id) == MeetingBench.goals)
    #expect(evaluations.first?.results.map(\.note) == ["Alle tafels", nil])
    #expect(result.talk?.summary == "- Het OPP is geëvalueerd")
  }

  @Test("Talking the plan over is noted for guardians with custody who are there; an earlier day stays")
  func consultation() {
    let draft = MeetingBench.dossier { version in
      version.offeredOn = nil
      version.put(
        make(PlanAgreementFields.self, 41) {
          $0.guardian = Reference(MeetingBench.father)
          $0.consultedOn = day("2026-11-02")
        }, in: \.agreements)
    }
    let all = MeetingBench.notes(with: MeetingBench.mother, MeetingBench.father, MeetingBench.other)
    let points = MeetingBench.points(draft, all)
    guard let point = points.last else { return }
    let notes = MeetingBench.answered(all, point) { $0.outcome = Choice(.discussed) }
    let version = MeetingBench.result(notes, points, in: draft).plan?.versions.first
    #expect(version?.agreement(of: MeetingBench.mother)?.consultedOn == MeetingBench.today)
    #expect(version?.agreement(of: MeetingBench.father)?.consultedOn == day("2026-11-02"))
    #expect(version?.agreement(of: MeetingBench.other) == nil)
  }

  @Test("A talk with parents at which no parent was is refused; one with the care team is not")
  func noParent() {
    func problems(_ notes: MeetingNotes) -> [MeetingProblem] {
      let points = MeetingBench.points(dossier, notes)
      let answered = MeetingBench.answered(notes, points[0]) { $0.outcome = Choice(.discussed) }
      return MeetingBench.result(answered, points, in: dossier).problems
    }
    #expect(problems(MeetingBench.notes()) == [.noParent])
    #expect(problems(MeetingBench.notes(.careTeam)) == [])
  }
}
