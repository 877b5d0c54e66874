import Casework
import Glibc
import Interface
import Terminal
import Vault

/// The program on the screen, or line by line.
struct ScreenProgram {
  private let options: SharedOptions

  init(_ options: SharedOptions) { self.options = options }

  func run() throws(Failure) -> ExitCode {
    let place = try SchoolPlace(options)
    let vault = try place.open()
    let engine = RuleEngine(book: try RuleTexts.book())
    let papers = try Locations().papers
    let today = place.fixedDay
    let configuration = Configuration(
      engine: engine, reference: try ReferenceTexts.reference(), holidays: try KnownHolidays.all(),
      entrance: try entrance(of: vault),
      login: try login(in: vault), theme: try theme(), isASCII: options.ascii, day: today,
      startDay: try options.dayAsked().map { StartDay(day: $0, asKnownNow: options.asKnownNow) },
      variable: Locations.variable,
      makeClerk: {
        let clerk = SchoolClerk(
          vault: vault, engine: engine, documentFolder: papers, today: { today ?? LiveClock.today })
        return clerk.perform
      })
    if Self.isSpoken(options) { return ExitCode(rawValue: Terminal.runLines(configuration)) }
    do throws(NoScreen) {
      return ExitCode(rawValue: try Terminal.run(configuration))
    } catch { throw Failure(error.explanation, .usage) }
  }

  /// Whether it goes line by line: where that was asked, or where the terminal can do nothing else.
  static func isSpoken(_ options: SharedOptions) -> Bool {
    options.accessible || Locations.variable("TERM") == "dumb"
  }

  private func entrance(of vault: Vault) throws(Failure) -> Entrance {
    do throws(VaultError) {
      let users = try vault.logins().map { EntranceUser(login: $0.login, role: $0.role, id: $0.id) }
      return Entrance(users: users, isSealed: vault.isSealed)
    } catch { throw Failure(error) }
  }

  /// In a school without passphrases the screen asks nothing, nor where a descriptor gives the passphrase.
  private func login(in vault: Vault) throws(Failure) -> Terminal.Login? {
    guard !vault.isSealed || options.passphraseDescriptor != nil else { return nil }
    let chosen = Login(options)
    let name = try chosen.name(in: vault)
    guard vault.isSealed else { return Terminal.Login(name: name) }
    return Terminal.Login(name: name, passphrase: Passphrase(bytes: try chosen.bytes(for: name)))
  }

  private func theme() throws(Failure) -> Theme {
    switch options.theme {
    case nil, "donker": return .dark
    case "licht": return .light
    case "mono": return .mono
    case let other?: throw Failure("--thema: «\(other)» ken ik niet. Kies uit: donker, licht, mono.", .usage)
    }
  }
}
