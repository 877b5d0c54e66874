extension SectionName {
  /// The fields of the tab: what forms, schemas, merging and checking walk over.
  public var fields: any RecordFields.Type {
    switch self {
    case .pupil: PupilFields.self
    case .family: FamilyFields.self
    case .admission: AdmissionFields.self
    case .plan: PlanFields.self
    case .support: SupportFields.self
    case .examination: ExaminationFields.self
    case .consent: ConsentFields.self
    case .absence: AbsenceFields.self
    case .conversations: ConversationsFields.self
    case .medical: MedicalFields.self
    case .referral: ReferralFields.self
    case .transition: TransitionFields.self
    }
  }

  /// The name of the tab on the screen.
  public var title: String { fields.title }
}

/// What is known of a tab, whichever tab it is.
public enum SectionState: Equatable, Sendable {
  case empty
  case value(Tree)
  case notReadable
  case damaged(String)

  /// The same, but a tree that is no object is a damaged tab.
  var checked: SectionState {
    switch self {
    case .empty, .notReadable, .damaged, .value(.object): self
    case .value: .damaged(Self.noObject)
    }
  }

  static var noObject: String { "Het bestand begint niet met een accolade: dit is geen tabblad van een dossier." }
}

extension Section {
  /// The same without the type of its fields.
  public var state: SectionState {
    switch self {
    case .empty: .empty
    case .value(let record): .value(record.tree)
    case .notReadable: .notReadable
    case .damaged(let why): .damaged(why)
    }
  }

  /// Takes a state over; a tree that is no object is a damaged tab.
  public init(_ state: SectionState) {
    switch state {
    case .empty: self = .empty
    case .value(.object(let members)): self = .value(Record(members: members))
    case .value: self = .damaged(SectionState.noObject)
    case .notReadable: self = .notReadable
    case .damaged(let why): self = .damaged(why)
    }
  }
}

extension Dossier {
  /// The tree of a tab, empty where nothing was recorded; nothing where it cannot be read.
  public func tree(of name: SectionName) -> Tree? {
    switch self[name] {
    case .empty: .object([:])
    case .value(let tree): tree
    case .notReadable, .damaged: nil
    }
  }
}
