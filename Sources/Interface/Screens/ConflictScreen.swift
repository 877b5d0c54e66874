import Casework

/// What a colleague and the user both changed.
public struct ConflictScreen: Equatable, Sendable {
  public init() {}
}
