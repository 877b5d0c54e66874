import Casework

/// What the shell is asked to do.
///
/// It answers with a ``Message``; the state never waits.
public enum Effect: Equatable, Sendable {
  /// Answered by `schoolOpened` or `openingFailed`; no passphrase where the school is not sealed.
  case openSchool(login: String, passphrase: Passphrase?)
  /// Reads everything again; answered by `schoolOpened`.
  case reread
  /// Reads the school as it was recorded by the end of a past day; answered by `recordedRead` or `recordedFailed`.
  case loadRecorded(CivilDate)
  /// Reads one dossier as it was recorded by the end of a past day; answered by `pastRead` or `pastFailed`.
  case loadPast(pupil: RecordID, CivilDate, Token)
  /// Answered by `committed`, `conflictFound` or `commitFailed`.
  case commit(Edit, Token)
  /// Judges every pupil as if this change of the school or its calendar were saved; answered by `weighed` or
  /// `commitFailed`.
  case weigh(Change, Token)
  /// Looks whether every file is what it should be; answered by `filesChecked`.
  case checkFiles
  /// Puts the last good version of a file back; answered by `committed` or `commitFailed`.
  case putBack(Place, Token)
  /// Keeps what is being typed. The shell writes the last one of each key within a second and says nothing when it
  /// worked.
  case saveDraft(Draft)
  case discardDraft(DraftKey)
  /// Answered by `draftsFound`.
  case listDrafts
  /// Answered by `editorClosed` or `editorFailed`.
  case openEditor(text: String, Token)
  /// A line in the journal: who opened what, never its content.
  case journal(JournalNote)
  /// Reads an emergency card and puts into the journal that it was opened; answered by `cardRead` or `cardFailed`.
  case openEmergencyCard(pupil: RecordID, Token)
  /// Writes a paper as text; answered by `documentWritten` or `documentFailed`.
  case writeDocument(Document, Token)
  /// Wipes the keys from memory; drafts were kept already.
  case lockNow
  /// ^Z: back to the shell of the system until `fg`.
  case suspend
  /// Draws every cell again.
  case redraw
  case quit(code: Int32)
}

/// Something that is in the journal although nothing was changed.
public enum JournalNote: Equatable, Sendable {
  /// These files came on the screen.
  case opened([Place])
  /// A paper was made of what is in these files.
  case madeDocument([Place])
}

/// A paper to be written as a text file.
public struct Document: Equatable, Sendable {
  /// The name of the file without folder and without a name of a person in it.
  public let fileName: String
  public let text: String

  public init(fileName: String, text: String) {
    self.fileName = fileName
    self.text = text
  }
}

/// A passphrase as typed; never described, so that no log and no golden shows it.
public struct Passphrase: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// UTF-8 in NFC.
  public let bytes: [UInt8]

  public init(bytes: [UInt8]) { self.bytes = bytes }

  public var description: String { "•••" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
