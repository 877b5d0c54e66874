import Casework

/// Forms being opened, left, kept as drafts and saved.
extension AppState {
  /// Opens the form of a record of a tab: the one with this id, a new one of a list, or the tab's own fields.
  mutating func openForm(
    _ pupil: RecordID, _ section: SectionName, list: String? = nil, record: RecordID? = nil, field: String? = nil,
    known: Members = Members()
  ) -> [Effect] {
    openForm(at: .section(pupil: pupil, section), list: list, record: record, field: field, known: known)
  }

  /// Opens the form of the record at a path of a tab.
  mutating func openForm(
    _ pupil: RecordID, _ section: SectionName, path: TreePath, field: String? = nil
  ) -> [Effect] {
    openForm(at: .section(pupil: pupil, section), path: path, field: field)
  }

  /// Opens the form of a record of a file: the one with this id, a new one of a list, or the file's own fields.
  mutating func openForm(
    at place: Place, list: String? = nil, record: RecordID? = nil, field: String? = nil, known: Members = Members()
  ) -> [Effect] {
    guard let file = changeable(place) else { return [] }
    let kind = place.root
    if let record, let (path, _) = file.path(to: record, of: kind) {
      return openForm(at: place, path: path, field: field)
    }
    guard let list, let declared = kind.field(list) else { return openForm(at: place, path: [], field: field ?? list) }
    guard let item = declared.shape.itemKind else {
      let inside: TreePath = declared.shape.recordKind == nil || field == nil ? [] : [.field(list)]
      return openForm(at: place, path: inside, field: field ?? list)
    }
    return openNew(item, of: list, at: place, file, field: field, known: known)
  }

  /// Opens the form of the record at a path of a file.
  mutating func openForm(at place: Place, path: TreePath, field: String? = nil) -> [Effect] {
    guard let file = changeable(place), let kind = place.root.kind(at: path) else { return [] }
    let form = FormScreen(
      act: Texts.Form.changing(path.isEmpty ? place.title : kind.title), place: place, root: place.root,
      pupil: place.pupil, before: session?.caseload.stored[place], file: file, level: FormLevel(path: path, kind: kind))
    return show(form, field: field)
  }

  private mutating func openNew(
    _ kind: RecordKind, of list: String, at place: Place, _ file: Members, field: String?, known: Members
  ) -> [Effect] {
    guard let session else { return [] }
    // What was begun before goes on under the id that it has.
    let begun = session.draft(ofNew: list, at: place)
    let id = begun?.key.record ?? environment.ids.next()
    var members = Members()
    members.stamp(stamp(session), id: id)
    FormRules.prefill(&members, of: kind, today: environment.today)
    for pair in known.pairs { members[pair.key] = pair.value }
    var filled = file
    filled[list] = .array((file[list]?.elements ?? []) + [.object(members)])
    var form = FormScreen(
      act: Texts.Form.adding(kind.title), place: place, root: place.root, pupil: place.pupil,
      before: session.caseload.stored[place], file: filled,
      level: FormLevel(path: [.item(list: list, id)], kind: kind))
    form.isPrefilled = !known.pairs.isEmpty
    return show(form, field: field)
  }

  /// Opens the reason for withdrawing a record.
  mutating func openWithdrawal(at place: Place, _ path: TreePath) -> [Effect] {
    guard let session, let file = changeable(place), let kind = place.root.kind(at: path) else { return [] }
    var filled = file
    filled.change(at: path + [.field(RecordKey.withdrawal)]) { withdrawal in
      withdrawal[RecordKey.madeBy] = .string(session.user.login)
      withdrawal[RecordKey.madeAt] = environment.now.tree
    }
    let form = FormScreen(
      act: Texts.Form.withdrawing(kind.title), place: place, root: place.root, pupil: place.pupil,
      before: session.caseload.stored[place], file: filled,
      level: FormLevel(path: path + [.field(RecordKey.withdrawal)], kind: RecordKind(WithdrawalFields.self)))
    return show(form, field: nil)
  }

  /// Opens the form with which a signal is put off or acknowledged.
  mutating func putOffSignal() -> [Effect] {
    guard let session, let signal = chosenSignal else { return [] }
    let pupil: RecordID? = if case .pupil(let id) = signal.id.subject { id } else { nil }
    let root = RecordKind(PutOffsFields.self)
    let place = Place.putOffs(session.engine.home(of: signal.episode, at: session.caseload.school.record))
    let stored = session.caseload.stored[place]
    var answer = Record<PutOffFields>(to: signal.id)
    let id = session.draft(answering: signal.id)?.key.record ?? environment.ids.next()
    answer.members.stamp(stamp(session), id: id)
    answer.kind = Choice(signal.signal.usualAnswer)
    answer.on = environment.today
    var file = stored?.tree.members ?? Members()
    let list = PutOffsFields.declared.putOffs.key
    file[list] = .array((file[list]?.elements ?? []) + [answer.tree])
    let form = FormScreen(
      act: Texts.Form.answering(signal.title), place: place, root: root, pupil: pupil, before: stored,
      file: file, level: FormLevel(path: [.item(list: list, id)], kind: RecordKind(PutOffFields.self)))
    return show(form, field: PutOffFields.declared.reason.key)
  }

  /// Puts a form on the screen, filled with its draft where there is one; returns to it where it is open.
  mutating func show(_ blank: FormScreen, field: String?) -> [Effect] {
    guard let session, !goBack(to: draftKey(of: blank)) else { return [] }
    var form = blank
    addReadyRows(to: &form)
    form.pristine = form.file
    if let draft = session.drafts[draftKey(of: form)] {
      form.restore(draft)
      addReadyRows(to: &form)
      let clock = environment.wallTime(of: draft.at)
      notice = Notice(.hint, Texts.Form.draftFound(clock))
    }
    if form.isChanged || form.isPrefilled { form.consequences = consequences(of: form) }
    form.remarks = remarks(on: form)
    if let field { form.stand(on: field) }
    form.beginEditing(session.references(around: form.pupil))
    screens.push(.form(form))
    return []
  }

  /// The rows that people nearly always fill in.
  private mutating func addReadyRows(to form: inout FormScreen) {
    guard let session else { return }
    let path = form.level.path
    let ready = ReadyRows(
      family: form.pupil.flatMap { session.caseload.dossiers[$0]?.family.record }, today: environment.today,
      stamp: stamp(session))
    let isNew = form.before?.tree.members?.record(at: path) == nil
    ready.add(to: &form.file, at: path, of: form.level.kind, isNew: isNew, &environment.ids)
  }

  /// The file that a form would change; where it cannot be changed, that is told.
  mutating func changeable(_ place: Place) -> Members? {
    guard let session else { return nil }
    if session.isRecorded {
      notice = Notice(.hint, Texts.Reason.recordedDay(shownDay))
      return nil
    }
    guard case .section(let pupil, let section) = place else {
      guard let reason = schoolWriteReason else { return session.file(at: place) ?? Members() }
      notice = Notice(.hint, reason)
      return nil
    }
    switch session.caseload.dossiers[pupil]?[section] {
    case .empty: return Members()
    case .value(let tree): return tree.members ?? Members()
    case .notReadable: notice = Notice(.hint, Texts.Reason.notReadable)
    case .damaged: notice = Notice(.trouble, Texts.Reason.damaged)
    case nil: break
    }
    return nil
  }
}

/// Drafts.
extension AppState {
  func draftKey(of form: FormScreen) -> DraftKey {
    let user = session?.user.id ?? RecordID(high: 0, low: 0)
    let ids = form.firstLevel.path.compactMap { step -> (String, RecordID)? in
      if case .item(let list, let id) = step { (list, id) } else { nil }
    }
    let suffix = form.firstLevel.path.last == .field(RecordKey.withdrawal) ? "-" + RecordKey.withdrawal : ""
    return DraftKey(
      user: user, place: form.place, list: ids.last.map { $0.0 + suffix }, record: ids.last?.1)
  }

  /// What is being typed now, where something is.
  var currentDraft: Draft? {
    switch screens.current {
    case .form(let form): form.isChanged ? draft(of: form) : nil
    case .group(let screen): marksDraft(of: screen)
    case .meeting(let meeting): draft(of: meeting)
    case .login, .agenda, .proof, .pupils, .dossier, .record, .conflict, .rules, .reference, .school, .norms, .paper,
      .files, .flow, .timeline, .changes:
      nil
    }
  }

  func draft(of form: FormScreen) -> Draft {
    Draft(
      key: draftKey(of: form), at: environment.now, before: form.before, after: .object(form.file),
      unread: Dictionary(form.unread.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Keeps what is typed, or throws the draft away where nothing differs any more.
  mutating func keepDraft(of form: FormScreen) -> [Effect] {
    let key = draftKey(of: form)
    guard form.isChanged else {
      guard session?.drafts.removeValue(forKey: key) != nil else { return [] }
      return [.discardDraft(key)]
    }
    let draft = draft(of: form)
    session?.drafts[key] = draft
    return [.saveDraft(draft)]
  }

  /// Throws away what was typed; asked for and confirmed.
  mutating func discardDraft() -> [Effect] {
    guard case .form(let form) = screens.current else { return [] }
    let key = draftKey(of: form)
    session?.drafts[key] = nil
    screens.pop()
    notice = Notice(.done, Texts.Form.discarded)
    return [.discardDraft(key)]
  }

  /// One level out, or out of the form: nothing is asked, since nothing is lost.
  mutating func leaveFormLevel(_ screen: FormScreen) -> [Effect] {
    guard let session else { return [] }
    var form = screen
    if form.leaveLevel() {
      form.dropEmptyItems()
      form.beginEditing(session.references(around: form.pupil))
      return afterTyping(form)
    }
    let effects = keepDraft(of: form)
    screens.pop()
    if form.isChanged { notice = Notice(.hint, Texts.Form.draftKept) }
    return effects
  }
}

extension Session {
  /// The draft of a record that was never saved, in this list of this file.
  fileprivate func draft(ofNew list: String, at place: Place) -> Draft? {
    let saved = caseload.stored[place]?.tree.members
    return drafts.values.filter { draft in
      guard draft.key.user == user.id, draft.key.place == place, draft.key.list == list, let id = draft.key.record
      else { return false }
      return !(saved?[list]?.elements ?? []).contains { $0.members?.id == id }
    }.max { $0.at < $1.at }
  }

  fileprivate func draft(answering episode: Episode.ID) -> Draft? {
    drafts.values.first { draft in
      guard draft.key.user == user.id, case .putOffs(let home) = draft.key.place, let id = draft.key.record,
        let file = Record<PutOffsFields>(tree: draft.after)
      else { return false }
      return file.putOffs.contains { $0.id == id && $0.episode(of: home.subject) == episode }
    }
  }
}
