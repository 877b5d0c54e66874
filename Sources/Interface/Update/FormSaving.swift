import Casework

/// Saving a form: first what keeps it from being saved, each said at its field.
extension AppState {
  mutating func save(_ screen: FormScreen) -> [Effect] {
    guard let session else { return [] }
    var form = screen
    form.wasTried = true
    if let problem = FormCheck(form, self).first {
      form.stand(at: problem.place)
      form.beginEditing(session.references(around: form.pupil))
      screens.current = .form(form)
      notice = Notice(.trouble, problem.text)
      return []
    }
    screens.current = .form(form)
    guard form.isChanged else {
      screens.pop()
      notice = Notice(.hint, Texts.Form.nothingChanged)
      return keepDraft(of: form)
    }
    let edit = Edit(
      act: form.act, changes: [Change(place: form.place, before: form.before, after: .object(form.file))])
    return commit(
      edit, then: AfterSaving(draft: draftKey(of: form), closesScreen: true, notice: Texts.Form.saved(form.act)))
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
    let first = form.firstLevel
    if let record = form.file.record(at: first.path) { check(record, first.kind, first.path, form) }
    problems += Self.establishing(form, state)
    problems += Self.answering(form, state)
  }

  private mutating func check(_ record: Members, _ kind: RecordKind, _ path: TreePath, _ form: FormScreen) {
    guard !record.isWithdrawn || path.isEmpty else { return }
    for field in kind.fields where !FormRules.isFilledByProgram(field, of: kind) {
      let isLocked = FormRules.isLocked(field, at: path, in: form.before?.tree.members ?? Members(), of: form.root)
      let place = FieldPath(record: path, key: field.key)
      if field.isRequired, !isLocked, record[field.key] == nil, form.unread[place] == nil {
        problems.append(Problem(place: place, text: Texts.Form.lacking(field.label)))
      }
      for (step, inner, innerKind) in inside(record, field) { check(inner, innerKind, path + [step], form) }
    }
    checkOrder(record, kind, path)
  }

  private func inside(_ record: Members, _ field: AnyField) -> [(PathStep, Members, RecordKind)] {
    if let kind = field.shape.recordKind {
      return record[field.key]?.members.map { [(.field(field.key), $0, kind)] } ?? []
    }
    guard let kind = field.shape.itemKind else { return [] }
    return (record[field.key]?.elements ?? []).enumerated().compactMap { place, element in
      guard let members = element.members, !members.isWithdrawn else { return nil }
      return (members.id.map { .item(list: field.key, $0) } ?? .place(list: field.key, place), members, kind)
    }
  }

  /// A period does not end before it begins.
  private mutating func checkOrder(_ record: Members, _ kind: RecordKind, _ path: TreePath) {
    let groups = Dictionary(grouping: kind.fields.filter { $0.together != nil }, by: { $0.together ?? "" })
    for group in groups.keys.sorted() {
      let fields = groups[group] ?? []
      guard let start = fields.first(where: { $0.key.lowercased().hasSuffix("van") || $0.key.hasPrefix("van") }),
        let end = fields.first(where: { $0.key.lowercased().hasPrefix("tot") || $0.key.hasSuffix("Tot") }),
        let from = record[start.key].flatMap(CivilDate.init(tree:)),
        let until = record[end.key].flatMap(CivilDate.init(tree:)), until < from
      else { continue }
      problems.append(
        Problem(place: FieldPath(record: path, key: end.key), text: Texts.Form.endsBefore(end.label, start.label)))
    }
  }

  /// A version is established only when nothing lacks.
  private static func establishing(_ form: FormScreen, _ state: AppState) -> [Problem] {
    guard form.root == RecordKind(PlanFields.self), case .item("versies", _)? = form.firstLevel.path.first else {
      return []
    }
    let path = Array(form.firstLevel.path.prefix(1))
    guard let version = form.file.record(at: path).map(PlanVersion.init(members:)), version.isLocked,
      !(form.before?.tree.members?.record(at: path).map { PlanVersion(members: $0).isLocked } ?? false)
    else { return [] }
    let lacks = form.planLacks(state)
    guard let first = lacks.first else { return [] }
    return [
      Problem(
        place: FieldPath(record: path, key: first.key),
        text: Texts.Form.cannotEstablish(first.text, basis: first.basis, others: lacks.count - 1))
    ]
  }

  /// An answer to a signal is taken only where it may be given.
  private static func answering(_ form: FormScreen, _ state: AppState) -> [Problem] {
    guard form.place == .putOffs, let members = form.file.record(at: form.firstLevel.path) else { return [] }
    let answer = Record<PutOffFields>(members: members)
    guard let id = answer.episode, let signal = state.signal(id)?.signal else { return [] }
    return answer.problems(answering: signal).map { problem in
      Problem(place: FieldPath(record: form.firstLevel.path, key: problem.fieldKey), text: problem.explanation)
    }
  }
}

extension PutOffProblem {
  /// The field that it is about.
  fileprivate var fieldKey: String {
    let fields = PutOffFields.declared
    return switch self {
    case .kindMissing, .statutoryAndOverdue, .canStillBeDone: fields.kind.key
    case .reasonMissing: fields.reason.key
    case .dayMissing: fields.on.key
    case .returnMissing, .nextAttemptTooFar: fields.until.key
    case .attemptsMissing: fields.attempts.key
    }
  }
}
