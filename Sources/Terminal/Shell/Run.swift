import CSystem
import Glibc
import Interface

/// Why the program could not draw its screen.
public enum NoScreen: Error, Equatable {
  /// Standard input or output is no terminal.
  case noTerminal
  /// The type in `TERM` cannot place its cursor.
  case unknownType(String)

  /// What to tell the user.
  public var explanation: String {
    switch self {
    case .noTerminal: Texts.noTerminal
    case .unknownType(let type): Texts.unknownTerminal(type)
    }
  }
}

/// Runs the program on the terminal until it ends; the terminal is then as it was, whatever ended it.
///
/// ``CrashGuard`` must be installed.
///
/// - Returns: the exit code; 128 and the number where a signal asked for the end.
public func run(_ configuration: Configuration) throws(NoScreen) -> Int32 {
  let signals = cs_signals_open()
  defer { cs_signals_close() }
  let console: Console
  do throws(Console.Failure) {
    console = try Console()
  } catch {
    switch error {
    case .noTerminal: throw .noTerminal
    case .unknownType: throw .unknownType(configuration.variable("TERM") ?? "")
    }
  }
  defer { console.close() }
  return Shell(configuration, on: console, signals: signals).run()
}

/// Runs the program line by line on standard input and output, terminals or not, until it ends.
///
/// - Returns: the exit code; 128 and the number where a signal asked for the end.
public func runLines(_ configuration: Configuration) -> Int32 {
  let signals = cs_signals_open()
  defer { cs_signals_close() }
  // A reader that is gone is an end like any other, with the drafts kept.
  signal(SIGPIPE, SIG_IGN)
  return LineShell(configuration, signals: signals).run()
}
