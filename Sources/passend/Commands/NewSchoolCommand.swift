import ArgumentParser
import Casework
import Glibc
import ReferenceData
import Terminal
import Vault

/// `passend nieuw`: makes a school of one's own, by options or by questions for what they leave open.
struct NewSchoolCommand: Task {
  static let configuration = CommandConfiguration(commandName: "nieuw", helpNames: [])
  @OptionGroup var shared: SharedOptions
  @Option(name: .customLong("naam")) var name: String?
  @Option(name: .customLong("brin")) var brin: String?
  @Option(name: .customLong("richting")) var legalStatus: String?
  @Option(name: .customLong("soort")) var type: String?
  @Option(name: .customLong("swv")) var partnership: String?
  @Option(name: .customLong("regio")) var region: String?
  @Option(name: .customLong("groep")) var groups: [String] = []
  @Option(name: .customLong("rooster")) var timetable: String?
  @Option(name: .customLong("gebruiker")) var users: [String] = []
  @Flag(name: .customLong("onverzegeld")) var unsealed = false

  func perform() throws(Failure) -> ExitCode {
    guard !shared.practice else {
      throw Failure("De oefenschool is er al: passend --oefen. Er is niets gemaakt.", .usage)
    }
    let place = try SchoolPlace(shared)
    guard access(place.folder + "/toegang.json", F_OK) != 0 else {
      throw Failure(VaultError.schoolExists(folder: place.folder))
    }
    let answers = try answers(Questions(mayAsk: isatty(STDIN_FILENO) == 1))
    let school = answers.record(on: place.today)
    let made: NewVault
    let users = try answers.newUsers(passphrases(answers), in: school, on: place.today)
    do throws(VaultError) {
      made = try Vault.create(
        at: place.folder, state: place.state, school: school, users: users, sealed: answers.isSealed,
        clock: { LiveClock.now })
    } catch { throw Failure(error) }
    let unknown = try addCalendar(answers, to: made, as: users, place)
    tell(made, answers, unknown, place)
    return .ok
  }

  private func answers(_ ask: Questions) throws(Failure) -> SchoolAnswers {
    var answers = SchoolAnswers()
    answers.name = try ask.text(name, "Naam van de school", option: "--naam")
    answers.brin = try ask.optional(brin, "BRIN (leeg mag)")
    let status = try ask.text(legalStatus, "Openbaar of bijzonder", option: "--richting")
    answers.legalStatus = try Words.choice(status.lowercased(), option: "--richting", LegalStatus.self)
    answers.type = try Words.choice(type ?? SchoolType.primary.rawValue, option: "--soort", SchoolType.self)
    answers.partnership = try ask.optional(partnership, "Samenwerkingsverband (leeg mag)")
    if let area = try ask.optional(region, "Vakantieregio: noord, midden of zuid (leeg mag)") {
      answers.region = try Words.choice(area, option: "--regio", HolidayRegion.self)
    }
    for text in try ask.several(groups, "Een groep, zoals 6a:6 (leeg: klaar)") {
      answers.groups.append(try SchoolAnswers.group(text))
    }
    let hours = try ask.optional(
      timetable, "Lestijden, zoals ma,di,do,vr 8:30-12:00 12:30-14:30; wo 8:30-12:15 (leeg mag)")
    if let hours { answers.periods = try SchoolAnswers.periods(hours) }
    for text in try ask.several(users, "Een gebruiker, zoals anouk:Anouk Visser:ib (leeg: klaar)") {
      answers.users.append(try SchoolAnswers.person(text))
    }
    guard answers.users.contains(where: { $0.role == .careCoordinator }) else {
      throw Failure("Er moet ten minste één gebruiker met de rol ib zijn. Er is niets gemaakt.", .usage)
    }
    answers.isSealed = !unsealed
    return answers
  }

  /// A passphrase for each user of a sealed school, in their order; typed twice where it is asked.
  private func passphrases(_ answers: SchoolAnswers) throws(Failure) -> [Secret] {
    guard answers.isSealed else { return [] }
    var secrets: [Secret] = []
    for person in answers.users {
      var bytes: [UInt8]
      if let descriptor = shared.passphraseDescriptor {
        bytes = try Passphrases.line(from: descriptor)
      } else {
        bytes = try Passphrases.asked("Wachtzin voor \(person.name):")
        guard try Passphrases.asked("Nog een keer:") == bytes else {
          throw Failure("De twee wachtzinnen zijn niet gelijk. Er is niets gemaakt.", .usage)
        }
      }
      secrets.append(Secret(wiping: &bytes))
    }
    return secrets
  }

  /// Puts the known holidays of the region into the school's calendar; returns those that are not known.
  private func addCalendar(
    _ answers: SchoolAnswers, to made: NewVault, as users: [NewUser], _ place: SchoolPlace
  ) throws(Failure) -> [UnknownHoliday] {
    let known: SchoolHolidays
    do throws(ReferenceDataError) { known = try ReferenceData.schoolHolidays() } catch {
      throw Failure("De vakanties in dit programma zijn niet te lezen. Installeer Passend opnieuw.", .badData)
    }
    guard let calendar = answers.calendar(on: place.today, known), let region = answers.region,
      let founder = users.first(where: { $0.role == .careCoordinator })
    else { return [] }
    do throws(VaultError) {
      let session = try made.vault.login(founder.login, passphrase: founder.passphrase)
      let edit = Edit(
        act: "vakanties ingevuld", changes: [Change(place: .calendar, before: nil, after: calendar.tree)])
      _ = try made.vault.commit(edit, by: session)
    } catch { throw Failure(error) }
    let years = [SchoolYear(of: place.today), SchoolYear(of: place.today).next]
    return known.unknown.filter { $0.regions.contains(region) && years.contains($0.schoolYear) }
  }

  private func tell(_ made: NewVault, _ answers: SchoolAnswers, _ unknown: [UnknownHoliday], _ place: SchoolPlace) {
    var lines = ["\(answers.name) is gemaakt in \(place.folder)."]
    if let code = made.recoveryCode {
      lines += [
        "", "Herstelcode: \(code.printed)",
        "Druk deze code af en bewaar haar buiten deze computer. Zonder code en zonder wachtzin",
        "kan niemand de dossiers nog openen. De code wordt maar één keer getoond.",
      ]
    } else {
      lines += ["", "De school is niet verzegeld: wie bij de map kan, kan de dossiers lezen."]
    }
    if !unknown.isEmpty {
      lines += ["", "Nog na te kijken in de kalender:"]
      lines += unknown.map { "  \($0.name) \($0.schoolYear): \($0.explanation)" }
    }
    lines += ["", "Openen: passend", "Leerlingen inlezen: passend import edexml BESTAND"]
    Output.write(lines.joined(separator: "\n") + "\n")
  }
}

/// Asks what the options leave open, where there is somebody to ask.
private struct Questions {
  let mayAsk: Bool

  func text(_ given: String?, _ question: String, option: String) throws(Failure) -> String {
    if let given { return given }
    guard mayAsk else { throw Failure("Geef \(option): \(question.lowercased()). Er is niets gemaakt.", .usage) }
    while true {
      Output.prompt(question + ":")
      guard let line = readLine() else { throw Failure("De invoer stopte. Er is niets gemaakt.", .usage) }
      if !line.isEmpty { return line }
    }
  }

  func optional(_ given: String?, _ question: String) throws(Failure) -> String? {
    guard given == nil, mayAsk else { return given }
    Output.prompt(question + ":")
    return readLine().flatMap { $0.isEmpty ? nil : $0 }
  }

  func several(_ given: [String], _ question: String) throws(Failure) -> [String] {
    guard given.isEmpty, mayAsk else { return given }
    var lines: [String] = []
    while true {
      Output.prompt(question + ":")
      guard let line = readLine(), !line.isEmpty else { return lines }
      lines.append(line)
    }
  }
}
