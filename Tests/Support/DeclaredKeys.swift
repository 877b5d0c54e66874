import Casework

/// Finds what a hand-written tree says that the declarations of its fields do not know: slips of the pen that reading a
/// tree would pass over.
public enum DeclaredKeys {
  /// The paths of unknown keys and of values that are not of their field's kind.
  public static func slips(in tree: Tree, of fields: any RecordFields.Type, at path: String = "") -> [String] {
    guard let members = tree.members else { return [path + ": no object"] }
    let declared = Dictionary(fields.all.map { ($0.key, $0.shape) }, uniquingKeysWith: { first, _ in first })
    let ownToRecords: Set = [RecordKey.id, RecordKey.madeBy, RecordKey.madeAt, RecordKey.withdrawal]
    return members.pairs.flatMap { pair -> [String] in
      let here = path + "." + pair.key
      if let shape = declared[pair.key] { return slips(in: pair.value, shaped: shape, at: here) }
      return ownToRecords.contains(pair.key) ? [] : [here + ": unknown"]
    }
  }

  private static func slips(in tree: Tree, shaped shape: FieldShape, at path: String) -> [String] {
    switch shape {
    case .record(let fields): return slips(in: tree, of: fields, at: path)
    case .list(let element):
      guard let elements = tree.elements else { return [path + ": no list"] }
      return elements.enumerated().flatMap { slips(in: $1, shaped: element, at: path + "[\($0)]") }
    case .choice(let options):
      return options.contains { $0.word == tree.text } ? [] : [path + ": no such word"]
    case .date: return CivilDate(tree: tree) == nil ? [path + ": no date"] : []
    case .moment: return Moment(tree: tree) == nil ? [path + ": no moment"] : []
    case .clock: return ClockTime(tree: tree) == nil ? [path + ": no time"] : []
    case .schoolYear: return SchoolYear(tree: tree) == nil ? [path + ": no school year"] : []
    case .number: return tree.integer == nil ? [path + ": no whole number"] : []
    case .minutes: return Minutes(tree: tree) == nil ? [path + ": no minutes"] : []
    case .yesNo: return tree.bool == nil ? [path + ": neither true nor false"] : []
    case .text: return tree.text == nil ? [path + ": no text"] : []
    case .reference: return tree.text.flatMap { RecordID($0) } == nil ? [path + ": no id"] : []
    }
  }
}
