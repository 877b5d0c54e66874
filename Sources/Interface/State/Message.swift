import Casework

/// What happened: a key, the clock, or an answer to an ``Effect``.
///
/// Nothing else changes the state.
public enum Message: Equatable, Sendable {
  case keyPressed(Key)
  /// Text from the clipboard, in one piece.
  case textPasted(String)
  /// A whole answer, in place of the keys that it would take.
  case answered(Answer)
  case windowResized(Size)
  /// Another minute or another day began; the ``Environment`` has it already.
  case clockMoved
  /// No key for as long as the school's norm allows.
  case idleTooLong
  /// The system asks the program to end, or the terminal is gone.
  case endRequested
  /// Back from ^Z.
  case resumed

  case schoolOpened(OpenedSchool)
  case openingFailed(Failure)
  case recordedRead(RecordedDay)
  case recordedFailed(CivilDate, Failure)
  case pastRead(Token, PastDossier)
  case pastFailed(Token, Failure)
  /// The files that others saved since, as they are now; nothing for a file that is gone.
  case othersSaved([ForeignSave])

  case committed(Token, Committed)
  case conflictFound(Token, [PlaceConflict])
  case commitFailed(Token, Failure)
  /// What the rules would ask with a change that is not saved yet.
  case weighed(Token, Judgement)

  case draftsFound([Draft])
  case draftFailed(DraftKey, Failure)

  case editorClosed(Token, text: String)
  case editorFailed(Token, Failure)

  /// Something is wrong that nobody asked about: a damaged file, an act that could not be put into the journal.
  case troubleFound(Failure)

  /// The files that are not as they should be; none where all is well.
  case filesChecked([FileTrouble])

  case documentWritten(Token, path: String)
  case documentFailed(Token, Failure)
  /// An emergency card as it is on the disk.
  case cardRead(Token, FileState)
  case cardFailed(Token, Failure)
}

/// One dossier as it was recorded by the end of a past day.
public struct PastDossier: Equatable, Sendable {
  public let day: CivilDate
  /// Nothing where nothing of it was recorded by then.
  public let dossier: Dossier?
  /// The day of the oldest record of this dossier; nothing where there is none.
  public let since: CivilDate?

  public init(day: CivilDate, dossier: Dossier?, since: CivilDate?) {
    self.day = day
    self.dossier = dossier
    self.since = since
  }
}

/// A file that is not as it should be.
public struct FileTrouble: Equatable, Sendable {
  /// Nothing where that cannot be known.
  public let place: Place?
  /// As it is stored.
  public let path: String
  /// What is the matter and what can be done, in Dutch.
  public let text: String
  /// Whether a good version is left that this user may put back.
  public let canBePutBack: Bool

  public init(place: Place?, path: String, text: String, canBePutBack: Bool) {
    self.place = place
    self.path = path
    self.text = text
    self.canBePutBack = canBePutBack
  }
}

/// What became of an edit.
public struct Committed: Equatable, Sendable {
  /// The files as they are now.
  public let stored: [Place: Stored]
  /// Files in which a colleague's edit was joined with this one.
  public let merged: [MergeNote]
  /// The edit that takes this one back without touching what others did.
  public let undo: Edit

  public init(stored: [Place: Stored], merged: [MergeNote] = [], undo: Edit) {
    self.stored = stored
    self.merged = merged
    self.undo = undo
  }
}

/// A colleague's edit that was joined with one's own.
public struct MergeNote: Equatable, Sendable {
  public let place: Place
  /// The colleague's name and moment, where the journal tells.
  public let by: String?
  public let at: Moment?

  public init(place: Place, by: String?, at: Moment?) {
    self.place = place
    self.by = by
    self.at = at
  }
}

/// A file that somebody else saved.
public struct ForeignSave: Equatable, Sendable {
  public let place: Place
  public let state: FileState
  public let by: String?

  public init(place: Place, state: FileState, by: String?) {
    self.place = place
    self.state = state
    self.by = by
  }
}

/// What reading one file gave.
public enum FileState: Equatable, Sendable {
  case gone
  case read(Stored)
  case notReadable
  /// The text says what is wrong, in Dutch.
  case damaged(String)
}

/// One file in which a colleague's edit and this one cannot both stand.
public struct PlaceConflict: Equatable, Sendable {
  public let place: Place
  /// The file as it is now; a settled edit starts from it.
  public let now: Stored
  /// Both edits joined as far as they go, with what must be asked.
  public let outcome: MergeOutcome
  /// The colleague's name and moment, where the journal tells.
  public let by: String?
  public let at: Moment?

  public init(place: Place, now: Stored, outcome: MergeOutcome, by: String?, at: Moment?) {
    self.place = place
    self.now = now
    self.outcome = outcome
    self.by = by
    self.at = at
  }
}

/// Why something the shell was asked for did not come about; the words for it are in ``Texts``.
public enum Failure: Error, Equatable, Sendable {
  case wrongPassphrase
  /// The user has no key or role for it.
  case noRight
  case diskFull
  /// The folder cannot be written or reached; the system's own words.
  case storage(String)
  case editorMissing
  /// A school can switch the editor off, and without a file system in memory it is not offered.
  case editorNotAllowed
  /// A whole Dutch sentence from whoever knows best: what happened, what is safe, what to do.
  case told(String)
  case other(String)
}
