import Casework
import Text

/// The commands of a kind of screen by the words that are typed for them.
struct LineCommands {
  private let commands: [Command]

  init(on kind: ScreenKind) { commands = CommandTable.commands(on: kind) }

  /// The command that a line begins with, and what stands behind it.
  ///
  /// Its title, one of its keys, its short word or the beginning of its title; the longest that fits.
  func read(_ line: String) -> (command: Command, rest: String)? {
    let words = line.split(separator: " ").map(String.init)
    let counts = (1..<max(1, words.count + 1)).reversed()
    for finds in [Self.title, Self.key, Self.label, Self.short] {
      for count in counts {
        let phrase = words.prefix(count).joined(separator: " ")
        if let found = commands.first(where: { finds($0, phrase) }) {
          return (found, words.dropFirst(count).joined(separator: " "))
        }
      }
    }
    for count in counts {
      let phrase = words.prefix(count).joined(separator: " ").folded
      let found = phrase.count < 3 ? [] : commands.filter { $0.title.folded.hasPrefix(phrase) }
      if found.count == 1 { return (found[0], words.dropFirst(count).joined(separator: " ")) }
    }
    return nil
  }

  private static func title(_ command: Command, _ phrase: String) -> Bool { command.title.folded == phrase.folded }
  private static func short(_ command: Command, _ phrase: String) -> Bool { command.short.folded == phrase.folded }
  /// A capital is another key than its small letter, and comes first where it is one.
  private static func key(_ command: Command, _ phrase: String) -> Bool {
    command.keys.contains { $0.label == phrase }
  }
  private static func label(_ command: Command, _ phrase: String) -> Bool {
    command.keys.contains { $0.label.folded == phrase.folded }
  }

  /// The words that name a command in a line, with the colon where lines are text.
  static func typed(_ command: Command, on kind: ScreenKind) -> String {
    (kind == .form ? ":" : "") + command.title.folded
  }

  /// What can be typed here, a command a line, with the reason where it cannot run now.
  static func help(_ state: AppState) -> [String] {
    let kind = state.visibleScreen.kind
    return CommandTable.commands(on: kind).filter { !silent.contains($0.id) }.map { command in
      let letter = command.keys.first { $0.isText && $0 != .character(" ") }
      return Texts.Lines.command(
        typed(command, on: kind), letter: kind == .form ? nil : letter?.label,
        help: Speech.words(Speech.withoutKeys(command.help, on: kind)),
        cannot: state.disabledReason(command.id).map { Speech.words(Speech.withoutKeys($0, on: kind)) })
    }
  }

  /// Commands that line mode has words of its own for.
  private static let silent: Set<CommandID> = [.help, .palette, .redraw]
}
