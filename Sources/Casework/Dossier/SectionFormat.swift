/// The header of a file: what it holds and in which version of the format.
public struct SectionFormat: Hashable, Sendable {
  public static let nameKey = "sectie"
  public static let versionKey = "versie"
  static let headerKeys: Set<String> = [nameKey, versionKey]
  /// The version that this program writes; a new field makes a new minor, another meaning a new major one.
  public static let current = FormatVersion(major: 1, minor: 0)

  /// What a file's header says of how to treat it.
  public enum Reading: Equatable, Sendable {
    /// Of this version or an older minor one: read and write.
    case current
    /// Unknown fields survive: read and write.
    case newerMinor
    /// Fields may mean something else: read only.
    case newerMajor
    /// No header, or of another kind of file: not a file that this program made here.
    case unknown
  }

  /// Looks at the header of a file that should hold this kind (`opp`, `school`).
  public static func check(_ tree: Tree, holds kind: String) -> Reading {
    guard tree[nameKey]?.text == kind, let text = tree[versionKey]?.text, let version = FormatVersion(text) else {
      return .unknown
    }
    if version.major != current.major { return version.major > current.major ? .newerMajor : .unknown }
    return version.minor > current.minor ? .newerMinor : .current
  }

  /// The file's members with its header, which keeps the number of a newer minor version.
  public static func stamped(_ members: Members, as kind: String) -> Members {
    var members = members
    members[nameKey] = .string(kind)
    let version = members[versionKey]?.text.flatMap { FormatVersion($0) }
    members[versionKey] = .string(max(version ?? current, current).description)
    return members
  }
}

/// A version of the format, such as `1.0`.
public struct FormatVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let major: Int
  public let minor: Int

  public init(major: Int, minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Reads two whole numbers with a point between them and nothing else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ Self.isPlain($0) }), let major = Int(parts[0]), let minor = Int(parts[1])
    else { return nil }
    self.init(major: major, minor: minor)
  }

  private static func isPlain(_ part: some StringProtocol) -> Bool {
    let digits = part.utf8
    guard let first = digits.first, digits.count <= 4 else { return false }
    return digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && (digits.count == 1 || first != UInt8(ascii: "0"))
  }

  public var description: String { String(major) + "." + String(minor) }

  public static func < (left: FormatVersion, right: FormatVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}
