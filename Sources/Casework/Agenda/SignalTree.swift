/// What people call a subject, for output outside the screen.
public struct SubjectNames: Sendable {
  private let names: [Subject: String]

  public init(_ names: [Subject: String]) { self.names = names }

  /// The names of a school's groups and pupils, as far as these can be read.
  public init(_ school: School, _ dossiers: some Sequence<Dossier>) {
    var names: [Subject: String] = [:]
    if let name = school.record.schoolName { names[.school] = name }
    for group in school.record.groups {
      if let id = group.id, let name = group.groupName { names[.group(id)] = name }
    }
    for dossier in dossiers {
      if let name = dossier.pupil.record?.fullName, !name.isEmpty { names[.pupil(dossier.id)] = name }
    }
    self.names = names
  }

  public subscript(subject: Subject) -> String? { names[subject] }
}

extension Signal {
  /// The signal as data for other programs; the keys are documented and stay.
  public func tree(_ book: RuleBook, names: SubjectNames) -> Tree {
    let explained = book.explained(episode)
    var members: Members = [
      "id": .string(id.text), "rule": .string(id.rule.name), "force": .string(force.rawValue),
      "subject": id.subject.tree(names), "urgency": .string(urgency.rawValue),
      "visibleFrom": episode.visibleFrom.tree, "due": episode.due?.tree ?? .null,
      "lastDay": episode.lastDay?.tree ?? .null, "daysLeft": daysLeft?.tree ?? .null,
      "title": .string(explained.title), "proof": .array(explained.proof.map { .string($0.text) }),
      "sources": .array(explained.sources.map(\.tree)), "clearedBy": .string(explained.clearedBy),
      "mustBeAcknowledged": .bool(episode.mustBeAcknowledged),
    ]
    if let section = episode.act.section { members["section"] = .string(section.rawValue) }
    if let record = outsideOurPower {
      members["outsideOurPower"] = .object([
        "reason": .string(record.reason ?? ""), "until": record.until?.tree ?? .null,
      ])
    }
    return .object(members)
  }
}

extension Subject {
  fileprivate func tree(_ names: SubjectNames) -> Tree {
    var members: Members = ["name": names[self].map(Tree.string) ?? .null]
    switch self {
    case .pupil(let id):
      members["kind"] = .string("leerling")
      members["id"] = .string(id.description)
    case .group(let id):
      members["kind"] = .string("groep")
      members["id"] = .string(id.description)
    case .school: members["kind"] = .string("school")
    }
    return .object(members)
  }
}

extension Source {
  fileprivate var tree: Tree {
    .object(["text": .string(text), "address": address.map(Tree.string) ?? .null])
  }
}

extension Unjudged {
  /// What could not be judged, as data for other programs.
  public func tree(names: SubjectNames) -> Tree {
    .object([
      "rule": .string(rule.name), "subject": subject.tree(names), "section": .string(section.rawValue),
      "explanation": .string(explanation),
    ])
  }
}
