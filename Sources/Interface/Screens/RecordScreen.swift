import Casework

/// One record of a dossier, every field of it, to read.
public struct RecordScreen: Equatable, Sendable {
  public let pupil: RecordID
  public let section: SectionName
  public let list: String
  public let record: RecordID

  public init(pupil: RecordID, section: SectionName, list: String, record: RecordID) {
    self.pupil = pupil
    self.section = section
    self.list = list
    self.record = record
  }
}
