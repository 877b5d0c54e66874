import Casework
import Interface
import Vault

/// What the news tells that the picture does not show yet, file by file, with who saved it.
func foreignSaves(since old: Caseload, _ news: VaultNews) -> [ForeignSave] {
  news.saves.compactMap { save -> ForeignSave? in
    let state = FileState(save.reading)
    let before: FileState
    switch save.place {
    case .section(let pupil, let section):
      // A dossier of which nothing can be read is not in the picture.
      if case .notReadable = state, old.dossiers[pupil] == nil { return nil }
      before = old.state(of: save.place, pupil, section)
    // What is opened as an act of its own is only followed where it lies open.
    case .restricted, .emergencyCard, .workingNote:
      guard let stored = old.stored[save.place] else { return nil }
      before = .read(stored)
    case .school, .calendar, .putOffs, .registration: before = old.stored[save.place].map(FileState.read) ?? .gone
    }
    // A file outside the tabs that cannot be read does not show.
    if case .notReadable = state, !save.place.isSection { return nil }
    return before.differs(from: state) ? ForeignSave(place: save.place, state: state, by: save.writer?.name) : nil
  }
}

/// What differs between two pictures of the school, file by file, with who saved it where the news names the file.
func foreignSaves(from old: Caseload, to new: Caseload, _ news: VaultNews) -> [ForeignSave] {
  let writers = Dictionary(
    news.saves.compactMap { save in save.writer.map { (save.place, $0.name) } }, uniquingKeysWith: { $1 })
  var saves: [ForeignSave] = []
  for place in Set(old.stored.keys).union(new.stored.keys) where !place.isSection {
    guard old.stored[place]?.revision != new.stored[place]?.revision else { continue }
    saves.append(ForeignSave(place: place, state: new.stored[place].map(FileState.read) ?? .gone, by: writers[place]))
  }
  for pupil in Set(old.dossiers.keys).union(new.dossiers.keys) {
    for section in SectionName.allCases {
      let place = Place.section(pupil: pupil, section)
      let (before, after) = (old.state(of: place, pupil, section), new.state(of: place, pupil, section))
      if before.differs(from: after) { saves.append(ForeignSave(place: place, state: after, by: writers[place])) }
    }
  }
  return saves
}

extension FileState {
  fileprivate init(_ reading: FileReading) {
    switch reading {
    case .absent: self = .gone
    case .read(let stored): self = .read(stored)
    case .notReadable: self = .notReadable
    case .damaged(let file): self = .damaged(file.sentence)
    }
  }

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
