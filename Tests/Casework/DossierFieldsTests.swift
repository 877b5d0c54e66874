import Casework
import Testing

/// A kind of record and the fields it declares.
private struct Declared {
  let fields: any RecordFields.Type
  let path: String
}

/// Every kind of record that is reachable from the files of a vault.
private func everyKind() -> [Declared] {
  let roots = FileKind.allCases.map { Declared(fields: $0.fields, path: $0.word) }
  var found = roots
  var waiting = roots
  while let next = waiting.popLast() {
    for field in next.fields.all {
      guard let inner = innerRecord(field.shape) else { continue }
      let kind = Declared(fields: inner, path: next.path + "." + field.key)
      found.append(kind)
      waiting.append(kind)
    }
  }
  return found
}

private func innerRecord(_ shape: FieldShape) -> (any RecordFields.Type)? {
  switch shape {
  case .record(let fields): fields
  case .list(let element): innerRecord(element)
  case .text, .date, .moment, .clock, .number, .minutes, .yesNo, .schoolYear, .choice, .reference: nil
  }
}

private func isCamelCase(_ word: String) -> Bool {
  guard let first = word.unicodeScalars.first, ("a"..."z").contains(first) else { return false }
  return word.unicodeScalars.allSatisfy {
    ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
  }
}

@Suite("The fields of all files")
struct DossierFieldsTests {
  @Test("keys are Dutch words in camelCase, each once in its record")
  func keys() {
    for kind in everyKind() {
      let keys = kind.fields.all.map(\.key)
      for key in keys { #expect(isCamelCase(key), "\(kind.path): \(key)") }
      #expect(Set(keys).count == keys.count, "\(kind.path) has a key twice")
    }
    #expect(!isCamelCase("van-tijd") && !isCamelCase("Van") && !isCamelCase(""))
  }

  @Test("no field takes a key that every record already has")
  func reservedKeys() {
    let reserved: Set = [RecordKey.id, RecordKey.madeBy, RecordKey.madeAt, RecordKey.withdrawal]
    for kind in everyKind() {
      #expect(reserved.isDisjoint(with: kind.fields.all.map(\.key)), "\(kind.path)")
    }
    for kind in FileKind.allCases {
      #expect(Set(["sectie", "versie"]).isDisjoint(with: kind.fields.all.map(\.key)), "\(kind)")
    }
  }

  @Test("labels fit beside the field on a screen of 80 columns")
  func labels() {
    for kind in everyKind() {
      for field in kind.fields.all {
        let width = field.label.count + (field.traits.contains(.required) ? 2 : 0)
        #expect(width <= 30, "\(kind.path).\(field.key): \(field.label)")
        #expect(!field.label.isEmpty)
      }
    }
  }

  @Test("words of choices are unique camelCase words or whole numbers, each with a label")
  func words() {
    for kind in everyKind() {
      for field in kind.fields.all {
        guard case .choice(let options) = choice(field.shape) else { continue }
        let words = options.map(\.word)
        #expect(Set(words).count == words.count, "\(kind.path).\(field.key)")
        for option in options {
          #expect(isCamelCase(option.word) || Int(option.word) != nil, "\(kind.path).\(field.key): \(option.word)")
          #expect(!option.label.isEmpty)
        }
      }
    }
  }

  @Test("fields that merge as one are at least two")
  func groups() {
    for kind in everyKind() {
      let groups = Dictionary(grouping: kind.fields.all.filter { $0.together != nil }, by: { $0.together ?? "" })
      for (name, fields) in groups { #expect(fields.count > 1, "\(kind.path): \(name)") }
    }
  }

  @Test("a mirror finds every declared field, so that no form or schema misses one")
  func mirror() {
    #expect(CustodyFields.all.map(\.key) == ["gezag", "van", "tot", "bewijs", "bewijsGezienOp"])
    #expect(ActionFields.all.map(\.key) == ["wat", "wie", "wieNaam", "voor", "klaarOp", "uitkomst"])
  }
}

private func choice(_ shape: FieldShape) -> FieldShape {
  if case .list(let element) = shape { element } else { shape }
}

@Suite("Tabs by name")
struct SectionAccessTests {
  @Test("each tab that is set by name is the one that is read by that name, and no other")
  func setAndRead() throws {
    for name in SectionName.allCases {
      var dossier = Dossier(id: RecordID(high: 0, low: 1))
      let tree = Tree.object(["proef": .string(name.rawValue)])
      dossier[name] = .value(tree)
      #expect(dossier.tree(of: name) == tree)
      for other in SectionName.allCases where other != name { #expect(dossier[other] == .empty) }
      dossier[name] = .notReadable
      #expect(dossier.tree(of: name) == nil)
      dossier[name] = .damaged("stuk")
      #expect(dossier[name] == .damaged("stuk"))
    }
  }

  @Test("a file that holds no object is damaged, never empty")
  func noObject() {
    var dossier = Dossier(id: RecordID(high: 0, low: 1))
    dossier[.plan] = .value(.array([]))
    #expect(dossier.plan.record == nil)
  }
}
