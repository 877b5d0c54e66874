import Casework

/// Someone who can be at a talk.
struct MeetingPerson: Equatable, Sendable {
  let role: ParticipantRole
  var guardian: RecordID?
  var user: RecordID?
  /// The name, where no id stands for it.
  var typedName: String?
  let label: String
  /// Custody and what a court limited, of a guardian.
  var remark = ""
  /// Whether the remark is a warning.
  var isWarning = false

  /// Who it is, whatever is said of them.
  enum Key: Hashable, Sendable {
    case guardian(RecordID)
    case user(RecordID)
    case other(ParticipantRole, name: String)
  }

  var key: Key {
    guardian.map { .guardian($0) } ?? user.map { .user($0) } ?? .other(role, name: typedName ?? "")
  }

  init(_ user: User) {
    self.init(role: user.role.participant, label: user.name)
    self.user = user.id
  }

  init(role: ParticipantRole, label: String) {
    self.role = role
    self.label = label
  }

  fileprivate init(_ guardian: Guardian, on day: CivilDate) {
    self.init(role: .guardian, label: guardian.displayName)
    self.guardian = guardian.id
    let custody = guardian.hasCustody(on: day)
    let limits = guardian.courtLimits(on: day).compactMap(\.kind?.label)
    remark = ([Texts.Dossier.custody(custody)] + limits).joined(separator: ", ")
    isWarning = custody != .yes || !limits.isEmpty
  }

  func isSame(_ participant: Record<ParticipantFields>) -> Bool {
    if guardian != nil || participant.guardian != nil { return participant.guardian?.id == guardian }
    if user != nil || participant.user != nil { return participant.user?.id == user }
    return participant.role?.known == role && (participant.personName ?? "") == (typedName ?? "")
  }

  func participant(_ stamp: RecordStamp, id: RecordID) -> Record<ParticipantFields> {
    var record = Record<ParticipantFields>()
    record.members.stamp(stamp, id: id)
    record.role = Choice(role)
    record.guardian = guardian.map { Reference($0) }
    record.user = user.map { Reference($0) }
    record.personName = typedName
    return record
  }

  /// Everyone who can be at a talk about a pupil: guardians with custody first, those without marked so, then the pupil
  /// and the staff, last who was typed in.
  static func all(
    for notes: MeetingNotes, about dossier: Dossier, _ session: Session, on day: CivilDate
  ) -> [MeetingPerson] {
    var people = guardians(of: dossier, on: day)
    var pupil = MeetingPerson(role: .pupil, label: dossier.displayName)
    pupil.remark = ParticipantRole.pupil.label
    people.append(pupil)
    people += staff(around: dossier, session, on: day)
    let typed = notes.participants.filter { participant in !people.contains { $0.isSame(participant) } }
    return people + typed.map { MeetingPerson($0, session.references(around: dossier.id)) }
  }

  private static func guardians(of dossier: Dossier, on day: CivilDate) -> [MeetingPerson] {
    guard let family = dossier.family.record, !family.guardians.isEmpty else {
      var parent = MeetingPerson(role: .guardian, label: ParticipantRole.guardian.label)
      parent.remark = dossier.family.isReadable ? Texts.Meeting.familyEmpty : Texts.Meeting.familyClosed
      return [parent]
    }
    let order: [YesNoUnknown] = [.yes, .unknown, .no]
    return order.flatMap { custody in
      family.guardians.filter { $0.hasCustody(on: day) == custody && ($0.diedOn.map { $0 > day } ?? true) }
        .map { MeetingPerson($0, on: day) }
    }
  }

  private static func staff(around dossier: Dossier, _ session: Session, on day: CivilDate) -> [MeetingPerson] {
    let school = session.caseload.school
    let group = dossier.pupil.record?.placement(on: day)?.group?.id
    let teachers = group.map { school.teachers(of: $0, on: day) } ?? []
    let others = school.record.staff.compactMap { person -> MeetingPerson? in
      guard let id = person.id, id != session.user.id, let role = person.role?.known,
        role != .teacher || teachers.contains(id)
      else { return nil }
      var found = MeetingPerson(role: role.participant, label: person.staffName ?? "")
      found.user = id
      found.remark = role.participant.label
      return found
    }
    var own = MeetingPerson(session.user)
    own.remark = own.role.label
    return [own] + others
  }

  /// Who was typed in, or is no longer in the lists.
  private init(_ participant: Record<ParticipantFields>, _ references: References) {
    let known =
      participant.guardian.map { references.name(of: $0.id, .guardian, in: Members(), of: .conversations) }
      ?? participant.user.map { references.name(of: $0.id, .user, in: Members(), of: .conversations) }
    self.init(role: participant.role?.known ?? .other, label: known ?? participant.personName ?? "")
    guardian = participant.guardian?.id
    user = participant.user?.id
    typedName = participant.personName
  }
}

extension UserRole {
  fileprivate var participant: ParticipantRole {
    switch self {
    case .careCoordinator: .careCoordinator
    case .teacher: .teacher
    case .director: .director
    }
  }
}
