import Casework
import Support
import Testing

@testable import Interface

@Suite("Choosing and filling in a form")
struct FormChoiceTests {
  @Test("A choice is made by the first letter, which goes round when typed again; Backspace empties it")
  func choices() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8g")
    drive.go(to: "hoe")
    var found: [String?] = []
    for _ in 0..<3 {
      drive.type("o")
      found.append(drive.form?.record["hoe"]?.text)
    }
    #expect(found == ["school", "ouderapp", "school"])
    drive.press(.backspace)
    #expect(drive.form?.record["hoe"] == nil)
    drive.type(" ")
    #expect(drive.form?.record["hoe"]?.text == "school")
  }

  @Test("A day that stands there is typed anew; with an arrow or Backspace first it is mended; a text goes on")
  func typedAnew() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8g")
    drive.go(to: "datum")
    #expect(drive.form?.record["datum"]?.text == "2026-11-23")
    drive.type("20 nov")
    #expect(drive.form?.record["datum"]?.text == "2026-11-20")
    drive.press(.tab, .backTab)
    drive.send(.textPasted("19-11-2026"))
    #expect(drive.form?.record["datum"]?.text == "2026-11-19")
    drive.press(.tab, .backTab, .backspace)
    drive.type("5")
    #expect(drive.form?.record["datum"]?.text == "2025-11-19")
    drive.press(.tab, .backTab, .left, .delete)
    drive.type("7")
    #expect(drive.form?.record["datum"]?.text == "2027-11-19")
    drive.go(to: "samenvatting")
    drive.type("een")
    drive.press(.tab, .backTab)
    drive.type("twee")
    #expect(drive.form?.record["samenvatting"]?.text == "eentwee")
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
    drive.go(to: "hoe")
    let found = word.map { letter -> String? in
      drive.type(String(letter))
      return drive.form?.record["hoe"]?.text
    }
    #expect(found == expected)
    #expect(drive.shows("past bij geen keuze") == (word == "videomail"))
    // In another field a new word begins.
    drive.press(.down, .up)
    drive.type("m")
    #expect(drive.form?.record["hoe"]?.text == "mail")
  }

  @Test("A field that takes several takes and drops them")
  func several() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8g")
    drive.go(to: "onderwerpen")
    drive.type("ov")
    #expect(drive.form?.record["onderwerpen"] == .array([.string("opp"), .string("vo")]))
    drive.press(.backspace)
    drive.type(" ")
    drive.press(.right)
    drive.type("  ")
    let value = drive.form?.record["onderwerpen"]?.elements?.count
    #expect(value == 1)
  }

  @Test("In a field that takes several a whole word takes one, and a space ends the word")
  func severalByWord() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8g")
    drive.go(to: "onderwerpen")
    drive.type("verzuim leren")
    #expect(drive.form?.record["onderwerpen"] == .array([.string("verzuim"), .string("leren")]))
    drive.type("  ")
    #expect(drive.form?.record["onderwerpen"] == .array([.string("verzuim")]))
  }

  @Test("A guardian is chosen by name and kept by id")
  func reference() {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "ouders")
    drive.press(.enter)
    drive.type("p")
    #expect(drive.shows("Peter de Vries (vader)"))
    #expect(drive.form?.record["ouder"]?.text == TestDossiers.father.description)
  }

  @Test("Esc out of a new record without a letter in it leaves no empty one behind")
  func emptyItem() {
    var drive = Drive()
    drive.openNoorsPlan()
    let before = drive.form?.file
    drive.go(to: "doelen")
    drive.press(.enter, .escape)
    #expect(drive.form?.file == before)
    #expect(drive.vault.drafts.isEmpty)
  }

  @Test("^X takes away what was never saved, and asks a reason for what was")
  func removing() {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "doelen")
    drive.press(.tab, .control("x"))
    #expect(drive.shows("Intrekking"))
    drive.type("Dubbel")
    drive.press(.escape)
    let goals = PlanVersion(members: drive.form?.record ?? Members())
    #expect(goals.goals.count == 1)
    #expect(goals.all(\.goals).first?.withdrawal?.reason == "Dubbel")
  }
}
