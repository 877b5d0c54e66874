import Casework

/// A group on a day: who is there.
public struct GroupScreen: Equatable, Sendable {
  public init() {}
}
