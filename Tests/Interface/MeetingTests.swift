import Casework
import Support
import Testing

@testable import Interface

extension Drive {
  static let noor = TestSchool.pupil("Noor de Vries")

  /// Begins a talk about Noor, with her mother there.
  mutating func meetNoor() {
    openNoor()
    type("m")
    press(.down, .down, .character(" "))
  }

  /// The plan of Noor was offered on 9 November; the answer of the mother was given to another text.
  mutating func offerNoorsPlan() {
    change(.plan) { (plan: inout Record<PlanFields>) in
      var version = plan.versions[0]
      version.offeredOn = day("2026-11-09")
      var answer = version.agreements[0]
      answer.textHash = "een andere tekst"
      version.put(answer, in: \.agreements)
      plan.put(version, in: \.versions)
    }
  }

  /// Lets a colleague change a tab of Noor.
  mutating func change<Fields>(_ section: SectionName, _ body: (inout Record<Fields>) -> Void) {
    let place = Place.section(pupil: Self.noor, section)
    guard let stored = vault.files[place], var record = Record<Fields>(tree: stored.tree) else { return }
    body(&record)
    let saved = Stored(tree: record.tree, revision: Revision(text: "van-bram-\(section.rawValue)"))
    vault.files[place] = saved
    send(.othersSaved([ForeignSave(place: place, state: .read(saved), by: nil)]))
  }

  var meeting: MeetingScreen? {
    if case .meeting(let meeting) = state.screens.current { meeting } else { nil }
  }

  /// Puts the cursor on the point with this in its title.
  mutating func goToPoint(_ words: String) {
    press(.home)
    for _ in 0..<40 where meeting?.point(state)?.title.contains(words) != true { press(.down) }
    #expect(meeting?.point(state)?.title.contains(words) == true, "\(words)")
  }

  /// What is on the disk of a tab of Noor.
  func saved<Fields>(_ section: SectionName, as fields: Fields.Type) -> Record<Fields>? {
    vault.files[.section(pupil: Self.noor, section)].flatMap { Record<Fields>(tree: $0.tree) }
  }

  var savedTalks: [Conversation] { saved(.conversations, as: ConversationsFields.self)?.conversations ?? [] }
}

@Suite("A talk on the screen")
struct MeetingScreenTests {
  private func meet(_ prepare: (inout Drive) -> Void = { _ in }) -> Drive {
    var drive = Drive()
    prepare(&drive)
    drive.meetNoor()
    return drive
  }

  @Test("It begins with what is open: the action that was agreed, the plan, then what else is asked")
  func begins() {
    let drive = meet()
    let titles = drive.meeting.flatMap { MeetingList($0, drive.state)?.points.map(\.title) }
    #expect(
      titles == [
        "RT'er vragen om een rustiger plek (voor 20 nov)", "Overleg over het OPP, versie 1", "OPP vaststellen",
      ])
    #expect(drive.shows("[x] Marieke Jansen (moeder)  met gezag"))
    #expect(drive.shows("[ ] Peter de Vries (vader)  met gezag"))
    #expect(drive.shows("[x] Anouk Visser"))
  }

  @Test("Guardians with custody come first; who has none, or may not be told, is marked so")
  func custody() {
    let drive = meet { drive in
      drive.change(.family) { (family: inout Record<FamilyFields>) in
        var mother = family.guardians[0]
        var custody = mother.custody[0]
        custody.hasCustody = Choice(.no)
        mother.put(custody, in: \.custody)
        family.put(mother, in: \.guardians)
      }
    }
    let rows = drive.rows
    let father = rows.firstIndex { $0.contains("Peter de Vries (vader)  met gezag") }
    let mother = rows.firstIndex { $0.contains("Marieke Jansen (moeder)  ! zonder gezag") }
    #expect(father != nil && mother != nil && (father ?? 0) < (mother ?? 0))
  }

  @Test("One talk is one edit over all files; it tells what cleared, and one undo takes all of it back")
  func saves() {
    var drive = meet()
    let before = drive.vault.files
    // Father is there too.
    drive.press(.down, .character(" "))
    drive.goToPoint("RT'er")
    drive.type("k")
    drive.goToPoint("Overleg")
    drive.type("b")
    drive.goToPoint("vaststellen")
    drive.press(.enter)
    drive.type("Vader belt deze week.")
    drive.press(.enter)
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(drive.shows("Dit wordt bewaard"))
    #expect(drive.shows("Klaar op: – → ma 23 nov 2026"))
    drive.press(.control("s"))
    #expect(drive.commits.count == 1 && drive.commits.first?.changes.count == 2)
    #expect(drive.state.screens.current.kind == .dossier)
    #expect(drive.state.notice?.text.contains("Weg: Actie: RT'er vragen om een rustiger plek") == true)
    #expect(drive.savedTalks.last?.summary?.contains("OPP vaststellen: Vader belt deze week.") == true)
    let version = drive.saved(.plan, as: PlanFields.self)?.versions.first
    #expect(version?.agreement(of: TestDossiers.mother)?.consultedOn == day("2026-11-02"))
    #expect(version?.agreement(of: TestDossiers.father)?.consultedOn == day("2026-11-23"))
    #expect(drive.savedTalks.first?.actions.first?.doneOn == day("2026-11-23"))
    drive.type("u")
    #expect(drive.commits.count == 2)
    for (place, stored) in before { #expect(drive.vault.files[place]?.tree == stored.tree) }
  }

  @Test("What is looked over is what is saved, word for word")
  func review() {
    var drive = meet()
    drive.goToPoint("RT'er")
    drive.type("aRustige plek zoeken")
    drive.press(.enter)
    drive.type("ik")
    drive.press(.enter)
    drive.type("+2w")
    drive.press(.enter)
    drive.send(.windowResized(Size(columns: 80, rows: 60)))
    drive.press(.control("s"))
    for words in [
      "Wat: Rustige plek zoeken", "Wie (collega): Anouk Visser", "Voor: ma 7 dec 2026", "Hoe: op school",
      "Gesproken of geprobeerd: gesproken", "Welke ouder: Marieke Jansen (moeder)",
    ] { #expect(drive.shows(words), "\(words)") }
    drive.press(.control("s"))
    let action = drive.savedTalks.last?.actions.first
    #expect(action?.what == "Rustige plek zoeken" && action?.owner?.id == TestSchool.ib.id)
    #expect(action?.before == day("2026-12-07"))
  }

  @Test("A yes is bound to the text that there was when the key was pressed")
  func bound() {
    var drive = meet { $0.offerNoorsPlan() }
    let hash = drive.saved(.plan, as: PlanFields.self)?.versions.first?.actionPartHash
    drive.goToPoint("versie 1: moeder")
    drive.type("j")
    drive.change(.plan) { (plan: inout Record<PlanFields>) in
      var version = plan.versions[0]
      version.actionPart?.guidance = "Eén keer per week."
      plan.put(version, in: \.versions)
    }
    drive.press(.control("s"), .control("s"))
    let version = drive.saved(.plan, as: PlanFields.self)?.versions.first
    #expect(version?.agreement(of: TestDossiers.mother)?.textHash == hash && hash != nil)
    #expect(version?.isAgreed(by: TestDossiers.mother, on: day("2026-11-23")) == false)
  }

  @Test("Whose agreement is asked must be there first, and only such a point takes an answer to the plan")
  func asksPresence() {
    var drive = meet { $0.offerNoorsPlan() }
    drive.goToPoint("versie 1: vader")
    drive.type("j")
    #expect(drive.state.notice?.text == Texts.Meeting.absent)
    drive.goToPoint("RT'er")
    drive.type("j")
    #expect(drive.state.notice?.text == Texts.Meeting.noAgreement)
    #expect(drive.meeting?.notes.answers.isEmpty == true)
  }

  @Test("Nothing answered, nobody there, half an action: each is said, and nothing is saved")
  func refuses() {
    var drive = meet()
    drive.press(.control("s"))
    #expect(drive.state.notice?.text.contains("nog geen punt beantwoord") == true)
    drive.goToPoint("vaststellen")
    drive.type("aBellen")
    drive.press(.control("s"))
    #expect(drive.state.notice?.text.contains("ontbreekt nog wat, wie of voor wanneer") == true)
    drive.type("o")
    drive.press(.home, .down, .down, .down, .character(" "))
    drive.goToPoint("RT'er")
    drive.type("b")
    drive.press(.control("s"))
    #expect(drive.state.notice?.text.contains("welke ouder erbij was") == true)
    #expect(drive.commits.isEmpty && drive.meeting?.isReviewing == false)
  }

  @Test("A save that is refused keeps every word, and can be tried again")
  func refusedSave() {
    var drive = meet()
    drive.goToPoint("RT'er")
    drive.type("b")
    let notes = drive.meeting?.notes
    drive.vault.failure = .diskFull
    drive.press(.control("s"), .control("s"))
    #expect(drive.state.notice?.kind == .trouble)
    #expect(drive.meeting?.notes == notes && drive.vault.drafts.count == 1)
    drive.vault.failure = nil
    drive.press(.control("s"))
    #expect(drive.savedTalks.count == 2 && drive.vault.drafts.isEmpty && drive.state.session?.drafts.isEmpty == true)
  }

  @Test("A colleague who changed the same is asked about; what is settled is saved whole and leaves no draft")
  func conflict() {
    var drive = meet()
    drive.goToPoint("RT'er")
    drive.type("k")
    drive.press(.control("s"))
    // Saved at the same moment: the screen has not heard of it.
    let place = Place.section(pupil: Drive.noor, .conversations)
    guard let stored = drive.vault.files[place], var section = Record<ConversationsFields>(tree: stored.tree) else {
      return
    }
    var talk = section.conversations[0]
    var action = talk.actions[0]
    action.doneOn = day("2026-11-20")
    talk.put(action, in: \.actions)
    section.put(talk, in: \.conversations)
    drive.vault.files[place] = Stored(tree: section.tree, revision: Revision(text: "van-bram"))
    drive.press(.control("s"))
    #expect(drive.state.screens.current.kind == .conflict)
    drive.press(.control("s"))
    #expect(drive.state.screens.current.kind == .dossier)
    #expect(drive.savedTalks.count == 2 && drive.vault.drafts.isEmpty)
  }
}

@Suite("A talk that is not finished")
struct MeetingDraftTests {
  private func meet() -> Drive {
    var drive = Drive()
    drive.meetNoor()
    drive.goToPoint("vaststellen")
    return drive
  }

  @Test("Every key is in the draft: an answer, a text, an action half typed, a point half typed")
  func everyKey() {
    var drive = meet()
    func draft() -> Draft? { drive.vault.drafts.values.first }
    drive.type("b")
    #expect(draft().flatMap { MeetingNotes(tree: $0.after) }?.answers.first?.outcome.is(.discussed) == true)
    drive.goToPoint("vaststellen")
    drive.press(.enter)
    drive.type("Half")
    #expect(draft().flatMap { MeetingNotes(tree: $0.after) }?.answers.first?.text == "Half")
    drive.press(.escape)
    drive.type("aBell")
    #expect(draft().flatMap { MeetingNotes(tree: $0.after) }?.answers.first?.what == "Bell")
    drive.press(.enter, .enter)
    drive.type("volgende w")
    #expect(draft().flatMap { MeetingNotes(tree: $0.after) }?.answers.first?.typedBefore == "volgende w")
    drive.press(.escape)
    drive.type("+Zwem")
    #expect(draft()?.unread == ["punt": "Zwem"])
  }

  @Test("Esc leaves and says how to go on; m goes on where it was")
  func goesOn() {
    var drive = meet()
    drive.type("b")
    let notes = drive.meeting?.notes
    drive.press(.escape)
    #expect(drive.state.screens.current.kind == .dossier)
    #expect(drive.state.notice?.text == Texts.Meeting.draftKept)
    drive.type("m")
    #expect(drive.meeting?.notes == notes)
    #expect(drive.state.notice?.text.contains("teruggevonden") == true)
  }

  @Test("After a kill it is offered by the name of the pupil and the time, and what was half typed is there")
  func afterKill() {
    var drive = meet()
    drive.type("+Zwem")
    let notes = drive.meeting?.notes
    var next = Drive(atTheDoor: Size(columns: 80, rows: 24))
    next.vault.drafts = drive.vault.drafts
    next.send(.schoolOpened(next.vault.opened(TestSchool.ib)))
    #expect(next.state.notice?.text.contains("Noor de Vries (gesprek van ") == true)
    next.openNoor()
    next.type("m")
    #expect(next.meeting?.notes == notes)
    next.type("les")
    next.press(.enter)
    #expect(next.meeting?.notes.answers.last?.words == "Zwemles")
  }

  @Test("A lock in the middle takes no word, and shows none")
  func lock() {
    var drive = meet()
    drive.type("+Geheim")
    let meeting = drive.meeting
    drive.send(.idleTooLong)
    #expect(!drive.shows("Geheim"))
    drive.type("wachtzin")
    drive.press(.enter)
    #expect(drive.meeting?.entry == meeting?.entry && drive.meeting?.notes == meeting?.notes)
  }

  @Test("What was being read when the screen locked is asked for again")
  func asksAgain() {
    var drive = Drive()
    drive.openNoor()
    drive.answersAtOnce = false
    drive.type("m")
    drive.send(.idleTooLong)
    drive.send(.schoolOpened(drive.vault.opened(TestSchool.ib)))
    let asked = drive.effects.count { if case .loadPast = $0 { true } else { false } }
    #expect(asked == 2)
    drive.answer()
    guard case .read? = drive.meeting?.past else {
      Issue.record("still waiting: \(drive)")
      return
    }
  }

  @Test("An untouched talk leaves no draft, and one that was taken back to nothing neither")
  func untouched() {
    var drive = Drive()
    drive.openNoor()
    drive.type("m")
    #expect(drive.vault.drafts.isEmpty)
    drive.goToPoint("RT'er")
    drive.type("b")
    #expect(drive.vault.drafts.count == 1)
    drive.type("u")
    #expect(drive.vault.drafts.isEmpty)
  }

  @Test("u takes back the last thing noted, a run of typing at once; ^D throws all away after j")
  func takesBack() {
    var drive = meet()
    drive.press(.enter)
    drive.type("Een hele zin.")
    drive.press(.escape)
    drive.type("u")
    #expect(drive.meeting?.notes.answers.isEmpty == true)
    drive.type("b")
    drive.press(.control("d"))
    drive.type("n")
    #expect(drive.meeting?.notes.answers.count == 1)
    drive.press(.control("d"))
    drive.type("j")
    #expect(drive.vault.drafts.isEmpty && drive.state.screens.current.kind == .dossier)
  }

  @Test("A teacher holds a talk too: the names of parents are closed, and nobody is asked to agree")
  func teacher() {
    var drive = Drive(as: TestSchool.teacher)
    drive.openNoor()
    drive.type("m")
    #expect(drive.shows("de namen van ouders zijn voor u niet te lezen"))
    drive.press(.down, .down, .character(" "))
    drive.goToPoint("RT'er")
    drive.type("b")
    drive.press(.control("s"), .control("s"))
    #expect(drive.savedTalks.last?.participants.contains { $0.role.is(.guardian) } == true)
  }

  @Test("A director reads along and holds no talk; on another day there is none")
  func notNow() {
    var drive = Drive(as: TestSchool.director)
    drive.openNoor()
    drive.type("m")
    #expect(drive.state.notice?.text == Texts.Reason.readsOnly)
    drive = Drive()
    drive.openNoor()
    drive.type("d1 dec")
    drive.press(.enter)
    drive.type("m")
    #expect(drive.state.notice?.text == Texts.Reason.otherDay)
  }
}
