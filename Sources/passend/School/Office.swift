import Casework
import Glibc
import ReferenceData
import Terminal
import Text
import Vault

/// The school, opened for one user: what every subcommand works with.
struct Office {
  let vault: Vault
  let session: VaultSession
  var caseload: Caseload
  /// What is wrong with the files, a sentence each.
  let troubles: [String]
  let engine: RuleEngine
  /// The day that is shown: that of the clock, of the practice school, or the one that was asked for.
  let day: CivilDate
  /// With which facts it is shown.
  let knowledge: Knowledge
  /// The day of the oldest record, where a past day is shown as it was recorded.
  let since: CivilDate?
  /// The day on which something is recorded; never another than today.
  let today: CivilDate

  /// Opens the school that the options name and logs in.
  init(_ options: SharedOptions) throws(Failure) {
    let place = try SchoolPlace(options)
    today = place.today
    day = try options.dayAsked() ?? today
    knowledge = Knowledge(of: day, today: today, asKnownNow: options.asKnownNow)
    vault = try place.open()
    let login = try Login(options).choose(in: vault)
    do throws(VaultError) {
      session = try vault.login(login.name, passphrase: login.passphrase)
      if knowledge == .then {
        let recorded = try vault.load(asOf: day, for: session)
        caseload = recorded.caseload
        since = recorded.since
        troubles = recorded.unnamed.map { [$0.sentence] } ?? []
      } else {
        let loaded = try vault.load(for: session)
        caseload = loaded.caseload
        since = nil
        troubles = loaded.damaged.map(\.sentence)
      }
    } catch { throw Failure(error) }
    engine = RuleEngine(book: try RuleTexts.book())
  }

  var scope: RuleScope {
    let looked = knowledge == .then ? day : max(day, today)
    return engine.scope(
      of: caseload.school, until: RuleScope.horizon(from: looked), asOf: knowledge == .then ? day : today)
  }

  /// The agenda of the school as this user may see it.
  func agenda() -> Agenda {
    let scope = scope
    // A school of which nothing was recorded yet asks nothing: it is not known to lack anything.
    guard nothingYet == nil else { return engine.agenda(of: caseload, Judgement(), in: scope) }
    return engine.agenda(
      of: caseload, engine.judgeInParallel(Array(caseload.dossiers.values), in: scope), in: scope)
  }

  var reader: AgendaReader { AgendaReader(session.user, at: caseload.school, on: day) }

  /// Saves an edit; one that a colleague was before with is told, never forced.
  func save(_ edit: Edit) throws(Failure) {
    let outcome: CommitOutcome
    do throws(VaultError) { outcome = try vault.commit(edit, by: session) } catch { throw Failure(error) }
    switch outcome {
    case .saved: return
    case .conflict(let clashes):
      let names = Set(clashes.compactMap(\.writer?.name)).sorted().joined(separator: ", ")
      throw Failure(
        "Intussen heeft \(names.isEmpty ? "iemand" : names) dezelfde gegevens gewijzigd. Er is niets opgeslagen. Probeer het opnieuw.",
        .inputOutput)
    }
  }
}

/// Which school is meant and what day it is there.
struct SchoolPlace {
  let folder: String
  let state: String
  let today: CivilDate
  /// The day of a school that has one of its own; nothing where the clock says.
  let fixedDay: CivilDate?

  init(_ options: SharedOptions) throws(Failure) {
    let locations = try Locations()
    state = locations.state
    if options.practice {
      guard options.folder == nil else {
        throw Failure("Kies --oefen of --map, niet allebei. Er is niets geopend.", .usage)
      }
      folder = locations.practiceSchool
      let practice = try PracticeFolder(folder: folder, state: state)
      try practice.prepare(afresh: options.afresh)
      today = practice.school.today
      fixedDay = today
    } else {
      guard !options.afresh else {
        throw Failure(
          "--opnieuw hoort bij --oefen: alleen de oefenschool wordt teruggezet. Er is niets gewijzigd.", .usage)
      }
      folder = options.folder ?? locations.school
      today = LiveClock.today
      fixedDay = nil
    }
  }

  func open() throws(Failure) -> Vault {
    do throws(VaultError) {
      return try Vault.open(at: folder, state: state, clock: { LiveClock.now })
    } catch {
      if case .noSchool = error {
        throw Failure(error.sentence + "\nOefenen kan met: passend --oefen", .badData)
      }
      throw Failure(error)
    }
  }
}

/// Who logs in and with what.
struct Login {
  private let options: SharedOptions

  init(_ options: SharedOptions) { self.options = options }

  func choose(in vault: Vault) throws(Failure) -> (name: String, passphrase: Secret?) {
    let name = try name(in: vault)
    guard vault.isSealed else { return (name, nil) }
    var bytes = try bytes(for: name)
    return (name, Secret(wiping: &bytes))
  }

  func name(in vault: Vault) throws(Failure) -> String {
    let logins: [VaultLogin]
    do throws(VaultError) { logins = try vault.logins() } catch { throw Failure(error) }
    return try self.name(among: logins, isSealed: vault.isSealed)
  }

  /// The passphrase as typed, in UTF-8 and NFC.
  func bytes(for name: String) throws(Failure) -> [UInt8] {
    guard let descriptor = options.passphraseDescriptor else {
      return try Passphrases.asked("Wachtzin van \(name):")
    }
    return try Passphrases.line(from: descriptor)
  }

  /// The login that was named; without one the only one there is, and in a school without passphrases the first
  /// intern begeleider.
  private func name(among logins: [VaultLogin], isSealed: Bool) throws(Failure) -> String {
    let known = logins.map(\.login).joined(separator: ", ")
    if let asked = options.login {
      guard logins.contains(where: { $0.login == asked }) else {
        throw Failure(
          "De naam «\(asked)» is hier niet bekend. Er is niets geopend. Kies met --als uit: \(known).", .usage)
      }
      return asked
    }
    if logins.count == 1, let only = logins.first { return only.login }
    if !isSealed, let first = logins.first(where: { $0.role == .careCoordinator }) { return first.login }
    throw Failure("Zeg wie u bent met --als. Er is niets geopend. Kies uit: \(known).", .usage)
  }
}

/// The rule book that is built into the program.
enum RuleTexts {
  static func book() throws(Failure) -> RuleBook {
    do throws(ReferenceDataError) { return try ReferenceData.ruleBook() } catch {
      throw Failure("De regels in dit programma zijn niet te lezen. Installeer Passend opnieuw.", .badData)
    }
  }
}

extension Failure {
  /// An error of the vault, with the exit code that fits it.
  init(_ error: VaultError) {
    self.init(error.sentence, error.exitCode)
  }
}

extension VaultError {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .storage(let fault):
      switch fault.cause {
      case .full, .noRight: .cannotCreate
      case .busy, .gone, .other: .inputOutput
      }
    case .noSchool, .schoolExists, .newerFormat, .damaged, .noSuchRevision: .badData
    case .unknownLogin, .wrongPassphrase, .noRight, .notReadable: .noRight
    case .passphraseTooShort, .unusableLogin: .usage
    case .keepsMoving, .cryptographyUnavailable: .inputOutput
    }
  }
}
