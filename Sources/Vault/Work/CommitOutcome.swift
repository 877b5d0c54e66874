import Casework

/// What became of an edit.
public enum CommitOutcome: Equatable, Sendable {
  case saved(SavedFiles)
  /// Colleagues changed the same fields meanwhile; nothing was saved.
  case conflict([PlaceClash])
}

/// An edit that was saved.
public struct SavedFiles: Equatable, Sendable {
  /// The files of the edit as they are now.
  public let stored: [Place: Stored]
  /// Files in which a colleague's edit was joined with this one.
  public let joined: [JoinedSave]
  /// The edit that takes this one back without touching what others did since.
  public let undo: Edit
}

/// A colleague's edit that was joined with one's own.
public struct JoinedSave: Equatable, Sendable {
  public let place: Place
  public let writer: Writer?
}

/// Who wrote something, and when, as the journal tells.
public struct Writer: Hashable, Sendable {
  public let user: RecordID
  /// The name in the school's list of staff, else the login name.
  public let name: String
  public let at: Moment
}

/// One file in which a colleague changed what this edit changes too.
public struct PlaceClash: Equatable, Sendable {
  public let place: Place
  /// The file as it is now; an edit that settles the matter starts from it.
  public let now: Stored?
  /// The file as this edit would leave it.
  public let mine: Tree
  public let writer: Writer?
}
