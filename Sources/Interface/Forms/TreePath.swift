import Casework

/// One step from a record down to one inside it.
public enum PathStep: Hashable, Sendable {
  /// A record that is the value of a field.
  case field(String)
  /// A repeated record, by its id.
  case item(list: String, RecordID)
  /// A record in a list without ids, by its place.
  case place(list: String, Int)
}

extension PathStep {
  /// The field that the step goes through.
  var key: String {
    switch self {
    case .field(let key), .item(let key, _), .place(let key, _): key
    }
  }
}

/// The way from the root of a file to a record in it.
public typealias TreePath = [PathStep]

extension Members {
  /// The record at the end of a path.
  func record(at path: some Collection<PathStep>) -> Members? {
    guard let step = path.first else { return self }
    let next: Members? =
      switch step {
      case .field(let key): self[key]?.members ?? Members()
      case .item(let list, let id): position(of: id, in: list).flatMap { self[list]?.elements?[$0].members }
      case .place(let list, let place): element(place, of: list)?.members
      }
    return next?.record(at: path.dropFirst())
  }

  /// Changes the record at the end of a path.
  ///
  /// A record that is a field is made where it lacks; nothing happens where a repeated one lacks.
  mutating func change(at path: some Collection<PathStep>, _ edit: (inout Members) -> Void) {
    guard let step = path.first else { return edit(&self) }
    switch step {
    case .field(let key):
      var inner = self[key]?.members ?? Members()
      inner.change(at: path.dropFirst(), edit)
      self[key] = inner.isEmpty ? nil : .object(inner)
    case .item(let list, let id):
      if let place = position(of: id, in: list) { changeElement(place, of: list, path.dropFirst(), edit) }
    case .place(let list, let place):
      if element(place, of: list) != nil { changeElement(place, of: list, path.dropFirst(), edit) }
    }
  }

  /// Where the record with this id is, searched through lists and records at every depth.
  func path(to id: RecordID, of kind: RecordKind) -> (path: TreePath, kind: RecordKind)? {
    for field in kind.fields {
      if let itemKind = field.shape.itemKind {
        for element in self[field.key]?.elements ?? [] {
          guard let members = element.members, let own = members.id else { continue }
          let step = PathStep.item(list: field.key, own)
          if own == id { return ([step], itemKind) }
          if let found = members.path(to: id, of: itemKind) { return ([step] + found.path, found.kind) }
        }
      } else if let recordKind = field.shape.recordKind, let members = self[field.key]?.members,
        let found = members.path(to: id, of: recordKind)
      {
        return ([.field(field.key)] + found.path, found.kind)
      }
    }
    return nil
  }

  var id: RecordID? { self[RecordKey.id]?.text.flatMap { RecordID($0) } }
  var isWithdrawn: Bool { self[RecordKey.withdrawal] != nil }

  private func position(of id: RecordID, in list: String) -> Int? {
    self[list]?.elements?.firstIndex { $0.members?.id == id }
  }

  private func element(_ place: Int, of list: String) -> Tree? {
    guard let elements = self[list]?.elements, elements.indices.contains(place) else { return nil }
    return elements[place]
  }

  private mutating func changeElement(
    _ place: Int, of list: String, _ rest: some Collection<PathStep>, _ edit: (inout Members) -> Void
  ) {
    guard var elements = self[list]?.elements, let members = elements[place].members else { return }
    var inner = members
    inner.change(at: rest, edit)
    elements[place] = .object(inner)
    self[list] = .array(elements)
  }
}

extension RecordKind {
  /// The kind of the record at the end of a path.
  func kind(at path: some Collection<PathStep>) -> RecordKind? {
    guard let step = path.first else { return self }
    let next: RecordKind? =
      switch step {
      case .field(RecordKey.withdrawal): RecordKind(WithdrawalFields.self)
      case .field(let key): field(key)?.shape.recordKind
      case .item(let list, _), .place(let list, _): field(list)?.shape.itemKind
      }
    return next?.kind(at: path.dropFirst())
  }
}
