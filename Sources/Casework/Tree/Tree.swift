/// A JSON value as it stands in a file: nothing dropped, nothing rounded.
///
/// Numbers stay text, so that a later version's precision survives; members stay unique and sorted by key, so that one
/// value has one form on disk.
public enum Tree: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([Tree])
  case object(Members)
}

extension Tree {
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The number where it is a whole one that fits and is written the one way it can be: no sign on zero, no fraction.
  public var integer: Int? {
    guard case .number(let digits) = self, let number = Int(digits), String(number) == digits else { return nil }
    return number
  }

  public var elements: [Tree]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  public var members: Members? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The member with this key, where this is an object that has it.
  public subscript(key: String) -> Tree? {
    members?[key]
  }
}

/// The members of a JSON object: each key once, sorted by its UTF-8 bytes.
public struct Members: Hashable, Sendable {
  public private(set) var pairs: [Pair]

  public struct Pair: Hashable, Sendable {
    public let key: String
    public var value: Tree

    public init(key: String, value: Tree) {
      self.key = key
      self.value = value
    }
  }

  public init() {
    pairs = []
  }

  /// Takes pairs that are sorted and unique already, as the reader makes them.
  init(sorted pairs: [Pair]) {
    self.pairs = pairs
  }

  /// The value under a key; setting nothing removes the member.
  public subscript(key: String) -> Tree? {
    get {
      // Of a few keys most differ in length already; that is faster than comparing their order.
      if pairs.count <= 48 { return sought(key) }
      let at = position(of: key)
      return at < pairs.count && pairs[at].key == key ? pairs[at].value : nil
    }
    set {
      let at = position(of: key)
      let present = at < pairs.count && pairs[at].key == key
      switch (newValue, present) {
      case (let value?, true): pairs[at].value = value
      case (let value?, false): pairs.insert(Pair(key: key, value: value), at: at)
      case (nil, true): pairs.remove(at: at)
      case (nil, false): break
      }
    }
  }

  private func sought(_ key: String) -> Tree? {
    let length = key.utf8.count
    for at in pairs.indices where pairs[at].key.utf8.count == length && pairs[at].key == key {
      return pairs[at].value
    }
    return nil
  }

  public var keys: [String] { pairs.map(\.key) }
  public var isEmpty: Bool { pairs.isEmpty }

  /// The first position whose key is not below `key`.
  private func position(of key: String) -> Int {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if precedes(pairs[middle].key, key) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Members: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, Tree)...) {
    self.init()
    for (key, value) in elements { self[key] = value }
  }
}
