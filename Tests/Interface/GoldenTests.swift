import Casework
import Interface
import Support
import Testing

/// Every screen in its main states, as somebody looked at it.
@Suite("Screens as they were looked at")
struct GoldenTests {
  static let folder = "Tests/Interface/Goldens"

  @Test("The screen stands as in its golden", arguments: Scene.all)
  func golden(_ scene: Scene) {
    let drive = scene.played()
    #expect(
      GoldenScreen.difference(drive.screen, from: scene.name, in: Self.folder, under: scene.isASCII ? .mono : nil)
        == nil)
  }
}

/// A state that a golden shows: who, on which screen, after which keys.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  let user: User?
  let size: Size
  let isASCII: Bool
  let keys: @Sendable (inout Drive) -> Void

  var testDescription: String { name }

  func played() -> Drive {
    var drive = user.map { Drive(as: $0, size: size, isASCII: isASCII) } ?? Drive(atTheDoor: size, isASCII: isASCII)
    keys(&drive)
    return drive
  }

  /// Each story at each size, and in ASCII.
  static let all: [Scene] = (stories + pictures + planStories + schoolStories + tabs).flatMap { story in
    [("80x24", 80, 24, false), ("100x30", 100, 30, false), ("40x12", 40, 12, false), ("mono-ascii", 80, 24, true)].map {
      Scene(
        name: "\(story.name)-\($0.0)", user: story.user, size: Size(columns: $0.1, rows: $0.2), isASCII: $0.3,
        keys: story.keys)
    }
  }

  typealias Story = (name: String, user: User?, keys: @Sendable (inout Drive) -> Void)
}
