import Casework
import Support
import Testing

@testable import Interface

@Suite("The marks of a group are safe")
struct GroupSafetyTests {
  private let daan = TestSchool.pupil("Daan van Dijk")

  private func absences(_ drive: Drive, of name: String = "Daan van Dijk") -> [Record<AbsenceRecordFields>] {
    drive.state.session?.caseload.dossiers[TestSchool.pupil(name)]?.absence.record?.absences ?? []
  }

  private func kinds(_ drive: Drive, of name: String = "Daan van Dijk") -> [AbsenceKind?] {
    absences(drive, of: name).map { $0.kind?.known }
  }

  /// What a colleague notes for Daan today, on the disk only.
  private func colleague(_ drive: inout Drive, notes kind: AbsenceKind, number: UInt64 = 7001) -> ForeignSave {
    let place = Place.section(pupil: daan, .absence)
    var section = drive.vault.files[place].flatMap { Record<AbsenceFields>(tree: $0.tree) } ?? Record()
    var record = make(AbsenceRecordFields.self, number) {
      $0.kind = Choice(kind)
      $0.from = TestSchool.today
    }
    record.madeBy = "anouk"
    section.put(record, in: \.absences)
    let now = Stored(tree: section.tree, revision: Revision(text: "van-anouk-\(number)"))
    drive.vault.files[place] = now
    return ForeignSave(place: place, state: .read(now), by: "Anouk Visser")
  }

  private func daanRow(_ drive: Drive) -> String { drive.rows.first { $0.contains("Daan van Dijk") } ?? "" }

  @Test("A save that fails leaves the marks where they were, says so, and k tries again")
  func failedSave() {
    var drive = Drive(as: TestSchool.teacher)
    drive.vault.failure = .diskFull
    drive.type("Dzk")
    #expect(daanRow(drive).contains("ziek"))
    #expect(drive.shows("1 wijziging, nog niet bewaard"))
    #expect(!drive.shows("✓ Klaar"))
    #expect(drive.state.notice?.kind == .trouble)
    #expect(
      drive.state.notice?.text
        == "Niet bewaard: de schijf is vol. Maak ruimte. Uw wijzigingen staan nog bij groep 6a, ma 23 nov. "
        + "Druk daar weer op k.")
    #expect(drive.vault.drafts.count == 1)
    drive.vault.failure = nil
    drive.type("k")
    #expect(drive.shows("✓ Klaar. 1 afwezig"))
    #expect(kinds(drive) == [.ill])
    #expect(drive.vault.drafts.isEmpty)
  }

  @Test("A save that fails while leaving says whose marks wait, and they stand there when one comes back")
  func failedLeaving() {
    var drive = Drive(as: TestSchool.teacher)
    drive.vault.failure = .diskFull
    drive.type("Dz")
    drive.press(.function(3))
    #expect(drive.state.notice?.text.contains("staan nog bij groep 6a, ma 23 nov") == true)
    drive.press(.escape)
    #expect(daanRow(drive).contains("ziek"))
    #expect(drive.shows("1 wijziging, nog niet bewaard"))
  }

  @Test("After a kill the marks stand on the start screen at once")
  func foundAtStart() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Dz")
    var again = Drive(atTheDoor: Size(columns: 80, rows: 24))
    again.vault = MemoryVault(user: TestSchool.teacher)
    again.vault.drafts = drive.vault.drafts
    again.send(.schoolOpened(again.vault.opened(TestSchool.teacher)))
    #expect(daanRow(again).contains("ziek"))
    #expect(again.shows("1 wijziging, nog niet bewaard"))
    #expect(again.state.notice?.text.hasPrefix("1 wijziging voor ma 23 nov") == true)
  }

  @Test("A draft of a form is named by pupil and tab at the start")
  func draftNamed() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Ag")
    drive.press(.down)
    drive.type("o")
    var again = Drive(atTheDoor: Size(columns: 80, rows: 24))
    again.vault = MemoryVault(user: TestSchool.teacher)
    again.vault.drafts = drive.vault.drafts
    again.send(.schoolOpened(again.vault.opened(TestSchool.teacher)))
    #expect(
      again.state.notice?.text
        == "Er is een concept teruggevonden: Amber Smit (Gesprekken). F9 gaat ermee verder.")
  }

  @Test(
    "Where a colleague noted something else since, the last one does not win: it asks",
    arguments: [("m", [AbsenceKind.ill]), ("n", [.unauthorised]), ("v", [])])
  func clash(key: String, expected: [AbsenceKind]) {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Dz")
    let save = colleague(&drive, notes: .unauthorised)
    drive.send(.othersSaved([save]))
    drive.type("k")
    #expect(drive.commits.isEmpty)
    #expect(drive.state.screens.current.kind == .conflict)
    #expect(drive.shows("Daan van Dijk, ma 23 nov"))
    #expect(drive.shows("ziek") && drive.shows("ongeoorloofd") && drive.shows("aanwezig"))
    #expect(drive.shows("Anouk Visser"))
    drive.type(key)
    drive.press(.control("s"))
    #expect(drive.state.screens.current.kind == .group)
    #expect(kinds(drive) == expected)
    #expect(drive.shows("✓ Klaar"))
    #expect(drive.vault.drafts.isEmpty)
  }

  @Test(
    "A colleague's save that came in the same moment is joined, and then it asks",
    arguments: [("m", [AbsenceKind.ill]), ("n", [.unauthorised]), ("v", [])])
  func race(key: String, expected: [AbsenceKind]) {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Dz")
    _ = colleague(&drive, notes: .unauthorised)
    // Without a file both begin at nothing, and the vault joins two new absences.
    drive.type("k")
    #expect(drive.state.screens.current.kind == .conflict)
    drive.type(key)
    drive.press(.control("s"))
    #expect(kinds(drive) == expected)
    #expect(drive.state.screens.current.kind == .group)
    #expect(drive.vault.drafts.isEmpty)
  }

  @Test("The same mark by both, or on another pupil, is joined without a question")
  func noClash() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("DzKa")
    let save = colleague(&drive, notes: .ill)
    drive.send(.othersSaved([save]))
    drive.type("k")
    #expect(drive.state.screens.current.kind == .group)
    #expect(drive.shows("✓ Klaar. 2 afwezig"))
    #expect(kinds(drive) == [.ill])
    #expect(kinds(drive, of: "Kaj van den Berg") == [.medicalVisit])
  }

  @Test("What one saw when setting the mark is no clash")
  func seen() {
    var drive = Drive(as: TestSchool.teacher)
    let save = colleague(&drive, notes: .unauthorised)
    drive.send(.othersSaved([save]))
    drive.type("Dzk")
    #expect(drive.state.screens.current.kind == .group)
    #expect(kinds(drive) == [.ill])
  }

  @Test("Leaving with a clash saves the rest, says what waits, and asks on k")
  func leavingWithClash() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("DzKa")
    let save = colleague(&drive, notes: .unauthorised)
    drive.send(.othersSaved([save]))
    drive.press(.function(3))
    #expect(kinds(drive, of: "Kaj van den Berg") == [.medicalVisit])
    #expect(kinds(drive) == [.unauthorised])
    #expect(drive.state.notice?.text.hasPrefix("1 wijziging is niet bewaard: een collega") == true)
    drive.press(.escape)
    #expect(daanRow(drive).contains("ziek"))
    drive.type("k")
    #expect(drive.state.screens.current.kind == .conflict)
    drive.press(.escape)
    #expect(daanRow(drive).contains("ziek"))
  }

  @Test("A mark set while the save is under way stays, and is saved over what stands there then")
  func markedMeanwhile() {
    var drive = Drive(as: TestSchool.teacher)
    drive.answersAtOnce = false
    drive.type("Dzk")
    drive.type("Do")
    drive.answer()
    #expect(kinds(drive) == [.ill])
    #expect(drive.shows("1 wijziging, nog niet bewaard"))
    drive.type("k")
    drive.answer()
    #expect(kinds(drive) == [.unauthorised])
    #expect(drive.state.screens.current.kind == .group)
  }

  @Test("Leaving names the day that was saved, and that it is not done")
  func leavingSays() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Dz")
    drive.press(.left)
    #expect(
      drive.state.notice?.text
        == "Bewaard: verzuim van groep 6a op ma 23 nov. Die dag is nog niet klaar gemeld.")
  }

  @Test("Looking at another day saves the marks for their own day, and undoes nothing there")
  func otherDay() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Dz")
    drive.type("d24 nov")
    drive.press(.enter)
    #expect(absences(drive).map(\.from) == [TestSchool.today])
    #expect(drive.shows("Groep 6a · di 24 nov 2026"))
    let commits = drive.commits.count
    drive.type("u")
    drive.press(.control("r"))
    #expect(drive.commits.count == commits)
    #expect(
      drive.state.notice?.text == "U bekijkt een andere dag. Ga met ^T terug naar vandaag om te wijzigen.")
    drive.press(.control("t"))
    drive.type("u")
    #expect(absences(drive).isEmpty)
  }

  @Test("The arrows take the day that is looked at along")
  func arrowsOnOtherDay() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("d18 nov")
    drive.press(.enter, .left)
    #expect(drive.shows("OP DATUM di 17 nov 2026"))
    #expect(drive.shows("Groep 6a · di 17 nov 2026"))
  }

  @Test("Enter after the minutes ends them and opens nothing; more than the day lasts is refused")
  func minutes() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Dt")
    #expect(drive.shows("Typ een ander getal, tot en met 330"))
    drive.type("999")
    #expect(daanRow(drive).contains("te laat 99'"))
    #expect(drive.state.notice?.text.contains("Meer dan 330 minuten") == true)
    drive.press(.backspace)
    #expect(daanRow(drive).contains("te laat 9'"))
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .group)
    drive.type("k")
    #expect(absences(drive).map(\.duration) == [Minutes(9)])
    drive.type("tk")
    // Without minutes being typed Enter opens the dossier.
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .dossier)
  }

  @Test("h makes it the morning, the afternoon and the whole day again")
  func halfDay() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Dzh")
    #expect(daanRow(drive).contains("ziek, ochtend"))
    drive.type("h")
    #expect(daanRow(drive).contains("ziek, middag"))
    drive.type("k")
    #expect(absences(drive).map(\.part) == [Choice(.afternoon)])
    drive.type("Dh")
    #expect(!daanRow(drive).contains("middag"))
    drive.type("k")
    #expect(absences(drive).map(\.part) == [nil])
  }
}
