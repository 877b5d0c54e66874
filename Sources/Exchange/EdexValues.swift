import Casework

extension EdexPupil {
  /// Takes over the text of one element.
  mutating func set(_ element: EdexElement, to text: String, at position: EdexPosition) throws(EdexError) {
    if let path = Self.dates[element] {
      self[keyPath: path] = try edexDate(text, of: element, at: position)
    } else if element == .jaargroep {
      yearGroup = EdexYearGroup(code: text)
    } else {
      name.set(element, to: text)
    }
  }

  private static let dates: [EdexElement: WritableKeyPath<EdexPupil, CivilDate?> & Sendable] = [
    .geboortedatum: \.born, .startGroup3: \.startGroup3, .instroomdatum: \.enrolled, .uitstroomdatum: \.left,
  ]
}

extension EdexName {
  /// Takes over the text of one of the name's elements; any other leaves the name as it is.
  mutating func set(_ element: EdexElement, to text: String) {
    if let path = Self.parts[element] { self[keyPath: path] = text }
  }

  private static let parts: [EdexElement: WritableKeyPath<EdexName, String?> & Sendable] = [
    .achternaam: \.surname, .voorvoegsel: \.prefix, .voornamen: \.firstNames, .initials: \.initials,
    .roepnaam: \.calledBy,
  ]
}

/// The date of the schema, which may carry a time zone; a day in the life of a pupil has none.
func edexDate(_ text: String, of element: EdexElement, at position: EdexPosition) throws(EdexError) -> CivilDate {
  guard let date = CivilDate(iso: text.prefix(10)), isZone(text.dropFirst(10)) else {
    throw EdexError(.wrongDate(element), at: position)
  }
  return date
}

/// Two digits and two capitals.
func isBrin(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  return bytes.count == 4 && bytes[..<2].allSatisfy(isDigit)
    && bytes[2...].allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
}

/// Two digits.
func isBranch(_ text: String) -> Bool {
  text.utf8.count == 2 && text.utf8.allSatisfy(isDigit)
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// Nothing, `Z`, or `+02:00`.
private func isZone(_ text: Substring) -> Bool {
  let bytes = Array(text.utf8)
  if bytes.isEmpty || bytes == [UInt8(ascii: "Z")] { return true }
  guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-") else { return false }
  return bytes[3] == UInt8(ascii: ":") && isDigit(bytes[1]) && isDigit(bytes[2]) && isDigit(bytes[4])
    && isDigit(bytes[5])
}
