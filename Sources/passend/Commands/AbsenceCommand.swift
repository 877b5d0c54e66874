import ArgumentParser
import Casework
import Terminal
import Text

/// `passend verzuim`: what absence of one pupil is on record, or one more.
struct AbsenceCommand: Task {
  static let configuration = CommandConfiguration(commandName: "verzuim", helpNames: [])
  @OptionGroup var shared: SharedOptions
  @Option(name: .customLong("soort")) var kind: String?
  @Option(name: .customLong("dag")) var from: String?
  @Option(name: .customLong("tot")) var until: String?
  @Option(name: .customLong("reden")) var reason: String?
  @Argument var words: [String] = []

  func perform() throws(Failure) -> ExitCode {
    guard !words.isEmpty else { throw Failure("Welke leerling? Typ: passend verzuim NAAM", .usage) }
    guard kind != nil || (from ?? until ?? reason) == nil else {
      throw Failure("Zeg ook wat het is, bijvoorbeeld: --soort ziek. Er is niets vastgelegd.", .usage)
    }
    var office = try Office(shared)
    if kind != nil { try office.mustBeToday("Vastleggen") }
    office.tellDay()
    let dossier = try office.pupil(words.joined(separator: " "))
    if let kind { return try record(Words.choice(kind, option: "--soort", AbsenceKind.self), dossier, &office) }
    try office.noteOpened(dossier.id, [.absence])
    return try show(dossier, office)
  }

  private func show(_ dossier: Dossier, _ office: Office) throws(Failure) -> ExitCode {
    guard let section = dossier.absence.record else {
      throw Failure("Het tabblad Verzuim van deze leerling is voor u niet te lezen.", .noRight)
    }
    let absences = section.absences.sorted { ($0.from ?? office.day) < ($1.from ?? office.day) }
    if shared.json {
      Output.write(.array(absences.map(\.tree)))
    } else {
      let lines = absences.map { absence in
        let from = absence.from?.dutch(.full) ?? ""
        let end = absence.isOpen ?? false ? "nog niet terug" : absence.until.map { "t/m " + $0.dutch(.weekday) } ?? ""
        return from.fitted(toWidth: 18) + end.fitted(toWidth: 18) + (absence.kind?.label ?? "nog niet bekend") + "\n"
      }
      Output.write(office.name(of: dossier) + "\n" + (lines.isEmpty ? "Geen verzuim vastgelegd.\n" : lines.joined()))
    }
    return .ok
  }

  private func record(_ kind: AbsenceKind, _ dossier: Dossier, _ office: inout Office) throws(Failure) -> ExitCode {
    var absence = office.newRecord(AbsenceRecordFields.self)
    absence.kind = Choice(kind)
    let first = if let from { try Words.day(from, option: "--dag") } else { office.today }
    absence.from = first
    if let until {
      let last = try Words.day(until, option: "--tot")
      guard last >= first else { throw Failure("--tot ligt voor --dag. Er is niets vastgelegd.", .usage) }
      absence.until = last
    }
    absence.reason = reason
    let placement = dossier.pupil.record?.placement(on: first)
    let calendar = office.engine.scope(of: office.caseload.school, until: RuleScope.horizon(from: office.today))
      .calendar
    let problems = absence.problems(
      on: office.today, calendar, group: placement?.group?.id, yearGroup: placement?.yearGroup)
    if let problem = problems.first { throw Failure(problem.explanation + " Er is niets vastgelegd.", .badData) }
    guard var section = dossier.absence.record else {
      throw Failure("Het tabblad Verzuim van deze leerling is voor u niet te lezen. Er is niets vastgelegd.", .noRight)
    }
    section.put(absence, in: \.absences)
    try office.save("verzuim vastgelegd", section.tree, at: .section(pupil: dossier.id, .absence))
    Output.write("Vastgelegd: \(office.name(of: dossier)), \(kind.label), \(first.dutch(.full)).\n")
    return .ok
  }
}

extension Office {
  /// A new record with its id, maker and time.
  func newRecord<Fields>(_ kind: Fields.Type) -> Record<Fields> {
    var record = Record<Fields>()
    record.id = .fresh()
    record.madeBy = session.user.login
    record.madeAt = LiveClock.now
    return record
  }

  /// Saves one file as it should be.
  func save(_ act: String, _ tree: Tree, at place: Place) throws(Failure) {
    try save(Edit(act: act, changes: [Change(place: place, before: caseload.stored[place], after: tree)]))
  }
}
