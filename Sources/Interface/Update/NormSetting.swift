import Casework

/// A number being typed for one of the school's norms.
public struct NormQuestion: Equatable, Sendable {
  let norm: Norm
  var line = InputLine()
  /// Why what was typed is not taken; nothing until Enter was tried.
  var problem: String?

  /// The number that was typed, or why it is none that can be taken.
  func answer() -> Result<Int, NormProblem> {
    switch Entry.read(line.text, as: .number, today: .distantPast) {
    case .empty: .failure(NormProblem(text: Texts.Norms.nothingTyped(norm)))
    case .wrong: .failure(NormProblem(text: Texts.Norms.noNumber(norm)))
    case .value(let tree, _):
      if let value = tree.integer, norm.bounds.contains(value) {
        .success(value)
      } else {
        .failure(NormProblem(text: Texts.Norms.outOfBounds(line.text.trimmed, norm)))
      }
    }
  }
}

/// Why a number is refused, in Dutch with the range.
struct NormProblem: Error, Equatable {
  let text: String
}

/// Setting the school's own numbers.
extension AppState {
  /// Numbers in the school's file that do not count are told to whoever may mend them.
  func normsNotice(_ session: Session) -> Notice? {
    let findings = book.findings(in: session.caseload.school.record)
    guard !findings.isEmpty, session.user.role == .careCoordinator else { return nil }
    return Notice(.trouble, Texts.Norms.unheeded(findings))
  }

  private var chosenNorm: NormInUse? {
    if case .norms(let screen) = screens.current { screen.chosen(self) } else { nil }
  }

  /// Why the number under the cursor cannot be set, or put back.
  func normReason(_ command: CommandID) -> String? {
    guard let number = chosenNorm else { return Texts.Reason.nothingChosen }
    if number.norm.isStatutory { return Texts.Norms.cannotSetLaw }
    if let reason = schoolWriteReason { return reason }
    guard command == .resetNorm else { return nil }
    return session?.ownRecord(of: number.norm)?.value == nil ? Texts.Norms.isDefault : nil
  }

  /// The school's own file is the intern begeleider's to write.
  var schoolWriteReason: String? {
    if session?.dayAsked != nil { return Texts.Reason.otherDay }
    if isSaving { return Texts.stillSaving }
    switch session?.user.role {
    case .careCoordinator: return nil
    case .director: return Texts.Reason.readsOnly
    case .teacher, nil: return Texts.School.notForTeachers
    }
  }

  mutating func askNorm() {
    guard let norm = chosenNorm?.norm else { return }
    overlay = .askNumber(NormQuestion(norm: norm))
  }

  mutating func takeNumber(_ key: Key, _ asked: NormQuestion) -> [Effect] {
    var question = asked
    guard key == .enter else {
      if question.line.take(key) { question.problem = nil }
      overlay = .askNumber(question)
      return []
    }
    switch question.answer() {
    case .success(let value):
      overlay = nil
      return set(question.norm, to: value)
    case .failure(let problem):
      question.problem = problem.text
      overlay = .askNumber(question)
      return []
    }
  }

  mutating func resetNorm() -> [Effect] {
    guard let norm = chosenNorm?.norm else { return [] }
    return set(norm, to: nil)
  }

  /// Saves a number that counts from today on; nothing goes back to the default.
  private mutating func set(_ norm: Norm, to value: Int?) -> [Effect] {
    guard let session else { return [] }
    guard session.ownRecord(of: norm)?.value != value else {
      notice = Notice(.hint, Texts.Form.nothingChanged)
      return []
    }
    let before = session.caseload.stored[.school]
    var school = before.flatMap { Record<SchoolFields>(tree: $0.tree) } ?? session.caseload.school.record
    school.set(norm.name, to: value, from: environment.today, stamp(session), id: environment.ids.next())
    let edit = Edit(
      act: Texts.Norms.act(norm, value), changes: [Change(place: .school, before: before, after: school.tree)])
    return commit(edit, then: AfterSaving(notice: Texts.Norms.saved(norm, value)))
  }
}

extension Record<SchoolFields> {
  /// Sets a number from a day on, in the record that was made for that day already where there is one.
  mutating func set(_ name: String, to value: Int?, from day: CivilDate, _ stamp: RecordStamp, id: RecordID) {
    let present = self.ownNorms.filter { $0.norm == name && $0.from == day && $0.id != nil }
      .max { $0.order < $1.order }
    var record = present ?? Record<OwnNormFields>()
    if present == nil { record.members.stamp(stamp, id: id) }
    record.norm = name
    record.value = value
    record.from = day
    put(record, in: \.ownNorms)
  }
}
