import Casework

/// Builds the school from the parts of the file and checks that they fit together.
struct EdexAssembly {
  private let limits: EdexLimits
  private var schoolYear: SchoolYear?
  private var school = EdexSchool(schoolYear: SchoolYear(startYear: 1))
  private var openLocation: EdexLocation?
  private var openGroup: EdexGroup?
  private var openPupil: EdexPupil?
  private var openTeacher: EdexTeacher?
  private var keys: [KeySpace: [String: Int]] = [:]
  private var references: [Pointer] = []
  private var links = 0
  private var noted = KeptFindings()

  /// Where a key must be the only one of its kind.
  private enum KeySpace: Hashable { case location, group, pupil, teacher }

  /// A key that must be the key of something, which may come later in the file.
  private struct Pointer {
    let element: EdexElement
    let key: String
    let position: EdexPosition

    var space: KeySpace { element == .vestiging ? .location : .group }
  }

  init(limits: EdexLimits) {
    self.limits = limits
  }

  /// The key of the pupil that is being read; empty between pupils.
  var openPupilKey: String { openPupil?.key ?? "" }

  mutating func open(
    _ part: EdexPart, element: EdexElement, key: String?, at position: EdexPosition
  ) throws(EdexError) {
    guard part.hasKey else { return }
    let key = try checked(key, of: element, at: position)
    switch part {
    case .location:
      try claim(key, in: .location, of: element, at: position)
      openLocation = EdexLocation(key: key, name: "", line: position.line)
    case .homeGroup, .combinedGroup:
      try claim(key, in: .group, of: element, at: position)
      openGroup = EdexGroup(key: key, kind: part == .homeGroup ? .home : .combined, name: "", line: position.line)
    case .pupil:
      try claim(key, in: .pupil, of: element, at: position)
      openPupil = EdexPupil(key: key, name: EdexName(), line: position.line)
    case .teacher:
      try claim(key, in: .teacher, of: element, at: position)
      openTeacher = EdexTeacher(key: key, name: EdexName(), line: position.line)
    case .pupilGroup: openPupil?.group = key
    case .pupilCombinedGroup: openPupil?.combinedGroups.append(key)
    case .pupilLocation: openPupil?.location = key
    case .teacherHomeGroup, .teacherCombinedGroup: openTeacher?.groups.append(EdexAssignment(group: key))
    case .edex, .school, .locations, .groups, .pupils, .pupilCombinedGroups, .teachers, .teacherGroups: break
    }
    guard part.isReference else { return }
    try countLink(element, at: position)
    references.append(Pointer(element: element, key: key, position: position))
  }

  mutating func set(
    _ element: EdexElement, to text: String, in part: EdexPart, at position: EdexPosition
  ) throws(EdexError) {
    switch part {
    case .school: try setSchool(element, to: text, at: position)
    case .location: openLocation?.name = text
    case .homeGroup, .combinedGroup:
      if element == .naam { openGroup?.name = text } else { openGroup?.yearGroup = EdexYearGroup(code: text) }
    case .pupil: try openPupil?.set(element, to: text, at: position)
    case .teacher:
      if element == .rol {
        try countLink(element, at: position)
        openTeacher?.roles.append(text)
      } else {
        openTeacher?.name.set(element, to: text)
      }
    case .teacherHomeGroup, .teacherCombinedGroup:
      try countLink(element, at: position)
      if let last = openTeacher?.groups.indices.last { openTeacher?.groups[last].roles.append(text) }
    case .edex, .locations, .groups, .pupils, .pupilGroup, .pupilCombinedGroups, .pupilCombinedGroup, .pupilLocation,
      .teachers, .teacherGroups:
      break
    }
  }

  mutating func close(_ part: EdexPart, at position: EdexPosition) throws(EdexError) {
    switch part {
    case .location:
      if let location = openLocation.take() { school.locations.append(location) }
    case .homeGroup, .combinedGroup:
      if let group = openGroup.take() { school.groups.append(group) }
    case .pupil:
      guard let pupil = openPupil.take() else { return }
      guard pupil.name.isComplete else { throw EdexError(.missingName, at: position) }
      school.pupils.append(pupil)
    case .teacher:
      guard let teacher = openTeacher.take() else { return }
      guard teacher.name.isComplete else { throw EdexError(.missingName, at: position) }
      school.teachers.append(teacher)
    case .edex, .school, .locations, .groups, .pupils, .pupilGroup, .pupilCombinedGroups, .pupilCombinedGroup,
      .pupilLocation, .teachers, .teacherGroups, .teacherHomeGroup, .teacherCombinedGroup:
      break
    }
  }

  /// Counts a dropped element, and refuses a file that uses a person's number as a key.
  mutating func drop(_ text: DroppedText, at position: EdexPosition) throws(EdexError) {
    guard !text.isEmpty else { return }
    if text.kind.isNumber, text.isKey { throw EdexError(.keyIsPersonalNumber, at: position) }
    count(text.kind)
  }

  mutating func count(_ kind: DroppedKind) {
    school.dropped[kind, default: 0] += 1
  }

  /// Notes a part that the standard does not know.
  mutating func noteUnknownPart(at position: EdexPosition) {
    noted.append(Finding(.unknownPart, line: position.line), upTo: limits.findings)
  }

  mutating func finish() throws(EdexError) -> EdexSchool {
    guard let schoolYear else { throw EdexError(.missing(.schooljaar, in: .school)) }
    for reference in references where keys[reference.space]?[reference.key] == nil {
      throw EdexError(.unknownReference(to: reference.element), at: reference.position)
    }
    try checkKinds()
    school.schoolYear = schoolYear
    for finding in school.ownFindings { noted.append(finding, upTo: limits.findings) }
    school.findings = noted.all
    return school
  }

  /// A home group is not referred to as a combined one, nor the other way round.
  private func checkKinds() throws(EdexError) {
    var kinds: [String: EdexGroup.Kind] = [:]
    for group in school.groups { kinds[group.key] = group.kind }
    for reference in references where reference.element != .vestiging {
      let expected: EdexGroup.Kind = reference.element == .groep ? .home : .combined
      guard kinds[reference.key] == expected else {
        throw EdexError(.unknownReference(to: reference.element), at: reference.position)
      }
    }
  }

  private mutating func setSchool(
    _ element: EdexElement, to text: String, at position: EdexPosition
  ) throws(EdexError) {
    if element == .schooljaar {
      guard let year = SchoolYear(text) else { throw EdexError(.wrongSchoolYear, at: position) }
      schoolYear = year
    } else if element == .peildatum {
      school.referenceDate = try edexDate(text, of: element, at: position)
    } else if element == .brincode {
      guard isBrin(text) else { throw EdexError(.wrongCode(element), at: position) }
      school.brin = text
    } else if element == .dependancecode {
      guard isBranch(text) else { throw EdexError(.wrongCode(element), at: position) }
      school.branch = text == "00" ? nil : text
    } else if element == .xsdversie, text != "2.1" {
      noted.append(Finding(.otherVersion, line: position.line), upTo: limits.findings)
    }
  }

  private mutating func countLink(_ element: EdexElement, at position: EdexPosition) throws(EdexError) {
    links += 1
    guard links <= limits.allLinks else { throw EdexError(.tooMany(element, limit: limits.allLinks), at: position) }
  }

  private func checked(
    _ key: String?, of element: EdexElement, at position: EdexPosition
  ) throws(EdexError) -> String {
    let key = collapsed(key ?? "")
    guard !key.isEmpty else { throw EdexError(.missingKey(of: element), at: position) }
    guard key.unicodeScalars.count <= 256 else {
      throw EdexError(.keyTooLong(of: element, limit: 256), at: position)
    }
    return key
  }

  private mutating func claim(
    _ key: String, in space: KeySpace, of element: EdexElement, at position: EdexPosition
  ) throws(EdexError) {
    if let line = keys[space]?[key] { throw EdexError(.duplicateKey(of: element, firstLine: line), at: position) }
    keys[space, default: [:]][key] = position.line
  }
}

/// Findings up to a number, and how many there were beyond it.
private struct KeptFindings {
  private var kept: [Finding] = []
  private var more = 0

  /// In the order of the file, those about the whole of it first.
  var all: [Finding] {
    let sorted = kept.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    return more == 0 ? sorted : sorted + [Finding(.more(more))]
  }

  mutating func append(_ finding: Finding, upTo limit: Int) {
    if kept.count < limit { kept.append(finding) } else { more += 1 }
  }
}

extension EdexPart {
  /// Whether its key is that of something elsewhere in the file.
  fileprivate var isReference: Bool {
    switch self {
    case .pupilGroup, .pupilCombinedGroup, .pupilLocation, .teacherHomeGroup, .teacherCombinedGroup: true
    case .edex, .school, .locations, .location, .groups, .homeGroup, .combinedGroup, .pupils, .pupil,
      .pupilCombinedGroups, .teachers, .teacher, .teacherGroups:
      false
    }
  }
}

extension EdexName {
  /// The standard lets a person have a surname with the rest, or a name in use alone.
  fileprivate var isComplete: Bool { surname != nil || calledBy != nil }
}

extension DroppedKind {
  /// Whether it is a number that the law reserves, and that may not come in by a side door either.
  fileprivate var isNumber: Bool {
    switch self {
    case .citizenNumber, .educationNumber, .belgianNationalNumber: true
    case .lastFourDigits, .eckID, .gender, .postcode, .ethnicity, .country, .weight, .photo, .mail, .login, .addition:
      false
    }
  }
}
