import Casework

/// What must be done, most pressing first.
public struct AgendaScreen: Equatable, Sendable {
  public init() {}
}
