import Casework

/// The acts on a plan: each opens a form with what it is about, and is saved like any other.
extension AppState {
  mutating func performOnPlan(_ id: CommandID) -> [Effect] {
    guard let (pupil, plan) = shownPlan, let command = PlanCommand(id) else { return [] }
    return switch command {
    case .offer: offer(plan, of: pupil)
    case .establish: establish(plan, of: pupil)
    case .renew: renew(plan, of: pupil)
    case .evaluate: evaluate(pupil)
    case .read: read(plan, of: pupil)
    }
  }

  /// The plan of the tab that shows, where it can be read.
  private var shownPlan: (pupil: RecordID, plan: Record<PlanFields>)? {
    guard case .dossier(let screen) = screens.current, screen.tab == .plan,
      let plan = session?.caseload.dossiers[screen.pupil]?.plan.record
    else { return nil }
    return (screen.pupil, plan)
  }

  /// The form of the version that is being worked on, with today as the day of the offer and of sending it to each guardian
  /// who did not answer yet.
  private mutating func offer(_ plan: Record<PlanFields>, of pupil: RecordID) -> [Effect] {
    guard let id = plan.openVersion(on: environment.today)?.id else { return [] }
    let today = environment.today
    let fields = PlanVersionFields.declared
    let sent = PlanAgreementFields.declared.sentOn.key
    return openAct(
      Texts.PlanAct.offering, pupil, version: id, showing: [fields.offeredOn.key, fields.agreements.key]
    ) { version in
      if version[fields.offeredOn.key] == nil { version[fields.offeredOn.key] = today.tree }
      let rows = (version[fields.agreements.key]?.elements ?? []).map { element -> Tree in
        // Whoever answered already had it before.
        guard var row = element.members, !row.isWithdrawn, row[sent] == nil,
          PlanAgreement(members: row).answer.map({ $0.isOpen }) ?? true
        else { return element }
        row[sent] = today.tree
        return .object(row)
      }
      if !rows.isEmpty { version[fields.agreements.key] = .array(rows) }
    }
  }

  /// The day of establishing, where nothing lacks; else the whole form, with the cursor on what lacks first.
  private mutating func establish(_ plan: Record<PlanFields>, of pupil: RecordID) -> [Effect] {
    guard let id = plan.openVersion(on: environment.today)?.id else { return [] }
    let today = environment.today
    let fields = PlanVersionFields.declared
    let path: TreePath = [.item(list: PlanFields.declared.versions.key, id)]
    let effects = openForm(pupil, .plan, path: path, field: fields.establishedOn.key)
    guard case .form(var form) = screens.current, let session else { return effects }
    let lacks = form.planLacks(self)
    if let first = lacks.first {
      form.stand(at: FieldPath(record: path + first.path, key: first.key))
      form.beginEditing(session.references(around: pupil))
      screens.current = .form(form)
      notice = Notice(.trouble, Texts.PlanAct.cannotEstablish(lacks.map(\.words)))
      return effects
    }
    screens.pop()
    return openAct(
      Texts.PlanAct.establishing, pupil, version: id, showing: [fields.establishedOn.key, fields.inForceFrom.key]
    ) { version in
      if version[fields.establishedOn.key] == nil { version[fields.establishedOn.key] = today.tree }
    }
  }

  /// A new version with the text of the newest one.
  private mutating func renew(_ plan: Record<PlanFields>, of pupil: RecordID) -> [Effect] {
    guard let newest = plan.newestVersion(on: environment.today), let session else { return [] }
    let stamp = stamp(session)
    var ids = environment.ids
    let next = newest.successor(on: environment.today) { $0.stamp(stamp, id: ids.next()) }
    environment.ids = ids
    return openForm(
      pupil, .plan, list: PlanFields.declared.versions.key, field: PlanVersionFields.declared.supportNeeds.key,
      known: next.members)
  }

  /// A new evaluation, with the cursor on the first row that one key fills.
  private mutating func evaluate(_ pupil: RecordID) -> [Effect] {
    let effects = openForm(
      pupil, .plan, list: PlanFields.declared.evaluations.key, field: EvaluationFields.declared.attendance.key)
    guard case .form(var form) = screens.current, let session else { return effects }
    form.move(by: 1, session.references(around: pupil))
    screens.current = .form(form)
    return effects
  }

  /// Puts down at once that the user read the version that holds, today.
  private mutating func read(_ plan: Record<PlanFields>, of pupil: RecordID) -> [Effect] {
    guard let session, let version = plan.versionInForce(on: environment.today), let id = version.id else { return [] }
    var reading = Record<ReadingFields>()
    reading.members.stamp(stamp(session), id: environment.ids.next())
    reading.reader = Reference(session.user.id)
    reading.on = environment.today
    reading.version = Reference(id)
    var file = plan
    file.put(reading, in: \.readings)
    let place = Place.section(pupil: pupil, .plan)
    let edit = Edit(
      act: Texts.PlanAct.reading,
      changes: [Change(place: place, before: session.caseload.stored[place], after: file.tree)])
    return commit(edit, then: AfterSaving(notice: Texts.PlanAct.readNow(Texts.Plan.version(plan.number(of: id)))))
  }

  /// Opens a version for one act: only its own fields, filled in as the act most likely goes.
  ///
  /// Where something else of the version was typed before, everything shows: nothing is saved that is not seen.
  private mutating func openAct(
    _ act: String, _ pupil: RecordID, version: RecordID, showing keys: [String], fill: (inout Members) -> Void
  ) -> [Effect] {
    let path: TreePath = [.item(list: PlanFields.declared.versions.key, version)]
    guard let session, let file = changeable(.section(pupil: pupil, .plan)),
      let kind = SectionName.plan.kind.kind(at: path)
    else {
      return []
    }
    let place = Place.section(pupil: pupil, .plan)
    let blank = FormScreen(
      act: act, place: place, root: SectionName.plan.kind, pupil: pupil, before: session.caseload.stored[place],
      file: file, level: FormLevel(path: path, kind: kind))
    let hasDraft = session.drafts[draftKey(of: blank)] != nil
    let effects = show(blank, field: nil)
    guard case .form(var form) = screens.current else { return effects }
    form.file.change(at: path, fill)
    if !hasDraft {
      form.pristine = form.file
      form.level.shown = keys
    }
    form.isPrefilled = true
    form.consequences = consequences(of: form)
    if let first = keys.first { form.stand(on: first) }
    form.beginEditing(session.references(around: pupil))
    screens.current = .form(form)
    return effects
  }
}

/// Why an act on the plan cannot be done now.
extension AppState {
  func planReason(_ id: CommandID) -> String? {
    if let reason = writeReason { return reason }
    guard let command = PlanCommand(id) else { return Texts.Reason.nothingChosen }
    guard case .dossier(let screen) = screens.current, screen.tab == .plan else { return Texts.PlanAct.elsewhere }
    guard let dossier = session?.caseload.dossiers[screen.pupil] else { return Texts.Reason.nothingChosen }
    switch dossier[.plan] {
    case .empty: return Texts.PlanAct.none
    case .notReadable: return Texts.Reason.notReadable
    case .damaged: return Texts.Reason.damaged
    case .value: break
    }
    guard let plan = dossier.plan.record, let newest = plan.newestVersion(on: environment.today) else {
      return Texts.PlanAct.none
    }
    switch command {
    case .offer: return offerReason(newest, plan, dossier)
    case .establish: return openReason(newest, plan) ?? (dossier.family.isReadable ? nil : familyReason)
    case .renew:
      return plan.openVersion(on: environment.today).map { Texts.PlanAct.stillOpen(name(of: $0, plan)) }
    case .evaluate:
      return plan.versionInForce(on: environment.today) == nil ? Texts.PlanAct.noneInForce : nil
    case .read: return isSaving ? Texts.stillSaving : readReason(plan)
    }
  }

  /// Why who cannot read the tab of the guardians neither offers nor establishes.
  var familyReason: String {
    session?.user.role == .teacher ? Texts.PlanAct.noFamily : Texts.PlanAct.familyUnread
  }

  private func name(of version: PlanVersion, _ plan: Record<PlanFields>) -> String {
    Texts.Plan.version(version.id.flatMap { plan.number(of: $0) })
  }

  /// Why there is no version to work on.
  private func openReason(_ newest: PlanVersion, _ plan: Record<PlanFields>) -> String? {
    guard plan.openVersion(on: environment.today) == nil else { return nil }
    return Texts.PlanAct.established(name(of: newest, plan), on: newest.establishedOn)
  }

  private func offerReason(_ newest: PlanVersion, _ plan: Record<PlanFields>, _ dossier: Dossier) -> String? {
    if let reason = openReason(newest, plan) { return reason }
    if let offered = newest.offeredOn { return Texts.PlanAct.offered(name(of: newest, plan), on: offered) }
    guard dossier.family.isReadable else { return familyReason }
    let holders = dossier.family.record?.guardiansWithCustody(on: environment.today) ?? []
    return holders.isEmpty ? Texts.PlanAct.noHolders : nil
  }

  private func readReason(_ plan: Record<PlanFields>) -> String? {
    guard let user = session?.user.id, let version = plan.versionInForce(on: environment.today), let id = version.id
    else { return Texts.PlanAct.noneToRead }
    let read = plan.readings.first { $0.version?.id == id && $0.reader?.id == user }?.on
    return read.map { Texts.PlanAct.read(name(of: version, plan), on: $0) }
  }
}
