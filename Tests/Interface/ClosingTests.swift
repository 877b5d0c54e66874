import Casework
import Support
import Testing

@testable import Interface

@Suite("What is on its way to the disk, and what is typed meanwhile")
struct ClosingTests {
  private let place = Place.section(pupil: TestSchool.pupil("Noor de Vries"), .plan)

  private func version(_ drive: Drive) -> PlanVersion? {
    drive.state.session?.caseload.dossiers[TestSchool.pupil("Noor de Vries")]?.plan.record?.versions.first
  }

  /// The plan with a text typed in it, and the shell that answers when it is told to.
  private func typed() -> Drive {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "ondersteuningsbehoeften")
    drive.type("Rust")
    drive.answersAtOnce = false
    return drive
  }

  @Test("Nothing changes the form while it is saved: no paste, no editor, no step back, no throwing away")
  func blocked() {
    var drive = typed()
    drive.press(.control("s"))
    let form = drive.form
    drive.send(.textPasted(" en ruimte"))
    #expect(drive.state.notice?.text == Texts.stillSaving)
    for key in "eurdxy" {
      drive.press(.control(key))
      #expect(drive.state.notice?.text == Texts.stillSaving, "^\(key)")
    }
    #expect(drive.form == form && drive.state.overlay == nil)
    drive.answer()
    #expect(version(drive)?.supportNeeds == "Rust" && drive.vault.drafts.isEmpty)
    #expect(drive.state.screens.current.kind == .dossier)
  }

  @Test("What came into the form after all stays open with its draft, and is saved over what was saved")
  func changedSince() {
    var drive = typed()
    // The text comes back from the editor when the form is on its way already.
    drive.press(.control("e"), .control("s"))
    drive.answer()
    #expect(drive.state.notice?.text == Texts.Form.changedSince)
    #expect(version(drive)?.supportNeeds == "Rust")
    #expect(drive.form?.record["ondersteuningsbehoeften"]?.text == "Rust Uit de editor.")
    #expect(drive.vault.drafts.count == 1 && drive.form?.isChanged == true)
    drive.answersAtOnce = true
    drive.press(.control("s"))
    #expect(drive.state.screens.current.kind == .dossier && drive.vault.drafts.isEmpty)
    #expect(version(drive)?.supportNeeds == "Rust Uit de editor.")
    #expect(drive.commits.last?.changes.first?.before?.revision == Revision(text: "r1"))
  }

  @Test("What a colleague joined in meanwhile stays when the rest is saved")
  func changedAndJoined() throws {
    var drive = typed()
    let stored = try #require(drive.vault.files[place])
    var plan = try #require(Record<PlanFields>(tree: stored.tree))
    var version = plan.versions[0]
    version.destinationReasons = "Van Bram"
    plan.put(version, in: \.versions)
    drive.vault.files[place] = Stored(tree: plan.tree, revision: Revision(text: "van-bram"))
    drive.press(.control("e"), .control("s"))
    drive.answer()
    drive.answersAtOnce = true
    drive.press(.control("s"))
    #expect(self.version(drive)?.destinationReasons == "Van Bram")
    #expect(self.version(drive)?.supportNeeds == "Rust Uit de editor.")
  }

  @Test("A form that was left and another that was opened meanwhile: the other one stays")
  func otherForm() {
    var drive = typed()
    drive.press(.control("s"), .escape)
    drive.type("8g")
    drive.go(to: "samenvatting")
    drive.type("Over het rekenen")
    drive.answer()
    #expect(drive.form?.record["samenvatting"]?.text == "Over het rekenen")
    #expect(version(drive)?.supportNeeds == "Rust")
    #expect(drive.vault.drafts.values.map { $0.key.place } == [.section(pupil: Drive.noor, .conversations)])
  }

  @Test("While the marks of the group are saved the talk that is opened takes every letter")
  func marksUnderway() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Dz")
    drive.answersAtOnce = false
    drive.type("g")
    #expect(drive.commits.count == 1)
    drive.go(to: "samenvatting")
    drive.type("Slaapt slecht")
    #expect(drive.form?.record["samenvatting"]?.text == "Slaapt slecht")
    drive.answer()
    #expect(drive.form?.record["samenvatting"]?.text == "Slaapt slecht")
  }

  @Test("A talk that is being saved is not changed, thrown away or opened again, and closes where it stands")
  func meeting() {
    var drive = Drive()
    drive.meetNoor()
    drive.goToPoint("RT'er")
    drive.type("k")
    drive.answersAtOnce = false
    drive.press(.control("s"), .control("s"))
    let notes = drive.meeting?.notes
    for key in [Key.character("u"), .control("d"), .escape] {
      drive.press(key)
      #expect(drive.state.notice?.text == Texts.stillSaving)
    }
    #expect(drive.meeting?.notes == notes && drive.state.overlay == nil)
    // What changed lies over it when the answer comes.
    drive.type("v")
    drive.answer()
    #expect(drive.state.screens.current.kind == .changes && drive.savedTalks.count == 2)
    drive.press(.escape)
    #expect(drive.state.screens.current.kind == .dossier && drive.vault.drafts.isEmpty)
  }

  @Test("A conflict is returned to from the list of drafts: what it is about is not opened beside it")
  func conflict() {
    var drive = Drive()
    drive.runIntoConflict()
    let depth = drive.state.screens.depth
    drive.press(.function(9), .enter)
    #expect(drive.state.screens.current.kind == .conflict && drive.state.screens.depth == depth)
    drive.press(.control("s"))
    #expect(drive.vault.drafts.isEmpty && drive.state.session?.drafts.isEmpty == true)
  }
}
