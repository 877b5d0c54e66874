/// Where answers to signals are kept: with what the signals are about, under the key of those who see them.
///
/// So whoever has a signal on the agenda can answer it and sees what others answered, and nobody else learns that it was
/// asked; and what was answered about a pupil leaves with the dossier.
public enum PutOffHome: Hashable, Sendable {
  /// The school's own signals, for the care team.
  case school
  case group(RecordID, SchoolYear)
  case pupil(RecordID, KeyClass)

  /// What the answers in this file are about.
  public var subject: Subject {
    switch self {
    case .school: .school
    case .group(let group, _): .group(group)
    case .pupil(let pupil, _): .pupil(pupil)
    }
  }

  /// Whether the teachers of the group can read it; the care team reads all of them.
  public var isForTeachers: Bool {
    switch self {
    case .school: false
    case .group: true
    case .pupil(_, let keyClass): keyClass == .group
    }
  }
}

extension RuleEngine {
  /// Where an answer to an episode is kept.
  public func home(of episode: Episode, at school: Record<SchoolFields>) -> PutOffHome {
    switch episode.id.subject {
    case .school: return .school
    case .group(let group):
      let year = school.groups.first { $0.id == group }?.schoolYear
      return .group(group, year ?? SchoolYear(of: episode.factOn))
    case .pupil(let pupil):
      let isForTeachers = book.entry(episode.id.rule, on: episode.factOn)?.audience.contains(.teacher) ?? false
      return .pupil(pupil, isForTeachers && readsOnlyGroupSections(episode.id.rule) ? .group : .care)
    }
  }

  /// Everything that was answered to signals and can be read, by episode; the answer that was given last is last.
  ///
  /// An answer in a teacher's file never counts for a rule that reads what teachers cannot.
  public func answers(in caseload: Caseload) -> [Episode.ID: [Record<PutOffFields>]] {
    var found: [Episode.ID: [Record<PutOffFields>]] = [:]
    for (place, stored) in caseload.stored {
      guard case .putOffs(let home) = place, let file = Record<PutOffsFields>(tree: stored.tree) else { continue }
      for answer in file.putOffs {
        guard let episode = answer.episode(of: home.subject), counts(home, for: episode.rule) else { continue }
        found[episode, default: []].append(answer)
      }
    }
    return found.mapValues { $0.sorted { $0.order < $1.order } }
  }

  private func counts(_ home: PutOffHome, for rule: RuleID) -> Bool {
    switch home {
    case .school, .group, .pupil(_, .care): true
    case .pupil(_, .group): readsOnlyGroupSections(rule)
    }
  }

  private func readsOnlyGroupSections(_ id: RuleID) -> Bool {
    rules.first { $0.id == id }.map { $0.reads.allSatisfy { $0.keyClass == .group } } ?? false
  }
}

extension Record<PutOffFields> {
  /// By the day it was given; the id makes the order the same every time.
  fileprivate var order: (day: CivilDate, id: String) { (self.on ?? .distantPast, self.id?.description ?? "") }
}
