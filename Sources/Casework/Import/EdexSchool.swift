/// A school as an EDEXML export tells of it: only what Passend may keep and has a use for.
///
/// Numbers of persons, addresses, origin and the like never get this far; ``dropped`` says how many there were.
public struct EdexSchool: Equatable, Sendable {
  public var schoolYear: SchoolYear
  /// The day whose state the file describes (peildatum).
  public var referenceDate: CivilDate?
  /// Two digits and two capitals; nothing for a school outside the Netherlands or a file that names none.
  public var brin: String?
  /// The two digits after the BRIN; nothing for the main location, which a file may also write as 00.
  public var branch: String?
  public var locations: [EdexLocation]
  public var groups: [EdexGroup]
  public var pupils: [EdexPupil]
  public var teachers: [EdexTeacher]
  /// What stood in the file and was not taken over, by kind; a kind that did not occur is not in it.
  public var dropped: [DroppedKind: Int]
  /// What is worth a look and stops nothing, in the order of the file.
  public var findings: [Finding]

  public init(
    schoolYear: SchoolYear, referenceDate: CivilDate? = nil, brin: String? = nil, branch: String? = nil,
    locations: [EdexLocation] = [], groups: [EdexGroup] = [], pupils: [EdexPupil] = [],
    teachers: [EdexTeacher] = [], dropped: [DroppedKind: Int] = [:], findings: [Finding] = []
  ) {
    self.schoolYear = schoolYear
    self.referenceDate = referenceDate
    self.brin = brin
    self.branch = branch
    self.locations = locations
    self.groups = groups
    self.pupils = pupils
    self.teachers = teachers
    self.dropped = dropped
    self.findings = findings
  }
}

/// A location of the school (vestiging).
public struct EdexLocation: Equatable, Sendable {
  public var key: String
  public var name: String
  public var line: Int

  public init(key: String, name: String, line: Int) {
    self.key = key
    self.name = name
    self.line = line
  }
}

/// A group of the school; keys are unique over both kinds.
public struct EdexGroup: Equatable, Sendable {
  /// Where a pupil belongs, or a group made up from several of those (samengestelde groep).
  public enum Kind: Sendable { case home, combined }

  public var key: String
  public var kind: Kind
  public var name: String
  /// Nothing for a combined group, and where the file leaves it out.
  public var yearGroup: EdexYearGroup?
  public var line: Int

  public init(key: String, kind: Kind = .home, name: String, yearGroup: EdexYearGroup? = nil, line: Int) {
    self.key = key
    self.kind = kind
    self.name = name
    self.yearGroup = yearGroup
    self.line = line
  }
}

/// The name of a person as the file splits it; a part that the file leaves out is nothing, never an empty text.
public struct EdexName: Hashable, Sendable {
  public var calledBy: String?
  public var firstNames: String?
  /// Without dots.
  public var initials: String?
  public var prefix: String?
  public var surname: String?

  public init(
    calledBy: String? = nil, firstNames: String? = nil, initials: String? = nil, prefix: String? = nil,
    surname: String? = nil
  ) {
    self.calledBy = calledBy
    self.firstNames = firstNames
    self.initials = initials
    self.prefix = prefix
    self.surname = surname
  }

  /// What people call the person: the name in use, else the first of the first names, else the initials.
  public var given: String? {
    calledBy ?? firstNames?.split(separator: " ").first.map(String.init) ?? initials.map(Self.dotted)
  }

  /// `U.G.H.`; what has dots or lower-case letters in it is left alone.
  private static func dotted(_ initials: String) -> String {
    initials.allSatisfy(\.isUppercase) ? initials.map { "\($0)." }.joined() : initials
  }

  /// `Noor de Vries`; empty only where the file gave no name at all.
  public var full: String {
    [given, prefix, surname].compactMap(\.self).joined(separator: " ")
  }
}

/// A pupil in the file.
public struct EdexPupil: Equatable, Sendable {
  /// Stays the same all school life and is never given to another pupil; starts with # while it is temporary.
  public var key: String
  public var name: EdexName
  public var born: CivilDate?
  /// First day in group 3.
  public var startGroup3: CivilDate?
  public var yearGroup: EdexYearGroup?
  /// The key of the home group.
  public var group: String?
  /// The keys of the combined groups.
  public var combinedGroups: [String]
  public var location: String?
  public var enrolled: CivilDate?
  public var left: CivilDate?
  public var line: Int

  public init(
    key: String, name: EdexName, born: CivilDate? = nil, startGroup3: CivilDate? = nil,
    yearGroup: EdexYearGroup? = nil, group: String? = nil, combinedGroups: [String] = [], location: String? = nil,
    enrolled: CivilDate? = nil, left: CivilDate? = nil, line: Int
  ) {
    self.key = key
    self.name = name
    self.born = born
    self.startGroup3 = startGroup3
    self.yearGroup = yearGroup
    self.group = group
    self.combinedGroups = combinedGroups
    self.location = location
    self.enrolled = enrolled
    self.left = left
    self.line = line
  }

  public var hasTemporaryKey: Bool { key.hasPrefix("#") }
}

/// Someone of the staff in the file.
public struct EdexTeacher: Equatable, Sendable {
  public var key: String
  public var name: EdexName
  /// Codes as the file has them (LRK, IB, OUD...); no right of a user ever follows from them, as the standard demands.
  public var roles: [String]
  public var groups: [EdexAssignment]
  public var line: Int

  public init(key: String, name: EdexName, roles: [String] = [], groups: [EdexAssignment] = [], line: Int) {
    self.key = key
    self.name = name
    self.roles = roles
    self.groups = groups
    self.line = line
  }
}

/// A group that someone of the staff works with.
public struct EdexAssignment: Equatable, Sendable {
  public var group: String
  public var roles: [String]

  public init(group: String, roles: [String] = []) {
    self.group = group
    self.roles = roles
  }
}

/// The year group of a pupil or a group, in the codes of the standard.
public enum EdexYearGroup: Hashable, Sendable {
  /// 1 to 8.
  case primary(Int)
  /// Not yet four years old: B, D or 0.
  case preschool
  /// 11 to 16 and V.
  case secondary
  /// S: SBO or SO.
  case special
  /// C, of groups only: each pupil has its own.
  case combination
  /// N: neither primary nor secondary.
  case other
  /// H: a pupil or group of the past.
  case historic
  /// A code that the standard does not have.
  case unknown

  public init(code: String) {
    switch code {
    case "B", "D", "0": self = .preschool
    case "11", "12", "13", "14", "15", "16", "V": self = .secondary
    case "S": self = .special
    case "C": self = .combination
    case "N": self = .other
    case "H": self = .historic
    default:
      let number = code.utf8.count == 1 ? Int(code) ?? 0 : 0
      self = (1...8).contains(number) ? .primary(number) : .unknown
    }
  }

  /// 1 to 8, where it is a year of primary school.
  public var number: Int? {
    if case .primary(let number) = self { number } else { nil }
  }
}
