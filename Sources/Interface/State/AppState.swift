import Casework

/// Everything that decides what is on the screen, as one value.
///
/// Only ``update(_:_:)`` changes it.
public struct AppState: Sendable {
  public var environment: Environment
  public var size: Size
  /// The rules with their texts, sources and norms.
  public let engine: RuleEngine
  /// What there is to look up.
  public let reference: ReferenceBook
  /// The school holidays that are known.
  public let holidays: SchoolHolidays
  /// What can be known of the school before anyone has logged in.
  public var entrance: Entrance
  /// Whoever is logged in, with what they may see; nothing before that.
  public var session: Session?
  public var screens: ScreenStack
  /// What lies over the screen and takes the keys.
  public var overlay: Overlay?
  /// One line about what just happened.
  public var notice: Notice?
  /// The passphrase asked for again; what was on the screen waits below.
  public var lock: LoginScreen?
  /// Whether the screen is wiped for someone who looks over the shoulder.
  public var isBlank = false
  /// Work that was handed to the shell and has not come back.
  public var pending: [Token: PendingWork] = [:]
  /// Whether the user asked to quit and only the disk is waited for.
  var quitsWhenSaved = false
  /// The tabs that the journal was told of, of the pupils who are open.
  var openedPlaces: Set<Place> = []
  /// What was worked out from the session for the day that shows.
  var derived = Derived()
  /// The day to show as soon as someone has logged in.
  var startDay: StartDay?
  private var lastToken = 0

  var book: RuleBook { engine.book }

  public var isLocked: Bool { lock != nil }

  /// What is drawn and takes the keys: whoever must give the passphrase again sees nothing of what waits below.
  var visibleScreen: Screen { lock.map { .login($0) } ?? screens.current }

  /// The state in which the program starts: nobody logged in.
  public init(
    environment: Environment, size: Size, engine: RuleEngine, reference: ReferenceBook,
    holidays: SchoolHolidays, entrance: Entrance, startDay: StartDay? = nil
  ) {
    self.environment = environment
    self.size = size
    self.engine = engine
    self.reference = reference
    self.holidays = holidays
    self.entrance = entrance
    self.startDay = startDay
    screens = ScreenStack(.login(LoginScreen(entrance: entrance)))
  }

  /// What the one who logs in like this is called, in full where the list of staff can be read.
  func name(ofLogin login: String?) -> String? {
    guard let login else { return nil }
    if let user = session?.user, user.login == login { return user.name }
    let known = entrance.users.first { $0.login == login }
    return known?.id.flatMap { session?.caseload.name(of: $0, .user) } ?? known?.name ?? login
  }

  /// Remembers what to do when the shell comes back with this piece of work.
  mutating func expect(_ work: PendingWork) -> Token {
    lastToken += 1
    let token = Token(number: lastToken)
    pending[token] = work
    return token
  }
}

/// What can be known of the school before anyone has logged in.
public struct Entrance: Equatable, Sendable {
  /// Who can log in, in the order in which they are offered.
  public var users: [EntranceUser]
  /// Whether opening it takes a passphrase; the practice school takes none.
  public var isSealed: Bool

  public init(users: [EntranceUser], isSealed: Bool) {
    self.users = users
    self.isSealed = isSealed
  }
}

/// Someone who can log in.
public struct EntranceUser: Equatable, Sendable {
  public let login: String
  public let name: String
  /// The record in the list of staff, once that can be read.
  let id: RecordID?

  public init(login: String, name: String) {
    self.login = login
    self.name = name
    id = nil
  }

  /// Someone of whom only what lies outside the sealed files is known.
  public init(login: String, role: UserRole, id: RecordID) {
    self.login = login
    name = Texts.Login.user(login, role.label)
    self.id = id
  }
}

/// Which piece of work a reply belongs to.
public struct Token: Hashable, Sendable {
  public let number: Int

  public init(number: Int) { self.number = number }
}

/// One line about what just happened, until the next key.
public struct Notice: Equatable, Sendable {
  public enum Kind: Equatable, Sendable { case done, hint, trouble }

  public let kind: Kind
  public let text: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// The screens from the first to the one that shows; there is always one.
public struct ScreenStack: Equatable, Sendable {
  public private(set) var below: [Screen] = []
  public var current: Screen

  public init(_ screen: Screen) { current = screen }

  public var depth: Int { below.count + 1 }

  /// From the first to the one that shows.
  var all: [Screen] { below + [current] }

  public mutating func push(_ screen: Screen) {
    below.append(current)
    current = screen
  }

  /// One step back; the first screen stays.
  public mutating func pop() {
    if let last = below.popLast() { current = last }
  }

  /// Back to the one at this place, counted from the first; those over it close.
  mutating func goBack(to index: Int) {
    guard below.indices.contains(index) else { return }
    current = below[index]
    below.removeSubrange(index...)
  }

  /// Takes some of them out, wherever they stand; the first screen stays.
  mutating func remove(at indices: Set<Int>) {
    let kept = all.enumerated().filter { $0.offset == 0 || !indices.contains($0.offset) }.map(\.element)
    below = Array(kept.dropLast())
    if let last = kept.last { current = last }
  }

  mutating func replace(at index: Int, with screen: Screen) {
    if below.indices.contains(index) { below[index] = screen } else { current = screen }
  }

  /// Changes any of them, wherever it stands.
  mutating func change(_ body: (inout Screen) -> Void) {
    for index in below.indices { body(&below[index]) }
    body(&current)
  }

  /// Starts afresh with one screen.
  public mutating func replaceAll(with screen: Screen) {
    below = []
    current = screen
  }
}
