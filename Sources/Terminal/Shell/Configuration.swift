import Casework
import Interface

/// What the program starts its screen with.
public struct Configuration: Sendable {
  /// The rules with their texts, sources and norms.
  public var engine: RuleEngine
  /// What there is to look up.
  public var reference: ReferenceBook
  /// The school holidays that are known.
  public var holidays: SchoolHolidays
  /// What can be known of the school before anyone logs in.
  public var entrance: Entrance
  /// Who logs in without being asked; nothing where the screen asks.
  public var login: Login?
  /// The look that the user asked for; a terminal without colours, or NO_COLOR, gets one colour all the same.
  public var theme: Theme
  /// Whether the user asked for plain ASCII; a terminal without UTF-8 gets it all the same.
  public var isASCII: Bool
  /// The day to show instead of that of the machine: the practice school has a day of its own.
  public var day: CivilDate?
  /// The day that the screens show first.
  public var startDay: StartDay?
  /// Whether long texts may be edited in the user's own editor.
  public var allowsEditor: Bool
  /// Values of environment variables, by name.
  public var variable: @Sendable (String) -> String?
  /// Makes the one that does the work on files; called once, on the thread that it works on.
  public var makeClerk: @Sendable () -> Clerk

  public init(
    engine: RuleEngine, reference: ReferenceBook, holidays: SchoolHolidays, entrance: Entrance, login: Login? = nil,
    theme: Theme = .dark,
    isASCII: Bool = false,
    day: CivilDate? = nil, startDay: StartDay? = nil,
    allowsEditor: Bool = true, variable: @escaping @Sendable (String) -> String?,
    makeClerk: @escaping @Sendable () -> Clerk
  ) {
    self.engine = engine
    self.reference = reference
    self.holidays = holidays
    self.entrance = entrance
    self.login = login
    self.theme = theme
    self.isASCII = isASCII
    self.day = day
    self.startDay = startDay
    self.allowsEditor = allowsEditor
    self.variable = variable
    self.makeClerk = makeClerk
  }
}

/// A name to log in with and, where the school is sealed, its passphrase.
public struct Login: Sendable {
  public let name: String
  public let passphrase: Passphrase?

  public init(name: String, passphrase: Passphrase? = nil) {
    self.name = name
    self.passphrase = passphrase
  }
}
