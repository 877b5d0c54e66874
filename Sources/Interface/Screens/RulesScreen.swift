import Casework

/// The rule book to read.
public struct RulesScreen: Equatable, Sendable {
  public init() {}
}
