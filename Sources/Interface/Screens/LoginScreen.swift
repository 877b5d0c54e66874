import Casework

/// Who are you, and with which passphrase.
public struct LoginScreen: Equatable, Sendable {
  public var chosen = ListCursor()
  public var passphrase = InputLine()
  /// Whether the passphrase is typed now, or a name chosen.
  public var isTyping = false
  /// Whether the shell is at work on it.
  public var isWaiting = false

  public init(entrance: Entrance) {
    isTyping = entrance.isSealed && entrance.users.count == 1
  }
}
