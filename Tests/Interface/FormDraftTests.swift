import Casework
import Support
import Testing

@testable import Interface

@Suite("What is typed in a form is never lost")
struct FormDraftTests {
  @Test("Every keystroke is in a draft with the pupil, the record and the user in its name")
  func draftPerKey() {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "ondersteuningsbehoeften")
    let before = drive.effects.count
    drive.type("Rust")
    let drafts = drive.effects.dropFirst(before).compactMap { effect -> Draft? in
      if case .saveDraft(let draft) = effect { draft } else { nil }
    }
    #expect(drafts.count == 4)
    #expect(drafts.last?.key.record == TestDossiers.noorVersion)
    #expect(drafts.last?.key.user == TestSchool.ib.id)
    #expect(drafts.last?.key.place == .section(pupil: TestSchool.pupil("Noor de Vries"), .plan))
    #expect(drafts.last?.after["versies"]?.elements?.first?["ondersteuningsbehoeften"]?.text == "Rust")
  }

  @Test("Esc asks nothing and loses nothing: the same form has it again, and says from when")
  func escapeKeeps() {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "ondersteuningsbehoeften")
    drive.type("Rust in de klas")
    drive.press(.escape)
    #expect(drive.state.screens.current.kind == .dossier)
    #expect(drive.state.overlay == nil)
    #expect(drive.state.notice?.text == "Concept bewaard. Open hetzelfde formulier om verder te gaan.")
    drive.type("e")
    #expect(drive.state.notice?.text == "Concept van 14:32 teruggevonden.")
    #expect(drive.shows("Rust in de klas"))
    #expect(drive.commits.isEmpty)
  }

  @Test("A new record goes on under the id that its draft has")
  func newRecordDraft() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8g")
    drive.go(to: "samenvatting")
    drive.type("Eerste zin.")
    let first = drive.form?.level.path
    drive.press(.escape)
    drive.type("g")
    #expect(drive.form?.level.path == first)
    #expect(drive.shows("Eerste zin."))
    drive.press(.escape)
    #expect(drive.vault.drafts.count == 1)
  }

  @Test("A draft of another user or another pupil never fills a form")
  func draftsApart() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8g")
    drive.go(to: "samenvatting")
    drive.type("Over Noor.")
    let drafts = Array(drive.vault.drafts.values)
    var other = Drive(as: TestSchool.teacher)
    other.send(.draftsFound(drafts))
    other.type("Ng")
    #expect(other.state.notice == nil)
    #expect(!other.shows("Over Noor."))
    drive.press(.escape, .escape)
    drive.press(.function(3))
    drive.type("liv")
    drive.press(.enter)
    drive.type("8g")
    #expect(!drive.shows("Over Noor."))
  }

  @Test("What is typed and taken away again leaves no draft behind")
  func draftGoes() {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "ondersteuningsbehoeften")
    drive.type("x")
    drive.press(.backspace)
    #expect(drive.vault.drafts.isEmpty)
    guard case .discardDraft? = drive.effects.last else {
      Issue.record("the draft was not discarded")
      return
    }
  }

  @Test("^D asks first, Enter means no, and j throws the draft away")
  func discard() {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "ondersteuningsbehoeften")
    drive.type("Weg hiermee")
    drive.press(.control("d"), .enter)
    #expect(drive.shows("Weg hiermee"))
    drive.press(.control("d"))
    drive.type("j")
    #expect(drive.state.screens.current.kind == .dossier)
    #expect(drive.vault.drafts.isEmpty)
    drive.type("e")
    #expect(!drive.shows("Weg hiermee"))
  }

  @Test("A date that cannot be read says so at once, stays as typed, and keeps the form from being saved")
  func unread() {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "opgesteldOp")
    for _ in 0..<12 { drive.press(.backspace) }
    drive.type("31 feb")
    #expect(drive.shows("Die dag bestaat niet."))
    drive.press(.tab, .tab)
    #expect(drive.shows("31 feb"))
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(drive.state.notice?.text.contains("31 feb") == true)
    #expect(drive.form?.currentRow == .field(key: "opgesteldOp"))
    drive.press(.escape)
    drive.type("e")
    #expect(drive.shows("31 feb"))
  }

  @Test("^U takes back field by field what was filled in and in a long text word by word, ^R brings it again")
  func undoTyping() {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "uitstroom")
    drive.type("h")
    drive.go(to: "uitstroomWaarom")
    drive.type("Omdat kan")
    drive.press(.wordLeft)
    drive.type("het ")
    #expect(drive.form?.record["uitstroomWaarom"]?.text == "Omdat het kan")
    // The space, and then the word before it, where the cursor was.
    drive.press(.control("u"), .control("u"))
    #expect(drive.form?.record["uitstroomWaarom"]?.text == "Omdat kan")
    drive.type("nu ")
    #expect(drive.form?.record["uitstroomWaarom"]?.text == "Omdat nu kan")
    for _ in 0..<5 { drive.press(.control("u")) }
    #expect(drive.form?.record["uitstroomWaarom"] == nil)
    #expect(drive.form?.record["uitstroom"]?.text == "havo")
    drive.press(.control("u"))
    #expect(drive.form?.record["uitstroom"]?.text == "vmboTl")
    for _ in 0..<6 { drive.press(.control("r")) }
    #expect(drive.form?.record["uitstroomWaarom"]?.text == "Omdat nu kan")
  }

  @Test("A failed save says what is safe, keeps the form, and can be tried again")
  func failure() {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "ondersteuningsbehoeften")
    drive.type("Rust")
    drive.vault.failure = .diskFull
    drive.press(.control("s"))
    #expect(drive.state.notice?.text == Texts.line(of: .diskFull))
    #expect(drive.shows("Rust"))
    drive.vault.failure = nil
    drive.press(.control("s"))
    #expect(drive.state.screens.current.kind == .dossier)
    #expect(drive.vault.drafts.isEmpty)
  }
}
