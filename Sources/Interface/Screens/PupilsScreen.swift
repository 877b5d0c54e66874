import Casework

/// Every pupil, found by typing.
public struct PupilsScreen: Equatable, Sendable {
  public init() {}
}
