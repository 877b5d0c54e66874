import Casework

/// The marks of a group: kept with every key, saved together, and asked about where a colleague set something else.
extension AppState {
  /// What a save of the marks is for.
  enum MarksSaving {
    /// The day is called done.
    case done
    /// Asked for on a day to come, which is never done yet.
    case kept
    /// Another screen or day comes in its place.
    case leaving
  }

  private func marksKey(_ shown: GroupOnDay) -> DraftKey? {
    guard let user = session?.user.id, let group = shown.id else { return nil }
    let place = Place.registration(group: group, year: SchoolYear(of: shown.day))
    return DraftKey(user: user, place: place, list: shown.day.iso)
  }

  private func keptMarks(_ key: DraftKey?) -> KeptMarks? {
    key.flatMap { session?.drafts[$0] }.flatMap { KeptMarks($0) }
  }

  func marksDraft(of screen: GroupScreen) -> Draft? {
    guard let shown = screen.shown(self), let key = marksKey(shown) else { return nil }
    return KeptMarks(key: key, marks: screen.marks).draft(at: environment.now)
  }

  /// Puts the marks of the screen into their draft.
  mutating func keepMarks(of screen: GroupScreen) -> [Effect] {
    screens.current = .group(screen)
    guard let shown = screen.shown(self), let key = marksKey(shown) else { return [] }
    return keep(KeptMarks(key: key, marks: screen.marks))
  }

  private mutating func keep(_ kept: KeptMarks) -> [Effect] {
    let draft = kept.draft(at: environment.now)
    session?.drafts[kept.key] = draft
    return [draft.map(Effect.saveDraft) ?? .discardDraft(kept.key)]
  }

  /// Lets the group screen show the marks that are kept for its group and day; says so where they come up again.
  mutating func showKeptMarks() {
    guard case .group(var screen) = screens.current, let shown = screen.shown(self) else { return }
    let key = marksKey(shown)
    // What is being typed today is no part of what was recorded then.
    let marks = session?.isRecorded == true ? [:] : keptMarks(key)?.marks ?? [:]
    guard screen.marksKey != key || screen.marks != marks else { return }
    screen.past = []
    screen.late = nil
    screen.marksKey = key
    screen.marks = marks
    if let key, let draft = session?.drafts[key], !marks.isEmpty, notice == nil {
      let clock = environment.wallTime(of: draft.at)
      notice = Notice(.hint, Texts.Group.marksFound(marks.count, shown.day, at: clock))
    }
    screens.current = .group(screen)
  }

  /// What was found again besides the marks that stand on the screen already, with where each belongs.
  var draftsNotice: Notice? {
    guard let session else { return nil }
    var shown: DraftKey?
    if case .group(let screen) = screens.current { shown = screen.shown(self).flatMap { marksKey($0) } }
    let places = session.drafts.values.filter { $0.key != shown }.sorted { $0.at > $1.at }.map {
      draftPlace(of: $0)
    }
    return places.isEmpty ? nil : Notice(.hint, Texts.draftsFound(places))
  }

  /// Whose a draft is, and of what.
  func draftPlace(of draft: Draft) -> String {
    let key = draft.key
    let name = key.place.pupil.flatMap { session?.caseload.dossiers[$0]?.displayName }
    if key.list == MeetingFields.name { return Texts.Meeting.draft(name ?? "", environment.wallTime(of: draft.at)) }
    switch key.place {
    case .section(_, let section):
      return name.map { Texts.draftPlace($0, section.title) } ?? NewPupilFields.title
    case .registration(let group, _):
      let day = key.list.flatMap { CivilDate(iso: $0) }?.dutch(.weekday) ?? ""
      return Texts.draftPlace(session?.caseload.group(group)?.displayName ?? "", day)
    case .school, .calendar, .putOffs, .restricted, .emergencyCard, .workingNote:
      return name ?? RecordKind(key.place.kind.fields).title
    }
  }

  /// Takes the last mark back; false where there is none.
  mutating func undoMark() -> [Effect]? {
    guard case .group(var screen) = screens.current, let last = screen.past.popLast() else { return nil }
    screen.marks = last
    screen.late = nil
    return keepMarks(of: screen)
  }

  /// Saves the marks of a group in one edit, with the day as registered where it is done.
  ///
  /// They stay on the screen and in their draft until they are on the disk.
  mutating func saveMarks(of screen: GroupScreen, _ saving: MarksSaving) -> [Effect] {
    guard let session, let shown = screen.shown(self), let key = marksKey(shown) else { return [] }
    if case .group(var current) = screens.current {
      current.late = nil
      screens.current = .group(current)
    }
    if isSavingMarks(key) {
      if saving != .leaving { notice = Notice(.hint, Texts.stillSaving) }
      return []
    }
    let found = changes(screen, shown, session)
    var changes = found.changes
    let group = shown.group.groupName ?? ""
    if saving == .done, !shown.isRegistered, let change = registration(shown, session) { changes.append(change) }
    let isDone = saving == .done || shown.isRegistered || shown.day > environment.today
    let saved =
      saving == .done
      ? Texts.Group.done(group, shown.day)
      : Texts.Group.marksSaved(group, shown.day) + (isDone ? "" : " " + Texts.Group.dayNotDone)
    var after = AfterSaving(
      notice: saved, marks: SavedMarks(kept: KeptMarks(key: key, marks: screen.marks), group: group))
    let act = saving == .done ? Texts.Group.actRegister(group, shown.day) : Texts.Group.actMark(group, shown.day)
    if !found.clashes.isEmpty, saving != .leaving {
      let edit = Edit(act: act, changes: changes)
      screens.push(.conflict(ConflictScreen(edit: edit, after: after, conflicts: found.clashes, day: shown.day)))
      return []
    }
    if !found.clashes.isEmpty {
      let left = Texts.Group.clashing(found.clashes.count, group, shown.day)
      after.notice = left
      for clash in found.clashes { if let pupil = clash.place.pupil { after.marks?.kept.marks[pupil] = nil } }
      if changes.isEmpty { notice = Notice(.trouble, left) }
    } else if changes.isEmpty {
      if saving == .done { notice = Notice(.hint, Texts.Group.alreadyDone) }
      // What was marked is on record already.
      return screen.marks.isEmpty ? [] : keep(KeptMarks(key: key, marks: [:]))
    }
    return changes.isEmpty ? [] : commit(Edit(act: act, changes: changes), then: after)
  }

  /// What the marks change, and where a colleague set something else since.
  private mutating func changes(
    _ screen: GroupScreen, _ shown: GroupOnDay, _ session: Session
  ) -> (changes: [Change], clashes: [PlaceConflict]) {
    let previous = session.calendar.lastTeachingDay(before: shown.day)
    let stamp = stamp(session)
    var found: (changes: [Change], clashes: [PlaceConflict]) = ([], [])
    for pupil in shown.pupils {
      guard let set = screen.marks[pupil.id], let absence = pupil.absence else { continue }
      let marked = absence.marked(
        set.mark, on: shown.day, previousSchoolDay: previous, stamp: stamp, ids: &environment.ids)
      guard marked != absence else { continue }
      let place = Place.section(pupil: pupil.id, .absence)
      let now = session.caseload.stored[place]
      if let now, set.clashes(with: absence, on: shown.day) {
        let part = set.sides(over: absence, on: shown.day, mine: marked, stamp: stamp, ids: &environment.ids)
        let outcome = MergeOutcome(
          joined: absence.tree, taken: [], conflicts: [MergeConflict(reason: .sameField, parts: [part])])
        found.clashes.append(
          PlaceConflict(
            place: place, now: now, outcome: outcome, by: writer(of: absence, at: place, on: shown.day), at: nil))
      } else {
        found.changes.append(Change(place: place, before: now, after: marked.tree))
      }
    }
    return found
  }

  /// The name of whoever set what stands there.
  private func writer(of absence: Record<AbsenceFields>, at place: Place, on day: CivilDate) -> String? {
    session?.writers[place] ?? name(ofLogin: absence.absence(on: day)?.madeBy)
  }

  private mutating func registration(_ shown: GroupOnDay, _ session: Session) -> Change? {
    guard let group = shown.id else { return nil }
    let place = Place.registration(group: group, year: SchoolYear(of: shown.day))
    let before = session.caseload.stored[place]
    var record = before.flatMap { Record<GroupRegistrationFields>(tree: $0.tree) } ?? Record()
    var day = Record<RegisteredDayFields>()
    day.members.stamp(stamp(session), id: environment.ids.next())
    day.day = shown.day
    record.put(day, in: \.days)
    return Change(place: place, before: before, after: record.tree)
  }

  private func isSavingMarks(_ key: DraftKey) -> Bool {
    pending.values.contains { work in
      if case .edit(_, let after) = work { after.marks?.kept.key == key } else { false }
    }
  }

  /// Takes the marks that are on the disk now out of their draft; those that were set meanwhile stay, over what stands
  /// there since.
  ///
  /// Where a colleague's save of the same day was joined with this one, it asks what holds.
  mutating func dropMarks(_ saved: SavedMarks, _ edit: Edit) -> [Effect] {
    guard let day = saved.kept.day, var kept = keptMarks(saved.kept.key) else { return [] }
    var isJoined = false
    for (pupil, set) in saved.kept.marks {
      guard let left = kept.marks[pupil], let now = session?.present.caseload.dossiers[pupil]?.absence.record
      else { continue }
      let place = Place.section(pupil: pupil, .absence)
      let sent = edit.changes.first { $0.place == place }.flatMap { Record<AbsenceFields>(tree: $0.after) } ?? now
      if SetMark(set.mark, on: day, over: sent).clashes(with: now, on: day) {
        isJoined = true
        let seen = Set(left.seen.compactMap(\.id))
        kept.marks[pupil]?.own = Set(sent.absences.compactMap(\.id)).subtracting(seen)
      } else {
        kept.marks[pupil] = left.mark == set.mark ? nil : SetMark(left.mark, on: day, over: now)
      }
    }
    var effects = keep(kept)
    if case .group(var screen) = screens.current, screen.marksKey == kept.key {
      screen.marks = kept.marks
      screen.past = []
      screens.current = .group(screen)
      if isJoined { effects += saveMarks(of: screen, .kept) }
    } else if !kept.marks.isEmpty {
      notice = Notice(.trouble, Texts.Group.clashing(kept.marks.count, saved.group, day))
    }
    return effects
  }

  /// What to ask before the program ends with marks that are not saved.
  var questionBeforeQuitting: Question? {
    guard case .group(let screen) = screens.current, !screen.marks.isEmpty, session?.dayAsked == nil,
      let shown = screen.shown(self), shown.day <= environment.today, !shown.isRegistered
    else { return nil }
    return .quitWithMarks(screen.marks.count, shown.day)
  }
}

/// Marks on their way to the disk.
public struct SavedMarks: Equatable, Sendable {
  var kept: KeptMarks
  /// The name of the group.
  let group: String
}
