import Casework
import Text

/// What was made of typed text: nothing typed, a value with how it was understood, or why it is none.
enum Reading: Equatable {
  case empty
  case value(Tree, understood: String)
  case wrong(String)
}

/// Typed text to and from the kinds of value that are typed as text.
enum Entry {
  /// Reads what was typed into a field of this kind.
  static func read(_ typed: String, as shape: FieldShape, today: CivilDate) -> Reading {
    let text = typed.trimmed
    guard !text.isEmpty else { return .empty }
    switch shape {
    case .text: return .value(.string(typed.trimmed), understood: "")
    case .date: return reading(DateEntry.read(text, today: today)) { $0.dutch(.full) }
    case .clock: return reading(TimeEntry.read(text)) { $0.description }
    case .minutes: return reading(DurationEntry.read(text)) { $0.dutch }
    case .number: return reading(wholeNumber(text)) { String($0) }
    case .schoolYear: return reading(SchoolYearEntry.read(text)) { $0.description }
    case .list(let element): return list(typed, of: element, today: today)
    case .moment, .yesNo, .choice, .reference, .record: return .wrong(Texts.Entry.notTyped)
    }
  }

  /// The text that a field of this kind is edited as; it reads back as the same value.
  static func text(of tree: Tree?, as shape: FieldShape) -> String {
    guard let tree else { return "" }
    switch shape {
    case .date: return CivilDate(tree: tree).map(DateEntry.write) ?? tree.text ?? ""
    case .minutes: return Minutes(tree: tree).map(DurationEntry.write) ?? ""
    case .number: return tree.integer.map { String($0) } ?? ""
    case .list(let element):
      return (tree.elements ?? []).map { text(of: $0, as: element) }.joined(separator: isLong(element) ? "\n" : ", ")
    case .text, .moment, .clock, .schoolYear, .yesNo, .choice, .reference, .record: return tree.text ?? ""
    }
  }

  /// Whether a list of these is typed a line each; short things stand in one line with commas.
  static func isLong(_ element: FieldShape) -> Bool {
    if case .text = element { true } else { false }
  }

  private static func list(_ typed: String, of element: FieldShape, today: CivilDate) -> Reading {
    let parts = typed.split(whereSeparator: isLong(element) ? { $0.isNewline } : { $0 == "," || $0.isNewline })
    var values: [Tree] = []
    var understood: [String] = []
    for part in parts {
      switch read(String(part), as: element, today: today) {
      case .empty: continue
      case .value(let tree, let words):
        values.append(tree)
        understood.append(words)
      case .wrong(let reason): return .wrong(reason)
      }
    }
    return values.isEmpty
      ? .empty : .value(.array(values), understood: isLong(element) ? "" : understood.joined(separator: ", "))
  }

  private static func wholeNumber(_ text: String) -> Result<Int, EntryMistake> {
    Int(text).map { .success($0) } ?? .failure(.noWholeNumber)
  }

  private static func reading<Value: FieldValue>(
    _ result: Result<Value, EntryMistake>, words: (Value) -> String
  ) -> Reading {
    switch result {
    case .success(let value): .value(value.tree, understood: words(value))
    case .failure(let mistake): .wrong(Texts.Entry.mistake(mistake))
    }
  }
}

/// Why typed text is not the value it should be.
enum EntryMistake: Error, CaseIterable {
  case noDate, noSuchDay, noTime, noDuration, durationLacksUnit, noWholeNumber, noSchoolYear
}
