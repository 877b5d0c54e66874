import Casework

/// One thing that a field can be set to.
struct FormOption: Equatable, Sendable {
  let tree: Tree
  let label: String
  /// The label as it is searched.
  let folded: String

  init(tree: Tree, label: String) {
    self.tree = tree
    self.label = label
    folded = label.folded
  }
}

extension FormScreen {
  /// What the field can be set to, or hold several of.
  func options(of field: AnyField, _ references: References) -> [FormOption] {
    switch field.shape {
    case .list where field.key == SharedTalk.key: level.others ?? others(references)
    case .list(let element): options(element, field.key, references)
    case .yesNo, .choice, .reference: options(field.shape, field.key, references)
    case .text, .date, .moment, .clock, .schoolYear, .number, .minutes, .record: []
    }
  }

  /// Pupils at school on the day of the talk; to gather them takes a look at the whole school.
  func others(_ references: References) -> [FormOption] {
    guard let day = record[ConversationFields.declared.on.key].flatMap(CivilDate.init(tree:)) else { return [] }
    return references.others(on: day).map { FormOption(tree: .string($0.id.description), label: $0.label) }
  }

  private func options(_ shape: FieldShape, _ key: String, _ references: References) -> [FormOption] {
    switch shape {
    case .yesNo: return [true, false].map { FormOption(tree: .bool($0), label: Texts.yesNo($0)) }
    case .choice(let options): return options.map { FormOption(tree: .string($0.word), label: $0.label) }
    case .reference(let kind):
      return references.options(for: kind, field: key, in: file, of: root)
        .filter { option in !level.path.holds(option.id) }
        .map { FormOption(tree: .string($0.id.description), label: $0.label) }
    case .text, .date, .moment, .clock, .schoolYear, .number, .minutes, .record, .list: return []
    }
  }

  /// Whether the key changed a field that takes one of its options: what is typed takes the first that fits, space the
  /// next, Delete none.
  mutating func takeChoice(_ key: Key, _ field: AnyField, _ references: References) -> Bool {
    let options = options(of: field, references)
    let chosen = options.firstIndex { $0.tree == record[field.key] }
    switch key {
    case .character(let sign) where sign != " " || OptionSearch(options, level.typed + " ").first != nil:
      level.typed.append(sign)
      let search = OptionSearch(options, level.typed)
      if let next = search.first ?? search.next(after: chosen) { choose(options[next].tree) }
      return true
    // A space after a word ends it.
    case .character where !level.typed.isEmpty: break
    case .character, .right: step(options, from: chosen, by: 1)
    case .left: step(options, from: chosen, by: -1)
    case .backspace, .delete: choose(nil)
    default: return false
    }
    level.typed = ""
    return true
  }

  /// Whether what was typed in the field fits none of its options.
  func fitsNothing(_ field: AnyField, _ references: References) -> Bool {
    let search = OptionSearch(options(of: field, references), level.typed)
    return !level.typed.isEmpty && search.first == nil && search.next(after: nil) == nil
  }

  private mutating func step(_ options: [FormOption], from chosen: Int?, by count: Int) {
    guard !options.isEmpty else { return }
    let next = chosen.map { ($0 + count + options.count) % options.count } ?? (count > 0 ? 0 : options.count - 1)
    choose(options[next].tree)
  }

  /// Whether the key changed a field that holds several: arrows go along the options, space puts one in or out, and what
  /// is typed goes to the first that fits and does so too; a letter that fits no further begins another.
  mutating func takeSeveral(_ key: Key, _ field: AnyField, at place: Int, _ references: References) -> Bool {
    let options = options(of: field, references)
    guard !options.isEmpty else { return false }
    let current = min(place, options.count - 1)
    switch key {
    case .character(let sign) where sign != " " || OptionSearch(options, level.typed + " ").first != nil:
      takeLetter(sign, field, options, at: current)
      return true
    case .character where !level.typed.isEmpty: break
    case .left: level.editor = .options(max(0, current - 1))
    case .right: level.editor = .options(min(options.count - 1, current + 1))
    case .character: toggle(options[current].tree, field)
    case .backspace, .delete: choose(nil)
    default: return false
    }
    level.typed = ""
    return true
  }

  private mutating func takeLetter(_ letter: Character, _ field: AnyField, _ options: [FormOption], at current: Int) {
    let longer = OptionSearch(options, level.typed + String(letter))
    if !level.typed.isEmpty, let next = longer.first {
      level.typed.append(letter)
      guard next != current else { return }
      // The first letters meant another option.
      toggle(options[current].tree, field)
      level.editor = .options(next)
      return toggle(options[next].tree, field)
    }
    guard let next = OptionSearch(options, String(letter)).next(after: current) else { return }
    level.typed = String(letter)
    level.editor = .options(next)
    toggle(options[next].tree, field)
  }

  private mutating func toggle(_ tree: Tree, _ field: AnyField) {
    var elements = record[field.key]?.elements ?? []
    if let at = elements.firstIndex(of: tree) { elements.remove(at: at) } else { elements.append(tree) }
    choose(elements.isEmpty ? nil : .array(elements))
  }
}

/// Finds the option that somebody means by typing its beginning.
struct OptionSearch {
  private let options: [FormOption]
  private let typed: String

  init(_ options: [FormOption], _ typed: String) {
    self.options = options
    self.typed = typed.folded
  }

  /// The first whose label begins with what was typed, else the first in which some word does.
  var first: Int? {
    if typed.isEmpty { return nil }
    return options.firstIndex { $0.folded.hasPrefix(typed) }
      ?? options.firstIndex { $0.folded.hasWords(beginningWith: typed) }
  }

  /// The same letter again and again goes round along the options that begin with it.
  func next(after chosen: Int?) -> Int? {
    guard let letter = typed.first, typed.allSatisfy({ $0 == letter }) else { return nil }
    let order = options.indices.map { ($0 + (chosen ?? -1) + 1) % options.count }
    return order.first { options[$0].folded.first == letter }
      ?? order.first { options[$0].folded.hasWords(beginningWith: String(letter)) }
  }
}

extension String {
  fileprivate func hasWords(beginningWith typed: String) -> Bool {
    var rest = self[...]
    while let space = rest.firstIndex(of: " ") {
      rest = rest[rest.index(after: space)...]
      if rest.hasPrefix(typed) { return true }
    }
    return false
  }
}

extension TreePath {
  /// Whether the path goes through this record, which so cannot point to itself.
  fileprivate func holds(_ id: RecordID) -> Bool {
    contains { step in
      if case .item(_, let own) = step { own == id } else { false }
    }
  }
}
