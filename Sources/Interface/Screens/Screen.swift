import Casework

/// What can be on the screen: data only, what it does is decided by its kind.
///
/// A new screen is a case here, a file of its own with its state, keys and picture, and a line in ``Screen/kind``; the
/// compiler then names every place that must know of it.
public indirect enum Screen: Equatable, Sendable {
  case login(LoginScreen)
  case agenda(AgendaScreen)
  case proof(ProofScreen)
  case pupils(PupilsScreen)
  case group(GroupScreen)
  case dossier(DossierScreen)
  case record(RecordScreen)
  case form(FormScreen)
  case conflict(ConflictScreen)
  case rules(RulesScreen)
  case reference(ReferenceScreen)
  case school(SchoolScreen)
  case norms(NormsScreen)
  case paper(PaperScreen)
  case files(FilesScreen)
  case flow(FlowScreen)
  case timeline(TimelineScreen)
  case changes(ChangesScreen)
  case meeting(MeetingScreen)

  public var kind: ScreenKind {
    switch self {
    case .login: .login
    case .agenda: .agenda
    case .proof: .proof
    case .pupils: .pupils
    case .group: .group
    case .dossier: .dossier
    case .record: .record
    case .form: .form
    case .conflict: .conflict
    case .rules: .rules
    case .reference: .reference
    case .school: .school
    case .norms: .norms
    case .paper: .paper
    case .files: .files
    case .flow: .flow
    case .timeline: .timeline
    case .changes: .changes
    case .meeting: .meeting
    }
  }
}

/// The kinds of screen, as the table of commands names where a command applies.
public enum ScreenKind: String, CaseIterable, Sendable {
  case login, agenda, proof, pupils, group, dossier, record, form, conflict, rules, reference, school, norms, paper,
    files, flow, timeline, changes, meeting
}

extension ScreenKind {
  /// Whether what it shows comes from the school's files as they are shown on a day.
  var showsSchool: Bool {
    switch self {
    case .agenda, .proof, .pupils, .group, .dossier, .record, .school, .norms, .flow, .timeline: true
    case .login, .form, .conflict, .rules, .reference, .paper, .files, .changes, .meeting: false
    }
  }
}
