/// Gathering into a list with room for all that may come: the library's own starts with room for one and moves house
/// at two, four, eight, and rules gather hundreds of short lists for one dossier.
extension Array {
  func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element] {
    var kept: [Element] = []
    for index in indices where try isIncluded(self[index]) {
      if kept.isEmpty { kept.reserveCapacity(count - index) }
      kept.append(self[index])
    }
    return kept
  }

  func compactMap<Value>(_ transform: (Element) throws -> Value?) rethrows -> [Value] {
    var values: [Value] = []
    for index in indices {
      guard let value = try transform(self[index]) else { continue }
      if values.isEmpty { values.reserveCapacity(count - index) }
      values.append(value)
    }
    return values
  }
}
