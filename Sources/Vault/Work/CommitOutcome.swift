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
  /// What came from the colleague.
  public let taken: [TakenChange]
  public let writer: Writer?
}

/// Who wrote something, and when, as the journal tells.
public struct Writer: Hashable, Sendable {
  public let user: RecordID
  /// The name in the school's list of staff, else the login name.
  public let name: String
  public let at: Moment

  public init(user: RecordID, name: String, at: Moment) {
    self.user = user
    self.name = name
    self.at = at
  }
}

/// One file in which a colleague changed what this edit changes too.
public struct PlaceClash: Equatable, Sendable {
  public let place: Place
  /// The file as it is now; an edit that settles the matter starts from it.
  ///
  /// Nothing where it is gone.
  public let now: Stored?
  /// Both edits joined, with the colleague's value wherever they differ.
  public let joined: Tree
  public let conflicts: [MergeConflict]
  public let writer: Writer?
}
