import Casework
import Support
import Testing

@testable import Interface

@Suite("The timeline on the screen")
struct TimelineScreenTests {
  private func drive(as user: User = TestSchool.ib, _ keys: String = "t") -> Drive {
    var drive = Drive(as: user)
    drive.openNoor()
    drive.type(keys)
    return drive
  }

  private func timeline(_ drive: Drive) -> TimelineScreen? {
    if case .timeline(let screen) = drive.state.screens.current { screen } else { nil }
  }

  @Test("It opens at today: the newest fact that is not still to come is chosen")
  func opens() {
    let drive = drive()
    let chosen = timeline(drive)?.chosen(drive.state)
    // The action that was to be done on Friday 20 November.
    #expect(chosen?.day == day("2026-11-20"))
    let rows = drive.rows
    let today = rows.firstIndex { $0.contains("vandaag, ma 23 nov 2026") }
    let action = rows.firstIndex { $0.contains("RT'er vragen") }
    #expect(today != nil && action != nil && (today ?? 0) < (action ?? 0))
  }

  @Test("A tab that is closed or broken is said, and what it holds is not guessed")
  func unread() {
    let drive = drive()
    #expect(drive.shows("Toestemming: voor u niet te lezen; wat daar staat, ontbreekt hier."))
    #expect(drive.shows("Verwijzing: beschadigd; wat daar staat, ontbreekt hier."))
  }

  @Test("A teacher sees nothing of the tabs that teachers do not have, not even that they are closed")
  func teacher() {
    let drive = drive(as: TestSchool.teacher)
    #expect(!drive.shows("niet te lezen") && !drive.shows("beschadigd"))
    let sections = timeline(drive)?.list(drive.state)?.lines.compactMap(\.entry.section) ?? []
    #expect(!sections.isEmpty && sections.allSatisfy { $0.keyClass == .group })
  }

  @Test("Enter opens the record, and Esc comes back to the same line")
  func opensRecord() {
    var drive = drive()
    drive.press(.down)
    let row = timeline(drive)?.row
    drive.press(.enter)
    guard case .record(let record) = drive.state.screens.current else {
      Issue.record("no record: \(drive)")
      return
    }
    #expect(record.place.kind == .section(.plan))
    drive.press(.escape)
    #expect(timeline(drive)?.row == row)
  }

  @Test("Enter on a term that is asked now opens its proof")
  func opensProof() {
    var drive = drive()
    drive.type("/vaststellen")
    drive.press(.enter, .enter)
    #expect(drive.state.screens.current.kind == .proof)
  }

  @Test("Typing narrows the list as elsewhere, with a slip forgiven; Esc gives all back")
  func filters() {
    var drive = drive()
    let all = timeline(drive)?.list(drive.state)?.lines.count ?? 0
    drive.type("/gesprak")
    let found = timeline(drive)?.list(drive.state)?.lines ?? []
    #expect(!found.isEmpty && found.count < all)
    #expect(found.allSatisfy { $0.tab == "Gesprekken" })
    drive.press(.escape)
    #expect(timeline(drive)?.list(drive.state)?.lines.count == all)
  }

  @Test("A tab's key takes its facts out and back, t does so with the terms, and what is out is said")
  func kinds() {
    var drive = drive()
    let all = timeline(drive)?.list(drive.state)?.lines ?? []
    drive.type("8t")
    let fewer = timeline(drive)?.list(drive.state)?.lines ?? []
    #expect(fewer == all.filter { $0.entry.section != .conversations && $0.entry.fact != nil })
    #expect(fewer.count < all.count)
    #expect(drive.shows("Niet getoond: Gesprekken, Termijn"))
    drive.type("8t")
    #expect(timeline(drive)?.list(drive.state)?.lines == all)
  }

  @Test("z puts the heads per month, year and week")
  func heads() {
    var drive = drive()
    #expect(drive.shows(" november 2026"))
    drive.type("z")
    #expect(drive.rows.contains { $0.hasPrefix(" 2026 ") })
    drive.type("z")
    #expect(drive.shows("week 47, 16 nov – 22 nov 2026"))
  }

  @Test("A week that is in two years is headed with both, whatever entry comes first")
  func weekOfTwoYears() {
    for date in ["2026-12-28", "2026-12-31", "2027-01-02"] {
      #expect(Texts.Timeline.head(day(date), .week) == "week 53, 28 dec 2026 – 3 jan 2027")
    }
    #expect(Texts.Timeline.head(day("2025-01-01"), .week) == "week 1, 30 dec 2024 – 5 jan 2025")
    #expect(Texts.Timeline.head(day("2027-01-04"), .week) == "week 1, 4 jan – 10 jan 2027")
  }

  @Test("The footer names the keys of the tabs that the user has, and each of those keys does something")
  func keys() {
    for (user, told, keys) in [
      (TestSchool.ib, "1-9 0 - soorten", "1234567890-"), (TestSchool.teacher, "1 3 7-9 soorten", "13789"),
    ] {
      var drive = drive(as: user)
      #expect(drive.rows.last?.contains(told) == true, "\(drive)")
      for key in keys {
        drive.type(String(key))
        #expect(timeline(drive)?.hidden.count == 1, "\(key)")
        drive.type(String(key))
      }
    }
  }

  @Test("What is on the timeline is worked out once for all who ask, and anew only after a change")
  func workedOutOnce() throws {
    var drive = drive()
    let noor = TestSchool.pupil("Noor de Vries")
    let all = try #require(timeline(drive)?.list(drive.state)?.lines)
    let asked = drive.state.session?.judgement.episodes.filter { $0.id.subject == .pupil(noor) }
    #expect(asked?.isEmpty == false && drive.state.derived.episodes[noor] == asked)
    for key in [Key.down, .pageDown, .home, .character("z")] {
      drive.press(key)
      // Of a state without a school nothing could be worked out now.
      var empty = drive.state
      empty.session = nil
      #expect(timeline(drive)?.list(empty)?.lines == all, "\(key)")
      #expect(empty.disabledReason(.open) == nil)
    }
    drive.type("8")
    let fewer = try #require(timeline(drive)?.list(drive.state)?.lines)
    #expect(!fewer.isEmpty && fewer.count < all.count)
  }

  @Test("What came in since by a colleague is there without a key")
  func foreign() {
    var drive = drive()
    let place = Place.section(pupil: TestSchool.pupil("Noor de Vries"), .conversations)
    guard let stored = drive.vault.files[place], var section = Record<ConversationsFields>(tree: stored.tree) else {
      Issue.record("no file")
      return
    }
    section.put(make(RestrictedMarkFields.self, 8001) { $0.on = day("2026-11-23") }, in: \.restricted)
    let saved = Stored(tree: section.tree, revision: Revision(text: "nieuw"))
    drive.send(.othersSaved([ForeignSave(place: place, state: .read(saved), by: "Bram Smit")]))
    #expect(drive.shows("Vertrouwelijk gesprek"))
  }
}

@Suite("What changed since the last talk, on the screen")
struct ChangesScreenTests {
  private func drive(_ prepare: (inout Drive) -> Void = { $0.changeNoorSinceTalk() }) -> Drive {
    var drive = Drive()
    prepare(&drive)
    drive.openNoor()
    drive.type("tv")
    return drive
  }

  @Test("It reads one dossier as of the day of the last talk with a parent, and shows old and new")
  func shows() {
    let drive = drive()
    let asked = drive.effects.contains { effect in
      if case .loadPast(TestSchool.pupil("Noor de Vries"), day("2026-11-02"), _) = effect { true } else { false }
    }
    #expect(asked)
    #expect(drive.shows("Veranderd sinds het gesprek van ma 2 nov 2026"))
    #expect(drive.shows("Uitstroombestemming: vmbo-kb → vmbo-tl"))
    #expect(drive.shows("+ Gesprek"))
    #expect(drive.shows("+ Doel: rekenen"))
  }

  @Test("Without a change it says so; what cannot be compared is said and not taken for the same")
  func nothing() {
    let drive = drive { _ in }
    #expect(drive.shows("Er is sindsdien niets veranderd."))
    #expect(drive.shows("Toestemming: voor u niet te lezen, en dus niet vergeleken."))
    #expect(drive.shows("Verwijzing: beschadigd, en dus niet vergeleken."))
  }

  @Test("Where the history does not reach back to the talk, nothing is called new")
  func noHistory() {
    let drive = drive { $0.vault.recordedSince = day("2026-11-10") }
    #expect(drive.shows("begint op 10 november 2026"))
    #expect(!drive.shows("nieuw"))
  }

  @Test("What cannot be read is said, and Esc leads back")
  func failed() {
    var drive = drive { $0.vault.failure = .diskFull }
    #expect(drive.shows("is nu niet te lezen"))
    drive.press(.escape)
    #expect(drive.state.screens.current.kind == .timeline)
  }

  @Test("Without an earlier talk, and on another day, the key says why it cannot")
  func reasons() {
    var drive = Drive()
    drive.openPupil("sem")
    drive.type("tv")
    #expect(
      drive.state.notice?.text
        == "Er is nog geen eerder gesprek met ouders vastgelegd. Er is dus niets om mee te vergelijken.")
    drive = Drive()
    drive.openNoor()
    drive.type("t")
    drive.type("d1 dec")
    drive.press(.enter)
    drive.type("v")
    #expect(drive.state.notice?.text.contains("^T") == true)
  }
}
