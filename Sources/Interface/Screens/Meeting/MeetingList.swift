import Casework

/// The lines of a meeting that the cursor can stand on, in their order.
struct MeetingList {
  let rows: [Row]
  let points: [MeetingPoint]

  enum Row: Equatable {
    case kind
    case medium
    case person(MeetingPerson)
    /// Where someone else is typed in.
    case someoneElse
    case point(MeetingPoint)
  }

  init?(_ screen: MeetingScreen, _ state: AppState) {
    guard let session = state.session, let dossier = session.present.caseload.dossiers[screen.pupil] else { return nil }
    let day = screen.notes.on ?? state.environment.today
    points = MeetingAgenda(
      of: dossier, notes: screen.notes,
      signals: state.signals(of: screen.pupil).map { ($0.episode, $0.title) }, on: day
    ).points.enumerated().sorted { ($0.element.part.rawValue, $0.offset) < ($1.element.part.rawValue, $1.offset) }
      .map(\.element)
    let people = MeetingPerson.all(for: screen.notes, about: dossier, session, on: day)
    rows = [.kind, .medium] + people.map(Row.person) + [.someoneElse] + points.map(Row.point)
  }

  func chosen(_ row: Int) -> Row { rows[min(max(0, row), rows.count - 1)] }

  /// The first row of the agenda, where a meeting starts when everybody is known.
  var firstPoint: Int? {
    rows.firstIndex { if case .point = $0 { true } else { false } }
  }

  /// The heading that stands above a row; nothing where it goes on with what is above it.
  func heading(above index: Int) -> String? {
    let before = index > 0 ? group(rows[index - 1]) : nil
    let own = group(rows[index])
    return own == before ? nil : own
  }

  private func group(_ row: Row) -> String {
    switch row {
    case .kind, .medium: Texts.Meeting.talk
    case .person, .someoneElse: Texts.Meeting.present
    case .point(let point): Texts.Meeting.part(point.part)
    }
  }
}

extension MeetingScreen {
  /// The point under the cursor.
  func point(_ state: AppState) -> MeetingPoint? {
    guard let list = MeetingList(self, state), case .point(let point) = list.chosen(row) else { return nil }
    return point
  }

  /// What the dossier would become, with what still lacks; nothing where it is gone.
  func result(_ state: AppState) -> (result: MeetingResult, ids: IDSource)? {
    guard let session = state.session, let dossier = session.present.caseload.dossiers[pupil],
      let list = MeetingList(self, state)
    else { return nil }
    var ids = state.environment.ids
    let maker = RecordMaker(by: session.user.login, at: state.environment.now) { ids.next() }
    let result = MeetingResult(notes, list.points, in: dossier, by: maker)
    return (result, ids)
  }
}
