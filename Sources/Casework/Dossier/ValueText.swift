/// How the value of a field reads in Dutch, wherever one is shown.
extension FieldShape {
  /// The value in words; what is no value of this kind shows as it stands.
  ///
  /// `name` knows what an id stands for.
  public func dutch(_ value: Tree, name: (RecordID, ReferenceKind) -> String?) -> String {
    switch self {
    case .text, .clock, .schoolYear: value.text ?? value.asWritten
    case .date: CivilDate(tree: value)?.dutch(.full) ?? value.asWritten
    case .moment: Moment(tree: value).map { $0.day.dutch(.full) } ?? value.asWritten
    case .number: value.integer.map { String($0) } ?? value.asWritten
    case .minutes: Minutes(tree: value)?.dutch ?? value.asWritten
    case .yesNo: value.bool.map { $0 ? "ja" : "nee" } ?? value.asWritten
    case .choice(let options): options.first { $0.word == value.text }?.label ?? value.asWritten
    case .reference(let kind): value.text.flatMap { RecordID($0) }.flatMap { name($0, kind) } ?? value.asWritten
    case .list(let element): (value.elements ?? []).map { element.dutch($0, name: name) }.joined(separator: "; ")
    case .record: value.asWritten
    }
  }
}

extension Tree {
  /// A text without its quotes, anything else as JSON.
  fileprivate var asWritten: String {
    text ?? String(decoding: encodedCompact(), as: UTF8.self)
  }
}
