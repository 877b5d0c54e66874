import Casework
import Support
import Testing

@testable import Interface

/// Fields asked one by one.
@Suite("A form line by line")
struct LineFormTests {
  private func talk() -> LineDrive {
    var lines = LineDrive()
    lines.type(["leerlingen", "liv", "1", "gesprek vastleggen"])
    return lines
  }

  @Test("A field is asked with its label, whether it must be filled in, its hint and its value")
  func question() {
    let lines = talk()
    #expect(lines.hears("Veld 1 van") && lines.hears(", verplicht.") && lines.hears("Nu: ma 23 nov 2026."))
  }

  @Test("An answer that cannot be read is told at its field, which is asked again; nothing of it is lost")
  func wrong() {
    var lines = talk()
    lines.type("31 juni")
    #expect(lines.hears("Die dag bestaat niet.") && lines.hears("Veld 1 van") && lines.hears("Nu: \"31 juni\"."))
    lines.type("gisteren")
    #expect(lines.hears("zo 22 nov 2026") && lines.hears("Veld 2 van"))
    lines.type("<")
    #expect(lines.hears("Veld 1 van") && lines.hears("Nu: zo 22 nov 2026."))
    lines.type("<")
    #expect(lines.hears("Dit is het eerste veld."))
    lines.type("")
    #expect(lines.hears("Veld 2 van"))
    lines.type("geitenkaas")
    #expect(lines.hears("\"geitenkaas\" past bij geen keuze") && lines.hears("Veld 2 van"))
  }

  @Test("A long text goes on where it stopped, line by line until a dot, and no line of it is lost by going away")
  func longText() throws {
    var lines = talk()
    lines.type([":velden"])
    let number = try #require(lines.number(of: "Wat is besproken"))
    lines.type([":\(number)", "Eerste.", "", "Derde."])
    #expect(lines.drive.vault.drafts.count == 1)
    lines.type([":terug", "gesprek vastleggen", ":\(number)"])
    #expect(lines.hears("Eerste.") && lines.hears("Derde."))
    lines.type(["Vierde.", "."])
    let form = try #require(lines.drive.form)
    let key = form.fields[number - 1].key
    #expect(form.record[key]?.text == "Eerste.\n\nDerde.\nVierde.")
    lines.type([":\(number)", ":leeg", "Nieuw.", "."])
    #expect(lines.drive.form?.record[key]?.text == "Nieuw.")
  }

  @Test("A line of text that looks like a word of the program is text; a command has a colon")
  func textOrCommand() throws {
    var lines = talk()
    lines.type([":velden"])
    let number = try #require(lines.number(of: "Wat is besproken"))
    lines.type([":\(number)", "stop", "terug", "3", "?!"])
    let key = try #require(lines.drive.form?.fields[number - 1].key)
    #expect(lines.drive.form?.record[key]?.text == "stop\nterug\n3\n?!")
    lines.type(":geen opdracht")
    #expect(lines.hears("begrijp ik hier niet"))
    #expect(lines.drive.form?.record[key]?.text == "stop\nterug\n3\n?!")
    lines.type(":terug")
    #expect(lines.drive.form == nil && lines.hears("Concept bewaard"))
  }

  @Test("What lacks is told at its field when saving is tried, and nothing is saved")
  func lacks() {
    var lines = talk()
    lines.type([":1", ":leeg", ":klaar", "ja"])
    #expect(lines.drive.commits.isEmpty)
    #expect(lines.hears("Veld 1 van") && lines.hears("verplicht"))
  }

  @Test("Before saving everything filled in is read; only ja saves")
  func review() {
    var lines = talk()
    lines.type(["", "ouders", ":klaar"])
    #expect(lines.hears("Nu: ouders.") && lines.hears("Bewaren? Typ ja"))
    lines.type("")
    #expect(lines.drive.commits.isEmpty && lines.hears("Er is nog niets bewaard."))
    lines.type("2")
    #expect(lines.hears("Veld 2 van"))
    lines.type([":klaar", "stop"])
    #expect(lines.drive.commits.isEmpty && lines.drive.effects.contains(.quit(code: 0)))
  }

  @Test("Several options are set by their numbers, and emptied")
  func several() throws {
    var lines = talk()
    lines.type([":velden"])
    let number = try #require(lines.number(of: "Waarover"))
    lines.type([":\(number)", "1, 3"])
    let key = try #require(lines.drive.form?.fields[number - 1].key)
    #expect(lines.drive.form?.record[key]?.elements?.count == 2)
    lines.type([":\(number)", ":leeg"])
    #expect(lines.drive.form?.record[key] == nil)
  }

  @Test("The same talk through the screens and line by line leaves the same bytes")
  func sameBytes() throws {
    var keys = Drive()
    keys.press(.function(3))
    keys.type("liv")
    keys.press(.enter)
    keys.type("g")
    keys.press(.tab)
    keys.type("o")
    keys.press(.tab)
    keys.type("l")
    keys.press(.tab)
    keys.type("t")
    keys.go(to: "samenvatting")
    keys.type("Rekent graag.")
    keys.press(.enter)
    keys.type("Leest ook.")
    keys.go(to: "acties")
    keys.press(.enter)
    keys.type("Spel meegeven")
    keys.press(.tab)
    keys.type("br")
    keys.go(to: "voor")
    keys.type("+1w")
    keys.press(.control("s"), .control("s"))
    var lines = talk()
    lines.type(["", "ouders", "leren", "telefoon"])
    #expect(lines.drive.form != nil)
    let fields = try #require(lines.drive.form?.fields.map(\.key))
    let text = try #require(fields.firstIndex(of: "samenvatting"))
    lines.type([":\(text + 1)", "Rekent graag.", "Leest ook.", "."])
    let actions = try #require(fields.firstIndex(of: "acties"))
    lines.type([":\(actions + 1)", "n", "Spel meegeven", "bram"])
    let inner = try #require(lines.drive.form?.fields.map(\.key).firstIndex(of: "voor"))
    lines.type([":\(inner + 1)", "+1w", ":klaar", ":klaar", "ja"])
    let byKeys = try #require(keys.commits.first?.changes.first)
    let byLines = try #require(lines.drive.commits.first?.changes.first)
    #expect(byKeys.place == byLines.place)
    // Every Enter in a form takes an id from the source, wanted or not, so that these are named anew by their order.
    #expect(withoutIDs(byKeys.after) == withoutIDs(byLines.after))
  }

  private func withoutIDs(_ tree: Tree) -> [UInt8] { tree.renamed().encoded() }
}

extension Tree {
  /// The tree with its own ids numbered in the order in which they stand.
  fileprivate func renamed() -> Tree {
    var names: [String: String] = [:]
    return renamed(&names)
  }

  private func renamed(_ names: inout [String: String]) -> Tree {
    if let members {
      var copy = Members()
      for pair in members.pairs {
        if pair.key == "id", let text = pair.value.text {
          if names[text] == nil { names[text] = "id\(names.count)" }
          copy[pair.key] = .string(names[text] ?? "")
        } else {
          copy[pair.key] = pair.value.renamed(&names)
        }
      }
      return .object(copy)
    }
    if let elements { return .array(elements.map { $0.renamed(&names) }) }
    return self
  }
}
