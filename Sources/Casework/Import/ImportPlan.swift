/// What importing a file into a school would do: made whole before anything is saved, and saved as one edit.
///
/// A pupil who is not in the file any more is named and not touched: an export may be of one location or one group only,
/// and a departure needs a date that only the school knows. A former pupil whom the school does not know is left out, for
/// there is no dossier to keep. Staff become people the school knows; no right of a user follows from it, as the standard
/// forbids that for roles.
public struct ImportPlan: Equatable, Sendable {
  /// All changes for the one door for writing; nothing where nothing changes.
  public let edit: Edit?
  public let report: ImportReport

  /// Holds a file against the school as this user sees it.
  ///
  /// `day` is the day of the import, for a file that does not say which day it describes; `moment` is the time that new
  /// records carry, and `newID` gives a new random id at each call.
  public init(
    of file: EdexSchool, into caseload: Caseload, on day: CivilDate, at moment: Moment, newID: () -> RecordID
  ) throws(ImportRefusal) {
    (edit, report) = try withoutActuallyEscaping(newID) { newID throws(ImportRefusal) in
      let maker = Maker(login: caseload.user.login, moment: moment, newID: newID)
      var work = ImportWork(file: file, caseload: caseload, day: day, maker: maker)
      return try work.run()
    }
  }
}

/// The making of a plan, step by step.
struct ImportWork {
  let file: EdexSchool
  let caseload: Caseload
  /// The day whose state the file describes.
  let asOf: CivilDate
  /// Who has left by this day is a former pupil: that of the file or of the import, whichever is later.
  let leftBy: CivilDate
  let maker: Maker
  var school: Record<SchoolFields>
  var report: ImportReport
  private var sections: [Change] = []

  init(file: EdexSchool, caseload: Caseload, day: CivilDate, maker: Maker) {
    self.file = file
    self.caseload = caseload
    asOf = file.referenceDate ?? day
    leftBy = max(asOf, day)
    self.maker = maker
    school = caseload.school.record
    report = ImportReport(schoolYear: file.schoolYear, asOf: asOf)
    report.dropped = file.dropped
    report.findings = file.findings
  }

  mutating func run() throws(ImportRefusal) -> (Edit?, ImportReport) {
    // Others see a part of the pupils only, and the rest would come in a second time.
    guard caseload.user.role == .careCoordinator else { throw .notCareCoordinator }
    let present = try presentPupils()
    try checkSchool()
    noteOlderYear()
    if !file.locations.isEmpty { report.findings.append(Finding(.locations(file.locations.count))) }
    let groups = takeGroups()
    takePupils(present, groups: groups)
    takeStaff(groups: groups)
    var changes = sections
    if school != caseload.school.record {
      changes.insert(Change(place: .school, before: caseload.stored[.school], after: school.tree), at: 0)
    }
    return (changes.isEmpty ? nil : Edit(act: "Leerlingadministratie importeren", changes: changes), report)
  }

  private func presentPupils() throws(ImportRefusal) -> [RecordID: Record<PupilFields>] {
    let unreadable = caseload.dossiers.values.count { !$0.pupil.isReadable }
    guard unreadable == 0 else { throw .unreadablePupils(unreadable) }
    return caseload.dossiers.compactMapValues(\.pupil.record)
  }

  /// A BRIN on record must be that of the file, and so must the location where both name one.
  private mutating func checkSchool() throws(ImportRefusal) {
    guard let brin = file.brin else { return }
    let found = brin + (file.branch ?? "")
    guard let own = school.brin, !own.isEmpty else {
      var draft = Draft(school)
      draft.take(\.brin, found)
      school = draft.record
      report.school = draft.changes
      return
    }
    let ownBranch = Int(own.dropFirst(4))
    let fileBranch = file.branch.flatMap { Int($0) }
    let sameBranch = ownBranch == nil || fileBranch == nil || ownBranch == fileBranch
    guard own.prefix(4).uppercased() == brin, sameBranch else { throw .otherSchool(file: found, own: own) }
  }

  private mutating func noteOlderYear() {
    let latest = school.groups.filter { $0.externalKey != nil }.compactMap(\.schoolYear).max()
    if let latest, file.schoolYear < latest { report.findings.insert(Finding(.olderSchoolYear(latest)), at: 0) }
  }

  private mutating func takePupils(_ present: [RecordID: Record<PupilFields>], groups: [String: SchoolGroup]) {
    let matcher = PupilMatcher(present: present, file: file.pupils)
    let update = PupilUpdate(
      file: file, asOf: asOf, leftBy: leftBy, groups: groups, groupNames: school.groupNames, maker: maker)
    var seen: Set<RecordID> = []
    for pupil in file.pupils {
      let outcome: ImportOutcome
      switch matcher.match(pupil) {
      case .known(let id):
        seen.insert(id)
        outcome = take(pupil, id: id, from: present[id] ?? Record(), by: update)
      case .new: outcome = pupil.reasonToLeaveOut(by: leftBy).map(ImportOutcome.leftOut) ?? add(pupil, by: update)
      case .doubtful(let reason): outcome = .leftOut(reason)
      }
      report.pupils.append(ImportLine(pupil.name.full, line: pupil.line, outcome))
    }
    reportAbsent(present.filter { !seen.contains($0.key) && !update.hasLeft($0.value) })
  }

  private mutating func add(_ pupil: EdexPupil, by update: PupilUpdate) -> ImportOutcome {
    let (draft, findings) = update.apply(pupil, to: Record())
    note(findings, on: pupil)
    sections.append(Change(place: .section(pupil: maker.newID(), .pupil), before: nil, after: draft.record.tree))
    return .added(draft.changes)
  }

  private mutating func take(
    _ pupil: EdexPupil, id: RecordID, from record: Record<PupilFields>, by update: PupilUpdate
  ) -> ImportOutcome {
    let (draft, findings) = update.apply(pupil, to: record)
    note(findings, on: pupil)
    guard draft.record != record else { return .unchanged }
    let place = Place.section(pupil: id, .pupil)
    sections.append(Change(place: place, before: caseload.stored[place], after: draft.record.tree))
    let leaves = update.hasLeft(draft.record) && !update.hasLeft(record)
    return leaves ? .left(draft.changes) : .changed(draft.changes)
  }

  private mutating func note(_ kinds: [FindingKind], on pupil: EdexPupil) {
    for kind in kinds { report.findings.append(Finding(kind, line: pupil.line, about: pupil.name.full)) }
  }

  private mutating func reportAbsent(_ absent: [RecordID: Record<PupilFields>]) {
    let names = absent.values.filter { $0.administrationKey != nil }.map(\.fullName)
    report.pupils += names.sorted().map { ImportLine($0, line: nil, .notInFile) }
  }
}

extension EdexPupil {
  /// Why a pupil whom the school does not know is not added.
  func reasonToLeaveOut(by day: CivilDate) -> LeftOutReason? {
    if hasLeft(by: day) { return .alreadyLeft(left) }
    switch yearGroup {
    case .preschool: return .tooYoung
    case .secondary: return .secondaryEducation
    case .other: return .otherEducation
    case .primary, .special, .combination, .historic, .unknown, nil: return nil
    }
  }
}
