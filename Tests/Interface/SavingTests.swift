import Casework
import Support
import Testing

@testable import Interface

@Suite("Saving, undoing and colleagues")
struct SavingTests {
  private let place = Place.section(pupil: TestSchool.pupil("Noor de Vries"), .plan)

  /// What a colleague leaves in Noor's plan.
  private func colleague(_ drive: inout Drive, _ change: (inout PlanVersion) -> Void) -> Stored? {
    guard let stored = drive.vault.files[place], var section = Record<PlanFields>(tree: stored.tree) else { return nil }
    var version = section.versions[0]
    change(&version)
    section.put(version, in: \.versions)
    let now = Stored(tree: section.tree, revision: Revision(text: "van-bram"))
    drive.vault.files[place] = now
    return now
  }

  private func version(_ drive: Drive) -> PlanVersion? {
    drive.state.session?.caseload.dossiers[TestSchool.pupil("Noor de Vries")]?.plan.record?.versions.first
  }

  private func openPlan(_ drive: inout Drive, on key: String) {
    drive.openNoor()
    drive.type("3e")
    for _ in 0..<60 {
      guard case .form(let form) = drive.state.screens.current, form.currentRow?.key != key else { return }
      drive.press(.tab)
    }
  }

  @Test("A colleague's save of another field is joined, told by name, and both stand")
  func joined() {
    var drive = Drive()
    openPlan(&drive, on: "uitstroomWaarom")
    _ = colleague(&drive) { $0.supportNeeds = "Rust" }
    drive.type("Omdat")
    drive.press(.control("s"))
    #expect(drive.state.notice?.text == "Samengevoegd met wat Bram Smit om 14:20 bewaarde.")
    #expect(version(drive)?.supportNeeds == "Rust")
    #expect(version(drive)?.destinationReasons == "Omdat")
  }

  @Test("Undoing an edit that was joined takes back one's own part and leaves the colleague's")
  func undoJoined() {
    var drive = Drive()
    openPlan(&drive, on: "uitstroomWaarom")
    _ = colleague(&drive) { $0.supportNeeds = "Rust" }
    drive.type("Omdat")
    drive.press(.control("s"))
    drive.type("u")
    #expect(version(drive)?.destinationReasons == nil)
    #expect(version(drive)?.supportNeeds == "Rust")
    drive.press(.control("r"))
    #expect(version(drive)?.destinationReasons == "Omdat")
    #expect(version(drive)?.supportNeeds == "Rust")
  }

  @Test(
    "A conflict keeps both, and what is chosen is saved from what is there now",
    arguments: [
      ("", "havo"), ("m", "havo"), ("n", "vmboKb"), ("v", "vmboTl"),
    ])
  func conflict(keys: String, expected: String) {
    var drive = Drive()
    drive.runIntoConflict()
    #expect(drive.state.screens.current.kind == .conflict)
    #expect(drive.shows("havo") && drive.shows("vmbo-kb") && drive.shows("vmbo-tl"))
    drive.type(keys)
    drive.press(.control("s"))
    #expect(version(drive)?.destination?.word == expected)
    #expect(drive.state.screens.current.kind == .dossier)
    #expect(drive.vault.drafts.isEmpty)
    #expect(drive.commits.last?.changes.first?.before?.revision == Revision(text: "van-bram"))
  }

  @Test("Esc out of a conflict loses nothing: the draft is still there")
  func conflictLeft() {
    var drive = Drive()
    drive.runIntoConflict()
    drive.press(.escape)
    #expect(drive.vault.drafts.count == 1)
    drive.type("e")
    #expect(drive.shows("havo"))
  }

  @Test("A colleague's save appears by itself and takes nothing of what is being typed")
  func foreignSave() {
    var drive = Drive()
    openPlan(&drive, on: "uitstroomWaarom")
    drive.type("Omd")
    guard let now = colleague(&drive, { $0.supportNeeds = "Rust" }) else { return }
    drive.send(.othersSaved([ForeignSave(place: place, state: .read(now), by: "Bram Smit")]))
    #expect(drive.state.notice?.text == "Bram Smit heeft zojuist iets bewaard; u ziet het al.")
    drive.type("at")
    #expect(drive.shows("Omdat"))
    drive.press(.control("s"))
    #expect(version(drive)?.supportNeeds == "Rust" && version(drive)?.destinationReasons == "Omdat")
  }

  @Test("While an edit is on its way no key changes the form, and quitting waits for it")
  func inFlight() {
    var drive = Drive()
    openPlan(&drive, on: "uitstroomWaarom")
    drive.type("Omdat")
    drive.answersAtOnce = false
    drive.press(.control("s"))
    let sent = drive.effects.count
    drive.type("x")
    drive.press(.control("s"))
    #expect(drive.effects.count == sent)
    drive.press(.control("q"))
    #expect(!drive.effects.contains(.quit(code: 0)))
    drive.answer()
    #expect(drive.effects.contains(.quit(code: 0)))
    #expect(version(drive)?.destinationReasons == "Omdat")
  }

  @Test("Quitting that waits is called off when the save fails")
  func quitCalledOff() {
    var drive = Drive()
    openPlan(&drive, on: "uitstroomWaarom")
    drive.type("Omdat")
    drive.answersAtOnce = false
    drive.vault.failure = .storage("map weg")
    drive.press(.control("s"), .control("q"))
    drive.answer()
    #expect(!drive.effects.contains(.quit(code: 0)))
    #expect(drive.state.notice?.text.contains("map weg") == true)
  }

  @Test("Quitting from the group says that the day is not done, saves the marks on j and stays on anything else")
  func quitWithMarks() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Dzq")
    #expect(drive.shows("1 wijziging bewaren en stoppen? ma 23 nov is dan niet klaar gemeld."))
    #expect(drive.commits.isEmpty)
    drive.press(.enter)
    #expect(drive.shows("1 wijziging, nog niet bewaard"))
    #expect(!drive.effects.contains(.quit(code: 0)))
    drive.type("qj")
    #expect(drive.commits.count == 1)
    #expect(drive.effects.last == .quit(code: 0))
  }

  @Test("When the system asks to end, what is typed is handed over before the end")
  func end() {
    var drive = Drive()
    openPlan(&drive, on: "uitstroomWaarom")
    drive.type("Omdat")
    let before = drive.effects.count
    drive.send(.endRequested)
    let last = drive.effects.dropFirst(before)
    guard case .saveDraft(let draft)? = last.first else {
      Issue.record("no draft")
      return
    }
    #expect(draft.after["versies"]?.elements?.first?["uitstroomWaarom"]?.text == "Omdat")
    #expect(last.last == .quit(code: 0))
  }

  @Test("A new edit forgets what could be redone")
  func redoForgotten() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Dzkuk")
    #expect(drive.state.session?.undone.isEmpty == true)
    #expect(drive.state.disabledReason(.redo) == "Er is niets om opnieuw te doen.")
  }

  @Test("One answer leads to one state, and a second answer to the same work to nothing")
  func answeredOnce() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Dzk")
    let done = drive.state.session?.done
    drive.send(.committed(Token(number: 1), Committed(stored: [:], undo: Edit(act: "", changes: []))))
    #expect(drive.state.session?.done == done)
  }

  @Test("Every failure says in Dutch what is safe or what to do")
  func failures() {
    let all: [Failure] = [
      .wrongPassphrase, .noRight, .diskFull, .storage("weg"), .editorMissing,
      .editorNotAllowed, .other("iets."),
    ]
    for failure in all {
      let text = Texts.line(of: failure)
      #expect(text.contains(". ") && text.hasSuffix("."))
    }
  }

  @Test("Ids from one seed never repeat, and two seeds do not meet")
  func ids() {
    var seen: Set<RecordID> = []
    for seed in [id(1), id(2), RecordID(high: 1, low: 0)] {
      var source = IDSource(seed: seed)
      for _ in 0..<20_000 { seen.insert(source.next()) }
    }
    #expect(seen.count == 60_000)
  }

  @Test("A field's path in a draft reads back as the same path")
  func fieldPaths() {
    let paths = [
      FieldPath(record: [], key: "naam"),
      FieldPath(record: [.item(list: "versies", id(7)), .field("handelingsdeel")], key: "zorg"),
      FieldPath(record: [.item(list: "roosters", id(8)), .place(list: "lestijden", 3)], key: "van"),
    ]
    for path in paths { #expect(FieldPath(path.text) == path) }
    for text in ["", "naam", "f.a/x.b", "i.list.zz/f.a", "p.list.x/f.a", "i.list.\(id(1))"] {
      #expect(FieldPath(text) == nil)
    }
  }

  @Test("The time of a draft is that on the wall, with its day when that is another one")
  func wallTime() {
    let drive = Drive()
    let now = drive.state.environment.now
    #expect(drive.state.environment.wallTime(of: now) == "14:32")
    #expect(drive.state.environment.wallTime(of: Moment(seconds: now.seconds - 3 * 3600)) == "11:32")
    #expect(drive.state.environment.wallTime(of: Moment(seconds: now.seconds - 24 * 3600)) == "22 nov 14:32")
    // 15 hours before 14:32 it was still the evening before; three weeks and a half before it was summer time.
    #expect(drive.state.environment.wallTime(of: Moment(seconds: now.seconds - 15 * 3600)) == "22 nov 23:32")
    #expect(drive.state.environment.wallTime(of: Moment(seconds: now.seconds - 30 * 24 * 3600)) == "24 okt 15:32")
  }
}
