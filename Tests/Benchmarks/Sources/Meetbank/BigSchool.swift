import Casework
import ReferenceData
import Vault

/// An open school with as many care dossiers as asked, each of some 20 kB, made from those of the practice school.
struct BigSchool {
  let folder: String
  let state: String

  /// The bytes of one dossier, all tabs together, that the budgets speak of.
  private static let wanted = 20_000

  func make(dossiers count: Int) throws {
    let practice = try ReferenceData.practiceSchool()
    let users = practice.users.map { NewUser(id: $0.id, login: $0.login, name: $0.name, role: $0.role) }
    let record = practice.files.first { $0.place == .school }.flatMap { Record<SchoolFields>(tree: $0.tree) }
    let made = try Vault.create(
      at: folder, state: state, school: record ?? Record(), users: users, sealed: false, clock: { now() })
    let login = practice.users.first { $0.role == .careCoordinator }?.login ?? ""
    let session = try made.vault.login(login)
    let calendar = practice.files.filter { $0.place == .calendar }.map(Self.change)
    _ = try made.vault.commit(Edit(act: "kalender", changes: calendar), by: session)
    let templates = Self.templates(practice)
    for start in stride(from: 0, to: count, by: 250) {
      let changes = (start..<min(start + 250, count)).flatMap { number in
        let id = RecordID(high: 0x9E37_79B9_7F4A_7C15 &* UInt64(number + 1), low: UInt64(number))
        return Self.changes(templates[number % templates.count], pupil: id, number)
      }
      _ = try made.vault.commit(Edit(act: "dossiers", changes: changes), by: session)
    }
  }

  /// The tabs of the pupils with a plan, who are the care dossiers.
  static func templates(_ practice: PracticeSchool) -> [[SectionName: Tree]] {
    var tabs: [RecordID: [SectionName: Tree]] = [:]
    for file in practice.files {
      if case .section(let pupil, let name) = file.place { tabs[pupil, default: [:]][name] = file.tree }
    }
    func name(_ tabs: [SectionName: Tree]) -> String { tabs[.pupil]?["achternaam"]?.text ?? "" }
    return tabs.values.filter { $0[.plan] != nil }.sorted { name($0) < name($1) }
  }

  /// A dossier filled up with talks to the size that is wanted.
  static func filled(_ template: [SectionName: Tree], _ number: Int) -> [SectionName: Tree] {
    var tabs = template
    var talks = Record<ConversationsFields>(tree: tabs[.conversations] ?? .object([:])) ?? Record()
    let size = tabs.values.reduce(0) { $0 + $1.encoded().count }
    let text = String(repeating: "Besproken hoe het deze week ging en wat er thuis lukt. ", count: 8)
    for index in 0..<max(0, (wanted - size) / (text.utf8.count + 300)) {
      var talk = Record<ConversationFields>()
      talk.id = RecordID(high: UInt64(number), low: UInt64(index))
      talk.on = CivilDate(iso: "2026-09-01")?.adding(days: index)
      talk.kind = Choice(.parents)
      talk.subjects = [Choice(.learning)]
      talk.medium = Choice(.telephone)
      talk.reached = Choice(.reached)
      talk.summary = text
      talks.put(talk, in: \.conversations)
    }
    tabs[.conversations] = talks.tree
    return tabs
  }

  private static func changes(_ template: [SectionName: Tree], pupil: RecordID, _ number: Int) -> [Change] {
    filled(template, number).map { name, tree in
      Change(place: .section(pupil: pupil, name), before: nil, after: tree)
    }
  }

  private static func change(_ file: PracticeSchool.File) -> Change {
    Change(place: file.place, before: nil, after: file.tree)
  }
}
