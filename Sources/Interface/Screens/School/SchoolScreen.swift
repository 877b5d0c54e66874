import Casework

/// The school as a dossier of itself: the tabs on the left, the chosen one on the right.
public struct SchoolScreen: Equatable, Sendable {
  var tab = SchoolTab.school
  /// The line of the tab that the cursor is on; before it was moved the first record.
  var row: Int?

  public init() {}

  /// On the tab where something is done about a signal.
  init(about act: Act) { tab = SchoolTab(act) }
}

extension SchoolScreen: TabbedScreen {
  /// The school itself is read from its first line.
  var beginning: Int? { tab == .school ? 0 : nil }
  var shown: ShownTab.Name { .school(tab) }

  func tabs(_ state: AppState) -> [SchoolTab] { SchoolTab.allCases }

  func count(on tab: SchoolTab, _ state: AppState) -> Int {
    guard let session = state.session else { return 0 }
    return tab.lists.reduce(0) { $0 + session.schoolRecords(under: $1.key, in: $1.file).count { !$0.isWithdrawn } }
  }

  func signals(on tab: SchoolTab, _ state: AppState) -> [SignalLine] {
    state.signals.filter { $0.id.subject == .school && tab == SchoolTab($0.episode.act) }
  }

  func isAwaited(_ tab: SchoolTab, _ state: AppState) -> Bool { false }
}

extension SchoolScreen {
  func context(_ state: AppState) -> Line {
    guard let school = state.session?.caseload.school.record else { return Line() }
    var line = Line(school.schoolName ?? SchoolFields.title, .text, bold: true)
    if let type = school.type, !state.size.isNarrow { line.add(" · " + type.label) }
    return line
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) { drawTabs(state, on: &grid, in: area) }
}

extension Session {
  /// The records of the school or its calendar under a key, withdrawn ones too; to a teacher only what holds for the own
  /// groups or for all.
  func schoolRecords(under key: String, in file: FileKind) -> [Members] {
    let all = (file.place(of: nil).flatMap { self.file(at: $0) }?[key]?.elements ?? []).compactMap(\.members)
    guard user.role == .teacher, file == .school else { return all }
    let own = ownGroups
    let fields = SchoolFields.declared
    return switch key {
    case fields.groups.key: all.filter { $0.id.map(own.contains) ?? false }
    case fields.assignments.key:
      all.filter { Record<AssignmentFields>(members: $0).group.map { own.contains($0.id) } ?? false }
    case fields.timetables.key:
      all.filter { Record<TimetableFields>(members: $0).group.map { own.contains($0.id) } ?? true }
    default: all
    }
  }

  /// The groups that the user stands before in some school year.
  private var ownGroups: Set<RecordID> {
    Set(caseload.school.record.assignments.filter { $0.teacher?.id == user.id }.compactMap { $0.group?.id })
  }
}
