import Casework
import FoundationEssentials
import Support
import Testing

/// Set to write docs/schema anew instead of comparing: `make schemas`.
private let writes = ProcessInfo.processInfo.environment["PASSEND_SCHRIJF_SCHEMAS"] == "1"

@Suite("Published schemas")
struct DossierSchemaTests {
  @Test("docs/schema holds exactly what the declarations say", arguments: FileKind.allCases)
  func current(kind: FileKind) throws {
    let path = "docs/schema/" + kind.word + ".json"
    let text = String(decoding: kind.schema.encoded(), as: UTF8.self)
    if writes { try text.write(toFile: SourceTree.root + "/" + path, atomically: true, encoding: .utf8) }
    #expect(try SourceTree.text(of: path) == text, "\(path) is not current: make schemas")
  }

  @Test("docs/schema holds no file of a kind that is gone", .enabled(if: !writes))
  func noneLeft() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root + "/docs/schema")
    #expect(Set(names) == Set(FileKind.allCases.map { $0.word + ".json" }))
  }

  @Test("docs/bestandsformaat.md names every kind of file, with its schema", arguments: FileKind.allCases)
  func documented(kind: FileKind) throws {
    let text = try SourceTree.text(of: "docs/bestandsformaat.md")
    #expect(text.contains("| [`\(kind.word)`](schema/\(kind.word).json) |"))
  }

  @Test("in one file a name stands for one kind of record, listed or not", arguments: FileKind.allCases)
  func names(kind: FileKind) {
    var seen: [String: (type: ObjectIdentifier, isListed: Bool)] = [:]
    func walk(_ fields: any RecordFields.Type) {
      for field in fields.all {
        guard let inner = inner(field.shape) else { continue }
        let here = (type: ObjectIdentifier(inner), isListed: field.holdsRecords)
        if let there = seen[inner.name] {
          #expect(there == here, "\(kind.word): \(inner.name)")
        } else {
          seen[inner.name] = here
          walk(inner)
        }
      }
    }
    walk(kind.fields)
  }

  private func inner(_ shape: FieldShape) -> (any RecordFields.Type)? {
    switch shape {
    case .record(let fields): fields
    case .list(let element): inner(element)
    case .text, .date, .moment, .clock, .number, .minutes, .yesNo, .schoolYear, .choice, .reference: nil
    }
  }

  @Test("a field's schema says its kind, its name, what belongs in it and what it rests on")
  func field() throws {
    let schema = FileKind.section(.admission).schema
    let application = try #require(schema["$defs"]?["aanmelding"])
    #expect(
      application["properties"]?["ontvangenOp"]?.json == #"""
        {"description":"Vanaf deze dag lopen de 6 weken. Nodig om het onderdeel compleet te maken. \#
        Berust op WPO 40 lid 6.","format":"date","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",\#
        "title":"Ontvangen op","type":"string"}
        """#)
    #expect(application["required"]?.json == #"["id","op","door"]"#)
    #expect(schema["required"]?.json == #"["sectie","versie"]"#)
  }
}
