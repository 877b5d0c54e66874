import Casework

/// A new pupil by hand: the least fields in one form, and whoever may be the same child pointed out before saving.
extension AppState {
  /// Why no pupil can be added now.
  var addPupilReason: String? {
    switch session?.user.role {
    case .teacher, nil: Texts.NewPupil.notForTeachers
    case .careCoordinator, .director: schoolWriteReason
    }
  }

  /// Opens the form, with what was typed before where it was left: of the pupil whose draft is asked for, else of the one
  /// that was begun last.
  mutating func addPupil(_ begun: RecordID? = nil) -> [Effect] {
    guard let session else { return [] }
    let pupil = begun ?? session.begunPupil ?? environment.ids.next()
    var new = NewPupil()
    new.enrolledOn = environment.today
    new.kind = Choice(.definitive)
    let form = FormScreen(
      act: Texts.NewPupil.act, place: .section(pupil: pupil, .pupil), root: RecordKind(NewPupilFields.self),
      pupil: nil, before: nil, file: new.members,
      level: FormLevel(path: [], kind: RecordKind(NewPupilFields.self)))
    return show(form, field: nil)
  }

  /// Saves the tabs of a new pupil, after asking whether it is somebody who is on record already.
  mutating func savePupil(_ form: FormScreen) -> [Effect] {
    guard let session, let pupil = form.place.pupil else { return [] }
    let new = NewPupil(members: form.file)
    let alike = session.caseload.lookalikes(of: new, on: environment.today)
    guard alike.isEmpty || form.weighed == form.file else {
      overlay = .choose(.lookalikes(alike.map { lookalike($0, session) }), ListCursor())
      return []
    }
    let tabs = newTabs(of: new, session)
    var changes = [Change(place: form.place, before: nil, after: tabs.pupil.tree)]
    if let family = tabs.family {
      changes.append(Change(place: .section(pupil: pupil, .family), before: nil, after: family.tree))
    }
    var after = closing(form, Texts.NewPupil.saved(new.fullName))
    after.opens = pupil
    return commit(Edit(act: Texts.NewPupil.act, changes: changes), then: after)
  }

  private mutating func newTabs(
    of new: NewPupil, _ session: Session
  ) -> (pupil: Record<PupilFields>, family: Record<FamilyFields>?) {
    var ids = environment.ids
    let tabs = new.tabs(
      by: session.user.login, at: environment.now, in: session.caseload.school.record, newID: { ids.next() })
    environment.ids = ids
    return tabs
  }

  private func lookalike(_ dossier: Dossier, _ session: Session) -> Lookalike {
    let record = dossier.pupil.record
    let day = environment.today
    let place: String
    if case .left(let last)? = record?.enrolment(on: day) {
      place = Texts.Pupils.left(last)
    } else {
      place = session.caseload.groupName(of: dossier.id, on: day)
    }
    return Lookalike(
      id: dossier.id, text: Texts.NewPupil.known(dossier.displayName, record?.birthDate, place))
  }

  /// What was chosen of the lookalikes: the one who is there already, or to go on all the same.
  mutating func choose(_ lookalike: Lookalike?) -> [Effect] {
    guard case .form(var form) = screens.current else { return [] }
    guard let lookalike else {
      form.weighed = form.file
      screens.current = .form(form)
      return savePupil(form)
    }
    let effects = keepDraft(of: form)
    screens.pop()
    return effects + openDossier(lookalike.id, .pupil)
  }

  /// What would be asked of the new pupil.
  func consequences(ofAdding form: FormScreen) -> [Consequence] {
    guard let session, let pupil = form.place.pupil else { return [] }
    var ids = environment.ids
    let tabs = NewPupil(members: form.file).tabs(
      by: session.user.login, at: environment.now, in: session.caseload.school.record, newID: { ids.next() })
    var dossier = Dossier(id: pupil)
    dossier.pupil = .value(tabs.pupil)
    dossier.family = tabs.family.map { .value($0) } ?? .empty
    let reader = AgendaReader(session.user, at: session.caseload.school, on: environment.today)
    return Consequence.between([], session.episodes(of: dossier), book: book, on: environment.today, for: reader)
  }

  /// Who is on record already and may be the child that is being filled in, in words.
  func lookalikeRemarks(on form: FormScreen) -> [String] {
    guard form.isNewPupil, let session else { return [] }
    return session.caseload.lookalikes(of: NewPupil(members: form.file), on: environment.today)
      .map { Texts.NewPupil.maybe(lookalike($0, session).text) }
  }
}

/// A pupil on record who may be the one that is added.
public struct Lookalike: Equatable, Sendable {
  let id: RecordID
  let text: String
}

extension FormScreen {
  /// Whether it adds a pupil.
  var isNewPupil: Bool { root == RecordKind(NewPupilFields.self) }
}

extension Session {
  /// The pupil whose form was left with something typed in it, and who is not on record yet.
  fileprivate var begunPupil: RecordID? {
    drafts.values.filter { $0.key.user == user.id && pupilToAdd($0.key) != nil }
      .max { $0.at < $1.at }?.key.place.pupil
  }

  /// The pupil who is added by the form with this key; nothing where it is another form.
  func pupilToAdd(_ key: DraftKey) -> RecordID? {
    guard case .section(let pupil, .pupil) = key.place, key.list == nil, present.caseload.dossiers[pupil] == nil else {
      return nil
    }
    return pupil
  }
}
