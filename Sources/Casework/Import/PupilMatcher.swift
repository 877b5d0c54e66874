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
  /// Those whose key is not in the file and who were not recognised either.
  private var byName: [String: [Candidate]] = [:]
  /// Those recognised by name and date of birth, by the key in the file.
  private var recognised: [String: RecordID] = [:]

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
    let unmatched = Dictionary(grouping: file.filter { byKey[$0.key] == nil }, by: Self.identity(of:))
    for (name, pupils) in unmatched { recognise(pupils, named: name) }
  }

  /// Pairs off those of one name who can be nobody else, so that what is left over is judged without them.
  private mutating func recognise(_ pupils: [EdexPupil], named name: String) {
    let candidates = byName[name] ?? []
    for pupil in pupils {
      guard let born = pupil.born else { continue }
      let same = candidates.filter { $0.born == born }
      guard let only = same.first, same.count == 1, pupils.count(where: { $0.born == born }) == 1 else { continue }
      recognised[pupil.key] = only.id
      byName[name]?.removeAll { $0.id == only.id }
    }
  }

  func match(_ pupil: EdexPupil) -> Match {
    if let known = byKey[pupil.key] {
      guard let only = known.first, known.count == 1 else { return .doubtful(.severalAlike) }
      return .known(only)
    }
    if let id = recognised[pupil.key] { return .known(id) }
    let candidates = byName[Self.identity(of: pupil)] ?? []
    guard let born = pupil.born else { return candidates.isEmpty ? .new : .doubtful(.maybeKnown) }
    if candidates.contains(where: { $0.born == born }) { return .doubtful(.severalAlike) }
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
