import Casework

/// A form as questions: one field at a time, and all of it to look over before it is saved.
struct FormTalk {
  let form: FormScreen
  let state: AppState
  let references: References

  init?(_ form: FormScreen, _ state: AppState) {
    guard let session = state.session else { return nil }
    self.form = form
    self.state = state
    references = session.references(around: form.pupil)
  }

  /// The fields with their numbers, as the lines `:5` and `5` mean them.
  var fields: [AnyField] { form.fields }

  /// The rows inside the record of a repeated field.
  func items(of key: String) -> [PathStep] {
    form.rows.compactMap { row in
      if case .item(key, let step) = row { step } else { nil }
    }
  }

  /// What is asked about the field under the cursor.
  var question: [String] {
    guard let field = form.currentField, let number = fields.firstIndex(where: { $0.key == field.key }) else {
      return [Texts.Lines.noFields]
    }
    var lines = [Texts.Lines.fieldHead(field.label, number + 1, of: fields.count, isRequired: field.isRequired)]
    let hint = [field.hint, field.basis].map(Speech.words).filter { !$0.isEmpty }
    if !hint.isEmpty { lines.append(hint.joined(separator: " ")) }
    if let problem = problem(of: field) { lines.append(problem) }
    if form.isLocked(field) { return lines + [value(of: field), Texts.Lines.locked] }
    if field.shape.itemKind != nil { return lines + list(field) }
    if case .area(let area) = form.level.editor { return lines + text(area) }
    let options = form.options(of: field, references)
    lines += options.enumerated().map { Texts.Lines.numbered($0 + 1, Speech.words($1.label)) }
    lines.append(value(of: field))
    return lines + [ask(field, options)]
  }

  private func ask(_ field: AnyField, _ options: [FormOption]) -> String {
    switch field.shape {
    case .yesNo, .choice, .reference: options.isEmpty ? Texts.Lines.noOptions : Texts.Lines.askOption
    case .list(.choice), .list(.reference): options.isEmpty ? Texts.Lines.noOptions : Texts.Lines.askOptions
    case .record: Texts.Lines.askPart
    case .moment: Texts.Lines.locked
    case .date: Texts.Lines.askDate(Speech.words(Texts.Choose.dayForms))
    case .text, .clock, .number, .minutes, .schoolYear, .list: Texts.Lines.askText
    }
  }

  private func text(_ area: TextArea) -> [String] {
    let written =
      area.text.isEmpty ? [Texts.Lines.nothingYet] : area.text.split(separator: "\n").map { Speech.words(String($0)) }
    return form.level.isUntouched
      ? written + [Texts.Lines.askLines(isEmpty: area.text.isEmpty)] : [Texts.Lines.nextLine]
  }

  private func list(_ field: AnyField) -> [String] {
    let items = items(of: field.key).enumerated().map { number, step in
      Texts.Lines.numbered(number + 1, summary(of: step, field))
    }
    return items + [Texts.Lines.askList(items.count)]
  }

  private func summary(of step: PathStep, _ field: AnyField) -> String {
    guard let kind = field.shape.itemKind, let members = form.file.record(at: form.level.path + [step]) else {
      return Texts.emptyRecord
    }
    let summary = Summary(members, of: kind, references, in: form.file)
    let words = summary.words.isEmpty ? [Texts.emptyRecord] : summary.words
    return Speech.words(([summary.date?.dutch(.full)].compactMap(\.self) + words).joined(separator: "  "))
  }

  /// What a field holds, as a sentence of its own.
  func value(of field: AnyField) -> String {
    if let typed = form.unread[form.path(of: field.key)] { return Texts.Lines.now("\"" + Speech.words(typed) + "\"") }
    guard let tree = form.record[field.key] else { return Texts.Lines.nothingYet }
    if let kind = field.shape.recordKind {
      let members = tree.members ?? Members()
      return Texts.Lines.now(Texts.Form.filled(kind.fields.count { members[$0.key] != nil }, of: kind.fields.count))
    }
    return Texts.Lines.now(Speech.words(Display.text(tree, field, in: form.file, of: form.root, references)))
  }

  /// What a field holds, where it was typed in other words than it reads.
  func understood(_ field: AnyField) -> String? {
    guard let tree = form.record[field.key] else { return nil }
    switch field.shape {
    case .text, .record, .list(.text), .list(.record): return nil
    case .date, .moment, .clock, .number, .minutes, .yesNo, .schoolYear, .choice, .reference, .list:
      let value = Display.text(tree, field, in: form.file, of: form.root, references)
      return Texts.Lines.field(field.label, value)
    }
  }

  /// Whether the field under the cursor takes no words of one's own.
  var takesNoWords: Bool {
    if case .text? = form.currentField?.shape { return false }
    if case .list(.text)? = form.currentField?.shape { return false }
    return true
  }

  /// What is wrong with what stands in a field.
  private func problem(of field: AnyField) -> String? {
    if let typed = form.unread[form.path(of: field.key)],
      case .wrong(let reason) = Entry.read(typed, as: field.shape, today: state.environment.today)
    {
      return Speech.words(reason)
    }
    let lacks = form.wasTried && field.isRequired && form.record[field.key] == nil
    return lacks ? Texts.Lines.lacks : nil
  }

  /// Every field with what it holds, numbered; where it is not to be looked over for saving, the empty ones too.
  func overview(all: Bool) -> [String] {
    fields.enumerated().compactMap { number, field in
      let isEmpty = form.record[field.key] == nil && form.unread[form.path(of: field.key)] == nil
      guard all || !isEmpty || field.isRequired else { return nil }
      let value =
        field.shape.itemKind == nil ? value(of: field) : Texts.Lines.now(Texts.count(items(of: field.key).count))
      return Texts.Lines.numbered(
        number + 1, Texts.Lines.overview(field.label, value, lacks: isEmpty && field.isRequired))
    }
  }

  /// What is read before it is saved: the fields, what changes by it, and what a plan still lacks.
  var review: [String] {
    let consequences = form.consequences.map { consequence -> String in
      switch consequence.kind {
      case .comes(let day): Texts.Form.comes(consequence.title, day)
      case .goes: Texts.Form.goes(consequence.title)
      case .moves(let from, let to): Texts.Form.moves(consequence.title, from: from, to: to)
      }
    }
    let lacks = form.planLacks(state).map { Texts.Lines.field($0.text, $0.basis) }
    let remarks =
      form.remarks.isEmpty ? [] : [Texts.Lines.heading(Texts.School.remarks)] + form.remarks.map(Speech.words)
    return overview(all: false) + remarks + (consequences.isEmpty ? [] : [Texts.Lines.heading(Texts.Form.consequences)])
      + consequences.map(Speech.words) + (lacks.isEmpty ? [] : [Texts.Lines.heading(Texts.Form.lacks)])
      + lacks.map(Speech.words)
  }
}

extension FormScreen: Speaks {
  func spoken(_ state: AppState) -> Spoken {
    let title = Texts.Lines.form(Speech.words(context(state).text), fields.count)
    return Spoken(place: Spoken.place(state, act, "\(level.path)"), title: title, question: "")
  }
}
