import Casework
import Interface
import Support
import Testing

/// What holds for every screen, whatever it shows.
@Suite("What holds for every screen")
struct InvariantTests {
  @Test("Nothing is drawn beside the grid, and every cell is one printable sign", arguments: Scene.all)
  func cells(_ scene: Scene) {
    let grid = scene.played().screen
    #expect(grid.size == scene.size)
    #expect(Invariants.brokenCells(in: grid).isEmpty)
    if scene.isASCII { #expect(grid.cells.allSatisfy { $0.text.utf8.allSatisfy { $0 < 0x80 } }) }
  }

  @Test("The last row has the keys, and the cursor is on the screen", arguments: Scene.all)
  func footer(_ scene: Scene) {
    let drive = scene.played()
    let keys = (0..<scene.size.columns).map { drive.screen[scene.size.rows - 1, $0] }.filter { $0.style.role == .key }
    #expect(!keys.isEmpty)
    if let cursor = drive.screen.cursor {
      #expect((0..<scene.size.rows).contains(cursor.row) && (0..<scene.size.columns).contains(cursor.column))
    }
  }

  @Test("A list shows the row that is chosen", arguments: Scene.all)
  func chosenRow(_ scene: Scene) {
    let drive = scene.played()
    switch drive.state.screens.current.kind {
    case .agenda, .group, .dossier, .pupils, .norms, .flow, .timeline, .meeting:
      // What will be kept is read, not chosen from.
      guard drive.state.overlay == nil, drive.state.lock == nil, !scene.name.hasPrefix("gesprek-nakijken") else {
        return
      }
      #expect(drive.screen.cells.contains { $0.style.isSelected })
    case .login, .proof, .record, .form, .conflict, .rules, .reference, .school, .paper, .files, .changes: break
    }
  }

  @Test("No name is cut without an ellipsis", arguments: Scene.all)
  func names(_ scene: Scene) {
    for row in scene.played().rows where !scene.isASCII {
      #expect(Invariants.cutName(in: row) == nil)
    }
  }

  @Test("A name that is cut without an ellipsis is found, and one with it is not")
  func namesControl() {
    #expect(Invariants.cutName(in: "  Noor de Vr   6a ") == "Noor de Vries")
    #expect(Invariants.cutName(in: "  Noor de Vr…  6a ") == nil)
    #expect(Invariants.cutName(in: "  Noor de Vries  6a ") == nil)
  }

  @Test("A grid with half a wide sign or a control sign is found broken")
  func cellsControl() {
    var grid = CellGrid(size: Size(columns: 4, rows: 1))
    grid[0, 0] = Cell("漢")
    #expect(!Invariants.brokenCells(in: grid).isEmpty)
    grid[0, 1] = Cell("")
    #expect(Invariants.brokenCells(in: grid).isEmpty)
    grid[0, 2] = Cell("\u{1B}")
    #expect(!Invariants.brokenCells(in: grid).isEmpty)
  }

  @Test("A golden made wrong on purpose is told, with the row")
  func wrongGolden() {
    let grid = Drive().screen
    let right = GoldenScreen.text(of: grid)
    let wrong = right.replacing("Sem Bakker", with: "Sem Bokker")
    #expect(right != wrong)
    let difference = GoldenScreen.difference(right, wrong, "agenda")
    #expect(difference?.contains("Sem Bokker") == true)
    #expect(GoldenScreen.difference(right, right, "agenda") == nil)
    #expect(GoldenScreen.difference(grid, from: "met-opzet-verkeerd", in: GoldenTests.folder) != nil)
  }

  @Test("Without colour what is overdue is still told apart, by a sign and by words")
  func notByColourAlone() {
    let drive = Drive()
    let overdue = drive.rows.first { $0.contains("Sem Bakker") }
    #expect(overdue?.contains("!!") == true && overdue?.contains("te laat") == true)
    for role in Role.allCases where role == .overdue || role == .error || role == .otherDay {
      #expect(Theme.mono.look(of: Style(role)) != Theme.mono.look(of: Style(.text)))
      #expect(Theme.mono.look(of: Style(role)).foreground == nil)
    }
  }

  @Test("A window that is too small shows one line and ignores every key but quitting")
  func tooSmall() {
    for size in [
      Size(columns: 39, rows: 12), Size(columns: 40, rows: 11), Size(columns: 0, rows: 0), Size(columns: 3, rows: 1),
    ] {
      var drive = Drive(size: size)
      let before = drive.state.screens
      drive.type("wxas?")
      drive.press(.function(3), .enter, .escape)
      #expect(drive.state.screens == before && drive.state.overlay == nil && drive.effects.isEmpty)
      drive.type("q")
      #expect(drive.effects == [.quit(code: 0)])
    }
    #expect(Drive(size: Size(columns: 39, rows: 20)).rows[0].hasPrefix("Venster te klein (minstens 40x12)"))
  }

  @Test("Every size from too small to large is drawn")
  func everySize() {
    for scene in Scene.all where scene.size.columns == 80 && !scene.isASCII {
      var drive = scene.played()
      for columns in [0, 1, 39, 40, 71, 72, 99, 100, 133] {
        for rows in [0, 1, 11, 12, 17, 18, 41] {
          drive.send(.windowResized(Size(columns: columns, rows: rows)))
          #expect(Invariants.brokenCells(in: drive.screen).isEmpty)
        }
      }
    }
  }
}

enum Invariants {
  /// What is wrong with cells: no sign, more than one, a control sign, or half a wide one.
  static func brokenCells(in grid: CellGrid) -> [String] {
    var broken: [String] = []
    for row in 0..<grid.size.rows {
      var covered = false
      for column in 0..<grid.size.columns {
        let text = grid[row, column].text
        if covered {
          if !text.isEmpty { broken.append("\(row),\(column) over a wide sign") }
          covered = false
        } else if text.count != 1 || text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
          broken.append("\(row),\(column) \(text.debugDescription)")
        } else {
          covered = isWide(text)
        }
      }
      if covered { broken.append("\(row) ends in half a sign") }
    }
    return broken
  }

  /// The widths of the signs that these tests use, not taken from the room that draws them.
  private static func isWide(_ text: String) -> Bool {
    guard let scalar = text.unicodeScalars.first else { return false }
    return (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
      || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
      || (0xFF00...0xFF60).contains(scalar.value) || (0x1F300...0x1FAFF).contains(scalar.value)
  }

  /// The first pupil's name that stands in the row in part, without an ellipsis behind that part.
  static func cutName(in row: String) -> String? {
    TestSchool.names.first { name in
      guard !row.contains(name), !row.contains(TestSchool.listName(name)) else { return false }
      let prefix = (7..<max(8, name.count)).reversed().map { String(name.prefix($0)) }.first { row.contains($0) }
      guard let prefix, let found = row.firstRange(of: prefix) else { return false }
      return row[found.upperBound...].first != "…"
    }
  }
}
