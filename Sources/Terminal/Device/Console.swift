import CNcurses
import CSystem
import Glibc
import Interface

/// The terminal while the program has it.
///
/// One at a time, on the main thread.
final class Console {
  enum Failure: Error {
    /// Standard input or output is no terminal.
    case noTerminal
    /// `TERM` names no type that can place its cursor.
    case unknownType
  }

  /// Whether the terminal shows more than ASCII.
  let isUnicode: Bool
  private var savedErrors: Int32 = -1
  private var isOpen = true

  /// Takes the terminal.
  ///
  /// Signals must be caught already, or curses takes them for itself.
  init() throws(Failure) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    isUnicode = cn_use_locale() == 1
    // The modes of the moment are saved before curses changes them; the right bytes are known only after it started.
    cs_guard_arm(STDOUT_FILENO)
    guard cn_open() == cn_opened else {
      cs_guard_disarm()
      throw .unknownType
    }
    let restore = Self.restoreSequence()
    cs_guard_restore_with(restore, restore.count)
    savedErrors = cs_errors_away()
  }

  private static func restoreSequence() -> [CChar] {
    [CChar](unsafeUninitializedCapacity: 512) { buffer, count in
      count = cn_restore_sequence(buffer.baseAddress, buffer.count)
    }
  }

  /// Gives the terminal back for good.
  func close() {
    guard isOpen else { return }
    isOpen = false
    cn_close()
    cs_guard_disarm()
    cs_errors_back(savedErrors)
  }

  /// Lets someone else have the terminal while `body` runs; everything must be drawn again afterwards.
  func lend<Result>(_ body: () -> Result) -> Result {
    cn_leave()
    cs_guard_disarm()
    cs_errors_back(savedErrors)
    defer {
      savedErrors = cs_errors_away()
      cs_guard_rearm()
      cn_return()
    }
    return body()
  }

  /// Stops the job as ^Z does, until `fg`.
  func suspend() {
    lend { cs_suspend() }
  }

  /// Takes the modes back after someone outside stopped and continued the program.
  func retake() {
    cn_return()
  }

  /// Columns and rows of the window as it is now; 80 by 24 where the terminal does not say.
  func measure() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard cs_window_size(STDOUT_FILENO, &columns, &rows) == 0, columns > 0, rows > 0 else {
      return Size(columns: 80, rows: 24)
    }
    cn_resize(columns, rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Everything typed since the last time, without waiting.
  func read() -> [Symbol] {
    var symbols: [Symbol] = []
    var code: UInt32 = 0
    while true {
      let kind = cn_read(&code)
      if kind == cn_character {
        symbols.append(.character(code))
      } else if kind == cn_function {
        symbols.append(.function(code))
      } else {
        return symbols
      }
    }
  }
}
