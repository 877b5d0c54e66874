import Casework
import Text

/// What a line means in a form: an answer to the field under the cursor, or where to go.
struct FormAnswers {
  /// What a line comes to.
  enum Meaning: Equatable {
    case messages([Message])
    /// Nothing changes, but this is said.
    case reply([String])
    /// The last field was answered with these.
    case end([Message])
  }

  private let talk: FormTalk
  private var form: FormScreen { talk.form }

  init(_ talk: FormTalk) { self.talk = talk }

  /// The meaning of a line as an answer; `isEmpty` lines keep what stands there.
  func read(_ line: String) -> Meaning {
    let text = line.trimmed
    if text == "<" { return back() }
    guard let field = form.currentField else { return .end([]) }
    if form.isLocked(field), field.shape.itemKind == nil, field.shape.recordKind == nil {
      return text.isEmpty ? next() : .reply([Texts.Lines.locked])
    }
    if field.shape.itemKind != nil { return list(text, field) }
    switch form.level.editor {
    case .area(let area): return long(line, area)
    case .line: return text.isEmpty ? next() : typed(text, field)
    case .options, .none: break
    }
    if text.isEmpty { return next() }
    switch field.shape {
    case .record: return Self.isOpening(text) ? .messages([.keyPressed(.enter)]) : .reply([Texts.Lines.askPart])
    case .list: return several(text, field)
    case .yesNo, .choice, .reference: return one(text, field)
    case .text, .date, .moment, .clock, .number, .minutes, .schoolYear: return .reply([Texts.Entry.notTyped])
    }
  }

  private static func isOpening(_ text: String) -> Bool { Texts.Lines.openWords.contains(text.folded) }

  // MARK: Values

  private func typed(_ text: String, _ field: AnyField) -> Meaning {
    let fill = Message.answered(.text(text))
    // What cannot be read stays in the field, where it is said and can be typed anew.
    if case .wrong = Entry.read(text, as: field.shape, today: talk.state.environment.today) { return .messages([fill]) }
    return going([fill], next())
  }

  /// Lines of a long text, until a dot; the first empty one keeps what stands there.
  private func long(_ line: String, _ area: TextArea) -> Meaning {
    if line.trimmed == "." { return next() }
    if line.trimmed.isEmpty, form.level.isUntouched { return next() }
    return .messages([.answered(.text(area.text.isEmpty ? line : area.text + "\n" + line))])
  }

  private func one(_ text: String, _ field: AnyField) -> Meaning {
    let options = form.options(of: field, talk.references)
    guard let place = place(text, options) else { return .reply([Texts.Lines.fitsNothing(text)]) }
    return going([.answered(.options([place]))], next())
  }

  private func several(_ text: String, _ field: AnyField) -> Meaning {
    let options = form.options(of: field, talk.references)
    let isNumbers = text.allSatisfy { $0.isNumber || $0 == " " || $0 == "," }
    let parts = text.split { $0 == "," || (isNumbers && $0 == " ") }.map { String($0).trimmed }.filter { !$0.isEmpty }
    var places: [Int] = []
    for part in parts {
      guard let place = place(part, options) else { return .reply([Texts.Lines.fitsNothing(part)]) }
      if !places.contains(place) { places.append(place) }
    }
    return going([.answered(.options(places))], next())
  }

  private func place(_ text: String, _ options: [FormOption]) -> Int? {
    if Int(text) != nil { return Spoken.place(of: text, in: options.count) }
    return OptionSearch(options, text).first
  }

  // MARK: Records inside the record

  private func list(_ text: String, _ field: AnyField) -> Meaning {
    let items = talk.items(of: field.key)
    let head = form.rows.firstIndex { $0 == .list(key: field.key) } ?? form.level.row
    if text.isEmpty { return next() }
    if ["n", "nieuw"].contains(text.folded) {
      return form.isLocked(field) ? .reply([Texts.Lines.locked]) : .messages(moving(to: head) + [.keyPressed(.enter)])
    }
    let words = text.folded.split(separator: " ")
    guard let number = words.last.flatMap({ Int($0) }), (1...max(1, items.count)).contains(number), !items.isEmpty
    else { return .reply([Texts.Lines.askList(items.count)]) }
    let move = moving(to: head + number)
    if words.count == 1 { return .messages(move + [.keyPressed(.enter)]) }
    return words.count == 2 && words[0] == "weg"
      ? .messages(move + [.answered(.command(.removeItem))]) : .reply([Texts.Lines.askList(items.count)])
  }

  // MARK: Going on

  /// Presses that bring the cursor from where it is to a row.
  func moving(to row: Int) -> [Message] {
    let now = form.rows.firstIndex { $0 == form.currentRow } ?? 0
    return Array(repeating: .keyPressed(row > now ? .tab : .backTab), count: abs(row - now))
  }

  /// Presses to a field by its number, from 1; nothing where there is none.
  func moving(toField number: Int) -> [Message]? {
    guard let place = Spoken.place(of: number, in: talk.fields.count) else { return nil }
    return form.rows.firstIndex { $0.key == talk.fields[place].key }.map(moving)
  }

  /// To the next field that can be filled in.
  private func next() -> Meaning {
    let rows = form.rows
    let now = rows.firstIndex { $0 == form.currentRow } ?? 0
    let key = form.currentRow?.key
    let row = rows.indices.dropFirst(now + 1).first { row in
      guard rows[row].key != key, let field = form.level.kind.field(rows[row].key) else { return false }
      return !form.isLocked(field) || field.shape.itemKind != nil
    }
    return row.map { .messages(moving(to: $0)) } ?? .end([])
  }

  private func back() -> Meaning {
    let rows = form.rows
    let now = rows.firstIndex { $0 == form.currentRow } ?? 0
    guard let before = rows.prefix(now).last(where: { $0.key != form.currentRow?.key }),
      let row = rows.firstIndex(where: { $0.key == before.key })
    else { return form.depth > 1 ? .messages([.answered(.command(.back))]) : .reply([Texts.Lines.firstField]) }
    return .messages(moving(to: row))
  }

  /// What an answer changes, and then on.
  private func going(_ messages: [Message], _ next: Meaning) -> Meaning {
    switch next {
    case .messages(let more): .messages(messages + more)
    case .end(let more): .end(messages + more)
    case .reply: .messages(messages)
    }
  }
}
