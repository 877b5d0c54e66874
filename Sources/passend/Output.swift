import Casework
import Glibc
import Text

/// The way out to the calling terminal or pipe; nothing passes that could command a terminal.
enum Output {
  /// Writes running text.
  static func write(_ text: String) {
    print(text.sanitized(.multiline), terminator: "")
  }

  /// Writes JSON, sorted and indented; its own escapes keep it harmless.
  static func write(_ tree: Tree) {
    print(String(decoding: tree.encoded(), as: UTF8.self), terminator: "")
  }

  /// Writes to the error stream, each text on lines of its own.
  static func complain(_ text: String) {
    let bytes = Array((text.sanitized(.multiline) + "\n").utf8)
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      start += count
    }
  }
}
