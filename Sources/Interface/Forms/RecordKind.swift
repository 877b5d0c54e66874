import Casework

/// A kind of record as a value, so that a form over any declaration can be compared.
public struct RecordKind: Equatable, Sendable {
  public let type: any RecordFields.Type

  public init(_ type: any RecordFields.Type) { self.type = type }

  /// One such record, as the screen names it.
  var title: String { type.title }
  var name: String { type.name }
  var fields: [AnyField] { type.all }

  func field(_ key: String) -> AnyField? { fields.first { $0.key == key } }

  public static func == (left: RecordKind, right: RecordKind) -> Bool { left.type == right.type }
}

extension FieldShape {
  /// The kind of the records in a repeated field.
  var itemKind: RecordKind? {
    if case .list(.record(let type)) = self { RecordKind(type) } else { nil }
  }

  /// The kind of a record that is a field of another.
  var recordKind: RecordKind? {
    if case .record(let type) = self { RecordKind(type) } else { nil }
  }
}

extension AnyField {
  var isRequired: Bool { traits.contains(.required) }
  var isLong: Bool { traits.contains(.long) || isTextList }
  var staysOpen: Bool { traits.contains(.staysOpen) }

  private var isTextList: Bool {
    if case .list(.text) = shape { true } else { false }
  }
}

extension SectionName {
  /// The declaration of the tab's file.
  var kind: RecordKind { RecordKind(fields) }
}
