import Casework

/// What was typed and not saved: listed by pupil, form and time, and opened again from that list.
extension AppState {
  mutating func listDrafts() {
    let choices = draftChoices
    if !choices.isEmpty { overlay = .choose(.drafts(choices), ListCursor()) }
  }

  /// The drafts of whoever is logged in, the last one first.
  private var draftChoices: [DraftChoice] {
    guard let session else { return [] }
    return session.drafts.values.filter { $0.key.user == session.user.id }
      .sorted { ($0.at, $0.key.name) > ($1.at, $1.key.name) }
      .map { DraftChoice(key: $0.key, label: label(of: $0)) }
  }

  private func label(of draft: Draft) -> String {
    let clock = environment.wallTime(of: draft.at)
    if draft.key.list == MeetingFields.name {
      let name = draft.key.place.pupil.flatMap { session?.caseload.dossiers[$0]?.displayName }
      return Texts.Drafts.line(clock, name ?? "", Texts.Meeting.holding)
    }
    if session?.pupilToAdd(draft.key) != nil {
      return Texts.Drafts.line(clock, NewPupil(tree: draft.after)?.fullName ?? "", Texts.NewPupil.act)
    }
    guard let form = form(of: draft) else { return Texts.Drafts.line(clock, draftPlace(of: draft), "") }
    let name = form.pupil.flatMap { session?.caseload.dossiers[$0]?.displayName }
    return Texts.Drafts.line(clock, name ?? draftPlace(of: draft), form.act)
  }

  /// Goes on with a draft of the list.
  mutating func openDraft(_ key: DraftKey) -> [Effect] {
    guard let session, let draft = session.drafts[key] else { return [] }
    if let reason = writeReason {
      notice = Notice(.hint, reason)
      return []
    }
    if case .registration(let group, _) = key.place {
      return leaveScreen() + openGroup(group, on: key.list.flatMap { CivilDate(iso: $0) })
    }
    if key.list == MeetingFields.name, let pupil = key.place.pupil { return leaveScreen() + openMeeting(about: pupil) }
    if let pupil = session.pupilToAdd(key) { return leaveScreen() + addPupil(pupil) }
    if case .section = key.place, changeable(key.place) == nil {
      if notice == nil { notice = Notice(.trouble, Texts.Drafts.gone) }
      return []
    }
    guard let form = form(of: draft) else {
      notice = Notice(.trouble, Texts.Drafts.gone)
      return []
    }
    return leaveScreen() + show(form, field: nil)
  }

  /// The form that a draft was typed in, before anything was typed in it; nothing where its record is gone.
  private func form(of draft: Draft) -> FormScreen? {
    let key = draft.key
    if case .registration = key.place { return nil }
    let stored = session?.caseload.stored[key.place]
    let root = key.place.root
    let suffix = "-" + RecordKey.withdrawal
    let isWithdrawal = key.list?.hasSuffix(suffix) ?? false
    guard let record = key.record else {
      return FormScreen(
        act: Texts.Form.changing(root.title), place: key.place, root: root, pupil: key.place.pupil, before: stored,
        file: stored?.tree.members ?? Members(), level: FormLevel(path: [], kind: root))
    }
    guard let (path, kind) = draft.after.members?.path(to: record, of: root) else { return nil }
    let file = blank(draft, path, stored)
    let isNew = stored?.tree.members?.record(at: path) == nil
    let act =
      if case .putOffs = key.place { Texts.Form.answering(rule(of: draft, path) ?? kind.title) } else if isWithdrawal {
        Texts.Form.withdrawing(kind.title)
      } else { isNew ? Texts.Form.adding(kind.title) : Texts.Form.changing(kind.title) }
    let level =
      isWithdrawal
      ? FormLevel(path: path + [.field(RecordKey.withdrawal)], kind: RecordKind(WithdrawalFields.self))
      : FormLevel(path: path, kind: kind)
    return FormScreen(
      act: act, place: key.place, root: root, pupil: key.place.pupil, before: stored, file: file, level: level)
  }

  /// The file as it is stored, with a record that was never saved in it as it was before anything was typed.
  private func blank(_ draft: Draft, _ path: TreePath, _ stored: Stored?) -> Members {
    var file = stored?.tree.members ?? Members()
    guard file.record(at: path) == nil, case .item(let list, _)? = path.last,
      let typed = draft.after.members?.record(at: path)
    else { return file }
    var empty = Members()
    for stamp in RecordKey.stamps { empty[stamp] = typed[stamp] }
    file.change(at: path.dropLast()) { $0[list] = .array(($0[list]?.elements ?? []) + [.object(empty)]) }
    return file
  }

  /// The signal that an answer is about, by the title of its rule.
  private func rule(of draft: Draft, _ path: TreePath) -> String? {
    let name = draft.after.members?.record(at: path)?[PutOffFields.declared.rule.key]?.text
    return name.flatMap { book.entry(RuleID($0), on: environment.today)?.title }
  }
}

/// A draft that can be gone on with.
public struct DraftChoice: Equatable, Sendable {
  let key: DraftKey
  let label: String
}
