import Casework
import Support
import Testing

@testable import Interface

@Suite("Forms keep one from saving what is not meant")
struct FormSafetyTests {
  private func talk() -> Drive {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Ag")
    drive.press(.down)
    drive.type("o")
    drive.press(.down)
    drive.type("l")
    drive.press(.down)
    drive.type("t")
    return drive
  }

  @Test("^S in a part goes back to the whole and saves nothing yet; ^S there saves it all")
  func parts() {
    var drive = talk()
    drive.go(to: "acties")
    drive.press(.enter)
    #expect(drive.form?.depth == 2)
    #expect(drive.rows.last?.contains("^S klaar, terug") == true)
    drive.type("Bellen")
    drive.go(to: "voor")
    drive.type("+1w")
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(drive.form?.depth == 1)
    #expect(drive.state.notice?.text == "Actie staat in het formulier. ^S bewaart nu het geheel: Gesprek.")
    drive.press(.control("s"))
    #expect(drive.commits.count == 1)
  }

  @Test("A part that lacks something says so where it is")
  func partLacks() {
    var drive = talk()
    drive.go(to: "acties")
    drive.press(.enter)
    drive.type("Bellen")
    drive.press(.control("s"))
    #expect(drive.form?.depth == 2)
    #expect(drive.state.notice?.kind == .trouble)
  }

  @Test("A talk without a word is not saved, and the cursor goes to where the words belong")
  func emptyTalk() {
    var drive = talk()
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(drive.state.notice?.text == "Schrijf op wat er is besproken; één zin is genoeg.")
    #expect(drive.form?.currentRow?.key == "samenvatting")
    drive.type("Slaapt slecht")
    drive.press(.control("s"))
    #expect(drive.commits.count == 1)
  }

  @Test("A talk in the year 9999 is not saved")
  func futureTalk() {
    var drive = talk()
    drive.go(to: "samenvatting")
    drive.type("Wat")
    drive.press(.tab)
    for _ in 0..<60 where drive.form?.currentRow?.key != "datum" { drive.press(.backTab) }
    drive.type("1-1-9999")
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(drive.state.notice?.text.contains("moet nog komen") == true)
  }

  private func absence(_ date: String) -> Drive {
    var drive = Drive()
    drive.openNoor()
    drive.type("7n")
    if drive.state.overlay != nil { drive.press(.enter) }
    for _ in 0..<60 where drive.form?.currentRow?.key != "van" { drive.press(.tab) }
    drive.type(date)
    return drive
  }

  @Test(
    "Absence on a Sunday, in a holiday or far ahead is not taken in silence",
    arguments: [
      ("22-11-2026", "is geen lesdag"), ("20-10-2026", "is geen lesdag"), ("1-1-2050", "meer dan een jaar vooruit"),
    ])
  func absenceDays(date: String, words: String) {
    var drive = absence(date)
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(drive.state.notice?.text.contains(words) == true)
  }

  @Test("Absence on a school day is saved; longer than the day is not")
  func absenceLength() {
    var drive = absence("20-11-2026")
    for _ in 0..<60 where drive.form?.currentRow?.key != "duur" { drive.press(.tab) }
    drive.type("16 u")
    drive.press(.control("s"))
    #expect(drive.state.notice?.text.contains("langer dan de lesdag duurt (330 minuten)") == true)
    drive.type("2 u")
    drive.press(.control("s"))
    #expect(drive.commits.count == 1)
  }

  @Test("The form that puts a signal off names the pupil and begins with an answer that may be given")
  func putOff() {
    var drive = Drive()
    drive.type("s")
    #expect(drive.rows[1].contains("Sem Bakker › Signaal") || drive.rows[1].contains("Noor de Vries › Signaal"))
    #expect(drive.shows("buiten onze macht"))
  }

  @Test("Acting on a plan stands on the first thing that lacks, and saving tells them all")
  func lacks() {
    var drive = Drive()
    drive.type("/noor opp")
    drive.press(.enter)
    drive.type("a")
    #expect(drive.form?.currentRow?.key != "vastgesteldOp")
    #expect(drive.form?.currentRow?.key == "uitstroomWaarom")
    for _ in 0..<60 where drive.form?.currentRow?.key != "vastgesteldOp" { drive.press(.tab) }
    drive.type("vandaag")
    drive.press(.control("s"))
    let text = drive.state.notice?.text ?? ""
    #expect(text.contains("onderbouwing van de uitstroom") && text.contains("mening van de leerling"))
    #expect(text.contains("instemming van vader"))
  }

  @Test("The papers for two parents have names of their own that tell no one's, and say that they lie open")
  func papers() {
    var names: Set<String> = []
    for row in 0..<2 {
      var drive = Drive()
      drive.openNoor()
      drive.type("p")
      for _ in 0..<row { drive.press(.down) }
      drive.press(.enter)
      drive.type("t")
      for effect in drive.effects {
        if case .writeDocument(let document, _) = effect { names.insert(document.fileName) }
      }
      #expect(drive.state.notice?.text.contains("niet verzegeld") == true)
      #expect(drive.state.notice?.text.contains(row == 0 ? "Marieke Jansen" : "Peter de Vries") == true)
    }
    #expect(names.count == 2)
    for name in names {
      for part in ["Noor", "noor", "Vries", "Jansen", "moeder", "vader"] { #expect(!name.contains(part)) }
    }
  }
}

@Suite("The cursor in a dossier")
struct DossierCursorTests {
  @Test("It begins on the first record, which e changes, and is seen without colour")
  func first() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8")
    #expect(drive.rows.contains { $0.contains("│>") && $0.contains("20 nov") })
    drive.type("e")
    #expect(drive.shows("RT'er vragen om een rustiger plek"))
    #expect(drive.rows[1].contains("wijzigen"))
    drive.press(.escape)
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .record)
  }

  @Test("On the head of a list e and Enter say what to do instead of opening an empty form")
  func head() {
    var drive = Drive()
    drive.openNoor()
    drive.type("2e")
    #expect(drive.state.screens.current.kind == .dossier)
    #expect(drive.state.notice?.text.contains("Druk op n voor een nieuw") == true)
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .dossier)
    drive.type("n")
    #expect(drive.state.screens.current.kind == .form || drive.state.overlay != nil)
  }

  @Test("One key down in the absence tab goes from record to record, over the picture")
  func steps() {
    var drive = Drive()
    drive.press(.function(3))
    drive.type("sem")
    drive.press(.enter)
    drive.type("7")
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .record)
    drive.press(.escape)
    drive.press(.down)
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .record)
    #expect(drive.shows("3 nov"))
  }

  @Test("On a small screen the cursor comes past every line of a tab, the picture above the records too")
  func everyLine() {
    var drive = Drive(size: Size(columns: 40, rows: 12))
    drive.press(.function(3))
    drive.type("sem")
    drive.press(.enter)
    drive.type("7")
    guard case .dossier(let screen) = drive.state.screens.current else {
      Issue.record("no dossier")
      return
    }
    let count = screen.lines(drive.state).count
    #expect(count > 12)
    #expect(drive.shows("Schooljaar 2026-2027"))
    var seen: Set<String> = []
    for _ in 0..<count {
      seen.formUnion(drive.rows)
      drive.press(.down)
    }
    for text in ["ongeoorloofd 14,75", "Wat telt:", "▲ ma 23 nov", "wo 11 nov 2026", "Afwezig  3", "Meldingen bij DUO"]
    {
      #expect(seen.contains { $0.contains(text) }, "\(text)")
    }
    for _ in 0..<count { drive.press(.up) }
    #expect(drive.shows("Schooljaar 2026-2027"))
  }
}
