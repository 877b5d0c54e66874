import Casework

/// What reading one file gave.
public enum FileReading: Equatable, Sendable {
  case absent
  case read(Stored)
  /// There is something and this user may not open it.
  case notReadable
  case damaged(DamagedFile)
}

/// A file as it was read, with what a writer must know of it.
struct ReadFile {
  let reading: FileReading
  /// Nothing where there is no file.
  let tag: ContentTag?

  static let absent = ReadFile(reading: .absent, tag: nil)
}
