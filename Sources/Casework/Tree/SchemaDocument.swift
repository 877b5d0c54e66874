/// The published description of a file as a JSON Schema (draft 2020-12), made from the declarations of its fields.
///
/// It describes whatever the program may write: a record that is not complete yet is valid, and fields that it does not
/// name are allowed, since a newer minor version adds some.
public enum SchemaDocument {
  /// The schema of a file of this kind; `kind` is the word in its header.
  public static func tree(for fields: any RecordFields.Type, kind: String) -> Tree {
    var builder = SchemaBuilder()
    var root = builder.object(fields, isListed: false)
    root["$schema"] = .string("https://json-schema.org/draft/2020-12/schema")
    root["title"] = .string(fields.title)
    var properties = root["properties"]?.members ?? Members()
    properties[SectionFormat.nameKey] = ["const": .string(kind)]
    properties[SectionFormat.versionKey] = ["type": "string", "pattern": "^1\\.(0|[1-9][0-9]*)$"]
    root["properties"] = .object(properties)
    root["required"] = [.string(SectionFormat.nameKey), .string(SectionFormat.versionKey)]
    if !builder.definitions.isEmpty { root["$defs"] = .object(builder.definitions) }
    return .object(root)
  }
}

/// Collects the kinds of record that a file has, each once.
private struct SchemaBuilder {
  var definitions = Members()

  /// The schema of one record; a listed one carries an id, its maker and its time.
  mutating func object(_ kind: any RecordFields.Type, isListed: Bool) -> Members {
    var properties = Members()
    for field in kind.all { properties[field.key] = property(field) }
    var object: Members = ["type": "object", "title": .string(kind.title)]
    if isListed {
      properties[RecordKey.id] = Self.id
      properties[RecordKey.madeBy] = ["type": "string", "title": "Gemaakt door"]
      properties[RecordKey.madeAt] = .object(Self.text(pattern: Self.moment, title: "Gemaakt op"))
      properties[RecordKey.withdrawal] = .object(reference(to: WithdrawalFields.self, isListed: false))
      object["required"] = [.string(RecordKey.id), .string(RecordKey.madeAt), .string(RecordKey.madeBy)]
    }
    object["properties"] = .object(properties)
    return object
  }

  private mutating func property(_ field: AnyField) -> Tree {
    var schema = shape(field.shape, holdsRecords: field.holdsRecords)
    schema["title"] = .string(field.label)
    let required = field.traits.contains(.required) ? "Nodig om het onderdeel compleet te maken." : ""
    let basis = field.basis.isEmpty ? "" : "Berust op \(field.basis)."
    let notes = [field.hint, required, basis].filter { !$0.isEmpty }
    if !notes.isEmpty { schema["description"] = .string(notes.joined(separator: " ")) }
    return .object(schema)
  }

  private mutating func shape(_ shape: FieldShape, holdsRecords: Bool = false) -> Members {
    switch shape {
    case .text: ["type": "string"]
    case .date: ["type": "string", "format": "date", "pattern": .string(Self.date)]
    case .moment: Self.text(pattern: Self.moment)
    case .clock: Self.text(pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")
    case .schoolYear: Self.text(pattern: "^[0-9]{4}-[0-9]{4}$")
    case .number: ["type": "integer"]
    case .minutes: ["type": "integer", "minimum": .number("0")]
    case .yesNo: ["type": "boolean"]
    case .choice(let options):
      [
        "oneOf": .array(options.map { ["const": .string($0.word), "title": .string($0.label)] })
      ]
    case .reference: Self.text(pattern: Self.idPattern)
    case .record(let kind): reference(to: kind, isListed: false)
    case .list(.record(let kind)):
      ["type": "array", "items": .object(reference(to: kind, isListed: holdsRecords))]
    case .list(let element): ["type": "array", "items": .object(self.shape(element))]
    }
  }

  /// A pointer to the definition of a kind of record, which is made where it is not there yet.
  private mutating func reference(to kind: any RecordFields.Type, isListed: Bool) -> Members {
    let name = kind.name
    if definitions[name] == nil {
      // Before its fields, so that a kind that holds itself ends.
      definitions[name] = .object([:])
      definitions[name] = .object(object(kind, isListed: isListed))
    }
    return ["$ref": .string("#/$defs/" + name)]
  }

  private static func text(pattern: String, title: String? = nil) -> Members {
    var schema: Members = ["type": "string", "pattern": .string(pattern)]
    schema["title"] = title.map(Tree.string)
    return schema
  }

  private static let date = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
  private static let moment = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
  private static let idPattern = "^[0-9a-f]{32}$"
  private static let id: Tree = .object(text(pattern: idPattern, title: "Kenmerk"))
}

extension Tree: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  public init(stringLiteral text: String) { self = .string(text) }
  public init(arrayLiteral elements: Tree...) { self = .array(elements) }
  public init(dictionaryLiteral members: (String, Tree)...) {
    var all = Members()
    for (key, value) in members { all[key] = value }
    self = .object(all)
  }
}
