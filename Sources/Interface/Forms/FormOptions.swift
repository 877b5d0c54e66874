import Casework

/// One thing that a field can be set to.
struct FormOption: Equatable, Sendable {
  let tree: Tree
  let label: String
}

extension FormScreen {
  /// What the field can be set to, or hold several of.
  func options(of field: AnyField, _ references: References) -> [FormOption] {
    switch field.shape {
    case .list(let element): options(element, field.key, references)
    case .yesNo, .choice, .reference: options(field.shape, field.key, references)
    case .text, .date, .moment, .clock, .schoolYear, .number, .minutes, .record: []
    }
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

  /// Whether the key changed a field that takes one of its options: a letter takes the next that begins with it, space
  /// the next, Delete none.
  mutating func takeChoice(_ key: Key, _ field: AnyField, _ references: References) -> Bool {
    let options = options(of: field, references)
    let chosen = options.firstIndex { $0.tree == record[field.key] }
    switch key {
    case .character(" "), .right: step(options, from: chosen, by: 1)
    case .left: step(options, from: chosen, by: -1)
    case .backspace, .delete: choose(nil)
    case .character(let letter):
      let order = options.indices.map { (($0 + (chosen ?? -1) + 1) % options.count) }
      let first = String(letter).folded
      guard let next = order.first(where: { options[$0].label.folded.hasPrefix(first) }) else { return true }
      choose(options[next].tree)
    default: return false
    }
    return true
  }

  private mutating func step(_ options: [FormOption], from chosen: Int?, by count: Int) {
    guard !options.isEmpty else { return }
    let next = chosen.map { ($0 + count + options.count) % options.count } ?? (count > 0 ? 0 : options.count - 1)
    choose(options[next].tree)
  }

  /// Whether the key changed a field that holds several: arrows go along the options, space puts one in or out, a letter
  /// goes to the next that begins with it and does so too.
  mutating func takeSeveral(_ key: Key, _ field: AnyField, at place: Int, _ references: References) -> Bool {
    let options = options(of: field, references)
    guard !options.isEmpty else { return false }
    let current = min(place, options.count - 1)
    switch key {
    case .left: level.editor = .options(max(0, current - 1))
    case .right: level.editor = .options(min(options.count - 1, current + 1))
    case .character(" "): toggle(options[current].tree, field)
    case .backspace, .delete: choose(nil)
    case .character(let letter):
      let order = options.indices.map { ($0 + current + 1) % options.count }
      guard let next = order.first(where: { options[$0].label.folded.hasPrefix(String(letter).folded) }) else {
        return true
      }
      level.editor = .options(next)
      toggle(options[next].tree, field)
    default: return false
    }
    return true
  }

  private mutating func toggle(_ tree: Tree, _ field: AnyField) {
    var elements = record[field.key]?.elements ?? []
    if let at = elements.firstIndex(of: tree) { elements.remove(at: at) } else { elements.append(tree) }
    choose(elements.isEmpty ? nil : .array(elements))
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
