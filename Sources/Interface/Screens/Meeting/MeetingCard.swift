import Casework

/// What matters before a talk: what changed since the last one, and the goals.
struct MeetingCard {
  private let screen: MeetingScreen
  private let session: Session?
  private let dossier: Dossier?
  private let day: CivilDate
  private let width: Int

  init(_ screen: MeetingScreen, _ state: AppState, width: Int) {
    self.screen = screen
    session = state.session
    dossier = state.session?.present.caseload.dossiers[screen.pupil]
    day = screen.notes.on ?? state.environment.today
    self.width = max(8, width)
  }

  /// One line of each.
  var short: [Line] {
    var goals = Line(" " + Texts.Meeting.goals + "  ", .muted)
    goals.add(goalTexts.isEmpty ? Texts.Meeting.noGoals : goalTexts.joined(separator: "; "))
    return [Line(" " + changed, .now), goals]
  }

  /// Everything, for the pane beside the agenda.
  var whole: [Line] {
    var lines = [Line(Texts.Meeting.goals, .heading, bold: true)]
    lines += goalTexts.isEmpty ? [Line(Texts.Meeting.noGoals, .muted)] : goalTexts.flatMap { wrapped("· " + $0) }
    lines += [Line(), Line(Texts.Changes.shortTitle(screen.since), .heading, bold: true)]
    guard let session, let dossier, let changes = screen.past?.changes(of: screen.pupil, session) else {
      return lines + wrapped(changed)
    }
    return lines + ChangeText(dossier, session.references(around: screen.pupil), width: width).lines(changes)
  }

  private var changed: String {
    guard let since = screen.since, let past = screen.past, let session, let dossier else {
      return Texts.Meeting.noTalk
    }
    if let reason = past.reason(since) { return reason }
    guard let changes = past.changes(of: screen.pupil, session) else { return Texts.Changes.reading }
    let text = ChangeText(dossier, session.references(around: screen.pupil), width: width)
    return Texts.Changes.count(text.visible(changes).count, since: since)
  }

  private var goalTexts: [String] {
    let plan = dossier?.plan.record
    let version = plan?.versionInForce(on: day) ?? plan?.newestVersion(on: day)
    return (version?.goals ?? []).map { goal in
      [goal.domain, goal.target].compactMap(\.self).joined(separator: ": ")
    }
  }

  private func wrapped(_ text: String) -> [Line] {
    Wrapped.lines(of: text, width: width).map { Line($0.text) }
  }
}
