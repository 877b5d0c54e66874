import ArgumentParser
import Casework
import Glibc
import ReferenceData
import Terminal
import Text
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
    let users = try answers.newUsers(passphrases(answers), in: school, on: place.today)
    let known = try KnownHolidays.all()
    // From here on Ctrl-C would leave a school whose recovery code nobody has seen.
    signal(SIGINT, SIG_IGN)
    let made: NewVault
    do throws(VaultError) {
      made = try Vault.create(
        at: place.folder, state: place.state, school: school, calendar: answers.calendar(on: place.today, known),
        users: users, sealed: answers.isSealed, clock: { LiveClock.now })
    } catch { throw Failure(error) }
    tell(made, answers, unknownHolidays(answers, known, place), place)
    return .ok
  }

  private func answers(_ ask: Questions) throws(Failure) -> SchoolAnswers {
    var answers = SchoolAnswers()
    answers.name = try ask.one(name, "Naam van de school", option: "--naam") { text throws(Failure) in text }
    answers.brin = try ask.optional(brin, "BRIN (leeg mag)", option: "--brin", SchoolAnswers.brin)
    answers.legalStatus = try ask.one(legalStatus, "Openbaar of bijzonder", option: "--richting") {
      text throws(Failure) in try Words.choice(text.lowercased(), LegalStatus.self)
    }
    answers.type = try Words.choice(type ?? SchoolType.primary.rawValue, option: "--soort", SchoolType.self)
    answers.partnership = try ask.optional(partnership, "Samenwerkingsverband (leeg mag)", option: "--swv") {
      text throws(Failure) in
      text
    }
    answers.region = try ask.optional(region, "Vakantieregio: noord, midden of zuid (leeg mag)", option: "--regio") {
      text throws(Failure) in try Words.choice(text.lowercased(), HolidayRegion.self)
    }
    try ask.several(groups, "Een groep, zoals 6a:6 (leeg: klaar)", option: "--groep") { text throws(Failure) in
      try answers.addGroup(text)
    }
    let hours = try ask.optional(
      timetable, "Lestijden, zoals ma,di,do,vr 8:30-12:00 12:30-14:30; wo 8:30-12:15 (leeg mag)",
      option: "--rooster", SchoolAnswers.periods)
    answers.periods = hours ?? []
    try ask.several(users, "Een gebruiker, zoals anouk:Anouk Visser:ib (leeg: klaar)", option: "--gebruiker") {
      text throws(Failure) in
      try answers.addUser(text)
    } enough: { () throws(Failure) in
      try answers.checkUsers()
    }
    answers.isSealed = !unsealed
    return answers
  }

  /// A passphrase for each user of a sealed school, in their order.
  private func passphrases(_ answers: SchoolAnswers) throws(Failure) -> [Secret] {
    guard answers.isSealed else { return [] }
    var secrets: [Secret] = []
    for person in answers.users {
      var bytes =
        if let descriptor = shared.passphraseDescriptor {
          try Passphrases.line(from: descriptor)
        } else {
          try Passphrases.chosen(for: person.name)
        }
      secrets.append(Secret(wiping: &bytes))
    }
    return secrets
  }

  /// The holidays of the region that are not known yet, this school year and the next.
  private func unknownHolidays(_ answers: SchoolAnswers, _ known: SchoolHolidays, _ place: SchoolPlace)
    -> [UnknownHoliday]
  {
    guard let region = answers.region else { return [] }
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
///
/// An answer that cannot be used is asked again with the reason; an option that cannot be used ends the command.
private struct Questions {
  let mayAsk: Bool

  func one<Value>(
    _ given: String?, _ question: String, option: String, _ read: (String) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let given { return try fromOption(option) { () throws(Failure) in try read(given) } }
    guard mayAsk else { throw Failure("Geef \(option): \(question.lowercased()). Er is niets gemaakt.", .usage) }
    while true {
      if let value = try answer(question, read) { return value }
    }
  }

  func optional<Value>(
    _ given: String?, _ question: String, option: String, _ read: (String) throws(Failure) -> Value
  ) throws(Failure) -> Value? {
    if let given { return try fromOption(option) { () throws(Failure) in try read(given) } }
    return mayAsk ? try answer(question, read) : nil
  }

  /// Takes answers until an empty one, and then only where there is enough.
  func several(
    _ given: [String], _ question: String, option: String, _ take: (String) throws(Failure) -> Void,
    enough: () throws(Failure) -> Void = {}
  ) throws(Failure) {
    guard given.isEmpty, mayAsk else {
      return try fromOption(option) { () throws(Failure) in
        for text in given { try take(text) }
        try enough()
      }
    }
    while true {
      if try answer(question, take) != nil { continue }
      do throws(Failure) { return try enough() } catch { Output.complain(error.text) }
    }
  }

  /// An option that cannot be used is named.
  private func fromOption<Value>(
    _ option: String, _ read: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    do throws(Failure) { return try read() } catch {
      throw Failure("\(option): \(error.text) Er is niets gemaakt.", error.code)
    }
  }

  /// What was answered, asked again while it cannot be used; nothing where the line is empty.
  private func answer<Value>(
    _ question: String, _ read: (String) throws(Failure) -> Value
  ) throws(Failure) -> Value? {
    while true {
      Output.prompt(question + ":")
      guard let line = readLine() else { throw Failure("De invoer stopte. Er is niets gemaakt.", .usage) }
      let words = line.trimmed
      if words.isEmpty { return nil }
      do throws(Failure) { return try read(words) } catch { Output.complain(error.text) }
    }
  }
}
