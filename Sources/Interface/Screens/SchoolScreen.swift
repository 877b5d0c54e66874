import Casework

/// What is on record of the school itself.
public struct SchoolScreen: Equatable, Sendable {
  public init() {}
}
