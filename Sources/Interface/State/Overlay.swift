import Casework

/// What lies over a screen and takes the keys until it is closed.
public enum Overlay: Equatable, Sendable {
  /// The keys of this screen, found by typing.
  case help(InputLine, ListCursor)
  /// Every command of this screen, found by typing and run with Enter.
  case palette(InputLine, ListCursor)
  /// The day that the screens should show.
  case askDay(InputLine)
  /// The school's own number for a norm.
  case askNumber(NormQuestion)
  /// The last day of an absence.
  case askUntil(UntilQuestion)
  /// One of a few things.
  case choose(OverlayChoice, ListCursor)
  /// A question about what cannot be undone; only `j` says yes.
  case confirm(Question)
}

/// What there is to choose from.
public enum OverlayChoice: Equatable, Sendable {
  /// What to add to the tab.
  case list([ListChoice])
  /// Which pupil on record is the one that is added, or none.
  case lookalikes([Lookalike])
  /// Which days of a timetable get the hours of this one.
  case copyDay(Weekday)
  /// For which guardian to make the summary.
  case reader(pupil: RecordID, [ReaderChoice])
  /// Which group to go to.
  case group([GroupChoice])
  /// With which draft to go on.
  case drafts([DraftChoice])

  var title: String {
    switch self {
    case .list: Texts.Choose.list
    case .copyDay(let weekday): Texts.School.copyDay(weekday)
    case .lookalikes: Texts.NewPupil.lookalikes
    case .reader: Texts.Choose.reader
    case .group: Texts.Group.chooseHead
    case .drafts: Texts.Drafts.title
    }
  }

  var labels: [String] {
    switch self {
    case .list(let lists): lists.map(\.title)
    case .copyDay(let weekday): weekday.copyTargets.map(\.title)
    case .lookalikes(let known): known.map { Texts.NewPupil.isKnown($0.text) } + [Texts.NewPupil.goOn]
    case .reader(_, let readers): readers.map(\.name)
    case .group(let groups): groups.map(\.label)
    case .drafts(let drafts): drafts.map(\.label)
    }
  }
}

/// A guardian for whom a paper can be made.
public struct ReaderChoice: Equatable, Sendable {
  let id: RecordID
  let name: String
}

/// A question about something that cannot be undone.
public enum Question: Equatable, Sendable {
  /// All that was typed in the form; which one is said where only a part of it shows.
  case discardDraft(whole: String?)
  case discardMeeting
  /// The program ends with so many marks that are saved, on a day that was not called done.
  case quitWithMarks(Int, CivilDate)

  var text: String {
    switch self {
    case .discardDraft(let whole): whole.map(Texts.Form.askDiscardWhole) ?? Texts.Form.askDiscard
    case .discardMeeting: Texts.Meeting.askDiscard
    case .quitWithMarks(let count, let day): Texts.Group.askQuit(count, day)
    }
  }
}

extension Overlay {
  /// The commands that what was typed leaves.
  func commands(_ state: AppState) -> [Command] {
    let typed: String
    switch self {
    case .help(let line, _), .palette(let line, _): typed = line.text
    case .askDay, .askNumber, .askUntil, .choose, .confirm: return []
    }
    let all = CommandTable.commands(on: state.visibleScreen.kind)
    return all.filter { matches(SearchQuery(typed), [$0.title, $0.help]) }
  }

  var hints: [(key: String, text: String)] {
    switch self {
    case .help, .palette: [("↵", Texts.Choose.hintRun), ("↑↓", Texts.Choose.hintMove), ("Esc", Texts.Choose.hintClose)]
    case .askNumber: [("↵", Texts.Choose.hintSave), ("Esc", Texts.Choose.hintClose)]
    case .askUntil: [("↵", Texts.Choose.hintChoose), ("Esc", Texts.Choose.hintClose)]
    case .askDay: [("↵", Texts.Choose.hintShow), ("Esc", Texts.Choose.hintClose)]
    case .choose: [("↵", Texts.Choose.hintChoose), ("↑↓", Texts.Choose.hintMove), ("Esc", Texts.Choose.hintClose)]
    case .confirm: [("j", Texts.Choose.yes), ("n", Texts.Choose.no)]
    }
  }
}
