/// Why a file is no tree, and where: what was expected to be strict JSON is not.
public struct TreeError: Error, Hashable, Sendable {
  public let kind: Kind
  /// 1 for the first line.
  public let line: Int
  /// 1 for the first character of the line; counted in Unicode scalars, as an editor does.
  public let column: Int

  public init(_ kind: Kind, line: Int, column: Int) {
    self.kind = kind
    self.line = line
    self.column = column
  }

  public enum Kind: Hashable, Sendable {
    /// The file has more bytes than it may have.
    case tooLarge(limit: Int)
    /// Arrays and objects lie deeper in each other than they may.
    case tooDeep(limit: Int)
    /// The file stops before the value is whole; an empty file too.
    case unexpectedEnd
    case unexpectedCharacter
    /// Something follows after the value.
    case trailingContent
    case byteOrderMark
    case invalidUTF8
    case malformedNumber
    case malformedEscape
    /// Half of a pair of UTF-16 surrogates.
    case loneSurrogate
    /// U+0000, which no text here may hold.
    case nulCharacter
    /// A control character that stands in a string as it is instead of escaped.
    case controlCharacter
    /// A second member with the same key.
    case duplicateKey(String)
  }
}

extension TreeError {
  /// What is wrong and where, in Dutch, for people.
  public var explanation: String {
    "\(cause) (regel \(line), teken \(column))"
  }

  private var cause: String {
    switch kind {
    case .tooLarge(let limit): "het bestand is te groot: meer dan \(limit) bytes"
    case .tooDeep(let limit): "het bestand is te diep genest: meer dan \(limit) lagen"
    case .unexpectedEnd: "het bestand houdt te vroeg op"
    case .unexpectedCharacter: "hier staat een teken dat er niet hoort"
    case .trailingContent: "na het einde volgt nog iets"
    case .byteOrderMark: "het bestand begint met een byte order mark"
    case .invalidUTF8: "de tekst is geen geldige UTF-8"
    case .malformedNumber: "dit getal is niet goed geschreven"
    case .malformedEscape: "deze backslash-code bestaat niet"
    case .loneSurrogate: "dit is een half teken (losse surrogaat)"
    case .nulCharacter: "een nulteken mag niet in tekst staan"
    case .controlCharacter: "een stuurteken staat los in de tekst"
    case .duplicateKey(let key): "de sleutel \"\(key)\" staat er twee keer"
    }
  }
}

/// How large a file may be before it is refused unread.
public struct TreeLimits: Hashable, Sendable {
  /// In bytes.
  public let size: Int
  /// How many arrays and objects may lie in each other.
  public let depth: Int

  public init(size: Int, depth: Int = 64) {
    self.size = size
    self.depth = depth
  }

  /// Sixteen mebibytes, far above what a pupil's tab grows to.
  public static let standard = TreeLimits(size: 16 << 20)
}
