import Casework

/// The dossier of a pupil who left: that it is closed, and the few things that still hold.
struct ClosedDossier {
  private let text: TabText

  init(_ text: TabText) { self.text = text }

  /// None while the pupil is here.
  var lines: [TabLine] {
    guard case .left? = text.dossier.pupil.record?.enrolment(on: text.day) else { return [] }
    let open = text.state.signals(of: text.dossier.id).map { signal -> TabLine in
      var line = Line("  ")
      line.add(signal.urgency.sign, width: 3, signal.urgency.role, bold: true)
      line.add(signal.when + "  " + signal.title)
      return TabLine(line)
    }
    let all = open + coming.map { TabLine("     " + Texts.Dossier.comes($0.day, $0.title)) }
    return all.isEmpty
      ? text.note(Texts.Dossier.nothingHolds, .good)
      : text.note(Texts.Dossier.closed, .now) + all
  }

  /// What will still be asked later, such as throwing away at the end of the time for keeping.
  private var coming: [(day: CivilDate, title: String)] {
    let session = text.session
    let agenda = session.agenda
    let reader = AgendaReader(session.user, at: session.caseload.school, on: text.day)
    return text.state.episodes(of: text.dossier.id)
      .filter { $0.visibleFrom > text.day }
      .filter { agenda.signal(of: $0, on: $0.visibleFrom, for: reader) != nil }
      .sorted { ($0.visibleFrom, $0.id.text) < ($1.visibleFrom, $1.id.text) }
      .map { ($0.visibleFrom, session.engine.book.titleWords(of: $0, on: text.day)) }
  }
}
