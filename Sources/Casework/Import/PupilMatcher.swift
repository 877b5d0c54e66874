/// Tells which pupil of the school a pupil in the file is.
///
/// The key decides. Where no key matches, a pupil with the same name and date of birth whose own key is not in the file is
/// the same child: entered by hand, imported under a temporary key, or moved along to another administration system. One
/// of whom a date of birth is missing may be the same child, and then nobody is added.
struct PupilMatcher {
  enum Match: Equatable {
    case known(RecordID)
    case new
    case doubtful(LeftOutReason)
  }

  private struct Candidate {
    let id: RecordID
    let born: CivilDate?
  }

  private var byKey: [String: [RecordID]] = [:]
  private var byName: [String: [Candidate]] = [:]
  private var unmatched: [String: [EdexPupil]] = [:]

  init(present: [RecordID: Record<PupilFields>], file: [EdexPupil]) {
    let keysInFile = Set(file.map(\.key))
    for (id, record) in present {
      if let key = record.administrationKey, keysInFile.contains(key) {
        byKey[key, default: []].append(id)
      } else {
        let name = Self.identity(record.callName, record.surnamePrefix, record.surname)
        byName[name, default: []].append(Candidate(id: id, born: record.birthDate))
      }
    }
    for pupil in file where byKey[pupil.key] == nil {
      unmatched[Self.identity(of: pupil), default: []].append(pupil)
    }
  }

  func match(_ pupil: EdexPupil) -> Match {
    if let known = byKey[pupil.key] {
      guard let only = known.first, known.count == 1 else { return .doubtful(.severalAlike) }
      return .known(only)
    }
    let identity = Self.identity(of: pupil)
    let candidates = byName[identity] ?? []
    guard let born = pupil.born else { return candidates.isEmpty ? .new : .doubtful(.maybeKnown) }
    let same = candidates.filter { $0.born == born }
    let twins = (unmatched[identity] ?? []).filter { $0.born == born }
    if let only = same.first {
      return same.count == 1 && twins.count == 1 ? .known(only.id) : .doubtful(.severalAlike)
    }
    return candidates.contains { $0.born == nil } ? .doubtful(.maybeKnown) : .new
  }

  private static func identity(of pupil: EdexPupil) -> String {
    identity(pupil.name.given, pupil.name.prefix, pupil.name.surname)
  }

  /// The name in one text, in which a surname cannot pass for a given name.
  private static func identity(_ given: String?, _ prefix: String?, _ surname: String?) -> String {
    [given, prefix, surname].map { ($0 ?? "").lowercased() }.joined(separator: "\n")
  }
}
