import Casework
import Support
import Synchronization
import Testing

@testable import Interface

/// What moving a cursor must not do over again.
@Suite("Work that is done once")
struct WorkOnceTests {
  /// Counts how often a rule was asked to judge a dossier.
  private final class Judged: Sendable {
    private let count = Mutex(0)

    func add() { count.withLock { $0 += 1 } }

    /// How often since this was asked last.
    func taken() -> Int {
      count.withLock { count in
        defer { count = 0 }
        return count
      }
    }
  }

  private static func engine(_ judged: Judged) -> RuleEngine {
    let rule = Rule(
      "proef.teller", reads: [.pupil, .plan],
      judge: .pupil { _, _ in
        judged.add()
        return []
      })
    let entry = RuleEntry(
      id: "proef.teller", force: .norm, validFrom: nil, validUntil: nil, audience: [.careCoordinator],
      title: "Teller", explanation: "", sources: [], norms: [], sentences: [:], clearedBy: "", stories: [])
    return RuleEngine(book: RuleBook([entry]), rules: [rule])
  }

  @Test("Moving through the tab of the plan and drawing it judges no dossier; a change judges the one that it is about")
  func planTab() throws {
    let judged = Judged()
    var drive = Drive(on: Size(columns: 100, rows: 30), asking: Self.engine(judged))
    #expect(judged.taken() == TestSchool.names.count)
    drive.openNoor()
    for key in [Key.character("3"), .down, .up, .end, .character("8"), .character("3")] {
      drive.press(key)
      _ = drive.screen
      #expect(judged.taken() == 0, "\(key)")
    }
    let place = Place.section(pupil: TestSchool.pupil("Noor de Vries"), .conversations)
    let stored = try #require(drive.vault.files[place])
    drive.send(.othersSaved([ForeignSave(place: place, state: .read(stored), by: nil)]))
    _ = drive.screen
    #expect(judged.taken() == 1)
  }

  @Test("The lines of a tab are made once for all who ask, and anew for another tab, another window and another file")
  func tabLines() throws {
    var drive = Drive()
    drive.openNoor()
    drive.type("8")
    func lines() throws -> [TabLine] {
      guard case .dossier(let screen) = drive.state.screens.current else { return [] }
      // Of a state without a school nothing could be made now.
      var empty = drive.state
      empty.session = nil
      let lines = screen.lines(empty)
      #expect(lines == ShownTab(screen.shown, drive.state).lines)
      return lines
    }
    let talks = try lines()
    #expect(talks.contains { $0.line.text.contains("ma 2 nov 2026") })
    drive.press(.down, .down)
    #expect(try lines() == talks)
    drive.type("3")
    #expect(try lines() != talks)
    drive.type("8")
    drive.send(.windowResized(Size(columns: 40, rows: 12)))
    #expect(try !lines().isEmpty)
    drive.send(.windowResized(Size(columns: 80, rows: 24)))
    let place = Place.section(pupil: TestSchool.pupil("Noor de Vries"), .conversations)
    let stored = try #require(drive.vault.files[place])
    var section = try #require(Record<ConversationsFields>(tree: stored.tree))
    section.put(make(RestrictedMarkFields.self, 8001) { $0.on = day("2026-11-23") }, in: \.restricted)
    let saved = Stored(tree: section.tree, revision: Revision(text: "nieuw"))
    drive.send(.othersSaved([ForeignSave(place: place, state: .read(saved), by: "Bram Smit")]))
    #expect(try lines().count > talks.count)
  }
}
