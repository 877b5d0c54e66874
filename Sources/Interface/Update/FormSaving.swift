import Casework

/// Saving a form: first what keeps it from being saved, each said at its field.
extension AppState {
  mutating func save(_ screen: FormScreen) -> [Effect] {
    guard let session else { return [] }
    var form = screen
    if form.depth > 1 { return keepPart(form, session) }
    form.wasTried = true
    var saved = form
    saved.file = form.fileToSave
    if let problem = FormCheck(saved, self).first {
      form.stand(at: problem.place)
      form.beginEditing(session.references(around: form.pupil))
      screens.current = .form(form)
      notice = Notice(.trouble, problem.text)
      return []
    }
    screens.current = .form(form)
    guard form.isChanged || form.isPrefilled else {
      screens.pop()
      notice = Notice(.hint, Texts.Form.nothingChanged)
      return keepDraft(of: form)
    }
    if form.isNewPupil { return savePupil(form) }
    if form.concernsEveryone, form.weighed != form.file { return weigh(form) }
    let others = changesElsewhere(of: saved)
    saved.file.change(at: saved.firstLevel.path) { $0[SharedTalk.key] = nil }
    let own = Change(place: form.place, before: form.before, after: .object(saved.file))
    let words =
      others.isEmpty ? Texts.Form.saved(form.act) : Texts.Talk.saved(form.act, others.count + 1)
    return commit(Edit(act: form.act, changes: [own] + others), then: closing(form, words))
  }

  /// A record inside the record is done: back to the one around it, which is what will be saved.
  private mutating func keepPart(_ screen: FormScreen, _ session: Session) -> [Effect] {
    var form = screen
    let part = form.level
    if let problem = FormCheck(form, self).problems.first(where: { $0.place.record.starts(with: part.path) }) {
      form.wasTried = true
      form.stand(at: problem.place)
      form.beginEditing(session.references(around: form.pupil))
      screens.current = .form(form)
      notice = Notice(.trouble, problem.text)
      return []
    }
    let effects = leaveFormLevel(form)
    notice = Notice(.hint, Texts.Form.partKept(part.kind.title, in: form.firstLevel.kind.title))
    return effects
  }
}

/// What keeps a form from being saved.
struct FormCheck {
  struct Problem: Equatable {
    let place: FieldPath
    let text: String
  }

  private(set) var problems: [Problem] = []
  var first: Problem? { problems.first }

  init(_ form: FormScreen, _ state: AppState) {
    for (path, typed) in form.unread.sorted(by: { $0.key.text < $1.key.text }) {
      problems.append(Problem(place: path, text: Texts.Form.unread(typed)))
    }
    problems += Self.findings(form)
    problems += Self.establishing(form, state)
    problems += Self.answering(form, state)
    problems += Self.sense(form, state)
    problems += Self.sharing(form, state)
    problems += Self.future(form, state.environment.today)
  }

  /// What happened cannot lie ahead; a day that stood there already is left alone.
  private static func future(_ form: FormScreen, _ today: CivilDate) -> [Problem] {
    let path = form.firstLevel.path
    guard let members = form.file.record(at: path) else { return [] }
    return members.datedFields(of: form.firstLevel.kind, at: path).compactMap { place, field, day in
      guard day > today, form.before?.tree.members?.record(at: place.record)?[field.key] != day.tree else { return nil }
      return Problem(place: place, text: Texts.Form.inFuture(field.label, day))
    }
  }

  /// What cannot be meant in the record that was filled in.
  private static func sense(_ form: FormScreen, _ state: AppState) -> [Problem] {
    let path = form.firstLevel.path
    guard let session = state.session, let members = form.file.record(at: path),
      members != form.before?.tree.members?.record(at: path)
    else { return [] }
    if form.isNewPupil {
      let found = NewPupil(members: members).problems(on: state.environment.today, in: session.caseload.school.record)
      return found.map { Problem(place: FieldPath(record: path, key: $0.fieldKey), text: $0.explanation) }
    }
    let ofSchool = form.schoolProblems.filter(\.isBlocking)
    if let first = ofSchool.first {
      return [Problem(place: FieldPath(record: path, key: first.fieldKey), text: first.explanation)]
    }
    let today = state.environment.today
    let found: [RecordProblem] =
      switch form.firstLevel.kind.name {
      case ConversationFields.name: Record<ConversationFields>(members: members).problems(on: today)
      case TruancyReportFields.name: Record<TruancyReportFields>(members: members).problems(on: today)
      case AbsenceRecordFields.name:
        session.problems(of: Record<AbsenceRecordFields>(members: members), pupil: form.pupil, on: today)
      default: []
      }
    return found.map { Problem(place: FieldPath(record: path, key: $0.fieldKey), text: $0.explanation) }
  }

  /// What cannot be right in the record that is filled in, or came about elsewhere in the file by this edit.
  private static func findings(_ form: FormScreen) -> [Problem] {
    func blocking(_ tree: Tree) -> [SectionFinding] {
      SectionFinding.all(in: tree, for: form.root.type).filter(\.isBlocking)
    }
    let known = Set(form.before.map { blocking($0.tree) } ?? [])
    let record = form.firstLevel.path
    return blocking(.object(form.file)).compactMap { finding in
      guard let place = FieldPath(finding), let label = finding.path.last?.label else { return nil }
      guard place.record.starts(with: record) || !known.contains(finding) else { return nil }
      let isTyped = form.unread[place] != nil || form.isLocked(place)
      return isTyped ? nil : Problem(place: place, text: Texts.Form.problem(label, finding.text))
    }
  }

  /// A version is established only when nothing lacks.
  private static func establishing(_ form: FormScreen, _ state: AppState) -> [Problem] {
    guard form.root == RecordKind(PlanFields.self),
      case .item(PlanFields.declared.versions.key, _)? = form.firstLevel.path.first
    else {
      return []
    }
    let path = Array(form.firstLevel.path.prefix(1))
    guard let version = form.file.record(at: path).map(PlanVersion.init(members:)), version.isLocked,
      !(form.before?.tree.members?.record(at: path).map { PlanVersion(members: $0).isLocked } ?? false)
    else { return [] }
    guard form.pupil.flatMap({ state.session?.caseload.dossiers[$0] })?.family.isReadable ?? true else {
      let place = FieldPath(record: path, key: PlanVersionFields.declared.establishedOn.key)
      return [Problem(place: place, text: state.familyReason)]
    }
    let lacks = form.planLacks(state)
    guard let first = lacks.first else { return [] }
    return [
      Problem(
        place: FieldPath(record: path + first.path, key: first.key),
        text: Texts.PlanAct.cannotEstablish(lacks.map(\.words)))
    ]
  }

  /// An answer to a signal is taken only where it may be given.
  private static func answering(_ form: FormScreen, _ state: AppState) -> [Problem] {
    guard case .putOffs(let home) = form.place, let members = form.file.record(at: form.firstLevel.path) else {
      return []
    }
    let answer = Record<PutOffFields>(members: members)
    guard let id = answer.episode(of: home.subject), let signal = state.signal(id)?.signal else { return [] }
    return answer.problems(answering: signal).map { problem in
      Problem(place: FieldPath(record: form.firstLevel.path, key: problem.fieldKey), text: problem.explanation)
    }
  }
}

extension Session {
  fileprivate func problems(
    of absence: Record<AbsenceRecordFields>, pupil: RecordID?, on today: CivilDate
  ) -> [RecordProblem] {
    let record = pupil.flatMap { caseload.dossiers[$0]?.pupil.record }
    let placement = absence.from.flatMap { record?.placement(on: $0) }
    return absence.problems(
      on: today, calendar, group: placement?.group?.id, yearGroup: placement?.yearGroup)
  }
}

extension FieldPath {
  /// The field that a finding is about; of a record in a list the list.
  fileprivate init?(_ finding: SectionFinding) {
    var steps: TreePath = []
    for step in finding.path.dropLast() {
      if let record = step.record {
        steps.append(.item(list: step.key, record))
      } else if let number = step.number {
        steps.append(.place(list: step.key, number - 1))
      } else {
        steps.append(.field(step.key))
      }
    }
    guard let last = finding.path.last else { return nil }
    self.init(record: steps, key: last.key)
  }
}

extension Members {
  /// The days of what happened, in this record and those inside it that still stand.
  fileprivate func datedFields(
    of kind: RecordKind, at path: TreePath
  ) -> [(place: FieldPath, field: AnyField, day: CivilDate)] {
    kind.fields.flatMap { field -> [(place: FieldPath, field: AnyField, day: CivilDate)] in
      if field.traits.contains(.happened), let day = self[field.key].flatMap(CivilDate.init(tree:)) {
        return [(FieldPath(record: path, key: field.key), field, day)]
      }
      if let inner = field.shape.recordKind, let members = self[field.key]?.members {
        return members.datedFields(of: inner, at: path + [.field(field.key)])
      }
      guard let item = field.shape.itemKind else { return [] }
      return (self[field.key]?.elements ?? []).enumerated().flatMap { place, element in
        guard let members = element.members, !members.isWithdrawn else {
          return [(place: FieldPath, field: AnyField, day: CivilDate)]()
        }
        let step = members.id.map { PathStep.item(list: field.key, $0) } ?? .place(list: field.key, place)
        return members.datedFields(of: item, at: path + [step])
      }
    }
  }
}

extension PutOffProblem {
  /// The field that it is about.
  fileprivate var fieldKey: String {
    let fields = PutOffFields.declared
    return switch self {
    case .kindMissing, .statutoryAndOverdue, .canStillBeDone, .canBePutOff: fields.kind.key
    case .reasonMissing: fields.reason.key
    case .dayMissing: fields.on.key
    case .returnMissing, .nextAttemptTooFar: fields.until.key
    case .attemptsMissing: fields.attempts.key
    }
  }
}
