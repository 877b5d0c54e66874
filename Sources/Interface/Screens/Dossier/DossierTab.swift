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

  /// The keys of tabs, those that follow each other as their ends: `1 3 7-9`.
  static func keys(of tabs: [DossierTab]) -> String {
    var runs: [[Character]] = []
    for key in tabs.map(\.key) {
      if let last = runs.last?.last?.wholeNumberValue, key.wholeNumberValue == last + 1 {
        runs[runs.count - 1].append(key)
      } else {
        runs.append([key])
      }
    }
    return runs.map { $0.count < 3 ? $0.map(String.init).joined(separator: " ") : "\($0[0])-\($0[$0.count - 1])" }
      .joined(separator: " ")
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
  case field(FileKind, key: String)
  /// The head of a repeated field.
  case list(FileKind, key: String)
  case record(FileKind, TreePath)

  var isRecord: Bool {
    if case .record = self { true } else { false }
  }

  var file: FileKind {
    switch self {
    case .field(let file, _), .list(let file, _), .record(let file, _): file
    }
  }
}

/// The same in a tab of a dossier.
extension LineTarget {
  static func field(_ section: SectionName, key: String) -> LineTarget { .field(.section(section), key: key) }
  static func list(_ section: SectionName, key: String) -> LineTarget { .list(.section(section), key: key) }
  static func record(_ section: SectionName, _ path: TreePath) -> LineTarget { .record(.section(section), path) }
}

extension FileKind {
  /// Where such a file is: of a pupil where it is a tab; nothing for a kind that no list of tabs shows.
  func place(of pupil: RecordID?) -> Place? {
    switch self {
    case .section(let section): pupil.map { .section(pupil: $0, section) }
    case .school: .school
    case .calendar: .calendar
    case .putOffs, .registration, .restricted, .emergencyCard, .workingNote: nil
    }
  }
}

extension Place {
  /// The file, as the screen names it.
  var title: String { kind.fields.title }
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
