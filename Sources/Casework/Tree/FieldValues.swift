extension String: FieldValue {
  public init?(tree: Tree) {
    guard let text = tree.text else { return nil }
    self = text
  }

  public var tree: Tree { .string(self) }
  public static var shape: FieldShape { .text }
}

extension Bool: FieldValue {
  public init?(tree: Tree) {
    guard let value = tree.bool else { return nil }
    self = value
  }

  public var tree: Tree { .bool(self) }
  public static var shape: FieldShape { .yesNo }
}

extension Int: FieldValue {
  public init?(tree: Tree) {
    guard let value = tree.integer else { return nil }
    self = value
  }

  public var tree: Tree { .number(String(self)) }
  public static var shape: FieldShape { .number }
}

/// A duration in whole minutes, zero or more.
public struct Minutes: Hashable, Comparable, FieldValue {
  public let count: Int

  public init(_ count: Int) { self.count = count }

  public init?(tree: Tree) {
    guard let count = tree.integer, count >= 0 else { return nil }
    self.count = count
  }

  public var tree: Tree { .number(String(count)) }
  public static var shape: FieldShape { .minutes }
  public static func < (left: Minutes, right: Minutes) -> Bool { left.count < right.count }
}

extension CivilDate: FieldValue {
  public init?(tree: Tree) {
    guard let text = tree.text else { return nil }
    self.init(iso: text)
  }

  public var tree: Tree { .string(iso) }
  public static var shape: FieldShape { .date }
}

extension Moment: FieldValue {
  public init?(tree: Tree) {
    guard let text = tree.text else { return nil }
    self.init(iso: text)
  }

  public var tree: Tree { .string(iso) }
  public static var shape: FieldShape { .moment }
}

extension SchoolYear: FieldValue {
  public init?(tree: Tree) {
    guard let text = tree.text else { return nil }
    self.init(text)
  }

  public var tree: Tree { .string(description) }
  public static var shape: FieldShape { .schoolYear }
}

extension ClockTime: FieldValue {
  public init?(tree: Tree) {
    guard let text = tree.text else { return nil }
    self.init(text)
  }

  public var tree: Tree { .string(description) }
  public static var shape: FieldShape { .clock }
}

/// What a ``Reference`` points to, as a type, so that a guardian's id cannot stand where a group's belongs.
public protocol ReferenceTarget: Sendable {
  static var kind: ReferenceKind { get }
}

public enum ToGuardian: ReferenceTarget { public static var kind: ReferenceKind { .guardian } }
public enum ToGroup: ReferenceTarget { public static var kind: ReferenceKind { .group } }
public enum ToUser: ReferenceTarget { public static var kind: ReferenceKind { .user } }
public enum ToRecord: ReferenceTarget { public static var kind: ReferenceKind { .record } }
public enum ToPupil: ReferenceTarget { public static var kind: ReferenceKind { .pupil } }

/// The id of something that is kept elsewhere.
public struct Reference<Target: ReferenceTarget>: Hashable, FieldValue {
  public let id: RecordID

  public init(_ id: RecordID) { self.id = id }

  public init?(tree: Tree) {
    guard let text = tree.text, let id = RecordID(text) else { return nil }
    self.id = id
  }

  public var tree: Tree { .string(id.description) }
  public static var shape: FieldShape { .reference(Target.kind) }
}

/// Plain values in a row, merged as one; things with a life of their own are records in a ``ListField``.
extension Array: FieldValue where Element: FieldValue {
  public init?(tree: Tree) {
    guard let elements = tree.elements else { return nil }
    var values: [Element] = []
    values.reserveCapacity(elements.count)
    for element in elements {
      guard let value = Element(tree: element) else { return nil }
      values.append(value)
    }
    self = values
  }

  public var tree: Tree { .array(map(\.tree)) }
  public static var shape: FieldShape { .list(Element.shape) }
}
