/// Why a file was not imported.
///
/// It holds no text of the file, so that no number or name in it can show in a message.
public struct EdexError: Error, Equatable, Sendable {
  public let problem: EdexProblem
  /// Where in the file; nothing where it is about the file as a whole.
  public let position: EdexPosition?

  public init(_ problem: EdexProblem, at position: EdexPosition? = nil) {
    self.problem = problem
    self.position = position
  }
}

/// A place in the file, both counted from 1, columns in characters.
public struct EdexPosition: Equatable, Sendable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// What can be wrong with a file.
public enum EdexProblem: Equatable, Sendable {
  // The file itself.
  case notFound
  case notAllowed
  case isFolder
  /// With the number that the system gave.
  case cannotRead(code: Int32)
  case outOfMemory
  case tooLarge(megabytes: Int)
  case empty
  case zipped
  case notXML
  // Its characters.
  case otherEncoding(FoundEncoding)
  case notUTF8
  case nulByte
  // Its XML.
  case doctype
  case truncated
  case malformed(XMLFault)
  case tagTooLong(kilobytes: Int)
  case tooManyAttributes(limit: Int)
  case tooDeep(limit: Int)
  case tooManyNames
  // What it says.
  case wrongRoot
  case missing(EdexElement, in: EdexElement)
  case missingName
  case missingKey(of: EdexElement)
  case repeated(EdexElement)
  case tooMany(EdexElement, limit: Int)
  case tooLong(EdexElement, limit: Int)
  case keyTooLong(of: EdexElement, limit: Int)
  case duplicateKey(of: EdexElement, firstLine: Int)
  case unknownReference(to: EdexElement)
  case wrongSchoolYear
  case wrongDate(EdexElement)
  case wrongCode(EdexElement)
  case keyIsPersonalNumber
}

/// An encoding that a file declares or shows by its first bytes and that is not read.
public enum FoundEncoding: Equatable, Sendable {
  case utf16, utf32, latin, other
}

/// A fault in the XML as such.
public enum XMLFault: Equatable, Sendable {
  case syntax, tagMismatch, repeatedAttribute, textAfterEnd, unknownEntity, badCharacter, other
}
