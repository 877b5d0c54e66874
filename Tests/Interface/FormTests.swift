import Casework
import Support
import Testing

@testable import Interface

@Suite("Forms")
struct FormTests {
  private func form(_ drive: Drive) -> FormScreen? {
    if case .form(let form) = drive.state.screens.current { form } else { nil }
  }

  /// Puts the cursor on a field by moving down to it.
  private func go(to key: String, _ drive: inout Drive) {
    for _ in 0..<80 where form(drive)?.currentRow?.key != key { drive.press(.tab) }
    #expect(form(drive)?.currentRow?.key == key)
  }

  private func openNoorsPlan(_ drive: inout Drive) {
    drive.openNoor()
    drive.type("3")
    drive.type("e")
  }

  @Test("Every keystroke is in a draft with the pupil, the record and the user in its name")
  func draftPerKey() {
    var drive = Drive()
    openNoorsPlan(&drive)
    go(to: "ondersteuningsbehoeften", &drive)
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
    openNoorsPlan(&drive)
    go(to: "ondersteuningsbehoeften", &drive)
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
    go(to: "samenvatting", &drive)
    drive.type("Eerste zin.")
    let first = form(drive)?.level.path
    drive.press(.escape)
    drive.type("g")
    #expect(form(drive)?.level.path == first)
    #expect(drive.shows("Eerste zin."))
    drive.press(.escape)
    #expect(drive.vault.drafts.count == 1)
  }

  @Test("A draft of another user or another pupil never fills a form")
  func draftsApart() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8g")
    go(to: "samenvatting", &drive)
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
    openNoorsPlan(&drive)
    go(to: "ondersteuningsbehoeften", &drive)
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
    openNoorsPlan(&drive)
    go(to: "ondersteuningsbehoeften", &drive)
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
    openNoorsPlan(&drive)
    go(to: "opgesteldOp", &drive)
    for _ in 0..<12 { drive.press(.backspace) }
    drive.type("31 feb")
    #expect(drive.shows("Die dag bestaat niet."))
    drive.press(.tab, .tab)
    #expect(drive.shows("31 feb"))
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(drive.state.notice?.text.contains("31 feb") == true)
    #expect(form(drive)?.currentRow == .field(key: "opgesteldOp"))
    drive.press(.escape)
    drive.type("e")
    #expect(drive.shows("31 feb"))
  }

  @Test("A required field that is empty is named, and the cursor goes to it")
  func required() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8g")
    drive.press(.control("s"))
    #expect(drive.state.notice?.text.hasPrefix("Met wie: Dit is nog leeg") == true)
    #expect(form(drive)?.currentRow == .field(key: "soort"))
    #expect(drive.shows("! verplicht"))
  }

  @Test("A required field inside a record of the record is found too")
  func requiredInside() {
    var drive = Drive()
    openNoorsPlan(&drive)
    go(to: "doelen", &drive)
    drive.press(.enter)
    drive.type("lezen")
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(form(drive)?.level.kind.name == GoalFields.name)
    #expect(form(drive)?.currentRow == .field(key: "doel"))
  }

  @Test("A choice is made by the first letter, which goes round when typed again; Backspace empties it")
  func choices() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8g")
    go(to: "hoe", &drive)
    var found: [String?] = []
    for _ in 0..<3 {
      drive.type("o")
      found.append(form(drive)?.record["hoe"]?.text)
    }
    #expect(found == ["school", "ouderapp", "school"])
    drive.press(.backspace)
    #expect(form(drive)?.record["hoe"] == nil)
    drive.type(" ")
    #expect(form(drive)?.record["hoe"]?.text == "school")
  }

  @Test("A day that stands there is typed anew; with an arrow or Backspace first it is mended; a text goes on")
  func typedAnew() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8g")
    go(to: "datum", &drive)
    #expect(form(drive)?.record["datum"]?.text == "2026-11-23")
    drive.type("20 nov")
    #expect(form(drive)?.record["datum"]?.text == "2026-11-20")
    drive.press(.tab, .backTab)
    drive.send(.textPasted("19-11-2026"))
    #expect(form(drive)?.record["datum"]?.text == "2026-11-19")
    drive.press(.tab, .backTab, .backspace)
    drive.type("5")
    #expect(form(drive)?.record["datum"]?.text == "2025-11-19")
    drive.press(.tab, .backTab, .left, .delete)
    drive.type("7")
    #expect(form(drive)?.record["datum"]?.text == "2027-11-19")
    go(to: "samenvatting", &drive)
    drive.type("een")
    drive.press(.tab, .backTab)
    drive.type("twee")
    #expect(form(drive)?.record["samenvatting"]?.text == "eentwee")
  }

  @Test(
    "A choice that is typed as a word is that choice after every letter from the one that tells it apart",
    arguments: [
      // op school, telefoon, videogesprek, huisbezoek, mail, ouderapp, brief
      ("ouderapp", ["school"] + Array(repeating: "ouderapp", count: 7)),
      ("op school", Array(repeating: "school", count: 9)),
      ("school", Array(repeating: "school", count: 6)),
      ("Telefoon", Array(repeating: "telefoon", count: 8)),
      // A slip changes nothing any more, whatever its letters begin elsewhere.
      ("videomail", Array(repeating: "video", count: 9)),
    ])
  func typedChoice(word: String, expected: [String]) {
    var drive = Drive()
    drive.openNoor()
    drive.type("8g")
    go(to: "hoe", &drive)
    let found = word.map { letter -> String? in
      drive.type(String(letter))
      return form(drive)?.record["hoe"]?.text
    }
    #expect(found == expected)
    #expect(drive.shows("past bij geen keuze") == (word == "videomail"))
    // In another field a new word begins.
    drive.press(.down, .up)
    drive.type("m")
    #expect(form(drive)?.record["hoe"]?.text == "mail")
  }

  @Test("A field that takes several takes and drops them")
  func several() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8g")
    go(to: "onderwerpen", &drive)
    drive.type("ov")
    #expect(form(drive)?.record["onderwerpen"] == .array([.string("opp"), .string("vo")]))
    drive.press(.backspace)
    drive.type(" ")
    drive.press(.right)
    drive.type("  ")
    let value = form(drive)?.record["onderwerpen"]?.elements?.count
    #expect(value == 1)
  }

  @Test("In a field that takes several a whole word takes one, and a space ends the word")
  func severalByWord() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8g")
    go(to: "onderwerpen", &drive)
    drive.type("verzuim leren")
    #expect(form(drive)?.record["onderwerpen"] == .array([.string("verzuim"), .string("leren")]))
    drive.type("  ")
    #expect(form(drive)?.record["onderwerpen"] == .array([.string("verzuim")]))
  }

  @Test("A guardian is chosen by name and kept by id")
  func reference() {
    var drive = Drive()
    openNoorsPlan(&drive)
    go(to: "ouders", &drive)
    drive.press(.enter)
    drive.type("p")
    #expect(drive.shows("Peter de Vries (vader)"))
    #expect(form(drive)?.record["ouder"]?.text == TestDossiers.father.description)
  }

  @Test("Esc out of a new record without a letter in it leaves no empty one behind")
  func emptyItem() {
    var drive = Drive()
    openNoorsPlan(&drive)
    let before = form(drive)?.file
    go(to: "doelen", &drive)
    drive.press(.enter, .escape)
    #expect(form(drive)?.file == before)
    #expect(drive.vault.drafts.isEmpty)
  }

  @Test("^X takes away what was never saved, and asks a reason for what was")
  func removing() {
    var drive = Drive()
    openNoorsPlan(&drive)
    go(to: "doelen", &drive)
    drive.press(.tab, .control("x"))
    #expect(drive.shows("Intrekking"))
    drive.type("Dubbel")
    drive.press(.escape)
    let goals = PlanVersion(members: form(drive)?.record ?? Members())
    #expect(goals.goals.count == 1)
    #expect(goals.all(\.goals).first?.withdrawal?.reason == "Dubbel")
  }

  @Test("^U takes back field by field what was filled in, ^R brings it again, text run by run")
  func undoTyping() {
    var drive = Drive()
    openNoorsPlan(&drive)
    go(to: "uitstroom", &drive)
    drive.type("h")
    go(to: "uitstroomWaarom", &drive)
    drive.type("Omdat het kan")
    drive.press(.control("u"))
    #expect(form(drive)?.record["uitstroomWaarom"] == nil)
    #expect(form(drive)?.record["uitstroom"]?.text == "havo")
    drive.press(.control("u"))
    #expect(form(drive)?.record["uitstroom"]?.text == "vmboTl")
    drive.press(.control("r"), .control("r"))
    #expect(form(drive)?.record["uitstroomWaarom"]?.text == "Omdat het kan")
  }

  @Test("^E gives the text to the editor and takes back what comes out of it")
  func editor() {
    var drive = Drive()
    openNoorsPlan(&drive)
    go(to: "ondersteuningsbehoeften", &drive)
    drive.type("Rust.")
    drive.press(.control("e"))
    #expect(form(drive)?.record["ondersteuningsbehoeften"]?.text == "Rust. Uit de editor.")
    go(to: "uitstroom", &drive)
    drive.press(.control("e"))
    #expect(drive.state.notice?.text == "Dit veld heeft geen lange tekst.")
  }

  @Test("Pasted text comes in whole, without controls, and a line takes it as one line")
  func pasted() {
    var drive = Drive()
    openNoorsPlan(&drive)
    go(to: "ondersteuningsbehoeften", &drive)
    drive.send(.textPasted("een\r\ntwee\u{1B}[2J"))
    let text = form(drive)?.record["ondersteuningsbehoeften"]?.text
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
    go(to: "van", &drive)
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
    go(to: "soort", &drive)
    drive.type("z")
    go(to: "tot", &drive)
    drive.type("gisteren")
    drive.press(.control("s"))
    #expect(drive.state.notice?.text == "Laatste dag: Deze dag ligt vóór \"Eerste dag\".")
    #expect(drive.commits.isEmpty)
  }

  @Test("Nothing changed is nothing saved")
  func unchanged() {
    var drive = Drive()
    openNoorsPlan(&drive)
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(drive.state.screens.current.kind == .dossier)
  }

  @Test("A failed save says what is safe, keeps the form, and can be tried again")
  func failure() {
    var drive = Drive()
    openNoorsPlan(&drive)
    go(to: "ondersteuningsbehoeften", &drive)
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

  @Test("Unknown members of the file survive being edited")
  func unknownMembers() throws {
    var drive = Drive()
    let place = Place.section(pupil: TestSchool.pupil("Noor de Vries"), .plan)
    var members = try #require(drive.state.session?.caseload.stored[place]?.tree.members)
    members["nieuwVeld"] = .number("1.50")
    let later = Stored(tree: .object(members), revision: Revision(text: "later"))
    drive.vault.files[place] = later
    drive.send(.othersSaved([ForeignSave(place: place, state: .read(later), by: "Bram Smit")]))
    openNoorsPlan(&drive)
    go(to: "ondersteuningsbehoeften", &drive)
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
      guard let rows = form(drive)?.rows.count else {
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

extension Drive {
  /// Opens a form by its place, as a signal's act does.
  mutating func openForm(of name: String, _ section: SectionName, list: String) -> Bool {
    var copy = state
    _ = copy.openForm(TestSchool.pupil(name), section, list: list)
    state = copy
    return true
  }
}
