import Casework
import Interface

/// A conversation line by line with the real `update` and a shell in memory.
struct LineDrive {
  var drive: Drive
  private var talk = LineTalk()
  /// Everything that was said, line by line.
  private(set) var said: [String] = []
  /// What was said last.
  private(set) var answer: [String] = []

  init(as user: User = TestSchool.ib) {
    drive = Drive(as: user, size: LineTalk.size)
    speak()
  }

  init(on drive: Drive) {
    self.drive = drive
    self.drive.send(.windowResized(LineTalk.size))
    speak()
  }

  init(atTheDoor: Void) {
    drive = Drive(atTheDoor: LineTalk.size)
    speak()
  }

  private mutating func speak() {
    answer = talk.say(drive.state)
    said += answer
  }

  /// Types a line and hears what it comes to.
  mutating func type(_ line: String) {
    for message in talk.hear(line, drive.state) { drive.send(message) }
    speak()
  }

  mutating func type(_ lines: [String]) { for line in lines { type(line) } }

  /// Lets something happen between two lines.
  mutating func happen(_ message: Message) {
    drive.send(message)
    answer = talk.announce(drive.state)
    said += answer
  }

  var isSecret: Bool { talk.asksPassphrase(drive.state) }

  /// Whether what was said last has this, lines joined as they are read.
  func hears(_ text: String) -> Bool { answer.joined(separator: " ").contains(text) }

  /// The number under which something was told last.
  func number(of text: String) -> Int? {
    guard let line = said.last(where: { $0.contains(text) && $0.first?.isNumber == true }) else { return nil }
    return Int(line.prefix { $0.isNumber })
  }
}

extension LineDrive: CustomStringConvertible {
  var description: String { "\n" + answer.joined(separator: "\n") + "\n" }
}
