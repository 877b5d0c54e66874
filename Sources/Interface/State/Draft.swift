import Casework

/// What was typed in a form and not saved yet: found again after a lock, a crash and a power cut.
public struct Draft: Equatable, Sendable {
  public let key: DraftKey
  /// When the last key of it was typed.
  public var at: Moment
  /// The file as it was when the form was opened; the base of a merge.
  public var before: Stored?
  /// The file as the form leaves it.
  public var after: Tree
  /// What was typed into fields and cannot be read as their kind yet, by path.
  public var unread: [String: String]

  public init(key: DraftKey, at: Moment, before: Stored?, after: Tree, unread: [String: String] = [:]) {
    self.key = key
    self.at = at
    self.before = before
    self.after = after
    self.unread = unread
  }
}

/// Which form a draft belongs to.
///
/// Pupil and user are in it, so that two of either never mix.
public struct DraftKey: Hashable, Sendable {
  public let user: RecordID
  public let place: Place
  /// The key of the list in the file that the record is in, and the record; a new record has its id from the start.
  public let list: String?
  public let record: RecordID?

  public init(user: RecordID, place: Place, list: String? = nil, record: RecordID? = nil) {
    self.user = user
    self.place = place
    self.list = list
    self.record = record
  }
}

extension DraftKey {
  /// A name for the file it is kept in: letters, digits and dashes, the same for the same form, telling no name of a
  /// person.
  public var name: String {
    ([user.description, place.fileName, list, record?.description] as [String?]).compactMap { $0 }
      .joined(separator: "-")
  }
}

extension Place {
  /// A name without the name of a person in it, the same for the same place.
  var fileName: String {
    switch self {
    case .school: "school"
    case .calendar: "kalender"
    case .putOffs(.school): "uitstel"
    case .putOffs(.group(let group, let year)): "groep-\(group)-\(year)-uitstel"
    case .putOffs(.pupil(let pupil, let keyClass)): "\(pupil)-uitstel-\(keyClass.rawValue)"
    case .registration(let group, let year): "groep-\(group)-\(year)"
    case .section(let pupil, let section): "\(pupil)-\(section.rawValue)"
    case .restricted(let pupil, let record): "\(pupil)-vertrouwelijk-\(record)"
    case .emergencyCard(let pupil): "\(pupil)-noodkaart"
    case .workingNote(let user, let record): "\(user)-notitie-\(record)"
    }
  }
}
