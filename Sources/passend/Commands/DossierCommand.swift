import ArgumentParser
import Casework
import Text

/// `passend dossier`: every tab of one pupil that this user can read, as text or JSON.
struct DossierCommand: Task {
  static let configuration = CommandConfiguration(commandName: "dossier", helpNames: [])
  @OptionGroup var shared: SharedOptions
  @Option(name: .customLong("tabblad")) var tab: String?
  @Argument var words: [String] = []

  func perform() throws(Failure) -> ExitCode {
    let asked = try sections()
    guard !words.isEmpty else { throw Failure("Welke leerling? Typ: passend dossier NAAM", .usage) }
    let office = try Office(shared)
    // Not even whether there is something behind a door that this role has no key to.
    let sections = asked.filter { office.session.user.role != .teacher || $0.keyClass == .group }
    guard !sections.isEmpty else {
      throw Failure("Dit tabblad is voor u niet te lezen. Er is niets geopend.", .noRight)
    }
    let dossier = try office.pupil(words.joined(separator: " "))
    try office.noteOpened(dossier.id, sections.filter { dossier.tree(of: $0) != nil })
    if shared.json {
      Output.write(tree(dossier, sections, office))
    } else {
      let text = FieldLines(office: office, pupil: dossier.id)
      let lines = sections.flatMap { self.lines(dossier, $0, text) }
      let head = [office.name(of: dossier), office.facts.map { "\(office.day.dutch(.full)) · \($0)" }]
      Output.write((head.compactMap(\.self) + [""] + lines).joined(separator: "\n") + "\n")
    }
    return .ok
  }

  private func sections() throws(Failure) -> [SectionName] {
    guard let tab else { return SectionName.allCases }
    guard let section = SectionName(rawValue: tab) else {
      let names = SectionName.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure("--tabblad: «\(tab)» ken ik niet. Kies uit: \(names).", .usage)
    }
    return [section]
  }

  private func tree(_ dossier: Dossier, _ sections: [SectionName], _ office: Office) -> Tree {
    var members: Members = [
      "id": .string(dossier.id.description), "date": .string(office.day.iso),
      "kennis": .string(office.knowledge.rawValue),
    ]
    for section in sections {
      members[section.rawValue] =
        switch dossier[section] {
        case .empty: .object(["state": .string("leeg")])
        case .value(let tree): .object(["state": .string("gelezen"), "content": tree])
        case .notReadable: .object(["state": .string("niet leesbaar")])
        case .damaged(let why): .object(["state": .string("beschadigd"), "why": .string(why)])
        }
    }
    return .object(members)
  }

  private func lines(_ dossier: Dossier, _ section: SectionName, _ text: FieldLines) -> [String] {
    switch dossier[section] {
    case .empty: [section.title + ": leeg", ""]
    case .notReadable: [section.title + ": voor u niet te lezen", ""]
    case .damaged(let why): [section.title + ": beschadigd. " + why, ""]
    case .value(let tree): [section.title] + text.lines(of: tree, fields: section.fields, indent: 2) + [""]
    }
  }
}
