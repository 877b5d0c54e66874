import Casework

/// Going from what is under the cursor to where it is.
extension AppState {
  var chosenSignal: SignalLine? {
    switch screens.current {
    case .agenda(let screen):
      if case .signal(let signal)? = screen.chosen(self) { signal } else { nil }
    case .proof(let screen): signal(screen.episode)
    case .login, .pupils, .group, .dossier, .record, .form, .conflict, .rules, .reference, .school, .norms, .paper,
      .files, .flow, .timeline, .changes, .meeting:
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
    case .dossier, .school: return openTarget()
    case .flow(let screen): return openAsked(of: screen)
    case .timeline(let screen): return openEntry(of: screen)
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
    case .login, .record, .form, .conflict, .norms, .paper, .files, .changes, .meeting: break
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
    case .school: screens.push(.school(SchoolScreen(about: signal.episode.act)))
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
    case .school: return actForSchool(act)
    }
  }

  /// The form with which the school does something, for who may; for others where it stands.
  private mutating func actForSchool(_ act: Act) -> [Effect] {
    if schoolWriteReason == nil, let list = act.list {
      return openForm(at: act.schoolPlace, list: list, record: act.record, field: act.field)
    }
    screens.push(.school(SchoolScreen(about: act)))
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

  /// Opens what the line under the cursor is about.
  private mutating func openTarget() -> [Effect] {
    switch target {
    case (let place, .record(_, let path))?:
      screens.push(.record(RecordScreen(place: place, path: path)))
      return []
    case (let place, .field(_, let key))?: return openForm(at: place, field: key)
    case (_, .list)?, nil: return []
    }
  }

  /// What Enter, e and x are about, and the file it is in.
  private var target: (place: Place, target: LineTarget)? {
    switch screens.current {
    case .dossier(let screen): located(screen.target(self), of: screen.pupil)
    case .school(let screen): located(screen.target(self), of: nil)
    case .record(let screen): (screen.place, .record(screen.place.kind, screen.path))
    case .login, .agenda, .proof, .pupils, .group, .form, .conflict, .rules, .reference, .norms, .paper, .files, .flow,
      .timeline, .changes, .meeting:
      nil
    }
  }

  private func located(_ target: LineTarget?, of pupil: RecordID?) -> (place: Place, target: LineTarget)? {
    target.flatMap { target in target.file.place(of: pupil).map { ($0, target) } }
  }

  mutating func editTarget() -> [Effect] {
    guard let (place, target) = target else { return [] }
    switch target {
    case .record(_, let path): return openForm(at: place, path: path)
    case .list: return []
    case .field(_, let key): return openForm(at: place, field: key)
    }
  }

  mutating func withdrawTarget() -> [Effect] {
    guard let (place, target) = target, case .record(_, let path) = target else { return [] }
    return openWithdrawal(at: place, path)
  }

  /// Why e and x cannot run on what is under the cursor.
  var targetReason: String? {
    guard let (place, _) = target else { return Texts.Reason.nothingChosen }
    guard case .section(let pupil, let section) = place else { return schoolWriteReason }
    switch session?.caseload.dossiers[pupil]?[section] {
    case .empty, .value: break
    case .notReadable: return Texts.Reason.notReadable
    case .damaged: return Texts.Reason.damaged
    case nil: return Texts.Reason.nothingChosen
    }
    return nil
  }

  /// Why what is under the cursor can be opened by nobody; reading is for everybody.
  var openTargetReason: String? {
    guard let (place, target) = target else { return Texts.Reason.nothingChosen }
    if place.pupil == nil, target.isRecord { return nil }
    return targetReason
  }

  /// Why what is under the cursor cannot be withdrawn.
  var withdrawReason: String? {
    if let reason = targetReason { return reason }
    guard let (place, target) = target, case .record(let file, let path) = target, case .item? = path.last else {
      return Texts.Reason.noRecord
    }
    guard file == .school, let record = session?.file(at: place)?.record(at: path) else { return nil }
    return reasonToKeep(record, place.root.kind(at: path))
  }

  /// Whether the cursor stands on the head of a list, where only something new can come.
  var isListChosen: Bool {
    if case .list? = target?.target { true } else { false }
  }

  /// Adds to the list under the cursor; where there is none, asks to which.
  mutating func addRecord() -> [Effect] {
    if case .school(let screen) = screens.current { return addToSchool(screen) }
    guard case .dossier(let screen) = screens.current else { return [] }
    let lists = addable(screen)
    // Where the cursor was not sent anywhere, the first record says nothing of what is wanted.
    switch screen.row == nil ? screen.lines(self).first?.target : screen.target(self) {
    case .list(.section(let section), let key)?: return openForm(screen.pupil, section, list: key)
    case .record(.section(let section), let path)?:
      if case .item(let list, _)? = path.first { return openForm(screen.pupil, section, list: list) }
    case .field?, .list?, .record?, nil: break
    }
    return add(to: lists)
  }

  /// Opens a new record of the only list, or asks of which.
  mutating func add(to lists: [ListChoice]) -> [Effect] {
    if lists.count == 1 { return openNew(lists[0]) }
    overlay = .choose(.list(lists), ListCursor())
    return []
  }

  mutating func openNew(_ choice: ListChoice) -> [Effect] {
    openForm(at: choice.place, list: choice.key, field: choice.field, known: choice.known)
  }

  /// The lists of a tab that can be added to.
  func addable(_ screen: DossierScreen) -> [ListChoice] {
    guard let session, let dossier = session.caseload.dossiers[screen.pupil] else { return [] }
    return screen.tab.sections(for: session.user.role).filter { dossier.tree(of: $0) != nil }.flatMap { section in
      section.kind.fields.filter(\.holdsRecords).compactMap { field in
        field.shape.itemKind.map {
          ListChoice(place: .section(pupil: screen.pupil, section), key: field.key, title: $0.title)
        }
      }
    }
  }
}

/// A list that a record can be added to, with what is known of the new one.
public struct ListChoice: Equatable, Sendable {
  let place: Place
  let key: String
  let title: String
  var known = Members()
  /// The field to begin with.
  var field: String?
}
