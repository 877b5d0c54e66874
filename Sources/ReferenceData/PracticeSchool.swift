import Casework

/// The made-up school on which people learn the program, as the files of a vault.
///
/// Made by Tests/Oefenschool/maak.py; nobody in it exists.
public struct PracticeSchool: Sendable {
  /// The day on which its story takes place.
  public let today: CivilDate
  public let users: [User]
  /// Every file, with the place where a vault keeps it, in a fixed order.
  public let files: [File]

  public struct File: Equatable, Sendable {
    public let place: Place
    public let tree: Tree
  }
}

extension PracticeSchool {
  /// Everything that somebody who may read all would have in view.
  public func caseload(of user: User) -> Caseload {
    var caseload = Caseload(user: user, school: School(record: Record()))
    for file in files {
      switch file.place {
      case .school: caseload.school.record = Record(tree: file.tree) ?? Record()
      case .calendar: caseload.school.calendar = Record(tree: file.tree) ?? Record()
      case .registration(let group, _):
        let days = Record<GroupRegistrationFields>(tree: file.tree)?.registeredDays ?? []
        caseload.school.registrations[group, default: []].formUnion(days)
      case .section(let pupil, let name):
        caseload.dossiers[pupil, default: Dossier(id: pupil)][name] = .value(file.tree)
      case .putOffs, .restricted, .emergencyCard, .workingNote: break
      }
    }
    return caseload
  }
}

extension ReferenceData {
  /// The practice school as it is built into the program.
  public static func practiceSchool() throws(ReferenceDataError) -> PracticeSchool {
    let file = try DataReader(file: "oefenschool/gebruikers.json")
    try file.only(["dag", "gebruikers"])
    var users: [User] = []
    for row in try file.member("gebruikers").elements() { users.append(try User(row)) }
    var files: [PracticeSchool.File] = []
    files.append(.init(place: .school, tree: try tree("oefenschool/school.json")))
    files.append(.init(place: .calendar, tree: try tree("oefenschool/kalender.json")))
    for (group, row) in try entries("groepen.json") {
      for pair in row.tree.members?.pairs ?? [] {
        guard let year = SchoolYear(pair.key) else { throw row.error(.expected("a school year")) }
        files.append(.init(place: .registration(group: group, year: year), tree: pair.value))
      }
    }
    for name in ["dossiers.json", "leerlingen.json"] {
      for (pupil, row) in try entries(name) { files += try tabs(of: pupil, row) }
    }
    for (user, row) in try entries("notities.json") {
      for (record, tree) in try texts(row) {
        files.append(.init(place: .workingNote(user: user, record: record), tree: tree))
      }
    }
    return PracticeSchool(today: try file.member("dag").date(), users: users, files: files)
  }

  /// What a file of the practice school keeps by id.
  private static func entries(_ name: String) throws(ReferenceDataError) -> [(RecordID, DataReader)] {
    let file = try DataReader(file: "oefenschool/" + name)
    var entries: [(RecordID, DataReader)] = []
    for key in file.tree.members?.keys ?? [] {
      guard let id = RecordID(key) else { throw file.error(.unknownKey(key)) }
      entries.append((id, try file.member(key)))
    }
    return entries
  }

  /// The files of one pupil: tabs, an emergency card, restricted texts.
  private static func tabs(of pupil: RecordID, _ row: DataReader) throws(ReferenceDataError) -> [PracticeSchool.File] {
    var files: [PracticeSchool.File] = []
    for pair in row.tree.members?.pairs ?? [] {
      switch pair.key {
      case EmergencyCardFields.name: files.append(.init(place: .emergencyCard(pupil: pupil), tree: pair.value))
      case RestrictedFields.name:
        for (record, tree) in try texts(row.member(pair.key)) {
          files.append(.init(place: .restricted(pupil: pupil, record: record), tree: tree))
        }
      default:
        guard let section = SectionName(rawValue: pair.key) else { throw row.error(.unknownKey(pair.key)) }
        files.append(.init(place: .section(pupil: pupil, section), tree: pair.value))
      }
    }
    return files
  }

  private static func texts(_ row: DataReader) throws(ReferenceDataError) -> [(RecordID, Tree)] {
    var texts: [(RecordID, Tree)] = []
    for pair in row.tree.members?.pairs ?? [] {
      guard let record = RecordID(pair.key) else { throw row.error(.unknownKey(pair.key)) }
      texts.append((record, pair.value))
    }
    return texts
  }
}

extension User {
  fileprivate init(_ row: DataReader) throws(ReferenceDataError) {
    try row.only(["id", "login", "naam", "rol"])
    guard let id = RecordID(try row.member("id").text()) else { throw row.error(.expected("id")) }
    self.init(
      id: id, login: try row.member("login").text(), name: try row.member("naam").text(),
      role: try row.member("rol").word(UserRole.self))
  }
}
