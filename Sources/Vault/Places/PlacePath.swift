import Casework

extension Place {
  /// The place as a path: what an envelope is bound to, and what an open school names the file after.
  public var path: String {
    switch self {
    case .school: "school"
    case .calendar: "kalender"
    case .putOffs(.school): "uitstel"
    case .putOffs(.group(let group, let year)): "groepen/\(group)/\(Self.putOffsPrefix)\(year)"
    case .putOffs(.pupil(let pupil, let keyClass)): "leerlingen/\(pupil)/\(Self.putOffsPrefix)\(keyClass.rawValue)"
    case .registration(let group, let year): "groepen/\(group)/\(year)"
    case .section(let pupil, let section): "leerlingen/\(pupil)/\(section.rawValue)"
    case .restricted(let pupil, let record): "leerlingen/\(pupil)/vertrouwelijk/\(record)"
    case .emergencyCard(let pupil): "noodkaarten/\(pupil)"
    case .workingNote(let user, let record): "notities/\(user)/\(record)"
    }
  }

  private static let putOffsPrefix = "uitstel-"

  /// Reads a ``path``.
  public init?(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1: self.init(single: parts[0])
    case 2:
      guard parts[0] == "noodkaarten", let pupil = RecordID(parts[1]) else { return nil }
      self = .emergencyCard(pupil: pupil)
    case 3:
      guard let id = RecordID(parts[1]) else { return nil }
      self.init(kind: parts[0], of: id, last: parts[2])
    case 4:
      guard parts[0] == "leerlingen", parts[2] == "vertrouwelijk", let pupil = RecordID(parts[1]),
        let record = RecordID(parts[3])
      else { return nil }
      self = .restricted(pupil: pupil, record: record)
    default: return nil
    }
  }

  private init?(single name: String) {
    switch name {
    case "school": self = .school
    case "kalender": self = .calendar
    case "uitstel": self = .putOffs(.school)
    default: return nil
    }
  }

  private init?(kind: String, of id: RecordID, last: String) {
    if last.hasPrefix(Self.putOffsPrefix) {
      self.init(putOffs: kind, of: id, String(last.dropFirst(Self.putOffsPrefix.count)))
      return
    }
    switch kind {
    case "groepen":
      guard let year = SchoolYear(last) else { return nil }
      self = .registration(group: id, year: year)
    case "leerlingen":
      guard let section = SectionName(rawValue: last) else { return nil }
      self = .section(pupil: id, section)
    case "notities":
      guard let record = RecordID(last) else { return nil }
      self = .workingNote(user: id, record: record)
    default: return nil
    }
  }

  private init?(putOffs kind: String, of id: RecordID, _ last: String) {
    switch kind {
    case "groepen":
      guard let year = SchoolYear(last) else { return nil }
      self = .putOffs(.group(id, year))
    case "leerlingen":
      guard let keyClass = KeyClass(rawValue: last) else { return nil }
      self = .putOffs(.pupil(id, keyClass))
    default: return nil
    }
  }
}

/// How places are named in the store.
enum PathNaming: Sendable {
  case open
  /// The last name is replaced by a hash with the school's path key, so that it does not tell which section a file is.
  case hidden(pathKey: Secret)

  func stored(_ place: Place) -> String {
    switch self {
    case .open: place.path + ".json"
    case .hidden(let key):
      folder(of: place) + hexadecimal(key.keyedHash(Array(place.path.utf8)).prefix(16)) + ".zegel"
    }
  }

  /// The folder of a hidden name, with its slash: the thing that a file belongs to and nothing more.
  private func folder(of place: Place) -> String {
    switch place {
    case .school, .calendar, .putOffs(.school): ""
    case .registration(let group, _), .putOffs(.group(let group, _)): "groepen/\(group)/"
    case .section(let pupil, _), .restricted(let pupil, _), .putOffs(.pupil(let pupil, _)): "leerlingen/\(pupil)/"
    case .emergencyCard: "noodkaarten/"
    case .workingNote(let user, _): "notities/\(user)/"
    }
  }
}
