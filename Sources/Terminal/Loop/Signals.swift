import CSystem
import Glibc

/// The signals that arrived since someone last asked.
struct Signals: Equatable {
  /// Bit n for signal n.
  let bits: UInt64

  func contains(_ number: Int32) -> Bool { bits & (1 << UInt64(number)) != 0 }

  /// The signal that asks the program to end, if one did.
  var ending: Int32? { [SIGHUP, SIGTERM, SIGINT, SIGQUIT].first(where: contains) }
}
