import ArgumentParser
import Glibc
import Terminal

/// The program: a subcommand where one is named, else the screen, else the agenda as text.
@main
struct Passend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passend",
    subcommands: [
      AgendaCommand.self, PupilsCommand.self, DossierCommand.self, AbsenceCommand.self, ConversationCommand.self,
      SummaryCommand.self, ReferralCommand.self, ImportCommand.self, NewSchoolCommand.self, RulesCommand.self,
      ReferenceCommand.self, PathsCommand.self,
    ], helpNames: [])

  @OptionGroup var shared: SharedOptions

  static func main() {
    // Every subcommand may hold a dossier in memory, so that none may leave a core dump behind.
    CrashGuard.install()
    Glibc.exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Runs what these words ask for; every error ends here, as one Dutch text and an exit code.
  private static func run(_ words: [String]) -> ExitCode {
    let task: any Task
    do {
      guard let parsed = try parseAsRoot(words) as? any Task else { return misunderstood(words) }
      task = parsed
    } catch {
      return misunderstood(words)
    }
    if task.shared.help {
      Output.write(type(of: task).guide?.text ?? Guide.overview)
      return .ok
    }
    do throws(Failure) {
      return try task.perform()
    } catch {
      Output.complain(error.text)
      return error.code
    }
  }

  /// A word that is not known: one line and how it is typed.
  private static func misunderstood(_ words: [String]) -> ExitCode {
    let guide = words.first.flatMap { word in Guide.all.first { $0.name == word } }
    let usage = guide?.usage ?? "[OPDRACHT] [OPTIES]"
    let typed = words.joined(separator: " ")
    Output.complain(
      "Ik begrijp «passend \(typed)» niet. Er is niets gedaan.\nZo typt u het: passend \(usage)\nMeer uitleg: passend --hulp"
    )
    return .usage
  }
}

/// What a subcommand is to this program.
protocol Task: ParsableCommand {
  var shared: SharedOptions { get }
  /// Nothing for the program without a subcommand.
  static var guide: Guide? { get }
  func perform() throws(Failure) -> ExitCode
}

extension Task {
  static var guide: Guide? { Guide.all.first { $0.name == configuration.commandName } }
}

extension Passend: Task {
  func perform() throws(Failure) -> ExitCode {
    let isAtTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    if isAtTerminal || shared.accessible, !shared.json, !shared.plain {
      return try ScreenProgram(shared).run()
    }
    return try AgendaCommand.show(shared)
  }
}
