import Casework

/// Whoever is logged in, what they may see, and what they did since.
public struct Session: Equatable, Sendable {
  public var caseload: Caseload
  /// Every episode that the rules find, by what it is about.
  public var episodes: [Subject: [Episode]]
  /// What was typed and not saved yet, found again at the start or set aside since.
  public var drafts: [DraftKey: Draft]
  /// The day that every screen shows instead of today.
  public var dayAsked: CivilDate?
  /// What can be undone, last one last.
  public var done: [SavedEdit] = []
  /// What can be redone, last one last.
  public var undone: [SavedEdit] = []

  public init(_ opened: OpenedSchool) {
    caseload = opened.caseload
    episodes = Dictionary(grouping: opened.episodes, by: \.id.subject)
    drafts = Dictionary(opened.drafts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public var user: User { caseload.user }
}

/// All that the shell read of the school for the one who logged in.
public struct OpenedSchool: Equatable, Sendable {
  public var caseload: Caseload
  public var episodes: [Episode]
  public var drafts: [Draft]

  public init(caseload: Caseload, episodes: [Episode], drafts: [Draft]) {
    self.caseload = caseload
    self.episodes = episodes
    self.drafts = drafts
  }
}

/// An edit that was saved, with what it left behind, so that it can be undone without touching anyone else's work.
public struct SavedEdit: Equatable, Sendable {
  public let act: String
  public let changes: [SavedChange]

  public init(act: String, changes: [SavedChange]) {
    self.act = act
    self.changes = changes
  }

  /// The edit that takes this one back: from what it left to what was there before.
  var reversed: Edit {
    Edit(
      act: act,
      changes: changes.map { Change(place: $0.place, before: $0.after, after: $0.before?.tree ?? .object(Members())) })
  }
}

/// One file before and after an edit.
public struct SavedChange: Equatable, Sendable {
  public let place: Place
  public let before: Stored?
  public let after: Stored

  public init(place: Place, before: Stored?, after: Stored) {
    self.place = place
    self.before = before
    self.after = after
  }
}

/// What to do when a piece of work comes back.
public enum PendingWork: Equatable, Sendable {
  case edit(Edit, AfterSaving)
  case undo(SavedEdit)
  case redo(SavedEdit)
  /// The text of the field that the form stands on.
  case editor
  case document
}

/// What follows when an edit is saved.
public struct AfterSaving: Equatable, Sendable {
  /// The draft that is no longer needed.
  public var draft: DraftKey?
  /// Whether the screen it was made on closes.
  public var closesScreen: Bool
  public var notice: String

  public init(draft: DraftKey? = nil, closesScreen: Bool = false, notice: String) {
    self.draft = draft
    self.closesScreen = closesScreen
    self.notice = notice
  }
}
