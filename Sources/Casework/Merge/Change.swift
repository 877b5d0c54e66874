/// A file of the school, named by what it holds; how and where it is stored is the vault's business.
public enum Place: Hashable, Sendable {
  case school
  case calendar
  /// Put-offs and acknowledgements, by episode.
  case putOffs(PutOffHome)
  /// On which days a group was registered.
  case registration(group: RecordID, year: SchoolYear)
  case section(pupil: RecordID, SectionName)
  /// A restricted text, sealed to the care team: a teacher can write one, not read it.
  case restricted(pupil: RecordID, record: RecordID)
  /// What whoever teaches the pupil must know in an emergency; opening it is in the journal.
  case emergencyCard(pupil: RecordID)
  /// A writer's own memory aid; no part of the dossier.
  case workingNote(user: RecordID, record: RecordID)
}

extension Place {
  /// The pupil it is about, where it is about one.
  public var pupil: RecordID? {
    switch self {
    case .section(let pupil, _), .restricted(let pupil, _), .emergencyCard(let pupil), .putOffs(.pupil(let pupil, _)):
      pupil
    case .school, .calendar, .putOffs(.school), .putOffs(.group), .registration, .workingNote: nil
    }
  }
}

/// The state of a file, told by the hash of its plain text, so that two writers can see that they started from one text.
public struct Revision: Hashable, Sendable, CustomStringConvertible {
  /// Lower-case hexadecimal.
  public let text: String

  public init(text: String) { self.text = text }
  public var description: String { text }
}

/// A file as it was read.
public struct Stored: Equatable, Sendable {
  public let tree: Tree
  public let revision: Revision

  public init(tree: Tree, revision: Revision) {
    self.tree = tree
    self.revision = revision
  }
}

/// One file as the user found it and as the user leaves it.
public struct Change: Equatable, Sendable {
  public let place: Place
  /// Nothing where the file did not exist.
  public let before: Stored?
  public let after: Tree

  public init(place: Place, before: Stored?, after: Tree) {
    self.place = place
    self.before = before
    self.after = after
  }
}

/// Everything that one act of a user changes; it is saved whole or not at all.
public struct Edit: Equatable, Sendable {
  /// The act, as the journal and the undo line name it: a verb and a thing, never content.
  public let act: String
  public let changes: [Change]

  public init(act: String, changes: [Change]) {
    self.act = act
    self.changes = changes
  }
}
