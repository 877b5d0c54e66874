import Casework

/// One record being filled in.
public struct FormScreen: Equatable, Sendable {
  public init() {}
}
