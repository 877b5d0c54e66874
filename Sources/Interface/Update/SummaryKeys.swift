import Casework

/// The summary of one pupil for one guardian.
extension AppState {
  mutating func chooseReader() -> [Effect] { [] }

  mutating func makeSummary(of pupil: RecordID, for guardian: RecordID) -> [Effect] { [] }
}
