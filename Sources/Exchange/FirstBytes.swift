/// What the first bytes of a file tell against it, before any parser sees them.
func problemAtStart(of bytes: UnsafeRawBufferPointer) -> EdexProblem? {
  let head = Array(bytes.prefix(4))
  if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) { return .otherEncoding(.utf32) }
  if head.starts(with: [0, 0, 0, 0x3C]) || head == [0x3C, 0, 0, 0] { return .otherEncoding(.utf32) }
  if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .otherEncoding(.utf16) }
  if head.starts(with: [0x3C, 0]) || head.starts(with: [0, 0x3C]) { return .otherEncoding(.utf16) }
  if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .zipped }
  let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  guard let first = text.first(where: { !isSpace($0) }) else { return .empty }
  return first == UInt8(ascii: "<") ? nil : .notXML
}

/// Why the character that starts these bytes is none that XML takes.
func invalidCharacter(at bytes: UnsafeRawBufferPointer) -> EdexProblem {
  guard let first = bytes.first else { return .malformed(.syntax) }
  if first == 0 { return .nulByte }
  if first < 0x80 { return first < 0x20 && !isSpace(first) ? .malformed(.badCharacter) : .malformed(.syntax) }
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  switch decoder.decode(&iterator) {
  case .scalarValue, .emptyInput: return .malformed(.badCharacter)
  case .error: return .notUTF8
  }
}

extension FoundEncoding {
  /// What a declared encoding comes to; nothing for UTF-8, the one that is read.
  init?(declared name: String) {
    let name = name.lowercased()
    if name == "utf-8" || name == "utf8" { return nil }
    if name.hasPrefix("utf-16") || name.hasPrefix("utf16") || name == "iso-10646-ucs-2" {
      self = .utf16
    } else if name.hasPrefix("utf-32") || name.hasPrefix("ucs-4") {
      self = .utf32
    } else if name.hasPrefix("iso-8859-") || name.hasPrefix("windows-125") || name.hasPrefix("latin") {
      self = .latin
    } else {
      self = .other
    }
  }
}
