import Casework
import Interface
import Support
import Testing

/// Keys without sense: whatever is pressed, the program goes on and draws whole screens.
@Suite("Random keys")
struct RandomKeysTests {
  private static let scenes = Scene.all.filter { $0.size.columns == 80 && !$0.isASCII }

  @Test("100,000 random keys, begun on every screen in turn, end without a trap", arguments: scenes.indices)
  func keys(number: Int) {
    var random = SeededGenerator(seed: UInt64(number + 1))
    var drive = Self.scenes[number].played()
    var kinds: Set<ScreenKind> = []
    for count in 0...(100_000 / Self.scenes.count) {
      drive.press(key(&random))
      kinds.insert(drive.state.screens.current.kind)
      if count % 50 == 0 { drive.send(.windowResized(size(&random))) }
      if count % 400 == 0 {
        drive.send(random.pick([.idleTooLong, .clockMoved, .resumed, .textPasted("één\ntwee\u{1B}[2J")]))
      }
      if count % 17 == 0 { #expect(Invariants.brokenCells(in: drive.screen).isEmpty) }
      if drive.state.isLocked || drive.state.session == nil { unlock(&drive) }
    }
    // A run that never leaves the first screen would prove nothing.
    #expect(kinds.count >= 5)
  }

  private func unlock(_ drive: inout Drive) {
    drive.send(.windowResized(Size(columns: 80, rows: 24)))
    drive.press(.escape)
    if drive.state.session == nil { drive.press(.enter) }
    drive.type("wachtzin")
    drive.press(.enter)
  }

  private func size(_ random: inout SeededGenerator) -> Size {
    random.pick([
      Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 40, rows: 12),
      Size(columns: 30, rows: 8),
      Size(columns: 200, rows: 60), Size(columns: 41, rows: 13),
    ])
  }

  private func key(_ random: inout SeededGenerator) -> Key {
    switch random.int(0...9) {
    case 0, 1: return random.pick([.up, .down, .left, .right, .pageUp, .pageDown, .home, .end])
    case 2: return .enter
    case 3: return random.pick([.escape, .tab, .backTab, .backspace, .delete, .insert])
    case 4: return .control(random.pick(Array("abcdefghijklmnoprstuvwxyz")))
    case 5: return .function(random.int(1...12))
    case 6: return .character(random.pick(Array("éßĳ漢🙂ŁØ\u{301}\u{202E}👩‍🏫")))
    default: return .character(random.pick(Array(" abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP0123456789-+/?:.,*")))
    }
  }
}
