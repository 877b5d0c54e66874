import Casework
import Support
import Testing

@testable import Interface

extension Drive {
  /// A colleague closes the action that was agreed with Noor's mother.
  fileprivate mutating func closeAction() {
    change(.conversations) { (section: inout Record<ConversationsFields>) in
      var talk = section.conversations[0]
      var action = talk.actions[0]
      action.doneOn = day("2026-11-20")
      talk.put(action, in: \.actions)
      section.put(talk, in: \.conversations)
    }
  }

  /// A colleague withdraws what was asked of the parents: the plan is being drawn up again.
  fileprivate mutating func takeOfferBack() {
    change(.plan) { (plan: inout Record<PlanFields>) in
      var version = plan.versions[0]
      version.offeredOn = nil
      plan.put(version, in: \.versions)
    }
  }

  fileprivate func answer(_ words: String) -> MeetingAnswer? {
    meeting?.notes.answers.first { $0.words?.contains(words) == true }
  }

  fileprivate var chosenLine: String? { rows.first { $0.hasPrefix(">") } }
}

@Suite("The cursor of a talk stays on what it stood on")
struct MeetingCursorTests {
  /// Both parents are there, and both are asked to agree.
  private func meet() -> Drive {
    var drive = Drive()
    drive.offerNoorsPlan()
    drive.meetNoor()
    drive.press(.down, .character(" "))
    return drive
  }

  @Test("A point above goes away by a colleague's save: the key answers the point that the cursor stood on")
  func shifted() {
    var drive = meet()
    drive.goToPoint("versie 1: moeder")
    drive.closeAction()
    #expect(drive.chosenLine?.contains("versie 1: moeder") == true)
    drive.type("j")
    #expect(drive.answer("moeder")?.outcome.is(.consents) == true)
    #expect(drive.answer("vader") == nil)
    // And it goes on to the next.
    #expect(drive.chosenLine?.contains("versie 1: vader") == true)
  }

  @Test("Where the point itself goes away it is said, and nothing is answered until the cursor is set")
  func gone() {
    var drive = meet()
    drive.goToPoint("RT'er")
    drive.closeAction()
    #expect(drive.state.notice?.text == Texts.Meeting.pointGone)
    for key in ["b", "k", "j"] {
      drive.type(key)
      #expect(drive.state.notice?.text == Texts.Meeting.pointGone)
    }
    drive.press(.enter)
    #expect(drive.meeting?.notes.answers.isEmpty == true && drive.meeting?.entry == nil)
    // The row that came in its place is the first one down.
    drive.press(.down)
    #expect(drive.chosenLine?.contains("versie 1: moeder") == true)
    drive.type("j")
    #expect(drive.answer("moeder")?.outcome.is(.consents) == true)
  }

  @Test("A text goes on where its point goes away: it stays in sight, and every word is kept")
  func typing() {
    var drive = meet()
    drive.goToPoint("RT'er")
    drive.press(.enter)
    drive.closeAction()
    drive.type("Plek bij het raam")
    #expect(drive.shows("Plek bij het raam") && drive.shows("Niet meer op de agenda"))
    drive.press(.enter)
    #expect(drive.answer("RT'er")?.text == "Plek bij het raam")
    drive.press(.control("s"), .control("s"))
    #expect(drive.savedTalks.last?.summary?.contains("Plek bij het raam") == true)
  }

  @Test("What is emptied again at a point that went away leaves nothing, and the cursor stays near")
  func emptied() {
    var drive = meet()
    drive.goToPoint("RT'er")
    drive.press(.enter)
    drive.closeAction()
    drive.type("x")
    drive.press(.backspace)
    drive.type("Toch")
    #expect(drive.answer("RT'er")?.text == "Toch")
    for _ in 0..<4 { drive.press(.backspace) }
    drive.press(.backspace, .escape)
    drive.type("o")
    #expect(drive.chosenLine != nil)
  }

  @Test("A point of one's own is in sight while it is typed, also with an empty agenda and after a kill")
  func ownPoint() {
    var drive = Drive()
    drive.openPupil("zoe")
    drive.type("m+Zwem")
    #expect(drive.shows("Nieuw punt Zwem"))
    #expect(drive.screen.cursor != nil)
    var next = Drive()
    next.vault.drafts = drive.vault.drafts
    next.send(.draftsFound(Array(drive.vault.drafts.values)))
    next.openPupil("zoe")
    next.type("m")
    #expect(next.shows("Nieuw punt Zwem"))
  }

  @Test("An answer to the plan that is asked no more is refused, under a heading of its own, and never in words alone")
  func fellAway() {
    var drive = meet()
    drive.goToPoint("versie 1: moeder")
    drive.type("j")
    drive.takeOfferBack()
    #expect(drive.shows("Niet meer op de agenda") && !drive.shows("Eigen punten"))
    drive.press(.control("s"))
    #expect(drive.state.notice?.text.contains("staat niet meer op de agenda") == true)
    #expect(drive.chosenLine?.contains("versie 1: moeder") == true)
    #expect(drive.meeting?.isReviewing == false && drive.commits.isEmpty)
    drive.type("b")
    drive.press(.control("s"), .control("s"))
    #expect(drive.savedTalks.last?.summary?.contains("stemt in") == false && drive.savedTalks.count == 2)
  }
}

@Suite("What is noted in a talk is taken back step by step, and nothing of it is lost unsaid")
struct MeetingStepTests {
  private func meet() -> Drive {
    var drive = Drive()
    drive.meetNoor()
    return drive
  }

  @Test("Each text is a step of its own: u takes back the last one, ^R brings it again")
  func steps() {
    var drive = meet()
    drive.goToPoint("RT'er")
    drive.press(.enter)
    drive.type("Eerste tekst.")
    drive.press(.enter)
    drive.goToPoint("Overleg")
    drive.press(.enter)
    drive.type("Tweede tekst.")
    drive.press(.escape)
    // Opened again, it goes on as a step of its own.
    drive.press(.enter)
    drive.type(" En meer.")
    drive.press(.escape)
    drive.type("u")
    #expect(drive.meeting?.notes.answers.map(\.text) == ["Eerste tekst.", "Tweede tekst."])
    drive.type("u")
    #expect(drive.meeting?.notes.answers.map(\.text) == ["Eerste tekst."])
    drive.press(.control("r"))
    drive.press(.control("r"))
    #expect(drive.meeting?.notes.answers.map(\.text) == ["Eerste tekst.", "Tweede tekst. En meer."])
    #expect(drive.vault.drafts.values.first.flatMap { MeetingNotes(tree: $0.after) } == drive.meeting?.notes)
    drive.press(.control("r"))
    #expect(drive.state.notice?.text == Texts.Meeting.nothingToRedo)
    // A new answer forgets what could be brought back.
    drive.type("u")
    drive.goToPoint("vaststellen")
    drive.type("b")
    drive.press(.control("r"))
    #expect(drive.state.notice?.text == Texts.Meeting.nothingToRedo)
  }

  @Test("^R in a talk does not do again what was undone elsewhere")
  func redoElsewhere() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Dzku")
    let commits = drive.commits.count
    drive.openNoor()
    drive.type("m")
    drive.press(.control("r"))
    #expect(drive.commits.count == commits)
    #expect(drive.state.notice?.text == Texts.Meeting.nothingToRedo)
  }

  @Test("A point of one's own without b, a or o is asked about; what is noted and then o is said not to be kept")
  func unsaid() {
    var drive = meet()
    drive.goToPoint("RT'er")
    drive.type("b")
    drive.type("+Zwemles")
    drive.press(.enter, .control("s"))
    #expect(drive.meeting?.isReviewing == false)
    #expect(drive.state.notice?.text == "Zwemles: zet er b, a of o bij, of haal het punt weg met Backspace.")
    #expect(drive.chosenLine?.contains("Zwemles") == true)
    drive.press(.enter)
    drive.type("Badje regelen")
    drive.press(.escape)
    drive.type("o")
    drive.press(.control("s"))
    #expect(drive.shows("Dit wordt niet bewaard: niet aan de orde"))
    #expect(drive.shows("- Zwemles: Badje regelen"))
    drive.press(.control("s"))
    #expect(drive.savedTalks.last?.summary?.contains("Badje") == false)
  }

  @Test("Who is there already is not taken away by typing the name again; the name of a colleague ticks the colleague")
  func sameName() {
    var drive = meet()
    func type(_ name: String) {
      drive.press(.home)
      for _ in 0..<20 where drive.chosenLine?.contains("iemand anders") != true { drive.press(.down) }
      drive.press(.enter)
      drive.type(name)
      drive.press(.enter)
    }
    type("Oma Jansen")
    #expect(drive.meeting?.notes.participants.count == 3)
    type("oma jansen")
    #expect(drive.meeting?.notes.participants.count == 3)
    #expect(drive.state.notice?.text == "Oma Jansen staat al bij Aanwezig.")
    type("bram smit")
    #expect(drive.meeting?.notes.participants.last?.user?.id == TestSchool.teacher.id)
  }
}

@Suite("The day of a talk")
struct MeetingDayTests {
  private func meet() -> Drive {
    var drive = Drive()
    drive.offerNoorsPlan()
    drive.meetNoor()
    return drive
  }

  @Test("A talk of Friday that is noted on Monday is of Friday, with what was agreed and done in it")
  func friday() {
    var drive = meet()
    drive.press(.home, .enter)
    drive.type("-vr")
    #expect(drive.shows("= vr 20 nov 2026"))
    drive.press(.enter)
    #expect(drive.shows("Gesprek (ouders) van vr 20 nov 2026") && drive.shows("niet vandaag"))
    drive.goToPoint("RT'er")
    drive.type("k")
    drive.goToPoint("versie 1: moeder")
    drive.type("j")
    drive.press(.control("s"), .control("s"))
    let friday = day("2026-11-20")
    #expect(drive.savedTalks.last?.on == friday)
    #expect(drive.savedTalks.first?.actions.first?.doneOn == friday)
    let version = drive.saved(.plan, as: PlanFields.self)?.versions.first
    #expect(version?.agreement(of: TestDossiers.mother)?.answeredOn == friday)
  }

  @Test(
    "A day to come is refused and stays open to be mended, by Enter, by arrows and by saving",
    arguments: ["vr", "32 nov"])
  func refused(typed: String) {
    var drive = meet()
    drive.goToPoint("RT'er")
    drive.type("b")
    drive.press(.home, .right)
    #expect(drive.meeting?.notes.on == TestSchool.today && drive.state.notice?.kind == .trouble)
    drive.press(.enter)
    drive.type(typed)
    drive.press(.enter)
    #expect(drive.meeting?.entry != nil && drive.state.notice?.kind == .trouble)
    drive.press(.control("s"))
    #expect(drive.meeting?.isReviewing == false && drive.meeting?.entry != nil)
    drive.press(.escape, .left, .left)
    #expect(drive.meeting?.notes.on == day("2026-11-21"))
    drive.press(.right)
    #expect(drive.meeting?.notes.on == day("2026-11-22"))
  }

  @Test("A talk that was begun on an earlier day keeps that day, and asks about it")
  func draftOfFriday() {
    var drive = meet()
    drive.press(.home, .left)
    drive.press(.escape)
    drive.type("m")
    #expect(drive.state.notice?.text.hasPrefix("Gesprek van zo 22 nov 2026 teruggevonden.") == true)
    #expect(drive.rows.contains { $0.hasPrefix("> Datum") && $0.contains("zo 22 nov 2026") })
    drive.press(.right)
    #expect(drive.meeting?.notes.on == TestSchool.today)
  }

  @Test("A day half typed is in the draft")
  func halfTyped() {
    var drive = meet()
    drive.press(.home, .enter)
    drive.type("20-1")
    #expect(drive.vault.drafts.values.first?.unread == ["datum": "20-1"])
  }

  @Test("Under a talk no other day is shown: from what lies over it that cannot be asked")
  func noOtherDay() {
    var drive = meet()
    drive.type("v")
    #expect(drive.state.screens.current.kind == .changes)
    drive.type("d")
    #expect(drive.state.overlay == nil && drive.state.notice?.text == Texts.Meeting.noOtherDay)
    drive.press(.escape, .escape)
    drive.type("d")
    #expect(drive.state.overlay == .askDay(InputLine()))
  }
}
