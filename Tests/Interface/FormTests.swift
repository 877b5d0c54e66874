import Casework
import Support
import Testing

@testable import Interface

@Suite("Forms")
struct FormTests {
  @Test("A required field that is empty is named, and the cursor goes to it")
  func required() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8g")
    drive.press(.control("s"))
    #expect(drive.state.notice?.text.hasPrefix("Met wie: Dit is nog leeg") == true)
    #expect(drive.form?.currentRow == .field(key: "soort"))
    #expect(drive.shows("! verplicht"))
  }

  @Test("A required field inside a record of the record is found too")
  func requiredInside() {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "doelen")
    drive.press(.enter)
    drive.type("lezen")
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(drive.form?.level.kind.name == GoalFields.name)
    #expect(drive.form?.currentRow == .field(key: "doel"))
  }

  @Test("^E gives the text to the editor and takes back what comes out of it")
  func editor() {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "ondersteuningsbehoeften")
    drive.type("Rust.")
    drive.press(.control("e"))
    #expect(drive.form?.record["ondersteuningsbehoeften"]?.text == "Rust. Uit de editor.")
    drive.go(to: "uitstroom")
    drive.press(.control("e"))
    #expect(drive.state.notice?.text == "Dit veld heeft geen lange tekst.")
  }

  @Test("Pasted text comes in whole, without controls, and a line takes it as one line")
  func pasted() {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "ondersteuningsbehoeften")
    drive.send(.textPasted("een\r\ntwee\u{1B}[2J"))
    let text = drive.form?.record["ondersteuningsbehoeften"]?.text
    #expect(text?.contains("\n") == true && text?.contains("\u{1B}") == false)
  }

  @Test("Moving a base date shows the deadline from old to new before anything is saved")
  func consequences() {
    var drive = Drive()
    drive.openNoor()
    drive.type("1")
    for _ in 0..<60
    where
      !(drive.rows.contains {
        $0.contains("do 1 okt 2026") && drive.screen[0, 0].text == " "
          && selected(drive)?.contains("do 1 okt 2026") == true
      })
    {
      drive.press(.down)
    }
    drive.type("e")
    drive.go(to: "van")
    for _ in 0..<12 { drive.press(.backspace) }
    drive.type("26-10-2026")
    // 26 October and six weeks is 7 December.
    #expect(drive.shows("OPP vaststellen: 12 nov → ma 7 dec 2026"))
    #expect(drive.commits.isEmpty)
  }

  private func selected(_ drive: Drive) -> String? {
    let grid = drive.screen
    let row = (0..<grid.size.rows).first { row in (0..<grid.size.columns).contains { grid[row, $0].style.isSelected } }
    return row.map { drive.rows[$0] }
  }

  @Test("A period that ends before it begins is refused")
  func order() {
    var drive = Drive()
    drive.openNoor()
    drive.type("7n")
    drive.press(.enter)
    drive.go(to: "soort")
    drive.type("z")
    drive.go(to: "tot")
    drive.type("gisteren")
    drive.press(.control("s"))
    #expect(drive.state.notice?.text == "Laatste dag: Deze dag ligt vóór \"Eerste dag\".")
    #expect(drive.commits.isEmpty)
  }

  @Test("Nothing changed is nothing saved")
  func unchanged() {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(drive.state.screens.current.kind == .dossier)
  }

  @Test("Unknown members of the file survive being edited")
  func unknownMembers() throws {
    var drive = Drive()
    let place = Place.section(pupil: TestSchool.pupil("Noor de Vries"), .plan)
    var members = try #require(drive.state.session?.caseload.stored[place]?.tree.members)
    members["nieuwVeld"] = .number("1.50")
    let later = Stored(tree: .object(members), revision: Revision(text: "later"))
    drive.vault.files[place] = later
    drive.send(.othersSaved([ForeignSave(place: place, state: .read(later), by: "Bram Smit")]))
    drive.openNoorsPlan()
    drive.go(to: "ondersteuningsbehoeften")
    drive.type("Rust")
    drive.press(.control("s"))
    #expect(drive.commits.first?.changes.first?.after["nieuwVeld"] == .number("1.50"))
  }

  @Test("Every form of every section opens, moves and takes keys", arguments: SectionName.allCases)
  func everySection(section: SectionName) {
    for field in section.kind.fields where field.holdsRecords {
      var drive = Drive()
      drive.send(.windowResized(Size(columns: 100, rows: 30)))
      _ = drive.openForm(of: "Olivier Dekker", section, list: field.key)
      guard let rows = drive.form?.rows.count else {
        Issue.record("no form for \(section) \(field.key)")
        continue
      }
      for _ in 0..<rows {
        drive.type("1a ")
        #expect(Invariants.brokenCells(in: drive.screen).isEmpty)
        drive.press(.tab)
      }
      drive.press(.control("s"))
    }
  }
}
