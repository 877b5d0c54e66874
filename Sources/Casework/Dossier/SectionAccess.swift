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
    case .value(let tree):
      self =
        Record(tree: tree).map(Section.value)
        ?? .damaged("Het bestand begint niet met een accolade: dit is geen tabblad van een dossier.")
    case .notReadable: self = .notReadable
    case .damaged(let why): self = .damaged(why)
    }
  }
}

extension Dossier {
  /// A tab by its name, for code that treats all tabs alike.
  public subscript(name: SectionName) -> SectionState {
    get {
      switch name {
      case .pupil: pupil.state
      case .family: family.state
      case .admission: admission.state
      case .plan: plan.state
      case .support: support.state
      case .examination: examination.state
      case .consent: consent.state
      case .absence: absence.state
      case .conversations: conversations.state
      case .medical: medical.state
      case .referral: referral.state
      case .transition: transition.state
      }
    }
    set {
      switch name {
      case .pupil: pupil = Section(newValue)
      case .family: family = Section(newValue)
      case .admission: admission = Section(newValue)
      case .plan: plan = Section(newValue)
      case .support: support = Section(newValue)
      case .examination: examination = Section(newValue)
      case .consent: consent = Section(newValue)
      case .absence: absence = Section(newValue)
      case .conversations: conversations = Section(newValue)
      case .medical: medical = Section(newValue)
      case .referral: referral = Section(newValue)
      case .transition: transition = Section(newValue)
      }
    }
  }

  /// The tree of a tab, empty where nothing was recorded; nothing where it cannot be read.
  public func tree(of name: SectionName) -> Tree? {
    switch self[name] {
    case .empty: .object([:])
    case .value(let tree): tree
    case .notReadable, .damaged: nil
    }
  }
}
