/// What a file changes in the tab Leerling of one pupil.
///
/// Name, date of birth, start of group 3, enrolment, group and key follow the administration; all else is the school's
/// own. What the file leaves out empties nothing. A move to another group is a new line with its date, so that the past
/// stays what it was.
struct PupilUpdate {
  let file: EdexSchool
  /// The day whose state the file describes.
  let asOf: CivilDate
  /// The day that parts former pupils from present ones.
  let leftBy: CivilDate
  /// The school's groups of this school year by their key in the file.
  let groups: [String: SchoolGroup]
  /// The names of all groups on record.
  let groupNames: [RecordID: String]
  let maker: Maker

  /// The changed record, and what is worth a look.
  func apply(
    _ pupil: EdexPupil, to record: Record<PupilFields>
  ) -> (draft: Draft<PupilFields>, findings: [FindingKind]) {
    var draft = Draft(record)
    var findings: [FindingKind] = []
    takePerson(pupil, into: &draft)
    takeEnrolment(pupil, into: &draft, findings: &findings)
    if pupil.hasLeft(by: leftBy) {
      if pupil.left == nil, !hasLeft(draft.record) { findings.append(.leftWithoutDate) }
    } else {
      takePlacement(pupil, into: &draft, findings: &findings)
    }
    return (draft, findings)
  }

  private func takePerson(_ pupil: EdexPupil, into draft: inout Draft<PupilFields>) {
    // A name made up from first names or initials is no reason to change one that the school wrote.
    if pupil.name.calledBy != nil || draft.record.callName == nil { draft.take(\.callName, pupil.name.given) }
    if let surname = pupil.name.surname {
      // Prefix and surname are one name: without a prefix in the file there is none.
      draft.replace(\.surnamePrefix, with: pupil.name.prefix)
      draft.take(\.surname, surname)
    }
    draft.take(\.birthDate, pupil.born)
    draft.take(\.groupThreeStart, pupil.startGroup3)
    draft.take(\.administrationKey, pupil.key)
  }
}

// MARK: - Enrolment

extension PupilUpdate {
  private func takeEnrolment(
    _ pupil: EdexPupil, into draft: inout Draft<PupilFields>, findings: inout [FindingKind]
  ) {
    // Dates that contradict each other are a finding and nothing to record.
    if let enrolled = pupil.enrolled, let left = pupil.left, left < enrolled { return }
    guard let last = lastEnrolment(of: draft.record) else {
      if pupil.enrolled == nil { findings.append(.noEnrolmentDate) }
      if pupil.enrolled != nil || pupil.left != nil { addEnrolment(of: pupil, to: &draft) }
      return
    }
    if let enrolled = pupil.enrolled, let ended = last.until, enrolled > ended {
      return addEnrolment(of: pupil, to: &draft)
    }
    if pupil.left == nil, !pupil.hasLeft(by: leftBy), let ended = last.until, ended < leftBy {
      findings.append(.leftHereOnly)
    }
    var enrolment = Draft(last)
    // The administration may date a temporary placement and what follows it as one stretch; here they stand apart.
    let isOwn = last.kind.is(.temporary) || isOfEarlierStretch(pupil.enrolled, than: last, in: draft.record)
    if !isOwn { enrolment.take(\.from, pupil.enrolled) }
    enrolment.take(\.until, pupil.left)
    guard !enrolment.changes.isEmpty else { return }
    for change in enrolment.changes { draft.note(change.label, old: change.old, new: change.new) }
    draft.record.put(enrolment.record, in: \.enrolments)
  }

  /// Whether the file tells the beginning of a stretch before the last one, of a pupil who left and came back.
  private func isOfEarlierStretch(
    _ enrolled: CivilDate?, than last: Record<EnrolmentFields>, in record: Record<PupilFields>
  ) -> Bool {
    guard let enrolled else { return false }
    return record.enrolments.contains { stretch in
      guard stretch.id != last.id, let from = stretch.from else { return false }
      return enrolled <= (stretch.until ?? from)
    }
  }

  private func addEnrolment(of pupil: EdexPupil, to draft: inout Draft<PupilFields>) {
    var enrolment = Draft(maker.record(of: EnrolmentFields.self))
    enrolment.record.kind = Choice(.definitive)
    enrolment.take(\.from, pupil.enrolled)
    enrolment.take(\.until, pupil.left)
    for change in enrolment.changes { draft.note(change.label, old: change.old, new: change.new) }
    draft.record.put(enrolment.record, in: \.enrolments)
  }

  /// Whether the school's own record says that the pupil has left.
  func hasLeft(_ record: Record<PupilFields>) -> Bool {
    lastEnrolment(of: record)?.until.map { $0 <= leftBy } ?? false
  }

  private func lastEnrolment(of record: Record<PupilFields>) -> Record<EnrolmentFields>? {
    record.enrolments.max { ($0.from ?? .distantPast) < ($1.from ?? .distantPast) }
  }
}

// MARK: - Group

extension PupilUpdate {
  private func takePlacement(
    _ pupil: EdexPupil, into draft: inout Draft<PupilFields>, findings: inout [FindingKind]
  ) {
    guard let group = pupil.homeGroup.flatMap({ groups[$0] }), let groupID = group.id else { return }
    let number = pupil.yearGroup?.number ?? onlyYear(of: group)
    guard let last = lastPlacement(of: draft.record) else {
      let start = max(file.schoolYear.firstDay, pupil.enrolled ?? file.schoolYear.firstDay)
      return place(in: groupID, year: number, from: start, replacing: nil, into: &draft)
    }
    let sameYear = number == nil || last.yearGroup == number
    if last.group?.id == groupID, sameYear { return }
    let began = last.from ?? file.schoolYear.firstDay
    guard moveDay >= began else { return findings.append(.laterGroupHere) }
    // On the very day on which the line begins it is put right; a line of no days says nothing.
    place(
      in: groupID, year: number ?? last.yearGroup, from: moveDay, replacing: last, into: &draft,
      correcting: moveDay == began)
  }

  private func place(
    in group: RecordID, year: Int?, from: CivilDate, replacing last: Record<PlacementFields>?,
    into draft: inout Draft<PupilFields>, correcting: Bool = false
  ) {
    var placement = correcting ? last ?? maker.record() : maker.record()
    placement.group = Reference(group)
    placement.yearGroup = year
    if !correcting { placement.from = from }
    if !correcting, var last, let until = last.until, until >= from {
      last.until = from.adding(days: -1)
      draft.record.put(last, in: \.placements)
    }
    draft.note(PlacementFields.declared.group.label, old: words(last), new: words(placement))
    draft.record.put(placement, in: \.placements)
  }

  /// The last line of this school year that has begun, or else the first that will.
  private func lastPlacement(of record: Record<PupilFields>) -> Record<PlacementFields>? {
    record.placements
      .filter { placement in placement.from.map(file.schoolYear.contains) ?? false }
      .max { ($0.from ?? .distantPast) < ($1.from ?? .distantPast) }
  }

  /// The day of a move: the administration does not tell it, so that of the file, within its school year.
  private var moveDay: CivilDate {
    min(max(asOf, file.schoolYear.firstDay), file.schoolYear.lastDay)
  }

  private func onlyYear(of group: SchoolGroup) -> Int? {
    let years = group.yearGroups ?? []
    return years.count == 1 ? years.first : nil
  }

  /// `4a, leerjaar 4, vanaf 1 augustus 2026`.
  private func words(_ placement: Record<PlacementFields>?) -> String {
    guard let placement else { return "" }
    let name = placement.group.flatMap { groupNames[$0.id] }
    return [
      name, placement.yearGroup.map { "leerjaar \($0)" }, placement.from.map { "vanaf \($0.dutch(.long))" },
    ].compactMap(\.self).joined(separator: ", ")
  }
}

extension EdexPupil {
  /// Whether the pupil is one of the past by this day: the date of leaving is there, or the code says so.
  func hasLeft(by day: CivilDate) -> Bool {
    yearGroup == .historic || left.map { $0 <= day } ?? false
  }

  /// The group that the pupil is in: the home group, or the combined group where that is the only one named.
  var homeGroup: String? {
    group ?? (combinedGroups.count == 1 ? combinedGroups.first : nil)
  }
}
