extension Tree {
  /// Reads strict JSON (RFC 8259) and refuses whatever two readers could take in two ways: a key twice, text that is not
  /// UTF-8, half a surrogate pair, U+0000, a byte order mark, anything after the value.
  public init(bytes: [UInt8], limits: TreeLimits = .standard) throws(TreeError) {
    self = try bytes.withUnsafeBufferPointer { (buffer) throws(TreeError) -> Tree in
      try Tree(bytes: UnsafeRawBufferPointer(buffer), limits: limits)
    }
  }

  /// Reads strict JSON from memory that stays where it is for the length of the call.
  public init(bytes: UnsafeRawBufferPointer, limits: TreeLimits = .standard) throws(TreeError) {
    var reader = TreeReader(bytes: bytes, limits: limits)
    self = try reader.document()
  }
}

/// Walks once over the bytes and builds the tree on the way.
///
/// `position` never passes `end`, and no byte is looked at without asking for that first: the buffer itself does not check.
private struct TreeReader {
  private let bytes: UnsafeRawBufferPointer
  private let end: Int
  private let limits: TreeLimits
  private var position = 0
  private var depth = 0

  init(bytes: UnsafeRawBufferPointer, limits: TreeLimits) {
    self.bytes = bytes
    self.limits = limits
    end = bytes.count
  }

  mutating func document() throws(TreeError) -> Tree {
    guard end <= limits.size else { throw error(.tooLarge(limit: limits.size), at: 0) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw error(.byteOrderMark, at: 0) }
    skipSpace()
    let tree = try value()
    skipSpace()
    guard position == end else { throw error(.trailingContent, at: position) }
    return tree
  }

  private mutating func value() throws(TreeError) -> Tree {
    guard position < end else { throw error(.unexpectedEnd, at: end) }
    switch bytes[position] {
    case UInt8(ascii: "\""):
      position += 1
      return .string(try string())
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t"):
      try word("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try word("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try word("null")
      return .null
    default: throw error(.unexpectedCharacter, at: position)
    }
  }

  private mutating func word(_ word: StaticString) throws(TreeError) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard position < end else { throw error(.unexpectedEnd, at: end) }
      guard bytes[position] == word.utf8Start[offset] else { throw error(.unexpectedCharacter, at: position) }
      position += 1
    }
  }

  private mutating func skipSpace() {
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
      default: return
      }
    }
  }
}

// MARK: - Arrays and objects

extension TreeReader {
  private mutating func array() throws(TreeError) -> [Tree] {
    try descend()
    var elements: [Tree] = []
    if try !closes(with: UInt8(ascii: "]")) {
      repeat {
        skipSpace()
        elements.append(try value())
      } while try continues(to: UInt8(ascii: "]"))
    }
    depth -= 1
    return elements
  }

  private mutating func object() throws(TreeError) -> Members {
    let start = position
    try descend()
    var pairs: [Members.Pair] = []
    var isSorted = true
    var isPlain = true
    var lastKey: Range<Int>?
    if try !closes(with: UInt8(ascii: "}")) {
      pairs.reserveCapacity(8)
      repeat {
        let (key, place) = try memberKey()
        if let place {
          if isSorted, let lastKey { isSorted = bytes[lastKey].lexicographicallyPrecedes(bytes[place]) }
          if isPlain { isPlain = isASCII(UnsafeRawBufferPointer(rebasing: bytes[place])) }
        } else {
          // What an escape stands for is not in the bytes: sort and compare the keys themselves.
          isSorted = false
          isPlain = false
        }
        lastKey = place
        pairs.append(Members.Pair(key: key, value: try value()))
      } while try continues(to: UInt8(ascii: "}"))
    }
    depth -= 1
    if !isSorted { pairs.sort { precedes($0.key, $1.key) } }
    if hasDuplicate(pairs, wereSorted: isSorted, areASCII: isPlain) { throw try duplicate(inObjectAt: start) }
    return Members(sorted: pairs)
  }

  /// The key of a member and the colon after it; with where its bytes stand, unless it has escapes.
  private mutating func memberKey() throws(TreeError) -> (key: String, place: Range<Int>?) {
    skipSpace()
    try expect(UInt8(ascii: "\""))
    let start = position
    let key = try string()
    // Every escape is longer than what it stands for.
    let place = start..<(position - 1)
    let isAsWritten = key.utf8.count == place.count
    skipSpace()
    try expect(UInt8(ascii: ":"))
    skipSpace()
    return (key, isAsWritten ? place : nil)
  }

  private mutating func expect(_ byte: UInt8) throws(TreeError) {
    guard position < end else { throw error(.unexpectedEnd, at: end) }
    guard bytes[position] == byte else { throw error(.unexpectedCharacter, at: position) }
    position += 1
  }

  private mutating func descend() throws(TreeError) {
    guard depth < limits.depth else { throw error(.tooDeep(limit: limits.depth), at: position) }
    depth += 1
    position += 1
  }

  /// Whether an array or object that was just opened ends at once.
  private mutating func closes(with closing: UInt8) throws(TreeError) -> Bool {
    skipSpace()
    guard position < end else { throw error(.unexpectedEnd, at: end) }
    guard bytes[position] == closing else { return false }
    position += 1
    return true
  }

  /// Whether a comma follows after an element rather than the end.
  private mutating func continues(to closing: UInt8) throws(TreeError) -> Bool {
    skipSpace()
    guard position < end else { throw error(.unexpectedEnd, at: end) }
    let byte = bytes[position]
    guard byte == UInt8(ascii: ",") || byte == closing else { throw error(.unexpectedCharacter, at: position) }
    position += 1
    return byte != closing
  }

  /// Whether a key stands twice in sorted pairs, or in two ways of writing the same letters (`é` composed and not), which
  /// are one key to some readers and two to others.
  private func hasDuplicate(_ pairs: [Members.Pair], wereSorted: Bool, areASCII: Bool) -> Bool {
    // Neighbours in order are either apart or the same.
    if !wereSorted, zip(pairs, pairs.dropFirst()).contains(where: { !precedes($0.key, $1.key) }) { return true }
    return !areASCII && Set(pairs.map(\.key)).count < pairs.count
  }

  /// Reads an object once more that is known to have a key twice, to tell where the second one stands.
  private mutating func duplicate(inObjectAt start: Int) throws(TreeError) -> TreeError {
    position = start + 1
    var seen: Set<String> = []
    repeat {
      skipSpace()
      let offset = position
      let key = try memberKey().key
      guard seen.insert(key).inserted else { return error(.duplicateKey(key), at: offset) }
      _ = try value()
    } while try continues(to: UInt8(ascii: "}"))
    return error(.duplicateKey(""), at: start)
  }
}

// MARK: - Numbers and strings

extension TreeReader {
  private mutating func number() throws(TreeError) -> String {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let whole = position
    try digits()
    if bytes[whole] == UInt8(ascii: "0"), position > whole + 1 { throw error(.malformedNumber, at: whole) }
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < end, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// At least one digit.
  private mutating func digits() throws(TreeError) {
    let start = position
    while position < end, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
    if position == start { throw error(position < end ? .malformedNumber : .unexpectedEnd, at: position) }
  }

  /// A string, from behind its opening quote to behind its closing one.
  private mutating func string() throws(TreeError) -> String {
    let start = position
    skipPlain()
    guard position < end else { throw error(.unexpectedEnd, at: end) }
    guard bytes[position] == UInt8(ascii: "\"") else { return try stringWithEscapes(from: start) }
    let text = try text(start..<position)
    position += 1
    return text
  }

  /// Goes on to the first byte that ends a stretch of plain text: a quote, a backslash, a control character.
  private mutating func skipPlain() {
    while position + 8 <= end {
      let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      if hasSpecial(word) { break }
      position += 8
    }
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return }
      position += 1
    }
  }

  /// These bytes as text, where they are UTF-8.
  private func text(_ range: Range<Int>) throws(TreeError) -> String {
    let slice = UnsafeRawBufferPointer(rebasing: bytes[range])
    // What is not UTF-8 would come out mended, and longer or shorter than it went in, or with the mark for it.
    let text = String(decoding: slice, as: UTF8.self)
    guard isASCII(slice) || text.utf8.elementsEqual(slice) else {
      throw error(.invalidUTF8, at: range.lowerBound + validLength(of: slice))
    }
    return text
  }

  /// Looks at eight bytes at a time.
  private func isASCII(_ slice: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    while at + 8 <= slice.count {
      if slice.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
      at += 8
    }
    while at < slice.count {
      if slice[at] >= 0x80 { return false }
      at += 1
    }
    return true
  }

  private mutating func stringWithEscapes(from start: Int) throws(TreeError) -> String {
    var stretch = start
    var result = ""
    while true {
      skipPlain()
      guard position < end else { throw error(.unexpectedEnd, at: end) }
      let byte = bytes[position]
      guard byte >= 0x20 else { throw error(.controlCharacter, at: position) }
      result += try text(stretch..<position)
      if byte == UInt8(ascii: "\"") { break }
      result.unicodeScalars.append(try escape())
      stretch = position
    }
    position += 1
    return result
  }

  /// The character that a backslash and what follows stand for.
  private mutating func escape() throws(TreeError) -> Unicode.Scalar {
    let start = position
    guard start + 1 < end else { throw error(.unexpectedEnd, at: end) }
    position += 2
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try numberedEscape(from: start)
    default: throw error(.malformedEscape, at: start)
    }
  }

  /// The four digits after `\u`, and the second half of a surrogate pair where they are the first.
  private mutating func numberedEscape(from start: Int) throws(TreeError) -> Unicode.Scalar {
    let first = try fourDigits(from: start)
    if first == 0 { throw error(.nulCharacter, at: start) }
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, position + 1 < end, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { throw error(.loneSurrogate, at: start) }
    let second = position
    position += 2
    let low = try fourDigits(from: second)
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (low - 0xDC00))
    else { throw error(.loneSurrogate, at: start) }
    return scalar
  }

  private mutating func fourDigits(from start: Int) throws(TreeError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < end else { throw error(.unexpectedEnd, at: end) }
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      default: throw error(.malformedEscape, at: start)
      }
      position += 1
    }
    return value
  }
}

// MARK: - Telling where

extension TreeReader {
  private func error(_ kind: TreeError.Kind, at offset: Int) -> TreeError {
    let before = bytes[..<offset]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    // A byte that only continues a character starts none.
    let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    return TreeError(kind, line: line, column: column)
  }

  /// How many of these bytes are UTF-8 before the first that is not.
  private func validLength(of bytes: UnsafeRawBufferPointer) -> Int {
    var decoder = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var length = 0
    while case .valid(let scalar) = decoder.parseScalar(from: &rest) { length += scalar.count }
    return length
  }
}

/// Whether one of eight bytes is a quote, a backslash or a control character.
private func hasSpecial(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let tops: UInt64 = 0x8080_8080_8080_8080
  let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
  let backslash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
  // A subtraction borrows into a byte's top bit where the byte was below; `~` keeps bytes from 0x80 on out of it.
  let found =
    ((word &- ones &* 0x20) & ~word) | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
  return found & tops != 0
}

/// The order of keys in a file: by their bytes in UTF-8.
func precedes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
