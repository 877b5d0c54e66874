import Casework
import Support
import Testing

@testable import Interface

@Suite("Days that cannot be, and what is withdrawn")
struct FormSenseTests {
  private static let tomorrow = "24-11-2026"

  private func refusal(_ drive: inout Drive, _ key: String) -> String? {
    drive.go(to: key)
    drive.type(Self.tomorrow)
    drive.press(.control("s"))
    return drive.commits.isEmpty ? drive.state.notice?.text : nil
  }

  @Test(
    "What has happened does not lie ahead: the pupil heard, the offer, establishing and registering a plan",
    arguments: ["opgesteldOp", "leerlingGehoordOp", "aangebodenOp", "beginInRodOp"])
  func plan(key: String) {
    var drive = Drive()
    drive.openNoorsPlan()
    #expect(refusal(&drive, key)?.hasSuffix("di 24 nov 2026 moet nog komen. Vul dit in als het is gebeurd.") == true)
    #expect(drive.form?.currentRow == .field(key: key))
  }

  @Test("A day inside a record of the record is found too, and today is no future")
  func inside() {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "ouders")
    drive.press(.tab, .enter)
    #expect(refusal(&drive, "verstuurdOp")?.hasPrefix("Verstuurd op: di 24 nov 2026") == true)
    for _ in 0..<12 { drive.press(.backspace) }
    drive.type("vandaag")
    drive.press(.control("s"), .control("s"))
    #expect(drive.commits.count == 1)
  }

  @Test("An attempt to reach a parent, in an answer to a signal")
  func attempts() {
    var drive = Drive()
    drive.type("/liv")
    drive.press(.enter)
    drive.type("s")
    drive.type("Moeder is niet te bereiken.")
    drive.go(to: "pogingen")
    drive.press(.enter)
    drive.type(Self.tomorrow)
    drive.go(to: "hoe")
    drive.type("gebeld")
    drive.press(.control("s"), .control("s"))
    #expect(drive.commits.isEmpty)
    #expect(drive.state.notice?.text == "Datum: di 24 nov 2026 moet nog komen. Vul dit in als het is gebeurd.")
  }

  @Test("The parents consulted beforehand about a talk")
  func talks() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8g")
    for (key, word) in [("soort", "s"), ("onderwerpen", "o"), ("hoe", "t"), ("samenvatting", "Overleg.")] {
      drive.go(to: key)
      drive.type(word)
    }
    drive.go(to: "oudersVoorafOp")
    drive.type(Self.tomorrow)
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(drive.state.notice?.text.hasPrefix("Ouders vooraf gesproken op: di 24 nov 2026") == true)
  }

  @Test("What is planned may lie ahead: when a goal should be reached")
  func planned() {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "doelen")
    drive.press(.tab, .enter)
    drive.go(to: "voor")
    drive.type(Self.tomorrow)
    drive.press(.control("s"), .control("s"))
    #expect(drive.commits.count == 1)
  }

  @Test("A day ahead that stood there already keeps nobody from changing something else")
  func oldData() throws {
    var drive = Drive()
    let place = Place.section(pupil: TestSchool.pupil("Noor de Vries"), .plan)
    let tree = try #require(drive.state.session?.caseload.stored[place]?.tree)
    var plan = Record<PlanFields>(members: tree.members ?? Members())
    var version = plan.versions[0]
    version.offeredOn = day("2027-01-05")
    plan.put(version, in: \.versions)
    let stored = Stored(tree: plan.tree, revision: Revision(text: "oud"))
    drive.vault.files[place] = stored
    drive.send(.othersSaved([ForeignSave(place: place, state: .read(stored), by: nil)]))
    drive.openNoorsPlan()
    drive.go(to: "ondersteuningsbehoeften")
    drive.type("Rust")
    drive.press(.control("s"))
    #expect(drive.commits.count == 1)
  }

  @Test("Every day that is said to have happened is a date", arguments: SectionName.allCases)
  func declared(section: SectionName) {
    func days(_ kind: RecordKind) -> [AnyField] {
      kind.fields.flatMap { field -> [AnyField] in
        let inner = field.shape.itemKind ?? field.shape.recordKind
        return [field] + (inner.map { days($0) } ?? [])
      }
    }
    for field in days(section.kind) where field.traits.contains(.happened) {
      guard case .date = field.shape else {
        Issue.record("\(field.key) is no date")
        continue
      }
    }
  }

  @Test("Withdrawing shows what is withdrawn, below the reason")
  func withdrawn() {
    var drive = Drive(size: Size(columns: 80, rows: 30))
    drive.openNoor()
    drive.type("8")
    for _ in 0..<20 where !drive.chosenRow.contains("ma 2 nov 2026") { drive.press(.down) }
    drive.type("x")
    #expect(drive.shows("Wat u intrekt"))
    #expect(drive.shows("ma 2 nov 2026"))
    #expect(drive.rows.contains { $0.contains("Moeder maakt zich zorgen") })
  }

  @Test("Throwing away from inside a part says that the whole form goes, and which")
  func discardPart() {
    var drive = Drive()
    drive.openNoorsPlan()
    drive.go(to: "doelen")
    drive.press(.tab, .enter)
    drive.go(to: "meten")
    drive.type("toets")
    drive.press(.control("d"))
    #expect(drive.shows("niet alleen dit onderdeel"))
    let words = drive.rows.map { $0.filter { $0 != "│" } }.joined(separator: " ").split(separator: " ")
    #expect(words.joined(separator: " ").contains("hele formulier: OPP-versie wijzigen. Weggooien?"))
    drive.press(.enter)
    #expect(drive.form?.isChanged == true)
  }
}
