import Casework
import Support
import Testing

@testable import Interface

@Suite("The list of drafts")
struct DraftListTests {
  /// Two forms begun, of two pupils.
  private func begun() -> Drive {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "ondersteuningsbehoeften")
    drive.type("Over Noor")
    drive.press(.escape)
    drive.openPupil("liv")
    drive.type("8g")
    drive.go(to: "samenvatting")
    drive.type("Over Liv")
    drive.press(.escape)
    drive.press(.function(2))
    return drive
  }

  @Test("It names the pupil, the form and the time, and says at the start how to get there")
  func listed() {
    var drive = begun()
    drive.press(.function(9))
    #expect(drive.shows("14:32 · Noor de Vries · OPP-versie wijzigen"))
    #expect(drive.shows("14:32 · Liv Jansen · Gesprek toevoegen"))
    var again = Drive()
    again.vault.drafts = drive.vault.drafts
    again.send(.draftsFound(Array(drive.vault.drafts.values)))
    again.press(.function(9))
    #expect(again.shows("14:32 · Liv Jansen · Gesprek toevoegen"))
  }

  @Test("Enter goes on with the draft, in the form of its own pupil", arguments: ["Noor", "Liv"])
  func opened(name: String) {
    var drive = begun()
    drive.press(.function(9))
    for _ in 0..<3 where !drive.isOn(name) { drive.press(.down) }
    drive.press(.enter)
    #expect(drive.shows("Over \(name)"))
    #expect(!drive.shows("Over \(name == "Noor" ? "Liv" : "Noor")"))
    #expect(drive.state.notice?.text == "Concept van 14:32 teruggevonden.")
    if name == "Liv" {
      drive.go(to: "samenvatting")
      #expect(drive.form?.record["samenvatting"]?.text == "Over Liv")
    }
  }

  @Test("A new record opened from the list is saved once, under the id of its draft")
  func savedOnce() {
    var drive = begun()
    drive.press(.function(9))
    for _ in 0..<3 where !drive.isOn("Liv") { drive.press(.down) }
    drive.press(.enter)
    for (key, word) in [("soort", "o"), ("onderwerpen", "o"), ("hoe", "t")] {
      drive.go(to: key)
      drive.type(word)
    }
    drive.press(.control("s"))
    let talks = drive.state.session?.caseload.dossiers[TestSchool.pupil("Liv Jansen")]?.conversations.record
    #expect(talks?.conversations.map(\.summary) == ["Over Liv"])
    #expect(drive.vault.drafts.count == 1)
  }

  @Test("What someone else typed is not in it")
  func otherUser() {
    let drive = begun()
    var other = Drive(as: TestSchool.teacher)
    other.send(.draftsFound(Array(drive.vault.drafts.values)))
    other.press(.function(9))
    #expect(other.state.overlay == nil)
    #expect(other.state.notice?.text == Texts.Drafts.none)
  }

  @Test("A withdrawal and an answer to a signal are found again too")
  func others() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8")
    for _ in 0..<20 where !drive.chosenRow.contains("ma 2 nov 2026") { drive.press(.down) }
    drive.type("x")
    drive.type("Dubbel")
    drive.press(.escape)
    drive.press(.function(2))
    drive.type("/liv")
    drive.press(.enter)
    drive.type("s")
    drive.type("Wachten")
    drive.press(.escape, .escape)
    for (label, word) in [("Gesprek intrekken", "Dubbel"), ("Signaal beantwoorden", "Wachten")] {
      drive.press(.function(2), .function(9))
      for _ in 0..<3 where !drive.isOn(label) { drive.press(.down) }
      drive.press(.enter)
      #expect(drive.shows(word), "\(label)")
    }
  }

  @Test(
    "A new pupil stands in it by name, and Enter goes on with the form; a second form of the same pupil never opens")
  func newPupil() {
    var drive = Drive()
    drive.press(.function(3), .control("n"))
    drive.type("Mila")
    drive.press(.tab, .tab)
    drive.type("Loon")
    drive.press(.function(2), .function(9))
    #expect(drive.isOn("14:32 · Mila Loon · Leerling toevoegen"))
    drive.press(.enter)
    #expect(drive.form?.isNewPupil == true && drive.shows("Mila") && drive.shows("Loon"))
    #expect(drive.state.notice?.text == "Concept van 14:32 teruggevonden.")
    drive.go(to: "geboortedatum")
    drive.type("1-4-2017")
    drive.go(to: "groep")
    drive.type("6a")
    drive.press(.tab)
    drive.type("6")
    drive.press(.control("s"))
    #expect(drive.shows("Mila Loon · 6a") && drive.vault.drafts.isEmpty)
  }

  @Test("A talk that was begun stands in it, Enter goes on where it was, and leaving says how to come back from there")
  func talk() {
    var drive = Drive()
    drive.meetNoor()
    drive.goToPoint("vaststellen")
    drive.type("b")
    let notes = drive.meeting?.notes
    drive.press(.escape)
    #expect(drive.state.notice?.text.hasSuffix("Met m gaat u verder.") == true)
    drive.press(.function(2), .function(9))
    #expect(drive.isOn("14:32 · Noor de Vries · Gesprek voeren"))
    drive.press(.enter)
    #expect(drive.meeting?.notes == notes && notes != nil)
    drive.press(.escape)
    #expect(drive.state.screens.current.kind == .agenda)
    #expect(drive.state.notice?.text.hasSuffix("U vindt het terug met F9.") == true)
  }

  @Test("What is open already is returned to: no talk is open twice, and none is saved twice")
  func openOnce() {
    var drive = Drive()
    drive.meetNoor()
    drive.goToPoint("vaststellen")
    drive.type("b")
    let depth = drive.state.screens.depth
    // From the talk itself, and from what lies over it.
    for keys in [[Key.function(9), .enter], [.character("v"), .function(9), .enter]] {
      drive.press(.escape)
      drive.type("m")
      for key in keys { drive.press(key) }
      #expect(drive.state.screens.current.kind == .meeting && drive.state.screens.depth == depth)
      #expect(drive.state.notice?.text == Texts.Drafts.alreadyOpen)
    }
    drive.goToPoint("RT'er")
    drive.type("k")
    drive.press(.control("s"), .control("s"))
    #expect(drive.savedTalks.count == 2 && drive.state.screens.current.kind == .dossier)
    #expect(drive.state.session?.drafts.isEmpty == true && drive.vault.drafts.isEmpty)
  }

  @Test("With nothing begun the key says so")
  func none() {
    var drive = Drive()
    drive.press(.function(9))
    #expect(drive.state.notice?.text == "Er zijn geen concepten: alles wat u typte is bewaard.")
  }
}

extension Drive {
  /// Whether the cursor of the list stands on a line with these words.
  fileprivate func isOn(_ words: String) -> Bool { rows.contains { $0.contains("> 14:32") && $0.contains(words) } }
}
