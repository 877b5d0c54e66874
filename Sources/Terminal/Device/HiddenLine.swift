import CSystem
import Glibc

/// A line that is typed at a plain terminal without being shown: a passphrase.
public enum HiddenLine {
  public enum Failure: Error, Equatable, Sendable {
    /// Standard input is no terminal.
    case noTerminal
    /// No more input: ^D, or a closed window.
    case ended
    /// Longer than ``longest``.
    case tooLong
  }

  /// The longest line that is taken, in bytes.
  public static let longest = 1024

  /// Asks and reads; `prompt` is called again where the program was stopped halfway.
  ///
  /// Whatever ends the program meanwhile, the terminal shows again what is typed.
  public static func ask(_ prompt: () -> Void) throws(Failure) -> [UInt8] {
    guard isatty(STDIN_FILENO) == 1 else { throw .noTerminal }
    while true {
      prompt()
      var buffer = [CChar](repeating: 0, count: longest)
      let length = cs_hidden_line(STDIN_FILENO, &buffer, buffer.count)
      defer { explicit_bzero(&buffer, buffer.count) }
      switch length {
      case 0...: return buffer[..<length].map(UInt8.init(bitPattern:))
      case Int(cs_hidden_stopped): continue
      case Int(cs_hidden_too_long): throw .tooLong
      case Int(cs_hidden_ended): throw .ended
      default: throw .noTerminal
      }
    }
  }
}
