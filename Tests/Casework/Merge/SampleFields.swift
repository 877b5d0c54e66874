import Casework
import Support

/// A kind of record with every kind of part that merging tells apart.
struct SampleFields: RecordFields {
  static let declared = SampleFields()
  static let name = "voorbeeld"
  static let title = "Voorbeeld"

  let heading = Field<String>("titel", "Titel")
  let from = Field<CivilDate>("van", "Van", together: "periode")
  let until = Field<CivilDate>("tot", "Tot", together: "periode")
  let labels = Field<[String]>("labels", "Labels")
  let part = Field<Record<PartFields>>("deel", "Deel")
  let lines = ListField<LineFields>("regels", "Regels")
}

struct PartFields: RecordFields {
  static let declared = PartFields()
  static let name = "deel"
  static let title = "Deel"

  let first = Field<String>("eerste", "Eerste")
  let second = Field<String>("tweede", "Tweede")
}

struct LineFields: RecordFields {
  static let declared = LineFields()
  static let name = "regel"
  static let title = "Regel"

  let text = Field<String>("tekst", "Tekst")
  let count = Field<Int>("aantal", "Aantal")
  let actions = ListField<ActionSampleFields>("acties", "Acties")
}

struct ActionSampleFields: RecordFields {
  static let declared = ActionSampleFields()
  static let name = "actie"
  static let title = "Actie"

  let what = Field<String>("wat", "Wat")
  let answer = Field<String>("antwoord", "Antwoord", together: "antwoord")
  let answeredOn = Field<CivilDate>("op2", "Beantwoord op", together: "antwoord")
}

/// The id with this number, as it stands in a file.
func idText(_ number: UInt64) -> String { RecordID(high: 0, low: number).description }

/// What a sample holds, laid out flat: every value under its path, so that a merge can be worked out by hand.
///
/// Written for the sample alone, without looking at declarations: the keys and what belongs together are repeated here.
func flatSample(_ tree: Tree) -> [String: Tree] {
  var result: [String: Tree] = [:]
  func walk(_ tree: Tree, _ path: String) {
    for pair in tree.members?.pairs ?? [] {
      let here = path + "/" + pair.key
      switch pair.key {
      case "deel": walk(pair.value, here)
      case "regels", "acties":
        for element in pair.value.elements ?? [] { walk(element, here + "/" + (element["id"]?.text ?? "?")) }
      default: result[here] = pair.value
      }
    }
  }
  walk(tree, "")
  return result
}

/// The paths that merge as one with this path.
func unit(of path: String) -> [String] {
  let parts = path.split(separator: "/", omittingEmptySubsequences: false)
  let parent = parts.dropLast().joined(separator: "/") + "/"
  return switch parts.last {
  case "van", "tot": [parent + "van", parent + "tot"]
  case "antwoord", "op2": [parent + "antwoord", parent + "op2"]
  default: [path]
  }
}

/// Makes samples and edits of them, out of so few places and values that two edits often meet.
struct SampleMaker {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func sample() -> Tree {
    edit(of: .object([:]), steps: generator.int(0...12))
  }

  /// The tree with so many fields set or emptied and records added; none is removed or withdrawn.
  mutating func edit(of tree: Tree, steps: Int, at places: [[String]] = SampleMaker.places) -> Tree {
    var tree = tree
    for _ in 0..<steps { put(generator.oneIn(4) ? nil : value(), at: generator.pick(places)[...], in: &tree) }
    return tree
  }

  private mutating func value() -> Tree { .string(generator.pick(["p", "q", "r"])) }

  /// Every place that holds a value, records one to four with actions five to seven.
  static let places: [[String]] = {
    let lines = (1...4).map { ["regels", idText($0)] }
    let actions = lines.flatMap { line in (5...7).map { line + ["acties", idText($0)] } }
    return [["titel"], ["van"], ["tot"], ["labels"], ["deel", "eerste"], ["deel", "tweede"], ["nieuwer"]]
      + lines.flatMap { line in ["tekst", "aantal", "onbekend"].map { line + [$0] } }
      + actions.flatMap { action in ["wat", "antwoord", "op2"].map { action + [$0] } }
  }()

  /// Sets a value, making the records on the way to it.
  private func put(_ value: Tree?, at place: ArraySlice<String>, in tree: inout Tree) {
    guard var members = tree.members, let key = place.first else { return }
    if place.count == 1 {
      members[key] = value
    } else if key == "deel" {
      var part = members[key] ?? .object([:])
      put(value, at: place.dropFirst(), in: &part)
      members[key] = part
    } else if let name = place.dropFirst().first {
      var elements = members[key]?.elements ?? []
      let position = elements.firstIndex { $0["id"]?.text == name } ?? elements.endIndex
      if position == elements.endIndex { elements.append(.object(["id": .string(name)])) }
      put(value, at: place.dropFirst(2), in: &elements[position])
      members[key] = .array(elements)
    }
    tree = .object(members)
  }
}
