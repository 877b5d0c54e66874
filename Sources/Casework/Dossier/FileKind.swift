/// A kind of file in a vault that holds a record: the word in its header and its fields.
public enum FileKind: Hashable, Sendable, CaseIterable {
  case section(SectionName)
  case school
  case calendar
  case putOffs
  case registration
  case restricted
  case emergencyCard
  case workingNote

  public static var allCases: [FileKind] {
    SectionName.allCases.map(FileKind.section)
      + [.school, .calendar, .putOffs, .registration, .restricted, .emergencyCard, .workingNote]
  }

  public var fields: any RecordFields.Type {
    switch self {
    case .section(let name): name.fields
    case .school: SchoolFields.self
    case .calendar: CalendarFields.self
    case .putOffs: PutOffsFields.self
    case .registration: GroupRegistrationFields.self
    case .restricted: RestrictedFields.self
    case .emergencyCard: EmergencyCardFields.self
    case .workingNote: WorkingNoteFields.self
    }
  }

  /// The word in the header, and the name of its schema.
  public var word: String {
    switch self {
    case .section(let name): name.rawValue
    case .school, .calendar, .putOffs, .registration, .restricted, .emergencyCard, .workingNote: fields.name
    }
  }

  /// The published description of the file.
  public var schema: Tree { SchemaDocument.tree(for: fields, kind: word) }
}

extension Place {
  /// What kind of record the file holds.
  public var kind: FileKind {
    switch self {
    case .school: .school
    case .calendar: .calendar
    case .putOffs: .putOffs
    case .registration: .registration
    case .section(_, let name): .section(name)
    case .restricted: .restricted
    case .emergencyCard: .emergencyCard
    case .workingNote: .workingNote
    }
  }
}
