import ArgumentParser
import Casework
import Text

/// `passend leerlingen`: the pupils, or those whose names fit what was typed.
struct PupilsCommand: Task {
  static let configuration = CommandConfiguration(commandName: "leerlingen", helpNames: [])
  @OptionGroup var shared: SharedOptions
  @Argument var words: [String] = []

  func perform() throws(Failure) -> ExitCode {
    let office = try Office(shared)
    office.tellDay()
    let ids = words.isEmpty ? office.everyone : office.index.search(words.joined(separator: " "))
    let dossiers = ids.compactMap { office.caseload.dossiers[$0] }
    if shared.json {
      Output.write(.array(dossiers.map { Self.tree($0, office) }))
    } else {
      let lines = dossiers.map { Self.line($0, office) }
      Output.write(lines.isEmpty ? "Geen leerlingen gevonden.\n" : lines.joined())
    }
    return dossiers.isEmpty && !words.isEmpty ? .nothingFound : .ok
  }

  private static func line(_ dossier: Dossier, _ office: Office) -> String {
    let group = office.caseload.groupName(of: dossier.id, on: office.day)
    let level = dossier.pupil.record?.supportLevel(on: office.day)?.label ?? ""
    return group.fitted(toWidth: 6) + dossier.displayName.fitted(toWidth: 32) + level + "\n"
  }

  private static func tree(_ dossier: Dossier, _ office: Office) -> Tree {
    let pupil = dossier.pupil.record
    return .object([
      "id": .string(dossier.id.description), "name": .string(pupil?.fullName ?? ""),
      "group": .string(office.caseload.groupName(of: dossier.id, on: office.day)),
      "supportLevel": pupil?.supportLevel(on: office.day).map { .string($0.rawValue) } ?? .null,
    ])
  }
}

extension Office {
  /// Everyone at school on the day, by group and name.
  fileprivate var everyone: [RecordID] {
    caseload.pupils(on: day).enumerated()
      .map { (group: caseload.groupName(of: $0.element.id, on: day), place: $0.offset, id: $0.element.id) }
      .sorted { ($0.group, $0.place) < ($1.group, $1.place) }
      .map(\.id)
  }
}
