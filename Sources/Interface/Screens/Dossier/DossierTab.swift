import Casework

/// The tabs as people know them.
///
/// Guardians stand with the pupil, although they are a file of their own.
enum DossierTab: CaseIterable, Sendable {
  case pupil, admission, plan, support, examination, consent, absence, conversations, medical, referral, transition

  var sections: [SectionName] {
    switch self {
    case .pupil: [.pupil, .family]
    case .admission: [.admission]
    case .plan: [.plan]
    case .support: [.support]
    case .examination: [.examination]
    case .consent: [.consent]
    case .absence: [.absence]
    case .conversations: [.conversations]
    case .medical: [.medical]
    case .referral: [.referral]
    case .transition: [.transition]
    }
  }

  var title: String { sections[0].title }

  /// The key that jumps to it: 1 to 9, 0 and -.
  var key: Character {
    Array("1234567890-")[Self.allCases.firstIndex(of: self) ?? 0]
  }

  /// The tab that a section is on.
  init(_ section: SectionName) {
    self = Self.allCases.first { $0.sections.contains(section) } ?? .pupil
  }

  /// The tabs that someone with this role knows of: a teacher has none of the care sections.
  static func tabs(for role: UserRole) -> [DossierTab] {
    allCases.filter { !$0.sections(for: role).isEmpty }
  }

  func sections(for role: UserRole) -> [SectionName] {
    switch role {
    case .teacher: sections.filter { $0.keyClass == .group }
    case .careCoordinator, .director: sections
    }
  }
}

/// What a line of a tab is about, so that a key knows what to open.
enum LineTarget: Equatable, Sendable {
  /// A field of the file itself.
  case field(SectionName, key: String)
  /// The head of a repeated field.
  case list(SectionName, key: String)
  case record(SectionName, TreePath)

  var isRecord: Bool {
    if case .record = self { true } else { false }
  }

  var section: SectionName {
    switch self {
    case .field(let section, _), .list(let section, _), .record(let section, _): section
    }
  }
}

/// One line of a tab.
struct TabLine: Equatable, Sendable {
  var line: Line
  var target: LineTarget?

  init(_ line: Line = Line(), _ target: LineTarget? = nil) {
    self.line = line
    self.target = target
  }

  init(_ text: String, _ role: Role = .text, bold: Bool = false, _ target: LineTarget? = nil) {
    self.init(Line(text, role, bold: bold), target)
  }
}
