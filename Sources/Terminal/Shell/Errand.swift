import Casework
import Interface

/// Work on the school's files, for the thread that has them.
public enum Errand: Equatable, Sendable {
  case open(login: String, passphrase: Passphrase?)
  case reread
  case loadRecorded(CivilDate)
  case loadPast(pupil: RecordID, CivilDate, Token)
  case commit(Edit, Token)
  /// Judges every pupil as if a change of the school or its calendar were saved.
  case weigh(Change, Token)
  /// Looks whether every file is what it should be.
  case checkFiles
  case putBack(Place, Token)
  case saveDraft(Draft)
  case discardDraft(DraftKey)
  case listDrafts
  case journal(JournalNote)
  case openEmergencyCard(pupil: RecordID, Token)
  case writeDocument(Document, Token)
  /// Wipes the keys.
  case lock
  /// Reads what colleagues saved since the last look, if a glance at the journals shows that they did.
  case lookForOthers
}

/// Does errands one by one, keeps the school open between them, and answers with what happened.
///
/// It is made and called on one thread, never the one that reads keys.
public typealias Clerk = (Errand) -> [Message]
