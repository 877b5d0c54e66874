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

extension Committed {
  init(_ saved: SavedFiles) {
    self.init(
      stored: saved.stored,
      merged: saved.joined.map { MergeNote(place: $0.place, by: $0.writer?.name, at: $0.writer?.at) })
  }
}

extension PlaceConflict {
  /// The fields that both changed, with what they were when the user began.
  init(_ clash: PlaceClash) {
    self.init(
      place: clash.place, now: clash.now ?? Stored(tree: .object([:]), revision: Revision(text: "")),
      joined: clash.joined,
      fields: clash.conflicts.flatMap(\.parts).map {
        FieldConflict(
          path: $0.path, before: $0.base, mine: $0.mine, now: $0.theirs, by: clash.writer?.name, at: clash.writer?.at)
      })
  }
}
