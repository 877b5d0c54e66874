/// A value that one field of a record can hold, and how it stands in the tree.
public protocol FieldValue: Equatable, Sendable {
  /// Nothing where the tree holds something that is no such value.
  init?(tree: Tree)
  var tree: Tree { get }
  /// What a form, a schema and a screen need to know of this kind of value.
  static var shape: FieldShape { get }
}

/// The kind of value behind a field.
public indirect enum FieldShape: Sendable {
  case text
  case date
  case moment
  case clock
  /// A whole number.
  case number
  /// A duration in whole minutes; hours only on the screen.
  case minutes
  case yesNo
  /// 1 August to 31 July, such as `2026-2027`.
  case schoolYear
  case choice([ChoiceOption])
  /// The id of something that is kept elsewhere.
  case reference(ReferenceKind)
  case record(any RecordFields.Type)
  case list(FieldShape)
}

/// What an id in a field points to.
public enum ReferenceKind: String, Sendable {
  case guardian, group, user, record, pupil
}

/// Traits of a field that forms, merging and papers go by.
public struct FieldTraits: OptionSet, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A record is not complete without it.
  public static let required = FieldTraits(rawValue: 1)
  /// Running text of several lines.
  public static let long = FieldTraits(rawValue: 2)
  /// Someone's address, telephone or mail; never on another guardian's paper.
  public static let contact = FieldTraits(rawValue: 4)
  /// May still be filled in after the record that it is in was locked.
  public static let staysOpen = FieldTraits(rawValue: 8)
  /// The day by which one line names its record, where that is not the first day in it.
  public static let namingDay = FieldTraits(rawValue: 16)
  /// The day on which something was done: never later than the day on which it is filled in.
  public static let happened = FieldTraits(rawValue: 32)
  /// May be filled in after the record that it is in was locked, where it was left empty; never changed.
  public static let fillsLater = FieldTraits(rawValue: 64)
}

/// One field of a record: its key in the file, its name for people, and what it rests on.
///
/// One declaration serves reading, writing, forms, screens, merging and the published schema.
public struct Field<Value: FieldValue>: Sendable {
  /// The key in the file, Dutch, never changed once published.
  public let key: String
  /// The name on the screen.
  public let label: String
  /// § of the guide or article of law, empty where it is only practical.
  public let basis: String
  /// What belongs in it, in one line; empty where the label says it.
  public let hint: String
  public let traits: FieldTraits
  /// Fields of one record with the same name here merge as one (a period; an answer with its date).
  public let together: String?

  public init(
    _ key: String, _ label: String, _ basis: String = "", hint: String = "", _ traits: FieldTraits = [],
    together: String? = nil
  ) {
    self.key = key
    self.label = label
    self.basis = basis
    self.hint = hint
    self.traits = traits
    self.together = together
  }
}

/// Repeated records under one key, each with an id of its own, never removed but withdrawn.
public struct ListField<Fields: RecordFields>: Sendable {
  public let key: String
  public let label: String
  public let basis: String
  public let hint: String
  public let traits: FieldTraits

  public init(_ key: String, _ label: String, _ basis: String = "", hint: String = "", _ traits: FieldTraits = []) {
    self.key = key
    self.label = label
    self.basis = basis
    self.hint = hint
    self.traits = traits
  }
}

/// A field without its type: what generic code (forms, schemas, merging) walks over.
public struct AnyField: Sendable {
  public let key: String
  public let label: String
  public let basis: String
  public let hint: String
  public let traits: FieldTraits
  public let together: String?
  public let shape: FieldShape
  /// Whether it holds records with an id of their own (a ``ListField``); other lists are one value.
  public let holdsRecords: Bool
}

/// What makes a stored property of ``RecordFields`` a field.
protocol FieldDeclaration {
  var erased: AnyField { get }
}

extension Field: FieldDeclaration {
  var erased: AnyField {
    AnyField(
      key: key, label: label, basis: basis, hint: hint, traits: traits, together: together, shape: Value.shape,
      holdsRecords: false)
  }
}

extension ListField: FieldDeclaration {
  var erased: AnyField {
    AnyField(
      key: key, label: label, basis: basis, hint: hint, traits: traits, together: nil,
      shape: .list(.record(Fields.self)),
      holdsRecords: true)
  }
}

/// The fields that one kind of record has, declared as stored constants in the order in which forms show them.
public protocol RecordFields: Sendable {
  /// The declaration itself, through which key paths find a field.
  static var declared: Self { get }
  /// The kind of record, as the published schema names it.
  static var name: String { get }
  /// The kind of record, as the screen names one of them.
  static var title: String { get }
}

extension RecordFields {
  /// The fields in the order of their declaration.
  public static var all: [AnyField] {
    Mirror(reflecting: declared).children.compactMap { ($0.value as? any FieldDeclaration)?.erased }
  }
}

/// One option of a choice: its word in the file and its name on the screen.
public struct ChoiceOption: Equatable, Sendable {
  public let word: String
  public let label: String
}

/// The known options of a choice; raw values are the words in the file.
public protocol ChoiceKind: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The name on the screen.
  var label: String { get }
}

/// A chosen option, kept as text so that a word of a newer version survives being read and written.
public struct Choice<Kind: ChoiceKind>: Hashable, FieldValue {
  public let word: String

  public init(_ kind: Kind) { word = kind.rawValue }
  public init(word: String) { self.word = word }

  /// The option, or nothing for a word that this version does not know.
  public var known: Kind? { Kind(rawValue: word) }
  /// The name on the screen; an unknown word speaks for itself.
  public var label: String { known?.label ?? word }

  public init?(tree: Tree) {
    guard let text = tree.text else { return nil }
    word = text
  }

  public var tree: Tree { .string(word) }

  public static var shape: FieldShape {
    .choice(Kind.allCases.map { ChoiceOption(word: $0.rawValue, label: $0.label) })
  }

  public static func == (left: Choice, right: Kind) -> Bool { left.word == right.rawValue }
}

extension Optional {
  /// Whether this very option was chosen; not for an empty field.
  public func `is`<Kind>(_ kind: Kind) -> Bool where Wrapped == Choice<Kind> {
    self?.word == kind.rawValue
  }
}
