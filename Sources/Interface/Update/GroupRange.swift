import Casework

/// The last day being typed of an absence that was marked on the group screen.
public struct UntilQuestion: Equatable, Sendable {
  let pupil: RecordID
  let name: String
  /// What was marked, in words.
  let status: String
  let from: CivilDate
  let today: CivilDate
  var line = InputLine()
  /// Why what was typed is not taken; nothing until Enter was tried.
  var problem: String?

  /// No absence is marked for longer than this at once.
  static let mostDays = 366

  /// The day that was typed, or why it cannot be the last one.
  func answer() -> Result<CivilDate, UntilProblem> {
    guard case .success(let day) = DateEntry.read(line.text, today: today, countingFrom: from) else {
      return .failure(UntilProblem(text: Texts.Group.noUntil))
    }
    guard day >= from else { return .failure(UntilProblem(text: Texts.Group.untilBefore(from))) }
    return day.days(since: from) < Self.mostDays ? .success(day) : .failure(UntilProblem(text: Texts.Group.untilTooFar))
  }
}

/// Why a day is refused, in Dutch.
struct UntilProblem: Error, Equatable {
  let text: String
}

/// A group to go to, with how its day stands.
public struct GroupChoice: Equatable, Sendable {
  let group: RecordID
  let label: String
}

/// Absences of more than a day, and the other groups.
extension AppState {
  /// Asks until when what was just marked holds.
  mutating func askUntil() -> [Effect] {
    guard case .group(let screen) = screens.current, let shown = screen.shown(self),
      let pupil = screen.justMarked(shown), let status = screen.status(of: pupil, on: shown.day), status.kind != .late
    else {
      notice = Notice(.hint, Texts.Group.nothingToExtend)
      return []
    }
    overlay = .askUntil(
      UntilQuestion(
        pupil: pupil.id, name: pupil.name, status: status.text, from: shown.day, today: environment.today))
    return []
  }

  mutating func takeUntil(_ key: Key, _ asked: UntilQuestion) -> [Effect] {
    var question = asked
    guard key == .enter else {
      if question.line.take(key) { question.problem = nil }
      overlay = .askUntil(question)
      return []
    }
    switch question.answer() {
    case .success(let day):
      overlay = nil
      guard case .group(var screen) = screens.current, screen.mark(question.pupil, through: day, self) else {
        return []
      }
      notice = Notice(.hint, Texts.Group.untilTaken(day))
      return keepMarks(of: screen)
    case .failure(let problem):
      question.problem = problem.text
      overlay = .askUntil(question)
      return []
    }
  }

  /// Shows every group with how its day stands: done, waiting, or no school.
  mutating func chooseGroup() -> [Effect] {
    guard case .group(let screen) = screens.current, let session else { return [] }
    let day = screen.shownDay(self)
    let choices = session.groups(on: day).compactMap { group in
      group.id.map {
        GroupChoice(group: $0, label: Texts.Group.choice(group.groupName ?? "", standing(of: $0, on: day)))
      }
    }
    let row = choices.firstIndex { $0.group == screen.shown(self)?.id } ?? 0
    overlay = .choose(.group(choices), ListCursor(row))
    return []
  }

  private func standing(of group: RecordID, on day: CivilDate) -> String {
    var screen = GroupScreen()
    screen.group = group
    screen.day = day
    guard let shown = screen.shown(self), let session, !shown.pupils.isEmpty else { return Texts.Group.standsEmpty }
    guard session.calendar.isTaught(shown) else { return Texts.Group.standsFree }
    let absent = shown.pupils.count { screen.status(of: $0, on: day) != nil }
    return shown.isRegistered ? Texts.Group.standsDone(absent: absent) : Texts.Group.standsWaiting(absent: absent)
  }

  /// Goes to a group; marks of the one that is left are saved.
  mutating func go(toGroup group: RecordID) -> [Effect] {
    let effects = leaveScreen()
    guard case .group(var next) = screens.current else { return effects }
    next.group = group
    next.cursor = ListCursor()
    screens.current = .group(next)
    return effects
  }
}
