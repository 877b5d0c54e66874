import Casework
import Glibc
import Text

/// The way out to the calling terminal or pipe; nothing passes that could command a terminal.
enum Output {
  /// Writes running text; the program ends where that does not go.
  static func write(_ text: String) {
    if !send(Array(text.sanitized(.multiline).utf8), to: STDOUT_FILENO) { endUnwritten() }
  }

  /// Writes JSON, sorted and indented; its own escapes keep it harmless.
  static func write(_ tree: Tree) {
    if !send(tree.encoded(), to: STDOUT_FILENO) { endUnwritten() }
  }

  /// Whoever reads half an answer must not take it for the whole.
  private static func endUnwritten() -> Never {
    complain(
      "De uitvoer is niet helemaal geschreven: is de schijf vol? Wat was vastgelegd, is veilig. Maak ruimte en vraag het opnieuw."
    )
    Glibc.exit(ExitCode.inputOutput.rawValue)
  }

  /// Writes to the error stream, each text on lines of its own.
  static func complain(_ text: String) {
    _ = send(Array((text.sanitized(.multiline) + "\n").utf8), to: STDERR_FILENO)
  }

  private static func send(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
