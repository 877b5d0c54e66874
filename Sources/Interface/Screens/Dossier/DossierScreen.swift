import Casework

/// One pupil: the tabs on the left, the chosen one on the right.
public struct DossierScreen: Equatable, Sendable {
  let pupil: RecordID
  var tab: DossierTab
  /// The line of the tab that the cursor is on; before it was moved the first record.
  var row: Int?

  public init(pupil: RecordID, section: SectionName = .pupil) {
    self.pupil = pupil
    tab = DossierTab(section)
  }
}

extension DossierScreen: TabbedScreen {
  var beginning: Int? { nil }
  var shown: ShownTab.Name { .dossier(pupil, tab) }

  func tabs(_ state: AppState) -> [DossierTab] { state.session.map { DossierTab.tabs(for: $0.user.role) } ?? [] }

  func count(on tab: DossierTab, _ state: AppState) -> Int {
    guard let session = state.session else { return 0 }
    return tab.sections(for: session.user.role).reduce(0) { $0 + (session.count(of: $1, pupil) ?? 0) }
  }

  func signals(on tab: DossierTab, _ state: AppState) -> [SignalLine] {
    state.signals(of: pupil).filter { tab.holds($0) }
  }

  func isAwaited(_ tab: DossierTab, _ state: AppState) -> Bool {
    guard let role = state.session?.user.role else { return false }
    return tab.sections(for: role).contains { state.derived.waitingRules[.section(pupil: pupil, $0)] != nil }
  }
}

extension DossierScreen {
  func context(_ state: AppState) -> Line {
    guard let session = state.session, let dossier = session.caseload.dossiers[pupil] else {
      return Line(Texts.Dossier.gone)
    }
    let day = state.shownDay
    var line = Line(dossier.displayName, .text, bold: true)
    let group = session.caseload.groupName(of: pupil, on: day)
    if !group.isEmpty { line.add(" · " + group) }
    if let born = dossier.pupil.record?.birthDate, !state.size.isNarrow {
      line.add(" · " + Texts.Dossier.born(born, age: dossier.pupil.record?.age(on: day)))
    }
    if let level = dossier.pupil.record?.supportLevel(on: day), level != .basic { line.add(" · " + level.label) }
    return line
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    guard state.session?.caseload.dossiers[pupil] != nil else {
      return grid.draw(Line(" " + Texts.Dossier.gone, .error), row: 1, in: area)
    }
    drawTabs(state, on: &grid, in: area)
  }
}

extension DossierTab {
  /// Whether the act that clears a signal is on this tab.
  func holds(_ signal: SignalLine) -> Bool {
    signal.episode.act.section.map { sections.contains($0) } ?? false
  }
}

extension Session {
  /// How many records that still stand a tab has; nothing where it cannot be read.
  func count(of section: SectionName, _ pupil: RecordID) -> Int? {
    guard let tree = caseload.dossiers[pupil]?.tree(of: section) else { return nil }
    return RecordKind(section.fields).fields.filter(\.holdsRecords).reduce(0) { sum, field in
      sum + (tree[field.key]?.elements ?? []).count { $0.members?.isWithdrawn == false }
    }
  }
}

/// How many signals of each urgency there are, said without colour too.
struct SignalSigns {
  private let overdue: Int
  private let now: Int

  init(_ signals: [SignalLine]) {
    overdue = signals.count { $0.urgency == .overdue }
    now = signals.count { $0.urgency == .now }
  }

  var line: Line {
    var line = Line()
    if overdue > 0 { line.add("!!\(overdue) ", .overdue, bold: true) }
    if now > 0 { line.add("!\(now)", .now, bold: true) }
    return line
  }

  /// The most pressing ones only.
  var shortLine: Line {
    if overdue > 0 { return Line("!!\(overdue)", .overdue, bold: true) }
    return now > 0 ? Line("!\(now)", .now, bold: true) : Line()
  }
}
