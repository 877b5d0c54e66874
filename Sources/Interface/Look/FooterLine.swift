import Casework
import Text

/// The keys of the screen in one line: as many as fit, help always among them.
struct FooterLine {
  let line: Line

  init(_ state: AppState, width: Int) {
    // What is measured is what will be shown.
    let pieces = Self.hints(state).map { hint in
      state.environment.isASCII ? Self.piece(hint).spelledOut : Self.piece(hint)
    }
    var line = Line(" ")
    let last = pieces.last ?? Line()
    for piece in pieces.dropLast() {
      guard line.cells + piece.cells + 2 + last.cells <= width else { break }
      line.add(piece)
      line.add("  ")
    }
    line.add(last)
    self.line = line
  }

  private static func piece(_ hint: (key: String, text: String)) -> Line {
    var line = Line(hint.key, .key, bold: true)
    line.add(" " + hint.text)
    return line
  }

  /// What stands in the footer, the most needed first and help last.
  private static func hints(_ state: AppState) -> [(key: String, text: String)] {
    if let overlay = state.overlay { return overlay.hints }
    let screen = state.visibleScreen
    let commands = CommandTable.commands(on: screen.kind)
      .filter { $0.footer != nil && state.disabledReason($0.id) == nil }
      .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
    return screen.ownHints(state)
      + commands.compactMap { command in
        let keys = command.keys.filter { !screen.takesText(state) || !$0.isText }
        return keys.first.map { ($0.label, state.short(command)) }
      }
  }
}

extension AppState {
  /// The words of a command in the footer, here and now.
  fileprivate func short(_ command: Command) -> String {
    if command.id == .save, case .form(let form) = screens.current, form.depth > 1 { return Texts.Form.partDone }
    if command.id == .finishMeeting, case .meeting(let meeting) = screens.current, meeting.isReviewing {
      return Texts.Meeting.hintKeep
    }
    return command.short
  }
}

extension Key {
  /// Whether it types something.
  var isText: Bool {
    if case .character = self { true } else { false }
  }
}

/// The places that the head of the screen names.
enum MainPlace: CaseIterable {
  case agenda, pupils, group, reference, school

  var command: CommandID {
    switch self {
    case .agenda: .goToAgenda
    case .pupils: .goToPupils
    case .group: .goToGroup
    case .reference: .goToReference
    case .school: .goToSchool
    }
  }

  var title: String { CommandTable.command(command)?.title ?? "" }
  var key: String { CommandTable.command(command)?.keys.first?.label ?? "" }
}
