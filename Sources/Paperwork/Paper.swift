import Casework

/// A paper as a value: what it says, for whom, and what it leaves out; the printed page, the plain text and the preview
/// come from the same one.
public struct Paper: Equatable, Sendable {
  public let title: String
  /// For whom it was made, as the foot names them.
  public let reader: String
  public let madeBy: String
  public let madeOn: CivilDate
  public let school: String
  public var blocks: [Block]
  /// What this reader does not get and why; shown before printing, never printed.
  public var omissions: [Omission]

  public init(
    title: String, reader: String, madeBy: String, madeOn: CivilDate, school: String, blocks: [Block],
    omissions: [Omission]
  ) {
    self.title = title
    self.reader = reader
    self.madeBy = madeBy
    self.madeOn = madeOn
    self.school = school
    self.blocks = blocks
    self.omissions = omissions
  }
}

/// A part of a paper.
public enum Block: Equatable, Sendable {
  case heading(String)
  case paragraph(String)
  /// Names with their values, one pair a line.
  case facts([Fact])
  case table(head: [String], rows: [[String]])
}

/// A name with its value.
public struct Fact: Equatable, Sendable {
  public let label: String
  public let value: String

  public init(_ label: String, _ value: String) {
    self.label = label
    self.value = value
  }
}

/// Something that a reader does not get.
public struct Omission: Equatable, Sendable {
  public let what: String
  public let why: String

  public init(what: String, why: String) {
    self.what = what
    self.why = why
  }
}
