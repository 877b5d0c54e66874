import Casework
import Interface
import Support
import Testing

/// Names and texts as the world has them: no screen breaks on them, and nothing of them reaches the terminal raw.
@Suite("Strange names and texts")
struct StrangeTextTests {
  static let texts = [
    "Ze\u{301}lie\u{308} o\u{302}\u{323}\u{301}\u{30A}", "\u{5E0}\u{5D5}\u{5E2}\u{5D4} \u{5DB}\u{5D4}\u{5DF}",
    "\u{645}\u{62D}\u{645}\u{62F} \u{202E}achterstevoren\u{202C}", "漢字田中さくら", "👩‍👩‍👧‍👦 🇳🇱 ☺️ 👍🏽",
    String(repeating: "Wolfeschlegelsteinhausen", count: 21), "tab\there\tand\tthere",
    "esc\u{1B}[2J\u{1B}]0;titel\u{7}\u{9B}31m", "nul\u{0}bel\u{7}\u{8}\u{8}del\u{7F}",
    "één\r\ntwee\u{2028}drie\u{85}vier",
    "\u{301}\u{302} los", "\u{AD}\u{200B}\u{FEFF}niets te zien\u{2066}\u{2069}", "\u{E000}\u{FFFF}\u{1F9FF}\u{10FFFF}",
    "%s %n \\x1b[31m",
  ]

  /// A file in which every text is a strange one.
  static func strange(_ members: Members, of fields: any RecordFields.Type, from number: Int) -> Members {
    var changed = members
    for (place, field) in fields.all.enumerated() {
      guard let value = members[field.key] else { continue }
      changed[field.key] = strange(value, field.shape, number + place)
    }
    return changed
  }

  private static func strange(_ value: Tree, _ shape: FieldShape, _ number: Int) -> Tree {
    switch shape {
    case .text: .string(texts[number % texts.count])
    case .record(let fields): value.members.map { .object(strange($0, of: fields, from: number)) } ?? value
    case .list(let inner):
      .array((value.elements ?? []).enumerated().map { strange($0.element, inner, number + $0.offset) })
    case .date, .moment, .clock, .number, .minutes, .yesNo, .choice, .reference, .schoolYear: value
    }
  }

  /// The scene, in which then every text of every file turns strange.
  private static func played(_ scene: Scene, from number: Int) -> Drive {
    var drive = scene.played()
    let files = drive.state.session?.caseload.stored ?? [:]
    let ordered = files.sorted { $0.key.name < $1.key.name }
    drive.send(
      .othersSaved(
        ordered.enumerated().map { count, file in
          let fields = file.key.kind.fields
          let members = strange(file.value.tree.members ?? Members(), of: fields, from: number + count)
          let stored = Stored(tree: .object(members), revision: Revision(text: "vreemd\(count)"))
          return ForeignSave(place: file.key, state: .read(stored), by: texts[(number + count) % texts.count])
        }))
    return drive
  }

  @Test("Every screen holds, cell by cell, whatever its names and texts", arguments: Scene.all)
  func screens(_ scene: Scene) {
    for number in [0, 5, 9] {
      let drive = Self.played(scene, from: number)
      #expect(Invariants.brokenCells(in: drive.screen).isEmpty)
      #expect(Self.raw(in: drive.screen).isEmpty)
      #expect((0..<scene.size.columns).contains { drive.screen[scene.size.rows - 1, $0].style.role == .key })
    }
  }

  /// The signs that steer a terminal or turn the writing around, of which none may be drawn.
  private static func raw(in grid: CellGrid) -> [Unicode.Scalar] {
    grid.cells.flatMap(\.text.unicodeScalars).filter { scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value) || scalar.value == 0x200B || scalar.value == 0xFEFF
    }
  }

  @Test("A grid with a sign that turns the writing around is found, and the strange texts do come on the screens")
  func control() {
    var grid = CellGrid(size: Size(columns: 2, rows: 1))
    grid[0, 0] = Cell("\u{202E}")
    #expect(Self.raw(in: grid) == ["\u{202E}"])
    let seen = Scene.all.filter { $0.size.columns == 100 }.map { Self.played($0, from: 0).rows.joined() }
    for sign in ["漢", "\u{5DB}", "Wolfeschlegel", "los"] { #expect(seen.contains { $0.contains(sign) }, "\(sign)") }
  }

  @Test("In the list of pupils the group stands in its own column behind every name")
  func columns() throws {
    for size in [Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 40, rows: 12)] {
      let scene = try #require(Scene.all.first { $0.name.hasPrefix("leerlingen-") && $0.size == size && !$0.isASCII })
      var drive = scene.played()
      func columns() -> Set<Int> {
        let grid = drive.screen
        return Set(
          (3..<size.rows - 1).compactMap { row in
            (0..<size.columns - 1).first { grid[row, $0].text == "6" && grid[row, $0 + 1].text == "a" }
          })
      }
      let plain = columns()
      #expect(plain.count == 1)
      let files = drive.state.session?.caseload.stored ?? [:]
      drive.send(
        .othersSaved(
          files.keys.sorted { $0.name < $1.name }.enumerated().compactMap { count, place in
            guard case .section(_, .pupil) = place, let file = files[place]?.tree.members else { return nil }
            let members = Self.strange(file, of: PupilFields.self, from: count)
            let stored = Stored(tree: .object(members), revision: Revision(text: "vreemd\(count)"))
            return ForeignSave(place: place, state: .read(stored), by: nil)
          }))
      #expect(!drive.shows("Bakker") && columns() == plain)
    }
  }
}
