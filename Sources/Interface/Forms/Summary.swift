import Casework

/// One record in one line: the days first, then what it is, then its first words.
struct Summary {
  /// The day it is about, where it has one.
  let date: CivilDate?
  let words: [String]

  init(_ members: Members, of kind: RecordKind, _ references: References) {
    var date: CivilDate?
    var words: [String] = []
    for field in kind.fields {
      guard let tree = members[field.key] else { continue }
      if date == nil, case .date = field.shape {
        date = CivilDate(tree: tree)
        continue
      }
      if words.count < 3, let word = Self.word(tree, field, members, kind, references) { words.append(word) }
    }
    self.date = date
    self.words = words
  }

  /// For a place where a list of such lines stands: the first words, with the day behind them.
  var short: String {
    let first = words.first
    guard let date else { return first ?? Texts.emptyRecord }
    return first.map { Texts.summary(what: $0, on: date.dutch(.full)) } ?? date.dutch(.full)
  }

  /// Texts of several lines and lists say too much for one line.
  private static func word(
    _ tree: Tree, _ field: AnyField, _ members: Members, _ kind: RecordKind, _ references: References
  ) -> String? {
    switch field.shape {
    // Another record of the file is a line of its own, and says little here.
    case .reference(.record): return nil
    case .choice, .clock, .minutes, .number, .schoolYear, .reference:
      return Display.text(tree, field, in: members, of: kind, references)
    case .text:
      return tree.text.map { String($0.split(whereSeparator: \.isNewline).first ?? "") }.flatMap {
        $0.isEmpty ? nil : $0
      }
    case .date, .moment, .yesNo, .record, .list: return nil
    }
  }
}

/// How values read on the screen.
enum Display {
  /// The value of a field in words; a dash where there is none.
  static func text(
    _ tree: Tree?, _ field: AnyField, in file: Members, of root: RecordKind, _ references: References
  ) -> String {
    guard let tree else { return Texts.nothing }
    return text(tree, field.shape, field.key, in: file, of: root, references)
  }

  private static func text(
    _ tree: Tree, _ shape: FieldShape, _ key: String, in file: Members, of root: RecordKind, _ references: References
  ) -> String {
    switch shape {
    case .text, .clock, .schoolYear: tree.text ?? Texts.nothing
    case .date: CivilDate(tree: tree)?.dutch(.full) ?? Texts.unreadable(tree)
    case .moment: Moment(tree: tree).map { CivilDate(of: $0).dutch(.full) } ?? Texts.unreadable(tree)
    case .number: tree.integer.map { String($0) } ?? Texts.unreadable(tree)
    case .minutes: Minutes(tree: tree)?.dutch ?? Texts.unreadable(tree)
    case .yesNo: tree.bool.map(Texts.yesNo) ?? Texts.unreadable(tree)
    case .choice(let options): options.first { $0.word == tree.text }?.label ?? tree.text ?? Texts.nothing
    case .reference(let kind):
      tree.text.flatMap { RecordID($0) }.map { references.name(of: $0, kind, field: key, in: file, of: root) }
        ?? Texts.unreadable(tree)
    case .record: Texts.recordInside
    case .list(.record): Texts.count((tree.elements ?? []).count { $0.members?.isWithdrawn != true })
    case .list(let element):
      (tree.elements ?? []).map { text($0, element, key, in: file, of: root, references) }.joined(separator: "; ")
    }
  }
}

extension CivilDate {
  /// The day of a moment in universal time; a screen that needs the wall's own day is given it.
  init(of moment: Moment) {
    self.init(dayNumber: Int32(moment.seconds >= 0 ? moment.seconds / 86_400 : (moment.seconds - 86_399) / 86_400))
  }
}
