import Casework

/// Why the vault did not do what was asked.
///
/// What is said about it to people stands in `VaultTexts.swift`.
public enum VaultError: Error, Equatable, Sendable {
  /// A call on a file failed: no room, no right, a share that is gone.
  case storage(FileFault)
  /// The folder holds no school.
  case noSchool(folder: String)
  /// A school would be made where one is already.
  case schoolExists(folder: String)
  /// The file was written by a newer version of the program.
  case newerFormat(path: String)
  /// A file that the vault cannot do without is not what it should be.
  case damaged(DamagedFile)
  case unknownLogin(String)
  case wrongPassphrase
  case passphraseTooShort(login: String)
  /// The login name is used twice or is empty.
  case unusableLogin(String)
  case noRight(Refusal)
  /// There is a file and this user has no key to it.
  case notReadable(Place)
  /// Others kept saving the same files for as long as was tried.
  case keepsMoving
  /// The place has no such revision.
  case noSuchRevision(Place)
  /// The state folder belongs to another school or another user.
  case cryptographyUnavailable
}

/// Why somebody may not write something.
public enum Refusal: Hashable, Sendable {
  /// The role never writes this.
  case role(UserRole, Place)
  /// The pupil or the group is not one of the teacher's.
  case otherGroup(Place)
  /// It belongs to another user.
  case notOwn(Place)
  /// Only the IB moves pupils between groups, for keys go along.
  case placement(pupil: RecordID)
  /// Only the IB changes who may do what.
  case keyring
}

/// A file that is not what it should be, and in which way.
public struct DamagedFile: Error, Hashable, Sendable {
  /// As it is stored.
  public let path: String
  public let flaw: Flaw

  public init(_ path: String, _ flaw: Flaw) {
    self.path = path
    self.flaw = flaw
  }

  public enum Flaw: Hashable, Sendable {
    case missing
    /// The bytes are no envelope, no stamped text or no strict JSON.
    case malformed
    case notJSON(TreeError)
    /// The header does not name what belongs in this place.
    case otherKind
    /// Signature or hash does not belong to these bytes.
    case badStamp
    /// Written by someone who is not in the list of users.
    case unknownWriter
    /// Written by someone whose role may not write this.
    case writerHasNoRight
    /// Made for another school, another place or another key than where it stands: swapped.
    case swapped
    /// The key fits but the sealed bytes were changed.
    case unsealable
    /// Older than, or other than, what the journal says was written last.
    case notLatest
    /// The version that the journal names is no longer in the history.
    case versionGone
    /// The root of trust is not the one that this user's keys were given with.
    case foreignRoot
  }
}
