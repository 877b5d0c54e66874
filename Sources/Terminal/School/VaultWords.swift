import Casework
import Interface
import Vault

/// What the vault says, in the words of the screen.
extension Failure {
  init(_ error: VaultError) {
    switch error {
    case .wrongPassphrase: self = .wrongPassphrase
    case .storage(let fault) where fault.cause == .full: self = .diskFull
    case .storage, .noSchool, .schoolExists, .newerFormat, .damaged, .unknownLogin, .passphraseTooShort,
      .unusableLogin, .noRight, .notReadable, .keepsMoving, .noSuchRevision, .cryptographyUnavailable:
      self = .told(error.sentence)
    }
  }
}

extension FileTrouble {
  init(_ found: FoundFile) {
    self.init(place: found.place, path: found.path, text: found.sentence, canBePutBack: found.canBePutBack)
  }
}

extension Committed {
  init(_ saved: SavedFiles) {
    self.init(
      stored: saved.stored,
      merged: saved.joined.map { MergeNote(place: $0.place, by: $0.writer?.name, at: $0.writer?.at) },
      undo: saved.undo)
  }
}

extension PlaceConflict {
  init(_ clash: PlaceClash) {
    self.init(
      place: clash.place, now: clash.now ?? Stored(tree: .object([:]), revision: Revision(text: "")),
      outcome: MergeOutcome(joined: clash.joined, taken: [], conflicts: clash.conflicts),
      by: clash.writer?.name, at: clash.writer?.at)
  }
}
