import Casework
import Interface
import Support
import Testing

@Suite("The reference on the screen")
struct ReferenceScreenTests {
  private func typed(_ text: String, size: Size = Size(columns: 80, rows: 24)) -> Drive {
    var drive = Drive(size: size)
    drive.press(.function(5))
    drive.type(text)
    return drive
  }

  /// The headings in the list, in order.
  private func listed(_ drive: Drive) -> [String] {
    let headings = TestRules.reference.entries.map(\.heading)
    return drive.rows.dropFirst(4).compactMap { row in headings.first { row.hasSuffix($0 + Self.blank(row, $0)) } }
  }

  private static func blank(_ row: String, _ heading: String) -> String {
    guard let range = row.firstRange(of: heading) else { return "?" }
    return String(row[range.upperBound...].prefix { $0 == " " })
  }

  @Test("Everything is there before anything is typed, by kind, and each letter narrows it")
  func list() {
    #expect(
      listed(typed("")) == [
        "OPP: ontwikkelingsperspectief", "Moeten ouders tekenen?", "Bedrag: plaats op SBO (bedrag van 2022)",
        "Bartiméus",
      ])
    #expect(listed(typed("tek")) == ["Moeten ouders tekenen?"])
    #expect(typed("").shows("4 van 4") && typed("tek").shows("1 van 4"))
  }

  @Test(
    "Accents, capitals and one slip do not matter; words in the text, a paragraph and a rule find it too",
    arguments: [
      ("BARTIMEUS", "Bartiméus"), ("bartimues", "Bartiméus"), ("slecht ziet", "Bartiméus"),
      ("handelingsdeel", "Moeten ouders tekenen?"), ("toeslag", "Bedrag: plaats op SBO (bedrag van 2022)"),
    ])
  func search(typed text: String, finds heading: String) {
    #expect(listed(typed(text)) == [heading])
  }

  @Test("What is in a title comes before what is only in a text")
  func titlesFirst() {
    #expect(listed(typed("opp")).first == "OPP: ontwikkelingsperspectief")
    #expect(listed(typed("opp")).count == 2)
  }

  @Test("Nothing found is said")
  func nothing() {
    var drive = typed("sneeuwvlokje")
    #expect(drive.shows("Niets gevonden."))
    drive.press(.enter)
    #expect(drive.state.notice?.text == "Er staat niets onder de cursor.")
  }

  @Test("An entry shows its text, what changed, § and article, the web address and the rules that are in the book")
  func entry() {
    for size in [Size(columns: 80, rows: 24), Size(columns: 100, rows: 30)] {
      var drive = typed("opp", size: size)
      drive.press(.enter)
      for text in [
        "In het OPP staat waar een leerling naartoe werkt", "Anders sinds de Handreiking (2022)",
        "Sinds 1 augustus 2025", "Handreiking §1.12; Handreiking §2.4", "https://voorbeeld.nl/opp", "› proef.opp",
      ] { #expect(drive.shows(text), "\(text)") }
      #expect(!drive.shows("onbekend"))
    }
  }

  @Test("An entry longer than the screen says that there is more, scrolls, and reaches its rules")
  func longEntry() {
    var drive = typed("opp", size: Size(columns: 40, rows: 12))
    drive.press(.enter)
    #expect(drive.shows("▼") && !drive.shows("▲") && !drive.shows("› proef.opp"))
    drive.press(.enter)
    #expect(drive.state.notice?.text == "Zet de cursor op een regel van het programma om die te openen.")
    for _ in 0..<40 where !drive.shows("› proef.opp") { drive.press(.down) }
    #expect(drive.shows("› proef.opp") && drive.shows("▲"))
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .rules)
    drive.press(.escape)
    drive.press(.home)
    #expect(!drive.shows("› proef.opp") && !drive.shows("▲"))
  }

  @Test("On a wide screen the entry under the cursor shows beside the list")
  func beside() {
    var drive = typed("", size: Size(columns: 100, rows: 30))
    drive.press(.down)
    #expect(drive.shows("Met het handelingsdeel stemmen zij in."))
    #expect(listed(typed("", size: Size(columns: 80, rows: 24))).count == 4)
    #expect(!typed("").shows("In het OPP staat"))
  }

  @Test("Enter on a rule goes to that rule, Esc back to the entry, and again to the list with what was typed")
  func toRule() {
    var drive = typed("tekenen")
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .reference && drive.shows("› proef."))
    drive.press(.end, .enter)
    #expect(drive.state.screens.current.kind == .rules)
    #expect(drive.shows("De school beslist binnen zes weken na de aanmelding."))
    drive.press(.escape)
    #expect(drive.state.screens.current.kind == .reference && drive.shows("Met het handelingsdeel"))
    drive.press(.escape)
    #expect(drive.shows("/ tekenen") && drive.shows("1 van 4"))
    drive.press(.escape)
    #expect(drive.shows("4 van 4"))
    drive.press(.escape)
    #expect(drive.state.screens.current.kind == .agenda)
  }

  @Test("One key leads from a rule's page to what is said about it, and Esc back")
  func fromRule() {
    var drive = Drive()
    drive.press(.function(8))
    drive.type("proef.opp")
    drive.press(.enter)
    #expect(drive.shows("In de naslag (n)") && drive.shows("· Moeten ouders tekenen?"))
    drive.type("n")
    #expect(drive.state.screens.current.kind == .reference)
    #expect(drive.shows("Naslag over de regel proef.opp"))
    #expect(drive.shows("OPP: ontwikkelingsperspectief") && !drive.shows("Bartiméus"))
    drive.press(.escape)
    #expect(drive.state.screens.current.kind == .rules && drive.shows("Wat het oplost"))
  }

  @Test("From an open entry the list can be narrowed again")
  func again() {
    var drive = typed("opp")
    drive.press(.enter)
    drive.type("/")
    drive.type(" ziet")
    #expect(drive.shows("0 van 4"))
    drive.press(.escape)
    drive.type("ziet")
    #expect(listed(drive) == ["Bartiméus"])
  }

  @Test("One entry about a rule is open at once, and Esc goes straight back")
  func oneEntry() {
    var drive = Drive()
    drive.press(.function(8))
    drive.type("/proef.besluit")
    drive.press(.enter)
    drive.type("n")
    #expect(drive.shows("Met het handelingsdeel stemmen zij in."))
    drive.press(.escape)
    #expect(drive.state.screens.current.kind == .rules)
  }

  @Test("From the list of rules the one under the cursor is looked up; where nothing is said the key says so")
  func fromList() {
    var drive = Drive()
    drive.press(.function(8))
    drive.type("/proef.verzuim")
    drive.press(.enter)
    drive.type("n")
    #expect(drive.shows("Voor wie slecht ziet."))
    drive.press(.function(8))
    drive.type("/proef.actie")
    drive.press(.enter)
    drive.type("n")
    #expect(drive.state.notice?.text == "Over deze regel staat niets in de naslag.")
  }

  @Test("One key leads from a signal's proof to what is said about its rule, and Esc back to the proof")
  func fromProof() {
    var drive = Drive()
    drive.type("/noor")
    drive.press(.enter)
    drive.type("w")
    #expect(drive.state.screens.current.kind == .proof)
    drive.type("n")
    #expect(drive.shows("Naslag over de regel proef."))
    drive.press(.escape)
    #expect(drive.state.screens.current.kind == .proof)
  }

  @Test("The palette goes there from any screen, and its screen names its keys")
  func palette() {
    var drive = Drive()
    drive.press(.function(6), .control("p"))
    drive.type("naslag")
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .reference)
    drive.press(.function(1))
    #expect(drive.shows("Regels") && drive.shows("Openen"))
  }
}
