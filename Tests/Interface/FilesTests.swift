import Casework
import Interface
import Support
import Testing

@Suite("Files that are not as they should be")
struct FilesTests {
  private static let pupil =
    TestSchool.caseloads[TestSchool.ib.login]?.dossiers.values.first { $0.pupil.record?.callName == "Liv" }?.id ?? id(0)
  private let liv = FileTrouble(
    place: .section(pupil: Self.pupil, .admission), path: "leerlingen/x.zegel",
    text: "De versie van 20 november is nog goed.", canBePutBack: true)
  private let key = FileTrouble(
    place: nil, path: "sleutels/wortel.json", text: "Vraag uw beheerder om een reservekopie.", canBePutBack: false)

  @Test("After opening, and not before, the shell is asked to look at the files")
  func asked() {
    var drive = Drive(atTheDoor: Size(columns: 80, rows: 24))
    drive.answersAtOnce = false
    #expect(drive.effects == [])
    drive.send(.schoolOpened(drive.vault.opened(TestSchool.ib)))
    #expect(drive.effects == [.checkFiles])
    // Reading again, as after a lock, does not look again.
    drive.send(.schoolOpened(drive.vault.opened(TestSchool.ib)))
    #expect(drive.effects == [.checkFiles])
  }

  @Test("Where all is well nothing is said, and the screen tells so")
  func allGood() {
    var drive = Drive()
    drive.press(.function(7))
    #expect(drive.shows("worden nog nagekeken"))
    drive.send(.filesChecked([]))
    #expect(drive.shows("Alle bestanden kloppen."))
    #expect(drive.state.notice == nil)
    drive.press(.escape)
    #expect(!drive.shows("F7"))
    drive.press(.function(7))
    #expect(drive.shows("Alle bestanden kloppen."))
    drive.press(.escape)
    #expect(drive.state.screens.current.kind == .agenda)
  }

  @Test("Trouble is told in one line that stays, read on a screen, and mended there")
  func told() {
    var drive = Drive()
    drive.send(.filesChecked([liv, key]))
    #expect(drive.shows("2 bestanden kloppen niet; de rest is goed"))
    drive.press(.down)
    #expect(drive.shows("2 bestanden kloppen niet: F7"))
    drive.press(.function(7))
    #expect(drive.shows("> Liv Jansen · Aanmelding"))
    #expect(drive.shows("De versie van 20 november is nog goed."))
    drive.press(.down)
    #expect(drive.shows("> sleutels/wortel.json"))
    #expect(drive.shows("Vraag uw beheerder"))
    drive.type("t")
    #expect(drive.state.notice?.text.contains("geen goede versie") == true)
    drive.press(.up)
    drive.type("t")
    #expect(drive.state.notice?.kind == .done)
    #expect(drive.state.session?.troubles == [key])
    drive.press(.escape)
    #expect(drive.shows("1 bestand klopt niet: F7"))
  }
}
