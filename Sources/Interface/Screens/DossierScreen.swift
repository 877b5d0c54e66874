import Casework

/// One pupil: the tabs on the left, the chosen one on the right.
public struct DossierScreen: Equatable, Sendable {
  public let pupil: RecordID
  public var section: SectionName

  public init(pupil: RecordID, section: SectionName = .pupil) {
    self.pupil = pupil
    self.section = section
  }
}
