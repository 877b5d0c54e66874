import ArgumentParser
import Casework
import Text
import Vault

/// `passend agenda`: what is overdue, now and coming, each with its reason.
struct AgendaCommand: Task {
  static let configuration = CommandConfiguration(commandName: "agenda", helpNames: [])
  @OptionGroup var shared: SharedOptions

  func perform() throws(Failure) -> ExitCode {
    try Self.show(shared)
  }

  /// Also what the program prints where there is no terminal.
  static func show(_ options: SharedOptions) throws(Failure) -> ExitCode {
    let office = try Office(options)
    let agenda = office.agenda()
    let unjudged = agenda.unjudged(for: office.reader)
    let signals = agenda.signals(on: office.day, for: office.reader)
    if options.json {
      Output.write(tree(signals, unjudged: unjudged, office))
    } else {
      Output.write(text(signals, unjudged: unjudged, office))
    }
    return .ok
  }

  private static func tree(_ signals: [Signal], unjudged: [Unjudged], _ office: Office) -> Tree {
    let names = SubjectNames(office.caseload.school, office.caseload.dossiers.values)
    var members: Members = [
      "date": .string(office.day.iso), "kennis": .string(office.knowledge.rawValue),
      "school": .string(office.caseload.school.record.schoolName ?? ""),
      "signals": .array(signals.map { $0.tree(office.engine.book, names: names) }),
      "unjudged": .array(unjudged.map { $0.tree(names: names) }),
    ]
    members["remark"] = office.nothingYet.map(Tree.string)
    return .object(members)
  }

  private static func text(_ signals: [Signal], unjudged: [Unjudged], _ office: Office) -> String {
    let school = office.caseload.school.record.schoolName ?? ""
    let head = [
      school.isEmpty ? "Agenda" : "Agenda van \(school)", office.day.dutch(.full), office.facts,
      office.session.user.name,
    ]
    var lines = [head.compactMap(\.self).joined(separator: " · ")]
    for urgency in Urgency.allCases {
      let group = signals.filter { $0.urgency == urgency }
      guard !group.isEmpty else { continue }
      lines += ["", "\(urgency.rawValue.uppercased())  \(group.count)"]
      lines += inParallel(group) { [caseload = office.caseload, book = office.engine.book, day = office.day] part in
        part.flatMap { Self.lines(of: $0, caseload, book, on: day) }
      }.joined()
    }
    if signals.isEmpty { lines += ["", office.nothingYet ?? "Niets te doen op deze dag."] }
    for why in Set(unjudged.map(\.explanation)).sorted() { lines += ["", why] }
    for trouble in office.troubles { lines += ["", trouble] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The signal itself, then the facts it rests on.
  private static func lines(
    of signal: Signal, _ caseload: Caseload, _ book: RuleBook, on day: CivilDate
  ) -> [String] {
    let explanation = book.explained(signal.episode)
    let called = caseload.name(of: signal.episode.id.subject, on: day)
    let head = [
      when(signal).fitted(toWidth: 14), called.name.fitted(toWidth: 24), called.group.fitted(toWidth: 6),
      explanation.title,
    ].joined(separator: " ")
    let reason = explanation.proof.map(\.text).joined(separator: " ")
    let sources = explanation.sources.map(\.text).joined(separator: "; ")
    return [head] + (reason + " (" + sources + ")").wrapped(toWidth: 76).map { "    " + $0 }
  }

  /// `5 d te laat`, `vandaag`, `nog 11 d`; nothing where there is no date.
  private static func when(_ signal: Signal) -> String {
    guard let left = signal.daysLeft else { return "" }
    if left < 0 { return "\(-left) d te laat" }
    return left == 0 ? "vandaag" : "nog \(left) d"
  }
}
