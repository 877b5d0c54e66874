import CSystem
import Glibc
import Text

/// Whole lines in and out, over a plain terminal or a pipe; nothing goes out that could command a terminal.
final class PlainLines {
  /// A longer line is cut, in bytes.
  private static let longest = 1 << 20

  /// Whether no more lines come.
  private(set) var isEnded = false
  /// Whether what is written does not arrive any more.
  private(set) var isDeaf = false
  private let isTerminal = isatty(STDIN_FILENO) == 1
  private var bytes: [UInt8] = []
  private var shown: termios?

  /// Takes in what has arrived; call it when there is something to read.
  func read() {
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    if count <= 0 { isEnded = true } else { bytes += buffer[..<count] }
  }

  /// Whether a whole line has arrived.
  var hasLine: Bool { bytes.contains(10) || (isEnded && !bytes.isEmpty) }

  /// The next whole line without its end; the last one may lack it.
  func next() -> String? {
    guard hasLine else { return nil }
    let line = bytes.prefix { $0 != 10 }
    bytes.removeFirst(min(bytes.count, line.count + 1))
    return String(decoding: line.prefix(Self.longest).filter { $0 != 13 }, as: UTF8.self)
  }

  /// Hides what is typed at a terminal, or shows it again.
  ///
  /// Whatever ends the program meanwhile, a crash too, the terminal shows again what is typed.
  func hideTyping(_ isHidden: Bool) {
    guard isTerminal, isHidden != (shown != nil) else { return }
    if var modes = shown {
      tcsetattr(STDIN_FILENO, TCSANOW, &modes)
      cs_guard_disarm()
      shown = nil
      write([""])
    } else {
      var modes = termios()
      guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return }
      cs_guard_arm(STDIN_FILENO)
      shown = modes
      modes.c_lflag &= ~tcflag_t(ECHO)
      tcsetattr(STDIN_FILENO, TCSANOW, &modes)
    }
  }

  /// Writes lines, as far as anyone reads them.
  func write(_ lines: [String]) {
    let text = lines.map { $0.sanitized() + "\n" }.joined()
    if !isDeaf, !text.isEmpty { isDeaf = !Child.writeAll(Array(text.utf8), to: STDOUT_FILENO) }
  }
}
