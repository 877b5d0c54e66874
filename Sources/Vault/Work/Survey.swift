import Casework

/// A file that is not as it should be, for the user who is told.
public struct FoundFile: Hashable, Sendable {
  public let finding: VaultFinding
  /// Nothing where that cannot be known.
  public let place: Place?
  /// The newest version that is still good, of a file that this user reads.
  public let lastGood: PlaceVersion?
  /// Whether this user may put that version back.
  public let canBePutBack: Bool

  public var path: String { finding.path }
}

extension Vault {
  /// Looks whether every file is the one that was written last: in short, for right after opening.
  ///
  /// A teacher is told of the files that teachers read, of the journal and of the keys.
  public func survey(for session: VaultSession) throws(VaultError) -> [FoundFile] {
    let findings = try check(for: session, depth: .changed)
    guard !findings.isEmpty else { return [] }
    var desk = try desk(session)
    var found: [FoundFile] = []
    for finding in findings {
      if let file = try told(finding, &desk) { found.append(file) }
    }
    return found
  }

  private func told(_ finding: VaultFinding, _ desk: inout Desk) throws(VaultError) -> FoundFile? {
    guard let place = try desk.place(stored: finding.path) else {
      let isContent = Desk.contentFolders.contains { finding.path.hasPrefix($0 + "/") }
      return isContent && desk.role == .teacher
        ? nil : FoundFile(finding: finding, place: nil, lastGood: nil, canBePutBack: false)
    }
    // A ring that is damaged itself is told of as well, and opens nothing here.
    if let pupil = place.pupil { try? desk.learn(pupil) }
    guard desk.rights.mayRead(place) else { return nil }
    guard case .damaged = finding else {
      return FoundFile(finding: finding, place: place, lastGood: nil, canBePutBack: false)
    }
    let good = (try? lastGood(of: place, &desk)) ?? nil
    return FoundFile(
      finding: finding, place: place, lastGood: good,
      canBePutBack: good != nil && desk.rights.refusalToWrite(place) == nil)
  }
}

extension VaultFinding {
  /// The file as it is stored.
  public var path: String {
    switch self {
    case .damaged(let file): file.path
    case .journal(let line): line.path
    case .stray(let path), .lostVersion(let path): path
    }
  }
}

extension Desk {
  static let contentFolders = ["leerlingen", "groepen", "noodkaarten", "notities"]

  /// The place that is stored under a path; nothing for the keys, the journal, and a hidden name that cannot be guessed
  /// from its folder.
  func place(stored path: String) throws(VaultError) -> Place? {
    if keyring == nil { return path.hasSuffix(".json") ? Place(path: String(path.dropLast(5))) : nil }
    let parts = path.split(separator: "/").map(String.init)
    let candidates: [Place]
    switch (parts.count, parts.first) {
    case (1, _): candidates = [.school, .calendar, .putOffs(.school)]
    case (3, "leerlingen"): candidates = RecordID(parts[1]).map(Place.all(of:)) ?? []
    case (3, "groepen"):
      let years = access.circles.compactMap(\.kind.groupYear).filter { $0.group.description == parts[1] }
      candidates = years.flatMap { year -> [Place] in
        [.registration(group: year.group, year: year.year), .putOffs(.group(year.group, year.year))]
      }
    case (2, "noodkaarten"):
      candidates = try store.list("leerlingen").compactMap { RecordID($0) }.map { Place.emergencyCard(pupil: $0) }
    default: candidates = []
    }
    return candidates.first { stored($0) == path }
  }
}

extension Place {
  /// The files of a dossier, those with a name of their own left out.
  fileprivate static func all(of pupil: RecordID) -> [Place] {
    SectionName.allCases.map { .section(pupil: pupil, $0) } + KeyClass.allCases.map { .putOffs(.pupil(pupil, $0)) }
  }
}

extension FoundFile {
  /// What is the matter and what can be done about it.
  public var sentence: String {
    switch finding {
    case .damaged(let file): DamagedPlace(place: place, file: file, lastGood: lastGood).sentence
    case .journal(let line): line.sentence
    case .stray(let path):
      "Het bestand \(path) staat er, maar het journaal weet niet wie het schreef. Vraag na waar het vandaan komt."
    case .lostVersion(let path):
      "De oude versie \(path) is weg. De gegevens van nu zijn niet aangeraakt."
    }
  }
}
