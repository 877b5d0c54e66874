/// What an import does or did, line by line: the trial run shows it before anything is saved.
public struct ImportReport: Equatable, Sendable {
  public var schoolYear: SchoolYear
  /// The day whose state the file describes; moves count from it.
  public var asOf: CivilDate
  public var school: [FieldChange]
  public var groups: [ImportLine]
  public var pupils: [ImportLine]
  public var staff: [ImportLine]
  /// Who works with which group.
  public var assignments: [ImportLine]
  public var dropped: [DroppedKind: Int]
  /// Those of the file first, then those of holding it against the school.
  public var findings: [Finding]

  public init(schoolYear: SchoolYear, asOf: CivilDate) {
    self.schoolYear = schoolYear
    self.asOf = asOf
    school = []
    groups = []
    pupils = []
    staff = []
    assignments = []
    dropped = [:]
    findings = []
  }
}

/// What becomes of one pupil, group, member of staff or assignment.
public struct ImportLine: Equatable, Sendable {
  public let name: String
  /// Where in the file; nothing for what is not in it.
  public let line: Int?
  public let outcome: ImportOutcome

  public init(_ name: String, line: Int?, _ outcome: ImportOutcome) {
    self.name = name
    self.line = line
    self.outcome = outcome
  }
}

/// What an import does with one thing.
public enum ImportOutcome: Equatable, Sendable {
  /// With what is recorded of it.
  case added([FieldChange])
  case changed([FieldChange])
  /// A pupil who has left by the day of the file: the departure is recorded, nothing is removed.
  case left([FieldChange])
  case unchanged
  case leftOut(LeftOutReason)
  /// Known from an earlier import, no longer in the file, and not touched.
  case notInFile
}

/// One field as it was and as it will be; empty texts are empty fields.
public struct FieldChange: Equatable, Sendable {
  public let label: String
  public let old: String
  public let new: String

  public init(_ label: String, old: String = "", new: String) {
    self.label = label
    self.old = old
    self.new = new
  }
}

/// Why something in the file is not taken over.
public enum LeftOutReason: Equatable, Sendable {
  // Pupils that the school does not know yet.
  case alreadyLeft(CivilDate?)
  case tooYoung
  case secondaryEducation
  case otherEducation
  /// Someone here has the same name and one of the two has no date of birth.
  case maybeKnown
  /// More than one here could be meant, or more than one in the file.
  case severalAlike
  // Groups.
  case combinedGroup
  case groupNotOfSchool
  // Staff.
  case parentHelper
  case supportRole
}
