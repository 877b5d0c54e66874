import ArgumentParser
import Casework

/// `passend gesprek`: records a talk, with an action where there is one.
struct ConversationCommand: Task {
  static let configuration = CommandConfiguration(commandName: "gesprek", helpNames: [])
  @OptionGroup var shared: SharedOptions
  @Option(name: .customLong("met")) var with = ConversationKind.parents.rawValue
  @Option(name: .customLong("over")) var about = ConversationSubject.other.rawValue
  @Option(name: .customLong("hoe")) var how = ConversationMedium.inPerson.rawValue
  @Option(name: .customLong("tekst")) var text: String?
  @Option(name: .customLong("actie")) var action: String?
  @Option(name: .customLong("voor")) var before: String?
  @Argument var words: [String] = []

  func perform() throws(Failure) -> ExitCode {
    guard !words.isEmpty, let text, !text.allSatisfy(\.isWhitespace) else {
      throw Failure("Typ: passend gesprek NAAM --tekst \"wat is besproken\". Er is niets vastgelegd.", .usage)
    }
    guard (action == nil) == (before == nil) else {
      throw Failure("--actie en --voor horen bij elkaar: wat en wanneer. Er is niets vastgelegd.", .usage)
    }
    let kind = try Words.choice(with, option: "--met", ConversationKind.self)
    let subject = try Words.choice(about, option: "--over", ConversationSubject.self)
    let medium = try Words.choice(how, option: "--hoe", ConversationMedium.self)
    let due: CivilDate? = if let before { try Words.day(before, option: "--voor") } else { nil }
    let office = try Office(shared)
    try office.mustBeToday("Vastleggen")
    let dossier = try office.pupil(words.joined(separator: " "))
    guard var section = dossier.conversations.record else {
      throw Failure("Het tabblad Gesprekken is voor u niet te lezen. Er is niets vastgelegd.", .noRight)
    }
    var talk = office.newRecord(ConversationFields.self)
    talk.on = office.today
    talk.kind = Choice(kind)
    talk.subjects = [Choice(subject)]
    talk.medium = Choice(medium)
    talk.reached = Choice(.reached)
    talk.summary = text
    if let action, let due { talk.put(promise(action, before: due, office), in: \.actions) }
    section.put(talk, in: \.conversations)
    try office.save("gesprek vastgelegd", section.tree, at: .section(pupil: dossier.id, .conversations))
    Output.write(
      "Vastgelegd: gesprek (\(kind.label)) over \(office.name(of: dossier)), \(office.today.dutch(.full)).\n")
    return .ok
  }

  private func promise(_ what: String, before: CivilDate, _ office: Office) -> Action {
    var action = office.newRecord(ActionFields.self)
    action.what = what
    action.before = before
    action.owner = Reference(office.session.user.id)
    return action
  }
}
