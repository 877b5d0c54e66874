import ArgumentParser
import Casework
import Paperwork
import Text
import Vault

/// `passend samenvatting`: one pupil for one guardian, before a meeting; refused with the reason where that may not be.
struct SummaryCommand: Task {
  static let configuration = CommandConfiguration(commandName: "samenvatting", helpNames: [])
  @OptionGroup var shared: SharedOptions
  @Option(name: .customLong("voor")) var reader: String?
  @Argument var words: [String] = []

  func perform() throws(Failure) -> ExitCode {
    guard !words.isEmpty, let reader else {
      throw Failure("Typ: passend samenvatting LEERLING --voor OUDER. Er is niets gemaakt.", .usage)
    }
    let office = try Office(shared)
    try office.mustKnowNow("Een samenvatting maken")
    let dossier = try office.pupil(words.joined(separator: " "))
    let guardian = try guardian(reader, of: dossier, office)
    let paper: Paper
    do throws(Paperwork.Refusal) {
      paper = try MeetingSummary(of: dossier, at: office.caseload.school, for: .guardian(guardian), on: office.day)
        .paper(madeBy: office.session.user.name)
    } catch {
      throw Failure("Er is geen samenvatting gemaakt. " + error.text, .noRight)
    }
    do throws(VaultError) {
      let read = SectionName.allCases.filter { dossier.tree(of: $0) != nil }
      try office.vault.record(
        .print, "samenvatting", read.map { .section(pupil: dossier.id, $0) }, by: office.session)
    } catch { throw Failure(error) }
    Output.write(PlainText().text(of: paper))
    if !paper.omissions.isEmpty { Output.complain(PlainText().text(of: paper.omissions)) }
    return .ok
  }

  /// The guardian whose name or relation fits what was typed.
  private func guardian(_ typed: String, of dossier: Dossier, _ office: Office) throws(Failure) -> RecordID {
    guard let family = dossier.family.record else {
      throw Failure("Er is geen samenvatting gemaakt. " + Paperwork.Refusal.familyNotReadable.text, .noRight)
    }
    let query = SearchQuery(typed)
    let found = family.guardians.filter { matches(query, [$0.fullName ?? "", $0.relation ?? ""]) }
    let names = family.guardians.map { ($0.fullName ?? "?") + ($0.relation.map { " (\($0))" } ?? "") }
    guard found.count == 1, let id = found.first?.id else {
      let known =
        names.isEmpty ? "Er staat niemand in het tabblad Leerling." : "Kies uit: \(names.joined(separator: ", "))."
      throw Failure("--voor: «\(typed)» wijst niet één ouder of verzorger aan. \(known)", .badData)
    }
    return id
  }
}
