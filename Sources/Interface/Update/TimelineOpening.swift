import Casework

/// The timeline of a dossier, and what changed in it since the last talk with a parent.
extension AppState {
  /// The pupil that the screen is about, where it is about one.
  var pupilOnScreen: RecordID? {
    switch screens.current {
    case .dossier(let screen): screen.pupil
    case .timeline(let screen): screen.pupil
    case .changes(let screen): screen.pupil
    case .meeting(let screen): screen.pupil
    case .login, .agenda, .proof, .pupils, .group, .record, .form, .conflict, .rules, .reference, .school, .norms,
      .paper, .files, .flow:
      nil
    }
  }

  mutating func openTimeline() -> [Effect] {
    guard let pupil = pupilOnScreen else { return [] }
    screens.push(.timeline(TimelineScreen(pupil: pupil)))
    return []
  }

  /// Opens what the chosen line of the timeline is about.
  mutating func openEntry(of screen: TimelineScreen) -> [Effect] {
    guard let entry = screen.chosen(self) else { return [] }
    if let fact = entry.fact {
      guard let record = fact.record else { return openDossier(screen.pupil, fact.section) }
      return openRecord(screen.pupil, fact.section, record)
    }
    guard let episode = entry.term?.episode else { return [] }
    if signal(episode.id) != nil {
      screens.push(.proof(ProofScreen(episode: episode.id)))
      return []
    }
    guard let section = episode.act.section else { return [] }
    guard let record = episode.act.record else { return openDossier(screen.pupil, section) }
    return openRecord(screen.pupil, section, record)
  }

  private mutating func openRecord(_ pupil: RecordID, _ section: SectionName, _ record: RecordID) -> [Effect] {
    let place = Place.section(pupil: pupil, section)
    guard let path = session?.file(at: place)?.path(to: record, of: section.kind)?.path else {
      return openDossier(pupil, section)
    }
    screens.push(.record(RecordScreen(place: place, path: path)))
    return []
  }

  mutating func cycleHeads() {
    guard case .timeline(var screen) = screens.current else { return }
    screen.scale = screen.scale.next
    screens.current = .timeline(screen)
    notice = Notice(.hint, Texts.Timeline.scale(screen.scale))
  }
}

/// Reading a dossier as it was.
extension AppState {
  /// The day of the last talk with a parent before today.
  func lastTalk(about pupil: RecordID) -> CivilDate? {
    session?.present.caseload.dossiers[pupil]?.lastTalkWithParent(before: environment.today)
  }

  /// Why there is nothing to compare with.
  var changesReason: String? {
    guard let session, let pupil = pupilOnScreen, let dossier = session.present.caseload.dossiers[pupil] else {
      return Texts.Reason.nothingChosen
    }
    if session.asked != nil { return Texts.Reason.otherDay }
    if !dossier.conversations.isReadable { return Texts.Changes.talksClosed }
    return lastTalk(about: pupil) == nil ? Texts.Changes.noTalk : nil
  }

  mutating func openChanges() -> [Effect] {
    guard let pupil = pupilOnScreen, let day = lastTalk(about: pupil) else { return [] }
    let token = expect(.past)
    screens.push(.changes(ChangesScreen(pupil: pupil, day: day, past: .awaited(token))))
    return [.loadPast(pupil: pupil, day, token)]
  }

  /// Asks again for what screens wait for: what was asked before a lock is not answered any more.
  func askedAgain() -> [Effect] {
    (screens.below + [screens.current]).compactMap { screen in
      switch screen {
      case .changes(let changes):
        if case .awaited(let token) = changes.past { .loadPast(pupil: changes.pupil, changes.day, token) } else { nil }
      case .meeting(let meeting):
        if case .awaited(let token)? = meeting.past, let day = meeting.since {
          .loadPast(pupil: meeting.pupil, day, token)
        } else {
          nil
        }
      case .login, .agenda, .proof, .pupils, .group, .dossier, .record, .form, .conflict, .rules, .reference, .school,
        .norms, .paper, .files, .flow, .timeline:
        nil
      }
    }
  }

  /// A dossier as it was came in, or could not be read: for the screens that wait for it.
  mutating func takePast(_ token: Token, _ past: PastReading) -> [Effect] {
    pending[token] = nil
    screens.change { screen in
      if case .changes(var changes) = screen, changes.past == .awaited(token) {
        changes.past = past
        screen = .changes(changes)
      }
      if case .meeting(var meeting) = screen, meeting.past == .awaited(token) {
        meeting.past = past
        screen = .meeting(meeting)
      }
    }
    return []
  }
}
