/// Everything a user can ask for by name.
///
/// Moving a cursor and typing text are no commands.
public enum CommandID: String, CaseIterable, Sendable {
  // Everywhere.
  case help, palette, undo, redo, back, goToAgenda, goToPupils, goToGroup, goToReference, goToRules, goToSchool, askDay,
    backToToday, switchKnowledge
  case blank, lock, redraw, suspend, quit
  // Lists and records.
  case open, act, why, putOff, filter, add, addPupil, edit, withdraw, printSummary
  // The dossier.
  case nextTab, previousTab, showFlow, showTimeline, showChanges, changeHeads
  // The plan.
  case offerPlan, establishPlan, renewPlan, evaluatePlan, readPlan
  // What was typed and not saved.
  case goToDrafts
  // The group on a day.
  case markIll, markDoctor, markLeave, markUnauthorised, markLate, markPresent, markWeek, markHalfDay, previousDay,
    nextDay
  case markUntil, chooseGroup, nextGroup, logTalk, emergencyCard, register
  // A form.
  case save, openEditor, undoTyping, removeItem, discardDraft, copyDay
  // A conflict.
  case takeMine, takeTheirs, takeBefore, settle
  // A paper.
  case writePaper
  // Files that are not as they should be.
  case goToFiles, putBack
  // The school's own numbers.
  case goToNorms, setNorm, resetNorm
  // A talk while it is held.
  case startMeeting, markDiscussed, markAgreed, markNotRaised, markDone, agreeOral, agreeSigned, disagree, addPoint,
    finishMeeting
  // The reference.
  case lookUp
}

/// A command as every place that names it needs it: the keys, the footer, help, the palette and the manual page.
public struct Command: Sendable {
  public let id: CommandID
  /// The first one is the one that the footer shows.
  public let keys: [Key]
  /// What it does, as the palette and help say it.
  public let title: String
  /// One or two words for the footer.
  public let short: String
  /// When one would want it, in a sentence.
  public let help: String
  public let screens: Set<ScreenKind>
  /// Where in the footer it comes, low first; nothing for one that the footer leaves out.
  public let footer: Int?

  init(
    _ id: CommandID, _ keys: [Key], _ title: String, short: String, _ help: String, on screens: Set<ScreenKind>,
    footer: Int? = nil
  ) {
    self.id = id
    self.keys = keys
    self.title = title
    self.short = short
    self.help = help
    self.screens = screens
    self.footer = footer
  }
}

extension Key {
  /// The key as people read it: `↵`, `^S`, `F1`.
  public var label: String {
    switch self {
    case .character(" "): "spatie"
    case .character(let character): String(character)
    case .control(let letter): "^" + letter.uppercased()
    case .function(let number): "F\(number)"
    case .enter: "↵"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "⌫"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .wordLeft: "^←"
    case .wordRight: "^→"
    }
  }
}
