import Casework

/// Going from what is under the cursor to where it is.
extension AppState {
  var chosenSignal: SignalLine? {
    switch screens.current {
    case .agenda(let screen):
      if case .signal(let signal)? = screen.chosen(self) { signal } else { nil }
    case .proof(let screen): signal(screen.episode)
    case .login, .pupils, .group, .dossier, .record, .form, .conflict, .rules, .reference, .school, .norms, .paper,
      .files, .flow:
      nil
    }
  }

  mutating func openChosen() -> [Effect] {
    switch screens.current {
    case .agenda(let screen):
      switch screen.chosen(self) {
      case .signal(let signal)?: return openSubject(of: signal)
      case .unjudged(let unjudged)?: return openSubject(of: unjudged)
      case nil: return []
      }
    case .proof: return chosenSignal.map { openSubject(of: $0) } ?? []
    case .pupils(let screen):
      guard let pupil = screen.chosen(self) else { return [] }
      var left = screen
      left.filter.isTyping = false
      screens.current = .pupils(left)
      return openDossier(pupil.id, .pupil)
    case .group(let screen):
      guard let pupil = screen.chosen(self) else { return [] }
      return leaveScreen() + openDossier(pupil.id, .absence)
    case .dossier(let screen): return openTarget(of: screen)
    case .flow(let screen): return openAsked(of: screen)
    case .rules(var screen):
      if screen.opened != nil {
        lookUp()
      } else {
        screen.show(self)
        screens.current = .rules(screen)
      }
    case .reference(var screen):
      if let rule = screen.rule(self) {
        screens.push(.rules(RulesScreen(showing: rule)))
      } else {
        screen.show(self)
        screens.current = .reference(screen)
      }
    case .login, .record, .form, .conflict, .school, .norms, .paper, .files: break
    }
    return []
  }

  /// Opens a dossier on a tab.
  mutating func openDossier(_ pupil: RecordID, _ section: SectionName) -> [Effect] {
    screens.push(.dossier(DossierScreen(pupil: pupil, section: section)))
    return []
  }

  private mutating func openSubject(of signal: SignalLine) -> [Effect] {
    switch signal.id.subject {
    case .pupil(let pupil): return openDossier(pupil, signal.episode.act.section ?? .pupil)
    case .group(let group): return openGroup(group, on: signal.episode.due)
    case .school: screens.push(.school(SchoolScreen()))
    }
    return []
  }

  /// The tab that stands in the way; the list of pupils where it does so for several.
  private mutating func openSubject(of unjudged: UnjudgedLine) -> [Effect] {
    guard unjudged.subjects.count == 1, case .pupil(let pupil) = unjudged.subjects[0] else {
      screens.push(.pupils(PupilsScreen()))
      return []
    }
    return openDossier(pupil, unjudged.section)
  }

  mutating func openGroup(_ group: RecordID, on day: CivilDate?) -> [Effect] {
    var screen = GroupScreen()
    screen.group = group
    screen.day = day
    screens.push(.group(screen))
    return []
  }

  /// Goes to the form and the field with which a signal is cleared.
  mutating func actOnSignal() -> [Effect] {
    guard let signal = chosenSignal else { return [] }
    let act = signal.episode.act
    switch signal.id.subject {
    case .pupil(let pupil):
      guard let section = act.section else { return openDossier(pupil, .pupil) }
      return openForm(
        pupil, section, list: act.list, record: act.record, field: firstLack(of: signal, pupil) ?? act.field,
        known: signal.episode.truancyReport?.members ?? Members())
    case .group(let group): return openGroup(group, on: signal.episode.due)
    case .school: screens.push(.school(SchoolScreen()))
    }
    return []
  }

  /// Where a version of the plan lacks something that establishing it needs, the field of the first of those.
  private func firstLack(of signal: SignalLine, _ pupil: RecordID) -> String? {
    let act = signal.episode.act
    guard act.section == .plan, act.field == PlanVersionFields.declared.establishedOn.key, let record = act.record,
      let dossier = session?.caseload.dossiers[pupil],
      let version = dossier.plan.record?.versions.first(where: { $0.id == record })
    else { return nil }
    return PlanCompleteness(version, family: dossier.family.record, on: environment.today).lacks.first?.ownKey
  }

  /// Goes to where the answer to the chosen question is filled in.
  private mutating func openAsked(of screen: FlowScreen) -> [Effect] {
    guard let act = screen.asked(self), let section = act.section else { return [] }
    return openForm(screen.pupil, section, list: act.list, record: act.record, field: act.field)
  }

  /// Opens the way to another school of the dossier that shows, at the question where the pupil is now.
  mutating func openFlow() -> [Effect] {
    guard case .dossier(let screen) = screens.current else { return [] }
    screens.push(.flow(FlowScreen(pupil: screen.pupil, self)))
    return []
  }

  private mutating func openTarget(of screen: DossierScreen) -> [Effect] {
    switch screen.target(self) {
    case .record(let section, let path)?:
      screens.push(.record(RecordScreen(pupil: screen.pupil, section: section, path: path)))
      return []
    case .field(let section, let key)?: return openForm(screen.pupil, section, field: key)
    case .list?, nil: return []
    }
  }

  /// The record that e and x are about.
  private var target: (pupil: RecordID, target: LineTarget)? {
    switch screens.current {
    case .dossier(let screen): screen.target(self).map { (screen.pupil, $0) }
    case .record(let screen): (screen.pupil, .record(screen.section, screen.path))
    case .login, .agenda, .proof, .pupils, .group, .form, .conflict, .rules, .reference, .school, .norms, .paper,
      .files, .flow:
      nil
    }
  }

  mutating func editTarget() -> [Effect] {
    guard let (pupil, target) = target else { return [] }
    switch target {
    case .record(let section, let path): return openForm(pupil, section, path: path)
    case .list: return []
    case .field(let section, let key): return openForm(pupil, section, field: key)
    }
  }

  mutating func withdrawTarget() -> [Effect] {
    guard let (pupil, target) = target, case .record(let section, let path) = target else { return [] }
    return openWithdrawal(pupil, section, path)
  }

  /// Why e and x cannot run on what is under the cursor.
  var targetReason: String? {
    guard let (pupil, target) = target else { return Texts.Reason.nothingChosen }
    switch session?.caseload.dossiers[pupil]?[target.section] {
    case .empty, .value: break
    case .notReadable: return Texts.Reason.notReadable
    case .damaged: return Texts.Reason.damaged
    case nil: return Texts.Reason.nothingChosen
    }
    return nil
  }

  /// Whether the cursor stands on the head of a list, where only something new can come.
  var isListChosen: Bool {
    if case .list? = target?.target { true } else { false }
  }

  var isRecordChosen: Bool {
    if case .record? = target?.target { true } else { false }
  }

  /// Adds to the list under the cursor; where there is none, asks to which.
  mutating func addRecord() -> [Effect] {
    guard case .dossier(let screen) = screens.current else { return [] }
    let lists = addable(screen)
    // Where the cursor was not sent anywhere, the first record says nothing of what is wanted.
    switch screen.row == nil ? screen.lines(self).first?.target : screen.target(self) {
    case .list(let section, let key)?: return openForm(screen.pupil, section, list: key)
    case .record(let section, let path)?:
      if case .item(let list, _)? = path.first { return openForm(screen.pupil, section, list: list) }
    case .field?, nil: break
    }
    if lists.count == 1 { return openForm(screen.pupil, lists[0].section, list: lists[0].key) }
    overlay = .choose(.list(pupil: screen.pupil, lists), ListCursor())
    return []
  }

  /// The lists of a tab that can be added to.
  func addable(_ screen: DossierScreen) -> [ListChoice] {
    guard let session, let dossier = session.caseload.dossiers[screen.pupil] else { return [] }
    return screen.tab.sections(for: session.user.role).filter { dossier.tree(of: $0) != nil }.flatMap { section in
      section.kind.fields.filter(\.holdsRecords).compactMap { field in
        field.shape.itemKind.map { ListChoice(section: section, key: field.key, title: $0.title) }
      }
    }
  }
}

/// A list that a record can be added to.
public struct ListChoice: Equatable, Sendable {
  let section: SectionName
  let key: String
  let title: String
}
