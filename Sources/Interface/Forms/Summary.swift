import Casework

/// One record in one line: the days first, then what it is, then its first words.
struct Summary {
  /// The day it is about, where it has one.
  let date: CivilDate?
  let words: [String]

  /// `file` is the tab that the record stands in, where that tells more of it.
  init(_ members: Members, of kind: RecordKind, _ references: References, in file: Members) {
    if let own = PlanSummary(references, in: file).parts(members, of: kind) {
      (date, words) = own
      return
    }
    date = Self.day(of: kind, in: members)
    var words: [String] = []
    for field in kind.fields where words.count < 3 {
      guard let tree = members[field.key] else { continue }
      if let word = Self.word(tree, field, members, kind, references) { words.append(word) }
    }
    self.words = words
  }

  /// The field with the day of a kind of record: the one that names it, else the first that is filled in.
  private static func day(of kind: RecordKind, in members: Members) -> CivilDate? {
    let days = kind.fields.filter { if case .date = $0.shape { true } else { false } }
    if let naming = days.first(where: { $0.traits.contains(.namingDay) }) {
      return members[naming.key].flatMap(CivilDate.init(tree:))
    }
    return days.lazy.compactMap { members[$0.key] }.first.flatMap(CivilDate.init(tree:))
  }

  /// For a place where a list of such lines stands: the first words, with the day behind them.
  var short: String {
    let first = words.first
    guard let date else {
      return words.isEmpty ? Texts.emptyRecord : words.prefix(2).joined(separator: " · ")
    }
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
    tree.map { words($0, field.shape, in: file, of: root, references) } ?? Texts.nothing
  }

  /// A record inside stands below its own heading, so that a line only points to it or counts.
  private static func words(
    _ tree: Tree, _ shape: FieldShape, in file: Members, of root: RecordKind, _ references: References
  ) -> String {
    switch shape {
    case .record: Texts.recordInside
    case .list(.record): Texts.count((tree.elements ?? []).count { $0.members?.isWithdrawn != true })
    case .text, .date, .moment, .clock, .number, .minutes, .yesNo, .schoolYear, .choice, .reference, .list:
      shape.dutch(tree) { references.name(of: $0, $1, in: file, of: root) }
    }
  }
}
