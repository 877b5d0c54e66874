import Casework
import Support
import Testing
import Text

@testable import Interface

/// What holds for every line that is said, on every screen.
@Suite("Line by line on every screen")
struct LineModeTests {
  /// Every screen that a golden shows, once.
  static let scenes = Scene.all.filter { $0.size == Size(columns: 80, rows: 24) && !$0.isASCII }

  @Test(
    "Every scene is spoken in lines of at most 79 columns, without a sign that draws or commands", arguments: scenes)
  func spoken(_ scene: Scene) {
    var lines = LineDrive(on: scene.played())
    #expect(lines.answer.contains { !$0.isEmpty })
    lines.type("lijst")
    lines.type("?")
    for line in lines.said { #expect(LineModeTests.fault(in: line) == nil, "\(line)") }
  }

  @Test("The scenes that are spoken are of every kind of screen")
  func everyKind() {
    let kinds = Set(Self.scenes.map { $0.played().state.visibleScreen.kind })
    #expect(kinds == Set(ScreenKind.allCases))
  }

  @Test(
    "Every command of every kind of screen is understood by its title and by its letter", arguments: ScreenKind.allCases
  )
  func commands(kind: ScreenKind) {
    for command in CommandTable.commands(on: kind) {
      #expect(LineCommands(on: kind).read(command.title)?.command.id == command.id, "\(command.title)")
      #expect(LineCommands(on: kind).read(command.title.uppercased())?.command.id == command.id)
      for key in command.keys where key != .enter {
        let named = LineCommands(on: kind).read(key.label)?.command.id
        #expect(named == command.id, "\(key.label) on \(kind)")
      }
    }
  }

  @Test(
    "Every command that can run on a screen runs by its title, and changes something or says something",
    arguments: scenes)
  func reached(_ scene: Scene) {
    let played = scene.played()
    guard played.state.overlay == nil, played.state.lock == nil else { return }
    let kind = played.state.visibleScreen.kind
    for command in CommandTable.commands(on: kind) {
      var lines = LineDrive(on: played)
      let before = lines.said.count
      lines.type((kind == .form ? ":" : "") + command.title)
      #expect(lines.said.count > before, "\(command.title)")
      #expect(!lines.hears("begrijp ik"), "\(command.title)")
    }
  }

  @Test("A command that cannot run says the same reason as the screen")
  func disabled() {
    var lines = LineDrive()
    lines.type("ongedaan maken")
    #expect(lines.answer.first == "Er is niets om ongedaan te maken.")
  }

  @Test("A screen without words of its own is read as it is drawn, its list numbered")
  func drawn() {
    let state = Drive(size: LineTalk.size).state
    let drawn = Spoken(drawn: state)
    #expect(drawn.rows.count == state.derived.agendaCount)
    #expect(drawn.read.contains { $0.hasPrefix("1. ") && $0.contains("Noor de Vries") })
    var school = LineDrive()
    school.type("school")
    #expect(school.hears("School: ") && school.answer.count > 10)
  }

  @Test("An answer says only what changed: a mark of one pupil does not read the group again")
  func onlyChanges() {
    var lines = LineDrive(as: TestSchool.teacher)
    lines.type("ziek 4")
    #expect(lines.answer.count <= 4)
    lines.type("zomaar iets")
    #expect(lines.answer.count <= 6)
    lines.type("lijst")
    #expect(lines.answer.count >= 29)
  }

  @Test("A number that is not there, a name that fits two and a strange word do nothing and say so")
  func mistakes() {
    var lines = LineDrive(as: TestSchool.teacher)
    for line in ["ziek 29", "ziek o", "ziek geitje", "99", "abracadabra", "ziek 3 44"] {
      lines.type(line)
      guard case .group(let screen) = lines.drive.state.screens.current else { return #expect(Bool(false), "\(line)") }
      #expect(screen.marks.isEmpty && !lines.answer.isEmpty, "\(line)")
    }
  }

  @Test(
    "The smallest and the greatest number there are, are numbers that were not read, wherever they are typed",
    arguments: ["-9223372036854775808", "9223372036854775807", "0", "-1"])
  func edges(_ number: String) {
    func said(_ before: [String], _ line: String, as user: User = TestSchool.ib) -> LineDrive {
      var lines = LineDrive(as: user)
      lines.type(before)
      lines.type(line)
      return lines
    }
    #expect(said([], number).hears("\(number)"))
    #expect(said([], "ziek \(number)", as: TestSchool.teacher).hears("\(number)"))
    #expect(said([], "ziek 1 \(number)", as: TestSchool.teacher).hears("\(number)"))
    #expect(said(["leerlingen", "noor vries", "1"], "tab \(number)").hears("\(number)"))
    #expect(said(["groep", "lijst van groepen"], number).hears("\(number)"))
    let form = ["leerlingen", "liv", "1", "gesprek vastleggen", ""]
    #expect(said(form, number).hears("\"\(number)\" past bij geen keuze"))
    #expect(said(form, ":\(number)").hears("\(number)"))
    #expect(said(form + ["", "2, \(number)"], "").drive.form?.record["onderwerpen"] == nil)
    #expect(said(form + ["", "", "", ""], "weg \(number)").drive.form?.depth == 1)
    let reviewed = said(form + ["ouders", ":klaar"], number)
    #expect(reviewed.drive.commits.isEmpty && reviewed.hears("Er is nog niets bewaard."))
  }

  @Test("A number goes to what was read under it: a record of a tab, a rule below an entry")
  func rightRow() throws {
    var lines = LineDrive()
    lines.type(["leerlingen", "noor vries", "1", "tab gesprekken", "lijst"])
    let talk = try #require(lines.number(of: "ma 2 nov 2026"))
    lines.type("\(talk)")
    #expect(lines.hears("Onderdeel: Noor de Vries, Gesprekken") && lines.hears("Moeder maakt zich zorgen"))
    lines.type(["terug", "tab leerling"])
    let surname = try #require(lines.number(of: "Achternaam"))
    lines.type("\(surname)")
    #expect(lines.drive.form?.currentField?.label == "Achternaam")
    let entry = try #require(TestRules.reference.entries.first { $0.rules(in: TestRules.engine.book).count > 1 })
    let rule = entry.rules(in: TestRules.engine.book)[1]
    var reference = LineDrive()
    reference.type(["naslag", "zoek \(entry.heading)", "1", "2"])
    #expect(reference.drive.state.screens.current.kind == .rules)
    #expect(reference.hears(rule.name))
  }

  @Test("The week is extended for the pupil that was named, not for the one marked just before")
  func weekOfNamed() {
    var lines = LineDrive(as: TestSchool.teacher)
    lines.type(["ziek 2", "hele week 3"])
    guard case .group(let screen) = lines.drive.state.screens.current else { return #expect(Bool(false)) }
    #expect(screen.marks[TestSchool.pupil("Bram de Groot")]?.mark == .absent(.ill, until: nil))
    lines.type("hele week 2")
    #expect(lines.hears("2. Bram de Groot: ziek t/m vr 27 nov"))
  }

  @Test("Another day is asked for in the same line, said with every title, and left again")
  func otherDay() {
    var lines = LineDrive()
    lines.type("op datum +2w")
    #expect(lines.hears("Op datum ma 7 dec 2026, als er niets gebeurt."))
    lines.type("afhandelen 1")
    #expect(lines.hears("Ga met \"terug naar vandaag\" terug naar vandaag om te wijzigen."))
    lines.type("terug naar vandaag")
    #expect(!lines.hears("Op datum"))
    lines.type(["op datum", "geen dag"])
    #expect(lines.hears("Geen datum."))
    lines.type("terug")
    #expect(lines.drive.state.overlay == nil)
  }

  @Test("Random lines end without a trap, and nothing that is said draws or commands", arguments: [UInt64(1), 2, 3, 4])
  func random(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let users: [User] = [TestSchool.ib, TestSchool.teacher, TestSchool.ib, TestSchool.director]
    var lines = LineDrive(as: users[Int(seed - 1)])
    var kinds: Set<ScreenKind> = []
    for count in 0..<500 {
      lines.type(Self.line(&random, lines.drive.state))
      kinds.insert(lines.drive.state.visibleScreen.kind)
      for line in lines.answer { #expect(Self.fault(in: line) == nil, "\(line)") }
      if count % 100 == 0 { lines.happen(random.pick([.idleTooLong, .clockMoved, .resumed])) }
      if lines.isSecret { lines.type("wachtzin") }
    }
    #expect(kinds.count >= 8)
  }

  @Test("A line that draws, commands or is too long is found")
  func control() {
    #expect(Self.fault(in: "gewoon ’n lïjn") == nil)
    for line in ["\u{1B}[2J", "een │ kader", "▓▓░", "✓ klaar", String(repeating: "x", count: 80), "a\u{7}"] {
      #expect(Self.fault(in: line) != nil)
    }
  }

  private static func line(_ random: inout SeededGenerator, _ state: AppState) -> String {
    let commands = CommandTable.commands(on: state.visibleScreen.kind)
    switch random.int(0...9) {
    case 0, 1, 2: return String(random.int(-1...12))
    case 3, 4: return (state.visibleScreen.kind == .form ? ":" : "") + random.pick(commands).title
    case 5: return random.pick(["", "", "ja", "<", "?", "lijst", "meer", ".", "n", "zoek no", ":klaar", ":leeg", "o"])
    case 6: return random.pick(commands).title + " " + String(random.int(0...30))
    case 7:
      return random.pick(["+2w", "vandaag", "16,5 u", "8.30", "2026-2027", "ouders", "weg 1", "te laat 4 99 min"])
    case 8:
      return random.pick([
        "\u{1B}[A\u{1B}[2J", "é\u{301}漢🙂\u{202E}", "│ ▓ ✓ → §", String(repeating: "woord ", count: 60),
      ])
    default:
      return random.pick(["noor", "tab opp", "tab 2", "zoek verzuim", "agenda", "groep", "leerlingen", "regels"])
    }
  }

  /// What is wrong with a line that is said.
  static func fault(in line: String) -> String? {
    if line.cellWidth > 79 { return "too long" }
    for scalar in line.unicodeScalars {
      if scalar.value < 32 || (0x7F...0x9F).contains(scalar.value) { return "a control" }
      if (0x2190...0x27BF).contains(scalar.value) { return "a sign" }
    }
    return nil
  }
}
