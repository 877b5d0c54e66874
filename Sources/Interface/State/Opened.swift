import Casework

/// What of the dossiers stands on the screen, so that the journal tells who saw it.
///
/// Lists, the agenda and the group screen are work on many pupils at once and no opening of a dossier.
extension AppState {
  /// Tells the journal which tabs came on the screen; a tab is told once for as long as its pupil stays open.
  mutating func noteOpened() -> [Effect] {
    guard session != nil else {
      openedPlaces = []
      return []
    }
    let pupils = Set((screens.below + [screens.current]).compactMap(\.pupil))
    openedPlaces = openedPlaces.filter { $0.pupil.map(pupils.contains) ?? false }
    let new = shownPlaces.subtracting(openedPlaces)
    guard !new.isEmpty else { return [] }
    openedPlaces.formUnion(new)
    return [.journal(.opened(new.sorted { $0.fileName < $1.fileName }))]
  }

  /// The tabs whose content shows now.
  private var shownPlaces: Set<Place> {
    guard let session else { return [] }
    let places = visibleScreen.contentPlaces(for: session.user.role)
    return places.filter { place in
      guard case .section(let pupil, let section) = place, case .value? = session.caseload.dossiers[pupil]?[section]
      else { return false }
      return true
    }
  }
}

extension Screen {
  /// The files whose content is on it, read or not.
  fileprivate func contentPlaces(for role: UserRole) -> Set<Place> {
    switch self {
    case .dossier(let screen):
      Set(screen.tab.sections(for: role).map { .section(pupil: screen.pupil, $0) })
    case .record(let screen): [screen.place]
    case .flow(let screen): Set(FlowNode.allReads.map { .section(pupil: screen.pupil, $0) })
    case .form(let screen): [screen.place]
    case .timeline(let screen): Self.everyTab(of: screen.pupil, for: role)
    case .changes(let screen): Self.everyTab(of: screen.pupil, for: role)
    case .meeting(let screen): Self.everyTab(of: screen.pupil, for: role)
    case .conflict(let screen): Set(screen.conflicts.map(\.place))
    case .paper(let screen): Set(screen.sources)
    case .login, .agenda, .proof, .pupils, .group, .rules, .reference, .school, .norms, .files: []
    }
  }

  private static func everyTab(of pupil: RecordID, for role: UserRole) -> Set<Place> {
    Set(DossierTab.tabs(for: role).flatMap { $0.sections(for: role) }.map { .section(pupil: pupil, $0) })
  }

  /// The pupil whose dossier it is about.
  fileprivate var pupil: RecordID? {
    switch self {
    case .dossier(let screen): screen.pupil
    case .record(let screen): screen.place.pupil
    case .flow(let screen): screen.pupil
    case .form(let screen): screen.pupil
    case .conflict(let screen): screen.conflicts.first?.place.pupil
    case .paper(let screen): screen.pupil
    case .timeline(let screen): screen.pupil
    case .changes(let screen): screen.pupil
    case .meeting(let screen): screen.pupil
    case .login, .agenda, .proof, .pupils, .group, .rules, .reference, .school, .norms, .files: nil
    }
  }
}
