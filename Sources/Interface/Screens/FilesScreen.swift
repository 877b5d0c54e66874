import Casework

/// The files that are not as they should be, each with what is still good.
public struct FilesScreen: Equatable, Sendable {
  var cursor = ListCursor()

  public init() {}
}

extension FilesScreen {
  func chosen(_ state: AppState) -> FileTrouble? {
    let troubles = state.session?.troubles ?? []
    return cursor.row(in: troubles.count).map { troubles[$0] }
  }

  mutating func take(_ key: Key, _ state: AppState) {
    _ = cursor.take(key, count: state.session?.troubles?.count ?? 0, page: max(1, state.size.rows - 9))
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    guard let session = state.session, let troubles = session.troubles else {
      return grid.draw(Line(" " + Texts.Files.notYet, .muted), row: 1, in: area)
    }
    guard let chosen = chosen(state) else {
      return grid.draw(Line(" " + Texts.Files.allGood, .good), row: 1, in: area)
    }
    let width = max(8, area.columns - 2)
    let text = Wrapped.lines(of: chosen.text, width: width).map { Line(" " + $0.text) }
    let (list, detail) = area.split(bottom: min(text.count + 1, area.rows / 2))
    let top = cursor.top(count: troubles.count, page: list.rows)
    for (row, trouble) in troubles.dropFirst(top).prefix(list.rows).enumerated() {
      let isChosen = top + row == cursor.row(in: troubles.count)
      var line = Line(isChosen ? "> " : "  ")
      line.add(session.name(of: trouble))
      grid.draw(line.selected(isChosen), row: row, in: list)
    }
    grid.draw(.rule(detail.columns), row: 0, in: detail)
    grid.draw(text, in: detail.split(top: 1).1)
  }
}

extension Session {
  /// What a file is called for people: whose it is and what is in it, else as it is stored.
  func name(of trouble: FileTrouble) -> String {
    guard let place = trouble.place else { return trouble.path }
    let pupil = place.pupil.map { caseload.name(of: .pupil($0), on: .distantPast).name } ?? ""
    func groupName(_ id: RecordID) -> String { caseload.group(id)?.groupName ?? "" }
    return switch place {
    case .school: SchoolFields.title
    case .calendar: Texts.Files.calendar
    case .putOffs(.school): Texts.Files.schoolAnswers
    case .putOffs(.group(let group, _)): Texts.Files.groupAnswers(groupName(group))
    case .putOffs(.pupil): Texts.Files.about(pupil, Texts.Files.answers)
    case .registration(let group, _): Texts.Files.registration(groupName(group))
    case .section(_, let section): Texts.Files.about(pupil, section.title)
    case .restricted: Texts.Files.about(pupil, Texts.Files.restricted)
    case .emergencyCard: Texts.Files.about(pupil, Texts.Files.emergencyCard)
    case .workingNote: Texts.Files.note
    }
  }
}

extension AppState {
  var hasTroubles: Bool { session?.troubles?.isEmpty == false }

  /// What a look at the files found: said once, and shown where one begins until it is mended.
  mutating func takeIn(_ troubles: [FileTrouble]) -> [Effect] {
    session?.troubles = troubles
    if !troubles.isEmpty, notice == nil { notice = Notice(.trouble, Texts.Files.found(troubles.count)) }
    return []
  }

  /// Puts the last good version of the chosen file back.
  mutating func putBack() -> [Effect] {
    guard case .files(let screen) = screens.current, let place = screen.chosen(self)?.place else { return [] }
    return [.putBack(place, expect(.putBack(place)))]
  }

  /// A file is good again.
  mutating func takePutBack(_ place: Place) {
    guard let session, let trouble = session.troubles?.first(where: { $0.place == place }) else { return }
    notice = Notice(.done, Texts.Files.putBack(session.name(of: trouble)))
    self.session?.troubles?.removeAll { $0.place == place }
  }
}
