extension Tree {
  /// The tree as it stands in a file: keys in order, two spaces a level, a newline at the end.
  ///
  /// What could not be read back is not written: U+0000 in a text becomes U+FFFD, and a number that is none becomes text.
  public func encoded() -> [UInt8] {
    var writer = TreeWriter(isIndented: true)
    writer.write(self)
    writer.bytes.append(UInt8(ascii: "\n"))
    return writer.bytes
  }

  /// The tree on one line without a space, as hashes and logs of a line each take it.
  public func encodedCompact() -> [UInt8] {
    var writer = TreeWriter(isIndented: false)
    writer.write(self)
    return writer.bytes
  }
}

private struct TreeWriter {
  var bytes: [UInt8] = []
  private let isIndented: Bool
  private var level = 0

  init(isIndented: Bool) {
    self.isIndented = isIndented
    bytes.reserveCapacity(4096)
  }

  mutating func write(_ tree: Tree) {
    switch tree {
    case .null: append("null")
    case .bool(true): append("true")
    case .bool(false): append("false")
    case .number(let digits): write(number: digits)
    case .string(let text): write(text)
    case .array(let elements):
      enclose(elements, in: "[", "]") { writer, element in writer.write(element) }
    case .object(let members):
      enclose(members.pairs, in: "{", "}") { writer, pair in
        writer.write(pair.key)
        writer.append(writer.isIndented ? ": " : ":")
        writer.write(pair.value)
      }
    }
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func enclose<Item>(
    _ items: [Item], in opening: StaticString, _ closing: StaticString, write: (inout TreeWriter, Item) -> Void
  ) {
    append(opening)
    level += 1
    for (index, item) in items.enumerated() {
      if index > 0 { append(",") }
      newLine()
      write(&self, item)
    }
    level -= 1
    if !items.isEmpty { newLine() }
    append(closing)
  }

  private mutating func newLine() {
    guard isIndented else { return }
    append("\n")
    for _ in 0..<level { append("  ") }
  }

  private mutating func write(number digits: String) {
    if isNumber(digits) { bytes.append(contentsOf: digits.utf8) } else { write(digits) }
  }

  private mutating func write(_ text: String) {
    append("\"")
    var text = text
    let isPlain = text.withUTF8 { letters in
      guard !letters.contains(where: mayNeedEscape) else { return false }
      bytes.append(contentsOf: letters)
      return true
    }
    if !isPlain { for scalar in text.unicodeScalars { write(scalar) } }
    append("\"")
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    case "\u{8}": append("\\b")
    case "\u{C}": append("\\f")
    case "\u{0}": append("\u{FFFD}")
    case "\u{1}"..."\u{1F}", "\u{7F}"..."\u{9F}":
      append("\\u00")
      for digit in [scalar.value >> 4, scalar.value & 0xF] {
        bytes.append(UInt8(digit) + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
      }
    default: bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    }
  }
}

/// Whether a byte may begin a character that is written in another way than it is; 0xC2 leads the controls U+0080-U+009F.
private func mayNeedEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F || byte == 0xC2
}

/// Whether these are the digits of a JSON number and nothing else.
private func isNumber(_ digits: String) -> Bool {
  var rest = Substring(digits).utf8
  if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
  let whole = rest.prefix(while: isDigit)
  guard let lead = whole.first, lead != UInt8(ascii: "0") || whole.count == 1 else { return false }
  rest = rest.dropFirst(whole.count)
  if rest.first == UInt8(ascii: ".") {
    let fraction = rest.dropFirst().prefix(while: isDigit)
    if fraction.isEmpty { return false }
    rest = rest.dropFirst(1 + fraction.count)
  }
  if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
    rest.removeFirst()
    if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest.removeFirst() }
    guard !rest.isEmpty else { return false }
    rest = rest.drop(while: isDigit)
  }
  return rest.isEmpty
}

private func isDigit(_ byte: UInt8) -> Bool {
  byte &- UInt8(ascii: "0") < 10
}
