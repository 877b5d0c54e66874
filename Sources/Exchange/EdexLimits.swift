/// How much of a file is taken in before it is refused; each limit is far above what a real school exports.
public struct EdexLimits: Equatable, Sendable {
  /// Of the whole file, in bytes; an export of 1,000 pupils is about 1 MB.
  public var bytes = 64 * 1024 * 1024
  /// Of one tag with its attributes, in bytes; the parser must hold a tag whole.
  public var tag = 256 * 1024
  public var attributes = 32
  public var depth = 32
  /// Of all different names of elements and attributes together, in bytes; suppliers' additions bring their own.
  public var names = 1024 * 1024
  /// Pupils, former ones included.
  public var pupils = 20_000
  public var teachers = 1_000
  public var groups = 1_000
  public var locations = 200
  /// Groups or roles under one pupil or one of the staff.
  public var links = 200
  /// References and roles in the whole file together.
  public var allLinks = 200_000
  /// Findings that are kept; the rest is counted.
  public var findings = 500

  public init() {}
}
