import Casework
import Interface

/// What the program starts its screen with.
public struct Configuration: Sendable {
  /// Texts, sources and norms of the rules.
  public var book: RuleBook
  /// What can be known of the school before anyone logs in.
  public var entrance: Entrance
  /// The look that the user asked for; a terminal without colours, or NO_COLOR, gets one colour all the same.
  public var theme: Theme
  /// Whether the user asked for plain ASCII; a terminal without UTF-8 gets it all the same.
  public var isASCII: Bool
  /// The day to show instead of that of the machine: the practice school has a day of its own.
  public var day: CivilDate?
  /// Whether long texts may be edited in the user's own editor.
  public var allowsEditor: Bool
  /// How long nobody may touch a key before the keys are wiped, in seconds.
  public var idleSeconds: Int
  /// Values of environment variables, by name.
  public var variable: @Sendable (String) -> String?
  /// Makes the one that does the work on files; called once, on the thread that it works on.
  public var makeClerk: @Sendable () -> Clerk

  public init(
    book: RuleBook, entrance: Entrance, theme: Theme = .dark, isASCII: Bool = false, day: CivilDate? = nil,
    allowsEditor: Bool = true, idleSeconds: Int = 600, variable: @escaping @Sendable (String) -> String?,
    makeClerk: @escaping @Sendable () -> Clerk
  ) {
    self.book = book
    self.entrance = entrance
    self.theme = theme
    self.isASCII = isASCII
    self.day = day
    self.allowsEditor = allowsEditor
    self.idleSeconds = idleSeconds
    self.variable = variable
    self.makeClerk = makeClerk
  }
}
