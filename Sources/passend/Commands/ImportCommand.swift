import ArgumentParser
import Casework
import Exchange
import Terminal

/// `passend import edexml`: first a trial run that tells what would change, then the import.
struct ImportCommand: Task {
  static let configuration = CommandConfiguration(commandName: "import", helpNames: [])
  @OptionGroup var shared: SharedOptions
  @Flag(name: .customLong("doen")) var forReal = false
  @Flag(name: .customLong("ook-onverzegeld")) var evenUnsealed = false
  @Argument var kind: String?
  @Argument var file: String?

  func perform() throws(Failure) -> ExitCode {
    guard kind == "edexml", let file else {
      throw Failure("Typ: passend import edexml BESTAND. Er is niets ingelezen.", .usage)
    }
    let read: EdexSchool
    do throws(EdexError) { read = try EdexReader.read(file: file) } catch {
      throw Failure(error.text, error.problem.isUnreadableFile ? .inputOutput : .badData)
    }
    let office = try Office(shared)
    try office.mustBeToday("Invoeren")
    let plan: ImportPlan
    do throws(ImportRefusal) {
      plan = try ImportPlan(of: read, into: office.caseload, on: office.today, at: LiveClock.now, newID: RecordID.fresh)
    } catch { throw Failure(error.text, error == .notCareCoordinator ? .noRight : .badData) }
    guard forReal else {
      Output.write(plan.report.lines(isTrial: true).joined(separator: "\n") + "\n")
      if plan.edit != nil { Output.write("\nDit was een proef. Invoeren: zet --doen achter de opdracht.\n") }
      return .ok
    }
    // Real names in files that anyone can read is a choice to make twice.
    guard office.vault.isSealed || evenUnsealed || shared.practice else {
      throw Failure(
        "Deze school is niet verzegeld: iedereen met toegang tot de map kan de namen lezen. Er is niets ingevoerd.\n"
          + "Weet u het zeker, zet dan ook --ook-onverzegeld achter de opdracht.", .usage)
    }
    if let edit = plan.edit { try office.save(edit) }
    Output.write(plan.report.lines(isTrial: false).joined(separator: "\n") + "\n")
    return .ok
  }
}
