import Text

/// What a subject is called, with the group that it stands in.
public struct SubjectName: Equatable, Sendable {
  public let name: String
  /// Empty where there is none.
  public let group: String
}

/// What people and things are called, on the screen and on the command line alike.
extension Caseload {
  /// The group with this id, also where it was withdrawn.
  public func group(_ id: RecordID?) -> SchoolGroup? {
    id.flatMap { id in school.record.all(\.groups).first { $0.id == id } }
  }

  /// The name of the group that a pupil is in on a day, or will come into; empty where there is none.
  public func groupName(of pupil: RecordID, on day: CivilDate) -> String {
    group(dossiers[pupil]?.pupil.record?.placementToShow(on: day)?.group?.id)?.groupName ?? ""
  }

  public func name(of subject: Subject, on day: CivilDate) -> SubjectName {
    switch subject {
    case .pupil(let pupil):
      SubjectName(
        name: dossiers[pupil]?.displayName ?? NameTexts.unnamed, group: groupName(of: pupil, on: day))
    case .group(let id):
      SubjectName(name: group(id)?.displayName ?? NameTexts.unnamed, group: group(id)?.groupName ?? "")
    case .school: SubjectName(name: SchoolFields.title, group: "")
    }
  }

  /// What an id stands for, also where the record was withdrawn; nothing for a record of a file, which only its file knows.
  ///
  /// A guardian is looked for in the file of `pupil` first.
  public func name(of id: RecordID, _ kind: ReferenceKind, around pupil: RecordID? = nil) -> String? {
    switch kind {
    case .guardian:
      let near = pupil.flatMap { dossiers[$0]?.family.record?.guardian(id) }
      return (near ?? dossiers.values.lazy.compactMap { $0.family.record?.guardian(id) }.first)?.displayName
    case .group: return group(id)?.groupName
    case .user: return school.nameOfStaff(id) ?? (id == user.id ? user.name : nil)
    case .pupil: return dossiers[id]?.displayName
    case .record: return nil
    }
  }

  /// Who is at school on a day, in the order of a Dutch list; one whose enrolment cannot be read is taken to be.
  public func pupils(on day: CivilDate) -> [Dossier] {
    dossiers.values.filter { !$0.isBlank && $0.pupil.record?.isHere(on: day) ?? true }
      .map { (key: $0.listName.folded, dossier: $0) }
      .sorted { ($0.key, $0.dossier.id) < ($1.key, $1.dossier.id) }.map(\.dossier)
  }

  /// The dossiers of pupils who left before a day, in no order.
  public func leavers(on day: CivilDate) -> [Dossier] {
    dossiers.values.filter { dossier in
      if case .left? = dossier.pupil.record?.enrolment(on: day) { true } else { false }
    }
  }

  /// Finds these pupils by name and group.
  public func nameIndex(of pupils: some Sequence<Dossier>, on day: CivilDate) -> NameIndex {
    NameIndex(
      entries: pupils.map { dossier in
        let record = dossier.pupil.record
        return NameEntry(
          id: dossier.id, firstName: record?.callName ?? dossier.listName, infix: record?.surnamePrefix ?? "",
          lastName: record?.surname ?? "", group: groupName(of: dossier.id, on: day))
      })
  }

  /// What lists order subjects by.
  var sortKeys: [Subject: String] {
    var keys: [Subject: String] = [.school: ""]
    for dossier in dossiers.values { keys[.pupil(dossier.id)] = dossier.listName.folded }
    for group in school.record.groups {
      if let id = group.id { keys[.group(id)] = (group.groupName ?? "").folded }
    }
    return keys
  }
}

extension Dossier {
  /// Whether nothing is left in it: adding the pupil was undone.
  var isBlank: Bool {
    guard case .value(let record) = pupil, record.callName == nil else { return false }
    return SectionName.allCases.allSatisfy { name in
      switch self[name] {
      case .empty: true
      case .value(let tree): tree.members?.keys.allSatisfy { SectionFormat.headerKeys.contains($0) } ?? false
      case .notReadable, .damaged: false
      }
    }
  }

  /// The pupil's name, or why there is none.
  public var displayName: String {
    switch pupil {
    case .value(let record): record.fullName.isEmpty ? NameTexts.unnamed : record.fullName
    case .empty: NameTexts.unnamed
    case .notReadable: NameTexts.notReadable
    case .damaged: NameTexts.damaged
    }
  }

  /// `Vries, Noor de`, what lists are ordered by; else what ``displayName`` says.
  public var listName: String {
    if case .value(let record) = pupil, !record.sortName.isEmpty { record.sortName } else { displayName }
  }
}

extension Record where Fields == PupilFields {
  /// Whether the pupil is at school on a day; one whose enrolment is not on record is taken to be.
  public func isHere(on day: CivilDate) -> Bool {
    switch enrolment(on: day) {
    case .notOnRecord, .temporary, .definitive: true
    case .notYet, .left: false
    }
  }
}

extension Record where Fields == GuardianFields {
  /// `Marieke Jansen (moeder)`.
  public var displayName: String {
    let name = fullName ?? NameTexts.unnamed
    return self.relation.map { NameTexts.guardian(name, $0) } ?? name
  }
}

extension Record where Fields == SchoolGroupFields {
  /// `Groep 6a`.
  public var displayName: String { NameTexts.group(self.groupName ?? NameTexts.unnamed) }
}

/// The words around names.
private enum NameTexts {
  static let unnamed = "(zonder naam)"
  static let notReadable = "(voor u niet te lezen)"
  static let damaged = "(beschadigd)"

  static func guardian(_ name: String, _ relation: String) -> String { "\(name) (\(relation))" }
  static func group(_ name: String) -> String { "Groep \(name)" }
}
