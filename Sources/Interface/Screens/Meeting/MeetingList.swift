import Casework

/// The lines of a meeting that the cursor can stand on, in their order.
struct MeetingList {
  let rows: [Row]
  let points: [MeetingPoint]

  enum Row: Equatable {
    case day
    case kind
    case medium
    case person(MeetingPerson)
    /// Where someone else is typed in.
    case someoneElse
    case point(MeetingPoint)

    var id: RowID {
      switch self {
      case .day: .day
      case .kind: .kind
      case .medium: .medium
      case .person(let person): .person(person.key)
      case .someoneElse: .someoneElse
      case .point(let point): .point(point.id)
      }
    }
  }

  /// What a row is about, the same for as long as it is about the same.
  enum RowID: Hashable, Sendable {
    case day, kind, medium
    case person(MeetingPerson.Key)
    case someoneElse
    case point(String)
  }

  init?(_ screen: MeetingScreen, _ state: AppState) {
    guard let session = state.session, let dossier = session.present.caseload.dossiers[screen.pupil] else { return nil }
    let day = screen.notes.on ?? state.environment.today
    var found = MeetingAgenda(
      of: dossier, notes: screen.notes,
      signals: state.signals(of: screen.pupil).map { ($0.episode, $0.title) }, on: day
    ).points
    // What is being typed stays in sight, though its point fell away.
    if let typed = screen.typedAt, !found.contains(where: { $0.id == typed.id }) { found.append(typed.fallenAway) }
    points = found.enumerated().sorted { ($0.element.part.rawValue, $0.offset) < ($1.element.part.rawValue, $1.offset) }
      .map(\.element)
    let people = MeetingPerson.all(for: screen.notes, about: dossier, session, on: day)
    rows = [.day, .kind, .medium] + people.map(Row.person) + [.someoneElse] + points.map(Row.point)
  }

  func index(of id: RowID) -> Int? { rows.firstIndex { $0.id == id } }

  /// The heading that stands above a row; nothing where it goes on with what is above it.
  func heading(above index: Int) -> String? {
    let before = index > 0 ? group(rows[index - 1]) : nil
    let own = group(rows[index])
    return own == before ? nil : own
  }

  private func group(_ row: Row) -> String {
    switch row {
    case .day, .kind, .medium: Texts.Meeting.talk
    case .person, .someoneElse: Texts.Meeting.present
    case .point(let point): Texts.Meeting.part(point.part)
    }
  }
}

extension MeetingScreen {
  /// The point under the cursor; nothing where it is gone.
  func point(_ state: AppState) -> MeetingPoint? {
    guard case .point(let id)? = standing else { return nil }
    return MeetingList(self, state)?.points.first { $0.id == id }
  }

  /// What the dossier would become, with what still lacks; nothing where it is gone.
  func result(_ state: AppState) -> (result: MeetingResult, ids: IDSource)? {
    guard let session = state.session, let dossier = session.present.caseload.dossiers[pupil],
      let list = MeetingList(self, state)
    else { return nil }
    var ids = state.environment.ids
    let maker = RecordMaker(by: session.user.login, at: state.environment.now) { ids.next() }
    let result = MeetingResult(
      notes, list.points, in: dossier, on: state.environment.today, by: maker)
    return (result, ids)
  }
}
