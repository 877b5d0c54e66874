import Casework

/// A record of a kind with an id that ends on `number`, filled in by `fill`.
public func make<Fields>(
  _ kind: Fields.Type, _ number: UInt64, _ fill: (inout Record<Fields>) -> Void = { _ in }
) -> Record<Fields> {
  var record = Record<Fields>()
  record.id = id(number)
  fill(&record)
  return record
}
