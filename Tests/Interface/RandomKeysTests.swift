import Casework
import Interface
import Support
import Testing

/// Keys without sense: whatever is pressed, the program goes on and draws whole screens.
@Suite("Random keys")
struct RandomKeysTests {
  @Test("20,000 random keys from every screen end without a trap", arguments: [UInt64(1), 2, 3, 4])
  func keys(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let users: [User] = [TestSchool.ib, TestSchool.teacher, TestSchool.ib, TestSchool.director]
    var drive = Drive(as: users[Int(seed - 1)])
    var kinds: Set<ScreenKind> = []
    for count in 0..<20_000 / 4 {
      drive.press(key(&random))
      kinds.insert(drive.state.screens.current.kind)
      if count % 50 == 0 { drive.send(.windowResized(size(&random))) }
      if count % 400 == 0 {
        drive.send(random.pick([.idleTooLong, .clockMoved, .resumed, .textPasted("één\ntwee\u{1B}[2J")]))
      }
      if count % 7 == 0 { #expect(Invariants.brokenCells(in: drive.screen).isEmpty) }
      if drive.state.isLocked {
        drive.send(.windowResized(Size(columns: 80, rows: 24)))
        drive.press(.escape)
        drive.type("wachtzin")
        drive.press(.enter)
      }
    }
    // A run that never leaves the first screen would prove nothing.
    #expect(kinds.count >= 6)
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
