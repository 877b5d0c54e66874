import Casework
import Support
import Testing

@testable import Interface

@Suite("Adding a pupil by hand")
struct AddingPupilTests {
  private func begun(as user: User = TestSchool.ib) -> Drive {
    var drive = Drive(as: user)
    drive.press(.function(3), .control("n"))
    return drive
  }

  /// Fills in the fields that must be there.
  private func filled(_ first: String, _ infix: String, _ last: String, born: String) -> Drive {
    var drive = begun()
    drive.type(first)
    drive.press(.tab)
    drive.type(infix)
    drive.press(.tab)
    drive.type(last)
    drive.press(.tab)
    drive.type(born)
    drive.go(to: "groep")
    drive.type("6a")
    drive.press(.tab)
    drive.type("6")
    return drive
  }

  private func words(_ drive: Drive) -> String {
    drive.rows.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  @Test("A pupil and a guardian are one commit, the dossier opens, and undoing leaves no trace in the lists")
  func added() throws {
    var drive = filled("Mila", "van", "Loon", born: "1-4-2017")
    drive.press(.tab)
    drive.type("Eva van Loon")
    drive.go(to: "gezag")
    drive.type("j")
    drive.press(.control("s"))
    #expect(drive.commits.map(\.act) == ["Leerling toevoegen"])
    let places = try #require(drive.commits.first?.changes.map(\.place))
    let pupil = try #require(places.first?.pupil)
    #expect(places == [.section(pupil: pupil, .pupil), .section(pupil: pupil, .family)])
    #expect(drive.state.screens.current.kind == .dossier)
    #expect(drive.shows("Mila van Loon · 6a") && drive.shows("Eva van Loon"))
    let record = drive.state.session?.caseload.dossiers[pupil]?.pupil.record
    #expect(record?.enrolments.first?.from == TestSchool.today && record?.placements.first?.from == TestSchool.today)
    #expect(record?.birthDate == day("2017-04-01"))
    #expect(drive.state.session?.drafts.isEmpty == true)
    drive.type("u")
    drive.press(.function(3))
    #expect(drive.shows("28 leerlingen"))
    drive.type("mila")
    #expect(drive.shows("Niets gevonden"))
  }

  @Test("Who has the same birth date and nearly the same name is said while typing, and asked about before saving")
  func lookalike() {
    // Noor de Vries of this school was born 13 weeks after 14 March 2016.
    var drive = filled("Noor", "", "Vriez", born: "13-6-2016")
    #expect(words(drive).contains("Lijkt op Noor de Vries, geb. 13-6-2016, 6a."))
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(drive.shows("> Ja, open: Noor de Vries"))
    drive.press(.enter)
    #expect(drive.commits.isEmpty && drive.shows("Noor de Vries · 6a"))
    // What was typed is still there.
    drive.press(.function(3), .control("n"))
    #expect(drive.shows("Vriez") && drive.shows("teruggevonden"))
    drive.press(.control("s"), .down, .enter)
    #expect(drive.commits.count == 1)
  }

  @Test("Going on counts for what was typed then: another name is asked about again")
  func surenessEnds() {
    var drive = filled("Noor", "", "Vriez", born: "13-6-2016")
    drive.vault.failure = .diskFull
    drive.press(.control("s"), .down, .enter)
    #expect(drive.state.notice?.kind == .trouble)
    drive.go(to: "ouder")
    drive.type("Sara")
    drive.press(.control("s"))
    #expect(drive.shows("Ja, open: Noor de Vries"))
  }

  @Test("A pupil who left is pointed out too")
  func departed() {
    var drive = Drive()
    drive.letLeave("Sem Bakker")
    drive.press(.function(3), .control("n"))
    drive.type("Sem")
    drive.press(.tab, .tab)
    drive.type("Bakker")
    drive.press(.tab)
    // Eighteen weeks after 14 March 2016.
    drive.type("18-7-2016")
    #expect(words(drive).contains("Sem Bakker, geb. 18-7-2016, vertrokken na vr 20 nov 2026"))
  }

  @Test("What must be there and what cannot be is refused at its field, and nothing is lost")
  func refused() {
    var drive = begun()
    drive.type("Mila")
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty && drive.form?.currentRow?.key == "achternaam")
    drive = filled("Mila", "", "Loon", born: "1-4-2030")
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty && drive.form?.currentRow?.key == "geboortedatum")
    #expect(words(drive).contains("moet nog komen"))
  }

  @Test("The telephone of a parent without a name is not lost: the name is asked for first")
  func unnamedGuardian() {
    var drive = filled("Mila", "van", "Loon", born: "1-4-2017")
    drive.go(to: "telefoon")
    drive.type("06-12345678")
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty && drive.form?.currentRow?.key == "ouder")
    #expect(drive.state.notice?.text.contains("Vul de naam van de ouder in") == true)
    drive.type("Eva van Loon")
    drive.press(.control("s"))
    #expect(drive.commits.count == 1 && drive.shows("Eva van Loon"))
  }

  @Test(
    "Only the intern begeleider adds a pupil; others are told before typing",
    arguments: [
      (TestSchool.teacher, "Een leerling toevoegen doet de intern begeleider."),
      (TestSchool.director, "Als directeur leest u mee; wijzigen doet de intern begeleider."),
    ])
  func mayNot(user: User, reason: String) {
    let drive = begun(as: user)
    #expect(drive.form == nil)
    #expect(words(drive).contains(reason))
  }
}
