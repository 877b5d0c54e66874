import Casework

/// What lies over a screen and takes the keys until it is closed.
public enum Overlay: Equatable, Sendable {
  /// The keys of this screen, found by typing.
  case help(InputLine, ListCursor)
  /// Every command, found by typing and run with Enter.
  case palette(InputLine, ListCursor)
  /// The day that the screens should show.
  case askDay(InputLine)
  /// A question about what cannot be undone; only `j` says yes.
  case confirm(Question)
}

/// A question about something that cannot be undone.
public enum Question: Equatable, Sendable {
  case discardDraft(DraftKey)
  case quitWhileSaving
}
