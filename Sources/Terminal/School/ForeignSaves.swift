import Casework
import Interface

/// What differs between two pictures of the school, file by file.
func foreignSaves(from old: Caseload, to new: Caseload) -> [ForeignSave] {
  var saves: [ForeignSave] = []
  for place in Set(old.stored.keys).union(new.stored.keys) where !place.isSection {
    guard old.stored[place]?.revision != new.stored[place]?.revision else { continue }
    saves.append(ForeignSave(place: place, state: new.stored[place].map(FileState.read) ?? .gone, by: nil))
  }
  for pupil in Set(old.dossiers.keys).union(new.dossiers.keys) {
    for section in SectionName.allCases {
      let place = Place.section(pupil: pupil, section)
      let (before, after) = (old.state(of: place, pupil, section), new.state(of: place, pupil, section))
      if before.differs(from: after) { saves.append(ForeignSave(place: place, state: after, by: nil)) }
    }
  }
  return saves
}

extension FileState {
  /// Two texts of one revision are the same text, so that most need no second look.
  fileprivate func differs(from other: FileState) -> Bool {
    if case .read(let one) = self, case .read(let two) = other { return one.revision != two.revision }
    return self != other
  }
}

extension Caseload {
  fileprivate func state(of place: Place, _ pupil: RecordID, _ section: SectionName) -> FileState {
    switch dossiers[pupil]?[section] ?? .empty {
    case .empty: .gone
    case .value: stored[place].map(FileState.read) ?? .gone
    case .notReadable: .notReadable
    case .damaged(let why): .damaged(why)
    }
  }
}

extension Place {
  fileprivate var isSection: Bool {
    switch self {
    case .section: true
    case .school, .calendar, .putOffs, .registration, .restricted, .emergencyCard, .workingNote: false
    }
  }
}
