import Casework
import Support
import Testing

@testable import Interface

@Suite("The agenda")
struct AgendaTests {
  @Test("Signals stand by urgency, most pressing first, each group with its count")
  func order() {
    let rows = Drive().rows
    let heads = [
      "VERLOPEN  3", "Noor de Vries      6a  OPP vaststellen", "Sem Bakker", "Actie: RT'er", "NU  1", "Liv Jansen",
    ]
    let places = heads.map { head in rows.firstIndex { $0.contains(head) } }
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    #expect(!places.contains(nil))
  }

  @Test(
    "Typing narrows the list by name, title and urgency, with a slip and without accents",
    arguments: [
      ("liv", ["Liv Jansen"]), ("jansne", ["Liv Jansen"]), ("besluti", ["Liv Jansen"]),
      ("verlopen sem", ["Sem Bakker"]),
      ("bakkar", ["Sem Bakker"]), ("vaststellen", ["Noor de Vries"]), ("vries", ["Noor de Vries", "Noor de Vries"]),
      ("xq", []),
    ])
  func filter(typed: String, found: [String]) throws {
    var drive = Drive()
    drive.type("/" + typed)
    guard case .agenda(let screen) = drive.state.screens.current else {
      Issue.record("another screen came")
      return
    }
    let list = screen.list(drive.state)
    let names = (0..<list.count).map { drive.state.signals[list[$0]].name }
    #expect(names == found)
  }

  @Test("Esc leaves the filter first, and Enter keeps what was found")
  func filterKeys() {
    var drive = Drive()
    drive.type("/liv")
    drive.press(.enter)
    drive.type("w")
    #expect(drive.state.screens.current.kind == .proof)
    drive.press(.escape)
    let isFiltered = drive.shows("1 van 4")
    #expect(isFiltered)
    drive.press(.escape)
    let isWhole = drive.shows("VERLOPEN  3")
    #expect(isWhole)
  }

  @Test("Enter opens the dossier on the tab where the signal is cleared, and the journal is told")
  func opens() {
    var drive = Drive()
    drive.type("/liv")
    drive.press(.enter, .enter)
    #expect(drive.shows("Liv Jansen"))
    guard case .dossier(let screen) = drive.state.screens.current else {
      Issue.record("no dossier")
      return
    }
    #expect(screen.tab == .admission)
    #expect(drive.effects == [.journal(.opened([.section(pupil: TestSchool.pupil("Liv Jansen"), .admission)]))])
  }

  @Test("a goes to the form and the very field that clears the signal")
  func act() {
    var drive = Drive()
    drive.type("/liv")
    drive.press(.enter)
    drive.type("a")
    guard case .form(let form) = drive.state.screens.current else {
      Issue.record("no form")
      return
    }
    #expect(form.currentRow == .field(key: "besluit"))
    #expect(form.level.path == [.item(list: "aanmeldingen", id(5601))])
  }

  @Test("a on a signal without a record begins a new one")
  func actOnNew() {
    var drive = Drive()
    drive.type("/sem")
    drive.press(.enter)
    drive.type("a")
    #expect(drive.shows("Sem Bakker › Melding bij DUO toevoegen"))
    #expect(drive.shows("ma 23 nov 2026"))
  }

  @Test("a goes to an action inside a talk")
  func actOnAction() {
    var drive = Drive()
    drive.type("/actie")
    drive.press(.enter)
    drive.type("a")
    guard case .form(let form) = drive.state.screens.current else {
      Issue.record("no form")
      return
    }
    #expect(form.level.path == [.item(list: "gesprekken", id(5401)), .item(list: "acties", id(5402))])
    #expect(form.currentRow == .field(key: "klaarOp"))
  }

  @Test("On another day a band says so, nothing can be changed, and ^T leads back")
  func otherDay() {
    var drive = Drive()
    drive.type("d1 okt")
    drive.press(.enter)
    #expect(drive.rows[0].contains("OP DATUM do 1 okt 2026 · toen bekend"))
    #expect(drive.screen[0, 5].style.role == .otherDay)
    #expect(drive.shows("OPP vaststellen") && !drive.shows("Verzuim melden"))
    drive.type("a")
    #expect(
      drive.state.notice?.text
        == "Dit is de school zoals die op 1 oktober 2026 bekend was. Wijzigen kan alleen vandaag (^T).")
    drive.type("ba")
    #expect(drive.rows[0].contains("OP DATUM do 1 okt 2026 · nu bekend"))
    #expect(drive.state.notice?.text.contains("andere dag") == true)
    drive.press(.control("t"))
    #expect(!drive.rows[0].contains("OP DATUM"))
    #expect(drive.shows("Verzuim melden"))
  }

  @Test("A day that is none is not taken, and today is no other day")
  func badDay() {
    var drive = Drive()
    drive.type("d31 feb")
    drive.press(.enter)
    #expect(drive.state.overlay != nil)
    #expect(drive.shows("Die dag bestaat niet."))
    drive.press(.escape)
    drive.type("dvandaag")
    drive.press(.enter)
    #expect(drive.state.session?.dayAsked == nil)
  }

  @Test("Putting off takes a reason and a day, and the signal goes until then")
  func putOff() {
    var drive = Drive()
    drive.type("/liv")
    drive.press(.enter)
    drive.type("s")
    #expect(drive.shows("Signaal beantwoorden: Aanmelding: besluit nemen"))
    drive.press(.control("s"))
    #expect(drive.state.notice?.kind == .trouble)
    drive.type("De ouders zijn op reis.")
    drive.press(.tab, .tab)
    drive.type("+4d")
    drive.press(.control("s"))
    #expect(drive.state.screens.current.kind == .agenda)
    drive.press(.escape)
    #expect(!drive.shows("Liv Jansen"))
    drive.type("d28 nov")
    drive.press(.enter)
    #expect(drive.shows("Liv Jansen"))
  }

  @Test("What is overdue by statute cannot be put off, and the form says so")
  func statuteStays() {
    var drive = Drive()
    drive.type("/sem")
    drive.press(.enter)
    drive.type("s")
    drive.press(.backTab)
    drive.type("u")
    drive.press(.tab)
    drive.type("Later.")
    drive.press(.tab, .tab)
    drive.type("+4d")
    drive.press(.control("s"))
    #expect(drive.state.notice?.text.contains("kan niet meer worden uitgesteld") == true)
    #expect(drive.commits.isEmpty)
  }

  @Test("The forecast counts what falls due in each of 26 weeks")
  func forecast() {
    let drive = Drive()
    #expect(drive.state.derived.forecast.count == 26)
    // Liv's decision is due on 27 November; everything else is overdue already.
    #expect(drive.state.derived.forecast.map(\.count).reduce(0, +) == 1)
    #expect(drive.state.derived.forecast[0].count == 1)
  }

  @Test("A teacher sees the signals that are for teachers")
  func teacherSignals() {
    var drive = Drive(as: TestSchool.teacher)
    drive.press(.function(2))
    #expect(drive.shows("Actie: RT'er"))
    #expect(!drive.shows("OPP vaststellen") && !drive.shows("Verzuim melden"))
  }

  @Test("A teacher puts off what teachers see; the care team's answers go to a file of their own")
  func putOffHomes() {
    func home(of search: String, as user: User) -> PutOffHome? {
      var drive = Drive(as: user)
      drive.press(.function(2))
      drive.type("/" + search)
      drive.press(.enter)
      drive.type("sLater.")
      drive.press(.tab, .tab)
      drive.type("+4d")
      drive.press(.control("s"))
      guard drive.state.notice?.kind == .done, case .putOffs(let home)? = drive.commits.last?.changes.first?.place
      else { return nil }
      return home
    }
    let teachers = home(of: "actie", as: TestSchool.teacher)
    #expect(teachers?.isForTeachers == true)
    #expect(teachers == home(of: "actie", as: TestSchool.ib))
    #expect(home(of: "liv", as: TestSchool.ib)?.isForTeachers == false)
  }

  @Test("A signal goes as soon as what it asks is recorded, comes back on undo, and goes again on redo")
  func clears() {
    var drive = Drive()
    drive.type("/liv")
    drive.press(.enter)
    drive.type("at")
    drive.press(.down)
    drive.type("vandaag")
    #expect(drive.shows("weg: Aanmelding: besluit nemen"))
    drive.press(.control("s"))
    #expect(drive.state.notice?.kind == .done)
    #expect(drive.shows("Niets gevonden"))
    drive.type("u")
    #expect(drive.shows("Liv Jansen"))
    drive.press(.control("r"))
    #expect(drive.shows("Niets gevonden"))
    #expect(drive.commits.count == 3)
  }

  @Test("What could not be judged stands last on the agenda, with why; Enter opens the tab that is in the way")
  func unjudged() {
    var drive = Drive(as: TestSchool.teacher)
    drive.breakTabs()
    drive.press(.function(2))
    #expect(drive.shows("NIET TE BEOORDELEN  2"))
    #expect(drive.shows("2 niet te beoordelen"))
    drive.press(.end)
    #expect(drive.shows("gesloten: Gesprekken") && drive.shows("beschadigd: Gesprekken"))
    drive.type("/gesprekken noor")
    drive.press(.enter)
    #expect(drive.shows("Eén regel wacht hierop."))
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .dossier)
    #expect(drive.shows("Daardoor is één regel niet te beoordelen."))
  }

  @Test("A tab that only keeps others' rules from judging says nothing to a reader who would not be told either way")
  func unjudgedOfOthers() {
    // A teacher has no key to the care tabs; the rules on them speak to the intern begeleider alone.
    let drive = Drive(as: TestSchool.teacher)
    #expect(drive.state.session?.judgement.unjudged.isEmpty == false)
    var agenda = drive
    agenda.press(.function(2))
    #expect(!agenda.shows("NIET TE BEOORDELEN"))
  }

  @Test("An act or a put-off on what could not be judged says why it cannot be")
  func unjudgedActs() {
    var drive = Drive(as: TestSchool.teacher)
    drive.breakTabs()
    drive.press(.function(2), .end)
    for key in "aws" {
      drive.type(String(key))
      #expect(drive.shows("Dit is geen signaal"))
    }
  }
}

extension Drive {
  /// Another program damaged Sem's talks, and of Noor's the key is gone.
  mutating func breakTabs() {
    send(
      .othersSaved([
        ForeignSave(
          place: .section(pupil: TestSchool.pupil("Sem Bakker"), .conversations),
          state: .damaged("Op regel 3 staat geen komma."), by: nil),
        ForeignSave(
          place: .section(pupil: TestSchool.pupil("Noor de Vries"), .conversations), state: .notReadable, by: nil),
      ]))
  }
}
